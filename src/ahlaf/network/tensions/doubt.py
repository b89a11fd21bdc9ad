"""Tension 6: the smallest doubt.

**Definition.** Which claims, at the least, would have to be doubted for the whole picture to hold together in two
camps? Each pair of actors enters with what remains of its plus and of its minus (masses for less masses against,
rounded to thousandths), and the frustration index of that signed network is the weight to be doubted:

    L = min over two camps of  Σ plus ties across + Σ minus ties inside        (Harary 1959; NP-hard)

:mod:`ahlaf.network.balance` computes it with a proof from both sides: the ties to doubt from above, contradictions
that share no weight from below. ``proved`` is said only where the two meet; otherwise bounds are given, and never a
bare number.

**Every smallest set.** Smallest sets are rarely unique, so others are listed up to a limit, and each tie is said to be in
every, in some or in no smallest set (:func:`ahlaf.network.balance.smallest_sets`), which does not hang on the limit.

**Edge cases.** Where nothing has to be doubted, L is 0 and the picture is balanced. Out of time, what was not
asked in time is ``None``.

>>> from ahlaf.network import Network, Party, Statement
>>> a, b, c = (Party(n) for n in "ABC")
>>> found = smallest_doubt(Network.of([
...     Statement("1", a, b, "ALLY", 1), Statement("2", b, c, "AID", 1),
...     Statement("3", a, c, "ASSAULT", -1, modality="alleged"),
... ]))
>>> found.value, found.proof, [(d.sign, d.weight, d.rows) for d in found.doubted], found.only
(0.6, 'packing', [(-1, 0.6, (2,))], True)
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from ahlaf.network.grain import GRAIN
from ahlaf.network.tensions.links import Side, Tension, side_of
from ahlaf.network.tensions.words import counted, counted_ties

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ahlaf.network.balance import Frustration
    from ahlaf.network.graph import Network

SignedEdge = tuple[int, int, float]
In = Literal["every", "some", "no"]
_IN: dict[str, In] = {"all": "every", "some": "some", "none": "no"}
UNIT: int = 10**GRAIN
CLOSE = 1e-6
SPELLED = 6
"""How many ties a sentence spells out; the rest it counts."""


@dataclass(frozen=True, slots=True)
class Doubted:
    """A tie to doubt: its ends, sign and weight, and the claims that say it, the weightiest first."""

    u: int
    v: int
    sign: int
    weight: float
    rows: tuple[int, ...]
    place: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """The smallest doubt of a network, with its proof, or bounds."""

    value: float | None
    lower: float
    upper: float
    proof: str
    """``packing``: by ``contradictions``; ``cases`` and ``search`` as :mod:`ahlaf.network.balance` has them;
    ``change``: from a proved index and what has changed since; ``open``: not proved."""
    doubted: tuple[Doubted, ...]
    camps: tuple[frozenset[int], frozenset[int]]
    contradictions: tuple[tuple[Doubted, ...], ...]
    others: tuple[tuple[Doubted, ...], ...] = ()
    count: int | None = None
    """How many smallest sets there are, ``doubted`` among them, listed or not; None where that was not found out."""
    member: dict[int, In] = field(default_factory=dict)
    """For the place of a tie: in every, some or no smallest set; absent where it was not found out in time."""

    @property
    def proved(self) -> bool:
        """True where the bounds meet."""
        return self.value is not None

    @property
    def only(self) -> bool:
        """True where no other set is as small."""
        return self.count == 1

    @property
    def rows(self) -> tuple[int, ...]:
        """The claims to doubt."""
        return tuple(r for d in self.doubted for r in d.rows)


@dataclass(frozen=True, slots=True)
class Solved:
    """What balance says of plain edges, in their own weights."""

    edges: list[tuple[int, int, int]]
    found: Frustration

    @property
    def lower(self) -> float:
        """The bound from below."""
        return float(self.found.lower) / UNIT

    @property
    def upper(self) -> float:
        """The bound from above."""
        return float(self.found.upper) / UNIT

    @property
    def proved(self) -> bool:
        """True where they meet."""
        return self.found.value is not None

    @property
    def camps(self) -> tuple[frozenset[int], frozenset[int]]:
        """The two camps."""
        one, two = (frozenset(a for a in camp if isinstance(a, int)) for camp in self.found.camps)
        return one, two


def solve(edges: Iterable[SignedEdge], *, seconds: float | None, seed: int = 0) -> Solved:
    """The index of plain edges; their weights are taken in thousandths, so that it is exact."""
    from ahlaf.network.balance import frustration  # noqa: PLC0415 - its solvers load only when asked for

    whole = [(u, v, round(w * UNIT)) for u, v, w in edges]
    return Solved(whole, frustration(whole, seconds=seconds, seed=seed))


def smallest_doubt(network: Network, *, limit: int = 10, seconds: float | None = 30.0, seed: int = 0) -> Doubt:
    """The smallest doubt; with a limit, up to so many other sets as small, and where each tie stands."""
    began = time.perf_counter()
    edges, places = network.signed
    solved = solve(edges, seconds=seconds, seed=seed)
    found = solved.found
    told = Teller(network, edges, places)
    first = tuple(sorted(found.doubted_at))
    doubt = Doubt(
        solved.upper if solved.proved else None,
        solved.lower,
        solved.upper,
        found.proof,
        told.ties(first),
        solved.camps,
        tuple(told.ties(c.at) for c in found.contradictions),
    )
    if not solved.proved or limit < 1:
        return replace(doubt, count=1) if solved.proved and not first else doubt
    from ahlaf.network.balance import smallest_sets  # noqa: PLC0415 - see solve()

    left = None if seconds is None else max(0.05, began + seconds - time.perf_counter())
    sets = smallest_sets(solved.edges, found, limit=limit + 1, seconds=left)
    others = [s for s in sets.sets_at if tuple(sorted(s)) != first][:limit]
    return replace(
        doubt,
        others=tuple(told.ties(sorted(s)) for s in others),
        count=sets.count,
        member={e: _IN[where] for e, where in enumerate(sets.member) if where in _IN},
    )


class Teller:
    """Ties by their places among the signed edges."""

    def __init__(self, network: Network, edges: list[SignedEdge], places: list[int]) -> None:
        self.network = network
        self.edges = edges
        self.places = places
        self._known: dict[int, Doubted] = {}

    def tie(self, edge: int) -> Doubted:
        """The tie with its claims; it stands in many contradictions, and is told once."""
        known = self._known.get(edge)
        if known is None:
            u, v, w = self.edges[edge]
            rows = self.network.heaviest(self.network.gathered_ties.rows(self.places[edge]), denied=False)
            known = self._known[edge] = Doubted(u, v, 1 if w > 0 else -1, abs(w), rows, edge)
        return known

    def ties(self, edges: Iterable[int]) -> tuple[Doubted, ...]:
        """Ties with their claims."""
        return tuple(self.tie(e) for e in edges)


def as_tension(network: Network, doubt: Doubt) -> Tension | None:
    """The smallest doubt, told as a tension; None where nothing has to be doubted."""
    if not doubt.doubted:
        return None
    sides: list[Side] = [side_of(network, d.rows, d.weight) for d in doubt.doubted]
    sides.sort(key=lambda s: -s.mass)
    first, more, count = sides[:SPELLED], len(sides) - SPELLED if len(sides) > SPELLED else 0, len(doubt.rows)
    lower, upper = (f"{round(bound, 2):g}" for bound in (doubt.lower, doubt.upper))
    if doubt.proved:
        how_en, how_ar = f"weight {upper}, proved", f"وزنها {upper}، مبرهن"
    else:
        how_en = f"weight between {lower} and {upper}, not proved"
        how_ar = f"وزنها بين {lower} و{upper}، غير مبرهن"
    en = (
        f"For the whole picture to hold together, {count} claim{'s' if count != 1 else ''} on {len(sides)} "
        f"tie{'s' if len(sides) != 1 else ''} would have to be doubted ({how_en}): "
        + "; ".join(s.en for s in first)
        + (f"; and {more} more" if more else "")
    )
    ar = (
        f"لكي تستقيم الصورة كلها ينبغي الشك في {counted(count)} على {counted_ties(len(sides))} ({how_ar}): "
        + "؛ ".join(s.ar for s in first)
        + (f"؛ و{more} غيرها" if more else "")
    )
    actors = tuple(dict.fromkeys(a for d in doubt.doubted for a in (d.u, d.v)))
    return Tension("smallest doubt", actors, round(doubt.lower, 6), en, ar, tuple(sides))
