"""Places that share a name: the document's other places and people tell which is meant.

"طرابلس" is in Libya and in Lebanon. It is the one in the country that the rest of the document speaks of more, and the
better known one, which stands first in the tables, where that tells nothing. A capital may also stand for a body that has
its seat there: "بروكسل" is the European Union where the document says nothing else of Belgium; and it may be written like
another state, "عمان" like Oman. A province may be called by a man's name alone: "في الأنبار وصلاح الدين".
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from ahlaf.coding.actors.homes import origin
from ahlaf.coding.names.namewords import match_tokens
from ahlaf.coding.nounphrases.places import KINDS, gives_its_name, is_where
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.model import Actor
from ahlaf.text.views import fold


def settle(draft: Draft) -> None:
    """Give the phrases of such a name the place that the document means; before anybody asks whose country this is."""
    _named_after_men(draft)
    _seats(draft)
    _states(draft)
    several = {at: places for at, phrase in enumerate(draft.phrases) if len(places := _bearers(draft, phrase)) > 1}
    if not several:
        return
    whose = ((phrase.actor or origin(draft, phrase)) for at, phrase in enumerate(draft.phrases) if at not in several)
    spoken_of = Counter(actor.country for actor in whose if actor is not None)
    for at, places in several.items():
        phrase, best = draft.phrases[at], max(places, key=lambda place: spoken_of[place.country])
        if phrase.actor is not None and best.country != phrase.actor.country and spoken_of[best.country] > spoken_of[phrase.actor.country]:
            phrase.actor, phrase.kind = best, "place"


def _named_after_men(draft: Draft) -> None:
    """Take a man's name for the place that is called by it with its kind, "محافظة صلاح الدين", behind "in" or beside another place."""
    for phrase in draft.phrases:
        if phrase.kind != "person" or not (is_where(draft, phrase) or _beside_place(draft, phrase)):
            continue
        name = tuple(draft.words[at].stem if at == phrase.first else draft.words[at].fold for at in range(phrase.first, phrase.core + 1))
        heads = draft.lexicon.groups["place-head"]
        places = [p.actor for head in heads for p in draft.lexicon.places.get(head, ()) if tuple(p.tokens[1:]) == name]
        if places:
            spoken_of = Counter(_land(draft, other) for other in draft.phrases if other is not phrase)
            phrase.actor, phrase.kind = max(places, key=lambda place: spoken_of[place.country]), "place"


def _beside_place(draft: Draft, phrase: Phrase) -> bool:
    """Whether و joins a phrase to a place right beside it: "الأنبار | وصلاح الدين", "صلاح الدين | ونينوى"."""
    at = draft.at[phrase.first]
    before, after = (draft.phrases[k] if 0 <= k < len(draft.phrases) else None for k in (at - 1, at + 1))
    one = before is not None and before.kind == "place" and before.named_to + 1 == phrase.first and phrase.conj == "و"
    return one or (after is not None and after.kind == "place" and phrase.named_to + 1 == after.first and after.conj == "و")


def _seats(draft: Draft) -> None:
    """Let a capital stand for the body whose seat it is, where its state is not spoken of and nothing happens or goes there."""
    groups, actors = draft.lexicon.groups, draft.lexicon.actors
    capitals = [(phrase, body) for phrase in draft.phrases if (body := actors.get(groups["seat-of"].get(_name(draft, phrase), "")))]
    spoken_of = {_land(draft, p) for p in draft.phrases if _other(draft, p)} if capitals else set()
    for phrase, body in capitals:
        state = phrase.actor
        if state is None or state.kind != "state" or is_where(draft, phrase) or gives_its_name(draft, phrase):
            continue
        if phrase.prep == _TO or state.country in spoken_of:
            continue
        phrase.actor = body


def _states(draft: Draft) -> None:
    """Take a capital for the state that is written like it.

    It is where its vowels say so, where it is listed with states, and where the capital's own state is not spoken of.
    """
    groups, actors = draft.lexicon.groups, draft.lexicon.actors
    alike = [(at, land) for at, p in enumerate(draft.phrases) if (land := actors.get(groups["also-state"].get(_name(draft, p), "")))]
    if not alike:
        return
    spoken_of = {_land(draft, p) for p in draft.phrases if _name(draft, p) not in groups["also-state"]}
    for at, land in alike:
        phrase = draft.phrases[at]
        if phrase.actor is None:
            continue
        own = phrase.actor.country in spoken_of
        marks = _DOUBLED if _DOUBLED in (written := draft.text(phrase.first, phrase.first)) else _U if _U in written else ""
        where = is_where(draft, phrase) and land.id not in spoken_of and not _told_with_ba(draft, phrase)
        if marks == _U or (not marks and (_among_states(draft, at) or not (own or where))):
            phrase.actor = land


def _told_with_ba(draft: Draft, phrase: Phrase) -> bool:
    """Whether the verb before a phrase has whom it concerns behind ب, where nothing happens: "أشاد المجلس | بعمان"."""
    start = max(draft.stretches[phrase.sentence].first, phrase.first - _NEAR)
    verb = next((draft.words[at] for at in range(phrase.first - 1, start - 1, -1) if draft.words[at].finite), None)
    return phrase.prep == "ب" and verb is not None and any("ب" in s.target for e in verb.entries for s in e.lexeme.senses)


_NEAR: Final = 4
"""So many tokens before a phrase stands its verb, at most."""
_DOUBLED: Final = "\u0651"
"""The mark of "عمّان"."""
_U: Final = "\u064f"
"""The vowel of "عُمان"."""


def _among_states(draft: Draft, index: int) -> bool:
    """Whether a state by its own name stands beside a phrase, و between them: "قطر | وعمان | والكويت"."""
    for one, two in ((index - 1, index), (index, index + 1)):
        if one < 0 or two >= len(draft.phrases):
            continue
        other = draft.phrases[one if two == index else two]
        beside = draft.phrases[two].first == draft.phrases[one].named_to + 1 and draft.phrases[two].conj == "و"
        if beside and other.actor is not None and other.actor.kind == "state" and fold(other.actor.name) == draft.words[other.first].stem:
            return True
    return False


_TO: Final = "الي"


def _name(draft: Draft, phrase: Phrase) -> str:
    """The one word of a name, as the table of groups has it, with or without an adjective behind it; empty for longer ones."""
    return draft.words[phrase.first].stem if phrase.kind == "name" and phrase.first == phrase.core else ""


def _other(draft: Draft, phrase: Phrase) -> bool:
    return _name(draft, phrase) not in draft.lexicon.groups["seat-of"]


def _land(draft: Draft, phrase: Phrase) -> str:
    """The country of whom a phrase names, or in whose words it stands; empty where none is told."""
    actor = phrase.actor or origin(draft, phrase)
    return actor.country if actor is not None else ""


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
