"""Glyphs at places on a page → a line of text in logical order.

A PDF says which glyph stands where, not which letter follows which. So a line is read as a reader would: from the
right, each glyph once, with figures and Latin words turned round, since they run the other way. A ligature is one
glyph of several letters; marks belong to the letter that they sit on; a gap wider than a sixth of an em parts words.
Presentation forms become the letters as they are written.

Brackets are the one thing that the page leaves open: some programs name the shape that is drawn, others the sign
that was meant. :class:`Brackets` tells from all of a document's lines which it is, pair by pair.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median
from typing import Final

_PRESENTED: Final = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_ARABIC: Final = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]")
_ALEFS: Final = frozenset("اأإآٱ")
_WHOLE: Final = frozenset(("الله", "لله", "محمد", "صلى", "وسلم"))
_PAIRS: Final = ("()", "[]", "{}", "«»", "‹›")
_MIRROR: Final = {pair[at]: pair[1 - at] for pair in _PAIRS for at in (0, 1)}
_PAIR: Final = {c: pair for pair in _PAIRS for c in pair}
_HELD: Final = {c: chr(0xFDD0 + n) for n, c in enumerate(_PAIR)}
"""Brackets inside Latin words run with them: held under signs that no text has, they neither vote nor turn."""
_FREED: Final = {ord(held): c for c, held in _HELD.items()}
_RUN: Final = re.compile("[LN](?:[LNSw]*[LN])?")
_FIGURE: Final = re.compile("N(?:SN|N)*")
_ARABIC_RUN: Final = re.compile("R(?:[RNSw]*R)?")
_GAP: Final = 0.17
"""Of an em: the narrowest space between words; letters of a word touch."""
_BARE_GAP: Final = 0.2
_HANGS: Final = 0.05
_ROOM: Final = 0.5
_ROOM_ONE: Final = 0.1
_LESS: Final = 0.1
"""Of an em: how high a mark hangs, and the room that its letters, or its one letter, take beyond its box."""
_SAME: Final = 0.1
"""Of an em: the same letter drawn again so near is one letter made bold."""


@dataclass(slots=True)
class Glyph:
    """One glyph: its letters, its box from edge to edge of its advance, its base line and em, all in points."""

    text: str
    left: float
    right: float
    base: float
    em: float
    edge: float | None = None
    """Where its advance begins, at the left, where the box is the ink's alone: tails reach far under the next word."""

    @property
    def middle(self) -> float:
        """Where it stands along the line."""
        return (self.left + self.right) / 2

    @property
    def wide(self) -> float:
        """How wide its box is."""
        return self.right - self.left


@dataclass(slots=True)
class Brackets:
    """Whether brackets name the sign that was meant or the shape that is drawn, as a document's lines vote."""

    votes: Counter[str] = field(default_factory=Counter)

    def watch(self, line: str) -> None:
        """Count, in a line read from the right, pairs that open first and pairs that close first."""
        inside: Counter[str] = Counter()
        for char in line:
            pair = _PAIR.get(char)
            if pair is None:
                continue
            if char == pair[0]:
                inside[pair] += 1
            elif inside[pair]:
                inside[pair] -= 1
                self.votes[pair] += 1
            else:
                self.votes[pair] -= 1

    def right(self, line: str) -> str:
        """The line with its brackets as they were meant; those inside Latin words are right already."""
        line = line.translate({ord(c): _MIRROR[c] for c, pair in _PAIR.items() if self.votes[pair] < 0})
        for pair in _PAIRS:
            line = _alternate(line, pair)
        return line.translate(_FREED)


def _alternate(line: str, pair: str) -> str:
    """Brackets of one kind that don't pair, but are even in number, made to open and close in turn.

    >>> _alternate("(أ( ب (ج)", "()"), _alternate("((أ))", "()"), _alternate("1) أ", "()")
    ('(أ) ب (ج)', '((أ))', '1) أ')
    """
    depth, low, count = 0, 0, 0
    for char in line:
        if char in pair:
            depth += 1 if char == pair[0] else -1
            low, count = min(low, depth), count + 1
    if (depth == 0 and low == 0) or count % 2:
        return line
    turns = iter(pair * count)
    return "".join(next(turns) if c in pair else c for c in line)


def glyph(letters: str, left: float, right: float, base: float, em: float, edge: float | None = None) -> Glyph:
    """A glyph with its letters in order: those of a ligature may come in either.

    >>> glyph("ال", 0, 1, 0, 1).text, glyph("هللا", 0, 1, 0, 1).text, glyph("ﻻ", 0, 1, 0, 1).text, glyph("fi", 0, 1, 0, 1).text
    ('لا', 'الله', 'لا', 'fi')
    """
    if len(letters) > 1 and _ARABIC.search(letters):
        alef_first = len(letters) == 2 and letters[0] in _ALEFS and letters[1] == "ل"
        lam_first = len(letters) == 2 and letters[0] == "ل" and letters[1] in _ALEFS
        if alef_first or not (lam_first or letters in _WHOLE):
            letters = letters[::-1]
    return Glyph(as_written(letters), left, right, base, em, edge)


def as_written(text: str) -> str:
    """Presentation forms as the letters that they present; all else as it is."""
    return _PRESENTED.sub(lambda m: unicodedata.normalize("NFKC", m[0]).strip(), text)


