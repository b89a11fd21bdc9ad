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
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, get_args

import numpy as np

from ahlaf.errors import NetworkError
from ahlaf.model import Modality
from ahlaf.network.packed import Packed
from ahlaf.network.statement import Party, Statement
from ahlaf.relations import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

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


_KINDS: Final[dict[str, tuple[str, type]]] = {
    **dict.fromkeys(("source", "target", "voice", "document", "author", "outlet", "date", "story", "start", "end"), ("i", np.int32)),
    **dict.fromkeys(("relation", "sign", "modality", "review"), ("b", np.int8)),
    "denied": ("b", np.bool_),
    "credence": ("d", np.float64),
}
"""The columns of numbers, as they grow and as they are kept."""
_LISTED: Final = {"relation": _RELATION, "modality": _MODALITY, "review": _REVIEW}
"""What there is of these is known beforehand."""
_AS_IT_IS: Final = ("denied", "credence", "start", "end")


class _Columns:
    """Columns as they grow, many rows at a time."""

    def __init__(self) -> None:
        self._grown = {name: array(code) for name, (code, _) in _KINDS.items()}
        self._named = {name: _Codes() for name in ("document", "author", "outlet", "date")}
        self._stories = _Codes()
        self._people, self._speakers = _People(), _People()
        self._writers: dict[tuple[str, str], int] = {}
        self._chains: dict[int, tuple[Party, ...]] = {}
        self._ids, self._quotes = Packed(), Packed()

    def take(self, chunk: list[Statement]) -> None:
        """Add rows."""
        before = len(self._ids)
        _refuse_unknown(chunk, before)
        code, stories = self._people.code, self._stories
        ends = [-1 if p is None else code(p) for s in chunk for p in (s.source, s.target)]
        grown = self._grown
        grown["source"].extend(ends[::2])
        grown["target"].extend(ends[1::2])
        grown["voice"].extend([self._speaker(at, s) for at, s in enumerate(chunk, before)])
        grown["sign"].extend([1 if s.sign > 0 else -1 for s in chunk])
        grown["story"].extend([stories[s.story or s.document] for s in chunk])
        for name in _AS_IT_IS:
            grown[name].extend(map(attrgetter(name), chunk))
        for name, known in (self._named | _LISTED).items():
            grown[name].extend([known[value] for value in map(attrgetter(name), chunk)])
        self._quotes.add([s.quote for s in chunk])
        self._ids.add([s.id or str(at) for at, s in enumerate(chunk, before)])

    def _speaker(self, at: int, s: Statement) -> int:
        """The nearest speaker of a row; a longer chain is kept beside."""
        if s.voices:
            if len(s.voices) > 1:
                self._chains[at] = s.voices
            return self._speakers.code(s.voices[0])
        tale = s.story or s.document
        who = self._writers.get((s.author, tale))
        if who is None:
            who = self._speakers.code(Party(f"author:{s.author or tale}", s.author, kind="author"))
            self._writers[s.author, tale] = who
        return who

    def table(self) -> Table:
        """All of it."""
        made = {name: _column(self._grown[name], kind) for name, (_, kind) in _KINDS.items()}
        return Table(
            parties=tuple(self._people.records),
            voices=tuple(self._speakers.records),
            documents=tuple(self._named["document"]),
            authors=tuple(self._named["author"]),
            outlets=tuple(self._named["outlet"]),
            dates=tuple(self._named["date"]),
            stories=tuple(self._stories),
            heard=_heard(made["voice"], made["story"], self._speakers.records, len(self._stories)),
            ids=self._ids,
            quotes=self._quotes,
            chains=self._chains,
            **made,
        )


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
    columns, rest = _Columns(), iter(statements)
    while chunk := list(itertools.islice(rest, _CHUNK)):
        columns.take(chunk)
    return columns.table()


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
