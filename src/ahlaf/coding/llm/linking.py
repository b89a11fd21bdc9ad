"""Strings of an answer → ends of a claim: words that stand in the document, and the actor whom the rule book knows by them.

The same words give the same actor as in the rule book's own reading, for the phrases of that reading are asked first;
words that are no phrase of it are looked up by their head as it would look them up.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from ahlaf.coding.actors import unnamed
from ahlaf.coding.llm.locate import Finder, Found, How
from ahlaf.coding.names.namewords import longest_name
from ahlaf.coding.nounphrases import places, wording
from ahlaf.coding.times import dates, numbers
from ahlaf.coding.times.calendars import vocabulary
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.model import Actor, End, Span
from ahlaf.text.views import fold

_KNOWN: Final = frozenset(("name", "person", "organ", "people", "nominal", "nisba", "place"))
_NAMED: Final = frozenset(("name", "person", "place"))


class Linked(NamedTuple):
    """An end whose words were found, how, and the lexicon row that knows it."""

    end: End
    how: How
    ref: str
    missing: tuple[str, ...]
    """Strings that were offered for it and do not stand in the text."""


class Linker:
    """Links the strings of one document's answers."""

    def __init__(self, draft: Draft, finder: Finder) -> None:
        self._draft = draft
        self._finder = finder
        self._whole = Span(0, len(draft.document.text))
        spans = [draft.view.raw_span(t.start, t.end) for t in draft.toks]
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]
        self._dated = dates.find(draft)

    def end(self, strings: Sequence[str], evidence: Span, near: Span, *, strict: bool = False) -> Linked | None:
        """An end of a claim, or a speaker; None where none of its strings stands in the document.

        Args:
            strings: what it is called, the fullest name first.
            evidence: where its words should stand.
            near: the trigger: of several places of a name the nearest counts.
            strict: whether only words that are just a phrase of the rule book's reading are taken for its actor; words
                that only begin one, or stand inside one, are then an actor of their own.
        """
        found: list[tuple[Found, list[Found]]] = []
        missing = []
        for string in strings:
            stands = self._finder.name(string, evidence) or self._finder.name(string, self._whole) or self._finder.glued(string, evidence)
            if stands:
                stands.sort(key=lambda f: _apart(f.span, near))
                found.append((stands[0], stands))
            else:
                missing.append(string)
        if not found:
            return None
        actor, ref = self._actor([stands for _, stands in found], strict=strict)
        nearest = [one for one, _ in found]
        spot = next((f for f in nearest if evidence.start <= f.span.start and f.span.end <= evidence.end), nearest[0])
        names = tuple(dict.fromkeys(self._name(f) for f in nearest))
        return Linked(End(actor, names, spot.span), spot.how, ref, tuple(missing))

    def place(self, string: str, evidence: Span) -> Actor | None:
        """The place that a string of the text names."""
        linked = self.end((string,), evidence, evidence)
        return None if linked is None else linked.end.actor

    def time(self, string: str, evidence: Span, around: Span) -> str | None:
        """The date, in ISO 8601, that stands in a string of the text; None where the string or a date in it is not there."""
        for found in self._finder.name(string, evidence) or self._finder.name(string, around):
            for dated in self._dated:
                if dated.span.overlaps(found.span):
                    return dated.time
        return None

    def number(self, string: str, evidence: Span, around: Span) -> str | None:
        """The number that stands in a string of the text."""
        for found in self._finder.name(string, evidence) or self._finder.name(string, around):
            first, last = self._tokens(found.span)
            words = self._draft.words
            folds = [w.fold for w in words[first : last + 1]]
            for at in range(len(folds)):
                heads = (folds[at], *(c.stem for c in words[first + at].cuts if c.prep or c.conj))
                known = vocabulary(self._draft.lexicon).numerals
                read = next((r for h in heads if (r := numbers.read(folds, at, len(folds), known, h)) is not None), None)
                if read is not None:
                    return str(read[0])
        return None

    # -- who it is -----------------------------------------------------------------------------------------

    def _actor(self, named: Sequence[Sequence[Found]], *, strict: bool) -> tuple[Actor, str]:
        """The actor of the first name that the rule book's reading knows, one with a row of its own before one without."""
        for stands in named:
            known = [k for f in stands if (k := self._known(*self._tokens(f.span), strict=strict)) is not None]
            if known:
                return next((k for k in known if not k[0].known_by_text), known[0])
        first, last = self._tokens(named[0][0].span)
        if first > last:  # no word at all, a sign: nothing that a row could know
            words = named[0][0].span.of(self._draft.document.text)
            return Actor(f"text:{fold(words)}", words), ""
        return unnamed.nominal_actor(self._draft, Phrase(first, last, first, "nominal")), ""

    def _known(self, first: int, last: int, *, strict: bool) -> tuple[Actor, str] | None:
        """Who some tokens are: the phrase that they are, the one that they begin, the name inside another that they are."""
        draft = self._draft
        if first > last:
            return None
        at = draft.at[first]
        phrase = draft.phrases[at] if at >= 0 else None
        head = phrase is not None and phrase.first == first and phrase.kind in _KNOWN
        if phrase is not None and head and (not strict or phrase.last == last) and (actor := places.meant(draft, phrase)) is not None:
            return actor, phrase.ref
        if strict:
            return None
        inside = self._inside(first)
        if inside is not None:
            return inside
        if phrase is not None and phrase.actor is not None and phrase.kind in _NAMED:
            return phrase.actor, phrase.ref
        named = {draft.at[k] for k in range(first, last + 1) if draft.at[k] >= 0 and draft.phrases[draft.at[k]].kind in _NAMED}
        if len(named) == 1 and phrase is None:
            only = draft.phrases[named.pop()]
            return (only.actor, only.ref) if only.actor is not None else None
        pronoun = draft.pronoun_at.get(first, draft.subject_of.get(first, -1))  # "ساندنا": its subject hides in it
        if pronoun >= 0 and first == last and draft.phrases[pronoun].first == first and (actor := draft.phrases[pronoun].actor) is not None:
            return actor, ""
        return (phrase.actor, phrase.ref) if phrase is not None and phrase.actor is not None and phrase.first == first else None

    def _inside(self, at: int) -> tuple[Actor, str] | None:
        """A name or an adjective of origin that stands inside a longer phrase: "داعش" of "مقاتلي داعش"."""
        draft = self._draft
        word = draft.words[at]
        for cut in word.cuts:
            found = longest_name(draft, at, [n for n in draft.lexicon.names.get(cut.stem, ()) if n.strong])
            if found is not None:
                return found[0].actor, found[0].ref
        return (word.nisba.actor, word.nisba.ref) if word.nisba is not None else None

    def _name(self, found: Found) -> str:
        """The words as they stand; found with clitics forgiven, those of the first word are left off."""
        first, last = self._tokens(found.span)
        if found.how != "words" or first > last:
            return found.span.of(self._draft.document.text)
        return wording.plain(self._draft, Phrase(first, last, first, "nominal"))

    def _tokens(self, span: Span) -> tuple[int, int]:
        """The first and last token that a stretch touches."""
        return bisect_right(self._ends, span.start), bisect_left(self._starts, span.end) - 1


def _apart(one: Span, two: Span) -> int:
    return max(0, one.start - two.end, two.start - one.end)
