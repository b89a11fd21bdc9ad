"""The recurrent layer, beside its equations taken word by word."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.coding.weighing.lstm import Layer, course

WIDTH, SIZE, NETWORKS = 5, 3, 2


def sigma(x: np.ndarray) -> np.ndarray:
    return 1.0 / (1.0 + np.exp(-x))


def weights(seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    chance = np.random.default_rng(seed)
    shapes = ((WIDTH, 4 * SIZE), (SIZE, 4 * SIZE), (4 * SIZE,))
    into, again, bias = (chance.normal(size=(NETWORKS, 2, *shape)) for shape in shapes)
    return into, again, bias


def by_the_book(vectors: np.ndarray, into: np.ndarray, again: np.ndarray, bias: np.ndarray) -> np.ndarray:
    """One run, one network, one way: the equations of the module's head."""
    h, c, out = np.zeros(SIZE), np.zeros(SIZE), []
    for x in vectors:
        i, f, g, o = np.split(x @ into + h @ again + bias, 4)
        c = sigma(f) * c + sigma(i) * np.tanh(g)
        h = sigma(o) * np.tanh(c)
        out.append(h)
    return np.array(out)


RUNS = [[(0, 1)], [(0, 4)], [(0, 2), (2, 7), (7, 8)], [(3, 6), (0, 3)]]


@pytest.mark.parametrize("runs", RUNS, ids=str)
def test_every_run_is_read_from_both_sides(runs: list[tuple[int, int]]) -> None:
    into, again, bias = weights(1)
    halved = np.repeat([0.5, 0.5, 1.0, 0.5], SIZE)  # as the file keeps the gates that take the logistic function
    vectors = np.random.default_rng(2).normal(size=(NETWORKS, max(end for _, end in runs), WIDTH)).astype(np.float32)
    read = Layer(into * halved, again * halved, bias * halved).read(vectors, course(runs))
    for n in range(NETWORKS):
        for first, end in runs:
            ahead = by_the_book(vectors[n, first:end], into[n, 0], again[n, 0], bias[n, 0])
            behind = by_the_book(vectors[n, first:end][::-1], into[n, 1], again[n, 1], bias[n, 1])[::-1]
            assert np.allclose(read[n, first:end], np.concatenate((ahead, behind), axis=1), atol=1e-5)


def test_nothing_is_read_where_there_are_no_words() -> None:
    assert Layer(*weights(1)).read(np.zeros((NETWORKS, 0, WIDTH), np.float32), course([])).shape == (NETWORKS, 0, 2 * SIZE)


@settings(max_examples=50)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=8))
def test_a_course_has_every_word_once_each_way(lengths: list[int]) -> None:
    ends = np.cumsum(lengths).tolist()
    way = course(zip([0, *ends], ends, strict=False))
    assert sorted(way.ahead) == sorted(way.behind) == list(range(ends[-1]))
    assert sum(way.steps) == ends[-1]
    assert way.steps == sorted(way.steps, reverse=True)
