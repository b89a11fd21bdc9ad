"""Codings in: each document has one, with its coder, version and rule book; a newer one takes its place.

Taking the place of a coding keeps what people decided. A claim that stands again in the same words with the
same ends and relation keeps its number; reviews look for their claims by what they saw (:mod:`.reviews`).
Claims that persons added stay as they are (:mod:`.persons`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select, text

from ahlaf.model import Actor
from ahlaf.store import journal, reviews, state
from ahlaf.store.book import Book
from ahlaf.store.documents import now
from ahlaf.store.folding import words
from ahlaf.store.packing import Flat, Prepared
from ahlaf.store.records import MODELS, SIDES, Coder
from ahlaf.store.schema import actor, claim, coding, decision, document

_WAITING: Final = """
FROM document d LEFT JOIN coding c ON c.document = d.id
WHERE NOT d.hidden AND (c.document IS NULL OR c.coder <> :name OR c.version <> :version OR c.digest <> :digest)
"""
_SPARED: Final = f" AND COALESCE(c.coder, '') NOT IN ({', '.join(repr(m) for m in MODELS)})"
_SAME: Final = ("evidence_start", "evidence_end", "source_coded", "target_coded", "relation", "trigger_start")


def waiting(connection: Connection, coder: Coder, spare: bool = False) -> int:
    """How many documents are new to a coder, or were coded by another or an older one.

    Args:
        connection: one that reads.
        coder: who would code them.
        spare: whether what a language model has coded, which may have cost money, is left as it is.
    """
    return int(connection.execute(text("SELECT COUNT(*) " + _WAITING + (_SPARED if spare else "")), _named(coder)).scalar_one())


def next_waiting(connection: Connection, coder: Coder, after: int, limit: int, spare: bool = False) -> list[int]:
    """The numbers of the next documents to be coded."""
    query = text("SELECT d.id " + _WAITING + (_SPARED if spare else "") + " AND d.id > :after ORDER BY d.id LIMIT :limit")
    return [int(n) for n in connection.execute(query, {**_named(coder), "after": after, "limit": limit}).scalars()]


def _named(coder: Coder) -> dict[str, str]:
    return {"name": coder.name, "version": coder.version, "digest": coder.digest}


def book(connection: Connection) -> Book:
    """The decisions on actors that count now."""
    return Book.of(journal.every(connection, journal.ON_ACTORS, active=True))


def write(connection: Connection, coder: Coder, prepared: Sequence[Prepared], known: Book | None = None) -> int:
    """Write codings; gives how many were written. What somebody else has coded so meanwhile is left alone."""
    known = book(connection) if known is None else known
    numbers = [p.document for p in prepared]
    there = select(document.c.id, document.c.date, document.c.hidden).where(document.c.id.in_(numbers))
    about = {r.id: r for r in connection.execute(there)}
    done = select(coding.c.document).where(
        coding.c.document.in_(numbers),
        coding.c.coder == coder.name,
        coding.c.version == coder.version,
        coding.c.digest == coder.digest,
    )
    skip = set(connection.execute(done).scalars())
    fresh = [p for p in prepared if p.document in about and p.document not in skip]
    if not fresh:
        return 0
    numbers = [p.document for p in fresh]
    old = _old(connection, numbers)
    connection.execute(delete(claim).where(claim.c.document.in_(numbers), claim.c.added.is_(None)))
    connection.execute(delete(coding).where(coding.c.document.in_(numbers)))
    at = now()
    connection.execute(insert(coding), [_coding(coder, p, at) for p in fresh])
    kept, new = [], []
    for one in fresh:
        for row in one.claims:
            made = _row(known, one.document, row, about[one.document].date, about[one.document].hidden)
            ids = old.get(tuple(made[k] for k in ("document", *_SAME)))
            if ids:
                kept.append({"id": ids.pop(0), **made})
            else:
                new.append(made)
    for rows in (kept, new):
        if rows:
            connection.execute(insert(claim), rows)
    remember(connection, {a.id: a for p in fresh for a in p.actors}.values(), known)
    decided = select(decision.c.document).where(decision.c.document.in_(numbers), decision.c.kind.in_(sorted(journal.OF_CLAIMS)))
    for number in sorted(set(connection.execute(decided).scalars())):
        reviews.follow(connection, number, known)
    state.moved(connection)
    return len(fresh)


def _old(connection: Connection, numbers: Sequence[int]) -> dict[tuple[Any, ...], list[int]]:
    columns = (claim.c.id, claim.c.document, *(claim.c[k] for k in _SAME))
    found: dict[tuple[Any, ...], list[int]] = {}
    machine = select(*columns).where(claim.c.document.in_(numbers), claim.c.added.is_(None))
    for number, *key in connection.execute(machine.order_by(claim.c.id)):
        found.setdefault(tuple(key), []).append(int(number))
    return found


def _coding(coder: Coder, one: Prepared, at: str) -> dict[str, Any]:
    return {
        "document": one.document,
        "coder": coder.name,
        "version": coder.version,
        "digest": coder.digest,
        "at": at,
        "claims": len(one.claims),
        "error": one.error or None,
        "reading": one.reading or None,
    }


def _row(known: Book, number: int, row: Flat, date: str | None, hidden: bool) -> dict[str, Any]:
    ends = {}
    for side in SIDES:
        coded = row[side]
        ends[f"{side}_coded"] = coded
        ends[side] = None if coded is None else known.resolve(coded, words(row[f"{side}_words"]), number)
    return {**row, **ends, "document": number, "status": "new", "date": date, "hidden": hidden}


def remember(connection: Connection, found: Iterable[Actor], known: Book) -> None:
    """Keep actors as coded, and as they are shown after the decisions."""
    fresh = {a.id: a for a in found}
    if not fresh:
        return
    there = {
        r.id: (r.name, r.name_en, r.kind, r.country, r.sector)
        for r in connection.execute(select(actor.c.id, *(actor.c[k] for k in _CODED)).where(actor.c.id.in_(list(fresh))))
    }
    missing, changed = [], []
    for one in fresh.values():
        if one.id not in there:
            missing.append(actor_row(one, known))
        elif there[one.id] != tuple(getattr(one, k) for k in _CODED):
            changed.append(actor_row(one, known))
    if changed:
        connection.execute(delete(actor).where(actor.c.id.in_([r["id"] for r in changed])))
    if missing or changed:
        connection.execute(insert(actor), missing + changed)


_CODED: Final = ("name", "name_en", "kind", "country", "sector")


def actor_row(one: Actor, known: Book) -> dict[str, Any]:
    """An actor's row: coded and shown."""
    coded = {k: getattr(one, k) for k in _CODED}
    shown = known.as_shown(one.id, coded)
    into = known.final(one.id)
    return {
        "id": one.id,
        **coded,
        "name_fold": words(one.name),
        "as_name": shown["name"],
        "as_fold": words(shown["name"]),
        "as_kind": shown["kind"],
        "as_country": shown["country"],
        "as_sector": shown["sector"],
        "into": None if into == one.id else into,
    }
