"""Actors: who they are, what is said of them, and decisions on who is who."""

from __future__ import annotations

from collections import defaultdict
from typing import Annotated, Any, Final, Literal

from fastapi import Path, Query
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from ahlaf.lexicon.tables import wrong_code
from ahlaf.store import Decision, KeptActor, Printed, Profile, Tally
from ahlaf.store.folding import words
from ahlaf.store.naming import either
from ahlaf.store.records import ActorKind
from ahlaf.web import shapes_actors as shapes
from ahlaf.web import told
from ahlaf.web.desk import Desk
from ahlaf.web.fields import LARGEST, Asked, Limit, Line, Note, Offset, keepable
from ahlaf.web.routes.common import AtDesk, AtHub, Who, room
from ahlaf.web.shapes import Items, Listed, Name
from ahlaf.web.shapes_done import Decided
from ahlaf.web.shapes_network import PeriodCount, Quotation

router = room("actors")
ActorId = Annotated[str, Path(min_length=1, max_length=500), AfterValidator(keepable)]
_DECISIONS: Final = 100
_AUTHOR: Final = {"id": "author", "name": "author", "name_en": "author"}


def _name(found: KeptActor) -> Name:
    return Name(id=found.id, name=found.name, name_en=found.name_en)


@router.get("/actors")
def get_actors(desk: AtDesk, search: Asked = "", limit: Limit = 50, offset: Offset = 0) -> Listed[shapes.ActorRow]:
    """The actors, the busiest first; searched by any part of a name, by what texts call them, by id or code."""
    found = desk.everyone()
    if search.strip():
        found = _matching(desk, search)
    ar, en = desk.labels()
    return Listed(total=len(found), items=[_row(a, t, ar, en) for a, t in found[offset : offset + limit]])


def _matching(desk: Desk, search: str) -> list[tuple[KeptActor, Tally]]:
    """The actors that a search means; those that are called just so come first."""
    typed = [w.removeprefix("ال") for w in words(search).split()]
    plain = search.strip().lower()
    whole = words(search).removeprefix("ال")
    called = {number for name in either(words(search)) for number in desk.other_names().get(name, ())}
    exact: list[tuple[KeptActor, Tally]] = []
    partly: list[tuple[KeptActor, Tally]] = []
    for folded, (one, tally) in _folded(desk):
        codes = (one.id.lower(), one.country.lower(), one.name_en.lower())
        if plain in codes or one.id in called or (whole and folded.removeprefix("ال") == whole):
            exact.append((one, tally))
        elif plain in one.name_en.lower() or (typed and all(w in folded for w in typed)):
            partly.append((one, tally))
    return exact + partly


def _folded(desk: Desk) -> list[tuple[str, tuple[KeptActor, Tally]]]:
    return desk.memory.get((desk.state(), "folded"), lambda: [(words(a.name), (a, t)) for a, t in desk.everyone()])


def _row(found: KeptActor, tally: Tally, ar: dict[str, str], en: dict[str, str]) -> shapes.ActorRow:
    return shapes.ActorRow(
        id=found.id,
        name=ar.get(found.id, found.name),
        name_en=en.get(found.id, found.name_en),
        kind=found.kind,
        country=found.country,
        sector=found.sector,
        claims=tally.all,
        claims_for=tally.plus,
        claims_against=tally.minus,
    )


@router.get("/actors/candidates")
def get_candidates(desk: AtDesk, limit: Annotated[int, Query(ge=1, le=200)] = 20) -> Items[shapes.Candidate]:
    """Actors that may be one, with reasons; each with its codes and with words in which it stands."""
    return desk.memory.get((desk.state(), "candidates", limit), lambda: _candidates(desk, limit))


