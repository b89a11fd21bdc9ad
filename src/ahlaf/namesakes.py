"""Actors of one name, told apart wherever names alone are shown: maps, tables, lists.

>>> police = [Named("IND.شرطه", "الشرطة", "IND"), Named("DEU.شرطه", "الشرطة", "DEU")]
>>> police += [Named("text:نحن@7", "نحن"), Named("text:نحن@8", "نحن")]
>>> told_apart([one.name for one in police], police)
['الشرطة (IND)', 'الشرطة (DEU)', 'نحن (7)', 'نحن (8)']
>>> parted("الشرطة (IND)"), parted("الشرطة")
(('الشرطة', 'IND'), None)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple, Protocol

_PARTED: Final = re.compile(r"(.+) \(([^()]+)\)")


class One(Protocol):
    """An actor, as any room knows it."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def country(self) -> str:
        """Its country, or nothing."""


class Named(NamedTuple):
    """An actor of which no more is known."""

    id: str
    name: str
    country: str = ""


def where(one: One) -> str:
    """By what an actor is told from others of its name: its country, or what its id ends in; empty where there is neither."""
    return one.country or one.id.partition("@")[2]


def told_apart(names: Sequence[str], actors: Sequence[One]) -> list[str]:
    """Names of actors, each one's own: of several who have one, each with its country, or with what its id ends in; else with its id."""
    apart = list(names)
    for told in ([where(one) for one in actors], [one.id for one in actors]):
        times = Counter(apart)
        apart = [f"{n} ({t})" if times[a] > 1 and t else a for n, a, t in zip(names, apart, told, strict=True)]
    return apart


def parted(name: str) -> tuple[str, str] | None:
    """A name that tells apart, as its name and what stands in brackets; ``None`` where nothing does."""
    found = _PARTED.fullmatch(name)
    return (found[1], found[2]) if found else None


def labels(names: Sequence[str], actors: Sequence[One]) -> dict[str, str]:
    """By their ids, the names of all actors, told apart; who has none in this language has none.

    >>> labels(["Police", ""], [Named("IND.شرطه", "الشرطة", "IND"), Named("text:لجنه", "اللجنة")])
    {'IND.شرطه': 'Police'}
    """
    named = [(name, one) for name, one in zip(names, actors, strict=True) if name]
    apart = told_apart([name for name, _ in named], [one for _, one in named])
    return {one.id: name for (_, one), name in zip(named, apart, strict=True)}
