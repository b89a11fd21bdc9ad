"""The deeds that nouns are, and what is asked of them and of whoever stands around them."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.words.draft import Draft, Trigger

_DEEDS: Final = frozenset(("masdar", "noun", "state"))


def is_deed(draft: Draft, trigger: Trigger) -> bool:
    """Whether a trigger is a deed's noun, or an expression that begins with one."""
    open_ = trigger.form == "amb" or (trigger.form == "idiom" and draft.words[trigger.first].masdar)
    return trigger.form in _DEEDS or (open_ and trigger.first not in draft.subject_of)


def begins(draft: Draft, trigger: Trigger) -> int:
    """Where a deed's words begin, a deed that only carries it counted: "| بتقديم الدعم"."""
    return trigger.start if trigger.light >= 0 and draft.words[trigger.light].prep == "ب" else trigger.first


def is_against(draft: Draft, at: int) -> bool:
    """Whether "against" ends at a token, which may have من with it: "بالضد من"."""
    words = draft.words
    at -= at > 0 and words[at].fold == "من"
    return at >= 0 and words[at].stem in draft.lexicon.groups["against"]


def same(draft: Draft, one: int, two: int) -> bool:
    """Whether two phrases speak of the same: one coordination, or one actor."""
    return draft.lead(one) == draft.lead(two) or draft.whose(one) == draft.whose(two)


def one_clause(draft: Draft, first: int, last: int) -> bool:
    """Whether neither a verb nor a particle that opens a clause stands between two tokens."""
    between = range(first + 1, last)
    return not any(at in draft.subject_of or "subordinator" in draft.words[at].function for at in between)
