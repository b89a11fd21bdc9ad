"""Who foils a deed has not done it: "أحبط | الأمن محاولة اقتحام المحكمة", "أعلنت | كينيا إحباط هجوم على السفارة"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.ends.frames import Place
from ahlaf.coding.words.draft import DEEDS, Draft, Trigger

_ATTEMPT: Final = 2
"""So many words may stand between a deed and what foils it, beside whoever does that: "إحباط | محاولة لتنفيذ | هجوم"."""


def is_foiled(draft: Draft, trigger: Trigger) -> bool:
    """Whether a deed is the object of a word for foiling: "إحباط | هجوم", "أفشل الجيش | محاولة اغتيال الوزير"."""
    words, first, start = draft.words, trigger.first, draft.stretches[trigger.sentence].first
    if not (trigger.form in DEEDS or (trigger.form == "idiom" and not words[first].finite)) or words[first].conj:
        return False
    foils, between = draft.lexicon.groups["foils"], 0
    for at in range(first - 1, start - 1, -1):
        word = words[at]
        if draft.at[at] < 0 and word.of_verb(foils):
            return True
        if word.kind in ("punct", "func") or (word.finite and at in draft.subject_of):
            return False
        between += draft.at[at] < 0
        if between > _ATTEMPT:
            return False
    return False


def foilers(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who stands before a deed that is foiled, and so has not done it: "أعلنت | كينيا إحباط هجوم على السفارة"."""
    if not is_foiled(draft, trigger):
        return set()
    return {p.phrase for p in stood if draft.phrases[p.phrase].first < trigger.first}
