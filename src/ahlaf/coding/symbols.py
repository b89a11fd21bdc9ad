"""The facts that :mod:`.frames` notes of a candidate, spelled out as the symbols that carry weights.

A fact is a small tuple; several facts that often come together share one, so that the weight of all its
symbols can be remembered for the next time the same tuple comes. :func:`spell` says which symbols a tuple
stands for: it is what the learner reads and what an explanation shows, and the only place that knows.

>>> spell(("D", "a", 0, 1, 0, False))
('br:a0', 'vb:a1', 'sb:a0', 'vs:False|a1')
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ahlaf.coding.frames import Key

_SPELL: Final[Mapping[str, Callable[..., tuple[str, ...]]]] = {
    "A": lambda form, place, part, verb: (
        f"part:{part}|{form}",
        f"part:{part}|{verb}|{form}",
        f"part:{part}|{place}",
        f"{form}|{place}",
    ),
    "B": lambda place, kind, definite: (f"{place}|{kind}", f"k:{kind}", f"def:{definite}|{kind}"),
    "C": lambda relation, place, akind, among: (f"{relation}|{place}", f"ak:{akind}|{relation}", f"among:{among}|{place}"),
    "D": lambda side, breaks, verbs, subs, after: (
        f"br:{side}{breaks}",
        f"vb:{side}{verbs}",
        f"sb:{side}{subs}",
        f"vs:{after}|{side}{min(verbs, 2)}",
    ),
    "E": lambda form, side, between, distance, gap: (f"tb:{side}{between}|{form}", f"d:{side}{distance}", f"gap:{gap}|{form}"),
    "F": lambda form, side, order, kind: (f"order:{side}{order}|{form}", f"order:{side}{order}|{kind}"),
    "G": lambda side, count, rank, strong, opens: (
        f"n:{count}",
        f"rank:{rank}|{side}",
        f"strong:{strong}",
        f"opens:{opens}|{side}",
    ),
    "H": lambda place, between, verbs, breaks: (f"first:{place}|{between}{verbs}{breaks}",),
    "N": lambda form, near: ("none", f"none|{form}", f"none|near:{near}"),
    "O": lambda relation: (f"none|{relation}",),
    "P": lambda slot, form, way, asked: (f"none|{slot}|{form}", f"none|g:{way}", f"none|t:{asked}"),
    "S": lambda form, mine, seen: (
        f"g:{mine}",
        f"g:{mine}|{form}",
        f"g:{seen}",
        f"g:{seen}|{form}",
        f"g:{mine}|{seen}",
    ),
    "T": lambda form, place, fits, agree, side: (f"{form}|{place}{fits}|{agree}", f"agr:{agree}|{side}", f"agr:{agree}|{form}|{side}"),
    "U": lambda form, place, fits, part, slot: (f"{fits}|{place}", f"part:{part}|{slot}", f"{slot}|{form}|{place}"),
    "V": lambda lemma, side, fits: (f"word:{lemma}|{side}{fits}",),
    "W": lambda source, target, fits, side: (f"{source}>{target}|{fits}|{side}",),
}


def spell(key: Key) -> tuple[str, ...]:
    """The symbols of a fact."""
    return _SPELL[key[0]](*key[1:])  # type: ignore[index]


class Scales:
    """The weight of facts for one end, remembered by fact."""

    __slots__ = ("_known", "_weights")

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights
        self._known: dict[Any, float] = {}

    def weigh(self, keys: tuple[Key, ...]) -> float:
        """The sum of the weights of all symbols of some facts."""
        known = self._known
        whole = 0.0
        for key in keys:
            weight = known.get(key)
            if weight is None:
                get = self._weights.get
                weight = known[key] = sum(get(s, 0.0) for s in spell(key))
            whole += weight
        return whole
