"""How a claim is meant: denied or not; asserted, alleged, intended, due, supposed or asked.

Cues stand before what they govern and reach as far as their row says: the next words, the clause, the
sentence. What governs a trigger is put in symbols here and weighed by :mod:`.credence`, for a cue is
rarely alone: "لم يقل إنه يجب أن…" has three. The strongest are the nearest.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.deedbars import HARM
from ahlaf.coding.disbelief import ACCUSER, disbelieved, is_more, was_not
from ahlaf.coding.draft import Draft, Trigger
from ahlaf.coding.quotednames import QUOTATION_MARKS
from ahlaf.coding.subjects import governor
from ahlaf.coding.word import Word
from ahlaf.lexicon.names import bare_article
from ahlaf.text.views import fold

_BREAKS: Final = frozenset("،؛,;:-–—»")
_REACH: Final = 18
_QUESTION: Final = frozenset("؟?")
_AFFIRMED: Final = "affirmation"
_NEGATED: Final = "negation"
DENIED: Final = "denied"
"""What grammar alone settles: لا written together with its verb, عدم before its noun, what somebody is kept from."""
MAY: Final = "may"
"""And قد before a verb of what is not over: "قد تفرض أوروبا عقوبات"."""
DUE: Final = "due"
"""And "let him": "فليدعم العرب غزة"."""
FEARED: Final = "feared"
"""And what is feared and has not come: "مخاوف من قصف"."""
GRANTED: Final = "granted"
"""What grammar alone settles as well: a denial that another word takes back, where nothing else denies."""
_KEPT_FROM: Final = 6
"""So many tokens stand between a verb of preventing and what it prevents, at most."""


def symbols(draft: Draft, trigger: Trigger) -> tuple[str, ...]:
    """The symbols that say how the relation at a trigger is meant."""
    words = draft.words
    stretch = draft.stretches[trigger.sentence]
    start = trigger.start
    form = trigger.form
    found = ["bias", f"form:{form}", f"rel:{trigger.sense.relation}"]
    first = words[trigger.first]
    if first.negated:
        found.extend((DENIED, "cue:negation|00", "cue:negation"))
    if first.prep:
        found.append(f"clitic:{first.prep}|{form}")
    if first.function:
        found.append("function")
    breaks = 0
    verbs = 0
    seen: set[str] = set()
    undone = _undone(draft, trigger, stretch.first, stretch.end)
    taken_back = False
    for back in range(1, _REACH + 1):
        at = start - back
        if at < stretch.first:
            break
        word = words[at]
        if word.kind == "punct" and word.bare in _BREAKS:
            breaks += 1
        here = draft.cues.get(at, ())
        for last, kind, reach, _ in here:
            if last >= trigger.first or (kind == "hedge" and words[last + 1].stem in ACCUSER):  # "متهم عند | كينيا": she says so
                continue
            if kind == _NEGATED and at in undone:
                taken_back = taken_back or back <= _TAKEN_BACK
                continue
            distance = start - last
            if reach == "next" and distance > 3:
                continue
            if reach == "clause" and breaks > 1 and distance > 8:
                continue
            key = f"{kind}:{reach}"
            if key in seen:
                continue
            seen.add(key)
            near = "0" if distance <= 1 else "1" if distance <= 3 else "2" if distance <= 7 else "3"
            found.append(f"cue:{kind}|{near}{min(breaks, 1)}")
            found.append(f"cue:{kind}|{form}|{min(verbs, 2)}")
            found.append(f"cue:{kind}")
        if word.finite and word.entries:
            verbs += 1
        if back == 1:
            found.append(f"before:{word.stem if word.kind == 'func' else word.kind}|{form}")
    before = words[start - 1] if start > stretch.first else None
    right_before = words[trigger.first - 1] if trigger.first > stretch.first else None
    lacking = any(word is not None and word.stem == "عدم" for word in (before, right_before))
    if lacking or any(says(draft, trigger, stretch.first) for says in (_prevented, _unwilled, _ended, _avoided, was_not, disbelieved)):
        found.append(DENIED)
    if _feared(draft, trigger, stretch.first):
        found.append(FEARED)
    if before is not None and before.stem in draft.lexicon.groups["in-order-to"]:
        found.append(f"purpose|{form}")
    if words[stretch.end - 1].bare in _QUESTION or (stretch.end < len(words) and words[stretch.end - 1].bare in _QUESTION):
        found.append("asked")
        found.append(f"asked|{form}")
        found.append(f"asked|{'near' if stretch.end - trigger.last < 10 else 'far'}|{form}")
    said = _said_already(draft, trigger, stretch.first)
    for at, entry in draft.governors.get(trigger.sentence, ()):
        if at in undone and entry == "deny":
            continue  # "لم ينف دعمه": the لم before it is taken back
        answers = entry == "deny" and form in _DEEDS and words[at].of_verb(draft.lexicon.groups["answers"])
        if answers and (first.prep == "ب" or trigger.sense.relation in HARM):
            continue  # "رد على روسيا | بدعم أوكرانيا", "رد على | هجوم روسيا"; but "رد على | اتهامات روسيا"
        if at < start and entry == "deny" and start - at <= 5:
            found.extend(("cue:negation|00", "cue:negation"))
            if form in _DEEDS and _direct(draft, at, start) and not said:
                found.append(DENIED)
        if at < start and start - at <= 14:
            found.append(f"under:{entry}|{form}")
            found.append(f"under:{entry}")
    told = before is not None and before.stem == "عن" and _AFFIRMED in _just_before(draft, start)  # "كشفت الصحيفة عن | تمويل"
    if said or _somebodys_without(draft, trigger, before) or ((taken_back or told) and not {DENIED, f"cue:{_NEGATED}"} & set(found)):
        found.append(GRANTED)
    accused = (draft.phrases[index].named_to + 1 for at, index in draft.accused.items() if draft.sentence_of[at] == trigger.sentence)
    if trigger.first in accused:
        found.append("cue:hearsay|00")
    if _doubted_behind(draft, trigger, stretch.end):
        found.append(MAY)
    found.extend(_particle_before(draft, trigger, stretch.first, stretch.end))
    if first.prep == "س" or (before is not None and before.stem == "سوف"):
        found.append("future")
    return tuple(dict.fromkeys(found))


def _particle_before(draft: Draft, trigger: Trigger, start: int, end: int) -> list[str]:
    """What the particle right before a verb settles: "قد تفرض", "فليدعم", "إن اعتدت", "ما قصفت"; "ما قصفت إلا داعش" denies nothing."""
    words, at = draft.words, trigger.start
    kinds = {e.kind for e in words[at].entries if e.kind in ("perfect", "imperfect")}
    particle = words[at - 1] if at > start and words[at - 1].kind == "func" and not words[at - 1].pronoun else None
    if kinds == {"imperfect"} and words[at].conj == "ف" and words[at].prep == "ل":
        return [DUE]
    answers = kinds == {"perfect"} and words[at].fold == "ل" + words[at].stem
    if answers and any(words[k].stem == "لولا" for k in range(max(start, at - _REACH), at)):
        return ["cue:conditional|00"]  # "لولا تركيا | لقصفت روسيا إدلب"
    if particle is None or len(kinds) != 1:
        return []
    if kinds == {"imperfect"}:
        return [MAY] if particle.stem in _PERHAPS else []
    if particle.stem == "قد":
        return [MAY] if _may_be(draft, at - 1, start) else []
    opens = at - 2 < start or words[at - 2].kind == "punct" or particle.conj == "و"
    if particle.bare.endswith("إن") and not words[at].nominal and (opens or words[at - 2].stem != "ما"):
        return ["cue:conditional|00"]  # إنّ stands before no verb
    subject = draft.subject_of.get(at, -1)
    done = opens and particle.fold in ("ما", "وما") and not words[at].pronoun and subject >= 0 and draft.phrases[subject].first > at
    return [DENIED] if done and not _excepted(draft, trigger, end) else []


_PERHAPS: Final = frozenset(("قد", "ربما"))
"""What right before a verb of what is not over says that it may be."""


def _doubted_behind(draft: Draft, trigger: Trigger, end: int) -> bool:
    """Whether what stands behind says that nobody vouches for it: "الهجوم الإيراني | المزعوم", "قصفت دمشق | على ما يبدو"."""
    words, last = draft.words, trigger.last
    alleged = draft.lexicon.groups["alleged"]
    if trigger.form in _DEEDS and any(bare_article(words[at].stem) in alleged for at in range(last + 1, min(last + 3, end))):
        return True
    for at in range(last + 1, min(last + _SOON, end)):
        if words[at].bare in "؛:." or "subordinator" in words[at].function:
            return False
        if any(kind in ("hedge", "hearsay") and reach == "sentence" for _, kind, reach, _ in draft.cues.get(at, ())):
            return True
    return False


_SOON: Final = 10
"""So many tokens behind what it is about a doubt may be told."""


def goes_on(draft: Draft, one: Trigger, two: Trigger, mood: str = "imperfect") -> bool:
    """Whether the second verb is meant as the first one is, with which it shares mood and subject.

    "على بغداد أن تدعم الجيش | وتحاسب الفصائل"; in the perfect "إن هاجمت إسرائيل إيران | ودمرت منشآتها".
    """
    words, at = draft.words, two.start
    if words[at].conj != "و" or one.sentence != two.sentence or not 0 < at - one.last <= _JOINED:
        return False
    moods = [{e.kind for e in words[k].entries if e.kind in ("perfect", "imperfect")} for k in (one.start, at)]
    subjects = [draft.subject_of.get(k, -1) for k in (one.start, at)]
    if not all(mood in found for found in moods) or min(subjects) < 0 or draft.lead(subjects[0]) != draft.lead(subjects[1]):
        return False
    between = range(one.last + 1, at)
    return not any(
        (words[k].finite and k in draft.subject_of) or "subordinator" in words[k].function or words[k].bare in "؛:.»" for k in between
    )


_JOINED: Final = 10
"""So many tokens may stand between two verbs that are joined."""


def _may_be(draft: Draft, at: int, start: int) -> bool:
    """Whether "may be" stands before what is told as done: "ربما تكون روسيا | قد قصفت حلب"."""
    for position in range(at - 1, max(start, at - _TO_BE) - 1, -1):
        if draft.words[position].stem in ("يكون", "تكون", "يكونوا"):
            hedged = (kind for k in range(max(start, position - 3), position) for _, kind, _, _ in draft.cues.get(k, ()))
            return "hedge" in hedged
    return False


_TO_BE: Final = 7
"""So many tokens before what was done stands "be", at most."""


def _just_before(draft: Draft, start: int) -> set[str]:
    """The classes of the cues that end right before a token."""
    return {kind for at in range(max(0, start - _REACH_OF_CUES), start) for last, kind, _, _ in draft.cues.get(at, ()) if last == start - 1}


_REACH_OF_CUES: Final = 4
"""So many tokens a cue may have."""


def _undone(draft: Draft, trigger: Trigger, start: int, end: int) -> set[int]:
    """Tokens whose denial another word takes back: "لن نكف عن دعم", "لا تخفي دعمها", "لم يهاجم الجيش | إلا داعش"."""
    found: set[int] = set()
    for at in range(max(start, trigger.start - _REACH), trigger.start):
        for last, kind, _, _ in draft.cues.get(at, ()):
            if kind == _AFFIRMED and last < trigger.first:
                found.update(range(at, last + 1))
    if _excepted(draft, trigger, end):
        behind = draft.words[trigger.last + 1].fold if trigger.last + 1 < end else ""
        back = _TAKEN_BACK if behind in draft.lexicon.groups["alone"] else _JUST_BEFORE  # "ليس صحيحا أنها | تحارب وحدها"
        found.update(range(trigger.start - back, trigger.start))
    found.update(range(start, trigger.first if is_more(draft, trigger, start, end) else _left(draft, trigger, start)))
    found.update(_not_without(draft, trigger, start))
    found.update(_what_is(draft, trigger, start))
    return found


def _what_is(draft: Draft, trigger: Trigger, start: int) -> range:
    """From a "ما" that means "what" to where it is told what that is: "ما تريده إيران هو | تمزيق العراق"."""
    words, at = draft.words, trigger.first - 1
    if at < start or words[at].stem not in ("هو", "هي") or words[at].conj:
        return range(0)
    what = next((k for k in range(at - 2, max(start, at - _REACH) - 1, -1) if _means_what(draft, k)), -1)
    return range(what, trigger.first) if what >= 0 else range(0)


def _means_what(draft: Draft, at: int) -> bool:
    """Whether a "ما" at a token means "what", for the verb behind it takes it up: "ما | تريده إيران", "ما | يسعى إليه"."""
    verb, behind = draft.words[at + 1], draft.words[at + 2] if at + 2 < len(draft.words) else None
    led = behind is not None and behind.kind == "func" and "prep" in behind.function and behind.pronoun == "ه"
    return draft.words[at].stem == "ما" and verb.finite and (verb.pronoun == "ه" or led)


def _not_without(draft: Draft, trigger: Trigger, start: int) -> range:
    """From a denial to the "without" that it stands before, both of which a deed needs: "لا سلام من دون | دعم السعودية للحكومة"."""
    words, without = draft.words, trigger.start - 1
    if trigger.form not in _DEEDS or without < start or words[without].stem not in draft.lexicon.groups["without"]:
        return range(0)
    for at in range(without - 1, max(start, without - _REACH) - 1, -1):
        if words[at].kind == "punct":
            break
        if any(kind == _NEGATED and last < without - 1 for last, kind, _, _ in draft.cues.get(at, ())):
            return range(at, trigger.start)
    return range(0)


def _somebodys_without(draft: Draft, trigger: Trigger, before: Word | None) -> bool:
    """Whether somebody is without those who are his all the same: "حاربت روسيا دون | حلفائها"."""
    if trigger.form != "agent" or before is None or before.stem not in draft.lexicon.groups["without"]:
        return False
    behind = draft.words[trigger.last + 1] if trigger.last + 1 < len(draft.words) else None
    owned = behind is not None and not behind.prep and (behind.definite or behind.fold in draft.lexicon.names)
    return bool(draft.words[trigger.last].pronoun) or owned


_TAKEN_BACK: Final = 8
"""So many tokens a denial that is taken back may stand before the word that it would deny."""
_JUST_BEFORE: Final = 3
_TO_EXCEPTION: Final = 6
"""So many tokens a denial may stand before its verb, and an exception behind it."""


def _excepted(draft: Draft, trigger: Trigger, end: int) -> bool:
    """Whether the clause that a trigger begins goes on with "but", "other than" and somebody: "إلا داعش", "سوى إيران".

    Or with "only", "alone": "لا تدعم الحوثيين فقط", "لم تدعم الأكراد وحدهم".
    """
    words = draft.words
    for at in range(trigger.last + 1, min(trigger.last + 1 + _TO_EXCEPTION, end - 1)):
        if words[at].kind == "punct":
            return False
        if words[at].fold in draft.lexicon.groups["only"] or words[at].fold in draft.lexicon.groups["alone"]:
            return True
        if words[at].fold in draft.lexicon.groups["but"] and "أ" not in words[at].bare:  # "ألا" is "not to"
            return words[at + 1].fold not in draft.lexicon.groups["that"] and words[at + 1].kind != "punct"
    return False


def _left(draft: Draft, trigger: Trigger, start: int) -> int:
    """The token of "but" or "alone" before a trigger, which is what is left or not alone so: "لا خيار إلا | دعمه"; else the first."""
    words = draft.words
    for at in range(trigger.start - 1, max(start, trigger.start - 1 - _TO_EXCEPTION), -1):
        if words[at].kind == "punct":
            return start
        if words[at].fold in draft.lexicon.groups["but"] and "أ" not in words[at].bare:
            return at
        if words[at].fold in draft.lexicon.groups["alone"]:
            return at  # "ليست إيران وحدها من | تدعمه"
    return start


_DEEDS: Final = frozenset(("masdar", "noun", "amb"))


def _direct(draft: Draft, verb: int, noun: int) -> bool:
    """Whether nothing but the subject stands between a verb and a noun: "نفى الجيش السوداني قصف المخيم"."""
    words, that = draft.words, draft.lexicon.groups["that"]
    between = range(verb + 1, noun)
    marks = any(words[k].kind == "punct" and words[k].bare not in QUOTATION_MARKS for k in between)
    return not marks and not any(words[k].fold in that or (words[k].finite and draft.at[k] < 0) for k in between)


def find_governors(draft: Draft) -> None:
    """Note verbs and nouns that put what follows under them: demands, promises, threats, sayings in doubt.

    Who does something "ردا على" a deed turns no deed down.
    """
    answers = {k for at, here in draft.cues.items() for last, kind, _, _ in here if kind == "occasion" for k in range(at, last + 1)}
    for trigger in draft.triggers:
        relation = trigger.sense.relation
        if relation in _GOVERNING and trigger.first not in answers:
            draft.governors.setdefault(trigger.sentence, []).append((trigger.last, relation))
    for at, word in enumerate(draft.words):
        for report in word.reports:
            if report != "say" and draft.sentence_of[at] >= 0 and at not in answers:
                draft.governors.setdefault(draft.sentence_of[at], []).append((at, report))


_GOVERNING: Final = frozenset(("REQUEST", "AGREE", "THREATEN", "REJECT", "ACCUSE", "CONCEDE"))


def _feared(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether a deed without article is what somebody fears, and has not come: "مخاوف من | قصف إيران"; "التدخل" is there already."""
    words, first = draft.words, trigger.start
    if first - 2 < start or not words[first].masdar or words[first].definite or words[first - 1].fold != "من":
        return False
    return bare_article(words[first - 2].stem) in draft.lexicon.groups["fears"]


