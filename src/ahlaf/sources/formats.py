"""The table of formats: how each is called, how it is known, and what reads it. :func:`documents` asks only this.

A new format is one row: a name (what ``--input`` takes), the endings of its files, whether the first bytes of
something are its own, and a reader, ``documents(raw: Raw) -> Iterator[Loaded | InputError]`` (see
:mod:`ahlaf.sources.raw`). Readers import heavy libraries when they run. That a text holds Arabic is asked here, for every format alike.

Endings are looked at first, then first bytes, each in the order of the rows: what is narrower stands before
what is wider (an Office document or a WACZ is a ZIP as well).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from ahlaf.errors import InputError, NotArabic
from ahlaf.sources import decode, html, jsonl, plain
from ahlaf.sources.raw import Documents, Loaded, Raw, Spent

_LEAST_SHARE: Final = 0.2


@dataclass(frozen=True, slots=True)
class Format:
    """A row of the table."""

    name: str
    endings: tuple[str, ...]
    begins: Callable[[bytes], bool]
    """Whether first bytes are of this format; up to :data:`ahlaf.sources.raw.HEAD` of them are given."""
    read: Callable[[Raw], Documents]
    container: bool = False
    """Whether it holds things of other formats: these have been looked at when they come out."""


def _never(_: bytes) -> bool:
    return False


FORMATS: Final = (
    Format("jsonl", (".jsonl", ".ndjson"), jsonl.is_lines, jsonl.documents),
    Format("html", (".html", ".htm", ".xhtml"), html.is_page, html.documents),
    Format("text", (".txt", ".text"), _never, plain.documents),
)
"""Text stands last: it is what remains."""

NAMES: Final = ("auto", *(f.name for f in FORMATS))
"""What ``--input`` takes."""
ENDINGS: Final = tuple(ending for f in FORMATS for ending in f.endings)
"""What a file in a folder or an archive must end with to be read."""


def told(raw: Raw) -> Format:
    """The format of something: as the user said, else by its ending, else by its first bytes, else text."""
    if raw.kind != "auto":
        return next(f for f in FORMATS if f.name == raw.kind)
    file = raw.file.lower()
    by_ending = (f for f in FORMATS if file.endswith(f.endings) and f.name != "text")
    by_head = (f for f in FORMATS if f.begins(raw.head))
    return next(by_ending, None) or next(by_head, FORMATS[-1])


def documents(raw: Raw) -> Documents:
    """The documents of something, of whatever format, and an error for each that can't be read.

    Raises:
        Spent: what lies in an archive makes the whole of it too large.
    """
    form = told(raw)
    try:
        for found in form.read(raw):
            if isinstance(found, InputError) or form.container:
                yield found
            else:
                yield _arabic(found if found.sha256 else replace(found, sha256=raw.sha256))
    except Spent as error:
        if raw.depth:
            raise
        yield error
    except InputError as error:
        yield error


def _arabic(loaded: Loaded) -> Loaded | InputError:
    """The document, or the error that says it is in another language."""
    share = decode.arabic_share(loaded.document.text)
    if share >= _LEAST_SHARE:
        return loaded
    return NotArabic(
        loaded.where,
        "holds hardly any Arabic" if share else "holds no Arabic",
        f"{share:.0%} of its letters are Arabic, at least {_LEAST_SHARE:.0%} must be",
    )
