"""What a way to cut a word costs: of the ways that leave a known stem the cheapest is what is written.

Each cost has one reason, which its docstring tells with an example; :data:`COSTS` names them all. A cost below nothing is an
advantage. The numbers are of one scale: a conjunction cut off costs 0.3, a preposition 0.5, a pronoun 0.9.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from ahlaf.coding.words import spelling
from ahlaf.coding.words.likely import is_rare, speaks_to_you
from ahlaf.coding.words.word import FINITE, Word
from ahlaf.lexicon.book import Lexicon
from ahlaf.lexicon.entries import Entry
from ahlaf.lexicon.names import bare_article
from ahlaf.text.views import fold
from ahlaf.text.words import Cut

_GRAMMATICAL: Final = frozenset(
    ("prep", "conj", "subordinator", "negation-particle", "relative", "pronoun", "demonstrative", "quantifier", "filler")
)
_ALREADY: Final = "قد"


class Known:
    """What the lexicon knows by which ways to cut a word are told apart."""

    __slots__ = ("bearing", "joined", "lexicon", "own", "particles", "verbs")

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.particles: dict[str, Mapping[str, str]] = {}
        """Small words, folded, with their classes."""
        for word, classes in lexicon.function.items():
            self.particles.setdefault(fold(word), classes)
        self.bearing, self.own, self.verbs, self.joined = (
            lexicon.groups[g] for g in ("takes-pronoun", "own-spelling", "whole-verb", "rather-joined")
        )

    def cost(self, way: Way) -> float:
        """What a way costs by all reasons."""
        return sum([cost(self, way) for cost in COSTS])


class Way:
    """One way to cut a written form: what its stem may be, and whether the written hamzas fit it."""

    __slots__ = ("bare", "classes", "cut", "entries", "fold", "spelled")

    def __init__(self, word: Word, cut: Cut, entries: tuple[Entry, ...], classes: Mapping[str, str], *, spelled: bool) -> None:
        self.bare = word.bare
        self.fold = word.fold
        self.cut = cut
        self.entries = entries
        self.classes = classes
        """Of the small word that the stem is beside its clitic; nothing where it is none."""
        self.spelled = spelled


Cost = Callable[[Known, Way], float]
"""What a way costs, where one reason tells it."""


def clitics(_: Known, way: Way) -> float:
    """Whatever is cut off costs: "وجهه" is "his face", and no "and his side"."""
    return (0.3 if way.cut.conj else 0.0) + (0.5 if way.cut.prep else 0.0) + (0.9 if way.cut.pronoun else 0.0)


def article(known: Known, way: Way) -> float:
    """A stem with its article is likely, and so is one whose own ل the article would swallow: "والدول", "للجنة" is no paradise's."""
    if way.cut.stem.startswith("ال"):
        return -0.2
    return -0.3 if way.cut.prep == "ل" and _own_lam(known.lexicon, way.cut.stem) else 0.0


def _own_lam(lexicon: Lexicon, stem: str) -> bool:
    """Whether a general word for actors begins with a ل that the article would not leave it."""
    return stem.startswith("ل") and stem in lexicon.generics and stem[1:] not in lexicon.generics


def careless_ta(known: Known, way: Way) -> float:
    """A last ه is a pronoun where that leaves a word, "وجهه", a careless ة otherwise; but no verb ends in ة, "توجه".

    "سياسيه" is hardly "his politician", "بقياده" is a set expression, and "وقوه" a force.
    """
    cut = way.cut
    doubt = 1.0 if len(cut.stem) > _SHORT else 0.7 if cut.conj and cut.stem not in known.lexicon.organs else 0.0
    if cut.pronoun or not (way.bare[-1] == cut.stem[-1] == "ه") or not doubt or any(e.kind in FINITE for e in way.entries):
        return 0.0
    return 0.3 if way.fold in known.lexicon.cues or _of_origin(known.lexicon, cut.stem, way.entries) else doubt


_SHORT: Final = 3


def _of_origin(lexicon: Lexicon, stem: str, entries: tuple[Entry, ...]) -> bool:
    """Whether a stem in ه is an adjective in ـية written carelessly: سياسيه, عراقيه."""
    if not stem.endswith("يه") or len(stem) < 5:
        return False
    return bare_article(stem) in lexicon.nisbas or any(e.kind == "adjective" and e.gender == "f" for e in entries)


def bears_a_pronoun(known: Known, way: Way) -> float:
    """Some particles bear pronouns: "وأنه", "فإنها"."""
    return -1.3 if way.cut.pronoun and way.cut.stem in known.bearing and len(way.cut.stem) > 1 else 0.0


def misspelled(_: Known, way: Way) -> float:
    """A written hamza is where it belongs: "أبعاد" is no "إبعاد"."""
    return 0.0 if way.spelled or way.classes else 0.6


def begins_with_and(_: Known, way: Way) -> float:
    """Before a hamza و is "and": "وأدى", "وآليات"."""
    return 0.5 if not way.cut.conj and spelling.begins_with_and(way.bare) else 0.0


def rare(known: Known, way: Way) -> float:
    """Two who do something are rare, and so is "bade farewell": "ودعا", "ودعت"; but "لجان" are committees."""
    if not way.entries or way.cut.stem in known.lexicon.organs:
        return 0.0
    return 0.5 if all(is_rare(e, way.cut) or e.lexeme.folded in known.joined for e in way.entries) else 0.0


def said_to_you(known: Known, way: Way) -> float:
    """What is written speaks of others: "سيتم" is no "you harmed", "توجيه" no "crown him!"."""
    if not way.entries or way.cut.stem in known.particles:
        return 0.0
    return 0.6 if all(speaks_to_you(e) for e in way.entries) else 0.0


def small_word(known: Known, way: Way) -> float:
    """A small word behind its clitic beats a rarer one: "فقد", "وكل", "بأن"; but "فتحت" is "she opened", "ولاية" no "ولأية"."""
    cut = way.cut
    if not way.classes or cut.pronoun or (cut.stem != _ALREADY and _GRAMMATICAL.isdisjoint(way.classes)):
        return 0.0
    whole = way.fold[len(cut.conj) :] if cut.prep else way.fold
    noun = bool(cut.conj and cut.prep) and way.fold in known.lexicon.generics and "أ" not in way.bare
    return 0.0 if cut.prep + cut.stem in known.own or whole in known.verbs or noun else -0.85


COSTS: Final[tuple[Cost, ...]] = (
    clitics,
    article,
    careless_ta,
    bears_a_pronoun,
    misspelled,
    begins_with_and,
    rare,
    said_to_you,
    small_word,
)
"""All that a way may cost, or gain."""
