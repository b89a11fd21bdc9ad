"""The working sheet of one document while it is being coded: tokens, sentences, phrases, triggers.

The sheet is written by the steps of :mod:`ahlaf.coding.pipeline`, in their order, and thrown away when the claims
are made. It is the only thing in the package that changes while it is used.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from hashlib import sha256
from itertools import accumulate
from typing import Final, NamedTuple

from ahlaf.coding.words import careless, damma, tous
from ahlaf.coding.words.analysis import Analyser
from ahlaf.coding.words.word import Word
from ahlaf.lexicon.book import Lexicon
from ahlaf.lexicon.entries import Sense
from ahlaf.model import Actor, Document, Polarity, Span
from ahlaf.text.split import Quote, Stretch, quotations, sentences
from ahlaf.text.views import View
from ahlaf.text.words import Token, tokens


class Phrase:
    """A noun phrase, name or pronoun that may be an end of a claim: tokens ``first`` to ``last``, both in it."""

    __slots__ = (
        "actor",
        "antecedent",
        "antecedents",
        "conj",
        "core",
        "definite",
        "first",
        "gender",
        "group",
        "head",
        "kind",
        "last",
        "listed",
        "named_from",
        "number",
        "points",
        "prep",
        "reach",
        "ref",
        "sentence",
        "strong",
    )

    def __init__(self, first: int, last: int, head: int, kind: str, actor: Actor | None = None) -> None:
        self.first = first
        self.last = last
        self.head = head
        self.core = last
        """The last token of the words that the lexicon knew; what follows describes."""
        self.kind = kind
        """name, organ, person, people, nominal, nisba, place, thing, act, pronoun, hidden, whoever"""
        self.actor = actor
        self.gender = ""
        self.number = ""
        self.strong = True
        self.definite = False
        self.prep = ""
        """The preposition that governs it, folded; empty for none."""
        self.conj = ""
        self.ref = ""
        """The lexicon row that knew it."""
        self.group = -1
        """Index of the first phrase of the coordination it stands in (its own index where it leads or is alone)."""
        self.listed = -1
        """Index of the phrase whose examples it is one of, or -1."""
        self.points: tuple[int, ...] = ()
        """Several phrases that it points back to ("البلدين", "هذه التحالفات")."""
        self.antecedent = -1
        """Index of the phrase that it points back to, or -1."""
        self.antecedents: tuple[int, ...] = ()
        """A pronoun's: the phrases that it may point back to, the likeliest first."""
        self.reach = -1
        """The last token of the words that name it, where they reach further than what it covers: see ``named_to``."""
        self.named_from = -1
        """The first token of a person's own name behind titles and office; -1 where there is none."""
        self.sentence = 0

    @property
    def pointing(self) -> bool:
        """Whether it names nobody and only points to somebody: a pronoun, or the "we" in a verb's form."""
        return self.kind in ("pronoun", "hidden")

    @property
    def named_to(self) -> int:
        """The last token of the words that name it."""
        return max(self.last, self.reach)


class Trigger:
    """A place that may carry a relation: tokens ``first`` to ``last``, both in it."""

    __slots__ = ("entry", "first", "form", "head", "index", "last", "light", "sense", "senses", "sentence")

    def __init__(self, first: int, last: int, head: int, form: str, senses: Sequence[Sense]) -> None:
        self.first = first
        self.last = last
        self.head = head
        self.form = form
        """perf, impf, pass, amb, masdar, active, passive, noun, agent, adj, state, idiom"""
        self.senses = senses
        self.sense = senses[0]
        self.light = -1
        """Token of the light verb that carries it, or -1."""
        self.sentence = 0
        self.index = -1
        """Its place among the triggers of the draft."""
        self.entry: object = None

    @property
    def start(self) -> int:
        """The first token of its words, its light verb before it counted."""
        return self.light if 0 <= self.light < self.first else self.first


DEEDS: Final = frozenset(("masdar", "noun", "amb"))
"""The forms of a trigger that is, or may be, the noun of a deed."""
ACTIVE: Final = frozenset(("perf", "impf"))
"""Forms of triggers that tell what their subject does."""
VERBS: Final = ACTIVE | {"pass"}
"""Forms of triggers that are surely finite verbs."""
MAYBE_VERBS: Final = VERBS | {"amb"}
"""Forms of triggers that are finite verbs, or may be."""


class Clause(NamedTuple):
    """A relative clause."""

    head: int
    """Index of the phrase that it describes."""
    first: int
    """Its first token: the relative pronoun, or the verb where there is none."""
    verb: int


