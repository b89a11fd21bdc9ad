"""What a project gives back: frozen records without behaviour.

Numbers of documents, claims and decisions are the project's own and never used twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, Literal, get_args

from ahlaf.model import Claim, Document, Reason, Span

Verdict = Literal["confirm", "correct", "refuse", "unsure"]
VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)
Status = Literal["new", "confirmed", "corrected", "refused", "unsure", "disputed"]
STATUSES: Final[tuple[Status, ...]] = get_args(Status)
SIDES: Final = ("source", "target", "voice")
"""The ends of a claim, and who says it."""
ActorKind = Literal["merge", "split", "rename", "alias", "code", "apart"]
MODELS: Final = ("llm", "both")
"""The names of coders that ask a language model, as codings keep them."""
NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document on its way in: where it came from, and the hash of the bytes that it came in."""

    document: Document
    origin: str
    raw_sha256: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an arrival. ``family`` is the first document of its near copies, itself where there are none."""

    document: int
    new: bool
    family: int
    removed: int | None = None
    """The decision by which it was removed before: it stays so."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A document of the project, without its text."""

    id: int
    name: str
    title: str | None
    author: str | None
    outlet: str | None
    date: str | None
    url: str | None
    language: str | None
    length: int
    family: int
    hidden: bool
    digest: str | None
    """The rule book that it was last coded by; ``None``: not yet coded."""
    claims: int


@dataclass(frozen=True, slots=True)
class Coder:
    """Who coded: a program, its version and the digest of its rule book."""

    name: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True)
class Party:
    """An end of a claim or its speaker: the actor as decided, and the words on the spot."""

    id: str
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class KeptClaim:
    """A claim as it stands after every decision; :meth:`.project.Project.reading` gives what the coder said."""

    id: int
    document: int
    number: int
    source: Party | None
    target: Party | None
    relation: str
    sign: int
    polarity: str
    modality: str
    voice: Party | None
    """``None``: the author."""
    mode: str
    time: str | None
    place: str | None
    number_said: str | None
    trigger: Span
    evidence: Span
    words: str
    """The evidence, as the document has it."""
    credence: float
    rule: str
    status: str
    date: str | None
    outlet: str | None
    title: str | None
    story: int
    """The first document of the near copies of its document; that itself where there are none."""
    coder: Coder
    added: int | None = None
    """The decision by which a person added it; ``None``: the machine's."""
    coders: tuple[str, ...] = ()
    """Where several coders read side by side: those that found it."""
    differs: tuple[str, ...] = ()
    """What they differ on (:class:`ahlaf.model.Claim`); empty where they agree."""
    reported: bool = False
    """Whether its event is told as news that it happened."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A claim as it stands, with all that its coder said of it, and the document that says it."""

    kept: KeptClaim
    claim: Claim
    document: Document


@dataclass(frozen=True, slots=True)
class Review:
    """A person's decision on a claim: a row of its own, beside what it decides.

    ``claim`` is the claim that it follows now; ``None`` where the last coding lost it. ``seen`` is the claim as
    the machine had put it when it was decided.
    """

    id: int
    document: int
    claim: int | None
    verdict: Verdict
    who: str
    at: str
    note: str = ""
    changes: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    seen: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    active: bool = True


@dataclass(frozen=True, slots=True)
class Decision:
    """Any decision as the journal has it: an addition, a removal, a review, one on an actor, or the undoing of another."""

    id: int
    kind: str
    who: str
    at: str
    note: str
    document: int | None
    claim: int | None
    actor: str | None
    content: Mapping[str, Any]
    undoes: int | None
    active: bool


