"""Whose friends or foes people are, told within the one phrase that names them: "أتباع إيران", "خصوم الحكومة", "مؤيدو الأسد".

Such a phrase is one candidate (:mod:`.candidates`), so no pair of candidates can say what it says of itself. Grammar leaves
no doubt of it: a noun for somebody that is annexed to a name ties the two, whatever else the sentence tells.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding import whosepeople
from ahlaf.coding.decide import Frame
from ahlaf.coding.draft import Draft, Trigger
from ahlaf.coding.frames import Tie
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
    if index < 0 or sense is None or draft.phrases[index].first != trigger.first or not whosepeople.are(draft, draft.phrases[index]):
        return []
    inner = whosepeople.owner(draft, draft.phrases[index])
    if inner is None:
        return []
    behind = draft.phrases[index + 1] if index + 1 < draft.in_order else None
    joined = behind is not None and whosepeople.joins_the_owner(draft, draft.phrases[index], behind)
    others = [draft.add_within(inner), *([index + 1] if joined else [])]
    return [Frame(trigger, sense, _end(index), _end(other), 1.0, 1.0, _SURE, _SURE) for other in others]


def _tie_of(trigger: Trigger) -> Sense | None:
    """The sense of a noun for somebody whose friend or foe he is to whom it is annexed."""
    for sense in trigger.senses:
        agent = sense.kind == "agent" or (trigger.form == "active" and sense.kind == "verb")
        if agent and sense.relation in whosepeople.TIES and _OF_HIM & {*sense.source} and _WHOSE & {*sense.target}:
            return sense
    return None


_OF_HIM: Final = frozenset(("host", "subj"))
_WHOSE: Final = frozenset(("gen", "obj"))


def _end(index: int) -> Tie:
    return Tie(index, "rule", False, ("rule", "rule"), (), (), (), ())
