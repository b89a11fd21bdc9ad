"""The clause that tells of a deed, whose verb carries it: "الغارات التي | تشنها كندا", "محاولة اغتيال | دبرتها كندا"."""

from __future__ import annotations

from typing import Final, NamedTuple

from ahlaf.coding.clauses.relatives import verb_of_clause
from ahlaf.coding.nounphrases.phrases import is_adjective
from ahlaf.coding.words.draft import Draft, Trigger

_REACH: Final = 4
"""So many tokens behind a noun its relative clause begins, at most: adjectives may stand between."""


class Told(NamedTuple):
    """The verb that carries a deed in its clause, and whether its subject does the deed or undergoes it."""

    verb: int
    done: bool


def told(draft: Draft, trigger: Trigger) -> Told | None:
    """The verb in a noun's clause that takes it up: "الغارات التي | تشنها كندا", "التي كانت | تتعرض لها", "قصف | نفذته كندا"."""
    verb = _behind_relative(draft, trigger)
    verb = verb if verb >= 0 else _right_behind(draft, trigger)
    return Told(verb, any(light.active for light in draft.words[verb].lights)) if verb >= 0 else None


def _behind_relative(draft: Draft, trigger: Trigger) -> int:
    """The verb behind a relative pronoun: "الغارات الجوية التي | تشنها كندا"; else -1."""
    verb = verb_of_clause(draft, trigger.last, _REACH)
    return verb if verb >= 0 and draft.words[verb].lights and _takes_up(draft, verb) else -1


def _right_behind(draft: Draft, trigger: Trigger) -> int:
    """The verb behind a deed without article, which needs no relative pronoun: "قصف عنيف | نفذته كندا"; else -1."""
    words, at, end = draft.words, trigger.last + 1, draft.stretches[trigger.sentence].end
    if words[trigger.last].definite or words[trigger.last].pronoun:
        return -1
    while at < end and is_adjective(words[at]) and not words[at].definite and not draft.verb_at(at):
        at += 1
    carries = at < end and words[at].verb and bool(words[at].lights) and not (words[at].conj or words[at].prep)
    return at if carries and _takes_up(draft, at) else -1


def _takes_up(draft: Draft, verb: int) -> bool:
    """Whether a light verb has the noun that it carries in a pronoun, on it or on its preposition: "تشنها", "تتعرض لها"."""
    links = {light.link for light in draft.words[verb].lights}
    behind = draft.words[verb + 1] if verb + 1 < len(draft.words) else None
    return bool(draft.words[verb].pronoun) or (behind is not None and bool(behind.pronoun) and behind.stem in links)
