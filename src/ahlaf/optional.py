"""Libraries that a user may do without: asked for when they are needed, named when they are missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ahlaf.errors import NotInstalled


def library(module: str, what: str) -> Any:  # noqa: ANN401 - a module, whose types its own package tells
    """An optional module.

    Args:
        module: its full name; what is installed with pip is named by its first part.
        what: what needs it, as the beginning of a sentence.

    Raises:
        NotInstalled: it is not there; a module that is there and fails for want of another is named by that other.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise NotInstalled(what, (error.name or module).partition(".")[0]) from error
