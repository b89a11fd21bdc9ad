"""Discourse networks: against the definitions written out loop by loop, as their program has them."""

from __future__ import annotations

import itertools
import math
import random
from pathlib import Path

import numpy as np
import pytest
from story import NORTH, PAPER, SOUTH, STORY, say

from ahlaf.errors import NetworkError
from ahlaf.network import Network, Party
from ahlaf.network.discourse import (
    ONE_MODE,
    ONE_NORMS,
    Saying,
    absdiff,
    fixed,
    nested,
    one_mode,
    penalised,
    polarization,
    sayings,
    separation,
    two_mode,
    unique,
    windows,
)
from ahlaf.network.discourse.matrices import one_mode_of


def some(seed: int, count: int = 30) -> list[Saying]:
    rng = random.Random(seed)  # noqa: S311 - no secret hangs on it

    def date() -> str:
        return f"2014-0{rng.randrange(1, 7)}-1{rng.randrange(10)}"

    return [
        Saying(rng.choice("abcde"), rng.choice("wxyz"), rng.random() < 0.6, date(), f"d{rng.randrange(5)}")
        for _ in range(count)
    ]


def tensor(said: list[Saying]) -> tuple[list[str], list[str], list[list[list[int]]]]:
    rows, columns = sorted({s.actor for s in said}), sorted({s.concept for s in said})
    n = [[[0, 0] for _ in columns] for _ in rows]
    for s in said:
        n[rows.index(s.actor)][columns.index(s.concept)][int(s.agree)] += 1
    return rows, columns, n


def one_mode_plainly(said: list[Saying], qualifier: str, normalise: str) -> list[list[float]]:
    rows, columns, n = tensor(said)
    found = [[0.0] * len(rows) for _ in rows]
    for a, b in itertools.permutations(range(len(rows)), 2):
        value = 0.0
        for j in range(len(columns)):
            if qualifier == "ignore":
                value += sum(n[a][j]) * sum(n[b][j])
                continue
            for k, m in itertools.product((0, 1), repeat=2):
                near = 1 - abs(k - m)
                product = n[a][j][k] * n[b][j][m]
                value += product * {"congruence": near, "conflict": 1 - near, "subtract": 2 * near - 1}[qualifier]
        cells = [(n[a][j][k], n[b][j][k]) for j in range(len(columns)) for k in (0, 1)]
        mine, yours = sum(x for x, _ in cells), sum(y for _, y in cells)
        norm = {
            "no": 1.0,
            "average": (mine + yours) / 2,
            "jaccard": sum(x for x, y in cells if not y) + sum(y for x, y in cells if not x) + sum(x * y for x, y in cells),
            "cosine": math.sqrt(mine**2) * math.sqrt(yours**2),
        }[normalise]
        found[a][b] = value / norm if norm else 0.0
    return found


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("qualifier", ONE_MODE)
@pytest.mark.parametrize("normalise", ONE_NORMS)
def test_one_mode(seed: int, qualifier: str, normalise: str) -> None:
    said = some(seed)
    assert one_mode(said, qualifier, normalise).values.tolist() == pytest.approx(np.array(one_mode_plainly(said, qualifier, normalise)))


@pytest.mark.parametrize("seed", range(6))
def test_two_mode(seed: int) -> None:
    said = some(seed)
    rows, columns, n = tensor(said)
    for qualifier, sign in (("ignore", 1), ("subtract", -1)):
        raw = [[n[i][j][1] + sign * n[i][j][0] for j in range(len(columns))] for i in range(len(rows))]
        assert two_mode(said, qualifier).values.tolist() == raw
        activity = [[v / sum(map(sum, n[i])) for v in raw[i]] for i in range(len(rows))]
        assert two_mode(said, qualifier, "activity").values == pytest.approx(np.array(activity))
        said_of = [sum(sum(n[i][j]) for i in range(len(rows))) for j in range(len(columns))]
        prominence = [[raw[i][j] / said_of[j] for j in range(len(columns))] for i in range(len(rows))]
        assert two_mode(said, qualifier, "prominence").values == pytest.approx(np.array(prominence))
    both = two_mode(said, "combine").values
    assert all(both[i][j] == (n[i][j][1] > 0) + 2 * (n[i][j][0] > 0) for i in range(len(rows)) for j in range(len(columns)))


