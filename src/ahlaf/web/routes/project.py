"""The project as a whole: what it holds, its journal, settings, coding, live events."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

from fastapi import Header, Query
from pydantic import BaseModel, ConfigDict
from sse_starlette import EventSourceResponse

from ahlaf import __version__
from ahlaf.lexicon.countries import countries
from ahlaf.network.table import MODALITIES
from ahlaf.network.tensions.words import ARABIC, ENGLISH
from ahlaf.network.weights import Weights
from ahlaf.relations import RELATIONS
from ahlaf.store import Kept
from ahlaf.store.address import is_server
from ahlaf.web import diary, shapes, shapes_done
from ahlaf.web.desk import Desk
from ahlaf.web.fields import LARGEST, Limit, Line, Offset
from ahlaf.web.hub import Event
from ahlaf.web.refusals import refusal
from ahlaf.web.routes.common import AtDesk, AtHub, AtRunner, Who, room

router = room("project")
LANGUAGES: Final = ["ar", "en"]
_EXAMPLES: Final = frozenset(
    "gulf-good-neighbours iraq-sixty-states jenin-camp-raid lebanon-who-decided libya-two-accounts maghreb-closed-border "
    "mali-convoy-attack sudan-el-fasher ukraine-late-lesson yemen-three-armies".split()
)


def relations() -> list[shapes.RelationInfo]:
    """The relations with their names in both languages."""
    return [
        shapes.RelationInfo(
            name=r.name,
            sign=1 if r.sign > 0 else -1,
            type="event" if r.event else "tie",
            mutual=r.mutual,
            label_en=ENGLISH[r.name],
            label_ar=ARABIC[r.name],
        )
        for r in RELATIONS.values()
    ]


def _info(desk: Desk) -> shapes.ProjectInfo:
    project = desk.project
    counts, outlets = desk.held()
    waiting = project.waiting(desk.coder, spare=True) if desk.coder else counts["documents"] - counts["coded"]
    statuses: dict[str, int] = counts["claims"]
    state = desk.state()
    few: list[Kept] = list(project.documents()) if counts["documents"] == len(_EXAMPLES) else []
    return shapes.ProjectInfo(
        name=called(desk),
        address="server" if is_server(project.shown) else "file",
        counts=shapes.Counts(
            documents=counts["documents"],
            claims=sum(statuses.values()),
            reviews=sum(n for s, n in statuses.items() if s != "new"),
            actors=counts["actors"],
            waiting=waiting,
            set_aside=counts["set_aside"],
            statuses=statuses,
            orphans=counts["orphans"],
        ),
        dates=[counts["dates"][0], counts["dates"][1]],
        coder=desk.who,
        version=__version__,
        relations=relations(),
        modalities=list(MODALITIES),
        weights={**Weights().modality, "denial": Weights().denial},
        languages=LANGUAGES,
        example={d.name.rpartition("/")[2].removesuffix(".txt") for d in few} == _EXAMPLES,
        outlets=[shapes.OutletCount(name=o, documents=n) for o, n in outlets],
        state=f"{state.decision}.{state.coding}",
    )


@router.get("/project")
def get_project(desk: AtDesk) -> shapes.ProjectInfo:
    """What the project is called and holds, and the relations that claims may have."""
    return desk.memory.get((desk.state(), "info", desk.coder), lambda: _info(desk))


@router.get("/countries")
def get_countries() -> shapes.Items[shapes.Name]:
    """The names of the countries, by the codes that actors bear."""
    return shapes.Items(items=[shapes.Name(id=c.code, name=c.name, name_en=c.name_en) for c in countries()])


@router.get("/set-aside")
def get_set_aside(desk: AtDesk) -> shapes.Items[shapes_done.SetAside]:
    """What was not taken, and why."""
    return shapes.Items(items=[refusal(a.origin, a.what, a.remedy, a.kind) for a in desk.project.set_aside()])


@router.get("/journal")
def get_journal(desk: AtDesk, limit: Limit = 50, offset: Offset = 0) -> shapes.Listed[shapes_done.JournalEntry]:
    """What was decided, the newest first."""
    return diary.page(desk, limit, offset)


class Undo(BaseModel):
    """Which decision is undone: this person's last one that is neither addition nor removal, where none is named."""

    model_config = ConfigDict(extra="forbid")
    decision: Annotated[int, Query(ge=1, le=LARGEST)] | None = None
    note: Line = ""


@router.post("/undo")
def undo(desk: AtDesk, hub: AtHub, who: Who, asked: Undo) -> shapes_done.Undone:
    """Undo a decision of any kind by its number, else the last that is neither addition nor removal.

    Undoing an undoing brings the decision back.
    """
    undone = desk.project.undo(who, asked.decision, asked.note)
    hub.nudge()
    root = undone.decision
    return shapes_done.Undone(undone=undone.undoes, decision=undone.number, active=root.active, kind=root.kind, claim=root.claim)


# -- coding ---------------------------------------------------------------------------------------------


class Nothing(BaseModel):
    """An empty object."""

    model_config = ConfigDict(extra="forbid")


@router.get("/coding")
def get_coding(runner: AtRunner) -> shapes_done.CodingInfo:
    """How far coding is."""
    return runner.info


@router.post("/coding")
def start_coding(runner: AtRunner, asked: Nothing) -> shapes_done.CodingInfo:  # noqa: ARG001 - its shape is checked
    """Code what is new, or was coded by an older rule book; while it is at work, what has come meanwhile is coded next."""
    return runner.start()


@router.post("/coding/stop")
def stop_coding(runner: AtRunner, asked: Nothing) -> shapes_done.CodingInfo:  # noqa: ARG001 - as above
    """Stop coding after what is at work."""
    return runner.stop()


# -- live events ----------------------------------------------------------------------------------------


@router.get("/events", response_class=EventSourceResponse)
def events(
    desk: AtDesk, hub: AtHub, runner: AtRunner, last_event_id: Annotated[str, Header(max_length=20)] = ""
) -> EventSourceResponse:
    """Server-sent events: ``hello``, ``coding``, ``document``, ``decision``, ``picture``.

    A ``decision`` carries its number as the event's id: who comes again with ``Last-Event-ID`` gets what he missed.
    """
    last = int(last_event_id) if last_event_id.isascii() and last_event_id.isdecimal() else None

    def hello() -> list[Event]:
        state = desk.state()
        start = {"coder": desk.who, "state": f"{state.decision}.{state.coding}", "decision": state.decision}
        return [("hello", start, None), ("coding", runner.info.model_dump(), None)]

    return EventSourceResponse(hub.listen(hello, last), ping=15)


# -- settings -------------------------------------------------------------------------------------------


@router.get("/settings")
def get_settings(desk: AtDesk, who: Who) -> shapes_done.Settings:
    """What this person set."""
    return shapes_done.Settings.model_validate(desk.project.settings(who))


@router.put("/settings")
def put_settings(desk: AtDesk, who: Who, asked: shapes_done.Settings) -> shapes_done.Settings:
    """Keep what this person set, in the project; the weights count in his maps and tensions."""
    Weights.of(f"{k}={v}" for k, v in asked.weights.items())
    desk.project.set_settings(who, asked.model_dump())
    return asked


def called(desk: Desk) -> str:
    """What a project is called: its file without the ending, or its database."""
    shown = desk.project.shown
    return Path(shown).stem if not is_server(shown) else shown.rpartition("/")[2]


def weights(desk: Desk, who: str) -> tuple[str, ...]:
    """A person's weights, as the network takes them."""
    kept = desk.project.settings(who).get("weights", {})
    return tuple(f"{k}={v}" for k, v in sorted(kept.items()))
