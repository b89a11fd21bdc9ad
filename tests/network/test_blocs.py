"""Camps: correlation clustering against brute force with its certificate checked, positions, stability."""

from __future__ import annotations

import random

import pytest
from story import BAND, EAST, NORTH, PACT, PAPER, SOUTH, STORY, say

from ahlaf.errors import NetworkError
from ahlaf.network import Network, Party
from ahlaf.network.blocs import alliances, blocs, correlate, two_camps

CHIEF = Party("chief", "الزعيم", "the Chief", "person")


def partitions(items: list[int]) -> list[list[int]]:
    """All partitions, as camp numbers."""
    found: list[list[int]] = [[]]
    for _ in items:
        found = [[*p, c] for p in found for c in range(max(p, default=-1) + 2)]
    return found


def cost(edges: list[tuple[int, int, float]], camp: list[int]) -> float:
    return sum(abs(w) for u, v, w in edges if (w > 0) != (camp[u] == camp[v]))


def some(seed: int, size: int = 7, count: int = 14) -> list[tuple[int, int, float]]:
    rng = random.Random(seed)  # noqa: S311 - no secret hangs on it
    return [(*rng.sample(range(size), 2), rng.choice((-1, 1)) * rng.choice((0.25, 0.5, 1.0, 1.5))) for _ in range(count)]  # type: ignore[misc]


@pytest.mark.parametrize("seed", range(40))
def test_the_least_cost_with_its_proof(seed: int) -> None:
    edges = some(seed)
    best = min(cost(edges, p) for p in partitions(list(range(7))))
    found = correlate(edges)
    assert found.proved
    assert found.cost == pytest.approx(best)
    camp = {a: i for i, c in enumerate(found.camps) for a in c}
    assert cost(edges, [camp.get(i, -i) for i in range(7)]) == pytest.approx(found.cost)  # type: ignore[misc]
    load = [0.0] * len(edges)
    for circle, weight in found.circles:
        assert sum(edges[e][2] < 0 for e in circle) == 1
        ends = [a for e in circle for a in edges[e][:2]]
        assert all(ends.count(a) == 2 for a in ends), "every actor of a circle is met by two of its ties"
        for e in circle:
            load[e] += weight
    assert all(got <= abs(w) + 1e-6 for got, (_, _, w) in zip(load, edges, strict=True))
    if found.proof == "packing":
        assert sum(w for _, w in found.circles) == pytest.approx(found.cost, abs=1e-6)


def test_more_camps_than_actors_are_any_number_of_camps() -> None:
    edges = some(1)
    assert correlate(edges, most=10**12) == correlate(edges)


@pytest.mark.parametrize("seed", range(10))
def test_at_most_three_camps(seed: int) -> None:
    edges = some(seed)
    best = min(cost(edges, p) for p in partitions(list(range(7))) if max(p) < 3)
    found = correlate(edges, most=3)
    assert len(found.camps) <= 3
    assert found.lower - 1e-9 <= best <= found.cost + 1e-9
    assert found.cost == pytest.approx(best), "local search finds it on seven actors"


def test_two_minus_ties_in_one_pair_and_loops() -> None:
    assert correlate([(1, 2, 1), (2, 1, -0.25), (1, 2, -0.25)]).cost == 0.5
    assert correlate([]).cost == 0.0


def test_blocs_of_the_story() -> None:
    network = Network.of(STORY)
    for camps in (2, 3, None):
        found = blocs(network, camps, repeats=12, seed=3)
        assert found.proved or camps == 3
        assert sorted(a for c in found.camps for a in c) == sorted(a for a in network.actors if a in found.holds or a in found.alone)
        assert all(0 <= s <= 1 for s in found.stability.values())
        assert found == blocs(network, camps, repeats=12, seed=3), "the same seed, the same answer"
    assert network.find("NOR") in found.alliances[network.find("pact")]


@pytest.mark.parametrize(("seconds", "made"), [(10.0, 12), (1e-9, 1)])
def test_resamples_are_drawn_until_the_seconds_are_over(seconds: float, made: int) -> None:
    found = blocs(Network.of(STORY), 2, repeats=12, seconds=seconds)
    assert found.resamples == made
    assert found.stability


@pytest.mark.parametrize(
    ("member", "relation", "body", "more", "declared"),
    [
        (NORTH, "MEMBER", PACT, {}, True),
        (NORTH, "LEAD", PACT, {"modality": "alleged"}, True),
        (NORTH, "LEAD", BAND, {}, False),
        (CHIEF, "LEAD", BAND, {}, True),
        (CHIEF, "LEAD", SOUTH, {}, False),
        (NORTH, "MEMBER", SOUTH, {}, False),
        (NORTH, "MEMBER", CHIEF, {}, False),
        (NORTH, "MEMBER", Party("text:محادثات", "المحادثات"), {}, False),
        (NORTH, "MEMBER", Party("الحلف"), {}, True),
        (NORTH, "LEAD", Party("الحلف"), {}, False),
        (NORTH, "MEMBER", PACT, {"modality": "normative"}, False),
        (NORTH, "MEMBER", PACT, {"modality": "intended"}, False),
        (NORTH, "MEMBER", PACT, {"credence": 0.2}, False),
        (NORTH, "MEMBER", PACT, {"denied": True}, False),
    ],
)
def test_what_declares_a_membership(member: Party, relation: str, body: Party, more: dict[str, object], declared: bool) -> None:
    network = Network.of([say(1, member, relation, body, **more), say(2, PAPER, "ALLY", EAST)])
    assert bool(alliances(network)) == declared
    stays = {network.parties[e.source].label() for e in network.lift(members=True).edges}
    assert (member.label() in stays) == (not declared)
    denies = say(3, member, relation, body, denied=True, document="d2")
    assert not alliances(Network.of([say(1, member, relation, body, **more), denies]))


def test_a_filter_turns_no_camps() -> None:
    a, b, c, d = (Party(x) for x in "dcba")
    said = [say(n, a, "ALLY", b, date="2014") for n in range(5)] + [say(6, c, "ALLY", d), say(7, a, "ASSAULT", c)]
    said += [say(8, c, "ALLY", NORTH, date="2015"), say(9, d, "ALLY", SOUTH, date="2015"), say(10, a, "ASSAULT", d, date="2015")]
    network = Network.of(said)
    for drawn in (network, network.where(since="2015"), network.where(until="2014")):
        assert network.find("d") in two_camps(drawn)[0]


def test_a_member_in_the_wrong_camp() -> None:
    a, b, c = (Party(x) for x in "abc")
    said = [say(1, NORTH, "MEMBER", PACT, modality="alleged"), say(2, a, "ALLY", NORTH), say(3, a, "ASSAULT", PACT)]
    said += [say(4, b, "ALLY", PACT), say(5, b, "ASSAULT", NORTH), say(6, c, "ALLY", PACT)]
    network = Network.of(said)
    found = blocs(network, 2, repeats=0)
    assert [(m.member, m.body) for m in found.misplaced] == [(network.find("NOR"), network.find("pact"))]


def test_refused() -> None:
    with pytest.raises(NetworkError, match="two at least"):
        blocs(Network.of(STORY), 1)
    with pytest.raises(NetworkError, match="denied away"):
        blocs(Network.of([say(1, NORTH, "AID", PACT, denied=True)]))