def test_sayings_of_a_network() -> None:
    network = Network.of([*STORY, say(20, NORTH, "AID", SOUTH, modality="questioned"), say(21, NORTH, "AID", None)])
    said = sayings(network, language="en")
    assert len(said) == len(STORY)
    support = sorted((s.agree, s.actor) for s in said if s.concept == "South SUPPORT East")
    assert support == [(False, "the author of d3"), (True, "The Bank")]
    pairs = [s for s in sayings(network, concept="pair", language="en") if s.concept == "North → East"]
    assert sorted(s.agree for s in pairs) == [False, True], "allied with it, and attacks it"
    assert sayings(network, actor="outlet") == []
    for bad in ({"actor": "x"}, {"concept": "x"}):
        with pytest.raises(NetworkError):
            sayings(network, **bad)


@pytest.mark.parametrize(("relation", "conflict"), [("ALLY", 1.0), ("OPPOSE", 1.0), ("AID", 0.0), ("ASSAULT", 0.0)])
def test_what_is_mutual_is_one_concept_whoever_is_named_first(relation: str, conflict: float) -> None:
    said = [say(1, NORTH, relation, SOUTH, document="d1"), say(2, SOUTH, relation, NORTH, document="d2", denied=True)]
    assert one_mode(sayings(Network.of(said)), "conflict").values[0, 1] == conflict


@pytest.mark.parametrize("language", ["ar", "en"])
def test_several_of_one_name_are_several(language: str) -> None:
    """Protesters of two countries, and two ministers who speak of them."""
    ours, theirs = (Party(f"text:متظاهرون@{c}", "متظاهرون", country=c) for c in ("GRC", "ITA"))
    one, two = (Party(f"text:الوزير@{c}", "الوزير") for c in ("GRC", "ITA"))
    said = [
        say(1, NORTH, "AID", ours, voices=(one,)),
        say(2, NORTH, "AID", theirs, voices=(two,)),
        say(3, NORTH, "AID", theirs, document="d3", author="الوزير"),
        say(4, NORTH, "AID", theirs, document="d4"),
    ]
    found = sayings(Network.of(said), language=language)
    assert len({s.actor for s in found}) == 4
    assert len({s.concept for s in found}) == 2
    assert found[0].actor == "الوزير (GRC)"
    assert found[0].concept.endswith(" AID متظاهرون (GRC)")
    assert one_mode(found, "congruence").values.sum() == 6, "three of the four agree, two by two"


def test_duplicates_are_of_their_own_year() -> None:
    said = [Saying("a", "c", True, d, "d") for d in ("2014-01-01", "2014-01-02", "2015-01-01", "")]
    assert [len(unique(said, how)) for how in ("include", "document", "week", "month", "year", "range")] == [4, 1, 3, 3, 3, 1]
    with pytest.raises(NetworkError):
        unique(said, "decade")


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("kernel", ["uniform", "gaussian", "epanechnikov", "triangular"])
def test_smoothed_networks_pair_by_pair(seed: int, kernel: str) -> None:
    from ahlaf.network.change.kernels import kernel_of
    from ahlaf.network.table import day_of

    said, shape = some(seed, 12), kernel_of(kernel)
    rows = sorted({s.actor for s in said})
    for w in windows(said, "days", 40, kernel=kernel, qualifier="subtract")[::25]:
        want = np.zeros((len(rows), len(rows)))
        for s, t in itertools.permutations(said, 2):
            if s.actor != t.actor and s.concept == t.concept:
                z = [shape(2 * (day_of(w.middle) - day_of(x.date)) / 40) for x in (s, t)]
                want[rows.index(s.actor), rows.index(t.actor)] += math.sqrt(z[0] * z[1]) * (1 if s.agree == t.agree else -1)
        assert w.matrix.values == pytest.approx(want)


