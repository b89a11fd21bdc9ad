"""Who is accused where nobody says by whom: "اتهمت قطر بدعم الإخوان", "النائب اتهم أمس بقتل الجنود"."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.nounphrases import heldguilty
from ahlaf.coding.times.calendars import TIMES, vocabulary
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import THINGS


def deed(draft: Draft, at: int, subject: int) -> int:
    """Of what the only one is accused whom a verb of accusing has, right before that; -1 where he is not accused.

    He stands behind the verb or, as the verb has nobody else, before it; a time or "wrongly" may stand between.
    """
    words = draft.words
    if heldguilty.who(draft, at) >= 0:
        return heldguilty.of_what(draft, at)
    senses = words[at].verb_senses
    if subject < 0 or words[at].pronoun or not senses or any(s.relation != "ACCUSE" or "obj" not in s.target for s in senses):
        return -1
    noun = draft.phrases[subject]
    if known(draft, at, noun):
        return -1
    behind = _past_when(draft, at + 1 if noun.first < at else noun.named_to + 1, draft.stretches[draft.sentence_of[at]].end)
    told = behind >= 0 and words[behind].prep == "ب" and (_is_a_deed(draft, behind) or (noun.first < at and _is_a_fault(draft, behind)))
    return behind if told else -1


def _is_a_deed(draft: Draft, at: int) -> bool:
    return draft.words[at].masdar and draft.at[at] < 0


def _is_a_fault(draft: Draft, at: int) -> bool:
    """Whether a known thing is that of which somebody is accused, no other behind it: "اتهم ب|الضعف والتردد"."""
    index = draft.at[at]
    thing = index < 0 or draft.phrases[index].kind in THINGS
    behind = draft.at[at + 1] if at + 1 < len(draft.words) else -1
    other = behind >= 0 and behind != index and not (draft.phrases[behind].prep or draft.phrases[behind].conj)
    return thing and not other and draft.words[at].definite


def known(draft: Draft, at: int, noun: Phrase) -> bool:
    """Whether who accuses was told of before his verb: "عادت كندا ف|اتهمت كينيا بقصفها", "يتهم | سجانيه بتسميمه"."""
    verb, own = draft.words[at], draft.words[noun.last].pronoun
    return noun.first > at and not verb.pronoun and (verb.conj == "ف" or own in _HIS)


_HIS: Final = ("ه", "ها", "هم")


def accuses(draft: Draft, at: int, noun: Phrase) -> bool:
    """Whether a verb of accusing has right behind it whom somebody accuses who was told of before it, and of what."""
    words, verbs = draft.words, draft.words[at].tensed
    if not verbs or any(s.relation != "ACCUSE" for e in verbs for s in e.lexeme.senses) or not known(draft, at, noun):
        return False
    behind = _past_when(draft, noun.named_to + 1, draft.stretches[draft.sentence_of[at]].end)
    return behind >= 0 and words[behind].prep == "ب"


def _past_when(draft: Draft, at: int, end: int) -> int:
    """The first token from one on that tells neither when something was nor how rightly; -1 where a sentence ends before."""
    words, groups, known = draft.words, draft.lexicon.groups, vocabulary(draft.lexicon)
    while at < end:
        word = words[at]
        timed = any(word.stem in groups[g] or word.fold in groups[g] for g in TIMES) or word.fold in known.months
        timed = timed or word.fold in known.weekdays or word.stem in known.weekdays or word.kind == "number"
        how = word.kind not in ("func", "punct") or not _HOW.isdisjoint(word.function)  # "كثيرا" as well
        wrongly = draft.at[at] < 0 and how and not word.prep and word.bare.endswith("ا")
        within = word.fold == "في" and at + 1 < end and words[at + 1].kind == "number"
        if not (timed or wrongly or within):
            return at
        at += 1
    return -1


_HOW: Final = frozenset(("adverb", "quantifier"))
