"""Who is surely not an end of a claim, however near: what the grammar around a trigger rules out.

Candidates are found widely and weighed (:mod:`.frames`, :mod:`ahlaf.coding.weighing.pairs`); a few things no weight should
outvote. Who condemns a deed has not done it; what a verb is done to does not stand before it without a pronoun that takes it
up; who refuses that somebody is harmed is not against him.

Each such thing is one *judge*: a function with one reason, which its docstring tells with an example, and with the candidates
that it rules out for an answer. The two tables below name them all, and say of which words each is asked and as what it rules
somebody out. They may stand in any order: what one rules out no other lets in again. A judge that looks at no sense is
asked once for a word (:data:`OF_WORDS`), the others for each of its senses (:data:`OF_SENSES`). Who ruled out whom is kept
(:data:`Bars.rulings`): ``python bench/judges.py TEXT`` prints it, and how often each judge speaks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, Literal, NamedTuple

from ahlaf.coding.ends import (
    amongbars,
    clausebars,
    complaints,
    deedbars,
    deedtopics,
    foiled,
    guiltbars,
    harmed,
    helped,
    howbars,
    inclause,
    joined,
    ledto,
    misfits,
    nobodybars,
    ofseveral,
    ownerbars,
    ownlosses,
    placebars,
    targetbars,
    textbars,
    tied,
    toldbars,
    undergone,
    verbbars,
    weaponbars,
    witnessed,
)
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.words.draft import ACTIVE, Draft, Trigger
from ahlaf.lexicon.entries import Sense

As = Literal["source", "doer", "target", "neither", "among"]
"""As what somebody is ruled out. A doer is the source of a sense in which the verb's subject does something; who is ruled out
"among" is a coordination that is not tied among itself."""

WordJudge = Callable[[Draft, Trigger, Sequence[Place]], set[int]]
"""Whom of the candidates for a word's ends something rules out, whatever the sense."""
SenseJudge = Callable[[Draft, Trigger, Sense, Sequence[Place]], set[int]]
"""The same for one sense of the word."""


When = Callable[[Draft, Trigger], bool]
"""Of which words a judge is asked."""


class OfWords(NamedTuple):
    """Judges of such words as ``when`` tells, and as what they rule somebody out."""

    when: When
    rule_out_as: As
    judges: tuple[WordJudge, ...]


class OfSenses(NamedTuple):
    """Judges of the senses of such words."""

    when: When
    rule_out_as: As
    judges: tuple[SenseJudge, ...]


class Ruling(NamedTuple):
    """Whom a judge rules out, and as what."""

    judge: str
    rules_out_as: As
    phrases: set[int]


class Bars(NamedTuple):
    """Phrases that are no source, no target, and coordinations that are not tied among themselves; and who says so."""

    sources: frozenset[int] = frozenset()
    targets: frozenset[int] = frozenset()
    among: frozenset[int] = frozenset()
    rulings: tuple[Ruling, ...] = ()


NOBODY: Final = Bars()
"""What rules out nobody."""


def find(draft: Draft, trigger: Trigger, senses: Sequence[Sense], stood: Sequence[Place], nowhere: frozenset[int]) -> list[Bars]:
    """What is ruled out for each of some senses of a trigger; ``nowhere`` are phrases that are no end of anything."""
    such = {when for when in WHEN if when(draft, trigger)}
    of_word = [
        Ruling(judge.__name__, row.rule_out_as, ruled)
        for row in OF_WORDS
        if row.when in such
        for judge in row.judges
        if (ruled := judge(draft, trigger, stood))
    ]
    rows = [row for row in OF_SENSES if row.when in such]
    found = []
    for sense in senses:
        of_sense = [
            Ruling(judge.__name__, row.rule_out_as, ruled)
            for row in rows
            for judge in row.judges
            if (ruled := judge(draft, trigger, sense, stood))
        ]
        found.append(_gathered(sense, (*of_word, *of_sense), nowhere))
    return found


def _gathered(sense: Sense, rulings: tuple[Ruling, ...], nowhere: Iterable[int]) -> Bars:
    """What several judges say together of one sense."""
    sources, targets, among = set(nowhere), set(nowhere), set()
    does = "subj" in sense.source
    for _, ruled_as, phrases in rulings:
        if ruled_as in ("source", "neither") or (does and ruled_as == "doer"):
            sources |= phrases
        if ruled_as in ("target", "neither"):
            targets |= phrases
        if ruled_as == "among":
            among |= phrases
    return Bars(frozenset(sources), frozenset(targets), frozenset(among), rulings)


# -- of which words ---------------------------------------------------------------------------------------


def _any(draft: Draft, trigger: Trigger) -> bool:  # noqa: ARG001 - the rows are asked alike
    return True


def _verb(draft: Draft, trigger: Trigger) -> bool:
    """Whether a trigger is a verb in the active, or may be one and has a subject."""
    return trigger.form in ACTIVE or (trigger.form == "amb" and trigger.first in draft.subject_of)


