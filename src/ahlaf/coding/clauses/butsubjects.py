"""Who does what a verb says that stands behind "but": "لا يدعم الحوثيين إلا | إيران", "لا أحد يدعمهم سوى | إيران"."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.clauses.verb import Ends, Verb
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.kinds import SOMEBODY


def behind_but(verb: Verb) -> Ends | None:
    """The subject behind "but", where what stands before it can't be one.

    "لا يدعم الحوثيين إلا | إيران", "لا يدعم تركيا سوى | قطر".
    """
    draft, at = verb.draft, verb.at
    if verb.behind < 0:
        return None
    words, one = draft.words, draft.phrases[verb.behind]
    particle = one.last + 1
    index = draft.at[particle + 1] if particle + 1 < len(words) else -1
    if index < 0 or words[particle].fold not in draft.lexicon.groups["but"] or draft.phrases[index].first != particle + 1:
        return None
    masculine = any((e.person, e.gender) == (3, "m") for e in words[at].tensed)
    accusative = one.number == "p" and words[one.last].bare.endswith("ين") and one.first == one.last
    nobody = words[at + 1].fold == "احد"  # "لم يدعم أحد داعش إلا | تركيا"
    no_subject = accusative or nobody or (masculine and one.gender == "f" and one.number == "s" and one.kind in SOMEBODY)
    return verb.done_by(index) if no_subject and draft.phrases[index].prep in ("", words[particle].fold) else None


def only_behind_but(verb: Verb) -> Ends | None:
    """Who alone does what is denied of all others, behind what prepositions lead to: "لم ينضم إلى الحلف من العرب إلا | قطر"."""
    draft, at, words = verb.draft, verb.at, verb.draft.words
    if verb.behind >= 0 or at < 1 or words[at - 1].stem not in draft.lexicon.groups["not"] or words[at].pronoun:
        return None
    near = range(at + 1, min(at + _TO_BUT, verb.end - 1))
    but = next((k for k in near if words[k].fold in draft.lexicon.groups["but"]), -1)
    index = draft.at[but + 1] if but >= 0 else -1
    if index < 0 or draft.phrases[index].first != but + 1 or draft.phrases[index].kind not in SOMEBODY:
        return None
    between = (draft.phrases[draft.at[k]] for k in range(at + 1, but) if draft.at[k] >= 0)
    led = all(phrase.prep and phrase.prep not in draft.lexicon.groups["but"] for phrase in between)
    return verb.done_by(index) if led and _plain(draft, at + 1, but) and "prep" in words[at + 1].function else None


def nobody_but(draft: Draft, at: int, end: int) -> tuple[int, int] | None:
    """Who alone does what nobody else does, and to whom (or -1): "لا أحد يدعم الحزب سوى | قطر", "ما من دولة تدعمه غير | قطر"."""
    if not _of_nobody(draft, at):
        return None
    but = next((k for k in range(at + 1, min(at + _TO_BUT, end - 1)) if is_but(draft, k)), -1)
    index, behind = draft.at[but + 1] if but >= 0 else -1, draft.at[at + 1] if at + 1 < end else -1
    if index < 0 or draft.phrases[index].first != but + 1 or not _plain(draft, at + 1, but):
        return None
    direct = behind not in (-1, index) and draft.phrases[behind].first == at + 1 and not draft.phrases[behind].prep
    return index, behind if direct else -1


def is_but(draft: Draft, at: int) -> bool:
    """Whether a word behind "nobody" says who is somebody all the same: "إلا", "سوى", "غير"."""
    word = draft.words[at].fold
    return word == OTHER_THAN or word in draft.lexicon.groups["but"]


def _plain(draft: Draft, first: int, end: int) -> bool:
    """Whether no break and no other verb stands in a stretch."""
    words = draft.words[first:end]
    return all(word.kind != "punct" and not word.verb for word in words)


def _of_nobody(draft: Draft, at: int) -> bool:
    """Whether a verb tells of nobody: "لا أحد | يدعم", "ليس هناك من | يدعم", "ما من دولة | تدعم", "لا دولة | تدعم"."""
    words, groups, before = draft.words, draft.lexicon.groups, draft.at[at - 1] if at else -1
    first = at - 1
    if before >= 0:
        phrase = draft.phrases[before]
        first = phrase.first
        if first < 1 or not (phrase.kind == "whoever" or (phrase.kind == "nominal" and not phrase.definite)):
            return False
    elif first < 1 or words[first].fold not in _ANYBODY:
        return False
    there = first - 1
    there -= words[there].stem in _ANYBODY and there > 0  # "ما | من دولة"
    there -= words[there].stem in groups["there-is"] and there > 0
    return words[there].stem in groups["not"] or words[there].stem in groups["is-not"] or words[there].fold == _IS_THERE


_ANYBODY: Final = ("احد", "من")
_IS_THERE: Final = "هل"
"""Asks whether anybody does it, as who knows that one does: "هل هناك من | يدعمه غير قطر؟"."""
OTHER_THAN: Final = "غير"
_TO_BUT: Final = 9
"""So many tokens behind a verb stands "but", at most."""
