"""Whether an adjective may describe a noun: gender, number, and the endings that show the case or hide behind a pronoun.

Only what is surely wrong is kept apart. What a written form leaves open (a plural without a singular, an adjective like
كبرى or أكبر, a noun that no table knows) agrees with anything.
"""

from __future__ import annotations

import re
from typing import Final

from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.word import ADJECTIVE_KINDS, PARTICIPLES, Word
from ahlaf.lexicon.entries import Generic
from ahlaf.lexicon.names import bare_article
from ahlaf.text.views import fold

PLURALS: Final = ("ون", "ين")
"""The endings of the sound plural, as subject and otherwise."""
_SEATS: Final = ("ائ", "اؤ")
"""How a last hamza is written before a pronoun."""
_NOUN_KINDS: Final = frozenset(("noun", "masdar"))
_GREATER: Final = re.compile("[أآ]..?.")
"""The greater and the greatest, أكبر and أهم, are the same for all; كبرى and عليا need not agree as they are written."""
_ANY: Final = ("", "")
"""A gender and a number that fit all."""


def agree(draft: Draft, noun: Word, adjective: Word) -> bool:
    """Whether an adjective may describe a noun: false only where gender or number surely differ; a numeral may: الدول الثلاث.

    No feminine describes men in ون: "هاجم مسلحون مجهولون | قاعدة".
    """
    forms = _noun_forms(noun)
    if _ANY in forms or bare_article(noun.stem) in draft.lexicon.groups["no-agreement"]:
        return True
    if "numeral" in draft.lexicon.function.get(bare_article(adjective.bare), ()):
        return True
    men = noun.bare.endswith("ون") and noun.generic is not None and _sound_plural(draft, noun.generic)
    return any(_fits(one, two) and not (men and two == _FEMININE) for one in forms for two in _adjective_forms(adjective))


_FEMININE: Final = ("f", "s")


def is_human(phrase: Phrase) -> bool:
    """Whether a phrase names people, whose plural takes plurals; of all else it is feminine singular: "الفصائل تقصف"."""
    bodies = phrase.kind == "name" and (phrase.gender, phrase.number) == ("f", "p")  # "القوى الإرهابية", whoever they are
    return phrase.kind in _PERSONS or (phrase.actor is not None and phrase.actor.kind in _PEOPLE and not bodies)


def same_gender(phrase: Phrase, gender: str) -> bool:
    """Whether a verb of a gender may stand before a phrase that does what it says."""
    own = phrase.gender
    human = is_human(phrase)
    if phrase.number == "p" and not human:
        return True
    return not gender or not own or own == gender


_PERSONS: Final = frozenset(("person", "people"))
"""Kinds of phrases."""
_PEOPLE: Final = frozenset(("person", "people", "social-group"))
"""Kinds of actors."""


def fits_state(adjective: Word) -> bool:
    """Whether an adjective may belong to a state's name: of one, and nobody by itself.

    "سوريا الشقيقة", "العراق الجديد"; but "قتلت إسرائيل المدنيين", "دعمت السعودية المعارضة" name two.
    """
    if adjective.generic is not None:
        return False
    forms = _adjective_forms(adjective)
    return _ANY in forms or any(number != "p" for _, number in forms)


def cases_differ(draft: Draft, one: Word, two: Word) -> bool:
    """Whether the endings of two words show two cases: "المدنيون", "المسلحين"; "مسلحون", "صحفيا"; "شاب", "جنديا"; "كندي", "جنديا"."""
    ends = {ending for word in (one, two) for ending in PLURALS if word.bare.endswith(ending) and word.number in ("d", "p")}
    if len(ends) == len(PLURALS):
        return True
    subject = one.number == "p" and one.bare.endswith(PLURALS[0])
    bare = one.kind not in ("func", "number", "unknown") and not one.definite and one.bare[-1] not in "اىءنتي"
    whose = one.nisba or one.generic
    in_yaa = whose is not None and whose.number == "s" and not one.definite and not one.pronoun and one.bare.endswith("ي")
    return (subject or bare or in_yaa) and accusative(draft, two)


def accusative(draft: Draft, word: Word) -> bool:
    """Whether a word without article is surely an object by its alef: "صحفيا", no "عليا" and no "بريطانيا"."""
    if word.definite or word.stem in draft.lexicon.names or not word.bare.endswith("ا") or len(word.bare) < 4:
        return False
    return bool(word.entries or word.nisba or word.generic) and not any(e.lexeme.lemma.endswith(("ا", "ى")) for e in word.entries)


