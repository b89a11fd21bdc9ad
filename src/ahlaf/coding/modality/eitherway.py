"""What is said to make no difference, whichever it is: "سواء دعمت كندا كينيا أم حاربتها فإن الحرب مستمرة" tells of no help and no war."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.words.draft import DEEDS, Draft, Trigger

_ALIKE: Final = "سواء"
_OR: Final = frozenset(("ام", "او"))
_NEAR: Final = 2
"""A deed that may not be stands so near behind it, as what is or comes about: "سواء تمت | الموافقة"."""
_FAR: Final = 12
"""So many tokens at most stand between "whether" and the last word of what it leads to."""


def one_of_two(draft: Draft, trigger: Trigger, first: int) -> bool:
    """Whether a word stands in a clause that "whether" opens with a verb, or in one that "or" joins to it."""
    at = trigger.start
    whether = next((k for k in range(at - 1, max(first - 1, at - 1 - _FAR), -1) if draft.words[k].stem == _ALIKE), -1)
    opened = whether >= 0 and (draft.verb_at(whether + 1) or _asks(draft, whether + 1))
    if trigger.form in DEEDS and not draft.words[trigger.first].finite and at > whether + _NEAR:
        return False  # "سواء كان ذلك في أثناء | القصف أو بعده"
    return opened and not any(_ends(draft, k, whether) for k in range(whether + 1, at + 1))


def _is_verb(draft: Draft, at: int) -> bool:
    return draft.verb_at(at) and not draft.words[at].nominal


def _asks(draft: Draft, at: int) -> bool:
    """Whether a word may be a verb with the أ of a question, which is written together with it: "سواء | أكانت"."""
    return draft.words[at].kind == "unknown" and draft.words[at].bare.startswith("أ")


def _ends(draft: Draft, at: int, whether: int) -> bool:
    """Whether something else is told from a word on: behind "so", behind "or not", or with a verb that no "or" joins."""
    words = draft.words
    if words[at].conj == "ف" or (words[at - 1].stem == "لا" and words[at - 2].fold in _OR):
        return True
    opens = whether + 1
    if at == opens or not _is_verb(draft, at) or any(words[k].fold in _OR for k in range(max(opens, at - 2), at)):
        return False
    being = words[opens].of_verb(draft.lexicon.groups["being"]) or _asks(draft, opens)
    return not being or any(_is_verb(draft, k) for k in range(opens + 1, at))  # "سواء كانت كندا | تدعم الحزب"
