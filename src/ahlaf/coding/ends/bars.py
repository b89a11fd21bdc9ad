"""Who is surely not an end of a claim, however near: what the grammar around a trigger rules out.

Candidates are found widely and weighed (:mod:`.frames`, :mod:`.pairs`); a few things no weight should outvote. Who
condemns a deed has not done it; what a verb is done to does not stand before it without a pronoun that takes it up; who
refuses that somebody is harmed is not against him.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from ahlaf.coding.clauses.antecedents import agrees
from ahlaf.coding.clauses.nodeeds import a_body
from ahlaf.coding.ends import clausebars, harmed, howbars, joined, led, ownlosses, tied, verbbars
from ahlaf.coding.ends.deedbars import not_resolving, of_deed, of_many_deeds, same
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.ends.harmed import GROUND, is_ground
from ahlaf.coding.ends.misfits import no_subjects
from ahlaf.coding.nounphrases import ordinals, origins
from ahlaf.coding.nounphrases.belonging import thing_of
from ahlaf.coding.words.draft import Draft, Phrase, Trigger
from ahlaf.lexicon.entries import Sense
from ahlaf.lexicon.names import bare_article
from ahlaf.text.views import fold


class Bars(NamedTuple):
    """Phrases that are no source, no target, and coordinations that are not tied among themselves."""

    sources: frozenset[int] = frozenset()
    targets: frozenset[int] = frozenset()
    among: frozenset[int] = frozenset()


NOBODY: Final = Bars()
"""What rules out nobody."""
_ACTIVE: Final = frozenset(("perf", "impf"))
_HIS: Final = frozenset(("MEMBER", "ALLY"))
"""What "belonging to" says of somebody, and of no thing."""
_VOICED: Final = frozenset(("REQUEST", "ACCUSE", "REJECT", "SUPPORT"))
"""What marches and speeches say: "المظاهرات المنددة بـ"."""


def find(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place], nowhere: frozenset[int]) -> Bars:
    """What is ruled out for one sense of a trigger among its candidates; ``nowhere`` are phrases that are no end of anything."""
    among = [p.phrase for p in stood]
    if _of_nobody(draft, trigger, sense, stood):
        return Bars(frozenset(among), frozenset(among))
    finite = trigger.form in _ACTIVE or (trigger.form == "amb" and trigger.first in draft.subject_of)
    sources, targets = (verbbars.of_verb if finite else _of_noun)(draft, trigger, sense, stood)
    sources |= verbbars.by_person(draft, trigger, stood) | _whose(draft, trigger, sense, stood)
    sources |= howbars.led_to(draft, trigger, among) | clausebars.does_to_such(draft, trigger, sense, stood)
    sources |= ownlosses.not_of_the_owner(draft, trigger, sense, among) | ownlosses.struck(draft, trigger, sense, among)
    sources |= _gains_by(draft, trigger, among)
    if "subj" in sense.source and (finite or trigger.form == "idiom"):
        sources |= clausebars.behind_who_hides(draft, trigger, stood) | clausebars.not_described(draft, trigger, stood)
        sources |= not_resolving(draft, trigger, stood)
    called_up = _against(sense, trigger, "MOBILIZE")
    targets |= {p.phrase for p in stood if (called_up and _of_his_own(draft, trigger, p)) or _no_target(draft, trigger, sense, p)}
    targets |= howbars.not_told_of(draft, trigger, sense, among) | clausebars.on_victims(draft, trigger, sense, stood)
    targets |= verbbars.beside_sufferer(draft, trigger, stood)
    neither = {i for i in among if i in nowhere or any(bar(draft, trigger, i) for bar in (_aside, _likened, _owns_the_joined))}
    neither |= tied.to_the_doer(draft, trigger, stood) | clausebars.left_out(draft, trigger, stood)
    neither |= clausebars.not_but(draft, trigger, stood) | joined.behind_and(draft, trigger, stood)
    neither |= ordinals.elsewhere(draft, trigger.first)
    apart = _apart(draft, trigger, sense, stood) if finite and "obj" not in sense.source else frozenset()
    apart |= _against_another(draft, trigger, sense, stood)
    apart |= {p.phrase for p in stood if origins.is_followed(draft, p.phrase)}  # "وساطة | قطرية | مصرية" is between others
    return Bars(frozenset(sources | neither), frozenset(targets | neither), apart)


def _of_nobody(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> bool:
    """Whether a sense ties nobody at all: a warning to his own, a broken cease-fire, an alliance that acts, a thing that belongs."""
    if sense.relation in _HIS and thing_of(draft, trigger.first):
        return True
    if sense.relation == "ALLY" and trigger.first == trigger.last and a_body(draft, trigger.first):
        return True
    if sense.relation == "LEAD" and led.mediates(draft, trigger, stood):
        return True
    if trigger.form == "active" and {"obj", "ل"}.isdisjoint(sense.target) and _led_back(draft, trigger) >= 0:
        return True
    if clausebars.is_broken(draft, trigger) or clausebars.is_ceased(draft, trigger):
        return True
    return _against(sense, trigger, "THREATEN") and any(_warned(draft, trigger, p) for p in stood)


def _of_noun(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> tuple[set[int], set[int]]:
    """Who is no source and no target of what is no finite verb: a deed's noun, a participle, somebody's name for another, an expression."""
    sources, targets = of_deed(draft, trigger, sense, stood)
    among = [p.phrase for p in stood]
    if trigger.form == "idiom" and "subj" in sense.source:
        sources |= clausebars.asked_about(draft, trigger, stood)
    if trigger.form == "idiom" and "subj" in sense.source and trigger.first in draft.subject_of:
        sources |= no_subjects(draft, trigger, among)
    elif sense.relation in _VOICED and of_many_deeds(draft, trigger):
        sources |= {i for i in among if draft.phrases[i].named_to + 1 != trigger.first}
    else:
        sources |= joined.of_the_first_deed(draft, trigger, among)
    if trigger.form == "active" and (taken_up := _led_back(draft, trigger)) >= 0:
        sources |= {i for i in among if i != draft.at[trigger.first]}
        targets |= {i for i in among if i != taken_up}
    if trigger.form == "agent" and "gen" in sense.target:
        others = _before_the_owner(draft, trigger, stood)
        targets |= others
        sources |= others if _in_what_happens(draft, trigger) else set()
    return sources, targets | _of_its_clause(draft, trigger, sense, stood)


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
    happens = any(w.entries and not any(e.lexeme.folded in being for e in w.entries) for w in before)
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


def _whose(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Whose somebody is, who stands right behind the noun for him, and is not called so himself: "كان الحزب بوق | طهران"."""
    word, first = draft.words[trigger.last], trigger.last + 1
    if trigger.form != "agent" or word.pronoun or word.definite or "host" not in sense.source or "gen" not in sense.target:
        return set()
    phrases = ((p.phrase, draft.phrases[p.phrase]) for p in stood)
    return {index for index, phrase in phrases if phrase.first == first and not phrase.prep and phrase.kind in ("name", "organ")}


