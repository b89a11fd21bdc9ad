"""How a claim is meant: denied or not; asserted, alleged, intended, due, supposed or asked.

Cues stand before what they govern and reach as far as their row says: the next words, the clause, the
sentence. What governs a trigger is put in symbols here and weighed by :mod:`ahlaf.coding.weighing.manner`, for a cue is
rarely alone: "لم يقل إنه يجب أن…" has three. The strongest are the nearest. What is not done though no cue
denies it is told by :mod:`.notdone`, and which denial another word takes back by :mod:`.takenback`.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.clauses import accused
from ahlaf.coding.modality import eitherway, notdone, takenback
from ahlaf.coding.modality.disbelief import ACCUSER, disbelieved, is_not_for, is_not_who, report_denied, was_not
from ahlaf.coding.nounphrases.members import members
from ahlaf.coding.words.cues import AFFIRMED, NEGATED, REACH, denied
from ahlaf.coding.words.draft import DEEDS, Draft, Trigger
from ahlaf.coding.words.kinds import HARM
from ahlaf.coding.words.word import Word
from ahlaf.lexicon.names import bare_article

_BREAKS: Final = frozenset("،؛,;:-–—»")
_QUESTION: Final = frozenset("؟?")
DENIED: Final = "denied"
"""What grammar alone settles: لا written together with its verb, عدم before its noun, what somebody is kept from."""
MAY: Final = "may"
"""And قد before a verb of what is not over: "قد تفرض أوروبا عقوبات"."""
DUE: Final = "due"
"""And "let him": "فليدعم العرب غزة"."""
FEARED: Final = "feared"
"""And what is feared and has not come: "مخاوف من قصف"."""
UNTRUE: Final = "untrue"
"""And what reports tell that somebody denies: he vouches for it that it is not so."""
GRANTED: Final = "granted"
"""What grammar alone settles as well: a denial that another word takes back, where nothing else denies."""


def symbols(draft: Draft, trigger: Trigger) -> tuple[str, ...]:
    """The symbols that say how the relation at a trigger is meant."""
    stretch = draft.stretches[trigger.sentence]
    start = trigger.start
    before = draft.words[start - 1] if start > stretch.first else None
    undone = takenback.undone(draft, trigger, stretch.first, stretch.end)
    said = takenback.said_already(draft, trigger, stretch.first)
    found = _of_itself(draft, trigger)
    cues, taken_back = _cues_before(draft, trigger, stretch.first, undone)
    found.extend(cues)
    if not takenback.but_somebody(draft, trigger, stretch.end):
        found.extend(_undone_by_grammar(draft, trigger, takenback.since_rather(draft, trigger, stretch.first)))
    if before is not None and before.stem in draft.lexicon.groups["in-order-to"]:
        found.append(f"purpose|{trigger.form}")
    found.extend(_asked(draft, trigger, stretch.end))
    found.extend(_under(draft, trigger, undone, said=said))
    told = before is not None and before.stem == "عن" and (AFFIRMED in _just_before(draft, start) or _reveals(draft, start, stretch.first))
    without = takenback.somebodys_without(draft, trigger, before)
    if said or without or ((taken_back or told) and not {DENIED, f"cue:{NEGATED}"} & set(found)):
        found.append(GRANTED)
    if _only_accused(draft, trigger):
        found.append("cue:hearsay|00")
    if _doubted_behind(draft, trigger, stretch.end):
        found.append(MAY)
    found.extend(_particle_before(draft, trigger, stretch.first, stretch.end))
    either = eitherway.one_of_two(draft, trigger, stretch.first)
    if either or _was_to(draft, trigger, stretch.first) or _not_ruled_out(draft, trigger, stretch.first):
        found.append("cue:conditional|00")
    if draft.words[trigger.first].prep == "س" or (before is not None and before.stem == "سوف"):
        found.append("future")
    return tuple(dict.fromkeys(found))


def _of_itself(draft: Draft, trigger: Trigger) -> list[str]:
    """What a word shows of itself: its form, "لا" and prepositions written together with it."""
    first = draft.words[trigger.first]
    found = ["bias", f"form:{trigger.form}", f"rel:{trigger.sense.relation}"]
    if first.negated:
        found.extend((DENIED, "cue:negation|00", "cue:negation"))
    if first.prep:
        found.append(f"clitic:{first.prep}|{trigger.form}")
    if first.function:
        found.append("function")
    return found


def _cues_before(draft: Draft, trigger: Trigger, first: int, undone: set[int]) -> tuple[list[str], bool]:
    """The cues before a word that reach it, the nearest first, and whether a denial among them is taken back (``undone``)."""
    words, start, form = draft.words, trigger.start, trigger.form
    found: list[str] = []
    seen: set[tuple[str, str]] = set()
    breaks = verbs = 0
    taken_back = False
    rather = takenback.since_rather(draft, trigger, first)
    for at in range(start - 1, max(first, start - REACH) - 1, -1):
        word = words[at]
        breaks += word.kind == "punct" and word.bare in _BREAKS
        for last, kind, reach, _ in draft.cues.get(at, ()):
            if last >= trigger.first or (kind == NEGATED and at < rather) or _no_cue(draft, trigger, at, last, kind):
                continue
            if kind == NEGATED and at in undone:
                taken_back = taken_back or start - at <= takenback.FAR
                continue
            if (kind, reach) in seen or not _reaches(reach, start - last, breaks):
                continue
            seen.add((kind, reach))
            found.extend((f"cue:{kind}|{_nearness(start - last)}{min(breaks, 1)}", f"cue:{kind}|{form}|{min(verbs, 2)}", f"cue:{kind}"))
            denies = kind == NEGATED and last == trigger.first - 1 and words[last].stem in draft.lexicon.groups["denies-verb"]
            if denies and words[trigger.first].finite:
                found.append(DENIED)
        verbs += word.verb
        if at == start - 1:
            found.append(f"before:{word.stem if word.kind == 'func' else word.kind}|{form}")
    return found, taken_back


def _reaches(reach: str, distance: int, breaks: int) -> bool:
    """Whether a cue that reaches as far as its row says ("next", "clause", "sentence") reaches over so many tokens and marks."""
    return not ((reach == "next" and distance > 3) or (reach == "clause" and breaks > 1 and distance > 8))


def _nearness(distance: int) -> str:
    """How near a cue ends, in one symbol, 0 the nearest."""
    return "0" if distance <= 1 else "1" if distance <= 3 else "2" if distance <= 7 else "3"


def _undone_by_grammar(draft: Draft, trigger: Trigger, first: int) -> list[str]:
    """Whether what stands around a word settles that nobody did it, or only fears it: "عدم | دعم", "مخاوف من | قصف"."""
    around = [draft.words[at - 1] for at in (trigger.start, trigger.first) if at > first]
    lacking = any(word.stem in draft.lexicon.groups["lacking"] for word in around)
    untrue = report_denied(draft, trigger, first)
    unsaid = any(says(draft, trigger, first) for says in (was_not, disbelieved, is_not_who))
    unlike = trigger.first > first and draft.words[trigger.first].adjective and draft.words[trigger.first - 1].stem == _UN
    not_so = lacking or unlike or untrue or unsaid or is_not_for(draft, trigger) or notdone.surely(draft, trigger, first)
    return [*([UNTRUE] if untrue else []), *([DENIED] if not_so else []), *([FEARED] if notdone.feared(draft, trigger, first) else [])]


_UN: Final = "غير"
"""Makes an adjective its opposite: "فصائل غير | موالية لكندا"."""


def _asked(draft: Draft, trigger: Trigger, end: int) -> list[str]:
    """Whether a word stands in a question, and how near to its mark."""
    if draft.words[end - 1].bare not in _QUESTION:
        return []
    return ["asked", f"asked|{trigger.form}", f"asked|{'near' if end - trigger.last < 10 else 'far'}|{trigger.form}"]


def _under(draft: Draft, trigger: Trigger, undone: set[int], *, said: bool) -> list[str]:
    """Under which demands, promises, threats and doubts before it a word stands; ``said``: that it was told as done before."""
    words, first, start, form = draft.words, draft.words[trigger.first], trigger.start, trigger.form
    found: list[str] = []
    for at, entry in draft.governors.get(trigger.sentence, ()):
        if entry == "deny" and (at in undone or _between_others(draft, trigger, at)):
            continue  # "لم ينف دعمه": the لم before it is taken back
        answers = entry == "deny" and form in DEEDS and words[at].of_verb(draft.lexicon.groups["answers"])
        if answers and (first.prep == "ب" or trigger.sense.relation in HARM):
            continue  # "رد على روسيا | بدعم أوكرانيا", "رد على | هجوم روسيا"; but "رد على | اتهامات روسيا"
        if at < start and entry == "deny" and start - at <= 5:
            found.extend(("cue:negation|00", "cue:negation"))
            if form in DEEDS and takenback.direct(draft, at, start) and not said:
                found.append(DENIED)
        if at < start and start - at <= 14:
            found.extend((f"under:{entry}|{form}", f"under:{entry}"))
    return found


def _between_others(draft: Draft, trigger: Trigger, at: int) -> bool:
    """Whether somebody only turns away from what two others do: "نأى الحزب بنفسه عن | الصراع بين كندا وكينيا", but "نفى | الصراع بين"."""
    words, between = draft.words, trigger.last + 1
    if trigger.form not in DEEDS or words[at].of_verb(draft.lexicon.groups["denies"]) or at not in draft.subject_of:
        return False
    both = draft.at[between + 1] if between + 1 < len(words) and words[between].stem == _BETWEEN else -1
    subject = draft.subject_of[at]
    return min(both, subject) >= 0 and all(draft.whose(one) != draft.whose(subject) for one in members(draft, both))


_BETWEEN: Final = "بين"


def _only_accused(draft: Draft, trigger: Trigger) -> bool:
    """Whether a word is what somebody is accused of by nobody named: "اتهمت قطر | بدعم الإخوان", "بمحاولة | اغتيال الوزير"."""
    deeds = {accused.deed(draft, at, index) for at, index in draft.accused.items() if draft.sentence_of[at] == trigger.sentence}
    tried = trigger.first - 1 if draft.words[trigger.first - 1].of_verb(draft.lexicon.groups["wills"]) else trigger.first
    return not deeds.isdisjoint((trigger.first, tried))


def _no_cue(draft: Draft, trigger: Trigger, at: int, last: int, kind: str) -> bool:
    """Whether a cue says nothing of a trigger: "لولا | دعم كندا" was there, and of "يجب أن يقال إن كندا | دعمت" nothing is hearsay."""
    words = draft.words
    if kind == "hedge" and words[last + 1].stem in ACCUSER:
        return True  # "متهم عند | كينيا": she says so
    if kind == "duty" and words[at].fold == _RATHER:
        return True
    if kind == "conditional" and words[at].stem == _BUT_FOR:
        return trigger.form in DEEDS and last == trigger.first - 1
    if kind == "hedge" and words[at].stem == "قد" and last + 1 < trigger.start and words[last + 1].moods == {"perfect"}:
        return True  # "وقد سبق أن | دعمت"
    if kind in _OUGHT:
        return any(_told_plainly(draft, k, trigger.start) for k in range(last + 1, trigger.start))
    if kind == "hedge" and words[at].of_verb(draft.lexicon.groups["accuses-of"]):
        return draft.at[last + 1] >= 0 and not draft.phrases[draft.at[last + 1]].prep  # "متهمة الحزب | بقصف القرى": she says so
    if kind != "hearsay" or at < 1:
        return False
    done = [k for k in range(last + 1, trigger.start) if draft.verb_at(k)]
    if done and "relative" in words[at - 1].function:
        return words[trigger.first].finite and not words[trigger.first].conj  # "التي قيل إنها تقصف داعش | قصفت القرى"
    return words[at].finite and words[at - 1].stem == "ان" and words[at - 1].kind == "func"


_OUGHT: Final = ("duty", "wish", "intention")


def _reveals(draft: Draft, start: int, first: int) -> bool:
    """Whether the verb of an "about" right before a token makes known or brings what stands there: "كشفت مصادر أمنية عن | قيام كندا"."""
    words = draft.words
    for at in range(start - 2, max(first - 1, start - _SOON), -1):
        if words[at].kind == "punct":
            return False
        if draft.verb_at(at):
            return words[at].of_verb(draft.lexicon.groups["reveals"]) and "negation-particle" not in words[at - 1].function
    return False


def _told_plainly(draft: Draft, at: int, end: int) -> bool:
    """Whether what ought to be is that somebody says or knows what stands there: "علينا أن نعترف بأن كندا | دعمت كينيا"."""
    words = draft.words
    if not (words[at].finite and {"say", "think"} & set(words[at].reports)):
        return False
    said = [k for k in range(at + 1, min(end, at + _SOON)) if words[k].kind == "func" and words[k].stem in draft.lexicon.groups["that"]]
    return any("imperfect" not in words[k + 1].moods for k in said[:1])  # "نقول إن كندا"; but "نقترح أن تدعم"


_RATHER: Final = "بالاحري"
"""Puts something right, where "الأحرى ب" tells what would be better."""
_BUT_FOR: Final = "لولا"


def _particle_before(draft: Draft, trigger: Trigger, start: int, end: int) -> list[str]:
    """What the particle right before a verb settles: "قد تفرض", "فليدعم", "إن اعتدت", "ما قصفت"; "ما قصفت إلا داعش" denies nothing."""
    words, at = draft.words, trigger.start
    kinds = words[at].moods
    particle = words[at - 1] if at > start and words[at - 1].kind == "func" and not words[at - 1].pronoun else None
    if kinds == {"imperfect"} and words[at].conj == "ف" and words[at].prep == "ل":
        return [DUE]
    answers = kinds == {"perfect"} and words[at].fold == "ل" + words[at].stem
    if answers and any(words[k].stem == "لولا" for k in range(max(start, at - REACH), at)):
        return ["cue:conditional|00"]  # "لولا تركيا | لقصفت روسيا إدلب"
    if particle is None or len(kinds) != 1:
        return []
    if kinds == {"imperfect"}:
        return [MAY] if particle.stem in _PERHAPS else []
    if particle.stem == "قد":
        return [MAY] if not particle.conj and _may_be(draft, at - 1, start) else []
    opens = at - 2 < start or words[at - 2].kind == "punct" or particle.conj == "و"
    if particle.conj == "و" and _though(draft, at, start, end):
        return []
    if particle.bare.endswith("إن") and not words[at].nominal and (opens or words[at - 2].stem != "ما"):
        return ["cue:conditional|00"]  # إنّ stands before no verb
    subject = draft.subject_of.get(at, -1)
    done = opens and particle.fold in ("ما", "وما") and not words[at].pronoun and subject >= 0 and draft.phrases[subject].first > at
    return [DENIED] if done and not takenback.excepted(draft, trigger, end) else []


def _though(draft: Draft, at: int, start: int, end: int) -> bool:
    """Whether "if" with و behind a comma is "though", with no "then" behind it: "منعت كندا السفن، وإن | سمحت بمرور القوافل"."""
    words = draft.words
    if at - 2 <= start or words[at - 2].bare != "،" or not any(k in draft.subject_of for k in range(start, at - 2)):
        return False
    return not any((words[k].conj == "ف" or words[k].prep == "س") and words[k].kind != "noun" for k in range(at + 1, min(end, at + REACH)))


_PERHAPS: Final = frozenset(("قد", "ربما"))
"""What right before a verb of what is not over says that it may be."""


def _was_to(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether it is what somebody was going to do, and has not done: "كانت إسرائيل | ستهاجم إيران"."""
    words, at = draft.words, trigger.start
    if words[at].prep != "س" or not words[at].finite:
        return False
    for position in range(at - 1, max(start - 1, at - 1 - _TO_BE), -1):
        word = words[position]
        if draft.verb_at(position) and not word.nominal:
            done = word.moods == {"perfect"}
            return done and word.of_verb(draft.lexicon.groups["being"])
        if word.kind == "punct" or "subordinator" in word.function or "relative" in word.function:
            return False
    return False


