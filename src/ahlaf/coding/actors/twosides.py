"""Who "the two sides", "the two countries", "the two ministers" are.

Those between whom something was told to be last, those who were joined last, else the last two of their kind. What the two sides
do next they do who did the last: they are not whom they spoke about, "وناقش الجانبان الأزمة بين … واتفق | البلدان".
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.clauses.antecedents import REACH
from ahlaf.coding.nounphrases import places
from ahlaf.coding.words.agreement import is_human
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.governed import each_side
from ahlaf.coding.words.kinds import BY_NAME, FACTIONS, THINGS
from ahlaf.lexicon.names import bare_article
from ahlaf.lexicon.tables import PLACE_KINDS
from ahlaf.model import Actor

_OF_STATES: Final = frozenset(("organ", "person", "force"))
"""Who stands for the state when "the two countries" are spoken of."""
_BODIES: Final = FACTIONS
"""Whom a general word may mean who is one of "the two sides": "هاجمت الحركة الجيش"."""


def pair(draft: Draft, index: int) -> tuple[int, ...]:
    """"البلدين", "الطرفان": the last two different actors of a fitting kind before it.

    "المسؤولين" are mostly many.
    """
    phrase = draft.phrases[index]
    if not phrase.definite or phrase.last - phrase.first > 1 or draft.words[phrase.last].nisba is not None:
        return ()
    if phrase.last > phrase.first and _is_adjective(draft, phrase.last + 1):
        return ()  # "القوتين الدولية | والإثيوبية" are those, and none before
    stem = draft.words[phrase.head].stem
    single = stem if each_side(draft, phrase.head) else stem[:-3] + "ه" if stem[-3:-2] == "ت" else stem[:-2]
    kinds = draft.lexicon.groups["pair"].get(single)
    if kinds is None or phrase.number == "p" or (stem.endswith("ين") and f"{single}ون" in draft.lexicon.generics):
        return ()
    if same := _as_before(draft, index, kinds):
        return same
    if kinds == "side":
        if len(both := _between(draft, index)) == 2:
            return both
        kinds = ""
    if kinds != "office":
        return _last_two(draft, index, kinds)
    holders = _holders(draft, index, single)
    return (_last_two(draft, index, "person", holders) if len(holders) > 1 else ()) or _last_two(draft, index, "person")


def _is_adjective(draft: Draft, at: int) -> bool:
    """Whether an adjective with its article goes on behind "and" at a token."""
    word = draft.words[at] if at < len(draft.words) else None
    if word is None or word.conj != "و" or not word.definite or word.prep:
        return False
    return word.nisba is not None or word.adjective


def _as_before(draft: Draft, index: int, kinds: str) -> tuple[int, ...]:
    """The two sides of before, where they do one thing more: "بحث الجانبان الأزمة بين … واتفق | البلدان"; else nobody.

    Not where since then something was told to be between two others, or somebody did something to another.
    """
    phrase, between = draft.phrases[index], -1
    if phrase.prep or not draft.words[phrase.head].bare.endswith("ان"):
        return ()
    for back in draft.before(index):
        other = draft.phrases[back]
        if phrase.sentence - other.sentence > REACH or _done_by_another(draft, back):
            break
        if len(other.points) == 2 and other.number == "d":
            fitting = all(_is_of(draft.phrases[i], kinds) for i in other.points)
            return other.points if fitting and between in (-1, other.sentence) else ()
        if other.prep == "بين" and draft.lead(back) == back and draft.group_size.get(back) == 2:
            between = other.sentence
    return ()


def _is_of(phrase: Phrase, kinds: str) -> bool:
    """Whether somebody may be called by a noun for two: "the two countries" are states."""
    if phrase.actor is None or kinds == "office":
        return phrase.actor is not None and phrase.actor.kind == "person"
    return kinds in ("", "side") or phrase.actor.kind in kinds.split()


def _last_two(draft: Draft, index: int, kinds: str, holders: frozenset[str] = frozenset()) -> tuple[int, ...]:
    """The two actors of some kinds that were joined last, else the last two; of those who hold the office, where it is known who does."""
    phrase = draft.phrases[index]
    if not holders and len(both := together(draft, index, kinds)) == 2:
        return both
    verb = -1 if phrase.prep or not draft.words[phrase.head].bare.endswith("ين") else _verb_before(draft, phrase)
    found: dict[str, int] = {}
    for back in range(index - 1, max(-1, index - _PHRASES), -1):
        other = draft.phrases[back]
        whose = "" if 0 <= verb < other.first else _may_be_one(draft, phrase, other, kinds, holders)  # "حثت | واشنطن البلدين"
        if not whose:
            continue
        found.setdefault(whose, back)
        if len(found) == 2 and f"{whose}.people" in found:
            del found[f"{whose}.people"]  # "هرول الغرب إلى طهران … نوايا الإيرانيين … الطرفين": a state and its people are one side
        if len(found) == 2:
            near = ((i, draft.phrases[i]) for i in reversed(draft.before(index)))
            named = {p.actor.id: i for i, p in near if p.actor is not None and p.kind == "name"}
            return tuple(sorted(named.get(state, back) for state, back in found.items()))
    return ()


_PHRASES: Final = 40
"""Fewer phrases than these before a noun for two stand the two."""
_SENTENCES: Final = 4
"""So many sentences before it they stand, at most."""


def _may_be_one(draft: Draft, phrase: Phrase, other: Phrase, kinds: str, holders: frozenset[str]) -> str:
    """The id of whoever is one of the two that a noun for two may mean, where somebody of some kinds stands before it; empty for nobody.

    "بحث الوزير المصري ونظيره التركي العلاقات بين | البلدين" means their states.
    """
    actor, since = other.actor, phrase.sentence - other.sentence
    if other.pointing or other.kind in THINGS or actor is None or since > _SENTENCES:
        return ""
    if bare_article(draft.words[other.first].stem) in draft.lexicon.groups["nameless"]:
        return ""  # "تحدثت | مصادر المقاومة عن اشتباكات بين الطرفين"
    if other.kind == "nominal" and (kinds or not other.definite or other.number != "s" or actor.kind not in _BODIES):
        return ""
    if holders and actor.id not in holders:
        return ""  # "بحث لافروف وكيري … وقال المتحدث إن | الوزيرين"
    if places.is_where(draft, other) or (not kinds and other.prep and actor.kind in PLACE_KINDS):
        return ""  # "منعتهم من الانطلاق من ميدان التحرير إلى غزة، ووقعت اشتباكات بين | الجانبين"
    if not kinds or actor.kind in kinds.split():
        return actor.id
    return actor.country if "state" in kinds.split() and _of_a_state(actor, since) else ""


def _of_a_state(actor: Actor, since: int) -> bool:
    """Whether somebody stands for his state: in the same sentence anybody of it, so many sentences on who governs it."""
    return bool(actor.country) and actor.kind in _OF_STATES and (not since or (since <= REACH and "GOV" in actor.sector))


def _between(draft: Draft, index: int) -> tuple[int, ...]:
    """The two between whom something was told to be last: "مواجهات بين الجيش وأنصار الأحمر. وقتل من | الجانبين".

    Nobody where a verb has tied two others since: "… وهاجمت روسيا أوكرانيا. واتفق | الطرفان".
    """
    for back in draft.before(index):
        other = draft.phrases[back]
        if draft.phrases[index].sentence - other.sentence > REACH or _done_by_another(draft, back):
            break
        if other.prep == "بين" and draft.lead(back) == back and draft.group_size.get(back) == 2:
            both = [i for i in range(back, index) if draft.lead(i) == back and not draft.phrases[i].pointing]
            return tuple(both) if all(draft.phrases[i].kind not in ("place", "thing", "act") for i in both) else ()
    return ()


def _done_by_another(draft: Draft, index: int) -> bool:
    """Whether a verb, a name right behind it and this one right behind that tell who did something to whom."""
    one, two = draft.phrases[index - 1] if index else draft.phrases[index], draft.phrases[index]
    if one.named_to + 1 != two.first or one.sentence != two.sentence or not one.first or two.prep or two.conj or one.prep or one.pointing:
        return False
    return draft.verb_at(one.first - 1) and all(p.kind in BY_NAME and p.actor is not None for p in (one, two))


def _holders(draft: Draft, index: int, office: str) -> frozenset[str]:
    """The actors whom a phrase before called by an office, or another's counterpart: "الوزير | سيرغي لافروف", "نظيره | جون كيري"."""
    near = (draft.phrases[back] for back in draft.before(index))
    words = {office, *draft.lexicon.groups["counterpart"]}
    called = (p for p in near if p.actor is not None and any(bare_article(w.stem) in words for w in draft.words[p.first : p.last + 1]))
    return frozenset(p.actor.id for p in called if p.actor is not None)


