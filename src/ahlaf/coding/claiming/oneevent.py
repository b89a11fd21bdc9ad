"""What one event is told by twice is one claim: "مقتل جنود في | قصف كندي", "خلف القصف الكندي عشرين | قتيلا".

Somebody's death, and the deed in which he died, have one victim; who did the deed killed him.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.ends.deeds import is_deed, one_clause
from ahlaf.coding.weighing.decide import Frame
from ahlaf.coding.words.draft import Draft

_TOLD: Final = "ASSAULT"
_VICTIMS: Final = "state"
"""The kind of nouns that call somebody by what was done to him: "قتيل", "جرحى"."""


def join(draft: Draft, frames: list[Frame]) -> list[Frame]:
    """The frames of a draft without those of a deed in which the victim of one before it died, whose doer that takes over."""
    kept: list[Frame] = []
    for frame in frames:
        first = next((at for at, one in enumerate(kept) if _is_the_same(draft, one, frame)), -1)
        if first < 0:
            kept.append(frame)
            continue
        one = kept[first]
        known = one.source.phrase >= 0 or frame.source.phrase < 0
        doer = one if known else frame
        kept[first] = one._replace(source=doer.source, p_source=doer.p_source, credence=max(one.credence, frame.credence))
    return kept


def _is_the_same(draft: Draft, one: Frame, two: Frame) -> bool:
    """Whether a frame tells no more of a victim than one before it in the sentence."""
    struck = one.sense.relation == two.sense.relation == _TOLD and one.target.phrase >= 0
    if not struck or one.trigger.sentence != two.trigger.sentence or draft.lead(one.target.phrase) != draft.lead(two.target.phrase):
        return False
    if two.sense.kind == _VICTIMS and two.source.phrase < 0:
        return True
    doers = {draft.whose(frame.source.phrase) for frame in (one, two) if frame.source.phrase >= 0}
    return len(doers) < _TWO and _leads_to(draft, one, two)


_TWO: Final = 2


def _leads_to(draft: Draft, one: Frame, two: Frame) -> bool:
    """Whether a preposition leads from somebody's death to the deed: "أصيب حارس | في هجوم", "إصابة متظاهرين | برصاص الشرطة"."""
    victim, at = draft.phrases[one.target.phrase].named_to, two.trigger.first
    if not one.trigger.first < victim < at or not one_clause(draft, victim, at):
        return False
    if draft.words[at].prep:
        return True
    before = draft.words[at - 1]
    return is_deed(draft, two.trigger) and ("prep" in before.function or before.stem in draft.lexicon.groups["accident"])
