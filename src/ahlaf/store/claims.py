"""Claims out: as they stand after all decisions, narrowed as wished, the oldest article first.

Each filter narrows, and several values of one are alternatives. An actor is given by its id, by its name as people
type it, or by its country's code; who was merged into it is meant too. A voice may be a document's author by name;
`author` and الكاتب are the authors of all. Dates are compared letter by letter, so "2016" since means from that year
on, and "2016-03" until means to the end of that month.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, Final

from sqlalchemy import Connection, bindparam, text

from ahlaf.model import AUTHOR, Document, Reading, Span
from ahlaf.store import documents
from ahlaf.store.actors import meant
from ahlaf.store.errors import NoSuch
from ahlaf.store.folding import answers, parse, words
from ahlaf.store.library import outlets_called
from ahlaf.store.packing import unpack
from ahlaf.store.persons import RULE
from ahlaf.store.records import SIDES, Coder, KeptClaim, Party
from ahlaf.store.reviews import DOUBT
from ahlaf.store.search import ASK, FEW, FIRST_TOLD, asked, bound, numbers
from ahlaf.store.wanted import Wanted, several

_CLAIM: Final = """
SELECT c.*, d.outlet, d.title, d.family, g.coder, g.version, g.digest,
       s.as_name AS source_name, t.as_name AS target_name, v.as_name AS voice_name,
       SUBSTR(x.text, c.evidence_start + 1, c.evidence_end - c.evidence_start) AS evidence
FROM claim c
JOIN document d ON d.id = c.document
LEFT JOIN coding g ON g.document = c.document AND c.added IS NULL
JOIN document_text x ON x.document = c.document
LEFT JOIN actor s ON s.id = c.source
LEFT JOIN actor t ON t.id = c.target
LEFT JOIN actor v ON v.id = c.voice
"""
# The numbers are found first, in the order of an index; only those that are shown are joined.
_CHOSEN: Final = "c.id IN (SELECT c.id FROM claim c {join} WHERE {where}{order}{limit})"
_ORDER: Final = " ORDER BY c.date, c.id"
_DOUBT: Final = f" ORDER BY {DOUBT}"
_SAME: Final = ("relation", "sign", "polarity", "modality", "status", "document")


def find(connection: Connection, wanted: Wanted) -> Iterator[KeptClaim]:
    """The claims that are wanted."""
    chosen = _chosen(connection, wanted)
    if chosen is None:
        return
    where, values, join, exact = chosen
    if not exact:
        yield from _in_a_row(connection, wanted, where, values)
        return
    order = _DOUBT if wanted.doubt else _ORDER
    if wanted.limit is not None and wanted.text and not wanted.doubt and connection.dialect.name == "sqlite" and _only_text(wanted):
        yield from _often(connection, wanted, where, values, join)
        return
    limit = ""
    if wanted.limit is not None or wanted.offset:
        values |= {"limit": -1 if wanted.limit is None else wanted.limit, "offset": wanted.offset}
        limit = " LIMIT :limit OFFSET :offset"
        if wanted.limit is None and connection.dialect.name == "postgresql":
            values["limit"] = None
    if limit:
        query = _CLAIM + "WHERE " + _CHOSEN.format(join=join, where=where, order=order, limit=limit) + order
    else:
        query = f"{_CLAIM} WHERE {where} {order}"
    for row in connection.execute(text(query).execution_options(yield_per=500), values).mappings():
        yield made(row)


def _only_text(wanted: Wanted) -> bool:
    """Whether nothing but words, dates and near copies narrow the claims, so that most of what is found may be shown."""
    return not any(several(getattr(wanted, key)) for key in (*SIDES, "outlet", "agreed", "reported", *_SAME)) and not wanted.least


def _often(connection: Connection, wanted: Wanted, where: str, values: dict[str, Any], join: str) -> Iterator[KeptClaim]:
    """Claims with words that may be in very many: these are met in their order, not sorted."""
    asks = ASK["sqlite", "claim"]
    found = numbers(connection, asks, values["asked"])
    query = f"SELECT c.id FROM claim c {join} WHERE {where}{_ORDER}"  # noqa: S608 - conditions of ours; what people type is bound
    if len(found) > FEW:
        query = query.replace(f" AND c.id IN ({asks})", "")
        values = {k: v for k, v in values.items() if k != "asked"}
    ordered = connection.execute(text(query).execution_options(yield_per=500), values).scalars()
    chosen = list(islice((n for n in ordered if n in found), wanted.offset, wanted.offset + (wanted.limit or 0)))
    shown = text(f"{_CLAIM} WHERE c.id IN :numbers {_ORDER}").bindparams(bindparam("numbers", expanding=True))
    for row in connection.execute(shown, {"numbers": chosen}).mappings():
        yield made(row)


def _in_a_row(connection: Connection, wanted: Wanted, where: str, values: dict[str, Any]) -> Iterator[KeptClaim]:
    terms, skip, left = parse(wanted.text or ""), wanted.offset, wanted.limit
    order = _DOUBT if wanted.doubt else _ORDER
    for row in connection.execute(text(f"{_CLAIM} WHERE {where} {order}").execution_options(yield_per=200), values).mappings():
        if left is not None and left <= 0:
            return
        if answers(str(row["words"]).split(), terms):
            if skip:
                skip -= 1
                continue
            left = None if left is None else left - 1
            yield made(row)


def count(connection: Connection, wanted: Wanted) -> int:
    """How many claims are wanted; ``limit`` and ``offset`` don't count."""
    chosen = _chosen(connection, wanted)
    if chosen is None:
        return 0
    where, values, join, exact = chosen
    if not exact:
        return sum(1 for _ in _in_a_row(connection, replace(wanted, limit=None, offset=0), where, values))
    query = f"SELECT COUNT(*) FROM claim c {join} WHERE {where}"  # noqa: S608 - conditions of ours; what people type is bound
    return int(connection.execute(text(query), values).scalar_one())


