"""For whom people march: that is no protest against him. "تظاهروا تأييدا | للحكومة", "مسيرات مؤيدة | للرئيس"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.weighing.decide import Frame
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.word import ADJECTIVE_KINDS

_FOR: Final = ("ل", "مع")
"""What leads to whom one marches for."""


def settle(draft: Draft, frames: Sequence[Frame]) -> list[Frame]:
    """Frames in their order, protests in somebody's favour against nobody."""
    return [frame._replace(target=frame.target._replace(phrase=-1)) if _in_favour(draft, frame) else frame for frame in frames]


def _in_favour(draft: Draft, frame: Frame) -> bool:
    """Whether what stands before a protest's target says that it is in his favour."""
    if frame.sense.relation != "PROTEST" or frame.target.phrase < 0 or frame.source.phrase < 0:
        return False
    if draft.phrases[frame.target.phrase].prep not in _FOR:
        return False
    first = draft.phrases[frame.target.phrase].first
    led = first > 1 and "prep" in draft.words[first - 1].function and not draft.words[first - 1].pronoun
    at = first - 2 if led else first - 1
    return at > frame.trigger.first and _favours(draft, at)


def _favours(draft: Draft, at: int) -> bool:
    """Whether a word says that something is done in somebody's favour: "تأييدا", "مؤيدة"."""
    word = draft.words[at]
    how = word.masdar and word.bare.endswith("ا")
    senses = [s for e in word.entries if (how and e.kind == "masdar") or e.kind in ADJECTIVE_KINDS for s in e.lexeme.senses]
    return bool(senses) and all(s.sign > 0 for s in senses)
