"""Tension 6: the smallest doubt.

**Definition.** Which claims, at the least, would have to be doubted for the whole picture to hold together in two
camps? Each pair of actors enters with what remains of its plus and of its minus (masses for less masses against,
rounded to thousandths), and the frustration index of that signed network is the weight to be doubted:

    L = min over two camps of  Σ plus ties across + Σ minus ties inside        (Harary 1959; NP-hard)

:mod:`ahlaf.network.balance` computes it with a proof from both sides: the ties to doubt from above, contradictions
that share no weight from below. ``proved`` is said only where the two meet; otherwise bounds are given, and never a
bare number.

**Every smallest set.** Smallest sets are rarely unique, so :func:`smallest_doubt` lists others up to a limit, by
branching (Lawler 1972): a set {e₁ … e_k} leaves to the rest the cases "e₁ … e_{i−1} doubted, e_i not". Whether a
tie is in *every*, *some* or *no* smallest set is asked of the index itself, one tie at a time, so it does not hang
on the limit: ``w(e) + L(G − e) = L`` where e is in some; ``L(G, w(e) raised) > L`` where it is in every one.

**Edge cases.** Where nothing has to be doubted, L is 0 and the picture is balanced. Out of time, what was not
asked in time is ``None``.

>>> from ahlaf.network import Network, Party, Statement
>>> a, b, c = (Party(n) for n in "ABC")
>>> found = smallest_doubt(Network.of([
...     Statement("1", a, b, "ALLY", 1), Statement("2", b, c, "AID", 1),
...     Statement("3", a, c, "ASSAULT", -1, modality="alleged"),
... ]))
>>> found.value, found.proved, [(d.sign, d.weight, d.rows) for d in found.doubted], found.only
(0.6, True, [(-1, 0.6, (2,))], True)
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from ahlaf.network.tensions.links import Side, Tension, side_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ahlaf.network.balance import Frustration
    from ahlaf.network.graph import Network

SignedEdge = tuple[int, int, float]
In = Literal["every", "some", "no"]
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
    proved: bool
    doubted: tuple[Doubted, ...]
    camps: tuple[frozenset[int], frozenset[int]]
    contradictions: tuple[tuple[Doubted, ...], ...]
    others: tuple[tuple[Doubted, ...], ...]
    complete: bool
    """True where ``doubted`` and ``others`` are all the smallest sets there are."""
    member: dict[int, In] = field(default_factory=dict)
    """For the place of a tie: in every, some or no smallest set; absent where it was not asked in time."""

    @property
    def only(self) -> bool:
        """True where no other set is as small."""
        return self.complete and not self.others

    @property
    def rows(self) -> tuple[int, ...]:
        """The claims to doubt."""
        return tuple(r for d in self.doubted for r in d.rows)


def smallest_doubt(
    network: Network, *, limit: int = 10, seconds: float | None = 30.0, seed: int = 0, members: bool = True
) -> Doubt:
    """The smallest doubt, other sets as small (up to ``limit``), and where each tie stands."""
    began = time.perf_counter()
    edges, places = network.signed
    found = solve(edges, seconds=seconds, seed=seed)
    told = Teller(network, edges, places)
    value = None if found.value is None else float(found.value)
    lower, upper = float(found.lower), float(found.upper)
    first = tuple(sorted(found.doubted_at))
    others: list[tuple[int, ...]] = []
    complete = not first
    member: dict[int, In] = {}
    if value is not None and first and limit > 0:
        deadline = None if seconds is None else began + seconds
        complete = True
        for chosen in _sets(edges, first, value, deadline):
            if chosen is None or len(others) >= limit:
                complete = False
                break
            others.append(chosen)
        if members:
            member = _standing(edges, value, {e for s in (first, *others) for e in s}, complete, deadline)
    circles = tuple(tuple(told.tie(e) for e in c.at) for c in found.contradictions)
    one, two = (frozenset(int(str(a)) for a in camp) for camp in found.camps)
    return Doubt(
        value,
        lower,
        upper,
        bool(found.proved),
        told.ties(first),
        (one, two),
        circles,
        tuple(told.ties(s) for s in others),
        complete,
        member,
    )


def solve(edges: list[SignedEdge], *, seconds: float | None, seed: int = 0) -> Frustration:
    """The index of plain edges."""
    from ahlaf.network.balance import frustration  # noqa: PLC0415 - its solvers load only when asked for

    return frustration(edges, seconds=seconds, seed=seed)


class Teller:
    """Ties by their places among the signed edges."""

    def __init__(self, network: Network, edges: list[SignedEdge], places: list[int]) -> None:
        self.network = network
        self.edges = edges
        self.places = places
        self.weight = network.weights.of_rows(network.table)

    def tie(self, edge: int) -> Doubted:
        """The tie with its claims."""
        u, v, w = self.edges[edge]
        table = self.network.table
        rows = [int(r) for r in self.network.gathered_ties.rows(self.places[edge]) if not table.denied[r]]
        rows.sort(key=lambda r: (-self.weight[r], r))
        return Doubted(u, v, 1 if w > 0 else -1, abs(w), tuple(rows), edge)

    def ties(self, edges: Iterable[int]) -> tuple[Doubted, ...]:
        """Ties with their claims."""
        return tuple(self.tie(e) for e in edges)


def _index(
    edges: list[SignedEdge], doubted: frozenset[int], kept: frozenset[int], seconds: float | None
) -> tuple[float, tuple[int, ...]] | None:
    """The index where some edges are doubted for certain and others can't be; None if not proved."""
    sure = sum(abs(w) for _, _, w in edges) + 1.0
    places = [i for i in range(len(edges)) if i not in doubted]
    asked = [(u, v, (sure if w > 0 else -sure) if i in kept else w) for i in places for u, v, w in (edges[i],)]
    found = solve(asked, seconds=seconds)
    if found.value is None:
        return None
    paid = sum(abs(edges[i][2]) for i in doubted)
    chosen = tuple(sorted([*doubted, *(places[i] for i in found.doubted_at)]))
    return float(found.value) + paid, chosen