def test_moving_windows_lie_wholly_inside() -> None:
    said = some(1)
    found = windows(said, "days", 11)
    days = sorted(s.date for s in said)
    assert found[0].start == days[0]
    assert found[-1].end == days[-1]
    assert [w.sayings for w in windows(said, "events", 5)] == [5] * (len(said) - 4)
    assert windows(said, "months", 2, mode="two", kernel="gaussian", indent=True)
    assert windows(said, "months", 2, kernel="gaussian", normalise="average")


@pytest.mark.parametrize(
    "more",
    [
        {"unit": "moons"},
        {"size": 0},
        {"mode": "three"},
        {"kernel": "box"},
        {"kernel": "uniform", "unit": "events"},
        {"kernel": "uniform", "normalise": "jaccard"},
    ],
)
def test_windows_refuse(more: dict[str, object]) -> None:
    with pytest.raises(NetworkError):
        windows(some(1), **more)  # type: ignore[arg-type]
    with pytest.raises(NetworkError, match="date"):
        windows([Saying("a", "b", True)])


def test_matrices_refuse() -> None:
    for qualifier, norm in (("combine", "no"), ("ignore", "activity")):
        with pytest.raises(NetworkError):
            one_mode([], qualifier, norm)
    for qualifier, norm in (("conflict", "no"), ("combine", "activity")):
        with pytest.raises(NetworkError):
            two_mode([], qualifier, norm)
    assert one_mode([]).cells() == []


