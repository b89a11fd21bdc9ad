"""Who was killed or hurt by nobody: "قتل الزلزال المئات", "مقتل جنود في حادث سير", "لقي عمال حتفهم في انفجار غاز".

Behind the word for their death stands what struck them, over another such word at most; or the accident stands before it that
the text has told of: "إن الحادث أسفر عن | مقتل ستة أشخاص".
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.word import Word
from ahlaf.lexicon.names import bare_article

_REACH: Final = 12
"""So many tokens behind a word stands what struck, at most."""
_BEFORE: Final = 9
"""So many tokens before it stands the accident that was told of."""
_TOLD: Final = 50
"""So many tokens back that was."""


def tells_of_one(draft: Draft, first: int, last: int) -> bool:
    """Whether nobody did what a word or expression of harm tells, but the earth, the water, a fire, a collision."""
    end = draft.stretches[draft.sentence_of[first]].end
    done = first in draft.subject_of and first in draft.object_of
    for at in range(last + 1, min(end, last + _REACH)):
        word = draft.words[at]
        if word.kind == "punct" or (draft.verb_at(at) and not word.nominal and not _harms_too(word)):
            break
        if _strikes(draft, at, right_behind=at == last + 1):
            return at == last + 1 or not done  # "قتل الجيش عشرة مسلحين في غرق قارب" has who did it
    return not done and _of_the_accident(draft, first)


def _harms_too(word: Word) -> bool:
    """Whether a verb goes on with who else was hurt: "لقي ستة حتفهم | وأصيب العشرات"."""
    return word.conj == "و" and any(s.relation == "ASSAULT" for e in word.entries for s in e.lexeme.senses)


def _strikes(draft: Draft, at: int, *, right_behind: bool) -> bool:
    """Whether a disaster stands at a token and is what struck: led to by a preposition, called an accident, or who did it."""
    words, groups = draft.words, draft.lexicon.groups
    which = groups["disaster"].get(bare_article(words[at].stem))
    if which is None:
        return False
    before = words[at - 1] if at else None
    accident = before is not None and bare_article(before.stem) in groups["accident"]
    if which == _NAMED_SO:
        return accident
    if which and (at + 1 >= len(words) or bare_article(words[at + 1].stem) not in which.split()):
        return False
    return right_behind or accident or bool(words[at].prep) or (before is not None and "prep" in before.function)


_NAMED_SO: Final = "accident"
"""The note of what strikes only where it is called an accident: "حادث سير"; other notes are the words of which one stands behind."""


def _of_the_accident(draft: Draft, first: int) -> bool:
    """Whether "the accident" stands before a word of harm, and one was told of: "أسفر | الحادث عن مقتل ستة"."""
    words, start = draft.words, draft.stretches[draft.sentence_of[first]].first
    near = (words[at] for at in range(max(start, first - _BEFORE), first))
    if not any(word.definite and bare_article(word.stem) in draft.lexicon.groups["the-accident"] for word in near):
        return False
    return any(_strikes(draft, at, right_behind=False) for at in range(max(0, first - _TOLD), first))
