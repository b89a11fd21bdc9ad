"""What one event is told by twice is one claim: "مقتل جنود في | قصف كندي", "خلف القصف الكندي عشرين | قتيلا".

Somebody's death, and the deed in which he died, have one victim; who did the deed killed him.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.ends.deeds import is_deed, one_clause
from ahlaf.coding.nounphrases.phrases import is_adjective
from ahlaf.coding.weighing.decide import Frame
from ahlaf.coding.words.draft import Draft

_TOLD: Final = "ASSAULT"
_VICTIMS: Final = "state"
"""The kind of nouns that call somebody by what was done to him: "قتيل", "جرحى"."""


def join(draft: Draft, frames: list[Frame], every: list[Frame]) -> list[Frame]:
    """The likely frames of a draft without those of a deed in which the victim of one before it died, whose doer that takes over.

    Args:
        draft: the text.
        frames: what is likely enough.
        every: all that was weighed.
    """
    kept: list[Frame] = []
    for told in frames:
        deed = _brought_about_by(draft, every, told)
        frame = told if deed is None else told._replace(source=deed.source, p_source=deed.p_source)
        if deed is not None:  # "القصف الكندي" alone is no more than the death that it brought about
            kept = [one for one in kept if one.trigger is not deed.trigger or one.target.phrase >= 0]
        first = next((at for at, one in enumerate(kept) if _is_the_same(draft, one, frame)), -1)
        if first < 0:
            kept.append(frame)
            continue
        one = kept[first]
        known = one.source.phrase >= 0 or frame.source.phrase < 0
        doer = one if known else frame
        kept[first] = one._replace(source=doer.source, p_source=doer.p_source, credence=max(one.credence, frame.credence))
    return kept


def _brought_about_by(draft: Draft, every: list[Frame], death: Frame) -> Frame | None:
    """The frame of the deed that brings about a death of which nobody is told as the doer: "أسفر | القصف الكندي عن مقتل ثلاثة مدنيين"."""
    if death.sense.relation != _TOLD or death.source.phrase >= 0 or death.target.phrase < 0:
        return None
    first = death.trigger.first
    itself = death.trigger.form == "idiom" and draft.words[first].of_verb(draft.lexicon.groups["brings-about"])
    verb = first if itself else _bringing(draft, first)  # "أودى القصف الكندي بحياة"
    return next((f for f in reversed(every) if verb >= 0 and _is_done(draft, f, death) and _brings(draft, f, verb)), None)


def _bringing(draft: Draft, at: int) -> int:
    """The verb of bringing about before a death, over a relative clause at most: "أسفرت الغارات التي شنتها كندا عن | مقتل"; else -1."""
    words, start = draft.words, draft.stretches[draft.sentence_of[at]].first
    for verb in range(at - 1, max(start, at - _REACH) - 1, -1):
        if words[verb].finite and draft.at[verb] < 0 and words[verb].of_verb(draft.lexicon.groups["brings-about"]):
            return verb
        told = verb in draft.subject_of or (draft.verb_at(verb) and not words[verb].nominal)
        if told and "relative" not in words[verb - 1].function:
            return -1
    return -1


_REACH: Final = 20


def _is_done(draft: Draft, deed: Frame, death: Frame) -> bool:
    """Whether one does a deed to another before a death in its sentence; what is between two has not one doer."""
    one, two = deed.trigger, death.trigger
    before = one.sentence == two.sentence and (one.last < two.first or two.first < one.first <= one.last < two.last)
    if not before or deed.sense.relation != _TOLD or deed.source.phrase < 0 or deed.p_source < _SURE:
        return False
    return draft.phrases[deed.source.phrase].prep != "بين" and not deed.sense.takes("بين")


_SURE: Final = 0.5
"""The least share that a deed's doer has who did what it brought about."""


def _brings(draft: Draft, deed: Frame, verb: int) -> bool:
    """Whether a verb says what a deed brings about: its subject, whom it describes, or all that is told before "which".

    "أسفر | القصف عن", "شنت كندا | غارات أسفرت عن", "قصفت كندا البلدة، ما أدى إلى".
    """
    trigger, words = deed.trigger, draft.words
    if trigger.first > verb:
        return trigger.first == verb + 1
    if words[verb - 1].stem in _WHICH:
        return True
    between = [word for word in words[trigger.last + 1 : verb] if "relative" not in word.function and not is_adjective(word)]
    return not between and is_deed(draft, trigger)


_WHICH: Final = frozenset(("ما", "مما"))


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
