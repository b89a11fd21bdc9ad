"""How far a signed network is from balance, exactly, with a proof that can be checked.

>>> from ahlaf.network.balance import frustration, verify
>>> edges = [("a", "b", 1), ("b", "c", 1), ("c", "a", -1), ("c", "d", 0.5), ("d", "a", 0.5)]
>>> found = frustration(edges)
>>> found.value, found.proof
(1.0, 'packing')
>>> bool(verify(edges, found))
True
"""

from ahlaf.network.balance._scale import EdgeError
from ahlaf.network.balance._solve import frustration
from ahlaf.network.balance.result import (
    Circle,
    Edge,
    Either,
    Forced,
    Frustration,
    Part,
    Shown,
    Tie,
)
from ahlaf.network.balance.sets import SmallestSets, smallest_sets
from ahlaf.network.balance.verify import Verdict, verify

__all__ = [
    "Circle",
    "Edge",
    "EdgeError",
    "Either",
    "Forced",
    "Frustration",
    "Part",
    "Shown",
    "SmallestSets",
    "Tie",
    "Verdict",
    "frustration",
    "smallest_sets",
    "verify",
]
