"""Tokens → sentences with their kind, and quotations with their nesting.

Arabic opinion prose runs on: a sentence here ends at a full stop, a question or exclamation mark or a
line break, never at a comma; the clauses inside it are the coder's business. A full stop after a single
letter (an initial, "د.") or inside a number ends nothing.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from ahlaf.text.views import fold
from ahlaf.text.words import Token

Kind = Literal["prose", "heading", "byline", "tail"]
TELLING: Final = frozenset(("prose", "heading"))
"""Kinds of sentences that tell something; a byline and a tail say who wrote it and what else there is to read."""

_ENDS: Final = frozenset(".!؟?…")
_COMMAS: Final = frozenset("،,؛;")
_NONE: Final[Mapping[str, str]] = MappingProxyType({})
_SPELLED: Final = 3
"""Letters of one part of a name from abroad that is spelled with stops."""
_OPEN: Final = {"«": "»", "“": "”", "„": "”", "‹": "›", "(": ")", "[": "]", "﴾": "﴿"}
_CLOSE: Final = frozenset(_OPEN.values())
_PLAIN_QUOTES: Final = frozenset("\"'")


class Stretch(NamedTuple):
    """A sentence as a range of tokens, end excluded."""

    first: int
    end: int
    kind: Kind


class Quote(NamedTuple):
    """What stands between quotation marks or brackets: the tokens inside, end excluded; depth 1 is outermost."""

    first: int
    end: int
    depth: int
    mark: str


def sentences(toks: Sequence[Token], bylines: Container[str] = (), tails: Mapping[str, str] = _NONE) -> list[Stretch]:
    r"""The sentences of a text; line breaks belong to none.

    Args:
        toks: the tokens of the text.
        bylines: the first words, folded, of a line that names who wrote the text.
        tails: the first words, folded, of what stands on a page behind its text: one to three of them, a space between;
            a note says which begin one of ``ANY_LENGTH``.

    >>> from ahlaf.text.words import tokens
    >>> text = "عنوان قصير\nقال د. سعيد ذلك. ثم مضى"
    >>> [(s.kind, s.end - s.first) for s in sentences(tokens(text))]
    [('heading', 2), ('prose', 6), ('prose', 2)]
    """
    found: list[Stretch] = []
    first = 0
    in_tail = False
    line_first = True
    seen_prose = False
    count = len(toks)
    for at in range(count + 1):
        text = toks[at].text if at < count else "\n"
        if text[0] == "\n":
            if at > first:
                in_tail = in_tail or _is_tail(toks, first, at, tails)
                kind = _kind(toks, first, at, bylines, whole_line=line_first, seen_prose=seen_prose, in_tail=in_tail)
                seen_prose = seen_prose or kind == "prose"
                found.append(Stretch(first, at, kind))
            first = at + 1
            line_first = True
        elif text in _ENDS and not _is_initial(toks, at):
            following = toks[at + 1].text if at + 1 < count else "\n"
            if following in _ENDS or following in _CLOSE or following in _PLAIN_QUOTES:
                continue
            in_tail = in_tail or _is_tail(toks, first, at, tails)
            found.append(Stretch(first, at + 1, "tail" if in_tail else "prose"))
            seen_prose = True
            first = at + 1
            line_first = False
        elif text in _PLAIN_QUOTES and at > first and toks[at - 1].text in _ENDS and line_first is not None:
            following = toks[at + 1].text if at + 1 < count else "\n"
            if following[0] != "\n" and following[0].isalnum() and toks[at].start == toks[at - 1].end:
                found.append(Stretch(first, at + 1, "tail" if in_tail else "prose"))
                seen_prose = True
                first = at + 1
                line_first = False
    return [part for stretch in found for part in _parts(toks, stretch)]


LONGEST: Final = 600
"""Tokens of a sentence; beyond it nobody writes one, and what looks for something in a sentence would look for ever."""


def _parts(toks: Sequence[Token], stretch: Stretch) -> Iterator[Stretch]:
    """A sentence as it is; what is longer than any sentence in parts, each up to the last comma that it has room for."""
    first, end, kind = stretch
    while end - first > LONGEST:
        commas = (at + 1 for at in range(first + LONGEST - 1, first + LONGEST // 2, -1) if toks[at].text in _COMMAS)
        part = next(commas, first + LONGEST)
        yield Stretch(first, part, kind)
        first = part
    yield Stretch(first, end, kind)


def _is_initial(toks: Sequence[Token], at: int) -> bool:
    """A full stop after a lone letter, or between two short words without a space, is an abbreviation, not an end: "بي.بي.سي"."""
    if toks[at].text != "." or at == 0 or not toks[at - 1].text.isalpha():
        return False
    before, behind = toks[at - 1], toks[at + 1] if at + 1 < len(toks) else None
    glued = behind is not None and before.end == toks[at].start and toks[at].end == behind.start and behind.text.isalpha()
    return len(before.text) == 1 or (behind is not None and glued and max(len(before.text), len(behind.text)) <= _SPELLED)


def _is_tail(toks: Sequence[Token], first: int, end: int, tails: Mapping[str, str]) -> bool:
    """Whether a stretch begins what a page hangs on an article: a short one, or one of any length where its first words say so surely."""
    words = [fold(t.text) for t in toks[first : first + 3]]
    known = {note for count in (1, 2, 3) if (note := tails.get(" ".join(words[:count]))) is not None}
    return bool(known) and (end - first <= _SHORT or ANY_LENGTH in known)


_SHORT: Final = 12
"""A stretch of so many tokens is short."""
ANY_LENGTH: Final = "any length"
"""What a row notes of words that begin no sentence of an article: pages hang all their titles behind them in one line."""


def _kind(
    toks: Sequence[Token], first: int, end: int, bylines: Container[str], *, whole_line: bool, seen_prose: bool, in_tail: bool
) -> Kind:
    if in_tail:
        return "tail"
    words = [t.text for t in toks[first:end] if t.text[0].isalnum()]
    if whole_line and words and len(words) <= 8 and fold(words[0]) in bylines and not seen_prose:
        return "byline"
    if whole_line and len(words) <= 18 and toks[end - 1].text not in _ENDS:
        return "heading"
    return "prose"


def quotations(toks: Sequence[Token]) -> list[Quote]:
    """What stands in quotation marks or brackets, nested ones after the one that holds them.

    A mark that never closes opens nothing; plain quotation marks (") close what they opened.

    >>> from ahlaf.text.words import tokens
    >>> [(q.depth, q.mark) for q in quotations(tokens('قال «إن "الحلف" باق» أمس'))]
    [(1, '«'), (2, '"')]
    """
    found: list[Quote] = []
    stack: list[tuple[str, int, str]] = []
    for at, token in enumerate(toks):
        text = token.text
        if text[0] == "\n":
            stack = [entry for entry in stack if entry[0] not in _PLAIN_QUOTES and entry[0] not in ")]"]
        elif text in _PLAIN_QUOTES and any(s[0] == text for s in stack):
            while stack:
                close, first, mark = stack.pop()
                if close == text:
                    found.append(Quote(first, at, len(stack) + 1, mark))
                    break
        elif text in _PLAIN_QUOTES and _opens(toks, at):
            stack.append((text, at + 1, text))
        elif text in _OPEN:
            stack.append((_OPEN[text], at + 1, text))
        elif text in _CLOSE and any(s[0] == text for s in stack):
            while stack:
                close, first, mark = stack.pop()
                if close == text:
                    found.append(Quote(first, at, len(stack) + 1, mark))
                    break
    return sorted(found, key=lambda q: (q.first, q.depth))


def _opens(toks: Sequence[Token], at: int) -> bool:
    """A plain mark opens where a word follows it at once."""
    return at + 1 < len(toks) and toks[at + 1].start == toks[at].end and toks[at + 1].text[0].isalnum()
