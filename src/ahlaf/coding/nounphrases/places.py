"""Where something is said to happen, and whose country the people are in whom only the text knows.

"متظاهرون في ضواحي نابولي" are no one's citizens by their words, but they are in Italy; "المتظاهرون" of another
article, in Baghdad, are others. So an unnamed actor takes the country of the nearest place that its sentence puts
something in, and that country becomes a part of who it is; where it is spoken of again without a place it keeps it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ahlaf.coding.names.namewords import match_tokens
from ahlaf.coding.nounphrases.extent import extend
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.lexicon.book import Lexicon
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor
from ahlaf.text.views import fold

KINDS: Final = frozenset("state city province region camp base border sea".split())
_UNNAMED: Final = frozenset(("nominal", "organ", "person"))
_NEAR: Final = 25
"""Tokens between people and the place that they are in."""
_BEFORE: Final = 6
"""A place before them counts as so much farther than one behind."""


def is_where(draft: Draft, phrase: Phrase) -> bool:
    """Whether a place is where something happens: "في الرقة", "بحلب", "في مدينة حلب"; "قرب الحدود مع تركيا" is not."""
    where, heads = draft.lexicon.groups["where"], draft.lexicon.groups["place-head"]
    if phrase.prep in where:
        return not _listed(draft, draft.phrases[phrase.group] if phrase.group >= 0 else phrase)
    if phrase.prep:
        return False
    at = phrase.first - 1
    steps = 0
    while at >= 0 and steps < 3:
        word = draft.words[at]
        if word.conj or word.pronoun or bare_article(word.stem) not in heads or draft.sentence_of[at] != phrase.sentence:
            return False
        if word.prep:
            return word.prep in where
        before = draft.word_before(at)
        if before is not None and before.kind == "func" and "prep" in before.function:
            return before.stem in where and not before.pronoun
        if word.stem in where and not word.definite:
            return True
        at -= 1
        steps += 1
    return False


def _listed(draft: Draft, phrase: Phrase) -> bool:
    """Whether the preposition is a part of what leads to a list: "القوى الإقليمية المتمثلة في | أنقرة وطهران"."""
    before = range(max(0, phrase.first - 2), phrase.first)
    return any(kind == "list" and last == phrase.first - 1 for at in before for last, kind, _, _ in draft.cues.get(at, ()))


def headed(draft: Draft, at: int) -> Phrase | None:
    """The place whose kind is said before its name: one phrase, and the place itself.

    "مدينة الموصل", "بلدة بيت حانون"; "العاصمة الخرطوم", "العاصمة السودانية الخرطوم"; the first of two, "مدينتي | صور وصيدا".
    """
    word = draft.words[at]
    groups = draft.lexicon.groups
    two = of_two(draft, at)
    if word.pronoun or not (two or bare_article(word.stem) in groups["capital" if word.definite else "same-place"]):
        return None
    name = at + 1
    if word.definite and name < len(draft.words) and draft.words[name].nisba is not None and draft.words[name].definite:
        name += 1
    if name >= len(draft.words) or draft.sentence_of[name] != draft.sentence_of[at]:
        return None
    behind = draft.words[name]
    if behind.conj or behind.prep not in ("", "س"):
        return None
    states = [n for n in draft.lexicon.names.get(behind.fold, ()) if n.actor.kind == "state" and (two or len(n.tokens) > 1)]
    for known in (*draft.lexicon.places.get(behind.fold, ()), *(() if word.definite else states)):
        last = match_tokens(draft, name, known.tokens, strip=False)
        if last >= 0:
            kind = "name" if known.actor.kind == "state" and two else "place"
            phrase = Phrase(at, extend(draft, at, last, named=True), at, kind, known.actor)
            phrase.gender, phrase.number, phrase.ref, phrase.prep, phrase.definite = word.gender, "s", known.ref, word.prep, True
            return phrase
    return None


def of_two(draft: Draft, at: int) -> bool:
    """Whether a word is a noun for places in the dual before their names: "مدينتي", "محافظتا"; "دولتي"."""
    word = draft.words[at]
    if word.generic is None or word.generic.number != "d" or word.definite or not word.stem.endswith(("ي", "ا")):
        return False
    lemma, groups = fold(word.generic.lemma), draft.lexicon.groups
    return lemma in groups["same-place"] or groups["group-head"].get(lemma) == "state"


def city(draft: Draft, phrase: Phrase) -> Actor | None:
    """The city whose name a phrase says for a state's government: "دمشق"; None for every other phrase."""
    actor = phrase.actor
    if phrase.kind != "name" or actor is None or actor.kind != "state":
        return None
    for cut in draft.words[phrase.first].cuts:
        for place in draft.lexicon.places.get(cut.stem, ()):
            same = place.actor.kind == "city" and place.actor.country == actor.country
            if same and match_tokens(draft, phrase.first, place.tokens, strip=False) == phrase.core:
                return place.actor
    return None


