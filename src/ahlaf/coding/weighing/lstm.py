r"""A recurrent network that reads runs of words from both sides, in numpy: all runs of a text at once.

The long short-term memory of Hochreiter & Schmidhuber (1997), forwards and backwards (Graves & Schmidhuber 2005):

.. math::
    i, f, o = \sigma(W x_t + U h_{t-1} + b), \quad g = \tanh(\dots), \quad c_t = f c_{t-1} + i g, \quad h_t = o \tanh c_t

The first axis of every array is the network: several may read side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

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


_ORDER: Final = (0, 1, 3, 2)
"""The gates as they are read, from i, f, g, o as the weights come: those that take the logistic function side by side."""


_ABREAST: Final = 4
"""So many rows BLAS multiplies together; those that are left over take longer one by one than as many as fill up a step."""


def filled(rows: int) -> int:
    """How many rows to multiply for some: a single one, which goes a faster way, or whole steps.

    >>> [filled(rows) for rows in (1, 2, 4, 5)]
    [1, 4, 4, 8]
    """
    return rows if rows == 1 else rows + -rows % _ABREAST


class Layer:
    """An LSTM that reads forwards and one that reads backwards.

    Each gate has a matrix of its own. A step has few rows, and what it takes is mostly how long the weights need to come:
    matrices of this size BLAS multiplies as they lie, a wider one it would copy first at every step.
    """

    __slots__ = ("_again", "_bias", "_into", "size")

    def __init__(self, into: NDArray[Any], again: NDArray[Any], bias: NDArray[Any]) -> None:
        self.size: int = again.shape[2]
        self._into, self._again = self._by_gate(into), self._by_gate(again)
        self._bias = self._by_gate(bias[:, :, None])

    def _by_gate(self, weights: NDArray[Any]) -> Floats:
        """(networks, 2, rows, gates on end) → (networks, 2, gates, rows, size)."""
        apart = weights.astype(np.float32).reshape(*weights.shape[:3], len(_ORDER), self.size)
        return np.ascontiguousarray(apart[:, :, :, _ORDER].swapaxes(2, 3))

    def read(self, vectors: Floats, way: Course) -> Floats:
        """(networks, words, width) → one vector a word that knows its run, forwards in the first half and backwards in the second."""
        networks, words, _ = vectors.shape
        out = np.zeros((networks, words, 2 * self.size), np.float32)
        if way.steps:
            out[:, way.ahead, : self.size] = self._one_side(vectors[:, way.ahead], 0, way.steps)
            out[:, way.behind, self.size :] = self._one_side(vectors[:, way.behind], 1, way.steps)
        return out

    def _one_side(self, vectors: Floats, side: int, steps: Sequence[int]) -> Floats:
        """What one of the two makes of words in the order in which it reads them."""
        again = self._again[:, side]
        acts = vectors[:, None] @ self._into[:, side]
        acts += self._bias[:, side]
        networks, _, words, size = acts.shape
        read = np.zeros((networks, words + _ABREAST, size), np.float32)  # room for the rows that fill up the last step
        cell = np.zeros((networks, steps[0], size), np.float32)
        before = low = 0
        for many in steps:
            act = acts[:, :, low : low + many]
            if low:
                act += (read[:, None, before : before + filled(many)] @ again)[:, :, :many]
            # the gates that take the logistic function had their weights halved: one tanh serves all four
            np.tanh(act, out=act)
            act[:, :3] += 1.0  # twice what those gates let through: a half makes it good, of the cell and of what is shown
            begin, forget, show, new = act.swapaxes(0, 1)
            keep = cell[:, :many]
            keep *= forget
            keep += np.multiply(begin, new, out=new)
            keep *= 0.5
            told = np.multiply(show, np.tanh(keep), out=read[:, low : low + many])
            told *= 0.5
            before, low = low, low + many
        return read[:, :words]
