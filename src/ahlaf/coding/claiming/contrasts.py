"""What a text sets one against another: "لا تدعم كندا الفجر بل | الشمس", "تدعم كندا الفجر، لا | الشمس", "وليس | الشمس".

Such words name who is meant instead, or who is not meant, and leave everything else to be understood: it is told of the one
before. Each claim of him is put out once more, of the other: affirmed behind "rather" where that was denied, or where it was
not he alone; denied behind "not".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from ahlaf.coding.claiming.namer import Namer
from ahlaf.coding.nounphrases.members import members
from ahlaf.coding.nounphrases.verbhood import SOMEBODY
from ahlaf.coding.nounphrases.whoever import KIND
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.governed import set_against
from ahlaf.model import Claim, End, Polarity, Reason, Span

INSTEAD: Final = "instead"
"""What the reason refers to that shows who is set against another."""


class Contrast(NamedTuple):
    """Somebody who is set against another before him, by their phrases, and where the words begin that do so."""

    one: int
    other: int
    at: int
    polarity: Polarity
    too: bool
    """Whether it is said of both: "لا الفجر | فحسب بل الشمس"."""


def add(draft: Draft, namer: Namer, claims: Sequence[Claim]) -> list[Claim]:
    """Claims of a document and those that it tells of others by setting them against one another, in the order of their triggers."""
    kept = list(claims)
    for contrast in find(draft):
        kept += _told(draft, namer, contrast, claims)
    return sorted(kept, key=lambda claim: claim.trigger.start)


def find(draft: Draft) -> Iterator[Contrast]:
    """All that is set against another, in the order of the text."""
    rather = draft.lexicon.groups["rather"]
    for index, phrase in enumerate(draft.phrases[: draft.in_order]):
        at = phrase.first - 1
        if phrase.kind not in _MEANT or phrase.actor is None or phrase.group != index or not _alone(draft, index):
            continue
        if set_against(draft, phrase):
            one, _ = _before(draft, at, phrase)
            if one >= 0:
                yield Contrast(one, index, at, "negated", too=False)
        elif at > 0 and draft.words[at].stem in rather:
            one, too = _before(draft, at, phrase)
            if (he := _is_not_he(draft, at)) >= 0:
                one = he
            if one >= 0:
                yield Contrast(one, index, at, "affirmed", too)


def _is_not_he(draft: Draft, at: int) -> int:
    """Of whom is denied in a sentence before a token that it is he who does it: "ليست | كندا من يدعم الفجر بل"; else -1."""
    start = draft.stretches[draft.sentence_of[at]].first
    for place in range(at - 1, start, -1):
        index = draft.at[place]
        who = draft.phrases[index] if index >= 0 else None
        if who is not None and who.kind == KIND and who.antecedent >= 0:
            first = draft.phrases[who.antecedent].first
            return who.antecedent if first > start and draft.words[first - 1].stem in draft.lexicon.groups["is-not"] else -1
    return -1


_MEANT: Final = SOMEBODY | {"nominal", "people"}


def _alone(draft: Draft, index: int) -> bool:
    """Whether nothing is told of somebody in a clause of his own: "بل | كندا.", "بل | كندا أيضا"; no "بل | كندا تدعمه"."""
    end = draft.stretches[draft.phrases[index].sentence].end
    at = max(draft.phrases[one].named_to for one in members(draft, index)) + 1
    also = draft.lexicon.groups["too"]
    while at < end and draft.words[at].stem in also:
        at += 1
    return at >= end or draft.words[at].kind == "punct"


def _before(draft: Draft, at: int, other: Phrase) -> tuple[int, bool]:
    """Who stands right before the words that set another against him, and whether "only" stands there; -1 for nobody."""
    words, only = draft.words, False
    for place in range(at - 1, max(at - 1 - _BETWEEN, draft.stretches[other.sentence].first), -1):
        index = draft.at[place]
        if index >= 0:
            one = draft.phrases[draft.lead(index)]
            alike = one.actor is not None and one.actor is not other.actor and one.kind in _MEANT and other.prep in ("", one.prep)
            return (draft.lead(index), only) if alike and one.prep != "بين" else (-1, False)
        word = words[place]
        if word.fold in draft.lexicon.groups["only"] or word.fold in draft.lexicon.groups["alone"]:
            only = True
        elif word.bare not in "،,":
            break
    return -1, False


_BETWEEN: Final = 3
"""So many tokens stand between the two, at most: a comma, "only"."""


def _told(draft: Draft, namer: Namer, contrast: Contrast, claims: Sequence[Claim]) -> list[Claim]:
    """What is told of the one, told of the other: by the word nearest before the two, or behind both where nothing stands before."""
    stretch = draft.stretches[draft.phrases[contrast.other].sentence]
    whole, at = draft.span(stretch.first, stretch.end - 1), draft.span(contrast.at, contrast.at).start
    whose = draft.whose(contrast.one)
    said: Polarity = "affirmed" if contrast.too or contrast.polarity == "negated" else "negated"
    here = [
        c
        for c in claims
        if whole.start <= c.trigger.start < whole.end and c.polarity == said and whose in (_id(c.source), _id(c.target))
    ]
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