def is_scene(draft: Draft, phrase: Phrase) -> bool:
    """Whether somebody comes to a state, or something happens there: "إلى البحرين", "في لبنان"; a capital that no preposition leads."""
    if not phrase.prep and city(draft, phrase) is not None:
        return True
    return phrase.prep in draft.lexicon.groups["before-town"] or is_where(draft, phrase)


def meant(draft: Draft, phrase: Phrase) -> Actor | None:
    """Whom a phrase means on the spot: the city where something happens in a capital, else its actor.

    Behind ب a capital is as often whom a verb is about ("أشادت بواشنطن"): there it stays its government.
    """
    there = (phrase.prep != "ب" and is_where(draft, phrase)) or gives_its_name(draft, phrase)
    return (city(draft, phrase) if there else None) or phrase.actor


def gives_its_name(draft: Draft, phrase: Phrase) -> bool:
    """Whether a town gives its name to what was agreed or met about there: "اتفاق | الرياض", "محادثات | جنيف".

    Two governments are meant where another is told: "محادثات واشنطن مع طهران", "محادثات واشنطن وطهران".
    """
    before, behind = phrase.first - 1, phrase.last + 1
    if before < 0 or draft.sentence_of[before] != phrase.sentence or draft.words[before].definite:
        return False
    if phrase.prep or draft.words[phrase.first].conj:
        return False
    town = city(draft, phrase) is not None or (phrase.actor is not None and phrase.actor.kind == "city")
    if not town or draft.words[before].stem not in draft.lexicon.groups["named-after"]:
        return False
    other = draft.words[behind] if behind < len(draft.words) else None
    return other is None or (not (other.conj == "و" and draft.at[behind] >= 0) and other.stem not in draft.lexicon.groups["agreed-with"])


def settle(draft: Draft) -> None:
    """Give actors that only the text knows the country that it puts them in."""
    where: dict[int, list[Phrase]] = defaultdict(list)
    for phrase in draft.phrases:
        if phrase.actor is not None and phrase.actor.country and _is_place(draft, phrase, phrase.actor) and is_where(draft, phrase):
            where[phrase.sentence].append(phrase)
    if not where:
        return
    found: dict[int, str] = {}
    countries: dict[str, set[str]] = defaultdict(set)
    unnamed = [(index, p, p.actor) for index, p in enumerate(draft.phrases) if p.actor is not None and _nowhere(draft, p, p.actor)]
    for index, phrase, actor in unnamed:
        country = _country(phrase, where.get(phrase.sentence, ()))
        if country:
            found[index] = country
            countries[actor.id].add(country)
    known: dict[tuple[str, str], Actor] = {}
    for index, phrase, actor in unnamed:
        only = countries[actor.id]
        country = found.get(index) or (next(iter(only)) if len(only) == 1 else "")
        if country:
            key = (actor.id, country)
            phrase.actor = known.setdefault(key, replace(actor, id=f"{actor.id}@{country}", country=country))


def _is_place(draft: Draft, phrase: Phrase, actor: Actor) -> bool:
    """Whether a phrase names a place, or is one by its head: "ضواحي نابولي"."""
    if phrase.kind in ("place", "name"):
        return actor.kind in KINDS
    return phrase.kind == "nominal" and draft.words[phrase.head].stem in draft.lexicon.groups["place-head"]


def _nowhere(draft: Draft, phrase: Phrase, actor: Actor) -> bool:
    if phrase.kind not in _UNNAMED or actor.country or not actor.kind or not actor.known_by_text:
        return False
    return not from_abroad(draft, phrase)


def from_abroad(draft: Draft, phrase: Phrase) -> bool:
    """Whoever they are, not the country's that they are in: "مقاتلون أجانب", "قوات الاحتلال"; aircraft of which no more is said."""
    groups = draft.lexicon.groups
    said = any(bare_article(draft.words[at].fold) in groups["from-abroad"] for at in range(phrase.first, phrase.last + 1))
    owned = not draft.words[phrase.first].definite and draft.words[phrase.last].definite  # "طائرات الجيش"
    return said or (not owned and bare_article(draft.words[phrase.first].stem) in groups["arms"])


def occupied(lexicon: Lexicon) -> dict[str, str]:
    """Country that another state's forces hold → that state."""
    held = lexicon.groups["occupied"].items()
    return {n.actor.country: power for word, power in held for n in lexicon.names.get(word, ()) if n.actor.kind == "state"}


def _country(people: Phrase, places: Sequence[Phrase]) -> str:
    """The country of the nearest place of a sentence, or nothing where none is near."""
    near = [(_far(people, place), place) for place in places]
    distance, place = min(near, key=lambda n: n[0], default=(_NEAR + 1, None))
    return place.actor.country if place is not None and place.actor is not None and distance <= _NEAR else ""


def _far(people: Phrase, place: Phrase) -> int:
    return place.first - people.last if place.first > people.last else people.first - place.last + _BEFORE
