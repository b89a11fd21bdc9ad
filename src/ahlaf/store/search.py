"""Search in documents and in evidence, as people type Arabic.

A typed word becomes the forms it answers to (:mod:`.folding`). On SQLite the index's own vocabulary says which
of them occur at all, so that few are asked for; on PostgreSQL its text search is asked for all of them. What
an index can't tell (words in a row) is told from the text. Newest documents come first, on either database.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product
from math import prod
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Connection, bindparam, text

from ahlaf.model import Span
from ahlaf.store.folding import Term, answers, light, parse, words
from ahlaf.store.records import Hit, Kept, Passage

INDEX: Final[Mapping[str, str]] = MappingProxyType(
    {
        "sqlite": "INSERT INTO document_words(rowid, words) VALUES (:document, :words)",
        "postgresql": "INSERT INTO document_words(document, words) VALUES (:document, to_tsvector('simple', :words))",
    }
)
"""How a document's folded words enter the index."""

ASK: Final[Mapping[tuple[str, str], str]] = MappingProxyType(
    {
        ("sqlite", "document"): "SELECT rowid FROM document_words WHERE document_words MATCH :asked",
        ("sqlite", "claim"): "SELECT rowid FROM claim_words WHERE claim_words MATCH :asked",
        ("postgresql", "document"): "SELECT document FROM document_words WHERE words @@ CAST(:asked AS tsquery)",
        ("postgresql", "claim"): "SELECT id FROM claim WHERE to_tsvector('simple', words) @@ CAST(:asked AS tsquery)",
    }
)
"""What an index is asked; each gives numbers."""

_VOCABULARY: Final = "SELECT term FROM {table}_vocabulary WHERE term IN ({places})"
_IN_ORDER: Final = "SELECT d.id FROM document d WHERE NOT d.hidden{found}{condition} ORDER BY d.date DESC NULLS LAST, d.id DESC"
KEPT: Final = """d.id, d.name, d.title, d.author, d.outlet, d.date, d.url, d.language, d.length, d.family, d.hidden,
       c.digest, COALESCE(c.claims, 0) AS claims"""
"""A document without its text, from ``document d`` and ``coding c``."""
_HITS: Final = f"""
SELECT {KEPT}, t.text
FROM document d JOIN document_text t ON t.document = d.id LEFT JOIN coding c ON c.document = d.id WHERE d.id IN :numbers
"""  # noqa: S608 - columns of ours
FEW: Final = 3000
"""More than so many are no longer sorted, but met in their order."""
_WAYS: Final = 400
FIRST: Final = "NOT EXISTS (SELECT 1 FROM document x WHERE x.family = d.family AND x.id < d.id AND NOT x.hidden)"
"""The first document of each group of near copies."""
FIRST_TOLD: Final = f"{FIRST[:-1]} AND EXISTS (SELECT 1 FROM claim y WHERE y.document = x.id AND NOT y.hidden))"  # noqa: S608 - ours
"""The same for whoever asks for claims: the first copy may be one that could not be coded, or waits for it."""
_AROUND: Final = 60
"""Characters shown on either side of a lit word."""


@dataclass(frozen=True, slots=True)
class Question:
    """What an index is asked, and whether its answer is the whole answer."""

    match: str
    exact: bool


def bound(what: str, found: Iterable[Any], values: dict[str, Any]) -> str:
    """A list for SQL: each value is put among the bound ones under a name of its own."""
    names = {f"{what}{n}": value for n, value in enumerate(found)}
    values |= names
    return ", ".join(f":{name}" for name in names)


def asked(connection: Connection, table: str, terms: list[Term]) -> Question | None:
    """The question to an index; ``None`` where nothing can answer it."""
    if all(t.without for t in terms):
        return None
    make = _for_server if connection.dialect.name == "postgresql" else _for_file
    wanted, barred, exact = [], [], True
    for term in terms:
        known = [sorted(forms) if make is _for_server else _known(connection, table, forms) for forms in term.words]
        if not all(known):
            if term.without:
                continue
            return None
        part, sure = make(known)
        exact = exact and sure
        if not term.without:
            wanted.append(part)
        elif sure:
            barred.append(part)
    if make is _for_server:
        return Question(" & ".join([*wanted, *(f"!({b})" for b in barred)]), exact)
    match = " AND ".join(f"({w})" for w in wanted)
    return Question(f"({match}) NOT ({' OR '.join(barred)})" if barred else match, exact)


