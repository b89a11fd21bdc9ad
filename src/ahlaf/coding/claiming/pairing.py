"""Who of those at a frame's two ends stands with whom: lists multiplied out, each of those who meet with each of the others."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from ahlaf.coding.actors.joinedover import annexed_both
from ahlaf.coding.clauses.relativesubjects import tells_which
from ahlaf.coding.nounphrases import origins, whoever
from ahlaf.coding.nounphrases.members import members
from ahlaf.coding.weighing.decide import Frame
from ahlaf.coding.words.draft import VERBS, Draft, Trigger
from ahlaf.coding.words.governed import aside, each_side
from ahlaf.coding.words.kinds import BY_NAME
from ahlaf.relations import RELATIONS


def of(draft: Draft, frame: Frame) -> Iterator[tuple[int, int]]:
    """The phrases at both ends of each claim that a frame makes; -1 where nobody is named."""
    if frame.source.phrase == frame.target.phrase >= 0:
        among = members(draft, frame.source.phrase)[:6]
        pairs = [(one, two) for at, one in enumerate(among) for two in among[at + 1 :]]
        hostile = RELATIONS[frame.sense.relation].sign < 0  # who meet and agree do so each with each
        apart = [pair for pair in pairs if not (hostile and _one_side(draft, *pair))] or pairs
        yield from [pair for pair in apart if _two_sides(draft, *pair)] or apart
        return
    if _each_other(draft, frame):
        yield from combinations(_called(draft, frame.source.phrase, frame.trigger)[:6], 2)
        return
    parties = origins.row(draft, frame.source.phrase)
    if len(parties) >= origins.MANY and frame.target.phrase in parties and RELATIONS[frame.sense.relation].mutual:
        yield from combinations(parties, 2)
        return
    targets = _both_parties(draft, frame) or _end(draft, frame.target.phrase, frame.trigger)
    doer = draft.at[frame.trigger.first - 1] if frame.trigger.first else -1
    if doer >= 0 and draft.phrases[doer].kind == whoever.KIND:  # "كندا ومن يدعمها ومن | يسلحها": he arms her, and not her backers
        targets = [index for index in targets if index < 0 or draft.phrases[index].kind != whoever.KIND] or targets
    for source in _called(draft, frame.source.phrase, frame.trigger)[:8]:
        for target in targets[:8]:
            yield source, target


def _each_other(draft: Draft, frame: Frame) -> bool:
    """Whether several do to one another what a verb says: "اتهمت الهند وباكستان | بعضهما", "كل منهما الأخرى"."""
    told = frame.trigger.form in VERBS or frame.trigger.first in draft.subject_of
    if not told or len(_called(draft, frame.source.phrase, frame.trigger)) < _SEVERAL:
        return False
    words, target, other = draft.words, frame.target.phrase, draft.lexicon.groups["each-other"]
    if target >= 0:
        phrase, source = draft.phrases[target], draft.phrases[frame.source.phrase]
        if each_side(draft, source.head) and phrase.last == phrase.first + 1 and words[phrase.last].stem in other:
            return True  # "يتهم كل طرف | الطرف الآخر"
        return phrase.first == phrase.last and words[phrase.first].definite and words[phrase.first].stem in other
    for at in range(frame.trigger.last + 1, min(draft.stretches[frame.trigger.sentence].end, frame.trigger.last + _TO_EACH_OTHER)):
        if words[at].kind == "punct":
            return False
        alone = draft.at[at] < 0 or draft.phrases[draft.at[at]].first == at
        if (words[at].stem == "بعض" and words[at].pronoun in _OF_THEM) or (alone and words[at].definite and words[at].stem in other):
            return True
    return False


_SEVERAL: Final = 2
_TO_EACH_OTHER: Final = 8
"""So many tokens behind a verb stands "each other", at most."""
_OF_THEM: Final = frozenset(("هما", "هم", "ها", "هن"))


def _both_parties(draft: Draft, frame: Frame) -> list[int]:
    """The two between whom something is to which something else is done: "رحبت عمان بالاتفاق | السعودي | الإيراني"."""
    parties = origins.row(draft, frame.target.phrase)
    within = frame.source.phrase in parties or len(parties) != 2 or draft.phrases[parties[0]].first - 1 <= frame.trigger.last
    return [] if within else list(parties)


def _end(draft: Draft, index: int, trigger: Trigger) -> list[int]:
    """Who stands at an end; words amid a coordination are about its members before them: "بين الجيش بقيادة حفتر وداعش"."""
    if index < 0:
        return [-1]
    everybody = members(draft, index)
    if (alone := _told_apart(draft, everybody, trigger)) is not None:
        return alone
    if one := _of_whom_told(draft, everybody, trigger):
        return one
    before = _side_by_side(draft, [i for i in everybody if draft.phrases[i].first < trigger.first], trigger)
    return before if before and draft.phrases[index].first < trigger.first and trigger.form not in VERBS else everybody


def _told_apart(draft: Draft, everybody: list[int], trigger: Trigger) -> list[int] | None:
    """Of some and others the one whom words right behind him tell of, a name before him of whom others tell; None where none is.

    "فصائل | تدعمها كندا | وأخرى | تدعمها كينيا", "ميليشيا تابعة لكندا | وأخرى | تابعة لكينيا".
    """
    apart = [i for i in everybody if i in draft.another and draft.phrases[draft.another[i]].named_to + 1 < draft.phrases[i].first]
    for other in apart:
        for one in (other, draft.another[other]):
            if draft.phrases[one].named_to + 1 == trigger.first:
                return [one]
    return None


def _of_whom_told(draft: Draft, everybody: list[int], trigger: Trigger) -> list[int]:
    """Of several the one alone of whom a clause tells: "وليد جنبلاط وسمير جعجع | الذي | تدعمه الرياض", "كندا والفصائل | التي | تدعمها".

    "التي" may tell of all else, but of one of whom something is told right before him: "حزب تقدم بزعامة خالد، وحركة النجباء | التي".
    """
    if len(everybody) < _SEVERAL:
        return []
    for at in range(trigger.first - 1, max(-1, trigger.first - _CLAUSE), -1):
        word = draft.words[at]
        if word.kind == "punct":
            return []
        if "relative" in word.function:
            one = draft.at[at - 1 - (at > 1 and draft.words[at - 1].bare in "،,")]
            if one not in everybody:
                return []
            if draft.words[trigger.last].pronoun and tells_which(draft, one):
                return [one]
            if draft.phrases[one].number in ("p", "d"):
                return []
            mates = [i for i in everybody if i < one]
            apart = bool(mates) and any(draft.phrases[i].kind != "pronoun" for i in range(mates[-1] + 1, one))
            return [one] if word.stem == "الذي" or apart else []
    return []


_CLAUSE: Final = 6
"""So many tokens behind the relative stands the verb of its clause, at most."""


def _side_by_side(draft: Draft, before: list[int], trigger: Trigger) -> list[int]:
    """Of those right before some words the last alone where each has words of his own: "حكومة بقيادة عون وحكومة | بقيادة الحص"."""
    if len(before) < 2 or draft.phrases[before[-1]].last + 1 != trigger.first:
        return before
    told = any(draft.phrases[i].kind in BY_NAME for i in range(before[-2] + 1, before[-1]))
    return before[-1:] if told else before


def _called(draft: Draft, index: int, trigger: Trigger) -> list[int]:
    """Who stands at the end that a noun for somebody names: of a coordination he alone who is called so, else all of it.

    "حليفها الأسد | والحوثيين", "حلفائها | وشعوب المنطقة", "الوزير | وحليف لإيران"; behind a comma it is said of him who
    stands before it: "بري، حليف الحزب | ومفاوض واشنطن".
    """
    if index < 0:
        return [-1]
    everybody = members(draft, index)
    if trigger.form != "agent" and not any(is_somebody_else(draft, i, trigger.first) for i in everybody):
        return _end(draft, index, trigger)
    own = [i for i in everybody if draft.phrases[i].first == trigger.first and (i == index or draft.phrases[i].conj == "و")]
    if draft.words[trigger.last].pronoun:
        own += [i for i in everybody if draft.phrases[i].first == trigger.last + 1 and not draft.phrases[i].conj]
    if own and index not in own and own[0] > 1 and annexed_both(draft, own[0]):
        return [index]  # "بري، حليف الحزب | وخصم جعجع" is one man
    return own or _end(draft, index, trigger)


def is_somebody_else(draft: Draft, index: int, at: int) -> bool:
    """Whether a participle is who does it, and tells of nobody before it: "بين مؤيد لكندا | ومعارض لها", "الخصوم | والمنافسين".

    One with its article describes who stands before: "مير موسوي والمنافس", "المواقف الإيجابية والداعمة".
    """
    phrase = draft.phrases[index]
    return phrase.first == at and phrase.kind == "nominal" and (phrase.number in ("p", "d") or not draft.words[at].definite)


def _two_sides(draft: Draft, one: int, two: int) -> bool:
    """Whether words between two phrases say that they are on two sides: "بين تركيا وقطر من جهة، ومصر من جهة أخرى"."""
    return any(aside(draft, at) >= 0 for at in range(draft.phrases[one].last + 1, draft.phrases[two].first))


def _one_side(draft: Draft, one: int, two: int) -> bool:
    """Whether two phrases are examples of one side: "بين الجيش وفصائل المعارضة، ومنها | جيش الإسلام | وأحرار الشام"."""
    return draft.phrases[one].listed == draft.phrases[two].listed >= 0
