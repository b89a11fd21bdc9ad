"""The network: claims gathered into signed, weighted edges.

A :class:`Network` is a table of statements, the weights by which they count, and the rows that passed
its filters. It never changes: :meth:`Network.where`, :meth:`Network.lift` and :meth:`Network.by_voice`
give new ones over the same statements.

>>> from ahlaf.network.statement import Party, Statement
>>> iraq, daesh, turkey = (Party(n) for n in ("Iraq", "Daesh", "Turkey"))
>>> net = Network.of([
...     Statement("1", iraq, daesh, "OPPOSE", -1, document="d"),
...     Statement("2", turkey, daesh, "AID", 1, document="d", modality="alleged"),
...     Statement("3", turkey, iraq, "SUPPORT", 1, document="d"),
... ])
>>> net
<Network of 3 actors, 3 edges (2 plus, 1 minus), 3 claims>
>>> [(net.label(t.u), net.label(t.v), t.weight) for t in net.ties]
[('Iraq', 'Daesh', -1.0), ('Iraq', 'Turkey', 1.0), ('Daesh', 'Turkey', 0.6)]
"""

from __future__ import annotations

import difflib
from collections import Counter
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from ahlaf.errors import NetworkError
from ahlaf.model import Reading
from ahlaf.namesakes import told_apart
from ahlaf.network.filters import near_names, parties_named, pick
from ahlaf.network.gather import Edge, Gathered, gather
from ahlaf.network.grain import GRAIN
from ahlaf.network.lift import lifted
from ahlaf.network.statement import Party, Statement, fold
from ahlaf.network.table import NAMES, Table, tabulate
from ahlaf.network.weights import Weights
from ahlaf.optional import library

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray


class Tie(NamedTuple):
    """What binds and what divides two actors, direction dropped.

    ``plus`` and ``minus`` are the weights that remain of either sign, ``weight`` is what binds less what divides;
    ``at_plus`` and ``at_minus`` are places among the network's gathered ties (-1 for none).
    """

    u: int
    v: int
    plus: float
    minus: float
    weight: float
    at_plus: int
    at_minus: int


_FEW = 40


