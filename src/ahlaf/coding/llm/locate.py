"""Where the words of an answer stand in the document.

Three ways, the strictest first: letter for letter (``exact``); with marks, letter variants and Latin capitals
forgiven (``folded``); word for word, with spacing, punctuation and the clitics of each word forgiven (``words``).
What is found is always a stretch of the document, and only that is kept: an answer's own letters never are.

A name never begins or ends inside another word, but for the clitics that Arabic writes on it: "قطر" stands in
"وقطر" and not in "قطرات".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from ahlaf.coding.words.draft import Draft
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Span
from ahlaf.text.views import View
from ahlaf.text.words import PRONOUNS, TOKEN, cuts

How = Literal["exact", "folded", "words"]

_BEFORE: Final = re.compile("[وفأ]?(?:[بلكس]|ال|بال|كال|لل|فلل)?")
"""What may stand before a name in its word: a conjunction, a preposition, the article."""
_BEHIND: Final = frozenset((*PRONOUNS, "ا"))
"""What may stand behind one: a pronoun, or the alef of "قياديا"."""
_ELLIPSIS: Final = re.compile(r"\s*(?:…|\.\.\.+|\[\.\.\.\]|\[…\])\s*")
_APART: Final = 700
"""Letters that the two ends of a quotation with an ellipsis may stand apart."""
_LONGEST_CLITICS: Final = 6
"""Letters; more before or behind a name in its word are none."""
_MOST: Final = 50
"""Places of one string that are kept."""
_LOOKED: Final = 5_000
"""Places of one string that are looked at: a text may be one letter a million times."""
_HOWS: Final[tuple[How, ...]] = ("exact", "folded", "words")


class Found(NamedTuple):
    """A stretch of the document, and in which way it is what was looked for. Offsets are raw."""

    span: Span
    how: How


class Finder:
    """Finds strings in one document."""

    def __init__(self, draft: Draft) -> None:
        self._view: View = draft.view
        self._bare, self._folded = draft.view.bare, draft.view.folded
        self._words = [t for t in draft.toks if t.text[0].isalnum()]
        self._at: dict[str, list[int]] = {}
        for at, token in enumerate(self._words):
            for form in _forms(self._folded[token.start : token.end]):
                self._at.setdefault(form, []).append(at)
        self._raw_at: Sequence[int] | None = draft.view.starts

    def quotation(self, text: str, within: Span) -> list[Found]:
        """Every place of a quotation inside a stretch; one with … in it is found by its parts, in their order."""
        parts = [p for p in _ELLIPSIS.split(text) if p]
        if not parts:
            return []
        firsts = self.name(parts[0], within) or self.glued(parts[0], within)
        found = []
        for first in firsts:
            span: Span | None = first.span
            how = first.how
            for part in parts[1:]:
                assert span is not None
                room = Span(span.end, min(within.end, span.start + _APART))
                following = next(iter(self.name(part, room)), None) if room.start < room.end else None
                if following is None:
                    span = None
                    break
                span = span.cover(following.span)
                how = max(how, following.how, key=_HOWS.index)
            if span is not None:
                found.append(Found(span, how))
        return found

    def word(self, text: str, within: Span) -> Found | None:
        """The first place of the words that carry a relation: together, else apart, else glued to their neighbours."""
        found = self.name(text, within)
        return found[0] if found else self._scattered(text, within) or next(iter(self.glued(text, within, 3)), None)

    def name(self, text: str, within: Span) -> list[Found]:
        """Every place of a name or phrase inside a stretch, by the strictest way that finds any."""
        view = View.of(text.strip())
        if not view.bare.strip():
            return []
        first, end = self._bare_span(within)
        runs = list(self._runs(self._bare, view.bare, first, end)) or self._runs(self._folded, view.folded, first, end)
        hits = [Found(span, "exact" if span.of(self._view.raw) == view.raw else "folded") for span in (self._raw(*r) for r in runs)]
        if not hits:
            hits = [Found(self._raw(a, b), "words") for a, b in self._by_words(view.folded, first, end)]
        return hits

    def glued(self, text: str, within: Span, shortest: int = 5) -> list[Found]:
        """Letters as they stand, inside words too, for a heading is often glued to the words before it; nothing very short."""
        if len(text) < shortest:
            return []
        found: list[Found] = []
        at = self._view.raw.find(text, within.start, within.end)
        while at >= 0 and len(found) < _MOST:
            found.append(Found(Span(at, at + len(text)), "exact"))
            at = self._view.raw.find(text, at + 1, within.end)
        return found

    # -- the ways ----------------------------------------------------------------------------------------

    def _scattered(self, text: str, within: Span) -> Found | None:
        """Words that all stand inside a stretch, with others between them: "شنت … هجوما".

        What is given back is the longest run of them that stands together, for a trigger is one stretch.
        """
        first, end = self._bare_span(within)
        taken: list[int] = []
        for word in TOKEN.findall(View.of(text).folded):
            if not word[0].isalnum():
                continue
            places = [
                p for p in self._places(_forms(word)) if p not in taken and first <= self._words[p].start and self._words[p].end <= end
            ]
            if not places:
                return None
            behind = taken[-1] if taken else -1
            taken.append(next((p for p in places if p > behind), places[0]))
        if not taken:
            return None
        runs: list[tuple[int, int]] = []
        for at in sorted(taken):
            if runs and runs[-1][1] == at - 1:
                runs[-1] = (runs[-1][0], at)
            else:
                runs.append((at, at))
        one, two = max(runs, key=lambda r: self._words[r[1]].end - self._words[r[0]].start)
        return Found(self._raw(self._words[one].start, self._words[two].end), "words")

    def _runs(self, text: str, wanted: str, first: int, end: int) -> Iterator[tuple[int, int]]:
        at = text.find(wanted, first, end)
        looked = count = 0
        while at >= 0 and count < _MOST and looked < _LOOKED:
            stop = at + len(wanted)
            looked += 1
            if self._opens(at, wanted) and self._closes(stop, wanted):
                count += 1
                yield at, stop
            at = text.find(wanted, at + 1, end)

    def _opens(self, at: int, wanted: str) -> bool:
        before = self._folded[max(0, at - _LONGEST_CLITICS) : at]
        if not wanted[0].isalnum() or not before[-1:].isalnum():
            return True
        letters = next((k for k in range(1, len(before) + 1) if not before[-k].isalnum()), len(before) + 1) - 1
        return letters < _LONGEST_CLITICS and _BEFORE.fullmatch(before[len(before) - letters :]) is not None

    def _closes(self, stop: int, wanted: str) -> bool:
        behind = self._folded[stop : stop + _LONGEST_CLITICS]
        if not wanted[-1].isalnum() or not behind[:1].isalnum():
            return True
        letters = next((k for k, letter in enumerate(behind) if not letter.isalnum()), len(behind))
        return behind[:letters] in _BEHIND

    def _by_words(self, folded: str, first: int, end: int) -> Iterator[tuple[int, int]]:
        wanted = [_forms(w) for w in TOKEN.findall(folded) if w[0].isalnum()]
        if not wanted:
            return
        count = 0
        for at in self._places(wanted[0]):
            last = at + len(wanted) - 1
            if last >= len(self._words) or count >= _MOST:
                break
            if self._words[at].start < first or self._words[last].end > end:
                continue
            if all(
                not forms.isdisjoint(_forms(self._folded[self._words[at + k].start : self._words[at + k].end]))
                for k, forms in enumerate(wanted)
            ):
                count += 1
                yield self._words[at].start, self._words[last].end

    def _places(self, forms: frozenset[str]) -> list[int]:
        return sorted({at for form in forms for at in self._at.get(form, ())})

    # -- raw and bare --------------------------------------------------------------------------------------

    def _raw(self, start: int, end: int) -> Span:
        return self._view.raw_span(start, end)

    def _bare_span(self, raw: Span) -> tuple[int, int]:
        if self._raw_at is None:
            return raw.start, raw.end
        return bisect_left(self._raw_at, raw.start), bisect_left(self._raw_at, raw.end)


@lru_cache(maxsize=50_000)
def _forms(word: str) -> frozenset[str]:
    """What a folded word may be without its clitics and article; two words are one where they share a form."""
    found = {word, bare_article(word)}
    for cut in cuts(word) if word[0].isalpha() else ():
        if cut.prep == "س" or len(cut.stem) < 3:
            continue
        found.add(bare_article(cut.stem))
        if cut.pronoun and cut.stem.endswith("ت"):
            found.add(bare_article(cut.stem[:-1] + "ه"))  # قيادته is قيادة
    return frozenset(f for f in found if len(f) > 1 or f == word)
