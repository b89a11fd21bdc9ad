"""Whether a word that may be a finite verb is one where it stands.

What may be a noun too must have a verb's surroundings. So they are asked for *signs*, one after another: :data:`SIGNS` names
them all, in their order, which matters. A sign looks at one word for one reason, which its docstring tells with an example,
and answers whether it is a verb, or ``None`` where it has nothing to say; the first that answers is believed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ahlaf.coding.nounphrases.phrases import tells_how_many
from ahlaf.coding.words.agreement import accusative
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.kinds import LEAGUES, SOMEBODY
from ahlaf.coding.words.word import STEPPED_OVER
from ahlaf.text.views import fold


class Spot:
    """A word that may be a verb or a noun, and what stands right before and behind it."""

    __slots__ = ("at", "before", "behind", "draft", "imperfect", "index", "opens", "previous", "word")

    def __init__(self, draft: Draft, at: int) -> None:
        self.draft, self.at = draft, at
        self.word, self.behind = draft.words[at], draft.words[at + 1]
        self.before = draft.word_before(at)
        self.previous, self.index = draft.at[at - 1] if at else -1, draft.at[at + 1]
        """The phrases right before and behind it; -1 for none."""
        self.opens = self.before is None or self.before.kind in ("punct", "func") or draft.sentence_of[at - 1] != draft.sentence_of[at]
        """Whether no noun or verb stands before it in its sentence."""
        self.imperfect = any(e.kind == "imperfect" for e in self.word.entries)


Sign = Callable[[Spot], bool | None]
"""Whether a word is a verb, where one reason tells it."""


def verb_here(draft: Draft, at: int) -> bool:
    """Whether a word stands as a finite verb; one that may be a noun too must have a verb's surroundings."""
    word = draft.words[at]
    if not word.finite or draft.at[at] >= 0 or not word.entries or word.definite or (word.prep and word.prep not in "سل"):
        return False
    if not word.nominal:
        return True
    if word.prep == "ل":
        return False
    if at + 1 >= len(draft.words):
        return _is_led(draft, at) is True
    spot = Spot(draft, at)
    for sign in SIGNS:
        if (verb := sign(spot)) is not None:
            return verb
    return False


def behind_a_particle(spot: Spot) -> bool | None:
    """A relative pronoun, or a particle of a verb, has a verb behind it, and a preposition none: "الذي | دعم", "لم | يدعم", "في | دعم"."""
    return _is_led(spot.draft, spot.at)


def _is_led(draft: Draft, at: int) -> bool | None:
    before = draft.word_before(at)
    if before is None or before.kind != "func":
        return None
    if "relative" in before.function or draft.lexicon.groups["before-verb"].get(before.stem) == "only":
        return True
    if before.stem in draft.lexicon.groups["lacking"]:
        return False  # "تعهدت كندا بعدم | دعم الحزب"
    then = "conj" in before.function and _after_a_verb(draft, at - 1)
    return False if "prep" in before.function or not (then or STEPPED_OVER.isdisjoint(before.function)) else None


def noun_behind_that(spot: Spot) -> bool | None:
    """A noun must stand behind "that", where no imperfect is: "وأن | قدرتها على"; but "بعد أن | قدرتها"."""
    draft, at, before, groups = spot.draft, spot.at, spot.before, spot.draft.lexicon.groups
    if before is None or before.kind != "func" or before.pronoun or spot.word.conj:
        return None
    if groups["that"].keys().isdisjoint((before.stem, before.fold)):
        return None
    past = at > 1 and not groups["before-that"].keys().isdisjoint((draft.words[at - 2].stem, draft.words[at - 2].fold))
    return False if not past and all(e.kind == "perfect" for e in spot.word.tensed) else None


def year_of_a_date(spot: Spot) -> bool | None:
    """The word of a year has its number behind it: "تحالف تأسس | عام ٢٠١٢"."""
    return False if spot.word.fold in spot.draft.lexicon.groups["year"] and spot.behind.kind == "number" else None


def says_that(spot: Spot) -> bool | None:
    """A verb of saying has "that" or a text behind it: "| وأوضح أن", "| قال بيان", "| ذكر تقرير"."""
    behind, groups = spot.behind, spot.draft.lexicon.groups
    that = behind.kind == "func" and behind.stem in groups["that"]
    return True if spot.word.reports and (that or behind.stem in groups["texts"]) else None


def somebody_says(spot: Spot) -> bool | None:
    """A verb of saying has somebody behind it, and "that" behind him: "| قال مسؤول في الوزارة إن"."""
    said = spot.word.reports and _speaks_behind(spot.draft, spot.at) and _tells(spot.draft, spot.at)
    return True if said else None


