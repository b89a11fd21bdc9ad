"""Who "I" and "we" are: whoever speaks, his state or body for "we"; the author's "we" is an actor of the document's own.

"قال وزير الدفاع العراقي: نحارب الإرهاب" is said of Iraq, for an officer speaks for whose he is; what a party or a person
without office says of "us" is its own. Outside any speech "we" is the author's: once the text says who that is ("نحن العرب")
it is so throughout, else it stays "نحن", of this document alone. "I" outside a speech is the author, who is nobody's actor.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.draft import Draft, Phrase
from ahlaf.coding.voice import Speech, chain, speeches
from ahlaf.model import Actor

PERSON: Final = "1"
"""What stands as the gender of a phrase of the first person."""
WE: Final = "نحن"
"""What the author's "we" is called."""
_OFFICERS: Final = frozenset(("person", "organ", "force"))
_OF_STATE: Final = frozenset(("GOV", "MIL", "LEG", "JUD", "SPY", "COP"))
"""PLOVER's sectors of those who speak for a state."""


def settle(draft: Draft) -> None:
    """Give phrases of the first person their actors, and verbs of that person their subjects."""
    mine = [(index, phrase) for index, phrase in enumerate(draft.phrases) if phrase.pointing and phrase.gender == PERSON]
    if not mine:
        return
    spoken = speeches(draft)
    we = next((actor for index, _ in mine if (actor := _named_beside(draft, index)) is not None), None)
    if we is None:
        ident = f"text:{WE}@{draft.document.id}" if draft.document.id else f"text:{WE}"
        we = Actor(ident, WE, "we", "social-group")
    for index, phrase in mine:
        phrase.actor = _named_beside(draft, index) or _who(draft, phrase, spoken, we)
        if phrase.kind == "hidden" and phrase.actor is not None:
            draft.subject_of.setdefault(phrase.first, index)


def _named_beside(draft: Draft, index: int) -> Actor | None:
    """Who is named right behind "we": "نحن العرب", "نحن في العراق" aside, which is a place."""
    phrase = draft.phrases[index]
    behind = draft.at[phrase.last + 1] if phrase.last + 1 < len(draft.words) else -1
    if draft.words[phrase.first].kind != "func" or draft.words[phrase.first].pronoun or behind < 0:
        return None
    named = draft.phrases[behind]
    several = draft.words[named.head].number in ("p", "d") or (named.actor is not None and named.actor.kind in _PEOPLES)
    return named.actor if named.first == phrase.last + 1 and draft.words[named.head].definite and several and not named.prep else None


_PEOPLES: Final = frozenset(("people", "social-group"))


def _who(draft: Draft, phrase: Phrase, spoken: list[Speech], we: Actor) -> Actor | None:
    around = chain(spoken, phrase.first)
    speaker = draft.phrases[around[0].speaker].actor if around else None
    if speaker is None or phrase.number == "s":
        return speaker if phrase.number == "s" else we
    owner = draft.lexicon.actors.get(speaker.id.rpartition(".")[0])  # whose office it is: "TUR.وزير", "hamas.متحدث"
    if owner is None and speaker.kind in _OFFICERS and speaker.sector in _OF_STATE:
        owner = draft.lexicon.actors.get(speaker.country)
    return owner or speaker
