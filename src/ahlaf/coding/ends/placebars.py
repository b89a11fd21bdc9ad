"""Who has no part in what a word tells by where he stands: in a clause on another, or behind "like"."""

from __future__ import annotations

from collections.abc import Sequence

from ahlaf.coding.ends.frames import Place
from ahlaf.coding.words.draft import Draft, Trigger


def aside(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who belongs to a relative clause, and the trigger does not: "هددت إيران، التي تدعم | الحوثيين، بإغلاق المضيق".

    A trigger behind the clause is outside where its subject is whom the clause describes: "ميليشيا تمولها | إيران هاجمت القاعدة".
    """
    return {p.phrase for p in stood if _aside(draft, trigger, p.phrase)}


def _aside(draft: Draft, trigger: Trigger, index: int) -> bool:
    clause = draft.within.get(index)
    if clause is None:
        return False
    if trigger.last < clause.first:
        return True
    subject = draft.subject_of.get(trigger.first, -1)
    later = draft.phrases[index].last < trigger.first and not draft.words[trigger.first].conj
    return later and subject >= 0 and draft.lead(subject) == clause.head


def likened(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """What somebody is like to whom it is done, and who has no part in it: "عامل الأسير | كالعدو"."""
    behind = (p.phrase for p in stood if draft.phrases[draft.lead(p.phrase)].first > trigger.first)
    return {i for i in behind if draft.phrases[draft.lead(i)].prep == "ك" and draft.phrases[i].listed < 0}
