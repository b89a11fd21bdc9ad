"""What :func:`~ahlaf.network.balance.frustration` returns: a number with its proof.

From above: the edges to doubt, and the two camps they leave. From below: circles, each
with an odd number of minuses, and weights such that no edge carries more than its own.
Whatever is doubted, one edge of every circle is among it, so the weights of the circles
add up to a lower bound. Most often that is all, and the proof is a *packing*.

Where circles alone stay short of the number, the proof goes on *by cases*. Edges fall
into *parts* that share none, each with a bound of its own, and a part may be argued for
like this: suppose that two actors stood in this relation, then such and such circles
(some of them closed by the supposition itself, at no cost) already ask for too much.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Hashable

Edge: TypeAlias = "tuple[Hashable, Hashable, float | Fraction]"
"""Two nodes and a weight that carries the sign."""

Number: TypeAlias = "int | float | Fraction"


@dataclass(frozen=True, slots=True)
class Tie:
    """The supposition that two nodes are in one camp (+1) or in different ones (-1)."""

    u: Hashable
    v: Hashable
    sign: int


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle with an odd number of minuses, in walking order, and its weight."""

    edges: tuple[Edge, ...]
    """The edges as the caller gave them."""
    at: tuple[int, ...]
    """Their places in what the caller gave."""
    weight: int | Fraction
    ties: tuple[Tie, ...] = ()
    """Suppositions that help to close it: none in ``contradictions``."""


@dataclass(frozen=True, slots=True)
class Shown:
    """These circles, under the suppositions made so far, ask for enough."""

    circles: tuple[Circle, ...]


@dataclass(frozen=True, slots=True)
class Forced:
    """The contrary of each tie asks for enough; so the ties hold, and one goes on."""

    circles: tuple[Circle, ...]
    ties: tuple[tuple[Tie, tuple[Circle, ...]], ...]
    """Each tie, with the circles that its contrary adds to the ones above."""
    then: Case


@dataclass(frozen=True, slots=True)
class Either:
    """The tie holds or its contrary does, and both ask for enough."""

    tie: Tie
    holds: Case
    fails: Case


Case: TypeAlias = "Shown | Forced | Either"


@dataclass(frozen=True, slots=True)
class Part:
    """A bound on what has to be doubted among some edges, and why."""

    at: frozenset[int]
    """The places of the edges; parts share none."""
    bound: int | Fraction
    case: Case


@dataclass(frozen=True, slots=True)
class Frustration:
    """The frustration index of a network, or bounds on it, with the reasons."""

    value: Number | None
    """The index; None unless it is proved."""
    lower: Number
    upper: Number
    proved: bool
    proof: str
    """``packing``: by ``contradictions``; ``cases``: by ``parts``; ``search``: the lower
    bound was found by exhausting all cases, which leaves nothing to check by hand; ``open``:
    not proved, and ``lower`` is what ``contradictions`` or ``parts`` show."""
    shown: Number
    """The lower bound that can be checked by hand: ``lower`` unless by search."""
    doubted: tuple[Edge, ...]
    """A set of edges of weight ``upper`` whose removal balances the network."""
    doubted_at: tuple[int, ...]
    """Their places in what the caller gave."""
    camps: tuple[frozenset[Hashable], frozenset[Hashable]]
    contradictions: tuple[Circle, ...]
    """The packing."""
    parts: tuple[Part, ...]
    """The proof by cases; empty where the packing is enough."""
    tolerance: Number
    """How far apart ``lower`` and ``upper`` may be in a proof: 0 unless the weights are
    floats too fine for a common unit."""
    exact: tuple[Fraction, Fraction]
    """Both bounds as exact fractions."""
    seconds: float
