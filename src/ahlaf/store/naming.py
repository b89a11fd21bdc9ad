"""The names that actors go by besides their own: those that decisions give them, else the words that the texts have for them.

The rule book's own name of a group is seldom the one that people type: "تنظيم الدولة الإسلامية" is "داعش" in the papers
and in questions. Whatever a text calls somebody stands with each claim, so it needs no rule book to be found again; but of
several names a claim has the fullest, and a project of "المسلحين الحوثيين" alone is asked for "الحوثيين" too. So persons go by
the last words of their names, and some actors by names that people type for them besides (``typed.tsv``): "Assad", "ISIS",
"الحوثيون". What a text calls somebody comes before these, and a person's decision before all.

>>> sorted(_forms("تنظيم داعش", "تنظيم الدوله الاسلاميه", "armed-group")), sorted(_forms("الحوثيين", "جماعه انصار الله", "armed-group"))
(['تنظيم داعش', 'داعش'], ['الحوثيون', 'الحوثيين'])
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, text

from ahlaf.store import codings
from ahlaf.store.folding import words
from ahlaf.text import tsv

_SAID: Final = """
SELECT e.id, e.said, a.name, a.name_en, a.kind, SUM(e.times) AS times FROM (
  SELECT source AS id, source_words AS said, COUNT(*) AS times FROM claim WHERE NOT hidden GROUP BY source, source_words UNION ALL
  SELECT target, target_words, COUNT(*) FROM claim WHERE NOT hidden GROUP BY target, target_words UNION ALL
  SELECT voice, voice_words, COUNT(*) FROM claim WHERE NOT hidden GROUP BY voice, voice_words) e
JOIN actor a ON a.id = e.id WHERE e.said IS NOT NULL GROUP BY e.id, e.said, a.name, a.name_en, a.kind
"""
_TYPED: Final = Path(__file__).parent / "typed.tsv"
_GROUPS: Final = ("armed-group", "party", "organisation", "alliance")
"""Kinds of actors of whose names the first word may be what they are: a movement, a party."""
_INITIAL: Final = 2
"""A last word of so few letters is no name that anybody goes by."""
_CLEARLY: Final = 0.9
"""Words of which so many mean one actor mean that one: what a coder misread once makes no name ambiguous."""


def others(connection: Connection) -> dict[str, list[str]]:
    """Whom a folded name may mean that is nobody's own: one actor where that is clear, else each, the most often so called first."""
    said: dict[str, Counter[str]] = defaultdict(Counter)
    besides: dict[str, Counter[str]] = defaultdict(Counter)
    for number, called, name, name_en, kind, times in connection.execute(text(_SAID)):
        for form in _forms(words(called), words(name), kind):
            said[form][number] += int(times)
        for form in (*_last(name, name_en, kind), *typed().get(number, ())):
            besides[form][number] += int(times)
    found = {form: _meant(counts) for form, counts in (besides | said).items() if form}
    book = codings.book(connection)
    for name, number in book.aliases.items():
        found |= {key: [book.final(number)] for key in either(name)}
    return found


def either(folded: str) -> tuple[str, str]:
    """A folded name without its article and with it."""
    bare = folded.removeprefix("ال")
    return bare, f"ال{bare}"


def _forms(said: str, name: str, kind: str) -> Iterator[str]:
    """What people may type for words of a text: the same, a plural's other case, a group's name without "movement" or "party"."""
    yield said
    if said.endswith("ين"):
        yield f"{said.removesuffix('ين')}ون"
    elif said.endswith("ون"):
        yield f"{said.removesuffix('ون')}ين"
    first, _, rest = said.partition(" ")
    if rest and kind in _GROUPS and first == name.partition(" ")[0]:
        yield rest


def _last(name: str, name_en: str | None, kind: str) -> Iterator[str]:
    """The last words by which people call a person: "Assad", "الأسد".

    >>> list(_last("بشار الأسد", "Bashar al-Assad", "person")), list(_last("روسيا", "Russia", "state"))
    (['الاسد', 'assad', 'al assad'], [])
    """
    if kind != "person":
        return
    *before, last = words(name).split() or [""]
    if before and len(last) > _INITIAL:
        yield last
    *given, surname = words(name_en or "").split() or [""]
    if given and len(surname) > _INITIAL:
        yield surname
        if given[-1] in ("al", "el", "bin", "ben") and len(given) > 1:
            yield f"{given[-1]} {surname}"


@cache
def typed() -> dict[str, tuple[str, ...]]:
    """The names that people type besides for some actors of the rule book, folded, by their ids."""
    return {number: tuple(words(name) for name in names.split("|")) for number, names in tsv.rows(_TYPED, "id", "names")}


def _meant(counts: Counter[str]) -> list[str]:
    first, times = counts.most_common(1)[0]
    return [first] if times >= _CLEARLY * counts.total() else [number for number, _ in counts.most_common()]
