"""Whom somebody is angry with over what a deed did: "قصف إسرائيل لبيروت | أغضب فرنسا", "مقتل الجنرال على يد كندا | أثار غضب كينيا".

The deed opens the clause and is what angers; who did it is the one that stands against whoever is angered, and neither
whom he struck nor whoever was named last.
"""

from __future__ import annotations

from collections.abc import Sequence

from ahlaf.coding.weighing.decide import Frame
from ahlaf.coding.words.draft import DEEDS, Draft


def settle(draft: Draft, frames: Sequence[Frame]) -> list[Frame]:
    """Frames in the order of the text, those of anger with who did the deed that angers."""
    told: list[Frame] = []
    for frame in frames:
        deed = _deed(draft, told, frame)
        told.append(frame if deed is None else _over(draft, frame, deed))
    return told


def _deed(draft: Draft, before: Sequence[Frame], frame: Frame) -> Frame | None:
    """The frame of the deed that opens the clause of a verb of anger, no other verb between; None where there is none."""
    words, at = draft.words, frame.trigger.first
    if frame.sense.sign > 0 or not words[at].of_verb(draft.lexicon.groups["angers"]) or words[at].conj:
        return None
    start = draft.stretches[frame.trigger.sentence].first
    for other in reversed(before):
        deed = other.trigger
        if deed.sentence != frame.trigger.sentence:
            return None
        if any(words[k].kind == "punct" or (k in draft.subject_of and not words[k].nominal) for k in range(deed.last + 1, at)):
            return None
        death = deed.form == "active" and not words[deed.first].definite and deed.first not in draft.subject_of  # "مقتل"
        noun = deed.form in DEEDS or death
        opens = deed.first == start or words[deed.first - 1].kind == "punct" or "subordinator" in words[deed.first - 1].function
        if opens and noun and not words[deed.first].prep:
            return other if other.source.phrase >= 0 else None
    return None


def _over(draft: Draft, frame: Frame, deed: Frame) -> Frame:
    """A frame of anger between whoever is angered, who stands behind its verb, and who did the deed."""
    doer = deed.source.phrase
    for angered, other in (("target", "source"), ("source", "target")):
        tie = getattr(frame, angered)
        if tie.phrase >= 0 and draft.phrases[tie.phrase].first > frame.trigger.first:
            if draft.whose(tie.phrase) == draft.whose(doer):
                return frame
            return frame._replace(**{other: getattr(frame, other)._replace(phrase=doer)})
    return frame
