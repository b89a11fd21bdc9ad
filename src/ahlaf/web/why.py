"""Why a claim was made, in data.

The page says it in words, in either language (``web/src/messages/*/why.json``); ``ahlaf explain`` prints the same.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from ahlaf.lexicon import tables
from ahlaf.model import Actor, Claim, End, Reading, Reason
from ahlaf.store import Decision, Placed
from ahlaf.web.shapes import AddedBy, ReasonInfo, Replay, RowInfo, Side, Stands, Why

if TYPE_CHECKING:
    from ahlaf.usecases import Reader

_SAYS: Final = re.compile(r"(?P<word>.+?): (?P<gloss>.*) → (?P<relation>[A-Z]+)")
"""What the reason of a relation says; that of an end says its name alone."""
_PLACE: Final = re.compile(r"(?P<end>source|target) (?P<place>[^:]+)(?::(?P<prep>.+?)(?P<far>\+?))?")
"""Where an end stands, in the symbols of :mod:`ahlaf.coding.frames`."""


@lru_cache(maxsize=1)
def _reader() -> Reader:
    """The rule book of today, read once."""
    from ahlaf.usecases import Reader  # noqa: PLC0415 - the rule book is read by who asks why

    return Reader()


def of_person(made: Decision) -> Why:
    """A person's claim rests on the person."""
    return Why(added=AddedBy(who=made.who, at=made.at, note=made.note), reasons=[], replay=None)


def of_machine(whole: Reading | None, placed: Placed) -> Why:
    """The reasons that are kept with a claim, the rows that they cite, and the document read afresh."""
    if whole is None or not 0 < placed.claim.number <= len(whole.claims):
        return Why(added=None, reasons=[_reason(r, {}) for r in placed.reasons], replay=None)
    kept = _bare(whole.claims[placed.claim.number - 1])
    afresh = _reader().read(whole.document)
    number = next((n for n, c in enumerate(afresh.claims, start=1) if _bare(c) == kept), None)
    if number is None:
        replay = Replay(same=False, example="", found=None)
        return Why(added=None, reasons=[_reason(r, {}) for r in placed.reasons], replay=replay)
    from ahlaf.usecases import explain  # noqa: PLC0415 - as above

    told = explain(_reader(), whole.document, number, afresh=False)
    rows = {(c.ref, c.says): {k: v for k, v in c.row.cells.items() if v} for c in told.rows if c.row is not None}
    replay = Replay(same=told.same, example=told.example, found=told.example_found)
    return Why(added=None, reasons=[_reason(r, rows.get((r.ref, r.says), {})) for r in placed.reasons], replay=replay)


def _bare(claim: Claim) -> Claim:
    """A claim with its actors by their ids alone: a project has one name for an actor, the coder names it anew in every text."""

    def bare(end: End) -> End:
        return replace(end, actor=Actor(end.actor.id, ""))

    return replace(
        claim,
        source=claim.source and bare(claim.source),
        target=claim.target and bare(claim.target),
        voice=tuple(bare(end) for end in claim.voice),
        place=claim.place and Actor(claim.place.id, ""),
    )


def _reason(reason: Reason, cells: dict[str, str]) -> ReasonInfo:
    return ReasonInfo(
        kind=reason.kind,
        ref=reason.ref,
        says=reason.says,
        span=None if reason.span is None else (reason.span.start, reason.span.end),
        weight=reason.weight,
        row=_row(reason, cells) if reason.kind == "row" else None,
        stands=stands(reason.ref) if reason.kind == "score" else None,
    )


def _row(reason: Reason, cells: dict[str, str]) -> RowInfo:
    file, _, _ = reason.ref.rpartition(":")
    said = _SAYS.fullmatch(reason.says)
    return RowInfo(
        table=tables.kind_of(Path(file), Path()),
        word=said["word"] if said else reason.says,
        gloss=said["gloss"] if said else "",
        relation=said["relation"] if said else None,
        cells=cells,
    )


def stands(ref: str) -> Stands | None:
    """Where an end stands, taken apart; None for what is no such thing.

    >>> stands("source a:علي+")
    Stands(end='source', place='a', prep='على', far=True)
    """
    found = _PLACE.fullmatch(ref)
    if not found:
        return None
    from ahlaf.coding.grammar import SLOT_OF  # noqa: PLC0415 - as above

    prep = found["prep"] or ""
    return Stands(end=cast("Side", found["end"]), place=found["place"], prep=SLOT_OF.get(prep, prep), far=bool(found["far"]))
