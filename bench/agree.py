"""When a candidate agrees with an annotated claim: the measuring script's own rules, brought beside the learner.

The measuring script lies in the reading room beside the project (``../shared/eval/score_claims.py``);
without it nothing can be learned or measured, and this says so.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from ahlaf.coding.draft import Draft, Trigger

EVAL = Path(__file__).resolve().parents[2] / "shared" / "eval"
if not (EVAL / "score_claims.py").exists():
    sys.exit(f"the measuring script is not there: {EVAL / 'score_claims.py'}")
sys.path.insert(0, str(EVAL))
import score_claims as scorer  # noqa: E402


@dataclass
class Gold:
    """An annotated claim, or a found one in its shape."""

    source: list[str]
    target: list[str]
    relation: str
    sign: int
    span: tuple[int, int] | None
    polarity: str = "affirmed"
    modality: str = "asserted"
    voice: str = "author"
    trigger: str = ""
    evidence: str = ""

    @classmethod
    def of(cls, claim: dict, text: str) -> Gold:
        return cls(
            scorer.as_list(claim["source"]),
            scorer.as_list(claim["target"]),
            claim["relation"],
            int(claim["sign"]),
            scorer.span_of(claim, text),
            claim["polarity"],
            claim["modality"],
            claim["voice"],
            claim["trigger"],
            claim["evidence"],
        )


_KNOWN: dict[tuple[str, str], bool] = {}


def same_end(wanted: list[str], names: tuple[str, ...] | list[str]) -> bool:
    """Whether one of the names agrees with one of the wanted ones."""
    for one in wanted:
        for two in names:
            key = (one, two)
            if key not in _KNOWN:
                _KNOWN[key] = scorer.same_actor(one, two)
            if _KNOWN[key]:
                return True
    return False


def _ends(wanted: list[str], found: list[str]) -> bool:
    return (not wanted and not found) or same_end(wanted, found)


def matched(gold: Gold, found: Gold) -> bool:
    """The measuring script's rule: sign, both ends (either way round where mutual), overlapping evidence."""
    if gold.sign != found.sign or not scorer.overlap(gold.span, found.span):
        return False
    if _ends(gold.source, found.source) and _ends(gold.target, found.target):
        return True
    return gold.relation in scorer.MUTUAL and _ends(gold.source, found.target) and _ends(gold.target, found.source)


def bound(draft: Draft, trigger: Trigger, gold: Gold) -> bool:
    """Whether a trigger stands on one of the words that carry an annotated claim, inside its evidence."""
    if gold.span is None or all(s.sign != gold.sign for s in trigger.senses):
        return False
    start, end = gold.span
    span = draft.view.raw_span(draft.toks[trigger.first].start, draft.toks[trigger.last].end)
    if span.end <= start or span.start >= end:
        return False
    text = draft.document.text
    whole = text.find(gold.trigger, start)
    if start <= whole < end:
        return whole < span.end and span.start < whole + len(gold.trigger)
    for word in gold.trigger.split():
        at = text.find(word, start)
        if 0 <= at < end and at < span.end and span.start < at + len(word):
            return True
    return False
