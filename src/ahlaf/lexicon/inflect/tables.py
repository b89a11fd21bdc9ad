"""The endings, as tables: what is added to which stem, and what the result means.

Every row ends in its slot `(person, gender, number, joined)`. A stem comes in two lengths: LONG before
an ending that begins with a vowel, SHORT before one that begins with a consonant (قالوا, قلت).
The vowel of an ending is not written, but a hamza at the end of the stem is seated by it.
"""

from __future__ import annotations

from typing import Final, NamedTuple, TypeAlias

from ahlaf.lexicon.inflect.form import Gender, Number, Person

Slot: TypeAlias = tuple[Person, Gender, Number, bool]


class Row(NamedTuple):
    """One ending of the perfect or imperative."""

    short: bool
    vowel: str
    letters: str
    slot: Slot


class PrefixedRow(NamedTuple):
    """One ending of the imperfect, with the place of its prefix in `PREFIXES`."""

    prefix: int
    short: bool
    vowel: str
    letters: str
    slot: Slot


PREFIXES: Final = ("ي", "ت", "ء", "ن")
Y, T, A, N = range(4)
LONG, SHORT = False, True

_HE: Final[Slot] = (3, "m", "s", False)
_SHE: Final[Slot] = (3, "f", "s", False)
_THEY_TWO: Final[Slot] = (3, "m", "d", False)
_THEY_TWO_F: Final[Slot] = (3, "f", "d", False)
_THEY: Final[Slot] = (3, "m", "p", False)
_THEY_F: Final[Slot] = (3, "f", "p", False)
_YOU: Final[Slot] = (2, "", "s", False)
_YOU_M: Final[Slot] = (2, "m", "s", False)
_YOU_F: Final[Slot] = (2, "f", "s", False)
_YOU_TWO: Final[Slot] = (2, "", "d", False)
_YOU_ALL: Final[Slot] = (2, "m", "p", False)
_YOU_ALL_F: Final[Slot] = (2, "f", "p", False)
_I: Final[Slot] = (1, "", "s", False)
_WE: Final[Slot] = (1, "", "p", False)


def _joined(slot: Slot) -> Slot:
    return (*slot[:3], True)


def _perfect(vowel: str, glide: str) -> tuple[Row, ...]:
    """Return the endings that begin with a consonant, after the `glide` of a weak verb."""
    endings: tuple[tuple[str, Slot], ...] = (
        ("ن", _THEY_F),
        ("ت", _YOU),
        ("تما", _YOU_TWO),
        ("تم", _YOU_ALL),
        ("تمو", _joined(_YOU_ALL)),
        ("تن", _YOU_ALL_F),
        ("ت", _I),
        ("نا", _WE),
    )
    return tuple(Row(SHORT, vowel, glide + letters, slot) for letters, slot in endings)


SOUND: Final = "sound"
FINAL_YA: Final = "ى"  # رمى، يلقى
FINAL_YA_AFTER_YA: Final = "يا"  # أحيا، يحيا: the same, with ا in place of a second ya
FINAL_ALEF: Final = "ا"  # دعا
FINAL_I: Final = "ي"  # لقي، دعي، يرمي
FINAL_U: Final = "و"  # يدعو

PERFECT: Final[dict[str, tuple[Row, ...]]] = {
    SOUND: (
        Row(LONG, "a", "", _HE),
        Row(LONG, "a", "ت", _SHE),
        Row(LONG, "a", "ا", _THEY_TWO),
        Row(LONG, "a", "تا", _THEY_TWO_F),
        Row(LONG, "u", "وا", _THEY),
        Row(LONG, "u", "و", _joined(_THEY)),
        *_perfect("", ""),
    ),
    FINAL_YA: (
        Row(LONG, "a", "ى", _HE),
        Row(LONG, "a", "ا", _joined(_HE)),
        Row(LONG, "a", "ت", _SHE),
        Row(LONG, "a", "يا", _THEY_TWO),
        Row(LONG, "a", "تا", _THEY_TWO_F),
        Row(LONG, "a", "وا", _THEY),
        Row(LONG, "a", "و", _joined(_THEY)),
        *_perfect("a", "ي"),
    ),
    FINAL_YA_AFTER_YA: (
        Row(LONG, "a", "ا", _HE),
        Row(LONG, "a", "ت", _SHE),
        Row(LONG, "a", "يا", _THEY_TWO),
        Row(LONG, "a", "تا", _THEY_TWO_F),
        Row(LONG, "a", "وا", _THEY),
        Row(LONG, "a", "و", _joined(_THEY)),
        *_perfect("a", "ي"),
    ),
    FINAL_ALEF: (
        Row(LONG, "a", "ا", _HE),
        Row(LONG, "a", "ت", _SHE),
        Row(LONG, "a", "وا", _THEY_TWO),
        Row(LONG, "a", "تا", _THEY_TWO_F),
        Row(LONG, "a", "وا", _THEY),
        Row(LONG, "a", "و", _joined(_THEY)),
        *_perfect("a", "و"),
    ),
    FINAL_I: (
        Row(LONG, "i", "ي", _HE),
        Row(LONG, "i", "يت", _SHE),
        Row(LONG, "i", "يا", _THEY_TWO),
        Row(LONG, "i", "يتا", _THEY_TWO_F),
        Row(LONG, "u", "وا", _THEY),
        Row(LONG, "u", "و", _joined(_THEY)),
        *_perfect("i", "ي"),
    ),
}

