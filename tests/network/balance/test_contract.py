"""What goes in, what comes out, and what happens when time runs out."""

import dataclasses
import itertools
import math
import random
import time
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from ahlaf.network.balance import Edge, EdgeError, frustration, smallest_sets, verify
from ahlaf.network.balance import _prove as prove
from ahlaf.network.balance import _solve as solve


def test_nothing() -> None:
    found = frustration([])
    assert (found.value, found.lower, found.upper, found.proof) == (0, 0, 0, "packing")
    assert found.camps == (frozenset(), frozenset())
    assert verify([], found).proved
    assert smallest_sets([], found).count == 1


def test_edges_come_back_as_given() -> None:
    edges = [("ا", "ب", 1), ("ب", ("ج", 3), 1), (("ج", 3), "ا", -1)]
    found = frustration(iter(edges))
    assert len(found.doubted) == 1
    assert found.doubted[0] is edges[found.doubted_at[0]]
    (circle,) = found.contradictions
    assert sorted(circle.at) == [0, 1, 2]
    assert all(edge is edges[i] for edge, i in zip(circle.edges, circle.at, strict=True))
    assert circle.weight == 1
    assert set().union(*found.camps) == {"ا", "ب", ("ج", 3)}


def test_a_pair_said_both_ways() -> None:
    edges = [("a", "b", 3), ("b", "a", -2), ("a", "b", -0.5)]
    found = frustration(edges)
    assert found.value == 2.5
    assert found.doubted_at == (1, 2)
    assert sum(c.weight for c in found.contradictions) == Fraction(5, 2)
    assert all(len(c.at) == 2 for c in found.contradictions)


def test_loops() -> None:
    edges = [("a", "a", -2), ("a", "a", 5), ("b", "b", -1)]
    found = frustration(edges)
    assert found.value == 3
    assert found.doubted_at == (0, 2)
    assert sorted(c.at for c in found.contradictions) == [(0,), (2,)]
    assert verify(edges, found).proved
    assert smallest_sets(edges, found).member == ("all", "none", "all")


def test_weightless_edges_only_name_their_nodes() -> None:
    found = frustration([("a", "b", 0), ("c", "c", 0.0), ("a", "d", -1)])
    assert found.value == 0
    assert set().union(*found.camps) == {"a", "b", "c", "d"}


@pytest.mark.parametrize(
    ("weight", "kind"),
    [
        (2, int),
        (np.int64(2), int),
        (Fraction(1, 3), Fraction),
        (Decimal("0.1"), Fraction),
        (0.1, float),
        (2.0, float),
        (np.float64(0.7), float),
    ],
)
def test_numbers_come_out_as_they_went_in(weight: object, kind: type) -> None:
    edges = [(1, 2, weight), (2, 3, weight), (3, 1, -weight)]
    found = frustration(edges)
    assert found.value == (Fraction(weight) if kind is Fraction else weight)
    assert isinstance(found.value, kind)
    assert found.tolerance == 0
    assert verify(edges, found).proved


def test_decimals_are_exact() -> None:
    edges = [(1, 2, 0.1), (1, 2, 0.2), (1, 2, -0.3)]
    found = frustration(edges)
    assert found.value == 0.3
    assert found.exact == (Fraction(3, 10), Fraction(3, 10))
    assert smallest_sets(edges, found).count == 2


def test_fine_floats_state_a_tolerance() -> None:
    rng = random.Random(3)  # noqa: S311
    edges = [(i, j, rng.choice((1, -1)) * rng.random()) for i, j in itertools.combinations(range(12), 2)]
    found = frustration(edges)
    total = sum(abs(w) for _, _, w in edges)
    assert found.proved
    assert 0 < found.tolerance == pytest.approx(total / 1e9)
    assert found.upper - found.lower <= found.tolerance
    assert verify(edges, found).proved


@pytest.mark.parametrize(
    "edges",
    [
        [(1, 2)],
        [(1, 2, 3, 4)],
        [7],
        [([], 2, 1)],
        [(1, 2, "much")],
        [(1, 2, None)],
        [(1, 2, math.nan)],
        [(1, 2, math.inf)],
        [(1, 2, 1j)],
        [(1, 2, Decimal("NaN"))],
    ],
)
def test_bad_edges_are_refused_by_place(edges: list[Edge]) -> None:
    with pytest.raises(EdgeError, match="edge 1"):
        frustration([(1, 2, 1), *edges])


def test_the_result_cannot_be_changed() -> None:
    found = frustration([(1, 2, 1)])
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.value = 3
    assert not hasattr(found, "__dict__")


def test_the_same_seed_gives_the_same_result() -> None:
    rng = random.Random(0)  # noqa: S311
    edges = [(rng.randrange(30), rng.randrange(30), rng.choice((1, -1))) for _ in range(150)]
    one, two = frustration(edges, seed=5), frustration(edges, seed=5)
    assert dataclasses.replace(one, seconds=0) == dataclasses.replace(two, seconds=0)


@pytest.fixture(scope="module")
def hard() -> list[Edge]:
    rng = random.Random(1)  # noqa: S311
    pairs = set()
    while len(pairs) < 600:
        pairs.add(tuple(sorted(rng.sample(range(120), 2))))
    return [(a, b, rng.choice((1, -1))) for a, b in sorted(pairs)]


@pytest.mark.parametrize("seconds", [0, 0.05, 0.5])
def test_out_of_time_gives_bounds(hard: list[Edge], seconds: float) -> None:
    began = time.perf_counter()
    found = frustration(hard, seconds=seconds)
    assert time.perf_counter() - began < seconds + 5
    assert found.value is None
    assert found.proof == "open"
    assert not found.proved
    assert found.lower < found.upper
    verdict = verify(hard, found)
    assert verdict
    assert not verdict.proved
    assert verdict.says.startswith("between")
    assert sum(abs(w) for _, _, w in found.doubted) == found.upper
    with pytest.raises(ValueError, match="proved"):
        smallest_sets(hard, found)


def test_interrupted_gives_bounds(hard: list[Edge], monkeypatch: pytest.MonkeyPatch) -> None:
    real = prove.Prover._case

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(prove.Prover, "_case", interrupt)
    found = frustration(hard)
    assert found.proof == "open"
    assert verify(hard, found)
    monkeypatch.setattr(prove.Prover, "_case", real)

    def at_once(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(solve._Work, "prepare", at_once)
    found = frustration(hard)
    assert (found.proof, found.lower) == ("open", 0)
    assert verify(hard, found)


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    frustration([(i, j, -1) for i, j in itertools.combinations(range(5), 2)])
    assert capfd.readouterr() == ("", "")


def test_sets_out_of_time_say_unknown() -> None:
    edges = [(i, j, -1) for i, j in itertools.combinations(range(9), 2)]
    found = frustration(edges)
    told = smallest_sets(edges, found, seconds=0)
    assert told.sets_at == (found.doubted_at,)
    assert told.count is None
    assert set(told.member) == {"unknown"}
    full = smallest_sets(edges, found, limit=3)
    assert set(full.member) == {"some"}
    assert not full.complete
