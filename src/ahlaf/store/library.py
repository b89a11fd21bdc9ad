"""The documents of a project as a list: narrowed, sorted, a page at a time, each with how far its claims are reviewed.

Only the page that is shown is counted claim by claim, so that the list answers at once however long it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Connection, bindparam, text

from ahlaf.errors import WrongValue
from ahlaf.store.folding import Term, answers, light, parse, words
from ahlaf.store.records import Kept, Page, Shelf, Shelved
from ahlaf.store.search import ASK, KEPT, asked, bound, passages
from ahlaf.store.wanted import several

_FROM: Final = "FROM document d LEFT JOIN coding c ON c.document = d.id WHERE {where}"
_ALL: Final = "SELECT COUNT(*) FROM document d WHERE {where}"
"""Where the coding is not asked for: it would be looked up once for each document, only to be counted."""
_SHELVED: Final = f"""
SELECT {KEPT}, c.error, c.coder, c.version
"""
DOUBTFUL: Final = (
    "(k.status = 'new' AND (k.credence BETWEEN 0.35 AND 0.65 OR k.differs IS NOT NULL) OR k.status IN ('unsure', 'disputed'))"
)
"""A claim that nobody decided, of credence near even odds or on which coders differ; or that people could not decide."""
_OPEN: Final = "EXISTS (SELECT 1 FROM claim k WHERE k.document = d.id AND NOT k.hidden AND k.status IN ('new', 'unsure', 'disputed'))"
_ANY: Final = "EXISTS (SELECT 1 FROM claim k WHERE k.document = d.id AND NOT k.hidden)"
STATES: Final = MappingProxyType(
    {
        "waiting": "c.document IS NULL",
        "coded": "c.document IS NOT NULL AND c.error IS NULL",
        "failed": "c.error IS NOT NULL",
        "unreviewed": _OPEN,
        "reviewed": f"{_ANY} AND NOT {_OPEN}",
    }
)
"""What a document may be narrowed to, and how it is asked: ``unreviewed`` has claims that wait for a decision."""
_COUNTED: Final = "(SELECT COUNT(*) FROM claim k WHERE k.document = d.id AND NOT k.hidden AND {condition})"
SORTS: Final = MappingProxyType(
    {
        "added": "d.id",
        "date": "d.date",
        "title": "COALESCE(d.title, d.name)",
        "outlet": "d.outlet",
        "length": "d.length",
        "claims": "COALESCE(c.claims, 0)",
        "reviewed": _COUNTED.format(condition="k.status <> 'new'"),
        "doubtful": _COUNTED.format(condition=DOUBTFUL),
        "tension": "d.id",
    }
)
"""How documents may be sorted, upwards; with a ``-`` before it, downwards. What is not known comes last either way."""
_COUNTS: Final = f"""
SELECT k.document, COUNT(*) AS claims, SUM(CASE WHEN k.status <> 'new' THEN 1 ELSE 0 END) AS reviewed,
       SUM(CASE WHEN {DOUBTFUL} THEN 1 ELSE 0 END) AS doubtful
FROM claim k WHERE k.document IN :numbers AND NOT k.hidden GROUP BY k.document
"""  # noqa: S608 - a condition of ours
_OUTLETS: Final = """
SELECT outlet, COUNT(*) AS n FROM document WHERE NOT hidden AND outlet IS NOT NULL GROUP BY outlet ORDER BY n DESC, outlet LIMIT :n
"""
_NAMES: Final = """
SELECT outlet FROM document WHERE NOT hidden AND outlet IS NOT NULL
UNION SELECT author FROM document WHERE NOT hidden AND author IS NOT NULL
"""
_TEXTS: Final = "SELECT document, text FROM document_text WHERE document IN :numbers"
_COPIES: Final = "SELECT family, COUNT(*) FROM document WHERE family IN :families AND NOT hidden GROUP BY family"


def order(sort: str) -> str:
    """A sort as SQL."""
    way = "DESC" if sort.startswith("-") else "ASC"
    return f"{SORTS[sort.removeprefix('-')]} {way} NULLS LAST, d.id {way}"


def listed(connection: Connection, shelf: Shelf) -> Page:
    """A page of documents, and how many there are in all."""
    where, values = ["NOT d.hidden"], dict[str, Any]()
    if typed := [name for name in several(shelf.outlet) if name]:
        printed = bound("outlet", [outlet for name in typed for outlet in _written(connection, name)], values) or "NULL"
        where.append(f"d.outlet IN ({printed})")
    for key, condition in (("since", "d.date >= :since"), ("until", "d.date <= :until")):
        value = getattr(shelf, key)
        if value:
            where.append(condition)
            values[key] = value + "~" if key == "until" else value
    if shelf.state:
        where.append(STATES[shelf.state])
    terms: list[Term] = []
    if shelf.search and shelf.search.strip():
        terms = parse(shelf.search)
        question = asked(connection, "document", terms)
        names = _named(connection, terms)
        if question is None and not names:
            return Page(0, ())
        places = bound("name", names, values) or "NULL"
        named = f"(COALESCE(d.outlet, '') IN ({places}) OR COALESCE(d.author, '') IN ({places}))"
        held = "1 = 0" if question is None else f"d.id IN ({ASK[connection.dialect.name, 'document']})"
        where.append(f"({held} OR {named})")
        if question is not None:
            values["asked"] = question.match
            if not question.exact:
                return _from_texts(connection, shelf, where, values, terms, named)
    condition = " AND ".join(where)
    if shelf.sort.endswith("tension"):
        return _by_share(connection, shelf, condition, values, terms)
    count = ("SELECT COUNT(*) " + _FROM if shelf.state else _ALL).format(where=condition)
    total = int(connection.execute(text(count), values).scalar_one())
    ordered = f"SELECT d.id {_FROM.format(where=condition)} ORDER BY {order(shelf.sort)} LIMIT :limit OFFSET :offset"
    chosen = connection.execute(text(ordered), {**values, "limit": shelf.limit, "offset": shelf.offset}).scalars().all()
    return Page(total, tuple(_shelved(connection, [int(n) for n in chosen], terms)))


def _named(connection: Connection, terms: list[Term]) -> list[str]:
    """The outlets and authors whose names hold what is asked; none where something must not be there: it may be in the text."""
    if not terms or any(t.without for t in terms):
        return []
    names = connection.execute(text(_NAMES)).scalars()
    return [str(name) for name in names if answers(words(str(name)).split(), terms)]


def _by_share(connection: Connection, shelf: Shelf, condition: str, values: dict[str, Any], terms: list[Term]) -> Page:
    """The same by a number that the project doesn't keep, given for each document that has one."""
    query = f"SELECT d.id {_FROM.format(where=condition)} ORDER BY d.id"
    numbers = [int(n) for n in connection.execute(text(query), values).scalars()]
    down = shelf.sort.startswith("-")
    known = sorted((n for n in numbers if n in shelf.shares), key=lambda n: (shelf.shares[n], n), reverse=down)
    ordered = known + [n for n in numbers if n not in shelf.shares]
    return Page(len(ordered), tuple(_shelved(connection, ordered[shelf.offset : shelf.offset + shelf.limit], terms)))