def subject_case(draft: Draft, word: Word, text: str) -> str:
    """A known word as it is written in the subject's case: المسلحون of المسلحين and مسلحي, مدني of مدنيا."""
    if accusative(draft, word) and text.endswith("ا"):
        whole = _whole_plural(draft, text) and text[:-1] not in draft.lexicon.generics
        return text if whole else text[:-1]  # "ضحايا", but دول of دولا
    if word.number in ("d", "p") and text.endswith("ين") and (word.generic or word.nisba or word.entries):
        one = any(e.number == "s" and e.kind == "noun" for e in word.entries)  # "الأمين" is one, though it may be two mothers
        broken = word.generic is not None and not text.startswith(fold(word.generic.lemma).rstrip("هي"))  # "شياطين"
        two = word.generic is not None and text == f"{fold(word.generic.lemma)}ين" and not _sound_plural(draft, word.generic)
        return text if one or broken else text[:-2] + ("ان" if two else "ون")
    if word.generic is not None and text == f"{fold(word.generic.lemma)}ي" and _sound_plural(draft, word.generic):
        return text[:-1] + "و"
    doers = word.generic is None and word.number in ("d", "p") and text == word.stem and text.endswith("ي")
    if doers and any(e.kind in PARTICIPLES for e in word.entries) and all(e.number != "s" for e in word.entries):
        return text[:-1] + "و"  # معرقلو of معرقلي
    return text


def _sound_plural(draft: Draft, noun: Generic) -> bool:
    """Whether many of a general noun are told by ون: "مقاتلون", but two of "بلد" are "بلدان" and many "بلاد"."""
    return _whole_plural(draft, f"{fold(noun.lemma)}ون")


def without_pronoun(draft: Draft, word: Word) -> str:
    """The stem of a word as it is written where no pronoun is tied to it: حركه of حركته, حلفاء of حلفائه, موقف of موقفه."""
    if not word.pronoun or not word.stem.endswith("ت"):
        seated = word.pronoun and word.stem.endswith(("اي", "او")) and any(seat in word.bare for seat in _SEATS)
        return word.stem[:-1] + "ء" if seated else word.stem
    alone = word.stem[:-1] + "ه"
    single = word.generic is not None and word.generic.number == "s" and fold(word.generic.lemma).endswith("ه")
    return alone if single or alone in draft.lexicon.organs or _whole_plural(draft, alone) or _hides_it(word) else word.stem


def _hides_it(word: Word) -> bool:
    """Whether the ت before a pronoun is the ة that a noun has alone, and no letter of its own: "أنشطتها"; not "صوتها", "قواتها"."""
    own = any(fold(e.lexeme.lemma).endswith("ت") for e in word.entries)
    return not own and not word.stem.endswith("ات") and len(word.stem) >= _LONG


_LONG: Final = 4
"""Words with a ت of their own and no known reading are shorter: بنت, أخت."""


def _whole_plural(draft: Draft, text: str) -> bool:
    """Whether a word is as it stands the plural of a general noun for actors: "ضحايا", "أنظمة", "أساتذة"."""
    known = draft.lexicon.generics.get(text)
    return known is not None and known.number == "p"


def keeps_nun(word: Word) -> bool:
    """Whether a noun has the ending that it would lose before its owner: nobody owns "مسلحون"."""
    ends = PLURALS if word.number == "p" else (*PLURALS, "ان")  # "سكان | القرية" has no such ending
    return not word.definite and word.number in ("d", "p") and word.bare.endswith(ends)


def _noun_forms(word: Word) -> set[tuple[str, str]]:
    """The genders and numbers that a noun may have: known of general nouns, peoples and words in ة, of others not surely."""
    known = word.generic or word.nisba
    if known is None:
        return {("f", "s")} if word.bare.endswith("ة") and word.entries else {_ANY}
    return {(known.gender, known.number), *((e.gender, e.number) for e in word.entries if e.kind in _NOUN_KINDS)}


def _adjective_forms(word: Word) -> set[tuple[str, str]]:
    entries = [e for e in word.entries if e.kind in ADJECTIVE_KINDS]
    if any(e.lexeme.lemma.endswith(("ى", "ا", "اء")) or _GREATER.fullmatch(e.lexeme.lemma) for e in entries if e.kind == "adjective"):
        return {_ANY}
    forms = {(e.gender, e.number) for e in entries}
    if word.nisba is not None:
        forms.add((word.nisba.gender, word.nisba.number))
    return forms or {(word.gender, word.number)}


def _fits(noun: tuple[str, str], adjective: tuple[str, str]) -> bool:
    """A plural takes its adjective in the plural or the feminine singular, a dual may divide it; else both are the same.

    Of plurals both are of men or both of women: no "الميليشيات | العراقيين".
    """
    if noun[1] == "d":
        return True
    if noun[1] == "p":
        if adjective[1] == "s":
            return adjective[0] != "m"
        return not noun[0] or not adjective[0] or noun[0] == adjective[0]
    return all(not one or not two or one == two for one, two in zip(noun, adjective, strict=True))
