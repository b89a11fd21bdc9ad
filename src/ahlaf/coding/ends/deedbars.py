"""Who has not done the deed that a noun is: another does it, it is promised to him, helps or strikes him, or only moves him."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.clauses.subjects import governor
from ahlaf.coding.ends.deeds import begins, is_deed, one_clause, same
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.nounphrases.phrases import is_adjective
from ahlaf.coding.words.draft import Draft, Trigger
from ahlaf.coding.words.kinds import ANYBODY, BY_NAME, HARM, HELP, SOMEBODY_OR_MANY
from ahlaf.coding.words.word import TENSED
from ahlaf.lexicon.entries import Sense
from ahlaf.lexicon.names import bare_article

_BESIDE: Final = 2
"""So many tokens on stands whose the captives are, at most."""
_NEAR: Final = 4
"""So many triggers back another deed may stand before one."""


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


def it_acts_upon(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Upon whom or what a deed acts, and who has not done it: "دفع الهجوم | كندا إلى الانسحاب", "هدد الانقلاب علاقات | كندا".

    Known by its article and right behind the verb it has no doer behind it but an adjective's, or one that a preposition leads to.
    """
    words, first = draft.words, trigger.first
    verb, index = first - 1, draft.at[first]
    if min(verb, index) < 0 or not is_deed(draft, trigger):
        return set()
    if not words[trigger.last].definite or words[first].prep or words[first].conj:
        return set()
    acts = any("obj" in s.target for s in words[verb].verb_senses) and not words[verb].of_verb(draft.lexicon.groups["sweeps"])
    if draft.phrases[index].kind != "act" or draft.subject_of.get(verb, -1) != index or not acts:
        return set()
    end = next((at for at in range(trigger.last + 1, len(words)) if "relative" in words[at].function), len(words))
    behind = (p.phrase for p in stood if p.phrase >= 0 and trigger.last < draft.phrases[p.phrase].first < end)  # no "التي شنتها | كندا"
    return {i for i in behind if not draft.phrases[i].prep and not (draft.phrases[i].kind == "nisba" and _describes(draft, trigger, i))}


def _describes(draft: Draft, trigger: Trigger, index: int) -> bool:
    """Whether an adjective of origin describes a deed, other adjectives between: "القصف الجوي | الكندي"."""
    between = draft.words[trigger.last + 1 : draft.phrases[index].first + 1]
    return all(word.definite and is_adjective(word) for word in between)


