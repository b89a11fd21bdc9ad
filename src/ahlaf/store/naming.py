"""The names that actors go by besides their own: those that decisions give them, else the words that the texts have for them.

The rule book's own name of a group is seldom the one that people type: "تنظيم الدولة الإسلامية" is "داعش" in the papers
and in questions. Whatever a text calls somebody stands with each claim, so it needs no rule book to be found again.

>>> sorted(_forms("تنظيم داعش", "تنظيم الدوله الاسلاميه", "armed-group")), sorted(_forms("الحوثيين", "جماعه انصار الله", "armed-group"))
(['تنظيم داعش', 'داعش'], ['الحوثيون', 'الحوثيين'])
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, text

from ahlaf.store import codings
from ahlaf.store.folding import words

_SAID: Final = """
SELECT e.id, e.said, a.name, a.kind, SUM(e.times) AS times FROM (
  SELECT source AS id, source_words AS said, COUNT(*) AS times FROM claim WHERE NOT hidden GROUP BY source, source_words UNION ALL
  SELECT target, target_words, COUNT(*) FROM claim WHERE NOT hidden GROUP BY target, target_words UNION ALL
  SELECT voice, voice_words, COUNT(*) FROM claim WHERE NOT hidden GROUP BY voice, voice_words) e
JOIN actor a ON a.id = e.id WHERE e.said IS NOT NULL GROUP BY e.id, e.said, a.name, a.kind
"""
_GROUPS: Final = ("armed-group", "party", "organisation", "alliance")
"""Kinds of actors of whose names the first word may be what they are: a movement, a party."""
_CLEARLY: Final = 0.9
"""Words of which so many mean one actor mean that one: what a coder misread once makes no name ambiguous."""


def others(connection: Connection) -> dict[str, list[str]]:
    """Whom a folded name may mean that is nobody's own: one actor where that is clear, else each, the most often so called first."""
    said: dict[str, Counter[str]] = defaultdict(Counter)
    for number, called, name, kind, times in connection.execute(text(_SAID)):
        for form in _forms(words(called), words(name), kind):
            said[form][number] += int(times)
    found = {form: _meant(counts) for form, counts in said.items() if form}
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
    first, _, rest = said.partition(" ")
    if rest and kind in _GROUPS and first == name.partition(" ")[0]:
        yield rest


def _meant(counts: Counter[str]) -> list[str]:
    first, times = counts.most_common(1)[0]
    return [first] if times >= _CLEARLY * counts.total() else [number for number, _ in counts.most_common()]