class Contrast(NamedTuple):
    """Somebody who is set against another before him, by their phrases, and where the words begin that do so."""

    one: int
    other: int
    at: int
    polarity: Polarity
    too: bool
    """Whether it is said of both: "لا الفجر | فحسب بل الشمس"."""


class Draft:
    """A document on the work bench."""

    __slots__ = (
        "accused",
        "added",
        "another",
        "at",
        "breaks",
        "contrasts",
        "cues",
        "document",
        "fixed",
        "found_by",
        "governors",
        "group_size",
        "joined_by",
        "lexicon",
        "object_of",
        "of_several",
        "phrases",
        "pronoun_at",
        "quoted",
        "quotes",
        "rank",
        "resolves",
        "sentence_of",
        "stretches",
        "subject_of",
        "subs",
        "toks",
        "triggers",
        "verbs",
        "view",
        "within",
        "words",
    )

    def __init__(self, document: Document, analyser: Analyser) -> None:
        self.document = document
        self.lexicon: Lexicon = analyser.lexicon
        self.view = View.of(document.text)
        self.toks: list[Token] = tokens(self.view.bare)
        words = [analyser.word(t.text, damma.written(self.view, t)) for t in self.toks]
        written = careless.corrected(words, self.lexicon.groups["own-ha"], analyser.feminine)
        self.words: list[Word] = tous.corrected(written, self.lexicon, analyser.done_to_us)
        for at, one in enumerate(self.words[:-1]):
            if one.fold == _SO_ALREADY and _needs_a_verb(self.words[at + 1]):
                self.words[at] = analyser.whole(one.bare)
        self.stretches: list[Stretch] = sentences(self.toks, self.lexicon.groups["byline"], self.lexicon.groups["tail"])
        self.quotes: list[Quote] = quotations(self.toks)
        self.quoted = _quoted(self.quotes, len(self.toks))
        """For each token how many quotations it stands in, brackets aside."""
        self.sentence_of = [-1] * len(self.toks)
        for index, stretch in enumerate(self.stretches):
            for at in range(stretch.first, stretch.end):
                self.sentence_of[at] = index
        self.phrases: list[Phrase] = []
        """In the order of the text, and behind them the ``added`` ones that stand within others."""
        self.added = 0
        self.at: list[int] = [-1] * len(self.toks)
        """For each token, the index of the phrase that covers it, or -1."""
        self.triggers: list[Trigger] = []
        self.pronoun_at: dict[int, int] = {}
        """Token → index of the phrase of the pronoun on it."""
        self.another: dict[int, int] = {}
        """Another of a kind, "وأخرى كينية" → the phrase of the noun before it: indexes of phrases."""
        self.of_several: dict[int, int] = {}
        """Index of a phrase that is one of several → of the one that tells of them all (:mod:`ahlaf.coding.nounphrases.ordinals`)."""
        self.rank: dict[str, int] = {}
        """Actor id → 0 for the most spoken of, and so on to 4; the rest have none."""
        self.subject_of: dict[int, int] = {}
        self.object_of: dict[int, int] = {}
        """Token of a finite verb → index of a phrase."""
        self.found_by: dict[int, str] = {}
        """Token of a finite verb → what told who does it (:data:`ahlaf.coding.clauses.subjects.FINDERS`)."""
        self.joined_by: dict[int, str] = {}
        """Index of a phrase → what told with whom it is joined (:data:`ahlaf.coding.actors.coordination.JOINERS`)."""
        self.accused: dict[int, int] = {}
        """Token of a verb of accusing that names nobody who accuses, or of "accused" → index of the phrase that is accused."""
        self.resolves: dict[int, int] = {}
        """Token of a verb in a resolution → index of the body that resolves (:mod:`ahlaf.coding.clauses.resolutions`)."""
        self.within: dict[int, Clause] = {}
        """Index of a phrase → the relative clause that it stands in, where that describes somebody."""
        self.contrasts: list[Contrast] = []
        """Who is set against another."""
        self.cues: dict[int, list[tuple[int, str, str, str]]] = {}
        """Token → cues that begin there: (last token, class, reach, ref)."""
        self.fixed: set[int] = set()
        """Tokens of set expressions that begin with no verb ("إلى جانب", "بقيادة"): no phrase begins there."""
        self.group_size: dict[int, int] = {}
        """Index of the first phrase of a coordination → how many phrases it has; ones that stand alone are left out."""
        self.governors: dict[int, list[tuple[int, str]]] = {}
        """Sentence → (token, what it puts what follows under)."""
        self.breaks: list[int] = []
        self.verbs: list[int] = []
        self.subs: list[int] = []

    def word_before(self, at: int) -> Word | None:
        """The word before a token; None before the first."""
        return self.words[at - 1] if at else None

    def word_behind(self, at: int) -> Word | None:
        """The word behind a token; None behind the last."""
        return self.words[at + 1] if at + 1 < len(self.words) else None

    def count_boundaries(self) -> None:
        """Running counts of commas, finite verbs and subordinators, for questions like "how many between"."""
        breaks, verbs, subs = [], [], []
        for word in self.words:
            breaks.append(1 if word.kind == "punct" and word.bare in _BREAKS else 0)
            verbs.append(1 if word.finite else 0)
            subs.append(1 if word.function and not _SUBORDINATING.isdisjoint(word.function) else 0)
        self.breaks = [0, *accumulate(breaks)]
        self.verbs = [0, *accumulate(verbs)]
        self.subs = [0, *accumulate(subs)]

    @property
    def mark(self) -> str:
        """What tells actors of this document alone from another's: its id, or of its text where it has none."""
        return self.document.id or sha256(self.view.bare.encode()).hexdigest()[:8]

    def whose(self, index: int) -> str:
        """Whom a phrase speaks of: an actor's id, or the phrase's own mark; empty for nobody (-1)."""
        if index < 0:
            return ""
        actor = self.phrases[index].actor
        return actor.id if actor is not None else f"#{index}"

    def before(self, index: int) -> range:
        """The indexes of the phrases before one that it may still speak of, the nearest first."""
        return range(index - 1, max(-1, index - 1 - REMEMBERED), -1)

    def behind(self, index: int) -> range:
        """The indexes of the phrases behind one that may tell who it is, the nearest first."""
        return range(index + 1, min(len(self.phrases), index + 1 + REMEMBERED))

    def around(self, at: int) -> list[Phrase]:
        """The phrases so near to a token that they may tell who is meant there."""
        middle = bisect_left(self.phrases, at, hi=self.in_order, key=_begin)
        return self.phrases[max(0, middle - REMEMBERED) : min(middle + REMEMBERED, self.in_order)]

    def verb_at(self, at: int) -> bool:
        """Whether a word stands at a token that may be a verb the lexicon knows, and is no part of anybody's name."""
        return self.at[at] < 0 and self.words[at].verb

    @property
    def in_order(self) -> int:
        """How many phrases stand in the order of the text."""
        return len(self.phrases) - self.added

    def add_within(self, phrase: Phrase) -> int:
        """Add a phrase that stands within another, after everything else is found; its index."""
        self.phrases.append(phrase)
        self.added += 1
        phrase.group = len(self.phrases) - 1
        return phrase.group

    def quotes_from(self, first: int, end: int) -> list[Quote]:
        """The quotations that begin in a stretch of tokens, its end excluded."""
        return self.quotes[bisect_left(self.quotes, first, key=_begin) : bisect_left(self.quotes, end, key=_begin)]

    def lead(self, index: int) -> int:
        """The first phrase of the coordination that a phrase stands in; itself where it stands in none."""
        group = self.phrases[index].group
        return group if group >= 0 else index

    def span(self, first: int, last: int) -> Span:
        """Where the raw text has the words from token ``first`` to token ``last``, both included."""
        return self.view.raw_span(self.toks[first].start, self.toks[last].end)

    def text(self, first: int, last: int) -> str:
        """The raw words from token ``first`` to token ``last``, both included."""
        return self.span(first, last).of(self.document.text)

    def folded(self, first: int, last: int) -> str:
        """The same words as they are looked up, with whatever is written together with each."""
        return " ".join(word.fold for word in self.words[first : last + 1])


REMEMBERED: Final = 1_000
"""So many phrases back (three thousand words) somebody may have been told of whom a general word means: no reader looks further,
and without an end every phrase of a long file would be compared with all before it."""


def _quoted(quotes: Sequence[Quote], count: int) -> list[int]:
    steps = [0] * (count + 1)
    for quote in quotes:
        if quote.mark not in "([":
            steps[quote.first] += 1
            steps[quote.end] -= 1
    return [*accumulate(steps)][:count]


def _begin(one: Quote | Phrase) -> int:
    return one.first


_BREAKS = frozenset("،,؛;:-–—")
_SUBORDINATING = frozenset(("subordinator", "relative"))


_SO_ALREADY: Final = "فقد"
"""Before a verb a particle, elsewhere a verb itself: "فقد | الجيش المدينة"."""


def _needs_a_verb(behind: Word) -> bool:
    """Whether a word is surely no verb, and so none that a particle before it could lead to."""
    return behind.definite or (behind.kind in ("noun", "unknown") and behind.nominal and not behind.finite)
