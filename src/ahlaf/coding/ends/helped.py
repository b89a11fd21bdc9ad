"""Who is helped in a deed does it himself: "ساعدت كندا | كينيا في حربها على الحزب", "دعم كندا | للجيش في تصديه للحزب"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.clauses.antecedents import agrees
from ahlaf.coding.ends.deedbars import same
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.words.draft import Draft, Trigger
from ahlaf.coding.words.word import TENSED, Word

_BACK: Final = 14
"""So many tokens before a deed stands the word for helping with it, at most."""
_IN: Final = frozenset(("في", "علي"))
_HELP: Final = frozenset(("AID", "SUPPORT", "COOPERATE"))


def helps(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Everybody but who is helped in a deed that a pronoun tells to be his: "ساعدت | كندا كينيا في حربها"."""
    whom = _helped(draft, trigger)
    return {p.phrase for p in stood if whom >= 0 and not same(draft, p.phrase, whom)}


def is_helped(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who is helped in a deed, and so has it not done to him: "لا تساعد كندا | كينيا في | حربها"."""
    whom = _helped(draft, trigger)
    pronoun = draft.pronoun_at.get(trigger.last, -1)
    return {p.phrase for p in stood if whom >= 0 and (p.phrase == pronoun or same(draft, p.phrase, whom))}


def _helped(draft: Draft, trigger: Trigger) -> int:
    """Whom a word for helping before a deed has as its object or behind ل, where the deed's pronoun may mean him; else -1."""
    words, first, pronoun = draft.words, trigger.first, draft.pronoun_at.get(trigger.last, -1)
    start = draft.stretches[trigger.sentence].first
    if pronoun < 0 or not words[first].masdar:
        return -1
    if words[first].conj and first - 1 > start and words[first - 1].pronoun == words[first].pronoun:
        first -= 1  # "في حربها | وتصديها"
    if first - 1 <= start or words[first - 1].stem not in _IN or words[first - 1].pronoun:
        return -1
    for at in range(first - 2, max(start - 1, first - _BACK), -1):
        word = words[at]
        if word.kind == "punct":
            return -1
        if draft.at[at] < 0 and _is_help(word):
            whom = _for_whom(draft, at, first) if word.masdar else -1
            whom = draft.object_of.get(at, -1) if whom < 0 else whom
            shape = draft.phrases[pronoun]
            return whom if whom >= 0 and agrees(draft.phrases[whom], shape.gender, shape.number, draft) else -1
    return -1


def _is_help(word: Word) -> bool:
    senses = [s for e in word.entries if e.kind in TENSED or e.kind == "masdar" for s in e.lexeme.senses]
    return bool(senses) and all(s.relation in _HELP for s in senses)


def _for_whom(draft: Draft, at: int, end: int) -> int:
    """Whom ل leads to from a noun for help: "دعم كندا | للجيش"; else -1."""
    return next((draft.at[k] for k in range(at + 1, end) if draft.at[k] >= 0 and draft.phrases[draft.at[k]].prep == "ل"), -1)
