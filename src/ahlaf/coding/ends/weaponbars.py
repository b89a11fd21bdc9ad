"""Who has no part in a deed by what it is done with, or done to: "يقاتل الحزب بأسلحة | كندية", "دمرت كندا دبابة في | بلدة الفجر"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.clauses.subjects import governor
from ahlaf.coding.ends.deeds import same
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.nounphrases.phrases import is_adjective
from ahlaf.coding.words.draft import Draft, Phrase, Trigger
from ahlaf.coding.words.kinds import STRIKES, THINGS
from ahlaf.lexicon.entries import Sense
from ahlaf.lexicon.names import bare_article

_WITH: Final = "ب"
_IN: Final = "في"


def whose_arms(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Whose weapons a deed is done with, to whom it is not done: "يقاتل الحزب بأسلحة | كندية", "قصفت القرية بطائرات | كندية"."""
    return {p.phrase for p in stood if p.phrase >= 0 and _are_arms(draft, trigger, draft.phrases[p.phrase])}


def _are_arms(draft: Draft, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether an adjective of origin behind a word says whose the weapons are that ب leads to right before it."""
    at = phrase.first - 1
    while at > trigger.last and is_adjective(draft.words[at]) and draft.words[at].prep != _WITH:
        at -= 1
    return phrase.kind == "nisba" and at > trigger.last and draft.words[at].prep == _WITH and _is_in(draft, at, "arms", "weapons")


def struck_with_them(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Whom weapons strike that another gave to who bears them, and who has no help of that: "قتل | جندي كيني بسلاح كندي"."""
    at = trigger.first
    if sense.relation != "AID" or draft.words[at].prep != _WITH or not _is_in(draft, at, "arms", "weapons"):
        return set()
    verb = governor(draft, at, draft.stretches[trigger.sentence].first)
    senses = [s for e in draft.words[verb].tensed for s in e.lexeme.senses] if verb >= 0 else []
    if not senses or any(s.relation not in STRIKES or "obj" not in s.target for s in senses):
        return set()
    whom = draft.object_of.get(verb, draft.subject_of[verb])
    return {p.phrase for p in stood if p.phrase >= 0 and same(draft, p.phrase, whom)}


def where_it_stood(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Where the vehicle or bridge stood that was struck, and not the place itself: "دمرت كندا دبابة في | بلدة الفجر"."""
    return {p.phrase for p in stood if p.phrase >= 0 and _holds_a_vehicle(draft, trigger, draft.phrases[p.phrase])}


def _holds_a_vehicle(draft: Draft, trigger: Trigger, phrase: Phrase) -> bool:
    at = phrase.first - 1
    if phrase.prep != _IN or at <= trigger.last:
        return False
    at -= draft.words[at].kind == "func"
    while at > trigger.last and is_adjective(draft.words[at]) and not _is_in(draft, at, "vehicle"):
        at -= 1
    nobody = at > trigger.last and (draft.at[at] < 0 or draft.phrases[draft.at[at]].kind in THINGS)
    return nobody and _is_in(draft, at, "vehicle")


def _is_in(draft: Draft, at: int, *groups: str) -> bool:
    """Whether a word is in one of some groups."""
    return any(bare_article(draft.words[at].stem) in draft.lexicon.groups[group] for group in groups)
