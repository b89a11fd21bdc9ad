"""The inner loops compiled, for networks large enough to be worth it.

Numba takes some ten seconds to compile :mod:`._local` the first time, and keeps the
outcome beside the source or in its cache folder; afterwards loading takes a moment. Small
networks never come here. Without numba the loops run as they stand, slowly.
"""

from __future__ import annotations

from functools import cache
from types import FunctionType
from typing import TYPE_CHECKING, Any, Final

from ahlaf.network.balance import _local

if TYPE_CHECKING:
    from collections.abc import Callable

_INNER: Final = ("anneal", "sink", "rise", "extra", "look_back", "route", "trace", "take_out", "put_in", "line_up", "make_room", "pack")
"""The loops, each behind those that it calls."""


@cache
def fast(name: str) -> Callable[..., Any]:
    """Return an inner loop, compiled where numba is installed."""
    try:
        from numba import njit  # noqa: PLC0415 - half a second to import
    except ImportError:  # pragma: no cover
        return getattr(_local, name)  # type: ignore[no-any-return]
    compiled: dict[str, Any] = {}
    for inner in _INNER:
        plain = getattr(_local, inner)
        twin = FunctionType(plain.__code__, {**vars(_local), **compiled}, inner, plain.__defaults__)
        twin.__module__ = _local.__name__
        twin.__qualname__ = inner
        compiled[inner] = njit(cache=True, nogil=True)(twin)
    return compiled[name]  # type: ignore[no-any-return]