@dataclass(frozen=True, slots=True)
class KeptActor:
    """An actor as decided; ``into`` is set where it was merged into another."""

    id: str
    name: str
    name_en: str
    kind: str
    country: str
    sector: str
    into: str | None
    claims: int = 0


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two actors that may be one, the lesser first, and why."""

    actor: KeptActor
    into: KeptActor
    reasons: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a document, with the stretches of the document that answer the search."""

    span: Span
    lit: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that answers a search."""

    document: Kept
    passages: tuple[Passage, ...]
    text: str
    found: int
    """How many words answer in all."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """An input that was refused, or a document that could not be coded, and why."""

    id: int
    stage: str
    origin: str
    kind: str
    what: str
    remedy: str
    at: str
    document: int | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far coders agree on one field. Pairs carry Cohen's κ; ``None`` where it is not defined."""

    field: str
    coders: tuple[str, ...]
    claims: int
    """How many two or more decided; only these tell of agreement."""
    pairs: tuple[tuple[str, str, int, float, float | None], ...]
    """Two coders, the claims that both decided, the share on which they agree, Cohen's κ."""
    fleiss: float | None
    """Over the claims that every coder decided."""
    complete: int
    alpha: float | None
    """Krippendorff's α (nominal), over every claim that two or more decided."""


@dataclass(frozen=True, slots=True)
class Undone:
    """An undoing: the decision that changed in the end, and what of the project comes or goes with it."""

    number: int
    """The undoing's own: undone, it brings the decision back."""
    undoes: int
    decision: Decision
    documents: int
    """How many documents come or go with an addition or removal; with any other decision none."""
    claims: int


@dataclass(frozen=True, slots=True, order=True)
class State:
    """A state of a project: the journal's last number, and how often something changed that it doesn't tell."""

    decision: int
    coding: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim, with where its ends and speakers stand in the document; ``None`` where nobody knows."""

    claim: KeptClaim
    source: Span | None
    target: Span | None
    voices: tuple[tuple[Party, Span | None], ...]
    """The chain of speakers, the nearest first; empty: the author."""
    purpose: Span | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Which documents are wanted, how they are sorted and which page of them; empty fields narrow nothing."""

    search: str = ""
    state: str = ""
    outlet: str | tuple[str, ...] = ""
    since: str = ""
    until: str = ""
    sort: str = "-added"
    limit: int = 50
    offset: int = 0
    shares: Mapping[int, float] = field(default_factory=lambda: MappingProxyType[int, float]({}))
    """What ``tension`` sorts by: a share for each document that has one."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A document in a list: how it was coded, and how far its claims are decided."""

    document: Kept
    state: Literal["waiting", "coded", "failed"]
    error: str | None
    coder: tuple[str, str, str] | None
    claims: int
    reviewed: int
    doubtful: int
    copies: int
    """How many near copies of it there are beside it."""
    passages: tuple[Passage, ...]
    """What answers the search, where there was one."""
    text: str
    """The whole text where there was a search; else nothing."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list, and how long the list is."""

    total: int
    items: tuple[Shelved, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Claims counted: affirmed ones that bind, affirmed ones that divide, denied ones; of whom or when."""

    about: str | None
    plus: int
    minus: int
    denied: int

    @property
    def all(self) -> int:
        """All of them."""
        return self.plus + self.minus + self.denied


@dataclass(frozen=True, slots=True)
class Printed:
    """What an outlet prints on a tie, whoever says it: how often that it binds, how often that it divides."""

    outlet: str
    plus: int
    minus: int
    claims: tuple[int, ...]
    """The surest claims of the sign that it prints more often."""


@dataclass(frozen=True, slots=True)
class Differing:
    """Somebody to whom an actor's tie is a bond in some outlets and a divide in others."""

    other: str
    binds: tuple[Printed, ...]
    divides: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """An actor's page."""

    actor: KeptActor
    names: tuple[tuple[str, int], ...]
    merged: tuple[KeptActor, ...]
    said_of: tuple[Tally, ...]
    """Claims that have it for a target, by voice (``None``: the author)."""
    said_doing: tuple[Tally, ...]
    """Claims that have it for a source, by voice."""
    towards: tuple[Tally, ...]
    """Claims that have it for a source, by target."""
    by: tuple[Tally, ...]
    """Claims that have it for a target, by source."""
    timeline: tuple[Tally, ...]
    says: tuple[Tally, ...]
    """What it says itself, as a voice: one tally."""
    differing: tuple[Differing, ...]
    """On whom outlets differ, the most printed first."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that the doctor found: ``fault`` for what is broken, ``note`` for what a person should know."""

    kind: Literal["fault", "note"]
    check: str
    says: str
