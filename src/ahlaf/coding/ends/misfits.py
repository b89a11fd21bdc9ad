"""Who can't do what a verb says, for its ending says that another does.

A verb is masculine or feminine, and behind its subject one, two or many. The reader weighs that with all else; here
stand those whom the form rules out, as far as who they are tells it: a man, a woman, a state, a body with a gender of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.clauses.addressed import hides
from ahlaf.coding.clauses.antecedents import agrees, are_persons
from ahlaf.coding.clauses.butsubjects import is_but
from ahlaf.coding.ends.deeds import same
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.nounphrases.members import members
from ahlaf.coding.words.agreement import is_human
from ahlaf.coding.words.draft import Draft, Phrase, Trigger
from ahlaf.coding.words.kinds import BODIES, SOMEBODY, THINGS
from ahlaf.coding.words.pronouns import FIRST, SECOND
from ahlaf.lexicon.entries import Sense
from ahlaf.lexicon.names import bare_article

_FULL: Final = SOMEBODY
"""Kinds of phrases whose gender is surely known."""


def no_subjects(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who is surely no subject of a verb: "فاتهمه | الوزير ودعت", "وعدته | الحكومة ثم هدد".

    What leads to a body or to somebody may agree in his place: "طائرات | الجيش قصفت", "عناصر من | الأمن أوقفوا".
    """
    word = draft.words[trigger.first]
    forms = [(e.gender, e.number) for e in word.third]
    they = trigger.first in draft.subject_of and _they(draft, trigger.first)
    if not forms or (word.nominal and not hides(draft, trigger.first)) or not (they or _told(draft, trigger.first)):
        return set()
    phrases, among = draft.phrases, [p.phrase for p in stood]
    before = [phrases[i] for i in among if phrases[i].sentence == trigger.sentence and phrases[i].last < trigger.first]
    many = they or any(_are_many(draft, phrase) for phrase in before)
    found = {i for i in among if _misfit(draft, trigger, i, forms, bodies=many)}
    return {i for i in found if not (they and same(draft, i, draft.subject_of[trigger.first]))}


