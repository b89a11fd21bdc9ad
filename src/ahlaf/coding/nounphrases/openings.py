"""Who is told of in what a sentence opens with before he is named: "بعد أن هزم خصومه، سجن | بول بيا المعارضين".

Before its main clause a sentence may tell when, how or in spite of what something is done: in a clause, "عندما غزا الكويت",
or in a noun with a pronoun, "خلال لقائه السفير". Its verb and its pronouns then mean whoever the main clause names right
behind, who was told of before as often as not; it is he, and not whoever the last sentence ended with.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.nounphrases.verbhood import verb_here
from ahlaf.coding.words.agreement import same_gender
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.kinds import SOMEBODY

_LONGEST: Final = 24
"""So many tokens of a sentence may stand before its main clause."""


def main_subject(draft: Draft, at: int) -> int:
    """Who the main clause behind the opening that a token stands in names as its subject; -1 for nobody, or for no opening."""
    stretch = draft.stretches[draft.sentence_of[at]]
    first = stretch.first
    if not first < at + 1 <= first + _LONGEST or (opener := _opens(draft, first)) == "":
        return -1
    for position in range(first + 1, min(first + _LONGEST, stretch.end - 2)):
        word = draft.words[position]
        if word.kind == "punct":
            if word.bare not in "،,":
                return -1
            if draft.words[position + 1].conj != "و":
                return _named_at(draft, position + 1, stretch.end) if position > at else -1
        elif opener == "deed" and verb_here(draft, position) and "relative" not in draft.words[position - 1].function:
            return _named_at(draft, position, stretch.end) if position > at else -1
    return -1


def _opens(draft: Draft, first: int) -> str:
    """Whether what a sentence opens with is a "clause", "بعد أن هزم", "عندما هزم", or a "deed", "بعد هزيمته"; "" for neither."""
    word, groups = draft.words[first], draft.lexicon.groups
    if word.prep == "ب" and word.masdar and word.pronoun:
        return "deed"
    if word.kind != "func" or word.stem not in groups["opening"]:
        return ""
    that = any(w.stem in groups["that"] or w.stem == "ما" for w in draft.words[first + 1 : first + _TO_THAT])
    return "clause" if that or "subordinator" in word.function else "deed"


_TO_THAT: Final = 4
""""على الرغم من | أن"."""


def _named_at(draft: Draft, at: int, end: int) -> int:
    """Who stands right behind the verb at a token and agrees with it, or there himself right before one; else -1."""
    words, particles = draft.words, draft.lexicon.groups["verb-particle"]
    while at < end - 1 and words[at].kind == "func" and words[at].stem in particles and not words[at].pronoun:
        at += 1
    before = draft.at[at]
    if before >= 0:
        phrase = draft.phrases[before]
        behind = phrase.named_to + 1
        does = behind < end and words[behind].verb and not words[behind].conj
        return before if does and phrase.first == at and not phrase.prep and phrase.kind in SOMEBODY else -1
    index = draft.at[at + 1] if at + 1 < end and words[at].verb else -1
    if index < 0 or draft.phrases[index].first != at + 1:
        return -1
    phrase = draft.phrases[index]
    somebody = phrase.kind in SOMEBODY or (phrase.kind in ("nominal", "people") and phrase.definite)
    genders = [e.gender for e in words[at].third if e.number == "s"]
    fits = not phrase.prep and somebody and any(same_gender(phrase, gender) for gender in genders)
    return draft.lead(index) if fits and not words[at].pronoun else -1


def suffers(draft: Draft, at: int) -> bool:
    """Whether a pronoun on the noun of a deed tells to whom it is done, for nobody stands behind: "بعد | اعتقاله، عين الملك وزيرا"."""
    word = draft.words[at]
    senses = [s for e in word.entries if e.kind == "masdar" for s in e.lexeme.senses]
    if not any("obj" in s.target and s.sign < 0 for s in senses):
        return False
    behind = draft.at[at + 1] if at + 1 < len(draft.words) else -1
    return behind < 0 or draft.phrases[behind].prep not in ("", "ل")
