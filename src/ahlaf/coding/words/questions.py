"""What asks who it is, how, why or where: a question of its own, and one within what somebody wonders or does not know.

"من يدعم الحزب؟", "يتساءل المراقبون | من يدعم الحزب", "لا نعرف | من يدعمه". Such a "who" is nobody whom the text names.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.words.cues import NEGATED
from ahlaf.coding.words.draft import Draft
from ahlaf.lexicon.names import bare_article

MARKS: Final = frozenset("؟?")
_FAR: Final = 40
"""So many tokens behind "who" stands the mark of its question, at most."""
_WONDERS: Final = 4
"""So many tokens before a question within a sentence stands who wonders or does not know, and his verb before him."""


def asks_who(draft: Draft, who: int) -> bool:
    """Whether a "who" asks, at the head of a question or of what somebody wonders: "لكن | من يدعم كينيا؟", "لا أحد يعرف | من يدعمها"."""
    stretch = draft.stretches[draft.sentence_of[who]]
    marked = any(draft.words[at].bare in MARKS for at in range(who, min(who + _FAR, stretch.end)))
    return (marked and _opens(draft, who, stretch.first)) or wonders(draft, who)


def _opens(draft: Draft, who: int, start: int) -> bool:
    """Whether it stands at the head of its clause, or behind but, then, so and for whom alone: "لكن | من يدعم كينيا؟", "لمصلحة | من"."""
    at = who - 1
    if at >= start and draft.words[at].fold in draft.lexicon.groups["for-whom"]:
        at -= 1
    while at >= start and draft.words[at].fold in draft.lexicon.groups["before-question"]:
        at -= 1
    return at < start or draft.words[at].kind == "punct"


def wonders(draft: Draft, question: int) -> bool:
    """Whether somebody wonders or does not know what a word asks: "يتساءل المراقبون | من", "لا نعرف | كيف", "والسؤال هو | من"."""
    words, groups = draft.words, draft.lexicon.groups
    start = draft.stretches[draft.sentence_of[question]].first
    for at in range(question - 1, max(start, question - 1 - _WONDERS) - 1, -1):
        word = words[at]
        if word.kind == "punct" or "subordinator" in word.function:
            return False
        if bare_article(word.stem) in groups["question"] or (word.of_verb(groups["wonders"]) and not word.masdar):
            return True
        if word.of_verb(groups["knows"]):
            return any(kind == NEGATED for k in range(max(start, at - 2), at) for _, kind, _, _ in draft.cues.get(k, ()))
    return False
