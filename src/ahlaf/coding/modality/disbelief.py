"""What the text says that nobody should believe, and what somebody never was.

"لا أعتقد أن إيران ستدعم الأسد", "واهم من يظن أن واشنطن ستحارب طهران" deny what is said, though the denial stands before the
belief; "لم تكن إيران يوما حليفة للعرب" denies what is told behind the verb of being, however far.
What reports tell that somebody denies is denied with them: "نفت كندا أنباء عن قصف القرى".
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.clauses.antecedents import tells_how
from ahlaf.coding.words.cues import NEGATED, denied
from ahlaf.coding.words.draft import DEEDS, Draft, Trigger
from ahlaf.coding.words.pronouns import THEMSELVES
from ahlaf.lexicon.names import bare_article
from ahlaf.text.views import fold

ACCUSER: Final = frozenset(("عند", "لدي"))
"""Before whom somebody stands accused, who so says it and doubts nothing: "متهم عند | كينيا بالعمالة"."""
_TO_BE: Final = 8
"""So many tokens before what somebody is stands the verb of being, at most."""
_TO_THAT: Final = 7
"""So many tokens before a verb stands the "that" that it is believed behind."""
_TO_FOLLY: Final = 5
_BEHIND: Final = 12
_WHO: Final = "من"
_IS: Final = frozenset(("agent", "adj", "active", "noun", "state"))
"""Forms of what somebody may be."""


def was_not(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether it is what somebody is said not to be: "لم تكن كينيا يوما | حليفة لأوغندا"; more than it he may be: "مجرد حليف"."""
    words, first = draft.words, trigger.first
    if trigger.form not in _IS or words[first].definite or words[first].conj or words[first].prep:
        return False
    groups = draft.lexicon.groups
    for at in range(first - 1, max(start, first - 1 - _TO_BE), -1):
        word = words[at]
        if word.kind == "punct" or word.fold in groups["but"] or word.stem in groups["only"] or word.stem in groups["merely"]:
            return False
        if "subordinator" in word.function or "relative" in word.function:
            return False
        if draft.verb_at(at) and not word.nominal:
            denied = words[at - 1].stem in draft.lexicon.groups["not"] and words[at - 1].kind == "func"
            return denied and word.of_verb(groups["being"]) and not any(w.stem in groups["only"] for w in words[first + 1 : first + 4])
    return False


