"""What is not done, as grammar alone says: somebody is kept from it, ends it, avoids it, does not want it, or only fears it.

No particle denies it: "منعت الحكومة المسلحين من | القصف", "قررت مصر وقف | التنسيق", "تتفادى أنقرة | الصدام".
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.cues import denied, means_what
from ahlaf.coding.draft import DEEDS, Draft, Trigger
from ahlaf.lexicon.names import bare_article
from ahlaf.text.views import fold

_KEPT_FROM: Final = 6
"""So many tokens stand between a verb of preventing and what it prevents, at most."""


def surely(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether somebody is kept from it, does not want, try or manage it, ended it, or avoids it."""
    return any(says(draft, trigger, start) for says in (_prevented, _unwilled, _ended, _avoided))


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
    near = range(max(start, trigger.first - 1 - _KEPT_FROM), trigger.first - 1)
    kept = (at for at in near if not (at and "negation-particle" in words[at - 1].function))  # "لم يمنع ذلك تركيا من"
    verbs = (words[at] for at in kept if words[at].finite and (at in draft.subject_of or not words[at].nominal))
    return any(word.of_verb(preventing) for word in verbs)


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
    deed = any(e.kind == "masdar" and fold(e.lexeme.lemma) in ending for e in right_before.entries)
    if deed and not right_before.definite and not right_before.pronoun:
        led = right_before.prep or (first - 2 >= start and "prep" in words[first - 2].function)
        return not led and not denied(draft, first - 1, start)
    for at in range(first - 1, max(start, first - 1 - _KEPT_FROM) - 1, -1):
        word = words[at]
        if word.finite and word.entries and at in draft.subject_of:
            done = {e.kind for e in word.entries if e.kind in ("perfect", "imperfect")} == {"perfect"}
            return done and word.of_verb(ending) and not denied(draft, at, start)
        if draft.at[at] < 0:
            return False
    return False


def _avoided(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether it is what somebody avoids, and so does not do: "تتفادى أنقرة | قصف التنظيم", "تفادي | الصدام مع الجيش"."""
    words, first, avoiding = draft.words, trigger.first, draft.lexicon.groups["avoids"]
    if first == start or trigger.form not in DEEDS or not words[first].masdar or words[first].prep or words[first].conj:
        return False
    right_before = words[first - 1]
    if any(e.kind == "masdar" and fold(e.lexeme.lemma) in avoiding for e in right_before.entries) and not right_before.definite:
        return not denied(draft, first - 1, start)
    for at in range(first - 1, max(start, first - 1 - _KEPT_FROM) - 1, -1):
        word = words[at]
        if word.finite and word.entries and draft.at[at] < 0:
            return word.of_verb(avoiding) and not denied(draft, at, start)
        if draft.at[at] < 0:
            return False
    return False


def _unwilled(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether it is what somebody does not want, try or manage: "لا تريد واشنطن | القضاء على التنظيم"."""
    words, willing = draft.words, draft.lexicon.groups["wills"]
    if trigger.form not in ("masdar", "amb", "idiom") or not words[trigger.first].masdar:
        return False
    for at in range(trigger.first - 1, max(start, trigger.first - 1 - _KEPT_FROM), -1):
        word = words[at]
        if word.fold in draft.lexicon.groups["but"] or "subordinator" in word.function:
            return False  # "لم تنجح أمريكا إلا | بمساعدة إيران", "ما يعني أن كندا أمام | مواجهة"
        if word.finite and word.entries and draft.at[at] < 0:
            return word.of_verb(willing) and "negation-particle" in words[at - 1].function and not means_what(draft, at - 1)
        if draft.at[at] < 0 and word.kind != "func":
            return False
    return False
