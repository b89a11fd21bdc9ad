"""Who speaks behind "according to", and how much of the sentence is his: "قتل عشرة، بحسب | الوزارة", "كندا، على حد قول|ه، تدعم كينيا"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.voices import texts
from ahlaf.coding.voices.speech import Speech, speaks
from ahlaf.coding.words.draft import Draft
from ahlaf.lexicon.names import bare_article


def speech(draft: Draft, at: int, last: int, found: Sequence[Speech]) -> Speech | None:
    """What is somebody's by the cue from one token to another; None where nobody is named behind it. ``found`` are the speeches so far."""
    who, stretch = _speaker(draft, last, found), draft.stretches[draft.sentence_of[at]]
    if who < 0:
        return None
    return Speech(_told_amid(draft, at, stretch.first), _by_mouth(draft, last, stretch.end), who, at, "say")


def _told_amid(draft: Draft, at: int, start: int) -> int:
    """Where begins what somebody is said to say right behind its verb: its clause, "أدانت كندا الغارة، التي | أدت بحسب روسيا إلى"."""
    words = draft.words
    if at > start and _counts(draft, at):
        return next((k for k in range(at - 1, start, -1) if words[k - 1].bare in "،,؛"), start)
    if at <= start or not words[at - 1].finite or draft.at[at - 1] >= 0:
        return start
    opens = (k for k in range(at - 1, start, -1) if words[k - 1].bare in "،,؛" or "relative" in words[k - 1].function)
    return next(opens, start)


def _counts(draft: Draft, at: int) -> bool:
    """Whether it is only a number of what was told before that somebody vouches for: "أعدموهم، خمسمئة رجل | بحسب الخبراء"."""
    words = draft.words
    comma = next((k for k in range(at - 1, max(at - _COUNTED, 0) - 1, -1) if words[k].bare in "،,؛"), -1)
    return 0 <= comma < at - 1 and (words[comma + 1].kind == "number" or "numeral" in words[comma + 1].function)


_COUNTED: Final = 5


def _by_mouth(draft: Draft, last: int, end: int) -> int:
    """Where ends what one speaks for another: where that goes on with a verb of its own, "طالبت كندا، على لسان | وزيرها، … وأعلنت"."""
    words = draft.words
    if words[last].stem != "لسان":
        return end
    return next((k for k in range(last + 1, end) if words[k].conj == "و" and k in draft.subject_of and words[k].finite), end)


def _speaker(draft: Draft, last: int, found: Sequence[Speech]) -> int:
    """Who speaks behind "according to", which ends at a token: "بحسب | روسيا", "في رأي|ه"; of "بحسب تقرير لل|أمم المتحدة" who issued it.

    So does whoever issued the text that is spoken of again, "وفق | البيان". It is -1 for nobody.
    """
    own = draft.pronoun_at.get(last, -1)
    if own >= 0 and draft.words[last].kind != "func":
        meant = draft.phrases[own].antecedent
        return meant if meant >= 0 and speaks(draft.phrases[meant]) else -1
    index = _phrase_after(draft, last)
    text = last + (draft.words[last].kind == "func" or draft.words[last].stem not in draft.lexicon.groups["texts"])
    if text < len(draft.words) and bare_article(draft.words[text].stem) in draft.lexicon.groups["texts"]:
        whose = texts.issued_before(draft, text, found) if draft.words[text].definite else texts.issuer(draft, last)
        if whose >= 0 or (index != draft.at[text] and not draft.words[text].definite):
            return whose  # "بحسب وثيقة | سرية"
    return index if index >= 0 and speaks(draft.phrases[index]) and draft.phrases[index].first - last <= 2 else -1


def _phrase_after(draft: Draft, at: int) -> int:
    for position in range(at, min(len(draft.words), at + 4)):
        if draft.at[position] >= 0:
            return draft.at[position]
    return -1
