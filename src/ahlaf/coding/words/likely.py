"""What a form likely is where it may be several: rarer verbs, two of somebody or of a deed, several who are written like a deed."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.words.word import FINITE, THIRD, Word
from ahlaf.lexicon.entries import Entry, Generic
from ahlaf.text.views import fold
from ahlaf.text.words import Cut

_NAMES: Final = frozenset(("masdar", "noun"))
"""The kinds of entries that name a deed."""


def is_rare(entry: Entry, cut: Cut) -> bool:
    """Two who do something, or several women: rare as a word whose first letter may be "and"; "ووصل" is no "was continued"."""
    several = entry.number == "d" or (entry.number == "p" and entry.gender == "f")
    return entry.kind in FINITE and (several or (entry.voice == "passive" and cut.stem.startswith("وو")))


def speaks_to_you(entry: Entry) -> bool:
    """A verb's form that speaks to somebody: rare in what is written about others."""
    return entry.kind == "imperative" or (entry.kind in FINITE and entry.person == 2)


def may_be_done_to_another(word: Word) -> bool:
    """Whether a form that "I" would use may say what was done to somebody: "أقصيت القوى", "أنشئ الحلف"."""
    return any(e.kind == "perfect" and e.voice == "passive" and (e.person, e.number) == (THIRD, "s") for e in word.entries)


def likely(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Without the verbs that would only speak to somebody, where the form is something else too: "ادعى" is no "call!"."""
    said = [e for e in entries if not speaks_to_you(e)]
    spoken = [e for e in said if e.voice != "passive" or e.kind not in FINITE]
    heard = {id(e.lexeme) for e in spoken or said}
    return tuple(e for e in entries if id(e.lexeme) in heard) if heard else entries


def of_one(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Without two of one deed, where the form is one of another: "ضمان | استقرار كينيا" is a pledge, no two annexations."""
    ones = {id(e.lexeme) for e in entries if e.number == "s" and e.kind in _NAMES}
    if not ones:
        return entries
    return tuple(e for e in entries if e.number != "d" or e.kind not in _NAMES or id(e.lexeme) in ones)


def is_no_dual(word: Word, generic: Generic) -> bool:
    """Whether a word with its article is only written like two of somebody: "العسكري" is no two armies."""
    return word.definite and generic.number == "d" and not word.pronoun and not word.stem.endswith("ن")


def is_written_as_deed(word: Word, known: Generic) -> bool:
    """Whether a written إ shows that a broken plural in أ is a deed: "إجراء" is no hirelings, "إحياء" no quarters."""
    at = len(word.bare) - len(word.pronoun) - len(word.stem)
    deed = any(e.kind == "masdar" for e in word.entries)
    return known.number == "p" and deed and word.bare[at : at + 1] == "إ" and not known.lemma.startswith("إ")


def is_deed_alike(word: Word, known: Generic) -> bool:
    """Whether two of somebody are written like a deed, which it then is: "العدوان" is no two enemies."""
    if known.number != "d" or fold(known.lemma) == word.stem:
        return False
    deeds = (e for e in word.entries if e.number == "s" and e.lexeme.senses and fold(e.written) == word.stem)
    return any(e.kind == "masdar" or (e.kind == "noun" and e.lexeme.folded == word.stem) for e in deeds)
