"""How many: the number that a claim's target or source is counted by, in figures and in words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from ahlaf.coding.times import numbers
from ahlaf.coding.times.calendars import vocabulary
from ahlaf.coding.times.dates import Dated
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.word import Word
from ahlaf.lexicon.names import bare_article
from ahlaf.text.views import fold

_OPEN: Final = frozenset('([«"')
_CLOSE: Final = frozenset(')]»"')
_ENDS: Final = frozenset(".،,؛!")


def of(draft: Draft, last: int, end: int, ends: tuple[int, int], dated: Sequence[Dated]) -> tuple[str | None, bool]:
    """The number behind a trigger, of the target or of the source; and whether it is not the source's.

    Args:
        draft: with every step done that needs no weighing.
        last: the trigger's last token.
        end: where its sentence ends.
        ends: indexes into ``draft.phrases`` of source and target, -1 for none.
        dated: from :func:`ahlaf.coding.times.dates.find`: what is a date counts nobody.
    """
    source, target = ends
    if target >= 0 and draft.phrases[target].listed >= 0:
        read = _of_phrase(draft, draft.phrases[target], dated)  # "إصابة 15 شخصا بينهم نساء": the women are not 15
        return (str(read), True) if read is not None and read > 1 else (None, False)
    read = _behind(draft, last, end, dated)
    if read is None and target >= 0:
        read = _of_phrase(draft, draft.phrases[target], dated)
    counted = read is not None
    if read is None and source >= 0:
        read = _of_phrase(draft, draft.phrases[source], dated)
    return (None, False) if read is None or read < 2 else (str(read), counted)


def _behind(draft: Draft, last: int, end: int, dated: Sequence[Dated]) -> int | None:
    """The number right behind a trigger that counts people or powers: "مقتل نحو 12 شخصا"; behind a verb alone too: "وأصيب 30"."""
    at = last + 1
    limit = min(end, at + 6)
    about = {**draft.lexicon.groups["about"], **draft.lexicon.groups["about-count"]}
    seen = set()
    while at < limit and draft.words[at].fold in about:
        seen.add(about[draft.words[at].fold])
        at += 1
    if seen == {"link"}:
        return None
    read = _read(draft, at, end, dated)
    if read is None:
        return None
    value, behind = read
    if behind >= end or (draft.words[behind].kind == "punct" and draft.words[behind].bare in _ENDS):
        return value if draft.words[last].finite else None
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
        return 2 if _two(draft, phrase) else None
    at = phrase.head + 1
    at += at < stretch.end and draft.words[at].fold == "ال"
    if at >= stretch.end:
        return None
    word = draft.words[at]
    if word.conj or not (word.definite or draft.words[at - 1].fold == "ال"):
        return None
    read = _read(draft, at, stretch.end, dated)
    return read[0] if read is not None and read[0] < 1000 else None


def _two(draft: Draft, phrase: Phrase) -> bool:
    """Whether the head is a dual: "وزيري", but not "مسلحين", "مقاتلي" of any number, nor "أي عسكري" or one of "حزبي الفجر والنهار"."""
    head, known = draft.words[phrase.head], draft.lexicon.generics
    if head.generic is None or head.generic.number != "d":
        return False
    if phrase.number == "s" and fold(head.generic.lemma) in draft.lexicon.groups["has-name"]:
        return False
    single = head.stem.removesuffix("ين") if head.stem.endswith("ين") else head.stem.removesuffix("ي")
    if single == head.stem:
        return True
    before = draft.word_before(phrase.first)
    counted = before is not None and "quantifier" in before.function
    open_ended = head.stem.endswith("ي") and not head.pronoun and draft.at[min(phrase.head + 1, len(draft.words) - 1)] < 0
    return f"{single}ون" not in known and not counted and not open_ended


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