def seated(parts: Sequence[str]) -> str:
    """The letters of one glyph with its marks after them, from parts that come in any order.

    >>> seated(["\u064b", "ل", "ا"]) == "لا\u064b", seated(["\u0651", "ك"]) == "ك\u0651"
    (True, True)
    """
    letters = [p for p in parts if not unicodedata.combining(p[0])]
    marks = sorted((p for p in parts if unicodedata.combining(p[0])), key=lambda m: -unicodedata.combining(m[0]))
    if len(letters) == 2 and letters[1] == "ل" and letters[0] in _ALEFS:
        letters.reverse()
    return "".join(letters + marks)


def first_word(glyphs: Sequence[Glyph], rtl: bool) -> float:
    """How wide a line's first word is, in points."""
    bases = sorted((g for g in glyphs if g.text and not unicodedata.combining(g.text[0])), key=lambda g: g.middle, reverse=rtl)
    word: list[Glyph] = []
    for one, space in zip(bases, _spaced(bases), strict=True):
        if word and (space or not one.text.strip()):
            break
        if one.text.strip():
            word.append(one)
    return max(g.right for g in word) - min(g.left for g in word) if word else 0.0


def line(glyphs: Sequence[Glyph], rtl: bool) -> str:
    """The text of a line's glyphs, whatever order they come in; :meth:`Brackets.right` makes it whole."""
    marks = [g for g in glyphs if g.text and all(unicodedata.combining(c) for c in g.text)]
    bases = sorted((g for g in glyphs if g.text and not unicodedata.combining(g.text[0])), key=lambda g: g.middle, reverse=rtl)
    bases = _once(_grounded(bases))
    if not bases:
        return ""
    texts = [g.text for g in bases]
    for mark in marks:
        at = min(range(len(bases)), key=lambda i: (not bases[i].text.strip(), abs(bases[i].middle - mark.middle)))
        texts[at] += mark.text
    spaced, pieces = _spaced(bases), []
    for text, space in zip(texts, spaced, strict=True):
        if space:
            pieces.append(" ")
        pieces.append(text)
    return re.sub(r"[ \t\u00a0]+", " ", "".join(_turned(pieces, rtl))).strip()


def rightward(texts: Iterable[str]) -> tuple[int, int]:
    """How many letters are Arabic, and how many are other."""
    arabic = other = 0
    for text in texts:
        for char in text:
            if _ARABIC.match(char):
                arabic += char.isalpha()
            else:
                other += char.isalpha()
    return arabic, other


def _grounded(glyphs: list[Glyph]) -> list[Glyph]:
    """Glyphs, those that hang above the line with room for the letters that they name.

    Some programs write لاً as two glyphs and give all three letters to the mark, whose box then says too little.
    """
    ground = median(g.base for g in glyphs) if glyphs else 0.0
    found = []
    for one in glyphs:
        hangs = len(one.text) > 1 and unicodedata.combining(one.text[-1]) and one.base - ground > _HANGS * one.em
        if hangs and "ا" in one.text:
            room = _ROOM if len(one.text) > 2 else _ROOM_ONE
            found.append(replace(one, left=one.left + _LESS * one.em, right=one.right + room * one.em, edge=None))
        else:
            found.append(replace(one, right=one.right + _ROOM_ONE * one.em) if hangs else one)
    return found


def _once(glyphs: list[Glyph]) -> list[Glyph]:
    """Glyphs without those that are drawn twice to look bold."""
    kept: list[Glyph] = []
    for one in glyphs:
        near = kept[-1] if kept else None
        if near is not None and one.text == near.text and one.text.strip() and abs(one.left - near.left) < _SAME * one.em:
            continue
        kept.append(one)
    return kept


def _spaced(glyphs: Sequence[Glyph]) -> list[bool]:
    """Before which glyphs a gap parts words."""
    found = [False][: len(glyphs)]
    for one, two in pairwise(glyphs):
        gap = max(_edge(two) - one.right, _edge(one) - two.right)
        bare = one.edge is not None or two.edge is not None
        found.append(gap > (_BARE_GAP if bare else _GAP) * max(one.em, two.em))
    return found


def _edge(glyph: Glyph) -> float:
    return glyph.left if glyph.edge is None else glyph.edge


def _kind(text: str) -> str:
    first = text[0]
    if first.isdigit():
        return "N"
    if _ARABIC.match(first):
        return "R" if first not in "٪٫٬" else "S"
    if first in ".,:/":
        return "S"
    return "L" if first.isalpha() else "w"


def _turned(pieces: list[str], rtl: bool) -> list[str]:
    """Pieces in reading order of the line → in logical order: runs of the other direction are turned round."""
    kinds = "".join(_kind(p) for p in pieces)
    found = list(pieces)
    if not rtl:
        for run in _ARABIC_RUN.finditer(kinds):
            found[run.start() : run.end()] = _turned(pieces[run.start() : run.end()][::-1], rtl=True)
        return found
    for run in _RUN.finditer(kinds):
        inside = [run] if "L" in run[0] else _FIGURE.finditer(kinds, run.start(), run.end())
        for part in inside:
            found[part.start() : part.end()] = [_HELD.get(p, p) for p in found[part.start() : part.end()][::-1]]
    return found
