"""To whom a word does nothing, though he stands where such a one would: no man has members, nobody is struck by who pays for the blow."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from ahlaf.coding.clauses.antecedents import agrees
from ahlaf.coding.ends import led
from ahlaf.coding.ends.deeds import is_against, is_deed
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.ends.grammar import BY_WHOM, SLOT_OF
from ahlaf.coding.ends.harmed import GROUND, is_ground
from ahlaf.coding.words.draft import ACTIVE, Draft, Phrase, Trigger
from ahlaf.coding.words.kinds import ANYBODY, BY_NAME, HELP, STRIKES, THINGS
from ahlaf.lexicon.entries import Sense
from ahlaf.relations import RELATIONS
from ahlaf.text.views import fold


def may_be_against(sense: Sense, trigger: Trigger, relation: str) -> bool:
    """Whether a sense is against somebody and its word may carry this relation."""
    return sense.sign < 0 and any(s.relation == relation for s in trigger.senses)


def is_of_his_own(draft: Draft, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether a phrase tells whom of his own somebody calls up or warns: "حشد الحزب | أنصاره", "حذرت واشنطن | مواطنيها"."""
    return trigger.last < phrase.first and bool(draft.words[phrase.first].pronoun) and not phrase.prep and phrase.kind == "nominal"


