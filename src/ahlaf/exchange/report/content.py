"""What a report says: plain records, filled where a project is known and written where only HTML is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["ar", "en"]
LANGUAGES: tuple[Language, ...] = ("ar", "en")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of the report's own, in its language, with the names in them, which may be in another."""

    words: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A claim with its words. Empty texts are not known; an empty ``voice`` is the author."""

    number: int
    says: Sentence
    """The claim in one sentence."""
    words: str
    rtl: bool
    """Whether the words are written from right to left."""
    document: int
    title: str
    outlet: str
    author: str
    date: str
    voice: str
    relation: str
    sign: int
    denied: bool
    modality: str
    status: str
    reviewers: tuple[tuple[str, str], ...] = ()
    """Who decided on it, and how: (name, verdict)."""


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge of the map; ``group`` is the place, among the report's groups, of its claims, -1 where they are not shown."""

    source: str
    target: str
    sign: int
    weight: float
    mass_for: float
    mass_against: float
    voices: int
    documents: int
    first: str
    last: str
    group: int


@dataclass(frozen=True, slots=True)
class Strong:
    """One of the heaviest edges, with the outlets that print it, the most first, and the surest words that say it."""

    edge: Edge
    outlets: tuple[tuple[str, int], ...]
    quote: Quote


@dataclass(frozen=True, slots=True)
class Alliance:
    """A body with its members as the texts declare them: each with its weight and the numbers of its claims."""

    name: str
    members: tuple[tuple[str, float, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a tension; ``more`` quotations are left out."""

    says: Sentence
    mass: float
    quotes: tuple[Quote, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Tension:
    """Claims that cannot all hold."""

    kind: str
    sentence: Sentence
    score: float
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The claims between two actors; ``ends`` has one name where a claim's other end is not named, none where neither is."""

    ends: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How much it is, and who said and decided it: names with numbers, the most first."""

    documents: int
    coded: int
    """Documents in which a chosen claim stands."""
    claims: int
    actors: int
    edges: int
    first: str
    last: str
    statuses: tuple[tuple[str, int], ...]
    voices: tuple[tuple[str, int], ...]
    """An empty name is the authors, all together."""
    outlets: tuple[tuple[str, int], ...]
    coders: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    """Who decided: a name, with how many of each verdict."""
    decision: int
    """The number of the last decision that the report knows."""
    at: str
    """When it was made."""


@dataclass(frozen=True, slots=True)
class Method:
    """How it was made: program, coders with their rule books, and every choice that changes the figures."""

    version: str
    coders: tuple[tuple[str, str, str], ...]
    """(name, version, digest of the rule book)."""
    settings: tuple[str, ...]
    """Weights and lifts that differ from the usual, as typed."""


@dataclass(frozen=True, slots=True)
class Period:
    """What is claimed of a day, a month or a year: claims, the weight that binds and that divides, ties that turned in it."""

    start: str
    claims: int
    plus: float
    minus: float
    turned: int


@dataclass(frozen=True, slots=True)
class Turning:
    """Two actors whose tie has another sign than before: in which periods, and the weightiest words of either."""

    ends: tuple[str, str]
    was: int
    now: int
    before: str
    start: str
    said_before: Quote | None
    said_after: Quote | None


@dataclass(frozen=True, slots=True)
class OverTime:
    """What is claimed when; ``undated`` and ``elsewhere`` claims are in no period."""

    unit: Literal["days", "months", "years"]
    periods: tuple[Period, ...]
    """Those with claims."""
    turned: tuple[Turning, ...]
    all_turned: int
    undated: int
    elsewhere: int
    """Claims on a time before the first document or after the last one; those that are dated far from all others aside."""


@dataclass(frozen=True, slots=True)
class Report:
    """All of a report."""

    name: str
    language: Language
    filters: tuple[tuple[str, str], ...]
    """What narrowed the claims: (name of the option, value)."""
    counts: Counts
    picture: bytes
    """The map as SVG; empty where no claim ties two actors."""
    edges: tuple[Edge, ...]
    camps: tuple[tuple[str, ...], ...]
    """Those of whom most is said first."""
    doubt: str
    """The weight that must be doubted, with its proof or its bounds; empty where there are no camps."""
    alliances: tuple[Alliance, ...]
    tensions: tuple[Tension, ...]
    all_tensions: int
    groups: tuple[Group, ...]
    shown: int
    """How many claims are quoted."""
    method: Method
    strongest: tuple[Strong, ...] = ()
    """The heaviest edges of either sign."""
    time: OverTime | None = None
    """Nothing where the documents have fewer than two dates."""
