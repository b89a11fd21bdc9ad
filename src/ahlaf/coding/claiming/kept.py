"""Which frames are put out: those that are likely enough, whole or by their surer end alone, and of two that tell one event one."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.claiming import oneevent
from ahlaf.coding.weighing.decide import HALF, Frame, credence
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import HARM, STRIKES
from ahlaf.relations import RELATIONS


def choose(draft: Draft, frames: list[Frame], threshold: float) -> list[Frame]:
    """The frames of a draft that are put out from a threshold on, in their order."""
    likely = [frame for whole in frames if (frame := _kept(draft, whole, threshold)) is not None]
    return _told_whole(_told_once(draft, oneevent.join(draft, _done_to(draft, likely), frames)))


# -- how likely -------------------------------------------------------------------------------------------


def _kept(draft: Draft, whole: Frame, threshold: float) -> Frame | None:
    """A frame that is to be put out: as it is, or its surer end alone; None where it is too doubtful or says nothing."""
    enough = whole.credence >= (threshold if _both(whole) else threshold**HALF)
    frame = whole if enough else half(whole)
    return None if frame is None or frame.credence < threshold**HALF or _only_named(draft, frame) else frame


SURE: Final = 0.5
"""The least share of an end that is named alone where the pair is too doubtful to be put out."""


def _both(frame: Frame) -> bool:
    return frame.source.phrase >= 0 and frame.target.phrase >= 0


def half(frame: Frame) -> Frame | None:
    """The surer end alone of a frame whose pair is too doubtful; None where neither is sure, or only one was there.

    Its credence is that there is a claim at this word at all, times the share of the end that is kept.
    """
    if not _both(frame) or max(frame.p_source, frame.p_target) < SURE:
        return None
    nobody = frame.source._replace(phrase=-1, place="doubtful")
    if frame.p_target >= frame.p_source:
        return frame._replace(source=nobody, credence=credence(frame.there * frame.p_target, both=False))
    return frame._replace(target=nobody, credence=credence(frame.there * frame.p_source, both=False))


def _only_named(draft: Draft, frame: Frame) -> bool:
    """Whether the words do no more than name a doer of whom nothing else is said: "المتظاهرون" is no protest yet."""
    if frame.source.phrase < 0 or frame.target.phrase >= 0:
        return False
    named = draft.phrases[frame.source.phrase]
    return named.first <= frame.trigger.first <= named.last


# -- one event --------------------------------------------------------------------------------------------


def _told_once(draft: Draft, frames: list[Frame]) -> list[Frame]:
    """The frames without those of an "against" that only leads to whom a deed before it is done: "شنت كندا حربا اقتصادية | ضد كينيا"."""
    return [two for two in frames if not (_leads(draft, two) and any(_leads_for(draft, two, one) for one in frames))]


def _leads(draft: Draft, frame: Frame) -> bool:
    """Whether a frame's word may be no more than the preposition of a deed before it."""
    return frame.target.phrase >= 0 and draft.words[frame.trigger.last].stem in draft.lexicon.groups["against"]


def _leads_for(draft: Draft, frame: Frame, deed: Frame) -> bool:
    """Whether a frame's word stands between a deed of the same ends and sign and whom the deed is done to, and leads to him."""
    trigger = frame.trigger
    before = deed.trigger.last < trigger.first and deed.trigger.sentence == trigger.sentence
    if not before or frame.target.phrase != deed.target.phrase or frame.sense.sign != deed.sense.sign:
        return False
    if trigger.first - deed.trigger.last <= _BESIDE and deed.credence < frame.credence:
        return False  # of two so near the surer is put out
    by_it = deed.target.place.startswith(f"a:{draft.words[trigger.last].stem}")
    return by_it and frame.source.phrase in (-1, deed.source.phrase)


_BESIDE: Final = 2


def _told_whole(frames: list[Frame]) -> list[Frame]:
    """The frames without those of a word in an expression that tells as much: "نشعر | بقلق عميق من روسيا" is one worry, and ours."""
    kept: list[Frame] = []
    whole: Frame | None = None
    for frame in frames:
        if whole is not None and frame.trigger.first <= whole.trigger.last and _says_less(frame, whole):
            continue
        if frame.trigger.form == "idiom" and _both(frame):
            whole = frame
        kept.append(frame)
    return kept


