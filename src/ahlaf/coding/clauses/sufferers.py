"""Participles, and verbs, written like those who act, of who suffers it: "القرار مصادر من الحزب", "كندا محاصرة من جيرانها"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.kinds import ANYBODY, BODIES, BY_NAME
from ahlaf.lexicon.entries import Entry


def of_whom(draft: Draft, at: int, entries: Sequence[Entry]) -> Entry | None:
    """The reading of a word as who suffers a deed, where from whom he does stands behind; None where it is none.

    Verbs that lead by من are none, "محذر | من كندا"; what is a noun too, "مصادر من الحكومة", "محاصرة المدينة", must be said of
    somebody right before it.
    """
    word = draft.words[at]
    suffered = next((e for e in entries if e.kind == "passive_participle"), None)
    doer = draft.at[at + 2] if at + 2 < len(draft.words) else -1
    if suffered is None or doer < 0 or draft.words[at + 1].fold != _FROM or word.prep or word.conj or word.pronoun:
        return None
    phrase = draft.phrases[doer]
    if phrase.first != at + 2 or phrase.kind not in ANYBODY or any(s.takes(_FROM) for s in suffered.lexeme.senses):
        return None
    if not any("obj" in s.target for s in suffered.lexeme.senses):
        return None
    noun = word.generic is not None or any(e.kind in ("masdar", "noun") for e in word.entries)
    return suffered if not noun or _said_of(draft, at) else None


def left_out(draft: Draft, at: int, entries: Sequence[Entry]) -> bool:
    """Whether a verb of leaving out, written alike in the passive, says of who stands before it from what he was left out.

    "كينيا | استبعدت من المحادثات" leaves out nobody, nor does she who "استبعدت | كينيا من الحلف"; "كينيا استبعدت كندا من المحادثات" does.
    So it is with verbs of expelling, where an alliance or another body stands behind: "| طردت كينيا من الحلف".
    """
    subject, word = draft.subject_of.get(at, -1), draft.words[at]
    expels = word.of_verb(draft.lexicon.groups["expels"])
    excludes = bool(entries) and all(s.relation == "EXCLUDE" for e in entries for s in e.lexeme.senses if s.relation != "DENY")
    if not (excludes or expels) or subject < 0 or word.pronoun or at in draft.object_of or any(e.kind not in _TOLD for e in entries):
        return False
    told = draft.phrases[subject]
    led = at + 1 if told.first < at else told.named_to + 1
    if word.conj or led + 1 >= len(draft.words) or (told.first > at and (told.first > at + 1 or told.prep)):
        return False
    body = draft.phrases[draft.at[led + 1]].actor if draft.at[led + 1] >= 0 else None
    from_it = excludes or (body is not None and body.kind in ("alliance", "organisation"))
    return from_it and draft.words[led].kind == "func" and draft.words[led].stem in (_FROM, "عن")


def is_founded(draft: Draft, at: int) -> bool:
    """Whether a verb of founding has a body for its subject and nobody whom that founds: "| أسس الحلف عام ٢٠١٢", "الحزب | أسس قديما"."""
    subject, word = draft.subject_of.get(at, -1), draft.words[at]
    if subject < 0 or word.conj or word.pronoun or not word.of_verb(draft.lexicon.groups["founds"]):
        return False
    told = draft.phrases[subject]
    behind = at + 1 if told.first < at else told.named_to + 1
    if told.pointing or told.actor is None or told.actor.kind not in BODIES or told.first > at + 1:
        return False
    if behind >= draft.stretches[draft.sentence_of[at]].end:
        return True
    other, index = draft.words[behind], draft.at[behind]
    if index >= 0 and draft.phrases[index].first == behind and not other.prep:
        return False
    dated = other.fold in draft.lexicon.groups["year"] or other.fold in draft.lexicon.groups["near-day"]
    return dated or bool(other.prep) or other.bare in _ENDS or "prep" in other.function


_ENDS: Final = frozenset(".؟!")


_TOLD: Final = frozenset(("perfect", "imperative"))
"""The imperative of two is written as their perfect: "استبعدا"."""


def _said_of(draft: Draft, at: int) -> bool:
    """Whether somebody who is known stands right before a word without article, and agrees with it: "كندا | محاصرة"."""
    index = draft.at[at - 1] if at else -1
    if index < 0 or draft.words[at].definite or draft.sentence_of[at - 1] != draft.sentence_of[at]:
        return False
    phrase = draft.phrases[index]
    known = phrase.definite or phrase.kind in BY_NAME
    return known and not draft.phrases[draft.lead(index)].prep and phrase.gender in ("", "f" if draft.words[at].bare.endswith("ة") else "m")


_FROM: Final = "من"