def disbelieved(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether it is what somebody is told not to believe: "لا أظن أن | تدعم", "من الوهم أن نعتقد أن | تدعم", "من يظن أن | تدعم … واهم"."""
    words, first = draft.words, trigger.start
    that = _that(draft, first, start)
    if that < start + 1 or not words[first].finite:
        return False
    if _denied_that(draft, that, start):
        return True
    if that - 2 >= start and words[that - 1].of_verb(draft.lexicon.groups["seems"]) and words[that - 2].stem in draft.lexicon.groups["not"]:
        return words[that - 2].kind == "func"  # "لا يبدو أن كندا | تدعم"
    at = that - 1 - (words[that - 1].fold in draft.lexicon.groups["believer"])
    if at < start or not words[at].of_verb(draft.lexicon.groups["believes"]):
        return False
    before = words[at - 1] if at > start else None
    if before is not None and before.kind == "func" and before.stem in draft.lexicon.groups["not"]:
        mine = any(e.person == 1 for e in words[at].tensed)
        return at != that - 1 or mine  # "لا يظن الوزير أن" is his
    folly = draft.lexicon.groups["folly"]
    if any(bare_article(words[k].stem) in folly for k in range(max(start, at - _TO_FOLLY), at)):
        return True
    end = draft.stretches[trigger.sentence].end
    believer = before is not None and before.stem == _WHO
    return believer and any(bare_article(words[k].stem) in folly for k in range(trigger.last + 1, min(end, trigger.last + _BEHIND)))


def _denied_that(draft: Draft, that: int, start: int) -> bool:
    """Whether a denial of several words ends in a "that": "لا دليل على | أن كندا تدعم", "ليس هناك ما يثبت | أن"."""
    words = draft.words
    near = (at for at in range(max(start, that - _TO_THAT), that) if not words[at].of_verb(draft.lexicon.groups["refuses"]))
    ends = (at for at in near if any(last == that and kind == NEGATED for last, kind, _, _ in draft.cues.get(at, ())))
    return any(not any(word.pronoun for word in words[at:that]) for at in ends)  # "لا يعنيني أن يصافح الوزير السفير"


def is_not_who(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether somebody is said not to be who did a deed: "ليست كندا هي من | تسبب", "لم تكن كندا هي التي | قصفت"; not alone he may be."""
    words, at = draft.words, trigger.start - 1
    if at <= start or not ("relative" in words[at].function or words[at].fold == _WHO):
        return False
    parted = words[at - 1].fold in THEMSELVES
    if not (parted or trigger.light >= 0):
        return False  # "ليست الدولة التي | قصفت كينيا صديقة"
    at -= parted
    while at - 1 > start and draft.at[at - 1] >= 0:
        at = draft.phrases[draft.at[at - 1]].first
    if at <= start:
        return False
    groups, before, denial = draft.lexicon.groups, words[at - 1], words[at - 2]
    asked = words[draft.stretches[trigger.sentence].end - 1].bare in _QUESTION  # "أولم تكن كندا هي من | سلح الحزب؟": she was
    was = before.of_verb(groups["being"]) and denial.stem in groups["not"] and denial.kind == "func" and not asked
    return before.stem in groups["is-not"] or was


_QUESTION: Final = frozenset("؟?")


def is_not_for(draft: Draft, trigger: Trigger) -> bool:
    """Whether a denial behind a deed says to whom it is not done: "الدعم ليس | لكينيا بل لأوغندا", "الحرب ليست على الجبهة"."""
    words, end = draft.words, draft.stretches[trigger.sentence].end
    if trigger.form not in DEEDS or words[trigger.first].prep:
        return False
    at = trigger.last + 1
    while at < min(end, trigger.last + _TO_NOT) and words[at].stem not in draft.lexicon.groups["is-not"]:
        if words[at].kind in ("func", "punct") or words[at].conj or words[at].prep or draft.verb_at(at):
            return False
        at += 1
    if at + 1 >= end or words[at].stem not in draft.lexicon.groups["is-not"]:
        return False
    behind = words[at + 1]
    leads = behind.prep or (behind.stem if behind.kind == "func" and "prep" in behind.function else "")
    slots = (*trigger.sense.target, *trigger.sense.source, *(_OF_ITS_OBJECT if "obj" in trigger.sense.target else ()))
    alone = any(word.fold in draft.lexicon.groups["alone"] for word in words[at + 2 : min(end, at + 2 + _TO_NOT)])
    return bool(leads) and not alone and any(fold(slot) == leads for slot in slots)


_OF_ITS_OBJECT: Final = ("ل", "على", "ضد")
"""What leads from a noun to whom its verb has for its object: "دعم كندا لكينيا", "الحرب على الحزب"."""
_TO_NOT: Final = 4
"""So many tokens behind a deed stands such a denial, at most: whose it is stands between."""


def report_denied(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether it is what reports tell which somebody denies: "نفت كندا أنباء عن | قصف القرى", "صحة تقارير ادعت أنها | ستهاجم".

    What he says besides is his own: "رد على الاتهامات قائلا إن بلاده | تدعم كينيا".
    """
    words, at, groups = draft.words, trigger.start, draft.lexicon.groups
    told = leads = -1
    for k in range(at - 1, max(start, at - 1 - _TO_REPORT), -1):
        word = words[k]
        if (word.kind == "punct" and word.bare in _BREAKS) or (word.sayings and tells_how(word)):
            return False
        if word.stem in _OF_WHICH or word.stem in groups["that"]:
            leads = k
        what = word.kind == "func" and word.stem == "ما" and words[k + 1].finite
        if what or bare_article(word.stem) in groups["what-was-said"]:
            told = k
            break
    if told < 0 or leads < 0:
        return False
    for k in range(told - 1, max(start - 1, told - 1 - _TO_BE), -1):
        if "deny" in words[k].reports:
            return not denied(draft, k, start)
        if any(kind == "denial" for _, kind, _, _ in draft.cues.get(k, ())):
            return True  # "لا صحة للأنباء عن | دعم كندا"
        if words[k].kind == "punct" or (draft.verb_at(k) and not words[k].nominal):
            return False
    return False


_TO_REPORT: Final = 12
"""So many tokens before what reports tell they are named, at most."""
_OF_WHICH: Final = frozenset(("عن", "حول", "بشان"))
_BREAKS: Final = frozenset("،؛:.")


def _that(draft: Draft, first: int, start: int) -> int:
    """The "that" before a verb, no other verb between; else -1."""
    for at in range(first - 1, max(start, first - 1 - _TO_THAT), -1):
        word = draft.words[at]
        if word.stem in draft.lexicon.groups["that"]:
            return at
        if word.kind == "punct" or (draft.verb_at(at) and not word.nominal):
            return -1
    return -1


def is_more(draft: Draft, trigger: Trigger, start: int, end: int) -> bool:
    """Whether a denial before it denies nothing, for somebody is more than that, or does it as nobody else: "لم تكن مجرد | حليفة"."""
    merely = trigger.first > start and draft.words[trigger.first - 1].stem in draft.lexicon.groups["merely"]
    return merely or like_none(draft, trigger, start, end)


def like_none(draft: Draft, trigger: Trigger, start: int, end: int) -> bool:
    """Whether nobody does it as one does, who so does it: "ليست هناك دولة | تدعم الإرهاب مثل إيران"."""
    words, there_is = draft.words, draft.lexicon.groups["there-is"]
    before = range(max(start, trigger.first - _TO_BE), trigger.first - 1)
    there = any(words[at].stem in _IS_NONE and words[at + 1].fold in there_is for at in before)
    near = range(trigger.last + 1, min(end, trigger.last + _TO_LIKE))
    return there and any(words[at].stem == "مثل" and words[at - 1].kind != "punct" for at in near)


_TO_LIKE: Final = 7
_IS_NONE: Final = frozenset(("ليس", "ليست", "لا", "لم"))
