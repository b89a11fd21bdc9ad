"""Which senses tie nobody at all, whoever stands near: a warning to one's own, a broken cease-fire, an alliance that acts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.clauses.founding import called_for
from ahlaf.coding.clauses.nodeeds import a_body
from ahlaf.coding.ends import led, ownerbars
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.ends.targetbars import is_of_his_own, may_be_against
from ahlaf.coding.nounphrases.belonging import thing_of
from ahlaf.coding.words.draft import Draft, Phrase, Trigger
from ahlaf.coding.words.kinds import BODIES, STRIKES
from ahlaf.lexicon.entries import Sense

_HIS: Final = frozenset(("MEMBER", "ALLY"))
"""What "belonging to" says of somebody, and of no thing."""


def things_owner(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """A thing that belongs to somebody is no member of his: "طائرة | تابعة للحزب"."""
    return _all(stood) if sense.relation in _HIS and thing_of(draft, trigger.first) else set()


def alliance_itself(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """An alliance that is a body allies nobody by acting: "قصف | التحالف القرية"."""
    one_word = sense.relation == "ALLY" and trigger.first == trigger.last
    return _all(stood) if one_word and a_body(draft, trigger.first) else set()


def under_auspices(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who only mediates leads nobody: "اتفقت كندا وكينيا | برعاية مصر"."""
    return _all(stood) if sense.relation == "LEAD" and led.mediates(draft, trigger, stood) else set()


def has_as_members(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """A body that others may be of seizes nobody whom it has, "ضم | التحالف عشر دول", nor is struck by who enters: "دخلت كندا | الحلف"."""
    if sense.relation not in STRIKES:
        return set()
    for slot, table in (("subj", draft.subject_of), ("obj", draft.object_of)):
        index = table.get(trigger.first, -1)
        body = draft.phrases[draft.lead(index)].actor if index >= 0 else None
        if body is not None and body.kind in BODIES and any(s.relation == "MEMBER" and slot in s.target for s in trigger.senses):
            return _all(stood)
    return set()


def takes_as_land(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Land that a state takes is no member of it: "ضمت | إسرائيل الجولان"."""
    subject, land = draft.subject_of.get(trigger.first, -1), draft.object_of.get(trigger.first, -1)
    has = sense.relation == "MEMBER" and "subj" in sense.target and min(subject, land) >= 0
    taker = draft.phrases[draft.lead(subject)].actor if has else None
    return _all(stood) if taker is not None and taker.kind == "state" and _is_land(draft.phrases[land]) else set()


def _is_land(phrase: Phrase) -> bool:
    return phrase.kind == "place" or (phrase.actor is not None and phrase.actor.kind == "state")


def has_the_lead(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """What somebody keeps to himself, wins or asks for is the lead, under which nobody stands there: "انفردت كندا | بقيادة الحلف"."""
    return _all(stood) if sense.relation == "LEAD" and led.is_what_is_had(draft, trigger) else set()


def done_to_its_pronoun(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """A participle that has whom it is done to in a pronoun has no sense but such: "الميليشيات | الداعمة له"."""
    other = trigger.form == "active" and {"obj", "ل"}.isdisjoint(sense.target)
    return _all(stood) if other and ownerbars.taken_up(draft, trigger) >= 0 else set()


def warned_of_elsewhere(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """A state that warns its own of dangers elsewhere threatens nobody: "| حذرت واشنطن مواطنيها من السفر"."""
    own = draft.lexicon.groups["own-people"]
    warns = may_be_against(sense, trigger, "THREATEN") and any(
        is_of_his_own(draft, trigger, draft.phrases[p.phrase]) and draft.words[draft.phrases[p.phrase].first].stem in own for p in stood
    )
    return _all(stood) if warns else set()


def founded_already(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who called for the founding of what is there asks nobody for anything: "من | دعا إلى تأسيس التحالف"."""
    there = sense.relation == "REQUEST" and any(called_for(draft, at) for at in range(trigger.last + 2, trigger.last + _TO_FOUND))
    return _all(stood) if there else set()


def in_its_words(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """What an expression says that somebody becomes is nobody else: "صارت كندا | رهينة لكينيا"."""
    last, slots = trigger.last, {*sense.source, *sense.target}
    becomes = last > trigger.first and draft.words[trigger.first].of_verb(draft.lexicon.groups["being"])
    if not becomes or not (sense.source and sense.target) or not slots.isdisjoint(("gen", "host", "obj")):
        return set()
    phrases = ((p.phrase, draft.phrases[p.phrase]) for p in stood)
    return {index for index, phrase in phrases if not phrase.pointing and phrase.first == phrase.named_to == last}


def word_of_it(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """To a word of the expression itself nothing is done: "زلزل الثوار | الأرض تحت أقدام الملك", "استأثر الحزب | بالسلطة دون حلفائه"."""
    words, idioms = draft.words, draft.words[trigger.first].idioms
    inner = [part for idiom in idioms if idiom.sense in trigger.senses for part in idiom.parts[1:-1]]
    amid = ((p.phrase, draft.phrases[p.phrase].head) for p in stood if not draft.phrases[p.phrase].pointing)
    return {index for index, at in amid if trigger.first < at < trigger.last and not all(map(words[at].keys.isdisjoint, inner))}


def joined_behind(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Whom و joins right behind an expression that names nobody is not whose that is: "كندا في محور | وكينيا في محور آخر"."""
    at = trigger.last + 1
    behind = draft.at[at] if at < len(draft.words) and draft.words[at].conj == "و" and not draft.words[trigger.last].pronoun else -1
    if behind < 0 or draft.phrases[behind].first != at or draft.at[trigger.last] >= 0:
        return set()
    return {p.phrase for p in stood if draft.lead(p.phrase) == draft.lead(behind)}


_TO_FOUND: Final = 6
"""So many tokens behind a verb of calling stands the founding, at most: its subject comes between."""


def broken(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """It is a cease-fire that an expression says is broken, which nobody keeps: "خرق | المتمردون وقف إطلاق النار"."""
    if trigger.sense.relation != "RETREAT":
        return set()
    before = draft.triggers[max(trigger.index - _INSIDE, 0) : trigger.index]
    inside = any(t.form == "idiom" and t.sense.relation == "ASSAULT" and t.first < trigger.first <= t.last for t in before)
    return _all(stood) if inside else set()


_INSIDE: Final = 4
"""So many triggers may stand in an expression before another."""


def ceased(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """It is the fire of a cease-fire, which nobody opens: "وقف | إطلاق النار", but "وقف إطلاق النار على المتظاهرين"."""
    if trigger.form != "idiom" or trigger.sense.relation != "ASSAULT" or not trigger.first or draft.words[trigger.last].kind == "func":
        return set()
    before = draft.words[trigger.first - 1]
    opens = draft.words[trigger.first].masdar and not draft.words[trigger.first].definite
    return _all(stood) if opens and before.masdar and before.of_verb(draft.lexicon.groups["ends-it"]) else set()


def _all(stood: Sequence[Place]) -> set[int]:
    return {p.phrase for p in stood}
