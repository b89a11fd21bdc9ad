"""Documents that came under one id, told apart: two lines of a file, or lines of two files, that are both called "1".

Tables, claims and networks call a document by its id, so that claims of one would be taken for the other's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from ahlaf.sources.raw import Loaded

_TOLD: Final = 3
"""Of so many it is told; there may be as many as documents."""


class Apart:
    """The ids that documents have had so far."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}
        self.renamed = 0

    def called(self, loaded: Loaded) -> Loaded:
        """The document as it came, or under an id of its own, with a doubt that says so."""
        given = loaded.document.id
        if given not in self._last:
            self._last[given] = 1
            return loaded
        number = self._last[given] + 1
        while (own := f"{given}~{number}") in self._last:
            number += 1
        self._last[given] = number
        self._last[own] = 1
        self.renamed += 1
        doubts = [loaded.doubt] if loaded.doubt else []
        if self.renamed <= _TOLD:
            doubts.append(f'the id "{given}" is an earlier document\'s too: this one is called "{own}"')
        return replace(loaded, document=replace(loaded.document, id=own), doubt="; ".join(doubts))

    def rest(self) -> str:
        """What is left to be told at the end."""
        return f"{self.renamed - _TOLD} more documents with an id of an earlier one are called so" if self.renamed > _TOLD else ""
