"""All claims out at once, as a network takes them: who is tied to whom, and where that is said, and nothing besides.

``claims.find`` tells one claim whole, with everything that a page shows of it. A network asks for all of them; half a
million come three times as fast when each is a plain tuple, and a document's words are read once for all its claims.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from sqlalchemy import Connection, text

_CLAIMS: Final = """
SELECT c.document, c.id, c.source, c.target, c.voice, c.relation, c.sign, c.polarity, c.modality, c.credence, c.status,
       c.time, c.date, c.evidence_start, c.evidence_end
FROM claim c WHERE NOT c.hidden ORDER BY c.document, c.number
"""
_DOCUMENTS: Final = """
SELECT d.id, d.name, d.author, d.outlet, d.family, x.text
FROM document d JOIN document_text x ON x.document = d.id ORDER BY d.id
"""
_NAMESAKES: Final = "SELECT name FROM document WHERE NOT hidden GROUP BY name HAVING COUNT(*) > 1"
_AT_ONCE: Final = 500


class Told(NamedTuple):
    """A document, as far as its claims need it."""

    id: int
    name: str
    """Its own: with its number, where several are called so."""
    author: str | None
    outlet: str | None
    family: int
    text: str


class Tie(NamedTuple):
    """A claim as it stands."""

    told: Told
    """Where it is said."""
    id: int
    source: str | None
    """An actor's id, after all decisions."""
    target: str | None
    voice: str | None
    relation: str
    sign: int
    polarity: str
    modality: str
    credence: float
    status: str
    time: str | None
    """When it is said to have been; ``date`` is the document's."""
    date: str | None
    start: int
    end: int

    @property
    def words(self) -> str:
        """The evidence."""
        return self.told.text[self.start : self.end]


def every(connection: Connection) -> Iterator[Tie]:
    """Every claim that stands, document by document."""
    stream = {"yield_per": _AT_ONCE}
    several = set(connection.execute(text(_NAMESAKES)).scalars())
    documents = iter(connection.execute(text(_DOCUMENTS).execution_options(**stream)))
    told = None
    for number, *rest in connection.execute(text(_CLAIMS).execution_options(**stream)):
        while told is None or told.id != number:
            told = Told(*next(documents))
            told = told._replace(name=f"{told.name} ({told.id})") if told.name in several else told
        yield Tie(told, *rest)
