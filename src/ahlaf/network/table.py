"""Statements in columns: two million of them fit in a laptop, and are counted in seconds.

A :class:`Table` holds numbers in arrays and names once. A row of it becomes a
:class:`~ahlaf.network.statement.Statement` again on demand, so that whatever is counted can
still show its words. A table is never changed: filters pick row numbers, lifts replace ends.
"""

from __future__ import annotations

import datetime as dt
import itertools
from array import array
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, get_args

import numpy as np

from ahlaf.errors import NetworkError
from ahlaf.model import Modality
from ahlaf.network.packed import Packed
from ahlaf.network.statement import Party, Statement
from ahlaf.relations import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

MODALITIES: tuple[str, ...] = get_args(Modality)
REVIEWS = ("", "confirmed", "corrected", "refused", "unsure")
NAMES = tuple(RELATIONS)

_MODALITY = {name: i for i, name in enumerate(MODALITIES)}
_REVIEW = {name: i for i, name in enumerate(REVIEWS)}
_RELATION = {name: i for i, name in enumerate(NAMES)}
UNKNOWN_DAY = 0
_CHUNK = 4096


@lru_cache(maxsize=100_000)
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
    heard: NDArray[np.int32]
    """The voice that a claim counts for; see :func:`tabulate`."""
    credence: NDArray[np.float64]
    document: NDArray[np.int32]
    author: NDArray[np.int32]
    outlet: NDArray[np.int32]
    date: NDArray[np.int32]
    story: NDArray[np.int32]
    review: NDArray[np.int8]
    start: NDArray[np.int32]
    end: NDArray[np.int32]
    ids: Packed
    quotes: Packed
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


_MAY_BE_EMPTY = ("name", "name_en", "kind", "country", "sector")


def _fuller(one: Party, two: Party) -> Party:
    """Both records of one actor as one: what the first lacks is taken from the second."""
    names = one.names
    more = [n for n in (two.name, *two.names) if n and n != one.name and n not in names]
    if not more and all(getattr(one, k) or not getattr(two, k) for k in _MAY_BE_EMPTY):
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

    def code(self, party: Party) -> int:
        found = self.codes.get(party.id)
        if found is None:
            self.codes[party.id] = found = len(self.records)
            self.records.append(party)
        elif party is not (record := self.records[found]) and party != record:
            self.records[found] = _fuller(record, party)
        return found


