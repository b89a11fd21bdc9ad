"""When, where, how many and what for: what a clause says of an event beside its two ends.

A detail belongs to a trigger where nothing of its own stands between them: no finite verb, no relative, no
semicolon. Behind the trigger the nearest fits; before it only one that no verb and no other noun of action
stands nearer to ("بعد غزو العراق عام 2003 دعمت…" tells when the invasion was). What is in doubt is left out.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ahlaf.coding.nounphrases import places
from ahlaf.coding.nounphrases.extent import extend
from ahlaf.coding.times import quantities
from ahlaf.coding.times.dates import Dated
from ahlaf.coding.words.draft import VERBS, Draft, Trigger
from ahlaf.coding.words.word import Word
from ahlaf.model import Actor, Span

_REACH: Final = 24
_NEAR: Final = 8
"""Tokens between a governing verb's time or place and the noun of action that shares it."""
_STOPS: Final = frozenset("؛;:.؟?!…")
_COMMAS: Final = frozenset("،,")
_WALLS: Final = frozenset(("relative", "subordinator"))
_AIMS: Final = frozenset(("purpose",))


@dataclass(frozen=True, slots=True)
class Details:
    """What is known of an event beside its ends; what is not known is ``None``."""

    time: str | None = None
    place: Actor | None = None
    number: str | None = None
    purpose: Span | None = None
    counted: bool = False
    """Whether the number counts those to whom it happens."""


def of(draft: Draft, first: int, last: int, ends: tuple[int, int], dated: Sequence[Dated]) -> Details:
    """The details of one event.

    Args:
        draft: with every step done that needs no weighing.
        first: the trigger's first token.
        last: its last one.
        ends: indexes into ``draft.phrases`` of source and target, -1 for none.
        dated: from :func:`ahlaf.coding.times.dates.find`, once for the document.
    """
    sentence = draft.sentence_of[first]
    if sentence < 0:
        return Details()
    clause = _Clause(draft, first, last)
    when = _time(clause, dated)
    number, counted = quantities.of(draft, clause.last, clause.end, ends, dated)
    return Details(
        time=when.time if when else None,
        place=_place(clause, ends),
        number=number,
        purpose=_purpose(clause, ends),
        counted=counted,
    )


class _Clause:
    """How far a trigger's clause reaches: from ``begin`` to ``stop``, the latter not in it."""

    __slots__ = ("begin", "draft", "end", "finite", "first", "last", "senses", "start", "stop")

    def __init__(self, draft: Draft, first: int, last: int) -> None:
        self.draft, self.first, self.last = draft, first, last
        stretch = draft.stretches[draft.sentence_of[first]]
        self.start, self.end = stretch.first, stretch.end
        trigger = _trigger(draft, first)
        self.finite = first in draft.subject_of or (trigger is not None and trigger.form in VERBS)
        self.senses = trigger.senses if trigger is not None else ()
        self.stop = self._forward()
        self.begin = self._backward()

    def _forward(self) -> int:
        words = self.draft.words
        at = self.last + 1
        limit = min(self.end, self.last + 1 + _REACH)
        while at < limit:
            word = words[at]
            if word.kind == "punct" and word.bare in _STOPS:
                break
            told = _verb(self.draft, at) and at not in self.draft.fixed and not _says_whose(words[at - 1], word)
            if told or _wall(word):
                break
            if word.conj == "و" and words[at - 1].bare in _COMMAS:
                break
            at += 1
        return at

    def _backward(self) -> int:
        """Back over at most one verb, the one that governs a noun; a verb behind و opens a clause of its own."""
        words = self.draft.words
        if self.finite and words[self.first].conj:
            return self.first
        allowed = 0 if self.finite else 1
        at = self.first
        limit = max(self.start, self.first - _REACH)
        while at > limit:
            word = words[at - 1]
            if word.kind == "punct" and word.bare in _STOPS:
                break
            if _wall(word):
                break
            if _verb(self.draft, at - 1):
                if not allowed:
                    break
                allowed -= 1
            at -= 1
        return at

    def free(self, at: int) -> bool:
        """Whether what stands before the trigger belongs to nothing nearer: no verb, no noun of action on its left."""
        draft = self.draft
        for left in range(at - 1, max(self.start, at - 12) - 1, -1):
            word = draft.words[left]
            if word.kind == "punct" and (word.bare in _COMMAS or word.bare in _STOPS):
                return True
            if _wall(word):
                return False
            if _verb(draft, left):
                return not self.finite and left >= self.begin and self.first - at <= _NEAR
            if word.senses and not word.finite and (draft.at[left] < 0 or draft.phrases[draft.at[left]].kind == "act"):
                return False
        return True


def _verb(draft: Draft, at: int) -> bool:
    word = draft.words[at]
    if not word.finite or not word.entries or draft.at[at] >= 0:
        return False
    return not word.nominal or at in draft.subject_of


def _wall(word: Word) -> bool:
    """Whether another clause begins here; من, which may also be "who", is taken as a preposition."""
    return not _WALLS.isdisjoint(word.function) and "prep" not in word.function


def _trigger(draft: Draft, first: int) -> Trigger | None:
    at = bisect_left(draft.triggers, first, key=lambda t: t.first)
    return draft.triggers[at] if at < len(draft.triggers) and draft.triggers[at].first == first else None


# -- when -------------------------------------------------------------------------------------------------