def _left(deadline: float | None) -> float | None:
    return None if deadline is None else max(0.01, deadline - time.perf_counter())


def _late(deadline: float | None) -> bool:
    return deadline is not None and time.perf_counter() > deadline


def _sets(
    edges: list[SignedEdge], first: tuple[int, ...], value: float, deadline: float | None
) -> Iterator[tuple[int, ...] | None]:
    """Other sets of weight ``value``, each once; None where time ran out."""
    queue = [(first, frozenset[int](), frozenset[int]())]
    while queue:
        chosen, doubted, kept = queue.pop(0)
        free = [e for e in chosen if e not in doubted]
        for i, edge in enumerate(free):
            if _late(deadline):
                yield None
                return
            more, less = doubted | set(free[:i]), kept | {edge}
            answer = _index(edges, frozenset(more), frozenset(less), _left(deadline))
            if answer is None:
                yield None
                return
            if answer[0] <= value + CLOSE:
                yield answer[1]
                queue.append((answer[1], frozenset(more), frozenset(less)))


def _standing(
    edges: list[SignedEdge], value: float, met: set[int], complete: bool, deadline: float | None
) -> dict[int, In]:
    """In every, some or no smallest set, for each edge."""
    found: dict[int, In] = {}
    for edge in range(len(edges)):
        if edge not in met and complete:
            found[edge] = "no"
            continue
        if _late(deadline):
            break
        if edge in met:
            answer = _index(edges, frozenset(), frozenset({edge}), _left(deadline))
            if answer is not None:
                found[edge] = "some" if answer[0] <= value + CLOSE else "every"
        else:
            answer = _index(edges, frozenset({edge}), frozenset(), _left(deadline))
            if answer is not None:
                found[edge] = "some" if answer[0] <= value + CLOSE else "no"
    return found


def as_tension(network: Network, doubt: Doubt) -> Tension | None:
    """The smallest doubt, told as a tension; None where nothing has to be doubted."""
    if not doubt.doubted:
        return None
    sides: list[Side] = [side_of(network, d.rows, d.weight) for d in doubt.doubted]
    sides.sort(key=lambda s: -s.mass)
    first, more, count = sides[:SPELLED], len(sides) - SPELLED if len(sides) > SPELLED else 0, len(doubt.rows)
    if doubt.proved:
        how_en, how_ar = f"weight {doubt.upper:g}, proved", f"وزنها {doubt.upper:g}، مبرهن"
    else:
        how_en = f"weight between {doubt.lower:g} and {doubt.upper:g}, not proved"
        how_ar = f"وزنها بين {doubt.lower:g} و{doubt.upper:g}، غير مبرهن"
    en = (
        f"For the whole picture to hold together, {count} claim{'s' if count != 1 else ''} on {len(sides)} "
        f"tie{'s' if len(sides) != 1 else ''} would have to be doubted ({how_en}): "
        + "; ".join(s.en for s in first)
        + (f"; and {more} more" if more else "")
    )
    ar = (
        f"لكي تستقيم الصورة كلها ينبغي الشك في {count} من الأقوال ({how_ar}): "
        + "؛ ".join(s.ar for s in first)
        + (f"؛ و{more} غيرها" if more else "")
    )
    actors = tuple(dict.fromkeys(a for d in doubt.doubted for a in (d.u, d.v)))
    return Tension("smallest doubt", actors, round(doubt.lower, 6), en, ar, tuple(sides))
