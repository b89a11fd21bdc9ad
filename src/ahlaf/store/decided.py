"""Readings as they stand: what the coder said of each document, with every decision worked in.

Refused claims are left out, corrected ones are as corrected, confirmed ones as they were confirmed; actors are who
they were decided to be, under the names and codes that they were given. This is what networks, answers and
exchange should be made of; :func:`.claims.reading` gives what the machine said.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Connection, select, text

from ahlaf.model import Actor, Claim, End, Reading, Span
from ahlaf.store import codings, documents, persons
from ahlaf.store.book import Book, spoken
from ahlaf.store.folding import words
from ahlaf.store.packing import Flat, unpack
from ahlaf.store.records import SIDES, KeptClaim, Whole
from ahlaf.store.schema import actor, coding
from ahlaf.store.search import FIRST_TOLD

_CODED: Final = """
SELECT d.id FROM document d LEFT JOIN coding c ON c.document = d.id
LEFT JOIN (SELECT DISTINCT document FROM claim WHERE added IS NOT NULL AND NOT hidden) p ON p.document = d.id
WHERE NOT d.hidden AND (c.reading IS NOT NULL OR p.document IS NOT NULL){first} ORDER BY d.id
"""
_ROWS: Final = text("SELECT * FROM claim WHERE document = :d AND (added IS NULL OR NOT hidden) ORDER BY number")


def readings(
    connection: Connection, once: bool = False, document: int | None = None, only: Container[int] | None = None
) -> Iterator[Reading]:
    """The readings of every coded document, in order; of near copies only the first where they count once.

    With ``only`` they hold no claims but these, by number, and documents without one are left out.
    """
    book, known = codings.book(connection), _actors(connection)
    query = text(_CODED.format(first=f" AND {FIRST_TOLD}" if once else ""))
    numbers = connection.execute(query).scalars().all() if document is None else [document]
    for number in numbers:
        made = _stands(connection, number, book, known)
        if made is not None:
            whole, claims = made
            kept = tuple(c for row, c in claims if row["status"] != "refused" and (only is None or row["id"] in only))
            if kept or only is None:
                yield replace(whole, claims=kept)


def whole(connection: Connection, found: Iterable[KeptClaim]) -> Iterator[Whole]:
    """Claims with all that their coder said of them, refused ones too; each run of claims of one document is unpacked once."""
    book, known = codings.book(connection), _actors(connection)
    for number, some in groupby(found, key=lambda c: c.document):
        made = _stands(connection, number, book, known)
        if made is not None:
            reading, claims = made
            by_id = {row["id"]: claim for row, claim in claims}
            yield from (Whole(kept, by_id[kept.id], reading.document) for kept in some)


def _actors(connection: Connection) -> dict[str, Actor]:
    query = select(actor.c.id, actor.c.as_name, actor.c.name_en, actor.c.as_kind, actor.c.as_country, actor.c.as_sector)
    return {row[0]: Actor(*row) for row in connection.execute(query)}


def _stands(
    connection: Connection, number: int, book: Book, known: Mapping[str, Actor]
) -> tuple[Reading, list[tuple[Mapping[Any, Any], Claim]]] | None:
    """A document's reading, with every claim as it stands beside its row; ``None`` where there is neither coding nor claim."""
    packed = connection.execute(select(coding.c.reading).where(coding.c.document == number)).scalar_one_or_none()
    rows = connection.execute(_ROWS, {"d": number}).mappings().all()
    if packed is None and not rows:
        return None
    found = documents.full(connection, number)
    whole = Reading(found, (), (), (), ()) if packed is None else unpack(packed, found)
    said = persons.machine_like(connection, number) if rows and rows[0]["number"] < 0 else {}

    def who(coded: Actor, said: str) -> Actor:
        final = book.resolve(coded.id, words(said), number)
        return known.get(final, coded if final == coded.id else Actor(final, final))

    mentions = tuple(replace(m, actor=who(m.actor, m.text)) for m in whole.mentions)

    def coded(row: Mapping[Any, Any]) -> Claim:
        if row["number"] > 0:
            return whole.claims[int(row["number"]) - 1]
        own = said[row["number"]]
        ends = {s: _end_of(own, s, known) for s in SIDES}
        return persons.as_claim(own, ends, found)

    ordered = sorted(rows, key=lambda r: (r["number"] < 0, abs(r["number"])))
    claims: list[tuple[Mapping[Any, Any], Claim]] = [(row, _claim(coded(row), row, known, who)) for row in ordered]
    actors = {m.actor.id: m.actor for m in mentions}
    for row, one in claims:
        if row["status"] != "refused":
            actors |= {e.actor.id: e.actor for e in (one.source, one.target) if e is not None}
    return replace(whole, document=found, mentions=mentions, claims=(), actors=tuple(actors.values())), claims


def _end_of(said: Flat, side: str, known: Mapping[str, Actor]) -> End | None:
    number = said[side]
    if number is None:
        return None
    party = known.get(number) or Actor(number, spoken(number))
    evidence = Span(said["evidence_start"], said["evidence_end"])
    return End(party, (said[f"{side}_words"] or party.name,), persons.span_of(said, side) or evidence)


def _claim(coded: Claim, row: Mapping[Any, Any], known: Mapping[str, Actor], who: Any) -> Claim:  # noqa: ANN401 - a function of ours
    evidence = Span(row["evidence_start"], row["evidence_end"])

    def end(side: str, was: End | None) -> End | None:
        final = row[side]
        if final is None:
            return None
        party = known.get(final) or Actor(final, spoken(final))
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
        reported=bool(row["reported"]),
    )
