"""Who has no part in what a text tells that another judges or issues, or in what somebody warns of: "رفضت | روسيا قرارا يدين دمشق"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.clauses.subjects import governor
from ahlaf.coding.ends.deeds import same
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.words.draft import Draft, Trigger
from ahlaf.coding.words.kinds import HARM
from ahlaf.lexicon.entries import Sense
from ahlaf.lexicon.names import bare_article


def judges_the_text(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who refuses or condemns a text, and so has not said what it says: "رفضت | روسيا قرارا يدين دمشق"; whoever issues one has.

    Nor has whom it tells of, or who stands in another sentence.
    """
    first = trigger.first
    if (at := _text_before(draft, first)) < 0:
        return set()
    before = [t for t in draft.triggers[max(trigger.index - _NEAR, 0) : trigger.index] if t.sentence == trigger.sentence]
    judging = next((t for t in reversed(before) if t.first < at and t.senses[0].relation in _JUDGING), None)
    if judging is None:
        return set()
    judge = draft.subject_of.get(judging.first, -1)
    if judge < 0:  # "استخدمت كندا حق | النقض ضد قرار يدين كينيا"
        judge = draft.subject_of.get(governor(draft, judging.first, draft.stretches[trigger.sentence].first), -1)
    if judge < 0:
        return set()
    behind = {p.phrase for p in stood if first not in draft.subject_of and draft.phrases[p.phrase].first > trigger.last}
    return behind | {p.phrase for p in stood if same(draft, p.phrase, judge)} | _elsewhere(draft, trigger, stood)


def _elsewhere(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who stands in another sentence."""
    return {p.phrase for p in stood if draft.phrases[p.phrase].sentence != trigger.sentence}


def _text_before(draft: Draft, first: int) -> int:
    """The noun for a text that a verb tells of, its adjectives between and a relative pronoun where it is known; else -1.

    Of no text tells a verb behind "and", "رفضت إيران المبادرة واتهمت السعودية", one with a pronoun, "قرارا تدعمه كندا",
    nor the main verb behind a text that is known: "الحكومة التي رفضت القرار تدعم إيران".
    """
    words, start = draft.words, draft.stretches[draft.sentence_of[first]].first
    if words[first].conj or words[first].pronoun:
        return -1
    at = first - 1
    while at > start and ("relative" in words[at].function or words[at].nominal) and not _is_text(draft, at):
        at -= 1
    if not (start < at >= first - _TO_VERB and _is_text(draft, at)):
        return -1
    led = any("relative" in words[k].function for k in range(at + 1, first))
    return -1 if led is not _known(draft, range(at, first)) else at


def _known(draft: Draft, span: range) -> bool:
    """Whether a noun is known, by its article or by whose it is: "القرار", "قرار المحكمة", but "قرارا أميركيا"."""
    words, phrases = (draft.words[k] for k in span), (draft.phrases[draft.at[k]] for k in span if draft.at[k] >= 0)
    return any(word.definite or word.pronoun for word in words) or any(phrase.definite for phrase in phrases)


def in_refused_text(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Of whom a text tells that somebody refuses, and he not them: "رفضت روسيا قرارا يدعم | أوكرانيا".

    Nor does he favour whom a text harms that he favours: "صوتت كندا لصالح قرار يدين | كينيا".
    """
    favours = sense.relation == "SUPPORT"
    if not favours and sense.relation not in _JUDGING:
        return set()
    near = draft.triggers[trigger.index + 1 : trigger.index + 1 + _IN_WORDS]
    behind = [t for t in near if t.sentence == trigger.sentence and t.first > trigger.last][: _NEAR - 1]
    tells = next((t for t in behind if t.form in ("impf", "active") and _text_before(draft, t.first) > trigger.first), None)
    if tells is None or (favours and not any(s.sign < 0 for s in tells.senses)):
        return set()
    return {p.phrase for p in stood if draft.phrases[p.phrase].first > tells.first} | _elsewhere(draft, trigger, stood)


def _is_text(draft: Draft, at: int) -> bool:
    return bare_article(draft.words[at].stem).removesuffix("ا") in draft.lexicon.groups["rulings"]


_JUDGING: Final = frozenset(("REJECT", "ACCUSE"))
_TO_VERB: Final = 4
_NEAR: Final = 3
_IN_WORDS: Final = 5
"""So many triggers on, those within an expression counted, stands what a text tells: "استخدمت حق النقض ضد قرار | يدين"."""


def warned_of(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Of whom somebody warns that they will do something, his own side or who strikes others: "حذر السيسي من أن | مصر لن تسكت".

    Nor does he threaten whom "that it will be" leads to: "حذر الوزير من أنه سيتم إغلاق | الجمعيات".
    """
    subject = draft.subject_of.get(trigger.first, -1)
    if sense.sign > 0 or subject < 0 or not any(s.relation == "THREATEN" for s in trigger.senses):
        return set()
    words, end = draft.words, draft.stretches[trigger.sentence].end
    near = range(trigger.last + 1, min(trigger.last + _TO_THAT, end))
    that = next((k for k in near if words[k].stem == "ان" and words[k - 1].fold == "من"), -1)
    index = draft.at[that + 1] if 0 < that < end - 1 else -1
    if that >= 0 and words[that].pronoun:
        return {p.phrase for p in stood if draft.phrases[p.phrase].first > that}
    if index < 0 or draft.phrases[index].first != that + 1:
        return set()
    own = _land(draft, subject) and _land(draft, subject) == _land(draft, index)
    behind = draft.triggers[trigger.index + 1 : trigger.index + _NEAR]
    strikes = any(draft.subject_of.get(t.first, -1) == index and _harms(t) for t in behind)
    if not own and not strikes:
        return set()
    return {p.phrase for p in stood if draft.phrases[p.phrase].first > that} | _elsewhere(draft, trigger, stood)


_TO_THAT: Final = 8


def _harms(trigger: Trigger) -> bool:
    """Whether who does what a verb tells strikes somebody, and the verb tells of no good as well: "تسلح" is to arm and to be armed."""
    senses = trigger.senses
    return any(s.relation in HARM and "subj" in s.source for s in senses) and all(s.sign <= 0 for s in senses)


def _land(draft: Draft, index: int) -> str:
    """The country of whom a phrase means."""
    actor = draft.phrases[draft.lead(index)].actor
    return (actor.id if actor.kind == "state" else actor.country or "") if actor is not None else ""
