r"""How far a claim is to be believed to be in the text: symbols in, one number out.

Each decision (who is the source, who the target, is this a claim at all, is it denied, how is it meant) is a
weighted sum of the symbols that :mod:`.frames`, :mod:`.decide` and :mod:`.scope` give, turned into a
probability by the logistic function or, among candidates, by softmax. The weights are a table,
``credence.tsv`` (part, symbol, weight), learned from annotated articles by ``bench/learn.py``; no word
of those articles is in it, and every weight can be read.

.. math:: p = 1 / (1 + e^{-\sum_i w_i})
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from ahlaf.errors import LexiconError

TABLE: Final = Path(__file__).parent / "credence.tsv"

Weights = Mapping[str, Mapping[str, float]]
"""Part → symbol → weight."""


@lru_cache(maxsize=2)
def weights(path: Path = TABLE) -> Weights:
    """The learned weights.

    Raises:
        LexiconError: a line that is not part, symbol and number.
    """
    found: dict[str, dict[str, float]] = {}
    if not path.exists():
        return found
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n")[1:], start=2):
        if not line:
            continue
        part, _, rest = line.partition("\t")
        symbol, _, value = rest.rpartition("\t")
        try:
            found.setdefault(part, {})[symbol] = float(value)
        except ValueError as error:
            raise LexiconError(path.name, number, "is not part, symbol, weight", "make it again with bench/learn.py") from error
    return found


def total(part: Mapping[str, float], *groups: Iterable[str]) -> float:
    """The sum of the weights of symbols; unknown ones weigh nothing."""
    get = part.get
    return sum(get(s, 0.0) for group in groups for s in group)


def logistic(score: float) -> float:
    """A score as a probability.

    >>> round(logistic(0.0), 2), round(logistic(4.0), 2)
    (0.5, 0.98)
    """
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


def softmax(scores: Sequence[float]) -> list[float]:
    """Scores of alternatives as probabilities that sum to one.

    >>> [round(p, 2) for p in softmax([1.0, 1.0])]
    [0.5, 0.5]
    """
    top = max(scores)
    powers = [math.exp(s - top) for s in scores]
    whole = sum(powers)
    return [p / whole for p in powers]
