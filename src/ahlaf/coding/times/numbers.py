"""Numbers as Arabic writes them: digits of both kinds, words, and both together ("٣ آلاف", "خمسة وعشرين").

The value of a word is in its row of the table of function words; this module only knows how the words are
joined: the unit before the tens, no و before عشر, a hundred and a scale behind what they multiply.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from ahlaf.lexicon.book import Lexicon
from ahlaf.lexicon.names import bare_article
from ahlaf.text.views import fold

_VALUE: Final = re.compile(r"value (\d+)(?:/(\d+))?")
_GROUPED: Final = re.compile(r"\d{1,3}(?:[,٬.]\d{3})+")
_DECIMAL: Final = re.compile(r"(\d+)[.,٫](\d{1,3})")
_LONGEST: Final = 15
"""No count has more digits than this."""


def digits(text: str) -> int | None:
    """The value of a written number, its groups joined; ``None`` for a decimal, a clock time, a date.

    >>> digits("٣٤"), digits("1,200"), digits("١٬٢٠٠"), digits("2.5"), digits("14/3/2016")
    (34, 1200, 1200, None, None)
    """
    if len(text) > _LONGEST:
        return None
    if text.isdecimal():
        return int(text)
    return int(re.sub(r"[,٬.]", "", text)) if _GROUPED.fullmatch(text) else None


class Numerals(NamedTuple):
    """Folded number words of one token → what they are worth."""

    values: Mapping[str, int]
    scales: Mapping[str, int]
    """Plurals (آلاف, ملايين): a number only behind one that they multiply."""
    shares: Mapping[str, tuple[int, int]]
    """Parts (نصف, ثلثا) as fractions: a number only before a scale."""


def numerals(lexicon: Lexicon) -> Numerals:
    """The number words that a lexicon knows."""
    found: dict[str, int] = {}
    shares: dict[str, tuple[int, int]] = {}
    for word, classes in lexicon.function.items():
        value = _VALUE.match(classes.get("numeral", ""))
        share = _VALUE.match(classes.get("quantifier", ""))
        if value and not value[2] and " " not in word:
            found.setdefault(fold(word), int(value[1]))
        if share and share[2]:
            shares.setdefault(fold(word), (int(share[1]), int(share[2])))
    return Numerals(found, {word: int(worth) for word, worth in lexicon.groups["scale"].items()}, shares)


def read(words: Sequence[str], at: int, end: int, known: Numerals, head: str = "") -> tuple[int, int] | None:
    """The number that begins at ``at`` and the place behind it, or ``None``.

    Args:
        words: folded tokens.
        at: where the number should begin.
        end: where the sentence ends.
        known: from :func:`numerals`.
        head: the first token without its clitics, where it has some.

    >>> values = {"خمسه": 5, "عشر": 10, "عشرين": 20, "ميه": 100, "الف": 1000, "ثلاثه": 3}
    >>> some = Numerals(values, {"الاف": 1000}, {"نصف": (1, 2)})
    >>> def number(text):
    ...     words = text.split()
    ...     return read(words, 0, len(words), some)
    >>> number("خمسه وعشرين جنديا"), number("خمسه عشر"), number("ثلاثه الاف وميه"), number("12 الف")
    ((25, 2), (15, 2), (3100, 3), (12000, 2))
    >>> number("نصف الف"), number("نصف الجنود")
    ((500, 2), None)
    >>> number("عشرات الجنود") is number("الاف الجنود") is None
    True
    """
    if at >= end:
        return None
    text = head or words[at]
    scaled = _scaled(text, words[at + 1] if at + 1 < end else "", known)
    if scaled is not None:
        return scaled, at + 2
    last = _value(text, known)
    if last is None:
        return None
    total, group, place = (last, 0, at + 1) if last >= 1000 and not text[0].isdecimal() else (0, last, at + 1)
    while place < end:
        word = words[place]
        step = 1
        value = _value(word, known)
        scale = known.scales.get(word, value if value in _SCALES and not word[0].isdecimal() else None)
        if scale is not None and group:
            total, group, last = total + group * scale, 0, scale
        elif value == 10 and 1 <= last <= 9 and not word[0].isdecimal():
            group, last = group + 10, 10
        elif value == 100 and 3 <= last <= 9 and group == last:
            group, last = last * 100, 100
        else:
            if word == "و" and place + 1 < end:
                step, value = 2, _value(words[place + 1], known)
            else:
                value = _value(word[1:], known) if word[0] == "و" and len(word) > 2 else None
            if value is None or not _follows(last, value):
                break
            group, last = group + value, value
        place += step
    return total + group, place


_SCALES: Final = frozenset((1000, 10**6, 10**9, 10**12))


def _value(text: str, known: Numerals) -> int | None:
    if text[:1].isdecimal():
        return digits(text)
    return known.values.get(text, known.values.get(bare_article(text)))


def _scaled(text: str, following: str, known: Numerals) -> int | None:
    """Of "2.5 مليون" and "نصف مليون": a decimal or a part counts only with its scale."""
    decimal = _DECIMAL.fullmatch(text) if len(text) <= _LONGEST else None
    scale = known.scales.get(following, known.values.get(following, 0))
    if scale not in _SCALES:
        return None
    if text in known.shares:
        part_of, whole_of = known.shares[text]
        return scale * part_of // whole_of
    if decimal is None:
        return None
    whole, part = decimal.groups()
    return int(whole) * scale + int(part) * scale // int("1" + "0" * len(part))


def _follows(last: int, value: int) -> bool:
    """Whether و may join two parts of one number: units before tens, else the greater first."""
    if 1 <= last <= 9:
        return 20 <= value <= 90 and value % 10 == 0
    return last >= 100 and value < last
