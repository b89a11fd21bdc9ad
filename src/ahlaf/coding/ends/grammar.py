"""Where grammar would look for a trigger's ends: subject, object, genitive, host and prepositional phrases.

This is the shallow grammar of a predicate. For each form that a trigger can have it says which phrase fills
which function, and by which *way* it was found (``own`` subject of a finite verb, ``gen`` the noun that a
masdar is annexed to, ``by`` an agent after من قبل, ``ctl`` the subject of the verb that governs it…). It is
often right and never trusted alone: :mod:`ahlaf.coding.weighing.pairs` knows how far each way is to be believed.

The ambiguous case of Arabic is the masdar with one genitive. "قصف المدينة" is the city's bombing, "قصف
التحالف" the coalition's: the genitive is taken as object where the verb has one and no other phrase claims
the place, as subject where a second phrase (a noun, or one behind لـ) follows, or the verb has no object.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from ahlaf.coding.clauses.subjects import governor
from ahlaf.coding.ends.deedclauses import told
from ahlaf.coding.nounphrases import around
from ahlaf.coding.words.draft import MAYBE_VERBS, Draft, Phrase, Trigger
from ahlaf.coding.words.kinds import ANYBODY, BY_NAME, THINGS
from ahlaf.lexicon.entries import Sense
from ahlaf.lexicon.tables import COMPOUND_PREPOSITIONS, PREPOSITIONS
from ahlaf.text.views import fold

SLOT_OF: Final[Mapping[str, str]] = {fold(p): p for p in (*PREPOSITIONS, *COMPOUND_PREPOSITIONS)}
"""Folded preposition → as the tables write it."""
BY_WHOM: Final = frozenset(("من قبل", "من جانب", "من طرف", "على يد", "على أيدي", "بيد", "من لدن"))


class Found(NamedTuple):
    """A phrase in a function, and the way it was found."""

    phrase: int
    way: str


Ends = dict[str, Found]
"""subj, obj, gen, host or a preposition as the tables write it → phrase."""


def roles(draft: Draft, trigger: Trigger, sense: Sense, order: list[int]) -> tuple[Found | None, Found | None]:
    """What grammar takes for source and target of a sense."""
    ends = functions(draft, trigger, sense, order)
    return _first(ends, sense.source), _first(ends, sense.target)


def _first(ends: Ends, slots: tuple[str, ...]) -> Found | None:
    for slot in slots:
        if slot in ends:
            return ends[slot]
    return None


def functions(draft: Draft, trigger: Trigger, sense: Sense, order: list[int]) -> Ends:
    """Every function that a phrase fills for a trigger."""
    behind = around.behind(draft, trigger, order)
    ends: Ends = {}
    for index, gap in behind:
        phrase = draft.phrases[index]
        slot = SLOT_OF.get(phrase.prep, phrase.prep)
        if slot and slot not in ends:
            ends[slot] = Found(draft.lead(index), f"prep{min(gap, 2)}")
    form = trigger.form
    verbal_idiom = form == "idiom" and trigger.first in draft.subject_of
    if (form in MAYBE_VERBS and (form != "amb" or trigger.first in draft.subject_of)) or verbal_idiom:
        _finite(draft, trigger, behind, ends)
    elif form in ("active", "passive", "adj"):
        _participle(draft, trigger, behind, ends)
    elif form in ("agent", "state") or (form == "noun" and sense.takes("host")):
        _agent(draft, trigger, behind, ends)
    else:
        _nominal(draft, trigger, sense, behind, ends)
        _carried(draft, trigger, ends, order)
    return ends


def _by(ends: Ends) -> Found | None:
    for slot in BY_WHOM:
        if slot in ends:
            return Found(ends[slot].phrase, "by")
    return None


# -- finite verbs ------------------------------------------------------------------------------------------


def _finite(draft: Draft, trigger: Trigger, behind: list[tuple[int, int]], ends: Ends) -> None:
    at = trigger.first
    subject = draft.subject_of.get(at, -1)
    direct = draft.object_of.get(at, -1)
    by = _by(ends)
    if trigger.form == "pass" or by:
        if subject >= 0:
            ends["obj"] = Found(draft.lead(subject), "passive")
        if by:
            ends["subj"] = by
        return
    if subject >= 0:
        place = "next" if draft.phrases[subject].first > at else "before"
        if draft.phrases[subject].sentence != trigger.sentence:
            place = "earlier"
        ends["subj"] = Found(draft.lead(subject), f"own-{place}")
    if trigger.form == "idiom":
        pronoun = draft.pronoun_at.get(trigger.last, -1)
        plain = [i for i in around.plain(draft, trigger, behind) if i != subject]
        if pronoun >= 0:
            ends["gen"] = Found(pronoun, "pron")
        elif plain:
            ends["gen"] = Found(plain[0], "gen")
    if direct >= 0:
        kind = "pron" if draft.phrases[direct].kind == "pronoun" else "obj"
        ends["obj"] = Found(draft.lead(direct), kind)


# -- masdars and nouns of action ------------------------------------------------------------------------------


def _nominal(draft: Draft, trigger: Trigger, sense: Sense, behind: list[tuple[int, int]], ends: Ends) -> None:
    transitive = sense.takes("obj")
    by = _by(ends)
    pronoun = draft.pronoun_at.get(trigger.last, -1)
    plain = around.plain(draft, trigger, behind)
    genitive = pronoun if pronoun >= 0 else plain[0] if plain else -1
    way = "pron" if pronoun >= 0 else "gen"
    second = plain[0] if pronoun >= 0 and plain else plain[1] if pronoun < 0 and len(plain) > 1 else -1
    lam = ends.get("ل")
    origin = around.origin(draft, trigger, behind)
    if by:
        ends["subj"] = ends["gen"] = by
        if genitive >= 0:
            ends["obj"] = Found(genitive, f"{way}-by")
    elif genitive >= 0:
        if transitive and second >= 0:
            ends["subj"], ends["obj"] = Found(genitive, f"{way}+2"), Found(second, "second")
        elif transitive and lam and draft.phrases[lam.phrase].first > draft.phrases[genitive].first and lam.phrase != genitive:
            ends["subj"], ends["obj"] = Found(genitive, f"{way}+ل"), Found(lam.phrase, "ل")
        elif transitive:
            ends["obj"] = Found(genitive, f"{way}-obj")
        else:
            ends["subj"] = Found(genitive, f"{way}-subj")
        ends.setdefault("gen", Found(genitive, way))
    elif lam:
        ends["obj" if transitive else "subj"] = Found(lam.phrase, "ل" if transitive else "ل-subj")
        if not transitive:
            ends.setdefault("gen", lam)
    if origin >= 0:
        ends.setdefault("subj", Found(origin, "origin"))
        ends.setdefault("gen", Found(origin, "origin"))
    clause = told(draft, trigger)
    subject = draft.subject_of.get(clause.verb, -1) if clause is not None else -1
    if clause is None or subject < 0:
        return
    if clause.done:
        ends["subj"] = ends["gen"] = Found(draft.lead(subject), "done-by")
    else:
        ends["obj"] = Found(draft.lead(subject), "light-passive")
        if "من" in ends:
            ends["subj"] = Found(ends["من"].phrase, "done-by")


def _beside(draft: Draft, trigger: Trigger, order: list[int], step: int) -> Ends:
    """The functions of the noun of action that a trigger is coordinated with: "دعم الإرهاب وتمويله", "دعم واستضافة X"."""
    at = trigger.index + step
    if not 0 <= at < len(draft.triggers):
        return {}
    other = draft.triggers[at]
    near = 0 <= (trigger.first - other.last if step < 0 else other.first - trigger.last) <= (6 if step < 0 else 1)
    later = trigger if step < 0 else other
    joined = draft.words[later.first].conj == "و" and other.sentence == trigger.sentence
    if not near or not joined or other.form not in ("masdar", "noun", "amb"):
        return {}
    ends: Ends = {}
    _nominal(draft, other, other.sense, around.behind(draft, other, order), ends)
    return ends


def _carried(draft: Draft, trigger: Trigger, ends: Ends, order: list[int]) -> None:
    """The subject that a coordinated noun, a light verb or a governing verb lends to a noun."""
    _share(draft, trigger, ends, order)
    if trigger.light >= 0:
        _lend_light(draft, trigger, ends)
        return
    lender = _lender(draft, trigger)
    if lender is not None:
        ends.setdefault("subj", lender)
        ends.setdefault("gen", lender)


def _share(draft: Draft, trigger: Trigger, ends: Ends, order: list[int]) -> None:
    """What a noun has in common with those that it is coordinated with."""
    if "obj" not in ends:
        after = _beside(draft, trigger, order, 1).get("obj")
        if after:
            ends["obj"] = Found(after.phrase, "shared")
    if "subj" not in ends or "obj" not in ends:
        before = _beside(draft, trigger, order, -1)
        for slot in ("subj", "obj", "gen"):
            if slot in before:
                ends.setdefault(slot, Found(before[slot].phrase, "shared"))


def _lend_light(draft: Draft, trigger: Trigger, ends: Ends) -> None:
    """What a light verb's subject is to the noun that it carries: who does it, or in the passive to whom it is done."""
    subject = draft.subject_of.get(trigger.light, -1)
    if subject < 0:
        return
    if any(x.active for x in draft.words[trigger.light].lights):
        ends.setdefault("subj", Found(draft.lead(subject), "light"))
        ends.setdefault("gen", Found(draft.lead(subject), "light"))
        return
    ends.setdefault("obj", Found(draft.lead(subject), "light-passive"))
    if "من" in ends:
        ends.setdefault("subj", Found(ends["من"].phrase, "light-من"))


