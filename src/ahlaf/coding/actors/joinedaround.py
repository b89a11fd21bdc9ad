"""Who goes on with a list over what is told of the one before: by whom he is led, what a clause or a participle says of him.

"يضم التحالف حزب الوفاق بزعامة علاوي، | ومنظمة بدر التي يقودها العامري، | وتيار الحكمة": what stands right before "and" is
the leader, or who acts in the clause, and no member of the list.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.actors import newclauses
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.word import PARTICIPLES


def find(draft: Draft, index: int) -> int:
    """Whom a phrase behind a comma and "and" is joined with over what describes him; -1 for nobody."""
    two = draft.phrases[index]
    family = _family(draft, two)
    comma = two.first > 0 and draft.words[two.first - 1].bare in "،,"
    if not comma or two.conj != "و" or two.prep or not family or draft.at[two.first - 2] < 0:
        return -1
    near = draft.phrases[draft.at[two.first - 2]]
    parallel = _describes(draft, two)
    for back in range(index - 1, max(-1, index - 1 - _PHRASES), -1):
        one = draft.phrases[back]
        if one.sentence != two.sentence or two.first - one.named_to > _FAR:
            break
        if one is near or one.pointing or _family(draft, one) != family:
            continue
        how = _describes(draft, one)
        if how and (_family(draft, near) != family or parallel) and _one_description(draft, one, two, how):
            return one.group if not newclauses.begins(draft, one, two) else -1
        if how:
            break
    return -1


_PHRASES: Final = 5
_FAR: Final = 16
"""So many phrases and tokens back the one may stand whom a description parts from the next."""


def _family(draft: Draft, phrase: Phrase) -> str:
    """Of what a list may be that one is in: men, bodies, states or whatever one noun means; empty where that isn't known."""
    if phrase.kind == "nominal" and phrase.last > phrase.head and draft.words[phrase.head].generic is not None:
        return draft.words[phrase.head].stem  # "معسكر المالكي الذي يضم بدر، | ومعسكر السوداني"
    kind = "person" if phrase.kind == "person" else phrase.actor.kind if phrase.actor is not None and phrase.kind == "name" else ""
    return {"person": "man", "state": "state"}.get(kind, "body" if kind in _BODIES else "")


_BODIES: Final = frozenset(("party", "armed-group", "force", "alliance", "organisation", "organ"))


def _describes(draft: Draft, phrase: Phrase) -> str:
    """What tells of somebody right behind him: a word for who leads him, a clause or a participle with its article; else empty."""
    at = phrase.named_to + 1
    at += at < len(draft.words) and draft.words[at].bare in _OPENS
    if at >= len(draft.words):
        return ""
    word = draft.words[at]
    if any(kind == "lead" for _, kind, _, _ in draft.cues.get(at, ())):
        return "lead"
    if "relative" in word.function:
        return "clause"
    return "participle" if word.definite and not word.conj and any(e.kind in PARTICIPLES for e in word.entries) else ""


_OPENS: Final = frozenset("،,(")


def _one_description(draft: Draft, one: Phrase, two: Phrase, how: str) -> bool:
    """Whether nothing but the description stands between the two: no verb of the main clause, nothing that is said or reasoned."""
    finite = 0
    for at in range(one.named_to + 1, two.first):
        word = draft.words[at]
        verb = word.verb and not word.nominal and (draft.at[at] < 0 or draft.phrases[draft.at[at]].pointing)
        finite += verb
        after_comma = word.conj and draft.words[at - 1].bare in "،,"
        stops = word.kind == "punct" and word.bare not in _WITHIN
        closed = word.bare in "،," and one.named_to + 1 < at < two.first - 1 and draft.words[at + 1].conj != "و"
        if stops or closed or (verb and after_comma) or "subordinator" in word.function or word.stem in draft.lexicon.groups["that"]:
            return False
    return finite <= (2 if how == "clause" else 0)


_WITHIN: Final = frozenset(("،", ",", "(", ")", "«", "»", '"', "“", "”"))
