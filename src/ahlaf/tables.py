"""A project's claims as rows of a table: the one place from which the command line and the workbench write them out.

>>> from ahlaf.store import Project
>>> import tempfile, pathlib
>>> folder = tempfile.TemporaryDirectory()
>>> with Project.create(pathlib.Path(folder.name) / "study.ahlaf") as project:
...     list(claims(project))
[]
>>> folder.cleanup()
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from ahlaf.exchange import csvtable, records

if TYPE_CHECKING:
    from ahlaf.store import Project, Wanted


def claims(project: Project, wanted: Wanted | None = None) -> Iterator[records.Record]:
    """Claims as they stand, each with its document, its number in the project and how it was decided."""
    for one in project.whole_claims(wanted):
        yield records.kept_row(one.kept.id, one.kept.status, one.kept.number, one.claim, one.document)


def claims_csv(project: Project, wanted: Wanted | None = None, clean: Callable[[str], str] = str) -> Iterator[str]:
    """The same as CSV, a row at a time, under :data:`.records.KEPT_COLUMNS`."""
    return csvtable.table(records.KEPT_COLUMNS, claims(project, wanted), clean)
