"""What would change if a claim were there, or were not.

**Definition.** A supposition adds ties ("العراق ALLY روسيا": asserted, fully believed, in a voice of its own),
removes what is said ("تركيا AID داعش", or "تركيا * داعش" for whatever is said of the two), or doubts single claims by
their ids. The network is gathered again without touching the data, and compared: the smallest doubt, the tensions
that come, go or change their score, and the actors that change camp.

**At once.** The index L changes by no more than the weights do: what is taken away lowers it by no more than its
weight, what is added raises it by no more than its own. So with the old index proved, and the cost of the old camps
(improved by moving single actors) in the new network, there are bounds in no time, and often they meet:

    L − Σ weight taken away  ≤  L′  ≤  cost of the improved old camps

The exact index is only computed anew where ``seconds`` are given for it.

**Edge cases.** An actor that is new to the picture may come in at one end of an added tie, and is named as new; a tie
between two unknown actors, the removal of what nobody says, a doubt of a claim that is not there are refused with a
sentence. Camps have no side relative to each other where no tie joins them, so they are compared part by part.

>>> from ahlaf.network import Network, Party, Statement
>>> a, b, c = (Party(n) for n in "ABC")
>>> asked = WhatIf(Network.of([
...     Statement("1", a, b, "ALLY", 1), Statement("2", b, c, "AID", 1), Statement("3", a, c, "ASSAULT", -1),
... ]))
>>> answer = asked.suppose(doubt=["2"])
>>> answer.before.value, answer.after.value, [t.kind for t in answer.gone]
(1.0, 0.0, ['circle'])
>>> asked.suppose(add=["C ALLY D"]).new_actors
('D',)
>>> asked.suppose(remove=["A AID B"])
Traceback (most recent call last):
...
ahlaf.errors.NetworkError: nothing here says that A AID B, so it can't be removed
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from ahlaf.errors import NetworkError
from ahlaf.network.filters import parties_named
from ahlaf.network.graph import Network
from ahlaf.network.statement import Party, fold
from ahlaf.network.table import NAMES, Table
from ahlaf.network.tensions import patterns, ranked
from ahlaf.network.tensions.circles import Found, circles_over, found_circles, near_of, tell_circles
from ahlaf.network.tensions.doubt import CLOSE, Doubt, Teller, smallest_doubt
from ahlaf.network.tensions.links import Links
from ahlaf.network.tensions.nearby import changed, within
from ahlaf.relations import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from numpy.typing import NDArray

    from ahlaf.network.tensions import Tension

MOST = 50
"""How many circles that open or close are told."""
VOICE = Party("what-if", "افتراض", "what if")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a supposition changes."""

    before: Doubt
    after: Doubt
    gone: tuple[Tension, ...]
    come: tuple[Tension, ...]
    changed: tuple[tuple[Tension, Tension], ...]
    moved: tuple[int, ...]
    """Actors that change camp, relative to those they are tied to."""
    new_actors: tuple[str, ...]
    joined: tuple[tuple[int, tuple[int, ...]], ...]
    """Actors new to the picture, each with some of those in whose camp they come to stand."""
    network: Network
    """The network as supposed: names and claims of the answer are looked up in it."""

    @property
    def anything(self) -> bool:
        """True where something changes."""
        same = (self.before.lower, self.before.upper) == (self.after.lower, self.after.upper)
        return bool(self.gone or self.come or self.changed or self.moved or self.joined) or not same


