"""Claims: lists of them, why they were made, and what people decide."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any, Final, Literal

from fastapi import Query, Request
from pydantic import BaseModel, ConfigDict, model_validator

from ahlaf import projects
from ahlaf.errors import InputGone
from ahlaf.model import Reading
from ahlaf.relations import RELATIONS
from ahlaf.store import Wanted
from ahlaf.web import shapes, shapes_done, told, why
from ahlaf.web.desk import Desk
from ahlaf.web.fields import Asked, Date, Limit, Line, MaybeModality, MaybeRelation, Modality, Note, Number, Offset, Relation, Span, Told
from ahlaf.web.routes.common import AtDesk, AtHub, Who, room

router = room("claims")
Polarity = Literal["affirmed", "negated"]
_SPANS: Final = ("source_span", "target_span", "voice_span", "trigger_span", "evidence_span")


@router.get("/claims")
def get_claims(
    desk: AtDesk,
    document: Annotated[int | None, Query(ge=1, le=2**31 - 1)] = None,
    source: Asked = "",
    target: Asked = "",
    relation: MaybeRelation = "",
    sign: Annotated[Literal["", "1", "-1", "+1"], Query()] = "",
    voice: Asked = "",
    polarity: Annotated[Literal["", "affirmed", "negated"], Query()] = "",
    modality: MaybeModality = "",
    since: Date = "",
    until: Date = "",
    text: Asked = "",
    status: Annotated[Literal["", "new", "confirmed", "corrected", "refused", "unsure", "disputed"], Query()] = "",
    reported: bool | None = None,
    order: Literal["time", "doubt"] = "time",
    limit: Limit = 50,
    offset: Offset = 0,
) -> shapes.Listed[shapes.Claim]:
    """Claims as they stand, the oldest article first, or the most doubtful first.

    Actors are ids, names as people type them, or a country's code. ``reported`` leaves only events that are told as news.
    """
    wanted = Wanted(
        source=source or None,
        target=target or None,
        relation=relation or None,
        sign=int(sign) if sign else None,
        voice=voice or None,
        polarity=polarity or None,
        modality=modality or None,
        since=since or None,
        until=until or None,
        text=text or None,
        status=status or None,
        document=document,
        reported=reported,
        limit=limit,
        offset=offset,
        doubt=order == "doubt",
    )
    found = list(desk.project.claims(wanted))
    total = desk.project.count(replace(wanted, limit=None, offset=0))
    return shapes.Listed(total=total, items=told.claims(desk.project, desk.project.placed_claims(found)))


@router.get("/queue")
def get_queue(desk: AtDesk, who: Who, order: Literal["doubt", "weight"] = "doubt", limit: Limit = 20) -> shapes.Listed[shapes.Claim]:
    """The next claims for this person: the most doubtful, or those with which the picture changes most."""
    found = desk.project.queue(who, order, limit)
    return shapes.Listed(total=len(found), items=told.claims(desk.project, desk.project.placed_claims(found)))


@router.get("/claims/{number}")
def get_claim(desk: AtDesk, number: Number) -> shapes.Claim:
    """One claim."""
    return _claim(desk, number)


def _claim(desk: Desk, number: int) -> shapes.Claim:
    return told.claims(desk.project, [desk.project.placed_claim(number)])[0]


@router.get("/claims/{number}/why")
def get_why(desk: AtDesk, request: Request, number: Number) -> shapes.Why:
    """Why a claim was made: rows, rules, words and scores, and whether the document read afresh gives it again."""
    placed = desk.project.placed_claim(number)
    if placed.claim.added is not None:
        made = desk.project.decision(placed.claim.added)
        return why.of_person(made)
    whole: Reading | None = desk.project.reading(placed.claim.document)
    answers: why.Answers = request.app.state.answers
    try:
        own: projects.Own | None = projects.own(desk.project)
    except InputGone:  # the reasons are kept; without the rows that they cite nothing can be replayed
        own = None
    return why.of_machine(whole, placed, answers, own)


# -- decisions ------------------------------------------------------------------------------------------


class Changes(BaseModel):
    """What a correction changes. A span that is ``null`` takes the end away; ``voice_span: null`` leaves it to the author."""

    model_config = ConfigDict(extra="forbid")
    relation: Relation | None = None
    sign: Literal[1, -1] | None = None
    polarity: Polarity | None = None
    modality: Modality | None = None
    source: Line | None = None
    target: Line | None = None
    voice: Line | None = None
    source_span: Span | None = None
    target_span: Span | None = None
    voice_span: Span | None = None
    trigger_span: Span | None = None
    evidence_span: Span | None = None
    time: Told | None = None
    place: Line | None = None
    number: Line | None = None
    mode: Line | None = None

    @model_validator(mode="after")
    def agrees(self) -> Changes:
        """A relation has the sign that it has."""
        if self.sign is not None and (self.relation is None or RELATIONS[self.relation].sign != self.sign):
            raise ValueError("the sign is the relation's: choose a relation of that sign")
        return self

    def typed(self) -> dict[str, str]:
        """As a correction is typed: ``field=value``."""
        found: dict[str, str] = {}
        for key in self.model_fields_set - {"sign"}:
            value: Any = getattr(self, key)
            side = key.removesuffix("_span")
            if key in _SPANS:
                if value is not None:
                    found[side if side in ("trigger", "evidence") else key] = f"{value[0]}:{value[1]}"
                elif side in ("source", "target", "voice"):
                    found.setdefault(side, "")
            elif value is not None:
                found[key] = str(value)
            elif key not in ("relation", "polarity", "modality"):
                found[key] = ""
        return found


class Verdict(BaseModel):
    """A decision on a claim; a correction says what it changes."""

    model_config = ConfigDict(extra="forbid")
    verdict: Literal["confirm", "correct", "refuse", "unsure"]
    note: Note = ""
    changes: Changes | None = None


@router.post("/claims/{number}/reviews")
def review(desk: AtDesk, hub: AtHub, who: Who, number: Number, asked: Verdict) -> shapes_done.DecidedClaim:
    """Decide on a claim. The answer comes when the decision is written down for good."""
    changes = asked.changes.typed() if asked.changes else {}
    made = desk.project.review(number, asked.verdict, who, asked.note, changes)
    hub.nudge()
    return shapes_done.DecidedClaim(decision=made, claim=_claim(desk, number))


class Missed(BaseModel):
    """A claim that the machine missed: its ends by their places in the text."""

    model_config = ConfigDict(extra="forbid")
    relation: Relation
    source_span: Span | None = None
    target_span: Span | None = None
    voice_span: Span | None = None
    trigger_span: Span | None = None
    evidence_span: Span | None = None
    source: Line | None = None
    target: Line | None = None
    voice: Line | None = None
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    time: Told | None = None
    place: Line | None = None
    number: Line | None = None
    note: Note = ""

    def typed(self) -> dict[str, str]:
        """As :meth:`ahlaf.store.Project.say` takes it."""
        found: dict[str, str] = {}
        for key, value in self:
            if value is None or key == "note":
                continue
            side = key.removesuffix("_span")
            if key in _SPANS:
                found[side if side in ("trigger", "evidence") else key] = f"{value[0]}:{value[1]}"
            else:
                found[key] = str(value)
        return found


@router.post("/documents/{number}/claims", tags=["documents"])
def add_claim(desk: AtDesk, hub: AtHub, who: Who, number: Number, asked: Missed) -> shapes_done.DecidedClaim:
    """Add a claim that the machine missed; it stays through every recoding, and is undone like any decision."""
    made, claim = desk.project.say(number, asked.typed(), who, asked.note)
    hub.nudge()
    return shapes_done.DecidedClaim(decision=made, claim=_claim(desk, claim))
