"""Whom a word with its article means in texts on one state alone: "التحالف" in Yemen, "المخلوع", "السلطة"."""

from __future__ import annotations

from collections import Counter
from typing import Final

from ahlaf.coding.words.draft import Draft
from ahlaf.model import Actor


def at_scene(draft: Draft, at: int, home: Actor | None, spoken_of: Counter[str]) -> Actor | None:
    """Whom a word with its article means in texts on a state: "التحالف" in Yemen, "المخلوع"; nobody where it is no such word.

    Nor a person whom the document names: when it speaks of him again :mod:`.reference` knows.
    """
    told = draft.lexicon.groups["at-scene"].get(draft.words[at].stem, "")
    if home is None or not draft.words[at].definite or (told and power_itself(draft, at)):
        return None
    for one in told.split():
        scene, ident = one.split("=")
        state, _, besides = scene.partition("+")
        if state == home.id and (not besides or spoken_of[besides]):
            found = draft.lexicon.actors.get(ident)
            return None if found is not None and found.kind == "person" and spoken_of[ident] else found
    return None


def power_itself(draft: Draft, at: int) -> bool:
    """Whether a word for power means it, and nobody who has it: "وصلت حماس إلى | السلطة", "استولى على | السلطة"."""
    before = draft.words[at - 1].fold if at and "prep" in draft.words[at - 1].function else ""
    return draft.words[at].stem in draft.lexicon.groups["power"] and before in _TO_POWER


_TO_POWER: Final = frozenset(("الي", "في", "علي", "عن", "من"))
