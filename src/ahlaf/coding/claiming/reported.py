"""Whether an event is reported: told as news that it happened, and not only mentioned.

A text that looks back on a murder, fears attacks or speaks of protests in general makes claims too, but whoever counts
events wants those that it reports. An event is reported where it is neither denied nor hedged, intended, due, supposed or
asked, and where the grammar brings it as something new:

* it is a noun without article behind a verb of happening or of making known: "أسفر عن مقتل", "أعلنت الشرطة مقتل";
* it is such a noun, or a verb of the past, and those to whom it happens are counted, or the day of the news is beside it:
  "مقتل 12 شخصا";
* it is a verb of the past that opens its sentence or brings in somebody unnamed or a place: "فجر انتحاري نفسه";
* it is a noun that opens a headline or what is told of a date: "مقتل قيادي في غارة", "3 آذار: اغتيال الوزير".

What is behind a relative pronoun or in a clause of time or condition, or was over by then ("كان قد"), is known already, and
so is what has a year alone for its date ("عام 1982"), or what protesters do while they protest ("وهتف المتظاهرون").
The distinction is that of the gold standard records of the Open Event Data Alliance (2018) between sentences that report
an event and those that refer to one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from ahlaf.coding.claiming.details import Details
from ahlaf.coding.ends.deeds import is_deed
from ahlaf.coding.ends.foiled import is_foiled
from ahlaf.coding.times.timewords import is_today
from ahlaf.coding.weighing.manner import Meaning
from ahlaf.coding.words.draft import Draft, Trigger
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Reading
from ahlaf.relations import RELATIONS

_PAST: Final = frozenset(("perf", "pass"))
_NOUNS: Final = frozenset(("masdar", "noun", "idiom", "active", "passive", "amb"))
_BREAKS: Final = frozenset("،,؛;:.؟?!…")
_REACH: Final = 24
_NEAR: Final = 3
"""How many words before a noun the verb that brings it stands."""
_BESIDE: Final = 4
"""How far the day of the news may stand from the word."""


def only_reported(reading: Reading) -> Reading:
    """A reading with the claims of reported events alone."""
    return replace(reading, claims=tuple(claim for claim in reading.claims if claim.reported))


def is_reported(draft: Draft, trigger: Trigger, meant: Meaning, ends: tuple[int, int], more: Details) -> bool:
    """Whether the event at a trigger, its sense settled, is reported.

    Args:
        draft: with every step done.
        trigger: the word.
        meant: how it is meant.
        ends: indexes into ``draft.phrases`` of source and target, -1 for none.
        more: when and where it is, and whether those are counted to whom it happens.
    """
    if not RELATIONS[trigger.sense.relation].event or meant.polarity != "affirmed" or meant.modality != "asserted":
        return False
    if _looks_back(more.time) or _long_ago(draft, trigger) or _goes_on(draft, trigger, ends[0]):
        return False
    if _treated(draft, trigger) or is_foiled(draft, trigger):
        return False
    new = more.counted or _news_day(draft, trigger)
    if _past(draft, trigger):
        opening = trigger.start <= draft.stretches[trigger.sentence].first + 1
        new = new or more.place is not None or opening or any(_unnamed(draft, i) for i in ends)
        return new and not _known(draft, trigger)
    if trigger.form not in _NOUNS or draft.words[trigger.head].definite:
        return False
    return _opens(draft, trigger) or _brought(draft, trigger) or (new and not _known(draft, trigger))


def _looks_back(time: str | None) -> bool:
    """Whether a date has no more than a year, in figures as ISO 8601: "عام 1982" tells of what is long known."""
    return time is not None and len(time) == len("1982")


def _long_ago(draft: Draft, trigger: Trigger) -> bool:
    """Whether years or months have passed since, by what is told near the word: "قتل | قبل عشر سنوات", "منذ | أعوام"."""
    words, end = draft.words, draft.stretches[trigger.sentence].end
    groups = draft.lexicon.groups
    for at in range(trigger.last + 1, min(end, trigger.last + 1 + _AGO)):
        if words[at].kind == "punct" or (words[at].finite and at in draft.subject_of):
            return False
        if words[at].stem in groups["ago"] and any(bare_article(w.stem) in groups["long-time"] for w in words[at + 1 : min(end, at + 4)]):
            return True
    return False


_AGO: Final = 8
"""So many tokens behind the word it may be told how long ago it was."""


def _treated(draft: Draft, trigger: Trigger) -> bool:
    """Whether a deed is only what something treats: "التحقيق في | مقتل جنود", "قصة | مقتل الوزير", "ألغت | تظاهرة", "متهم ب| قتل"."""
    words, treats = draft.words, draft.lexicon.groups["treats-deed"]
    if trigger.form not in _NOUNS or words[trigger.first].finite:
        return False
    for at in range(trigger.first - 1, max(draft.stretches[trigger.sentence].first - 1, trigger.first - 1 - _NEAR), -1):
        word = words[at]
        if word.of_verb(treats) or bare_article(word.stem).removesuffix("ا") in treats:
            return True
        if word.kind == "punct" or (word.finite and draft.at[at] < 0):
            return False
    return False


def _opens(draft: Draft, trigger: Trigger) -> bool:
    """Whether a noun opens its sentence, or stands behind a colon, and no verb follows: so headlines and chronicles tell."""
    words, stretch = draft.words, draft.stretches[trigger.sentence]
    if trigger.first > stretch.first and words[trigger.first - 1].bare != ":":
        return False
    return not words[trigger.first].prep and not any(at in draft.subject_of for at in range(trigger.last + 1, stretch.end))


def _past(draft: Draft, trigger: Trigger) -> bool:
    """Whether a verb of the past tells it: the word's own, the first of an expression, or a light one: قام بـ, تعرض لـ.

    What "the" event was like that took place is no news: "وجرت التظاهرات بهدوء".
    """
    if trigger.form in _PAST or (trigger.form == "amb" and not _behind_verb(draft, trigger) and not _among_deeds(draft, trigger)):
        return True
    verb = trigger.light if trigger.light >= 0 else trigger.first
    if _of_another(draft, trigger):
        return False
    if draft.words[trigger.head].definite and draft.words[verb].of_verb(draft.lexicon.groups["befalls"]):
        return False
    return (trigger.light >= 0 or trigger.form == "idiom") and any(e.kind == "perfect" for e in draft.words[verb].entries)


def _of_another(draft: Draft, trigger: Trigger) -> bool:
    """Whether a light verb carries another noun, of which the deed is only a part: "أثار مشهد | الاعتداء", "حمله مسؤولية | اغتيال"."""
    words, at = draft.words, trigger.last + 1
    if trigger.light < 0 or trigger.first - 1 <= trigger.light:
        return False
    owner = draft.at[at] if at < draft.stretches[trigger.sentence].end else -1
    whose = owner >= 0 and draft.phrases[owner].first == at and not draft.phrases[owner].prep and not words[at].conj
    head = words[trigger.first - 1]
    annexed = head.kind == "noun" and not (head.definite or head.conj) and draft.at[trigger.first - 1] < 0
    return (words[trigger.head].definite or whose) and annexed


def _behind_verb(draft: Draft, trigger: Trigger) -> bool:
    """Whether a verb stands right before a word that may be a verb or a noun, and so makes it a noun: "يستمر قصف"."""
    before = trigger.first - 1
    return before >= draft.stretches[trigger.sentence].first and draft.words[before].finite and draft.at[before] < 0


def _among_deeds(draft: Draft, trigger: Trigger) -> bool:
    """Whether و joins a noun to a word that may be a verb or a noun, both behind و, and so makes it a noun: "وقتل أطفالهم، | ومصادرة"."""
    behind = draft.triggers[trigger.index + 1] if trigger.index + 1 < len(draft.triggers) else trigger
    near = behind.sentence == trigger.sentence and 0 < behind.first - trigger.last <= _LISTED
    return near and behind.form != "amb" and is_deed(draft, behind) and all(draft.words[t.first].conj == "و" for t in (trigger, behind))


_LISTED: Final = 5
"""So many tokens lead from one deed in a list to the next, at most."""


def _unnamed(draft: Draft, end: int) -> bool:
    """Whether an end is somebody without a name: without article, or a crowd: "المئات", "آلاف المتظاهرين"."""
    if end < 0:
        return False
    crowd, words = draft.lexicon.groups["crowd"], (draft.words[at].fold for at in _with_its_measure(draft, end))
    return not draft.phrases[end].definite or any(word in crowd or bare_article(word) in crowd for word in words)


def _with_its_measure(draft: Draft, end: int) -> range:
    """The tokens of a phrase up to its head, with two before it: "آلاف | المتظاهرين", "مئات من | الطلاب"."""
    phrase = draft.phrases[end]
    return range(max(draft.stretches[phrase.sentence].first, phrase.first - 2), phrase.head + 1)


def _goes_on(draft: Draft, trigger: Trigger, source: int) -> bool:
    """Whether it is only what those do who protest already: of "وهتف المتظاهرون" the protest was told before."""
    groups = draft.lexicon.groups
    if source < 0 or trigger.sense.relation != "PROTEST" or draft.words[trigger.start].stem not in groups["while-protesting"]:
        return False
    phrase = draft.phrases[source]
    return phrase.definite and bare_article(draft.words[phrase.head].fold) in groups["protesters"] and not _unnamed(draft, source)


def _known(draft: Draft, trigger: Trigger) -> bool:
    """Whether the clause only tells again what is known: relative, of time or condition, or before something else.

    "That" opens a clause of its own, "قالت الشرطة التي وصلت إن مسلحين هاجموا", unless it goes with "after" or is "if".
    """
    words, groups = draft.words, draft.lexicon.groups
    first, start = draft.stretches[trigger.sentence].first, trigger.start
    for at in range(start - 1, max(first, start - _REACH) - 1, -1):
        word = words[at]
        if word.kind == "punct" and word.bare in _BREAKS:
            return False
        if word.stem in groups["known-already"] or ("relative" in word.function and "prep" not in word.function):
            return True
        if word.kind == "func" and word.stem == "ان" and not word.pronoun:
            after = at > first and words[at - 1].stem in groups["not-then"]
            return after or (at == start - 1 and word.bare.endswith("إن"))
        if word.stem in groups["that"] or word.fold in groups["that"]:
            return False
    return False


def _brought(draft: Draft, trigger: Trigger) -> bool:
    """Whether a verb of happening or of making known stands just before a noun."""
    words, bringing = draft.words, draft.lexicon.groups["brings-news"]
    first = draft.stretches[trigger.sentence].first
    for at in range(trigger.first - 1, max(first, trigger.first - _NEAR) - 1, -1):
        word = words[at]
        if word.finite and (word.stem in bringing or word.fold in bringing):
            return not _in_relative(draft, at)
    return False


def _in_relative(draft: Draft, verb: int) -> bool:
    """Whether a relative clause of what is known tells it: "الهجوم الذي | أسفر عن مقتل جنود"; not "في هجوم أسفر عن"."""
    words, first = draft.words, draft.stretches[draft.sentence_of[verb]].first
    for at in range(verb - 1, max(first, verb - _NEAR) - 1, -1):
        if "relative" in words[at].function and "prep" not in words[at].function:
            return words[at].stem not in _WHICH
        if words[at].kind == "punct":
            return False
    return False


_WHICH: Final = ("ما", "مما")
"""What goes on from the whole clause before it, and so tells something new: "انفجرت سيارة، مما أسفر عن"."""


def _news_day(draft: Draft, trigger: Trigger) -> bool:
    """Whether yesterday or today stands beside the word, no break between."""
    words, near = draft.words, draft.lexicon.groups["near-day"]
    stretch = draft.stretches[trigger.sentence]
    ways = (
        range(trigger.last + 1, min(stretch.end, trigger.last + 1 + _BESIDE)),
        range(trigger.first - 1, max(stretch.first, trigger.first - _BESIDE) - 1, -1),
    )
    for way in ways:
        for at in way:
            if words[at].kind == "punct" and words[at].bare in _BREAKS:
                break
            if near.get(words[at].fold) == "-1" or is_today(draft, at):
                return True
    return False
