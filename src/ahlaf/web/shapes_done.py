"""What was done with a project, as it goes out: decisions, additions, coding, and what a person set."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from ahlaf.web.shapes import Claim, Name, Shape


class DecisionInfo(Shape):
    """A decision as the journal has it."""

    number: int
    kind: str
    verdict: str | None
    who: str
    at: str
    note: str
    document: int | None
    claim: int | None
    actor: str | None
    content: dict[str, Any]
    undoes: int | None
    undone: bool


class JournalEntry(DecisionInfo):
    """The same with the names of what it is about, for a list that people read."""

    title: str | None
    opening: str
    """What its document is called by where that has no title."""
    added: int | None
    """How many documents came by it, where it is an addition."""
    about: Name | None
    """On whom it is."""
    other: Name | None
    """Into whom that one was merged or split, from whom it is kept apart."""
    ends: dict[str, Name]
    """Whom it puts at the ends of a claim and for its voice (``source``, ``target``, ``voice``)."""


class Decided(Shape):
    """The number of a decision that is written down for good."""

    decision: int


class DecidedClaim(Decided):
    """The same, with the claim as it stands now."""

    claim: Claim


class Undone(Shape):
    """What was undone, or brought back."""

    undone: int | None
    decision: int | None
    active: bool
    kind: str | None
    """What the decision was that changed in the end."""
    claim: int | None
    """On which claim it was, where it was on one."""


class AddedDocument(Shape):
    """A document that was added; not ``new`` where the project had it already."""

    number: int
    new: bool


class SetAside(Shape):
    """What was not taken, and why."""

    where: str
    what: str
    do: str
    what_ar: str
    do_ar: str


class Removed(Decided):
    """A document was left out with its claims."""

    claims: int
    """How many claims went with it."""


class RemovedDocument(Decided):
    """A document that was removed, and the decision that brings it back when it is undone."""

    number: int
    title: str | None
    opening: str
    outlet: str | None
    date: str | None
    who: str
    at: str
    note: str


class Added(Shape):
    """What became of an addition."""

    decision: int | None
    added: list[AddedDocument]
    set_aside: list[SetAside]


class CodingInfo(Shape):
    """How far coding is."""

    running: bool
    done: int
    total: int
    claims: int
    refused: int
    eta: float | None
    """Seconds that are left, as far as can be told."""
    error: str | None = None


class Settings(Shape):
    """What a person set; what he didn't is as it comes."""

    language: Literal["ar", "en"] | None = None
    keys: bool = True
    weights: dict[str, float | str] = Field(default_factory=dict, max_length=40)
    """What kinds of claims count (:mod:`ahlaf.network.weights`): ``{"alleged": 0.3, "repeat": "more"}``."""