def asks_for_it(spot: Spot) -> bool | None:
    """What it would have as a verb stands right behind it: "| وطالب باستقالة", no student; "| ونشيد بالمغرب", no anthem."""
    if not (spot.opens or spot.word.conj == "و"):
        return None
    somebody = spot.index >= 0 and spot.draft.phrases[spot.index].kind in SOMEBODY
    kinds = ("perfect" if spot.behind.masdar else "", "imperfect" if somebody else "")
    senses = (s for e in spot.word.entries if e.kind in kinds for s in e.lexeme.senses)
    asks = spot.behind.prep == "ب" and any("ب" in s.target or s.relation == "REQUEST" for s in senses)
    return True if asks else None


def tells_of_the_definite(spot: Spot) -> bool | None:
    """What may be an imperfect tells of somebody with an article right before it: "الحزب | يدعم كينيا"."""
    told = spot.previous >= 0 and not spot.word.conj and spot.draft.phrases[spot.previous].definite and spot.imperfect
    return True if told else None


def tells_of_one(spot: Spot) -> bool | None:
    """Behind somebody without article it tells of him, for no noun can go on there: "مواطن سوري | تعرض للتعذيب".

    He is described, or his ending is that of an object: "أنقذوا جنديا | تعرض لهجوم". The verb agrees with him in full.
    """
    word = spot.word
    if spot.previous < 0 or word.conj or word.prep:
        return None
    phrase, before = spot.draft.phrases[spot.previous], spot.draft.words[spot.at - 1]
    if phrase.kind != "nominal" or phrase.definite or phrase.last != spot.at - 1:
        return None
    if phrase.head == phrase.last and not (before.bare.endswith("ا") and phrase.number == "s"):
        return None
    return True if any((e.gender, e.number) == (phrase.gender, phrase.number) for e in word.third) else None


def done_by_so_many(spot: Spot) -> bool | None:
    """A noun would hardly be told how many of others it is: "| هاجم مئات المحتجين السفارة"."""
    many = _after_number(spot.draft, spot.at) if not spot.word.masdar else -1
    return (spot.opens or spot.word.conj == "و") if many >= 0 else None


def done_by_them(spot: Spot) -> bool | None:
    """Who stands right behind it does it, and has an article or nothing to own: "| هاجم الجيش", "ميليشيا | تمولها إيران"."""
    draft, word, index, previous = spot.draft, spot.word, spot.index, spot.previous
    if index < 0 or draft.phrases[index].first != spot.at + 1 or draft.phrases[index].prep:
        return None
    if word.pronoun and draft.phrases[index].kind in SOMEBODY and spot.imperfect:
        return True  # a noun would have "لإيران"
    before = spot.before
    after_noun = before is not None and before.definite and before.nominal and not (word.conj or _done_by(draft, spot.at, previous))
    named = previous >= 0 and draft.phrases[previous].kind in SOMEBODY and not word.masdar
    does = draft.phrases[index].definite or _annexed_to_nothing(draft, index) or _a_named_body(draft, spot.at, index)
    then = word.conj == "ف" and bool(word.pronoun)  # "فهاجمتها | كينيا", but "فدعم | كندا"
    return (spot.opens or after_noun or named or word.conj == "و" or then) and does


def done_to_him(spot: Spot) -> bool | None:
    """At the head of a clause it has a pronoun, or a preposition has one and who does it is behind: "| تخلى عنه حلفاؤه"."""
    return spot.opens and (bool(spot.word.pronoun) or _led_to_him(spot.draft, spot.at))


SIGNS: Final[tuple[Sign, ...]] = (
    behind_a_particle,
    noun_behind_that,
    year_of_a_date,
    says_that,
    somebody_says,
    asks_for_it,
    tells_of_the_definite,
    tells_of_one,
    done_by_so_many,
    done_by_them,
    done_to_him,
)
"""All that tells whether what may be a noun is a verb, the surest first."""


def _done_by(draft: Draft, at: int, previous: int) -> bool:
    """Whether a deed is rather what somebody does who stands between a verb and it: "خسر الحزب | دعم كندا", "قرر الجيش | قصف القرى"."""
    first = draft.phrases[previous].first if previous >= 0 else 0
    if first < 1 or not draft.words[at].masdar or draft.phrases[previous].prep:
        return False
    verb = draft.words[first - 1]
    if (verb.nominal and first - 1 not in draft.subject_of) or verb.pronoun or draft.at[first - 1] >= 0 or not verb.moods:
        return False
    senses = verb.verb_senses
    return not senses or any("obj" in s.target for s in senses) or verb.of_verb(draft.lexicon.groups["receives"])


