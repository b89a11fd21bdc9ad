"""Who has not done the deed that a noun is: who only judges it, is accused of it by another, promises it or is struck by it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.clauses.subjects import governor
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.names.quotednames import QUOTATION_MARKS
from ahlaf.coding.nounphrases.members import members
from ahlaf.coding.words.draft import Draft, Trigger
from ahlaf.coding.words.pronouns import follows
from ahlaf.coding.words.word import TENSED
from ahlaf.lexicon.entries import Sense
from ahlaf.lexicon.names import bare_article
from ahlaf.relations import RELATIONS

HARM: Final = frozenset(("ASSAULT", "COERCE", "SANCTION", "EXCLUDE", "OPPOSE"))
_GOOD: Final = frozenset(("AID", "SUPPORT"))
_DEEDS: Final = frozenset(("masdar", "noun", "state"))
_BESIDE: Final = 2
"""So many tokens on stands whose the captives are, at most."""
_NEAR: Final = 4
"""So many triggers back another deed may stand before one."""


def judges_it(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who only judges the deed that a noun is, or accuses another of it: "دانت | لندن طرد العائلات", "اتهمه | البرلمان بدعم الإرهاب"."""
    judge = max(_judges(draft, trigger) if is_deed(draft, trigger) else -1, _accuses(draft, trigger))
    return {p.phrase for p in stood if judge >= 0 and same(draft, p.phrase, judge)}


