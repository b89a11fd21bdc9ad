"""How tensions are told on a terminal: each in a sentence, its sides with their quotations, and the smallest doubt with its proof."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from ahlaf.cli_network.show import line
from ahlaf.exchange.said import arabic, message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ahlaf.exchange.report.content import Language

TIES: Final = 10
"""How many ties of the smallest doubt, contradictions of its proof and ties in every set are printed without --full; the
other formats have them all."""
NAMES: Final = 8
"""How many names of a camp are printed without --full."""


def tension(row: dict[str, Any], language: Language, *, whole: bool) -> None:
    """Print a tension, its heaviest sides alone unless it is asked for as a whole."""
    say = arabic if language == "ar" else str
    line(f"{row['rank']}. {say(row['kind'])} ({row['score']:g})")
    line(f"   {row['sentence']}")
    sides = row["sides"] if whole else row["sides"][:TIES]  # the heaviest come first
    for side in sides:
        line(f"   - {side['says']} [{side['mass']:g}]")
        for claim in side["claims"]:
            where = " · ".join(x for x in (say(claim["voice"]), claim["outlet"], claim["date"], claim["id"]) if x)
            line(f"       “{claim['quote']}” ({where})")
        if side["more"]:
            line(f"       {message('some more', language, n=side['more'])}")
    _more("   - ", len(row["sides"]) - len(sides), language)


def smallest(doubt: dict[str, Any], language: Language, *, full: bool) -> None:
    """Print the smallest doubt: its camps, what proves it, and what all sets as small have in common."""
    ties = None if full else TIES
    for number, camp in enumerate(doubt["camps"], 1):
        names = _some(camp, " · ", None if full else NAMES, language)
        line(f"   {message('camp', language, n=number, names=names)}")
    if circles := doubt["contradictions"]:
        proof = message(f"proof {doubt['proof'] if doubt['proof'] in _PROOFS else 'cases'}", language)
        many = "contradiction" if len(circles) == 1 else "contradictions"
        line(f"   {message(many, language, n=len(circles), proof=proof)}")
        for circle in circles[:ties]:
            line(f"     - {' | '.join(map(_tie, circle))}")
        _more("     - ", len(circles[ties:]) if ties else 0, language)
    if doubt["others"]:
        sets = doubt["sets"] or message("many", language)
        every = _some([_tie(tie) for tie in doubt["in_every"]], " | ", ties, language) or message("none", language)
        line(f"   {message('as small', language, sets=sets, every=every)}")


_PROOFS: Final = ("packing", "open")


def _tie(tie: dict[str, Any]) -> str:
    return f"{tie['source']} {tie['sign']} {tie['target']}"


def _more(before: str, left: int, language: Language) -> None:
    if left > 0:
        line(before + message("more of them", language, n=left))


def _some(found: Sequence[str], between: str, most: int | None, language: Language) -> str:
    """The first few, and how many more there are."""
    left = len(found) - most if most is not None else 0
    more = (message("more of them", language, n=left),) if left > 0 else ()
    return between.join((*islice(found, most), *more))
