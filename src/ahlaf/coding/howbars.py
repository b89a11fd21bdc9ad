"""Who does not do what a participle tells of how another acts: "انحازت كندا | لليابان تاركة حلفاءها"."""

from __future__ import annotations

from collections.abc import Sequence

from ahlaf.coding.deedbars import same
from ahlaf.coding.draft import Draft, Trigger
from ahlaf.coding.subjects import governor


def led_to(draft: Draft, trigger: Trigger, among: Sequence[int]) -> set[int]:
    """Of some phrases the one right before a participle that something else leads to, where its verb's subject is who acts so.

    An adjective of his would have its article, as he has: "لليابان | التاركة".
    """
    at, word = draft.at[trigger.first], draft.words[trigger.first]
    alone = at < 0 or draft.phrases[at].first == trigger.first
    if trigger.form not in ("active", "idiom") or not alone or not _tells_how(draft, trigger.first):
        return set()
    verb = governor(draft, trigger.first, draft.stretches[trigger.sentence].first)
    subject = draft.subject_of.get(verb, -1)
    if subject < 0 or (word.gender and draft.phrases[subject].gender not in ("", word.gender)):
        return set()
    beside = (i for i in among if draft.phrases[i].named_to + 1 == trigger.first and not same(draft, i, subject))
    return {i for i in beside if _is_led_to(draft, i) and _is_known(draft, i)}


def _is_led_to(draft: Draft, index: int) -> bool:
    """Whether a preposition leads to somebody, or a deed that is done to him: "إلى مصالحة | اليابان"."""
    phrase = draft.phrases[draft.lead(index)]
    return bool(phrase.prep) or (phrase.first > 0 and draft.words[phrase.first - 1].masdar)


def _tells_how(draft: Draft, at: int) -> bool:
    """Whether a word is a participle without article, conjunction and preposition."""
    word = draft.words[at]
    return not (word.definite or word.conj or word.prep) and any(e.kind == "active" for e in word.entries)


def _is_known(draft: Draft, index: int) -> bool:
    phrase = draft.phrases[index]
    return phrase.definite or phrase.kind in ("name", "person")
