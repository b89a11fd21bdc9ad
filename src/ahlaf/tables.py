"""A project's claims and documents as rows of a table: the one place from which the command line and the workbench write them.

>>> from ahlaf.store import Project
>>> import tempfile, pathlib
>>> folder = tempfile.TemporaryDirectory()
>>> with Project.create(pathlib.Path(folder.name) / "study.ahlaf") as project:
...     list(claims(project)), list(documents(project))
([], [])
>>> folder.cleanup()
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from ahlaf.exchange import csvtable, records

if TYPE_CHECKING:
    from ahlaf.store import Kept, Project, Wanted

_ABOUT: Final = ("date", "outlet", "title", "author", "url")
DOCUMENTS: Final = ("id", *_ABOUT, "name", "opening", "state", "claims", "reviewed", "copies", "length")
"""The columns of a table of documents. ``opening`` is what one without a title is called by, ``copies`` its near copies."""
REMOVED: Final = ("id", *_ABOUT, "name", "decision", "who", "at", "note")
"""The columns of a table of documents that were removed: ``decision`` brings one back when it is undone."""
_PAGE: Final = 500


def claims(project: Project, wanted: Wanted | None = None, only: Container[int] | None = None) -> Iterator[records.Record]:
    """Claims as they stand, each with its document, its number in the project and how it was decided; of ``only`` these, by number."""
    for one in project.whole_claims(wanted, only):
        kept, coder = one.kept, one.kept.coder
        about = {"id": kept.id, "status": kept.status, "story": kept.story}
        about |= {"coder": coder.name, "version": coder.version or None, "rule_book": coder.digest or None}
        yield records.kept_row(kept.number, one.claim, one.document, about)


def claims_csv(
    project: Project, wanted: Wanted | None = None, clean: Callable[[str], str] = str, only: Container[int] | None = None
) -> Iterator[str]:
    """The same as CSV, a row at a time, under :data:`ahlaf.exchange.records.KEPT_COLUMNS`.

    Raises:
        WrongValue: what is asked for can't be; before anything is written.
    """
    found = claims(project, wanted, only)
    first = tuple(islice(found, 1))
    return csvtable.table(records.KEPT_COLUMNS, chain(first, found), clean)


def documents(project: Project, outlets: Sequence[str] = (), state: str = "", sort: str = "added") -> Iterator[records.Record]:
    """The documents that count, as the workbench's library has them.

    Raises:
        WrongValue: no document here is from one of these outlets; before anything is written.
    """
    return _documents(project, tuple(project.outlets_called(outlets)), state, sort)


def _documents(project: Project, outlet: tuple[str, ...], state: str, sort: str) -> Iterator[records.Record]:
    from ahlaf.store import Shelf  # noqa: PLC0415 - the database is read by whoever asks for one

    at, total = 0, 1
    while at < total:
        page = project.shelf(Shelf(outlet=outlet, state=state, sort=sort, limit=_PAGE, offset=at))
        openings = project.openings(d.document.id for d in page.items if not d.document.title)
        for one in page.items:
            counted = {"state": one.state, "claims": one.claims, "reviewed": one.reviewed, "copies": one.copies}
            kept = one.document
            yield {**_about(kept), "opening": openings.get(kept.id), **counted, "length": kept.length}
        at, total = at + _PAGE, page.total


def removed(project: Project) -> Iterator[records.Record]:
    """The documents that were removed."""
    for made, kept in project.removed():
        yield {**_about(kept), "decision": made.id, "who": made.who, "at": made.at, "note": made.note}


def _about(kept: Kept) -> records.Record:
    return {"id": kept.id, **{key: getattr(kept, key) for key in _ABOUT}, "name": kept.name}
