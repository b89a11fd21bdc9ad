"""Finds the cues: words that negate, hedge, introduce a speaker, a list, one more, a help, a purpose."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.expressions import NOTHING
from ahlaf.coding.words.word import Word

REACH: Final = 18
"""So many tokens a cue may stand before what it governs, at most."""
AFFIRMED: Final = "affirmation"
NEGATED: Final = "negation"
_SET: Final = frozenset(("help", "lead", "with", "against", "occasion", "purpose", "voice", "list", "joins"))


def find(draft: Draft) -> None:
    """Fill ``draft.cues``; at one place the longest cue of each class stands."""
    words = draft.words
    for stretch in draft.stretches:
        for at in range(stretch.first, stretch.end):
            starts = words[at].cue_starts
            beside = words[at + 1].keys if at + 1 < stretch.end else NOTHING
            if words[at].idioms:
                _fix(draft, at, stretch.end, beside)
            if not starts:
                continue
            here: dict[str, tuple[int, str, str, str]] = {}
            for cue in starts:
                if (cue.second and cue.second.isdisjoint(beside)) or cue.kind in here:
                    continue  # most fall here
                last = _match(draft, at, cue.parts, stretch.end)
                if (cue.kind == "conditional" and _no_if(words[at])) or (cue.kind == "lead" and _a_side(draft, last, stretch.end)):
                    continue
                if last >= 0 and not (cue.kind == "list" and _unled(draft, cue.text, last, stretch.end)):
                    here[cue.kind] = (last, cue.kind, cue.reach, cue.ref)
                    if cue.kind in _SET and not any(key.startswith("[") for key in cue.parts[0]):
                        draft.fixed.update(range(at, last + 1))
            if here:
                draft.cues[at] = list(here.values())


def _no_if(word: Word) -> bool:
    """Whether what "if" may begin with is something else: "قال إنه | لم يدعم", "أنهم | لم", "عليها | أن تدعم"."""
    if word.stem not in _IF:
        return False
    return bool(word.pronoun) or (word.stem == "ان" and word.bare.lstrip("وف").startswith("أ"))


_IF: Final = ("ان", "علي")


def _a_side(draft: Draft, last: int, end: int) -> bool:
    """Whether the noun that "by" ends with is described, and so is somebody: "دعم من طرف | إقليمي", but "من طرف كينيا"."""
    if last + 1 >= end or draft.words[last].stem not in draft.lexicon.groups["side"]:
        return False
    word = draft.words[last + 1]
    adjective = word.stem.endswith("ي") and (word.nisba is not None or any(e.kind == "adjective" for e in word.entries))
    return adjective and not (word.definite or word.conj or word.prep or word.pronoun)


def _unled(draft: Draft, cue: str, last: int, end: int) -> bool:
    """Whether the letter that a cue ends with does not lead on behind it: "ممثلة بقطر" lists, "ممثلة كندا" is a woman."""
    letter = cue.rpartition(" ")[2]
    if len(letter) > 1 or last + 1 >= end:
        return False
    return not any(draft.words[k].fold.startswith(letter) for k in range(last + 1, min(last + 3, end)))


def _fix(draft: Draft, at: int, end: int, beside: frozenset[str]) -> None:
    for idiom in draft.words[at].idioms:
        if idiom.verbal or (idiom.second and idiom.second.isdisjoint(beside)):
            continue
        last = _match(draft, at, idiom.parts, end)
        if last >= 0:
            own = (at + k for k, part in enumerate(idiom.parts) if "_" not in part)  # "ضلوع | إيران في تفجير" has no word of its own there
            draft.fixed.update(own)
            return


def _match(draft: Draft, at: int, parts: tuple[frozenset[str], ...], end: int) -> int:
    position = at
    for part in parts[1:]:
        position += 1
        if position >= end:
            return -1
        if "_" in part:
            continue
        if part.isdisjoint(draft.words[position].keys):
            return -1
    return position


def denied(draft: Draft, at: int, start: int) -> bool:
    """Whether a denial stands right before a word."""
    return at > start and any(kind == NEGATED for _, kind, _, _ in draft.cues.get(at - 1, ()))


def means_what(draft: Draft, at: int) -> bool:
    """Whether a "ما" at a token means "what", for the verb behind it takes it up: "ما | تريده إيران", "ما | يسعى إليه"."""
    verb, behind = draft.words[at + 1], draft.words[at + 2] if at + 2 < len(draft.words) else None
    led = behind is not None and behind.kind == "func" and "prep" in behind.function and behind.pronoun == "ه"
    return draft.words[at].stem == "ما" and verb.finite and (verb.pronoun == "ه" or led)