_DESCRIBES: Final = frozenset(("adj", "active", "agent"))
_AGAINST: Final = frozenset(("OPPOSE", "REJECT"))
_BROUGHT: Final = frozenset(("AID", "LEAD"))
"""Done to whom they are done to, and not to whom something stands between."""


def _a_dissident(draft: Draft, trigger: Trigger) -> bool:
    """Whether somebody is of an opposition and no foe of who acts: "اعتقلت | كندا معارضا كينيا", "منحت كندا اللجوء | لمعارض كيني"."""
    word, somebody = draft.words[trigger.first], draft.words[trigger.first].generic
    return somebody is not None and (somebody.number, somebody.sector) == ("s", "OPP") and not (word.definite or word.pronoun)


def _no_target(draft: Draft, trigger: Trigger, sense: Sense, place: Place) -> bool:
    """A man is no body that others are members of, nor a state one where somebody comes to it.

    Nor is he refused who is kept from harm: "رفض عباس تهجير | الفلسطينيين".
    """
    phrase = draft.phrases[place.phrase]
    if trigger.form == "agent" and _not_meant(draft, trigger, phrase):
        return True
    if trigger.form in _PEOPLE and _of_another(draft, trigger, place.phrase):
        return True
    if sense.sign < 0 and phrase.first > trigger.last and _warns(draft, sense.lemma) and _a_danger(draft, trigger, phrase):
        return True
    if _against(sense, trigger, "SANCTION") and _own_envoy(draft, trigger, place):
        return True
    if sense.relation == "MEMBER":
        kind = phrase.actor.kind if phrase.actor is not None else ""
        return kind == "person" or (kind in GROUND and fold(sense.lemma) in draft.lexicon.groups["comes"])
    if sense.relation == "LEAD" and led.is_not_led(draft, trigger, phrase):
        return True
    own = draft.phrases[draft.at[trigger.first]] if draft.at[trigger.first] >= 0 else None
    somebody = trigger.form in _DESCRIBES and own is not None and own.kind in ("nominal", "organ")
    if somebody and sense.relation in _AGAINST and own is not None and phrase.last < own.first < trigger.first:
        return True  # "دعمت | كندا فصيلا معارضا"
    if somebody and sense.relation in _AGAINST and (phrase is own or phrase.last < trigger.first) and _a_dissident(draft, trigger):
        return True
    on_ground = sense.relation == "COERCE" or (sense.relation == "OPPOSE" and somebody)
    if on_ground and phrase.prep == "في" and "في" not in sense.target and is_ground(phrase):
        return True  # "احتجاز الصحافي في | تنزانيا", "فصيل معارض في | كينيا"
    if "ب" not in sense.target and _stands_by(draft, trigger, place.phrase):
        return True  # but "اعترف ترامب بسيادة | الرباط"
    if draft.phrases[draft.lead(place.phrase)].prep == "بين" and _between_others(draft, trigger, sense):
        return True  # "استضافت قطر محادثات بين | الطرفين", "شارك الحزب في القتال بين | كينيا وأوغندا"
    return harmed.is_harmed(draft, trigger, sense, place.phrase)