def _lender(draft: Draft, trigger: Trigger) -> Found | None:
    """Who does it by the verb that a noun hangs on: its subject, or whom it asks; the nearest before where there is none."""
    verb = governor(draft, trigger.first, draft.stretches[trigger.sentence].first)
    if verb < 0:
        near = around.nearest_before(draft, trigger)
        return Found(near, "near") if near >= 0 else None
    word = draft.words[verb]
    asking = any(s.relation == "REQUEST" for e in word.entries for s in e.lexeme.senses)
    direct = draft.object_of.get(verb, -1)
    subject = draft.subject_of.get(verb, -1)
    if asking and direct >= 0:
        return Found(draft.lead(direct), "ctl-asked")
    if subject < 0:
        return None
    far = "far" if trigger.first - verb > 7 else ""
    saying = "say" if word.reports else ""
    return Found(draft.lead(subject), f"ctl{saying}{far}")


# -- participles, adjectives, agents -----------------------------------------------------------------------------


def _host(draft: Draft, trigger: Trigger) -> Found | None:
    """The noun that a participle or adjective describes: the phrase that holds it, or the one right before it."""
    index = draft.at[trigger.first]
    if index >= 0:
        phrase = draft.phrases[index]
        if phrase.first < trigger.first:
            return Found(draft.lead(index), "host")
        before = draft.at[trigger.first - 1] if trigger.first else -1
        described = before >= 0 and draft.words[trigger.first].definite and not draft.words[trigger.first].conj
        if described and draft.phrases[before].definite and trigger.form != "adj":
            return Found(draft.lead(before), "host-prev")
        if phrase.kind not in THINGS:
            return Found(index, "self")
    for at in range(trigger.first - 1, max(-1, trigger.first - 4), -1):
        word = draft.words[at]
        before = draft.at[at]
        if before >= 0:
            return Found(before if before in draft.another else draft.lead(before), "host-prev")
        if word.kind == "punct" or word.verb:
            break
    return None


