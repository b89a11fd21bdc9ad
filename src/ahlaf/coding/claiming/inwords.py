"""Who attacks in words: "هاجم النائب | الحكومة", "شن الوزير هجوما على | نظيره" blame, where "هاجم المتمردون القاعدة" strikes.

A word for both means words where whoever attacks is one man who speaks for a living, a minister, a deputy, a writer, or a body
of the press, and what he attacks can answer; with arms beside it, or against forces, it is a blow.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.weighing.decide import Frame
from ahlaf.coding.words.draft import MAYBE_VERBS, Draft
from ahlaf.lexicon.entries import Sense
from ahlaf.lexicon.names import bare_article

_SPEAKERS: Final = frozenset(("GOV", "LEG", "OPP", "PTY", "JUD", "JRN", "REL", "EDU", "ELI"))
"""The sectors, as PLOVER has them, of those whose weapon is the word."""
_PRESS: Final = "JRN"
"""The sector of which a body too can only attack in words."""
_ANSWER: Final = frozenset(("person", "state", "organ", "party", "organisation", "alliance"))
"""The kinds of actors who are attacked in words."""
_UNARMED: Final = frozenset(("PTY", "OPP"))
_ONE: Final = frozenset(("person", "party"))
"""What parties attack in words."""
_ARMED: Final = frozenset(("MIL", "COP", "UAF", "REB", "SPY", "CRM"))
_REACH: Final = 12
"""So many tokens behind the attack what it is done with may stand."""


def settle(draft: Draft, frames: Sequence[Frame]) -> list[Frame]:
    """Frames in their order, attacks by those who can only speak as blame."""
    return [_blame(draft, frame) for frame in frames]


def _blame(draft: Draft, frame: Frame) -> Frame:
    if frame.sense.relation != "ASSAULT" or not _speaks(draft, frame) or _with_arms(draft, frame):
        return frame
    words = [sense for sense in _in_words(draft, frame) if sense.relation == "ACCUSE"]
    return frame._replace(sense=words[0]) if words else frame


def _in_words(draft: Draft, frame: Frame) -> Sequence[Sense]:
    """The senses of an attack's verb, of a noun those of the verb that it belongs to; "مهاجمة القرى" never means words."""
    verb = draft.lexicon.groups["blow-or-word"].get(draft.words[frame.trigger.head].stem.removesuffix("ا"))
    if verb is not None:
        return [s for e in draft.lexicon.stems.get(verb) if e.kind == "perfect" and e.lexeme.folded == verb for s in e.lexeme.senses]
    return [sense for sense in frame.trigger.senses if sense.lemma == frame.sense.lemma] if frame.trigger.form in MAYBE_VERBS else []


def _speaks(draft: Draft, frame: Frame) -> bool:
    """Whether one man of office or of letters, or a paper, attacks somebody who can answer."""
    if frame.source.phrase < 0 or frame.target.phrase < 0:
        return False
    who, whom = (draft.phrases[end.phrase].actor for end in (frame.source, frame.target))
    if who is None or whom is None or whom.kind not in _ANSWER or whom.sector in _ARMED:
        return False
    if who.kind != "person":
        return who.sector == _PRESS or (who.kind == "party" and who.sector in _UNARMED and whom.kind in _ONE)
    if who.sector == "GOV" and whom.kind == "state":
        return _speaks_for_state(draft, frame.source.phrase)  # "هاجم الرئيس كندا": who rules may strike a state
    return who.sector in _SPEAKERS


def _speaks_for_state(draft: Draft, at: int) -> bool:
    """Whether somebody is named by an office that speaks for a state and commands nobody: "وزير الخارجية الكيني"."""
    phrase, offices = draft.phrases[at], draft.lexicon.groups["speaks-for-state"]
    return any(bare_article(draft.words[k].stem) in offices for k in range(phrase.first, phrase.last + 1))


def _with_arms(draft: Draft, frame: Frame) -> bool:
    """Whether arms stand beside the attack: "هاجم النائب زميله | بسكين"."""
    groups, end = draft.lexicon.groups, draft.stretches[frame.trigger.sentence].end
    near = (bare_article(draft.words[at].stem) for at in range(frame.trigger.first, min(end, frame.trigger.last + _REACH)))
    return any(word in groups["weapons"] or word in groups["arms"] for word in near)