class WhatIf:
    """A network and its present state, to be asked as often as one likes."""

    def __init__(self, network: Network, *, seconds: float | None = 10.0, seed: int = 0) -> None:
        network.need()
        self.network = network
        self.seed = seed
        self.before = smallest_doubt(network, limit=0, seconds=seconds, seed=seed)
        self.links = Links(network)
        self.tensions = {_key(network, t): t for t in patterns(network, self.links, rounds=False)}
        self.signed = _weights(network)
        self.rounds = found_circles(network)
        self.weights = {(t.u, t.v): t.weight for t in network.ties}
        self.over: dict[tuple[int, int], list[frozenset[tuple[int, int]]]] = defaultdict(list)
        for key in self.rounds:
            for pair in key:
                self.over[pair].append(key)

    def suppose(
        self,
        add: Iterable[str] = (),
        remove: Iterable[str] = (),
        doubt: Iterable[str] = (),
        *,
        seconds: float = 0.0,
    ) -> Answer:
        """What would change; with ``seconds``, the index is proved anew where it is not at once."""
        net, new = supposed(self.network, add, remove, doubt)
        pairs = _pairs(self.network, net)
        after = bounded(self.signed, self.before, net)
        if not after.proved and seconds > 0:
            better = smallest_doubt(net, limit=0, seconds=seconds, seed=self.seed)
            if better.proved or better.upper - better.lower < after.upper - after.lower:
                after = better
        links, reach = changed(self.links, net, pairs)
        tensions = {_key(net, t): t for t in ranked(within(net, links, reach))}
        touched = {k: t for k, t in self.tensions.items() if reach.touches(t)}
        opened, closed = self._circles(net, pairs)
        gone = tuple(t for k, t in touched.items() if k not in tensions)
        gone += tuple(tell_circles(self.network, opened, MOST))
        come = tuple(t for k, t in tensions.items() if k not in self.tensions)
        come += tuple(tell_circles(net, closed, MOST))
        other = tuple(
            (old, tensions[k]) for k, old in touched.items() if k in tensions and abs(old.score - tensions[k].score) > 1e-6
        )
        moved, joined = _camps(net, self.before, after)
        return Answer(self.before, after, gone, come, other, moved, new, joined, net)

    def _circles(self, net: Network, pairs: Iterable[tuple[int, int]]) -> tuple[Found, Found]:
        """The circles over what was changed: those that are no longer there, and those that are new."""
        near = near_of(net)

        def now(pair: tuple[int, int]) -> float:
            return near.get(pair[0], {}).get(pair[1], 0.0)

        turned = sorted(p for p in pairs if self.weights.get(p, 0.0) != now(p))
        new = circles_over(near, turned)
        gone: Found = {}
        for pair in turned:
            for key in self.over.get(pair, ()):
                if sum(now(p) < 0 for p in key) % 2 == 0 or not all(now(p) for p in key):
                    gone[key] = self.rounds[key]
        return gone, {k: v for k, v in new.items() if k not in self.rounds}


def _pairs(old: Network, new: Network) -> set[tuple[int, int]]:
    """The pairs on which one network has claims that the other has not."""
    before, after = (np.arange(len(n.table)) if n.rows is None else n.rows for n in (old, new))
    table, rows = new.table, np.setxor1d(before, after)
    return {(min(p), max(p)) for p in zip(table.source[rows].tolist(), table.target[rows].tolist(), strict=True) if min(p) >= 0}


def _key(network: Network, tension: Tension) -> tuple[object, ...]:
    """What makes a tension the same one in another network."""
    table = network.table
    says = [(int(table.sign[s.rows[0]]), bool(table.denied[s.rows[0]])) for s in tension.sides]
    if tension.kind == "both ways":
        says.sort()  # which side comes first hangs on dates, and makes no other tension
    return tension.kind, tension.actors[:3], tuple(says)


# The index at once


def bounded(before: Mapping[tuple[int, int, bool], float], doubt: Doubt, new: Network) -> Doubt:
    """Bounds on the index of a network that differs a little from one whose index and weights are known."""
    edges, places = new.signed
    after = {(u, v, w > 0): abs(w) for u, v, w in edges}
    taken = sum(max(0.0, w - after.get(k, 0.0)) for k, w in before.items())
    side = _descended(edges, {a: 1 - 2 * i for i, camp in enumerate(doubt.camps) for a in camp})
    broken = [e for e, (u, v, w) in enumerate(edges) if (w > 0) != (side[u] == side[v])]
    upper = round(sum((abs(edges[e][2]) for e in broken), 0.0), 9)
    lower = round(max(0.0, doubt.lower - taken), 9)
    proved = upper - lower <= CLOSE
    told = Teller(new, edges, places)
    one = frozenset(a for a, s in side.items() if s > 0)
    two = frozenset(a for a, s in side.items() if s < 0)
    circles = doubt.contradictions if not taken else ()
    proof = "change" if proved else "open"
    return Doubt(upper if proved else None, min(lower, upper), upper, proof, told.ties(broken), (one, two), circles)


