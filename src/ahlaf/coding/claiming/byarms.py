"""What those who bear arms do with them: "حاصرت | القوات المدينة" attacks, "ساندت | القوات الجيش" helps, "ساند النائب الحزب" speaks.

Some verbs mean one thing of whoever rules or speaks and another of whoever fights: who backs or defends somebody with weapons helps
him and does not only speak for him, soldiers besiege where a state blockades, and whom outlaws hold, whom the police would have
arrested, was abducted. Some mean a deed of such people alone: who lives somewhere enters a town and does nothing to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.weighing.decide import Frame
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.kinds import THINGS
from ahlaf.lexicon.entries import Sense
from ahlaf.text.views import fold

_ARMED: Final = frozenset(("force", "armed-group"))
_PARTY: Final = "party"
_SPIES: Final = "SPY"
"""Who watches and besieges nobody, though they are a force."""
_OUTLAWS: Final = frozenset(("UAF", "REB", "CRM"))
"""The sectors, as PLOVER has them, of those who fight or rob and are no state's."""
_OUTLAWS_ALONE: Final = "outlaws"
"""What the note says of a verb that means something else of outlaws alone, and not of an army."""
_NOTHING_ELSE: Final = "alone"
"""What it says of a verb that means nothing of people without arms: "يدخل | السكان المدينة"."""
_CIVILIANS: Final = "social-group"


def settle(draft: Draft, frames: Sequence[Frame]) -> list[Frame]:
    """Frames in their order, deeds of those who bear arms as such, and those of others as what these can do."""
    return [_settled(draft, frame) for frame in frames if not _does_nothing(draft, frame)]


def _does_nothing(draft: Draft, frame: Frame) -> bool:
    """Whether people without arms do what is a deed only of those who have them: "دخل | السكان المدينة"."""
    relation, _, who = draft.lexicon.groups["by-arms"].get(fold(frame.sense.lemma), "").partition(" ")
    if who != _NOTHING_ELSE or frame.sense.relation != relation or frame.trigger.form == "idiom" or frame.source.phrase < 0:
        return False
    actor = draft.phrases[frame.source.phrase].actor
    return actor is not None and actor.kind == _CIVILIANS and actor.sector not in _OUTLAWS


def _settled(draft: Draft, frame: Frame) -> Frame:
    note = draft.lexicon.groups["by-arms"].get(fold(frame.sense.lemma)) if frame.trigger.form != "idiom" else None
    if note is None:
        return frame
    relation, _, who = note.partition(" ")
    if who == _NOTHING_ELSE:
        return frame
    whom = draft.phrases[frame.target.phrase].kind if frame.target.phrase >= 0 else ""
    armed = whom not in THINGS and _with_arms(draft, frame.source.phrase, outlaws_alone=who == _OUTLAWS_ALONE)  # "حصار | الظاهرة"
    if (frame.sense.relation == relation) is armed:
        return frame
    others = (s for s in frame.trigger.senses if s.lemma == frame.sense.lemma and _in_its_place(frame.sense, s))
    sense = next((s for s in others if (s.relation == relation) is armed), None)
    return frame if sense is None else frame._replace(sense=sense)


def _in_its_place(sense: Sense, other: Sense) -> bool:
    """Whether another sense of a verb has its ends where one has them."""
    return sense.sign == other.sign and sense.source == other.source and not set(sense.target).isdisjoint(other.target)


def _with_arms(draft: Draft, index: int, *, outlaws_alone: bool) -> bool:
    """Whether who does something bears arms, by what he is or is called: "مقاتلو | الحزب"."""
    actor = draft.phrases[index].actor if index >= 0 else None
    if actor is None:
        return False
    if outlaws_alone:
        return actor.sector in _OUTLAWS
    noun = draft.words[draft.phrases[index].head].generic
    fighters = actor.kind == _PARTY and noun is not None and noun.kind in _ARMED
    return fighters or (actor.kind in _ARMED and actor.sector != _SPIES)
