"""Places that share a name: the document's other places and people tell which is meant.

"طرابلس" is in Libya and in Lebanon. It is the one in the country that the rest of the document speaks of more, and the
better known one, which stands first in the tables, where that tells nothing.
"""

from __future__ import annotations

from collections import Counter

from ahlaf.coding.draft import Draft, Phrase
from ahlaf.coding.identity import origin
from ahlaf.coding.phrases import match_tokens
from ahlaf.coding.places import KINDS
from ahlaf.model import Actor


def settle(draft: Draft) -> None:
    """Give the phrases of such a name the place that the document means; before anybody asks whose country this is."""
    several = {at: places for at, phrase in enumerate(draft.phrases) if len(places := _bearers(draft, phrase)) > 1}
    if not several:
        return
    whose = ((phrase.actor or origin(draft, phrase)) for at, phrase in enumerate(draft.phrases) if at not in several)
    spoken_of = Counter(actor.country for actor in whose if actor is not None)
    for at, places in several.items():
        phrase, best = draft.phrases[at], max(places, key=lambda place: spoken_of[place.country])
        if phrase.actor is not None and best.country != phrase.actor.country and spoken_of[best.country] > spoken_of[phrase.actor.country]:
            phrase.actor, phrase.kind = best, "place"


def _bearers(draft: Draft, phrase: Phrase) -> list[Actor]:
    """The places that have the name of a phrase, of every country one."""
    if phrase.kind not in ("name", "place") or phrase.actor is None or phrase.actor.kind not in KINDS:
        return []
    found: dict[str, Actor] = {}
    for cut in draft.words[phrase.first].cuts:
        for place in draft.lexicon.places.get(cut.stem, ()):
            if match_tokens(draft, phrase.first, place.tokens, strip=False) == phrase.core:
                found.setdefault(place.actor.country, place.actor)
    return list(found.values())
