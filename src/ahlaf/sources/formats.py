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

from ahlaf.errors import InputError
from ahlaf.sources import docx, feeds, gzips, html, json_values, jsonl, judge, markdown, pdf, plain, tables, warcs, zips
from ahlaf.sources.names import Names
from ahlaf.sources.raw import Documents, Raw, Spent

MOST_REFUSED: Final = 10_000
"""How many errors of one source are told one by one; the rest are counted."""
HOPELESS: Final = 1_000_000
"""After so many errors a source is given up."""


@dataclass(frozen=True, slots=True)
class Format:
    """A row of the table."""

    name: str
    endings: tuple[str, ...]
    begins: Callable[[bytes], bool]
    """Whether first bytes are of this format; up to :data:`ahlaf.sources.raw.HEAD` of them are given."""
    read: Callable[[Raw], Documents]
    container: bool = False
    """Whether it holds things of other formats: these have been judged when they come out."""
    binary: bool = False
    """Whether its bytes are no text: then a ZIP of this name is no archive to look into."""


def _never(_: bytes) -> bool:
    return False


_GZIP: Final = Format("gzip", (".gz", ".gzip"), gzips.is_gzip, gzips.documents, container=True)
_ZIP: Final = Format("zip", (".zip", ".wacz"), zips.is_zip, zips.documents, container=True)

FORMATS: Final = (
    _GZIP,
    Format("docx", (".docx",), docx.is_docx, docx.documents, binary=True),
    _ZIP,
    Format("pdf", (".pdf",), pdf.is_pdf, pdf.documents, binary=True),
    Format("warc", (".warc",), warcs.is_warc, warcs.documents, container=True),
    Format("feed", (".rss", ".atom", ".xml"), feeds.is_feed, feeds.documents),
    Format("json", (".json",), json_values.is_values, json_values.documents),
    Format("jsonl", (".jsonl", ".ndjson"), jsonl.is_lines, jsonl.documents),
    Format("csv", (".csv",), tables.is_table, tables.documents),
    Format("tsv", (".tsv", ".tab"), _never, tables.tabbed),
    Format("html", (".html", ".htm", ".xhtml"), html.is_page, html.documents),
    Format("markdown", (".md", ".markdown"), _never, markdown.documents),
    Format("text", (".txt", ".text"), _never, plain.documents),
)
"""Text stands last: it is what remains."""

NAMES: Final = ("auto", *(f.name for f in FORMATS))
"""What ``--input`` takes."""
ENDINGS: Final = tuple(ending for f in FORMATS for ending in f.endings)
"""What a file in a folder or an archive must end with to be read."""
FILES: Final = Names(ENDINGS)


def told(raw: Raw) -> Format:
    """The format of something: as the user said, else by its ending, else by its first bytes, else text.

    What the user says of a packed file holds for what is in it.
    """
    if raw.kind != "auto":
        said = next(f for f in FORMATS if f.name == raw.kind)
        packed = (_GZIP,) if said.binary else (_GZIP, _ZIP)
        return next((f for f in packed if f.begins(raw.head)), said)
    file = raw.file.lower()
    by_ending = (f for f in FORMATS if file.endswith(f.endings) and f.name != "text")
    by_head = (f for f in FORMATS if f.begins(raw.head))
    return next(by_ending, None) or next(by_head, FORMATS[-1])


def documents(raw: Raw) -> Documents:
    """The documents of something, of whatever format, and an error for each that can't be read.

    Raises:
        Spent: what lies in an archive makes the whole of it too large.
    """
    if raw.depth:
        yield from _documents(raw)
        return
    refused = 0
    try:
        for found in _documents(raw):
            refused += isinstance(found, InputError)
            if refused <= MOST_REFUSED or not isinstance(found, InputError):
                yield found
            if refused > HOPELESS:
                what = f"more than {HOPELESS} things in it can't be read: the rest of it is not tried"
                yield InputError(raw.where, what, "is it what its name says?")
                return
    except Spent as error:
        yield error
    if refused > MOST_REFUSED:
        yield InputError(raw.where, f"{refused - MOST_REFUSED} more in it can't be read", "their reasons are like those before")


def _documents(raw: Raw) -> Documents:
    form = told(raw)
    if form.container and raw.kind == form.name:
        raw = replace(raw, kind="auto")
    try:
        for found in form.read(raw):
            if isinstance(found, InputError) or form.container:
                yield found
            else:
                yield judge.judged(found if found.sha256 else replace(found, sha256=raw.sha256))
    except Spent:
        raise
    except InputError as error:
        yield error
