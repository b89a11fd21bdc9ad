"""What a damma on a verb's first letter says: "قُصفت كينيا", "تُفرض العقوبات" are done to whom they tell of.

It is the one vowel that writers set, where a verb is written alike in both voices, so that it is not taken for the active.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.words.word import THIRD, Word
from ahlaf.text.views import View, strip_marks
from ahlaf.text.words import Cut, Token

_DAMMA: Final = "\u064f"
_SHADDA: Final = "\u0651"
_CLITICS: Final = 2
"""So many letters stand before the first one of a verb, at most: "وسيُعقد"."""
_FOUR: Final = 4


def written(view: View, token: Token) -> int:
    """The letter of a token, of its first three, that bears a damma; -1 for none."""
    first, letters = token.start, min(_CLITICS + 1, token.end - token.start)
    if _DAMMA not in view.raw_span(first, first + letters).of(view.raw):
        return -1  # nearly every word
    bears = (at for at in range(letters) if _DAMMA in view.raw_span(first + at, first + at + 1).of(view.raw))
    return next(bears, -1)


def is_on_and(cut: Cut, damma: int) -> bool:
    """Whether a cut takes the letter that bears a damma for "and", which never does: "وُضع"."""
    return 0 <= damma < len(cut.conj)


def is_passive(word: Word, lemma: str) -> bool:
    """Whether a damma tells that a word, as a form of that verb, is in the passive: "قُتل", "يُهزم".

    A verb of four letters begins so in either voice in what is being done, "يُهاجم", and where "I" did it a hollow one, "قُلت".
    """
    if word.damma < 0 or word.damma != len(word.conj) + len(word.prep):
        return False
    own = [e for e in word.tensed if e.lexeme.lemma == lemma and e.person == THIRD]
    return any(e.kind == "perfect" or _letters(lemma) != _FOUR for e in own)


def _letters(lemma: str) -> int:
    """The letters of a verb's perfect, a doubled one counted twice."""
    return len(strip_marks(lemma).replace("آ", "أا")) + lemma.count(_SHADDA)
