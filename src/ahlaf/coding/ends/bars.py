"""Who is surely not an end of a claim, however near: what the grammar around a trigger rules out.

Candidates are found widely and weighed (:mod:`.frames`, :mod:`.pairs`); a few things no weight should outvote. Who
condemns a deed has not done it; what a verb is done to does not stand before it without a pronoun that takes it up; who
refuses that somebody is harmed is not against him.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from ahlaf.coding.clauses import relatives
from ahlaf.coding.clauses.antecedents import agrees
from ahlaf.coding.clauses.subjects import case
from ahlaf.coding.clauses.topics import said_before
from ahlaf.coding.ends import clausebars, harmed, howbars, joined, led, ownlosses, tied
from ahlaf.coding.ends.deedbars import not_resolving, of_deed, of_many_deeds, one_clause, same
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.ends.harmed import GROUND, is_ground
from ahlaf.coding.ends.misfits import no_subjects, of_another_gender
from ahlaf.coding.nounphrases import ordinals, origins, whoever
from ahlaf.coding.nounphrases.belonging import thing_of
from ahlaf.coding.words.draft import Draft, Phrase, Trigger
from ahlaf.coding.words.pronouns import FIRST, SECOND, was_done
from ahlaf.coding.words.word import TENSED
from ahlaf.lexicon.entries import Sense
from ahlaf.text.views import fold


class Bars(NamedTuple):
    """Phrases that are no source, no target, and coordinations that are not tied among themselves."""

    sources: frozenset[int] = frozenset()
    targets: frozenset[int] = frozenset()
    among: frozenset[int] = frozenset()


NOBODY: Final = Bars()
"""What rules out nobody."""
_ACTIVE: Final = frozenset(("perf", "impf"))
_PARTS: Final = frozenset(("subj", "obj", "gen", "host"))
"""Where an end stands that no preposition leads to."""
_HIS: Final = frozenset(("MEMBER", "ALLY"))
"""What "belonging to" says of somebody, and of no thing."""
_JUDGED: Final = frozenset(("REJECT", "ACCUSE", "SUPPORT"))
_VOICED: Final = frozenset(("REQUEST", "ACCUSE", "REJECT", "SUPPORT"))
"""What marches and speeches say: "المظاهرات المنددة بـ"."""
_ASKED: Final = frozenset(("REQUEST", "ACCUSE"))
"""Relations whose verbs name the other where there is one: of others the reader fills him in from before."""


def find(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place], nowhere: frozenset[int]) -> Bars:
    """What is ruled out for one sense of a trigger among its candidates; ``nowhere`` are phrases that are no end of anything."""
    finite = trigger.form in _ACTIVE or (trigger.form == "amb" and trigger.first in draft.subject_of)
    among = [p.phrase for p in stood]
    warned = _against(sense, trigger, "THREATEN") and any(_warned(draft, trigger, p) for p in stood)
    ceased = clausebars.is_broken(draft, trigger) or clausebars.is_ceased(draft, trigger)
    ceased |= sense.relation == "LEAD" and led.mediates(draft, trigger, stood)
    if warned or ceased or (sense.relation in _HIS and thing_of(draft, trigger.first)):
        return Bars(everybody := frozenset(p.phrase for p in stood), everybody)
    neither = {i for i in among if i in nowhere or any(bar(draft, trigger, i) for bar in (_aside, _likened, _owns_the_joined))}
    neither |= tied.to_the_doer(draft, trigger, stood) | clausebars.left_out(draft, trigger, stood)
    sources, targets = _of_verb(draft, trigger, sense, stood) if finite else of_deed(draft, trigger, sense, stood)
    sources |= _by_person(draft, trigger, stood) | _whose(draft, trigger, sense, stood)
    if "subj" in sense.source and (finite or trigger.form == "idiom"):
        sources |= clausebars.behind_who_hides(draft, trigger, stood) | clausebars.not_described(draft, trigger, stood)
        sources |= clausebars.asked_about(draft, trigger, stood) | not_resolving(draft, trigger, stood)
    if "subj" in sense.source and (finite or (trigger.form == "idiom" and trigger.first in draft.subject_of)):
        sources |= no_subjects(draft, trigger, among)
    elif not finite and sense.relation in _VOICED and of_many_deeds(draft, trigger):
        sources |= {p.phrase for p in stood if draft.phrases[p.phrase].named_to + 1 != trigger.first}
    elif not finite:
        sources |= joined.of_the_first_deed(draft, trigger, among)
    if trigger.form == "active" and (taken_up := _led_back(draft, trigger)) >= 0:
        if {"obj", "ل"}.isdisjoint(sense.target):
            return Bars(everybody := frozenset(p.phrase for p in stood), everybody)
        sources |= {p.phrase for p in stood if p.phrase != draft.at[trigger.first]}
        targets |= {p.phrase for p in stood if p.phrase != taken_up}
    sources |= howbars.led_to(draft, trigger, among) | ownlosses.not_of_the_owner(draft, trigger, sense, among)
    targets |= howbars.not_told_of(draft, trigger, sense, among)
    called_up = _against(sense, trigger, "MOBILIZE")
    targets |= {p.phrase for p in stood if (called_up and _of_his_own(draft, trigger, p)) or _no_target(draft, trigger, sense, p)}
    targets |= _led_otherwise(draft, trigger, sense, stood) if finite else _of_its_clause(draft, trigger, sense, stood)
    sources |= clausebars.does_to_such(draft, trigger, sense, stood)
    if trigger.form == "agent" and "gen" in sense.target:
        others = _before_the_owner(draft, trigger, stood)
        targets |= others
        sources |= others if _in_what_happens(draft, trigger) else set()
    targets |= _beside_sufferer(draft, trigger, stood)
    neither |= clausebars.not_but(draft, trigger, stood) | joined.behind_and(draft, trigger, stood)
    neither |= ordinals.elsewhere(draft, trigger.first)
    targets |= clausebars.on_victims(draft, trigger, sense, stood)
    if finite:
        more, alone = clausebars.of_clause(draft, trigger, sense, stood), ordinals.does(draft, trigger, sense, among)
        sources, targets = sources | more[0] | alone[0], targets | more[1] | alone[1]
    apart = _apart(draft, trigger, sense, stood) if finite and "obj" not in sense.source else frozenset()
    apart |= {p.phrase for p in stood if origins.is_followed(draft, p.phrase)}  # "وساطة | قطرية | مصرية" is between others
    return Bars(frozenset(sources | neither), frozenset(targets | neither), apart)


def _led_otherwise(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """To whom another sense of a verb leads, and so not this one, which has an object: "غادر الوزير إلى | أنقرة" has not left it."""
    direct = draft.object_of.get(trigger.first, -1) >= 0 or draft.words[trigger.last].pronoun
    if sense.relation != "RETREAT" or sense.target != ("obj",) or direct:
        return set()
    others = {fold(end) for other in trigger.senses if other.relation != sense.relation and "subj" in other.source for end in other.target}
    behind = [p.phrase for p in stood if draft.phrases[p.phrase].first > trigger.last and draft.phrases[p.phrase].prep == "الي"]
    return {i for i in behind if "الي" in others and one_clause(draft, trigger.last, draft.phrases[i].first)}


def _of_its_clause(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who is not praised where an expression ends with what another does: "أشاد الوزير بالجهود التي تبذلها | مصر لوقف | الحرب"."""
    subject = draft.subject_of.get(trigger.last, -1) if trigger.form == "idiom" and trigger.first < trigger.last else -1
    if subject < 0 or "gen" not in sense.target or draft.phrases[subject].first < trigger.last:
        return set()
    return {p.phrase for p in stood if draft.phrases[p.phrase].first > trigger.last and not same(draft, p.phrase, subject)}


