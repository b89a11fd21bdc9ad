"""Connections that don't get in one another's way.

A file is kept in SQLite's write-ahead mode: readers see the last committed state and never wait. Whoever
writes takes the lock at once (``BEGIN IMMEDIATE``), does work prepared beforehand and commits; others
wait for :data:`PATIENCE` seconds, asking again, before :class:`ProjectBusy` is raised. ``synchronous`` is
FULL, so what was committed is on the disk. A file that may not be written to is read as it lies, with nothing put
beside it; should somebody else change it meanwhile, that is said. On PostgreSQL an advisory lock gives writers the same order;
readers there see one snapshot too.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError, OperationalError

from ahlaf.store.address import Place, log_of
from ahlaf.store.errors import ProjectBusy, ProjectError

T = TypeVar("T")

PATIENCE: Final = 120.0
"""Seconds that a writer waits for other writers."""
APPLICATION: Final = 0x41484C46
"""Written into the file's header: "AHLF"."""
LOCK: Final = 0x41484C46
_STEP: Final = 10_000
"""Milliseconds that SQLite itself waits before we ask again."""
_PRAGMAS: Final = (
    f"PRAGMA busy_timeout = {_STEP}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA cache_size = -65536",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA wal_autocheckpoint = 8000",
)
_ONLY_READ: Final = "check its permissions and its folder's, or copy it, with what lies beside it under its name, to where you may write"
_BUSY: Final = ("locked", "busy", "deadlock", "could not serialize")


def connect(place: Place) -> Engine:
    """An engine for a place. Nothing is opened yet.

    Raises:
        ProjectError: the driver of PostgreSQL is not installed.
    """
    if place.path is None:
        try:
            engine = create_engine(place.url, isolation_level="REPEATABLE READ", pool_pre_ping=True)
        except ModuleNotFoundError as error:
            what = f"a PostgreSQL database needs {error.name}, which is not installed"
            raise ProjectError(place.shown, what, f"pip install {error.name}") from error
        engine.dialect.use_insertmanyvalues_wo_returning = True
        return engine
    if place.sealed:
        return _sealed(place, place.path)
    # Connections are kept: whoever closes the last one to a file writes its log back, which is not for every batch.
    engine = create_engine(place.url, max_overflow=-1, connect_args={"timeout": _STEP / 1000})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _sealed(place: Place, path: Path) -> Engine:
    """A file as it lies: SQLite puts nothing beside it, and takes it on trust that nobody changes it. So that is looked at."""
    before = _stamp(path)
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    engine = create_engine(place.url, max_overflow=-1, creator=lambda: sqlite3.connect(address, uri=True, check_same_thread=False))

    def begin(connection: Connection) -> None:
        if _stamp(path) != before:
            raise ProjectError(place.shown, "was changed by somebody else while it was open for reading alone", "do it again")
        _begin(connection)

    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", begin)
    return engine


def _stamp(path: Path) -> tuple[int, int, int]:
    found = path.stat()
    return found.st_mtime_ns, found.st_size, log_of(path)


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("ahlaf_begin", "BEGIN"))


@contextmanager
def reading(engine: Engine, shown: str) -> Iterator[Connection]:
    """A connection that sees one state of the project, whoever writes meanwhile."""
    try:
        with engine.connect() as connection, connection.begin():
            yield connection
    except DBAPIError as error:
        raise _told(error, shown) from error


def writing(engine: Engine, shown: str, work: Callable[[Connection], T]) -> T:
    """Do some work in one transaction, after whoever is writing now. All of it is kept, or nothing.

    ``work`` may be called again when the lock was not to be had, so it must only change the database.
    """
    deadline = time.monotonic() + PATIENCE
    pause = 0.01
    while True:
        try:
            with engine.connect() as plain:
                connection = plain.execution_options(**_options(engine))
                with connection.begin():
                    if engine.dialect.name == "postgresql":
                        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
                    return work(connection)
        except DBAPIError as error:
            if not _is_busy(error):
                raise _told(error, shown) from error
            if time.monotonic() > deadline:
                raise ProjectBusy(shown, "others kept writing to it", "try again when they are done") from error
            time.sleep(pause)
            pause = min(pause * 2, 0.5)


def _options(engine: Engine) -> dict[str, Any]:
    # A snapshot taken before the lock was ours would be stale: writers on a server read what is committed.
    if engine.dialect.name == "postgresql":
        return {"isolation_level": "READ COMMITTED"}
    return {"ahlaf_begin": "BEGIN IMMEDIATE"}


def _is_busy(error: DBAPIError) -> bool:
    return any(word in str(error.orig).lower() for word in _BUSY)


def _told(error: DBAPIError, shown: str) -> Exception:
    """A driver's error as one of ours where a person can do something about it; else as it is."""
    message = str(error.orig)
    lower = message.lower()
    if _is_busy(error):
        return ProjectBusy(shown, "others kept it busy", "try again when they are done")
    if "disk is full" in lower or "no space left" in lower:
        return ProjectError(shown, "the disk is full", "nothing was lost; make room and go on")
    if "readonly" in lower or "read-only" in lower:
        return ProjectError(shown, "may not be written to", _ONLY_READ)
    if "malformed" in lower or "not a database" in lower:
        return ProjectError(shown, "the file is damaged", "restore a copy; `sqlite3 FILE .recover` may save some of it")
    if isinstance(error, OperationalError) or "can't create a connection" in lower:
        return ProjectError(shown, f"the database says: {message.splitlines()[0][:200]}")
    return error