def together(draft: Draft, index: int, kinds: str) -> tuple[int, ...]:
    """The names of a kind that were joined last, in this sentence or the one before: "السعودية والإمارات. وتدعم | الدولتان"."""
    phrase = draft.phrases[index]
    for back in range(index - 1, -1, -1):
        other = draft.phrases[back]
        if phrase.sentence - other.sentence > 1:
            break
        lead = draft.lead(back)
        if lead not in draft.group_size or draft.phrases[lead].sentence != other.sentence:
            continue
        everybody = [i for i in range(lead, back + 1) if draft.lead(i) == lead and not draft.phrases[i].pointing]
        if all(places.is_where(draft, draft.phrases[i]) for i in everybody):
            continue  # "الوضع في سوريا والعراق"
        named = [p for i in everybody if (p := draft.phrases[i]).actor is not None and (p.kind == "name" or (not kinds and _fights(p)))]
        if len(named) == len(everybody) and all(not kinds or p.actor.kind in kinds.split() for p in named if p.actor):
            return tuple(everybody)
    return ()


def _fights(phrase: Phrase) -> bool:
    """Whether many without a name may be a side: "مقتل | جنود الحكومة | ومسلحي الحركة في اشتباكات بين الطرفين"."""
    armed = phrase.actor is not None and (phrase.actor.kind in _BODIES or "MIL" in phrase.actor.sector)
    return armed or (phrase.number == "p" and is_human(phrase))


def _verb_before(draft: Draft, phrase: Phrase) -> int:
    """The last finite verb before a phrase in its sentence; -1 for none."""
    for at in range(phrase.first - 1, draft.stretches[phrase.sentence].first - 1, -1):
        word = draft.words[at]
        if draft.verb_at(at) and not word.nominal:
            return at
    return -1
