"""What somebody gives as his reason is his to say: "قصفت كندا كينيا بحجة أن | كينيا تدعم الحزب", "تدخلت كندا تحت شعار | محاربة الحزب"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ahlaf.coding.clauses.subjects import governor
from ahlaf.coding.voices.speech import Speech, speaks
from ahlaf.coding.words.draft import Draft

_ENDS: Final = frozenset("،؛:.؟!")
_BY: Final = "ب"
_UNDER: Final = "تحت"


def find(draft: Draft, first: int, end: int) -> Iterator[Speech]:
    """The reasons and slogans from one token to another, as speeches of whoever does what they are for."""
    for at in range(first + 1, end - 1):
        speaker = _whose(draft, at, first)
        if speaker >= 0:
            close = next((k for k in range(at + 1, end) if draft.words[k].bare in _ENDS), end)
            yield Speech(at + 1, close, speaker, at, "ask", in_turn=True)


def _whose(draft: Draft, at: int, first: int) -> int:
    """Who does what is told before a pretext; -1 where a word leads to none, or nobody is told."""
    words, word = draft.words, draft.words[at]
    by = word.prep == _BY or ("prep" in word.function and word.fold.startswith(_BY))  # "بذريعة" may be one preposition
    said = draft.lexicon.groups["pretext"].get(word.fold.removeprefix(_BY) if by else word.stem)
    if said is None or word.definite or word.pronoun or word.conj:
        return -1
    led = not said if by else words[at - 1].fold == _UNDER
    behind = words[at + 1]
    if not led or not (behind.masdar or behind.fold in draft.lexicon.groups["that"] or behind.stem == "ان"):
        return -1
    speaker = draft.subject_of.get(governor(draft, at, first), -1)
    return speaker if speaker >= 0 and speaks(draft.phrases[speaker]) else -1
