"""Where "and" joins nobody to who stands before it, but begins a clause of its own, with its verb or without one.

"قصفت إسرائيل غزة ولبنان | وإيران تتوعد", "تقف روسيا مع النظام | وأمريكا مع المعارضة".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from ahlaf.coding.actors import nominalclauses
from ahlaf.coding.actors.joinedover import BESIDE, has_the_other
from ahlaf.coding.words.agreement import is_human
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.pronouns import FREE
from ahlaf.lexicon.entries import Entry


class Seam:
    """Where "and" stands between two phrases, of which the second may begin a clause."""

    __slots__ = ("apart", "draft", "lead", "one", "stretch", "two")

    def __init__(self, draft: Draft, one: Phrase, two: Phrase) -> None:
        self.draft, self.one, self.two = draft, one, two
        self.lead = draft.phrases[one.group]
        """Who begins the list that the first is in."""
        self.stretch = draft.stretches[two.sentence]
        self.apart = draft.words[two.first - 1].bare in "،,"
        """Whether a comma parts them."""

    def told(self) -> bool:
        """Whether a verb stood before the first."""
        return any(self.draft.words[at].finite and self.draft.at[at] < 0 for at in range(self.stretch.first, self.one.first))


Opener = Callable[[Seam], bool]
"""Whether a clause begins with the second of two phrases, where one reason tells it."""


def begins(draft: Draft, one: Phrase, two: Phrase) -> bool:
    """Whether a clause begins with the second of two phrases between which و stands: whether any of :data:`OPENERS` says so."""
    seam = Seam(draft, one, two)
    return any(opens(seam) for opens in OPENERS)


def does_what_comes_next(seam: Seam) -> bool:
    """One alone does what comes next, where a verb came before: "قصفت إسرائيل غزة ولبنان | وإيران تتوعد".

    Of two it would be a dual; "ولندن وباريس تدعمان" begins with the first of the two.
    """
    draft, two = seam.draft, seam.two
    last = _with_whom(draft, two)
    several, pair = "p" in (two.number, last.number), last is not two
    known = all(phrase.definite or draft.words[phrase.first].pronoun for phrase in (two, last))
    if two.prep or not known or last.named_to + 1 >= seam.stretch.end or (several and pair):
        return False
    led = bool(seam.lead.prep) or (seam.lead.first > 0 and draft.words[seam.lead.first - 1].kind == "func")
    people = several and (two.gender == "m" or is_human(two)) and not _as_of_things(draft, two, led=led)
    if people and (led or draft.words[two.first].bare.endswith("ين")):
        return False  # "إن الأتراك والروس | قد تحالفوا"
    number, some = "d" if pair else "s", "quantifier" in draft.words[two.first - 1].function
    if people or some:  # "والعرب | يتفرجون", "وبعض العرب | يتفرج", "وبعض حلفائها | يدعمه"
        number = "ps" if some else "p"
    at = _behind_him(seam, last, led=led)
    shapes = _verb_alone(draft, at, number)
    region = two.kind == "place" and two.last > two.first and not draft.words[two.first].stem.endswith("ه")
    gender = "f" if several and not people else "" if region else two.gender  # "والفصائل | تتوعد", "والشرق الأوسط لم | يعد آمنا"
    does_so = any(pair or people or some or not gender or shape.gender == gender for shape in shapes)
    told = seam.told() or (seam.apart and draft.words[at - 1].kind == "func")  # "صراع بين كينيا والصومال، وأوغندا ما | زالت"
    return does_so and told and not _is_awaited(draft, seam.lead)


def _with_whom(draft: Draft, two: Phrase) -> Phrase:
    """The other of two of whom a clause may tell together: "| ولندن وباريس تدعمان"; else the phrase itself."""
    index = draft.at[two.first] + 1
    after = draft.phrases[index] if index < len(draft.phrases) else two
    return after if after.first == two.named_to + 1 and after.conj == "و" else two


def _behind_him(seam: Seam, last: Phrase, *, led: bool) -> int:
    """The token at which the verb of somebody stands: "والعالم كله | يتفرج", "والفصائل لا | ترد"."""
    draft, end, at = seam.draft, seam.stretch.end, last.named_to + 1
    at += at + 1 < end and nominalclauses.all_of_him(draft.words[at])
    return at + ((seam.apart or not led) and at + 1 < end and _before_verb(draft, at))


def _verb_alone(draft: Draft, at: int, numbers: str) -> Sequence[Entry]:
    """The shapes, of some numbers, of a verb that surely is one and begins no other clause: "والأقليات | تعارض" is no masdar."""
    verb = draft.words[at]
    shapes = [shape for shape in verb.third if shape.number in numbers]
    sure = not verb.nominal or (not verb.prep and any(shape.kind == "imperfect" for shape in shapes))
    return shapes if sure and not verb.conj and draft.at[at] < 0 else ()


def is_himself_the_one(seam: Seam) -> bool:
    """A pronoun right behind says that it is he and nobody else: "هاجمت كندا التنظيم، وأعضاء التحالف | هم من يمده".

    Without a comma only behind a verb and who does it: of "مفاوضات بين كندا واليابان | هي المفتاح" it is the talks.
    """
    draft, two, stretch, words = seam.draft, seam.two, seam.stretch, seam.draft.words
    at = two.named_to + 1
    known = two.definite or two.last > two.first  # "وأعضاء التحالف | هم من", "ومقاتلون | هم"
    if at < stretch.end and words[at].stem in _RELATIVES:
        at = _behind_clause(draft, at, stretch.end)
    if two.prep or not known or at + 1 >= stretch.end or words[at].stem not in FREE or words[at].conj:
        return False
    who = words[at + 1]
    if "relative" not in who.function and not (who.kind == "noun" and who.definite):
        return False
    gender, number = FREE[words[at].stem]
    many = gender == "f" and two.number == "p" and not is_human(two)  # "والدول التي تزعم محاربته | هي التي"
    return _behind_a_clause(seam) and (number == (two.number or "s") or many)


def _behind_a_clause(seam: Seam) -> bool:
    """Whether a verb stands before a list, and a comma or nobody but who does it between: "هاجمت كندا | التنظيم وأعضاء"."""
    draft, first = seam.draft, seam.lead.first
    words = draft.words
    back = range(first - 1, seam.stretch.first - 1, -1)
    verb = next((at for at in back if words[at].finite and (draft.at[at] < 0 or words[at].pronoun)), -1)
    if verb < 0:
        return False
    if seam.apart and words[first - 1].kind != "func":
        return True
    between = {draft.at[at] for at in range(verb + 1, first)}
    return -1 not in between and len(between) <= 1


def _behind_clause(draft: Draft, relative: int, end: int) -> int:
    """The pronoun that takes up somebody behind a clause on him: "والدول التي تزعم محاربته | هي التي"; else the relative pronoun."""
    words = draft.words
    for at in range(relative + 1, min(end - 1, relative + _FAR)):
        if words[at].kind == "punct":
            break
        if words[at].stem in FREE and not words[at].conj and "relative" in words[at + 1].function:
            return at
    return relative


def does_more(seam: Seam) -> bool:
    """One behind a comma has a verb of his own behind a clause on him: "هددت كندا كينيا، والجزائر التي تدعمها | تنتظر"."""
    draft, two, end, words = seam.draft, seam.two, seam.stretch.end, seam.draft.words
    at = two.named_to + 1
    if not seam.apart or two.prep or not two.definite or at >= end or words[at].stem not in _RELATIVES or not seam.told():
        return False
    own = _second_verb(draft, at, end)
    if own < 0 or (words[own].nominal and all(shape.kind != "imperfect" for shape in words[own].entries)):
        return False
    return any(not two.gender or shape.gender == two.gender or two.number == "p" for shape in words[own].third)


def _second_verb(draft: Draft, relative: int, end: int) -> int:
    """The verb behind a clause on somebody, which tells of him: "والجزائر التي تدعمها | تنتظر"; -1 for none."""
    words, told = draft.words, False
    for at in range(relative + 1, min(end, relative + _FAR)):
        word = words[at]
        if word.kind == "punct":
            return -1
        if not word.finite or not word.entries or draft.at[at] >= 0 or word.conj:
            continue
        small = words[at - 1].function
        within = "subordinator" in small or "relative" in small or words[at - 1].stem in draft.lexicon.groups["that"]
        if told and not within:
            return at
        told = True
    return -1


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


def does_so_too(seam: Seam) -> bool:
    """The second begins a clause whose verb is left out.

    "تقف روسيا مع النظام | وأمريكا مع المعارضة", "تدعم إيران سوريا | والسعودية لبنان", "الساحل لفرنسا | والجبل لإيطاليا".
    """
    draft, one, two, lead = seam.draft, seam.one, seam.two, seam.lead
    index = draft.at[two.last] + 1
    if index >= len(draft.phrases) or two.prep or not two.conj:
        return False
    after = draft.phrases[index]
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


def opens_a_nominal_clause(seam: Seam) -> bool:
    """Something is said that he is, without a verb: "قصفت روسيا كييف، | والغرب صامت"."""
    return nominalclauses.opens(seam.draft, seam.one, seam.two)


def nor_does_he(seam: Seam) -> bool:
    """What "neither" began goes on with "nor", over whoever stands between: "لا كينيا دعمت الصومال | ولا إثيوبيا ساعدتها"."""
    draft, two, stretch, words = seam.draft, seam.two, seam.stretch, seam.draft.words
    nor = two.first - 1
    if nor <= seam.one.named_to or words[nor].stem != _NO or words[nor].conj != "و":
        return False
    if two.named_to + 1 >= stretch.end or words[two.named_to + 1].kind == "punct":
        return False  # nothing is said of the second alone
    neither = next((at for at in range(nor - 1, stretch.first - 1, -1) if words[at].stem == _NO and words[at].kind == "func"), -1)
    whom = draft.at[neither + 1] if neither >= 0 else -1
    return whom >= 0 and draft.phrases[whom].first == neither + 1 and draft.phrases[whom].group != seam.one.group


_NO: Final = "لا"


OPENERS: Final[tuple[Opener, ...]] = (
    does_what_comes_next,
    is_himself_the_one,
    does_more,
    does_so_too,
    opens_a_nominal_clause,
    nor_does_he,
)
"""All that tells that "and" begins a clause and joins nobody."""
