"""Where a careless hand wrote ه for ة: "قوات | مسلحه ومتطرفه", "الى | محاربه الارهاب" have no "his" in them.

A word alone does not tell: "مسلحه" may be "his armed man". Its neighbours do. No pronoun stands on an adjective behind the noun
that it describes, nor between a deed's noun and whom it is done to.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from typing import Final

from ahlaf.coding.words.word import ADJECTIVE_KINDS, FINITE, Word

_BEFORE_DEED: Final = frozenset(("prep", "subordinator"))
_SO: Final = 2
"""A text with fewer words in ه for ة has slips of the pen, and no habit."""
_KIND: Final = ("يه", "ي")


def corrected(words: Sequence[Word], own: Container[str], meant: Callable[[str], Word]) -> list[Word]:
    """Words in their order, those in ه read as ة where the text writes so and their neighbours say so.

    Args:
        words: the words of a text.
        own: the stems that end in a ه of their own ("اتجاه").
        meant: reads a form in ه as what is written with ة.
    """
    found = list(words)
    if sum(_is_careless(word, own) for word in words) < _SO:
        return found
    for at in range(1, len(found)):
        word = found[at]
        if word.pronoun != "ه" or word.bare[-1] != "ه" or word.kind != "noun":
            continue
        other = meant(word.bare)
        behind = found[at + 1] if at + 1 < len(found) else None
        if _describes(found[at - 1], word, other) or (behind is not None and _is_deed_of(found[at - 1], word, other, behind)):
            found[at] = other
    return found


def _is_careless(word: Word, own: Container[str]) -> bool:
    """Whether a word ends in ه for a ة: one with its article, which takes no pronoun, or an adjective of origin."""
    if word.bare[-1] != "ه" or word.pronoun or word.kind not in ("noun", "unknown") or word.finite:
        return False
    return (word.definite and word.stem not in own) or (word.nisba is not None and word.stem.endswith(_KIND[0]))


def _describes(before: Word, word: Word, other: Word) -> bool:
    """Whether a word is an adjective, in the feminine, of the noun without article right before it, or goes on after one."""
    if word.prep or any(e.kind in FINITE for e in word.entries) or before.definite or before.pronoun or not before.nominal:
        return False  # "دولة | دعمته"
    kind = word.generic is not None and word.stem.endswith(_KIND[1])  # "أسباب | طائفيه"
    if not kind and other.nisba is None and not any(e.kind in ADJECTIVE_KINDS and e.gender == "f" for e in other.entries):
        return False
    if word.conj:
        return _is_adjective(before)
    body = word.generic is None or kind or before.generic is not None  # "جماعات | مسلحه", but "كلمة | منافسه"
    return body and (before.gender == "f" or before.number == "p")


def _is_adjective(word: Word) -> bool:
    return word.nisba is not None or word.stem.endswith(_KIND) or word.adjective


def _is_deed_of(before: Word, word: Word, other: Word, behind: Word) -> bool:
    """Whether a word is a deed's noun in ة, led to by a preposition, with what it is done to right behind it."""
    deed = any(e.kind == "masdar" for e in other.entries) and not any(e.kind == "masdar" for e in word.entries)
    led = bool(word.prep or word.conj) or not _BEFORE_DEED.isdisjoint(before.function)
    return deed and led and behind.definite and not (behind.prep or behind.conj or behind.finite)
