"""Where "and" joins nobody to who stands before it, but begins a clause of its own, with its verb or without one.

"قصفت إسرائيل غزة ولبنان | وإيران تتوعد", "تقف روسيا مع النظام | وأمريكا مع المعارضة".
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.actors import nominalclauses
from ahlaf.coding.actors.joinedover import BESIDE, has_the_other
from ahlaf.coding.words.agreement import is_human
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.pronouns import FREE


def begins(draft: Draft, one: Phrase, two: Phrase) -> bool:
    """Whether a clause begins with the second of two phrases between which و stands."""
    own = (_opens_clause, _is_himself, _of_whom_more, _does_so_too, nominalclauses.opens, _nor)
    return any(of_its_own(draft, one, two) for of_its_own in own)


def _opens_clause(draft: Draft, one: Phrase, two: Phrase) -> bool:
    """Whether one alone does what comes next, where a verb came before: "قصفت إسرائيل غزة ولبنان | وإيران تتوعد".

    A denial may stand before its verb. Of two it would be a dual; "ولندن وباريس تدعمان" begins with the first of the two.
    """
    stretch = draft.stretches[two.sentence]
    number, last = "s", two
    index = draft.at[two.first] + 1
    after = draft.phrases[index] if index < len(draft.phrases) else two
    if after.first == two.named_to + 1 and after.conj == "و":
        number, last = "d", after
    if two.prep or not two.definite or not last.definite or last.named_to + 1 >= stretch.end:
        return False
    several = "p" in (two.number, last.number)
    if several and number == "d":
        return False
    lead = draft.phrases[one.group]
    led = bool(lead.prep) or (lead.first > 0 and draft.words[lead.first - 1].kind == "func")  # "إن الأتراك والروس | قد تحالفوا"
    people = several and (two.gender == "m" or is_human(two)) and not _as_of_things(draft, two, led=led)
    if people:
        if led or draft.words[two.first].bare.endswith("ين"):
            return False
        some = "quantifier" in draft.words[two.first - 1].function  # "وبعض العرب | يتفرج"
        number = "ps" if some else "p"  # "والعرب | يتفرجون"
    at = last.named_to + 1
    at += at + 1 < stretch.end and nominalclauses.all_of_him(draft.words[at])  # "والعالم كله | يتفرج"
    apart = draft.words[two.first - 1].bare in "،,"
    at += (apart or not led) and at + 1 < stretch.end and _before_verb(draft, at)  # "والفصائل لا | ترد"
    verb = draft.words[at]
    shapes = [e for e in verb.third if e.number in number]
    sure = not verb.nominal or (not verb.prep and any(e.kind == "imperfect" for e in shapes))  # "والأقليات | تعارض الحكومة": no masdar
    alone = bool(shapes) and sure and not verb.conj and draft.at[at] < 0
    region = two.kind == "place" and two.last > two.first and not draft.words[two.first].stem.endswith("ه")
    gender = "f" if several and not people else "" if region else two.gender  # "والفصائل | تتوعد", "والشرق الأوسط لم | يعد آمنا"
    does_so = alone and any(number == "d" or people or not gender or e.gender == gender for e in shapes)
    told = any(draft.words[at].finite and draft.at[at] < 0 for at in range(stretch.first, one.first))
    told = told or (apart and draft.words[at - 1].kind == "func")  # "صراع بين كينيا والصومال، وأوغندا ما | زالت"
    return does_so and told and not _is_awaited(draft, lead)


def _is_himself(draft: Draft, one: Phrase, two: Phrase) -> bool:
    """Whether a pronoun right behind says that it is he and nobody else: "هاجمت كندا التنظيم، وأعضاء التحالف | هم من يمده".

    Without a comma only behind a verb and who does it: of "مفاوضات بين كندا واليابان | هي المفتاح" it is the talks.
    """
    words, stretch, at = draft.words, draft.stretches[two.sentence], two.named_to + 1
    known = two.definite or two.last > two.first  # "وأعضاء التحالف | هم من", "ومقاتلون | هم"
    if at < stretch.end and words[at].stem in _RELATIVES:
        at = _behind_clause(draft, at, stretch.end)
    if two.prep or not known or at + 1 >= stretch.end or words[at].stem not in FREE or words[at].conj:
        return False
    who = words[at + 1]
    if "relative" not in who.function and not (who.kind == "noun" and who.definite):
        return False
    first = draft.phrases[one.group].first
    verb = next((k for k in range(first - 1, stretch.first - 1, -1) if words[k].finite and (draft.at[k] < 0 or words[k].pronoun)), -1)
    if verb < 0:
        return False
    between = {draft.at[k] for k in range(verb + 1, first)}
    beside = -1 not in between and len(between) <= 1
    apart = words[two.first - 1].bare in "،," and words[first - 1].kind != "func"
    gender, number = FREE[words[at].stem]
    many = gender == "f" and two.number == "p" and not is_human(two)  # "والدول التي تزعم محاربته | هي التي"
    return (apart or beside) and (number == (two.number or "s") or many)


def _behind_clause(draft: Draft, relative: int, end: int) -> int:
    """The pronoun that takes up somebody behind a clause on him: "والدول التي تزعم محاربته | هي التي"; else the relative pronoun."""
    words = draft.words
    for at in range(relative + 1, min(end - 1, relative + _FAR)):
        if words[at].kind == "punct":
            break
        if words[at].stem in FREE and not words[at].conj and "relative" in words[at + 1].function:
            return at
    return relative


def _of_whom_more(draft: Draft, one: Phrase, two: Phrase) -> bool:
    """Whether one behind a comma has a verb of his own behind a clause on him: "هددت كندا كينيا، والجزائر التي تدعمها | تنتظر"."""
    words, stretch = draft.words, draft.stretches[two.sentence]
    at, before = two.named_to + 1, words[two.first - 1]
    if before.bare not in "،," or two.prep or not two.definite or at >= stretch.end or words[at].stem not in _RELATIVES:
        return False
    if not any(words[k].finite and draft.at[k] < 0 for k in range(stretch.first, one.first)):
        return False
    told = False
    for k in range(at + 1, min(stretch.end, at + _FAR)):
        word = words[k]
        if word.kind == "punct":
            return False
        if not word.finite or not word.entries or draft.at[k] >= 0 or word.conj:
            continue
        small = words[k - 1].function
        if told and "subordinator" not in small and "relative" not in small and words[k - 1].stem not in draft.lexicon.groups["that"]:
            sure = not word.nominal or any(e.kind == "imperfect" for e in word.entries)
            shapes = word.third
            return sure and any(not two.gender or e.gender == two.gender or two.number == "p" for e in shapes)
        told = True
    return False


_RELATIVES: Final = frozenset(("الذي", "التي", "الذين"))
_FAR: Final = 14
"""So many tokens behind a relative pronoun stands the verb of whom it tells, at most."""


def _is_awaited(draft: Draft, lead: Phrase) -> bool:
    """Whether a list ends what is said of somebody whose own verb is still to come: "اللجنة التي تضم قطر ومصر | عقدت اجتماعا"."""
    stretch = draft.stretches[lead.sentence]
    at = lead.first - 1
    at -= at > stretch.first and draft.words[at].kind == "func"  # "التي تتألف من | قطر ومصر"
    if at - 1 <= stretch.first or not draft.words[at].finite or "relative" not in draft.words[at - 1].function:
        return False
    head = draft.at[at - 2]
    if head < 0:
        return False
    first = draft.phrases[head].first
    return first == stretch.first or draft.words[first - 1].stem in draft.lexicon.groups["that"]


def _as_of_things(draft: Draft, two: Phrase, *, led: bool) -> bool:
    """Whether the verb behind a broken plural takes it for things, as it may take people: "دعم الغرب تركيا، والأقليات | ستعاني"."""
    at = two.named_to + 1
    if two.gender == "m" or (led and draft.words[two.first - 1].kind != "punct"):
        return False
    return any((e.person, e.gender, e.number) == (3, "f", "s") for e in draft.words[at].entries)


def _before_verb(draft: Draft, at: int) -> bool:
    """Whether a particle of denial or tense, which a verb follows, stands at a token."""
    word = draft.words[at]
    led = draft.lexicon.groups["before-verb"].get(word.stem) if word.kind == "func" else None
    return led == "only" or (led is not None and "negation-particle" in word.function)


def _does_so_too(draft: Draft, one: Phrase, two: Phrase) -> bool:
    """Whether the second begins a clause whose verb is left out.

    "تقف روسيا مع النظام | وأمريكا مع المعارضة", "تدعم إيران سوريا | والسعودية لبنان", "الساحل لفرنسا | والجبل لإيطاليا".
    """
    index = draft.at[two.last] + 1
    if index >= len(draft.phrases) or two.prep or not two.conj:
        return False
    after = draft.phrases[index]
    lead = draft.phrases[one.group]
    if after.sentence != two.sentence or after.conj or after.first - two.named_to > BESIDE or two.kind == "nisba":
        return False
    if lead.prep in _SIDES:
        return after.prep == lead.prep
    if has_the_other(draft, one, two, after):
        return True
    before = draft.phrases[one.group - 1] if one.group > 0 else two
    states = all(p.kind == "name" and p.actor is not None and p.actor.kind == "state" for p in (before, one, two, after))
    in_pairs = before.named_to + 1 == lead.first and not lead.conj and after.first == two.named_to + 1
    return states and in_pairs and not (lead.prep or after.prep)


_SIDES: Final = frozenset(("مع", "ضد"))
"""Prepositions that say on whose side somebody is."""


def _nor(draft: Draft, one: Phrase, two: Phrase) -> bool:
    """Whether "nor" goes on with what "neither" began, over whoever stands between: "لا كينيا دعمت الصومال | ولا إثيوبيا ساعدتها"."""
    words, nor = draft.words, two.first - 1
    if nor <= one.named_to or words[nor].stem != _NO or words[nor].conj != "و":
        return False
    stretch = draft.stretches[two.sentence]
    if two.named_to + 1 >= stretch.end or words[two.named_to + 1].kind == "punct":
        return False  # nothing is said of the second alone
    neither = next((at for at in range(nor - 1, stretch.first - 1, -1) if words[at].stem == _NO and words[at].kind == "func"), -1)
    whom = draft.at[neither + 1] if neither >= 0 else -1
    return whom >= 0 and draft.phrases[whom].first == neither + 1 and draft.phrases[whom].group != one.group


_NO: Final = "لا"
