"""Who does what a verb says that stands behind what prepositions lead to, behind a thing or the object: "رحبت بالقرار | كينيا".

Arabic may tell first with whom or against what something is done, and only then who does it: "وقفت ضد هذا المشروع | السعودية",
"يقف خلف العصابات | نظام الأسد", "شارك في قصف اليمن | الجيش". Nothing is annexed to a definite noun or a name, so whoever
stands behind one without a preposition is the verb's; of a verb that has no object he does what it says.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.clauses import topics
from ahlaf.coding.clauses.antecedents import agrees
from ahlaf.coding.clauses.cases import is_nominative
from ahlaf.coding.clauses.topics import takes_object
from ahlaf.coding.clauses.verb import Ends, Verb
from ahlaf.coding.words.agreement import same_gender
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import SOMEBODY, THINGS

_LED: Final = 2
"""So many prepositions may lead to something before him."""
_THINGS: Final = frozenset(("thing", "act", "place"))
_FAR: Final = 5
"""So many tokens on ends a noun that a preposition leads to."""


def behind_led(draft: Draft, at: int, end: int, third: list[tuple[str, str]]) -> int:
    """The phrase of who does what a verb without an object says, behind what prepositions lead to; else -1."""
    word = draft.words[at]
    if word.pronoun or (takes_object(draft, at) and not word.of_verb(draft.lexicon.groups["stands-or-stops"])):
        return -1
    position, led = at + 1, 0
    while led < _LED and (behind := _over(draft, position, end)) > position:
        position, led = behind, led + 1
    index = draft.at[position] if led and position < end else -1
    return index if index >= 0 and draft.phrases[index].first == position and _does(draft, index, third) else -1


def behind_led_to(verb: Verb) -> Ends | None:
    """Who stands behind what prepositions lead to, where nobody stands right behind the verb: "رحبت بالقرار | كينيا"."""
    index = behind_led(verb.draft, verb.at, verb.end, verb.third) if verb.behind < 0 else -1
    return verb.done_by(index) if index >= 0 else None


def behind_taken_up(verb: Verb) -> Ends | None:
    """Who stands behind a preposition whose pronoun takes up who stands before the verb: "حركة الجبل تقف خلفها | كندا"."""
    draft, led = verb.draft, verb.at + 1
    word = draft.words[led] if led < verb.end else None
    before, own = topics.right_before(verb), draft.pronoun_at.get(led, -1)
    if word is None or before is None or own < 0 or "prep" not in word.function or word.conj:
        return None
    topic, pronoun = draft.phrases[before[0]], draft.phrases[own]
    index = draft.at[led + 1] if led + 1 < verb.end and agrees(topic, pronoun.gender, pronoun.number, draft) else -1
    alone = draft.words[verb.at].of_verb(draft.lexicon.groups["stands-or-stops"]) or not takes_object(draft, verb.at)
    if index < 0 or draft.phrases[index].first != led + 1 or not alone:
        return None
    many = draft.phrases[index].kind == "nominal" and topics.alike(draft, draft.phrases[index], verb.third)  # "تقف خلفها | دول كبرى"
    return (index, -1) if _does(draft, index, verb.third) or many else None


def behind_object(verb: Verb) -> Ends | None:
    """The subject that stands behind the object where one of the two shows its case.

    "هاجم الفلسطينيين | مستوطنون", "هاجم الجيش | مسلحون", "زار القاهرة | وفد سوداني".
    """
    if verb.behind < 0:
        return None
    draft, index = verb.draft, verb.behind + 1
    one, two = draft.phrases[verb.behind], draft.phrases[index] if index < len(draft.phrases) else None
    noun = draft.words[one.first]
    if two is None or one.first != verb.at + 1 or not one.definite or two.kind == "nisba":
        return None
    if two.first != one.named_to + 1 or two.prep or two.pointing or draft.words[two.first].conj or two.sentence != one.sentence:
        return None
    if not verb.agrees_with(two):
        return None
    accusative = one.number == "p" and noun.definite and noun.bare.endswith("ين") and not draft.words[two.first].bare.endswith("ين")
    nominative = takes_object(draft, verb.at) and is_nominative(draft, two) and (two.number == "p" or one.kind != "person")
    return verb.done_by(index) if accusative or nominative else None


def behind_thing(verb: Verb) -> Ends | None:
    """The phrase of who does something to a thing that stands before him and does not agree with the verb.

    "تدعم هذا التوجه | روسيا": it is no "he" who supports.
    """
    if verb.behind < 0:
        return None
    draft, index = verb.draft, verb.behind + 1
    thing = draft.phrases[verb.behind]
    if thing.kind not in THINGS or not thing.definite or index >= len(draft.phrases) or not takes_object(draft, verb.at):
        return None
    other = not thing.gender or thing.number != "s" or any(gender == thing.gender for gender, _ in verb.third)
    stands = not other and draft.phrases[index].first == thing.named_to + 1 and _does(draft, index, verb.third)
    return verb.done_by(index) if stands else None


def _does(draft: Draft, index: int, third: list[tuple[str, str]]) -> bool:
    """Whether a phrase is somebody without preposition who agrees with a verb before it."""
    phrase = draft.phrases[index]
    word = draft.words[phrase.first]
    known = phrase.kind in SOMEBODY or (phrase.kind == "people" and phrase.definite)
    if not known or phrase.prep or word.conj or phrase.pointing or word.bare.endswith("ين"):
        return False
    return any(number == "s" and phrase.gender and same_gender(phrase, gender) for gender, number in third)


def _over(draft: Draft, at: int, end: int) -> int:
    """The token behind a preposition at ``at`` and what it leads to; ``at`` itself where there is none, or its noun may govern on."""
    words = draft.words
    if at + 1 >= end or not (words[at].prep or "prep" in words[at].function) or words[at].conj:
        return at
    head = at if words[at].prep or words[at].pronoun else at + 1
    head += head + 1 < end and "demonstrative" in words[head].function  # "ضد | هذا | المشروع"
    if words[head].pronoun and draft.at[head] < 0:
        return head + 1
    index = draft.at[head]
    if index < 0:
        deed = words[head].masdar and not words[head].definite and head + 1 < end and draft.at[head + 1] >= 0
        return _named_to(draft, draft.phrases[draft.at[head + 1]], head + 1) if deed else at
    return _named_to(draft, draft.phrases[index], head)


def _named_to(draft: Draft, phrase: Phrase, first: int) -> int:
    """The token behind a phrase to which nothing is annexed and that no name behind it tells of; else its own."""
    person = phrase.actor is not None and phrase.actor.kind == "person"
    closed = phrase.kind == "name" or phrase.kind in _THINGS or phrase.kind == "nominal"
    whole = phrase.first == first and closed and not person and phrase.last - first < _FAR
    sure = phrase.kind in ("name", "place") or draft.words[phrase.last].definite or draft.words[phrase.first].definite
    return phrase.named_to + 1 if whole and sure else first
