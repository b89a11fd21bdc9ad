"""Who has not done what befell his own: "قطعت كندا علاقاتها مع كينيا بعد اقتحام | سفارتها", "استدعى السفير إثر قصف | قواته"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.ends.deeds import same
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.words.draft import DEEDS, Draft, Trigger
from ahlaf.coding.words.kinds import STRIKES
from ahlaf.lexicon.entries import Sense


def not_of_the_owner(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Whom the pronoun on what is struck likeliest means, where a deed without a doer is what something came of.

    "واصل الحاكم قتل | شعبه" is his own deed.
    """
    words, at = draft.words, trigger.last + 1
    if sense.relation not in STRIKES or trigger.form not in DEEDS or trigger.start < 1 or trigger.last in draft.pronoun_at:
        return set()  # "بعد غزوها | جارتها"
    if at not in draft.pronoun_at:
        return set()
    before = words[trigger.start - 1]
    led = before.stem in draft.lexicon.groups["occasions"] and not words[trigger.start].conj
    if not led or words[at].kind == "func" or words[at].prep or draft.at[at] < 0 or draft.phrases[draft.at[at]].first != at:
        return set()
    owner = draft.phrases[draft.pronoun_at[at]].antecedent
    return {p.phrase for p in stood if owner >= 0 and (same(draft, p.phrase, owner) or p.phrase == draft.at[at])}


def struck(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Whose adjective stands with what a blow falls upon, which so is his: "سقطت صواريخ على القاعدة | الأمريكية"."""
    found = set()
    for place in stood if sense.relation in STRIKES else ():
        phrase = draft.phrases[place.phrase]
        thing = draft.at[phrase.first - 1] if phrase.kind == "nisba" and phrase.first > trigger.last else -1
        if thing >= 0 and draft.phrases[thing].kind == "thing" and draft.phrases[thing].prep == _UPON:
            found.add(place.phrase)
    return found


_UPON: Final = "علي"
