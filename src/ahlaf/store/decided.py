"""Readings as they stand: what the coder said of each document, with every decision worked in.

Refused claims are left out, corrected ones are as corrected, confirmed ones as they were confirmed; actors are who
they were decided to be, under the names and codes that they were given. This is what networks, answers and
exchange should be made of; :func:`.claims.reading` gives what the machine said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Connection, select, text

from ahlaf.model import Actor, Claim, Document, End, Reading, Span
from ahlaf.store import codings, documents
from ahlaf.store.book import Book
from ahlaf.store.folding import words
from ahlaf.store.packing import unpack
from ahlaf.store.schema import actor, claim, coding
from ahlaf.store.search import FIRST

_CODED: Final = """
SELECT d.id FROM document d JOIN coding c ON c.document = d.id
WHERE NOT d.hidden AND c.reading IS NOT NULL{first} ORDER BY d.id
"""


def readings(connection: Connection, once: bool = False, document: int | None = None) -> Iterator[Reading]:
    """The readings of every coded document, in order; of near copies only the first where they count once."""
    book, known = codings.book(connection), _actors(connection)
    query = text(_CODED.format(first=f" AND {FIRST}" if once else ""))
    numbers = connection.execute(query).scalars().all() if document is None else [document]
    for number in numbers:
        packed = connection.execute(select(coding.c.reading).where(coding.c.document == number)).scalar_one_or_none()
        if packed is not None:
            found = documents.full(connection, number)
            rows = connection.execute(select(claim).where(claim.c.document == number).order_by(claim.c.number)).mappings().all()
            yield _stands(unpack(packed, found), found, rows, book, known, number)


def _actors(connection: Connection) -> dict[str, Actor]:
    query = select(actor.c.id, actor.c.as_name, actor.c.name_en, actor.c.as_kind, actor.c.as_country, actor.c.as_sector)
    return {row[0]: Actor(*row) for row in connection.execute(query)}


def _stands(whole: Reading, found: Document, rows: Any, book: Book, known: Mapping[str, Actor], number: int) -> Reading:  # noqa: ANN401 - rows
    def who(coded: Actor, said: str) -> Actor:
        final = book.resolve(coded.id, words(said), number)
        return known.get(final, coded if final == coded.id else Actor(final, final))

    mentions = tuple(replace(m, actor=who(m.actor, m.text)) for m in whole.mentions)
    claims = tuple(_claim(whole.claims[r["number"] - 1], r, known, who) for r in rows if r["status"] != "refused")
    actors = {m.actor.id: m.actor for m in mentions}
    for one in claims:
        actors |= {e.actor.id: e.actor for e in (one.source, one.target) if e is not None}
    return replace(whole, document=found, mentions=mentions, claims=claims, actors=tuple(actors.values()))


def _claim(coded: Claim, row: Mapping[Any, Any], known: Mapping[str, Actor], who: Any) -> Claim:  # noqa: ANN401 - a function of ours
    evidence = Span(row["evidence_start"], row["evidence_end"])

    def end(side: str, was: End | None) -> End | None:
        final = row[side]
        if final is None:
            return None
        party = known.get(final) or Actor(final, final.removeprefix("text:"))
        if was is not None and who(was.actor, was.names[0]).id == final:
            return replace(was, actor=party)
        return End(party, (row[f"{side}_words"] or party.name,), evidence)

    voice = end("voice", coded.voice[0] if coded.voice else None)
    others = tuple(replace(v, actor=who(v.actor, v.names[0])) for v in coded.voice[1:]) if voice else ()
    place = row["place"]
    return replace(
        coded,
        source=end("source", coded.source),
        target=end("target", coded.target),
        relation=row["relation"],
        sign=row["sign"],
        polarity=row["polarity"],
        modality=row["modality"],
        voice=(voice, *others) if voice else (),
        trigger=Span(row["trigger_start"], row["trigger_end"]),
        evidence=evidence,
        mode=row["mode"],
        time=row["time"],
        place=None if place is None else known.get(place) or coded.place or Actor(place, place),
        number=row["number_said"],
    )