def spectral(values: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
    y = np.maximum(values, 0)
    eigen = np.sort(np.linalg.eigvalsh(np.diag(y.sum(1)) - y))
    return eigen / eigen.sum() if eigen.sum() > 1e-12 else eigen * 0


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("norm", ONE_NORMS)
def test_backbones_are_the_best_of_all_sets(seed: int, norm: str) -> None:
    said = some(seed, 20)
    actors, concepts = sorted({s.actor for s in said}), sorted({s.concept for s in said})
    from ahlaf.network.discourse.matrices import counted

    def loss(kept: tuple[str, ...]) -> float:
        part = counted([s for s in said if s.concept in kept], None, actors)
        full = counted(said)
        one, two = (spectral(one_mode_of(c, "congruence", norm).values) for c in (full, part))
        return float(np.abs(one - two).sum())

    best = min(loss(c) for c in itertools.combinations(concepts, 2))
    found = fixed(said, 2, "congruence", norm)
    assert found.exact
    assert found.loss == pytest.approx(best)
    sets = [c for k in range(1, len(concepts) + 1) for c in itertools.combinations(concepts, k)]
    want = min(loss(c) * math.exp(-7.5 * (len(concepts) - len(c)) / len(concepts)) for c in sets)
    assert penalised(said, 7.5, "congruence", norm).penalised == pytest.approx(want)
    steps = nested(said, "congruence", norm)
    assert sorted(s.concept for s in steps) == concepts
    assert steps[0].loss == pytest.approx(min(loss(tuple(set(concepts) - {c})) for c in concepts))
    assert steps[-1].redundant_loss == pytest.approx(0)


@pytest.mark.parametrize("norm", ONE_NORMS)
def test_what_is_taken_out_is_the_last_of_those_that_cost_least(norm: str) -> None:
    """Concepts that are alike are tried once, and sums are taken one from another: the order is that of trying all."""
    said = [*some(7, 25), Saying("A", "lonely", True), Saying("A", "lonely too", True)]
    left = sorted({s.concept for s in said})
    actors = sorted({s.actor for s in said})

    def spectrum_of(kept: list[str]) -> np.ndarray:  # type: ignore[type-arg]
        from ahlaf.network.discourse.matrices import counted

        return spectral(one_mode_of(counted([s for s in said if s.concept in kept], None, actors), "congruence", norm).values)

    full = spectrum_of(left)
    for step in nested(said, "congruence", norm):
        costs = {c: float(np.abs(full - spectrum_of([k for k in left if k != c])).sum()) for c in left}
        assert step.loss == pytest.approx(min(costs.values()), abs=1e-9)
        assert costs[step.concept] == pytest.approx(min(costs.values()), abs=1e-9)
        left.remove(step.concept)


def test_a_backbone_that_would_take_hours_is_refused() -> None:
    rng = random.Random(5)  # noqa: S311 - no secret hangs on it
    said = [Saying(f"v{rng.randrange(250)}", f"c{rng.randrange(300)}", rng.random() < 0.5) for _ in range(3000)]
    with pytest.raises(NetworkError, match="300 concepts among 250 voices would take"):
        nested(said)


def test_the_pages_limits_are_the_programs() -> None:
    from ahlaf.network.change.spans import MOST
    from ahlaf.network.discourse import backbone, matrices

    page = (Path(__file__).parents[2] / "docs" / "discourse.md").read_text(encoding="utf-8")
    assert backbone._LONGEST == 3e11
    assert all(f"more than {n:,}" in page for n in (MOST, backbone._LARGEST, matrices._LARGEST))


def test_backbone_of_many_concepts_is_annealed_with_its_seed() -> None:
    rng = random.Random(2)  # noqa: S311 - no secret hangs on it
    said = [Saying(rng.choice("abcdef"), f"c{rng.randrange(18)}", rng.random() < 0.5) for _ in range(60)]
    one, two = (fixed(said, 6, "congruence", "no", seed=4) for _ in range(2))
    assert one == two
    assert not one.exact
    assert len(one.concepts) == 6
    with pytest.raises(NetworkError, match="between 1 and"):
        fixed(said, 99)
    with pytest.raises(NetworkError, match="nobody"):
        nested([])


def absdiff_plainly(c: np.ndarray, k: np.ndarray, m: list[int]) -> float:  # type: ignore[type-arg]
    size, groups = len(m), max(m) + 1
    count = [m.count(g) for g in range(groups)]
    inside = sum(x * (x - 1) for x in count)
    across = size * (size - 1) - inside
    total = 0.0
    for i, j in itertools.permutations(range(size), 2):
        if m[i] == m[j]:
            n = count[m[i]]
            total += abs(c[i, j] - n * (n - 1) / inside * (c.sum() / inside)) + abs(k[i, j])
        else:
            total += abs(c[i, j]) + abs(k[i, j] - count[m[i]] * count[m[j]] / across * (k.sum() / across))
    return total / (2 * (c.sum() + k.sum()))


@pytest.mark.parametrize("seed", range(6))
def test_polarization(seed: int) -> None:
    said = some(seed)
    c, k = (one_mode(said, q).values for q in ("congruence", "conflict"))
    ways = [list(m) for m in itertools.product((0, 1), repeat=5) if sum(m) == 2]
    for m in ways:
        assert absdiff(c, k, m) == pytest.approx(absdiff_plainly(c, k, m))
    found = polarization(said)
    assert found.exact
    assert found.score == pytest.approx(max(absdiff_plainly(c, k, m) for m in ways))
    weight = (c.sum() + k.sum()) / 2
    best = max(
        sum(c[i, j] if m[i] == m[j] else k[i, j] for i, j in itertools.combinations(range(5), 2))
        for m in itertools.product((0, 1), repeat=5)
    )
    assert separation(said).score == pytest.approx(best / weight)


def test_polarization_of_nothing_and_of_many() -> None:
    assert polarization([]).score == 0
    assert separation([]).score == 0
    assert separation([Saying("a", "x", True)]).score == 0
    rng = random.Random(0)  # noqa: S311 - no secret hangs on it
    crowd = [Saying(f"a{i}", f"c{rng.randrange(4)}", (i < 10) ^ (rng.random() < 0.1)) for i in range(20) for _ in range(4)]
    assert not polarization(crowd).exact
    assert polarization(crowd).score == polarization(crowd).score
    with pytest.raises(NetworkError):
        polarization(crowd, 1)
    assert PAPER.name
