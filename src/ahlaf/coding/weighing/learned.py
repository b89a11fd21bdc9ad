"""Everything that was learned from annotated articles, loaded once.

``learned.npz`` holds the arrays of :mod:`.encoder`, :mod:`.pairs` and :mod:`.manner` as half-precision numbers, of one
network or several on end, and the names of the facts that their rows stand for; how often each lemma means which of its
relations stands in a table of its own (:mod:`.senses`). The two large tables are kept in bytes, each row in parts of its
largest number, which no figure of the quality bench can tell from the whole; they stay so in memory too. ``bench/train.py``
makes the file. A fact names a form, a place, a kind, a relation, a word or its letters; no sentence is in it.
"""

from __future__ import annotations

import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ahlaf.coding.weighing import senses
from ahlaf.coding.weighing.encoder import Encoder
from ahlaf.coding.weighing.manner import Manner
from ahlaf.coding.weighing.pairs import Pairs
from ahlaf.coding.weighing.senses import SenseShares
from ahlaf.errors import LexiconError

ARRAYS: Final = Path(__file__).parent / "learned.npz"


class Learned(NamedTuple):
    """What the coder decides with."""

    encoder: Encoder
    pairs: Pairs
    manner: Manner
    senses: SenseShares


def of(arrays: dict[str, NDArray[Any]]) -> Learned:
    """The parts of a set of arrays, as ``bench/train.py`` makes them or :func:`packed`."""
    return Learned(Encoder(arrays), Pairs(arrays), Manner(arrays), senses.load())


_LARGE: Final = ("word", "tie")


def packed(arrays: dict[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    """A set of arrays as the file keeps it, and as it is read from there: :class:`.encoder.Rows` unpacks what it sums.

    >>> small = packed({name: np.array([[[0.5, -0.25]]], np.float16) for name in ("word", "tie")})
    >>> small["tie"].tolist(), small["tie_top"].tolist()
    ([[[127, -64]]], [[0.5]])
    """
    small = dict(arrays)
    for name in _LARGE:
        table = arrays[name].astype(np.float32)
        top = np.abs(table).max(axis=-1).astype(np.float16)
        share = table / np.maximum(top.astype(np.float32), 1e-9)[..., None]
        small[name] = np.rint(share * 127).clip(-127, 127).astype(np.int8)
        small[f"{name}_top"] = top
    return small


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
