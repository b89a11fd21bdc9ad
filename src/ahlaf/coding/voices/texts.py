"""What a text says is said by whoever issued it: "وجاء في بيان للوزارة أن"، "وأضاف البيان أن".

Where he is named with the text he is found there; where the text is spoken of again, "the statement", he is found where it was
spoken of first: whose it is, else who said something in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.voices.speech import Speech, speaks
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.kinds import BY_NAME

_ISSUED: Final = frozenset(("ل", "عن", "من"))
"""What stands before whom a text is of: "بيان للوزارة", "تقرير صادر عن اللجنة"."""
_TITLE: Final = 5
"""So many tokens a text may stand before its issuer."""
_BACK: Final = 3
"""So many sentences back a text may have been spoken of first."""


def issuer(draft: Draft, at: int) -> int:
    """Who issued the text without article right behind a token: "أفاد بيان لوزارة الدفاع بأن"; -1 where none is told."""
    words, groups = draft.words, draft.lexicon.groups
    if at + 1 >= len(words) or words[at + 1].definite or words[at + 1].stem not in groups["texts"]:
        return -1
    for position in range(at + 2, min(at + 2 + _TITLE, len(words))):
        word, index = words[position], draft.at[position]
        if word.kind == "punct" or word.stem in groups["that"] or word.fold in groups["that"]:
            return -1  # "ذكر تقرير أن لإيران قوات": what it says begins here
        if index < 0:
            continue
        phrase = draft.phrases[index]
        annexed = phrase.first == at + 2 and (phrase.definite or phrase.kind in BY_NAME)  # "وثيقة | سرية" is no squadron's
        whose = phrase.prep in _ISSUED or words[phrase.first - 1].stem in _ISSUED or annexed
        return index if whose and speaks(phrase) else -1
    return -1


def tells(draft: Draft, at: int) -> int:
    """The text in which something stands: the token behind "in" behind a verb of coming, "جاء في | البيان أن"; else -1."""
    words, comes = draft.words, draft.lexicon.groups["stands-in-text"]
    if at + 2 >= len(words) or not any(e.lexeme.folded in comes for e in words[at].tensed):
        return -1
    led = words[at + 1].kind == "func" and words[at + 1].stem == "في" and not words[at + 1].pronoun
    return at + 2 if led and words[at + 2].stem in draft.lexicon.groups["texts"] else -1


def issued_before(draft: Draft, text: int, found: Sequence[Speech]) -> int:
    """Who issued a text that is spoken of again, "وأضاف | البيان": whose it was said to be, or who spoke in it; -1 for nobody."""
    words = draft.words
    if not words[text].definite:
        return -1
    sentence = draft.sentence_of[text]
    for at in range(text - 1, -1, -1):
        if draft.sentence_of[at] < 0:
            continue
        if sentence - draft.sentence_of[at] > _BACK:
            return -1
        if words[at].stem != words[text].stem and words[at].fold.removesuffix("ا") != words[text].stem:
            continue
        if (whose := issuer(draft, at - 1)) >= 0:
            return whose
        speech = next((s for s in reversed(found) if draft.sentence_of[s.verb] == draft.sentence_of[at]), None)
        if speech is not None and speaks(draft.phrases[speech.speaker]) and words[at].definite:
            return speech.speaker
        start = draft.stretches[draft.sentence_of[at]].first
        subject = next((draft.subject_of[k] for k in range(start, at) if k in draft.subject_of), -1)
        if subject >= 0 and speaks(draft.phrases[subject]) and not words[at].definite:
            return subject  # "قالت الوزارة في | بيان إن", "أصدرت الحركة | بيانا"
    return -1
