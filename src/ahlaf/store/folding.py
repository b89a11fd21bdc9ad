"""Arabic as people type it: what a search forgives.

Texts are indexed word by word in their folded form (hamza, marks, tatweel, ta marbuta, digits made alike).
Clitics are forgiven when asking: a typed word is cut down to what it may be a form of, and each of these is
looked for with everything that Arabic writes onto it.

>>> sorted(v for v in variants("العراق") if v in ("عراق", "العراق", "للعراق", "وبالعراق", "عراقنا"))
['العراق', 'عراق', 'عراقنا', 'للعراق', 'وبالعراق']
>>> "دولتهم" in variants("دولة"), "وزير" in variants("الوزير"), "زير" in variants("وزير")
(True, True, False)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from ahlaf.model import Span
from ahlaf.text.views import View, fold

WORD: Final = re.compile(r"[^\W_]+")
_CHUNK: Final = re.compile(r"\S+")
_LONG: Final = 64
_DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_ARTICLE: Final = re.compile(r"[وف]?(?:[بك]?ال|لل)(?=\w{2})")
_QUERY: Final = re.compile(r'(-?)(?:"([^"]*)"|(\S+))')
_LETTERS: Final = ("", "ب", "ل", "ك", "س")
_PRONOUNS: Final = ("ه", "ها", "هم", "هما", "هن", "كم", "نا")
_LEAST: Final = 4
"""A single letter is taken for a clitic of a typed word only where so many letters stay."""


def words(text: str) -> str:
    """A text as it is indexed: its folded words, one space between.

    >>> words("وَالدَّوْلَــة، ١٩٩٠")
    'والدوله 1990'
    """
    return " ".join([w.form for chunk in text.split() for w in _in_chunk(chunk)])


class _Word(NamedTuple):
    """A folded word, with its place in its chunk as it was written."""

    form: str
    start: int
    end: int


def _in_chunk(chunk: str) -> tuple[_Word, ...]:
    """The words between two spaces. Texts repeat theirs, so most are known already."""
    return _read_once(chunk) if len(chunk) < _LONG else _read(chunk)


def _read(chunk: str) -> tuple[_Word, ...]:
    view = View.of(chunk)
    found = ((m.group(), view.raw_span(m.start(), m.end())) for m in WORD.finditer(plain(view.folded)))
    return tuple(_Word(form, span.start, span.end) for form, span in found)


_read_once: Final = lru_cache(maxsize=1 << 15)(_read)


def plain(folded: str) -> str:
    """A folded text in lower case with plain digits; the same length, letter for letter."""
    lower = folded.translate(_DIGITS).lower()
    return lower if len(lower) == len(folded) else folded.translate(_DIGITS)


def stems(word: str) -> list[str]:
    """What a typed, folded word may be a form of, the likeliest first.

    >>> stems("والعراق"), stems("وزير"), stems("بدمشق")
    (['عراق'], ['وزير'], ['بدمشق', 'دمشق'])
    """
    article = _ARTICLE.match(word)
    if article:
        return [word[article.end() :]]
    found = [word]
    rest = word
    if rest[0] in "وف" and len(rest) > _LEAST:
        rest = rest[1:]
        found.append(rest)
    if rest[0] in "بلك" and len(rest) > _LEAST:
        found.append(rest[1:])
    return found


def forms(word: str) -> list[str]:
    """What a typed, folded word may be with less glued to it, the likeliest first; an article stays, or comes back.

    >>> forms("للعراق"), forms("بدمشق")
    (['للعراق', 'العراق', 'عراق'], ['بدمشق', 'دمشق'])
    """
    back = [f"ال{stem}" for stem in stems(word) if _ARTICLE.match(word)]
    return list(dict.fromkeys((word, *back, *stems(word))))


def variants(typed: str) -> frozenset[str]:
    """Every written form that a typed word answers to, folded."""
    word = plain(fold(typed))
    found = {word}
    if not word or word[0].isascii():
        return frozenset(found)
    for stem in stems(word):
        ends = [stem, *(stem + p for p in _PRONOUNS)]
        if stem.endswith("ه") and len(stem) > 2:
            ends += [stem[:-1] + "ت" + p for p in _PRONOUNS]
        for conj in ("", "و", "ف"):
            found.update(conj + letter + end for letter in _LETTERS for end in ends)
            found.update(conj + letter + "ال" + stem for letter in ("", "ب", "ك"))
            found.update((conj + "لل" + stem, conj + "لل" + stem.removeprefix("ل")))
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Term:
    """One thing asked for: words that stand one after another, each in any of its forms."""

    words: tuple[frozenset[str], ...]
    without: bool = False


def parse(query: str) -> list[Term]:
    """A search as typed: words that must all be there, "words in a row", -words that must not be.

    >>> [(len(t.words), t.without) for t in parse('الحكومة "مجلس الأمن" -مصر')]
    [(1, False), (2, False), (1, True)]
    """
    found = []
    for minus, quoted, single in _QUERY.findall(query):
        typed = WORD.findall(plain(fold(quoted or single)))
        if typed:
            found.append(Term(tuple(variants(w) for w in typed), bool(minus)))
    return found


def light(text: str, terms: list[Term]) -> list[Span]:
    """The stretches of a raw text that answer the terms, in order.

    >>> [s.of("دَعَمَتِ الدولــةُ، والدولةِ") for s in light("دَعَمَتِ الدولــةُ، والدولةِ", parse("دولة"))]
    ['الدولــةُ', 'والدولةِ']
    """
    asked = [t for t in terms if not t.without]
    single = frozenset[str]().union(*(t.words[0] for t in asked if len(t.words) == 1))
    lit = set(_singles(text, single)) if single else set()
    rows = [t.words for t in asked if len(t.words) > 1]
    if rows:
        lit.update(_rows(text, rows))
    return sorted(lit)


def _singles(text: str, forms: frozenset[str]) -> Iterator[Span]:
    """Words in one of the forms. Only chunks that hold one are looked for in the text."""
    holding = {c: hit for c in set(text.split()) if (hit := [w for w in _in_chunk(c) if w.form in forms])}
    if holding:
        for chunk in re.finditer(rf"(?<!\S)(?:{'|'.join(map(re.escape, holding))})(?!\S)", text):
            for word in holding[chunk.group()]:
                yield Span(chunk.start() + word.start, chunk.start() + word.end)


def _rows(text: str, rows: list[tuple[frozenset[str], ...]]) -> Iterator[Span]:
    """Words in a row."""
    at: list[_Word] = []
    for chunk in _CHUNK.finditer(text):
        start = chunk.start()
        at += [_Word(w.form, start + w.start, start + w.end) for w in _in_chunk(chunk.group())]
    for first, *rest in rows:
        for n, word in enumerate(at):
            if word.form in first and len(at) - n > len(rest) and all(at[n + i].form in r for i, r in enumerate(rest, start=1)):
                yield Span(word.start, at[n + len(rest)].end)


def answers(text_words: list[str], terms: list[Term]) -> bool:
    """Whether indexed words hold every term and none that must not be there."""
    held = set(text_words)
    return all(_holds(text_words, held, t) != t.without for t in terms)


def _holds(all_words: list[str], held: set[str], term: Term) -> bool:
    if not all(not held.isdisjoint(w) for w in term.words):
        return False
    size = len(term.words)
    return size == 1 or any(
        all(all_words[first + i] in term.words[i] for i in range(size)) for first in range(len(all_words) - size + 1)
    )
