"""Who accuses nobody, is not accused, and does nothing of what another is accused of."""

from __future__ import annotations

from collections.abc import Sequence

from ahlaf.coding.clauses import accused as accusing
from ahlaf.coding.clauses.subjects import governor
from ahlaf.coding.ends.deeds import begins, same
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.words.draft import Draft, Trigger


def accused(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who is accused himself, and accuses nobody; nor does who else stands before him: "صمت | كندي لأن | النائب اتهم بدعم الإرهاب"."""
    whom = draft.accused.get(trigger.first, -1)
    if whom < 0:
        return set()
    before = draft.phrases[whom].first < trigger.first
    return {p.phrase for p in stood if (before and p.side == "b") or same(draft, p.phrase, whom)}


def not_accused(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who is not accused where another is: "النائب اتهم بدعم | الإرهاب", "دول متهمة بدعم | الحزب"."""
    whom = draft.accused.get(trigger.first, -1)
    return {p.phrase for p in stood if whom >= 0 and not same(draft, p.phrase, whom)}


def named_otherwise(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who does not accuse whom an adjective calls accused, for "by" does not lead to him: "يضم | التحالف دولا متهمة بدعم | الحزب"."""
    if trigger.first not in draft.accused:
        return set()
    by = {p.phrase for p in stood if draft.phrases[draft.lead(p.phrase)].prep == "من" and draft.phrases[p.phrase].first > trigger.last}
    return {p.phrase for p in stood} - by


def accused_of_it(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who does nothing of what another is accused of by a name for it: "يضم | التحالف دولا متهمة بدعم الحزب"."""
    for at, whom in draft.accused.items():
        if draft.sentence_of[at] == trigger.sentence and accusing.deed(draft, at, whom) == trigger.first:
            others = {p.phrase for p in stood if not same(draft, p.phrase, whom)}
            return others if len(others) < len({p.phrase for p in stood}) else set()
    return set()


def where_the_accused_is(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Where the accused is, which does nothing of what he is accused of: "اتهم الوزير الحركة في | كندا بدعم المسلحين"."""
    words, first = draft.words, begins(draft, trigger)
    verb = governor(draft, first, draft.stretches[trigger.sentence].first)
    accused = draft.object_of.get(verb, -1)
    if accused < 0 or words[first].prep != "ب" or not words[verb].of_verb(draft.lexicon.groups["accuses-of"]):
        return set()
    between = range(draft.phrases[accused].last + 1, first)
    inside = (p.phrase for p in stood if p.phrase >= 0 and draft.phrases[p.phrase].first in between)
    return {index for index in inside if draft.phrases[index].prep == "في" and not same(draft, index, accused)}


def beyond_whom_he_wronged(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who stands beyond whom somebody is accused of doing it to, which ends his phrase: "استقبلت كندا المتهمة بدعم الحزب | وزيرا كينيا"."""
    words = draft.words
    if trigger.first - 1 not in draft.accused or words[trigger.first].prep != "ب" or words[trigger.last].pronoun:
        return set()
    beside = [p.phrase for p in stood if p.place == "next" and draft.phrases[p.phrase].definite]
    if not beside:
        return set()
    end, group = draft.phrases[beside[0]].last, draft.lead(beside[0])
    return {p.phrase for p in stood if draft.phrases[p.phrase].first > end and draft.lead(p.phrase) != group}
