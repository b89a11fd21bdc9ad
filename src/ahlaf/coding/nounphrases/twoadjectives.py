"""The second of two who have one noun and an adjective each: "التحالفان الشمالي | والجنوبي".

Of a dual an adjective of origin is a phrase anyway ("الجيشان الكندي | والكيني"); others are found here. Whose they are
:mod:`ahlaf.coding.nounphrases.shared_heads` says.
"""

from __future__ import annotations

from ahlaf.coding.nounphrases.phrases import is_adjective
from ahlaf.coding.words.draft import Draft, Phrase


def find(draft: Draft) -> list[Phrase]:
    """A phrase for every such second adjective that is none yet."""
    return [_phrase(one) for one in draft.phrases if begins(draft, one) and draft.at[one.last + 1] < 0 and _joined(draft, one)]


def begins(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase is a noun for two who act, and the adjective of one of them: "القوتين الدولية"."""
    words = draft.words
    noun, adjective = words[phrase.first], words[phrase.last]
    two = phrase.number == "d" and noun.number == "d" and noun.generic is not None and phrase.last == phrase.first + 1 == phrase.head + 1
    return two and _of_one(draft, phrase, phrase.last) and adjective.definite == noun.definite


def _joined(draft: Draft, phrase: Phrase) -> bool:
    """Whether "and" joins the other's adjective right behind: no "والوطني" that begins another phrase."""
    at = phrase.last + 1
    if at >= len(draft.words) or draft.sentence_of[at] != draft.sentence_of[phrase.last]:
        return False
    word = draft.words[at]
    return word.conj == "و" and word.definite == draft.words[phrase.first].definite and _of_one(draft, phrase, at)


def _of_one(draft: Draft, phrase: Phrase, at: int) -> bool:
    """Whether a word is an adjective in the singular, of the gender of a noun in the dual."""
    word, noun = draft.words[at], draft.words[phrase.first]
    plain = (is_adjective(word) or word.adjective) and not word.prep and not word.pronoun and word.number in ("", "s")
    return plain and word.stem.endswith("ه") == (noun.stem[-3:-2] == "ت")


def _phrase(one: Phrase) -> Phrase:
    phrase = Phrase(one.last + 1, one.last + 1, one.last + 1, "nominal")
    phrase.gender, phrase.number, phrase.conj, phrase.definite = one.gender, "s", "و", one.definite
    return phrase