def _weights(network: Network) -> dict[tuple[int, int, bool], float]:
    return {(u, v, w > 0): abs(w) for u, v, w in network.signed[0]}


def _descended(edges: list[tuple[int, int, float]], known: dict[int, int]) -> dict[int, int]:
    """Camps improved by moving single actors; new actors go where they are pulled."""
    near: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for u, v, w in edges:
        near[u].append((v, w))
        near[v].append((u, w))
    side = {a: known.get(a, 0) for a in near}
    queue = sorted(near, key=lambda a: side[a] != 0)
    for _ in range(20):
        moved = []
        for a in queue:
            pull = sum(w * side[b] for b, w in near[a])
            better = 1 if pull > CLOSE else -1 if pull < -CLOSE else side[a] or 1
            if better != side[a]:
                side[a] = better
                moved += [b for b, _ in near[a]]
        if not moved:
            break
        queue = sorted(set(moved))
    return side


# The supposed network


def supposed(
    network: Network, add: Iterable[str], remove: Iterable[str], doubt: Iterable[str]
) -> tuple[Network, tuple[str, ...]]:
    """The network with ties added, removed and doubted, and the names of the actors that are new to it."""
    table = network.table
    rows = np.arange(len(table)) if network.rows is None else network.rows
    out = {network.row_of(claim) for claim in doubt}
    for text in remove:
        out.update(_told_by(network, rows, text))
    parties = list(table.parties)
    ties = [_tie_of(network, parties, text) for text in add]
    kept = rows[~np.isin(rows, sorted(out))] if out else rows
    if not ties:
        return Network(table, network.weights, kept, network.factor), ()
    grown = _grown(table, tuple(parties), ties)
    more = np.arange(len(table), len(grown))
    factor = None if network.factor is None else np.append(network.factor, np.ones(len(more)))
    new = tuple(party.name for party in parties[len(table.parties) :])
    return Network(grown, network.weights, np.append(kept, more), factor), new


def _told_by(network: Network, rows: NDArray[np.int64], text: str) -> Iterator[int]:
    """The rows that tell of a tie which is to be removed.

    Raises:
        NetworkError: none does.
    """
    table = network.table
    source, relation, target = parse(text)
    s, t = network.find(source), network.find(target)
    here = (table.source == s) & (table.target == t)
    if relation == "*" or RELATIONS[relation].mutual:
        here |= (table.source == t) & (table.target == s)
    if relation != "*":
        here &= table.relation == NAMES.index(relation)
    found = np.intersect1d(np.flatnonzero(here), rows)
    if not len(found):
        raise NetworkError(f"nothing here says that {text}, so it can't be removed")
    return (int(row) for row in found)


def _tie_of(network: Network, parties: list[Party], text: str) -> tuple[int, str, int]:
    """A tie that is to be added, by its parties' numbers; one that is new is put behind the others.

    Raises:
        NetworkError: it names no relation, or nobody whom the network knows.
    """
    source, relation, target = parse(text)
    if relation == "*":
        raise NetworkError(f"{text!r} names no relation to add: they are {', '.join(NAMES)}")
    one, two = (_number_of(network, parties, name) for name in (source, target))
    if min(one, two) >= len(network.table.parties):
        raise NetworkError(
            f"neither {source!r} nor {target!r} is an actor here, so the tie would hang in the air: "
            "name one that is (ahlaf map lists them)"
        )
    return one, relation, two


def _number_of(network: Network, parties: list[Party], name: str) -> int:
    """The number of the party that is called so, put behind the others where nobody is."""
    known = parties_named(parties, name)
    if len(known) > 1:
        network.find(name)  # which says who they are
    if known:
        return known[0]
    parties.append(Party(fold(name), name))
    return len(parties) - 1


