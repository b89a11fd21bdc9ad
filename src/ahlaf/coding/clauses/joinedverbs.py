"""Verbs that "and" joins right behind one another with one pronoun, and who does what they all say: "تمولها وتسلحها | كندا"."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.clauses.verb import Ends, Verb
from ahlaf.coding.words.agreement import same_gender
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.kinds import ANYBODY

_MOST: Final = 5
"""So many verbs are told one right behind another, at most."""


def doer_of_all(verb: Verb) -> Ends | None:
    """Who stands right behind the last of several verbs does what each says: "الحزب الذي تموله وتسلحه | كندا"."""
    doer = of_all(verb.draft, verb.at)
    return (doer, -1) if doer >= 0 else None


def of_all(draft: Draft, at: int) -> int:
    """The phrase of who does what the verb at a token says and those that "and" joins to it right behind it; -1 where none is joined."""
    words, pronoun = draft.words, draft.words[at].pronoun
    last, limit = at, min(at + _MOST, len(words))
    while pronoun and last + 1 < limit and _joined(draft, last + 1, pronoun):
        last += 1
    index = draft.at[last + 1] if at < last < len(words) - 1 else -1
    if index < 0:
        return -1
    phrase = draft.phrases[index]
    beside = phrase.first == last + 1 and not (phrase.prep or phrase.conj or phrase.pointing) and phrase.kind in ANYBODY
    agrees = all(any(n == "s" and same_gender(phrase, g) for g, n in _third(draft, k)) for k in range(at, last + 1))
    return index if beside and agrees else -1


def _joined(draft: Draft, at: int, pronoun: str) -> bool:
    """Whether a token is a verb that "and" joins to what stands before it, with that pronoun."""
    word = draft.words[at]
    return word.conj == "و" and word.pronoun == pronoun and draft.at[at] < 0 and bool(word.tensed) and not word.definite


def _third(draft: Draft, at: int) -> list[tuple[str, str]]:
    return [(e.gender, e.number) for e in draft.words[at].third]
