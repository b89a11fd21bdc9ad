"""What a project is called → where it is: a file, or a PostgreSQL database.

>>> locate("study.ahlaf").path.name
'study.ahlaf'
>>> locate("postgresql://anna@localhost/study").url.drivername
'postgresql+pg8000'
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from ahlaf.store.errors import NotAProject

_SCHEMES: Final = ("postgresql://", "postgres://", "postgresql+pg8000://")


@dataclass(frozen=True, slots=True)
class Place:
    """A project's place: ``path`` of a file, or ``None`` for a server."""

    shown: str
    """As told to people: no password in it."""
    url: URL
    path: Path | None
    sealed: bool = False
    """A file that is open for reading alone."""

    def as_it_may_be_opened(self) -> Place:
        """This place; sealed where who asks may read the file and not write to it, or where nothing may be put beside it.

        A log beside it that holds something belongs to what is in the file: then SQLite must see both, or say that it can't.
        """
        if self.path is None or log_of(self.path):
            return self
        real = self.path.resolve()
        return replace(self, sealed=not (os.access(real, os.W_OK) and os.access(real.parent, os.W_OK)))


def log_of(path: Path) -> int:
    """How many bytes the log beside a file holds, of what somebody has written and nobody has put into the file yet."""
    real = path.resolve()
    log = real.with_name(real.name + "-wal")
    try:
        return log.stat().st_size
    except FileNotFoundError:
        return 0


def is_server(address: str) -> bool:
    """Whether an address names a database server."""
    return address.startswith(_SCHEMES)


def locate(address: str | Path) -> Place:
    """The place that an address names.

    Raises:
        NotAProject: an address of a kind that Ahlaf doesn't keep projects in.
    """
    text = str(address)
    if is_server(text):
        try:
            url = make_url(text).set(drivername="postgresql+pg8000")
        except ArgumentError as error:
            raise NotAProject(text.rpartition("@")[2], "is no address of a database", "postgresql://user@host/name") from error
        return Place(url.render_as_string(hide_password=True).replace("+pg8000", "", 1), url, None)
    if "://" in text:
        raise NotAProject(text.rpartition("@")[2], "projects are files or PostgreSQL databases", "postgresql://user@host/name")
    path = Path(text)
    return Place(text, URL.create("sqlite+pysqlite", database=str(path)), path)
