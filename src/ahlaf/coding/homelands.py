"""Whose country "his country" is: "قال الوزير الفرنسي إن بلاده تدعم القرار" speaks of France.

The pronouns know whom they mean already; a person's, an organ's, a party's country is a state of the rule book.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.draft import Draft

_LANDS: Final = frozenset(("بلاد", "بلد", "وطن"))
_OWNERS: Final = frozenset(("person", "organ", "force", "state", "party"))


def settle(draft: Draft) -> None:
    """"قال الوزير الفرنسي إن بلاده": the country of whom the pronoun means."""
    named = {p.actor.id: i for i, p in reversed(list(enumerate(draft.phrases))) if p.actor is not None and p.kind == "name"}
    for phrase in draft.phrases:
        word = draft.words[phrase.first]
        if phrase.kind not in ("nominal", "thing") or word.stem not in _LANDS or not word.pronoun or phrase.last != phrase.first:
            continue
        pronoun = draft.phrases[draft.pronoun_at[phrase.first]] if phrase.first in draft.pronoun_at else None
        for back in pronoun.antecedents if pronoun is not None else ():
            owner = draft.phrases[back].actor
            if owner is None or owner.kind not in _OWNERS:
                continue
            state = draft.lexicon.actors.get(owner.country)
            if state is not None:
                phrase.actor, phrase.antecedent = state, named.get(state.id, -1)
            break
