"""Lifts: the same claims between larger actors.

* **Organs as their state.** A ministry, an army, an office-holder (kinds organ, force, and persons of a
  government or an army; a ruling house; and whatever the rule book calls by a state's code and a word, IRQ.army)
  stands for the state of its ISO country; a place stands for the state that it lies in.
* **Members as their alliance.** A member stands for the body to which the claims tie it (:mod:`.bodies`, the
  weight that remains after denials): ``lift(a) = argmax over A of weight(a → A)``. An actor tied equally to two
  bodies is not lifted, for the claims do not say where; nor is one that is itself a body with members, so that
  lifts do not run in circles.
* **By a mapping** that the user gives, from a name or id to a name or id; it goes first.

A claim whose two ends become one actor (a member on its own alliance) makes no edge any more.

**Edge cases.** Countries that are no state (IGO, IMG…) lift nothing. The state of a country is the one that its code
calls: the Ottoman Empire and the Kurdistan Region are states of Turkey's and Iraq's country, and no army of theirs is
lifted to them. A state that no text names is called as whoever lifts calls it, else by its code; where claims have ids
of their own, it is the only one of kind state there.

>>> from ahlaf.network.statement import Party, Statement
>>> from ahlaf.network.table import tabulate
>>> from ahlaf.network.weights import Weights
>>> army = Party("IRQ.army", "الجيش العراقي", kind="force", country="IRQ")
>>> iraq, daesh = Party("IRQ", "العراق", kind="state", country="IRQ"), Party("daesh", "داعش")
>>> t = tabulate([Statement("1", army, daesh, "ASSAULT", -1), Statement("2", iraq, daesh, "OPPOSE", -1)])
>>> up = lifted(t, Weights(), None, organs=True)
>>> [up[r].source.label() for r in range(2)]
['العراق', 'العراق']
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ahlaf.errors import NetworkError
from ahlaf.network.bodies import LEAST, memberships
from ahlaf.network.filters import parties_named
from ahlaf.network.statement import Party
from ahlaf.network.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from ahlaf.network.weights import Weights

ORGAN_KINDS = frozenset({"organ", "force", "city", "province", "region", "base", "place"})
PERSON_SECTORS = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG"})
NO_STATE = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC", ""})


def lifted(
    table: Table,
    weights: Weights,
    rows: NDArray[np.int64] | None,
    *,
    organs: bool = False,
    members: bool = False,
    mapping: Mapping[str, str] | None = None,
    states: Mapping[str, tuple[str, str]] | None = None,
) -> Table:
    """The table with its ends lifted; ``states`` has the names of countries by their codes, Arabic and English."""
    if mapping:
        table = _mapped(table, mapping)
    if organs:
        table = _states(table, states or {})
    if members:
        table = _bodies(table, weights, rows)
    return table


def read_mapping(path: str) -> dict[str, str]:
    """A lift from a file: a line a name, a tab, and the name that it is lifted to."""
    found = {}
    try:
        lines = Path(path).read_text("utf-8").splitlines()
    except (OSError, UnicodeError) as bad:
        why = bad.strerror if isinstance(bad, OSError) else "it is not in UTF-8"
        raise NetworkError(f"{path}: neither organs nor members, nor a file of names that can be read ({why})") from None
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#"):
            low, tab, high = line.partition("\t")
            if not tab:
                raise NetworkError(f"{path}:{number}: write two names with a tab between them")
            found[low.strip()] = high.strip()
    return found


def _moved(table: Table, parties: list[Party], up: NDArray[np.int32]) -> Table:
    """Move every end; -1, no actor, stays."""
    up = np.append(up, np.int32(-1))
    return table.with_ends(tuple(parties), up[table.source], up[table.target])


def _mapped(table: Table, mapping: Mapping[str, str]) -> Table:
    parties = list(table.parties)
    up = np.arange(len(parties), dtype=np.int32)
    for low, high in mapping.items():
        from_ = parties_named(table.parties, low)
        if not from_:
            raise NetworkError(f"the lift names {low!r}, and no actor here is called so")
        to = parties_named(parties, high)
        if not to:
            to = [len(parties)]
            parties.append(Party(high, high))
        up[from_] = to[0]
    return _moved(table, parties, up)


def _states(table: Table, called: Mapping[str, tuple[str, str]]) -> Table:
    parties = list(table.parties)
    states = {p.country: i for i, p in enumerate(parties) if p.id == p.country}
    coded = {*states, *(p.country for p in parties if p.id.startswith(f"{p.country}."))}
    only: dict[str, list[int]] = {}
    for i, party in enumerate(parties):
        if party.kind == "state" and party.country not in coded:
            only.setdefault(party.country, []).append(i)
    states |= {country: some[0] for country, some in only.items() if len(some) == 1}
    up = np.arange(len(parties), dtype=np.int32)
    for i, party in enumerate(table.parties):
        if party.country in NO_STATE or states.get(party.country) == i:
            continue
        office = party.kind == "person" and party.sector.split("|")[0] in PERSON_SECTORS
        house = party.kind == "social-group" and "GOV" in party.sector.split("|")
        if office or house or party.kind in ORGAN_KINDS or party.id.startswith(f"{party.country}."):
            if party.country not in states:
                states[party.country] = len(parties)
                names = called.get(party.country, (party.country, ""))
                parties.append(Party(party.country, *names, kind="state", country=party.country))
            up[i] = states[party.country]
    return _moved(table, parties, up)


def _bodies(table: Table, weights: Weights, rows: NDArray[np.int64] | None) -> Table:
    ties = memberships(table, weights, rows)
    best: dict[int, tuple[float, int, bool]] = {}
    bodies = set()
    for low, high, weight in zip(ties.source.tolist(), ties.target.tolist(), ties.weight.tolist(), strict=True):
        if weight < LEAST:
            continue
        bodies.add(high)
        most, where, single = best.get(low, (0.0, -1, True))
        if weight > most + 1e-9:
            best[low] = (weight, high, True)
        elif abs(weight - most) <= 1e-9:
            best[low] = (most, where, False)
    up = np.arange(len(table.parties), dtype=np.int32)
    for low, (_, high, single) in best.items():
        if single and low not in bodies:
            up[low] = high
    return _moved(table, list(table.parties), up)
