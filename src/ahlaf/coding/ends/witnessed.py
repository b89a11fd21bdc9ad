"""In whose land a deed happens has not done it: "خرجت في كينيا تظاهرات | ضد كندا", "شهدت كينيا مسيرات | نددت بكندا"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.ends.deeds import one_clause, same
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.words.draft import Draft, Phrase, Trigger
from ahlaf.coding.words.word import Word

_LANDS: Final = frozenset(("name", "place"))


def where_it_happens(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Where a deed without article happens that stands right behind the place: "خرجت في | كينيا تظاهرات", and what it does itself."""
    return {p.phrase for p in stood if _a_place(draft, trigger, draft.phrases[p.phrase])}


def _a_place(draft: Draft, trigger: Trigger, phrase: Phrase) -> bool:
    behind = phrase.named_to + 1
    if phrase.prep != "في" or phrase.kind not in _LANDS or behind > trigger.first:
        return False
    return _happens(draft.words[behind]) and one_clause(draft, behind, trigger.first)


def sees_it_happen(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who is told to see a deed in his land, and does not do what it tells: "شهدت | كينيا مسيرات نددت بكندا", "عمت | كينيا احتجاجات ضد"."""
    words, stretch = draft.words, draft.stretches[trigger.sentence]
    for at in range(trigger.first - 1, max(stretch.first, trigger.first - _NEAR) - 1, -1):
        land = _whose_land(draft, at) if words[at].finite else -1
        if land < 0:
            continue
        itself = 0 if words[at].of_verb(draft.lexicon.groups["sees"]) else 1  # "شهدت كينيا | مسيرات" carries the deed
        deed = next((k for k in range(draft.phrases[land].named_to + 1, trigger.first + itself) if _happens(words[k])), -1)
        told = deed >= 0 and one_clause(draft, at, trigger.first)
        return {p.phrase for p in stood if same(draft, p.phrase, land)} if told else set()
    return set()


_NEAR: Final = 8
"""So many tokens before what is told stands the verb of seeing, at most."""


def _whose_land(draft: Draft, at: int) -> int:
    """The phrase of whose land a verb tells that something happens there: "شهدت | كينيا", "عمت | كينيا"; else -1."""
    groups, behind = draft.lexicon.groups, draft.at[at + 1] if at + 1 < len(draft.words) else -1
    if draft.words[at].of_verb(groups["sees"]):
        return draft.subject_of.get(at, -1)
    if draft.words[at].of_verb(groups["sweeps"]) and behind >= 0 and draft.phrases[behind].kind in _LANDS:
        return behind
    return -1


def _happens(word: Word) -> bool:
    """Whether a word is a deed's noun without article: "تظاهرات", "هجمات"."""
    deed = any(e.kind in ("masdar", "noun") and s.sign < 0 for e in word.entries for s in e.lexeme.senses)
    return deed and word.nominal and not (word.definite or word.pronoun or word.prep or word.conj)
