"""The preposition that governs a phrase, and the conjunction before it."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from ahlaf.coding.draft import Draft
from ahlaf.lexicon.tables import COMPOUND_PREPOSITIONS
from ahlaf.text.views import fold

_COMPOUND: Final = frozenset(fold(p) for p in COMPOUND_PREPOSITIONS)
_SKIPPED_BEFORE: Final = frozenset(("quantifier", "demonstrative", "numeral"))
_WHAT: Final = MappingProxyType({"ما": "", "بما": "ب", "لما": "ل", "مما": "من", "عما": "عن", "كما": "ك"})


def note(draft: Draft) -> None:
    """Fill sentence, governing preposition and conjunction of each phrase."""
    for phrase in draft.phrases:
        word = draft.words[phrase.first]
        phrase.sentence = draft.sentence_of[phrase.first]
        phrase.conj = word.conj
        called = _so_called(draft, phrase.first) if not phrase.pointing and word.prep in ("", "ب") else -1
        if called >= 0:
            what = draft.words[called]
            prep = _WHAT[what.stem]
            phrase.prep, phrase.conj = (prep, what.conj) if prep else _governor(draft, called, what.conj)
            continue
        if not phrase.prep:
            phrase.prep = word.prep if not phrase.pointing and word.prep != "س" else phrase.prep
        if not phrase.prep and not phrase.pointing:
            phrase.prep, phrase.conj = _governor(draft, phrase.first, word.conj)


def within_number(draft: Draft, at: int) -> bool:
    """Whether a numeral goes on with the one before it: "خمسة | وثلاثين فلسطينيا"."""
    before = draft.words[at - 1] if at else None
    return before is not None and (before.kind == "number" or "numeral" in before.function)


def _so_called(draft: Draft, first: int) -> int:
    """For a name behind "what is called": where "what" stands, whose place the name takes; else -1."""
    words, at, groups = draft.words, first - 1, draft.lexicon.groups
    while at >= 0 and ((words[at].kind == "punct" and words[at].bare in '«"“(') or words[at].fold in groups["called"]):
        at -= 1
    if at < 1 or words[at].fold not in groups["naming"] or words[at - 1].stem not in _WHAT:
        return -1
    return at - 1 if draft.sentence_of[at - 1] == draft.sentence_of[first] else -1


def _governor(draft: Draft, first: int, conj: str) -> tuple[str, str]:
    """The preposition before a phrase, quantifiers, demonstratives, numbers and opening marks stepped over."""
    at = first - 1
    while at >= 0:
        word = draft.words[at]
        if word.kind == "punct" and word.bare in '«"“(':
            at -= 1
            continue
        if word.kind == "number" or (word.kind == "func" and not _SKIPPED_BEFORE.isdisjoint(word.function)):
            if word.prep:
                return word.prep, word.conj
            conj = (word.conj if not within_number(draft, at) else "") or conj
            if conj:
                return "", conj
            at -= 1
            continue
        break
    if at >= 0:
        word = draft.words[at]
        if at > 0 and (pair := f"{draft.words[at - 1].stem} {word.fold}") in _COMPOUND:
            return pair, draft.words[at - 1].conj
        if word.fold in _COMPOUND or word.stem in _COMPOUND:
            return word.fold if word.fold in _COMPOUND else word.stem, word.conj
        if word.kind == "func" and "prep" in word.function and not word.pronoun:
            return word.stem, word.conj
    return "", conj
