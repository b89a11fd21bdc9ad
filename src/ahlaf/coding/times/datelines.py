"""The place and the outlet at the head of a report: "القاهرة - «الخليج»: …", "بغداد: «الخليج»، وكالات …".

Neither says what follows, and the outlet is nobody in it.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.words.draft import Draft
from ahlaf.lexicon.names import bare_article

_PLACE: Final = 3
"""So many words the place has, at most: "فلسطين المحتلة"."""
_OPENS: Final = frozenset('«"“(')
_MARKS: Final = frozenset('«»"“”()-–—:،,/')


def end(draft: Draft, first: int, stop: int) -> int:
    """The token behind the dateline that begins at ``first``; ``first`` itself where none does.

    Behind a place of one to three words come marks and outlets alone: "دول الخليج: …" is none. "القاهرة، الخليج يدعم مصر"
    and "بحسب «رويترز»، …" are sentences.
    """
    words = draft.words
    if first >= stop or not _begins_place(draft, first):
        return first
    at = first
    while at < min(stop, first + _PLACE) and words[at].kind not in ("punct", "number") and not _says(draft, at):
        at += 1
    named = False
    while first < at < stop:
        outlet = _brings(draft, at, stop, named=named)
        if not outlet and words[at].bare not in _MARKS:
            break
        named = named or outlet
        at += 1
    return at if named and at < stop else first


def _begins_place(draft: Draft, at: int) -> bool:
    """Whether a place begins with a token, or "عواصم", which stands for several."""
    word = draft.words[at]
    several = word.generic is not None and word.generic.kind == "state" and word.number == "p" and not word.definite
    return several or word.fold in draft.lexicon.places or any(n.actor.kind in _PLACES for n in draft.lexicon.names.get(word.fold, ()))


def _brings(draft: Draft, at: int, stop: int, *, named: bool) -> bool:
    """Whether a token is an outlet behind a mark: in marks of its own, or no mere comma before the first of them and a mark behind it."""
    words = draft.words
    if words[at - 1].kind != "punct" or bare_article(words[at].stem) not in draft.lexicon.groups["outlet"]:
        return False
    closed = at + 1 < stop and words[at + 1].kind == "punct"
    return words[at - 1].bare in _OPENS or (closed and (named or words[at - 1].bare not in "،,"))


def outlets(draft: Draft) -> dict[int, range]:
    """Where the outlets stand that the datelines of a document name, by the sentences that those open."""
    ends = ((index, stretch.first, end(draft, stretch.first, stretch.end)) for index, stretch in enumerate(draft.stretches))
    return {index: range(_place(draft, first, last), last) for index, first, last in ends if last > first}


def _place(draft: Draft, first: int, last: int) -> int:
    """The first mark behind the place of a dateline."""
    return next(at for at in range(first, last) if draft.words[at].kind == "punct")


def opens(draft: Draft, first: int, colon: int) -> bool:
    """Whether what stands from ``first`` to a colon is a dateline: "صنعاء - عادل الصلوي: …", "بغداد زيدان الربيعي: …".

    A place with a dash or one who writes from there behind it says nothing; "بغداد: …" does, but where news begin behind it.
    """
    if end(draft, first, len(draft.words)) > colon - 1:
        return True
    phrase = draft.phrases[draft.at[first]]
    behind = phrase.last + 1
    if draft.words[behind].bare in _DASHES:
        return True
    place = phrase.kind in ("name", "place") and phrase.actor is not None and phrase.actor.kind in _PLACES
    if place and behind == colon and _begins_news(draft, first, colon + 1):
        return True
    who = draft.phrases[draft.at[behind]] if behind < colon and draft.at[behind] >= 0 else None
    return place and who is not None and who.kind == "person" and who.last + 1 == colon and not who.conj


def _begins_news(draft: Draft, town: int, at: int) -> bool:
    """Whether a paragraph opens with a town and tells behind its colon what another did: "الرباط: | أعلنت وزارة النقل"."""
    prose = draft.stretches[draft.sentence_of[town]].kind == "prose" and draft.words[town].fold in draft.lexicon.places
    subject = draft.subject_of.get(at, -1)
    past = any(e.kind == "perfect" for e in draft.words[at].third)
    return prose and past and subject >= 0 and draft.phrases[subject].first > at


def _says(draft: Draft, at: int) -> bool:
    """Whether a word is a verb, and no town that is written like one: "ذكرت «رويترز»", but "عدن: «رويترز»"."""
    word = draft.words[at]
    return word.verb and word.fold not in draft.lexicon.places and word.fold not in draft.lexicon.names


_DASHES: Final = frozenset("-–—")
_PLACES: Final = frozenset(("state", "city", "province", "region"))
