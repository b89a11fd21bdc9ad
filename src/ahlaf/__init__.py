"""Ahlaf reads Arabic political writing and says who stands with whom and against whom, according to whom.

>>> import ahlaf
>>> reading = ahlaf.read("دعمت تركيا تنظيم داعش.")  # doctest: +SKIP
>>> reading.claims[0].relation  # doctest: +SKIP
'AID'

Everything public is listed in ``__all__`` and made when it is first asked for, so that ``import ahlaf``
costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ahlaf import errors
    from ahlaf.exchange.frames import to_pandas, to_polars
    from ahlaf.model import Actor, Claim, Document, End, Mention, Reading, Reason, Sentence, Span
    from ahlaf.network import Network
    from ahlaf.relations import RELATIONS
    from ahlaf.usecases import read

__version__ = "0.1.0"

__all__ = [
    "RELATIONS",
    "Actor",
    "Claim",
    "Document",
    "End",
    "Mention",
    "Network",
    "Reading",
    "Reason",
    "Sentence",
    "Span",
    "__version__",
    "errors",
    "read",
    "to_pandas",
    "to_polars",
]

_HOMES = {
    "Network": "ahlaf.network",
    "RELATIONS": "ahlaf.relations",
    "read": "ahlaf.usecases",
    "to_pandas": "ahlaf.exchange.frames",
    "to_polars": "ahlaf.exchange.frames",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    if name not in __all__:
        raise AttributeError(f"module 'ahlaf' has no attribute {name!r}")
    if name == "errors":
        return import_module("ahlaf.errors")
    found = getattr(import_module(_HOMES.get(name, "ahlaf.model")), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return __all__
