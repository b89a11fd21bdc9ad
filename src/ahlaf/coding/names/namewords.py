"""The words of a known name, token by token as a text has them: with quotation marks, dashes and brackets between."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.names.quotednames import QUOTES
from ahlaf.coding.words.agreement import without_pronoun
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.word import ADJECTIVE_KINDS
from ahlaf.lexicon.entries import Name
from ahlaf.lexicon.names import bare_article

_INSIDE: Final = frozenset("+-–")
"""Marks that may stand within a name."""


def match_tokens(draft: Draft, at: int, tokens: tuple[str, ...], *, strip: bool) -> int:
    """The last token of a name that begins at ``at`` (its first token being matched already), or -1.

    Quotation marks and dashes inside a name are stepped over: "حزب «الله»", "(باراك) أوباما", "الجبهة الشعبية - القيادة العامة".
    With ``strip`` articles are left out of the comparison.
    """
    if len(tokens) == 1:
        return at
    words = draft.words
    position = at
    for place, wanted in enumerate(tokens[1:], 2):
        position += 1
        while position < len(words) and words[position].kind == "punct" and _stepped_over(draft, at, position):
            position += 1
        if position >= len(words):
            return -1
        word = words[position]
        if strip:
            plain = not (word.conj or word.prep) and wanted in (word.stem, word.fold.removeprefix("ال"))
            if not plain and word.fold != wanted and not _its(draft, position, wanted, last=place == len(tokens)):
                return -1
            if position == at + 1 and _another(draft, at, position):
                return -1
        elif word.fold != wanted and not (word.kind == "number" and word.bare.isdecimal() and str(int(word.bare)) == wanted):
            return -1
    return position


def _its(draft: Draft, position: int, wanted: str, *, last: bool) -> bool:
    """Whether the last word of a name has whose it is tied to it: "وزير | خارجيتها", "رئيس | وزرائها"."""
    word = draft.words[position]
    if not (last and word.pronoun) or word.conj or word.prep:
        return False
    return wanted in (without_pronoun(draft, word), f"{word.stem[:-1]}ه" if word.stem.endswith("ت") else word.stem)


def _another(draft: Draft, at: int, position: int) -> bool:
    """Whether a noun with the article begins somebody else, for nothing is annexed to a noun that has it: "انتقد الرئيس | الحكومة"."""
    word = draft.words[position]
    if not (draft.words[at].definite and word.definite) or word.nisba is not None or word.stem.endswith("يه"):
        return False
    if any(entry.kind in ADJECTIVE_KINDS for entry in word.entries):
        return False  # "الأحزاب المعارضة"
    return any(len(organ.tokens) == 1 for organ in draft.lexicon.organs.get(bare_article(word.stem), ()))


def _stepped_over(draft: Draft, at: int, position: int) -> bool:
    """An opening mark, one that closes what opens before the name, a dash, the plus of "مجموعة ٥+١", the stops of "م.ت.ف"."""
    mark = draft.words[position].bare
    if mark == ".":
        return position + 1 < len(draft.words) and draft.toks[position].end == draft.toks[position + 1].start
    return mark in QUOTES or mark in _INSIDE or (at > 0 and QUOTES.get(draft.words[at - 1].bare) == mark)


def closing(draft: Draft, first: int, last: int) -> int:
    """The mark right behind a name that closes what opened within, "حركة (فتح)", "وكالة «رويترز»"; -1 where none does."""
    behind = draft.words[last + 1].bare if last + 1 < len(draft.words) else ""
    opens = next((mark for mark, closer in QUOTES.items() if closer == behind), "")
    inside = [draft.words[at].bare for at in range(first, last + 1)]
    left = inside.count(opens) - (inside.count(behind) if behind != opens else 0)
    return last + 1 if opens and left % 2 else -1


def longest_name(draft: Draft, at: int, names: list[Name]) -> tuple[Name, int] | None:
    """The longest of the names (sorted so) that stands at ``at``, with its last token."""
    behind = draft.word_behind(at)
    second = behind.fold if behind is not None and behind.kind not in ("punct", "number") else ""  # most names end here
    for name in names:
        if second and len(name.tokens) > 1 and name.tokens[1] != second:
            continue
        last = match_tokens(draft, at, name.tokens, strip=False)
        if last >= 0:
            return name, last
    return None