class Network:
    """Claims gathered into signed edges; see the module."""

    def __init__(
        self,
        table: Table,
        weights: Weights | None = None,
        rows: NDArray[np.int64] | None = None,
        factor: NDArray[np.float64] | None = None,
    ) -> None:
        self.table = table
        self.weights = weights or Weights()
        self.rows = rows
        self.factor = factor

    @classmethod
    def of(cls, statements: Iterable[Statement], weights: Weights | None = None) -> Network:
        """Gather statements.

        Raises:
            TypeError: something is no statement; of a reading, :func:`~ahlaf.network.from_reading` makes them.
        """
        if isinstance(statements, Reading):
            raise TypeError("a network is made of statements: give ahlaf.network.from_reading(reading)")
        return cls(tabulate(statements), weights)

    def __repr__(self) -> str:
        plus = int((self.gathered.sign > 0).sum())
        count = len(self.gathered)
        return (
            f"<Network of {len(self.actors)} actors, {count} edges ({plus} plus, {count - plus} minus), "
            f"{self.claims} claims>"
        )

    # What is in it

    @property
    def parties(self) -> tuple[Party, ...]:
        """Every actor of the table, those without an edge too."""
        return self.table.parties

    @cached_property
    def gathered(self) -> Gathered:
        """The edges, in arrays."""
        return gather(self.table, self.weights, self.rows, factor=self.factor)

    @cached_property
    def gathered_ties(self) -> Gathered:
        """The ties, in arrays: a row for either sign of a pair."""
        return gather(self.table, self.weights, self.rows, directed=False, factor=self.factor)

    @cached_property
    def edges(self) -> Sequence[Edge]:
        """The edges, one record each."""
        return tuple(self.gathered.edges())

    @cached_property
    def ties(self) -> Sequence[Tie]:
        """The pairs, each with what binds and what divides it."""
        return tuple(map(Tie, *(column.tolist() for column in self._tie_columns)))

    @cached_property
    def _tie_columns(self) -> tuple[NDArray[Any], ...]:
        """The fields of the ties, each in an array: what is asked thousands of times a second is asked of these."""
        g = self.gathered_ties
        # The two signs of a pair, where it has both, lie beside each other.
        new = np.r_[True, (g.source[1:] != g.source[:-1]) | (g.target[1:] != g.target[:-1])][: len(g)]
        first, of_pair, minus = np.flatnonzero(new), np.cumsum(new) - 1, (g.sign < 0).astype(np.int64)
        at = np.full((2, len(first)), -1)
        weight = np.zeros((2, len(first)))
        at[minus, of_pair] = np.arange(len(g))
        weight[minus, of_pair] = g.weight
        return g.source[first], g.target[first], weight[0], weight[1], (weight[0] - weight[1]).round(9), at[0], at[1]

    @cached_property
    def actors(self) -> tuple[int, ...]:
        """The numbers of the actors that have an edge."""
        ends = np.union1d(self.gathered.source, self.gathered.target)
        return tuple(int(a) for a in ends)

    @cached_property
    def of_row(self) -> NDArray[np.float64]:
        """What each claim of the table weighs."""
        return self.weights.of_rows(self.table)

    def heaviest(self, rows: NDArray[np.int32], *, denied: bool | None = None) -> tuple[int, ...]:
        """Rows by weight, the weightiest first; only those denied, or only those not, where that is asked."""
        if denied is not None:
            rows = rows[self.table.denied[rows] == denied]
        if len(rows) < _FEW:  # most ties have so few that lists are quicker
            weights = self.of_row[rows].tolist()
            return tuple(r for _, r in sorted(zip([-w for w in weights], rows.tolist(), strict=True)))
        ranked: list[int] = rows[np.lexsort((rows, -self.of_row[rows]))].tolist()
        return tuple(ranked)

    @property
    def claims(self) -> int:
        """How many claims the edges rest on."""
        return len(self.gathered.order)

    def label(self, actor: int, language: str = "ar") -> str:
        """The name of an actor, told apart from others of that name."""
        if language not in self._labels:
            self._labels[language] = told_apart([p.label(language) for p in self.parties], self.parties, language)
        return self._labels[language][actor]

    @cached_property
    def _labels(self) -> dict[str, list[str]]:
        return {}

    @cached_property
    def _spoke_first(self) -> dict[int, int]:
        voices, rows = np.unique(self.table.voice, return_index=True)
        return dict(zip(voices.tolist(), rows.tolist(), strict=True))

    def speaker(self, row: int, language: str = "ar") -> str:
        """Who says a claim, by name; an author whose name is not known by the first of his documents."""
        table = self.table
        voice = int(table.voice[row])
        party = table.voices[voice]
        if party.name or party.name_en or party.kind != "author":
            return party.label(language)
        document = table.documents[table.document[self._spoke_first[voice]]]
        if document.isdecimal():  # a number is no name: on the page a document goes by the project's
            return f"the author of document {document}" if language == "en" else f"كاتب الوثيقة {document}"
        return f"the author of {document}" if language == "en" else f"كاتب «{document}»"

    def statement(self, row: int) -> Statement:
        """A claim, with its words."""
        return self.table[row]

    def statements(self, rows: Iterable[int]) -> tuple[Statement, ...]:
        """Claims, with their words."""
        return tuple(self.table[r] for r in rows)

    def row_of(self, claim: str) -> int:
        """The row of the claim with an id."""
        try:
            return self.table.ids.index(claim)
        except ValueError:
            close = difflib.get_close_matches(claim, self.table.ids[:100000], 3)
            hint = f"; near it are {', '.join(close)}" if close else f"; they are called like {self.table.ids[0]}"
            raise NetworkError(f"there is no claim {claim!r} here{hint}") from None

    def find(self, name: str) -> int:
        """The number of the actor that goes by a name or id; a sentence where there is none."""
        found = parties_named(self.parties, name)
        if len(found) == 1:
            return found[0]
        if not found:
            close = near_names(self.parties, name)
            hint = f"; did you mean {' or '.join(close)}?" if close else ""
            raise NetworkError(f"no actor here is called {name!r}{hint}")
        some = ", ".join(self.parties[i].id for i in found[:5])
        raise NetworkError(f"{len(found)} actors here are called {name!r}: say which by its id ({some})")

    # Other networks over the same statements

    def where(self, **filters: Any) -> Network:  # noqa: ANN401 - the filters of pick
        """Only the claims that pass; :func:`ahlaf.network.filters.pick` lists the filters."""
        return Network(self.table, self.weights, pick(self.table, self.rows, **filters), self.factor)

    def lift(
        self,
        *,
        organs: bool = False,
        members: bool = False,
        mapping: Mapping[str, str] | None = None,
        states: Mapping[str, tuple[str, str]] | None = None,
    ) -> Network:
        """Organs as their state, members as their alliance, names as a mapping says.

        A state that no text names is called as ``states`` has it, by its code: an Arabic and an English name.
        """
        table = lifted(self.table, self.weights, self.rows, organs=organs, members=members, mapping=mapping, states=states)
        return Network(table, self.weights, self.rows, self.factor)

    def scaled(self, factor: NDArray[np.float64]) -> Network:
        """The weight of every row multiplied: a kernel over time, a resampling."""
        both = factor if self.factor is None else self.factor * factor
        return Network(self.table, self.weights, self.rows, both)

    def by_voice(self) -> dict[str, Network]:
        """Each voice's own map, the one that says most first."""
        rows = np.arange(len(self.table)) if self.rows is None else self.rows
        voice = self.table.voice[rows]
        order = np.argsort(voice, kind="stable")
        ends = np.flatnonzero(np.r_[True, np.diff(voice[order]) != 0, True]) if len(rows) else np.zeros(1, int)
        parts = [rows[order[a:b]] for a, b in pairwise(ends)]
        parts.sort(key=lambda p: (-len(p), self.table.voice[p[0]]))
        return {
            self.table.voices[self.table.voice[p[0]]].id: Network(self.table, self.weights, np.sort(p), self.factor)
            for p in parts
        }

    # Balance

    @cached_property
    def said_of(self) -> list[int]:
        """How many claims of the whole table, whatever the filters, are about each actor."""
        ends = np.concatenate([self.table.source, self.table.target])
        found: list[int] = np.bincount(ends[ends >= 0], minlength=len(self.parties)).tolist()
        return found

    def ordered(self, camps: Iterable[frozenset[int]]) -> tuple[frozenset[int], ...]:
        """Camps in an order that no filter turns: first that of whom the whole table says most; none that is empty."""

        def first(camp: frozenset[int]) -> tuple[int, str]:
            return min((-self.said_of[a], self.parties[a].id) for a in camp)

        return tuple(sorted((c for c in camps if c), key=first))

    @cached_property
    def signed(self) -> tuple[list[tuple[int, int, float]], list[int]]:
        """What balance is asked of: (u, v, signed weight), and for each its place among the gathered ties."""
        u, v, plus, minus, _, at_plus, at_minus = self._tie_columns
        weight = np.stack([plus, -minus], axis=1).ravel().round(GRAIN)
        there = np.flatnonzero(weight)
        ends = (u[there // 2].tolist(), v[there // 2].tolist(), weight[there].tolist())
        return list(zip(*ends, strict=True)), np.stack([at_plus, at_minus], axis=1).ravel()[there].tolist()

    def need(self, *, minus: bool = False, pair: bool = True) -> None:
        """Refuse, with a sentence, what can't be asked of this network."""
        if not len(self.table):
            raise NetworkError("there are no claims here: read some documents first (`ahlaf code` reads those of a project)")
        if self.rows is not None and not len(self.rows):
            raise NetworkError("no claim passes these filters: widen them")
        if pair and not len(self.gathered):
            raise NetworkError(
                "no claim here ties two actors: each names one end only, speaks of one actor alone, or has weight 0"
            )
        ties = self.gathered_ties
        if minus and not ((ties.sign < 0) | (ties.deniers > 0)).any():
            raise NetworkError("no claim here sets one actor against another: without a minus nothing is in tension")

    # Elsewhere

    def to_rows(self, language: str = "ar") -> list[dict[str, Any]]:
        """The edges as plain rows, by names and, last, by the ids that the other files and the API know their ends by."""
        return [
            {
                "source": self.label(e.source, language),
                "target": self.label(e.target, language),
                "sign": "+" if e.sign > 0 else "−",
                "weight": e.weight,
                "mass_for": e.mass_for,
                "mass_against": e.mass_against,
                "voices": e.voices,
                "deniers": e.deniers,
                "documents": e.documents,
                "copies": e.copies,
                "outlets": e.outlets,
                "first": e.first,
                "last": e.last,
                "claims": [self.table.ids[r] for r in e.rows],
                "words": self._surest_words(e),
                "source_id": self.parties[e.source].id,
                "target_id": self.parties[e.target].id,
            }
            for e in self.edges
        ]

    def _surest_words(self, edge: Edge) -> str:
        """The words of the weightiest claim that says what an edge says; of one that is only denied, of the one that denies it."""
        rows = np.asarray(edge.rows, np.int32)
        said = self.heaviest(rows, denied=False) or self.heaviest(rows)
        return self.table.quotes[said[0]]

    def to_pandas(self, language: str = "ar") -> Any:  # noqa: ANN401 - pandas is not always there
        """The edges as a pandas table (pandas must be installed)."""
        pandas = library("pandas", "a pandas table")
        return pandas.DataFrame(self.to_rows(language))

    def to_networkx(self, language: str = "ar") -> Any:  # noqa: ANN401 - networkx ships no types
        """A ``networkx.MultiDiGraph``: an edge for either sign, keyed ``+`` or ``−``; ``relations``, the most said first."""
        import networkx as nx  # noqa: PLC0415 - only who asks for it pays for it

        graph = nx.MultiDiGraph()
        for a in self.actors:
            party = self.parties[a]
            facts = {"name": party.name, "name_en": party.name_en, "kind": party.kind}
            graph.add_node(party.id, label=self.label(a, language), **facts, country=party.country, sector=party.sector)
        for e, row in zip(self.edges, self.to_rows(language), strict=True):
            data = {k: v for k, v in row.items() if k not in ("source", "target", "sign", "source_id", "target_id")}
            said = Counter(NAMES[self.table.relation[r]] for r in e.rows)
            data.update(sign=e.sign, signed=e.sign * e.weight, relations=[name for name, _ in said.most_common()])
            graph.add_edge(self.parties[e.source].id, self.parties[e.target].id, row["sign"], **data)
        return graph

    def to_igraph(self, language: str = "ar") -> Any:  # noqa: ANN401 - igraph is not always there
        """A directed ``igraph.Graph``, where the user has igraph (its licence, GPL, is the user's choice)."""
        igraph = library("igraph", "an igraph graph")
        place = {a: i for i, a in enumerate(self.actors)}
        graph = igraph.Graph(len(place), [(place[e.source], place[e.target]) for e in self.edges], directed=True)
        graph.vs["name"] = [self.parties[a].id for a in self.actors]
        graph.vs["label"] = [self.label(a, language) for a in self.actors]
        graph.es["sign"] = [e.sign for e in self.edges]
        graph.es["weight"] = [e.weight for e in self.edges]
        rows = self.to_rows(language)
        for key in ("mass_for", "mass_against", "voices", "documents", "outlets", "first", "last", "claims", "words"):
            graph.es[key] = [r[key] for r in rows]
        return graph


__all__ = ["Edge", "Network", "Tie", "fold"]
