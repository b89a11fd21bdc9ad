"""Some of somebody behind "and": "هدد نتنياهو وعدد من وزرائه". With whom they are joined, and where they begin a clause of their own."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.words.agreement import accusative
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import ANYBODY
from ahlaf.coding.words.word import Word

_SOME_OF: Final = 2


def join(draft: Draft, one: Phrase, two: Phrase) -> bool:
    """Whether و joins some of those whom the second phrase tells: "هدد نتنياهو وعدد من | وزرائه", "هاجم الجيش داعش وعددا من | حلفائها"."""
    between = draft.words[one.named_to + 1 : two.first]
    if len(between) != _SOME_OF or two.prep != "من" or two.conj or one.sentence != two.sentence or one.kind not in ANYBODY:
        return False
    some, of = between
    shown = accusative(draft, some) and some.stem[:-1] in draft.lexicon.groups["some-of"]
    if some.conj != "و" or some.prep or of.fold != "من" or not (shown or some.stem in draft.lexicon.groups["some-of"]):
        return False
    return shown or not (_begin_anew(draft, one, two) or (_shows(some) and _done_to(draft, one, two)))


def _shows(some: Word) -> bool:
    """Whether a word for some of them is written otherwise where something is done to them: عددا, but مجموعة and العديد."""
    return not some.definite and not some.stem.endswith(("ه", "ات"))


def _begin_anew(draft: Draft, one: Phrase, two: Phrase) -> bool:
    """Whether "some of them" begin the next clause, whose verb stands behind them: "زار الرئيس روسيا وعدد من | الوزراء | رافقوه"."""
    at, stretch, lead = two.named_to + 1, draft.stretches[two.sentence], draft.phrases[one.group]
    if at >= stretch.end or draft.words[at].conj or draft.words[at].prep:
        return False
    led = not lead.prep and lead.first > 0 and draft.words[lead.first - 1].kind in ("func", "punct")
    told = draft.words[at].third
    does = any(e.number == "p" or (draft.words[at].finite and not draft.words[at].nominal) for e in told)
    return does and not led and any(draft.words[k].finite and draft.at[k] < 0 for k in range(stretch.first, one.first))


def _done_to(draft: Draft, one: Phrase, two: Phrase) -> bool:
    """Whether it is done to the first of two, who stands behind verb and subject with no object behind them: "هاجم الجيش | داعش"."""
    lead, index = draft.phrases[one.group], draft.at[two.first] + 1
    if lead.prep or not one.group:
        return False
    subject = draft.phrases[one.group - 1]
    verb = draft.word_before(subject.first)
    if verb is None or not verb.finite or subject.pointing or subject.prep:
        return False
    if subject.named_to + 1 != lead.first or lead.sentence != subject.sentence:
        return False
    after = draft.phrases[index] if index < len(draft.phrases) else None
    return after is None or after.first != two.named_to + 1 or bool(after.prep or after.conj)
