"""Tension 1: a pair said both ways.

**Definition.** Between two actors, direction dropped, something is said that binds and something that divides; or
what binds (or divides) them is said and denied, both of the same class (words or deeds) and the same direction: that
they did not work together is no answer to their having met, and that B did not attack A none to A's attack on B,
unless the relation is mutual (they are allies, they are at war). The two sides are told apart further by who says
them: *one voice* says both (it contradicts itself, and is quoted first); all of one side comes *before and after* a date (it may have
turned: the weakest case, for nothing need be false); *different voices* disagree.

**Score.** The lighter side's mass, times 1 for one voice, 0.8 for different voices, 0.6 before and after:

    score = min(m₁, m₂) × factor

**Edge cases.** Claims without dates are never before or after anything; what is of 2015 is not before what is of June
2015, for it may have been in December.

>>> from ahlaf.network import Network, Party, Statement
>>> usa, iran = Party("USA", name_en="the USA"), Party("IRN", name_en="Iran")
>>> found, = both_ways(Network.of([
...     Statement("1", usa, iran, "AGREE", 1, document="d1", date="2015-07-14"),
...     Statement("2", usa, iran, "SANCTION", -1, document="d2", date="2018-05-08"),
... ]))
>>> found.score, found.en
(0.6, 'Until 2015-07-14 the USA is said to agree with Iran; from 2018-05-08 the USA is said to sanction Iran')
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ahlaf.network.filters import last_day
from ahlaf.network.gather import gather
from ahlaf.network.table import NAMES, UNKNOWN_DAY, day_of
from ahlaf.network.tensions.links import Tension, side_of, spoken
from ahlaf.relations import RELATIONS, Quad

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ahlaf.network.graph import Network
    from ahlaf.network.tensions.links import Side

QUAD = np.array([list(Quad).index(RELATIONS[name].quad) for name in NAMES])
MUTUAL = np.array([RELATIONS[name].mutual for name in NAMES])

FACTOR = {"one voice": 1.0, "different voices": 0.8, "before and after": 0.6}


def both_ways(network: Network) -> Iterator[Tension]:
    """Every pair that is said both ways."""
    ties = network.gathered_ties
    for tie in network.ties:
        if tie.plus > 0 and tie.minus > 0:
            yield _told(
                network,
                (tie.u, tie.v),
                side_of(network, network.heaviest(ties.rows(tie.at_plus), denied=False), float(ties.mass_for[tie.at_plus])),
                side_of(network, network.heaviest(ties.rows(tie.at_minus), denied=False), float(ties.mass_for[tie.at_minus])),
            )
    yield from _denied(network)


def _denied(network: Network) -> Iterator[Tension]:
    """Pairs of which the same is said and denied, class by class, either direction by itself, what is mutual in both.

    Where all that is said in the one direction is also said in the other, it is told there alone.
    """
    table = network.table
    every = np.arange(len(table)) if network.rows is None else network.rows
    up = table.source[every] < table.target[every]
    mutual = MUTUAL[table.relation[every]]
    both: dict[tuple[int, int, int], list[tuple[tuple[int, int], list[tuple[int, ...]], tuple[float, float]]]] = {}
    for forward, rows in ((True, every[mutual | up]), (False, every[mutual | ~up])):
        found = gather(table, network.weights, rows, directed=False, kind=QUAD[table.relation], factor=network.factor)
        for at in np.flatnonzero((found.mass_for > 0) & (found.mass_against > 0)).tolist():
            sides = [network.heaviest(found.rows(at), denied=no) for no in (False, True)]
            u, v = int(found.source[at]), int(found.target[at])
            masses = (float(found.mass_for[at]), float(found.mass_against[at]))
            said = (u, v) if forward else (v, u), sides, masses
            both.setdefault((u, v, int(QUAD[table.relation[sides[0][0]]])), []).append(said)
    for ways in both.values():
        for at, (actors, sides, masses) in enumerate(ways):
            others = ways[:at] + ways[at + 1 :]
            if any(_within(sides, other) and (at or not _within(other, sides)) for _, other, _ in others):
                continue
            one, two = (side_of(network, side, mass) for side, mass in zip(sides, masses, strict=True))
            yield _told(network, actors, one, two)


def _within(some: list[tuple[int, ...]], others: list[tuple[int, ...]]) -> bool:
    """Whether each side's claims are all among those of the same side elsewhere."""
    return all(set(few) <= set(many) for few, many in zip(some, others, strict=True))


def _shared(network: Network, one: tuple[int, ...], two: tuple[int, ...]) -> int | None:
    """The voice that says both, and says the lighter of them most weightily."""
    most: list[dict[int, float]] = [{}, {}]
    for side, rows in zip(most, (one, two), strict=True):
        for row in rows:  # the weightiest first
            side.setdefault(int(network.table.voice[row]), float(network.of_row[row]))
    return max(most[0].keys() & most[1].keys(), key=lambda v: (min(most[0][v], most[1][v]), -v), default=None)


def _name(network: Network, row: int, language: str) -> str:
    """Who says a claim; an author whose name is not known is one of his outlet's."""
    table = network.table
    voice, outlet = table.voices[table.voice[row]], table.outlets[table.outlet[row]]
    if voice.kind == "author" and not voice.name and outlet:
        return f"an author of {outlet}" if language == "en" else f"كاتب في «{outlet}»"
    name = network.speaker(row, language)
    return name if language == "en" or voice.kind == "author" else f"«{name}»"


def _after(one: list[str], two: list[str]) -> bool:
    """Whether all of the latter dates are surely after all of the former."""
    known = all(day_of(date) != UNKNOWN_DAY for date in (*one, *two))
    return known and max(last_day(date) for date in one) < min(day_of(date) for date in two)


def _told(network: Network, actors: tuple[int, int], one: Side, two: Side) -> Tension:
    table = network.table
    dates = [[table.dates[table.date[r]] for r in side.rows] for side in (one, two)]
    shared = _shared(network, one.rows, two.rows)
    after = _after(*dates)
    if _after(*reversed(dates)):
        one, two, dates, after = two, one, dates[::-1], True
    if after:
        case = "before and after"
        last, first = max(dates[0], key=last_day), min(dates[1], key=day_of)
        en = f"Until {last} {one.en}; from {first} {two.en}"
        ar = f"حتى {last} {one.ar}؛ ومنذ {first} {two.ar}"
    elif shared is not None:
        case = "one voice"
        one, two = (spoken(network, side, shared) for side in (one, two))
        name_en, name_ar = (_name(network, one.rows[0], language) for language in ("en", "ar"))
        en = f"One voice ({name_en}) has it both ways: {one.en}, and {two.en}"
        ar = f"صوت واحد ({name_ar}) يقول الأمرين: {one.ar}، و{two.ar}"
    else:
        case = "different voices"
        en = f"Voices disagree: {one.en}, and {two.en}"
        ar = f"تختلف الأصوات: {one.ar}، و{two.ar}"
    score = round(min(one.mass, two.mass) * FACTOR[case], 6)
    return Tension("both ways", actors, score, en, ar, (one, two))
