"""Why a claim was made, in data: what `ahlaf explain` prints."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ahlaf.exchange import explanation
from ahlaf.model import Reading
from ahlaf.store import Decision, Placed
from ahlaf.web.shapes import ReasonInfo, Replay, Why

if TYPE_CHECKING:
    from ahlaf.usecases import Reader


@lru_cache(maxsize=1)
def _reader() -> Reader:
    """The rule book of today, read once."""
    from ahlaf.usecases import Reader  # noqa: PLC0415 - the rule book is read by who asks why

    return Reader()


def of_person(made: Decision) -> Why:
    """A person's claim rests on the person."""
    says = [f"added by {made.who}, {made.at}", *([made.note] if made.note else [])]
    return Why(says=says, reasons=[], replay=None)


def of_machine(whole: Reading | None, placed: Placed) -> Why:
    """The reasons that are kept with a claim, the rows that they cite, and the document read afresh."""
    reasons = [
        ReasonInfo(kind=r.kind, ref=r.ref, says=r.says, span=None if r.span is None else (r.span.start, r.span.end), weight=r.weight)
        for r in placed.reasons
    ]
    if whole is None or not 0 < placed.claim.number <= len(whole.claims):
        return Why(says=[], reasons=reasons, replay=None)
    kept = whole.claims[placed.claim.number - 1]
    afresh = _reader().read(whole.document)
    number = next((n for n, c in enumerate(afresh.claims, start=1) if c == kept), None)
    if number is None:
        says = "the document read afresh does not give this claim again: it was coded by another rule book"
        return Why(says=[], reasons=reasons, replay=Replay(same=False, says=says))
    from ahlaf.usecases import explain  # noqa: PLC0415 - as above

    found = explain(_reader(), whole.document, number, afresh=False)
    lines = [line.plain.rstrip() for line in explanation.lines(found, terminal=False)]
    return Why(says=lines, reasons=reasons, replay=Replay(same=found.same, says="the document read afresh gives the same claim"))
