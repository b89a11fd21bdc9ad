"""Is all of a project as it should be? Each check says what it holds, and finds what does not.

Checks look at what the database promises (integrity, references), at what Ahlaf derives (indexes, standing of
claims, who is who) and compare it with what it is derived from. :func:`repair` makes the derived anew; what was
read, coded or decided is never touched by it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, delete, select, text

from ahlaf.model import Actor, Document
from ahlaf.store import actors, codings, documents, journal, reviews, state
from ahlaf.store.errors import ProjectError
from ahlaf.store.folding import words
from ahlaf.store.packing import unpack
from ahlaf.store.records import SIDES, Finding
from ahlaf.store.schema import actor, claim, coding, decision, document, document_text
from ahlaf.store.search import INDEX

_NONE: Final = tuple(
    (name, promise, query)
    for name, promise, query in re.findall(
        r"^-- (\w+): (.+)\n([^;]+);", (Path(__file__).parent / "checks.sql").read_text(encoding="utf-8"), re.MULTILINE
    )
)
"""Checks that are a question with no answer."""
_REVIEWED: Final = select(decision.c.document).where(decision.c.kind.in_(sorted(journal.OF_CLAIMS))).distinct()


def examine(connection: Connection) -> Iterator[Finding]:
    """Everything that is wrong, and what a person should know."""
    for name, check in _OWN.items():
        for says in check(connection):
            yield Finding("fault", name, says)
    for name, promise, query in _NONE:
        found = [str(n) for n in connection.execute(text(query)).scalars()]
        if found:
            more = f" and {len(found) - 5} more" if len(found) > 5 else ""
            yield Finding("fault", name, f"{promise}, but not {', '.join(found[:5])}{more}")
    lost = reviews.orphans(connection)
    if lost:
        yield Finding("note", "orphans", f"{len(lost)} review(s) found no claim in the last coding: `ahlaf review --orphans`")
    failed = list(connection.execute(select(coding.c.document).where(coding.c.error.is_not(None))).scalars())
    if failed:
        yield Finding("note", "errors", f"{len(failed)} document(s) could not be coded: `ahlaf status --set-aside`")


def _database(connection: Connection) -> Iterator[str]:
    if connection.dialect.name != "sqlite":
        return
    for (says,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if says != "ok":
            yield f"SQLite says: {says}"
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"row {row[1]} of {row[0]} points at nothing in {row[2]}"


def _index(connection: Connection) -> Iterator[str]:
    server = connection.dialect.name == "postgresql"
    key = "document" if server else "id"
    table = "document_words" if server else "document_words_docsize"
    left_out = text(f"SELECT id FROM document WHERE id NOT IN (SELECT {key} FROM {table})")  # noqa: S608 - names of ours
    for missing in connection.execute(left_out).scalars():
        yield f"document {missing} is not in the search index"
    left_over = text(f"SELECT {key} FROM {table} WHERE {key} NOT IN (SELECT id FROM document)")  # noqa: S608
    for extra in connection.execute(left_over).scalars():
        yield f"the search index has a document {extra} that is not there"


def _texts(connection: Connection) -> Iterator[str]:
    query = select(document.c.id, document.c.text_sha256, document.c.length, document_text.c.text).join(
        document_text, document_text.c.document == document.c.id
    )
    for row in connection.execute(query.execution_options(yield_per=200)):
        if len(row.text) != row.length or documents.sha256(row.text) != row.text_sha256:
            yield f"the text of document {row.id} is not the one that was read"


def _readings(connection: Connection) -> Iterator[str]:
    query = select(coding.c.document, coding.c.reading, coding.c.claims).where(coding.c.reading.is_not(None))
    for row in connection.execute(query.execution_options(yield_per=200)):
        try:
            found = len(unpack(row.reading, Document("")).claims)
        except (ValueError, KeyError, IndexError, TypeError, OSError) as error:
            yield f"the coding of document {row.document} can't be unpacked: {error}"
            continue
        if found != row.claims:
            yield f"the coding of document {row.document} holds {found} claims, not {row.claims}"


def _who(connection: Connection) -> Iterator[str]:
    book = codings.book(connection)
    columns = (actor.c.id, actor.c.name, actor.c.name_en, actor.c.kind, actor.c.country, actor.c.sector)
    for row in connection.execute(select(*columns, actor.c.as_name, actor.c["into"]).execution_options(yield_per=500)):
        should = codings.actor_row(Actor(*row[:6]), book)
        if (should["as_name"], should["into"]) != (row[6], row[7]):
            yield f"actor {row[0]} does not stand as decided"
    for side in SIDES:
        parts = (claim.c.id, claim.c.document, claim.c[f"{side}_coded"], claim.c[f"{side}_words"], claim.c[side])
        coded_so = select(*parts).where(claim.c.status == "new", claim.c[side].is_not(None))
        for number, where, coded, said, now in connection.execute(coded_so.execution_options(yield_per=500)):
            if book.resolve(coded, words(said or ""), where) != now:
                yield f"the {side} of claim {number} is not who was decided"


def _decided(connection: Connection) -> Iterator[str]:
    book = codings.book(connection)
    for number in connection.execute(_REVIEWED).scalars().all():
        for one in reviews.unsettled(connection, number, None, book):
            yield f"claim {one} does not stand as it was decided"


_OWN: Final[dict[str, Callable[[Connection], Iterator[str]]]] = {
    "database": _database,
    "index": _index,
    "texts": _texts,
    "readings": _readings,
    "who": _who,
    "decided": _decided,
}


def repair(connection: Connection) -> list[str]:
    """Make what is derived anew: the indexes, who is who, and how claims stand."""
    done = []
    server = connection.dialect.name == "postgresql"
    if server:
        connection.execute(text("DELETE FROM document_words"))
    else:
        connection.exec_driver_sql("INSERT INTO document_words(document_words) VALUES ('delete-all')")
        connection.exec_driver_sql("INSERT INTO claim_words(claim_words) VALUES ('rebuild')")
    for number in connection.execute(select(document.c.id).order_by(document.c.id)).scalars().all():
        raw = documents.full(connection, number).text
        connection.execute(text(INDEX[connection.dialect.name]), {"document": number, "words": words(raw)})
    done.append("the search indexes were made anew")
    every = list(connection.execute(select(actor.c.id)).scalars())
    for start in range(0, len(every), 1000):
        actors.settle(connection, every[start : start + 1000])
    known = codings.book(connection)
    for number in connection.execute(_REVIEWED).scalars().all():
        reviews.follow(connection, number, known)
    done.append("every claim stands as coded and decided")
    state.moved(connection)
    empty = select(coding.c.document).where(coding.c.reading.is_(None), coding.c.error.is_(None))
    lost = list(connection.execute(empty).scalars())
    if lost:
        connection.execute(delete(claim).where(claim.c.document.in_(lost), claim.c.added.is_(None)))
        connection.execute(delete(coding).where(coding.c.document.in_(lost)))
        done.append(f"{len(lost)} document(s) will be coded again")
    if connection.dialect.name == "sqlite" and list(connection.exec_driver_sql("PRAGMA quick_check")) != [("ok",)]:
        raise ProjectError("project", "the file itself is damaged", "restore a copy; nothing was changed")
    return done
