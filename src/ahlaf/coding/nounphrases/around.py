"""What stands around the words that carry a relation: the phrases behind them in their clause, and the nearest before.

Which function a phrase has there is for :mod:`ahlaf.coding.ends.grammar` to say.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.nounphrases.phrases import is_adjective
from ahlaf.coding.words.draft import Draft, Trigger
from ahlaf.coding.words.kinds import ANYBODY

_REACH: Final = 18


def behind(draft: Draft, trigger: Trigger, order: list[int]) -> list[tuple[int, int]]:
    """The phrases behind a trigger in its clause, with the words between, each coordination once."""
    found: list[tuple[int, int]] = []
    for index in range(order[trigger.first], len(draft.phrases)):
        phrase = draft.phrases[index]
        if phrase.sentence != trigger.sentence or phrase.first > trigger.last + _REACH or len(found) >= 6:
            break
        if phrase.last <= trigger.last and not (phrase.kind == "pronoun" and phrase.first == trigger.last):
            inside = trigger.first < phrase.first
            if not inside:
                continue
        if phrase.group != index and phrase.group >= 0 and draft.phrases[phrase.group].first > trigger.first:
            continue
        gap = 0
        for at in range(trigger.last + 1, phrase.first):
            word = draft.words[at]
            if draft.verb_at(at) and not word.nominal:
                return found
            if word.kind == "punct" and word.bare in "؛:.":
                return found
            if word.kind not in ("punct", "number", "func"):
                gap += 1
        found.append((index, gap))
    return found


def plain(draft: Draft, trigger: Trigger, found_behind: list[tuple[int, int]]) -> list[int]:
    """Phrases without preposition behind a trigger, pronouns on the trigger aside, in order, next to one another."""
    found: list[int] = []
    edge = trigger.last
    for index, _ in found_behind:
        phrase = draft.phrases[index]
        if phrase.pointing or phrase.prep or phrase.kind == "nisba":
            if phrase.prep:
                break
            continue
        if _words_between(draft, edge, phrase.first) > (0 if not found else 1) or (found and phrase.conj == "و"):
            break
        found.append(index)
        edge = _group_end(draft, index)
    return found


def _group_end(draft: Draft, index: int) -> int:
    """The last token of a coordination from one of its phrases on."""
    group, last = draft.phrases[index].group, draft.phrases[index].last
    for phrase in draft.phrases[index + 1 : index + 8]:
        if phrase.group == group and not phrase.pointing:
            last = phrase.last
    return last


def _words_between(draft: Draft, last: int, first: int) -> int:
    count = 0
    for at in range(last + 1, first):
        word = draft.words[at]
        if word.kind in ("punct", "number"):
            if word.kind == "punct" and word.bare in "،؛:":
                count += 2
            continue
        if at == last + 1 and word.conj == "و" and word.senses and draft.at[at] < 0:
            continue  # "برعاية وإشراف الحكومة"
        if word.kind == "func" and not {"quantifier", "demonstrative", "numeral", "adverb", "filler"}.isdisjoint(word.function):
            continue
        count += 1
    return count


def origin(draft: Draft, trigger: Trigger, found_behind: list[tuple[int, int]]) -> int:
    """An adjective of origin on the trigger, other adjectives stepped over: "الغارات الجوية الأمريكية"."""
    for index, _ in found_behind:
        phrase = draft.phrases[index]
        if phrase.kind != "nisba":
            continue
        if all(is_adjective(draft.words[at]) for at in range(trigger.last + 1, phrase.first)):
            return index
    return -1


def nearest_before(draft: Draft, trigger: Trigger) -> int:
    """The nearest named phrase before a noun in its sentence."""
    start = draft.stretches[trigger.sentence].first
    for at in range(trigger.first - 1, max(start - 1, trigger.first - 15), -1):
        index = draft.at[at]
        if index >= 0 and draft.phrases[index].kind in ANYBODY:
            return draft.lead(index)
    return -1