def _says_less(frame: Frame, whole: Frame) -> bool:
    """Whether one word's frame has the target and the sign of an expression's, and is the less sure; or is what that lifts.

    "رفعت واشنطن | العقوبات عن سوريا", "أزالت | القيود المفروضة عليها": there are none any more.
    """
    inside = whole.trigger.first < frame.trigger.first <= frame.trigger.last <= whole.trigger.last
    ends = (frame.source.phrase, frame.target.phrase)
    if inside and frame.sense.relation == whole.sense.relation and ends == (whole.target.phrase, whole.source.phrase):
        return RELATIONS[frame.sense.relation].mutual  # "تسلم الوزير | رسالة من نظيره"
    lifted = whole.sense.relation in _LIFTS and frame.sense.relation in HARM
    if frame.target.phrase != whole.target.phrase:
        return inside and lifted
    if frame.trigger.form == "idiom":
        return inside and frame.sense.sign != whole.sense.sign  # "فتحت أبوابها | في وجه اللاجئين"
    return lifted or (frame.sense.sign == whole.sense.sign and frame.credence < whole.credence)


_LIFTS: Final = frozenset(("CONCEDE", "RETREAT", "AGREE"))
"""What expressions tell of the end of harm that is named in them."""


# -- to whom ----------------------------------------------------------------------------------------------

_ACTED_ON: Final = STRIKES
"""Deeds that strike a person and not the group behind him."""
_BELONGS: Final = frozenset(("MEMBER", "LEAD", "ALLY"))
_IN: Final = frozenset(("في", "ب", "من", "ل"))
"""What stands between a person and the group that he is of, or whose man he is."""


def _done_to(draft: Draft, frames: list[Frame]) -> list[Frame]:
    """A deed against somebody of a group is done to him, and he belongs to it: "اعتقلت السلطات قياديا في الجماعة", "جاسوسا لها"."""
    told = [_to_the_person(draft, frame) for frame in frames]
    struck = {frame.target.phrase for frame in told if frame.sense.relation in _ACTED_ON} - {-1}
    for at, frame in enumerate(told):
        own = draft.at[frame.trigger.first]
        own_or_whole = {own, draft.phrases[own].listed if own >= 0 else -1}  # "12 شخصا من بينهم | قياديان في الحزب"
        belongs = frame.sense.relation in _BELONGS and not struck.isdisjoint(own_or_whole)
        if belongs and own not in (frame.source.phrase, frame.target.phrase):
            told[at] = frame._replace(source=frame.source._replace(phrase=own))
    return told


def _to_the_person(draft: Draft, frame: Frame) -> Frame:
    """The frame of such a deed with the person as its target who stands unnamed right before the group: "قياديا | في الجماعة"."""
    at = frame.target.phrase
    if at < 1 or frame.sense.relation not in _ACTED_ON:
        return frame
    body, person = draft.phrases[at], draft.phrases[at - 1]
    inside = body.prep in _IN and body.first - person.last == (2 if draft.words[body.first].prep == "" else 1)
    if not inside or not _one_man(draft, person, body.prep) or person.prep or person.definite or at - 1 == frame.source.phrase:
        return frame
    return frame._replace(target=frame.target._replace(phrase=at - 1))


def _one_man(draft: Draft, phrase: Phrase, prep: str) -> bool:
    """Whether a phrase is one man who is not named, or behind whom ل says whose he is: "قتلت إسرائيل | عميلا لإيران".

    No body is one, "معسكرا لداعش", and whoever expels an envoy strikes who sent him: "سفيرا لإيران".
    """
    if phrase.actor is None or phrase.number != "s" or phrase.kind not in ("nominal", "organ"):
        return False
    word = draft.words[phrase.head]
    if phrase.actor.kind == "person":
        return prep != "ل" or word.stem.removesuffix("ا") not in draft.lexicon.groups["envoy"]
    senses = (s for entry in word.entries for s in entry.lexeme.senses)
    return prep == "ل" and phrase.gender == "m" and any(s.kind == "agent" and s.relation == "ALLY" for s in senses)
