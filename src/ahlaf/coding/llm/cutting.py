"""Long documents in pieces that a model can take: cut at sentence ends, each with the end of the one before it.

What the pieces before one spoke of goes along as a short list of names, so that a pronoun at the beginning of a piece
can be resolved. The list comes from the rule book's reading of the whole document, not from a model's answers: the
pieces can be asked about side by side, in any order, and an answer kept from earlier stays good.
"""

from __future__ import annotations

from collections import Counter
from typing import Final, NamedTuple

from ahlaf.coding.nounphrases import wording
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.kinds import SOMEBODY_OR_MANY
from ahlaf.model import Span
from ahlaf.text.split import TELLING

_PAUSES: Final = frozenset("،,؛;:")
NAMES: Final = 20
"""Names that go along with a piece."""


class Piece(NamedTuple):
    """A stretch of a document that is asked about at once; ``fresh`` is where what no earlier piece had begins."""

    span: Span
    fresh: int


def pieces(draft: Draft, longest: int, overlap: int) -> list[Piece]:
    """A document's pieces, in order; none where it has no words. Bylines and "read also" at either end are left out."""
    units = _units(draft, Span(0, len(draft.document.text)), longest)
    text = draft.document.text
    return [piece for piece in _joined(units, longest, overlap) if any(letter.isalnum() for letter in piece.span.of(text))]


def halves(draft: Draft, piece: Piece) -> list[Piece]:
    """A piece in two, without overlap, at the sentence end nearest to its middle; itself alone where it can't be cut."""
    longest = max(200, -(-(piece.span.end - piece.span.start) // 2))
    units = _units(draft, piece.span, longest)
    if len(units) < 2:
        return [piece]
    middle = (piece.span.start + piece.span.end) / 2
    at = min(range(1, len(units)), key=lambda k: abs(units[k].start - middle))
    cut = units[at].start
    return [
        Piece(Span(piece.span.start, units[at - 1].end), min(piece.fresh, units[at - 1].end)),
        Piece(Span(cut, piece.span.end), max(piece.fresh, cut)),
    ]


def met(draft: Draft, piece: Piece) -> list[str]:
    """The fullest names of the actors most spoken of before a piece, the most spoken of first."""
    count: Counter[str] = Counter()
    names: dict[str, str] = {}
    for phrase in draft.phrases:
        if draft.span(phrase.first, phrase.first).start >= piece.span.start:
            break
        if phrase.actor is None or phrase.kind not in SOMEBODY_OR_MANY:
            continue
        count[phrase.actor.id] += 1
        words = wording.plain(draft, phrase)
        if len(words.split()) > len(names.get(phrase.actor.id, "").split()):
            names[phrase.actor.id] = words
    return [names[actor] for actor, _ in count.most_common(NAMES)]


def _units(draft: Draft, within: Span, longest: int) -> list[Span]:
    """The sentences of a stretch that are read at all; one longer than a piece may be is cut at commas, or between words."""
    found: list[Span] = []
    for stretch in draft.stretches:
        if stretch.kind not in TELLING:
            continue
        whole = draft.span(stretch.first, stretch.end - 1)
        if not whole.overlaps(within):
            continue
        if _inside(whole, within) and whole.end - whole.start <= longest:
            found.append(whole)
            continue
        inside = [at for at in range(stretch.first, stretch.end) if _inside(draft.span(at, at), within)]
        if not inside:
            continue
        first, pause = inside[0], -1
        for at in inside:
            if at > first and draft.span(first, at).end - draft.span(first, first).start > longest:
                cut = pause + 1 if first <= pause < at else at
                found.append(draft.span(first, cut - 1))
                first = cut
            if draft.toks[at].text in _PAUSES:
                pause = at
        found.append(draft.span(first, inside[-1]))
    return found


def _inside(span: Span, within: Span) -> bool:
    return within.start <= span.start and span.end <= within.end


def _joined(units: list[Span], longest: int, overlap: int) -> list[Piece]:
    """Sentences gathered into pieces, as many as go in; each piece but the first repeats the last ones of its forerunner."""
    found: list[Piece] = []
    first, at = 0, 0
    while at < len(units):
        fresh = at
        while at < len(units) and (at == fresh or units[at].end - units[first].start <= longest):
            at += 1
        found.append(Piece(Span(units[first].start, units[at - 1].end), units[fresh].start))
        first = at
        while first > fresh + 1 and units[at - 1].end - units[first - 1].start <= overlap:
            first -= 1
    return found
