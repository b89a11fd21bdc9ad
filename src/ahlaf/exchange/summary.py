"""Who is for and against whom: claims gathered into signed pairs, for people.

A pair counts a claim **for** where a positive relation is affirmed, **against** where a negative one is;
what is denied, wished, demanded, supposed or asked is counted apart under **unsettled**, for it does not
say that the relation holds. Claims with one end missing are left out.

>>> Pair("تركيا", "قطر", 3, 1, 0).leaning
'mixed'
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, NamedTuple

from rich.text import Text

from ahlaf.exchange.said import message, said
from ahlaf.exchange.terminal import cell, lined
from ahlaf.exchange.terminal import rows as table
from ahlaf.exchange.terminal import show as write
from ahlaf.model import Actor, Claim, Reading

if TYPE_CHECKING:
    from rich.console import Console

    from ahlaf.exchange.report.content import Language

_SAID: Final = frozenset(("asserted", "alleged"))


class Pair(NamedTuple):
    """One actor's stand towards another, as the texts together give it."""

    source: str
    target: str
    plus: int
    minus: int
    unsettled: int

    @property
    def leaning(self) -> str:
        """for, against, mixed, or unsettled where nothing is said outright."""
        if self.plus and self.minus:
            return "mixed"
        return "for" if self.plus else "against" if self.minus else "unsettled"


def pairs(readings: Iterable[Reading]) -> list[Pair]:
    """Every ordered pair of actors with its counts, the most spoken of first."""
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    names: dict[str, str] = {}
    for reading in readings:
        for claim in reading.claims:
            if claim.source is None or claim.target is None:
                continue
            one, two = claim.source.actor, claim.target.actor
            names.setdefault(one.id, _name(one))
            names.setdefault(two.id, _name(two))
            counts[one.id, two.id][_kind(claim)] += 1
    found = [Pair(names[a], names[b], c["+"], c["-"], c["?"]) for (a, b), c in counts.items()]
    return sorted(found, key=lambda p: (-(p.plus + p.minus), -p.unsettled, p.source, p.target))


def _name(actor: Actor) -> str:
    return actor.name or actor.id


def _kind(claim: Claim) -> str:
    if claim.polarity == "negated" or claim.modality not in _SAID:
        return "?"
    return "+" if claim.sign > 0 else "-"


_COLOURS: Final = {"for": "green", "against": "red", "mixed": "yellow"}


def show(paper: Console, found: list[Pair], language: Language = "en", most: int = 25) -> list[str]:
    """The pairs for people: who, for and against counts, whom; the rest is only counted.

    Returns:
        The headings of what a narrow terminal had no room for.
    """
    terminal = paper.is_terminal
    columns = ("for", "against", "unsettled", "stand", "source", "target")
    rows = [
        {
            "for": str(pair.plus or ""),
            "against": str(pair.minus or ""),
            "unsettled": str(pair.unsettled or ""),
            "stand": cell(said(pair.leaning, language), terminal=terminal, style=_COLOURS.get(pair.leaning, "dim")),
            "source": cell(pair.source, terminal=terminal, style="bold"),
            "target": cell(pair.target, terminal=terminal, style="bold"),
        }
        for pair in found[:most]
    ]
    titles = {name: said(name, language) for name in columns}
    left = table(paper, titles, rows, last="target", spare=("unsettled", "stand"), right=columns[:3])
    if len(found) > most:
        write(paper, Text(lined(message("more pairs", language, more=len(found) - most), terminal=terminal)))
    return left
