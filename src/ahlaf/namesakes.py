"""Actors of one name, told apart wherever names alone are shown: maps, tables, lists.

>>> from ahlaf.model import Actor
>>> police = [Actor("IND.شرطه", "الشرطة", country="IND"), Actor("DEU.شرطه", "الشرطة", country="DEU")]
>>> police += [Actor("text:نحن@7", "نحن"), Actor("text:نحن@8", "نحن")]
>>> told_apart([one.name for one in police], police)
['الشرطة (IND)', 'الشرطة (DEU)', 'نحن (الوثيقة 7)', 'نحن (الوثيقة 8)']
>>> told_apart(["police", "police", "we", "we"], police, "en")[1:]
['police (DEU)', 'we (document 7)', 'we (document 8)']
>>> told_apart(["Iran", "Iran"], [Actor("IRN", "إيران", country="IRN"), Actor("IRN.حكومه", "إيران", country="IRN")], "en")
['Iran', 'Iran (IRN.حكومه)']
>>> parted("الشرطة (IND)"), parted("نحن (الوثيقة 7)"), parted("we (7)"), parted("الشرطة")
(('الشرطة', 'IND'), ('نحن', '7'), ('we', '7'), None)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, Protocol

_PARTED: Final = re.compile(r"(.+) \((?:(?:document|الوثيقة) (?=\d))?([^()]+)\)")


class One(Protocol):
    """An actor, as any room knows it."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def country(self) -> str:
        """Its country, or nothing."""


def where(one: One) -> str:
    """By what an actor is told from others of its name: its country, or what its id ends in; empty where there is neither."""
    return one.country or one.id.partition("@")[2]


def _shown(place: str, language: str) -> str:
    """By what an actor is told from others, as people read it: a bare number would be taken for a count."""
    if not place.isdecimal():
        return place
    return f"document {place}" if language == "en" else f"الوثيقة {place}"


def told_apart(names: Sequence[str], actors: Sequence[One], language: str = "ar") -> list[str]:
    """Names of actors, each one's own: of several who have one, each with its country, or with what its id ends in; else with its id.

    A state keeps its name as it is: who else is called so is told from it by his id, for its country would say no more.
    """
    states = {name for name, one in zip(names, actors, strict=True) if is_state(one)}
    apart = list(names)
    first = [one.id if name in states else _shown(where(one), language) for name, one in zip(names, actors, strict=True)]
    for told in (first, [one.id for one in actors]):
        times = Counter(apart)
        apart = [
            f"{n} ({t})" if times[a] > 1 and t and not is_state(one) else a
            for n, a, t, one in zip(names, apart, told, actors, strict=True)
        ]
    return apart


def is_state(one: One) -> bool:
    """Whether an actor is the very state whose country it has."""
    return one.id == one.country != ""


def parted(name: str) -> tuple[str, str] | None:
    """A name that tells apart, as its name and what stands in brackets; ``None`` where nothing does."""
    found = _PARTED.fullmatch(name)
    return (found[1], found[2]) if found else None


def labels(names: Sequence[str], actors: Sequence[One], language: str = "ar") -> dict[str, str]:
    """By their ids, the names of all actors, told apart; who has none in this language has none.

    >>> from ahlaf.model import Actor
    >>> labels(["Police", ""], [Actor("IND.شرطه", "الشرطة", country="IND"), Actor("text:لجنه", "اللجنة")], "en")
    {'IND.شرطه': 'Police'}
    """
    named = [(name, one) for name, one in zip(names, actors, strict=True) if name]
    apart = told_apart([name for name, _ in named], [one for _, one in named], language)
    return {one.id: name for (_, one), name in zip(named, apart, strict=True)}
