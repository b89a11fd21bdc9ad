"""Who did as another had done: "طردت كندا السفير، وكذلك فعلت | اليابان", "فعلت | اليابان الشيء نفسه", "حذت | اليابان حذوها".

Such words name neither what was done nor to whom: both are those of the deed told before, in the same sentence or the one
before, whose doer is another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.ends.frames import tied
from ahlaf.coding.weighing.decide import Frame
from ahlaf.coding.words.draft import Draft, Trigger
from ahlaf.coding.words.kinds import SOMEBODY


def join(draft: Draft, frames: Sequence[Frame]) -> list[Frame]:
    """Frames in the order of the text together with those of whoever did so too."""
    found: list[Frame] = list(frames)
    for at, word in enumerate(draft.words):
        if word.finite and word.of_verb(draft.lexicon.groups["does-so"]) and (last := _so(draft, at)) >= 0:
            found = _with(draft, found, at, last)
    return found


def _so(draft: Draft, at: int) -> int:
    """The last token that says that somebody does as was done before; -1 where nothing says so."""
    words, so, does = draft.words, draft.lexicon.groups["so-too"], draft.lexicon.groups["does-so"]
    both = any(does.get(entry.lexeme.folded) == "" for entry in words[at].entries)  # "كما قامت اليابان ب" tells a deed of its own
    if at and both and so.get(words[at - 1].stem) == "before":
        return at
    end = min(draft.stretches[draft.sentence_of[at]].end, at + _REACH)
    same = (k for k in range(at + 1, end) if so.get(words[k].stem) == "behind")
    return next((k for k in same if words[k].pronoun or words[k].stem.endswith("ه")), -1)  # "تحذو حذو واشنطن" names her


_REACH: Final = 7
"""So many tokens behind the verb stands "the same", at most."""


def _with(draft: Draft, frames: list[Frame], at: int, last: int) -> list[Frame]:
    """The frames with one more of the deed before, where another did it."""
    doer = _doer(draft, at, last)
    deed = next((f for f in reversed(frames) if f.trigger.last < at and _is_told(draft, f)), None)
    if doer < 0 or deed is None or draft.sentence_of[at] - deed.trigger.sentence > 1:
        return frames
    if draft.whose(doer) in {draft.whose(i) for i in (deed.source.phrase, deed.target.phrase) if i >= 0}:
        return frames
    trigger = Trigger(at, last if last > at and draft.phrases[doer].first > last else at, at, "idiom", (deed.sense,))
    trigger.sentence = draft.sentence_of[at]
    told = tied(doer, "did so")
    one = deed._replace(trigger=trigger, source=told, p_source=1.0, credence=deed.credence * _SHARE)
    others = [f for f in frames if not at <= f.trigger.first <= last]
    return sorted([*others, one], key=lambda f: f.trigger.first)


_SHARE: Final = 0.9
"""How sure it is, where the deed is, that it is the one that is meant."""


def _doer(draft: Draft, at: int, last: int) -> int:
    """Somebody right behind the verb, or behind what says that he did the same; else -1."""
    for position in (at + 1, last + 1):
        here = position < draft.stretches[draft.sentence_of[at]].end
        index = draft.at[position] if here else -1
        phrase = draft.phrases[index] if index >= 0 else None
        if phrase is not None and phrase.first == position and phrase.kind in SOMEBODY and not phrase.prep:
            return index
    return -1


def _is_told(draft: Draft, frame: Frame) -> bool:
    """Whether a frame is of a verb that tells what its subject did, and did not deny."""
    first = frame.trigger.start
    denied = first > 0 and "negation-particle" in draft.words[first - 1].function
    subject = draft.subject_of.get(first, -1)
    return not denied and frame.source.phrase >= 0 and subject >= 0 and draft.whose(subject) == draft.whose(frame.source.phrase)
