"""What goes out of actors: the list, an actor's page, and who may be one."""

from __future__ import annotations

from typing import Any

from ahlaf.web.shapes import Name, Shape
from ahlaf.web.shapes_network import PeriodCount, Quotation


class ActorRow(Name):
    """An actor in a list; claims that have it for an end."""

    kind: str
    country: str
    sector: str
    claims: int
    claims_for: int
    claims_against: int


class VoiceTally(Name):
    """A voice on an actor."""

    for_: int
    against: int


class Neighbour(VoiceTally):
    """Somebody to whom claims tie an actor."""

    as_source: int
    as_target: int


class Member(Name):
    """An actor that was merged into another, and the decision that did it."""

    decision: int | None


class ActorDecision(Shape):
    """A decision on an actor."""

    number: int
    kind: str
    who: str
    at: str
    content: dict[str, Any]
    active: bool


class Printed(Shape):
    """What an outlet prints on a tie, whoever says it."""

    outlet: str
    for_: int
    against: int
    quotations: list[Quotation]


class Differing(Shape):
    """Somebody to whom the actor's tie is a bond in some outlets and a divide in others."""

    other: Name
    binds: list[Printed]
    divides: list[Printed]


class ActorPage(Name):
    """Everything about an actor."""

    names: list[str]
    kind: str
    country: str
    sector: str
    claims: int
    for_: int
    against: int
    denied: int
    as_source: int
    as_target: int
    says: int
    """Claims that it makes itself, as a voice."""
    by_voice: list[VoiceTally]
    neighbours: list[Neighbour]
    timeline: list[PeriodCount]
    differing: list[Differing]
    members: list[Member]
    merged_into: Name | None
    decisions: list[ActorDecision]


class CandidateActor(Name):
    """An actor that may be another, with what tells who it is."""

    kind: str
    country: str
    sector: str
    claims: int
    quotation: Quotation | None
    """The claim on it that is most surely in its text."""


class Candidate(Shape):
    """Two actors that may be one."""

    actor: CandidateActor
    into: CandidateActor
    reasons: list[str]
    weight: float
