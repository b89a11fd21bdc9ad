"""Who has no part in what a word tells by where he stands: in a clause on another, or behind "like"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.ends.frames import Place
from ahlaf.coding.words.draft import Draft, Trigger
from ahlaf.lexicon.names import bare_article


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


def on_whose_land(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """On whose land two fight each other, who has no part in it: "تتصارع كندا وكينيا على أرض | فنلندا", "حرب بين … على أرض | فنلندا"."""
    subject = draft.subject_of.get(trigger.first, -1)
    together = any("مع" in s.target for s in trigger.senses)
    several = subject >= 0 and (draft.phrases[subject].number in ("d", "p") or draft.lead(subject) in draft.group_size)
    between = any(draft.words[at].stem == "بين" for at in range(trigger.last + 1, min(trigger.last + _TO_BETWEEN, len(draft.words))))
    if not (between or (together and several)):
        return set()
    return {p.phrase for p in stood if _is_on_land(draft, draft.phrases[p.phrase].first)}


def _is_on_land(draft: Draft, first: int) -> bool:
    """Whether the words before somebody lead to his land: "على أرض | فنلندا", "فوق أراضي | فنلندا", "على | الأراضي الفنلندية"."""
    words = draft.words
    lands = [at for at in (first, first - 1) if at >= 1 and bare_article(words[at].stem) in draft.lexicon.groups["land-of"]]
    return any("prep" in words[at - 1].function and not words[at - 1].pronoun for at in lands)


_TO_BETWEEN: Final = 4
"""So many tokens behind a deed stands "between", at most."""


def likened(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """What somebody is like to whom it is done, and who has no part in it: "عامل الأسير | كالعدو"."""
    behind = (p.phrase for p in stood if draft.phrases[draft.lead(p.phrase)].first > trigger.first)
    return {i for i in behind if draft.phrases[draft.lead(i)].prep == "ك" and draft.phrases[i].listed < 0}
