"""How well claims were found, as the annotation guide asks.

A found claim matches a gold claim where both ends agree with one of the gold's names (:mod:`.actors`; either way round
for a relation that has no direction), the signs agree and the two pieces of evidence overlap; each is matched once, as
many as can be. Measured are

* **signed edges**: precision, recall and F1 over the claims in which both ends are there;
* **typed edges**: the same, the relation agreeing too;
* **the map**: the same over each document's distinct signed pairs, wherever they are said;
* relation, polarity, modality and voice: how often they are right on the matched claims.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from ahlaf.check.actors import any_same, same_actor
from ahlaf.check.figures import Figure
from ahlaf.model import Span
from ahlaf.relations import RELATIONS

Record = Mapping[str, Any]
"""A claim in the shape of the annotation guide (a line of ``ahlaf read --format jsonl`` has it)."""
FIELDS: Final = ("relation", "polarity", "modality", "voice")


@dataclass(slots=True)
class Share:
    """How many were hit, of how many that were wanted and how many that were found."""

    hit: int = 0
    wanted: int = 0
    found: int = 0

    def count(self, hit: int, wanted: int, found: int) -> None:
        """Add a document's."""
        self.hit += hit
        self.wanted += wanted
        self.found += found

    @property
    def precision(self) -> float:
        """Hits of what was found; 0 where nothing was."""
        return self.hit / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Hits of what was wanted."""
        return self.hit / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.hit / (self.wanted + self.found) if self.hit else 0.0


@dataclass(slots=True)
class Score:
    """What was measured over some documents."""

    documents: int = 0
    signed: Share = field(default_factory=Share)
    typed: Share = field(default_factory=Share)
    map: Share = field(default_factory=Share)
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))

    def add(self, text: str, gold: Iterable[Record], found: Iterable[Record]) -> None:
        """Measure one document.

        Args:
            text: the document's.
            gold: the annotators' claims.
            found: the claims to be measured; their places are ``start`` and ``end``, or those of their evidence in the text.
        """
        wanted, claims = both_ends(gold), both_ends(found)
        places = ([place(c, text) for c in wanted], [place(c, text) for c in claims])
        pairs = match(wanted, claims, places)
        self.documents += 1
        self.signed.count(len(pairs), len(wanted), len(claims))
        typed = match(wanted, claims, places, lambda g, c: bool(g["relation"] == c["relation"]))
        self.typed.count(len(typed), len(wanted), len(claims))
        ties, drawn = distinct(wanted), distinct(claims)
        anywhere: tuple[list[Span | None], list[Span | None]] = ([None] * len(ties), [None] * len(drawn))
        self.map.count(len(match(ties, drawn, anywhere)), len(ties), len(drawn))
        for i, j in pairs:
            for name in FIELDS:
                one, two = wanted[i].get(name), claims[j].get(name)
                self.right[name] += one == two or (name == "voice" and same_actor(str(one), str(two)))

    def figures(self, on: str) -> list[Figure]:
        """Everything measured, on a gold file of this name."""
        signed = self.signed
        edges = [
            Figure(f"{on}.signed_edge", on, "signed-edge F1", signed.f1),
            Figure(f"{on}.precision", on, "precision", signed.precision),
            Figure(f"{on}.recall", on, "recall", signed.recall),
            Figure(f"{on}.typed_edge", on, "typed F1", self.typed.f1),
            Figure(f"{on}.map", on, "map F1", self.map.f1),
        ]
        shares = {name: count / signed.hit if signed.hit else 0.0 for name, count in self.right.items()}
        return edges + [Figure(f"{on}.{name}", on, f"{name} right on matched", share) for name, share in shares.items()]


def both_ends(claims: Iterable[Record]) -> list[Record]:
    """The claims of which both ends are there."""
    return [claim for claim in claims if names(claim, "source") and names(claim, "target")]


def names(claim: Record, side: str) -> list[str]:
    """What an end may be called: one name, or a list of them."""
    found = claim.get(side)
    return [found] if isinstance(found, str) and found else [n for n in found or () if n]


def place(claim: Record, text: str) -> Span | None:
    """Where a claim stands in its text; ``None`` where nobody can tell, and then it overlaps everything."""
    if isinstance(claim.get("start"), int) and isinstance(claim.get("end"), int):
        return Span(claim["start"], claim["end"])
    words = claim.get("evidence") or claim.get("trigger") or ""
    at = text.find(words) if words else -1
    return None if at < 0 else Span(at, at + len(words))


def distinct(claims: Iterable[Record]) -> list[Record]:
    """The first claim of each signed pair, pairs being told apart by the ends' first names."""
    kept: list[Record] = []
    for claim in claims:
        if not any(_one_tie(claim, other) for other in kept):
            kept.append(claim)
    return kept


def _one_tie(one: Record, other: Record) -> bool:
    return bool(one["sign"] == other["sign"]) and all(
        same_actor(names(one, side)[0], names(other, side)[0]) for side in ("source", "target")
    )


def same_pair(gold: Record, found: Record) -> bool:
    """Whether both ends agree, either way round for a relation that has no direction."""
    sources, targets = names(gold, "source"), names(gold, "target")
    if any_same(sources, names(found, "source")) and any_same(targets, names(found, "target")):
        return True
    known = RELATIONS.get(gold["relation"])
    mutual = known is not None and known.mutual
    return mutual and any_same(sources, names(found, "target")) and any_same(targets, names(found, "source"))


def match(
    gold: Sequence[Record],
    found: Sequence[Record],
    places: tuple[Sequence[Span | None], Sequence[Span | None]],
    more: Callable[[Record, Record], bool] = lambda _g, _f: True,
) -> list[tuple[int, int]]:
    """As many pairs of a gold and a found claim as can be, each used once; the same relation is tried first.

    Args:
        gold: what was wanted.
        found: what was found.
        places: where both stand.
        more: what else must hold of a pair.
    """

    def fits(i: int, j: int) -> bool:
        one, two = gold[i], found[j]
        here, there = places[0][i], places[1][j]
        near = here is None or there is None or here.overlaps(there)
        return bool(near and one["sign"] == two["sign"] and more(one, two) and same_pair(one, two))

    ways = [
        sorted((j for j in range(len(found)) if fits(i, j)), key=lambda j, i=i: found[j]["relation"] != gold[i]["relation"])  # type: ignore[misc]
        for i in range(len(gold))
    ]
    taken: dict[int, int] = {}

    def settle(i: int, seen: set[int]) -> bool:
        for j in ways[i]:
            if j not in seen:
                seen.add(j)
                if j not in taken or settle(taken[j], seen):
                    taken[j] = i
                    return True
        return False

    for i in range(len(gold)):
        settle(i, set())
    return sorted((i, j) for j, i in taken.items())