def _participle(draft: Draft, trigger: Trigger, behind: list[tuple[int, int]], ends: Ends) -> None:
    host = _host(draft, trigger)
    pronoun = draft.pronoun_at.get(trigger.last, -1)
    plain = around.plain(draft, trigger, behind)
    direct = Found(pronoun, "pron") if pronoun >= 0 else Found(plain[0], "obj") if plain else ends.get("ل")
    start = draft.stretches[trigger.sentence].first
    if host is None:
        verb = governor(draft, trigger.first, start)
        subject = draft.subject_of.get(verb, -1) if verb >= 0 else -1
        if subject >= 0:
            host = Found(draft.lead(subject), "ctl")
        else:
            near = around.nearest_before(draft, trigger)
            host = Found(near, "near") if near >= 0 else None
    if trigger.form == "passive":
        if host:
            ends["obj"] = host
        by = _by(ends) or ends.get("من")
        if by:
            ends["subj"] = Found(by.phrase, "by")
    else:
        if host:
            ends["subj"] = host
        if direct:
            ends["obj"] = direct
    if host:
        ends["host"] = host
    if direct:
        ends.setdefault("gen", direct)


def _agent(draft: Draft, trigger: Trigger, behind: list[tuple[int, int]], ends: Ends) -> None:
    pronoun = draft.pronoun_at.get(trigger.last, -1)
    plain = around.plain(draft, trigger, behind)
    origin = around.origin(draft, trigger, behind)
    if pronoun >= 0:
        ends["gen"] = Found(pronoun, "pron")
    elif plain:
        ends["gen"] = Found(plain.pop(0), "gen")
    elif origin >= 0:
        ends["gen"] = Found(origin, "origin")
    named = [i for i in plain if draft.phrases[i].kind in BY_NAME]
    before = _before_noun(draft, trigger)
    if named:
        ends["host"] = Found(named[0], "apposed")
    elif before is not None:
        ends["host"] = before
    index = draft.at[trigger.first]
    if index >= 0 and draft.phrases[index].kind not in THINGS:
        ends.setdefault("host", Found(index, "self"))
    if "host" not in ends:
        start = draft.stretches[trigger.sentence].first
        verb = governor(draft, trigger.first, start)
        subject = draft.subject_of.get(verb, -1) if verb >= 0 else -1
        if subject >= 0:
            ends["host"] = Found(draft.lead(subject), "ctl")
    ends.setdefault("subj", ends["host"]) if "host" in ends else None


def _before_noun(draft: Draft, trigger: Trigger) -> Found | None:
    """A phrase right before a noun that it describes or is said of: "تركيا، حليفة قطر", "تركيا حليف قطر"."""
    for at in range(trigger.first - 1, max(-1, trigger.first - 4), -1):
        index = draft.at[at]
        if index >= 0:
            phrase: Phrase = draft.phrases[index]
            if phrase.kind in ANYBODY and draft.words[trigger.first].conj != "و":
                return Found(draft.lead(index), "said-of")
            return None
        word = draft.words[at]
        if word.kind == "punct" and word.bare in "،-(«":
            continue
        if word.stem in ("هو", "هي", "هم"):
            continue
        return None
    return None
