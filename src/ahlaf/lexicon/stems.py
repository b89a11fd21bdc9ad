"""Written forms of the rule book's verbs and nouns, inflected when a text first asks for their like.

Inflecting every verb and noun at once costs more than reading a hundred articles. But the letters that
inflection adds are few (ا و ي ت ن م س ه and hamza); whatever other letters a form has belong to its root
and stand in every form of its word. So words are kept in drawers by those letters, and a drawer is
inflected whole when a text first shows a stem that would lie in it.

>>> skeleton("يدعمون") == skeleton("دعم") == skeleton("مدعومه")
True
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from ahlaf.lexicon.entries import Entry, Lexeme
from ahlaf.lexicon.inflect import Form
from ahlaf.text.views import fold

_ADDED: Final = {ord(c): None for c in "اويتنمسهءأإآؤئىةٱ"}

Inflect = Callable[[], Iterable[Form]]
_NOTHING: Final[tuple[Entry, ...]] = ()


def skeleton(stem: str) -> str:
    """The letters of a stem that no inflection adds, a doubled one once (رد and رددت are one word)."""
    letters = stem.translate(_ADDED)
    return "".join(c for at, c in enumerate(letters) if not at or c != letters[at - 1])


class Stems:
    """Folded stem → its readings."""

    __slots__ = ("_drawers", "_known")

    def __init__(self) -> None:
        self._drawers: dict[str, list[tuple[Lexeme, Inflect]]] = {}
        self._known: dict[str, list[Entry]] = {}

    def put(self, lexeme: Lexeme, lemma: str, plurals: Sequence[str], inflect: Inflect) -> None:
        """Keep a word for later; broken plurals may lie in a drawer of their own."""
        for key in {skeleton(fold(text)) for text in (lemma, *plurals)}:
            self._drawers.setdefault(key, []).append((lexeme, inflect))

    def get(self, stem: str) -> Sequence[Entry]:
        """The readings of a folded stem, clitics and article off."""
        key = skeleton(stem)
        drawer = self._drawers.pop(key, None)
        if drawer is not None:
            self._open(key, drawer)
        return self._known.get(stem, _NOTHING)

    def everything(self) -> dict[str, list[Entry]]:
        """Every form of every word: for the validator and for searching, not for reading."""
        while self._drawers:
            self._open(*self._drawers.popitem())
        return self._known

    def _open(self, key: str, drawer: list[tuple[Lexeme, Inflect]]) -> None:
        """Inflect the words of a drawer; forms that lie in another wait for it, so that what was read before changes nothing."""
        known = self._known
        for lexeme, inflect in drawer:
            for form in inflect():
                text = fold(form.text)
                if skeleton(text) != key:
                    continue
                entry = Entry(form.kind, form.person, form.gender, form.number, form.voice, form.joined, lexeme)
                readings = known.setdefault(text, [])
                if entry not in readings:
                    readings.append(entry)
