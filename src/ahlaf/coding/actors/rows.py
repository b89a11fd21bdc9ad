"""Lists that commas part: closed by "and", in brackets, or of powers alone.

"هددت كندا كينيا، أوغندا | والصومال", "جماعات متطرفة (داعش، حماس)", "تحارب كندا داعش، حماس، حزب الله."
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import FACTIONS
from ahlaf.coding.words.word import BEFORE_NOUN

WITHIN: Final = frozenset(("،", ",", "؛", "»", '"', "”", ")", "(", "«", "“"))
"""Marks that may stand in a list."""


def closed_by_and(draft: Draft, phrase: Phrase) -> bool:
    """Whether a و closes soon after the list in which a comma stands: "دعمت كندا كينيا، | أوغندا والصومال"."""
    for at in range(phrase.last + 1, min(phrase.last + 12, len(draft.words))):
        word = draft.words[at]
        if word.conj == "و" and not BEFORE_NOUN.isdisjoint(word.function):
            return at + 1 < len(draft.words) and draft.at[at + 1] >= 0  # "فرنسا | وبعض الدول"
        if word.conj == "و" and (word.nominal or draft.at[at] >= 0) and not word.finite:
            return draft.at[at] >= 0
        if word.finite or (word.kind == "func" and "conj" not in word.function) or (word.kind == "punct" and word.bare not in WITHIN):
            return False
    return False


def begins(draft: Draft, one: Phrase, two: Phrase) -> bool:
    """Whether a comma was left out between states that begin a list: "دول الشمال، النرويج | الدنمارك وآيسلندا".

    Behind a verb the first is who does it, and the others whom it is done to: "هاجمت روسيا | أوكرانيا وجورجيا".
    """
    index = draft.at[two.last] + 1
    opens = one.first > 0 and draft.words[one.first - 1].bare in _OPENS_A_LIST
    if not opens or two.first != one.named_to + 1 or two.prep or index >= len(draft.phrases):
        return False
    last = draft.phrases[index]
    closes = last.first == two.named_to + 1 and last.conj == "و" and not last.prep
    return closes and all(p.kind == "name" and p.actor is not None and p.actor.kind == "state" for p in (one, two, last))


def without_and(draft: Draft, one: Phrase, two: Phrase) -> bool:
    """Whether two are of a row of powers that commas alone part, to its end: of three or more, or in brackets.

    "تحارب كندا داعش، حماس، حزب الله.", "جماعات متطرفة (داعش، حماس)".
    """
    first, last = draft.at[one.first], draft.at[two.first]
    while first > 0 and _comma_between(draft, first - 1, first):
        first -= 1
    while last + 1 < len(draft.phrases) and _comma_between(draft, last, last + 1):
        last += 1
    opens, ends = draft.phrases[first].first - 1, draft.phrases[last].named_to + 1
    closing = draft.words[ends].bare if ends < draft.stretches[two.sentence].end else "."
    bracketed = closing == ")" and opens >= 0 and draft.words[opens].bare == "("
    return (last - first >= _ROW - 1 or bracketed) and closing in _ENDS_A_ROW


def _comma_between(draft: Draft, one: int, two: int) -> bool:
    """Whether nothing but a comma parts two powers of one kind, the first of whom has a name."""
    a, b = draft.phrases[one], draft.phrases[two]
    one_kind = a.kind == "name" and _power(a) != "" and (_power(a) == _power(b) or _is_a_power(draft, b))
    return one_kind and not b.prep and not b.conj and b.first == a.named_to + 2 and draft.words[a.named_to + 1].bare in "،,"


def _power(phrase: Phrase) -> str:
    """What kind of power somebody is by his name; empty for others."""
    kind = phrase.actor.kind if phrase.kind == "name" and phrase.actor is not None else ""
    return "group" if kind in FACTIONS else kind if kind == "state" else ""


def _is_a_power(draft: Draft, phrase: Phrase) -> bool:
    """Whether one word with its article means a power: "النظام", "المعارضة"."""
    noun = draft.words[phrase.head].generic
    alone = phrase.kind in ("nominal", "organ") and phrase.definite and phrase.first == phrase.last
    return alone and noun is not None and noun.kind in _POWERS


_POWERS: Final = frozenset(("state", "party", "armed-group", "organ"))
_ROW: Final = 3
_ENDS_A_ROW: Final = frozenset((".", ")", "؛", "!", "؟", "…"))
_OPENS_A_LIST: Final = frozenset("،:(")
