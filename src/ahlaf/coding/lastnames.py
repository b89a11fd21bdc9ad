"""Persons called by their last name alone, and whom a title and a last name together can mean.

A document that has named somebody in full means that person by the name alone, whoever else bears it.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from ahlaf.coding.draft import Draft, Phrase
from ahlaf.model import Actor

_IN_LONG_NAMES: Final = frozenset(("بن", "ابن", "بنت", "ال", "ابو", "ابي", "ام", "عبد", "ولد"))


def bearers(draft: Draft) -> dict[str, Phrase]:
    """Last name → the first person whom the document calls by a given name and that name: "بشار الجعفري", "فؤاد العماري".

    A name with "son of" in it is no such pair: its last word is a father's or a house's.
    """
    found: dict[str, Phrase] = {}
    for phrase in draft.phrases:
        own = phrase.kind == "person"
        known = phrase.kind == "name" and phrase.actor is not None and phrase.actor.kind == "person"
        if phrase.named_to == phrase.first or not (own or known):
            continue
        if known and any(draft.words[at].fold in _IN_LONG_NAMES for at in range(phrase.first, phrase.last + 1)):
            continue
        found.setdefault(draft.words[phrase.named_to].fold, phrase)
    return found


def find(draft: Draft) -> list[Phrase]:
    """A person whom the document names in full is also called by the last name alone, the lexicon's where it knows no short one."""
    short = bearers(draft)
    added: list[Phrase] = []
    if not short:
        return added
    for at, word in enumerate(draft.words):
        covering = draft.at[at]
        if draft.sentence_of[at] < 0 or word.kind == "func":  # "على" is not "علي"
            continue
        if covering >= 0 and draft.phrases[covering].kind not in ("thing", "act"):
            continue
        says = at > 0 and draft.words[at - 1].finite and bool(draft.words[at - 1].reports)
        for cut in word.cuts:
            whose = short.get(cut.stem) or (short.get(f"ال{cut.stem}") if says else None)  # "قال محمد الغالي … وأضاف غالي"
            if whose is None or not (at > whose.named_to or whose.actor):
                continue
            if whose.actor is not None and word.entries and not says:
                continue  # "هلال" is a crescent too, but not where it speaks
            phrase = Phrase(at, at, at, "name" if whose.actor else "person", whose.actor)
            phrase.gender, phrase.number, phrase.prep, phrase.definite = "m", "s", cut.prep, True
            added.append(phrase)
            break
    return added


def settle(draft: Draft) -> None:
    """Let a last name alone be whom the document names with it, where a title or the rule book told who that is."""
    whose = bearers(draft)
    for phrase in draft.phrases:
        if phrase.kind != "person" or phrase.first != phrase.named_to or phrase.actor is None or not phrase.actor.id.startswith("text:"):
            continue
        word = draft.words[phrase.first]
        named = whose.get(word.fold) or whose.get(word.stem) or whose.get(f"ال{word.stem}")
        if named is not None and named.actor is not None and named.first < phrase.first:
            phrase.actor = named.actor


def with_title(draft: Draft, phrase: Phrase, country: str, spoken_of: Counter[str]) -> Actor | None:
    """The one person whom a title and a last name alone can mean: "الرئيس صالح", "الرئيس المصري المعزول مرسي"."""
    last, before = draft.words[phrase.last], draft.words[phrase.last - 1]
    if phrase.last == phrase.first or before.fold in draft.lexicon.given or before.kind in ("unknown", "func", "punct"):
        return None
    known = {n.actor.id: n.actor for n in draft.lexicon.names.get(last.fold, ()) if n.actor.kind == "person" and len(n.tokens) == 1}
    if country:
        known = {ident: actor for ident, actor in known.items() if actor.country == country}
    spoken = [actor for ident, actor in known.items() if spoken_of[ident]]
    for few in (spoken, list(known.values())):
        if len(few) == 1:
            return few[0]
    return None
