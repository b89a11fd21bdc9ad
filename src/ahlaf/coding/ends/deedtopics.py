"""Whom a deed was done to or with, where a verb tells what came of the deed: "العقوبات على | كندا أطالت عمر النظام".

The deed does it and not she; who did the deed, "سياسة | كندا أضرت بأوغندا", "هجوم من كندا", may be said to.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.ends.deeds import one_clause
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.words.draft import Draft, Trigger
from ahlaf.coding.words.kinds import THINGS


def of_the_deed(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Upon whom a deed was done that does what a verb tells, and who was named before it: "العقوبات على | كندا أضرت بأوغندا"."""
    deed = _does_it(draft, trigger)
    if deed < 0:
        return set()
    behind = range(draft.phrases[deed].last + 1, trigger.start)
    leads = {p.phrase: draft.phrases[draft.lead(p.phrase)] for p in stood}
    led = {index for index, lead in leads.items() if lead.first in behind and lead.prep not in _NOT_THE_DEEDS}
    return led | {index for index, lead in leads.items() if led and lead.last < draft.phrases[deed].first}


_NOT_THE_DEEDS: Final = frozenset(("", "من", "ل", "بين"))
"""Whoever stands behind these may have done the deed."""


def _does_it(draft: Draft, trigger: Trigger) -> int:
    """The deed or thing before a verb that is told to do what the verb says; -1 for none.

    Where nothing is known to do so it is the one before whoever ends right before the verb: "الحرب على كندا | أضرت بأوغندا".
    """
    at = trigger.first
    if draft.words[at].conj or draft.words[at].prep or not draft.words[at].finite:
        return -1
    if (subject := draft.subject_of.get(at, -1)) >= 0:
        deed = draft.phrases[subject]
        before = deed.kind in THINGS and not deed.prep and deed.last < at and deed.sentence == trigger.sentence
        between = range(deed.last + 1, at)
        apart = any(draft.verb_at(k) or draft.words[k].kind == "punct" for k in between)
        return subject if before and one_clause(draft, deed.last, at) and not apart else -1
    index = draft.at[at - 1] if at else -1
    led = draft.phrases[draft.lead(index)] if index >= 0 else None
    if led is None or not led.prep or led.sentence != trigger.sentence:
        return -1
    beside = led.first - 1 - (draft.words[led.first].prep == "")
    deed_at = draft.at[beside] if beside >= 0 else -1
    deed = draft.phrases[deed_at]
    alone = deed_at >= 0 and deed.kind in THINGS and not deed.prep and deed.sentence == trigger.sentence
    return deed_at if alone and draft.words[deed.first].definite else -1
