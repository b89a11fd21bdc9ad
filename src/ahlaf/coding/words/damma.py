"""What a damma on a verb's first letter says: "أُسندت القيادة إلى كينيا", "مُنحت كينيا السلاح" are done to whom they tell of.

It is the one vowel that writers set, where a verb is written alike in both voices, so that it is not taken for the active.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from ahlaf.coding.words.word import FINITE, THIRD
from ahlaf.lexicon.entries import Entry
from ahlaf.text.views import View, strip_marks
from ahlaf.text.words import Cut, Token

_DAMMA: Final = "\u064f"
_SHADDA: Final = "\u0651"
_CLITICS: Final = 2
"""So many letters stand before the first one of a verb, at most: "وسيُعقد"."""
_FOUR: Final = 4


def written(view: View, token: Token) -> int:
    """The letter of a token, of its first three, that bears a damma; -1 for none."""
    if _DAMMA not in view.raw:
        return -1
    for at in range(min(_CLITICS + 1, token.end - token.start)):
        span = view.raw_span(token.start + at, token.start + at + 1)
        if _DAMMA in span.of(view.raw):
            return at
    return -1


def is_on_and(cut: Cut, damma: int) -> bool:
    """Whether a cut takes the letter that bears a damma for "and", which never does: "وُضع"."""
    return 0 <= damma < len(cut.conj)


def fitting(entries: tuple[Entry, ...], cut: Cut, damma: int, nouns: Collection[str]) -> tuple[Entry, ...]:
    """The readings of a stem that its damma leaves; all of them where it stands elsewhere, or leaves no verb.

    Args:
        entries: the readings.
        cut: the stem and what is cut off it.
        damma: the letter of the word that bears it.
        nouns: those whose own first letter bears one, "حُكم".
    """
    if damma != len(cut.conj) + len(cut.prep):
        return entries
    verbs = tuple(found for e in entries if e.kind in FINITE and (found := _begun_so(e)) is not None)
    if not verbs:
        return entries
    return verbs + tuple(e for e in entries if e.kind not in FINITE) if cut.stem in nouns else verbs


def _begun_so(entry: Entry) -> Entry | None:
    """A verb's form as it begins with "u": in the passive, but what is being done by a verb of four letters, "يُهاجم"; else None."""
    lemma = entry.lexeme.lemma
    if entry.kind == "imperfect" and _letters(lemma) == _FOUR:
        return entry
    if entry.kind == "perfect" and entry.person != THIRD:
        return entry if _HOLLOW.match(lemma) else None  # "كُنت", but "قُصفت" is said of her
    return entry._replace(voice="passive") if entry.voice in ("both", "passive") else None


_HOLLOW: Final = re.compile(".َا.")
"""A verb whose "I" begins so: "قُلت"."""


def _letters(lemma: str) -> int:
    """The letters of a verb's perfect, a doubled one counted twice."""
    return len(strip_marks(lemma).replace("آ", "أا")) + lemma.count(_SHADDA)
