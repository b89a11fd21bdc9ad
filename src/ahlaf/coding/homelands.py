"""Whose "his country", "its forces", "his movement" are, and whose office "his counterpart" holds.

"قال الوزير الفرنسي إن بلاده تدعم القرار" speaks of France, "أكدت وزارة الدفاع الهندية أن قواتها" of India's forces,
"بحث الوزير المصري مع نظيره التركي" of the Turkish minister. The pronoun of the one knows whom it means already; a
person's, an organ's, a party's country is a state of the rule book.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.agreement import without_pronoun
from ahlaf.coding.draft import Draft, Phrase
from ahlaf.coding.offices import own_organ
from ahlaf.coding.phrases import is_rank
from ahlaf.coding.shared_heads import actor_of
from ahlaf.lexicon.names import bare_article
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
        elif phrase.kind == "nominal" and phrase.last == phrase.first:
            group = _group(draft, phrase)
            if group is not None:
                phrase.actor, phrase.antecedent = group, named.get(group.id, -1)
        elif phrase.kind == "organ" and word.stem in offices and phrase.actor is not None and phrase.named_from < 0:
            phrase.actor = _same_office(draft, index, phrase.actor)
        elif phrase.kind == "organ" and phrase.last == phrase.first and phrase.actor is not None:
            owner, organ = _owner(draft, phrase), own_organ(draft, phrase)
            if owner is not None and organ is not None:
                phrase.actor = actor_of(draft, owner, organ, phrase.actor.name)


def _owner(draft: Draft, phrase: Phrase) -> Actor | None:
    """Whose "its forces" are: the state's of whom the pronoun likeliest means, or the group's or alliance's itself."""
    owner = draft.phrases[draft.pronoun_at[phrase.first]].actor
    if owner is None or owner.kind in _GROUPS:
        return owner
    return draft.lexicon.actors.get(owner.country) if owner.kind in _OWNERS else None


def _group(draft: Draft, phrase: Phrase) -> Actor | None:
    """Which group "its fighters" are, and "his movement": whose the pronoun is, or the one in which a person has a role."""
    word, owner = draft.words[phrase.first], draft.phrases[draft.pronoun_at[phrase.first]].actor
    if owner is None:
        return None
    if owner.kind in _GROUPS:
        return owner if word.number != "s" and is_rank(draft, word) else None
    kinds = draft.lexicon.groups["group-head"].get(bare_article(without_pronoun(draft, word)), "").split()
    actors = draft.lexicon.actors
    served = (actors[of] for of in draft.lexicon.served.get(owner.id, ()) if of in actors)
    his = {body.id for body in served if body.kind in kinds and body.kind in _GROUPS}
    return actors[his.pop()] if len(his) == 1 else None


def _country(draft: Draft, phrase: Phrase) -> Actor | None:
    """The state of the likeliest owner that can have one."""
    for back in draft.phrases[draft.pronoun_at[phrase.first]].antecedents:
        owner = draft.phrases[back].actor
        if owner is not None and owner.kind in _OWNERS:
            return draft.lexicon.actors.get(owner.country)
    return None


def _same_office(draft: Draft, index: int, actor: Actor) -> Actor:
    """A state's counterpart holds the office that was named last before him: "TUR.وزير", whoever calls him so."""
    phrase, state = draft.phrases[index], draft.lexicon.actors.get(actor.country)
    if state is None:
        return actor
    for other in map(draft.phrases.__getitem__, draft.before(index)):
        if other.sentence != phrase.sentence:
            break
        if other.kind not in ("organ", "person") or other.actor is None or not other.ref:
            continue
        organ = own_organ(draft, other)
        if organ is not None and organ.person:
            return actor_of(draft, state, organ, actor.name)
    return actor
