"""To whom the preposition of a word leads does not do what it says: "دمج كينيا في | المجتمع الدولي"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.ends.deeds import same
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.ends.grammar import SLOT_OF
from ahlaf.coding.words.draft import DEEDS, Draft, Trigger
from ahlaf.coding.words.kinds import HELP
from ahlaf.lexicon.entries import Sense
from ahlaf.relations import RELATIONS


def led_by_its_preposition(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:  # noqa: ARG001 - the judges are asked alike
    """Who stands right behind a word and its own preposition, which leads to whom it is done to and to no doer.

    Who is brought into something stands right behind the deed, and whoever brings him there is no end: "دمج | كينيا في المجتمع الدولي".
    """
    if RELATIONS[sense.relation].mutual:
        return set()
    led = {p.phrase for p in stood if _is_led(draft, sense, p)}
    brought = {p.phrase for p in stood if p.place in ("next", "pron")} if led and sense.source == ("obj",) else set()
    return {p.phrase for p in stood} - brought if brought else led


def helps_from_there(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """From whom help comes, right behind the noun for it, who so is not helped: "لديها سلاح ودعم من | دولة إقليمية"."""
    if sense.relation not in HELP or trigger.form not in DEEDS or "من" in sense.target or draft.words[trigger.last].pronoun:
        return set()
    led = (p.phrase for p in stood if p.place == "a:من")
    return {i for i in led if all(draft.at[at] < 0 for at in range(trigger.last + 1, draft.phrases[i].first))}


def _is_led(draft: Draft, sense: Sense, place: Place) -> bool:
    prep = draft.phrases[place.phrase].prep
    slot = SLOT_OF.get(prep, prep)
    return slot in _LEADS and place.place == f"a:{prep}" and slot in sense.target and slot not in sense.source


_LEADS: Final = frozenset(("في", "على", "ضد", "إلى", "عن", "تجاه", "أمام"))
"""Not ب, ل and من, by which the doer may stand as well."""


def leads_to_the_doer(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """To whom a deed's preposition leads as the doer, and to whom it is not done: "اعتماد كندا على | كينيا", "استنجاده ب| كينيا"."""
    return _doers(draft, trigger, sense, stood)


def told_by_another_doer(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who else is near such a deed, and does nothing of it: "اعتماد | كندا على كينيا", "تقلق | كندا من الاعتماد على كينيا"."""
    doers = _doers(draft, trigger, sense, stood)
    return {p.phrase for p in stood if p.phrase not in doers} if doers else set()


def _doers(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """To whom the preposition of a deed's noun leads that stands before whoever does it, where the deed is of whom it is done to."""
    if trigger.form not in DEEDS or sense.target != ("subj",) or not sense.source or "subj" in sense.source:
        return set()
    prepared = ((p, draft.phrases[p.phrase].prep) for p in stood if p.phrase >= 0)
    return {p.phrase for p, prep in prepared if prep and p.place.startswith(f"a:{prep}") and SLOT_OF.get(prep, prep) in sense.source}


def at_whose_mercy(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:  # noqa: ARG001 - the judges are asked alike
    """To whom an expression's own preposition leads as the doer, and to whom it is not done: "صارت كينيا رهينة بيد | كندا"."""
    if sense.target != ("subj",) or not sense.source:
        return set()
    return {p.phrase for p in stood if p.phrase >= 0 and SLOT_OF.get(draft.phrases[p.phrase].prep, "") in sense.source}


def told_of_as_sufferer(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Of whom such an expression is told, who does nothing: "صارت | كينيا رهينة بيد كندا"."""
    subject = draft.subject_of.get(trigger.first, -1)
    told = subject >= 0 and sense.target == ("subj",) and bool(sense.source) and "subj" not in sense.source
    return {p.phrase for p in stood if told and p.phrase >= 0 and same(draft, p.phrase, subject)}
