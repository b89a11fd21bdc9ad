"""From a lemma to its stems: what is left of a verb when the endings are taken off.

A perfect is taken apart into its frame: the last two radicals, the vowel between them, and the head before them
(اِسْتَعْ·مَ·ل, قَا·تَ·ل, دَ·عَ·م). The whole paradigm puts new vowels into that frame; weak and doubled
radicals then pull it together by the same four rules everywhere (see `_stem`).
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, TypeAlias

from ahlaf.lexicon.inflect.form import InflectionError
from ahlaf.lexicon.inflect.script import settle
from ahlaf.lexicon.inflect.tables import FINAL_ALEF, FINAL_I, FINAL_U, FINAL_YA, FINAL_YA_AFTER_YA, SOUND

Shape: TypeAlias = Literal["sound", "hollow", "doubled", "defective"]

_LONG_VOWEL: Final = {"a": "aا", "i": "iي", "u": "uو"}
_TO_PASSIVE: Final = str.maketrans({"a": "u", "i": "u", "ا": "و"})
_TO_A: Final = str.maketrans({"u": "a", "i": "a"})
_OPEN_FORMS: Final = frozenset(("3", "6", "7", "8", "9"))
"""Forms whose head ends in a vowel or a long vowel; form 1 does so in the perfect only."""
_U_PREFIX: Final = frozenset(("2", "3", "4", "q1"))
_KEEPS_A: Final = frozenset(("5", "6", "q2"))
_NO_PASSIVE: Final = frozenset(("7", "9", "q4"))
_REPEATS_LAST: Final = frozenset(("9", "q4"))
"""احمرّ, اطمأنّ: the last radical is said twice."""
_HEADS: Final = {
    "2": ("",),
    "3": ("",),
    "4": ("ءa",),
    "5": ("تa", "ٱi"),
    "6": ("تa", "ٱi"),
    "7": ("ٱiن", "ٱiم~"),
    "8": ("ٱi",),
    "9": ("ٱi",),
    "10": ("ٱiست", "ٱiسط"),
    "q1": ("",),
    "q2": ("تa",),
    "q4": ("ٱi",),
}
FORMS: Final = ("1", *_HEADS)
_WEAK: Final = frozenset("وي")
_SEEING: Final = "رءي"
"""رأى loses its hamza in the imperfect and in form 4, as no other verb does."""
_SHORT_IMPERATIVE: Final = frozenset(("ءكل", "ءخذ", "ءمر"))


class Frame(NamedTuple):
    """A stem taken apart: head, last radical but one (with ~ where doubled), vowel, last radical, shape."""

    head: str
    middle: str
    vowel: str
    last: str
    shape: Shape


class Stem(NamedTuple):
    """What endings are added to: before a vowel, before a consonant, and which table of endings."""

    long: str
    short: str
    ending: str = SOUND


class Stems(NamedTuple):
    """All stems of a verb. Those of the imperfect begin with the vowel of the prefix."""

    perfect: Stem
    imperfect: Stem | None
    imperative: Stem | None
    active: Stem | None
    perfect_passive: Stem | None
    imperfect_passive: Stem | None
    passive_participle: Stem | None
    frame: Frame


_FROZEN: Final = {"لaيس": Stem("لaيس", "لaس"), "عaسaى": Stem("عaس", "عaس", FINAL_YA)}
"""Verbs that have a perfect and nothing else."""


def frame_of(word: str) -> Frame | None:
    """Take a stem without its last vowel apart, or return None where it is not vowelled to the end.

    >>> frame_of("ٱiنضaم~") == Frame(head="ٱiنضa", middle="م", vowel="a", last="م", shape="doubled")
    True
    >>> frame_of("قuول") == Frame(head="ق", middle="", vowel="u", last="ل", shape="hollow")
    True
    """
    if len(word) < 3:
        return None
    last, before = word[-1], word[-2]
    if last == "~":
        return Frame(word[:-2], before, "a", before, "doubled")
    if (last in "اى" and before == "a") or (last == "ي" and before == "i") or (last == "و" and before == "u"):
        head, middle = _cut(word[:-2])
        return Frame(head, middle, before, last, "defective")
    if before in "اوي" and _LONG_VOWEL.get(word[-3], "")[1:] == before:
        return Frame(word[:-3], "", word[-3], last, "hollow")
    if before in "aiu":
        head, middle = _cut(word[:-2])
        return Frame(head, middle, before, last, "sound")
    return None


def _cut(word: str) -> tuple[str, str]:
    size = 2 if word[-1] == "~" else 1
    return word[:-size], word[-size:]


def _stem(
    head: str, middle: str, vowel: str, last: str, shape: Shape, *, opened: bool, ending: str = "", settled: bool = True
) -> Stem:
    """Put a frame together; `opened` says that its head ends in a vowel.

    sound: all is said. Doubled: the vowel goes (اِنْضَمَّ), after a closed head into the head (يُعِدّ), unless a consonant
    follows (انضممت). Hollow: a closed head takes the vowel long, an open one has ā (ī in the passive), short before a
    consonant (قال, قلت). Defective: the last radical and its vowel become part of the ending.
    """
    if shape == "defective":
        if not ending:
            ending = FINAL_I if vowel == "i" else FINAL_YA_AFTER_YA if middle[0] == "ي" else FINAL_YA
        long = short = head + middle
    elif shape == "doubled":
        long = f"{head if opened else head + vowel}{middle}~"
        short = head + middle + vowel + last
    elif shape == "hollow":
        if opened:
            vowel = "i" if head[-1] == "u" and vowel == "i" else "a"
            head = head[:-1]
        long = head + _LONG_VOWEL[vowel] + last
        short = head + vowel + last
    else:
        long = short = head + middle + vowel + last
    if not settled:
        return Stem(long, short, ending or SOUND)
    settled_long = settle(long)
    return Stem(settled_long, settled_long if short is long else settle(short), ending or SOUND)


def stems_of(lemma: str, root: str, form: str, imperfect: str) -> Stems:
    """Return the stems of a verb; all arguments are in the notation, root in radicals."""
    if form not in FORMS:
        raise InflectionError(f"no form {form!r}: it is one of {', '.join(FORMS)}")
    size = 4 if form[0] == "q" else 3
    if len(root) != size:
        raise InflectionError(f"root {root!r} has {len(root)} letters, form {form} needs {size}")
    if "ا" in root or "ى" in root:
        raise InflectionError(f"root {root!r}: a weak letter of a root is و or ي")
    word = lemma[:-1] if lemma[-1:] == "a" else lemma
    if not imperfect and word in _FROZEN:
        return Stems(_FROZEN[word], None, None, None, None, None, None, Frame("", "", "", "", "sound"))
    passive = _is_passive(word, form)
    if passive:
        word = _made_active(word, root, form)
        imperfect = "يa" + imperfect[2:]
    if word.startswith("ءaا") and form == "4" and root[0] == "ء":
        word = "ءaء" + word[3:]
    frame = frame_of(word)
    if frame is None:
        raise InflectionError("lemma is not fully vowelled")
    if form in _REPEATS_LAST:
        root = root[:-1] + root[-1] * 2
    _check(frame, root)
    if form == "1":
        stems = _first(frame, root, imperfect)
    elif word.startswith(_HEADS[form]):
        stems = _derived(frame, form)
    else:
        raise InflectionError(f"lemma does not begin as form {form} does")
    return _only_passive(stems) if passive else stems


def _is_passive(word: str, form: str) -> bool:
    """Whether a lemma is passive: عُنِيَ, سُرَّ, أُعْجِبَ, اُضْطُرَّ, تُوُفِّيَ, قِيلَ."""
    return word[1:2] == "u" or (form == "1" and word[1:3] == "iي")


def _made_active(word: str, root: str, form: str) -> str:
    """Return the active of a passive lemma, whether or not anybody says it."""
    if form in ("3", "6"):
        word = word.replace("uو", "aا")
    word = word.translate(_TO_A)
    if word[0] == "ٱ":
        word = "ٱi" + word[2:]
    if word.endswith("aي"):
        return word[:-1] + ("ا" if form == "1" and root[-1] == "و" else "ى")
    return word[:-2] + "ا" + word[-1] if word[-3:-1] == "aي" else word


def _only_passive(stems: Stems) -> Stems:
    """Turn the stems of a verb so that its passive is all there is of it."""
    if stems.perfect_passive is None or stems.imperfect_passive is None or stems.passive_participle is None:
        raise InflectionError("this form has no passive")
    return Stems(
        perfect=stems.perfect_passive,
        imperfect=stems.imperfect_passive,
        imperative=None,
        active=stems.passive_participle,
        perfect_passive=None,
        imperfect_passive=None,
        passive_participle=None,
        frame=stems.frame,
    )


def _check(frame: Frame, root: str) -> None:
    middle, last = root[-2], root[-1]
    if frame.shape == "defective":
        fits = last in _WEAK and (frame.middle[0] == middle or root == _SEEING)
    elif frame.shape == "hollow":
        fits = middle in _WEAK and frame.last == last
    else:
        fits = frame.middle[0] == middle and frame.last == last
    if not fits:
        raise InflectionError(f"root {root!r} is not in the lemma")


def _derived(frame: Frame, form: str) -> Stems:
    """Forms 2 to 10 and the four-letter roots: everything follows from the perfect."""
    head, middle, _, last, shape = frame
    opened = form in _OPEN_FORMS
    if shape == "hollow" and opened:
        head += "a"
    elif shape == "doubled" and not opened:
        head = head[:-1]
    lead = "ءa" if form == "4" else "ٱi" if head[0] == "ٱ" else ""
    bare = head[len(lead) :]
    vowel = "a" if form in _KEEPS_A else "i"
    prefix = "u" if form in _U_PREFIX else "a"
    settled = form[0] != "q"  # سيطر is سُيطِر in the passive: nobody writes سوطر
    active = _stem(prefix + bare, middle, vowel, last, shape, opened=opened)
    order = Stem(settle(lead + active.long[1:]), settle(lead + active.short[1:]), active.ending)
    passive = perfect_passive = passive_participle = None
    if form not in _NO_PASSIVE:
        perfect_passive = _stem(head.translate(_TO_PASSIVE), middle, "i", last, shape, opened=opened, settled=settled)
        passive = _stem("u" + bare, middle, "a", last, shape, opened=opened)
        passive_participle = _stem("مu" + bare, middle, "a", last, shape, opened=opened)
    return Stems(
        perfect=_stem(head, middle, "a", last, shape, opened=opened),
        imperfect=active,
        imperative=order,
        active=_stem("مu" + bare, middle, "i", last, shape, opened=opened),
        perfect_passive=perfect_passive,
        imperfect_passive=passive,
        passive_participle=passive_participle,
        frame=Frame(head, middle, "a", last, shape),
    )


def _first(frame: Frame, root: str, imperfect: str) -> Stems:
    """Form 1: the perfect and the imperfect each bring their own vowel, and the imperfect must be given."""
    first, middle, last = root[0], root[1], root[2]
    word = imperfect[2:-1] if imperfect.endswith("u") else imperfect[2:]
    present = frame_of(word) if imperfect[:2] == "يa" else None
    if present is None:
        raise InflectionError("a verb of form 1 needs its imperfect, vowelled: يَدْعَمُ")
    if root != _SEEING:
        _check(present, root)
    shape = frame.shape
    head = first + "a"
    ending = ""
    if shape == "defective":
        ending = {"ي": FINAL_I, "ى": FINAL_YA, "ا": FINAL_YA_AFTER_YA if middle == "ي" else FINAL_ALEF}[frame.last]
    perfect = _stem(head, middle, frame.vowel, last, shape, opened=True, ending=ending)
    if shape == "hollow":
        short = first + ("u" if present.vowel == "u" else "i") + last
        perfect = Stem(perfect.long, short)
    active = _present(present)
    base = active
    if root in _SHORT_IMPERATIVE:
        base = Stem("a" + active.long[-3:], "a" + active.short[-3:])
    order = Stem(_with_alef(base.long[1:], present), _with_alef(base.short[1:], present), base.ending)
    if shape == "sound" and frame.vowel == "u":  # كثر، حسن: states, which have no passive
        perfect_passive = passive = passive_participle = None
    else:
        perfect_passive = _stem(first + "u", middle, "i", last, shape, opened=True)
        dropped = present.head if root == _SEEING else first
        passive = _stem("u" + dropped, present.middle if root == _SEEING else middle, "a", last, shape, opened=False)
        passive_participle = Stem(*[_suffered(root, shape, frame)] * 2)
    return Stems(
        perfect=perfect,
        imperfect=active,
        imperative=order,
        active=_doer(root, shape),
        perfect_passive=perfect_passive,
        imperfect_passive=passive,
        passive_participle=passive_participle,
        frame=frame,
    )


def _present(frame: Frame) -> Stem:
    """Return the imperfect stem of form 1, `a` of its prefix before it."""
    head, middle, vowel, last, shape = frame
    ending = ""
    if shape == "doubled":
        vowel, head = head[-1:], head[:-1]
    elif shape == "defective":
        ending = {"ي": FINAL_I, "و": FINAL_U}.get(last, FINAL_YA_AFTER_YA if middle == "ي" else FINAL_YA)
    return _stem("a" + head, middle, vowel, last, shape, opened=False, ending=ending)


def _with_alef(stem: str, frame: Frame) -> str:
    """Put the helping alef before an imperative that would begin with two consonants."""
    if len(stem) < 2 or stem[1] in "aiu~":
        return stem
    return settle(("ٱu" if frame.vowel == "u" else "ٱi") + stem)


def _doer(root: str, shape: Shape) -> Stem:
    """Return the active participle of form 1: داعم, قائل, ماد, رام."""
    first, middle, last = root[0], root[1], root[2]
    if shape == "defective":
        text = f"{first}aا{middle}"
        return Stem(text, text, FINAL_I)
    if shape == "doubled":
        text = f"{first}aا{middle}~"
    elif shape == "hollow" and last == "ء":  # جاءٍ: of the two hamzas the last is a ya
        text = f"{first}aاء"
        return Stem(text, text, FINAL_I)
    elif shape == "hollow":
        text = f"{first}aاءi{last}"
    else:
        text = f"{first}aا{middle}i{last}"
    return Stem(text, text)


def _suffered(root: str, shape: Shape, frame: Frame) -> str:
    """Return the passive participle of form 1: مدعوم, مقول, مبيع, مدعو, مرمي."""
    first, middle, last = root[0], root[1], root[2]
    if shape == "hollow":
        return f"مa{first}uو{last}" if middle == "و" else f"مa{first}iي{last}"
    if shape == "defective":
        return f"مa{first}{middle}uو~" if frame.last == "ا" and last == "و" else f"مa{first}{middle}iي~"
    return settle(f"مa{first}{middle}uو{last}")


def masdar_of(frame: Frame, root: str, form: str) -> tuple[str, bool]:
    """Return the masdar that the form gives, and whether it loses a final ī (تحدٍّ)."""
    head, middle, _, last, shape = frame
    if form == "2":
        if shape == "defective" or last == "ء":
            return f"تa{root[0]}{root[1]}i{'ي' if shape == 'defective' else 'ء'}aة", False
        return f"تa{root[0]}{root[1]}iي{last}", False
    if form in ("3", "q1"):
        noun = f"{'مu' if form == '3' else ''}{head}{middle}"
        if shape == "defective":
            return f"{noun}aاة", False
        return f"{noun}~aة" if shape == "doubled" else f"{noun}a{last}aة", False
    if form in ("5", "6", "q2"):
        if shape == "defective":
            return head + middle, True
        return f"{head}{middle}{'~' if shape == 'doubled' else 'u' + last}", False
    head = head.replace("a", "i")
    if shape == "hollow":
        if form in ("7", "8"):
            return f"{head}يaا{last}", False
        return settle(f"{head}aا{last}aة"), False
    return settle(f"{head}{middle}aا{'ء' if shape == 'defective' else last}"), False
