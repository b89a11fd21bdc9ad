"""What goes out of the network: the map, tensions, suppositions, time, and how it is exported."""

from __future__ import annotations

from typing import Literal

from ahlaf.web.shapes import Name, Pair, Shape


class Quotation(Shape):
    """A claim by its words: ``lit`` are places in the words."""

    claim: int
    document: int
    title: str | None
    opening: str
    outlet: str | None
    author: str | None
    date: str | None
    words: str
    lit: list[Pair]
    denied: bool
    modality: str
    relation: str
    voice: list[Name] | Literal["author"]
    source: Name | None
    target: Name | None
    status: str


class Frustration(Shape):
    """How much weight has to be doubted for the whole to hold; ``value`` only where it is proved."""

    value: float | None
    lower: float
    upper: float
    proved: bool


class MapActor(Name):
    """An actor on the map; ``camp`` counts from 0, that of whom the whole project says most; ``null`` stands alone."""

    kind: str
    country: str
    camp: int | None
    claims: int
    ties: int
    """How many ties it has under these filters, drawn or left aside."""
    x: float | None = None
    y: float | None = None


class MapEdge(Shape):
    """What is said from one to another, for one sign: masses for and against it, and counts of who says so."""

    source: str
    target: str
    sign: Literal[1, -1]
    for_: float
    against: float
    weight: float
    voices: int
    deniers: int
    documents: int
    outlets: int
    first: str | None
    last: str | None
    relations: list[str]
    claims: list[int]
    """At most 50 of them."""
    total: int


class Camp(Shape):
    """A camp of the map."""

    number: int
    size: int


class Alliance(Name):
    """A body that the texts declare, and who belongs to it."""

    members: list[str]


class Period(Shape):
    """Claims of a stretch of time."""

    period: str
    claims: int


class VoiceCount(Name):
    """A voice and how much it says."""

    claims: int


class OutletClaims(Shape):
    """An outlet and how many claims it prints."""

    name: str
    claims: int


class Total(Shape):
    """How much there is before the limit."""

    actors: int
    edges: int


class Begins(Shape):
    """With which ties a map begins where nobody says how many documents they rest on."""

    evidence: int
    """1, or 2 where all ties together would be too many to be seen."""
    aside: int
    """How many ties rest on fewer documents than that."""


class Around(Shape):
    """An actor that is drawn with its ties whatever the limits; how many ties and actors are there for its sake alone."""

    id: str
    ties: int
    actors: int


class Map(Shape):
    """The signed network. Periods, voices and outlets are those of the whole project."""

    actors: list[MapActor]
    edges: list[MapEdge]
    camps: list[Camp]
    alliances: list[Alliance]
    frustration: Frustration | None
    periods: list[Period]
    voices: list[VoiceCount]
    outlets: list[OutletClaims]
    total: Total
    evidence: int
    """The least number of documents that an edge here rests on."""
    begins: Begins
    around: Around | None
    """Where an actor was asked for; ``null`` also where it has no tie under these filters."""
    stale: bool
    """A newer picture is being worked out; ask again at the event ``picture``."""


class Side(Shape):
    """One side of a tension."""

    ar: str
    en: str
    mass: float
    total: int
    quotations: list[Quotation]


class Tension(Shape):
    """Claims that can't all hold."""

    id: str
    kind: str
    score: float
    sentence_ar: str
    sentence_en: str
    actors: list[Name]
    sides: list[Side]
    claims: list[int]


class KindCount(Shape):
    """How many tensions of a kind there are."""

    kind: str
    count: int


class Tensions(Shape):
    """Tensions, ranked."""

    total: int
    kinds: list[KindCount]
    items: list[Tension]
    stale: bool


class Standing(Shape):
    """How well the network holds together."""

    frustration: Frustration
    camps: list[list[str]]


class ChangedTension(Shape):
    """A tension whose score changes."""

    before: float
    after: float
    tension: Tension


class Joined(Shape):
    """An actor new to the picture, and in whose camp it comes to stand."""

    actor: Name
    beside: list[Name]


class Supposition(Shape):
    """What would change."""

    before: Standing
    after: Standing
    gone: list[Tension]
    come: list[Tension]
    changed: list[ChangedTension]
    moved: list[Name]
    joined: list[Joined]
    new_actors: list[str]


class PeriodCount(Shape):
    """Claims of a period: affirmed ones that bind, and that divide.

    Claims that are dated less exactly than the periods are have one of their own: a month's list has "2014" for those of
    which only the year is known.
    """

    period: str
    for_: int
    against: int


class Turned(Shape):
    """A pair whose sign is another than when it last had one."""

    source: Name
    target: Name
    was: int
    now: int
    before: str
    start: str
    quotations_before: list[Quotation]
    quotations_after: list[Quotation]


class Timeline(Shape):
    """Claims over time."""

    by: Literal["day", "week", "month", "year"]
    counts: list[PeriodCount]
    undated: int
    turned: list[Turned]
    """At most 50, the newest first."""
    turned_total: int
    turned_known: bool
    """False where there is too much to go through: choose longer periods, or one actor."""


class Passing(Shape):
    """How many claims pass the filters, of how many."""

    claims: int
    total: int


class Format(Shape):
    """A format of export."""

    format: str
    extension: str
    group: Literal["claims", "network", "report"]
