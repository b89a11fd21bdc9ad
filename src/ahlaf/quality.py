"""How well a coder reads, where coders, records and annotators meet: for ``ahlaf bench quality`` and ``bench/quality.py``.

Documents go through the records that ``ahlaf read --format jsonl`` writes, so that what is measured is what users get.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ahlaf.check.figures import Figure
from ahlaf.check.gold import Gold
from ahlaf.coding.coders import Coder, Failed
from ahlaf.exchange import records

Watch = Callable[[int], None]


def _nobody(_: int) -> None:
    """Watches nothing."""


def measure(gold: Gold, coder: Coder, failed: list[Failed] | None = None, watch: Watch = _nobody) -> list[Figure]:
    """Read the documents of a gold file, and measure what was found in them.

    Args:
        gold: the file.
        coder: who reads.
        failed: gets the documents that could not be coded; in them nothing was found.
        watch: is told after each document how many are done.

    Raises:
        CoderStopped: no further document can be coded.
    """
    found: list[Sequence[dict[str, Any]]] = []
    for one in coder.code_many(gold.documents()):
        if isinstance(one, Failed):
            if failed is not None:
                failed.append(one)
            found.append(())
        else:
            text = one.reading.document.text
            found.append([records.claim(c, text) for c in one.reading.claims])
        watch(len(found))
    return gold.figures(found)
