"""Who is accused as an adjective or a predicate has it, and of what: "دول | متهمة بدعم الحزب", "كندا متهمة من كينيا بدعمه"."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.words.agreement import same_gender
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.word import Word


def of_what(draft: Draft, at: int) -> int:
    """The token that tells of what somebody is accused whom a token calls that; -1 where it calls nobody so, or tells not of what."""
    words = draft.words
    if words[at].pronoun or not _calls_accused(words[at]):
        return -1
    end = min(draft.stretches[draft.sentence_of[at]].end, at + _TO_DEED)
    for behind in range(at + 1, end):
        word = words[behind]
        if word.prep == _OF and word.nominal:
            return behind
        by = _BY in (word.fold, word.prep, words[behind - 1].fold)
        if not (by or draft.at[behind] >= 0):
            return -1
    return -1


def _calls_accused(word: Word) -> bool:
    if not word.senses or word.verb_senses:
        return False
    return any("host" in s.target and _BY in s.source and s.relation == _ACCUSE for e in word.entries for s in e.lexeme.senses)


_ACCUSE: Final = "ACCUSE"
_BY: Final = "من"
_OF: Final = "ب"
_TO_DEED: Final = 6
"""So many tokens behind "accused" stands of what, at most; by whom stands between."""


def tells_of_another(draft: Draft, at: int) -> bool:
    """Whether "accused" is nobody of its own but is told of who stands before it: "كندا | المتهمة بدعم الحزب", "كندا غير | متهمة"."""
    return of_what(draft, at) >= 0 and _told_of(draft, at) >= 0  # most words accuse nobody, and are done with there


def _told_of(draft: Draft, at: int) -> int:
    """The index of who stands before an adjective that may describe him, or be told of him; -1 for nobody.

    What has no article is told of the subject of "is" or of no verb: "اعتقلت كندا | متهمة بقتل الوزير" tells of two.
    """
    word, words, start = draft.words[at], draft.words, draft.stretches[draft.sentence_of[at]].first
    before = at - 1
    if before > start and (words[before].fold == _UN or (words[before].bare == "،" and word.definite)):
        before -= 1
    index = draft.at[before] if before >= start else -1
    if index < 0 or word.conj or word.prep:
        return -1
    phrase = draft.phrases[index]
    if not same_gender(phrase, word.gender) or (word.number == "p" and phrase.number == "s"):
        return -1
    verb = words[phrase.first - 1] if phrase.first > start else None
    does = verb is not None and verb.finite and not verb.of_verb(draft.lexicon.groups["being"])
    return -1 if does and not word.definite else index


_UN: Final = "غير"


def who(draft: Draft, at: int) -> int:
    """The index of whom a token calls accused of something; -1 where it calls nobody so, and where he tells of it himself."""
    own = draft.at[at]
    alone = own < 0 or draft.phrases[own].first == at
    if of_what(draft, at) < 0 or (own >= 0 and alone and _speaks(draft, at)):
        return -1
    other = _told_of(draft, at) if alone else -1  # a name that was found after "accused" was: "وسالم | متهم بتجنيد أطفال"
    return other if other >= 0 else own


def _speaks(draft: Draft, at: int) -> bool:
    """Whether a verb of saying stands right before somebody who is accused: "اعترف | المتهم بقتل الوزير"."""
    before = draft.word_before(at)
    return before is not None and bool(before.reports)


def find(draft: Draft, first: int, end: int) -> dict[int, int]:
    """Each token from one up to another that calls somebody accused of something → the index of who that is."""
    return {at: told for at in range(first, end) if (told := who(draft, at)) >= 0}