def leans_on(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who leaves a deed to another on whom he relies, and so does not do it: "| نعتمد على كينيا في حماية الحدود"."""
    words, first = draft.words, trigger.first
    verb = governor(draft, first, draft.stretches[trigger.sentence].first)
    if verb < 0 or not words[verb].of_verb(draft.lexicon.groups["leans-on"]) or words[first - 1].stem != "في":
        return set()
    near = range(verb + 1, min(first - 1, verb + _TO_WHOM))
    led = (draft.phrases[draft.at[at]] for at in near if draft.at[at] >= 0)
    relied = any(phrase.prep in ("علي", "ب") and phrase.kind in SOMEBODY_OR_MANY for phrase in led)
    relied = relied or any(words[at].fold in draft.lexicon.groups["anybody"] for at in near)  # and not "على القوة في قمع المحتجين"
    return {p.phrase for p in stood if relied and same(draft, p.phrase, draft.subject_of[verb])}


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


def ceased_from(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """To whom it was done that others cease from: "كفوا عن دعم | كندا", "التوقف عن تمويل | الحزب"; but "تخلى عن دعم كندا" may be either."""
    words, about, at = draft.words, trigger.first - 1, trigger.last + 1
    index = draft.at[at] if at < len(words) else -1
    if about < 1 or words[about].stem != _FROM or words[about].pronoun or not words[trigger.first].masdar or index < 0:
        return set()
    who = draft.at[about - 1]
    verb = about - 1 if who < 0 else draft.phrases[draft.lead(who)].first - 1
    lemmas = {e.lexeme.folded for e in words[verb].entries if e.kind in _CEASING} if verb >= 0 else set()
    if not any(draft.lexicon.groups["ceases"].get(lemma) == "" for lemma in lemmas):
        return set()
    return {p.phrase for p in stood if same(draft, p.phrase, index) and not draft.phrases[index].prep}


_FROM: Final = "عن"
_CEASING: Final = TENSED | {"masdar", "imperative"}


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


def outdone(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """With whom somebody is compared in a deed, and who does less of it: "ترامب أكثر عداء لإيران من | أوباما"."""
    words, first = draft.words, trigger.first
    if not first or words[first - 1].stem not in draft.lexicon.groups["more-than"] or words[first].definite:
        return set()
    behind = (p.phrase for p in stood if draft.phrases[p.phrase].first > trigger.last)
    return {index for index in behind if draft.phrases[draft.lead(index)].prep == "من"}


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
    if sense.relation not in HELP:
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
    """To whom somebody promises or threatens a deed, and who so does not do it: "هدد الحوثيون | إسرائيل باستهداف سفنها".

    So it is where he promises that he will not: "تعهدت كندا | لكينيا بعدم دعم الحزب".
    """
    told = _promised(draft, trigger)
    return {p.phrase for p in stood if told >= 0 and same(draft, p.phrase, told)}


def promised_against(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """To whom a deed is promised that is done to another, right behind it: "وعدت كندا | كينيا بقصف الحزب"; but "هددت كينيا بالقصف"."""
    told, at = _promised(draft, trigger), trigger.last + 1
    index = draft.at[at] if told >= 0 and at < draft.stretches[trigger.sentence].end else -1
    if index < 0 or draft.phrases[index].prep or draft.phrases[index].kind not in ANYBODY or same(draft, index, told):
        return set()
    free = not (draft.words[trigger.last].definite or draft.words[trigger.last].pronoun)
    return {p.phrase for p in stood if free and same(draft, p.phrase, told)}


def _promised(draft: Draft, trigger: Trigger) -> int:
    """To whom somebody promises or threatens that he will or will not do a deed; -1 for nobody."""
    words, first, groups = draft.words, begins(draft, trigger), draft.lexicon.groups
    verb = governor(draft, first, draft.stretches[trigger.sentence].first)
    led = first - (bool(first) and not words[first].prep and words[first - 1].stem in groups["lacking"])
    if verb < 0 or words[led].prep != "ب" or not words[verb].of_verb(groups["does-itself"]) or not one_clause(draft, verb, first):
        return -1
    near = (draft.at[at] for at in range(verb + 1, led) if draft.at[at] >= 0)
    behind_for = (index for index in near if draft.phrases[index].prep == "ل" and not _of_his_office(draft, draft.phrases[index].first))
    return draft.object_of.get(verb, next(behind_for, -1))


def _of_his_office(draft: Draft, at: int) -> bool:
    """Whether "for" at a token leads to the body of an office that an adjective describes: "تعهد الأمين التنفيذي | للاتحاد بالإضراب"."""
    before = draft.at[at - 1] if at else -1
    office = draft.phrases[before] if before >= 0 else None
    if office is None or office.kind in BY_NAME or not office.first < office.last == at - 1:
        return False
    return draft.words[at - 1].nisba is None  # "تعهد الرئيس الكندي | لكينيا"


def fallen(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """The captives and the fallen themselves, and whose they are, who took nobody: "اعتقل الجيش | مطلوبين من | داعش"."""
    if bare_article(draft.words[trigger.last].stem) not in draft.lexicon.groups["taken"]:
        return set()
    phrases = {p.phrase: draft.phrases[p.phrase] for p in stood}
    own = {index for index, phrase in phrases.items() if phrase.first == trigger.first}
    return own | {index for index, phrase in phrases.items() if phrase.prep == "من" and 0 < phrase.first - trigger.last <= _BESIDE}


def struck_with_help(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Whom a deed strikes that others help with: "اعتقل الأمن | عنصرا من داعش بمساعدة واشنطن", "قصفت كندا | كينيا بسلاح فنلندي"."""
    words, first = draft.words, trigger.first
    if sense.relation not in HELP or words[first].prep != "ب" or not (words[first].masdar or trigger.form == "idiom"):
        return set()
    verb = governor(draft, first, draft.stretches[trigger.sentence].first)
    before = draft.triggers[max(trigger.index - _NEAR, 0) : trigger.index]
    if verb < 0 or any(other.form == "masdar" and other.first > verb for other in before) or not _strikes(draft, verb):
        return set()
    doer = draft.subject_of[verb]
    return {p.phrase for p in stood if verb < draft.phrases[p.phrase].first < first and not same(draft, p.phrase, doer)}


def _strikes(draft: Draft, verb: int) -> bool:
    """Whether a verb does nothing but harm."""
    senses = draft.words[verb].verb_senses
    return bool(senses) and all(s.relation in HARM for s in senses)


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


def beside_voiced_deeds(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who does not say what marches and speeches do: "قمعت | الشرطة الاحتجاجات المطالبة بالإصلاح"."""
    if sense.relation not in _VOICED or not _of_many_deeds(draft, trigger):
        return set()
    return {p.phrase for p in stood if draft.phrases[p.phrase].named_to + 1 != trigger.first}


_VOICED: Final = frozenset(("REQUEST", "ACCUSE", "REJECT", "SUPPORT"))
"""What marches and speeches say: "المظاهرات المنددة بـ"."""


def _of_many_deeds(draft: Draft, trigger: Trigger) -> bool:
    """Whether a participle tells of the deeds right before it, whoever does them: "قمعت الشرطة الاحتجاجات | المطالبة بالإصلاح"."""
    word, before = draft.words[trigger.first], draft.word_before(trigger.first)
    if before is None or not word.definite or word.conj or word.prep or not word.stem.endswith("ه"):
        return False
    deeds = before.definite and before.number == "p" and before.stem.endswith("ات") and before.generic is None
    return deeds and any(e.kind == "active" for e in word.entries)