_SINGULARS: Final[tuple[tuple[int, Slot], ...]] = ((Y, _HE), (T, _SHE), (T, _YOU_M), (A, _I), (N, _WE))


def _singulars(vowel: str, letters: str, *, short: bool = LONG, joined: bool = False) -> tuple[PrefixedRow, ...]:
    return tuple(
        PrefixedRow(prefix, short, vowel, letters, _joined(slot) if joined else slot) for prefix, slot in _SINGULARS
    )


def _plurals(
    dual: tuple[str, str], plural: tuple[str, str], her: tuple[str, str], women: tuple[bool, str, str]
) -> tuple[PrefixedRow, ...]:
    """Return duals and plurals, each with its ن and without: يدعمون, لم يدعموا.

    Each pair is the vowel and the letters that follow the stem, up to the ن.
    """
    rows = [
        PrefixedRow(prefix, LONG, dual[0], dual[1] + nun, slot)
        for prefix, slot in ((Y, _THEY_TWO), (T, _THEY_TWO_F), (T, _YOU_TWO))
        for nun in ("ن", "")
    ]
    for prefix, slot in ((Y, _THEY), (T, _YOU_ALL)):
        vowel, letters = plural
        rows.append(PrefixedRow(prefix, LONG, vowel, letters + "ن", slot))
        rows.append(PrefixedRow(prefix, LONG, vowel, letters + "ا", slot))
        rows.append(PrefixedRow(prefix, LONG, vowel, letters, _joined(slot)))
    rows.extend(PrefixedRow(T, LONG, her[0], her[1] + nun, _YOU_F) for nun in ("ن", ""))
    rows.extend(PrefixedRow(prefix, *women, slot) for prefix, slot in ((Y, _THEY_F), (T, _YOU_ALL_F)))
    return tuple(rows)


IMPERFECT: Final[dict[str, tuple[PrefixedRow, ...]]] = {
    SOUND: (
        *_singulars("u", ""),
        *_plurals(("a", "ا"), ("u", "و"), ("i", "ي"), (SHORT, "", "ن")),
    ),
    FINAL_YA: (
        *_singulars("a", "ى"),
        *_singulars("a", "ا", joined=True),
        *_singulars("a+", ""),
        *_plurals(("a", "يا"), ("a", "و"), ("a", "ي"), (LONG, "a", "ين")),
    ),
    FINAL_YA_AFTER_YA: (
        *_singulars("a", "ا"),
        *_singulars("a+", ""),
        *_plurals(("a", "يا"), ("a", "و"), ("a", "ي"), (LONG, "a", "ين")),
    ),
    FINAL_I: (
        *_singulars("i", "ي"),
        *_singulars("i+", ""),
        *_plurals(("i", "يا"), ("u", "و"), ("i", "ي"), (LONG, "i", "ين")),
    ),
    FINAL_U: (
        *_singulars("u", "و"),
        *_singulars("u+", ""),
        *_plurals(("u", "وا"), ("u", "و"), ("i", "ي"), (LONG, "u", "ون")),
    ),
}

SHORT_JUSSIVE: Final = _singulars("", "", short=SHORT)
"""لم يقل, لم يمدد: for stems whose two lengths differ."""

HAMZA_BEFORE_PRONOUN: Final = _singulars("u+", "", joined=True)
"""يقرؤه: the indicative of verbs that end in a hamza."""

IMPERATIVE: Final[dict[str, tuple[Row, ...]]] = {
    SOUND: (
        Row(SHORT, "", "", _YOU_M),
        Row(LONG, "i", "ي", _YOU_F),
        Row(LONG, "a", "ا", _YOU_TWO),
        Row(LONG, "u", "وا", _YOU_ALL),
        Row(LONG, "u", "و", _joined(_YOU_ALL)),
        Row(SHORT, "", "ن", _YOU_ALL_F),
    ),
    FINAL_YA: (
        Row(LONG, "a+", "", _YOU_M),
        Row(LONG, "a", "ي", _YOU_F),
        Row(LONG, "a", "يا", _YOU_TWO),
        Row(LONG, "a", "وا", _YOU_ALL),
        Row(LONG, "a", "و", _joined(_YOU_ALL)),
        Row(LONG, "a", "ين", _YOU_ALL_F),
    ),
    FINAL_I: (
        Row(LONG, "i+", "", _YOU_M),
        Row(LONG, "i", "ي", _YOU_F),
        Row(LONG, "i", "يا", _YOU_TWO),
        Row(LONG, "u", "وا", _YOU_ALL),
        Row(LONG, "u", "و", _joined(_YOU_ALL)),
        Row(LONG, "i", "ين", _YOU_ALL_F),
    ),
    FINAL_U: (
        Row(LONG, "u+", "", _YOU_M),
        Row(LONG, "i", "ي", _YOU_F),
        Row(LONG, "u", "وا", _YOU_TWO),
        Row(LONG, "u", "وا", _YOU_ALL),
        Row(LONG, "u", "و", _joined(_YOU_ALL)),
        Row(LONG, "u", "ون", _YOU_ALL_F),
    ),
}
IMPERATIVE[FINAL_YA_AFTER_YA] = IMPERATIVE[FINAL_YA]

DOUBLED_IMPERATIVE: Final = Row(LONG, "", "", _YOU_M)
"""مدّ beside امدد."""
