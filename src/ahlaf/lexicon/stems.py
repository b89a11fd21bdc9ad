"""Written forms of the rule book's verbs and nouns, inflected when a text first asks for their like.

Inflecting every verb and noun at once costs more than reading a hundred articles. But the letters that
inflection adds are few (ا و ي ت ن م س ه and hamza); whatever other letters a form has belong to its root
and stand in every form of its word. So words are kept in drawers by those letters:

>>> skeleton("يدعمون") == skeleton("دعم") == skeleton("مدعومه")
True

What a drawer holds is still too much: of one root there are verbs in ten forms. But a word keeps all
letters of its lemma but the weak ones (an استقبل its س and ت); so a drawer has a box for each such *core*,
and a box is inflected when a text first shows a stem that has these letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import count
from operator import itemgetter
from threading import RLock
from typing import Final, NamedTuple

from ahlaf.lexicon.entries import Entry, Lexeme
from ahlaf.lexicon.inflect import Form
from ahlaf.text.views import fold_each

_ADDED: Final = "اويتنمسهءأإآؤئىةٱ"
_WITHOUT_ADDED: Final = {c: chr(c) for c in range(0x600, 0x700)} | {ord(c): None for c in _ADDED}
"""Letters that stay are in it too: ``str.translate`` raises and catches a KeyError for each that is not."""
_WEAK: Final = "اويء"
_TWICE: Final = re.compile(r"(.)\1+", re.DOTALL)

Inflect = Callable[[], Iterable[Form]]
_NOTHING: Final[tuple[Entry, ...]] = ()


def skeleton(stem: str) -> str:
    """The letters of a stem that no inflection adds, a doubled one once (رد and رددت are one word)."""
    return _TWICE.sub(r"\1", stem.translate(_WITHOUT_ADDED))


def cores(lemmas: Iterable[str]) -> list[str]:
    """The letters of each lemma that stand in all forms of its word, in this order.

    >>> cores(["اِسْتَقْبَلَ", "دولة", "مدّ"])
    ['ستقبل', 'دل', 'مد']
    """
    return _each_without(_WEAK, fold_each(_each_without("ة", lemmas)))


def _each_without(letters: str, words: Iterable[str]) -> list[str]:
    """Many words without some letters, and a doubled one once; all in one string, and what is alike done once."""
    many = list(words)
    whole = "\n".join(many)
    for letter in letters:
        whole = whole.replace(letter, "")
    found = whole.split("\n") if many else []
    once = {word: _TWICE.sub(r"\1", word) for word in set(found)}
    return [once[word] for word in found]


def _has(word: str, core: str) -> bool:
    at = 0
    for letter in core:
        at = word.find(letter, at) + 1
        if not at:
            return False
    return True


class _Word(NamedTuple):
    """A word that waits; its number keeps readings in one order, whatever was asked before."""

    number: int
    lexeme: Lexeme
    inflect: Inflect


class Stems:
    """Folded stem → its readings."""

    __slots__ = ("_drawers", "_forms", "_known", "_lock", "_numbers", "_waiting")

    def __init__(self) -> None:
        self._lock = RLock()
        self._numbers = count()
        self._waiting: list[tuple[_Word, tuple[str, ...]]] = []
        self._drawers: dict[str, dict[str, list[_Word]]] = {}
        self._forms: dict[str, list[tuple[int, Form, Lexeme]]] = {}
        """Inflected, and not asked for so far."""
        self._known: dict[str, list[Entry]] = {}

    def put(self, lexeme: Lexeme, lemma: str, plurals: Sequence[str], inflect: Inflect) -> None:
        """Keep a word for later; broken plurals may lie in a drawer of their own."""
        self._waiting.append((_Word(next(self._numbers), lexeme, inflect), (lemma, *plurals)))

    def get(self, stem: str) -> Sequence[Entry]:
        """The readings of a folded stem, clitics and article off."""
        known = self._known.get(stem)
        if known is not None:
            return known
        with self._lock:
            self._sort()
            key = skeleton(stem)
            boxes = self._drawers.get(key, {})
            wanted = [core for core in boxes if _has(stem, core)]
            if wanted:
                self._open(key, [word for core in wanted for word in boxes.pop(core)])
            return self._read(stem) if stem in self._forms else self._known.get(stem, _NOTHING)

    def everything(self) -> dict[str, list[Entry]]:
        """Every form of every word: for the validator and for searching, not for reading."""
        with self._lock:
            self._sort()
            for key, boxes in self._drawers.items():
                self._open(key, [word for box in boxes.values() for word in box])
            self._drawers.clear()
            for stem in list(self._forms):
                self._read(stem)
            return self._known

    def _sort(self) -> None:
        """Lay what was put into drawers."""
        if not self._waiting:
            return
        folded = fold_each(text for _, texts in self._waiting for text in texts)
        keys = _each_without(_ADDED, folded)
        done = 0
        for (word, texts), core in zip(self._waiting, cores(texts[0] for _, texts in self._waiting), strict=True):
            here = slice(done, done + len(texts))
            done = here.stop
            sure = all(_has(text, core) for text in folded[here])  # of إنسان, ناس nothing is known of the other forms
            for key in set(keys[here]):
                self._drawers.setdefault(key, {}).setdefault(core if sure else "", []).append(word)
        self._waiting.clear()

    def _open(self, key: str, words: list[_Word]) -> None:
        """Inflect some words of a drawer; forms that lie in another wait for it."""
        forms = [(number, form, lexeme) for number, lexeme, inflect in words for form in inflect()]
        texts = fold_each(form.text for _, form, _ in forms)
        for text, letters, form in zip(texts, _each_without(_ADDED, texts), forms, strict=True):
            if letters == key:
                self._forms.setdefault(text, []).append(form)

    def _read(self, stem: str) -> list[Entry]:
        """Make the readings of a stem, each once, in the order in which the words were put."""
        forms = sorted(self._forms.pop(stem), key=itemgetter(0))
        known = self._known[stem] = list(dict.fromkeys(Entry(*form[1:], lexeme, form.text) for _, form, lexeme in forms))
        return known