def one_state(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Which state before it does nothing of what a verb tells of many men: "عملاء | لكندا يهاجمون كينيا"."""
    word = draft.words[trigger.first]
    forms = {(e.gender, e.number) for e in word.third}
    if not forms or forms != {("m", "p")} or word.nominal or trigger.form == "pass":
        return set()
    found = set()
    for place in stood:
        phrase = draft.phrases[place.phrase]
        named = phrase.kind == "name" and phrase.actor is not None and phrase.actor.kind == "state" and phrase.number == "s"
        before = phrase.last < trigger.first and phrase.sentence == trigger.sentence
        if named and before and draft.lead(place.phrase) not in draft.group_size:
            found.add(place.phrase)
    return found


def _they(draft: Draft, verb: int) -> bool:
    """Whether "they" right before a verb do what it says, the verb of being between: "لكنهم | رفضوا", "وأنهم كانوا | يخططون"."""
    words, being = draft.words, draft.lexicon.groups["being"]
    at = verb - 1
    at -= at > 0 and words[at].of_verb(being)
    return at >= 0 and words[at].kind == "func" and (words[at].pronoun == "هم" or words[at].stem == "هم")


def of_another_gender(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Which body right behind a verb is not of its gender, and so does not do it: "وصادر | لجنة الإعمار", "وانتقدت | المجلس".

    A man may be called by a noun in ة: "هدد الطاغية".
    """
    return {p.phrase for p in stood if _of_another_gender(draft, trigger, draft.phrases[p.phrase])}


def _of_another_gender(draft: Draft, trigger: Trigger, phrase: Phrase) -> bool:
    head = draft.words[phrase.first]
    many = any(e.number == "p" for e in head.entries)
    noun = phrase.kind in ("nominal", "organ") and phrase.number == "s" and not (head.function or many)
    if not noun or is_human(phrase) or phrase.first != trigger.last + 1 or phrase.prep or phrase.conj:
        return False
    shown = "f" if head.bare.endswith("ة") or (head.pronoun and head.stem.endswith("ت")) else "m"
    forms = [e for e in draft.words[trigger.last].third if e.number == "s"]
    return phrase.gender == shown and bool(forms) and all(e.gender not in ("", shown) for e in forms)


def no_state_marches(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Which state does not take to the streets, as people do: "خرجت | كندا من البطولة"; but "احتجت كندا لدى كينيا"."""
    if sense.relation != "PROTEST" or draft.words[trigger.first].of_verb(draft.lexicon.groups["objects"]):
        return set()
    phrases = {p.phrase: draft.phrases[p.phrase] for p in stood if p.phrase >= 0}
    return {i for i, phrase in phrases.items() if phrase.kind == "name" and phrase.actor is not None and phrase.actor.kind == "state"}


def _misfit(draft: Draft, trigger: Trigger, index: int, forms: list[tuple[str, str]], *, bodies: bool) -> bool:
    """Whether no form of a verb fits one phrase; ``bodies``: whether a body is not told of as the many in it, who are others."""
    phrase = draft.phrases[index]
    if not _told_apart(draft, phrase) or phrase.gender in (FIRST, SECOND) or phrase.points:
        return False
    if _of_a_man(draft, phrase) or not (_free(draft, phrase) or hides(draft, trigger.first)):
        return False  # what is theirs tells no words: "ثمن موقف | فرنسا. وطالب"
    if draft.lead(index) in draft.group_size:
        return _all_differ(draft, trigger, index, forms)
    if phrase.first > trigger.last:
        if is_but(draft, phrase.first - 1):
            return False  # "لا يدعم الحوثيين إلا | إيران"
        return not phrase.pointing and not any(_same(phrase, gender) for gender, _ in forms)
    one = phrase.number == "s" and (bodies or is_human(phrase))
    return phrase.last < trigger.first and not any(_same(phrase, gender) and not (one and number == "p") for gender, number in forms)


def _told_apart(draft: Draft, phrase: Phrase) -> bool:
    """Whether it is surely known how a verb agrees with a phrase."""
    if _guessed(draft, phrase):
        return False
    known = phrase.kind == "nominal" and draft.words[phrase.head].generic is not None and draft.words[phrase.head].definite
    return phrase.kind in _FULL or (known and phrase.number == "s")


def _guessed(draft: Draft, phrase: Phrase) -> bool:
    """Whether a body is masculine only as its name's head is unknown: "أحرار الشام | هاجمت", "العدل والإحسان | انتقدت"."""
    if phrase.actor is None or phrase.actor.kind not in _BODIES or (phrase.gender, phrase.number) != ("m", "s"):
        return False
    head = draft.words[phrase.first]
    noun = head.generic
    one = noun is not None and (noun.gender, noun.number) == ("m", "s") and noun.kind not in _PEOPLE
    known = one and not any(entry.number == "p" for entry in head.entries)  # "أحرار" are many, "العربي الجديد" a paper
    return not known and bare_article(head.stem) not in draft.lexicon.groups["name-head"]


_BODIES: Final = BODIES
"""Kinds of those who may agree as the noun that their names leave out, "حركة", "قناة"."""
_PEOPLE: Final = frozenset(("person", "social-group"))


def _all_differ(draft: Draft, trigger: Trigger, index: int, forms: list[tuple[str, str]]) -> bool:
    """Whether a verb of one stands behind several none of whom has its gender: "روسيا والصين … وأنه | يخدم"."""
    everybody = [draft.phrases[i] for i in members(draft, draft.lead(index))]
    before = all(phrase.last < trigger.first and phrase.kind in _FULL for phrase in everybody)
    return before and all(number == "s" and not any(_same(phrase, gender) for phrase in everybody) for gender, number in forms)


def _are_many(draft: Draft, phrase: Phrase) -> bool:
    named = phrase.kind == "name" and phrase.first == phrase.last and draft.words[phrase.first].bare.endswith(("ون", "ين"))  # "الحوثيين"
    people = is_human(phrase) or named or (phrase.kind == "nominal" and are_persons(draft, phrase))
    return people and agrees(phrase, "m", "p", draft)


def _told(draft: Draft, verb: int) -> bool:
    """Whether somebody is surely known who does it: a thing may do it for another, "أصدرت الجامعة | بيانا يؤيد مصر"."""
    subject = draft.subject_of.get(verb, -1)
    return subject >= 0 and draft.phrases[subject].kind not in THINGS and _free(draft, draft.phrases[draft.lead(subject)])


def _free(draft: Draft, phrase: Phrase) -> bool:
    """Whether no preposition and no noun leads to a phrase."""
    if phrase.prep or not phrase.first:
        return not phrase.prep
    before = draft.words[phrase.first - 1]
    verb = phrase.first - 1 in draft.subject_of or (before.verb and not before.nominal)
    return verb or before.kind in ("func", "punct")


def _of_a_man(draft: Draft, phrase: Phrase) -> bool:
    """Whether a body is told by whose it is, who may be meant by it: "حكومة نتنياهو", "قوات طارق صالح"."""
    behind = draft.words[phrase.first + 1 : phrase.last + 1]
    return phrase.kind in ("organ", "name") and any(word.fold in draft.lexicon.given or _a_persons(draft, word.fold) for word in behind)


def _a_persons(draft: Draft, word: str) -> bool:
    return any(name.actor.kind == "person" and len(name.tokens) == 1 for name in draft.lexicon.names.get(word, ()))


def _same(phrase: Phrase, gender: str) -> bool:
    return phrase.number in ("p", "d") or not gender or not phrase.gender or phrase.gender == gender
