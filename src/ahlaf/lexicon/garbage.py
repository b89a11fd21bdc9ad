"""When no garbage is to be looked for."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def not_searched() -> Iterator[None]:
    """Nothing is looked for that is no longer in use and refers to itself, as long as this holds.

    Where many small objects are made in one go, and what is thrown away refers to nothing that refers to it, the search
    finds nothing and takes its time: the more objects are in use, the longer.
    """
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()
