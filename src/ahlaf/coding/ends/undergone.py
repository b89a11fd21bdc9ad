"""Who undergoes a deed has not done it: "تلقت | القوات ضربات من كندا", "الضربات التي كانت تتلقاها | القوات", "قُصفت | القوات"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.clauses.relatives import verb_of_clause
from ahlaf.coding.clauses.subjects import governor
from ahlaf.coding.ends.deeds import is_deed, one_clause, same
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.words import damma
from ahlaf.coding.words.draft import Draft, Trigger
from ahlaf.coding.words.kinds import HARM
from ahlaf.lexicon.entries import Sense

_BESIDE: Final = 4
"""So near behind a deed stands who does it: "ضربات | موجعة من الطائرات"."""


def undergoes(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who undergoes a deed that a noun names, and does not do it: "عانت | القوات من ضربات الحزب"."""
    verb = _undergone(draft, trigger, sense)
    return {p.phrase for p in stood if verb >= 0 and same(draft, p.phrase, draft.subject_of[verb])}


def told_in_passive(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """To whom it is done that a verb tells, as the damma on its first letter says: "قُصفت | كينيا", "دُعمت | الحركة"."""
    subject = draft.subject_of.get(trigger.first, -1)
    done = subject >= 0 and damma.is_passive(draft.words[trigger.first], sense.lemma)
    return {p.phrase for p in stood if done and same(draft, p.phrase, subject)}


def undergoes_what_does_it(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who undergoes a deed, and does not do what its clause tells of it: "عانت | القوات من الضربات التي أوقعت خسائر في صفوفها"."""
    deed = draft.subject_of.get(trigger.first, -1)
    if deed < 0 or draft.phrases[deed].kind != "act" or draft.phrases[deed].last > trigger.first:
        return set()
    at = draft.phrases[deed].first
    verb = governor(draft, at, draft.stretches[trigger.sentence].first)
    told = verb >= 0 and draft.words[verb].of_verb(draft.lexicon.groups["undergoes"]) and one_clause(draft, verb, at)
    return {p.phrase for p in stood if told and same(draft, p.phrase, draft.subject_of[verb])}


def at_whose_hands(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who does what another undergoes, and so is not whom it strikes: "تلقت القوات ضربات من | كندا"."""
    verb = _undergone(draft, trigger, sense)
    if verb < 0:
        return set()
    phrases = {p.phrase: draft.phrases[p.phrase] for p in stood if not same(draft, p.phrase, draft.subject_of[verb])}
    behind = max(verb, trigger.last)
    near = {index for index, phrase in phrases.items() if 0 <= phrase.first - behind <= _BESIDE}
    return {index for index in near if phrases[index].prep in _BY and one_clause(draft, behind, phrases[index].first)}


def _undergone(draft: Draft, trigger: Trigger, sense: Sense) -> int:
    """The verb of undergoing whose object a deed of harm is, or that tells of it in a relative clause; else -1."""
    said = is_deed(draft, trigger) or (trigger.form == "idiom" and not draft.words[trigger.first].finite)
    if not said or (sense.relation not in HARM and sense.relation != "ACCUSE"):
        return -1
    verbs, words = draft.lexicon.groups["undergoes"], draft.words
    before = words[trigger.first - 1] if trigger.first else None
    if words[trigger.first].prep not in _LED or (before is not None and "prep" in before.function and before.stem not in _LED):
        return -1  # "واجهت كندا الحزب | بالقصف", "يعاني من الجدية في | قصفه"
    verb = governor(draft, trigger.first, draft.stretches[trigger.sentence].first)
    if verb >= 0 and words[verb].of_verb(verbs) and one_clause(draft, verb, trigger.first):
        return verb if draft.phrases[draft.subject_of[verb]].first < trigger.first else -1
    verb = verb_of_clause(draft, trigger.last)
    return verb if verb in draft.subject_of and words[verb].of_verb(verbs) else -1


_LED: Final = frozenset(("", "من", "ل", "إلى"))
"""What leads from a verb of undergoing to the deed: "عانى من | القصف", "تعرض | للقصف"."""
_BY: Final = frozenset(("", "من"))
