"""Words that tell of a deed of what kind it is or how it is done, and are nobody: "دعما | عسكريا", "هجومه | الخاطف", "تدعم بقوة"."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.nounphrases.phrases import is_adjective
from ahlaf.coding.nounphrases.verbhood import does_to_somebody
from ahlaf.coding.words.agreement import accusative, agree
from ahlaf.coding.words.draft import Draft


def of_a_deed(draft: Draft, at: int) -> bool:
    """Whether an adjective in the accusative says of what kind the deed before it is, and is nobody: "دعما | عسكريا"."""
    word, before = draft.words[at], draft.word_before(at)
    if before is None or word.generic is None or word.conj or word.prep or not word.bare.endswith("يا") or not accusative(draft, word):
        return False
    deed = before.masdar and before.generic is None and accusative(draft, before)
    return deed and draft.sentence_of[at - 1] == draft.sentence_of[at]


def of_his_deed(draft: Draft, at: int) -> bool:
    """Whether what may be somebody describes the deed right before it that a pronoun owns: "هجومه | الخاطف", "هزيمتهم | المدوية".

    Behind a deed may stand to whom it is done, who so is none: "مساندتها | المعارضة".
    """
    word, before = draft.words[at], draft.word_before(at)
    if before is None or not word.definite or not (before.pronoun and before.senses and before.kind == "noun") or draft.at[at - 1] >= 0:
        return False
    if not is_adjective(word) or not (word.senses or word.kind == "unknown") or (before.verb and not before.masdar):
        return False
    takes = before.masdar and any("obj" in sense.target for e in before.entries for sense in e.lexeme.senses)
    done_to = takes and (word.generic is not None or not all(e.number == "s" for e in word.entries))
    return not done_to and draft.sentence_of[at - 1] == draft.sentence_of[at] and agree(draft, before, word)


def says_how(draft: Draft, at: int) -> bool:
    """Whether a noun behind ب says how somebody does a thing to whom stands behind it: "تدعم واشنطن بقوة | إسرائيل".

    "اصطدم بقوة الجيش" is with a force.
    """
    word, start = draft.words[at], draft.stretches[draft.sentence_of[at]].first if draft.sentence_of[at] >= 0 else at
    if word.prep != "ب" or word.definite or word.pronoun or word.stem not in draft.lexicon.groups["how"]:
        return False
    behind = draft.words[at + 1] if at + 1 < len(draft.words) else word
    somebody = behind.definite or behind.fold in draft.lexicon.names
    return somebody and any(does_to_somebody(draft, verb) for verb in range(max(start, at - _TO_VERB), at))


_TO_VERB: Final = 4
"""So many tokens before what says how stands its verb, at most."""
