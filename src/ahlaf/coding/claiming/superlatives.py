"""Who is called somebody's closest friend or worst foe: "روسيا أقرب | حلفاء الأسد", "تعد كندا من ألد | أعداء كينيا".

Such a phrase names one of the people that it tells of, and it is he who is the friend or foe, not they.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.kinds import ANYBODY


def who_is(draft: Draft, index: int) -> int:
    """Who is said to be the greatest of the people of a phrase, or one of those; -1 where nobody is."""
    words, great = draft.words, draft.phrases[index].first - 1
    at = great
    if at < 1 or words[at].fold not in draft.lexicon.groups["greatest"] or draft.phrases[index].prep:
        return -1
    at -= 1
    if words[at].fold == _OF and at:
        at -= 1
    if draft.sentence_of[at] != draft.phrases[index].sentence:
        return -1
    if draft.verb_at(at):
        return named(draft, draft.subject_of.get(at, -1)) if tells_what(draft, at) else -1  # "نتنياهو الذي يعد | أكبر أعداء كينيا"
    apposed = words[at].bare == "،"
    who = draft.at[at - apposed] if at >= apposed else -1
    if who < 0 or draft.phrases[who].named_to != at - apposed:
        return -1
    verb = next((k for k, subject in draft.subject_of.items() if subject == who and k != great), -1)
    told = apposed or (tells_what(draft, verb) if verb >= 0 else opens(draft, who))
    return named(draft, who) if told else -1


_OF: Final = "من"


def tells_what(draft: Draft, verb: int) -> bool:
    """Whether a verb says what its subject is, or is held to be."""
    groups = draft.lexicon.groups
    return draft.words[verb].of_verb(groups["being"]) or draft.words[verb].of_verb(groups["counts-as"])


def opens(draft: Draft, who: int) -> bool:
    """Whether a phrase opens its clause, so that what stands behind it is said of it: "روسيا | أقرب حلفاء الأسد", "كل | الدول"."""
    phrase, words = draft.phrases[who], draft.words
    start, first = draft.stretches[phrase.sentence].first, phrase.first
    if phrase.prep or who in draft.object_of.values():
        return False
    while first > start and not (words[first].conj or words[first - 1].prep or _HOW_MANY.isdisjoint(words[first - 1].function)):
        first -= 1
    before = words[first - 1] if first > start else None
    if before is None or before.kind == "punct" or words[first].conj or "interrogative" in before.function:
        return True
    return before.stem in draft.lexicon.groups["that"] or before.stem in draft.lexicon.groups["being"]


_HOW_MANY: Final = frozenset(("quantifier", "negation-particle"))
"""Words right before somebody that say of how many of them it is told, all or none."""


def named(draft: Draft, index: int) -> int:
    """A phrase that names somebody, or the one that it points back to; else -1."""
    if index >= 0 and draft.phrases[index].antecedent >= 0:
        index = draft.phrases[index].antecedent
    return draft.lead(index) if index >= 0 and draft.phrases[index].kind in ANYBODY else -1
