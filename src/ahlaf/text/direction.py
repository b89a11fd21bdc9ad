"""Which way a language is written.

>>> from_right("ar"), from_right("fa-AF"), from_right("en"), from_right("")
(True, True, False, False)
"""

from __future__ import annotations

from typing import Final

_RIGHT: Final = frozenset(("ar", "fa", "ur", "ckb", "ps", "he", "yi", "sd", "ug", "dv", "syr"))


def from_right(language: str) -> bool:
    """Whether a language (``ar``, ``fa-AF``) is written from right to left."""
    return language.partition("-")[0].casefold() in _RIGHT