def _said_already(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether it is a demand or a charge that somebody turns down, and which so was made: "رفضت حماس | شروط إسرائيل"."""
    words, first = draft.words, trigger.first
    if trigger.form in _VERBS or bare_article(words[first].stem) not in draft.lexicon.groups["made-already"]:
        return False
    verb = governor(draft, first, start)
    if verb < 0 or not words[verb].of_verb(draft.lexicon.groups["turns-down"]) or _denied(draft, verb, start):
        return False
    return _direct(draft, verb, first) and _made(draft, verb, first)


def _made(draft: Draft, verb: int, noun: int) -> bool:
    """Whether a demand is there: known, or its maker's, and not what a noun before it leaves open ("نفى وجود | تهديدات", "أي ضغوط")."""
    words, index = draft.words, draft.at[noun + 1] if noun + 1 < len(draft.words) else -1
    before, word = words[noun - 1], words[noun]
    if noun - 1 > verb and not before.definite and (before.stem in _ANY or before.masdar):
        return False
    if word.definite or word.pronoun:
        return True
    return index >= 0 and draft.phrases[index].first == noun + 1 and not draft.phrases[index].prep and not word.bare.endswith("ا")


_ANY: Final = frozenset(("اي", "ايه"))
_VERBS: Final = frozenset(("perf", "impf", "pass"))


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
    if first == start or trigger.sense.sign < 0 or trigger.form not in _DEEDS:
        return False
    if not words[first].masdar or words[first].prep or words[first].conj:
        return False
    ending, right_before = draft.lexicon.groups["ends-it"], words[first - 1]
    deed = any(e.kind == "masdar" and fold(e.lexeme.lemma) in ending for e in right_before.entries)
    if deed and not right_before.definite and not right_before.pronoun:
        led = right_before.prep or (first - 2 >= start and "prep" in words[first - 2].function)
        return not led and not _denied(draft, first - 1, start)
    for at in range(first - 1, max(start, first - 1 - _KEPT_FROM) - 1, -1):
        word = words[at]
        if word.finite and word.entries and at in draft.subject_of:
            done = {e.kind for e in word.entries if e.kind in ("perfect", "imperfect")} == {"perfect"}
            return done and word.of_verb(ending) and not _denied(draft, at, start)
        if draft.at[at] < 0:
            return False
    return False


def _avoided(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether it is what somebody avoids, and so does not do: "تتفادى أنقرة | قصف التنظيم", "تفادي | الصدام مع الجيش"."""
    words, first, avoiding = draft.words, trigger.first, draft.lexicon.groups["avoids"]
    if first == start or trigger.form not in _DEEDS or not words[first].masdar or words[first].prep or words[first].conj:
        return False
    right_before = words[first - 1]
    if any(e.kind == "masdar" and fold(e.lexeme.lemma) in avoiding for e in right_before.entries) and not right_before.definite:
        return not _denied(draft, first - 1, start)
    for at in range(first - 1, max(start, first - 1 - _KEPT_FROM) - 1, -1):
        word = words[at]
        if word.finite and word.entries and draft.at[at] < 0:
            return word.of_verb(avoiding) and not _denied(draft, at, start)
        if draft.at[at] < 0:
            return False
    return False


def _denied(draft: Draft, at: int, start: int) -> bool:
    """Whether a denial stands right before a word."""
    return at > start and any(kind == _NEGATED for _, kind, _, _ in draft.cues.get(at - 1, ()))


def _unwilled(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether it is what somebody does not want, try or manage: "لا تريد واشنطن | القضاء على التنظيم"."""
    words, willing = draft.words, draft.lexicon.groups["wills"]
    if trigger.form not in ("masdar", "amb", "idiom") or not words[trigger.first].masdar:
        return False
    for at in range(trigger.first - 1, max(start, trigger.first - 1 - _KEPT_FROM), -1):
        word = words[at]
        if word.fold in draft.lexicon.groups["but"] or "subordinator" in word.function:
            return False  # "لم تنجح أمريكا إلا | بمساعدة إيران", "ما يعني أن تركيا أمام | مواجهة"
        if word.finite and word.entries and draft.at[at] < 0:
            return word.of_verb(willing) and "negation-particle" in words[at - 1].function and not _means_what(draft, at - 1)
        if draft.at[at] < 0 and word.kind != "func":
            return False
    return False
