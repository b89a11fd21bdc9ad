"""Claims gathered into edges.

**Definition.** An edge is a source, a target and a sign, with all claims of a relation of that sign
between the two. ``AID`` and ``ALLY`` from A to B are one edge (A, B, +); ``ACCUSE`` from A to B is
another, (A, B, −). Gathered as **ties**, the direction is dropped: balance asks who stands with whom, not
who moved first.

Each edge keeps its mass for and against (:mod:`ahlaf.network.weights` has the formula), how many voices
affirm and deny it, how many documents say it (near copies once) and how many copies that makes, how many
outlets, its first and last date, and its claims.

**Edge cases.** A claim with one end, or of an actor on itself, makes no edge; nor does one of weight 0.
A claim without a date counts, but dates nothing. An edge that is only denied is kept, with weight 0.

>>> from ahlaf.network.statement import Party, Statement
>>> from ahlaf.network.table import tabulate
>>> from ahlaf.network.weights import Weights
>>> a, b, v = Party("A"), Party("B"), Party("V")
>>> said = [
...     Statement("1", a, b, "AID", 1, document="d1", credence=0.5),
...     Statement("2", a, b, "AID", 1, document="d1", credence=0.8),   # the same voice again
...     Statement("3", a, b, "SUPPORT", 1, voices=(v,), document="d1", modality="alleged"),
...     Statement("4", a, b, "AID", 1, document="d2", credence=0.4, denied=True),
... ]
>>> edge, = gather(tabulate(said), Weights()).edges()
>>> edge.mass_for, edge.mass_against, edge.weight     # 0.8 + 0.6; 0.4; 1.4 − 0.4
(1.4, 0.4, 1.0)
>>> edge.voices, edge.deniers, edge.documents, len(edge.rows)
(2, 1, 2, 4)

**Source.** Counting sources rather than mentions: the complaint that events are reports, not events
(GDELT's NumMentions against NumSources).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from ahlaf.network.table import UNKNOWN_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from ahlaf.network.table import Table
    from ahlaf.network.weights import Weights


@dataclass(frozen=True, slots=True)
class Edge:
    """One edge; ``source`` and ``target`` are numbers of parties of its table."""

    source: int
    target: int
    sign: int
    mass_for: float
    mass_against: float
    weight: float
    voices: int
    deniers: int
    documents: int
    copies: int
    outlets: int
    first: str
    last: str
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """All edges in arrays; ``edges()`` gives them one by one."""

    table: Table = field(repr=False)
    source: NDArray[np.int32]
    target: NDArray[np.int32]
    sign: NDArray[np.int8]
    mass_for: NDArray[np.float64]
    mass_against: NDArray[np.float64]
    weight: NDArray[np.float64]
    voices: NDArray[np.int32]
    deniers: NDArray[np.int32]
    documents: NDArray[np.int32]
    copies: NDArray[np.int32]
    outlets: NDArray[np.int32]
    first: NDArray[np.int32]
    last: NDArray[np.int32]
    start: NDArray[np.int32]
    order: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.source)

    def rows(self, at: int) -> NDArray[np.int32]:
        """The rows of an edge's claims."""
        found: NDArray[np.int32] = np.sort(self.order[self.start[at] : self.start[at + 1]])
        return found

    def edge(self, at: int) -> Edge:
        """The edge at a place, as a record."""
        dates = self.table.dates
        return Edge(
            int(self.source[at]),
            int(self.target[at]),
            int(self.sign[at]),
            _tidy(self.mass_for[at]),
            _tidy(self.mass_against[at]),
            _tidy(self.weight[at]),
            int(self.voices[at]),
            int(self.deniers[at]),
            int(self.documents[at]),
            int(self.copies[at]),
            int(self.outlets[at]),
            dates[self.first[at]] if self.first[at] >= 0 else "",
            dates[self.last[at]] if self.last[at] >= 0 else "",
            tuple(int(r) for r in self.rows(at)),
        )

    def edges(self) -> Iterator[Edge]:
        """Every edge, by source, target and sign."""
        return (self.edge(at) for at in range(len(self)))