def tabulate(statements: Iterable[Statement]) -> Table:
    """Put statements into columns.

    A voice is the nearest speaker; where the author speaks it is the author by name, or, unnamed,
    the author of that story. The near copies of one story have one author's voice between them, whoever signs
    them: each counts for the first author that one of them names.

    >>> from ahlaf.network.statement import Party, Statement
    >>> a, b = Party("A"), Party("B")
    >>> t = tabulate([Statement("1", a, b, "AID", 1, document="d"), Statement("2", b, a, "OPPOSE", -1)])
    >>> len(t), t[1].relation, [p.id for p in t.parties]
    (2, 'OPPOSE', ['A', 'B'])
    >>> t = tabulate([Statement(n, a, b, "AID", 1, document=n, story="s", author=n.strip("1")) for n in ("1", "X", "Y")])
    >>> [t.voices[v].id for v in t.voice], [t.voices[v].id for v in t.heard]
    (['author:s', 'author:X', 'author:Y'], ['author:X', 'author:X', 'author:X'])
    """
    people, speakers = _People(), _People()
    documents, authors, outlets, dates, stories = (_Codes() for _ in range(5))
    source, target, voice = array("i"), array("i"), array("i")
    document, author, outlet, date = array("i"), array("i"), array("i"), array("i")
    story, start, end = array("i"), array("i"), array("i")
    relation, sign, denied, modality, review = (array("b") for _ in range(5))
    credence = array("d")
    ids, quotes = Packed(), Packed()
    chains: dict[int, tuple[Party, ...]] = {}
    writers: dict[tuple[str, str], int] = {}

    def speaker(at: int, s: Statement) -> int:
        if s.voices:
            if len(s.voices) > 1:
                chains[at] = s.voices
            return speakers.code(s.voices[0])
        tale = s.story or s.document
        who = writers.get((s.author, tale))
        if who is None:
            who = speakers.code(Party(f"author:{s.author or tale}", s.author, kind="author"))
            writers[s.author, tale] = who
        return who

    def some() -> Iterator[list[Statement]]:
        rest = iter(statements)
        while chunk := list(itertools.islice(rest, _CHUNK)):
            yield chunk

    code = people.code
    for chunk in some():
        _refuse_unknown(chunk, len(ids))
        ends = [-1 if p is None else code(p) for s in chunk for p in (s.source, s.target)]
        source.extend(ends[::2])
        target.extend(ends[1::2])
        voice.extend([speaker(at, s) for at, s in enumerate(chunk, len(ids))])
        relation.extend([_RELATION[s.relation] for s in chunk])
        modality.extend([_MODALITY[s.modality] for s in chunk])
        review.extend([_REVIEW[s.review] for s in chunk])
        sign.extend([1 if s.sign > 0 else -1 for s in chunk])
        denied.extend([s.denied for s in chunk])
        credence.extend([s.credence for s in chunk])
        document.extend([documents[s.document] for s in chunk])
        author.extend([authors[s.author] for s in chunk])
        outlet.extend([outlets[s.outlet] for s in chunk])
        date.extend([dates[s.date] for s in chunk])
        story.extend([stories[s.story or s.document] for s in chunk])
        start.extend([s.start for s in chunk])
        end.extend([s.end for s in chunk])
        quotes.add([s.quote for s in chunk])
        ids.add([s.id or str(at) for at, s in enumerate(chunk, len(ids))])
    voices, tales = _column(voice, np.int32), _column(story, np.int32)
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
        voice=voices,
        heard=_heard(voices, tales, speakers.records, len(stories)),
        credence=_column(credence, np.float64),
        document=_column(document, np.int32),
        author=_column(author, np.int32),
        outlet=_column(outlet, np.int32),
        date=_column(date, np.int32),
        story=tales,
        review=_column(review, np.int8),
        start=_column(start, np.int32),
        end=_column(end, np.int32),
        ids=ids,
        quotes=quotes,
        chains=chains,
    )


def _heard(voice: NDArray[np.int32], story: NDArray[np.int32], people: list[Party], stories: int) -> NDArray[np.int32]:
    """The voices, but that of each story's authors one: the first that has a name, else the first."""
    author = np.array([p.kind == "author" for p in people], np.bool_)
    named = author & np.array([p.name != "" for p in people], np.bool_)
    speaks = np.zeros(stories, np.int32)
    for some in (author, named):  # of several values for one place, the last one written stays
        rows = np.flatnonzero(some[voice])[::-1]
        speaks[story[rows]] = voice[rows]
    return np.where(author[voice], speaks[story], voice)


def _refuse_unknown(chunk: list[Statement], before: int) -> None:
    for at, s in enumerate(chunk, before):
        if not isinstance(s, Statement):
            made = "ahlaf.network.from_reading(reading) makes them"
            raise TypeError(f"a network is made of statements, not {type(s).__name__}: {made}")
        if s.relation not in _RELATION or s.modality not in _MODALITY or s.review not in _REVIEW:
            for value, what, known in (
                (s.relation, "relation", _RELATION),
                (s.modality, "modality", _MODALITY),
                (s.review, "state of review", _REVIEW),
            ):
                if value not in known:
                    raise NetworkError(f"claim {s.id or at}: {value!r} is no {what}: they are {', '.join(filter(None, known))}")


def _column(values: array[Any], kind: type) -> NDArray[Any]:
    return np.frombuffer(values, dtype=np.dtype(values.typecode)).astype(kind) if values else np.empty(0, kind)
