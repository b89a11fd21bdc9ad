"""Written forms of the rule book's verbs and nouns, inflected when a text first asks for their like.

Inflecting every verb and noun at once costs more than reading a hundred articles. But the letters that
inflection adds are few (ا و ي ت ن م س ه and hamza); whatever other letters a form has belong to its root
and stand in every form of its word. So words are kept in drawers by those letters, and a drawer is
inflected whole when a text first shows a stem that would lie in it.

>>> skeleton("يدعمون") == skeleton("دعم") == skeleton("مدعومه")
True
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Final

from ahlaf.lexicon.entries import Entry, Lexeme
from ahlaf.lexicon.inflect import Form
from ahlaf.text.views import fold_each

_ADDED: Final = "اويتنمسهءأإآؤئىةٱ"
_WITHOUT_ADDED: Final = {c: chr(c) for c in range(0x600, 0x700)} | {ord(c): None for c in _ADDED}
"""Letters that stay are in it too: ``str.translate`` raises and catches a KeyError for each that is not."""
_TWICE: Final = re.compile(r"(.)\1+", re.DOTALL)

Inflect = Callable[[], Iterable[Form]]
_NOTHING: Final[tuple[Entry, ...]] = ()


def skeleton(stem: str) -> str:
    """The letters of a stem that no inflection adds, a doubled one once (رد and رددت are one word)."""
    return _TWICE.sub(r"\1", stem.translate(_WITHOUT_ADDED))


def _skeletons(stems: Iterable[str]) -> list[str]:
    """The same of many stems, all in one string: they share few skeletons."""
    whole = "\n".join(stems)
    for letter in _ADDED:
        whole = whole.replace(letter, "")
    found = whole.split("\n")
    once = {letters: _TWICE.sub(r"\1", letters) for letters in set(found)}
    return [once[letters] for letters in found]


class Stems:
    """Folded stem → its readings."""

    __slots__ = ("_drawers", "_known", "_waiting")

    def __init__(self) -> None:
        self._waiting: list[tuple[Lexeme, tuple[str, ...], Inflect]] = []
        self._drawers: dict[str, list[tuple[Lexeme, Inflect]]] = {}
        self._known: dict[str, list[Entry]] = {}

    def put(self, lexeme: Lexeme, lemma: str, plurals: Sequence[str], inflect: Inflect) -> None:
        """Keep a word for later; broken plurals may lie in a drawer of their own."""
        self._waiting.append((lexeme, (lemma, *plurals), inflect))

    def get(self, stem: str) -> Sequence[Entry]:
        """The readings of a folded stem, clitics and article off."""
        known = self._known.get(stem)
        if known is not None:
            return known
        self._sort()
        key = skeleton(stem)
        drawer = self._drawers.pop(key, None)
        if drawer is None:
            return _NOTHING
        self._open(key, drawer)
        return self._known.get(stem, _NOTHING)

    def everything(self) -> dict[str, list[Entry]]:
        """Every form of every word: for the validator and for searching, not for reading."""
        self._sort()
        while self._drawers:
            self._open(*self._drawers.popitem())
        return self._known

    def _sort(self) -> None:
        """Lay what was put into drawers."""
        if not self._waiting:
            return
        keys = iter(_skeletons(fold_each(text for _, texts, _ in self._waiting for text in texts)))
        for lexeme, texts, inflect in self._waiting:
            for key in set(islice(keys, len(texts))):
                self._drawers.setdefault(key, []).append((lexeme, inflect))
        self._waiting.clear()

    def _open(self, key: str, drawer: list[tuple[Lexeme, Inflect]]) -> None:
        """Inflect the words of a drawer; forms that lie in another wait for it, so that what was read before changes nothing."""
        known = self._known
        forms = [(lexeme, form) for lexeme, inflect in drawer for form in inflect()]
        texts = fold_each(form.text for _, form in forms)
        for text, letters, (lexeme, form) in zip(texts, _skeletons(texts), forms, strict=True):
            if letters == key:
                entry = Entry(*form[1:], lexeme)
                readings = known.setdefault(text, [])
                if entry not in readings:
                    readings.append(entry)