def parse(text: str) -> tuple[str, str, str]:
    """A tie as it is typed: an actor, a relation in capitals or ``*``, an actor.

    >>> parse("التحالف الدولي ALLY روسيا")
    ('التحالف الدولي', 'ALLY', 'روسيا')
    >>> parse("Iraq likes Russia")
    Traceback (most recent call last):
    ...
    ahlaf.errors.NetworkError: 'Iraq likes Russia' can't be read: write ACTOR RELATION ACTOR, as in "العراق ALLY روسيا"
    """
    words = text.split()
    for at, word in enumerate(words[1:-1], 1):
        if word == "*" or word.upper() in RELATIONS:
            return " ".join(words[:at]), word.upper(), " ".join(words[at + 1 :])
    raise NetworkError(f"{text!r} can't be read: write ACTOR RELATION ACTOR, as in \"العراق ALLY روسيا\"")


def _grown(table: Table, parties: tuple[Party, ...], ties: list[tuple[int, str, int]]) -> Table:
    """The table with rows for added ties."""
    count = len(ties)
    voices, documents = (*table.voices, VOICE), (*table.documents, VOICE.id)
    relations = [r for _, r, _ in ties]

    def column(name: str, values: object) -> NDArray[Any]:
        old = getattr(table, name)
        return np.concatenate([old, np.broadcast_to(np.asarray(values, old.dtype), count)])

    return replace(
        table,
        parties=parties,
        voices=voices,
        documents=documents,
        authors=(*table.authors, ""),
        outlets=(*table.outlets, ""),
        dates=(*table.dates, ""),
        stories=(*table.stories, VOICE.id),
        source=column("source", [s for s, _, _ in ties]),
        target=column("target", [t for _, _, t in ties]),
        relation=column("relation", [NAMES.index(r) for r in relations]),
        sign=column("sign", [RELATIONS[r].sign for r in relations]),
        denied=column("denied", 0),
        modality=column("modality", 0),
        voice=column("voice", len(table.voices)),
        heard=column("heard", len(table.voices)),
        credence=column("credence", 1.0),
        document=column("document", len(table.documents)),
        author=column("author", len(table.authors)),
        outlet=column("outlet", len(table.outlets)),
        date=column("date", len(table.dates)),
        story=column("story", len(table.stories)),
        review=column("review", 0),
        start=column("start", -1),
        end=column("end", -1),
        ids=table.ids.plus(f"what-if:{i}" for i in range(1, count + 1)),
        quotes=table.quotes.plus("" for _ in ties),
    )


# Camps, part by part


def _camps(
    network: Network, before: Doubt, after: Doubt
) -> tuple[tuple[int, ...], tuple[tuple[int, tuple[int, ...]], ...]]:
    """Who changes camp, and beside whom the new ones come to stand."""
    old = {a: i for i, camp in enumerate(before.camps) for a in camp}
    new = {a: i for i, camp in enumerate(after.camps) for a in camp}
    near: dict[int, list[int]] = defaultdict(list)
    for tie in network.ties:
        if tie.plus or tie.minus:
            near[tie.u].append(tie.v)
            near[tie.v].append(tie.u)
    moved: list[int] = []
    joined: list[tuple[int, tuple[int, ...]]] = []
    seen: set[int] = set()
    for first in near:
        if first in seen:
            continue
        part, stack = [], [first]
        seen.add(first)
        while stack:
            x = stack.pop()
            part.append(x)
            for y in near[x]:
                if y not in seen:
                    seen.add(y)
                    stack.append(y)
        known = [a for a in part if a in old and a in new]
        turned = sum(old[a] == new[a] for a in known) * 2 < len(known)
        moved += [a for a in known if (old[a] == new[a]) == turned]
        for a in part:
            if a in new and a not in old:
                joined.append((a, tuple(b for b in near[a] if new.get(b) == new[a])[:3]))
    return tuple(sorted(moved)), tuple(sorted(joined))