def _time(clause: _Clause, dated: Sequence[Dated]) -> Dated | None:
    if not dated:
        return None
    not_then = clause.draft.lexicon.groups["not-then"]
    at = bisect_right(dated, clause.last, key=lambda d: d.first)
    for hit in dated[at:]:
        if hit.first >= clause.stop:
            break
        if hit.prep not in not_then and (not hit.annexed or hit.first == clause.last + 1):
            return hit
    for hit in reversed(dated[:at]):
        if hit.first < clause.begin:
            break
        if hit.last < clause.first and hit.prep not in not_then and not hit.annexed and clause.free(hit.first):
            return hit
    return None


# -- where ------------------------------------------------------------------------------------------------


def _place(clause: _Clause, ends: tuple[int, int]) -> Actor | None:
    draft = clause.draft
    phrases = draft.phrases
    at = bisect_left(phrases, clause.begin, hi=draft.in_order, key=lambda p: p.first)
    before: Actor | None = None
    for index in range(at, draft.in_order):
        phrase = phrases[index]
        if phrase.first >= clause.stop:
            break
        if index in ends or phrase.actor is None or phrase.actor.kind not in places.KINDS or phrase.kind not in ("place", "name"):
            continue
        if clause.first <= phrase.first <= clause.last or not places.is_where(draft, phrase) or _of_office(draft, index):
            continue
        where = places.meant(draft, phrase)
        if phrase.first > clause.last:
            return where
        if clause.free(phrase.first):
            before = where
    return before


def _of_office(draft: Draft, index: int) -> bool:
    """Whether a place is where somebody holds office: "سفير السعودية في لبنان وليد البخاري"."""
    at = draft.phrases[index].first
    return any(p.first < at <= p.named_to and p.named_from > at for p in draft.phrases[max(0, index - 4) : index])


# -- what for ---------------------------------------------------------------------------------------------


def _purpose(clause: _Clause, ends: tuple[int, int]) -> Span | None:
    draft = clause.draft
    taken = {draft.phrases[i].first for i in ends if i >= 0}
    for at in range(clause.last + 1, clause.stop):
        aim = next((last for last, kind, _, _ in draft.cues.get(at, ()) if kind in _AIMS), -1)
        head = aim + 1 if aim >= 0 else at
        if head >= clause.end or head in taken or at in taken or _named(draft, at):
            continue
        word = draft.words[head]
        if aim < 0 and not (word.prep == "ل" and _aims(clause, at)):
            continue
        if not _masdar(word):
            continue
        last = extend(draft, head, head)
        if last == head and last + 2 < clause.stop and _led(draft.words[last + 1]):
            behind = last + 1 + (draft.words[last + 1].kind == "func" and not draft.words[last + 1].pronoun)
            last = behind if behind == last + 1 and draft.words[behind].pronoun else extend(draft, behind, behind)
        if last == head and not draft.words[head].definite and not draft.words[head].pronoun:
            last = _its_object(draft, head, clause.stop)
        while last + 1 < clause.end and draft.at[last] >= 0 and draft.phrases[draft.at[last]].last > last:
            last = draft.phrases[draft.at[last]].last
        return draft.span(at, last)
    return None


def _its_object(draft: Draft, head: int, stop: int) -> int:
    """The last token of what a masdar is annexed to, over another masdar: "لمحاربة | جيش الكرامة", "لإعادة | إعمار | الجنوب"."""
    last = head
    while last + 1 < stop and _masdar(draft.words[last + 1]) and draft.at[last + 1] < 0 and not _joined(draft.words[last + 1]):
        last += 1
    index = draft.at[last + 1] if last + 1 < stop else -1
    return draft.phrases[index].last if index >= 0 and not _joined(draft.words[last + 1]) else last


def _joined(word: Word) -> bool:
    return bool(word.conj or word.prep)


def _named(draft: Draft, at: int) -> bool:
    """Whether a token goes on a known name: "الحركة الشعبية | لتحرير السودان" is nobody's purpose."""
    index = draft.at[at]
    return index >= 0 and draft.phrases[index].kind == "name" and draft.phrases[index].first < at


def _says_whose(deed: Word, verb: Word) -> bool:
    """Whether a verb only says whose deed it was, right behind it: "في تفجير | نفذه تنظيم القاعدة | في الموصل"."""
    return deed.senses and deed.nominal and not deed.definite and not deed.pronoun and verb.pronoun in ("ه", "ها") and not verb.conj


def _masdar(word: Word) -> bool:
    return word.kind != "func" and word.masdar


def _aims(clause: _Clause, at: int) -> bool:
    """Whether لـ before a masdar says what for, and does not merely lead to what the word before it is about.

    A definite masdar ("للتنمية") is a name as often as a deed; it counts where a preposition follows ("للخروج من").
    """
    draft, groups = clause.draft, clause.draft.lexicon.groups
    word, before = draft.words[at], draft.words[at - 1]
    if before.pronoun and _masdar(before):
        return False  # "رفضها لاتفاق": what she refuses
    if before.fold in groups["no-purpose-after"] or word.conj or word.generic is not None or word.stem in groups["name-not-deed"]:
        return False
    if any(s.relation == "REQUEST" for s in clause.senses):
        return False
    if word.definite and not (at + 1 < clause.stop and _led(draft.words[at + 1])):
        return False
    own = any(sense.takes("ل") for sense in clause.senses)
    return not (own and at == clause.last + 1)


def _led(word: Word) -> bool:
    return "prep" in word.function or (word.prep in ("ب", "ل") and not word.conj)
