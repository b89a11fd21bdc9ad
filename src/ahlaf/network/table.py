"""Statements in columns: two million of them fit in a laptop, and are counted in seconds.

A :class:`Table` holds numbers in arrays and names once. A row of it becomes a
:class:`~ahlaf.network.statement.Statement` again on demand, so that whatever is counted can
still show its words. A table is never changed: filters pick row numbers, lifts replace ends.
"""

from __future__ import annotations

import datetime as dt
from array import array
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from ahlaf.errors import NetworkError
from ahlaf.network.statement import Party, Statement
from ahlaf.relations import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

MODALITIES = ("asserted", "alleged", "intended", "normative", "hypothetical", "questioned")
REVIEWS = ("", "confirmed", "corrected", "refused", "unsure")
NAMES = tuple(RELATIONS)

_MODALITY = {name: i for i, name in enumerate(MODALITIES)}
_REVIEW = {name: i for i, name in enumerate(REVIEWS)}
_RELATION = {name: i for i, name in enumerate(NAMES)}
UNKNOWN_DAY = 0


def day_of(text: str) -> int:
    """The day's number of an ISO date; a year or month alone stands for its first day; 0 unknown.

    >>> day_of("2016-01") == day_of("2016-01-01"), day_of("")
    (True, 0)
    """
    if not text:
        return UNKNOWN_DAY
    parts = text[:10].split("-")
    try:
        return dt.date(*(int(p) for p in [*parts, "1", "1"][:3])).toordinal()
    except ValueError:
        return UNKNOWN_DAY


@dataclass(frozen=True, slots=True)
class Table:
    """Statements in columns; see :func:`tabulate`."""

    parties: tuple[Party, ...]
    voices: tuple[Party, ...]
    documents: tuple[str, ...]
    authors: tuple[str, ...]
    outlets: tuple[str, ...]
    dates: tuple[str, ...]
    stories: tuple[str, ...]
    source: NDArray[np.int32]
    target: NDArray[np.int32]
    relation: NDArray[np.int8]
    sign: NDArray[np.int8]
    denied: NDArray[np.bool_]
    modality: NDArray[np.int8]
    voice: NDArray[np.int32]
    credence: NDArray[np.float64]
    document: NDArray[np.int32]
    author: NDArray[np.int32]
    outlet: NDArray[np.int32]
    date: NDArray[np.int32]
    story: NDArray[np.int32]
    review: NDArray[np.int8]
    start: NDArray[np.int32]
    end: NDArray[np.int32]
    ids: Sequence[str]
    quotes: Sequence[str]
    chains: dict[int, tuple[Party, ...]]

    def __len__(self) -> int:
        return len(self.source)

    def day(self) -> NDArray[np.int32]:
        """The day's number of every row; 0 where no date is known."""
        return np.array([day_of(d) for d in self.dates] or [0], np.int32)[self.date]

    def __getitem__(self, row: int) -> Statement:
        row = int(row)
        if not -len(self) <= row < len(self):
            raise IndexError(row)
        row %= len(self)
        s, t = int(self.source[row]), int(self.target[row])
        speaker = self.voices[self.voice[row]]
        chain = self.chains.get(row)
        if chain is None:
            chain = () if speaker.kind == "author" else (speaker,)
        return Statement(
            self.ids[row],
            self.parties[s] if s >= 0 else None,
            self.parties[t] if t >= 0 else None,
            NAMES[self.relation[row]],
            int(self.sign[row]),
            bool(self.denied[row]),
            MODALITIES[self.modality[row]],
            chain,
            float(self.credence[row]),
            self.documents[self.document[row]],
            self.authors[self.author[row]],
            self.outlets[self.outlet[row]],
            self.dates[self.date[row]],
            self.stories[self.story[row]],
            REVIEWS[self.review[row]],
            self.quotes[row],
            int(self.start[row]),
            int(self.end[row]),
        )

    def with_ends(
        self, parties: tuple[Party, ...], source: NDArray[np.int32], target: NDArray[np.int32]
    ) -> Table:
        """The same statements between other actors (a lift)."""
        return replace(self, parties=parties, source=source, target=target)


class _Codes(dict[str, int]):
    """Numbers names as they are first met."""

    def __missing__(self, key: str) -> int:
        self[key] = code = len(self)
        return code


