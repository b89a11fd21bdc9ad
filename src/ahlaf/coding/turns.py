"""Who speaks in turn: in minutes, hearings and interviews a name and a colon open what somebody says until another's do.

"السيد أونيل (أيرلندا) (تكلم بالإنكليزية): …" is how the United Nations keep their records; behind the name stands for whom
he speaks. A heading "الوزير: …" alone opens no such turn: it tells of one sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from ahlaf.coding.draft import Draft, Phrase
from ahlaf.model import Actor


class Turn(NamedTuple):
    """What somebody says until the next takes the floor: tokens ``first`` to ``end``, end excluded."""

    first: int
    end: int
    speaker: int
    """Index of the phrase that names him."""


def find(draft: Draft) -> list[Turn]:
    """The turns of a document, none where only one name stands before a colon and nothing tells for whom he speaks."""
    opened = list(_openings(draft))
    for_a_state = any(in_brackets(draft, draft.phrases[speaker]) is not None for _, speaker in opened)
    if len({draft.phrases[speaker].actor for _, speaker in opened}) < _SEVERAL and not for_a_state:
        return []
    last = next((s.first for s in draft.stretches if s.kind == "tail"), len(draft.words))
    ends = [draft.phrases[speaker].first for _, speaker in opened[1:]] + [last]
    return [Turn(colon + 1, end, speaker) for (colon, speaker), end in zip(opened, ends, strict=True) if colon + 1 < end]


_SEVERAL: Final = 2


def _openings(draft: Draft) -> Iterator[tuple[int, int]]:
    """The colon and the speaker of each line that a person's name opens, what stands in brackets behind it stepped over."""
    for stretch in draft.stretches:
        index = draft.at[stretch.first]
        opens = stretch.first == 0 or draft.sentence_of[stretch.first - 1] < 0
        if stretch.kind in ("byline", "tail") or not opens or index < 0 or not _a_person(draft.phrases[index]):
            continue
        at = draft.phrases[index].named_to + 1
        while (closing := _closing(draft, at)) >= 0:
            at = closing + 1
        if at < stretch.end - 1 and draft.words[at].bare == ":":
            yield at, index


def _a_person(phrase: Phrase) -> bool:
    return phrase.kind == "person" or (phrase.actor is not None and phrase.actor.kind == "person")


def _closing(draft: Draft, at: int) -> int:
    """The bracket that closes the one at a token; -1 where none opens there."""
    if at >= len(draft.words) or draft.words[at].bare != "(":
        return -1
    return next((k for k in range(at + 1, min(at + _LONG, len(draft.words))) if draft.words[k].bare == ")"), -1)


_LONG: Final = 8
"""So many tokens are at most from one bracket to the other."""


def in_brackets(draft: Draft, phrase: Phrase) -> Actor | None:
    """The state that stands alone in brackets behind a person's name, for whom he speaks: "السيد أونيل (أيرلندا)"."""
    opening = phrase.named_to + 1
    closing = _closing(draft, opening)
    inside = draft.at[opening + 1] if closing > opening + 1 else -1
    if inside < 0 or draft.phrases[inside].first != opening + 1 or draft.phrases[inside].named_to != closing - 1:
        return None
    actor = draft.phrases[inside].actor
    return actor if actor is not None and actor.kind == "state" else None
