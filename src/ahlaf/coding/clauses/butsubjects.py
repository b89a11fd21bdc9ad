"""Who does what a verb says that stands behind "but": "لا يدعم الحوثيين إلا | إيران", "لم ينضم إلى الحلف من العرب إلا | قطر"."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.nounphrases.verbhood import SOMEBODY
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.word import TENSED


def behind_but(draft: Draft, at: int, behind: int) -> int:
    """The subject behind "but", where what stands before it can't be one; else -1.

    "لا يدعم الحوثيين إلا | إيران", "لا يدعم تركيا سوى | قطر".
    """
    words, one = draft.words, draft.phrases[behind]
    particle = one.last + 1
    index = draft.at[particle + 1] if particle + 1 < len(words) else -1
    if index < 0 or words[particle].fold not in draft.lexicon.groups["but"] or draft.phrases[index].first != particle + 1:
        return -1
    masculine = any((e.person, e.gender) == (3, "m") for e in words[at].entries if e.kind in TENSED)
    accusative = one.number == "p" and words[one.last].bare.endswith("ين") and one.first == one.last
    nobody = words[at + 1].fold == "احد"  # "لم يدعم أحد داعش إلا | تركيا"
    no_subject = accusative or nobody or (masculine and one.gender == "f" and one.number == "s" and one.kind in SOMEBODY)
    return index if no_subject and draft.phrases[index].prep in ("", words[particle].fold) else -1


def only_behind_but(draft: Draft, at: int, end: int) -> int:
    """Who alone does what is denied of all others, behind what prepositions lead to: "لم ينضم إلى الحلف من العرب إلا | قطر"; else -1."""
    words = draft.words
    if at < 1 or words[at - 1].stem not in _NOT or words[at].pronoun:
        return -1
    near = range(at + 1, min(at + _TO_BUT, end - 1))
    but = next((k for k in near if words[k].fold in draft.lexicon.groups["but"]), -1)
    index = draft.at[but + 1] if but >= 0 else -1
    if index < 0 or draft.phrases[index].first != but + 1 or draft.phrases[index].kind not in SOMEBODY:
        return -1
    between = (draft.phrases[draft.at[k]] for k in range(at + 1, but) if draft.at[k] >= 0)
    led = all(phrase.prep and phrase.prep not in draft.lexicon.groups["but"] for phrase in between)
    plain = all(words[k].kind != "punct" and not (words[k].finite and words[k].entries) for k in range(at + 1, but))
    return index if led and plain and "prep" in words[at + 1].function else -1


_NOT: Final = frozenset(("لا", "لم", "لن", "ما"))
_TO_BUT: Final = 9
"""So many tokens behind a verb stands "but", at most."""
