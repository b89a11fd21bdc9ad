"""Nouns, adjectives, participles and masdars: one set of endings over a dozen ways for a word to end.

A word is cut before the letter that endings change, and each class says what stands there:
before ة, before ا, before و, before ي and so on. مبدأ is مبد + أ, its dual مبد + آن, its plural مبد + ؤون.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final, NamedTuple, TypeAlias

from ahlaf.lexicon.inflect.form import Form, Gender, Kind, Number, Voice

_Row: TypeAlias = tuple[str, Gender, Number, bool]


class Joint(NamedTuple):
    """What stands between a word and its endings."""

    bare: tuple[str, ...]
    accusative: str | None
    """The indefinite accusative, or None where it is not written: مبدأً."""
    feminine: str
    """Before ة and ت."""
    a: str
    """With the ا of the dual and of ات."""
    u: str
    """With the و of the plural."""
    i: str
    """With the ي of the plural."""
    ay: str
    """With the ي of the dual."""
    joined: tuple[str, ...]
    """Before a pronoun, where that is spelled otherwise."""


PLAIN: Final = "plain"
DEFECTIVE: Final = "defective"
DEFECTIVE_HAMZA: Final = "defective after hamza"
JOINTS: Final[dict[str, Joint]] = {
    PLAIN: Joint(("",), "ا", "", "ا", "و", "ي", "ي", ()),
    "أ": Joint(("أ",), None, "أ", "آ", "ؤو", "ئي", "أي", ("ؤ", "ئ")),  # مبدأ
    "اء": Joint(("ء",), None, "ء", "ءا", "ؤو", "ئي", "ءي", ("ؤ", "ئ")),  # بناء
    "وء": Joint(("ء",), "ءا", "ء", "ءا", "ءو", "ئي", "ءي", ("ئ",)),  # هدوء، مقروء
    "يء": Joint(("ء",), "ئا", "ئ", "ئا", "ئو", "ئي", "ئي", ("ئ",)),  # بريء، شيء
    "بء": Joint(("ء",), "ئا", "ئ", "ئا", "ئو", "ئي", "ئي", ("ئ", "ؤ", "أ")),  # عبء: the letter before joins on
    "دء": Joint(("ء",), "ءا", "أ", "ءا", "ؤو", "ئي", "أي", ("ئ", "ؤ", "أ")),  # جزء، بدء: it does not
    "ى": Joint(("ى",), None, "ا", "يا", "و", "ي", "يي", ("ا",)),  # مستدعى
    "ا": Joint(("ا",), None, "ا", "يا", "و", "ي", "يي", ()),  # محيا
    DEFECTIVE: Joint(("", "ي"), "يا", "ي", "يا", "و", "ي", "يي", ()),  # داع، الداعي
    DEFECTIVE_HAMZA: Joint(("ء", "ئي"), "ئيا", "ئي", "ئيا", "ؤو", "ئي", "ئيي", ()),  # ناء، النائي
}
_NOT_JOINING: Final = frozenset("دذرزاو")


def ending_of(word: str, *, defective: bool = False) -> tuple[str, str]:
    """Return a word without the letter that changes, and the class of its ending.

    A `defective` word comes without its ya (داع).

    >>> ending_of("مبدأ"), ending_of("داعم"), ending_of("جزء")
    (('مبد', 'أ'), ('داعم', 'plain'), ('جز', 'دء'))
    """
    last = word[-1]
    if defective:
        return (word[:-1], DEFECTIVE_HAMZA) if last == "ء" else (word, DEFECTIVE)
    if last == "ء":
        before = word[-2:-1]
        if before in "اوي":
            return word[:-1], before + "ء"
        return word[:-1], "دء" if before in _NOT_JOINING else "بء"
    if last in "أىا":
        return word[:-1], last
    return word, PLAIN


@cache
def _without_ta(ending: str, gender: Gender = "m") -> tuple[_Row, ...]:
    """Singular and dual of a word without ة."""
    joint = JOINTS[ending]
    rows: list[_Row] = [(bare, gender, "s", False) for bare in joint.bare]
    if joint.accusative is not None:
        rows.append((joint.accusative, gender, "s", False))
    rows.extend((joined, gender, "s", True) for joined in joint.joined)
    rows.extend((text, gender, "d", False) for text in (joint.a + "ن", joint.ay + "ن", joint.a, joint.ay))
    return tuple(rows)


@cache
def _feminine(ending: str) -> tuple[_Row, ...]:
    """Singular and dual in ة, and the plural in ات."""
    joint = JOINTS[ending]
    return (*_in_ta(joint.feminine), (joint.a + "ت", "f", "p", False))


@cache
def _in_ta(before: str) -> tuple[_Row, ...]:
    duals: tuple[_Row, ...] = tuple((before + text, "f", "d", False) for text in ("تان", "تين", "تا", "تي"))
    return ((before + "ة", "f", "s", False), (before + "ت", "f", "s", True), *duals)


@cache
def _plural(ending: str) -> tuple[_Row, ...]:
    """Give the sound masculine plural, with its ن and without."""
    joint = JOINTS[ending]
    return tuple((text, "m", "p", False) for text in (joint.u + "ن", joint.i + "ن", joint.u, joint.i))


@cache
def _all(ending: str) -> tuple[_Row, ...]:
    return _without_ta(ending) + _feminine(ending) + _plural(ending)


def _write(base: str, rows: Iterable[_Row], kind: Kind, voice: Voice) -> list[Form]:
    new = tuple.__new__  # what Form(...) does, in half the time
    return [new(Form, (base + text, kind, 0, gender, number, voice, joined)) for text, gender, number, joined in rows]


def decline(word: str, kind: Kind, voice: Voice, *, defective: bool = False) -> list[Form]:
    """Return all forms of an adjective or participle; a `defective` one is given without its ya (داع)."""
    base, ending = ending_of(word, defective=defective)
    return _write(base, _all(ending), kind, voice)


def decline_masdar(word: str, *, defective: bool = False, plural: bool = True) -> list[Form]:
    """Return singular and dual of a masdar, and its plural in ات unless told that it has none."""
    return _noun(word, "masdar", defective=defective) + (_plural_in_at(word, "masdar", defective) if plural else [])


def _noun(word: str, kind: Kind, *, defective: bool = False) -> list[Form]:
    if word[-1] == "ة":
        return _write(word[:-1], _in_ta(""), kind, "both")
    base, ending = ending_of(word, defective=defective)
    return _write(base, _without_ta(ending, "f" if word.endswith("يا") else "m"), kind, "both")  # ميليشيا


def _plural_in_at(word: str, kind: Kind, defective: bool) -> list[Form]:
    """مهاجمات; مفاجأة has مفاجآت, مباراة has مباريات."""
    if word[-1] != "ة":
        base, ending = ending_of(word, defective=defective)
        text = base + JOINTS[ending].a + "ت"
    elif word[-2:-1] == "أ":
        text = word[:-2] + "آت"
    elif word[-2:-1] == "ا":
        text = word[:-2] + "يات"
    else:
        text = word[:-1] + "ات"
    return [Form(text, kind, 0, "f", "p", "both", False)]


def noun_forms(noun: str, plurals: Sequence[str], *, adjective: bool = False) -> tuple[Form, ...]:
    """Return the written forms of a noun or adjective.

    A plural in ون makes the noun an agent, with a feminine (مسلح مسلحون, so مسلحة); so does `adjective`, which without
    a given plural takes ون. A final ī that the indefinite loses shows in the noun (قاضٍ) or in its plural
    (محامي محامون). A noun that is its own plural has no singular: سكان.

    >>> [f.text for f in noun_forms("غارة", ["غارات"])]
    ['غارة', 'غارت', 'غارتان', 'غارتين', 'غارتا', 'غارتي', 'غارات']
    >>> [f.text for f in noun_forms("حليف", ["حلفاء"]) if f.number == "p"]
    ['حلفاء', 'حلفاؤ', 'حلفائ']
    """
    kind: Kind = "adjective" if adjective else "noun"
    if list(plurals) == [noun]:
        return tuple(_given_plural(noun, kind))
    defective = noun.endswith(("\u064d", "\u064dي"))
    word = noun.replace("\u064d", "")
    if word.endswith("ي") and (defective or any(_loses_ya(word, plural) for plural in plurals)):
        word, defective = word[:-1], True
    base, ending = ending_of(word, defective=defective)
    sound = base + JOINTS[ending].u + "ن"
    forms = _noun(word, kind, defective=defective)
    agent = word[-1] != "ة" and (adjective or sound in plurals)
    if agent:
        forms += _write(base, _feminine(ending), kind, "both")
        if sound in plurals or not plurals:
            forms += _write(base, _plural(ending), kind, "both")
    elif adjective and not plurals:
        forms += _plural_in_at(word, kind, defective=False)
    for plural in plurals:
        if plural != sound:
            forms += _given_plural(plural, kind)
    return tuple(dict.fromkeys(forms))


def _loses_ya(word: str, plural: str) -> bool:
    """محامي and محامون, قاضي and قضاة: the ya is a radical, not the ya of عراقي."""
    return plural == word[:-1] + "ون" or (plural.endswith("اة") and len(word) == 4 and word[1] == "ا")


def _given_plural(plural: str, kind: Kind) -> list[Form]:
    """Return a plural as it is given, with its accusative and what it becomes before a pronoun."""
    if plural.endswith(("ات", "آت")) and not (plural[0] == "أ" and len(plural) == 5):  # أصوات is no plural in ات
        return [Form(plural, kind, 0, "f", "p", "both", False)]
    base, ending = ending_of(plural)
    joint = JOINTS[ending]
    rows: list[_Row] = [(joint.bare[0], "", "p", False)]
    if plural[-1] == "ة":
        base = plural[:-1]
        rows = [("ة", "", "p", False), ("ت", "", "p", True)]
    elif joint.accusative is not None and not _without_tanwin(plural):
        rows.append((joint.accusative, "", "p", False))
    rows.extend((joined, "", "p", True) for joined in joint.joined)
    return _write(base, rows, kind, "both")


def _without_tanwin(plural: str) -> bool:
    """Whether a broken plural has the pattern of مصالح or صواريخ, which never take the ا of the accusative."""
    return plural[2:3] == "ا" and (len(plural) == 5 or (len(plural) == 6 and plural[4] == "ي"))


def nisba_forms(adjective: str, people: Sequence[str]) -> tuple[Form, ...]:
    """Return the forms of an adjective of origin, with the plurals that the pattern does not give.

    >>> [f.text for f in nisba_forms("تركي", ["أتراك"]) if f.number == "p"]
    ['تركيات', 'تركيون', 'تركيين', 'تركيو', 'تركيي', 'أتراك', 'أتراكا']
    """
    forms = decline(adjective, "nisba", "both")
    for plural in people:
        forms += _given_plural(plural, "nisba")
    return tuple(dict.fromkeys(forms))
