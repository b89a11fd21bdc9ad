"""How well a coder reads, where coders, records and annotators meet: for ``ahlaf bench quality`` and ``bench/quality.py``.

Documents go through the records that ``ahlaf read --format jsonl`` writes, so that what is measured is what users get.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ahlaf.check.figures import Figure
from ahlaf.check.gold import Gold
from ahlaf.coding.coders import Coder, Coding, Failed
from ahlaf.exchange import records

Watch = Callable[[], None]
Told = Callable[[Coding | Failed], None]


def _nobody() -> None:
    """Watches nothing."""


def _untold(_: Coding | Failed) -> None:
    """Is told nothing."""


def measure(gold: Gold, coder: Coder, told: Told = _untold, watch: Watch = _nobody) -> list[Figure]:
    """Read the documents of a gold file, and measure what was found in them.

    Args:
        gold: the file.
        coder: who reads.
        told: gets each coding, and each document that could not be coded; in that, nothing was found.
        watch: is called after each document.

    Raises:
        CoderStopped: no further document can be coded.
    """
    found: list[Sequence[dict[str, Any]]] = []
    for one in coder.code_many(gold.documents()):
        told(one)
        if isinstance(one, Failed):
            found.append(())
        else:
            text = one.reading.document.text
            found.append([records.claim(c, text) for c in one.reading.claims])
        watch()
    return gold.figures(found)