def _not_ruled_out(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether it is a deed that somebody does not rule out: "لم يستبعد الرئيس | قصف كينيا", "لا يستبعد أن | تهاجم"."""
    words, first = draft.words, trigger.first
    that = first > start and words[first - 1].stem == "ان" and words[first].finite
    if not (that or trigger.form in DEEDS or (trigger.form == "idiom" and words[first].masdar)):
        return False
    behind = first - 1 - that
    for at in range(behind, max(start - 1, behind - _TO_BE), -1):
        word = words[at]
        if draft.verb_at(at):
            return word.of_verb(draft.lexicon.groups["rules-out"]) and denied(draft, at, start)
        if word.kind == "punct":
            return False
    return False


def _doubted_behind(draft: Draft, trigger: Trigger, end: int) -> bool:
    """Whether what stands behind says that nobody vouches for it: "الهجوم الإيراني | المزعوم", "قصفت دمشق | على ما يبدو"."""
    words, last = draft.words, trigger.last
    alleged = draft.lexicon.groups["alleged"]
    if trigger.form in DEEDS and any(bare_article(words[at].stem) in alleged for at in range(last + 1, min(last + 3, end))):
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
    moods = [words[k].moods for k in (one.start, at)]
    subjects = [draft.subject_of.get(k, -1) for k in (one.start, at)]
    if not all(mood in found for found in moods):
        return False
    ours = all(_of_us(words[k]) for k in (one.start, at))  # "سنهاجم كندا | ونقصف القرى"
    if not ours and (min(subjects) < 0 or draft.lead(subjects[0]) != draft.lead(subjects[1])):
        return False
    between = range(one.last + 1, at)
    return not any(
        (words[k].finite and k in draft.subject_of) or "subordinator" in words[k].function or words[k].bare in "؛:.»" for k in between
    )


def _of_us(word: Word) -> bool:
    """Whether a verb tells of "I" or "we"."""
    persons = {e.person for e in word.tensed}
    return persons == {1}


_JOINED: Final = 10
"""So many tokens may stand between two verbs that are joined."""


def _may_be(draft: Draft, at: int, start: int) -> bool:
    """Whether "may be" stands before what is told as done: "ربما تكون روسيا | قد قصفت حلب"."""
    for position in range(at - 1, max(start, at - _TO_BE) - 1, -1):
        if draft.words[position].stem in draft.lexicon.groups["may-be"]:
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
