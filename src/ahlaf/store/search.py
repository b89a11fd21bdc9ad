"""Search in documents and in evidence, as people type Arabic.

A typed word becomes the forms it answers to (:mod:`.folding`). On SQLite the index's own vocabulary says which
of them occur at all, so that few are asked for; on PostgreSQL its text search is asked for all of them. What
an index can't tell (words in a row) is told from the text. Newest documents come first, on either database.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from sqlalchemy import Connection, text

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
_FOUND: Final = """
SELECT d.id, d.name, d.title, d.author, d.outlet, d.date, d.url, d.language, d.length, d.family, d.hidden,
       c.digest, COALESCE(c.claims, 0) AS claims
FROM document d LEFT JOIN coding c ON c.document = d.id
WHERE NOT d.hidden AND d.id IN ({asked}){once}
ORDER BY COALESCE(d.date, '') DESC, d.id DESC
"""
FIRST: Final = "NOT EXISTS (SELECT 1 FROM document x WHERE x.family = d.family AND x.id < d.id AND NOT x.hidden)"
"""The first document of each group of near copies."""
_AROUND: Final = 60
"""Characters shown on either side of a lit word."""


def asked(connection: Connection, table: str, terms: list[Term]) -> str | None:
    """The question to an index; ``None`` where nothing can answer it."""
    wanted = [t for t in terms if not t.without]
    if not wanted:
        return None
    server = connection.dialect.name == "postgresql"
    parts = []
    for term in terms:
        if term.without and len(term.words) > 1:
            continue
        for forms in term.words:
            there = sorted(forms) if server else _known(connection, table, forms)
            if not there:
                if term.without:
                    continue
                return None
            whole = (" | " if server else " OR ").join(f"'{w}'" if server else f'"{w}"' for w in there)
            parts.append((term.without, whole))
    if server:
        return " & ".join(f"{'!' if no else ''}({p})" for no, p in parts)
    text_ = " AND ".join(f"({p})" for no, p in parts if not no)
    barred = " OR ".join(p for no, p in parts if no)
    return f"({text_}) NOT ({barred})" if barred else text_


def in_a_row(terms: list[Term]) -> bool:
    """Whether the index alone can't tell the answer."""
    return any(len(t.words) > 1 for t in terms)


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
    ask = ASK[connection.dialect.name, "document"]
    order = _FOUND.format(asked=ask, once=f" AND {FIRST}" if once else "")
    if not in_a_row(terms):
        rows = connection.execute(text(f"{order} LIMIT :limit OFFSET :offset"), {"asked": question, "limit": limit, "offset": offset})
        return [_hit(Kept(**row), _text(connection, row["id"]), terms) for row in rows.mappings().all()]
    hits: list[Hit] = []
    for kept, raw in _in_order(connection, order, question, terms):
        if offset:
            offset -= 1
            continue
        hits.append(_hit(kept, raw, terms))
        if len(hits) == limit:
            break
    return hits


def _in_order(connection: Connection, order: str, question: str, terms: list[Term]) -> Iterator[tuple[Kept, str]]:
    """Documents that truly answer, read in steps."""
    start, step = 0, 50
    while True:
        page = connection.execute(text(f"{order} LIMIT :limit OFFSET :offset"), {"asked": question, "limit": step, "offset": start})
        rows = page.mappings().all()
        for row in rows:
            raw = _text(connection, row["id"])
            if answers(words(raw).split(), terms):
                yield Kept(**row), raw
        if len(rows) < step:
            return
        start, step = start + step, min(step * 2, 800)


def _text(connection: Connection, number: int) -> str:
    return str(connection.execute(text("SELECT text FROM document_text WHERE document = :d"), {"d": number}).scalar_one())


def _hit(kept: Kept, raw: str, terms: list[Term]) -> Hit:
    lit = light(raw, terms)
    return Hit(kept, tuple(passages(raw, lit)), raw, len(lit))


def passages(raw: str, lit: list[Span], most: int = 3) -> Iterator[Passage]:
    """The first few pieces of a text around its lit words, cut at spaces; neighbours share a piece."""
    groups: list[list[Span]] = []
    for span in lit:
        if groups and span.start - groups[-1][-1].end < 2 * _AROUND:
            groups[-1].append(span)
        elif len(groups) < most:
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
