"""Dates in a text: Gregorian under all their month names, Hijri, numeric, and those told from the day of writing.

:func:`find` is called once for a document and returns every place that says when. What is only a day and a
month ("14 آذار") is as often the name of a party or an uprising, so it is a date only where a preposition or a
weekday makes it one and the document's own date is known. What is told from the day of writing ("أمس", "الشهر
الماضي") is ``None`` of a date where that day is not known.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import NamedTuple

from ahlaf.coding.times.timewords import Reader
from ahlaf.coding.words.draft import Draft
from ahlaf.model import Span
from ahlaf.text.split import TELLING


class Dated(NamedTuple):
    """A place in the text that says when: tokens ``first`` to ``last``, both in it."""

    first: int
    last: int
    time: str
    """ISO 8601, as far as known, or an interval of two such."""
    span: Span
    prep: str
    """The preposition before it, folded; empty for none."""
    annexed: bool
    """True where it only tells which one the noun before it is: "انتخابات 2018"."""


def find(draft: Draft) -> list[Dated]:
    """Every date of a document, in the order of the text."""
    reader = Reader(draft)
    found: list[tuple[int, int, str]] = []
    for stretch in draft.stretches:
        if stretch.kind not in TELLING:
            continue
        reader.end = stretch.end
        at = stretch.first
        inside: list[tuple[int, int, str]] = []
        while at < stretch.end:
            hit = reader.at(at)
            if hit is None:
                at += 1
                continue
            behind, time = hit
            if time is not None:
                inside.append((at, behind - 1, time))
                reader.year = int(time[:4])
            at = max(behind, at + 1)
        found.extend(_joined(reader, inside))
    nouns = reader.groups["part-of-day"].keys() | reader.groups["time-noun"].keys()
    return [_dated(draft, reader.words, nouns, *hit) for hit in found]


def _joined(reader: Reader, found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Two dates with إلى, حتى or a dash between them, or with و after بين, are one interval."""
    words, groups = reader.words, reader.groups
    kept: list[tuple[int, int, str]] = []
    for first, last, time in found:
        if kept and "/" not in time and "/" not in kept[-1][2] and kept[-1][2] < time:
            start, until, earlier = kept[-1]
            between = [w for w in words[until + 1 : first] if w not in groups["up-to"]]
            opened = words[start - 1] if start else ""
            both = between == ["و"] or (not between and words[first][0] == "و")
            if between in (["الي"], ["حتي"], ["-"], ["–"]) or (both and opened in groups["both-ends"]):
                kept[-1] = (start, last, f"{earlier}/{time}")
                continue
        kept.append((first, last, time))
    return kept


def _dated(draft: Draft, words: list[str], nouns: AbstractSet[str], first: int, last: int, time: str) -> Dated:
    prep, annexed = "", False
    own = draft.words[first]
    at = first - 1
    while at >= 0 and not own.prep and not prep and (draft.words[at].stem in nouns or words[at] in nouns):
        prep = draft.words[at].prep
        at -= 1
    if own.prep or words[first] in ("قبل", "منذ", "ومنذ", "وقبل"):
        prep = own.prep
    elif at >= 0 and not prep:
        before = draft.words[at]
        prep = before.stem if "prep" in before.function and not before.pronoun else ""
        covering = draft.at[at]
        named = covering >= 0 and draft.phrases[covering].kind in ("name", "place", "person", "organ", "people")
        bare = words[first][0].isdecimal() and at == first - 1
        annexed = bare and before.nominal and before.kind not in ("func", "punct") and not (before.definite or before.pronoun or named)
    glued = len(own.conj) if len(own.bare) > len(own.conj) else 0
    span = draft.view.raw_span(draft.toks[first].start + glued, draft.toks[last].end)
    return Dated(first, last, time, span, prep, annexed)
