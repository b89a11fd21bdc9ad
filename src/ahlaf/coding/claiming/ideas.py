"""Who strikes at an idea fights it: "القضاء على | الإرهاب", "دحر | الفكر المتطرف" kill nobody, "القضاء على الحزب" may.

No belief and no scheme can be bombed, nor taken: whatever word for a blow is used of them, it tells whom or what somebody is against.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ahlaf.coding.weighing.decide import Frame
from ahlaf.coding.words.draft import Draft
from ahlaf.lexicon.names import bare_article

_FIGHTS: Final = "OPPOSE"


def settle(draft: Draft, frames: Sequence[Frame]) -> list[Frame]:
    """Frames in their order, blows at ideas as enmity."""
    return [_against(draft, frame) if frame.sense.relation == "ASSAULT" else frame for frame in frames]


def _against(draft: Draft, frame: Frame) -> Frame:
    phrase = draft.phrases[frame.target.phrase] if frame.target.phrase >= 0 else None
    if phrase is None or phrase.pointing or bare_article(draft.words[phrase.first].stem) not in draft.lexicon.groups["idea"]:
        return frame
    return frame._replace(sense=replace(frame.sense, relation=_FIGHTS))