def _tidy(value: float) -> float:
    """Without the dust of adding floats: 1.4, not 1.4000000000000001."""
    return round(float(value), 9)


def gather(
    table: Table,
    weights: Weights,
    rows: NDArray[np.int64] | None = None,
    *,
    directed: bool = True,
    kind: NDArray[np.int64] | None = None,
    factor: NDArray[np.float64] | None = None,
) -> Gathered:
    """Gather the claims of ``rows`` (all, where None) into edges, or into ties.

    ``factor`` multiplies the weight of every row of the table: a time kernel, a resampling.
    ``kind`` gives every row of the table a number to be kept apart by, in place of its sign (its relation,
    say); rows with a negative number are left out.
    """
    weight = weights.of_rows(table) if factor is None else weights.of_rows(table) * factor
    picked = _between_two(table, weight, rows, kind)
    if not len(picked):
        return _nothing(table)
    size = max(1, len(table.parties))
    key, kinds = _edge_of(table, picked, size, kind, directed=directed)
    order = _sorted(key, table.denied[picked], table.heard[picked])
    picked, key = picked[order], key[order]
    new_edge = np.r_[True, key[1:] != key[:-1]]
    of_edge, starts = np.cumsum(new_edge) - 1, np.flatnonzero(new_edge)
    said = _masses(table, picked, weight, weights.repeat, new_edge)
    ends = key[starts] // kinds
    first, last = _spans(table, picked, of_edge, len(starts))
    edges = len(starts)
    return Gathered(
        table,
        (ends // size).astype(np.int32),
        (ends % size).astype(np.int32),
        table.sign[picked[starts]],
        said.mass_for,
        said.mass_against,
        np.maximum(0.0, said.mass_for - weights.denial * said.mass_against),
        said.voices,
        said.deniers,
        _distinct(of_edge, table.story[picked], edges),
        _distinct(of_edge, table.document[picked], edges),
        _distinct(of_edge, table.outlet[picked], edges, skip=_empty(table.outlets)),
        first,
        last,
        np.r_[starts, len(key)].astype(np.int32),
        picked.astype(np.int32),
    )


class _Masses(NamedTuple):
    """How much is said for and against each edge, and by how many."""

    mass_for: NDArray[np.float64]
    mass_against: NDArray[np.float64]
    voices: NDArray[np.int32]
    deniers: NDArray[np.int32]


def _masses(
    table: Table, picked: NDArray[np.int64], weight: NDArray[np.float64], repeat: str, new_edge: NDArray[np.bool_]
) -> _Masses:
    """What rows sorted by edge, denial and voice say: whoever says one thing of an edge several times says it once."""
    denied, voice = table.denied[picked], table.heard[picked]
    new_say = new_edge | np.r_[True, (denied[1:] != denied[:-1]) | (voice[1:] != voice[:-1])]
    says = np.flatnonzero(new_say)
    mass = _said(table, picked, weight[picked], says, repeat, new_say)
    edge, no = (np.cumsum(new_edge) - 1)[says], denied[says]
    edges = int(np.count_nonzero(new_edge))
    return _Masses(
        np.bincount(edge[~no], mass[~no], edges).astype(np.float64),
        np.bincount(edge[no], mass[no], edges).astype(np.float64),
        np.bincount(edge[~no], minlength=edges).astype(np.int32),
        np.bincount(edge[no], minlength=edges).astype(np.int32),
    )


def _between_two(
    table: Table, weight: NDArray[np.float64], rows: NDArray[np.int64] | None, kind: NDArray[np.int64] | None
) -> NDArray[np.int64]:
    """The rows, of some or of all, that weigh something and tell of two who are not the same."""
    keep = (weight > 0) & (table.source >= 0) & (table.target >= 0) & (table.source != table.target)
    if kind is not None:
        keep &= kind >= 0
    return np.flatnonzero(keep) if rows is None else rows[keep[rows]]


def _edge_of(
    table: Table, picked: NDArray[np.int64], size: int, kind: NDArray[np.int64] | None, *, directed: bool
) -> tuple[NDArray[np.int64], int]:
    """For each row the number of its edge, made of both ends and what keeps edges apart; of how many of the last it is made."""
    a, b = table.source[picked].astype(np.int64), table.target[picked].astype(np.int64)
    if not directed:
        a, b = np.minimum(a, b), np.maximum(a, b)
    apart = (table.sign < 0).astype(np.int64) if kind is None else kind
    kinds = int(apart.max(initial=1)) + 1
    return (a * size + b) * kinds + apart[picked], kinds


def _nothing(table: Table) -> Gathered:
    """No edges."""
    none, no = np.empty(0, np.int32), np.empty(0, np.float64)
    return Gathered(
        table, none, none, none.astype(np.int8), no, no, no, none, none, none, none, none, none, none,
        np.zeros(1, np.int32), none,
    )  # fmt: skip


def _sorted(*keys: NDArray[Any]) -> NDArray[np.int64]:
    """The order by several keys, the first first: as one number where they fit into it, which is much faster."""
    whole, room = keys[0].astype(np.int64), int(keys[0].max(initial=0)) + 1
    for key in keys[1:]:
        span = int(key.max(initial=0)) + 1
        room *= span
        if room >= 2**62:
            return np.lexsort(keys[::-1])
        whole = whole * span + key
    return np.argsort(whole, kind="stable")


def _said(
    table: Table,
    picked: NDArray[np.int64],
    weight: NDArray[np.float64],
    says: NDArray[np.int64],
    repeat: str,
    new_say: NDArray[np.bool_],
) -> NDArray[np.float64]:
    """What each voice's claims on one side of one edge come to."""
    mass: NDArray[np.float64]
    if repeat == "once":
        mass = np.maximum.reduceat(weight, says)
    else:
        # 1 − Π(1 − w) is a sum, too: of logarithms.
        with np.errstate(divide="ignore"):
            weight = weight if repeat == "sum" else -np.log1p(-np.minimum(weight, 1.0))
        # The copies of one story say each thing once: the weightiest copy of each claim stands for it.
        group = np.cumsum(new_say) - 1
        story, quote = table.story[picked], table.relation[picked].astype(np.int64)
        document = table.document[picked]
        ahead = np.lexsort((document, quote, story, group))
        g, s, q, d = group[ahead], story[ahead], quote[ahead], document[ahead]
        head = np.r_[True, (g[1:] != g[:-1]) | (s[1:] != s[:-1]) | (q[1:] != q[:-1]) | (d[1:] != d[:-1])]
        sums = np.add.reduceat(weight[ahead], np.flatnonzero(head))
        g, s, q = g[head], s[head], q[head]
        tale = np.r_[True, (g[1:] != g[:-1]) | (s[1:] != s[:-1]) | (q[1:] != q[:-1])]
        best = np.maximum.reduceat(sums, np.flatnonzero(tale))
        mass = np.bincount(g[tale], best, len(says)).astype(np.float64)
        mass = mass if repeat == "sum" else -np.expm1(-mass)
    return mass


def _empty(names: tuple[str, ...]) -> int:
    return names.index("") if "" in names else -1


def _distinct(
    of_edge: NDArray[np.int64], code: NDArray[np.int32], edges: int, skip: int = -1
) -> NDArray[np.int32]:
    """How many different codes each edge has."""
    span = int(code.max()) + 1
    both = np.sort(of_edge * span + code)
    both = both[np.r_[True, both[1:] != both[:-1]]]
    if skip >= 0:
        both = both[both % span != skip]
    return np.bincount(both // span, minlength=edges).astype(np.int32)


def _spans(
    table: Table, picked: NDArray[np.int64], of_edge: NDArray[np.int64], edges: int
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """The code of each edge's first and last date; -1 where none of its claims has one."""
    day = table.day()[picked]
    code = table.date[picked]
    known = day != UNKNOWN_DAY
    first = np.full(edges, -1, np.int32)
    last = np.full(edges, -1, np.int32)
    at = np.flatnonzero(known)
    if len(at):
        order = at[_sorted(of_edge[at], day[at])]
        owner = of_edge[order]
        head = np.r_[True, owner[1:] != owner[:-1]]
        tail = np.r_[owner[1:] != owner[:-1], True]
        first[owner[head]] = code[order[head]]
        last[owner[tail]] = code[order[tail]]
    return first, last
