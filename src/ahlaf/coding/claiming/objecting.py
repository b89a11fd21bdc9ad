"""Who protests in words: "احتجت | كندا لدى كينيا", "قدم السفير | احتجاجا إلى الحكومة" blame, where "احتج الأهالي" is a march or a strike.

States and their governments, bodies of states and whoever holds an office send notes to one another and march nowhere. An
officer of a state who does something else "in protest" gives up his office, as people lay down their work.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.weighing.decide import Frame
from ahlaf.coding.words.draft import Draft
from ahlaf.lexicon.entries import Sense
from ahlaf.model import Actor

_BODIES: Final = frozenset(("organisation", "alliance", "force", "organ"))
_OF_STATES: Final = frozenset(("IGO", "UNO", "EUR"))
"""What a body has for a country whose members are states."""
_RULES: Final = "GOV"
_MANY: Final = "ات"


def settle(draft: Draft, frames: Sequence[Frame]) -> list[Frame]:
    """Frames in their order, protests by those who only write notes as blame."""
    return [_blame(draft, frame) for frame in frames]


def _blame(draft: Draft, frame: Frame) -> Frame:
    if frame.sense.relation != "PROTEST" or frame.source.phrase < 0:
        return frame
    actor = draft.phrases[frame.source.phrase].actor
    if frame.target.phrase < 0 and draft.words[frame.trigger.head].bare.endswith(_MANY):
        return frame  # "احتجاجات تشاد" are marches
    sense = _in_words(draft, frame)
    return frame._replace(sense=sense) if sense is not None and actor is not None and _writes(draft, frame, actor) else frame


def _in_words(draft: Draft, frame: Frame) -> Sense | None:
    """The sense of blame that the verb of a protest has."""
    lemmas = draft.lexicon.groups["objects"]
    for at in range(frame.trigger.first, frame.trigger.last + 1):
        for entry in draft.words[at].entries:
            alone = frame.trigger.form == "idiom" or frame.sense in entry.lexeme.senses
            told = alone and not draft.words[at].adjective  # "تجمع احتجاجي" is none
            if told and entry.lexeme.folded in lemmas:
                return next((s for s in entry.lexeme.senses if s.relation == "ACCUSE"), None)
    return None


def _writes(draft: Draft, frame: Frame, actor: Actor) -> bool:
    """Whether somebody is a state, its government, a body of states, or speaks for one of these and does nothing else in protest."""
    if actor.kind == "person" or draft.phrases[frame.source.phrase].number == "p":
        aside = any(draft.words[at].bare.endswith("ا") for at in range(frame.trigger.first, frame.trigger.last + 1))
        return actor.sector == _RULES and not aside
    return actor.kind == "state" or (actor.kind in _BODIES and (actor.sector == _RULES or actor.country in _OF_STATES))
