"""The place and the outlet at the head of a report: "القاهرة - «الخليج»: …", "بغداد: «الخليج»، وكالات …".

Neither says what follows, and the outlet is nobody in it.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.draft import Draft
from ahlaf.lexicon.names import bare_article

_PLACE: Final = 3
"""So many words the place has, at most: "فلسطين المحتلة"."""
_MARKS: Final = frozenset('«»"“”()-–—:،,/')


def end(draft: Draft, first: int, stop: int) -> int:
    """The token behind the dateline that begins at ``first``; ``first`` itself where none does.

    Behind one to three words come marks and outlets alone, and every outlet behind a mark: "دول الخليج: …" is none.
    """
    words, outlets = draft.words, draft.lexicon.groups["outlet"]
    at = first
    while at < min(stop, first + _PLACE) and words[at].kind not in ("punct", "number") and not _says(draft, at):
        at += 1
    named = False
    while first < at < stop:
        word = words[at]
        outlet = words[at - 1].kind == "punct" and bare_article(word.stem) in outlets
        if not outlet and word.bare not in _MARKS:
            break
        named = named or outlet
        at += 1
    return at if named and at < stop else first


def outlets(draft: Draft) -> dict[int, range]:
    """Where the outlets stand that the datelines of a document name, by the sentences that those open."""
    ends = ((index, stretch.first, end(draft, stretch.first, stretch.end)) for index, stretch in enumerate(draft.stretches))
    return {index: range(_place(draft, first, last), last) for index, first, last in ends if last > first}


def _place(draft: Draft, first: int, last: int) -> int:
    """The first mark behind the place of a dateline."""
    return next(at for at in range(first, last) if draft.words[at].kind == "punct")


def opens(draft: Draft, first: int, colon: int) -> bool:
    """Whether what stands from ``first`` to a colon is a dateline: "صنعاء - عادل الصلوي: …", "بغداد زيدان الربيعي: …".

    A place with a dash or one who writes from there behind it says nothing; "بغداد: …" does.
    """
    if end(draft, first, len(draft.words)) > colon - 1:
        return True
    phrase = draft.phrases[draft.at[first]]
    behind = phrase.last + 1
    if draft.words[behind].bare in _DASHES:
        return True
    place = phrase.kind in ("name", "place") and phrase.actor is not None and phrase.actor.kind in _PLACES
    who = draft.phrases[draft.at[behind]] if behind < colon and draft.at[behind] >= 0 else None
    return place and who is not None and who.kind == "person" and who.last + 1 == colon and not who.conj


def _says(draft: Draft, at: int) -> bool:
    """Whether a word is a verb, and no town that is written like one: "ذكرت «رويترز»", but "عدن: «رويترز»"."""
    word = draft.words[at]
    return word.finite and bool(word.entries) and word.fold not in draft.lexicon.places and word.fold not in draft.lexicon.names


_DASHES: Final = frozenset("-–—")
_PLACES: Final = frozenset(("state", "city", "province", "region"))
