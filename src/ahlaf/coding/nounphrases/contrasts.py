"""Who is set against another: "لا تدعم كندا الفجر بل | الشمس", "تدعم كندا الفجر، لا | الشمس", "وليس | الشمس".

He has no part in what a word before tells of the other: what these words leave to be understood of him is told by
:mod:`ahlaf.coding.claiming.contrasts`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ahlaf.coding.nounphrases.members import members
from ahlaf.coding.nounphrases.whoever import KIND
from ahlaf.coding.words.draft import Contrast, Draft, Phrase
from ahlaf.coding.words.governed import set_against
from ahlaf.coding.words.kinds import ANYBODY


def find(draft: Draft) -> None:
    """Fill ``draft.contrasts``, in the order of the text."""
    draft.contrasts = list(_found(draft))


def _found(draft: Draft) -> Iterator[Contrast]:
    rather = draft.lexicon.groups["rather"]
    for index, phrase in enumerate(draft.phrases[: draft.in_order]):
        at = phrase.first - 1
        if phrase.prep and at > 0 and draft.words[at].kind == "func" and draft.words[at].stem == phrase.prep:
            at -= 1  # "لا تقدم السلاح إلى كينيا بل إلى | أوغندا"
        if phrase.kind not in ANYBODY or phrase.actor is None or phrase.group != index or not _alone(draft, index):
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
            alike = one.actor is not None and one.actor is not other.actor and one.kind in ANYBODY and other.prep in ("", one.prep)
            return (draft.lead(index), only) if alike and one.prep != "بين" else (-1, False)
        word = words[place]
        if word.fold in draft.lexicon.groups["only"] or word.fold in draft.lexicon.groups["alone"]:
            only = True
        elif word.bare not in "،,":
            break
    return -1, False


_BETWEEN: Final = 3
"""So many tokens stand between the two, at most: a comma, "only"."""
