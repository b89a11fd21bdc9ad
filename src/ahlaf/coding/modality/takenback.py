"""Denials that another word takes back, so that what stands under them is so all the same.

"لن نكف عن | دعم", "لا تخفي | دعمها", "لم يهاجم | إلا داعش"; and who turns down a charge does not deny that it was made.
"""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from ahlaf.coding.clauses.butsubjects import OTHER_THAN, is_but
from ahlaf.coding.clauses.subjects import governor
from ahlaf.coding.clauses.topics import asks_who
from ahlaf.coding.modality.disbelief import is_more
from ahlaf.coding.modality.notdone import loses
from ahlaf.coding.names.quotednames import QUOTATION_MARKS
from ahlaf.coding.words.cues import AFFIRMED, NEGATED, REACH, denied, means_what
from ahlaf.coding.words.draft import DEEDS, VERBS, Draft, Trigger
from ahlaf.coding.words.kinds import HARM
from ahlaf.coding.words.word import Word
from ahlaf.lexicon.names import bare_article


def undone(draft: Draft, trigger: Trigger, start: int, end: int) -> set[int]:
    """Tokens whose denial another word takes back: "لن نكف عن دعم", "لا تخفي دعمها", "لم يهاجم الجيش | إلا داعش"."""
    found: set[int] = set()
    for at in range(max(start, trigger.start - REACH), trigger.start):
        for last, kind, _, _ in draft.cues.get(at, ()):
            if kind == AFFIRMED and last < trigger.first:
                found.update(range(at, last + 1))
    if excepted(draft, trigger, end):
        behind = draft.words[trigger.last + 1].fold if trigger.last + 1 < end else ""
        back = FAR if behind in draft.lexicon.groups["alone"] else _JUST_BEFORE  # "ليس صحيحا أنها | تحارب وحدها"
        found.update(range(trigger.start - back, trigger.start))
    found.update(range(start, trigger.first if is_more(draft, trigger, start, end) else _left(draft, trigger, start)))
    found.update(_not_without(draft, trigger, start))
    found.update(_not_lost(draft, trigger, start))
    found.update(_untold(draft, trigger, start))
    found.update(_what_is(draft, trigger, start))
    found.update(_not_told_how(draft, trigger, start))
    found.update(_of_its_predicate(draft, trigger, start, end))
    found.update(at for at in range(max(start, trigger.start - REACH), trigger.start - _DESCRIBED) if _describes(draft, at))
    return found


def _describes(draft: Draft, at: int) -> bool:
    """Whether a denial only tells what something before it is like: "حرب | لا هوادة فيها ضد داعش", "دعم لا رجعة عنه"."""
    words = draft.words
    if words[at].stem != "لا" or words[at].conj:
        return False
    noun, led = words[at + 1], words[at + 2]
    lone = noun.kind in ("noun", "unknown") and not (noun.finite or noun.definite or noun.pronoun or noun.prep or noun.conj)
    return lone and led.kind == "func" and bool(led.pronoun) and led.stem in _OF_IT


_OF_IT: Final = frozenset(("في", "علي", "من", "عن"))
_DESCRIBED: Final = 2
"""So many tokens stand between such a denial and what it does not deny, at least."""


def _what_is(draft: Draft, trigger: Trigger, start: int) -> range:
    """From a "ما" that means "what" to where it is told what that is: "ما تريده إيران هو | تمزيق العراق"."""
    words, at = draft.words, trigger.first - 1
    if at < start or words[at].stem not in ("هو", "هي") or words[at].conj:
        return range(0)
    what = next((k for k in range(at - 2, max(start, at - REACH) - 1, -1) if means_what(draft, k)), -1)
    return range(what, trigger.first) if what >= 0 else range(0)


def _not_told_how(draft: Draft, trigger: Trigger, start: int) -> range:
    """From a sentence's beginning to what asks how, why or who, which alone is denied to be known: "لا نعرف لماذا | تدعم كندا الحزب"."""
    words, groups = draft.words, draft.lexicon.groups
    if asks_who(draft, trigger.start, start):
        return range(start, trigger.start - 1)
    for at in range(trigger.start - 1, max(start, trigger.start - 1 - _JUST_BEFORE) - 1, -1):
        if words[at].kind == "punct":
            break
        if words[at].stem in groups["asks-how"] or words[at].fold in groups["asks-whether"]:
            return range(start, at)
    return range(0)


def _of_its_predicate(draft: Draft, trigger: Trigger, start: int, end: int) -> range:
    """A denial of being right before somebody's deed, which denies only what the deed is like: "ليس | دعم كندا لكينيا حلا".

    Of "لم يكن دعم كندا لكينيا", which says nothing more of it, it denies the deed.
    """
    words, groups, first, last = draft.words, draft.lexicon.groups, trigger.first, trigger.last
    at = first - 1
    if trigger.form not in DEEDS or at < start or words[first].prep or last + 1 >= end or draft.at[last + 1] < 0:
        return range(0)
    if words[at].fold in groups["was"] and at > start and "negation-particle" in words[at - 1].function:
        at -= 1
    elif words[at].stem not in groups["is-not"]:
        return range(0)
    behind = range(last + 1, min(end, last + 1 + REACH))
    clause = takewhile(lambda k: words[k].kind != "punct" and k not in draft.subject_of, behind)
    return range(at, first) if any(_is_told(draft, k) for k in clause) else range(0)


