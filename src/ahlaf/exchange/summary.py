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
from typing import Final, NamedTuple

from rich.table import Table
from rich.text import Text

from ahlaf.exchange.terminal import cell, plain_table
from ahlaf.model import Actor, Claim, Reading

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


def table(found: list[Pair], *, terminal: bool, most: int = 25) -> Table:
    """The pairs for people: who, for and against counts, whom; the rest is only counted."""
    made = plain_table(terminal=terminal)
    for title in ("for", "against", "unsettled"):
        made.add_column(title, justify="right", no_wrap=True)
    made.add_column("stand", no_wrap=True)
    made.add_column("source", overflow="fold")
    made.add_column("target", overflow="fold", ratio=1 if terminal else None)
    colours = {"for": "green", "against": "red", "mixed": "yellow"}
    for pair in found[:most]:
        made.add_row(
            str(pair.plus or ""),
            str(pair.minus or ""),
            str(pair.unsettled or ""),
            Text(pair.leaning, colours.get(pair.leaning, "dim")),
            cell(pair.source, terminal=terminal, style="bold"),
            cell(pair.target, terminal=terminal, style="bold"),
        )
    if len(found) > most:
        made.caption = Text(f"and {len(found) - most} more pairs")
        made.caption_justify = "left"
    return made