def _candidates(desk: Desk, limit: int) -> Items[shapes.Candidate]:
    found = desk.project.candidates(limit)
    surest = desk.project.surest(a.id for c in found for a in (c.actor, c.into))
    quoted = told.quotations(desk.project, list(surest.values()))

    def one(actor: KeptActor) -> shapes.CandidateActor:
        return shapes.CandidateActor(
            **_name(actor).model_dump(),
            kind=actor.kind,
            country=actor.country,
            sector=actor.sector,
            claims=actor.claims,
            quotation=quoted.get(surest.get(actor.id, 0)),
        )

    return Items(
        items=[shapes.Candidate(actor=one(c.actor), into=one(c.into), reasons=list(c.reasons), weight=c.weight) for c in found]
    )


@router.get("/actors/{actor:path}")
def get_actor(desk: AtDesk, actor: ActorId, by: Literal["day", "month", "year"] = "month") -> shapes.ActorPage:
    """An actor's page. One that was merged into another says so, and shows that one's claims."""
    project = desk.project
    asked = project.who({actor}).get(actor)
    page = project.profile(actor, by)
    decisions = project.decisions_on(page.actor.id)
    merges = {d.actor: d.id for d in decisions if d.kind == "merge" and d.active and d.actor}
    others = project.who({t.about for t in (*page.said_of, *page.towards, *page.by) if t.about})
    into = page.actor if asked is not None and asked.into is not None else None
    # The loudest outlet of each side is quoted: more would be read by nobody.
    quoted = told.quotations(project, [n for d in page.differing for side in (d.binds, d.divides) for n in side[0].claims])
    return _page(page, others, merges, decisions, into, quoted)


def _page(
    page: Profile,
    others: dict[str, KeptActor],
    merges: dict[str, int],
    decisions: list[Decision],
    into: KeptActor | None,
    quoted: dict[int, Quotation],
) -> shapes.ActorPage:
    about = page.actor
    doing, done = _sum(page.said_doing), _sum(page.said_of)
    return shapes.ActorPage(
        **_name(about).model_dump(),
        names=list(dict.fromkeys((about.name, *(said for said, _ in page.names)))),
        kind=about.kind,
        country=about.country,
        sector=about.sector,
        claims=doing.all + done.all,
        for_=doing.plus + done.plus,
        against=doing.minus + done.minus,
        denied=doing.denied + done.denied,
        as_source=doing.all,
        as_target=done.all,
        says=sum(t.all for t in page.says),
        by_voice=[shapes.VoiceTally(**(_who(others, t.about) if t.about else _AUTHOR), for_=t.plus, against=t.minus) for t in page.said_of],
        neighbours=_neighbours(page, others),
        timeline=[PeriodCount(period=t.about or "", for_=t.plus, against=t.minus) for t in page.timeline],
        differing=[
            shapes.Differing(other=Name(**_who(others, d.other)), binds=_printed(d.binds, quoted), divides=_printed(d.divides, quoted))
            for d in page.differing
        ],
        members=[shapes.Member(**_name(m).model_dump(), decision=merges.get(m.id)) for m in page.merged],
        merged_into=_name(into) if into else None,
        decisions=[
            shapes.ActorDecision(number=d.id, kind=d.kind, who=d.who, at=d.at, content=dict(d.content), active=d.active)
            for d in decisions[:_DECISIONS]
        ],
    )


def _who(others: dict[str, KeptActor], number: str) -> dict[str, str]:
    """How an actor of a page is called; one that is gone by its id."""
    known = others.get(number)
    return _name(known).model_dump() if known else {"id": number, "name": number, "name_en": ""}


def _neighbours(page: Profile, others: dict[str, KeptActor]) -> list[shapes.Neighbour]:
    """Who is told to do anything to an actor, or the other way round: of whom most is told first."""
    near: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for side, tallies in ((2, page.towards), (3, page.by)):
        for t in tallies:
            row = near[t.about or ""]
            row[0] += t.plus
            row[1] += t.minus
            row[side] += t.all
    return [
        shapes.Neighbour(**_who(others, n), for_=c[0], against=c[1], as_source=c[2], as_target=c[3])
        for n, c in sorted(near.items(), key=lambda p: (-p[1][2] - p[1][3], p[0]))
    ]


