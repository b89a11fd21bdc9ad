"""What a text sets one against another: "لا تدعم كندا الفجر بل | الشمس", "تدعم كندا الفجر، لا | الشمس", "وليس | الشمس".

Such words name who is meant instead, or who is not meant, and leave everything else to be understood: it is told of the one
before. Each claim of him is put out once more, of the other: affirmed behind "rather" where that was denied, or where it was
not he alone; denied behind "not".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ahlaf.coding.claiming import insentence
from ahlaf.coding.claiming.namer import Namer
from ahlaf.coding.nounphrases.members import members
from ahlaf.coding.words.draft import Contrast, Draft
from ahlaf.model import Claim, End, Polarity, Reason, Span

INSTEAD: Final = "instead"
"""What the reason refers to that shows who is set against another."""


def more(draft: Draft, namer: Namer, claims: Sequence[Claim]) -> Iterator[Claim]:
    """What a document tells of others by setting them against one another."""
    for contrast in draft.contrasts:
        yield from _told(draft, namer, contrast, claims)


def _told(draft: Draft, namer: Namer, contrast: Contrast, claims: Sequence[Claim]) -> list[Claim]:
    """What is told of the one, told of the other: by the word nearest before the two, or behind both where nothing stands before."""
    at, whose = draft.span(contrast.at, contrast.at).start, draft.whose(contrast.one)
    said: Polarity = "affirmed" if contrast.too or contrast.polarity == "negated" else "negated"
    told = insentence.of(draft, draft.phrases[contrast.other].sentence, claims)
    here = [c for c in told if c.polarity == said and whose in (_id(c.source), _id(c.target))]
    before = [c for c in here if c.trigger.start < at]
    nearest = max((c.trigger for c in before), default=min((c.trigger for c in here), default=None))
    return [
        _of_other(draft, namer, contrast, claim, index)
        for claim in here
        if claim.trigger == nearest
        for index in members(draft, contrast.other)
        if draft.whose(index) not in (_id(claim.source), _id(claim.target))
    ]


def _id(end: End | None) -> str:
    return "" if end is None else end.actor.id


def _of_other(draft: Draft, namer: Namer, contrast: Contrast, claim: Claim, index: int) -> Claim:
    end, source = namer.end(index), _id(claim.source) == draft.whose(contrast.one)
    words = Span(min(claim.evidence.start, end.span.start), max(claim.evidence.end, end.span.end))
    return replace(
        claim,
        source=end if source else claim.source,
        target=claim.target if source else end,
        polarity=contrast.polarity,
        evidence=words,
        credence=round(claim.credence * SURE, 3),
        reported=False,
        reasons=(*claim.reasons, Reason("words", INSTEAD, "set against the one before", end.span)),
    )


SURE: Final = 0.85
"""How likely it is that what is told of the one is meant of the other."""