def _between_others(draft: Draft, trigger: Trigger, sense: Sense) -> bool:
    """Whether those between whom something is are others than to whom a deed is done: what one hosts or takes part in."""
    if trigger.form in _ACTIVE and sense.relation in _BROUGHT and sense.target == ("obj",):
        return True
    return fold(sense.lemma) in draft.lexicon.groups["takes-part"] and "بين" not in sense.target


def _warns(draft: Draft, lemma: str) -> bool:
    """Whether a verb is one of warning."""
    return _folded(lemma) in draft.lexicon.groups["warns-of"]


_folded: Final = cache(fold)
"""A lemma is asked for with every candidate."""


def _a_danger(draft: Draft, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether a phrase tells of what somebody warns, or whose doing that is: "حذر الوزير من | داعش", "من خطر | إيران"."""
    if phrase.prep == "من":
        return True
    for at in range(trigger.last + 1, phrase.first - 1):
        if draft.words[at].fold == "من":
            deed = draft.at[at + 1] < 0 or draft.phrases[draft.at[at + 1]].kind == "act"
            return deed and draft.words[at + 1].kind != "func"  # "حذرت كينيا من أن | كندا تسلح الصومال"
    return False


def _gains_by(draft: Draft, trigger: Trigger, among: Sequence[int]) -> set[int]:
    """Who only gains or loses by a deed, and has not done it: "| إسرائيل المستفيد الأول من حرب اليمن"."""
    at = trigger.first - 1
    if at < 1 or draft.words[at].fold != "من" or trigger.form in _ACTIVE:
        return set()
    gains = draft.lexicon.groups["gains-by"]
    if not any(bare_article(draft.words[k].stem) in gains for k in range(max(0, at - _SOON), at)):
        return set()
    return {i for i in among if draft.phrases[i].last < trigger.first}


def _of_his_own(draft: Draft, trigger: Trigger, place: Place) -> bool:
    """Whether a phrase tells whom of his own somebody calls up or warns: "حشد الحزب | أنصاره", "حذرت واشنطن | مواطنيها"."""
    phrase = draft.phrases[place.phrase]
    return trigger.last < phrase.first and bool(draft.words[phrase.first].pronoun) and not phrase.prep and phrase.kind == "nominal"


def _own_envoy(draft: Draft, trigger: Trigger, place: Place) -> bool:
    """Whether a phrase is somebody's own envoy, whose recall strikes where he was: "استدعت كندا | سفيرها", but "استدعت كندا سفيره"."""
    phrase, subject = draft.phrases[place.phrase], draft.subject_of.get(trigger.first, -1)
    pronoun = draft.pronoun_at.get(phrase.first, -1)
    if pronoun < 0 or subject < 0 or draft.words[phrase.first].stem not in draft.lexicon.groups["envoy"]:
        return False
    own = draft.phrases[pronoun]
    return own.gender in ("m", "f") and agrees(draft.phrases[subject], own.gender, own.number, draft)


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


_PEOPLE: Final = frozenset(("agent", "active"))


def _of_another(draft: Draft, trigger: Trigger, index: int) -> bool:
    """Whether somebody told by whose he is was called by another's name than a phrase's: "عملائهم" are "the officials' agents"."""
    own, pronoun = draft.at[trigger.first], draft.pronoun_at.get(trigger.last, -1)
    if own < 0 or pronoun < 0 or draft.phrases[own].first != trigger.first or trigger.first != trigger.last or index == pronoun:
        return False
    back = draft.phrases[pronoun].antecedent
    if back < 0 or draft.phrases[back].sentence != trigger.sentence:
        return False  # of whoever was told of before nobody is sure
    called, owner = draft.phrases[own].actor, draft.phrases[back].actor
    known = called is not None and owner is not None and called.known_by_text and called.name.endswith(f" {owner.name}")
    alone = not any(phrase.group == index for phrase in draft.phrases[index + 1 : index + 2])
    return known and not (alone and owner is not None and draft.whose(index) == owner.id)


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


def _apart(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> frozenset[int]:
    """Coordinations that somebody does it with: "استقبل بري السفير والسفيرة" ties neither with the other."""
    subject = draft.subject_of.get(trigger.first, -1)
    if subject < 0:
        return frozenset()
    to_others = sense.relation == "OPPOSE" and "obj" in sense.target  # "خان الساسة والجنرالات بلدهم" are not at odds
    others = (p.phrase for p in stood if to_others or not same(draft, p.phrase, subject))
    return frozenset(i for i in others if draft.phrases[i].prep != "بين")


def _against_another(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Coordinations before a deed that is done to what stands right behind it, whatever that is: "روسيا والصين لمواجهة | الدولار"."""
    words, at = draft.words, trigger.last + 1
    if trigger.form != "masdar" or sense.sign >= 0 or at >= draft.stretches[trigger.sentence].end or words[trigger.last].pronoun:
        return set()
    if words[at].kind in ("func", "punct", "number") or words[at].prep or words[at].conj:
        return set()
    if any(words[k].stem == "بين" for k in range(at, min(at + _SOON, draft.stretches[trigger.sentence].end))):
        return set()  # "لمواجهة مباشرة بين"
    return {p.phrase for p in stood if draft.phrases[p.phrase].last < trigger.first}


_SOON: Final = 3
