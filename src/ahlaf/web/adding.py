"""Documents that come in through the page: a text that was pasted, files that were dropped, an address."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from ahlaf.errors import EmptyInput, InputError, NotFetched
from ahlaf.model import Document
from ahlaf.sources import addresses, files, formats, judge
from ahlaf.sources.fetch import Fetcher
from ahlaf.sources.raw import Loaded
from ahlaf.store import Arrival, Project, keepable
from ahlaf.web.refusals import refusal
from ahlaf.web.shapes_done import Added, AddedDocument, SetAside

BATCH: Final = 64
_NAME: Final = 200


def add(project: Project, found: Iterable[Arrival | InputError], who: str) -> Added:
    """Add what can be read, and set aside the rest with its reasons; the answer is given when both are written down."""
    batch: int | None = None
    ready: list[Arrival] = []
    refused: list[InputError] = []
    added: list[AddedDocument] = []
    away: list[SetAside] = []

    def flush() -> None:
        nonlocal batch
        if ready:
            batch = project.begin(who) if batch is None else batch
            for one, became in zip(ready, project.add(batch, ready), strict=True):
                if became.removed is None:
                    added.append(AddedDocument(number=became.document, new=became.new))
                else:
                    away.append(_removed(one.origin, became.removed))
            ready.clear()

    for one in found:
        error = one if isinstance(one, InputError) else _unkeepable(one)
        if error is not None:
            refused.append(error)
        elif isinstance(one, Arrival):
            ready.append(one)
        if len(ready) >= BATCH:
            flush()
    flush()
    if refused:
        project.refuse("add", refused)
    aside = [refusal(e.where, e.what, e.remedy, type(e).__name__) for e in refused]
    return Added(decision=batch, added=added, set_aside=aside + away)


def _removed(origin: str, decision: int) -> SetAside:
    """Nothing is wrong with it and nothing is set aside for good: it is in the project, and somebody left it out."""
    return refusal(origin, "was removed from this project", f"`ahlaf undo` with number {decision} brings it back", "")


def _unkeepable(arrival: Arrival) -> InputError | None:
    if not arrival.document.text.strip():
        return EmptyInput(arrival.origin, "holds no text", "paste the article itself")
    return keepable.refusal(arrival)


def pasted(document: Document) -> Arrival | InputError:
    """A text that somebody pasted, called after what it says, or why it is not taken, as a file would not be."""
    sha = hashlib.sha256(document.text.encode(errors="replace")).hexdigest()
    arrival = Arrival(document, f"pasted:{sha[:12]}", sha)
    if error := _unkeepable(arrival):
        return error
    found = judge.judged(Loaded(document, arrival.origin))
    return found if isinstance(found, InputError) else arrival


def fetched(fetcher: Fetcher, address: str) -> Iterator[Arrival | InputError]:
    """What stands at an address that somebody asked to fetch, and nothing that it points at."""
    if not addresses.is_address(address):
        yield NotFetched(address[:_NAME], "is no address", "an address begins with https://")
        return
    for found in fetcher.documents(address):
        if isinstance(found, InputError):
            yield found
        else:
            yield Arrival(found.document, found.where, found.sha256)


def dropped(uploads: Iterable[tuple[str, Path]]) -> Iterator[Arrival | InputError]:
    """Files that came in a form, by the name that they came under; the name is only ever told, never opened."""
    for given, path in uploads:
        name = called(given)
        for found in files.load(files.Source(name, formats.FILES.stem(name), path)):
            if isinstance(found, InputError):
                yield found
            else:
                yield Arrival(found.document, found.where, found.sha256)


def called(given: str) -> str:
    r"""What an upload is called: the last part of its name, without what no name should hold.

    >>> called("C:\\texts\\../خبر.txt"), called("../../etc/passwd"), called("")
    ('خبر.txt', 'passwd', 'upload')
    """
    last = PurePosixPath(given.replace("\\", "/")).name
    safe = "".join(c for c in last if c.isprintable() and c.encode("utf-8", "ignore"))
    return "upload" if safe in ("", ".", "..") else safe[-_NAME:]
