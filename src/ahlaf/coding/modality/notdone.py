"""What is not done, as grammar alone says: somebody is kept from it, ends it, avoids it, does not want it, or only fears it.

No particle denies it: "منعت الحكومة المسلحين من | القصف", "قررت مصر وقف | التنسيق", "تتفادى أنقرة | الصدام". Nor is done what
is seldom done, was all but done, is done by none, or what somebody refuses to do: "قلما | دعمت", "كادت كينيا | تهاجم",
"ما من دولة | هاجمت", "رفضت كينيا أن | تستقبل".
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.clauses.topics import takes_object
from ahlaf.coding.words.cues import denied, means_what
from ahlaf.coding.words.draft import ACTIVE, DEEDS, Draft, Trigger
from ahlaf.coding.words.governed import there_is_none
from ahlaf.lexicon.names import bare_article

_KEPT_FROM: Final = 6
"""So many tokens stand between a verb of preventing and what it prevents, at most."""


def surely(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether somebody is kept from it, does not want, try or manage it, ended it, or avoids it."""
    if trigger.form in ACTIVE:
        return any(says(draft, trigger, start) for says in (_seldom, _nearly, _by_none, refused, _unwilled))
    return any(says(draft, trigger, start) for says in (_prevented, _unwilled, _failed, _ended, _lost, _avoided, _refused_deed))


