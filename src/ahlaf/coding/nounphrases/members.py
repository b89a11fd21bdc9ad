"""Whom an end stands for, one phrase at a time: lists, examples and plural pronouns multiplied out."""

from __future__ import annotations

from ahlaf.coding.nounphrases.phrases import tells_how_many
from ahlaf.coding.words.draft import Draft


def members(draft: Draft, index: int, *, depth: int = 0) -> list[int]:
    """The phrases that an end stands for: its coordination, its examples in a general word's place, its antecedent."""
    phrase = draft.phrases[index]
    if phrase.points and depth < 3:
        return [m for point in phrase.points for m in members(draft, point, depth=depth + 1)[:1]]
    if phrase.kind == "pronoun" and phrase.antecedent >= 0 and depth < 3:
        plural = phrase.number in ("p", "d") or draft.phrases[phrase.antecedent].number == "p"  # "الفصائل، ومنها …، وهجماتها"
        return members(draft, phrase.antecedent, depth=depth + 1) if plural else [phrase.antecedent]
    found: list[int] = []
    for other in range(index, min(len(draft.phrases), index + 25)):
        candidate = draft.phrases[other]
        if index not in (candidate.group, other):
            continue
        if candidate.sentence != phrase.sentence:
            break
        found.extend(_examples(draft, other))
    return found


def _examples(draft: Draft, index: int, depth: int = 0) -> list[int]:
    """What stands as an example of a general word, and in the place of an example its own; the word itself where nothing does."""
    own = [k for k in range(index + 1, min(len(draft.phrases), index + 15)) if draft.phrases[k].listed == index]
    if not own or depth > 2:
        return [index]
    deeper = [one for k in own for one in _examples(draft, k, depth + 1)]
    return [index, *deeper] if _among(draft, own[0]) or _foremost(draft, index, own[0]) else deeper


def _among(draft: Draft, first: int) -> bool:
    """Whether the examples are only some of those who are meant: "عشرة جنود بينهم ضابط"."""
    at = draft.phrases[first].first - 1
    while tells_how_many(draft.words[at]):
        at -= 1
    before = draft.words[at]
    return before.kind == "func" and bool(before.pronoun) and before.stem in ("بين", "في")


def _foremost(draft: Draft, index: int, first: int) -> bool:
    """Whether the examples only come first of those who are known and all meant: "العرب، وفي مقدمتهم | مصر"."""
    word = draft.words[draft.phrases[first].first - 1]
    return bool(word.pronoun) and word.stem in draft.lexicon.groups["foremost"] and draft.phrases[index].definite
