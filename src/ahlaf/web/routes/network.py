"""The network: the map, its quotations, tensions, suppositions, time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Final, Literal

from fastapi import Depends, Query
from pydantic import BaseModel, ConfigDict, Field

from ahlaf.model import DATE
from ahlaf.web import pictures, times
from ahlaf.web import shapes_network as shapes
from ahlaf.web.desk import Asked
from ahlaf.web.fields import AnyRelation, Date, Decided, Kind, Limit, Line, Many, MaybeModality, Number, Offset, Relation
from ahlaf.web.fields import Asked as Typed
from ahlaf.web.routes.common import AtDesk, Who, room
from ahlaf.web.routes.project import weights
from ahlaf.web.shapes import Listed

router = room("network")
_MODIFIED: Final = 200
_LEAST: Final = "The least number of documents that an edge rests on; 0: 1, or 2 where the map would hold too many edges to be seen."
_AROUND: Final = "The id of an actor that is drawn with its ties, whatever the limits above."
_NONE: list[str] = []


def _filters(
    desk: AtDesk,
    who: Who,
    since: Date = "",
    until: Date = "",
    voice: Many = _NONE,
    outlet: Many = _NONE,
    relation: Annotated[list[Relation], Query(max_length=30)] = _NONE,
    status: Decided = "",
    actor: Many = _NONE,
    modality: Annotated[list[MaybeModality], Query(max_length=10)] = _NONE,
    least: Annotated[float, Query(ge=0, le=1, description="The least credence of a claim; what a person confirmed passes any.")] = 0.0,
    lift: Annotated[list[Literal["organs", "members"]], Query(max_length=2)] = _NONE,  # type: ignore[assignment]
) -> Asked:
    """What the network is narrowed to; a filter may be given several times. ``status=none``: claims not yet reviewed."""
    return Asked(
        since,
        until,
        _given(voice),
        _given(outlet),
        tuple(relation),
        _given((status,)),
        _given(actor),
        _given(modality),
        least,
        tuple(sorted(set(lift))),
        weights(desk, who),
    )


def _given(values: Iterable[str]) -> tuple[str, ...]:
    """What is there of a filter: an empty field asks for nothing."""
    return tuple(v for v in values if v)


Filters = Annotated[Asked, Depends(_filters)]


@router.get("/map")
def get_map(
    desk: AtDesk,
    filters: Filters,
    evidence: Annotated[int, Query(ge=0, le=999, description=_LEAST)] = 1,
    limit: Annotated[int, Query(ge=2, le=1000, description="The most actors: those that are tied most.")] = pictures.FIRST,
    around: Annotated[Typed, Query(description=_AROUND)] = "",
) -> shapes.Map:
    """The signed network of actors: edges with what is said for and against, camps, declared alliances."""
    return pictures.draw(desk, filters, evidence, limit, around)


@router.get("/map/edge")
def get_edge(
    desk: AtDesk,
    filters: Filters,
    source: Typed,
    target: Typed,
    sign: Annotated[Literal["", "1", "-1", "+1"], Query()] = "",
    limit: Limit = 20,
    offset: Offset = 0,
) -> Listed[shapes.Quotation]:
    """The claims of an edge by their words, the weightiest first."""
    return pictures.edge(desk, filters, source, target, int(sign or 0), limit, offset)


@router.get("/tensions")
def get_tensions(
    desk: AtDesk,
    filters: Filters,
    kind: Annotated[list[Kind], Query(max_length=10)] = _NONE,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
    offset: Offset = 0,
) -> shapes.Tensions:
    """What cannot hold together, ranked, each with the quotations of every side."""
    return pictures.tensions(desk, filters, [k for k in kind if k], limit, offset)


class Tie(BaseModel):
    """A tie by its ends (ids or names) and its relation; ``*`` is any, where ties are taken away."""

    model_config = ConfigDict(extra="forbid")
    source: Line = Field(min_length=1)
    relation: AnyRelation
    target: Line = Field(min_length=1)

    def typed(self) -> str:
        """As `ahlaf whatif` takes it."""
        return f"{self.source} {self.relation} {self.target}"


class Suppose(BaseModel):
    """Ties that are said, ties that nobody says, claims that are not there."""

    model_config = ConfigDict(extra="forbid")
    add: list[Tie] = Field(default_factory=list, max_length=_MODIFIED)
    remove: list[Tie] = Field(default_factory=list, max_length=_MODIFIED)
    doubt: list[Number] = Field(default_factory=list, max_length=_MODIFIED)


@router.post("/whatif")
def whatif(desk: AtDesk, filters: Filters, asked: Suppose) -> shapes.Supposition:
    """What would change in tensions and camps; touches no data."""
    return pictures.supposed(
        desk, filters, [t.typed() for t in asked.add], [t.typed() for t in asked.remove], [str(n) for n in asked.doubt]
    )


@router.get("/timeline")
def get_timeline(
    desk: AtDesk, filters: Filters, by: times.Unit = "month"
) -> shapes.Timeline:
    """Claims for and against over time, and the pairs whose sign turned."""
    return times.timeline(desk, filters, by)


@router.get("/timeline/claims")
def get_period(
    desk: AtDesk,
    filters: Filters,
    period: Annotated[str, Query(pattern=f"^{DATE}$", description="As the timeline calls it; a week by its Monday.")],
    by: times.Unit = "month",
    limit: Limit = 20,
    offset: Offset = 0,
) -> Listed[shapes.Quotation]:
    """The claims that the timeline counts in one of its periods, by their words."""
    return times.told_in(desk, filters, by, period, limit, offset)
