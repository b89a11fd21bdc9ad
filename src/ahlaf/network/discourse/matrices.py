"""Two-mode and one-mode discourse networks, as Discourse Network Analyzer defines them.

Let n(i, j, k) be how often actor i speaks of concept j with qualifier k (1 agree, 0 disagree).

**Two-mode** (actors × concepts):

* ``ignore``: x(i, j) = n(i, j, 1) + n(i, j, 0)
* ``subtract``: x(i, j) = n(i, j, 1) − n(i, j, 0)
* ``combine``: which of the two occur, as one number: 0 neither, 1 agreement only, 2 disagreement only, 3 both
* normalised by ``activity``: divided by all that i says, n(i, ·, ·); by ``prominence``: by all that is said of j

**One-mode** (actors × actors, i ≠ i′; the diagonal is 0):

* ``ignore``: y = Σ_j n(i, j, ·) n(i′, j, ·)
* ``congruence``: y = Σ_j Σ_k n(i, j, k) n(i′, j, k)
* ``conflict``: y = Σ_j [ n(i, j, 1) n(i′, j, 0) + n(i, j, 0) n(i′, j, 1) ]
* ``subtract``: congruence − conflict

normalised (c(i) = n(i, ·, ·), sums over all j and k):

* ``average``: divided by (c(i) + c(i′)) / 2
* ``jaccard``: divided by m₁₀ + m₀₁ + m₁₁, where m₁₀ sums n(i, j, k) where i′ has none, m₀₁ the reverse, and m₁₁ sums
  n(i, j, k) n(i′, j, k) where both have some
* ``cosine``: divided by √(c(i)²) √(c(i′)²), that is c(i) c(i′). (The program's definition, which the name only
  recalls: it is not the cosine of the two profiles.)

Nought divided by nought is nought.

**Source.** Leifeld, Gruber and Bossner, *Discourse Network Analyzer Manual*; the program's ``Exporter``, version 3.0,
read in 2025. ``docs/discourse.md`` works every one of these out by hand.

>>> from ahlaf.network.discourse.sayings import Saying
>>> said = [Saying("a", "x", True), Saying("a", "y", False), Saying("b", "x", True), Saying("b", "y", True)]
>>> one_mode(said, "subtract").values.tolist()          # agree on x, differ on y
[[0.0, 0.0], [0.0, 0.0]]
>>> one_mode(said, "congruence", "average").values.tolist()        # 1 / ((2 + 2) / 2)
[[0.0, 0.5], [0.5, 0.0]]
>>> two_mode(said, "subtract", "activity").values.tolist()
[[0.5, -0.5], [0.5, 0.5]]
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.sparse import csr_matrix

from ahlaf.errors import NetworkError
from ahlaf.optional import library

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from ahlaf.network.discourse.sayings import Saying

ONE_MODE = ("ignore", "congruence", "conflict", "subtract")
ONE_NORMS = ("no", "average", "jaccard", "cosine")
TWO_MODE = ("ignore", "subtract", "combine")
TWO_NORMS = ("no", "activity", "prominence")
_LARGEST = 40_000_000


@dataclass(frozen=True, slots=True)
class Matrix:
    """A matrix with its names."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: NDArray[np.float64]

    def cells(self) -> list[dict[str, Any]]:
        """The cells that are not 0, row by row; of a square matrix the half above the diagonal."""
        square = self.rows == self.columns
        at = np.argwhere(np.triu(self.values, 1) if square else self.values)
        return [{"row": self.rows[i], "column": self.columns[j], "value": float(self.values[i, j])} for i, j in at]

    def to_pandas(self) -> Any:  # noqa: ANN401 - pandas is not always there
        """A pandas table (pandas must be installed)."""
        return library("pandas", "a pandas table").DataFrame(self.values, index=list(self.rows), columns=list(self.columns))


@dataclass(frozen=True, slots=True)
class Counts:
    """n(i, j, k), sparse: one matrix of actors × concepts for agreement, one for disagreement."""

    actors: tuple[str, ...]
    concepts: tuple[str, ...]
    agree: csr_matrix
    differ: csr_matrix