def _for_file(known: list[list[str]]) -> tuple[str, bool]:
    """FTS5's words for a term: every way to say it in a row, or its words in any order where there are too many."""
    if prod(map(len, known)) <= _WAYS:
        return " OR ".join(f'"{" ".join(way)}"' for way in product(*known)), True
    return " AND ".join("(" + " OR ".join(f'"{w}"' for w in forms) + ")" for forms in known), False


def _for_server(known: list[list[str]]) -> tuple[str, bool]:
    """PostgreSQL's words for a term; it loses count of places in long texts, so a row is told from the text."""
    return " & ".join("(" + " | ".join(f"'{w}'" for w in forms) + ")" for forms in known), len(known) == 1


def _known(connection: Connection, table: str, forms: frozenset[str]) -> list[str]:
    found = sorted(forms)
    query = _VOCABULARY.format(table=table, places=",".join("?" * len(found)))
    return [row[0] for row in connection.exec_driver_sql(query, tuple(found))]


def search(connection: Connection, query: str, limit: int = 20, offset: int = 0, once: bool = False) -> list[Hit]:
    """The documents that hold what was asked, the newest first, with the words lit."""
    terms = parse(query)
    question = asked(connection, "document", terms)
    if question is None:
        return []
    condition = f" AND {FIRST}" if once else ""
    ordered = _found(connection, question, condition)
    if question.exact:
        return _hits(connection, list(islice(ordered, offset, offset + limit)), terms)
    true = (n for n in ordered if answers(words(_text(connection, n)).split(), terms))
    return _hits(connection, list(islice(true, offset, offset + limit)), terms)


def _found(connection: Connection, question: Question, condition: str) -> Iterator[int]:
    """The numbers that an index gives, the newest document first.

    Where much is found, it costs less to go through the documents in their order and see which were found.
    """
    ask = ASK[connection.dialect.name, "document"]
    found = None
    if connection.dialect.name == "sqlite":
        found = numbers(connection, ask, question.match)
        if len(found) <= FEW:
            found = None
    order = _IN_ORDER.format(found="" if found else f" AND d.id IN ({ask})", condition=condition)
    values = {} if found else {"asked": question.match}
    for number in connection.execute(text(order).execution_options(yield_per=100), values).scalars():
        if found is None or number in found:
            yield int(number)


def numbers(connection: Connection, ask: str, match: str) -> set[int]:
    """All that SQLite's index gives, taken from its driver: there may be tens of thousands."""
    driver = connection.connection.driver_connection
    return set() if driver is None else {row[0] for row in driver.execute(ask, {"asked": match})}


def _text(connection: Connection, number: int) -> str:
    return str(connection.execute(text("SELECT text FROM document_text WHERE document = :d"), {"d": number}).scalar_one())


def _hits(connection: Connection, chosen: list[int], terms: list[Term]) -> list[Hit]:
    query = text(_HITS).bindparams(bindparam("numbers", expanding=True))
    rows = {row["id"]: dict(row) for row in connection.execute(query, {"numbers": chosen}).mappings()}
    hits = []
    for number in chosen:
        raw = rows[number].pop("text")
        lit = light(raw, terms)
        hits.append(Hit(Kept(**rows[number]), tuple(passages(raw, lit)), raw, len(lit)))
    return hits


_PASSAGES: Final = 3


def passages(raw: str, lit: list[Span]) -> Iterator[Passage]:
    """The first few pieces of a text around its lit words, cut at spaces; neighbours share a piece."""
    groups: list[list[Span]] = []
    for span in lit:
        if groups and span.start - groups[-1][-1].end < 2 * _AROUND:
            groups[-1].append(span)
        elif len(groups) < _PASSAGES:
            groups.append([span])
        else:
            break
    for group in groups:
        start, end = max(0, group[0].start - _AROUND), min(len(raw), group[-1].end + _AROUND)
        while start > 0 and not raw[start - 1].isspace() and start > group[0].start - 2 * _AROUND:
            start -= 1
        while end < len(raw) and not raw[end].isspace() and end < group[-1].end + 2 * _AROUND:
            end += 1
        yield Passage(Span(max(start, 0), end), tuple(group))
