"""The records that everything else passes around: frozen, slotted, without behaviour beyond their own fields.

Spans count Unicode code points in a document's raw text, start included, end excluded, so that
``document.text[span.start:span.end]`` is always the very words.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

Polarity = Literal["affirmed", "negated"]
Modality = Literal["asserted", "alleged", "intended", "normative", "hypothetical", "questioned"]
MentionKind = Literal["name", "nominal", "pronoun", "hidden", "adjective", "relative"]
ReasonKind = Literal["row", "rule", "words", "score"]

DATE: Final = r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
"""How a date is written, as far as it is known: 2016, 2016-03 or 2016-03-14."""
AUTHOR = "author"
"""The voice of a claim that the document's own author makes."""


def is_date(text: str) -> bool:
    """Whether a text is a date, as far as it is known, on which something can have been.

    >>> is_date("2016"), is_date("2016-02-29"), is_date("2015-02-31"), is_date("2015-99")
    (True, True, False, False)
    """
    if not re.fullmatch(DATE, text):
        return False
    try:
        dt.date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of raw text: ``start`` included, ``end`` excluded, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The very words.

        >>> Span(4, 9).of("دعم تركيا")
        'تركيا'
        """
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True where the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def cover(self, other: Span) -> Span:
        """The shortest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it came, never altered. What is not known is ``None``."""

    text: str
    id: str = ""
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    date: str | None = None
    """ISO 8601, as far as known: "2016", "2016-03" or "2016-03-14"."""
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A political actor.

    ``id`` is the lexicon's, or ``text:NAME`` for an actor that only the document knows, ``text:NAME@ITA`` where
    the text says in which country it is; "we" of an author and one of several that a text counts ("الجبهة الأولى") are told
    apart by the document: ``text:نحن@a-1``.
    ``country`` is ISO 3166 alpha-3, or PLOVER's IGO, UNO, EUR, NGO, ISM, IMG, MNC in its place.
    ``sector`` is PLOVER's (GOV, MIL, REB…).
    """

    id: str
    name: str
    name_en: str = ""
    kind: str = ""
    country: str = ""
    sector: str = ""

    @property
    def known_by_text(self) -> bool:
        """Whether no row of the lexicon knows it, but the document alone."""
        return self.id.startswith("text:")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that names or points to an actor."""

    span: Span
    actor: Actor
    kind: MentionKind
    text: str
    """The actor's words on the spot, letter by letter, clitics left off."""


@dataclass(frozen=True, slots=True)
class End:
    """One end of a claim: an actor, and the words by which the text calls it, the fullest first ("الدول" also where it has "للدول")."""

    actor: Actor
    names: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that led to a claim.

    ``kind`` says what: a lexicon ``row``, a ``rule``, ``words`` of the text, or a ``score``.
    ``ref`` points at it (``nouns.tsv:12``, a rule's id, a feature's name), ``says`` puts it in words.
    """

    kind: ReasonKind
    ref: str
    says: str
    span: Span | None = None
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody says that source stands in a relation to target, in these words.

    ``voice`` is the chain of speakers, the nearest first; empty where the author speaks.
    ``credence`` (0 to 1) is how likely it is that the text says so, not that it is so.
    """

    source: End | None
    target: End | None
    relation: str
    sign: int
    polarity: Polarity
    modality: Modality
    voice: tuple[End, ...]
    trigger: Span
    evidence: Span
    rule: str
    credence: float
    mode: str = ""
    time: str | None = None
    place: Actor | None = None
    number: str | None = None
    purpose: Span | None = None
    reported: bool = False
    """Whether the event is told as news that it happened, and not only mentioned (:mod:`ahlaf.coding.claiming.reported`)."""
    reasons: tuple[Reason, ...] = ()
    coders: tuple[str, ...] = ()
    """Where several coders read the document side by side: those that found it. Empty where one read alone."""
    differs: tuple[str, ...] = ()
    """What those coders differ on: ``claim`` where not all of them found it, else fields (``relation``, ``polarity``,
    ``modality``, ``voice``) that they read otherwise. Empty where they agree."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the document; ``kind`` tells prose from headings, bylines and tails."""

    span: Span
    kind: Literal["prose", "heading", "byline", "tail"] = "prose"


@dataclass(frozen=True, slots=True)
class Reading:
    """What Ahlaf found in one document."""

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    actors: tuple[Actor, ...]
    claims: tuple[Claim, ...]
    digest: str = ""
    """A digest of the rule book that was used."""
    notes: Mapping[str, str] = field(default_factory=dict, hash=False)