def counted(
    said: Sequence[Saying],
    weights: Sequence[float] | None = None,
    actors: Sequence[str] | None = None,
    concepts: Sequence[str] | None = None,
) -> Counts:
    """Count sayings, each as one or as its weight; names in alphabetical order unless given."""
    rows = tuple(sorted({s.actor for s in said})) if actors is None else tuple(actors)
    columns = tuple(sorted({s.concept for s in said})) if concepts is None else tuple(concepts)
    i = {name: at for at, name in enumerate(rows)}
    j = {name: at for at, name in enumerate(columns)}
    shape = (len(rows), len(columns))
    parts = []
    for agree in (True, False):
        cells = [
            (i[s.actor], j[s.concept], 1.0 if weights is None else weights[at])
            for at, s in enumerate(said)
            if s.agree is agree
        ]
        r, c, v = zip(*cells, strict=True) if cells else ((), (), ())
        parts.append(csr_matrix((np.array(v, float), (np.array(r, int), np.array(c, int))), shape))
    return Counts(rows, columns, parts[0], parts[1])


def _choose(value: str, known: tuple[str, ...], what: str) -> None:
    if value not in known:
        raise NetworkError(f"{value!r} is no {what} here: choose {', '.join(known)}")


def _fits(rows: int, columns: int) -> None:
    if rows * columns > _LARGEST:
        raise NetworkError(f"a matrix of {rows} × {columns} is too large to write down: filter first")


def divided(values: NDArray[np.float64], by: NDArray[np.float64]) -> NDArray[np.float64]:
    """Cell by cell; nought by nought is nought."""
    found: NDArray[np.float64] = np.divide(values, by, out=np.zeros_like(values), where=by != 0)
    return found


def two_mode(said: Sequence[Saying], qualifier: str = "subtract", normalise: str = "no") -> Matrix:
    """Actors × concepts."""
    return two_mode_of(counted(said), qualifier, normalise)


def two_mode_of(counts: Counts, qualifier: str = "subtract", normalise: str = "no") -> Matrix:
    """Actors × concepts, from counts."""
    _choose(qualifier, TWO_MODE, "two-mode qualifier")
    _choose(normalise, TWO_NORMS, "two-mode normalisation")
    _fits(len(counts.actors), len(counts.concepts))
    agree, differ = counts.agree.toarray(), counts.differ.toarray()
    if qualifier == "combine":
        if normalise != "no":
            raise NetworkError("combined qualifiers are names, not amounts: they can't be normalised")
        values = 1.0 * (agree > 0) + 2.0 * (differ > 0)
    else:
        values = agree + differ if qualifier == "ignore" else agree - differ
    total = agree + differ
    if normalise != "no":
        axis = 1 if normalise == "activity" else 0
        values = divided(values, np.broadcast_to(total.sum(axis=axis, keepdims=True), values.shape))
    return Matrix(counts.actors, counts.concepts, values)


def one_mode(said: Sequence[Saying], qualifier: str = "subtract", normalise: str = "no") -> Matrix:
    """Actors × actors, by what they say of the same concepts."""
    return one_mode_of(counted(said), qualifier, normalise)


def one_mode_of(counts: Counts, qualifier: str = "subtract", normalise: str = "no") -> Matrix:
    """Actors × actors, from counts."""
    _choose(qualifier, ONE_MODE, "one-mode qualifier")
    _choose(normalise, ONE_NORMS, "one-mode normalisation")
    size = len(counts.actors)
    _fits(size, size)
    plus, minus = counts.agree, counts.differ
    if qualifier == "ignore":
        both = plus + minus
        values = (both @ both.T).toarray()
    else:
        congruence = (plus @ plus.T + minus @ minus.T).toarray()
        crossed = (plus @ minus.T).toarray()
        conflict = crossed + crossed.T
        values = {"congruence": congruence, "conflict": conflict, "subtract": congruence - conflict}[qualifier]
    if normalise != "no":
        values = divided(values, norm_of(counts, normalise))
    np.fill_diagonal(values, 0.0)
    return Matrix(counts.actors, counts.actors, values)


def norm_of(counts: Counts, normalise: str) -> NDArray[np.float64]:
    """What the cells of a one-mode network are divided by."""
    plus, minus = counts.agree, counts.differ
    said = np.asarray(plus.sum(axis=1)).ravel() + np.asarray(minus.sum(axis=1)).ravel()
    norm: NDArray[np.float64]
    if normalise == "average":
        norm = (said[:, None] + said[None, :]) / 2
    elif normalise == "cosine":
        norm = said[:, None] * said[None, :]
    else:
        shared = np.zeros((len(said), len(said)))
        product = np.zeros_like(shared)
        for part in (plus, minus):
            some = (part > 0).astype(float)
            shared += (part @ some.T).toarray()
            product += (part @ part.T).toarray()
        norm = (said[:, None] - shared) + (said[None, :] - shared.T) + product
    return norm
