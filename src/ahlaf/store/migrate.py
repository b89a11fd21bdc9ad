"""From an older project to today's, a copy first; and from nothing to a project.

A file's copy lies beside it (``study.ahlaf.before-0002``); on a server the tables are copied into a schema of
their own (``ahlaf_before_0002_from_0001``). The copy and the steps happen under the writers' lock, the steps in one
transaction: a project is as it was, or as it should be.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, inspect, text

from ahlaf.store import engine as engines
from ahlaf.store.address import Place
from ahlaf.store.errors import NewerProject, NotAProject, ProjectError
from ahlaf.store.migrations import HERE
from ahlaf.store.schema import metadata

HEAD: Final = "0005"
"""The revision that this Ahlaf writes."""
_MAGIC: Final = b"SQLite format 3\x00"


def upgrade(connection: Connection, revision: str = HEAD) -> None:
    """Run the steps up to a revision on an open connection."""
    from alembic.config import Config  # noqa: PLC0415 - a project that is up to date needs no Alembic
    from alembic.runtime.environment import EnvironmentContext  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    steps = ScriptDirectory.from_config(config)
    with EnvironmentContext(config, steps, fn=lambda now, _: steps._upgrade_revs(revision, now)) as environment:  # noqa: SLF001 - as Alembic's own command does
        environment.configure(connection=connection)
        environment.run_migrations()


def revision(connection: Connection) -> str | None:
    """The revision that a database is at; ``None`` where it is no project."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return None if found is None else str(found)


def check_file(path: Path) -> None:
    """Refuse a file that is no project before anything touches it."""
    with path.open("rb") as stream:
        head = stream.read(100)
    if not head.startswith(_MAGIC):
        raise NotAProject(str(path), "is no project of Ahlaf", "make one with `ahlaf new`")
    if int.from_bytes(head[68:72], "big") != engines.APPLICATION:
        raise NotAProject(str(path), "is a database, but no project of Ahlaf", "make one with `ahlaf new`")


def bring_up(engine: Engine, place: Place) -> str | None:
    """Make a project today's. Gives the name of the copy that was made, or ``None`` where nothing was to do."""
    with engines.reading(engine, place.shown) as connection:
        now = revision(connection)
    if now == HEAD:
        return None
    if now is None:
        raise NotAProject(place.shown, "is a database, but no project of Ahlaf", "make one with `ahlaf new`")
    if not now.isdigit() or now > HEAD:
        raise NewerProject(
            place.shown, f"was written by a newer Ahlaf (revision {now}; this one knows {HEAD})", "upgrade Ahlaf; nothing was touched"
        )
    if place.sealed:
        what = "was made by an older Ahlaf, and may not be written to, as bringing it up to date asks"
        raise ProjectError(place.shown, what, "copy it to where you may write")
    return engines.writing(engine, place.shown, lambda c: _move(c, place))


def _move(connection: Connection, place: Place) -> str | None:
    now = revision(connection)
    if now is None or now == HEAD:
        return None
    name = _copy_file(place.path) if place.path else _copy_tables(connection, now)
    upgrade(connection)
    return name


def _copy_file(path: Path) -> str:
    copy = path.with_name(f"{path.name}.before-{HEAD}")
    count = 1
    while copy.exists():
        count += 1
        copy = path.with_name(f"{path.name}.before-{HEAD}.{count}")
    partial = copy.with_name(copy.name + ".part")
    partial.unlink(missing_ok=True)
    source, target = sqlite3.connect(path), sqlite3.connect(partial)
    try:
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        raise ProjectError(str(path), f"could not be copied before migrating it: {error}", "make room beside it") from error
    finally:
        source.close()
        target.close()
    partial.rename(copy)
    return str(copy)


def _copy_tables(connection: Connection, now: str) -> str:
    schema = f"ahlaf_before_{HEAD}_from_{now}"
    there = set(inspect(connection).get_table_names())
    connection.execute(text(f'DROP SCHEMA IF EXISTS "{schema}" CASCADE'))
    connection.execute(text(f'CREATE SCHEMA "{schema}"'))
    for name in sorted(there & set(metadata.tables) | {"alembic_version"}):
        connection.execute(text(f'CREATE TABLE "{schema}"."{name}" AS TABLE "{name}"'))
    return schema