def _before_the_owner(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who stands before a noun for somebody whose own phrase says whose he is: "بين | الجيش وأنصار الزعيم القبلي".

    Not whom that owner names: "هاجم | الحوثيون خصوم الحوثي".
    """
    index, at = draft.at[trigger.first], trigger.first + 1
    phrase = draft.phrases[index] if index >= 0 else None
    if phrase is None or phrase.first != trigger.first or phrase.last < at:
        return set()
    if draft.words[trigger.last].definite or not draft.words[at].definite:
        return set()
    named = {n.actor.id for word in draft.words[at : phrase.last + 1] for n in draft.lexicon.names.get(word.fold, ())}
    return {p.phrase for p in stood if draft.phrases[p.phrase].last < at - 1 and draft.whose(p.phrase) not in named}


def _in_what_happens(draft: Draft, trigger: Trigger) -> bool:
    """Whether a verb or "and" before somebody's men says that others are not they: "هاجم المتظاهرون | أنصاره", but "كانوا أنصاره"."""
    words, being = draft.words, draft.lexicon.groups["being"]
    before = (words[k] for k in range(draft.stretches[trigger.sentence].first, trigger.first) if words[k].finite and draft.at[k] < 0)
    happens = any(w.entries and not any(fold(e.lexeme.lemma) in being for e in w.entries) for w in before)
    return happens or words[trigger.first].conj == "و"


def _owns_the_joined(draft: Draft, trigger: Trigger, index: int) -> bool:
    """Whether it is said whose men the one of two are, who alone do something: "هاجم أنصار الرئيس | محمد مرسي | والمتظاهرون الجيش"."""
    if not 0 < index < len(draft.phrases) - 1 or draft.lead(index) != index:
        return False
    head, two = draft.phrases[index - 1], draft.phrases[index + 1]
    beside = head.last + 1 == draft.phrases[index].first and two.first == draft.phrases[index].named_to + 1
    beside = beside and not head.first <= trigger.first <= head.last
    return beside and two.conj == "و" and head.kind == "nominal" and draft.lead(index + 1) == index - 1


def _led_back(draft: Draft, trigger: Trigger) -> int:
    """The pronoun behind ل that a participle in its phrase has for its object: "الجيش والميليشيات الداعمة | له"; else -1.

    It does so to nobody else, and nobody but whom it describes.
    """
    at, index = trigger.last + 1, draft.at[trigger.first]
    takes = any({"obj", "ل"} & set(sense.target) for sense in trigger.senses)
    if index < 0 or draft.phrases[index].first == trigger.first or not takes or at >= len(draft.words):
        return -1
    word = draft.words[at]
    pronoun = draft.pronoun_at.get(at, -1) if word.kind == "func" and word.stem == "ل" else -1
    return pronoun if pronoun >= 0 and draft.phrases[pronoun].antecedent >= 0 else -1


def _of_verb(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> tuple[set[int], set[int]]:
    """Who is no source and no target of a finite verb."""
    subject = draft.subject_of.get(trigger.first, -1)
    accused = draft.accused.get(trigger.first, -1)
    if trigger.first in draft.resolves and "subj" in sense.source:
        others = not_resolving(draft, trigger, stood)
        return others, {p.phrase for p in stood} - others  # "1 - يطالب | الحوثيين"
    shown = {p.phrase: _case(draft, trigger, p.phrase) for p in stood}
    sources = {phrase for phrase, end in shown.items() if end == "object"}
    sources |= {p.phrase for p in stood if _done_to_in(draft, trigger, p.phrase, subject) or of_another_gender(draft, trigger, p.phrase)}
    if accused >= 0:
        own = {p.phrase for p in stood if same(draft, p.phrase, accused)}
        return sources | own, {p.phrase for p in stood} - own
    targets = {phrase for phrase, end in shown.items() if end == "subject" and subject not in (-1, phrase)}
    if (his := whoever.clause_of(draft, trigger.first)) == subject >= 0:
        sources |= {p.phrase for p in stood if p.phrase != his}  # "يعاقب حماس ومن | يساعدها"
        targets.add(his)
    sources |= whoever.are_not(draft, trigger.first, subject, [p.phrase for p in stood])
    if subject >= 0 and said_before(draft, trigger.first, draft.stretches[trigger.sentence].first) == subject:
        sources |= {p.phrase for p in stood if not same(draft, p.phrase, subject)}
    if subject >= 0 and all("subj" in s.target and "subj" not in s.source for s in trigger.senses):
        sources |= {p.phrase for p in stood if same(draft, p.phrase, subject)}  # "يتغذى | التنظيم على الفوضى"
    direct = draft.object_of.get(trigger.first, -1)
    if subject >= 0 and direct >= 0 and trigger.last < draft.phrases[direct].first < draft.phrases[subject].first:
        sources |= {p.phrase for p in stood if same(draft, p.phrase, direct)}  # "هاجم | الجيش مسلحون"
        targets |= {p.phrase for p in stood if same(draft, p.phrase, subject)}
    if sense.relation in _ASKED and "subj" not in sense.target and not draft.words[trigger.last].pronoun:
        targets |= _before(draft, trigger, stood)
    judged = sense.relation in _JUDGED and draft.words[trigger.first - 1].senses  # who judges a deed judges its doer: "هجوم | تدينه كندا"
    if relatives.takes_up_a_thing(draft, trigger.first) and not judged:
        others = {p.phrase for p in stood if draft.phrases[p.phrase].first <= trigger.first}
        sources, targets = sources | others, targets | others | {subject}  # "تحدثت | فرنسا عن خطة تعارضها كندا"
    targets |= _beside_pronoun(draft, trigger, sense, stood) | _beyond_next(draft, trigger, sense, stood)
    return sources, targets | _sent(draft, trigger, sense, stood)


def _beside_pronoun(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who stands behind a verb that has its object in a pronoun: it is not done to him: "شكرها على ذلك | الوزير"."""
    pronoun = draft.pronoun_at.get(trigger.last, -1)
    if pronoun < 0 or trigger.first != trigger.last or "obj" not in sense.target:
        return set()
    known = draft.phrases[pronoun].antecedent >= 0
    led = frozenset(p for p in ("", "من") if not p or (known and p not in sense.target))  # "حميدتي يقصفها من | أم درمان"
    behind = (p.phrase for p in stood if draft.phrases[p.phrase].first > trigger.last and draft.phrases[draft.lead(p.phrase)].prep in led)
    return {index for index in behind if not same(draft, index, pronoun)}


def _beyond_next(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who stands beyond the next verb, of one that has what it is done to: "أشاد بالاتفاق وحث | ليبيا على الحوار" praises not him."""
    behind = range(trigger.last + 1, draft.stretches[trigger.sentence].end)
    if (verb := next((at for at in behind if _goes_on(draft, at)), -1)) < 0:
        return set()
    between = {draft.at[at] for at in range(trigger.last + 1, verb)} - {-1, draft.subject_of.get(trigger.first, -1)}
    own = draft.object_of.get(trigger.first, -1)
    if own not in between and not any((prep := draft.phrases[index].prep) and prep in sense.target for index in between):
        led = any(draft.words[at].prep or "prep" in draft.words[at].function for at in range(trigger.last + 1, verb))
        return {p.phrase for p in stood if led and p.phrase == draft.object_of.get(verb, -1)}  # "يحذر من مجاعة ويتهم | كينيا"
    return {p.phrase for p in stood if draft.phrases[p.phrase].first > verb}


def _goes_on(draft: Draft, at: int) -> bool:
    """Whether with this token a verb goes on behind "and", as well where the same letters begin another verb: "ودعت"."""
    word = draft.words[at]
    return word.finite and any(cut.conj == "و" for cut in word.cuts) and not draft.words[at - 1].function


def _beside_sufferer(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """To whom nothing is done of what a verb in the passive tells of whom stands right behind it: "قتل شرطي | وأصيب | جندي"."""
    subject = draft.subject_of.get(trigger.first, -1) if trigger.form == "pass" else -1
    if subject < 0 or not trigger.last < draft.phrases[subject].first <= trigger.last + _RIGHT_BEHIND:
        return set()
    return {p.phrase for p in stood if not draft.phrases[draft.lead(p.phrase)].prep and not same(draft, p.phrase, subject)}


_RIGHT_BEHIND: Final = 2
"""So many tokens behind a verb stands who suffers it, at most: a number may come between."""


def _by_person(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who does nothing of what a verb says, which only those who are addressed do, or only "we" who are there."""
    person = _person(draft, trigger.first)
    if person == SECOND:
        return {p.phrase for p in stood if not _called_upon(draft, p.phrase)}  # "وأنتم | تدعمون الأسد"
    if person == FIRST:  # "تدعمون الأسد ونحن | ندعم الشعب"
        return {p.phrase for p in stood if draft.phrases[p.phrase].gender != FIRST}
    return set()


def _person(draft: Draft, at: int) -> str:
    """Of which person alone a verb can be: the second of "تدعمون", the first of "ندعم"; "" where it may be several."""
    word = draft.words[at]
    told = [e for e in word.entries if e.kind in TENSED] if not word.nominal else []
    persons = {e.person for e in told}
    if persons == {1} and not any(was_done(e) for e in told):
        return FIRST
    return SECOND if persons == {2} else ""


def _called_upon(draft: Draft, index: int) -> bool:
    """Whether a phrase is "you" or behind "O": "أنتم", "يا | إيران"."""
    phrase = draft.phrases[draft.lead(index)]
    before = draft.words[phrase.first - 1] if phrase.first else None
    return phrase.gender == SECOND or (before is not None and "vocative" in before.function)


def _sent(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who is a verb's object where another stands behind the sense's preposition: "حرضت إيران | الحوثيين على السعودية"."""
    sent = draft.object_of.get(trigger.first, -1)
    if sent < 0 or not _PARTS.isdisjoint(sense.target) or not any("obj" in other.target for other in trigger.senses):
        return set()
    leading = {fold(preposition) for preposition in sense.target}
    behind = (p.phrase for p in stood if draft.phrases[p.phrase].first > draft.phrases[sent].last and draft.phrases[p.phrase].kind != "act")
    led = any(draft.phrases[at].prep in leading and one_clause(draft, trigger.last, draft.phrases[at].first) for at in behind)
    return {p.phrase for p in stood if same(draft, p.phrase, sent)} if led else set()


def _aside(draft: Draft, trigger: Trigger, index: int) -> bool:
    """Whether a phrase belongs to a relative clause and the trigger does not: "هددت إيران، التي تدعم | الحوثيين، بإغلاق المضيق".

    A trigger behind the clause is outside where its subject is whom the clause describes: "ميليشيا تمولها | إيران هاجمت القاعدة".
    """
    clause = draft.within.get(index)
    if clause is None:
        return False
    if trigger.last < clause.first:
        return True
    subject = draft.subject_of.get(trigger.first, -1)
    later = draft.phrases[index].last < trigger.first and not draft.words[trigger.first].conj
    return later and subject >= 0 and draft.lead(subject) == clause.head


def _likened(draft: Draft, trigger: Trigger, index: int) -> bool:
    """Whether a phrase says what somebody is like to whom it is done, and has no part in it: "عامل الأسير | كالعدو"."""
    phrase = draft.phrases[draft.lead(index)]
    return phrase.prep == "ك" and phrase.first > trigger.first and draft.phrases[index].listed < 0


def _done_to_in(draft: Draft, trigger: Trigger, index: int, subject: int) -> bool:
    """Whether a phrase is the object in a relative clause whose subject it describes: "الجهة التي اغتالت | الوزير"."""
    clause = draft.within.get(index)
    if clause is None or subject < 0:
        return False
    return clause.first < clause.verb == trigger.first and draft.lead(subject) == clause.head


def _whose(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Whose somebody is, who stands right behind the noun for him, and is not called so himself: "كان الحزب بوق | طهران"."""
    word, first = draft.words[trigger.last], trigger.last + 1
    if trigger.form != "agent" or word.pronoun or word.definite or "host" not in sense.source or "gen" not in sense.target:
        return set()
    phrases = ((p.phrase, draft.phrases[p.phrase]) for p in stood)
    return {index for index, phrase in phrases if phrase.first == first and not phrase.prep and phrase.kind in ("name", "organ")}


_BROUGHT: Final = frozenset(("AID", "LEAD"))
"""Done to whom they are done to, and not to whom something stands between."""


def _no_target(draft: Draft, trigger: Trigger, sense: Sense, place: Place) -> bool:
    """A man is no body that others are members of, nor a state one where somebody comes to it.

    Nor is he refused who is kept from harm: "رفض عباس تهجير | الفلسطينيين".
    """
    phrase = draft.phrases[place.phrase]
    if trigger.form == "agent" and _not_meant(draft, trigger, phrase):
        return True
    if sense.relation == "MEMBER":
        kind = phrase.actor.kind if phrase.actor is not None else ""
        return kind == "person" or (kind in GROUND and fold(sense.lemma) in draft.lexicon.groups["comes"])
    if sense.relation == "LEAD" and led.is_not_led(draft, trigger, phrase):
        return True
    if sense.relation == "COERCE" and phrase.prep == "في" and "في" not in sense.target and is_ground(phrase):
        return True  # "احتجاز الصحافي في | تنزانيا"
    if "ب" not in sense.target and _stands_by(draft, trigger, place.phrase):
        return True  # but "اعترف ترامب بسيادة | الرباط"
    brought = trigger.form in _ACTIVE and sense.relation in _BROUGHT and sense.target == ("obj",)
    if brought and draft.phrases[draft.lead(place.phrase)].prep == "بين":
        return True  # "استضافت قطر محادثات بين | الطرفين"
    return harmed.is_harmed(draft, trigger, sense, place.phrase)


def _of_his_own(draft: Draft, trigger: Trigger, place: Place) -> bool:
    """Whether a phrase tells whom of his own somebody calls up or warns: "حشد الحزب | أنصاره", "حذرت واشنطن | مواطنيها"."""
    phrase = draft.phrases[place.phrase]
    return trigger.last < phrase.first and bool(draft.words[phrase.first].pronoun) and not phrase.prep and phrase.kind == "nominal"


def _warned(draft: Draft, trigger: Trigger, place: Place) -> bool:
    """Whether a phrase tells whom a state warns of dangers elsewhere, which threatens nobody: "حذرت واشنطن | مواطنيها من السفر"."""
    own = draft.words[draft.phrases[place.phrase].first].stem in draft.lexicon.groups["own-people"]
    return own and _of_his_own(draft, trigger, place)


def _against(sense: Sense, trigger: Trigger, relation: str) -> bool:
    """Whether a sense is against somebody and its word may carry this relation."""
    return sense.sign < 0 and any(s.relation == relation for s in trigger.senses)


def _not_meant(draft: Draft, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether the pronoun on "ally", "enemy" can't mean a phrase before it: "أعداء أميركا … | أصدقائها" are no friends of enemies."""
    pronoun = draft.pronoun_at.get(trigger.last, -1)
    if pronoun < 0 or phrase.pointing or phrase.last >= trigger.first:
        return False
    own = draft.phrases[pronoun]
    return own.gender in ("m", "f") and not agrees(phrase, own.gender, own.number, draft)


def _stands_by(draft: Draft, trigger: Trigger, index: int) -> bool:
    """Whether a phrase tells who leads, backs or mediates what somebody does, and so is nobody that he does it to.

    "قصف التحالف بقيادة | السعودية صعدة", "شن هجوما بتمويل | سعودي", "نفذ عملية بدعم من | قطر".
    """
    lead = draft.phrases[draft.lead(index)]
    at = lead.first - 1
    if lead.prep in _FROM_WHOM and at > trigger.last and draft.words[at].kind == "func":
        at -= 1
    if at <= trigger.last or draft.words[at].prep != "ب" or not draft.words[at].masdar:
        return False
    helps = _HELPS if lead.kind == "nisba" or lead.prep else _LEADS  # "وعد بدعم | لبنان"
    return any(s.relation in helps for e in draft.words[at].entries for s in e.lexeme.senses)


_FROM_WHOM: Final = frozenset(("من", "مع"))
_LEADS: Final = frozenset(("LEAD",))
_HELPS: Final = _LEADS | {"AID", "SUPPORT", "COOPERATE", "CONSULT"}


def _case(draft: Draft, trigger: Trigger, index: int) -> str:
    """Whether a plural or dual right behind its verb's clause shows its case: "المسلحون" does something, to "المسلحين" it is done."""
    at = draft.phrases[index].first
    free = at - 1 == trigger.last or draft.at[at - 1] >= 0  # "قادة المسلحين" is a genitive
    return case(draft, index) if at > trigger.last and free and one_clause(draft, trigger.last, at) else ""


def _before(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who stands before a verb without a pronoun that takes him up: it is done to nobody of them."""
    words, first = draft.words, trigger.first
    if any("relative" in words[at].function for at in range(max(first - _SMALL, 0), first)):
        return set()  # "الدول التي قصفت روسيا"
    return {p.phrase for p in stood if p.side == "b" and not p.meant and draft.phrases[p.phrase].last < trigger.start}


_SMALL: Final = 3
"""So many tokens, such as قد and لم, may stand between a relative pronoun and its verb."""


def _apart(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> frozenset[int]:
    """Coordinations that somebody does it with: "استقبل بري السفير والسفيرة" ties neither with the other."""
    subject = draft.subject_of.get(trigger.first, -1)
    if subject < 0:
        return frozenset()
    to_others = sense.relation == "OPPOSE" and "obj" in sense.target  # "خان الساسة والجنرالات بلدهم" are not at odds
    others = (p.phrase for p in stood if to_others or not same(draft, p.phrase, subject))
    return frozenset(i for i in others if draft.phrases[i].prep != "بين")