def _is_told(draft: Draft, at: int) -> bool:
    """Whether a token is what a clause without a verb tells of its subject: an accusative, or a word of group no-news."""
    word = draft.words[at]
    if draft.at[at] >= 0 or word.definite or word.prep or word.conj:
        return False
    return (word.bare.endswith("ا") and not word.function) or word.fold in draft.lexicon.groups["no-news"]


def _not_without(draft: Draft, trigger: Trigger, start: int) -> range:
    """From a denial to the "without" that it stands before, both of which a deed needs: "لا سلام من دون | دعم السعودية للحكومة"."""
    words, without = draft.words, trigger.start - 1
    if trigger.form not in DEEDS or without < start or words[without].stem not in draft.lexicon.groups["without"]:
        return range(0)
    for at in range(without - 1, max(start, without - REACH) - 1, -1):
        if words[at].kind == "punct":
            break
        if any(kind == NEGATED and last < without - 1 for last, kind, _, _ in draft.cues.get(at, ())):
            return range(at, trigger.start)
    return range(0)


def _not_lost(draft: Draft, trigger: Trigger, start: int) -> range:
    """The denial of losing what another does, which so he does: "لم يخسر الحزب | دعم كندا"."""
    verb = loses(draft, trigger, start)
    return range(verb - 1, trigger.first) if verb >= 0 and denied(draft, verb, start) else range(0)


def _untold(draft: Draft, trigger: Trigger, start: int) -> range:
    """From the denial that a text or somebody tells of a deed, or judges it: "لم يقل شيئا عن | دعم كندا", "لن تسكت عن | قصف كندا".

    The deed may well be, whatever is not said of it.
    """
    words, first = draft.words, trigger.first
    leads = first - 1 >= start and words[first - 1].kind == "func" and words[first - 1].stem in _TOLD_OF and not words[first].prep
    if trigger.form not in DEEDS or not leads:
        return range(0)
    verb = governor(draft, first, start)
    told = verb >= 0 and any(words[verb].of_verb(draft.lexicon.groups[group]) for group in ("mentions", "judges"))
    if not told or not denied(draft, verb, start):
        return range(0)
    return range(verb - 1, first) if direct(draft, verb, first) else range(0)


_TOLD_OF: Final = frozenset(("عن", "الي", "حول", "علي"))
"""What leads from a word of telling to what it tells of."""


def somebodys_without(draft: Draft, trigger: Trigger, before: Word | None) -> bool:
    """Whether somebody is without those who are his all the same: "حاربت روسيا دون | حلفائها"."""
    if trigger.form != "agent" or before is None or before.stem not in draft.lexicon.groups["without"]:
        return False
    behind = draft.word_behind(trigger.last)
    owned = behind is not None and not behind.prep and (behind.definite or behind.fold in draft.lexicon.names)
    return bool(draft.words[trigger.last].pronoun) or owned


FAR: Final = 8
"""So many tokens a denial that is taken back may stand before the word that it would deny."""
_JUST_BEFORE: Final = 3
_TO_EXCEPTION: Final = 6
"""So many tokens a denial may stand before its verb, and an exception behind it."""


def excepted(draft: Draft, trigger: Trigger, end: int) -> bool:
    """Whether the clause that a trigger begins goes on with "but", "other than" and somebody: "إلا داعش", "سوى إيران".

    Or with "only", "alone": "لا تدعم الحوثيين فقط", "لم تدعم الأكراد وحدهم". An expression may have it within: "لا تتحرك إلا بأمر كندا".
    """
    words, alone = draft.words, draft.subject_of.get(trigger.start, -1)
    if but_somebody(draft, trigger, end):
        return True
    for at in range(trigger.first + 1, min(trigger.last + 1 + _TO_EXCEPTION, end - 1)):
        if words[at].kind == "punct":
            return False
        if alone >= 0 and draft.at[at + 1] == alone and is_but(draft, at):
            return True  # "ما من دولة تدعمه غير | قطر"
        if words[at].fold in draft.lexicon.groups["only"] or words[at].fold in draft.lexicon.groups["alone"]:
            return True
        if words[at].fold in draft.lexicon.groups["but"] and "أ" not in words[at].bare:  # "ألا" is "not to"
            return words[at + 1].fold not in draft.lexicon.groups["that"] and words[at + 1].kind != "punct"
    return False


