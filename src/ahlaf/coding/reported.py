"""Whether an event is reported: told as news that it happened, and not only mentioned.

A text that looks back on a murder, fears attacks or speaks of protests in general makes claims too, but whoever counts
events wants those that it reports. An event is reported where it is neither denied nor intended, due, supposed or asked,
and where the grammar brings it as something new:

* the word has no article and people are counted: "مقتل 12 شخصا";
* it is a verb of the past in a main clause that opens its sentence or brings in somebody unnamed, a place or the day:
  "فجر انتحاري نفسه";
* it is a noun without article behind a verb of happening or of making known: "أسفر عن مقتل", "أعلنت الشرطة مقتل"; or the day
  of the news stands beside it.

What is behind a relative pronoun or in a clause of time or condition, or was over by then ("كان قد"), is known already.
The distinction is that of the gold standard records of the Open Event Data Alliance (2018) between sentences that report
an event and those that refer to one.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.draft import Draft, Trigger
from ahlaf.coding.manner import Meaning
from ahlaf.lexicon.load import bare_article
from ahlaf.relations import RELATIONS

_PAST: Final = frozenset(("perf", "pass", "amb"))
_NOUNS: Final = frozenset(("masdar", "noun", "idiom", "active", "passive"))
_TOLD: Final = frozenset(("asserted", "alleged"))
_BREAKS: Final = frozenset("،,؛;:.؟?!…")
_REACH: Final = 24
_NEAR: Final = 3
"""How many words before a noun the verb that brings it stands."""
_BESIDE: Final = 4
"""How far the day of the news may stand from the word."""


def is_reported(draft: Draft, trigger: Trigger, meant: Meaning, ends: tuple[int, int], *, counted: bool, placed: bool) -> bool:
    """Whether the event at a trigger, its sense settled, is reported.

    Args:
        draft: with every step done.
        trigger: the word.
        meant: how it is meant.
        ends: indexes into ``draft.phrases`` of source and target, -1 for none.
        counted: people are counted with it.
        placed: it is told where.
    """
    if not RELATIONS[trigger.sense.relation].event or meant.polarity != "affirmed" or meant.modality not in _TOLD:
        return False
    definite = draft.words[trigger.head].definite
    if counted and not definite:
        return True
    if _known(draft, trigger):
        return False
    if _past(draft, trigger):
        return _opens(draft, trigger) or placed or _news_day(draft, trigger) or any(_new(draft, i) for i in ends)
    return trigger.form in _NOUNS and not definite and (_brought(draft, trigger) or _news_day(draft, trigger))


def _past(draft: Draft, trigger: Trigger) -> bool:
    """Whether a verb of the past tells it: the word's own, the first of an expression, or a light one: قام بـ, تعرض لـ."""
    if trigger.form in _PAST:
        return True
    verb = trigger.light if trigger.light >= 0 else trigger.first
    return (trigger.light >= 0 or trigger.form == "idiom") and any(e.kind == "perfect" for e in draft.words[verb].entries)


def _new(draft: Draft, end: int) -> bool:
    """Whether an end is somebody unnamed: without article, or a crowd: "المئات"."""
    if end < 0:
        return False
    phrase = draft.phrases[end]
    return not phrase.definite or bare_article(draft.words[phrase.head].fold) in draft.lexicon.groups["crowd"]


def _opens(draft: Draft, trigger: Trigger) -> bool:
    start = trigger.light if 0 <= trigger.light < trigger.first else trigger.first
    return start <= draft.stretches[trigger.sentence].first + 1


def _known(draft: Draft, trigger: Trigger) -> bool:
    """Whether the clause only tells again what is known: relative, of time or condition, or before something else."""
    words, known = draft.words, draft.lexicon.groups["known-already"]
    start = trigger.light if 0 <= trigger.light < trigger.first else trigger.first
    first = draft.stretches[trigger.sentence].first
    for at in range(start - 1, max(first, start - _REACH) - 1, -1):
        word = words[at]
        if word.kind == "punct" and word.bare in _BREAKS:
            return False
        if word.stem in known or ("relative" in word.function and "prep" not in word.function):
            return True
    return False


def _brought(draft: Draft, trigger: Trigger) -> bool:
    """Whether a verb of happening or of making known stands right before a noun."""
    bringing = draft.lexicon.groups["brings-news"]
    first = draft.stretches[trigger.sentence].first
    return any(word.stem in bringing or word.fold in bringing for word in draft.words[max(first, trigger.first - _NEAR) : trigger.first])


def _news_day(draft: Draft, trigger: Trigger) -> bool:
    days = draft.lexicon.groups["news-day"]
    stretch = draft.stretches[trigger.sentence]
    low, high = max(stretch.first, trigger.first - _BESIDE), min(stretch.end, trigger.last + 1 + _BESIDE)
    return any(draft.words[at].fold in days for at in range(low, high))
