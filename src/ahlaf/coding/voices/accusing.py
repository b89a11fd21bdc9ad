"""Who holds another guilty as he does something else, or before whom somebody stands accused: what of, is his to say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ahlaf.coding.modality.disbelief import ACCUSER
from ahlaf.coding.voices.speech import Speech, reach, speaks
from ahlaf.coding.words.draft import Draft, Trigger

_HELD: Final = frozenset(("passive", "active", "state"))
"""Forms of "accused", which is written as "accusing" is."""
_TO_DEED: Final = 12
"""So many tokens behind "accusing" stands what of, at most."""
_SAID_HOW: Final = ("ا", "ة", "ين")
"""How participles end that say how somebody does something: "متهما", "متهمة", "متهمين"."""


def before_whom(draft: Draft, trigger: Trigger) -> list[Speech]:
    """The speech of whoever holds somebody guilty: "الحركة متهمة عند | كينيا بالعمالة لإثيوبيا"."""
    words, at = draft.words, trigger.last + 1
    index = draft.at[at + 1] if at + 1 < len(words) else -1
    if not _accuses(trigger) or index < 0 or words[at].stem not in ACCUSER or not speaks(draft.phrases[index]):
        return []
    begin = draft.phrases[index].last + 1
    end = draft.stretches[trigger.sentence].end
    if begin >= end or words[begin].prep != "ب":
        return []
    end = reach(draft, trigger.last, end, index)
    next_clause = next((k for k in range(begin, end - 1) if words[k].bare in "،؛" and words[k + 1].conj == "و"), end)
    return [Speech(begin, next_clause, index, trigger.last, "ask", in_turn=True)]


def speech(draft: Draft, trigger: Trigger, who: Callable[[], int]) -> list[Speech]:
    """The speech of who does something accusing another: "انسحبت الكتلة متهمة الحزب | بخطف القرار"; ``who`` tells of whom that is."""
    words, at = draft.words, trigger.last
    whom = draft.at[at + 1] if at + 1 < len(words) else -1
    if not _accuses(trigger) or words[at].definite or not words[at].bare.endswith(_SAID_HOW) or whom < 0:
        return []
    if draft.phrases[whom].first != at + 1 or draft.phrases[whom].prep:
        return []
    end = draft.stretches[trigger.sentence].end
    near = range(draft.phrases[whom].last + 1, min(end, at + _TO_DEED))
    begin = next((k for k in near if words[k].prep == "ب" and words[k].masdar), -1)
    speaker = who() if begin >= 0 else -1
    return [Speech(begin, reach(draft, at, end, speaker), speaker, at, "ask")] if speaker >= 0 and speaker != whom else []


def _accuses(trigger: Trigger) -> bool:
    return trigger.form in _HELD and any(s.relation == "ACCUSE" for s in trigger.senses)