def _chosen(connection: Connection, wanted: Wanted) -> tuple[str, dict[str, Any], str, bool] | None:
    """The condition, its values, what must be joined for it and whether it says all; ``None`` where nothing can match."""
    parts, values, join, exact = ["NOT c.hidden"], dict[str, Any](), "", True
    for side in SIDES:
        if typed := several(getattr(wanted, side)):
            ways = _parties(connection, side, typed, values)
            if not ways:
                return None
            parts.append(f"({' OR '.join(ways)})")
    for key in _SAME:
        if same := several(getattr(wanted, key)):
            parts.append(f"c.{key} IN ({bound(key, same, values)})")
    if typed := several(wanted.outlet):
        printed = bound("outlet", outlets_called(connection, typed), values)
        parts.append(f"c.document IN (SELECT id FROM document WHERE outlet IN ({printed}))")  # noqa: S608 - bound
    if wanted.agreed is not None:
        parts.append("c.coders IS NOT NULL AND c.differs IS NULL" if wanted.agreed else "c.differs IS NOT NULL")
    if wanted.reported is not None:
        parts.append("c.reported" if wanted.reported else "NOT c.reported")
    if wanted.least > 0:
        parts.append("(c.credence >= :least OR c.status IN ('confirmed', 'corrected'))")
        values["least"] = wanted.least
    if wanted.standing:
        parts.append("c.status <> 'refused'")
    if wanted.since:
        parts.append("c.date >= :since")
        values["since"] = wanted.since
    if wanted.until:
        parts.append("c.date <= :until")
        values["until"] = wanted.until + "~"
    if wanted.once:
        join = "JOIN document d ON d.id = c.document"
        parts.append(FIRST_TOLD)
    if wanted.text:
        question = asked(connection, "claim", parse(wanted.text))
        if question is None:
            return None
        parts.append(f"c.id IN ({ASK[connection.dialect.name, 'claim']})")
        values["asked"] = question.match
        exact = question.exact
    return " AND ".join(parts), values, join, exact


