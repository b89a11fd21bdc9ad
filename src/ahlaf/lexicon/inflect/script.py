"""From sounds to letters: the one place that knows where a hamza sits.

Stems are put together in a notation in which every sound shows and nothing else does:
the Arabic consonants and long letters, `a` `i` `u` for the short vowels, `~` for doubling,
`ء` for every hamza whatever its seat, `ٱ` for the helping alef of اِنْضَمَّ. No vowel means sukun.
A long vowel is a short one and its letter: `aا`, `iي`, `uو`.
`+` at the end says that more will follow, so that a last hamza is spelled as a middle one.

>>> sounds("اِنْضَمَّ") == "ٱiنضaم~a"
True
>>> spell("يaسءaل"), spell("سuءiل"), spell("مaسءuول")
('يسأل', 'سئل', 'مسؤول')
"""

from __future__ import annotations

import re
import unicodedata

_MARKS = str.maketrans(
    {
        "\u064e": "a",  # fatha
        "\u064f": "u",  # damma
        "\u0650": "i",  # kasra
        "\u0651": "~",  # shadda
        "\u0652": "",  # sukun
        "\u0670": "ا",  # dagger alef
        "\u0640": "",  # tatweel
        "\u0671": "ا",  # alef with wasla
        "آ": "ءaا",
        "أ": "ء",
        "ؤ": "ء",
        "ئ": "ء",
    }
)
_LETTERS = str.maketrans({"a": "", "i": "", "u": "", "~": "", "+": "", "ٱ": "ا"})
_VOWEL_BEFORE_SHADDA = re.compile("([aiu])~")
_UNMARKED_ALEF = re.compile("(?<=[^aiuٱ])(?=[اى])")
_UNSETTLED = re.compile("uي(?=[^aiu~])|iو(?=[^aiu~])|ء[aiu]ء(?![aiu~])")
_FULL_HAMZAS = str.maketrans("أإآؤئ", "ءءءءء")


def sounds(word: str) -> str:
    """Read a vowelled word into the notation; shadda may stand before or after its vowel.

    >>> sounds("آمَنَ") == "ءaامaنa", sounds("رَمَى") == "رaمaى"
    (True, True)
    """
    text = unicodedata.normalize("NFC", word).replace("إِ", "ءi").replace("إ", "ءi")
    text = _VOWEL_BEFORE_SHADDA.sub(r"~\1", text.translate(_MARKS))
    if text[:1] == "ا":
        text = "ٱ" + text[1:] if text[1:2] in "aiu" else "ٱi" + text[1:]
    elif text[:1] == "ء" and text[1:2] not in "aiu":
        text = "ءa" + text[1:]
    return _UNMARKED_ALEF.sub("a", text)


def radicals(root: str) -> str:
    """Return the letters of a root, every hamza as ء.

    >>> radicals("أيد"), radicals("سأل")
    ('ءيد', 'سءل')
    """
    return root.translate(_FULL_HAMZAS)


def settle(stem: str) -> str:
    """Make a stem pronounceable: uyC is ūC, iwC is īC, and of two hamzas the second is a long vowel.

    >>> settle("uيقiن") == "uوقiن", settle("ءiوقaاف") == "ءiيقaاف", settle("ءaءكuل") == "ءaاكuل"
    (True, True, True)
    """
    return _UNSETTLED.sub(_settled, stem)


def _settled(match: re.Match[str]) -> str:
    found = match[0]
    if found[0] == "u":
        return "uو"
    if found[0] == "i":
        return "iي"
    return found[:2] + {"a": "ا", "i": "ي", "u": "و"}[found[1]]


def spell(word: str) -> str:
    """Write a word of the notation as an editor does, without vowel marks.

    The seat of a hamza follows the strongest vowel beside it (i over u over a over none),
    after a long vowel it stands alone before a, and with a following ā it makes آ.

    >>> [spell(w) for w in ("قaرaءuوا", "قaرaءaا", "يaقرaءuون", "جaاءuوا", "تaسaاءaل", "مuءaي~iد")]
    ['قرؤوا', 'قرآ', 'يقرؤون', 'جاؤوا', 'تساءل', 'مؤيد']

    After a ū the hamza stands alone; a ي without i is a consonant like any other.

    >>> spell("يaسuوءuون"), spell("يaيءaس"), spell("مaوءuود")
    ('يسوءون', 'ييأس', 'موؤود')
    >>> spell("يaقرaء"), spell("يaقرaءu"), spell("يaقرaءu+")
    ('يقرأ', 'يقرأ', 'يقرؤ')
    """
    if "ء" not in word:
        return word.translate(_LETTERS)
    parts: list[str] = []
    done = 0
    at = word.find("ء")
    while at >= 0:
        parts.append(word[done:at])
        seat = _seat(word, at)
        parts.append(seat)
        done = at + 3 if seat == "آ" else at + 1
        at = word.find("ء", done)
    parts.append(word[done:])
    return "".join(parts).translate(_LETTERS)


def _seat(word: str, at: int) -> str:
    """Return the letter for the hamza at `at`; آ stands for it and the two signs after it."""
    after = at + 2 if word[at + 1 : at + 2] == "~" else at + 1
    vowel = word[after : after + 1]
    if vowel not in ("a", "i", "u"):
        vowel = ""
    rest = word[after + len(vowel) : after + len(vowel) + 1]
    long_a = vowel == "a" and rest == "ا"
    if at == 0:
        if vowel == "i":
            return "إ"
        return "آ" if long_a else "أ"
    before = word[at - 1]
    if not rest and (vowel or after == len(word)):  # the last letter, whatever its vowel
        return {"a": "أ", "i": "ئ", "u": "ؤ"}.get(before, "ء")
    if vowel == "i" or before == "i" or word[at - 2 : at] == "iي":
        return "ئ"
    if before == "و" and (vowel != "u" or word[at - 2] == "u"):
        return "ء"
    if vowel == "u" or before == "u":
        return "ؤ"
    if before == "ا":
        return "ء"
    return "آ" if long_a else "أ"
