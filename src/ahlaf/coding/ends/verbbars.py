"""Who is no end of what a finite verb tells: by its subject and object, its person, its pronoun, and the next verb."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.clauses import joinedverbs, relatives, relativesubjects, subjects, sufferers
from ahlaf.coding.clauses.antecedents import agrees
from ahlaf.coding.clauses.cases import case
from ahlaf.coding.clauses.topics import indefinite, said_before
from ahlaf.coding.ends.deedbars import not_resolving
from ahlaf.coding.ends.deeds import one_clause, same
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.ends.grammar import BY_WHOM
from ahlaf.coding.nounphrases import whoever
from ahlaf.coding.words.draft import Draft, Trigger
from ahlaf.coding.words.governed import some_of
from ahlaf.coding.words.kinds import SOMEBODY, THINGS
from ahlaf.coding.words.pronouns import FIRST, SECOND, was_done
from ahlaf.coding.words.word import ADJECTIVE_KINDS
from ahlaf.lexicon.entries import Sense
from ahlaf.lexicon.names import bare_article
from ahlaf.relations import RELATIONS
from ahlaf.text.views import fold

_PARTS: Final = frozenset(("subj", "obj", "gen", "host"))
"""Where an end stands that no preposition leads to."""
_JUDGED: Final = frozenset(("REJECT", "ACCUSE", "SUPPORT"))
_ASKED: Final = frozenset(("REQUEST", "ACCUSE"))
"""Relations whose verbs name the other where there is one: of others the reader fills him in from before."""


def resolves_alone(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """To whom nothing is done of what he resolves: "1 - يطالب | الحوثيين" leaves these to be called upon."""
    if trigger.first not in draft.resolves or "subj" not in sense.source:
        return set()
    return {p.phrase for p in stood} - not_resolving(draft, trigger, stood)


def shown_as_object(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who does nothing of what a verb tells, for his case shows that it is done to him: "هاجم | المسلحين"."""
    return {p.phrase for p in stood if _case(draft, trigger, p.phrase) == "object"}


