"""What tests of the coder look for on a draft."""

from __future__ import annotations

from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.model import Actor, Reading


def actors(draft: Draft, words: str) -> list[Actor]:
    """The actors of the phrases that are written so, each once; a pronoun tied to the words is none of them."""
    phrases = (p for p in draft.phrases if not p.pointing and draft.text(p.first, p.last) == words)
    return list(dict.fromkeys(p.actor for p in phrases if p.actor is not None))


def ids(draft: Draft, words: str) -> list[str]:
    """Their ids."""
    return [actor.id for actor in actors(draft, words)]


def ends(reading: Reading, relation: str) -> set[tuple[str, str]]:
    """The first names of the ends of the claims of a relation, empty for nobody."""
    found = (c for c in reading.claims if c.relation == relation)
    return {(c.source.names[0] if c.source else "", c.target.names[0] if c.target else "") for c in found}


def words(draft: Draft, phrase: Phrase) -> str:
    """What is written of a phrase."""
    return draft.text(phrase.first, phrase.last)


def phrase(draft: Draft, text: str) -> Phrase:
    """The one phrase that is written so."""
    (found,) = [p for p in draft.phrases if words(draft, p) == text]
    return found


def joined_in(draft: Draft) -> list[str]:
    """The first words of those who are joined to others, without their "and"."""
    return [draft.words[p.first].bare.removeprefix("و") for p in draft.phrases if p.group in draft.group_size and not p.pointing]
