"""The facts that :mod:`ahlaf.coding.ends.frames` notes of a candidate, spelled out as the symbols that carry weights.

A fact is a small tuple; several facts that often come together share one, so that what all its symbols weigh
can be remembered for the next time the same tuple comes. :func:`spell` says which symbols a tuple stands for:
it is the only place that knows. One that comes for the first time may be of parts that came before: see :func:`parts`.

>>> spell(("V", "دَعَمَ", "a", "F"))
('word:دَعَمَ|aF',)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from ahlaf.coding.ends.frames import Key

_SPELL: Final[Mapping[str, Callable[..., tuple[str, ...]]]] = {
    "A": lambda form, place, part, verb, kind, definite: (
        f"part:{part}|{form}",
        f"part:{part}|{verb}|{form}",
        f"part:{part}|{place}",
        f"{form}|{place}",
        f"{place}|{kind}",
        f"k:{kind}",
        f"def:{definite}|{kind}",
    ),
    "C": lambda relation, place, akind, among: (f"{relation}|{place}", f"ak:{akind}|{relation}", f"among:{among}|{place}"),
    "D": lambda side, breaks, verbs, subs, after, place, between: (
        f"br:{side}{breaks}",
        f"vb:{side}{verbs}",
        f"sb:{side}{subs}",
        f"vs:{after}|{side}{min(verbs, 2)}",
        f"first:{place}|{between}{min(verbs, 2)}{min(breaks, 2)}",
    ),
    "E": lambda form, side, between, distance, gap: (f"tb:{side}{between}|{form}", f"d:{side}{distance}", f"gap:{gap}|{form}"),
    "F": lambda form, side, order, kind: (f"order:{side}{order}|{form}", f"order:{side}{order}|{kind}"),
    "G": lambda side, count, rank, strong, opens: (
        f"n:{count}",
        f"rank:{rank}|{side}",
        f"strong:{strong}",
        f"opens:{opens}|{side}",
    ),
    "N": lambda form, near: ("none", f"none|{form}", f"none|near:{near}"),
    "O": lambda relation: (f"none|{relation}",),
    "P": lambda slot, form, way, asked: (f"none|{slot}|{form}", f"none|g:{way}", f"none|t:{asked}"),
    "Q": lambda relation, place, akind: (f"ref:{place}|{relation}", f"ref:{akind}|{relation}"),
    "R": lambda place, rank, kind: (f"ref:{place}|{rank}", f"ref:{kind}|{rank}", f"ref:{place}|{kind}"),
    "S1": lambda form, mine, seen: (f"g:{mine}", f"g:{mine}|{form}", f"g:{seen}", f"g:{seen}|{form}", f"g:{mine}|{seen}"),
    "S2": lambda light, place, fits, agree, side: (
        f"{light}|{place[:1]}{fits}|{agree}",
        f"agr:{agree}|{side}",
        f"agr:{agree}|{light}|{side}",
        f"{fits}|{place}",
    ),
    "S3": lambda form, place, part, slot: (f"part:{part}|{slot}", f"{slot}|{form}|{place}"),
    "S4": lambda fits, side, source, target: (f"{source}>{target}|{fits}|{side}",),
    "V": lambda lemma, side, fits: (f"word:{lemma}|{side}{fits}",),
}


def spell(key: Key) -> tuple[str, ...]:
    """The symbols of a fact."""
    if key[0] == LONG:
        return tuple(symbol for part in parts(key) for symbol in spell(part))
    return _SPELL[key[0]](*key[1:])  # type: ignore[index]


LONG: Final = "S"
"""The facts of so many members that two in five come for the first time in every new text."""


def parts(key: Key) -> tuple[Key, ...]:
    """What a long fact is made of: facts of fewer members, all but a few of which came before, whose symbols together are its own."""
    _, form, light, place, fits, agree, side, part, slot, source, target, mine, seen = key
    return (
        ("S1", form, mine, seen),
        ("S2", light, place, fits, agree, side),
        ("S3", form, place, part, slot),
        ("S4", fits, side, source, target),
    )
