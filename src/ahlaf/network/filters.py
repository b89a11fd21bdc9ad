"""Filters: which claims a map is drawn from.

Each filter names what a claim must be; several hold together, and several values of one filter are
alternatives. A claim without a date fails every filter on time.

>>> from ahlaf.network.statement import Party, Statement
>>> from ahlaf.network.table import tabulate
>>> a, b = Party("A"), Party("B")
>>> t = tabulate([
...     Statement("1", a, b, "AID", 1, date="2014-06-10"),
...     Statement("2", a, b, "ACCUSE", -1, date="2015"),
...     Statement("3", a, b, "AID", 1),
... ])
>>> [t[r].id for r in pick(t, since="2014-07")], [t[r].id for r in pick(t, relations=["AID"])]
(['2'], ['1', '3'])
"""

from __future__ import annotations

import calendar
import datetime as dt
import difflib
from typing import TYPE_CHECKING, Final

import numpy as np

from ahlaf.errors import NetworkError
from ahlaf.namesakes import is_state, parted, where
from ahlaf.network.statement import fold
from ahlaf.network.table import MODALITIES, NAMES, REVIEWS, UNKNOWN_DAY, day_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray

    from ahlaf.network.statement import Party
    from ahlaf.network.table import Table


_DECIDED: Final = [REVIEWS.index(state) for state in ("confirmed", "corrected")]
"""What a person vouches for, however sure the coder was."""
AUTHOR: Final = frozenset((fold("author"), fold("الكاتب")))
"""How people call whoever wrote a document, whatever his name."""


def last_day(text: str) -> int:
    """The last day that an ISO date may mean: "2015" runs to its 31 December.

    >>> last_day("2015") == day_of("2015-12-31"), last_day("2016-02") == day_of("2016-02-29")
    (True, True)
    """
    parts = [int(p) for p in text[:10].split("-")]
    if len(parts) == 1:
        return dt.date(parts[0], 12, 31).toordinal()
    if len(parts) == 2:
        return dt.date(parts[0], parts[1], calendar.monthrange(parts[0], parts[1])[1]).toordinal()
    return dt.date(*parts).toordinal()


def _limit(text: str, *, end: bool) -> int:
    day = day_of(text)
    if day == UNKNOWN_DAY:
        raise NetworkError(f"the date {text!r} can't be read: write 2016, 2016-03 or 2016-03-14")
    return last_day(text) if end else day


def parties_named(parties: Sequence[Party], name: str) -> list[int]:
    """The numbers of the parties that go by a name or an id, or by a name as it is told from others: "الحكومة (JOR)"."""
    exact = [i for i, p in enumerate(parties) if p.id == name]
    if exact:
        return exact
    first = _called(parties, name)
    if first or not (told := parted(name)):
        return [i for i in first if is_state(parties[i])] or first  # a state is shown by its bare name, the others apart
    return [i for i in _called(parties, told[0]) if told[1] in (where(parties[i]), parties[i].id)]


def _called(parties: Sequence[Party], name: str) -> list[int]:
    """Everybody who goes by a name: by his own, else by another."""
    wanted = fold(name)
    first = [i for i, p in enumerate(parties) if wanted in (fold(p.id), fold(p.name), fold(p.name_en))]
    return first or [i for i, p in enumerate(parties) if wanted in {fold(n) for n in p.names}]


def near_names(parties: Sequence[Party], name: str, limit: int = 3) -> list[str]:
    """Names that people may have meant: those that hold its words, else those that are written like it.

    >>> from ahlaf.network.statement import Party
    >>> near_names([Party("a", "المعارضة السورية"), Party("b", "العراق")], "المعارضة"), near_names([Party("b", "العراق")], "العرق")
    (['المعارضة السورية'], ['العراق'])
    """
    wanted = fold(name)
    known = {fold(n): p.label() for p in parties for n in (p.id, *p.names)}
    known |= {fold(n): n for p in parties for n in (p.name_en, p.name) if n}
    holding = sorted((f for f in known if f" {wanted} " in f" {f} "), key=len)
    return list(dict.fromkeys(known[f] for f in holding or difflib.get_close_matches(wanted, known, 2 * limit, 0.6)))[:limit]


def _voices(people: Sequence[Party], name: str) -> list[int]:
    """The numbers of the voices that go by a name; "author" and "الكاتب" are the authors of all documents."""
    if fold(name) in AUTHOR:
        return [i for i, p in enumerate(people) if p.kind == "author"]
    return parties_named(people, name)


