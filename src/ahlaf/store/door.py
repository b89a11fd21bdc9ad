"""The door of a project: how it is made, opened and closed, and how everything behind it reads and writes."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Self, TypeVar

from sqlalchemy import Connection, Engine, inspect
from sqlalchemy.exc import DBAPIError

from ahlaf.store import documents, engine, migrate
from ahlaf.store.address import Place, locate
from ahlaf.store.errors import ProjectError, ProjectExists, ProjectMissing
from ahlaf.store.schema import INFO

T = TypeVar("T")


class Door:
    """A project's place, and its connections."""

    def __init__(self, place: Place) -> None:
        self.shown = place.shown
        self.copied: str | None = None
        """The copy that was made before an older project was brought up to date."""
        self.place = place
        """Where it is: another process opens the same with ``Project(place)``."""
        self._connections: Engine | None = engine.connect(place)

    # -- making, opening, closing -----------------------------------------------------------------------

    @classmethod
    def create(cls, address: str | Path) -> Self:
        """Make a new project. A file appears whole or not at all.

        Raises:
            ProjectExists: something is there.
        """
        place = locate(address)
        if place.path is None:
            return cls._create_on_server(place)
        if place.path.exists():
            raise ProjectExists(place.shown, "is there already", "choose another name")
        if not place.path.parent.is_dir():
            raise ProjectMissing(str(place.path.parent), "there is no such folder", "make it first")
        draft = place.path.with_name(f".{place.path.name}.{os.getpid()}.{uuid.uuid4().hex[:8]}")
        try:
            draft.touch()  # SQLite would not say why it can't
            made = cls(locate(draft))
            made.shown = place.shown  # nobody has heard of the draft
            made._fill()
            with closing(made._engine().raw_connection()) as connection:
                connection.cursor().execute("PRAGMA journal_mode = WAL")
            made.close()
            _put(draft, place.path)
        except FileExistsError as error:
            raise ProjectExists(place.shown, "is there already", "choose another name") from error
        except OSError as error:
            raise ProjectError(place.shown, f"can't be made: {error.strerror}", "check the folder's permissions") from error
        finally:
            for left in place.path.parent.glob(draft.name + "*"):
                left.unlink()
        return cls.open(address)

    @classmethod
    def _create_on_server(cls, place: Place) -> Self:
        made = cls(place)
        try:
            made._check_empty()
            made._fill()
        except BaseException:
            made.close()
            raise
        return made

    def _check_empty(self) -> None:
        with engine.reading(self._engine(), self.shown) as connection:
            if inspect(connection).get_table_names():
                raise ProjectExists(self.shown, "the database has tables already", "make an empty one with `createdb`")

    def _fill(self) -> None:
        def work(connection: Connection) -> None:
            migrate.upgrade(connection)
            connection.execute(INFO.insert(), [{"key": "made", "value": documents.now()}, {"key": "id", "value": uuid.uuid4().hex}])

        engine.writing(self._engine(), self.shown, work)

    @classmethod
    def open(cls, address: str | Path) -> Self:
        """Open a project; an older one is copied and brought up to date first.

        Raises:
            ProjectMissing: nothing is there.
            NotAProject: something else is.
            NewerProject: it was written by a newer Ahlaf.
        """
        place = locate(address)
        if place.path is not None:
            if not place.path.is_file():
                raise ProjectMissing(place.shown, "there is no such project", "make one with `ahlaf new`")
            migrate.check_file(place.path)
            place = place.as_it_may_be_opened()
        found = cls(place)
        try:
            found.copied = migrate.bring_up(found._engine(), place)
        except BaseException as error:
            found.close()
            if isinstance(error, DBAPIError):
                raise ProjectError(place.shown, f"can't be opened: {str(error.orig)[:200]}") from error
            raise
        return found

    def close(self) -> None:
        """Let go of every connection. Whoever still asks, as a thread that was left behind may, is refused."""
        found, self._connections = self._connections, None
        if found is not None:
            found.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _engine(self) -> Engine:
        if self._connections is None:
            raise ProjectError(self.shown, "is closed", "open it again")
        return self._connections

    def _read(self, work: Callable[[Connection], T]) -> T:
        with engine.reading(self._engine(), self.shown) as connection:
            return work(connection)

    def _write(self, work: Callable[[Connection], T]) -> T:
        return engine.writing(self._engine(), self.shown, work)

    def _stream(self, work: Callable[[Connection], Iterator[T]]) -> Iterator[T]:
        with engine.reading(self._engine(), self.shown) as connection:
            yield from work(connection)


def _put(draft: Path, path: Path) -> None:
    """Give a finished file its name, unless something is called so."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if path.exists():
            raise FileExistsError(path) from None
        draft.rename(path)
