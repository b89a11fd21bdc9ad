"""What the rule book knows of a word, ready for look-up: the records that :mod:`.load` makes of rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from ahlaf.model import Actor
from ahlaf.text.views import fold

SenseKind = Literal["verb", "action", "agent", "state", "adjective", "idiom", "thing"]


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a word as a relation: which, and where its two ends stand."""

    relation: str
    sign: int
    source: tuple[str, ...]
    """Where the source stands: subj, obj, gen, host or prepositions."""
    target: tuple[str, ...]
    kind: SenseKind
    mode: str
    gloss: str
    lemma: str
    ref: str

    def takes(self, place: str) -> bool:
        """Whether one of its ends, whichever, may stand there: behind a preposition, as the host."""
        return place in self.source or place in self.target


@dataclass(frozen=True, slots=True)
class Light:
    """A verb that only carries a noun: "شنّ هجوما" is the attack, its subject the attacker."""

    active: bool
    """True where the subject does what the noun says, False where it suffers it."""
    link: str
    """"obj", or the preposition that leads to the noun."""
    ref: str


@dataclass(slots=True, eq=False)
class Lexeme:
    """A dictionary word: its senses, and what else it does. Filled while loading, then only read."""

    lemma: str
    pos: Literal["verb", "noun", "adjective"]
    senses: list[Sense] = field(default_factory=list)
    lights: list[Light] = field(default_factory=list)
    report: str = ""
    """For verbs of saying: "say", "hedge", "ask", "promise" or "deny"."""
    ref: str = ""
    _folded: str = field(default="", init=False, repr=False)

    @property
    def folded(self) -> str:
        """The lemma as groups of words have it: without marks, letters made alike. Found once, for many rules ask for it."""
        if not self._folded:
            self._folded = fold(self.lemma)
        return self._folded


class Entry(NamedTuple):
    """One reading of a written stem."""

    kind: str
    """perfect, imperfect, imperative, masdar, active, passive_participle, noun, adjective."""
    person: int
    gender: str
    number: str
    voice: str
    joined: bool
    """True for the spelling that a word takes before an attached pronoun."""
    lexeme: Lexeme
    written: str
    """The stem as it is written with care, its hamzas in their seats."""


class Name(NamedTuple):
    """A name of an actor, as the folded tokens that write it."""

    tokens: tuple[str, ...]
    actor: Actor
    strong: bool
    text: str
    ref: str
    gender: str
    number: str


class Nisba(NamedTuple):
    """An adjective of origin, or a people: "عراقي", "العراقيون", "أتراك"."""

    actor: Actor
    gender: str
    number: str
    people: bool
    """True for a form that names the people (a plural), not only what belongs to the state."""
    ref: str


class Organ(NamedTuple):
    """A head that builds an organ, force or office with a state's adjective or name."""

    tokens: tuple[str, ...]
    sector: str
    kind: str
    person: bool
    text: str
    ref: str
    gender: str
    number: str


class Generic(NamedTuple):
    """A general noun for political actors."""

    lemma: str
    kind: str
    sector: str
    sign: int
    gender: str
    number: str
    ref: str


class Place(NamedTuple):
    """A place that is no state."""

    tokens: tuple[str, ...]
    actor: Actor
    kind: str
    ref: str


class Idiom(NamedTuple):
    """An expression of several words; each position is a set of folded words, ``[lemma]``, or ``_``."""

    parts: tuple[frozenset[str], ...]
    second: frozenset[str]
    """What its second position may be; empty where it has none, or any word may stand there."""
    sense: Sense | None
    """None where its words carry no relation together, whatever they do alone: "ضربة جزاء", "احتل المرتبة"."""
    verbal: bool
    """It begins with a verb in any of its forms, whose subject may stand behind it."""
    ref: str


class Cue(NamedTuple):
    """Words that change or carry a claim."""

    parts: tuple[frozenset[str], ...]
    second: frozenset[str]
    """As an idiom's."""
    kind: str
    reach: str
    ref: str
    text: str
