"""Whose country "his country" is, whose forces "its forces" are, and whose office "his counterpart" holds.

"قال الوزير الفرنسي إن بلاده تدعم القرار" speaks of France, "أكدت وزارة الدفاع الهندية أن قواتها" of India's forces,
"بحث الوزير المصري مع نظيره التركي" of the Turkish minister. The pronoun of the one knows whom it means already; a
person's, an organ's, a party's country is a state of the rule book.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.draft import Draft, Phrase
from ahlaf.coding.shared_heads import of_state
from ahlaf.model import Actor

_GROUPS: Final = frozenset(("armed-group", "alliance", "party"))
_OWNERS: Final = frozenset(("person", "organ", "force", "state", "party"))


def settle(draft: Draft) -> None:
    """Give "his country" and "his counterpart" their actors."""
    lands, offices = draft.lexicon.groups["homeland"], draft.lexicon.groups["counterpart"]
    named = {p.actor.id: i for i, p in reversed(list(enumerate(draft.phrases))) if p.actor is not None and p.kind == "name"}
    for index, phrase in enumerate(draft.phrases):
        word = draft.words[phrase.first]
        if not word.pronoun or phrase.first not in draft.pronoun_at:
            continue
        if phrase.kind in ("nominal", "thing") and word.stem in lands and phrase.last == phrase.first:
            state = _country(draft, phrase)
            if state is not None:
                phrase.actor, phrase.antecedent = state, named.get(state.id, -1)
        elif phrase.kind == "organ" and word.stem in offices and phrase.actor is not None:
            phrase.actor = _same_office(draft, index, phrase.actor)
        elif phrase.kind == "organ" and phrase.last == phrase.first and phrase.actor is not None:
            owner = _owner(draft, phrase)
            if owner is not None:
                phrase.actor = of_state(owner, word.stem, phrase.actor.name, phrase.actor.sector)


def _owner(draft: Draft, phrase: Phrase) -> Actor | None:
    """Whose "its forces" are: the state's of whom the pronoun likeliest means, or the group's or alliance's itself."""
    owner = draft.phrases[draft.pronoun_at[phrase.first]].actor
    if owner is None or owner.kind in _GROUPS:
        return owner
    return draft.lexicon.actors.get(owner.country) if owner.kind in _OWNERS else None


def _country(draft: Draft, phrase: Phrase) -> Actor | None:
    """The state of the likeliest owner that can have one."""
    for back in draft.phrases[draft.pronoun_at[phrase.first]].antecedents:
        owner = draft.phrases[back].actor
        if owner is not None and owner.kind in _OWNERS:
            return draft.lexicon.actors.get(owner.country)
    return None


def _same_office(draft: Draft, index: int, actor: Actor) -> Actor:
    """A state's counterpart holds the office that was named last before him: "TUR.وزير", whoever calls him so."""
    state, sentence = draft.lexicon.actors.get(actor.country), draft.phrases[index].sentence
    if state is None:
        return actor
    for other in reversed(draft.phrases[:index]):
        if other.sentence != sentence:
            break
        if other.kind != "organ" or other.actor is None:
            continue
        head = draft.words[other.first].stem
        if any(organ.person and organ.ref == other.ref for organ in draft.lexicon.organs.get(head, ())):
            return of_state(state, head, actor.name, other.actor.sector)
    return actor
