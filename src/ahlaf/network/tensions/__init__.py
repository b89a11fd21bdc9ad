"""Tensions: sets of claims that cannot all hold, ranked, each in one sentence.

Six kinds, one a file, each with its own definition and score: a pair said both ways (:mod:`.both_ways`), a circle
with an odd number of minuses (:mod:`.circles`), a member that helps what its alliance fights and a founder that
made it (:mod:`.members`), a word against a deed (:mod:`.word_deed`), a stakeholder left out (:mod:`.left_out`), and
the smallest doubt over all (:mod:`.doubt`).

**Rank.** The smallest doubt first, for it sums up the rest; then by score, which is the mass of the weakest of the
claims that it takes (a chain is as strong as its weakest link), times the kind's factor: 1.5 for members and
founders, 1.2 for word and deed, 1 / 0.8 / 0.6 for a pair said both ways by one voice / by several / before and
after, 2 / length for a circle, 1 / (1 + allies) for a stakeholder left out. Equal scores: in the order above.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ahlaf.errors import NetworkError
from ahlaf.network.tensions.both_ways import both_ways
from ahlaf.network.tensions.circles import circles
from ahlaf.network.tensions.doubt import Doubt, Doubted, as_tension, smallest_doubt
from ahlaf.network.tensions.left_out import left_out
from ahlaf.network.tensions.links import KINDS, Links, Side, Tension
from ahlaf.network.tensions.members import members
from ahlaf.network.tensions.word_deed import word_deed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ahlaf.network.graph import Network

__all__ = ["KINDS", "Doubt", "Doubted", "Side", "Tension", "patterns", "smallest_doubt", "tensions"]


def patterns(network: Network, links: Links | None = None, *, rounds: bool = True) -> list[Tension]:
    """Every tension but the smallest doubt, ranked; without circles where ``rounds`` is False."""
    links = links or Links(network)

    def each() -> Iterator[Tension]:
        yield from both_ways(network)
        if rounds:
            yield from circles(network)
        yield from members(network, links)
        yield from word_deed(network)
        yield from left_out(network, links)

    return ranked(each())


def ranked(found: Iterator[Tension] | list[Tension]) -> list[Tension]:
    """In the order of the module's rank."""
    rank = {kind: i for i, kind in enumerate((KINDS[-1], *KINDS[2:-1], *KINDS[:2]))}
    return sorted(
        (t for t in found if t.score > 0),
        key=lambda t: (t.kind != KINDS[-1], -t.score, rank[t.kind], len(t.sides), t.actors),
    )


def tensions(
    network: Network,
    kinds: Collection[str] = (),
    *,
    doubt: Doubt | None = None,
    seconds: float | None = 30.0,
    seed: int = 0,
) -> list[Tension]:
    """Tensions of the kinds asked for (all, where none is named), ranked; ``doubt`` is the smallest doubt if known."""
    unknown = [k for k in kinds if k not in KINDS]
    if unknown:
        raise NetworkError(f"{unknown[0]!r} is no kind of tension: they are {', '.join(KINDS)}")
    network.need(minus=True)
    found = [t for t in patterns(network) if not kinds or t.kind in kinds]
    if not kinds or KINDS[-1] in kinds:
        whole = as_tension(network, doubt or smallest_doubt(network, limit=0, seconds=seconds, seed=seed))
        found = [whole, *found] if whole else found
    return ranked(found)
