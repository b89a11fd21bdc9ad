"""Thousands of small networks, against looking at every pair of camps."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from ahlaf.network.balance import Edge, frustration, smallest_sets, verify

Maker = Callable[[int], list[Edge]]
Brute = Callable[[list[Edge]], Fraction]
BruteSets = Callable[[list[Edge]], set[tuple[int, ...]]]


@pytest.mark.parametrize("first", range(0, 2400, 100))
def test_the_index_is_the_least_cost(first: int, small: Maker, brute: Brute) -> None:
    for seed in range(first, first + 100):
        edges = small(seed)
        found = frustration(edges)
        lower, upper = found.exact
        index = brute(edges)
        assert found.proved, seed
        assert found.proof in {"packing", "cases"}, seed
        assert lower <= index <= upper, seed
        assert upper - index <= found.tolerance, seed
        assert upper - lower <= found.tolerance, seed
        verdict = verify(edges, found)
        assert verdict.proved, (seed, verdict.says)


@pytest.mark.parametrize("first", range(0, 600, 100))
def test_smallest_sets_are_all_there_is(first: int, small: Maker, brute_sets: BruteSets) -> None:
    for seed in range(first, first + 100):
        edges = small(seed)
        found = frustration(edges)
        if found.tolerance:
            continue
        known = brute_sets(edges)
        every = smallest_sets(edges, found, limit=10**6)
        assert set(every.sets_at) == known, seed
        assert every.count == len(every.sets) == len(known), seed
        assert every.complete
        member = tuple("all" if all(i in s for s in known) else "some" if any(i in s for s in known) else "none" for i in range(len(edges)))
        assert every.member == member, seed
        few = smallest_sets(edges, found, limit=2)
        assert few.member == member, seed
        assert few.sets_at[0] == found.doubted_at
        assert len(few.sets) == min(2, len(known))
