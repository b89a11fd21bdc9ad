"""Kernels: how much a claim counts, the farther it is from the middle of a window.

With d the distance in half-widths of the window (−1 at its start, 1 at its end):

    uniform       ½                      for |d| ≤ 1, else 0
    epanechnikov  ¾ (1 − d²)             for |d| ≤ 1, else 0
    triangular    1 − |d|                for |d| ≤ 1, else 0
    gaussian      exp(−d² / 2) / √(2π)

Each integrates to 1. They are the kernels that Discourse Network Analyzer offers. Its program (3.0, ``Exporter.zeta``)
has ¾ (1 − d)² for the second and |1 − d| for the third, which are not symmetric about the middle; we take the kernels
that the names mean.

>>> [round(kernel_of(name)(0.5), 4) for name in KERNELS]
[0.5, 0.3521, 0.5625, 0.5]
>>> kernel_of("boxcar")
Traceback (most recent call last):
...
ahlaf.errors.NetworkError: 'boxcar' is no kernel: they are uniform, gaussian, epanechnikov, triangular
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ahlaf.errors import NetworkError

if TYPE_CHECKING:
    from collections.abc import Callable

KERNELS = ("uniform", "gaussian", "epanechnikov", "triangular")


def uniform(d: float) -> float:
    """½ within the window."""
    return 0.5 if abs(d) <= 1 else 0.0


def gaussian(d: float) -> float:
    """The normal density."""
    return math.exp(-d * d / 2) / math.sqrt(2 * math.pi)


def epanechnikov(d: float) -> float:
    """A parabola within the window."""
    return 0.75 * (1 - d * d) if abs(d) <= 1 else 0.0


def triangular(d: float) -> float:
    """A roof over the window."""
    return 1 - abs(d) if abs(d) <= 1 else 0.0


_SHAPES = {"uniform": uniform, "gaussian": gaussian, "epanechnikov": epanechnikov, "triangular": triangular}


def kernel_of(name: str) -> Callable[[float], float]:
    """The kernel of a name."""
    try:
        return _SHAPES[name]
    except KeyError:
        raise NetworkError(f"{name!r} is no kernel: they are {', '.join(KERNELS)}") from None
