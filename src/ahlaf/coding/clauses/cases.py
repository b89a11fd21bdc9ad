"""Which case a noun shows, where Arabic without vowel marks shows any: "المسلحون" acts, "المسلحين" is acted upon, "وفد" is no object."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.nounphrases.phrases import is_adjective, tells_how_many
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import COMMUNITIES, FACTIONS


def is_nominative(draft: Draft, phrase: Phrase) -> bool:
    """Whether a noun without article shows that it is no object: "مسلحون", and "وفد" that as an object would be "وفدا"."""
    word = draft.words[phrase.first]
    if phrase.first != phrase.head or word.definite or phrase.kind not in _DECLINED or word.pronoun or not word.entries:
        return False
    if phrase.number == "p":
        return word.bare.endswith("ون")
    somebody = (word.generic is not None or phrase.kind == "organ") and not word.masdar
    behind = phrase.first + 1
    alone = behind >= len(draft.words) or not draft.words[behind].nominal or _describes(draft, behind)
    return phrase.number == "s" and phrase.gender == "m" and somebody and alone and not word.bare.endswith(_UNDECLINED)


def _describes(draft: Draft, at: int) -> bool:
    """Whether a word is an adjective, and no state that is written like one: "وفد | سوداني", but "رئيس | أوكرانيا"."""
    states = (name.actor.kind == "state" for name in draft.lexicon.names.get(draft.words[at].fold, ()))
    return is_adjective(draft.words[at]) and not any(states)


_UNDECLINED: Final = ("ا", "ى", "اء", "ة", "ين")
"""On what a noun may end that no accusative can be told of."""


def case(draft: Draft, index: int) -> str:
    """Whether a noun shows its case: "المسلحون", "حلفاؤه" is a "subject", "المسلحين", "حلفاءه" an "object" of a verb."""
    phrase = draft.phrases[index]
    word = draft.words[phrase.first]
    if phrase.prep or phrase.first == 0 or tells_how_many(draft.words[phrase.first - 1]):
        return ""
    if word.pronoun and phrase.kind == "nominal":
        return _CASES.get(word.bare.removesuffix(word.pronoun)[-2:], "")
    declined = phrase.kind in _DECLINED or (phrase.actor is not None and phrase.actor.kind in _GROUPS)
    if phrase.number not in ("p", "d") or not declined or not word.definite:
        return ""
    many = phrase.number == "p"  # "البلدان" are two or many
    return "subject" if word.bare.endswith("ون" if many else ("ون", "ان")) else "object" if word.bare.endswith("ين") else ""


_CASES: Final = {"اء": "object", "اؤ": "subject"}
"""How a last hamza is written before a pronoun."""
_DECLINED: Final = frozenset(("nominal", "people", "organ"))
_GROUPS: Final = FACTIONS | COMMUNITIES
"""Whose names may be plurals, "الحوثيون"; "برلين" is none."""
