"""Which phrases may be an end of a trigger: the nearest before and after it, some of the sentences before."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.clauses import addressed
from ahlaf.coding.nounphrases import origins, whoever
from ahlaf.coding.words.draft import Draft, Trigger
from ahlaf.coding.words.kinds import THINGS

BEFORE: Final = 8
AFTER: Final = 7
EARLIER: Final = 5
OF_THINGS: Final = 2
"""How many phrases are looked at before, after, and in the sentences before."""


_LOOKED_AT: Final = 200
"""So many phrases on one side are looked at, whatever they are."""
_OF_ITS_SENTENCE: Final = frozenset(("thing", "act", "pronoun", "hidden", "nisba"))
"""Kinds of phrases that are no end of what a later sentence tells."""


def candidates(draft: Draft, order: list[int], trigger: Trigger) -> list[int]:
    """Indexes of the phrases that may be an end; ``order`` is :func:`first_phrase_at` of the draft."""
    middle = order[trigger.first]
    before = {*_nearest_before(draft, trigger, middle), *_meant(draft, trigger, middle), *_described(draft, trigger)}
    before.update(_named_before(draft, trigger))
    if (resolving := draft.resolves.get(trigger.first, -1)) >= 0:
        before.add(resolving)
    return [*sorted(before), *_nearest_behind(draft, trigger, middle)]


def _nearest_before(draft: Draft, trigger: Trigger, middle: int) -> list[int]:
    """The nearest that stand before a trigger, in its sentence and the two before; ``middle`` is the first that does not."""
    joined = whoever.clause_of(draft, trigger.first)
    found: list[int] = []
    count = earlier = things = 0
    for index in range(middle - 1, max(-1, middle - 1 - _LOOKED_AT), -1):
        phrase = draft.phrases[index]
        gap = trigger.sentence - phrase.sentence
        if gap > 2 or count >= BEFORE + EARLIER:
            break
        if index not in (phrase.group, joined) or phrase.listed >= 0 or phrase.actor is None or origins.amid(draft, index):
            continue
        if phrase.kind in THINGS and not gap:
            things += 1
            if things <= OF_THINGS:
                found.append(index)
            continue
        if gap:
            if phrase.kind in _OF_ITS_SENTENCE:
                continue
            earlier += 1
            if earlier > EARLIER:
                break
        elif count >= BEFORE:
            continue
        found.append(index)
        count += 1
    return found


def _nearest_behind(draft: Draft, trigger: Trigger, middle: int) -> list[int]:
    """The nearest that stand behind a trigger, in its sentence, those that its own words cover among them."""
    own = {draft.at[trigger.first], draft.at[trigger.last]}
    found: list[int] = []
    count = things = 0
    for index in range(middle, min(len(draft.phrases), middle + _LOOKED_AT)):
        phrase = draft.phrases[index]
        if phrase.sentence != trigger.sentence or count >= AFTER:
            break
        if index in own and phrase.actor is not None:
            found.append(index)
            continue
        if (phrase.group != index and phrase.kind != "nisba") or phrase.listed >= 0 or phrase.actor is None:
            continue
        if origins.amid(draft, index) or origins.follows_another(draft, index) or _had_it_before(draft, index):
            continue
        if phrase.kind in THINGS:
            things += 1
            if things > OF_THINGS:
                continue
        else:
            count += 1
        found.append(index)
    return found


def _had_it_before(draft: Draft, index: int) -> bool:
    """Whether somebody only had the office that another is given: "عين الوزير خلفا | لسلفه"."""
    phrase = draft.phrases[index]
    before = draft.words[phrase.first - 1].stem if phrase.first else ""
    return phrase.prep != "" and draft.lexicon.groups["succeeding"].get(before) == phrase.prep


def _named_before(draft: Draft, trigger: Trigger) -> list[int]:
    """Who says what a verb of words tells, however many sentences before he was named: "اجتمع | المجلس… ودعا… وطالب"."""
    if not addressed.hides(draft, trigger.first):
        return []
    lead = draft.lead(draft.subject_of[trigger.first])
    return [lead] if draft.phrases[lead].listed < 0 and draft.phrases[lead].actor is not None else []


def _described(draft: Draft, trigger: Trigger) -> list[int]:
    """The phrase that a participle ends, where it is not the first that is joined: "الجيش والميليشيات | الداعمة له"."""
    if (other := draft.at[trigger.first - 1] if trigger.first else -1) in draft.another:
        return [other] if draft.phrases[other].actor is not None else []  # "فصائل موالية لكندا وأخرى | موالية لكينيا"
    told = draft.subject_of.get(trigger.first, -1)
    if told >= 0 and draft.lead(told) != told:
        return [told] if draft.phrases[told].listed < 0 and draft.phrases[told].actor is not None else []  # "كندا واليابان | التي تدعم"
    index = draft.at[trigger.first]
    if index < 0 or trigger.form not in _DESCRIBING:
        return []
    phrase = draft.phrases[index]
    return [index] if phrase.first < trigger.first and phrase.group != index and phrase.listed < 0 and phrase.actor is not None else []


_DESCRIBING: Final = frozenset(("active", "passive"))


def _meant(draft: Draft, trigger: Trigger, middle: int) -> list[int]:
    """The phrases before a trigger that the pronoun on it, or on the word behind it, may point back to."""
    places = (trigger.last, trigger.last + 1)
    found = []
    for at in places:
        pronoun = draft.pronoun_at.get(at, -1)
        for back in draft.phrases[pronoun].antecedents if pronoun >= 0 else ():
            lead = draft.lead(back)
            if lead < middle and draft.phrases[lead].listed < 0 and draft.phrases[lead].actor is not None:
                found.append(lead)
    return found


def orders(draft: Draft, trigger: Trigger, indexes: list[int]) -> list[int]:
    """How many candidates lie between each candidate and the trigger on its side, things aside; itself counted."""
    before = [i for i in indexes if draft.phrases[i].first < trigger.first]
    found: dict[int, int] = {}
    for group in (reversed(before), indexes[len(before) :]):
        count = 0
        for index in group:
            if draft.phrases[index].kind not in THINGS:
                count += 1
            found[index] = count
    return [found[i] for i in indexes]


def first_phrase_at(draft: Draft) -> list[int]:
    """For each token, the index of the first phrase that begins at or after it."""
    order = [0] * (len(draft.words) + 1)
    index = len(draft.phrases)
    order[len(draft.words)] = index
    for at in range(len(draft.words) - 1, -1, -1):
        while index > 0 and draft.phrases[index - 1].first >= at:
            index -= 1
        order[at] = index
    return order
