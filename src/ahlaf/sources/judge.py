"""What every document passes, whatever format it came in: is it Arabic, and what does it say of itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from ahlaf.errors import InputError, NotArabic
from ahlaf.sources import about, decode
from ahlaf.sources.raw import Loaded

_LEAST_SHARE: Final = 0.2


def judged(loaded: Loaded) -> Loaded | InputError:
    """The document with what its text says of itself, or the error that says it is in another language."""
    share = decode.arabic_share(loaded.document.text)
    if share < _LEAST_SHARE:
        return NotArabic(
            loaded.where,
            "holds hardly any Arabic" if share else "holds no Arabic",
            f"{share:.0%} of its letters are Arabic, at least {_LEAST_SHARE:.0%} must be",
        )
    document = about.complete(loaded.document)
    return about.refusal(document, loaded.where) or replace(loaded, document=document)
