"""The backbone: which concepts carry the structure of a debate, and which are redundant.

**Definition.** Let Y be the one-mode network of all concepts C, and Y_B that of a subset B, over the same actors. Cells
below 0 are set to 0; L = D − Y is the Laplacian, its eigenvalues sorted and divided by their sum. The spectral loss is

    loss(B) = Σ_i √( (λ_i(Y) − λ_i(Y_B))² )

and three backbones are offered, as by Discourse Network Analyzer:

* ``nested``: again and again the concept is taken out whose absence costs least, until none is left: an order of all
  concepts, the most redundant first. (Of concepts that tie for least, that program takes out all at once; here the
  last by name goes first, and the rest are asked again.)
* ``fixed``: the set of a given size with the least loss.
* ``penalty``: the set with the least loss(B) · exp(−p (|C| − |B|) / |C|): small sets are rewarded.

For the latter two, all sets are tried where there are at most :data:`ALL` of them, so that the answer is exact; else
annealing with a seed. That program's own code computes the eigenvalues of D (it drops the difference D − Y that it
forms); the definition in its papers, the Laplacian, is taken here.

**Edge cases.** A network without ties has eigenvalues 0. A set whose network has none loses all of the spectrum.

>>> from ahlaf.network.discourse.sayings import Saying
>>> said = [Saying(a, c, True) for a, c in ("ax", "bx", "ay", "by", "cz")]
>>> [(s.concept, round(s.loss, 6)) for s in nested(said, "congruence")]
[('z', 0.0), ('y', 0.0), ('x', 1.0)]
>>> fixed(said, 1, "congruence").concepts
('x',)
"""

from __future__ import annotations

import itertools
import math
import random
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np
from threadpoolctl import threadpool_limits

from ahlaf.errors import NetworkError
from ahlaf.network.discourse.matrices import Counts, counted, divided, norm_of, one_mode_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from ahlaf.network.discourse.sayings import Saying

ALL = 5000
_LARGEST = 30_000_000
_LONGEST: Final = 3e11
"""The most work that a nested backbone may be (see :attr:`_Losses.nesting`): some minutes."""
_SAME = 1e-12


@dataclass(frozen=True, slots=True)
class Step:
    """One concept taken out of the nested backbone: the loss without it, and that of all taken out so far."""

    number: int
    concept: str
    loss: float
    redundant_loss: float


@dataclass(frozen=True, slots=True)
class Backbone:
    """A set of concepts and its loss; ``exact`` where all sets were tried."""

    concepts: tuple[str, ...]
    loss: float
    penalised: float
    exact: bool


