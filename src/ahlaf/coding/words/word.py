"""A written word as the coder knows it: its clitics, what the lexicon says of it, and what it may begin."""

from __future__ import annotations

from collections.abc import Container, Mapping
from types import MappingProxyType
from typing import Final

from ahlaf.lexicon.entries import Cue, Entry, Generic, Idiom, Light, Nisba, Sense
from ahlaf.lexicon.rules import Pattern, Rule
from ahlaf.text.words import Cut

PARTICIPLES: Final = frozenset(("active", "passive_participle"))
"""The kinds of entries that are participles."""
TENSED: Final = frozenset(("perfect", "imperfect"))
"""Kinds of entries that tell of something that is or was done."""
FINITE: Final = TENSED | {"imperative"}
"""Kinds of entries that are verbs with a person."""
THIRD: Final = 3
"""The person of entries that tell of somebody spoken of."""
ADJECTIVE_KINDS: Final = PARTICIPLES | {"adjective"}
"""The kinds of entries that may describe a noun."""
BEFORE_NOUN: Final = frozenset(("quantifier", "demonstrative", "numeral"))
"""Classes of small words that stand before a noun and leave it what it is: "كل", "هذه", "ثلاثة"."""
STEPPED_OVER: Final = BEFORE_NOUN | {"adverb", "filler"}
"""These, and those that may stand between a verb and a noun: "أيضا"."""
WALLS: Final = frozenset(("subordinator", "relative", "negation-particle"))
"""Classes of small words behind which something else is told."""
NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
"""What is said of a word that grammar has no use for."""


class Word:
    """A written form, analysed once. ``kind`` is punct, number, latin, func, verb, noun or unknown."""

    __slots__ = (
        "adjective",
        "bare",
        "conj",
        "cue_starts",
        "cuts",
        "damma",
        "definite",
        "describes_before",
        "entries",
        "finite",
        "fold",
        "function",
        "gender",
        "generic",
        "idioms",
        "keys",
        "kind",
        "lemmas",
        "lights",
        "masdar",
        "masdar_lemmas",
        "moods",
        "negated",
        "nisba",
        "nominal",
        "number",
        "prep",
        "pronoun",
        "reports",
        "rival",
        "rules",
        "sayings",
        "senses",
        "stem",
        "tensed",
        "third",
        "verb",
        "verb_senses",
    )

    def __init__(self, bare: str, folded: str) -> None:
        self.bare = bare
        self.fold = folded
        self.kind = "unknown"
        self.conj = self.prep = self.pronoun = ""
        self.stem = folded
        self.definite = False
        self.entries: tuple[Entry, ...] = ()
        self.function = NOTHING
        self.nisba: Nisba | None = None
        self.generic: Generic | None = None
        self.gender = ""
        self.number = ""
        self.finite = False
        self.negated = False
        """True where لا is written together with its verb."""
        self.nominal = False
        self.damma = -1
        """Which of its first letters bears a damma; -1 for none."""
        self.cuts: tuple[Cut, ...] = ()
        self.keys: frozenset[str] = frozenset((folded,))
        self.idioms: tuple[Idiom, ...] = ()
        """Expressions that may begin with this word."""
        self.cue_starts: tuple[Cue, ...] = ()
        self.rules: tuple[tuple[Rule, Pattern], ...] = ()
        """Rules whose trigger may begin with this word."""
        self.lights: tuple[Light, ...] = ()
        self.reports: tuple[str, ...] = ()
        """For finite verbs of saying: say, think, hedge, ask, promise, deny."""
        self.sayings: tuple[str, ...] = ()
        """The same for masdars and participles of saying."""
        self.rival = ""
        """Part of speech of a reading that carries no relation; empty where every reading does."""
        self.senses = False
        """True where some reading carries a relation."""
        self.masdar = False
        """Whether some reading is a masdar: the noun of a deed."""
        self.adjective = False
        """Whether some reading is an adjective or a participle."""
        self.verb = False
        """Whether it may be a verb that the lexicon knows; what is ``finite`` may only be shaped like one."""
        self.tensed: tuple[Entry, ...] = ()
        """Its readings as a verb that tells what is or was done."""
        self.third: tuple[Entry, ...] = ()
        """Those of them that tell it of somebody spoken of, and not of me or you."""
        self.moods: frozenset[str] = frozenset()
        """Of what its readings as a verb may tell: "perfect", "imperfect", both or, of no verb, nothing."""
        self.verb_senses: tuple[Sense, ...] = ()
        """What it may mean as a verb."""
        self.describes_before = False
        """Whether it is a relative pronoun that describes who stands before it: "التي", and not "من" or "ما"."""
        self.lemmas: tuple[str, ...] = ()
        """The folded lemmas of its readings."""
        self.masdar_lemmas: tuple[str, ...] = ()
        """Those of its readings as a masdar."""

    def sum_up(self) -> None:
        """Note what is asked of its readings again and again, once they are all there is of it."""
        entries = self.entries
        self.masdar = any(e.kind == "masdar" for e in entries)
        self.adjective = any(e.kind in ADJECTIVE_KINDS for e in entries)
        self.verb = self.finite and bool(entries)
        self.tensed = tuple(e for e in entries if e.kind in TENSED)
        self.third = tuple(e for e in self.tensed if e.person == THIRD)
        self.moods = frozenset(e.kind for e in self.tensed)
        self.verb_senses = tuple(s for e in self.tensed for s in e.lexeme.senses)
        self.describes_before = "relative" in self.function and self.stem not in ("من", "ما")
        self.lemmas = tuple({e.lexeme.folded: 0 for e in entries})
        self.masdar_lemmas = tuple({e.lexeme.folded: 0 for e in entries if e.kind == "masdar"})

    def masdar_of(self, lemmas: Container[str]) -> bool:
        """Whether it may be the noun of the deed that one of these verbs tells, given by their folded lemmas."""
        return any(lemma in lemmas for lemma in self.masdar_lemmas)

    def of_verb(self, lemmas: Container[str]) -> bool:
        """Whether it is some form of one of these verbs, given by their folded lemmas."""
        return bool(self.lemmas) and any(lemma in lemmas for lemma in self.lemmas)

    def __repr__(self) -> str:
        return f"Word({self.bare!r}, {self.kind}, {self.conj}+{self.prep}+{self.stem}+{self.pronoun})"


def guessed_gender(word: Word) -> tuple[str, str]:
    """The gender and number that the ending of an unknown word shows."""
    bare, stem = word.bare, word.stem
    if stem.endswith("ات") and len(stem) > 4:
        return "f", "p"
    if bare.endswith("ة") or (stem.endswith("يه") and len(stem) > 4):
        return "f", "s"
    if stem.endswith(("ون", "ين")) and len(stem) > 4:
        return "m", "p"
    return "m", "s"