def _fuller(one: Party, two: Party) -> Party:
    """Both records of one actor as one: what the first lacks is taken from the second."""
    names = one.names
    more = [n for n in (two.name, *two.names) if n and n != one.name and n not in names]
    if not more and (one.name_en or not two.name_en) and (one.country or not two.country):
        return one
    return Party(
        one.id,
        one.name or two.name,
        one.name_en or two.name_en,
        one.kind or two.kind,
        one.country or two.country,
        one.sector or two.sector,
        (*names, *more),
    )


class _People:
    """Actors numbered by id, their records made fuller as the texts go on."""

    def __init__(self) -> None:
        self.codes: dict[str, int] = {}
        self.records: list[Party] = []
        self.seen: set[int] = set()

    def code(self, party: Party) -> int:
        found = self.codes.get(party.id)
        if found is None:
            self.codes[party.id] = found = len(self.records)
            self.records.append(party)
        elif id(party) not in self.seen and party is not self.records[found]:
            self.records[found] = _fuller(self.records[found], party)
        return found


def tabulate(statements: Iterable[Statement]) -> Table:
    """Put statements into columns.

    A voice is the nearest speaker; where the author speaks it is the author by name, or, unnamed,
    the author of that story, so that six copies of one report have one voice.

    >>> from ahlaf.network.statement import Party, Statement
    >>> a, b = Party("A"), Party("B")
    >>> t = tabulate([Statement("1", a, b, "AID", 1, document="d"), Statement("2", b, a, "OPPOSE", -1)])
    >>> len(t), t[1].relation, [p.id for p in t.parties]
    (2, 'OPPOSE', ['A', 'B'])
    """
    people, speakers = _People(), _People()
    documents, authors, outlets, dates, stories = (_Codes() for _ in range(5))
    source, target, voice = array("i"), array("i"), array("i")
    document, author, outlet, date = array("i"), array("i"), array("i"), array("i")
    story, start, end = array("i"), array("i"), array("i")
    relation, sign, denied, modality, review = (array("b") for _ in range(5))
    credence = array("d")
    ids: list[str] = []
    quotes: list[str] = []
    chains: dict[int, tuple[Party, ...]] = {}
    last_quote = ""
    writers: dict[tuple[str, str], int] = {}
    for s in statements:
        try:
            relation.append(_RELATION[s.relation])
            modality.append(_MODALITY[s.modality])
            review.append(_REVIEW[s.review])
        except KeyError as bad:
            raise NetworkError(
                f"claim {s.id or len(ids)}: {bad.args[0]!r} is no relation, modality or review state that "
                f"Ahlaf knows (relations: {', '.join(NAMES)})"
            ) from None
        source.append(-1 if s.source is None else people.code(s.source))
        target.append(-1 if s.target is None else people.code(s.target))
        tale = s.story or s.document
        if s.voices:
            voice.append(speakers.code(s.voices[0]))
            if len(s.voices) > 1:
                chains[len(ids)] = s.voices
        else:
            who = writers.get((s.author, tale))
            if who is None:
                name = s.author or tale
                who = speakers.code(Party(f"author:{name}", s.author, kind="author"))
                writers[s.author, tale] = who
            voice.append(who)
        sign.append(1 if s.sign > 0 else -1)
        denied.append(s.denied)
        credence.append(s.credence)
        document.append(documents[s.document])
        author.append(authors[s.author])
        outlet.append(outlets[s.outlet])
        date.append(dates[s.date])
        story.append(stories[tale])
        start.append(s.start)
        end.append(s.end)
        ids.append(s.id or str(len(ids)))
        if s.quote != last_quote:
            last_quote = s.quote
        quotes.append(last_quote)
    return Table(
        parties=tuple(people.records),
        voices=tuple(speakers.records),
        documents=tuple(documents),
        authors=tuple(authors),
        outlets=tuple(outlets),
        dates=tuple(dates),
        stories=tuple(stories),
        source=_column(source, np.int32),
        target=_column(target, np.int32),
        relation=_column(relation, np.int8),
        sign=_column(sign, np.int8),
        denied=_column(denied, np.bool_),
        modality=_column(modality, np.int8),
        voice=_column(voice, np.int32),
        credence=_column(credence, np.float64),
        document=_column(document, np.int32),
        author=_column(author, np.int32),
        outlet=_column(outlet, np.int32),
        date=_column(date, np.int32),
        story=_column(story, np.int32),
        review=_column(review, np.int8),
        start=_column(start, np.int32),
        end=_column(end, np.int32),
        ids=ids,
        quotes=quotes,
        chains=chains,
    )


def _column(values: array[Any], kind: type) -> NDArray[Any]:
    return np.frombuffer(values, dtype=np.dtype(values.typecode)).astype(kind) if values else np.empty(0, kind)
