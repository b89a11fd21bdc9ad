"""Who is surely not an end of a claim, however near: what the grammar around a trigger rules out.

Candidates are found widely and weighed (:mod:`.frames`, :mod:`.pairs`); a few things no weight should outvote. Who
condemns a deed has not done it; what a verb is done to does not stand before it without a pronoun that takes it up; who
refuses that somebody is harmed is not against him.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from ahlaf.coding.draft import Draft, Trigger
from ahlaf.coding.frames import Place
from ahlaf.coding.phrases import tells_how_many
from ahlaf.coding.subjects import governor
from ahlaf.lexicon.entries import Sense


class Bars(NamedTuple):
    """Phrases that are no source, no target, and coordinations that are not tied among themselves."""

    sources: frozenset[int] = frozenset()
    targets: frozenset[int] = frozenset()
    among: frozenset[int] = frozenset()


NOBODY: Final = Bars()
"""What rules out nobody."""
_ACTIVE: Final = frozenset(("perf", "impf"))
_ASKED: Final = frozenset(("REQUEST", "ACCUSE"))
"""Relations whose verbs name the other where there is one: of others the reader fills him in from before."""
_DEEDS: Final = frozenset(("masdar", "noun", "state"))


def find(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> Bars:
    """What is ruled out for one sense of a trigger among its candidates."""
    finite = trigger.form in _ACTIVE or (trigger.form == "amb" and trigger.first in draft.subject_of)
    judge = _judges(draft, trigger) if _deed(draft, trigger) else -1
    targets = {place.phrase for place in stood if _no_target(draft, trigger, sense, place)}
    if finite and sense.relation in _ASKED and "subj" not in sense.target and not draft.words[trigger.last].pronoun:
        targets |= _before(draft, trigger, stood)
    among = _apart(draft, trigger, stood) if finite and "obj" not in sense.source else frozenset()
    sources = {p.phrase for p in stood if judge >= 0 and _same(draft, p.phrase, judge)}
    if finite:
        subject = draft.subject_of.get(trigger.first, -1)
        cases = {p.phrase: _case(draft, trigger, p.phrase) for p in stood}
        sources |= {phrase for phrase, case in cases.items() if case == "object"}
        targets |= {phrase for phrase, case in cases.items() if case == "subject" and subject not in (-1, phrase)}
    return Bars(frozenset(sources), frozenset(targets), among)


def _deed(draft: Draft, trigger: Trigger) -> bool:
    """Whether a trigger is a deed's noun."""
    return trigger.form in _DEEDS or (trigger.form == "amb" and trigger.first not in draft.subject_of)


def _same(draft: Draft, one: int, two: int) -> bool:
    """Whether two phrases speak of the same: one coordination, or one actor."""
    return draft.lead(one) == draft.lead(two) or draft.whose(one) == draft.whose(two)


def _judges(draft: Draft, trigger: Trigger) -> int:
    """Who judges the deed that a noun is, and so has not done it: "دانت لندن | طرد العائلات", "ندد بالاستيلاء عليه | وتسليمه"; else -1."""
    words, first = draft.words, trigger.first
    verb = governor(draft, first, draft.stretches[trigger.sentence].first)
    if verb < 0 or not words[verb].of_verb(draft.lexicon.groups["judges"]):
        return -1
    judge = draft.subject_of[verb]
    between = [at for at in range(verb + 1, first) if draft.at[at] < 0 or not _same(draft, draft.at[at], judge)]
    if all(draft.at[at] < 0 and (words[at].kind == "func" or words[at].bare in _MARKS) for at in between):
        return judge
    before = draft.triggers[trigger.index - 1] if trigger.index else trigger
    joined = words[first].conj == "و" and _deed(draft, before) and verb < before.first < first
    return _judges(draft, before) if joined else -1


def _no_target(draft: Draft, trigger: Trigger, sense: Sense, place: Place) -> bool:
    """A man is no body that others are members of; nor is he refused who is kept from harm: "رفض عباس تهجير | الفلسطينيين"."""
    phrase = draft.phrases[place.phrase]
    if sense.relation == "MEMBER":
        alone = all(s.relation == "MEMBER" for s in trigger.senses)
        return alone and phrase.actor is not None and phrase.actor.kind == "person"
    taken = phrase.kind != "nisba" and phrase.first > trigger.last  # "رفض العدوان الإسرائيلي" is against who does it
    return taken and sense.relation in _STANCES and _harmed(draft, trigger, place.phrase)


_STANCES: Final = frozenset(("REJECT", "SUPPORT"))
_HARM: Final = frozenset(("ASSAULT", "COERCE", "SANCTION", "EXCLUDE", "OPPOSE"))
_MARKS: Final = frozenset('"«»“”')


def _harmed(draft: Draft, trigger: Trigger, index: int) -> bool:
    """Whether a stance is on a deed of harm that stands between it and a phrase, in the same clause, and the phrase is not who does it."""
    at = draft.phrases[index].first
    for other in draft.triggers[trigger.index + 1 :]:
        if other.first >= at or other.sentence != trigger.sentence:
            return False
        if _clause(draft, trigger.last, other.first) and _deed(draft, other) and all(s.relation in _HARM for s in other.senses):
            behind = draft.phrases[index + 1] if index + 1 < len(draft.phrases) else None
            does = at == other.last + 1 and behind is not None and behind.prep in ("ل", "علي") and behind.sentence == trigger.sentence
            return not does and _clause(draft, other.last, at)
    return False


def _clause(draft: Draft, first: int, last: int) -> bool:
    """Whether neither a verb nor a particle that opens a clause stands between two tokens."""
    between = range(first + 1, last)
    return not any(at in draft.subject_of or "subordinator" in draft.words[at].function for at in between)


def _case(draft: Draft, trigger: Trigger, index: int) -> str:
    """Whether a plural or dual right behind its verb's clause shows its case: "المسلحون" does something, to "المسلحين" it is done."""
    phrase = draft.phrases[index]
    word = draft.words[phrase.first]
    if phrase.first <= trigger.last or phrase.prep or phrase.number not in ("p", "d") or phrase.kind not in _DECLINED:
        return ""
    before = draft.words[phrase.first - 1]
    free = phrase.first - 1 == trigger.last or draft.at[phrase.first - 1] >= 0  # "عشرات المواطنين" is a genitive
    if not word.definite or not free or tells_how_many(before) or not _clause(draft, trigger.last, phrase.first):
        return ""
    return "subject" if word.bare.endswith(("ون", "ان")) else "object" if word.bare.endswith("ين") else ""


_DECLINED: Final = frozenset(("nominal", "people", "organ"))


def _before(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who stands before a verb without a pronoun that takes him up: it is done to nobody of them."""
    words, first = draft.words, trigger.first
    if any("relative" in words[at].function for at in range(max(first - _SMALL, 0), first)):
        return set()  # "الدول التي قصفت روسيا"
    return {p.phrase for p in stood if p.side == "b" and not p.meant and draft.phrases[p.phrase].last < trigger.start}


_SMALL: Final = 3
"""So many tokens, such as قد and لم, may stand between a relative pronoun and its verb."""


def _apart(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> frozenset[int]:
    """Coordinations that somebody does it with: "استقبل بري السفير والسفيرة" ties neither with the other."""
    subject = draft.subject_of.get(trigger.first, -1)
    if subject < 0:
        return frozenset()
    others = (p.phrase for p in stood if not _same(draft, p.phrase, subject))
    return frozenset(i for i in others if draft.phrases[i].prep != "بين")
