"""Somebody's relative who is not named: "نجل حفتر" is another than Haftar, "شقيق الرئيس الكيني" than the president."""

from __future__ import annotations

from ahlaf.coding.names.namewords import longest_name
from ahlaf.coding.names.personnames import person_name
from ahlaf.coding.nounphrases.offices import is_office, is_person
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.model import Actor


def is_relative(draft: Draft, at: int) -> bool:
    """Whether a word is for somebody's kin, told by whose he is: "زوجة | الأسد", but "نجله"."""
    word = draft.words[at]
    told = word.stem in draft.lexicon.groups["kin"] and not (word.definite or word.pronoun)
    if not told or at + 1 >= len(draft.words):
        return False
    behind = draft.words[at + 1]
    return not (behind.conj or behind.prep) and draft.sentence_of[at] == draft.sentence_of[at + 1]


def of_known(draft: Draft, at: int) -> Phrase | None:
    """The relative of somebody whom a table knows; "زوجة الأسد أسماء" has a name."""
    behind = draft.words[at + 1]
    names = [n for n in draft.lexicon.names.get(behind.fold, ()) if n.actor.kind == "person"]
    found = longest_name(draft, at + 1, names)
    after = draft.words[found[1] + 1] if found is not None and found[1] + 1 < len(draft.words) else behind
    if found is None or (after.fold in draft.lexicon.given and not after.definite):
        return None
    head, last = found[0].actor, found[1]
    return _phrase(draft, at, last, Actor(f"{head.id}.{draft.words[at].stem}", _called(draft, at, last), "", "person", head.country, "ELI"))


def of(draft: Draft, at: int, whose: Phrase | None) -> Phrase | None:
    """The relative of whom the phrase right behind names, with the name behind his office: "نجل | الرئيس الكيني أوهورو كينياتا"."""
    if whose is None or whose.first != at + 1 or not (whose.kind == "person" or is_person(whose) or is_office(draft, whose)):
        return None
    if not (draft.words[whose.first].definite or draft.words[whose.last].definite) and whose.kind == "nominal":
        return None  # "نجل وزير"
    named = person_name(draft, whose.last + 1, after_title=True) if is_office(draft, whose) and whose.last + 1 < len(draft.words) else -1
    return _phrase(draft, at, max(whose.last, named), None)


def _phrase(draft: Draft, at: int, last: int, actor: Actor | None) -> Phrase:
    word = draft.words[at]
    phrase = Phrase(at, last, at, "nominal", actor)
    phrase.gender, phrase.number, phrase.prep, phrase.definite = "f" if word.stem.endswith("ه") else "m", "s", word.prep, True
    return phrase


def _called(draft: Draft, at: int, last: int) -> str:
    word = draft.words[at]
    return draft.text(at, last).removeprefix(word.conj).removeprefix(word.prep)