def feared(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether a deed without article is what somebody fears, and has not come: "مخاوف من | قصف إيران"; "التدخل" is there already."""
    words, first = draft.words, trigger.start
    if first - 2 < start or not words[first].masdar or words[first].definite or words[first - 1].fold != "من":
        return False
    return bare_article(words[first - 2].stem) in draft.lexicon.groups["fears"]


def _prevented(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether somebody is kept from it: "منعت الحكومة المسلحين من قصف المدينة"; whether "لمنعهم من القصف" succeeds stays open."""
    words, preventing = draft.words, draft.lexicon.groups["prevents"]
    before = words[trigger.first - 1] if trigger.first > start else None
    if before is None or before.kind != "func" or before.stem not in ("من", "عن") or before.pronoun:
        return False
    if not words[trigger.first].masdar:
        return False
    near = range(trigger.first - 2, max(start, trigger.first - 1 - _KEPT_FROM) - 1, -1)
    verb = next((at for at in near if words[at].finite and (at in draft.subject_of or not words[at].nominal)), -1)
    if verb < 0 or (verb and "negation-particle" in words[verb - 1].function):
        return False  # "لم يمنع ذلك تركيا من"
    return words[verb].of_verb(preventing)  # "أثنى على كندا لما قدمته من | دعم"


def _ended(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether what is good between two was ended: "قررت مصر وقف | التنسيق مع إسرائيل", "أوقفت السلطة | التنسيق".

    What somebody is to end is looked at by the weights: "طالبها بوقف | الدعم", "عليها أن توقف | الدعم".
    """
    words, first = draft.words, trigger.first
    if first == start or trigger.sense.sign < 0 or trigger.form not in DEEDS:
        return False
    if not words[first].masdar or words[first].prep or words[first].conj:
        return False
    ending, right_before = draft.lexicon.groups["ends-it"], words[first - 1]
    deed = right_before.masdar_of(ending)
    if deed and not right_before.definite and not right_before.pronoun:
        led = right_before.prep or (first - 2 >= start and "prep" in words[first - 2].function)
        return not led and not denied(draft, first - 1, start)
    for at in range(first - 1, max(start, first - 1 - _KEPT_FROM) - 1, -1):
        word = words[at]
        if word.verb and at in draft.subject_of:
            done = word.moods == {"perfect"}
            return done and word.of_verb(ending) and not denied(draft, at, start)
        if draft.at[at] < 0:
            return False
    return False


def _lost(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether it is what somebody has no more of another: "خسر الحزب | دعم كندا", "بعد أن فقد | دعمها"."""
    verb = loses(draft, trigger, start)
    return verb >= 0 and not denied(draft, verb, start)


def loses(draft: Draft, trigger: Trigger, start: int) -> int:
    """The verb that says of whoever stands between that he loses the good another does him: "خسر الحزب | دعم كندا"; else -1."""
    words, first = draft.words, trigger.first
    if trigger.sense.sign < 0 or trigger.form not in DEEDS or first == start or words[first].prep or words[first].conj:
        return -1
    index = draft.at[first - 1]
    verb = draft.phrases[draft.lead(index)].first - 1 if index >= 0 else first - 1
    return verb if verb >= start and words[verb].of_verb(draft.lexicon.groups["loses"]) and words[verb].moods else -1


def _avoided(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether it is what somebody avoids, and so does not do: "تتفادى أنقرة | قصف التنظيم", "تفادي | الصدام مع الجيش"."""
    words, first, avoiding = draft.words, trigger.first, draft.lexicon.groups["avoids"]
    if first == start or trigger.form not in DEEDS or not words[first].masdar or words[first].prep or words[first].conj:
        return False
    right_before = words[first - 1]
    if right_before.masdar_of(avoiding) and not right_before.definite:
        return not denied(draft, first - 1, start)
    for at in range(first - 1, max(start, first - 1 - _KEPT_FROM) - 1, -1):
        word = words[at]
        if draft.verb_at(at):
            return word.of_verb(avoiding) and not denied(draft, at, start)
        if draft.at[at] < 0:
            return False
    return False


def _unwilled(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether it is what somebody does not want, try or manage: "لا تريد واشنطن | القضاء على التنظيم", "لا تريد واشنطن أن | تضغط"."""
    words, willing = draft.words, draft.lexicon.groups["wills"]
    that = trigger.first > start and words[trigger.first - 1].stem == "ان" and words[trigger.first].finite
    deed = trigger.form in ("masdar", "amb", "idiom") and words[trigger.first].masdar
    if not (that or deed):
        return False
    behind = trigger.first - 1 - that
    for at in range(behind, max(start, behind - _KEPT_FROM), -1):
        word = words[at]
        if word.fold in draft.lexicon.groups["but"] or "subordinator" in word.function:
            return False  # "لم تنجح أمريكا إلا | بمساعدة إيران", "ما يعني أن كندا أمام | مواجهة"
        if draft.verb_at(at):
            matters = that and bool(word.pronoun)  # "لا يعنيني أن يصافح الوزير السفير"
            return word.of_verb(willing) and not matters and "negation-particle" in words[at - 1].function and not means_what(draft, at - 1)
        if draft.at[at] < 0 and word.kind != "func":
            return False
    return False


def _failed(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether it is in what somebody or something failed that stands between: "فشلت المحادثات بين كندا وكينيا في | التوصل إلى اتفاق"."""
    words, first = draft.words, trigger.start
    led = words[first - 1] if first > start else None
    if led is None or led.kind != "func" or led.stem not in ("في", "عن") or led.pronoun or not words[first].masdar:
        return False
    for at in range(first - 2, max(start - 1, first - 2 - _FAR), -1):
        word = words[at]
        if word.of_verb(draft.lexicon.groups["fails"]) and (word.finite or word.masdar):
            return not denied(draft, at, start)
        if word.kind == "punct" or "subordinator" in word.function or (word.finite and word.entries and draft.at[at] < 0):
            return False
    return False


_FAR: Final = 14
"""So many tokens stand between a verb of failing and that in which somebody fails, at most."""


def _seldom(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether it is told right before a verb that it is hardly ever done: "قلما | دعمت كينيا", "نادرا ما | تدعم"."""
    words, before = draft.words, trigger.start - 1
    seldom = draft.lexicon.groups["seldom"]
    if before < start or words[trigger.start].conj:
        return False
    what = before - 1 >= start and words[before].stem == "ما" and words[before - 1].fold in seldom
    return what or bool(seldom.get(words[before].fold))


def _nearly(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether it was all but done: "كاد الجيش | يعتقل الوزير", "كادت أن | تهاجم"; "لم يكد | يدخل" is done."""
    words, moods = draft.words, draft.words[trigger.start].moods
    if moods != {"imperfect"}:
        return False
    at = _verb_over(draft, trigger, start)
    if at < 0 or not words[at].of_verb(draft.lexicon.groups["all-but"]):
        return False
    return words[at].moods == {"perfect"} and not denied(draft, at, start)


def _by_none(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether none does what a verb says: "ما من دولة | دعمت كينيا"."""
    subject = draft.subject_of.get(trigger.start, -1)
    none = subject >= 0 and start < draft.phrases[subject].first < trigger.start and there_is_none(draft, draft.phrases[subject])
    return none and not any(word.fold in draft.lexicon.groups["but"] for word in draft.words[trigger.last + 1 : trigger.last + _KEPT_FROM])


def refused(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether it is what somebody refuses to do himself: "رفضت كينيا أن | تستقبل الوفد"; what others do he may only not want."""
    words, at = draft.words, _verb_over(draft, trigger, start)
    if at < 0 or not words[at].of_verb(draft.lexicon.groups["refuses"]) or denied(draft, at, start):
        return False
    if not any(words[k].stem == "ان" for k in range(at + 1, trigger.start)):
        return False  # "رفضته كندا لأنه | يخدم كينيا"
    return _same(draft, at, trigger.start)


def _refused_deed(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether an expression says what its refuser will not do himself: "رفضت كينيا | الرضوخ لإملاءات كندا", "قطع علاقاتها مع كندا".

    What harms somebody he may refuse that others do.
    """
    words, first = draft.words, trigger.start
    if trigger.form != "idiom" or not words[first].masdar or first <= start or words[first].prep or words[first].conj:
        return False
    own = trigger.sense.sign > 0 or any(words[k].pronoun for k in range(first, trigger.last + 1))
    near = range(first - 1, max(start - 1, first - 1 - _KEPT_FROM), -1)
    verb = next((k for k in near if words[k].of_verb(draft.lexicon.groups["refuses"])), -1)
    if not own or verb < 0 or not words[verb].finite or words[verb].pronoun or denied(draft, verb, start):
        return False
    subject = draft.subject_of.get(verb, -1)
    behind = draft.phrases[subject].named_to if subject >= 0 and draft.phrases[subject].first > verb else verb
    return behind + 1 == first


def refuses_to(draft: Draft, at: int) -> bool:
    """Whether a verb of refusing says what its subject will not do, and denies nothing that was told: "رفضت كينيا أن تستقبل"."""
    words, end = draft.words, draft.stretches[draft.sentence_of[at]].end
    if not words[at].of_verb(draft.lexicon.groups["refuses"]):
        return False
    near = range(at + 1, min(end, at + 2 + _KEPT_FROM))
    verb = next((k for k in near if "subordinator" in words[k - 1].function and words[k].finite), -1)
    return verb >= 0 and _same(draft, at, verb)


def _same(draft: Draft, one: int, two: int) -> bool:
    """Whether two verbs have one subject; who stands alone behind the second is done something: "رفضت كندا أن | تدعم أوغندا"."""
    mine, other = (draft.subject_of.get(k, -1) for k in (one, two))
    if mine < 0 or other < 0:
        return other < 0
    alone = two not in draft.object_of and draft.phrases[other].first == two + 1 and takes_object(draft, two)
    return alone or draft.lead(mine) == draft.lead(other)


def _verb_over(draft: Draft, trigger: Trigger, start: int) -> int:
    """The finite verb before a verb, nothing but its subject and "that" between; else -1."""
    words = draft.words
    for at in range(trigger.start - 1, max(start - 1, trigger.start - 2 - _KEPT_FROM), -1):
        word = words[at]
        if draft.verb_at(at) and (word.kind == "verb" or at in draft.subject_of):
            return at  # "| رفض الوزير أن" has who does it, and is no refusal
        if word.kind == "punct" or (word.kind == "func" and "subordinator" not in word.function):
            return -1
    return -1