def done_to_no_judge(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who judges a deed that does one good or that two do together, and so has no part in it at all: "أدانت | لندن دعم الإرهاب"."""
    return judges_it(draft, trigger, stood) if sense.relation in _GOOD or RELATIONS[sense.relation].mutual else set()


def talked_with(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """With whom somebody talks of a deed, and who has no part in it: "ناقش الفريق قصف القرى مع | السلطات"."""
    if _talks(draft, trigger, sense) < 0:
        return set()
    led = [p.phrase for p in stood if draft.phrases[p.phrase].prep == "مع" and draft.phrases[p.phrase].first > trigger.last]
    return {i for i in led if one_clause(draft, trigger.last, draft.phrases[i].first)}


def talks_of_it(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who talks of a deed with somebody, and so is not whom it is done to: "ناقش | الفريق قصف القرى مع السلطات"."""
    if sense.relation in _GOOD or (verb := _talks(draft, trigger, sense)) < 0:
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
    senses = [s for e in words[verb].entries if e.kind in TENSED for s in e.lexeme.senses]
    return verb if any(s.relation == "CONSULT" and "مع" in s.target for s in senses) else -1


def moved(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Whom a deed only angers or worries, the last behind it: "أغضبت زيارة الوزير | كندا" was no visit to her."""
    words, at = draft.words, trigger.last + 1
    if trigger.first < 1 or not words[trigger.first - 1].of_verb(draft.lexicon.groups["moves"]) or words[trigger.first].prep:
        return set()
    row: list[int] = []
    while at < len(words) and (index := draft.at[at]) >= 0 and draft.phrases[index].first == at and not words[at].conj:
        row.append(index)
        at = draft.phrases[index].named_to + 1
    if len(row) < _WITH_ITS_DOER or draft.phrases[row[-1]].prep or draft.phrases[row[-1]].kind == "nisba":
        return set()
    return {p.phrase for p in stood if same(draft, p.phrase, row[-1])}


_WITH_ITS_DOER: Final = 2
"""So many stand behind a deed at least, who does it and whom that moves."""


def leans_on(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who leaves a deed to another on whom he relies, and so does not do it: "| نعتمد على كينيا في حماية الحدود"."""
    words, first = draft.words, trigger.first
    verb = governor(draft, first, draft.stretches[trigger.sentence].first)
    if verb < 0 or not words[verb].of_verb(draft.lexicon.groups["leans-on"]) or words[first - 1].stem != "في":
        return set()
    near = range(verb + 1, min(first - 1, verb + _TO_WHOM))
    led = (draft.phrases[draft.at[at]] for at in near if draft.at[at] >= 0)
    relied = any(phrase.prep in ("علي", "ب") and phrase.kind in _ACTS for phrase in led)
    relied = relied or any(words[at].fold in _ANYBODY for at in near)  # and not "على القوة في قمع المحتجين"
    return {p.phrase for p in stood if relied and same(draft, p.phrase, draft.subject_of[verb])}


_ACTS: Final = frozenset(("name", "person", "organ", "people"))
_ANYBODY: Final = frozenset(("احد", "غيرنا", "غيره", "غيرها", "غيرهم"))


_TO_WHOM: Final = 5


def others_do_it(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who does nothing in a deed that is its verb's subject's alone: "ساهمت في تدمير العراق | إيران", "لم تجد كينيا سوى اتهام | أوغندا"."""
    ruled: set[int] = set()
    for doer, surely in ((_its_subject(draft, trigger), True), (_left_to(draft, trigger), False)):
        own = {p.phrase for p in stood if doer >= 0 and same(draft, p.phrase, doer)}
        ruled |= {p.phrase for p in stood} - own if doer >= 0 and (own or surely) else set()
    return ruled


def does_it(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """To whom nothing is done in a deed that is his own: "ساهمت في تدمير العراق | إيران", "لم تجد | كينيا سوى اتهام أوغندا"."""
    doers = (_its_subject(draft, trigger), _left_to(draft, trigger))
    return {p.phrase for doer in doers if doer >= 0 for p in stood if same(draft, p.phrase, doer)}


def _its_subject(draft: Draft, trigger: Trigger) -> int:
    """The subject of a deed's verb that stands behind the deed and whom that is done to: "ساهمت في تدمير العراق | إيران"; else -1."""
    near = range(trigger.first - 1, max(trigger.first - _TO_ITS_VERB, -1), -1)
    verb = next((at for at in near if at in draft.subject_of), -1)
    subject = draft.subject_of.get(verb, -1)
    index = draft.at[trigger.last + 1] if trigger.last + 1 < len(draft.words) else -1
    if subject < 0 or draft.phrases[subject].first <= trigger.last or index < 0 or same(draft, index, subject):
        return -1
    return subject if draft.phrases[index].named_to + 1 == draft.phrases[subject].first else -1


_TO_ITS_VERB: Final = 3


def _left_to(draft: Draft, trigger: Trigger) -> int:
    """To whom nothing is left but a deed: "لم تجد | كينيا سوى اتهام أوغندا"; else -1."""
    at = trigger.first - 1
    if trigger.form != "masdar" or at < 0 or draft.words[at].fold not in draft.lexicon.groups["but"]:
        return -1
    verb = next((k for k in range(at - 1, max(at - 1 - _TO_ITS_VERB, -1), -1) if k in draft.subject_of), -1)
    denied = verb >= 0 and (draft.words[verb].negated or "negation-particle" in draft.words[verb - 1].function)
    return draft.subject_of[verb] if denied else -1


def beyond_expression(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who stands behind an expression whose subject a deed is, in which he has no part: "قوبل الهجوم بإدانة من | فرنسا"."""
    before = draft.triggers[trigger.index - 1] if trigger.index else trigger
    opens = draft.words[before.first]
    amid = before.form == "idiom" and opens.finite and before.first == trigger.first - 1 and trigger.last < before.last
    word = draft.words[trigger.first]
    forms = {word.fold, word.stem, bare_article(word.fold), bare_article(word.stem)}
    if not amid or word.prep or any(forms & part for idiom in opens.idioms if idiom.sense in before.senses for part in idiom.parts):
        return set()  # "وقف | التنسيق مع": a word of the expression itself
    return {p.phrase for p in stood if draft.phrases[p.phrase].first > before.last}


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


def set_against_it(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who is against the deed that a noun is, and does not do it: "تونس | ضد التدخل في ليبيا"."""
    at = trigger.first - 1
    if trigger.form != "masdar" or trigger.light >= 0 or not is_against(draft, at):
        return set()
    return {p.phrase for p in stood if draft.phrases[p.phrase].last < at}


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
    answers = draft.lexicon.groups["answers"]
    return noun is not None and any(e.kind == "masdar" and e.lexeme.folded in answers for e in noun.entries)


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


def outdone(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """With whom somebody is compared in a deed, and who does less of it: "ترامب أكثر عداء لإيران من | أوباما"."""
    words, first = draft.words, trigger.first
    if not first or words[first - 1].stem not in draft.lexicon.groups["more-than"] or words[first].definite:
        return set()
    behind = (p.phrase for p in stood if draft.phrases[p.phrase].first > trigger.last)
    return {index for index in behind if draft.phrases[draft.lead(index)].prep == "من"}


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


def is_against(draft: Draft, at: int) -> bool:
    """Whether "against" ends at a token, which may have من with it: "بالضد من"."""
    words = draft.words
    at -= at > 0 and words[at].fold == "من"
    return at >= 0 and words[at].stem in draft.lexicon.groups["against"]


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


def accused_of(draft: Draft, at: int) -> set[int]:
    """Who is accused of what stands at a token, and so does not say it: "من يتهمون | قطر بدعم الإرهاب"."""
    verb = governor(draft, at, draft.stretches[draft.sentence_of[at]].first) if draft.words[at].prep == "ب" else -1
    accused = draft.object_of.get(verb, -1)
    if accused < 0 or not _blames(draft, verb) or not one_clause(draft, verb, at):
        return set()
    return {accused, *members(draft, draft.lead(accused))}


def gets_it(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who gets or loses what another gives, and gives nothing: "خسر | حفتر دعم موسكو"."""
    getter, _ = _received(draft, trigger, sense)
    return {p.phrase for p in stood if getter >= 0 and same(draft, p.phrase, getter)}


def gives_it(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who gives what another gets or loses, and gets nothing: "خسر حفتر دعم | موسكو"."""
    _, giver = _received(draft, trigger, sense)
    return {p.phrase for p in stood if giver >= 0 and same(draft, p.phrase, giver)}


def _received(draft: Draft, trigger: Trigger, sense: Sense) -> tuple[int, int]:
    """Who gets or loses what a noun is that does one good, and who gives it; -1 and -1 where nobody does."""
    if sense.relation not in _GOOD:
        return -1, -1
    verb = governor(draft, trigger.first, draft.stretches[trigger.sentence].first)
    if verb < 0 or not draft.words[verb].of_verb(draft.lexicon.groups["receives"]) or not one_clause(draft, verb, trigger.first):
        return -1, -1
    subject = draft.subject_of[verb]
    giver = draft.at[trigger.last + 1] if trigger.last + 1 < len(draft.words) else -1
    if giver < 0 or draft.phrases[giver].first != trigger.last + 1 or draft.phrases[giver].prep:
        return -1, -1
    return (-1, -1) if trigger.first < draft.phrases[subject].first else (subject, giver)


def promised_to(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """To whom somebody promises or threatens a deed, and who so does not do it: "هدد الحوثيون | إسرائيل باستهداف سفنها"."""
    words, first = draft.words, trigger.first
    verb = governor(draft, first, draft.stretches[trigger.sentence].first)
    if verb < 0 or words[first].prep != "ب" or not words[verb].of_verb(draft.lexicon.groups["does-itself"]):
        return set()
    told = draft.object_of.get(verb, -1)
    return {p.phrase for p in stood if told >= 0 and same(draft, p.phrase, told)} if one_clause(draft, verb, first) else set()


def fallen(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """The captives and the fallen themselves, and whose they are, who took nobody: "اعتقل الجيش | مطلوبين من | داعش"."""
    if bare_article(draft.words[trigger.last].stem) not in draft.lexicon.groups["taken"]:
        return set()
    phrases = {p.phrase: draft.phrases[p.phrase] for p in stood}
    own = {index for index, phrase in phrases.items() if phrase.first == trigger.first}
    return own | {index for index, phrase in phrases.items() if phrase.prep == "من" and 0 < phrase.first - trigger.last <= _BESIDE}


def struck_with_help(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Whom a deed strikes that others help with: "اعتقل الأمن | عنصرا من داعش بمساعدة واشنطن" is no help for him."""
    words, first = draft.words, trigger.first
    if sense.relation not in _GOOD or words[first].prep != "ب" or not words[first].masdar:
        return set()
    verb = governor(draft, first, draft.stretches[trigger.sentence].first)
    before = draft.triggers[max(trigger.index - _NEAR, 0) : trigger.index]
    if verb < 0 or any(other.form == "masdar" and other.first > verb for other in before) or not _strikes(draft, verb):
        return set()
    doer = draft.subject_of[verb]
    return {p.phrase for p in stood if verb < draft.phrases[p.phrase].first < first and not same(draft, p.phrase, doer)}


def _strikes(draft: Draft, verb: int) -> bool:
    """Whether a verb does nothing but harm."""
    senses = [s for e in draft.words[verb].entries if e.kind in TENSED for s in e.lexeme.senses]
    return bool(senses) and all(s.relation in HARM for s in senses)


def _blames(draft: Draft, verb: int) -> bool:
    """Whether a verb or its participle does nothing but accuse, somebody of something."""
    forms = (e for e in draft.words[verb].entries if e.kind in ("perfect", "imperfect", "active") and e.voice != "passive")
    senses = [s for e in forms for s in e.lexeme.senses]
    return bool(senses) and all(s.relation == "ACCUSE" for s in senses)


def is_deed(draft: Draft, trigger: Trigger) -> bool:
    """Whether a trigger is a deed's noun, or an expression that begins with one."""
    open_ = trigger.form == "amb" or (trigger.form == "idiom" and draft.words[trigger.first].masdar)
    return trigger.form in _DEEDS or (open_ and trigger.first not in draft.subject_of)


def gains_by(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who only gains or loses by a deed, and has not done it: "| إسرائيل المستفيد الأول من حرب اليمن"."""
    at = trigger.first - 1
    if at < 1 or draft.words[at].fold != "من":
        return set()
    gains = draft.lexicon.groups["gains-by"]
    if not any(bare_article(draft.words[k].stem) in gains for k in range(max(0, at - _SOON), at)):
        return set()
    return {p.phrase for p in stood if draft.phrases[p.phrase].last < trigger.first}


_SOON: Final = 3


def not_resolving(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who does nothing of what a resolution's verb says, for a body resolves it: "1 - يطالب | الحوثيين بوقف القتال"."""
    if trigger.first not in draft.resolves:
        return set()
    body = draft.resolves[trigger.first]
    return {p.phrase for p in stood if body < 0 or not same(draft, p.phrase, body)}


def same(draft: Draft, one: int, two: int) -> bool:
    """Whether two phrases speak of the same: one coordination, or one actor."""
    return draft.lead(one) == draft.lead(two) or draft.whose(one) == draft.whose(two)


def one_clause(draft: Draft, first: int, last: int) -> bool:
    """Whether neither a verb nor a particle that opens a clause stands between two tokens."""
    between = range(first + 1, last)
    return not any(at in draft.subject_of or "subordinator" in draft.words[at].function for at in between)


def beside_voiced_deeds(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who does not say what marches and speeches do: "قمعت | الشرطة الاحتجاجات المطالبة بالإصلاح"."""
    if sense.relation not in _VOICED or not _of_many_deeds(draft, trigger):
        return set()
    return {p.phrase for p in stood if draft.phrases[p.phrase].named_to + 1 != trigger.first}


_VOICED: Final = frozenset(("REQUEST", "ACCUSE", "REJECT", "SUPPORT"))
"""What marches and speeches say: "المظاهرات المنددة بـ"."""


def _of_many_deeds(draft: Draft, trigger: Trigger) -> bool:
    """Whether a participle tells of the deeds right before it, whoever does them: "قمعت الشرطة الاحتجاجات | المطالبة بالإصلاح"."""
    word, before = draft.words[trigger.first], draft.words[trigger.first - 1] if trigger.first else None
    if before is None or not word.definite or word.conj or word.prep or not word.stem.endswith("ه"):
        return False
    deeds = before.definite and before.number == "p" and before.stem.endswith("ات") and before.generic is None
    return deeds and any(e.kind == "active" for e in word.entries)