def but_somebody(draft: Draft, trigger: Trigger, end: int) -> bool:
    """Whether behind a noun stands who alone is one: "لم يبق لكندا | حليف سوى كينيا", "لا | حليف لها في المنطقة غير كينيا"."""
    words = draft.words
    if trigger.form != "agent" or words[trigger.last].definite or words[trigger.last].pronoun:
        return False
    behind = range(trigger.last + 1, min(trigger.last + _TO_EXCEPTION, end - 1))
    clause = takewhile(lambda at: words[at].kind != "punct" and not draft.verb_at(at), behind)
    return any(is_but(draft, at) and draft.at[at + 1] >= 0 and draft.phrases[draft.at[at + 1]].first == at + 1 for at in clause)


def _left(draft: Draft, trigger: Trigger, start: int) -> int:
    """The token of "but" or "alone" before a trigger, which is what is left or not alone so: "لا خيار إلا | دعمه"; else the first."""
    words = draft.words
    for at in range(trigger.start - 1, max(start, trigger.start - 1 - _TO_EXCEPTION), -1):
        if words[at].kind == "punct":
            return start
        if words[at].fold in draft.lexicon.groups["but"] and "أ" not in words[at].bare:
            return at
        if words[at].fold == OTHER_THAN and at == trigger.start - 1 and words[trigger.first].masdar:
            return at + 1  # "لا حل غير | الحوار"
        if words[at].fold in draft.lexicon.groups["alone"]:
            return at  # "ليست إيران وحدها من | تدعمه"
    return start


def since_rather(draft: Draft, trigger: Trigger, start: int) -> int:
    """The last "rather" before a trigger, behind which no denial reaches that stood before: "لم يقصد الحزب بل | حلفاءه"; else the first."""
    rather = draft.lexicon.groups["rather"]
    return next((at for at in range(trigger.start - 1, start, -1) if draft.words[at].stem in rather), start)


def direct(draft: Draft, verb: int, noun: int) -> bool:
    """Whether nothing but the subject stands between a verb and a noun: "نفى الجيش السوداني قصف المخيم"."""
    words, that = draft.words, draft.lexicon.groups["that"]
    between = range(verb + 1, noun)
    marks = any(words[k].kind == "punct" and words[k].bare not in QUOTATION_MARKS for k in between)
    return not marks and not any(words[k].fold in that or (words[k].finite and draft.at[k] < 0) for k in between)


def said_already(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether it is a demand or a charge that somebody turns down, and which so was made: "رفضت حماس | شروط إسرائيل"."""
    words, first = draft.words, trigger.first
    if _anothers(draft, trigger, start):
        return True
    if trigger.form in VERBS or bare_article(words[first].stem) not in draft.lexicon.groups["made-already"]:
        return False
    verb = governor(draft, first, start)
    if verb < 0 or not words[verb].of_verb(draft.lexicon.groups["turns-down"]) or denied(draft, verb, start):
        return False
    return direct(draft, verb, first) and _made(draft, verb, first)


def _anothers(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether it is the harm that another does and somebody refuses to accept: "رفضت كندا | العدوان الكيني على أوغندا"."""
    words, first = draft.words, trigger.first
    index = draft.at[first + 1] if first + 1 < len(words) else -1
    if trigger.form not in DEEDS or trigger.sense.relation not in HARM or not words[first].definite or index < 0:
        return False
    doer = draft.phrases[index]
    if doer.first != first + 1 or doer.kind != "nisba" or doer.actor is None:
        return False
    near = range(first - 1, max(start, first - _TO_REFUSAL) - 1, -1)
    refusal = next((k for k in near if words[k].of_verb(draft.lexicon.groups["refuses"])), -1)
    if refusal < 0 or not (words[refusal].finite or words[refusal].masdar) or not direct(draft, refusal, first):
        return False
    refuser = draft.subject_of.get(refusal, -1)
    own = draft.phrases[refuser].actor if refuser >= 0 else None
    return (own is None or own.country != doer.actor.country) and not denied(draft, refusal, start)


_TO_REFUSAL: Final = 7
"""So many tokens a refusal stands before the deed that is refused, at most."""


def _made(draft: Draft, verb: int, noun: int) -> bool:
    """Whether a demand is there: known, or its maker's, and not what a noun before it leaves open ("نفى وجود | تهديدات", "أي ضغوط")."""
    words, index = draft.words, draft.at[noun + 1] if noun + 1 < len(draft.words) else -1
    before, word = words[noun - 1], words[noun]
    if noun - 1 > verb and not before.definite and (before.stem in _ANY or before.masdar):
        return False
    if word.definite or word.pronoun:
        return True
    if index < 0 or draft.phrases[index].first != noun + 1 or draft.phrases[index].prep:
        return False
    return draft.phrases[index].kind == "nisba" or not word.bare.endswith("ا")  # "طلبا | أمريكيا", but "رفضت اتهاما | كندا"


_ANY: Final = frozenset(("اي", "ايه"))