def called_up(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Whom of his own somebody calls up, which is not against them: "حشد الحزب | أنصاره"."""
    if not may_be_against(sense, trigger, "MOBILIZE"):
        return set()
    return {p.phrase for p in stood if is_of_his_own(draft, trigger, draft.phrases[p.phrase])}


def danger(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Of whom somebody warns others, whom he does not threaten: "حذر الوزير من | داعش"."""
    if sense.sign >= 0 or _folded(sense.lemma) not in draft.lexicon.groups["warns-of"]:
        return set()
    behind = ((p.phrase, draft.phrases[p.phrase]) for p in stood)
    return {index for index, phrase in behind if phrase.first > trigger.last and _a_danger(draft, trigger, phrase)}


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


def helped_by_it(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """For whose good somebody is harmed or turned down, and who is not: "استخدمت كندا الفيتو لحماية | الحزب", "الحرب من أجل | كينيا"."""
    if sense.sign >= 0 or trigger.form == "agent" or "ل" in sense.target:
        return set()  # "انتقادهم لدعم | كندا"
    behind = (p.phrase for p in stood if draft.phrases[p.phrase].first > trigger.last + 1)
    return {i for i in behind if _for_his_good(draft, draft.phrases[i].first - 1)}


def _for_his_good(draft: Draft, at: int) -> bool:
    """Whether a word is the noun of a deed that does one good, behind "for": "لحماية", "لدعم"; "لتحرير أراضيه" takes them; or "sake"."""
    word = draft.words[at]
    if word.stem in draft.lexicon.groups["sake"]:
        return True
    means = {s.relation for e in word.entries if e.kind == "masdar" for s in e.lexeme.senses}
    return word.prep == "ل" and not word.pronoun and not means.isdisjoint(HELP) and means.isdisjoint(STRIKES)


def own_envoy(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Somebody's own envoy, whose recall strikes where he was: "استدعت كندا | سفيرها", but "استدعت كندا سفيره"."""
    subject = draft.subject_of.get(trigger.first, -1)
    if subject < 0 or not may_be_against(sense, trigger, "SANCTION"):
        return set()
    return {p.phrase for p in stood if _is_envoy_of(draft, draft.phrases[p.phrase], draft.phrases[subject])}


def _is_envoy_of(draft: Draft, phrase: Phrase, whose: Phrase) -> bool:
    pronoun = draft.pronoun_at.get(phrase.first, -1)
    if pronoun < 0 or draft.words[phrase.first].stem not in draft.lexicon.groups["envoy"]:
        return False
    own = draft.phrases[pronoun]
    return own.gender in ("m", "f") and agrees(whose, own.gender, own.number, draft)


def no_body(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:  # noqa: ARG001 - all judges are asked alike
    """Who is no body that others are members of: a man, or a state where somebody comes to it: "انضم الوزير إلى | الرئيس"."""
    if sense.relation != "MEMBER":
        return set()
    comes = _folded(sense.lemma) in draft.lexicon.groups["comes"]
    kinds = ((p.phrase, draft.phrases[p.phrase].actor) for p in stood)
    return {index for index, actor in kinds if actor is not None and (actor.kind == "person" or (comes and actor.kind in GROUND))}


def not_led(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who stands before "under the lead of", and is not led: "شاركت | كينيا في مؤتمر برعاية مصر"."""
    if sense.relation != "LEAD":
        return set()
    return {p.phrase for p in stood if led.is_not_led(draft, trigger, draft.phrases[p.phrase])}


def before_who_opposes(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who stands before somebody who is against another: "دعمت | كندا فصيلا معارضا".

    And a dissident himself, who is nobody's foe for being one: "اعتقلت | كندا معارضا كينيا", "منحت كندا اللجوء | لمعارض كيني".
    """
    own = _described(draft, trigger)
    if own is None or sense.relation not in _AGAINST:
        return set()
    if _a_dissident(draft, trigger):
        return {p.phrase for p in stood if draft.phrases[p.phrase] is own or draft.phrases[p.phrase].last < trigger.first}
    return {p.phrase for p in stood if draft.phrases[p.phrase].last < own.first < trigger.first}


def _a_dissident(draft: Draft, trigger: Trigger) -> bool:
    """Whether somebody is called one of an opposition, with no article and no pronoun."""
    word, somebody = draft.words[trigger.first], draft.words[trigger.first].generic
    return somebody is not None and (somebody.number, somebody.sector) == ("s", "OPP") and not (word.definite or word.pronoun)


def on_ground(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Where somebody is held, or is against its rulers: "احتجاز الصحافي في | تنزانيا", "فصيل معارض في | كينيا"."""
    held = sense.relation == "COERCE" or (sense.relation == "OPPOSE" and _described(draft, trigger) is not None)
    if not held or "في" in sense.target:
        return set()
    return {p.phrase for p in stood if draft.phrases[p.phrase].prep == "في" and is_ground(draft.phrases[p.phrase])}


def _described(draft: Draft, trigger: Trigger) -> Phrase | None:
    """Whom an adjective or a participle tells of within his phrase, "فصيلا | معارضا", or a noun is; None where it is nobody."""
    own = draft.at[trigger.first] if trigger.form in _DESCRIBES else -1
    return draft.phrases[own] if own >= 0 and draft.phrases[own].kind in ("nominal", "organ") else None


_DESCRIBES: Final = frozenset(("adj", "active", "agent"))
_AGAINST: Final = frozenset(("OPPOSE", "REJECT"))


def stands_by(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who leads, backs or mediates what somebody does, and so is nobody that he does it to.

    "قصف التحالف بقيادة | السعودية صعدة", "شن هجوما بتمويل | سعودي", "نفذ عملية بدعم من | قطر"; but "اعترف ترامب بسيادة | الرباط".
    """
    return {p.phrase for p in stood if _stands_by(draft, trigger, p.phrase)} if "ب" not in sense.target else set()


def _stands_by(draft: Draft, trigger: Trigger, index: int) -> bool:
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


def between_others(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Between whom something is that one hosts or takes part in: "استضافت قطر محادثات بين | الطرفين", "القتال بين | كينيا وأوغندا".

    So is what one refuses: "يرفض الحزب الحرب بين | كندا وكينيا"; who condemns their fighting condemns them.
    """
    if not _between_others(draft, trigger, sense):
        return set()
    rest = (p.phrase for p in stood if not p.meant)  # "بين الفصائل التي | يدربها الحرس": the pronoun takes them up
    return {index for index in rest if draft.phrases[draft.lead(index)].prep == "بين"}


def against_him(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Against whom others join or help each other, which is no good to him: "أعلنت كندا تحالفا ضد | الحزب", "دعم كندا ضد | كينيا"."""
    if sense.sign <= 0:
        return set()
    behind = (p.phrase for p in stood if draft.phrases[p.phrase].first > trigger.last)
    return {index for index in behind if is_against(draft, draft.phrases[draft.lead(index)].first - 1)}


def _between_others(draft: Draft, trigger: Trigger, sense: Sense) -> bool:
    if trigger.form in ACTIVE and sense.relation in _BETWEEN_THEM and sense.target == ("obj",):
        return True
    return _folded(sense.lemma) in draft.lexicon.groups["takes-part"] and "بين" not in sense.target


_BETWEEN_THEM: Final = frozenset(("AID", "LEAD", "REJECT"))
"""Done to whom they are done to, and not to whom something stands between."""


def beyond_its_verb(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Whom a verb tells that a known deed serves or harms, and to whom so it is not done: "النفوذ الكندي يخدم | كينيا"."""
    words, last = draft.words, trigger.last
    if not is_deed(draft, trigger) or trigger.light >= 0:
        return set()
    verb = next((at for at in range(last + 1, min(len(words), last + 1 + _TO_NEXT_VERB)) if at in draft.subject_of), -1)
    between = [draft.at[at] for at in range(last + 1, verb)]
    if verb < 0 or words[verb].pronoun or words[verb].conj or any(index < 0 or draft.phrases[index].prep for index in between):
        return set()
    senses = words[verb].verb_senses
    done_to = draft.object_of.get(verb, -1)
    doer = draft.subject_of[verb]
    tells = (doer == draft.at[trigger.first] or doer in between) and any("obj" in s.target and s.sign for s in senses)
    return {p.phrase for p in stood if tells and done_to >= 0 and draft.lead(p.phrase) == draft.lead(done_to)}


_TO_NEXT_VERB: Final = 4
"""So many tokens behind a deed stands the verb that tells of it, at most."""


def of_what_it_is_done_with(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Whose that is with which a deed is done to somebody named before: "قصفت كندا كينيا بعلم | فنلندا", "بطائرات | فنلندية"."""
    own = draft.object_of.get(trigger.first, -1)
    sufferer = draft.phrases[own] if own >= 0 else None
    if sufferer is None or sufferer.first <= trigger.last or sufferer.kind not in BY_NAME or "obj" not in sense.target:
        return set()
    found = set()
    for place in stood:
        phrase = draft.phrases[place.phrase]
        word = draft.words[phrase.first - 1] if phrase.first > sufferer.named_to + 1 else None
        with_it = word is not None and word.prep == "ب" and word.nominal and not word.definite and not word.pronoun
        if with_it and not phrase.prep and not phrase.conj:
            found.add(place.phrase)
    return found


def not_the_many(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """One man to whom nothing is done of what a deed's pronoun tells of many: "| الوزير ومن معه من الثوار، تدخلت كندا لحمايتهم"."""
    pronoun = draft.pronoun_at.get(trigger.last, -1)
    if pronoun < 0 or draft.phrases[pronoun].number not in ("p", "d"):
        return set()
    own = draft.phrases[pronoun]
    meant = {draft.whose(i) for i in own.antecedents}
    before = [draft.phrases[p.phrase] for p in stood if draft.phrases[p.phrase].last < trigger.first]
    if not any(agrees(phrase, own.gender, own.number, draft) and not phrase.pointing and phrase.kind not in THINGS for phrase in before):
        return set()  # several men whom nothing joined
    found = set()
    for place in stood:
        phrase = draft.phrases[place.phrase]
        man = phrase.actor is not None and phrase.actor.kind == "person" and phrase.number == "s" and not phrase.pointing
        alone = man and draft.lead(place.phrase) not in draft.group_size and draft.whose(place.phrase) not in meant
        if alone and phrase.last < trigger.first:
            found.add(place.phrase)
    return found


def beside_its_pronoun(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who stands behind a deed that a pronoun undergoes, for "by" tells who does it: "خطفه من قبل جماعة مرتبطة | بالحزب"."""
    if trigger.form != "masdar" or trigger.last not in draft.pronoun_at:
        return set()
    behind = [p.phrase for p in stood if draft.phrases[p.phrase].first > trigger.last]
    by = [draft.phrases[i].first for i in behind if SLOT_OF.get(draft.phrases[i].prep, "") in BY_WHOM]
    return {i for i in behind if by and draft.phrases[i].first >= by[0]} if by and by[0] - trigger.last <= _TO_WHOM else set()


_TO_WHOM: Final = 5
"""So many tokens behind a deed stands by whom it is done, at most."""


def where_its_object_is(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """In whose land he is to whom a verb is done, which is not done to it: "تدعم كندا دولا بارزة في | الإقليم"."""
    own = draft.object_of.get(trigger.first, -1)
    takes = any("obj" in s.target for s in trigger.senses)
    if own < 0 or not takes or _IN in sense.target or RELATIONS[sense.relation].mutual:
        return set()
    done_to = draft.phrases[own]
    if done_to.kind not in ANYBODY or done_to.first <= trigger.last or done_to.prep:
        return set()
    behind = ((p.phrase, draft.phrases[draft.lead(p.phrase)]) for p in stood)
    return {index for index, phrase in behind if phrase.prep == _IN and phrase.first > done_to.named_to and index != own}


def where_it_lies(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """In whose land something lies to which a deed is done, that somebody has: "حماية مصالحها في | كينيا", "توسيع نفوذها في | كينيا"."""
    at = trigger.last + 1
    owned = draft.words[at] if trigger.form == "masdar" and at < len(draft.words) else None
    if owned is None or owned.kind != "noun" or not owned.pronoun or owned.prep or owned.conj or draft.words[trigger.last].pronoun:
        return set()
    behind = ((p.phrase, draft.phrases[p.phrase]) for p in stood)
    return {index for index, phrase in behind if phrase.prep == _IN and phrase.first <= at + _IN_ITS_LAND and phrase.first > at}


_IN: Final = "في"
_IN_ITS_LAND: Final = 3
"""So many tokens behind what somebody has its land is named, at most."""