def shown_as_subject(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """To whom nothing is done of what a verb tells whose subject is another, for his case shows that he does something: "المسلحون"."""
    subject = draft.subject_of.get(trigger.first, -1)
    others = (p.phrase for p in stood if subject not in (-1, p.phrase))
    return {index for index in others if _case(draft, trigger, index) == "subject"}


def done_to_in(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who is the object in a relative clause whose subject is whom it describes: "الجهة التي اغتالت | الوزير"."""
    subject = draft.subject_of.get(trigger.first, -1)
    return {p.phrase for p in stood if _done_to_in(draft, trigger, p.phrase, subject)}


def not_whoever(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who does nothing of what is told of "whoever" does it: "يعاقب | حماس ومن يساعدها"."""
    subject = draft.subject_of.get(trigger.first, -1)
    others = whoever.are_not(draft, trigger.first, subject, [p.phrase for p in stood])
    his = _whoever(draft, trigger)
    return {*others, *(p.phrase for p in stood if p.phrase != his)} if his >= 0 else others


def whoever_does(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """To whom nothing is done, for he is "whoever" does it: "يعاقب حماس | ومن يساعدها"."""
    his = _whoever(draft, trigger)
    return {p.phrase for p in stood if p.phrase == his >= 0}


def _whoever(draft: Draft, trigger: Trigger) -> int:
    """The phrase of "whoever" does what a verb tells, "يعاقب حماس | ومن يساعدها"; else -1."""
    his = whoever.clause_of(draft, trigger.first)
    return his if his == draft.subject_of.get(trigger.first, -1) else -1


def not_the_speaker(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who does nothing of what one says of himself: "| كندا قالت اليابان إنها تدعم كينيا"."""
    subject = draft.subject_of.get(trigger.first, -1)
    says = subject >= 0 and said_before(draft, trigger.first, draft.stretches[trigger.sentence].first) == subject
    return {p.phrase for p in stood if says and not same(draft, p.phrase, subject)}


def told_before_what_fell(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who stands before a verb that nobody does, and has not brought it about: "لو لم تتدخل | روسيا لسقط النظام"."""
    subject = draft.subject_of.get(trigger.first, -1)
    behind = subject >= 0 and draft.phrases[subject].first > trigger.last
    if not (behind and sense.source) or not all(_PARTS.isdisjoint(s.source) for s in trigger.senses):
        return set()
    return {p.phrase for p in stood if p.side == "b" and not p.meant}


def not_some_of(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who does not do what some of those do who are told of behind the verb: "دعا | الوزير إلى الحوار وأشاد عدد من المسؤولين"."""
    subject = draft.subject_of.get(trigger.first, -1)
    some = subject >= 0 and some_of(draft, draft.phrases[subject].first)
    return {p.phrase for p in stood if some and not same(draft, p.phrase, subject)}


def suffers(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Whom a verb tells of as the one to whom it is done, in every sense: "يتغذى | التنظيم على الفوضى"."""
    subject = draft.subject_of.get(trigger.first, -1)
    done_to = subject >= 0 and all("subj" in s.target and "subj" not in s.source for s in trigger.senses)
    return {p.phrase for p in stood if done_to and same(draft, p.phrase, subject)}


def not_its_founder(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who has not founded a body of which a verb only tells that it was founded: "الحزب الذي أسس عام ١٩٩٠ يدعم | كندا"."""
    if trigger.form != "pass" or not sufferers.is_founded(draft, trigger.first):
        return set()
    return {p.phrase for p in stood if not _by_whom(draft, draft.phrases[draft.lead(p.phrase)].first)}


def _by_whom(draft: Draft, first: int) -> bool:
    """Whether "by" of two words stands before a token: "أسس الحلف على يد | كندا", "من قبل | كندا"."""
    two = " ".join(word.fold for word in draft.words[max(first - 2, 0) : first])
    return any(two == fold(by) for by in BY_WHOM)


def object_first(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who does nothing, for he is the object and the subject stands behind him: "هاجم | الجيش مسلحون"."""
    direct = draft.object_of.get(trigger.first, -1)
    return {p.phrase for p in stood if same(draft, p.phrase, direct)} if _turned(draft, trigger) else set()


def subject_last(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """To whom nothing is done, for he is the subject behind the object: "هاجم الجيش | مسلحون"."""
    subject = draft.subject_of.get(trigger.first, -1)
    return {p.phrase for p in stood if same(draft, p.phrase, subject)} if _turned(draft, trigger) else set()


def _turned(draft: Draft, trigger: Trigger) -> bool:
    """Whether a verb's object stands before its subject, both behind it."""
    subject, direct = draft.subject_of.get(trigger.first, -1), draft.object_of.get(trigger.first, -1)
    return min(subject, direct) >= 0 and trigger.last < draft.phrases[direct].first < draft.phrases[subject].first


def asked_before(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who is not asked or accused, for he stands before the verb without a pronoun that takes him up: "| كينيا طالبت بالحوار"."""
    asks = sense.relation in _ASKED and "subj" not in sense.target and not draft.words[trigger.last].pronoun
    return _before(draft, trigger, stood) if asks else set()


def before_the_thing(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who has no part in what a clause tells that a thing is done: "تحدثت | فرنسا عن خطة تعارضها كندا"."""
    if not _done_to_a_thing(draft, trigger, sense):
        return set()
    return {p.phrase for p in stood if draft.phrases[p.phrase].first <= trigger.first}


def does_to_the_thing(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """To whom nothing is done, for he does it to a thing: "تحدثت فرنسا عن خطة تعارضها | كندا"."""
    doer = draft.subject_of.get(trigger.first, -1)
    return {p.phrase for p in stood if p.phrase == doer >= 0} if _done_to_a_thing(draft, trigger, sense) else set()


def _done_to_a_thing(draft: Draft, trigger: Trigger, sense: Sense) -> bool:
    """Whether a clause tells that something is done to a thing; who judges a deed judges its doer: "هجوم | تدينه كندا"."""
    judged = sense.relation in _JUDGED and draft.words[trigger.first - 1].senses
    return not judged and relatives.takes_up_a_thing(draft, trigger.first)


def led_otherwise(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """To whom another sense of a verb leads, and so not this one, which has an object: "غادر الوزير إلى | أنقرة" has not left it."""
    direct = draft.object_of.get(trigger.first, -1) >= 0 or draft.words[trigger.last].pronoun
    if sense.relation != "RETREAT" or sense.target != ("obj",) or direct:
        return set()
    others = {fold(end) for other in trigger.senses if other.relation != sense.relation and "subj" in other.source for end in other.target}
    behind = [p.phrase for p in stood if draft.phrases[p.phrase].first > trigger.last and draft.phrases[p.phrase].prep == "الي"]
    return {i for i in behind if "الي" in others and one_clause(draft, trigger.last, draft.phrases[i].first)}


def done_directly(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Everybody, for a sense that needs "with", where another sense of the verb has somebody as its object.

    "تحاربان | الحزب" is not beside anybody; "تحاربان | مع الحزب" is.
    """
    direct = draft.object_of.get(trigger.first, -1)
    if direct < 0 or sense.target != ("مع",) or sense.source != ("subj",):
        return set()
    others = any(other.source == ("subj",) and "obj" in other.target for other in trigger.senses)
    if not others or draft.phrases[direct].kind in THINGS or any(draft.phrases[p.phrase].prep == "مع" for p in stood):
        return set()
    return {p.phrase for p in stood}


def led_behind_the_subject(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Whom a preposition leads to between who does something and the verb: "الدول في | التحالف تحارب", "القوات القادمة من | كندا هاجمت".

    Not whom the verb may describe, who is any, "تحول إلى | عدو يهاجم كينيا", nor who has what does it, "طائرة تابعة | للجيش قصفت".
    """
    index = draft.subject_of.get(trigger.first, -1)
    subject = draft.phrases[index] if index >= 0 else None
    if subject is None or subject.last >= trigger.first or not one_clause(draft, subject.last, trigger.first):
        return set()
    between = {p.phrase for p in stood if subject.last < draft.phrases[p.phrase].first and draft.phrases[p.phrase].last < trigger.first}
    words = draft.words[subject.last + 1 : trigger.first]
    if any("relative" in word.function and word.stem.startswith("ال") for word in words):
        return set()
    return {i for i in between if _led_to(draft, i) and not same(draft, i, index)}


def _led_to(draft: Draft, index: int) -> bool:
    """Whether a preposition leads to one who is not any, and has no part in who does it: "طائرة تابعة | للجيش", "عدد من | الضباط"."""
    lead = draft.phrases[draft.lead(index)]
    if not lead.prep or indefinite(draft, draft.phrases[index]):
        return False
    before = draft.words[lead.first - 1]
    if bare_article(before.stem) in draft.lexicon.groups["belonging"]:
        return False
    described = draft.words[lead.first - 2]  # "القادمة من كندا"
    return lead.prep != "من" or (described.definite and any(e.kind in ADJECTIVE_KINDS for e in described.entries))


def beside_pronoun(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who stands behind a verb that has its object in a pronoun: it is not done to him: "شكرها على ذلك | الوزير"."""
    pronoun = draft.pronoun_at.get(trigger.last, -1)
    if pronoun < 0 or trigger.first != trigger.last or "obj" not in sense.target:
        return set()
    known = draft.phrases[pronoun].antecedent >= 0
    led = frozenset(p for p in ("", "من") if not p or (known and p not in sense.target))  # "حميدتي يقصفها من | أم درمان"
    behind = (p.phrase for p in stood if draft.phrases[p.phrase].first > trigger.last and draft.phrases[draft.lead(p.phrase)].prep in led)
    return {index for index in behind if not same(draft, index, pronoun)}


def beside_subject(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who does nothing of what another does, right behind a verb with a pronoun or described by it.

    "تدعم | كندا الحزب، تحاربه كينيا", "الوزير الذي طردنا من | كندا".
    """
    subject = max(_behind_its_object(draft, trigger), _described(draft, trigger)) if "subj" in sense.source else -1
    return {p.phrase for p in stood if subject >= 0 and not same(draft, p.phrase, subject)}


def subject_behind_pronoun(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """To whom nothing is done, for he does it, right behind the verb and its pronoun or described by it: "تحاربه | كينيا"."""
    does = "subj" in sense.source and not RELATIONS[sense.relation].mutual  # "الاتفاقية التي وقعتها | كندا وكينيا"
    subject = max(_behind_its_object(draft, trigger), _described(draft, trigger)) if does else -1
    return {p.phrase for p in stood if subject >= 0 and same(draft, p.phrase, subject)}


def _behind_its_object(draft: Draft, trigger: Trigger) -> int:
    """The subject right behind a verb that has its object in a pronoun, or in what is another's, "تمول | فنلندا عملياته"; else -1."""
    subject = draft.subject_of.get(trigger.first, -1)
    phrase = draft.phrases[subject] if subject >= 0 else None
    beside = phrase is not None and phrase.first == trigger.first + 1 and not phrase.prep and phrase.kind in SOMEBODY
    if phrase is None or not (_has_its_object(draft, trigger) or (beside and subjects.does_to_anothers(draft, phrase))):
        return -1
    return subject if beside or joinedverbs.of_all(draft, trigger.first) == subject else -1


def _described(draft: Draft, trigger: Trigger) -> int:
    """Whom a clause describes whose verb is done to us or you: "الوزير الذي | طردنا"; else -1."""
    back = draft.pronoun_at.get(trigger.last, -1)
    if back < 0 or draft.phrases[back].gender not in (FIRST, SECOND) or trigger.first != trigger.last:
        return -1
    told = draft.found_by.get(trigger.first) == relativesubjects.in_relative.__name__
    return draft.subject_of.get(trigger.first, -1) if told else -1


def not_its_pronoun(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """To whom nothing is done of what a verb's pronoun tells, which is not of his gender or number: "تدعم | كندا الحزب، تحاربه كينيا".

    Nor is he meant by it who is told of as a body, "دعمت كندا | الحزب فهاجمتها كينيا". A name of several words
    may be called by any of them: "دول التحالف … تقوده".
    """
    if not _has_its_object(draft, trigger) or "obj" not in sense.target or sense.relation in _JUDGED:
        return set()  # "إجراءات | الجيش التي أدانتها كندا"
    pronoun = draft.phrases[draft.pronoun_at[trigger.last]]
    meant = {draft.whose(i) for i in pronoun.antecedents}
    before = (p.phrase for p in stood if p.side == "b" and _has_gender(draft, p.phrase) and draft.whose(p.phrase) not in meant)
    plain = (i for i in before if draft.phrases[i].first == draft.phrases[i].last)
    return {i for i in plain if not any(agrees(draft.phrases[k], pronoun.gender, pronoun.number, draft) for k in (i, draft.lead(i)))}


def _has_gender(draft: Draft, index: int) -> bool:
    """Whether it is known which pronoun may mean somebody: he is named, or a general noun tells of one: "الحزب"."""
    phrase = draft.phrases[index]
    noun = draft.words[phrase.head].generic if phrase.kind == "nominal" and phrase.definite else None
    return phrase.kind in SOMEBODY or (noun is not None and noun.number == "s")


def _has_its_object(draft: Draft, trigger: Trigger) -> bool:
    """Whether a verb of one word has its object in a pronoun of which it is known whom that means."""
    pronoun = draft.pronoun_at.get(trigger.last, -1)
    return trigger.first == trigger.last and pronoun >= 0 and draft.phrases[pronoun].antecedent >= 0


def beyond_next(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
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


def beside_sufferer(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """To whom nothing is done of what a verb in the passive tells of whom stands right behind it: "قتل شرطي | وأصيب | جندي"."""
    subject = draft.subject_of.get(trigger.first, -1) if trigger.form == "pass" else -1
    if subject < 0 or not trigger.last < draft.phrases[subject].first <= trigger.last + _RIGHT_BEHIND:
        return set()
    return {p.phrase for p in stood if not draft.phrases[draft.lead(p.phrase)].prep and not same(draft, p.phrase, subject)}


_RIGHT_BEHIND: Final = 2
"""So many tokens behind a verb stands who suffers it, at most: a number may come between."""


def by_person(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who does nothing of what a verb says that only those who are addressed do, or "we": "كندا تعلم أنكم | تدعمون الأسد"."""
    person = _person(draft, trigger.first)
    if person == SECOND:
        return {p.phrase for p in stood if not _called_upon(draft, p.phrase)}  # "وأنتم | تدعمون الأسد"
    if person == FIRST:  # "تدعمون الأسد ونحن | ندعم الشعب"
        return {p.phrase for p in stood if draft.phrases[p.phrase].gender != FIRST}
    return set()


def _person(draft: Draft, at: int) -> str:
    """Of which person alone a verb can be: the second of "تدعمون", the first of "ندعم"; "" where it may be several."""
    word = draft.words[at]
    told = word.tensed if not word.nominal else []
    persons = {e.person for e in told}
    if persons == {1} and not any(was_done(e) for e in told):
        return FIRST
    return SECOND if persons == {2} else ""


def _called_upon(draft: Draft, index: int) -> bool:
    """Whether a phrase is "you" or behind "O": "أنتم", "يا | إيران"."""
    phrase = draft.phrases[draft.lead(index)]
    before = draft.word_before(phrase.first)
    return phrase.gender == SECOND or (before is not None and "vocative" in before.function)


def sent(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who is a verb's object where another stands behind the sense's preposition: "حرضت إيران | الحوثيين على السعودية"."""
    sent = draft.object_of.get(trigger.first, -1)
    if sent < 0 or not _PARTS.isdisjoint(sense.target) or not any("obj" in other.target for other in trigger.senses):
        return set()
    leading = {fold(preposition) for preposition in sense.target}
    behind = (p.phrase for p in stood if draft.phrases[p.phrase].first > draft.phrases[sent].last and draft.phrases[p.phrase].kind != "act")
    led = any(draft.phrases[at].prep in leading and one_clause(draft, trigger.last, draft.phrases[at].first) for at in behind)
    return {p.phrase for p in stood if same(draft, p.phrase, sent)} if led else set()


def _done_to_in(draft: Draft, trigger: Trigger, index: int, subject: int) -> bool:
    """Whether a phrase is the object in a relative clause whose subject it describes: "الجهة التي اغتالت | الوزير"."""
    clause = draft.within.get(index)
    if clause is None or subject < 0:
        return False
    return clause.first < clause.verb == trigger.first and draft.lead(subject) == clause.head


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
