"""Who a phrase is by its own words: a row of the rule book, an organ of the state that it names, or an actor of this text alone.

Who an organ or an office is, :mod:`.organs` tells, and whose it is, :mod:`.owners`.
"""

from __future__ import annotations

from collections import Counter

from ahlaf.coding.actors import homes, organs, persons
from ahlaf.coding.actors.homes import origin
from ahlaf.coding.actors.scenes import at_scene
from ahlaf.coding.actors.unnamed import nominal_actor
from ahlaf.coding.nounphrases import whoever
from ahlaf.coding.nounphrases.wording import called
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.word import Word
from ahlaf.model import Actor


def settle(draft: Draft) -> None:
    """Give every phrase that names or describes somebody an actor."""
    spoken_of = Counter(p.actor.id for p in draft.phrases if p.actor is not None)
    for phrase in draft.phrases:
        if phrase.kind == "person":
            land = origin(draft, phrase)
            phrase.actor = persons.of(draft, phrase, land.country if land else "", spoken_of)
    home, spoken = homes.of_most(draft), homes.Spoken(draft)
    strangers = homes.strangers(draft, home)
    elsewhere = homes.of_most(draft, home) if strangers else None
    for index, phrase in enumerate(draft.phrases):
        if phrase.kind == "organ":
            phrase.actor = organs.of(draft, index, elsewhere if index in strangers else spoken.here(index, home), spoken_of)
        elif phrase.kind == "people" and phrase.actor is not None:
            state = phrase.actor
            phrase.actor = Actor(f"{state.id}.people", called(draft, phrase), f"people of {state.name_en}", "people", state.country, "CVL")
        elif phrase.kind in ("nominal", "thing", "act"):
            alone = phrase.first == phrase.last or (phrase.last == phrase.first + 1 and _are_states(draft.words[phrase.first]))
            known = at_scene(draft, phrase.last, home, spoken_of) if alone and not draft.words[phrase.last].pronoun else None
            phrase.actor = phrase.actor or known or nominal_actor(draft, phrase)
        elif phrase.kind == "nisba" and phrase.actor is not None and phrase.actor.known_by_text:
            phrase.actor = homes.of_state(phrase.actor, spoken.here(index, home))  # "القصف | الحكومي"
        elif phrase.kind == whoever.KIND:
            phrase.actor = whoever.actor(draft, phrase)


def _are_states(word: Word) -> bool:
    """Whether a general noun means states, who together are what they are members of: "دول | التحالف"."""
    return word.generic is not None and word.generic.kind == "state" and word.generic.number == "p"
