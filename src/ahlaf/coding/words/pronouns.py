"""Pronouns as phrases: written on a word, alone, or in the form of a verb of the first person; each with its person and number.

Their shapes are grammar, and stand here and in no table.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import BY_NAME
from ahlaf.coding.words.word import Word
from ahlaf.lexicon.book import Lexicon
from ahlaf.lexicon.entries import Entry
from ahlaf.text.split import TELLING

FIRST: Final = "1"
SECOND: Final = "2"
"""What stands as the gender of a phrase of the first person."""
_JOINED: Final = {
    "ه": ("m", "s"),
    "ها": ("f", "s"),
    "هم": ("m", "p"),
    "هن": ("f", "p"),
    "هما": ("", "d"),
    "نا": (FIRST, "p"),
    "ني": (FIRST, "s"),
    "ي": (FIRST, "s"),
    "ك": (SECOND, "s"),
    "كم": (SECOND, "p"),
    "كن": (SECOND, "p"),
    "كما": (SECOND, "d"),
}
FREE: Final = {
    "هو": ("m", "s"),
    "هي": ("f", "s"),
    "هم": ("m", "p"),
    "هن": ("f", "p"),
    "هما": ("", "d"),
    "نحن": (FIRST, "p"),
    "انا": (FIRST, "s"),
    "انتم": (SECOND, "p"),
}
"""Pronouns that stand alone, with their gender and number."""
THEMSELVES: Final = frozenset(("هو", "هي", "هم", "هما"))
"""Those that stand between somebody and who he is: "كندا | هي من تدعم"."""

_OBJECT: Final = {f"ايا{joined}": shape for joined, shape in _JOINED.items()}
"""Pronouns that stand alone behind what is done to them: "متهما إياها"."""


def follows(draft: Draft, at: int) -> bool:
    """Whether a word has its object in the pronoun behind it, and so does something: "متهمة | إياه" is nobody accused."""
    return at + 1 < len(draft.words) and draft.words[at + 1].stem in _OBJECT


def find(draft: Draft) -> list[Phrase]:
    """A phrase for every pronoun, in the order of the text."""
    found = []
    for at, word in enumerate(draft.words):
        stretch = draft.sentence_of[at]
        if stretch < 0 or draft.stretches[stretch].kind not in TELLING:
            continue
        if (number := _first_person(word, draft.lexicon)) and draft.at[at] < 0:
            hidden = Phrase(at, at, at, "hidden")
            hidden.gender, hidden.number, hidden.definite = FIRST, number, True
            found.append(hidden)
        if word.pronoun and not _begins_a_name(draft, at):
            shape = _JOINED[word.pronoun]
            prep = word.stem if word.kind == "func" and "quantifier" not in word.function else ""
        elif word.kind == "func" and (word.stem in FREE or word.stem in _OBJECT):
            shape = FREE.get(word.stem) or _OBJECT[word.stem]
            prep = ""
        else:
            continue
        phrase = Phrase(at, at, at, "pronoun")
        phrase.gender, phrase.number = shape
        phrase.prep = prep
        phrase.definite = True
        found.append(phrase)
    return found


def _begins_a_name(draft: Draft, at: int) -> bool:
    """Whether what looks like a particle with its pronoun is a name: "لعلي عبد الله صالح" is no "لعلّي"."""
    phrase = draft.phrases[draft.at[at]] if draft.at[at] >= 0 else None
    if phrase is None or phrase.kind not in BY_NAME:
        return False
    word = draft.words[at]
    if phrase.last > phrase.first and word.fold.removeprefix(word.conj).removeprefix(word.prep) in draft.lexicon.given:
        return True  # "نبيه بري", "نزيه خالد"
    return phrase.kind == "name" and phrase.first == at and word.kind == "func"


def _first_person(word: Word, lexicon: Lexicon) -> str:
    """The number of a finite verb that can hardly be but the first person's: "نحارب"; empty for any other word.

    What may as well be a name ("نزار") or "our" with a noun for somebody ("جيشنا") is none, nor is the "I" of a hollow verb
    with a hamza before it: "أعيد" is rather "was brought back". A demand has no hamza: "أشكر" thanks, "اشكر" may be one.
    """
    if not word.finite or word.nominal or word.definite or word.kind == "func" or (word.prep and word.prep not in "سل"):
        return ""
    bare = word.stem.removesuffix("نا")
    if any(w in known for w in (word.stem, bare) for known in (lexicon.names, lexicon.given, lexicon.organs, lexicon.generics)):
        return ""
    entries = [e for e in word.entries if e.kind != "imperative"] if word.bare.removeprefix(word.conj)[:1] == _HAMZA else word.entries
    numbers = {e.number for e in entries if e.person == 1}
    if len(numbers) != 1 or any(e.person != 1 or was_done(e) for e in entries):
        return ""
    return numbers.pop()


_HAMZA: Final = "أ"
"""How "I" begins where hamzas are written."""


def was_done(entry: Entry) -> bool:
    """Whether "I" in it is written as "was …ed" is: أعيد, of أعاد."""
    lemma = entry.lexeme.folded
    return entry.kind == "imperfect" and entry.number == "s" and len(lemma) == 4 and lemma[0] == lemma[2] == "ا"
