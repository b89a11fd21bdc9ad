"""Whose friends or foes people are, told within the one phrase that names them: "أتباع إيران", "خصوم الحكومة", "مؤيدو الأسد".

Such a phrase is one candidate (:mod:`ahlaf.coding.ends.candidates`), so no pair of candidates can say what it says of
itself. Grammar leaves no doubt of it: a noun for somebody that is annexed to a name ties the two, whatever else the sentence tells.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.claiming import predicates, superlatives
from ahlaf.coding.ends.frames import tied
from ahlaf.coding.nounphrases import whosepeople
from ahlaf.coding.weighing.decide import Frame
from ahlaf.coding.words.draft import Draft, Trigger
from ahlaf.coding.words.kinds import ANYBODY, BODIES, BY_NAME, SOMEBODY
from ahlaf.coding.words.pronouns import THEMSELVES
from ahlaf.lexicon.entries import Sense

_SURE: Final = 0.6
"""How far what such a phrase says is to be believed: annotators write down some six in ten of them."""


def join(draft: Draft, frames: list[Frame]) -> list[Frame]:
    """The frames of a draft together with what phrases say of themselves, in the order of the text.

    The people are whoever the phrase is; what was weighed for its noun gives way, for it looked for somebody else.
    """
    told = [frame for trigger in draft.triggers for frame in _within(draft, trigger)]
    if not told:
        return frames
    taken = {frame.trigger.first for frame in told}
    return sorted([*(f for f in frames if f.trigger.first not in taken), *told], key=lambda f: f.trigger.first)


def _within(draft: Draft, trigger: Trigger) -> list[Frame]:
    index, sense = draft.at[trigger.first], _tie_of(trigger)
    if sense is None:
        return _one_of(draft, trigger)
    if index < 0 or draft.phrases[index].first != trigger.first:
        return _of_one_word(draft, trigger, sense)
    most = superlatives.who_is(draft, index)
    phrase = draft.phrases[index]
    said = predicates.who_is(draft, phrase.first, phrase.last, many=phrase.number == "p")
    told = max(_who_is(draft, index), _of_whom(draft, index), most, said)
    if not (most >= 0 or whosepeople.are(draft, phrase) or (told >= 0 and whosepeople.is_one(draft, phrase))):
        return []
    inner = whosepeople.owner(draft, phrase)
    if inner is None:
        return []
    behind = draft.phrases[index + 1] if index + 1 < draft.in_order else None
    joined = behind is not None and whosepeople.joins_the_owner(draft, phrase, behind)
    others = [draft.add_within(inner), *([index + 1] if joined else [])]
    one = tied(told if told >= 0 else index, "rule")
    return [Frame(trigger, sense, one, tied(other, "rule"), 1.0, 1.0, _SURE, _SURE) for other in others]


def _one_of(draft: Draft, trigger: Trigger) -> list[Frame]:
    """What is said of one who is among a body's, which stands in the phrase of these: "كينيا إحدى | دول التحالف", "كينيا هي إحدى …"."""
    index, at = draft.at[trigger.last], trigger.first - 1
    sense = next((s for s in trigger.senses if s.relation in _OF_A_BODY and "subj" in s.source and "gen" in s.target), None)
    if sense is None or trigger.form != "idiom" or index < 0 or draft.phrases[index].first != trigger.last or at < 0:
        return []
    if draft.words[trigger.first].conj:
        return []  # "القوات الكندية وبعض | الفصائل": they are others
    apart = draft.words[at].bare in _COMMAS or draft.words[at].fold in THEMSELVES
    at -= at > 0 and apart
    who = draft.at[at]
    before = draft.word_before(draft.phrases[who].first) if who >= 0 else None
    if before is not None and before.verb and not apart:
        return []  # "زار كندا | أحد أعضاء الحزب"
    if who < 0 or draft.phrases[who].named_to != at or draft.phrases[who].kind not in SOMEBODY or draft.sentence_of[at] != trigger.sentence:
        return []
    phrase = draft.phrases[index]
    inner = phrase if phrase.kind == "name" else whosepeople.owner(draft, phrase) if phrase.last > phrase.first else None
    if inner is None or inner.actor is None or inner.actor.kind not in BODIES:
        return []
    body = index if inner is phrase else draft.add_within(inner)
    return [Frame(trigger, sense, tied(who, "rule"), tied(body, "rule"), 1.0, 1.0, _SURE, _SURE)]


_OF_A_BODY: Final = frozenset(("MEMBER", "LEAD"))
_COMMAS: Final = frozenset("،,")


def _of_one_word(draft: Draft, trigger: Trigger, sense: Sense) -> list[Frame]:
    """What a word for somebody's men says, which is no phrase with whose they are: "الحوثيون وهم | وكلاء كينيا"."""
    at = trigger.last + 1
    owner = draft.at[at] if trigger.form == "idiom" and at < len(draft.words) and not draft.words[trigger.last].pronoun else -1
    if owner < 0 or draft.phrases[owner].first != at or draft.phrases[owner].prep or draft.phrases[owner].conj:
        return []
    told = predicates.who_is(draft, trigger.first, draft.phrases[owner].last, many=True)
    return [Frame(trigger, sense, tied(told, "rule"), tied(owner, "rule"), 1.0, 1.0, _SURE, _SURE)] if told >= 0 and told != owner else []


def _who_is(draft: Draft, index: int) -> int:
    """Who somebody is told to be behind his phrase, where a pronoun leads to it: "عدو العرب الأول هو | إيران"; else -1."""
    words, last = draft.words, draft.phrases[index].named_to
    for at in range(last + 1, min(last + _TOLD, len(words) - 1)):
        if words[at].kind == "punct" or draft.sentence_of[at + 1] != draft.sentence_of[last] or words[at].verb:
            return -1
        if words[at].fold in THEMSELVES and (who := draft.at[at + 1]) >= 0:
            there = draft.phrases[who]
            people = whosepeople.for_or_against(draft, there)  # "حلفاء كندا هم | أعداء كينيا"
            return draft.lead(who) if there.first == at + 1 and not (there.prep or people) and there.kind in ANYBODY else -1
    return -1


def _of_whom(draft: Draft, index: int) -> int:
    """Who stands right before one whom his noun says to be somebody's friend or foe: "كندا | درع أوغندا"; else -1."""
    phrase = draft.phrases[index]
    before = draft.at[phrase.first - 1] if phrase.first else -1
    there = draft.phrases[before]
    if before < 0 or phrase.number != "s" or index in draft.object_of.values():
        return -1  # "اتهمت | كندا عدو العرب"
    said = not (phrase.prep or phrase.conj) and there.sentence == phrase.sentence
    return draft.lead(before) if said and there.kind in BY_NAME and not draft.phrases[draft.lead(before)].prep else -1


_TOLD: Final = 4
"""So many tokens behind the phrase stands who he is, at most."""


def _tie_of(trigger: Trigger) -> Sense | None:
    """The sense of a noun for somebody whose friend or foe he is to whom it is annexed."""
    for sense in trigger.senses:
        word = trigger.form == "idiom" and trigger.first == trigger.last and sense.relation == "ALLY"  # "وكلاء"
        agent = sense.kind == "agent" or (trigger.form == "active" and sense.kind == "verb") or word
        if agent and sense.relation in whosepeople.TIES and _OF_HIM & {*sense.source} and _WHOSE & {*sense.target}:
            return sense
    return None


_OF_HIM: Final = frozenset(("host", "subj"))
_WHOSE: Final = frozenset(("gen", "obj"))