def _people(known: Sequence[Party], names: Iterable[str], what: str, find: Callable[[Sequence[Party], str], list[int]]) -> list[int]:
    """The numbers of all who go by one of some names; a name that nobody goes by is told."""
    codes: list[int] = []
    for name in names:
        found = find(known, name)
        if not found:
            near = near_names(known, name)
            hint = f"; did you mean {' or '.join(near)}?" if near else _some([p.name for p in known])
            raise NetworkError(f"no {what} {name!r} here{hint}")
        codes += found
    return codes


def _codes(known: Sequence[str], wanted: Iterable[str], what: str) -> NDArray[np.int64]:
    folded = {fold(k): i for i, k in enumerate(known)}
    found = []
    for name in wanted:
        if fold(name) not in folded:
            near = _written_like(name, known)
            raise NetworkError(f"no {what} {name!r} here" + (f"; did you mean {' or '.join(near)}?" if near else _some(known)))
        found.append(folded[fold(name)])
    return np.array(found, np.int64)


def _written_like(name: str, known: Sequence[str], limit: int = 3) -> list[str]:
    """Of these what holds the words of a name, else what is written like it."""
    wanted, folded = fold(name), {fold(k): k for k in known if k}
    holding = sorted((f for f in folded if wanted and wanted in f), key=len)
    return [folded[f] for f in holding or difflib.get_close_matches(wanted, folded, limit, 0.7)][:limit]


_SHORT: Final = 40
"""So many names are told in full: all relations, and the outlets of most collections."""
_FIRST: Final = 12


def _some(known: Sequence[str]) -> str:
    """All names where they are few, else the first, and how many more there are.

    >>> _some(["a", "", "b"]), _some([str(n) for n in range(50)])[-16:]
    (': there are a, b', '19 and 38 others')
    """
    named = sorted(k for k in known if k)
    if not named:
        return ""
    shown = named if len(named) <= _SHORT else named[:_FIRST]
    return f": there are {', '.join(shown)}" + (f" and {len(named) - len(shown)} others" if len(named) > len(shown) else "")


def pick(
    table: Table,
    rows: NDArray[np.int64] | None = None,
    *,
    since: str | None = None,
    until: str | None = None,
    voices: Iterable[str] = (),
    outlets: Iterable[str] = (),
    relations: Iterable[str] = (),
    actors: Iterable[str] = (),
    reviews: Iterable[str] = (),
    modalities: Iterable[str] = (),
    documents: Iterable[str] = (),
    sign: int = 0,
    credence: float = 0.0,
    once: bool = False,
) -> NDArray[np.int64]:
    """The numbers of the rows that pass, of some rows, or of all.

    ``reviews`` takes ``none`` for claims not yet reviewed; what a person confirmed or corrected passes any ``credence``;
    ``once`` leaves of each story, of what passes all else, only the first document's claims: the other near copies are
    not counted at all.
    """
    keep = np.full(len(table), rows is None)
    if rows is not None:
        keep[rows] = True
    if since or until:
        keep &= _in_time(table, since, until)
    if asked := list(voices):
        keep &= np.isin(table.voice, _people(table.voices, asked, "voice", _voices))
    if asked := list(actors):
        codes = _people(table.parties, asked, "actor", parties_named)
        keep &= np.isin(table.source, codes) | np.isin(table.target, codes)
    for names, known, column, what in (
        (outlets, table.outlets, table.outlet, "outlet"),
        (documents, table.documents, table.document, "document"),
        ((r.upper() for r in relations), NAMES, table.relation, "relation"),
        (("" if r == "none" else r for r in reviews), REVIEWS, table.review, "review state"),
        (modalities, MODALITIES, table.modality, "modality"),
    ):
        if asked := list(names):
            keep &= np.isin(column, _codes(known, asked, what))
    if sign:
        keep &= table.sign == sign
    if credence > 0:
        keep &= (table.credence >= credence) | np.isin(table.review, _DECIDED)
    return np.flatnonzero(keep & _first_copies(table, keep) if once else keep)


def _in_time(table: Table, since: str | None, until: str | None) -> NDArray[np.bool_]:
    """Which rows have a date, and one within the limits."""
    day = table.day()
    within: NDArray[np.bool_] = day != UNKNOWN_DAY
    if since:
        within &= day >= _limit(since, end=False)
    if until:
        within &= day <= _limit(until, end=True)
    return within


def _first_copies(table: Table, kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which rows are of the first document, of those that are kept, that tells their story."""
    first = np.full(len(table.stories), len(table.documents), table.document.dtype)
    np.minimum.at(first, table.story[kept], table.document[kept])
    found: NDArray[np.bool_] = table.document == first[table.story]
    return found
