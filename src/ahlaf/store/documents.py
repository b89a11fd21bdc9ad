"""Documents in: the same text once, near copies grouped, every place it was seen kept.

Two texts are the same where their words and punctuation are, whatever their spaces and invisible characters.

A document is there while the batch that it came in counts and nobody's removal of it does; else it is hidden with its
claims, and comes back as it was. Adding a text again brings it back where its addition was undone, but not where it was
removed: whoever adds a folder or an archive again doesn't ask for what was taken out of it. What comes in an addition
that is undone while it is still at work is hidden from the beginning.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, bindparam, insert, select, text, update

from ahlaf.model import Document
from ahlaf.store import copies, keepable, state
from ahlaf.store.errors import NoSuch
from ahlaf.store.folding import words
from ahlaf.store.records import Added, Arrival, Kept
from ahlaf.store.schema import band, decision, document, document_text, set_aside, sighting
from ahlaf.store.search import INDEX, KEPT
from ahlaf.text.views import strip_marks

REMOVE: Final = "remove"
"""The kind of decision that leaves a document out."""
_ABOUT: Final = ("title", "author", "outlet", "date", "url", "language")
_MOST: Final = 200
"""No more near copies than this are compared one by one."""
_OPENING: Final = 64
"""Letters of a document's first words."""
_AT_ONCE: Final = 1000
"""So many documents are asked for at once: databases bound what a question may name."""
_OPENINGS: Final = "SELECT document, SUBSTR(text, 1, 400) AS head FROM document_text WHERE document IN :numbers"
_AUTHORS: Final = "SELECT id, author FROM document WHERE author IS NOT NULL AND id IN :numbers"
_KEPT: Final = f"""
SELECT {KEPT}
FROM document d LEFT JOIN coding c ON c.document = d.id
"""  # noqa: S608 - columns of ours
_AWAY: Final = """(NOT EXISTS (SELECT 1 FROM decision b WHERE b.id = document.batch AND b.active)
 OR EXISTS (SELECT 1 FROM decision r WHERE r.document = document.id AND r.kind = 'remove' AND r.active))"""
_ANEW: Final = """UPDATE document SET batch = :batch WHERE id = :n
 AND NOT EXISTS (SELECT 1 FROM decision b WHERE b.id = document.batch AND b.active)"""
_GONE: Final = """((SELECT d.hidden FROM document d WHERE d.id = claim.document)
 OR (claim.added IS NOT NULL AND NOT EXISTS (SELECT 1 FROM decision a WHERE a.id = claim.added AND a.active)))"""
_CALLED: Final = f"""
{_KEPT} WHERE d.id = :n OR d.url = :typed OR d.id IN (SELECT document FROM sighting WHERE origin = :typed) ORDER BY d.id
"""  # noqa: S608 - conditions of ours; what people type is bound


