"""From packings and cases over records to a certificate over the caller's edges."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from ahlaf.network.balance._cases import Block, Fork, Leaf, Packing, Tree, grain
from ahlaf.network.balance._lift import leaves, odd_circle
from ahlaf.network.balance._reduce import LEAF, TIE, Records
from ahlaf.network.balance.result import Case, Circle, Either, Forced, Part, Shown, Tie

Exact = TypeVar("Exact", int, Fraction)

Group: TypeAlias = "tuple[list[Block], Packing, set[int]]"
"""Blocks, circles paid on the way to them, and the places of the edges of both."""

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ahlaf.network.balance._scale import Reading


def at_least(shown: Exact, whole: int, step: int) -> Exact:
    """Return the least cost not below what is shown; costs are ``whole`` modulo ``step``.

    >>> at_least(7, 10, 2), at_least(8, 10, 2), at_least(7, 0, 0)
    (8, 8, 7)
    """
    return shown + (whole - shown) % step if step else shown


class Scribe:
    """Writes certificates in the caller's edges."""

    def __init__(self, reading: Reading, records: Records, factor: int) -> None:
        self.reading = reading
        self.records = records
        self.factor = factor
        self.worth = reading.unit / factor
        self.loops: Packing = []
        self._amounts: dict[int, int | Fraction] = {}

    def amount(self, units: int) -> int | Fraction:
        """Return an amount of units as a number, whole if it is."""
        known = self._amounts.get(units)
        if known is None:
            worth = units * self.worth
            known = self._amounts[units] = worth.numerator if worth.denominator == 1 else worth
        return known

    def circles(
        self,
        records: Records,
        packing: Iterable[tuple[Sequence[int], int]],
        rest: dict[int, int] | None = None,
    ) -> tuple[Circle, ...]:
        """Return a packing over records as circles of the caller's edges."""
        ends, whole, given = self.reading.ends, self.reading.whole, self.reading.edges
        nodes = self.reading.nodes
        count = len(ends)
        found: dict[tuple[int, ...], int] = {}
        for edges, ties, amount in leaves(records, packing, {} if rest is None else rest):
            steps = [(i, *ends[i], whole[i] < 0) for i in edges]
            steps += [(count + t, records.left[t], records.right[t], records.weight[t] < 0) for t in ties]
            circle = odd_circle(steps)
            if circle is None:  # pragma: no cover - every walk is odd
                continue
            key = tuple(circle)
            found[key] = found.get(key, 0) + amount
        made = []
        for key, amount in found.items():
            at = tuple(i for i in key if i < count)
            tied = tuple(
                Tie(nodes[records.left[t]], nodes[records.right[t]], records.weight[t]) for t in (i - count for i in key if i >= count)
            )
            made.append(Circle(tuple(given[i] for i in at), at, self.amount(amount), tied))
        return tuple(made)

    def case(self, tree: Tree, before: Packing) -> Case:
        """Return a proof by cases, every step of it with the circles found before it."""
        if isinstance(tree, Leaf):
            return Shown(self.circles(tree.records, before + tree.circles))
        if isinstance(tree, Fork):
            u, v, sign = tree.tie
            nodes = self.reading.nodes
            return Either(
                Tie(nodes[u], nodes[v], sign),
                self.case(tree.holds, before),
                self.case(tree.fails, before),
            )
        records, nodes = tree.records, self.reading.nodes
        rest: dict[int, int] = {}
        base = self.circles(records, before + tree.circles, rest)
        ties = []
        for (u, v, sign), record, spare in tree.ties:
            contrary = records.add(TIE, u, v, -sign)
            against = self.circles(records, [((record, contrary), spare)], rest.copy())
            ties.append((Tie(nodes[u], nodes[v], sign), against))
        return Forced(base, tuple(ties), self.case(tree.then, before))

    def parts(self, blocks: Sequence[Block]) -> tuple[Part, ...]:
        """Return a proof by cases in as many parts as have to be rounded apart."""
        groups = self._groups(blocks)
        near = bool(self.reading.tolerance)
        open_groups: list[Group] = []
        shut: list[Group] = []
        for group in groups:
            met = all(b.met if near else b.shown == b.upper for b in group[0])
            (shut if met else open_groups).append(group)
        if not open_groups:
            return ()
        if len(open_groups) == 1:
            every = set(range(len(self.reading.ends)))
            return (self._part(*_together(groups)[:2], every),)
        if shut:
            open_groups.append(_together(shut))
        return tuple(self._part(*g) for g in open_groups)

    def _groups(self, blocks: Sequence[Block]) -> list[Group]:
        """Return blocks and paid circles in groups that share no edge of the caller."""
        records = self.records
        kind, left, right = records.kind, records.left, records.right
        things: list[list[int]] = [[r for _, _, r in b.edges] for b in blocks]
        paid = [((a, b), amount) for a, b, amount in records.paid] + self.loops
        things += [list(circle) for circle, _ in paid]
        above = list(range(len(things)))

        def root(i: int) -> int:
            while above[i] != i:
                above[i] = above[above[i]]
                i = above[i]
            return i

        owner: dict[int, int] = {}
        for i, thing in enumerate(things):
            stack = thing[:]
            while stack:
                record = stack.pop()
                if record in owner:
                    above[root(owner[record])] = root(i)
                    continue
                owner[record] = i
                if kind[record] != LEAF:
                    stack.extend((left[record], right[record]))
        groups: dict[int, Group] = {}
        for i in range(len(things)):
            group = groups.setdefault(root(i), ([], [], set()))
            if i < len(blocks):
                group[0].append(blocks[i])
            else:
                group[1].append(paid[i - len(blocks)])
        for record, i in owner.items():
            if kind[record] == LEAF:
                groups[root(i)][2].add(left[record])
        return list(groups.values())

    def _part(self, blocks: list[Block], paid: Packing, at: set[int]) -> Part:
        """Return one part; its bound is what its circles or its one tree really show."""
        before = paid[:]
        tree: Tree | None = None
        shown = upper = sum(amount for _, amount in paid)
        for block in blocks:
            upper += block.upper
            if block.tree is not None and tree is None:
                tree = block.tree
                shown += block.upper - block.grain + 1
            else:
                before += block.packing
                shown += block.shown
        ends, whole, factor = self.reading.ends, self.reading.whole, self.factor
        places = sorted(at)
        weights = [whole[i] * factor for i in places]
        step = grain([ends[i] for i in places], weights, len(self.reading.nodes))
        minus = -sum(w for w in weights if w < 0)
        if self.reading.tolerance:
            step = 0
        bound = min(upper, at_least(shown, minus, step))
        case = Shown(self.circles(self.records, before)) if tree is None else self.case(tree, before)
        return Part(frozenset(at), self.amount(bound), case)


def _together(
    groups: Sequence[Group],
) -> Group:
    """Return several groups as one."""
    return (
        [b for g in groups for b in g[0]],
        [c for g in groups for c in g[1]],
        {i for g in groups for i in g[2]},
    )
