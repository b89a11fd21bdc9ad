"""Pronouns as phrases: written on a word, alone, or in the form of a verb of the first person; each with its person and number.

Their shapes are grammar, and stand here and in no table.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.analysis import Word
from ahlaf.coding.draft import Draft, Phrase

_CODED: Final = frozenset(("prose", "heading"))
_JOINED: Final = {
    "ه": ("m", "s"),
    "ها": ("f", "s"),
    "هم": ("m", "p"),
    "هن": ("f", "p"),
    "هما": ("", "d"),
    "نا": ("1", "p"),
    "ني": ("1", "s"),
    "ي": ("1", "s"),
    "ك": ("2", "s"),
    "كم": ("2", "p"),
    "كن": ("2", "p"),
    "كما": ("2", "d"),
}
_FREE: Final = {
    "هو": ("m", "s"),
    "هي": ("f", "s"),
    "هم": ("m", "p"),
    "هن": ("f", "p"),
    "هما": ("", "d"),
    "نحن": ("1", "p"),
    "انا": ("1", "s"),
    "انتم": ("2", "p"),
}


def find(draft: Draft) -> list[Phrase]:
    """A phrase for every pronoun, in the order of the text."""
    found = []
    for at, word in enumerate(draft.words):
        stretch = draft.sentence_of[at]
        if stretch < 0 or draft.stretches[stretch].kind not in _CODED:
            continue
        if (number := _first_person(word)) and draft.at[at] < 0:
            hidden = Phrase(at, at, at, "hidden")
            hidden.gender, hidden.number, hidden.definite = "1", number, True
            found.append(hidden)
        if word.pronoun:
            shape = _JOINED[word.pronoun]
            prep = word.stem if word.kind == "func" and "quantifier" not in word.function else ""
        elif word.kind == "func" and word.stem in _FREE:
            shape = _FREE[word.stem]
            prep = ""
        else:
            continue
        phrase = Phrase(at, at, at, "pronoun")
        phrase.gender, phrase.number = shape
        phrase.prep = prep
        phrase.definite = True
        found.append(phrase)
    return found


def _first_person(word: Word) -> str:
    """The number of a finite verb that can be nothing but the first person's: "نحارب"; empty for any other word."""
    if not word.finite or word.nominal or word.definite or word.kind == "func" or (word.prep and word.prep not in "سل"):
        return ""
    numbers = {e.number for e in word.entries if e.person == 1}
    return numbers.pop() if len(numbers) == 1 and all(e.person == 1 for e in word.entries) else ""