def spectrum(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """The eigenvalues of the Laplacian, sorted, divided by their sum.

    >>> spectrum(np.array([[0.0, 1.0], [1.0, 0.0]])).round(6).tolist()
    [0.0, 1.0]
    """
    positive = np.maximum(values, 0.0)
    laplacian = np.diag(positive.sum(axis=1)) - positive
    found: NDArray[np.float64] = np.linalg.eigvalsh(laplacian) if len(values) else np.zeros(0)
    total = found.sum()
    return found / total if total > _SAME else np.zeros_like(found)


class _Losses:
    """The loss of any subset of the concepts.

    All that a one-mode cell and its norm are made of adds up over concepts, so each concept's share is computed once.
    """

    def __init__(self, said: Sequence[Saying], qualifier: str, normalise: str) -> None:
        if not said:
            raise NetworkError("nobody says anything here: there is no backbone of nothing")
        counts = counted(said)
        self.concepts, self.normalise = counts.concepts, normalise
        size = len(counts.actors)
        if len(self.concepts) * size * size > _LARGEST:
            raise NetworkError(f"a backbone of {len(self.concepts)} concepts among {size} is too much to try: filter first")
        one_mode_of(counts, qualifier, normalise)  # refuses what it does not know
        columns = [Counts(counts.actors, (c,), counts.agree[:, [j]], counts.differ[:, [j]]) for j, c in enumerate(self.concepts)]
        self.cells = np.array([one_mode_of(c, qualifier).values for c in columns])
        self.said = np.array([np.asarray(c.agree.sum(axis=1) + c.differ.sum(axis=1)).ravel() for c in columns])
        self.jaccard = np.array([norm_of(c, "jaccard") for c in columns]) if normalise == "jaccard" else np.zeros(0)
        self.full = self._spectrum(set(self.concepts))

    def _spectrum(self, kept: set[str]) -> NDArray[np.float64]:
        return self._spectrum_of(*self._sums([j for j, c in enumerate(self.concepts) if c in kept]))

    def _sums(self, at: list[int]) -> tuple[NDArray[np.float64], ...]:
        """What some concepts add up to: cells, sayings, and the norm where it adds up as well."""
        parts = (self.cells, self.said, self.jaccard) if self.normalise == "jaccard" else (self.cells, self.said)
        return tuple(np.asarray(part[at].sum(axis=0)) for part in parts)

    def _spectrum_of(
        self, values: NDArray[np.float64], said: NDArray[np.float64], jaccard: NDArray[np.float64] | None = None
    ) -> NDArray[np.float64]:
        if self.normalise == "average":
            values = divided(values, (said[:, None] + said[None, :]) / 2)
        elif self.normalise == "cosine":
            values = divided(values, said[:, None] * said[None, :])
        elif jaccard is not None:
            values = divided(values, jaccard)
        return spectrum(values)

    def of(self, kept: set[str]) -> float:
        return float(np.abs(self.full - self._spectrum(kept)).sum())

    @cached_property
    def alike(self) -> list[int]:
        """For each concept the first that the same voices speak of in the same way: to take out either loses the same."""
        parts = [self.cells] + ([self.said] if self.normalise in ("average", "cosine") else [])
        parts += [self.jaccard] if self.normalise == "jaccard" else []
        first: dict[bytes, int] = {}
        return [first.setdefault(b"".join(part[j].tobytes() for part in parts), j) for j in range(len(self.concepts))]

    def without_each(self, left: list[int]) -> dict[int, float]:
        """The loss of some concepts without one of them, for each of them that is not like another."""
        every = self._sums(left)
        found: dict[int, float] = {}
        for at in sorted({self.alike[j] for j in left}):
            rest = (all_ - own for all_, own in zip(every, self._sums([at]), strict=True))
            found[at] = float(np.abs(self.full - self._spectrum_of(*rest)).sum())
        return found

    @property
    def nesting(self) -> float:
        """How much work the nested backbone is: so many spectra, each of as many steps as the cube of the voices."""
        kinds, voices = len(set(self.alike)), self.cells.shape[1]
        return len(self.concepts) * (kinds + 2) * float(voices) ** 3


def nested(said: Sequence[Saying], qualifier: str = "subtract", normalise: str = "average") -> list[Step]:
    """All concepts, the most redundant first.

    Raises:
        NetworkError: it would take too long.
    """
    losses = _Losses(said, qualifier, normalise)
    if losses.nesting > _LONGEST:
        raise NetworkError(
            f"a nested backbone of {len(losses.concepts)} concepts among {losses.cells.shape[1]} voices would take many minutes, or hours: "
            "filter first (--actor, --relation, --since, --least), or take --backbone fixed, which tries a set number of them"
        )
    names = losses.concepts
    left = list(range(len(names)))
    out: list[str] = []
    steps: list[Step] = []
    with threadpool_limits(1):  # the matrices are small: threads take longer to meet than to work
        while left:
            lost = losses.without_each(left)
            costs = [lost[losses.alike[j]] for j in left]
            least = min(costs)
            out.append(names[left.pop(max(at for at, c in enumerate(costs) if c <= least + _SAME))])
            steps.append(Step(len(steps) + 1, out[-1], round(least, 12), round(losses.of(set(out)), 12)))
    return steps


def fixed(said: Sequence[Saying], size: int, qualifier: str = "subtract", normalise: str = "average", seed: int = 0) -> Backbone:
    """The set of a size that loses least."""
    losses = _Losses(said, qualifier, normalise)
    count = len(losses.concepts)
    if not 1 <= size <= count:
        raise NetworkError(f"a backbone of {size} out of {count} concepts: choose between 1 and {count}")
    return _best(losses, losses.of, range(size, size + 1), 0.0, seed)


def penalised(
    said: Sequence[Saying], p: float = 7.5, qualifier: str = "subtract", normalise: str = "average", seed: int = 0
) -> Backbone:
    """The set with the least penalised loss."""
    losses = _Losses(said, qualifier, normalise)
    count = len(losses.concepts)

    def cost(kept: set[str]) -> float:
        return losses.of(kept) * math.exp(-p * (count - len(kept)) / count)

    return _best(losses, cost, range(1, count + 1), p, seed)


def _best(losses: _Losses, cost: Callable[[set[str]], float], sizes: range, p: float, seed: int) -> Backbone:
    names = losses.concepts
    sets = sum(math.comb(len(names), k) for k in sizes)
    exact = sets <= ALL
    with threadpool_limits(1):
        if exact:
            tried = (set(c) for k in sizes for c in itertools.combinations(names, k))
            best = min(tried, key=lambda kept: (round(cost(kept), 12), len(kept), sorted(kept)))
        else:
            best = _annealed(names, cost, sizes, seed)
    loss = losses.of(best)
    penalty = math.exp(-p * (len(names) - len(best)) / len(names))
    return Backbone(tuple(sorted(best)), round(loss, 12), round(loss * penalty, 12), exact)


_STEPS: Final = 3000
"""So many neighbours are tried."""


def _annealed(names: tuple[str, ...], cost: Callable[[set[str]], float], sizes: range, seed: int) -> set[str]:
    rng = random.Random(seed)  # noqa: S311 - no secret hangs on it
    now = set(rng.sample(names, sizes[0]))
    value = cost(now)
    best, least = set(now), value
    for step in range(_STEPS):
        heat = 0.3 * (1 - step / _STEPS) + 1e-6
        other = set(now)
        away = sorted(set(names) - other)
        move = rng.random()
        if len(sizes) == 1 or move < 1 / 3:
            if away and other:
                other.remove(rng.choice(sorted(other)))
                other.add(rng.choice(away))
        elif move < 2 / 3 and away:
            other.add(rng.choice(away))
        elif len(other) > 1:
            other.remove(rng.choice(sorted(other)))
        new = cost(other)
        if new <= value or rng.random() < math.exp((value - new) / heat):
            now, value = other, new
            if value < least:
                best, least = set(now), value
    return best
