"""Who does what was told of another before him, with means of his own and no verb: "تدعم كندا الحزب بالسلاح، | وكينيا بالمال".

The verb is left out the second time (gapping), and so is whom it is done to, or who does it. That somebody stands there with nothing
but a means shows it, where a means stood before him too: "سياسيا، | وكينيا ماليا", "بالسلاح، | وكينيا بالمال".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ahlaf.coding.ends.frames import tied
from ahlaf.coding.weighing.decide import Frame
from ahlaf.coding.words.agreement import accusative
from ahlaf.coding.words.draft import VERBS, Draft
from ahlaf.coding.words.kinds import ANYBODY, FACTIONS, HELP, SOMEBODY


def join(draft: Draft, frames: Sequence[Frame]) -> list[Frame]:
    """Frames in the order of the text together with those of whoever helps too, or is helped too, by other means."""
    found: list[Frame] = []
    for frame in frames:
        found.append(frame)
        if frame.trigger.form in VERBS and frame.sense.relation in HELP and min(frame.source.phrase, frame.target.phrase) >= 0:
            found += [_with(draft, frame, who) for who in _others(draft, frame)]
    return found


def _with(draft: Draft, frame: Frame, who: int) -> Frame:
    """A frame of somebody else in the place of the doer, or of whom it is done to, whichever he is more like."""
    other, credence = tied(who, "gapped"), frame.credence * _SHARE
    if _like(draft, who, frame.target.phrase) and not _like(draft, who, frame.source.phrase):
        return frame._replace(target=other, p_target=1.0, credence=credence)  # "تدعم كندا الحزب بالسلاح، | والحركة بالمال"
    return frame._replace(source=other, p_source=1.0, credence=credence)


_SHARE: Final = 0.9
"""How sure it is, where the deed is, that it is told of the next one too."""


def _like(draft: Draft, one: int, two: int) -> bool:
    """Whether two phrases are of one kind of actors, two states or two factions."""
    kinds = {_sort(actor.kind) for index in (one, two) if (actor := draft.phrases[draft.lead(index)].actor) is not None}
    return len(kinds) == 1


def _sort(kind: str) -> str:
    return "faction" if kind in FACTIONS else kind


def _others(draft: Draft, frame: Frame) -> Iterator[int]:
    """Those behind a deed of whom no more is said than by what means."""
    sentence = frame.trigger.sentence
    subject = draft.subject_of.get(frame.trigger.first, -1)
    if subject < 0 or draft.whose(subject) != draft.whose(frame.source.phrase):
        return
    end, ends = draft.stretches[sentence].end, (draft.phrases[frame.source.phrase], draft.phrases[frame.target.phrase])
    last = max((phrase.named_to for phrase in ends if phrase.sentence == sentence), default=-1)
    at = by_means(draft, max(frame.trigger.last, last) + 1, end)
    while at >= 0 and (who := joined(draft, at, end)) >= 0:
        at = by_means(draft, draft.phrases[who].named_to + 1, end)
        if at >= 0:
            yield who


def joined(draft: Draft, at: int, end: int) -> int:
    """Somebody whom و joins at a token or behind a comma; else -1."""
    at += at < end and draft.words[at].bare in _COMMAS
    index = draft.at[at] if at < end else -1
    phrase = draft.phrases[index] if index >= 0 else None
    joined = phrase is not None and phrase.first == at and phrase.kind in ANYBODY and phrase.conj == "و" and not draft.words[at].prep
    return index if joined else -1


_COMMAS: Final = "،,"


def by_means(draft: Draft, at: int, end: int) -> int:
    """The token behind words that tell with what or in what way something is done, where a clause ends or goes on with و; else -1.

    "بالسلاح | ،", "بالسلاح والمال | .", "ماليا | وكينيا".
    """
    words, first = draft.words, at
    while at < end and _is_means(draft, at, first):
        at += 1
    closed = at >= end or words[at].kind == "punct" or bool(words[at].conj)
    return at if at > first and closed else -1


def _is_means(draft: Draft, at: int, first: int) -> bool:
    """Whether a word tells with what something is done: it opens with ب, is a manner in the accusative, or goes on from one."""
    word, index = draft.words[at], draft.at[at]
    if word.kind in ("punct", "func") or draft.verb_at(at):
        return False
    if word.prep or (index < 0 and at == first) or accusative(draft, word):
        return word.prep == "ب" or (accusative(draft, word) and not word.prep)
    named = index >= 0 and draft.phrases[index].kind in SOMEBODY
    if at == first or not word.nominal or named:
        return False
    another = at + 1 < len(draft.words) and draft.words[at + 1].prep == "ب"  # "والحركة | بالمال"
    return not word.conj or (word.conj == "و" and not another)
