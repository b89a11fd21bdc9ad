"""Actors that may be one, each with its reasons, for a person to merge or to keep apart.

Compared are actors of which at least one is known by the text alone, and which share a word of their names:

* *the same words* once articles are left off;
* *one name holds the other* ("الأسد" in "بشار الأسد"): stronger where both stand in one article;
* *one letter differs*, in names of six letters or more;
* *the same Latin name*.

A word that many actors share ("حزب") brings nobody together. What was merged, or kept apart, is not offered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import Final

from sqlalchemy import Connection, text

from ahlaf.store import actors, codings
from ahlaf.store.book import TEXT, spoken
from ahlaf.store.folding import words
from ahlaf.store.records import Candidate, KeptActor

_COMMON: Final = 30
"""A word of more names than this is no tie between them."""
_LONG: Final = 6
_TOGETHER: Final = """
SELECT COUNT(*) FROM (
  SELECT document FROM claim WHERE source = :one AND NOT hidden UNION
  SELECT document FROM claim WHERE target = :one AND NOT hidden) ones
WHERE document IN (
  SELECT document FROM claim WHERE source = :other AND NOT hidden UNION
  SELECT document FROM claim WHERE target = :other AND NOT hidden)
"""

_SUREST: Final = """
SELECT id, credence FROM (
  SELECT id, credence FROM claim WHERE source = :actor AND NOT hidden AND status <> 'refused' UNION
  SELECT id, credence FROM claim WHERE target = :actor AND NOT hidden AND status <> 'refused') ends
ORDER BY credence DESC, id LIMIT 1
"""


def surest(connection: Connection, some: Iterable[str]) -> dict[str, int]:
    """The claim on each of some actors that is most surely in its text; none on whom nothing stands."""
    found = {a: connection.execute(text(_SUREST), {"actor": a}).first() for a in dict.fromkeys(some)}
    return {a: int(row.id) for a, row in found.items() if row is not None}


def offered(connection: Connection, limit: int = 20) -> list[Candidate]:
    """The likeliest candidates, most consequential first."""
    known = [a for a in actors.listed(connection) if a.claims]
    apart = codings.book(connection).apart
    keyed = {a.id: _key(a.name) for a in known}
    by_word: dict[str, list[KeptActor]] = defaultdict(list)
    for one in known:
        for word in set(keyed[one.id]) | _shapes("".join(keyed[one.id])):
            by_word[word].append(one)
        if one.name_en:
            by_word["=" + one.name_en.lower()].append(one)
    pairs: dict[frozenset[str], tuple[KeptActor, KeptActor]] = {}
    for group in by_word.values():
        if len(group) <= _COMMON:
            for one, other in combinations(group, 2):
                if (one.id.startswith(TEXT) or other.id.startswith(TEXT)) and not _kept_apart(one.id, other.id):
                    pairs.setdefault(frozenset((one.id, other.id)), (one, other))
    found = []
    for key, (one, other) in pairs.items():
        reasons, weight = _reasons(one, other, keyed)
        if reasons and key not in apart:
            lesser, greater = sorted((one, other), key=_standing)
            found.append((weight * min(one.claims, other.claims) ** 0.5, lesser, greater, reasons))
    found.sort(key=lambda f: (-f[0], f[1].id, f[2].id))
    made = [_together(connection, Candidate(a, b, tuple(why), w)) for w, a, b, why in found[: 3 * limit]]
    return sorted(made, key=lambda c: (-c.weight, c.actor.id, c.into.id))[:limit]


def _kept_apart(one: str, other: str) -> bool:
    """Whether two actors of texts have one name and are told apart on purpose: "text:نحن@a" and "text:نحن@b"."""
    both = all(a.startswith(TEXT) and "@" in a for a in (one, other))
    return both and spoken(one) == spoken(other)


def _standing(one: KeptActor) -> tuple[bool, int, int]:
    """The lexicon's actor outranks the text's, then the fuller name, then the busier."""
    return not one.id.startswith(TEXT), len(one.name.split()), one.claims


def _key(name: str) -> tuple[str, ...]:
    return tuple(w.removeprefix("ال") if len(w) > 4 else w for w in words(name).split())


def _shapes(name: str) -> set[str]:
    """What two long names share where one letter differs, wherever it does."""
    return {f"{name[:4]}~", f"~{name[-4:]}", f"{name[:2]}~{name[-2:]}"} if len(name) >= _LONG else set()


def _reasons(one: KeptActor, other: KeptActor, keyed: dict[str, tuple[str, ...]]) -> tuple[list[str], float]:
    a, b = keyed[one.id], keyed[other.id]
    reasons, weight = [], 0.0
    if a == b:
        reasons.append("the same words")
        weight = 3.0
    elif a and b and (set(a) < set(b) or set(b) < set(a)):
        reasons.append("one name holds the other")
        weight = 1.0
    elif _one_letter("".join(a), "".join(b)):
        reasons.append("one letter differs")
        weight = 1.5
    if one.name_en and one.name_en.lower() == other.name_en.lower():
        reasons.append("the same Latin name")
        weight += 2.0
    return reasons, weight


def _one_letter(a: str, b: str) -> bool:
    """Whether one letter put in, left out or changed leads from one to the other.

    >>> _one_letter("بنيامين", "بنيمين"), _one_letter("مصر", "قطر")
    (True, False)
    """
    if min(len(a), len(b)) < _LONG or abs(len(a) - len(b)) > 1 or a == b:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[start + (len(a) >= len(b)) :] == b[start + (len(b) >= len(a)) :]


def _together(connection: Connection, found: Candidate) -> Candidate:
    both = int(connection.execute(text(_TOGETHER), {"one": found.actor.id, "other": found.into.id}).scalar_one())
    if not both:
        return found
    says = f"both in {both} article{'s' if both > 1 else ''}"
    return Candidate(found.actor, found.into, (*found.reasons, says), found.weight * 1.5)
