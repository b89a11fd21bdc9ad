r"""A recurrent network that reads runs of words from both sides, in numpy: all runs of a text at once.

The long short-term memory of Hochreiter & Schmidhuber (1997), forwards and backwards (Graves & Schmidhuber 2005):

.. math::
    i, f, o = \sigma(W x_t + U h_{t-1} + b), \quad g = \tanh(\dots), \quad c_t = f c_{t-1} + i g, \quad h_t = o \tanh c_t

The first axis of every array is the network: several may read side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Course(NamedTuple):
    """The order in which words are read, so that every step takes a slice."""

    ahead: NDArray[np.intp]
    """The first words of all runs, then their second ones, and so on."""
    behind: NDArray[np.intp]
    """The same from the ends of the runs."""
    steps: Sequence[int]
    """How many runs have a word so far from their beginning."""


def course(pieces: Iterable[tuple[int, int]]) -> Course:
    """How some stretches of words, end excluded, are read.

    >>> course([(0, 1), (1, 4)])
    Course(ahead=array([1, 0, 2, 3]), behind=array([3, 0, 2, 1]), steps=[2, 1, 1])
    """
    ordered = sorted(pieces, key=lambda p: p[0] - p[1])
    starts = np.array([p[0] for p in ordered], dtype=np.intp)
    lengths = np.array([p[1] - p[0] for p in ordered], dtype=np.intp)
    steps = [int((lengths > step).sum()) for step in range(int(lengths[0]) if ordered else 0)]
    ahead = [starts[:many] + step for step, many in enumerate(steps)]
    behind = [starts[:many] + lengths[:many] - 1 - step for step, many in enumerate(steps)]
    return Course(np.concatenate([starts[:0], *ahead]), np.concatenate([starts[:0], *behind]), steps)


class Layer:
    """An LSTM that reads forwards and one that reads backwards."""

    __slots__ = ("_again", "_bias", "_into", "size")

    def __init__(self, into: NDArray[Any], again: NDArray[Any], bias: NDArray[Any]) -> None:
        self._into, self._again, self._bias = (a.astype(np.float32) for a in (into, again, bias))
        self.size: int = again.shape[2]

    def read(self, vectors: Floats, way: Course) -> Floats:
        """(networks, words, width) → one vector a word that knows its run, forwards in the first half and backwards in the second."""
        networks, words, _ = vectors.shape
        size, steps = self.size, way.steps
        out = np.zeros((networks, words, 2 * size), np.float32)
        if not steps:
            return out
        acts = np.empty((networks, 2, len(way.ahead), 4 * size), np.float32)
        for side, order in enumerate((way.ahead, way.behind)):
            np.matmul(vectors[:, order], self._into[:, side], out=acts[:, side])
        acts += self._bias[:, :, None]
        read = np.empty((networks, 2, len(way.ahead), size), np.float32)
        cell = np.zeros((networks, 2, steps[0], size), np.float32)
        low = 0
        for step, many in enumerate(steps):
            act = acts[:, :, low : low + many]
            if step:
                act += read[:, :, low - steps[step - 1] : low - steps[step - 1] + many] @ self._again
            # the gates that take the logistic function had their weights halved: one tanh serves all four
            np.tanh(act, out=act)
            begin, forget, new, show = (act[..., part * size : (part + 1) * size] for part in range(4))
            for part in (begin, forget, show):
                np.multiply(np.add(part, 1.0, out=part), 0.5, out=part)
            keep = cell[:, :, :many]
            keep *= forget
            keep += np.multiply(begin, new, out=new)
            np.multiply(show, np.tanh(keep), out=read[:, :, low : low + many])
            low += many
        out[:, way.ahead, :size] = read[:, 0]
        out[:, way.behind, size:] = read[:, 1]
        return out