def _plain_verb(draft: Draft, trigger: Trigger) -> bool:
    """Whether it is one whose ends no resolution and no accusation has settled."""
    return _verb(draft, trigger) and trigger.first not in draft.resolves and trigger.first not in draft.accused


def _verb_or_expression(draft: Draft, trigger: Trigger) -> bool:
    return trigger.form == "idiom" or _verb(draft, trigger)


def _expression(draft: Draft, trigger: Trigger) -> bool:  # noqa: ARG001 - the rows are asked alike
    return trigger.form == "idiom"


def _expression_with_subject(draft: Draft, trigger: Trigger) -> bool:
    return trigger.form == "idiom" and trigger.first in draft.subject_of


def _no_verb(draft: Draft, trigger: Trigger) -> bool:
    """Whether a trigger is a deed's noun, a participle, somebody's name for another, an expression, or a verb in the passive."""
    return not _verb(draft, trigger)


# -- whom they rule out -----------------------------------------------------------------------------------

OF_WORDS: Final[tuple[OfWords, ...]] = (
    OfWords(_any, "neither", (nobodybars.broken, nobodybars.ceased)),
    OfWords(_any, "neither", (placebars.aside, placebars.likened, placebars.another_like_him, placebars.on_whose_land)),
    OfWords(_any, "neither", (clausebars.left_out, clausebars.not_but, clausebars.contrasted)),
    OfWords(_any, "neither", (ownerbars.owns_the_joined, tied.to_the_doer, joined.behind_and, ofseveral.elsewhere)),
    OfWords(_any, "source", (verbbars.by_person, howbars.led_to, witnessed.where_it_happens, witnessed.sees_it_happen)),
    OfWords(_any, "target", (ownerbars.not_meant, ownerbars.of_another, verbbars.beside_sufferer)),
    OfWords(_any, "target", (weaponbars.whose_arms, weaponbars.where_it_stood, placebars.told_when)),
    OfWords(_any, "among", (amongbars.followed,)),
    OfWords(_verb_or_expression, "doer", (clausebars.behind_who_hides, clausebars.not_described, deedbars.not_resolving)),
    OfWords(_verb_or_expression, "doer", (deedtopics.of_the_deed,)),
    OfWords(_verb_or_expression, "source", (undergone.undergoes_what_does_it,)),
    OfWords(_expression_with_subject, "doer", (misfits.no_subjects,)),
    OfWords(_expression, "doer", (clausebars.asked_about, clausebars.told_of_another)),
    OfWords(_expression, "target", (nobodybars.word_of_it, nobodybars.joined_behind)),
    # verbs
    OfWords(_verb, "doer", (misfits.no_subjects, clausebars.before_the_opening, clausebars.behind_the_openers_verb)),
    OfWords(_verb, "source", (clausebars.behind_but, clausebars.asked_about, textbars.judges_the_text)),
    OfWords(_verb, "source", (verbbars.shown_as_object, verbbars.done_to_in, misfits.of_another_gender, guiltbars.accused)),
    OfWords(_verb, "neither", (clausebars.nobody_else,)),
    OfWords(_verb, "target", (clausebars.does_next,)),
    OfWords(_verb, "doer", (ofseveral.not_the_one, misfits.one_state)),
    OfWords(_plain_verb, "source", (verbbars.not_whoever, verbbars.not_the_speaker, verbbars.suffers, verbbars.object_first)),
    OfWords(_any, "source", (verbbars.not_its_founder,)),
    OfWords(_any, "target", (guiltbars.not_accused,)),
    OfWords(_plain_verb, "doer", (verbbars.not_some_of, verbbars.led_behind_the_subject)),
    OfWords(_plain_verb, "target", (verbbars.shown_as_subject, verbbars.whoever_does, verbbars.subject_last)),
    # deeds
    OfWords(_no_verb, "source", (toldbars.judges_it, toldbars.set_against_it, toldbars.looks_on, deedbars.gains_by, deedbars.outdone)),
    OfWords(_no_verb, "source", (deedbars.promised_to, toldbars.answers_it, toldbars.answered, deedbars.leans_on, deedbars.fallen)),
    OfWords(_no_verb, "source", (foiled.foilers, deedbars.it_acts_upon, deedbars.ceased_from)),
    OfWords(_no_verb, "source", (guiltbars.named_otherwise, guiltbars.accused_of_it, guiltbars.where_the_accused_is)),
    OfWords(_no_verb, "neither", (ofseveral.another_is_told_of,)),
    OfWords(_no_verb, "source", (deedbars.others_do_it, joined.of_the_first_deed, helped.helps)),
    OfWords(_no_verb, "target", (deedbars.does_it, clausebars.asked_where, targetbars.beyond_its_verb, helped.is_helped)),
    OfWords(_no_verb, "target", (targetbars.where_it_lies, targetbars.not_the_many, targetbars.beside_its_pronoun)),
    OfWords(_no_verb, "target", (toldbars.makes_it_known, deedbars.promised_against, guiltbars.beyond_whom_he_wronged)),
    OfWords(_no_verb, "neither", (deedbars.beyond_expression, toldbars.avenged, deedbars.moved, complaints.heard_by)),
    # participles
    OfWords(_no_verb, "source", (ownerbars.outside_its_phrase,)),
    OfWords(_no_verb, "target", (ownerbars.not_taken_up,)),
)
"""Who is ruled out whatever the sense of a word."""

