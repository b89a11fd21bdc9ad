r"""What no database can keep: NUL characters, and halves of characters, which JSON can hold and bytes can't.

>>> fault("نص"), fault("نص\x00"), fault("نص\ud800")
('', 'holds a NUL character', 'holds half a character at 2')
"""

from __future__ import annotations

from dataclasses import fields
from typing import Final

from ahlaf.errors import EncodingError
from ahlaf.model import Document
from ahlaf.store.records import Arrival

_REMEDY: Final = "is it text at all, and rightly decoded?"


def fault(text: str) -> str:
    """What is wrong with a text that not every database can keep, or nothing."""
    if "\x00" in text:
        return "holds a NUL character"
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return f"holds half a character at {error.start}"
    return ""


def refusal(arrival: Arrival) -> EncodingError | None:
    """The error of a document of which something, be it only its title, can't be kept."""
    told = {"origin": arrival.origin, **{f.name: getattr(arrival.document, f.name) for f in fields(Document)}}
    wrong = next(((name, what) for name, value in told.items() if (what := fault(value or ""))), None)
    return None if wrong is None else EncodingError(arrival.origin, f"its {wrong[0]} {wrong[1]}", _REMEDY)
