"""What a written hamza says, and which words a slip of the pen may have meant.

A careless hand leaves a hamza out, but hardly sets one where the word has none.

The folded view makes all seats of the hamza alike, so that a word is found however it was typed. Where a hamza *is*
written, it tells readings apart again: وأيد is "and he backed", no وائد; هنأ is "he congratulated", not هنا.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ahlaf.coding.words.word import FINITE, Word
from ahlaf.lexicon.entries import Entry
from ahlaf.text.words import Cut

_SEATS: Final = frozenset("أإآؤئ")
_PLAIN: Final = frozenset("اويى")
_FOURTH: Final = re.compile("أَ.(?:ْ|َا|َ.َّ)|آ")
"""A lemma of form 4, whose masdar begins with إ."""


def natural(cut: Cut, bare: str) -> bool:
    """True where a stem begins like an article by nature, as the hamza in its written form shows."""
    at = len(cut.conj) + len(cut.prep)
    return at < len(bare) and bare[at] in "أإآ"


def masdars(bare: str, stem: str, pronoun: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Without the masdars in إ where أ is written, if the form is something else too: أبعاد are dimensions, no إبعاد."""
    at = len(bare) - len(pronoun) - len(stem)
    if bare[at : at + 1] != "أ":
        return entries
    rest = tuple(e for e in entries if not (e.kind == "masdar" and _FOURTH.match(e.lexeme.lemma)))
    return rest or entries


def agrees(entry: Entry, bare: str, pronoun: str) -> bool:
    """Whether a reading has a hamza wherever one is written inside it, and a ة where that is written: "كرة" is no hatred.

    A word's first letter says nothing: انتقد is often written أنتقد.
    """
    end = len(bare) - len(pronoun)
    written = entry.written
    if written[-1] == "ه" and bare[end - 1] == "ة":
        return False
    return not any(
        letter in _SEATS and own in _PLAIN for letter, own in zip(bare[end - len(written) + 1 : end], written[1:], strict=False)
    )


def fitting(entries: Sequence[Entry], bare: str, pronoun: str) -> tuple[tuple[Entry, ...], bool]:
    """The readings that the written hamzas and ة leave, and whether any is left; where none is, all of them."""
    left = tuple(e for e in entries if agrees(e, bare, pronoun))
    return (left, True) if left else (tuple(entries), not entries)


def no_particle(bare: str, conj: str) -> bool:
    """Whether a hamza shows that a word is none of the particles that it is folded like: هنأ, وآوت."""
    return bare[-1] in "أؤئ" or bare[len(conj) : len(conj) + 1] == "آ"


def begins_with_and(bare: str) -> bool:
    """Whether the و of a word is sure to be "and": hardly a root begins with و and a hamza (وأد is one)."""
    return bare[0] == "و" and bare[1:2] in "أإآ" and len(bare) > 3


_SWAPPED: Final = {"ض": "ظ", "ظ": "ض"}
_LONGEST: Final = 20
"""No word has more letters."""


def meant(bare: str) -> Iterator[str]:
    """How a word that nobody knows may have to be written: ض and ظ sound alike to many, and so does ى for a last ا.

    >>> list(meant("ظغطت")), list(meant("غزى"))
    (['ضغطت'], ['غزا'])
    """
    if len(bare) > _LONGEST:
        return
    for at, letter in enumerate(bare):
        if letter in _SWAPPED:
            yield bare[:at] + _SWAPPED[letter] + bare[at + 1 :]
    if len(bare) > 2 and bare[-1] == "ى":
        yield f"{bare[:-1]}ا"


def doubtful(word: Word) -> bool:
    """Whether nobody knows a word, or only as what was done to somebody and is seldom so written: "غزى"."""
    undone = bool(word.entries) and word.bare.endswith("ى") and all(e.kind in FINITE and e.voice == "passive" for e in word.entries)
    return word.kind == "unknown" or undone
