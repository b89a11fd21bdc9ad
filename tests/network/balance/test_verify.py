"""A result that has been tampered with is refused."""

import itertools
from dataclasses import replace
from fractions import Fraction

import pytest

from ahlaf.network.balance import Edge, Either, Forced, Frustration, Shown, Tie, frustration, verify
from ahlaf.network.balance.result import Case

EDGES = [
    ("a", "b", 2), ("b", "c", 2), ("c", "a", -1), ("c", "d", 1),
    ("d", "e", 1), ("e", "c", -1), ("e", "f", 3),
]  # fmt: skip


@pytest.fixture(scope="module")
def good() -> Frustration:
    found = frustration(EDGES)
    assert verify(EDGES, found).proved
    assert found.value == 2
    return found


def refused(edges: list[Edge], result: Frustration, why: str) -> None:
    verdict = verify(edges, result)
    assert not verdict
    assert not verdict.proved
    assert any(why in fault for fault in verdict.faults), verdict.faults


def test_camps(good: Frustration) -> None:
    left, right = good.camps
    refused(EDGES, replace(good, camps=(left, right | {"z"})), "not made of the nodes")
    refused(EDGES, replace(good, camps=(left, left | right)), "both camps")
    moved = (left - {"f"}, right | {"f"}) if "f" in left else (left | {"f"}, right - {"f"})
    refused(EDGES, replace(good, camps=moved), "not those that the camps break")


def test_doubted(good: Frustration) -> None:
    refused(EDGES, replace(good, doubted_at=good.doubted_at[1:]), "not those")
    refused(EDGES, replace(good, doubted=good.doubted[::-1]), "not the caller's")


def test_bounds(good: Frustration) -> None:
    low, high = good.exact
    refused(EDGES, replace(good, exact=(low, high - 1)), "weigh")
    refused(EDGES, replace(good, exact=(high + 1, high)), "above the upper")
    refused(EDGES, replace(good, lower=1), "stands for")
    refused(EDGES, replace(good, value=1), "not the bound that was proved")
    refused(EDGES, replace(good, value=None), "a value without")
    refused(EDGES, replace(good, proved=False, value=None), "wrongly")
    refused(EDGES, replace(good, proof="hearsay"), "no such proof")
    refused(EDGES, replace(good, tolerance=0.5), "weights are exact")
    refused(EDGES, replace(good, contradictions=good.contradictions[1:]), "is claimed")


def test_circles(good: Frustration) -> None:
    one, *rest = good.contradictions

    def with_circle(**change: object) -> Frustration:
        return replace(good, contradictions=(replace(one, **change), *rest))

    refused(EDGES, with_circle(weight=one.weight + 1), "carries")
    refused(EDGES, with_circle(weight=0), "without weight")
    refused(EDGES, with_circle(weight=Fraction(-1, 2)), "without weight")
    refused(EDGES, with_circle(at=one.at[1:], edges=one.edges[1:]), "a circle")
    refused(EDGES, with_circle(at=one.at + one.at, edges=one.edges + one.edges), "twice")
    refused(EDGES, with_circle(edges=one.edges[::-1]), "not the caller's")
    refused(EDGES, with_circle(at=(), edges=()), "or none")
    refused(EDGES, with_circle(at=(99,), edges=(EDGES[0],)), "not there")
    refused(EDGES, with_circle(ties=(Tie("a", "b", -1),)), "not supposed")


def test_even_and_broken_circles() -> None:
    square = [(1, 2, 1), (2, 3, -1), (3, 4, -1), (4, 1, -1), (5, 6, 1), (6, 7, 1), (7, 5, 1)]
    found = frustration(square)
    (circle,) = found.contradictions
    both = replace(circle, at=tuple(range(7)), edges=tuple(square))
    refused(square, replace(found, contradictions=(both,)), "two pieces")
    even = replace(circle, at=(4, 5, 6), edges=tuple(square[4:]))
    refused(square, replace(found, contradictions=(even,)), "even number")


def test_other_edges(good: Frustration) -> None:
    other = [*EDGES[:-1], ("e", "f", -3)]
    refused(other, good, "not those that the camps break")


@pytest.fixture(scope="module")
def knots() -> tuple[list[Edge], Frustration]:
    edges = [(f"{g}{i}", f"{g}{j}", -1) for g in "ab" for i, j in itertools.combinations(range(5), 2)]
    found = frustration(edges)
    assert found.proof == "cases"
    assert verify(edges, found).proved
    return edges, found


def test_parts(knots: tuple[list[Edge], Frustration]) -> None:
    edges, found = knots
    one, two = found.parts
    refused(edges, replace(found, parts=(one, one)), "share")
    refused(edges, replace(found, parts=(replace(one, bound=6), two)), "shows less")
    refused(edges, replace(found, parts=(one,)), "is claimed")
    refused(edges, replace(found, parts=(replace(one, at=one.at | {99}), two)), "not there")
    refused(edges, replace(found, parts=(replace(one, at=frozenset(list(one.at)[1:])), two)), "leaves its part")
    assert isinstance(one.case, Shown)
    less = Shown(one.case.circles[: len(one.case.circles) // 2])
    refused(edges, replace(found, parts=(replace(one, case=less), two)), "shows less")


def test_cases() -> None:
    """Six mutual enemies with one friendship: cases with ties, each of which can be spoilt."""
    edges = [(i, j, -1) for i, j in itertools.combinations(range(7), 2)]
    edges += [(i, 7 + i, 0.5) for i in range(7)] + [(7 + i, (3 * i) % 7, -0.25) for i in range(7)]
    found = frustration(edges)
    assert verify(edges, found).proved
    assert found.proof == "cases"
    (part,) = found.parts

    def spoil(case: Case) -> Case:
        if isinstance(case, Either):
            return replace(case, holds=spoil(case.holds))
        if isinstance(case, Forced):
            (tie, _), *others = case.ties
            return replace(case, ties=((tie, ()), *others))
        return Shown(())

    refused(edges, replace(found, parts=(replace(part, case=spoil(part.case)),)), "")
    refused(edges, replace(found, parts=(), proof="packing"), "is claimed")


def test_search_is_believed_only_as_far_as_it_shows(knots: tuple[list[Edge], Frustration]) -> None:
    edges, found = knots
    searched = replace(found, parts=(), proof="search")
    verdict = verify(edges, searched)
    assert verdict
    assert not verdict.proved
    assert verdict.lower < verdict.upper
    assert "rests on the search alone" in verdict.says
