"""Who only speaks of the deed that a noun is: judges it, lays it to another's charge, talks of it, is against it or answers it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.clauses.subjects import governor
from ahlaf.coding.ends.deeds import is_against, is_deed, one_clause, same
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.names.quotednames import QUOTATION_MARKS
from ahlaf.coding.nounphrases.members import members
from ahlaf.coding.words.draft import Draft, Trigger
from ahlaf.coding.words.kinds import HELP
from ahlaf.coding.words.pronouns import follows
from ahlaf.lexicon.entries import Sense
from ahlaf.relations import RELATIONS


def judges_it(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who only judges the deed that a noun is, or accuses another of it: "دانت | لندن طرد العائلات", "اتهمه | البرلمان بدعم الإرهاب"."""
    judge = max(_judges(draft, trigger) if is_deed(draft, trigger) else -1, _accuses(draft, trigger))
    return {p.phrase for p in stood if judge >= 0 and same(draft, p.phrase, judge)}


def done_to_no_judge(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who judges a deed that does one good or that two do together, and so has no part in it at all: "أدانت | لندن دعم الإرهاب"."""
    return judges_it(draft, trigger, stood) if sense.relation in HELP or RELATIONS[sense.relation].mutual else set()


def _judges(draft: Draft, trigger: Trigger) -> int:
    """Who judges the deed that a noun is, and so has not done it: "دانت لندن | طرد العائلات", "ندد بالاستيلاء عليه | وتسليمه"; else -1."""
    words, first = draft.words, trigger.first
    verb = governor(draft, first, draft.stretches[trigger.sentence].first)
    if verb < 0 or not words[verb].of_verb(draft.lexicon.groups["judges"]):
        return -1
    judge = draft.subject_of[verb]
    said = max((t.last for t in draft.triggers[max(trigger.index - _NEAR, 0) : trigger.index] if t.first == verb), default=verb)
    between = [at for at in range(said + 1, first) if draft.at[at] < 0 or not same(draft, draft.at[at], judge)]
    if all(draft.at[at] < 0 and (words[at].kind == "func" or words[at].bare in QUOTATION_MARKS or at == trigger.light) for at in between):
        return judge
    before = draft.triggers[trigger.index - 1] if trigger.index else trigger
    inside = before.first < first <= before.last  # of an expression: "توقيع | اتفاق مع"
    joined = (words[first].conj == "و" or inside) and is_deed(draft, before) and verb < before.first < first
    return _judges(draft, before) if joined else -1


def _accuses(draft: Draft, trigger: Trigger) -> int:
    """Who accuses another of the deed that a noun is: "النائب الذي اتهمه | البرلمان بدعم الإرهاب"; else -1."""
    words, first = draft.words, trigger.first
    verb = governor(draft, first, draft.stretches[trigger.sentence].first)
    masdar = words[first].masdar
    if first > 1 and words[first].prep == "ب" and follows(draft, first - 2) and _blames(draft, first - 2):
        return draft.subject_of.get(verb, -1)  # "متهما | إياه بالتجسس"
    accused = draft.object_of.get(verb, -1)
    told = accused >= 0 and draft.phrases[accused].first < first
    if verb < 0 or words[first].prep != "ب" or not masdar or not told or not _blames(draft, verb):
        return -1
    between = [at for at in range(verb + 1, first) if draft.at[at] < 0]
    return draft.subject_of.get(verb, -1) if all(words[at].kind in ("func", "number") for at in between) else -1


def _blames(draft: Draft, verb: int) -> bool:
    """Whether a verb or its participle does nothing but accuse, somebody of something."""
    forms = (e for e in draft.words[verb].entries if e.kind in ("perfect", "imperfect", "active") and e.voice != "passive")
    senses = [s for e in forms for s in e.lexeme.senses]
    return bool(senses) and all(s.relation == "ACCUSE" for s in senses)


def accused_of(draft: Draft, at: int) -> set[int]:
    """Who is accused of what stands at a token, and so does not say it: "من يتهمون | قطر بدعم الإرهاب"."""
    verb = governor(draft, at, draft.stretches[draft.sentence_of[at]].first) if draft.words[at].prep == "ب" else -1
    accused = draft.object_of.get(verb, -1)
    if accused < 0 or not _blames(draft, verb) or not one_clause(draft, verb, at):
        return set()
    return {accused, *members(draft, draft.lead(accused))}


def looks_on(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who does a deed no more than whoever is told to judge it or look on: "وقفت تركيا متفرجة على | قصف حلب", "منددين بقصف غزة"."""
    words, first = draft.words, trigger.first
    if not is_deed(draft, trigger) or trigger.light >= 0:
        return set()
    at = first - 1 - (first > 1 and words[first - 1].kind == "func" and "prep" in words[first - 1].function)
    if at < draft.stretches[trigger.sentence].first or not (words[first].prep or at < first - 1):
        return set()
    judging = draft.lexicon.groups["judges"]
    told = any(e.kind == "active" and e.lexeme.folded in judging for e in words[at].entries)
    return {p.phrase for p in stood if draft.phrases[p.phrase].last <= at} if told else set()


def set_against_it(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who is against the deed that a noun is, and does not do it: "تونس | ضد التدخل في ليبيا"."""
    at = trigger.first - 1
    if trigger.form != "masdar" or trigger.light >= 0 or not is_against(draft, at):
        return set()
    return {p.phrase for p in stood if draft.phrases[p.phrase].last < at}


def makes_it_known(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who only makes a deed known, and so is not whom it is done to: "أعلن | سالم العلي مقتل ثلاثة".

    It is where a pronoun behind the deed, or on a noun before it, means him: "أعلنت | كندا تعرضها لهجوم", "دعم كينيا لها".
    """
    words, first = draft.words, trigger.first
    deed = is_deed(draft, trigger) or words[first].stem in draft.lexicon.groups["deed-noun"]
    verb = governor(draft, first, draft.stretches[trigger.sentence].first) if deed else -1
    led = bool(words[first].prep) or "prep" in words[first - 1].function
    if verb < 0 or led or _SAYING.isdisjoint(words[verb].reports) or not one_clause(draft, verb, first):
        return set()
    teller = draft.subject_of[verb]
    between = words[draft.phrases[teller].named_to + 1 : trigger.last + 1]
    if not verb < draft.phrases[teller].first or any(word.pronoun or word.kind == "punct" for word in between):
        return set()
    whose = draft.whose(teller)
    if any(draft.phrases[p.phrase].first > trigger.last and draft.whose(p.phrase) == whose for p in stood if p.phrase >= 0):
        return set()
    return {p.phrase for p in stood if p.phrase >= 0 and same(draft, p.phrase, teller)}


_SAYING: Final = frozenset(("say", "deny"))


def talked_with(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """With whom somebody talks of a deed, and who has no part in it: "ناقش الفريق قصف القرى مع | السلطات"."""
    if _talks(draft, trigger, sense) < 0:
        return set()
    led = [p.phrase for p in stood if draft.phrases[p.phrase].prep == "مع" and draft.phrases[p.phrase].first > trigger.last]
    return {i for i in led if one_clause(draft, trigger.last, draft.phrases[i].first)}


def talks_of_it(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who talks of a deed with somebody, and so is not whom it is done to: "ناقش | الفريق قصف القرى مع السلطات"."""
    if sense.relation in HELP or (verb := _talks(draft, trigger, sense)) < 0:
        return set()
    return {p.phrase for p in stood if same(draft, p.phrase, draft.subject_of[verb])}


def _talks(draft: Draft, trigger: Trigger, sense: Sense) -> int:
    """The verb of talking whose object a deed is that is done with nobody; else -1."""
    if sense.takes("مع") or RELATIONS[sense.relation].mutual:
        return -1
    words, first = draft.words, trigger.first
    verb = governor(draft, first, draft.stretches[trigger.sentence].first)
    if verb < 0 or words[first].prep or any(words[at].prep or words[at].kind in ("func", "punct") for at in range(verb + 1, first)):
        return -1  # "ناقش الوزير السفير في دعم كينيا"
    senses = words[verb].verb_senses
    return verb if any(s.relation == "CONSULT" and "مع" in s.target for s in senses) else -1


def answers_it(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who answers the deed that a noun is, which so is another's: "طردت | باريس السفير ردا على طرد موظفيها", "رد | الجيش على هجوم".

    Or who threatens or means to: "توعد | الحرس بالرد على اغتيال القائد", "بالثأر لمقتل".
    """
    before = range(max(trigger.first - _NEAR, 0), trigger.first)
    ends = (last for at in before for last, kind, _, _ in draft.cues.get(at, ()) if kind == "occasion")
    verb = governor(draft, trigger.first, draft.stretches[trigger.sentence].first)
    if verb < 0 or not (is_deed(draft, trigger) or _is_an_answer(draft, trigger.first)):
        return set()
    on = draft.words[trigger.first - 1].stem == "علي" and draft.words[verb].of_verb(draft.lexicon.groups["answers"])
    on = on or _is_an_answer(draft, trigger.first)
    return {p.phrase for p in stood if (on or trigger.first - 1 in ends) and same(draft, p.phrase, draft.subject_of[verb])}


def _is_an_answer(draft: Draft, first: int) -> bool:
    """Whether the noun of an answer leads to a deed: "الرد على | اغتيال", "الثأر ل|مقتل"."""
    on = 2 if draft.words[first - 1].stem == "علي" else 1 if draft.words[first].prep == "ل" else 0
    noun = draft.words[first - on] if 0 < on <= first else None
    return noun is not None and noun.masdar_of(draft.lexicon.groups["answers"])


def avenged(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Whom somebody avenges, and so does nothing to: "بالانتقام ل|مقتل القائد", "الثأر ل|لقائد"; "الانتقام من" strikes."""
    words, behind = draft.words, trigger.last + 1
    led = behind < len(words) and words[behind].prep == "ل"
    if not led or not words[trigger.last].of_verb(draft.lexicon.groups["avenges"]):
        return set()
    return {p.phrase for p in stood if trigger.last < draft.phrases[p.phrase].first <= behind + 1}


def answered(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Whom somebody answers with the deed that a noun is, and who has not done it: "رد حزب الله على | إسرائيل بقصف حيفا"."""
    words, first = draft.words, trigger.first
    if words[first].prep != "ب" or not words[first].masdar:
        return set()
    verb = governor(draft, first, draft.stretches[trigger.sentence].first)
    if verb < 0 or not words[verb].of_verb(draft.lexicon.groups["answers"]):
        return set()
    return {p.phrase for p in stood if verb < draft.phrases[p.phrase].first < first and draft.phrases[draft.lead(p.phrase)].prep in _LED}


_LED: Final = frozenset(("علي", "من"))
"""What leads to whom somebody answers: "رد على", "انتقم من"."""
_NEAR: Final = 4
"""So many tokens before a deed stands "in answer to", at most."""
