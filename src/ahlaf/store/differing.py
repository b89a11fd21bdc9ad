"""Which outlets contradict each other about an actor: a tie that one prints as a bond and another as a divide.

Counted is what is said to be so (asserted or alleged, and not denied), whoever says it in the outlet; an outlet that
prints both as often takes no side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection, text

from ahlaf.store.records import Differing, Printed

MOST: Final = 12
"""On how many others the outlets' difference is told."""
QUOTED: Final = 2
"""How many claims of an outlet are named."""
_PRINTED: Final = """
SELECT CASE WHEN c.source = :actor THEN c.target ELSE c.source END AS other, d.outlet, c.sign, c.id
FROM claim c JOIN document d ON d.id = c.document
WHERE (c.source = :actor OR c.target = :actor) AND c.source <> c.target AND NOT c.hidden AND c.status <> 'refused'
  AND c.polarity = 'affirmed' AND c.modality IN ('asserted', 'alleged') AND d.outlet IS NOT NULL
ORDER BY c.credence DESC, c.id
"""


def of(connection: Connection, actor: str) -> tuple[Differing, ...]:
    """On whom outlets differ about an actor; first those of whom the lesser side prints the most."""
    ties: dict[str, dict[str, dict[int, list[int]]]] = defaultdict(lambda: defaultdict(lambda: {1: [], -1: []}))
    for other, outlet, sign, claim in connection.execute(text(_PRINTED), {"actor": actor}):
        ties[other][outlet][1 if sign > 0 else -1].append(int(claim))
    found = [_differing(other, outlets) for other, outlets in ties.items()]
    return tuple(sorted((d for d in found if d.binds and d.divides), key=lambda d: (-_lesser(d), d.other))[:MOST])


def _differing(other: str, outlets: dict[str, dict[int, list[int]]]) -> Differing:
    sides: dict[int, list[Printed]] = {1: [], -1: []}
    for outlet, claims in outlets.items():
        plus, minus = len(claims[1]), len(claims[-1])
        if plus != minus:
            sign = 1 if plus > minus else -1
            sides[sign].append(Printed(outlet, plus, minus, tuple(claims[sign][:QUOTED])))
    return Differing(other, _ranked(sides[1]), _ranked(sides[-1]))


def _ranked(found: Iterable[Printed]) -> tuple[Printed, ...]:
    return tuple(sorted(found, key=lambda p: (-abs(p.plus - p.minus), p.outlet)))


def _lesser(found: Differing) -> int:
    return min(sum(abs(p.plus - p.minus) for p in side) for side in (found.binds, found.divides))