def _a_named_body(draft: Draft, at: int, index: int) -> bool:
    """Whether an alliance that is annexed to what has an article is who a verb without object tells of: "تأسس | تحالف الشمال"."""
    phrase, words = draft.phrases[index], draft.words
    kind = words[phrase.head].generic
    alone = not any("obj" in s.target for s in words[at].verb_senses)
    return alone and kind is not None and kind.kind in LEAGUES and phrase.last > phrase.head and words[phrase.last].definite


def _annexed_to_nothing(draft: Draft, index: int) -> bool:
    """Whether an object behind one without article shows that a word before him is a verb, and no noun annexed: "طعن | شاب جنديا"."""
    phrase, words = draft.phrases[index], draft.words
    if phrase.kind != "nominal" or phrase.number != "s" or phrase.last + 1 == len(words) or words[phrase.first].bare.endswith("ا"):
        return False
    after = words[phrase.last + 1]
    return not after.conj and not after.prep and accusative(draft, after)


def _speaks_behind(draft: Draft, at: int) -> bool:
    """Whether a phrase stands right behind a verb of saying, to whom it is said between at most: "قال | مسؤول", "قال لي | مسؤول"."""
    behind = draft.words[at + 1]
    first = at + 2 if behind.kind == "func" and "prep" in behind.function and behind.pronoun else at + 1
    index = draft.at[first] if first < len(draft.at) else -1
    return index >= 0 and draft.phrases[index].first == first


def _after_a_verb(draft: Draft, at: int) -> bool:
    """Whether a token opens its sentence or a sure verb stands before: "هرب ثم | هاجم", but "الاعتقال ثم | قتل الأسرى"."""
    first = draft.stretches[draft.sentence_of[at]].first
    verbs = (k for k in range(first, at) if draft.words[k].finite and draft.at[k] < 0)
    return at == first or any(k in draft.subject_of or not draft.words[k].nominal for k in verbs)


def _led_to_him(draft: Draft, at: int) -> bool:
    """Whether behind a word stand a preposition with its pronoun and who does it, as no noun has: "تخلى | عنه حلفاؤه"."""
    behind, doer = draft.words[at + 1], draft.at[at + 2] if at + 2 < len(draft.words) else -1
    if doer < 0 or behind.kind != "func" or "prep" not in behind.function or not behind.pronoun:
        return False
    if not any(behind.stem == fold(end) for e in draft.words[at].entries for s in e.lexeme.senses for end in (*s.source, *s.target)):
        return False
    phrase = draft.phrases[doer]
    named = phrase.definite and phrase.kind not in ("nisba", "thing", "act")
    return named and phrase.first == at + 2 and not phrase.prep and phrase.conj != "و"


def _after_number(draft: Draft, at: int) -> int:
    """The phrase behind words that tell how many, right behind a token; -1 where none is."""
    position = at + 1
    while position < len(draft.words) and draft.at[position] < 0 and tells_how_many(draft.words[position]):
        if draft.words[position].prep or draft.words[position].pronoun:
            return -1
        position += 1
    index = draft.at[position] if at + 1 < position < len(draft.words) else -1
    return index if index >= 0 and draft.phrases[index].first == position and not draft.phrases[index].prep else -1


def _tells(draft: Draft, at: int) -> bool:
    """Whether what is said begins soon behind a word, "إن" or a colon, with no verb and no comma between."""
    end = draft.stretches[draft.sentence_of[at]].end
    for position in range(at + 1, min(at + _TO_THAT, end)):
        word = draft.words[position]
        if word.bare == ":" or (word.kind == "func" and word.stem in draft.lexicon.groups["that"]):
            return True
        if word.kind == "punct" or (draft.verb_at(position) and not word.nominal):
            return False
    return False


_TO_THAT: Final = 12
"""So many tokens behind a verb of saying may what is said begin."""


def does_to_somebody(draft: Draft, at: int) -> bool:
    """Whether a verb that does something to somebody stands at a token."""
    word = draft.words[at] if at >= 0 else None
    if word is None or not word.finite or word.definite or word.pronoun or draft.at[at] >= 0:
        return False
    senses = [s for e in word.tensed if e.voice != "passive" for s in e.lexeme.senses]
    return bool(senses) and not word.reports and any("obj" in s.target for s in senses)


def goes_on(draft: Draft, at: int) -> bool:
    """Whether a verb goes on from the one before it, with و, ف or ثم."""
    return bool(draft.words[at].conj) or (at > 0 and draft.words[at - 1].stem == "ثم")
