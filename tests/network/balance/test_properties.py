"""What must not change the index, and what must change it just so."""

import random
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.network.balance import Edge, frustration, smallest_sets, verify

edges = st.lists(
    st.tuples(
        st.integers(0, 7),
        st.integers(0, 7),
        st.one_of(
            st.integers(-4, 4),
            st.sampled_from([0.1, 0.25, 0.5, 0.9, -0.1, -0.25, -0.5, -0.9]),
            st.fractions(-3, 3, max_denominator=6),
        ),
    ),
    max_size=24,
)
few = settings(max_examples=60, deadline=None)


def index(network: list[Edge]) -> Fraction:
    found = frustration(network)
    assert found.proved
    assert verify(network, found).proved
    return found.exact[1]


@few
@given(edges, st.sets(st.integers(0, 7)))
def test_switching(network: list[Edge], turned: set[int]) -> None:
    switched = [(u, v, w if (u in turned) == (v in turned) else -w) for u, v, w in network]
    assert index(network) == index(switched)


@few
@given(edges, st.fractions(Fraction(1, 7), 7, max_denominator=7))
def test_scaling(network: list[Edge], factor: Fraction) -> None:
    exact = [(u, v, Fraction(str(w)) if isinstance(w, float) else w) for u, v, w in network]
    assert index([(u, v, w * factor) for u, v, w in exact]) == factor * index(exact)


@few
@given(edges, st.permutations(range(8)), st.randoms(use_true_random=False))
def test_relabelling_and_order(network: list[Edge], names: list[int], rng: random.Random) -> None:
    named = [(str(names[v]), str(names[u]), w) for u, v, w in network]
    rng.shuffle(named)
    assert index(network) == index(named)


@few
@given(edges)
def test_splitting_an_edge_into_two(network: list[Edge]) -> None:
    split = [(u, v, Fraction(str(w)) / 2) for u, v, w in network for _ in range(2)]
    assert index(network) == index(split)


@few
@given(edges)
def test_subdividing_an_edge(network: list[Edge]) -> None:
    longer = []
    for i, (u, v, w) in enumerate(network):
        longer += [(u, ("new", i), w), (("new", i), v, abs(w))]
    assert index(network) == index(longer)


@few
@given(edges, edges)
def test_apart_is_a_sum(one: list[Edge], two: list[Edge]) -> None:
    apart = one + [(("other", u), ("other", v), w) for u, v, w in two]
    assert index(apart) == index(one) + index(two)


@few
@given(edges)
def test_without_what_is_doubted_all_is_balanced(network: list[Edge]) -> None:
    found = frustration(network)
    for places in smallest_sets(network, found, limit=5).sets_at:
        left = [e for i, e in enumerate(network) if i not in places]
        turned = [(u, v, -w if i in places else w) for i, (u, v, w) in enumerate(network) if u != v or i not in places]
        assert index(left) == 0
        assert index(turned) == 0