OF_SENSES: Final[tuple[OfSenses, ...]] = (
    OfSenses(_any, "neither", (nobodybars.things_owner, nobodybars.alliance_itself, nobodybars.under_auspices)),
    OfSenses(_any, "neither", (nobodybars.done_to_its_pronoun, nobodybars.warned_of_elsewhere, nobodybars.founded_already)),
    OfSenses(_any, "neither", (ownerbars.served, nobodybars.has_as_members, nobodybars.takes_as_land, nobodybars.has_the_lead)),
    OfSenses(_expression, "neither", (nobodybars.in_its_words,)),
    OfSenses(_any, "source", (ownerbars.whose, clausebars.does_to_such, ownlosses.not_of_the_owner, ownlosses.struck)),
    OfSenses(_any, "target", (targetbars.called_up, targetbars.danger, targetbars.own_envoy, targetbars.no_body, targetbars.helped_by_it)),
    OfSenses(_any, "target", (targetbars.not_led, targetbars.before_who_opposes, targetbars.on_ground, targetbars.stands_by)),
    OfSenses(_any, "target", (targetbars.between_others, targetbars.against_him, harmed.harmed, harmed.on_victims, howbars.not_told_of)),
    OfSenses(_any, "source", (ledto.led_by_its_preposition, ledto.told_by_another_doer)),
    OfSenses(_any, "target", (ledto.helps_from_there, ledto.leads_to_the_doer, weaponbars.struck_with_them)),
    OfSenses(_any, "among", (amongbars.against_another,)),
    # verbs
    OfSenses(_verb, "source", (clausebars.left_out_of_it, clausebars.asked_whence, undergone.told_in_passive)),
    OfSenses(_verb, "target", (verbbars.led_otherwise, verbbars.resolves_alone, ofseveral.not_the_other)),
    OfSenses(_verb, "target", (textbars.warned_of,)),
    OfSenses(_any, "target", (textbars.in_refused_text,)),
    OfSenses(_verb, "source", (clausebars.led_aside, misfits.no_state_marches)),
    OfSenses(_verb, "among", (amongbars.done_with_them, verbbars.done_directly)),
    OfSenses(_verb, "neither", (verbbars.done_directly,)),
    OfSenses(_plain_verb, "source", (verbbars.told_before_what_fell, verbbars.before_the_thing, verbbars.beside_subject)),
    OfSenses(_plain_verb, "target", (verbbars.before_the_thing, verbbars.does_to_the_thing, verbbars.asked_before)),
    OfSenses(_plain_verb, "target", (verbbars.beside_pronoun, verbbars.subject_behind_pronoun, verbbars.not_its_pronoun)),
    OfSenses(_plain_verb, "target", (verbbars.beyond_next, verbbars.sent, targetbars.of_what_it_is_done_with)),
    OfSenses(_plain_verb, "target", (targetbars.where_its_object_is,)),
    OfSenses(_expression_with_subject, "source", (verbbars.beside_subject,)),
    OfSenses(_expression_with_subject, "target", (verbbars.subject_behind_pronoun, ledto.at_whose_mercy)),
    OfSenses(_expression_with_subject, "source", (ledto.told_of_as_sufferer,)),
    # deeds, participles, nouns for somebody, expressions
    OfSenses(_no_verb, "source", (deedbars.beside_voiced_deeds, deedbars.gets_it, ownerbars.apart_from_them, undergone.undergoes)),
    OfSenses(_no_verb, "target", (toldbars.done_to_no_judge, toldbars.talks_of_it, deedbars.gives_it, deedbars.struck_with_help)),
    OfSenses(_no_verb, "target", (undergone.at_whose_hands, inclause.undergone_by_another)),
    OfSenses(_no_verb, "source", (inclause.done_by_another,)),
    OfSenses(_no_verb, "target", (ownerbars.before_the_owner, ownerbars.own_men, clausebars.beyond_its_clause)),
    OfSenses(_no_verb, "target", (ownerbars.of_once, ownerbars.behind_the_owner)),
    OfSenses(_no_verb, "source", (ownerbars.beside_own_men,)),
    OfSenses(_no_verb, "neither", (toldbars.talked_with,)),
)
"""Who is ruled out for one sense of a word."""

WHEN: Final = frozenset((*(row.when for row in OF_WORDS), *(row.when for row in OF_SENSES)))
"""All that tells of which words the judges are asked."""