def now() -> str:
    """The time, as it is kept: UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class Incoming:
    """An arrival with all that can be worked out before the lock is taken."""

    arrival: Arrival
    sha256: str
    signature: bytes
    words: str


def prepare(arrival: Arrival) -> Incoming:
    """Work out an arrival's hash, signature and folded words.

    Raises:
        EncodingError: a field holds what no database can keep.
    """
    if (error := keepable.refusal(arrival)) is not None:
        raise error
    raw = arrival.document.text
    return Incoming(arrival, sha256(raw), copies.signature(raw), words(raw))


def sha256(raw: str) -> str:
    r"""What tells texts apart: a hash of the words and marks, whatever spaces and invisible characters lie between.

    >>> sha256("قال\n إن") == sha256("قال إنَّ"), sha256("قال إن") == sha256("قال ان")
    (True, False)
    """
    return hashlib.sha256(" ".join(strip_marks(raw).split()).encode()).hexdigest()


def add(connection: Connection, batch: int, incoming: Sequence[Incoming]) -> list[Added]:
    """Write arrivals of one batch; say of each what became of it."""
    wanted = [i.sha256 for i in incoming]
    query = select(document.c.text_sha256, document.c.id, document.c.family, document.c.hidden).where(
        document.c.text_sha256.in_(bindparam("wanted", expanding=True))
    )
    there = {r.text_sha256: r for r in connection.execute(query, {"wanted": wanted})}
    known = {sha: (int(r.id), int(r.family)) for sha, r in there.items()}
    hidden = [int(r.id) for r in there.values() if r.hidden]
    _come_again(connection, hidden, batch)
    removed = removals(connection, hidden)
    counts = connection.execute(select(decision.c.active).where(decision.c.id == batch)).scalar_one()
    done = []
    for one in incoming:
        new = one.sha256 not in known
        if new:
            known[one.sha256] = _insert(connection, batch, one, hidden=not counts)
        number, family = known[one.sha256]
        _saw(connection, number, one.arrival)
        done.append(Added(number, new, family, removed.get(number)))
    state.moved(connection)
    return done


def _insert(connection: Connection, batch: int, one: Incoming, *, hidden: bool) -> tuple[int, int]:
    found = one.arrival.document
    about = {key: getattr(found, key) or None for key in _ABOUT}
    row = {
        "name": found.id or one.arrival.origin,
        "text_sha256": one.sha256,
        "length": len(found.text),
        "family": 0,
        "signature": one.signature,
        "batch": batch,
        "hidden": hidden,
    }
    number = int(connection.execute(insert(document).values(**row, **about)).inserted_primary_key[0])  # type: ignore[index]
    connection.execute(insert(document_text).values(document=number, text=found.text))
    connection.execute(text(INDEX[connection.dialect.name]), {"document": number, "words": one.words})
    family = _family(connection, number, one.signature)
    connection.execute(update(document).where(document.c.id == number).values(family=family))
    hashes = sorted(set(copies.bands(one.signature)))
    if hashes:
        connection.execute(insert(band), [{"hash": h, "document": number} for h in hashes])
    return number, family


def _family(connection: Connection, number: int, signature: bytes) -> int:
    """The group that a document belongs to; groups that it joins become one."""
    if not signature:
        return number
    near = select(band.c.document).where(band.c.hash.in_(copies.bands(signature))).distinct().limit(_MOST).subquery()
    rows = connection.execute(select(document.c.family, document.c.signature).join(near, near.c.document == document.c.id))
    families = {int(r.family) for r in rows if copies.alike(signature, r.signature) >= copies.ALIKE}
    if not families:
        return number
    first = min(families)
    if len(families) > 1:
        connection.execute(update(document).where(document.c.family.in_(families)).values(family=first))
    return first


def _saw(connection: Connection, number: int, arrival: Arrival) -> None:
    known = (
        select(sighting.c.id)
        .where(sighting.c.document == number, sighting.c.origin == arrival.origin, sighting.c.raw_sha256 == arrival.raw_sha256)
        .limit(1)
    )
    if connection.execute(known).first() is None:
        about = {k: v for k in _ABOUT if (v := getattr(arrival.document, k))}
        connection.execute(
            insert(sighting).values(
                document=number,
                origin=arrival.origin,
                raw_sha256=arrival.raw_sha256,
                about=json.dumps(about, ensure_ascii=False),
                at=now(),
            )
        )


def _come_again(connection: Connection, numbers: Iterable[int], batch: int) -> None:
    """Bring back documents whose addition was undone, as members of another batch; those that were removed stay so."""
    for number in numbers:
        connection.execute(text(_ANEW), {"n": number, "batch": batch})
        settle(connection, "id = :n", number)


def settle(connection: Connection, which: str, number: int) -> tuple[int, int]:
    """Hide some documents and their claims, or bring them back, as the journal has it; gives how many of both changed."""
    moved = connection.execute(text(f"UPDATE document SET hidden = {_AWAY} WHERE {which} AND hidden <> {_AWAY}"), {"n": number})  # noqa: S608 - ours
    within = f"document IN (SELECT id FROM document WHERE {which})"  # noqa: S608 - as above
    claims = connection.execute(text(f"UPDATE claim SET hidden = {_GONE} WHERE {within} AND hidden <> {_GONE}"), {"n": number})  # noqa: S608
    return moved.rowcount, claims.rowcount


def removals(connection: Connection, numbers: Iterable[int]) -> dict[int, int]:
    """Of documents, those that were removed, with the decision."""
    removed = select(decision.c.document, decision.c.id).where(
        decision.c.kind == REMOVE, decision.c.active, decision.c.document.in_(sorted(numbers))
    )
    return {int(number): int(made) for number, made in connection.execute(removed)}


def called(connection: Connection, typed: str) -> list[Kept]:
    """The documents with this number, with this address, or that were found there."""
    number = int(typed) if typed.isdecimal() and len(typed) < 10 else 0
    return [Kept(**row) for row in connection.execute(text(_CALLED), {"n": number, "typed": typed}).mappings()]


def refuse(connection: Connection, stage: str, origin: str, error: Exception, number: int | None = None) -> None:
    """Set an input aside with its reason, once."""
    what = str(getattr(error, "what", "") or error or type(error).__name__)
    row = {"stage": stage, "origin": origin, "what": what.replace("\x00", "\ufffd").encode(errors="replace").decode()}
    same = (set_aside.c.stage == stage) & (set_aside.c.origin == origin) & (set_aside.c.what == row["what"])
    if connection.execute(select(set_aside.c.id).where(same)).first() is None:
        remedy = str(getattr(error, "remedy", ""))
        connection.execute(insert(set_aside).values(**row, kind=type(error).__name__, remedy=remedy, at=now(), document=number))


def get(connection: Connection, number: int, shown: str = "project") -> Kept:
    """A document.

    Raises:
        NoSuch: there is none with that number.
    """
    row = connection.execute(text(f"{_KEPT} WHERE d.id = :d"), {"d": number}).mappings().first()
    if row is None:
        raise NoSuch(shown, f"there is no document {number}", "`ahlaf search` finds documents")
    return Kept(**row)


def every(connection: Connection, hidden: bool = False) -> Iterator[Kept]:
    """All documents in the order they came."""
    query = _KEPT + ("" if hidden else " WHERE NOT d.hidden") + " ORDER BY d.id"
    for row in connection.execute(text(query).execution_options(yield_per=500)).mappings():
        yield Kept(**row)


def full(connection: Connection, number: int) -> Document:
    """A document with its text, as the coder takes it."""
    row = connection.execute(
        select(document, document_text.c.text).join(document_text, document_text.c.document == document.c.id).where(document.c.id == number)
    ).one()
    return Document(row.text, str(row.id), row.title, row.author, row.outlet, row.date, row.url, row.language)


def openings(connection: Connection, numbers: Iterable[int]) -> dict[int, str]:
    """The first words of documents, by number; of one that is nothing but space, none."""
    asked = text(_OPENINGS).bindparams(bindparam("numbers", expanding=True))
    wanted = sorted(set(numbers))
    some = (wanted[at : at + _AT_ONCE] for at in range(0, len(wanted), _AT_ONCE))
    rows = (row for portion in some for row in connection.execute(asked, {"numbers": portion}))
    return {int(number): opening for number, head in rows if (opening := first_words(str(head)))}


def wrote(connection: Connection, numbers: Iterable[int]) -> dict[int, str]:
    """Who wrote documents, by number, where that is known."""
    asked = text(_AUTHORS).bindparams(bindparam("numbers", expanding=True))
    return {int(number): str(author) for number, author in connection.execute(asked, {"numbers": sorted(set(numbers))})}


def first_words(head: str) -> str:
    r"""The first words of a text in one line, as many as fit; what is left out is marked.

    >>> first_words(" قال الكاتب\n\nكلاماً "), first_words("كلمة " * 40).count("كلمة")
    ('قال الكاتب كلاماً', 12)
    """
    line = " ".join(head.split())
    if len(line) <= _OPENING:
        return line
    kept = line[:_OPENING].rpartition(" ")[0] or line[:_OPENING]
    return f"{kept.rstrip('،,؛;:.-– ')}…"


def sightings(connection: Connection, number: int) -> list[dict[str, Any]]:
    """Where a document was seen: origin, hash of the raw bytes, what was said of it there, when."""
    rows = connection.execute(select(sighting).where(sighting.c.document == number).order_by(sighting.c.id)).mappings()
    return [{**json.loads(r["about"]), "origin": r["origin"], "raw_sha256": r["raw_sha256"], "at": r["at"]} for r in rows]
