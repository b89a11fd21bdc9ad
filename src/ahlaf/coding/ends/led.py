"""What is led, chaired or sponsored by whom a fixed word leads to: "قوات بقيادة حفتر", "مؤتمر في باريس برعاية فرنسا".

It is what stands right before, and no state where that is, whom it is against or who takes part in it: "شاركت كينيا في
مؤتمر برعاية مصر" has Egypt lead nobody, nor has "التحالف ضد داعش بقيادة واشنطن" her lead Daesh.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.clauses.subjects import governor
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.words.draft import Draft, Phrase, Trigger
from ahlaf.coding.words.kinds import THINGS

_AUSPICES: Final = "رعايه"
"""Under which others talk and agree, whom nobody leads so; a body alone is led by whoever has it under them."""
_AGAINST: Final = frozenset(("ضد", "علي"))
_HEADED: Final = frozenset(("organ", "force", "organisation"))
_PEOPLE: Final = frozenset(("person", "social-group", "people"))


def is_not_led(draft: Draft, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether a phrase before "under the lead of" is surely not what is led."""
    if phrase.first > trigger.first or not _is_under(draft, trigger):
        return False
    beside = draft.at[trigger.first - 1]
    headed = beside >= 0 and draft.phrases[beside].prep in _AGAINST and _is_headed(draft, trigger, draft.phrases[beside])
    if phrase.prep in _AGAINST or headed:
        return not headed or phrase is not draft.phrases[beside]
    kind = phrase.actor.kind if phrase.actor is not None else ""
    next_to = phrase.named_to + 1 == trigger.first
    if draft.words[trigger.last].stem == _AUSPICES:
        body = (phrase.kind in ("nominal", "organ") and kind not in _PEOPLE) or kind in ("alliance", "organisation")
        return not (next_to and body)  # "تبادل الأسرى | برعاية أممية"
    return kind == "state" and (bool(phrase.prep) or (not next_to and _is_a_state(draft, trigger.last + 1)))


def _is_under(draft: Draft, trigger: Trigger) -> bool:
    """Whether a word is one of "under the lead of": "بقيادة", "برئاسة"."""
    return draft.words[trigger.first].prep == "ب" and any(kind == "lead" for _, kind, _, _ in draft.cues.get(trigger.first, ()))


def is_what_is_had(draft: Draft, trigger: Trigger) -> bool:
    """Whether "the lead of" is what somebody has, wins or wants, and nobody stands under it: "انفردت كندا | بقيادة الحلف"."""
    if not _is_under(draft, trigger):
        return False
    verb = governor(draft, trigger.first, draft.stretches[trigger.sentence].first)
    if verb < 0 or not draft.words[verb].of_verb(draft.lexicon.groups["takes-lead"]):
        return False
    subject = draft.phrases[draft.subject_of[verb]] if draft.subject_of[verb] >= 0 else None
    return trigger.first == (subject.named_to if subject is not None and subject.first > verb else verb) + 1


def _is_headed(draft: Draft, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether an organ or a force stands right before who leads it, a person, whatever is done to it: "على | الحكومة برئاسة دياب"."""
    index = draft.at[trigger.last + 1] if trigger.last + 1 < len(draft.words) else -1
    leader = draft.phrases[index].actor if index >= 0 else None
    body = phrase.kind in ("nominal", "organ") and phrase.actor is not None and phrase.actor.kind in _HEADED
    return body and phrase.named_to + 1 == trigger.first and leader is not None and leader.kind == "person"


def mediates(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> bool:
    """Whether all who stand before "under the auspices of" are none that may be led, so that he who has it under them mediates."""
    before = [phrase for phrase in (draft.phrases[p.phrase] for p in stood) if phrase.last < trigger.first and phrase.kind not in THINGS]
    under = draft.words[trigger.first].prep == "ب" and draft.words[trigger.last].stem == _AUSPICES
    return under and bool(before) and all(is_not_led(draft, trigger, phrase) for phrase in before)


def _is_a_state(draft: Draft, at: int) -> bool:
    """Whether a state stands at a token, or its adjective: "بقيادة | واشنطن", "بقيادة | أمريكية"."""
    index = draft.at[at] if at < len(draft.words) else -1
    actor = draft.phrases[index].actor if index >= 0 else None
    return actor is not None and actor.kind == "state"
