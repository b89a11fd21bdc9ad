"""Near copies: an agency story in six papers is one story.

A text is the set of its runs of three folded words; two texts are near copies where they share at least
:data:`ALIKE` of the runs that either has (Jaccard). A MinHash of :data:`SIZE` numbers estimates that share:
the share of places in which two of them agree. To find whom to compare at all, the numbers are cut into
:data:`BANDS` bands; texts that agree on a whole band meet in an index. With bands of five numbers a pair
that shares 0.6 meets with probability 0.61, at 0.7 with 0.89, at 0.8 with 0.99.

>>> a = signature("قال المتحدث ان القوات دخلت المدينة صباح اليوم بعد معارك عنيفة استمرت يومين كاملين في الاحياء")
>>> b = signature("قال المتحدث ان القوات دخلت المدينة صباح اليوم بعد معارك عنيفة استمرت يومين كاملين في الضواحي")
>>> alike(a, b) > 0.6, len(bands(a))
(True, 12)

A test pins one signature, so that a datasketch which hashes otherwise is noticed before it mixes with older ones.
"""

# ruff: noqa: PLC0415 - datasketch and numpy are read when a document comes in, not when a project is opened

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

from ahlaf.store.folding import words

if TYPE_CHECKING:
    from datasketch import MinHash  # type: ignore[import-untyped]

SIZE: Final = 60
BANDS: Final = 12
RUN: Final = 3
ALIKE: Final = 0.6
LEAST: Final = 10
"""Texts of fewer runs than this are never near copies."""


@lru_cache(maxsize=1)
def _functions() -> Any:  # noqa: ANN401 - datasketch has no types
    """The hash functions, made once: their constants come from a fixed seed."""
    from datasketch import MinHash

    return MinHash(num_perm=SIZE, seed=1, scheme="affine32").permutations


def signature(text: str) -> bytes:
    """A text's MinHash as bytes; empty for a text too short to tell."""
    folded = words(text).split()
    runs = {" ".join(folded[i : i + RUN]).encode() for i in range(len(folded) - RUN + 1)}
    return of_runs(runs)


def of_runs(runs: set[bytes]) -> bytes:
    """The MinHash of runs of words."""
    if len(runs) < LEAST:
        return b""
    from datasketch import MinHash

    made: MinHash = MinHash(num_perm=SIZE, hashfunc=crc32, permutations=_functions(), scheme="affine32")
    made.update_batch(sorted(runs))
    return bytes(made.hashvalues.astype("<u4").tobytes())


def bands(found: bytes) -> list[int]:
    """The bands of a signature as numbers that fit a database's integers."""
    from hashlib import blake2b

    size = len(found) // BANDS
    return [
        int.from_bytes(blake2b(bytes((b,)) + found[b * size : (b + 1) * size], digest_size=8).digest(), "big", signed=True)
        for b in range(BANDS if found else 0)
    ]


def alike(one: bytes, other: bytes) -> float:
    """The share of runs that two texts have in common, as estimated."""
    if not one or len(one) != len(other):
        return 0.0
    same = sum(one[i : i + 4] == other[i : i + 4] for i in range(0, len(one), 4))
    return same / (len(one) // 4)
