"""Words that name an organ elsewhere and none where they stand: "أمن | المنطقة" is her safety, "التدخلات | الخارجية" come from abroad.

What shows it is another thing for each of them: :data:`NO_ORGAN` tells by the words which reason is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from ahlaf.coding.words.draft import Draft
from ahlaf.lexicon.names import bare_article

SAFETY: Final = ("امن",)
"""The words of an organ that is more often the safety of those behind it: "أمن الخليج"."""

NoOrgan = Callable[[Draft, int], bool]
"""Whether a word that names an organ elsewhere is another thing at a token."""


def is_no_body(draft: Draft, at: int, head: tuple[str, ...]) -> bool:
    """Whether the words with which an organ begins name none at a token, as the one reason of :data:`NO_ORGAN` tells that is theirs."""
    shows = NO_ORGAN.get(tuple(map(bare_article, head)))
    return shows is not None and shows(draft, at)


def is_freely(draft: Draft, at: int) -> bool:
    """Behind "in" it tells how, and is no navy: "يتنقل | بحرية"; "بحرية أوكرانيا", "بحرية الاحتلال", "بحرية إيرانية" are somebody's."""
    word, behind = draft.words[at], draft.word_behind(at)
    if word.definite or word.stem[1:] not in draft.lexicon.groups["how"]:
        return False
    if behind is None or behind.conj or behind.prep or behind.kind in ("func", "punct", "number"):
        return True
    return not (behind.definite or behind.nisba is not None or behind.fold in draft.lexicon.names or behind.generic)


def are_flags(draft: Draft, at: int) -> bool:
    """With its hamza above it is flags, and no media: "مسيرة | الأعلام"."""
    return "أ" in draft.words[at].bare


def is_aviation(draft: Draft, at: int) -> bool:
    """Of what flies, or whose business that is, it is no air force: "شركة | الطيران"."""
    word, before = draft.words[at], draft.word_before(at)
    return before is not None and word.definite and bare_article(before.stem) in draft.lexicon.groups["flies"]


def describes_matters(draft: Draft, at: int) -> bool:
    """It is the adjective of the definite noun for a matter right before it, and no ministry: "التدخلات | الخارجية", "الشؤون | الداخلية".

    Somebody, a day or a man's deed may stand right before a ministry: "طالب الرئيس | الداخلية", "طالبت اليوم | الخارجية".
    Without an article the word is a ministry only where it is told whose: "تدخلات | خارجية سافرة", but "طالبت | خارجية كندا".
    """
    word, before = draft.words[at], draft.word_before(at)
    if before is None or word.conj or word.prep or draft.sentence_of[at - 1] != draft.sentence_of[at]:
        return False
    if not word.definite:
        behind = draft.word_behind(at)
        owned = bool(word.pronoun) or (behind is not None and (behind.definite or behind.fold in draft.lexicon.names))
        return before.kind == "noun" and not before.definite and not before.pronoun and not owned
    thing = before.kind == "noun" and before.generic is None and before.nisba is None and bool(before.entries)
    if not (before.definite and before.nominal and thing) or before.stem in draft.lexicon.organs:
        return False
    forms = {(e.gender, e.number) for e in before.entries if e.kind in ("noun", "masdar")}
    return before.stem not in draft.lexicon.groups["time-noun"] and any(number == "p" or gender == "f" for gender, number in forms)


def describes_things(draft: Draft, at: int) -> bool:
    """It is "main", of the definite noun right before it, which is no verb: "المدن | الرئيسة", not "أعلنت | الرئيسة"."""
    word, before = draft.words[at], draft.word_before(at)
    if before is None or not word.definite or word.conj or word.prep or draft.sentence_of[at - 1] != draft.sentence_of[at]:
        return False
    thing = before.generic is None or before.generic.kind not in ("person", "social-group")
    return before.definite and before.nominal and thing and (before.number == "p" or before.gender == "f")


def is_of_a_matter(draft: Draft, at: int) -> bool:
    """It is a system of what stands behind it, or of such a kind, and no regime: "نظام | التعليم", "النظام | الأساسي"."""
    word, behind = draft.words[at], draft.word_behind(at)
    if behind is not None and not behind.conj and bare_article(behind.stem) in draft.lexicon.groups["kind-of-system"]:
        return behind.definite == word.definite and not behind.prep
    return _annexed_to(draft, at, "system-of")


def is_whose_safety(draft: Draft, at: int) -> bool:
    """It is the safety of what stands behind it, and no service that arrests: "أمن | المنطقة"."""
    return _annexed_to(draft, at, "whose-safety")


def _annexed_to(draft: Draft, at: int, group: str) -> bool:
    """Whether a noun without article or pronoun is annexed to a word of a group."""
    word, behind = draft.words[at], draft.word_behind(at)
    if behind is None or word.definite or word.pronoun or behind.conj or behind.prep:
        return False
    return bare_article(behind.stem) in draft.lexicon.groups[group]


NO_ORGAN: Final[Mapping[tuple[str, ...], NoOrgan]] = MappingProxyType({
    SAFETY: is_whose_safety,
    ("نظام",): is_of_a_matter,
    ("بحريه",): is_freely,
    ("طيران",): is_aviation,
    ("اعلام",): are_flags,
    ("خارجيه",): describes_matters,
    ("داخليه",): describes_matters,
    ("رييسه",): describes_things,
})
"""The words of an organ, folded and without article → what shows that they name none."""
