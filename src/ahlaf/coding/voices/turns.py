"""Who speaks in turn: in minutes, hearings and interviews a name and a colon open what somebody says until another's do.

"السيد أونيل (أيرلندا) (تكلم بالإنكليزية): …" is how the United Nations keep their records; behind the name stands for whom
he speaks, or in which language. A heading "الوزير: …" alone opens no such turn: it tells of one sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.model import Actor
from ahlaf.text.split import TELLING


class Turn(NamedTuple):
    """What somebody says until the next takes the floor: tokens ``first`` to ``end``, end excluded."""

    first: int
    end: int
    speaker: int
    """Index of the phrase that names him."""


def find(draft: Draft) -> list[Turn]:
    """The turns of a document: where it tells behind a name for which state or in which language he speaks, or one takes the floor again.

    A line that anything else and a colon open ends a turn as well, "الصحيفة: …". The last one of those who speak for no state ends
    with its line: what stands behind it may be the author's.
    """
    opened = list(_openings(draft))
    persons = [(colon, index) for colon, index, a_person in opened if a_person]
    minutes = any(in_brackets(draft, draft.phrases[i]) is not None or _in_which_language(draft, draft.phrases[i]) for _, i in persons)
    again = len(persons) > len({draft.whose(index) for _, index in persons}) > 1
    if not minutes and not again:
        return []
    starts = [draft.stretches[draft.sentence_of[colon]].first for colon, _, _ in opened]
    last = next((s.first for s in draft.stretches if s.kind == "tail"), len(draft.words))
    ends = [*starts[1:], last if minutes else _end_of_line(draft, starts[-1])]
    told = zip(opened, ends, strict=True)
    return [Turn(colon + 1, end, index) for (colon, index, a_person), end in told if a_person and colon + 1 < end]


def _end_of_line(draft: Draft, at: int) -> int:
    """The token behind the line that one stands in: a line break is in no sentence."""
    return next((k for k in range(at, len(draft.words)) if draft.sentence_of[k] < 0), len(draft.words))


def _openings(draft: Draft) -> Iterator[tuple[int, int, bool]]:
    """The colon of each line that a few words and it open, the phrase that they begin with, and whether it names a person.

    What stands in brackets behind the phrase is stepped over.
    """
    for stretch in draft.stretches:
        opens = stretch.first == 0 or draft.sentence_of[stretch.first - 1] < 0
        if stretch.kind not in TELLING or not opens:
            continue
        index = draft.at[stretch.first]
        at = draft.phrases[index].named_to + 1 if index >= 0 else stretch.first + 1
        while (closing := _closing(draft, at)) >= 0:
            at = closing + 1
        if at < stretch.end - 1 and draft.words[at].bare == ":":
            yield at, index, index >= 0 and _a_person(draft.phrases[index])


def _a_person(phrase: Phrase) -> bool:
    return phrase.kind == "person" or (phrase.actor is not None and phrase.actor.kind == "person")


def _closing(draft: Draft, at: int) -> int:
    """The bracket that closes the one at a token; -1 where none opens there."""
    if at >= len(draft.words) or draft.words[at].bare != "(":
        return -1
    return next((k for k in range(at + 1, min(at + _LONG, len(draft.words))) if draft.words[k].bare == ")"), -1)


_LONG: Final = 8
"""So many tokens are at most from one bracket to the other."""


def _in_which_language(draft: Draft, phrase: Phrase) -> bool:
    """Whether brackets behind somebody tell in which language he speaks: "الرئيس (تكلم بالفرنسية)"."""
    opening = phrase.named_to + 1
    return _closing(draft, opening) > opening and draft.words[opening + 1].fold in draft.lexicon.groups["speaks-in"]


def in_brackets(draft: Draft, phrase: Phrase) -> Actor | None:
    """The state that stands alone in brackets behind a person's name, for whom he speaks: "السيد أونيل (أيرلندا)"."""
    opening = phrase.named_to + 1
    closing = _closing(draft, opening)
    inside = draft.at[opening + 1] if closing > opening + 1 else -1
    if inside < 0 or draft.phrases[inside].first != opening + 1 or draft.phrases[inside].named_to != closing - 1:
        return None
    actor = draft.phrases[inside].actor
    return actor if actor is not None and actor.kind == "state" else None