def _from_texts(
    connection: Connection, shelf: Shelf, where: list[str], values: dict[str, Any], terms: list[Term], named: str
) -> Page:
    """The same where an index can't tell all (words in a row): the texts say which documents answer, or their names."""
    query = f"SELECT d.id, {named}, x.text FROM document d JOIN document_text x ON x.document = d.id LEFT JOIN coding c ON c.document = d.id WHERE {' AND '.join(where)} ORDER BY {order(shelf.sort)}"  # noqa: S608, E501 - conditions of ours
    rows = connection.execute(text(query).execution_options(yield_per=100), values)
    found = [int(number) for number, by_name, raw in rows if by_name or answers(words(raw).split(), terms)]
    return Page(len(found), tuple(_shelved(connection, found[shelf.offset : shelf.offset + shelf.limit], terms)))


def _shelved(connection: Connection, chosen: list[int], terms: list[Term]) -> list[Shelved]:
    if not chosen:
        return []

    def ask(query: str, **values: list[int]) -> Any:  # noqa: ANN401 - rows
        return connection.execute(text(query).bindparams(*(bindparam(k, expanding=True) for k in values)), values)

    rows = {r["id"]: dict(r) for r in ask(_SHELVED + _FROM.format(where="d.id IN :numbers"), numbers=chosen).mappings()}
    counts = {r["document"]: r for r in ask(_COUNTS, numbers=chosen).mappings()}
    copies = {int(f): int(n) for f, n in ask(_COPIES, families=sorted({r["family"] for r in rows.values()}))}
    texts = {int(n): str(raw) for n, raw in ask(_TEXTS, numbers=chosen)} if terms else {}
    made = []
    for number in chosen:
        row = rows[number]
        error, coder = row.pop("error"), (row.pop("coder"), row.pop("version"), row["digest"])
        count = counts.get(number)
        raw = texts.get(number, "")
        made.append(
            Shelved(
                Kept(**row),
                "failed" if error else "waiting" if row["digest"] is None else "coded",
                error,
                coder if row["digest"] is not None else None,
                int(count["claims"]) if count else 0,
                int(count["reviewed"]) if count else 0,
                int(count["doubtful"]) if count else 0,
                copies.get(row["family"], 1) - 1,
                tuple(passages(raw, light(raw, terms))) if terms else (),
                raw,
            )
        )
    return made


def shelved(connection: Connection, number: int) -> Shelved:
    """One document that is there, as the list has it."""
    return _shelved(connection, [number], [])[0]


def outlets(connection: Connection, most: int = 500) -> list[tuple[str, int]]:
    """The outlets with how many documents they have, the busiest first."""
    return [(str(name), int(count)) for name, count in connection.execute(text(_OUTLETS), {"n": most})]


def outlets_called(connection: Connection, typed: Sequence[str]) -> list[str]:
    """The outlets that are called so, as their documents write them.

    Raises:
        WrongValue: no document here is from one of them.
    """
    found: list[str] = []
    for name in typed:
        meant = _written(connection, name)
        if not meant:
            some = ", ".join(sorted(_outlets(connection))[:8])
            raise WrongValue(f"no document here is from the outlet {name!r}" + (f": there are {some}" if some else ""))
        found += meant
    return found


def _written(connection: Connection, typed: str) -> list[str]:
    """An outlet as its documents write it: some may write it otherwise, with a hamza or in capitals."""
    return [outlet for outlet in _outlets(connection) if words(outlet) == words(typed)]


def _outlets(connection: Connection) -> list[str]:
    return list(connection.execute(text("SELECT DISTINCT outlet FROM document WHERE outlet IS NOT NULL AND NOT hidden")).scalars())