def _parties(connection: Connection, side: str, typed: Sequence[str], values: dict[str, Any]) -> list[str]:
    """The ways in which a claim's side can be one of those who are typed; none where nobody is called so."""
    anyone = [name for name in typed if side == "voice" and words(name) in (AUTHOR, "الكاتب")]
    called = [name for name in typed if name not in anyone]
    ways = ["c.voice IS NULL"] if anyone else []
    if ids := dict.fromkeys(id_ for name in called for id_ in meant(connection, name)):
        ways.append(f"c.{side} IN ({bound(side, ids, values)})")
    if side == "voice" and (writers := [author for name in called for author in _authors(connection, name)]):
        signed = bound("author", writers, values)
        ways.append(f"c.voice IS NULL AND c.document IN (SELECT id FROM document WHERE author IN ({signed}))")  # noqa: S608 - bound
    return ways


def _authors(connection: Connection, typed: str) -> list[str]:
    """The authors of documents who are called so, as their documents write it."""
    wanted = words(typed)
    return [name for name in authors(connection) if wanted and words(name) == wanted]


def authors(connection: Connection) -> list[str]:
    """Every author of a document, as its document writes it."""
    return list(connection.execute(text("SELECT DISTINCT author FROM document WHERE author IS NOT NULL AND NOT hidden")).scalars())


def made(row: Mapping[Any, Any]) -> KeptClaim:
    """A row as a record."""

    def party(side: str) -> Party | None:
        found = row[side]
        if found is None:
            return None
        said = row[f"{side}_words"] or ""
        return Party(found, row[f"{side}_name"] or said or found, said)

    return KeptClaim(
        id=row["id"],
        document=row["document"],
        number=row["number"],
        source=party("source"),
        target=party("target"),
        relation=row["relation"],
        sign=row["sign"],
        polarity=row["polarity"],
        modality=row["modality"],
        voice=party("voice"),
        mode=row["mode"],
        time=row["time"],
        place=row["place"],
        number_said=row["number_said"],
        trigger=Span(row["trigger_start"], row["trigger_end"]),
        evidence=Span(row["evidence_start"], row["evidence_end"]),
        words=row["evidence"],
        credence=row["credence"],
        rule=row["rule"],
        status=row["status"],
        date=row["date"],
        outlet=row["outlet"],
        title=row["title"],
        story=row["family"],
        coder=Coder(row["coder"] or RULE, row["version"] or "", row["digest"] or ""),
        added=row["added"],
        coders=tuple((row["coders"] or "").split()),
        differs=tuple((row["differs"] or "").split()),
        reported=bool(row["reported"]),
    )


def get(connection: Connection, number: int, shown: str = "project") -> KeptClaim:
    """A claim.

    Raises:
        NoSuch: there is none with that number.
    """
    row = connection.execute(text(_CLAIM + " WHERE c.id = :id"), {"id": number}).mappings().first()
    if row is None:
        raise NoSuch(shown, f"there is no claim {number}", "`ahlaf claims` lists them")
    return made(row)


def numbered(connection: Connection, numbers: Sequence[int]) -> list[KeptClaim]:
    """Claims by their numbers, in that order; those that are not there or hidden are left out."""
    query = text(f"{_CLAIM} WHERE NOT c.hidden AND c.id IN :numbers").bindparams(bindparam("numbers", expanding=True))
    found: dict[int, KeptClaim] = {}
    for start in range(0, len(numbers), 500):
        rows = connection.execute(query, {"numbers": list(numbers[start : start + 500])}).mappings()
        found |= {row["id"]: made(row) for row in rows}
    return [found[n] for n in numbers if n in found]


def reading(connection: Connection, number: int, shown: str = "project") -> Reading | None:
    """What the coder said of a document, whole; ``None`` where it was not coded yet."""
    documents.get(connection, number, shown)
    packed = connection.execute(text("SELECT reading FROM coding WHERE document = :d"), {"d": number}).scalar_one_or_none()
    found: Document = documents.full(connection, number)
    return None if packed is None else unpack(packed, found)