def _printed(found: tuple[Printed, ...], quoted: dict[int, Quotation]) -> list[shapes.Printed]:
    return [
        shapes.Printed(outlet=p.outlet, for_=p.plus, against=p.minus, quotations=[quoted[n] for n in p.claims if n in quoted])
        for p in found
    ]


def _sum(voices: tuple[Tally, ...]) -> Tally:
    """By voice every claim is counted, those with one end too."""
    return Tally(None, sum(t.plus for t in voices), sum(t.minus for t in voices), sum(t.denied for t in voices))


# -- decisions ------------------------------------------------------------------------------------------


class _Decision(BaseModel):
    model_config = ConfigDict(extra="forbid")
    note: Note = ""


class Merge(_Decision):
    """Into whom an actor is led."""

    into: Line = Field(min_length=1)


class Apart(_Decision):
    """With whom it is no longer offered for merging."""

    other: Line = Field(min_length=1)


class Split(_Decision):
    """Which of its claims go to whom: those that call it so, or those in these documents."""

    into: Line = Field(min_length=1)
    names: list[Line] = Field(default_factory=list, max_length=200)
    documents: list[Annotated[int, Field(ge=1, le=LARGEST)]] = Field(default_factory=list, max_length=5000)


class Rename(_Decision):
    """How it is shown."""

    name: Line = Field(min_length=1)


class Alias(_Decision):
    """One more name that it goes by."""

    name: Line = Field(min_length=1)


class Code(_Decision):
    """Its codes."""

    country: Line | None = None
    sector: Line | None = None
    kind: Line | None = None

    @field_validator("country", "sector", "kind")
    @classmethod
    def known(cls, code: str | None, field: ValidationInfo) -> str | None:
        """A code that there is, as `ahlaf actors code` takes it: a wrong one would be kept, and found by nobody."""
        if code and (wrong := wrong_code(field.field_name or "", code)):
            raise ValueError(wrong)
        return code


def _decide(desk: Desk, hub: AtHub, who: str, kind: ActorKind, actor: str, asked: _Decision) -> Decided:
    content: dict[str, Any] = {k: v for k, v in asked.model_dump(exclude={"note"}).items() if v is not None}
    made = desk.project.decide(kind, actor, who, content, asked.note)
    hub.nudge()
    return Decided(decision=made)


@router.post("/actors/{actor:path}/merge")
def merge(desk: AtDesk, hub: AtHub, who: Who, actor: ActorId, asked: Merge) -> Decided:
    """Lead an actor into another: they are one."""
    return _decide(desk, hub, who, "merge", actor, asked)


@router.post("/actors/{actor:path}/apart")
def apart(desk: AtDesk, hub: AtHub, who: Who, actor: ActorId, asked: Apart) -> Decided:
    """Keep two actors apart: they are no longer offered for merging."""
    return _decide(desk, hub, who, "apart", actor, asked)


@router.post("/actors/{actor:path}/split")
def split(desk: AtDesk, hub: AtHub, who: Who, actor: ActorId, asked: Split) -> Decided:
    """Give some of an actor's claims to another, new or known."""
    return _decide(desk, hub, who, "split", actor, asked)


@router.post("/actors/{actor:path}/rename")
def rename(desk: AtDesk, hub: AtHub, who: Who, actor: ActorId, asked: Rename) -> Decided:
    """Show an actor under another name."""
    return _decide(desk, hub, who, "rename", actor, asked)


@router.post("/actors/{actor:path}/alias")
def alias(desk: AtDesk, hub: AtHub, who: Who, actor: ActorId, asked: Alias) -> Decided:
    """Teach an actor one more name."""
    return _decide(desk, hub, who, "alias", actor, asked)


@router.post("/actors/{actor:path}/code")
def code(desk: AtDesk, hub: AtHub, who: Who, actor: ActorId, asked: Code) -> Decided:
    """Give an actor another country, sector or kind."""
    return _decide(desk, hub, who, "code", actor, asked)
