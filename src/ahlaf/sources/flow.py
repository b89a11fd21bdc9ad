"""Lines on pages → running text: what stands on every page is left out, broken lines become paragraphs again.

A line is followed by a new paragraph where the next line's first word would still have fitted on it (with room to
spare, where the column is not justified and the line ends no sentence), where the space
between the lines is wider than the column's, where the letters change size, or where the next line is set in. A
paragraph goes on over a column's or a page's end where its last line is full and ends no sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

_DIGITS: Final = re.compile(r"\d+")
_ORNAMENT: Final = r"[\s\-–—|()\[\].]*"
_PAGE_NUMBER: Final = re.compile(
    _ORNAMENT + r"(?:(?:صفحة|ص|الصفحة|page|p\.?)\s*[:.]?\s*)?(?P<number>\d{1,4})(?:\s*(?:/|من|of)\s*\d{1,4})?" + _ORNAMENT, re.IGNORECASE
)
_ENDS: Final = re.compile(r"[.!?؟…:][\"'»”)\]]*$")
_ITEM: Final = re.compile(r"[•▪●◦■*]\s")
_EDGE: Final = 2
"""How many lines at a page's head and foot may be running heads."""
_SHARE: Final = 0.3
"""On what share of the pages a running head stands; left and right pages may have their own, and chapters too."""
_WIDER: Final = 1.45
_RESIZED: Final = 0.15
_RAGGED: Final = 0.4
_INDENT: Final = 0.8


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text with its box: edges, base line and em in points, and how wide its first word is."""

    text: str
    left: float
    right: float
    base: float
    em: float
    first_word: float = 0.0
    rtl: bool = True


def text(pages: Sequence[Sequence[Line]]) -> str:
    """The running text of some pages, a paragraph a line."""
    bodies = _bodies(pages)
    paragraphs: list[str] = []
    last: _Placed | None = None
    for body in bodies:
        for block in _blocks(body):
            placed = _placed(block)
            gap = _usual_gap(block)
            ragged = median(p.short for p in placed) > _RAGGED * placed[0].line.em
            for at, line in enumerate(placed):
                if last is not None and (_goes_on(last, line, gap, ragged) if at else _flows_over(last, line)):
                    paragraphs[-1] = join(paragraphs[-1], line.line.text)
                else:
                    paragraphs.append(line.line.text)
                last = line
    return "\n".join(paragraphs)


def join(one: str, two: str) -> str:
    """Two lines of a paragraph as one; a word that was parted at the line's end is whole again.

    >>> join("قال الوزير", "إن"), join("inter-", "national"), join("الأميركي-", "الإسرائيلي"), join("NATO-", "Russia")
    ('قال الوزير إن', 'international', 'الأميركي-الإسرائيلي', 'NATO-Russia')
    """
    if one.endswith(("\u00ad", "\u0002")):
        return one[:-1] + two
    if one.endswith("-") and len(one) > 1 and one[-2].isalpha() and two[:1].isalpha():
        return (one[:-1] if two[0].islower() else one) + two
    return f"{one} {two}"


# -- what stands on every page --------------------------------------------------------------------------


def _bodies(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    edges = [_edge(page) for page in pages]
    seen = Counter(key for edge in edges for key in {_DIGITS.sub("#", line.text) for line in edge} if any(map(str.isalpha, key)))
    needed = max(2, _SHARE * len(pages))
    repeated = {key for key, count in seen.items() if count >= needed and len(pages) > 1}
    numbers = Counter(n - at for at, edge in enumerate(edges) for n in {_number(line.text) for line in edge} if n is not None)
    counted = {offset for offset, count in numbers.items() if count >= max(2, 0.2 * len(pages))}
    found = []
    for at, (page, edge) in enumerate(zip(pages, edges, strict=True)):
        left_out = {
            id(line)
            for line in edge
            if _DIGITS.sub("#", line.text) in repeated
            or ((number := _number(line.text)) is not None and number - at in counted)
        }
        found.append([line for line in page if id(line) not in left_out])
    return found


def _number(line: str) -> int | None:
    """The page that a line numbers, where it does nothing else.

    >>> _number("- 3 -"), _number("صفحة ٤ من ٩"), _number("3 أيام")
    (3, 4, None)
    """
    said = _PAGE_NUMBER.fullmatch(line)
    return int(said["number"]) if said else None


def _edge(page: Sequence[Line]) -> list[Line]:
    heights = sorted(page, key=lambda line: -line.base)
    return heights if len(heights) <= 2 * _EDGE else heights[:_EDGE] + heights[-_EDGE:]


# -- paragraphs -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line in its column: how far it stops short of the column's end, and how far it is set in."""

    line: Line
    short: float
    indent: float


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines that run down one column."""
    block: list[Line] = []
    for line in lines:
        if block and line.base > block[-1].base + line.em / 2:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _placed(block: Sequence[Line]) -> list[_Placed]:
    em = median(line.em for line in block)
    body = [line for line in block if abs(line.em - em) <= _RESIZED * em] or block
    left, right = min(line.left for line in body), max(line.right for line in body)
    return [
        _Placed(line, *((line.left - left, right - line.right) if line.rtl else (right - line.right, line.left - left))) for line in block
    ]


def _usual_gap(block: Sequence[Line]) -> float:
    gaps = [one.base - two.base for one, two in pairwise(block) if one.base - two.base > 0]
    # The lesser half: where every paragraph has but one or two lines, most gaps are those between paragraphs.
    return sorted(gaps)[len(gaps) // 4] if gaps else 0.0


def _goes_on(one: _Placed, two: _Placed, gap: float, ragged: bool) -> bool:
    if abs(one.line.em - two.line.em) > _RESIZED * max(one.line.em, two.line.em) or _ITEM.match(two.line.text):
        return False
    if one.line.base - two.line.base > _WIDER * gap:
        return False
    spare = 0.5 if not ragged or _ENDS.search(one.line.text) else 3.0
    if one.short > two.line.first_word + spare * two.line.em:
        return False
    return two.indent - one.indent < _INDENT * two.line.em or (one.indent > 0 and not _ENDS.search(one.line.text))


def _flows_over(one: _Placed, two: _Placed) -> bool:
    if abs(one.line.em - two.line.em) > _RESIZED * max(one.line.em, two.line.em) or _ENDS.search(one.line.text):
        return False
    return one.short <= two.line.first_word + 0.5 * two.line.em and two.indent < _INDENT * two.line.em
