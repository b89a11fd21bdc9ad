"""What only shows across tables: a row that names a source, a country or a body that no table has.

A user's rows are laid over the built-in ones first: he may bring sources, states and bodies of his own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ahlaf.errors import LexiconError
from ahlaf.lexicon.tables import PLACES_OF_COUNTRY, Row

_ACTORS = ("states", "actors", "people")


def wrong(by_kind: Mapping[str, Sequence[Row]]) -> Iterator[LexiconError]:
    """The errors of rows that are sound alone, by all rows of all tables."""
    sources = {row["id"] for row in by_kind.get("sources", ())}
    states = by_kind.get("states", ())
    countries = {row["id"] for row in states} | {row["country"] for row in states} | PLACES_OF_COUNTRY | {""}
    ids = {row["id"] for kind in (*_ACTORS, "places") for row in by_kind.get(kind, ())}
    for kind, rows in by_kind.items():
        for row in rows:
            if kind != "sources" and row["source"] not in sources:
                remedy = f"one of {', '.join(sorted(sources))}, or a row of its own there"
                yield row.error(f"source: {row['source']!r} is no id of sources.tsv", remedy)
            if row.cells.get("country", "") not in countries:
                remedy = "mend it, or write the state's row in actors/states.tsv"
                yield row.error(f"country: no state has the code {row['country']!r}", remedy)
            for role in row.many("roles") if kind == "people" else ():
                of = role.partition("@")[2].partition(":")[0]
                if of not in ids:
                    yield row.error(f"roles: no actor or place has the id {of!r}", "write the body's own row, or mend the id")
