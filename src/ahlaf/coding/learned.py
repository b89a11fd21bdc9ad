"""Everything that was learned from annotated articles, loaded once.

``learned.npz`` holds the arrays of :mod:`.encoder`, :mod:`.pairs` and :mod:`.manner` as half-precision numbers,
and the names of the facts that their rows stand for. ``bench/train.py`` makes it. A fact names a form, a place, a
kind, a relation, a word or its letters; no sentence is in it.
"""

from __future__ import annotations

import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ahlaf.coding.encoder import Encoder
from ahlaf.coding.manner import Manner
from ahlaf.coding.pairs import Pairs
from ahlaf.errors import LexiconError

ARRAYS: Final = Path(__file__).parent / "learned.npz"


class Learned(NamedTuple):
    """What the coder decides with."""

    encoder: Encoder
    pairs: Pairs
    manner: Manner


def of(arrays: dict[str, NDArray[Any]]) -> Learned:
    """The parts of one set of arrays, as ``bench/train.py`` makes them."""
    return Learned(Encoder(arrays), Pairs(arrays), Manner(arrays))


@lru_cache(maxsize=2)
def load(path: Path = ARRAYS) -> Learned:
    """What comes with Ahlaf, or the arrays of another file.

    Raises:
        LexiconError: the file is not there, or not what ``bench/train.py`` writes.
    """
    try:
        with np.load(path, allow_pickle=False) as arrays:
            return of(dict(arrays))
    except (OSError, EOFError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise LexiconError(path.name, 1, "does not hold what was learned", "make it again with bench/train.py") from error
