"""Who has no part in what is told of one of several, found by :mod:`ahlaf.coding.nounphrases.ordinals`: "الأول تقوده | مصر، والثاني …"."""

from __future__ import annotations

from collections.abc import Sequence

from ahlaf.coding.ends.frames import Place
from ahlaf.coding.words.draft import Draft, Trigger
from ahlaf.lexicon.entries import Sense


def elsewhere(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Neither all of them nor another of them, from the verb before one of them on: "الأول تقوده مصر، | والثاني يضم تركيا".

    Nor who was named with the one before, where a verb follows: "أحدهما تقوده كندا والآخر | تقوده اليابان".
    """
    if not draft.of_several:
        return set()
    at, sentence = trigger.first, draft.sentence_of[trigger.first]
    told = [i for i in draft.of_several if draft.phrases[i].sentence == sentence and draft.phrases[i].first <= at + 1]
    own = {draft.subject_of.get(at, -1), draft.object_of.get(at, -1)}  # "الأول | يتهم الثاني"
    others = {*told[:-1], *(draft.of_several[i] for i in told)} - (own if own <= {*told} else set())
    begins = told[-1] if told and draft.phrases[told[-1]].conj == "و" and draft.phrases[told[-1]].last == at - 1 else 0
    among = {p.phrase for p in stood}
    return {i for i in among if i in others or (0 <= i < begins and draft.phrases[i].sentence == sentence and i not in own)}


def not_the_one(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who does nothing where one of several does it: "وتضم | الثانية تركيا"."""
    subject = draft.subject_of.get(trigger.first, -1)
    return {p.phrase for p in stood} - {subject} if subject in draft.of_several else set()


def not_the_other(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """To whom nothing is done that one of several does to another of them, or that is done to one: "الأول يتهم | الثاني بالعمالة لكندا"."""
    subject, whom = draft.subject_of.get(trigger.first, -1), draft.object_of.get(trigger.first, -1)
    if subject not in draft.of_several:
        return set()
    if whom in draft.of_several and sense.source == ("subj",) and "obj" in sense.target:
        return {p.phrase for p in stood} - {whom}
    return {p.phrase for p in stood} - {subject} if "subj" in sense.target else set()


def another_is_told_of(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Nobody before another of a kind, of whom a participle right behind tells: "فصائل موالية لكندا وأخرى | موالية لكينيا"."""
    other = draft.at[trigger.first - 1] if trigger.first else -1
    if other not in draft.another:
        return set()
    sentence = draft.phrases[other].sentence
    return {p.phrase for p in stood if 0 <= p.phrase < other and draft.phrases[p.phrase].sentence == sentence}
