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

from ahlaf.coding import numbers, places
from ahlaf.coding.calendars import vocabulary
from ahlaf.coding.dates import Dated
from ahlaf.coding.draft import Draft, Phrase, Trigger
from ahlaf.coding.phrases import extend
from ahlaf.coding.word import Word
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor, Span

_REACH: Final = 24
_NEAR: Final = 8
"""Tokens between a governing verb's time or place and the noun of action that shares it."""
_STOPS: Final = frozenset("؛;:.؟?!…")
_COMMAS: Final = frozenset("،,")
_WALLS: Final = frozenset(("relative", "subordinator"))
_OPEN: Final = frozenset('([«"')
_CLOSE: Final = frozenset(')]»"')
_AIMS: Final = frozenset(("purpose",))


@dataclass(frozen=True, slots=True)
class Details:
    """What is known of an event beside its ends; what is not known is ``None``."""

    time: str | None = None
    time_span: Span | None = None
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
        dated: from :func:`ahlaf.coding.dates.find`, once for the document.
    """
    sentence = draft.sentence_of[first]
    if sentence < 0:
        return Details()
    clause = _Clause(draft, first, last)
    when = _time(clause, dated)
    number, counted = _number(clause, ends, dated)
    return Details(
        time=when.time if when else None,
        time_span=when.span if when else None,
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
        self.finite = first in draft.subject_of or (trigger is not None and trigger.form in ("perf", "impf", "pass"))
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
    at = bisect_left(phrases, clause.begin, key=lambda p: p.first)
    before: Actor | None = None
    for index in range(at, len(phrases)):
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


# -- how many ---------------------------------------------------------------------------------------------


def _number(clause: _Clause, ends: tuple[int, int], dated: Sequence[Dated]) -> tuple[str | None, bool]:
    """The number behind the word, of the target or of the source; and whether it is not the source's."""
    source, target = ends
    read = _behind(clause, dated)
    if read is None and target >= 0:
        read = _of_phrase(clause.draft, clause.draft.phrases[target], dated)
    counted = read is not None
    if read is None and source >= 0:
        read = _of_phrase(clause.draft, clause.draft.phrases[source], dated)
    return (None, False) if read is None or read < 2 else (str(read), counted)


def _behind(clause: _Clause, dated: Sequence[Dated]) -> int | None:
    """The number right behind a trigger that counts people or powers: "مقتل نحو 12 شخصا"."""
    draft = clause.draft
    at = clause.last + 1
    limit = min(clause.end, at + 6)
    about = {**draft.lexicon.groups["about"], **draft.lexicon.groups["about-count"]}
    seen = set()
    while at < limit and draft.words[at].fold in about:
        seen.add(about[draft.words[at].fold])
        at += 1
    if seen == {"link"}:
        return None
    read = _read(draft, at, clause.end, dated)
    if read is None:
        return None
    value, behind = read
    if behind >= clause.end:
        return None
    return value if _people(draft, behind) else None


def _people(draft: Draft, at: int) -> bool:
    word = draft.words[at]
    if word.fold == "من" and at + 1 < len(draft.words):
        word = draft.words[at + 1]
    if word.kind in ("punct", "number"):
        return False
    human = draft.lexicon.groups["counted-person"]
    if word.generic is not None or bare_article(word.stem) in human or word.fold in human:
        return True
    return word.nisba is not None and not word.definite


def _of_phrase(draft: Draft, phrase: Phrase, dated: Sequence[Dated]) -> int | None:
    """The number before an end, in it ("ال(٦٠) دولة") or behind its head ("الدول الخمس", "الدول الـ34")."""
    if phrase.kind not in ("nominal", "people", "organ", "thing"):
        return None
    stretch = draft.stretches[draft.sentence_of[phrase.first]]
    for at in range(max(stretch.first, phrase.first - 7), phrase.first):
        read = _read(draft, at, stretch.end, dated)
        if read is None:
            continue
        behind = read[1] + (read[1] < phrase.first and draft.words[read[1]].fold == "من")  # "14 من عناصر التنظيم"
        if behind == phrase.first:
            return read[0]
    head = draft.words[phrase.head]
    if not head.definite:
        plural = f"{head.stem.removesuffix('ين')}ون" in draft.lexicon.generics  # "مسلحين" may be any number
        return 2 if head.generic is not None and head.generic.number == "d" and not (plural and head.stem.endswith("ين")) else None
    at = phrase.head + 1
    at += at < stretch.end and draft.words[at].fold == "ال"
    if at >= stretch.end:
        return None
    word = draft.words[at]
    if word.conj or not (word.definite or draft.words[at - 1].fold == "ال"):
        return None
    read = _read(draft, at, stretch.end, dated)
    return read[0] if read is not None and read[0] < 1000 else None


def _read(draft: Draft, at: int, end: int, dated: Sequence[Dated]) -> tuple[int, int] | None:
    """A number at a token, brackets and a free article stepped over; none inside a date or behind a resolution."""
    words = draft.words
    if at < end and words[at].fold in ("ال", "ب", "ل", "و", "بال", "وال", "لل"):
        at += 1
    opened = at < end and words[at].bare in _OPEN
    at += opened
    if at >= end:
        return None
    word = words[at]
    if word.kind == "punct" or (word.kind not in ("number", "func") and not _numeral(draft, word)):
        return None
    folds = [w.fold for w in words[at : min(end, at + 12)]]
    numerals = vocabulary(draft.lexicon).numerals
    heads = (word.fold, *(c.stem for c in word.cuts if c.prep or c.conj))
    for head in heads:
        read = numbers.read(folds, 0, len(folds), numerals, head)
        if read is None:
            continue
        value, behind = read[0], at + read[1]
        within = bisect_right(dated, at, key=lambda d: d.first) - 1
        if within >= 0 and dated[within].last >= at:
            return None
        if opened and behind < end and words[behind].bare in _CLOSE:
            behind += 1
        return value, behind
    return None


def _numeral(draft: Draft, word: Word) -> bool:
    known = vocabulary(draft.lexicon).numerals
    return any(c.stem in known.values or bare_article(c.stem) in known.values or c.stem in known.shares for c in word.cuts)


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
        return draft.view.raw_span(draft.toks[at].start, draft.toks[last].end)
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
    return word.kind != "func" and any(e.kind == "masdar" for e in word.entries)


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
    own = any("ل" in (*sense.source, *sense.target) for sense in clause.senses)
    return not (own and at == clause.last + 1)


def _led(word: Word) -> bool:
    return "prep" in word.function or (word.prep in ("ب", "ل") and not word.conj)
