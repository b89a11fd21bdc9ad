"""What is coordinated with what.

Phrases joined by و, by "فضلا عن" and its like or by commas that a و closes stand in one function, whatever the one
preposition before them says. Who is joined over what stands between is found by :mod:`.joinedover`, over what is told of
the one before by :mod:`.joinedaround`; whether و joins nobody and begins a clause, by :mod:`.newclauses`; which are the
examples of a general word, by :mod:`ahlaf.coding.nounphrases.listed`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from ahlaf.coding.actors import joinedaround, joinedover, newclauses, rows
from ahlaf.coding.clauses.addressed import is_spoken_to
from ahlaf.coding.nounphrases import listed, origins, partitives, whosepeople
from ahlaf.coding.words.agreement import is_human
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.governed import aside, is_latter, opens_topic, within_number
from ahlaf.coding.words.kinds import SOMEBODY_OR_MANY, THINGS
from ahlaf.coding.words.word import BEFORE_NOUN, PARTICIPLES
from ahlaf.relations import RELATIONS


class Place:
    """Where a phrase stands that somebody before it may be joined with: what all joiners need to know."""

    __slots__ = ("draft", "first_of_two", "index", "one", "previous", "two")

    def __init__(self, draft: Draft, index: int, previous: int, first_of_two: int) -> None:
        self.draft = draft
        self.index = index
        self.previous = previous
        """The last phrase before it that doesn't only point to somebody."""
        self.first_of_two = first_of_two
        """To whom "between" has led, whose other hasn't come yet; -1 for nobody."""
        self.one, self.two = draft.phrases[previous], draft.phrases[index]


Joiner = Callable[[Place], int]
"""Where one reason tells that a phrase stands as somebody before it does: who begins that one's list; else -1."""


def join(draft: Draft) -> None:
    """Fill ``group`` of every phrase, and ``listed`` of the examples among them."""
    _coordinate(draft)
    for index, phrase in enumerate(draft.phrases):
        if not phrase.pointing and phrase.group != index:
            draft.group_size[phrase.group] = draft.group_size.get(phrase.group, 1) + 1
    listed.find(draft)


def _coordinate(draft: Draft) -> None:
    previous = first_of_two = -1
    for index, phrase in enumerate(draft.phrases):
        phrase.group = index
        if phrase.pointing:
            continue
        begins_anew = index in draft.of_several and previous not in draft.of_several  # "يضم مصر وكينيا، | والثاني يضم"
        if previous >= 0 and not begins_anew:
            place = Place(draft, index, previous, first_of_two)
            lead = _lead(place)
            if lead >= 0:
                phrase.group, phrase.prep = lead, draft.phrases[lead].prep
            first_of_two = place.first_of_two
        if phrase.prep == "بين" and phrase.group == index and not begins_anew:
            first_of_two = index
        previous = index


def _lead(place: Place) -> int:
    """What the first joiner answers that has an answer."""
    for joiner in JOINERS:
        if (lead := joiner(place)) >= 0:
            place.draft.joined_by[place.index] = joiner.__name__
            return lead
    return -1


def partner_by_name(place: Place) -> int:
    """The name of a partner stands where he does: "هاجم الحوثيون حليفهم | صالح"."""
    one, two = place.one, place.two
    named = bool(place.draft.words[one.first].pronoun) and one.kind == "nominal" and one.reach >= two.last and one.actor is two.actor
    return one.group if named else -1


def another_of_his_kind(place: Place) -> int:
    """Another of a kind, behind what is told of the first: "فصائل تدعمها كندا | وأخرى تدعمها كينيا"."""
    draft, two = place.draft, place.two
    kind = draft.another.get(place.index, -1) if two.conj else -1
    return draft.phrases[kind].group if kind >= 0 and draft.phrases[kind].named_to + 1 < two.first else -1


def two_origins(place: Place) -> int:
    """Two adjectives of origin say who does one deed together: "القصف الأمريكي | البريطاني", "وساطة قطرية | مصرية"."""
    return place.one.group if _do_together(place.draft, place.previous, place.index) else -1


def over_what_is_between(place: Place) -> int:
    """Another stands right before "and" than he who is meant: "تدعم إيران الحوثيين في اليمن | وحماس في غزة"."""
    over = max(joinedover.find(place.draft, place.index), joinedaround.find(place.draft, place.index))
    return place.draft.phrases[over].group if over >= 0 else -1


def some_of_them(place: Place) -> int:
    """And some of those who stand there: "هدد نتنياهو وعدد من | وزرائه"."""
    return place.one.group if partitives.join(place.draft, place.one, place.two) else -1


def and_with_him(place: Place) -> int:
    """"And with him", no verb between: "رفضت مصر والأردن، ومعهما | قطر"."""
    draft, one, two = place.draft, place.one, place.two
    at = two.first - 1
    if at < 1 or two.prep or draft.words[at].stem != "مع" or not (draft.words[at].pronoun and draft.words[at].conj):
        return -1
    between = draft.words[one.named_to + 1 : at]
    beside = len(between) <= 1 and all(word.kind == "punct" and word.bare in "،," for word in between)
    somebody = two.kind in SOMEBODY_OR_MANY or two.kind == "nominal"
    fits = _may_mean(draft, at, place.previous)
    return one.group if beside and somebody and fits and one.kind not in _NOBODY and one.sentence == two.sentence else -1


def over_his_name(place: Place) -> int:
    """Men show their case and stand over his name whose the others are: "أنصار الرئيس محمد مرسي | ومعارضوه"."""
    head = joinedover.as_subject(place.draft, place.previous, place.two)
    return place.draft.phrases[head].group if head >= 0 else -1


def second_of_two(place: Place) -> int:
    """The other of two whom "between" asks for: "بين الجيش | والحزب", "بين الجيش بقيادة حفتر | والقوة الثالثة"."""
    draft, first = place.draft, place.first_of_two
    if first < 0 or not _joined(draft, place.one, place.two):
        return -1
    if place.one.group != first and not _is_the_other(draft, first, place.previous, place.index):
        return -1
    place.first_of_two = -1  # both have come
    return first


def side_by_side(place: Place) -> int:
    """One behind the other, joined by "and" or by commas that an "and" closes: "هاجمت كندا كينيا | وأوغندا"."""
    return place.one.group if _joined(place.draft, place.one, place.two) else -1


JOINERS: Final[tuple[Joiner, ...]] = (
    another_of_his_kind,
    partner_by_name,
    two_origins,
    over_what_is_between,
    some_of_them,
    and_with_him,
    over_his_name,
    second_of_two,
    side_by_side,
)
"""All that join a phrase to one before it, the surest first."""


def _may_mean(draft: Draft, at: int, index: int) -> bool:
    """Whether a pronoun may mean somebody, or all those whom he ends: "قصف الحوثيون مأرب، | ومعهم خبراء" are not with the town."""
    one, pronoun = draft.phrases[index], draft.words[at].pronoun
    if pronoun in ("هم", "هما"):
        return one.number in ("p", "d") or one.group != index
    if one.number == "p" and is_human(one):
        return False
    gender = "f" if one.number == "p" else one.gender
    return not gender or gender == ("f" if pronoun == "ها" else "m")


_NOBODY: Final = THINGS | {"nisba"}


def _do_together(draft: Draft, one: int, two: int) -> bool:
    """Whether two origins of one deed do it together; "الحرب العراقية | الإيرانية" is between them: its masdar has a partner."""
    row = origins.row(draft, one)
    if two not in row or not draft.phrases[row[0]].first:
        return False
    if len({draft.words[draft.phrases[i].first].bare.endswith("ا") for i in (one, two)}) > 1:
        return False  # "قتل كندي يابانيا": one does it to the other
    deed = draft.words[draft.phrases[row[0]].first - 1]
    nouns, masdars = ([s for e in deed.entries if e.kind == kind for s in e.lexeme.senses] for kind in ("noun", "masdar"))
    if any("بين" in s.source for s in (*nouns, *masdars)):
        return False
    partners = [s for s in masdars or nouns if RELATIONS[s.relation].mutual and (not masdars or not _PARTNER.isdisjoint(s.target))]
    return bool(masdars or nouns) and not partners


_PARTNER: Final = frozenset(("obj", "مع", "من"))
"""Where he stands with whom one does what two do; "بين" and "لدى" lead to others, for whom one does it."""


def _is_the_other(draft: Draft, first: int, before: int, index: int) -> bool:
    """Whether a phrase is the second of two that بين asks for, though it stands behind what only describes the first.

    "بين الجيش بقيادة حفتر | والقوة الثالثة", "بين الفصائل المدعومة من أنقرة | وداعش"; of several the last one: "من إيران وروسيا | وداعش".
    """
    one, other, two = draft.phrases[first], draft.phrases[before], draft.phrases[index]
    if two.conj != "و" or two.prep or one.sentence != two.sentence or two.first - one.last > _DESCRIBED:
        return False
    between = range(one.last + 1, two.first)
    if any(draft.verb_at(at) and not draft.words[at].nominal for at in between):
        return False
    lead = draft.phrases[other.group]
    participle = any(e.kind in PARTICIPLES for e in draft.words[lead.first - 1].entries)
    described = participle or lead.prep == "من" or lead.first - 1 in draft.fixed or (lead.prep == "في" and one.number != "p")
    after = draft.phrases[index + 1] if index + 1 < len(draft.phrases) else None
    last = after is None or after.conj != "و" or after.sentence != two.sentence or after.first > two.named_to + 1
    return described and last


_DESCRIBED: Final = 14
"""So many tokens may describe the first of two before the second."""


def _only_a_deed(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase is a masdar that no table knows for a deed among actors, whatever plural is written like it."""
    word = draft.words[phrase.head]
    return phrase.kind in ("thing", "nominal") and word.masdar and word.generic is None and not word.senses


class Link(NamedTuple):
    """What stands between two phrases that may be joined."""

    conj: bool
    """"And", "or" or another word that joins."""
    comma: bool
    added: bool
    """A word for one more right before the second: "فضلا عن", "إلى جانب"."""


def _joined(draft: Draft, one: Phrase, two: Phrase) -> bool:
    """Whether nothing but what joins stands between two phrases, and they are of one kind."""
    link = _link(draft, one, two)
    if link is None or (two.prep and two.prep != one.prep and not link.added):
        return False
    if _deed(draft, one) != _deed(draft, two) or is_latter(draft, two) or whosepeople.joins_the_owner(draft, one, two):
        return False
    if one.kind not in THINGS and _only_a_deed(draft, two):
        return False  # "الانسحاب من أفغانستان | والبدء في التفاوض", "تقسيم المنطقة | واللعب على أوتارها"
    if (one.kind in THINGS) != (two.kind in THINGS) and one.kind != "name" and two.kind != "name":
        return link.conj and _means_too(draft, one, two)
    if (one.kind == "nisba") != (two.kind == "nisba"):
        return False
    if link.conj or link.added:
        return not newclauses.begins(draft, one, two)
    in_a_row = link.comma and (rows.closed_by_and(draft, two) or rows.without_and(draft, one, two))
    return (in_a_row and not is_spoken_to(draft, one, two)) or rows.begins(draft, one, two)


def _link(draft: Draft, one: Phrase, two: Phrase) -> Link | None:
    """What joins two phrases; None where what stands between parts them, or they are too far from one another."""
    conj, comma = two.conj == "و", False
    if two.first - one.last > _NEAR or one.sentence != two.sentence:
        return None
    if one.prep == two.prep == "بين" and not conj and draft.words[two.first - 1].fold == "بين":
        return None  # "اشتباكات بين حيين، بين | الجيش والمسلحين"
    at_his_side = two.prep == "الي جانب"
    joining = ("joins", "with") if at_his_side else ("joins",)
    added = stepped = -1
    for at in range(one.last + 1, two.first + 1):
        word = draft.words[at]
        added = max([added, *(last for last, kind, _, _ in draft.cues.get(at, ()) if kind in joining)])
        stepped = max(stepped, aside(draft, at))
        if at <= max(added, stepped) or at == two.first:
            continue
        if word.kind == "punct" and word.bare in rows.WITHIN:
            comma = comma or word.bare in "،,"
        elif word.kind == "func" and (does := _between(draft, one, at, comma=comma)) != "parts":
            conj = conj or does == "joins"
        elif word.kind != "number":
            return None
    one_more = added >= two.first - 1 and (not at_his_side or (comma and not one.prep and _between_commas(draft, two)))
    return Link(conj, comma, one_more)


def _between(draft: Draft, one: Phrase, at: int, *, comma: bool) -> str:
    """What a small word between two phrases does: it "joins" them, "parts" them, or only "stands" there."""
    word, groups = draft.words[at], draft.lexicon.groups
    if word.stem in groups["rather"] or opens_topic(draft, at):
        return "parts"  # "لا تحارب تركيا داعش بل | الأكراد", "هاجم داعش كوباني، لكن | الأكراد هزموه"
    if word.fold == _LIKEWISE and not comma:
        return "stands"  # "دعا المجلس كذلك | كينيا إلى الحوار"
    if "conj" in word.function or word.fold in groups["joins"] or word.fold == _NOR:
        return "joins"
    if "adverb" in word.function:
        return "stands"  # "لليونان أولا ثم | لقبرص"
    if ("prep" in word.function and not word.pronoun and word.stem == one.prep) or not BEFORE_NOUN.isdisjoint(word.function):
        return "joins" if word.conj == "و" and not within_number(draft, at) else "stands"
    return "parts"


_LIKEWISE: Final = "كذلك"
"""Behind a comma and with و it joins, else it only says that one thing more was done."""
_NOR: Final = "ولا"
"""Joins what is denied: "لم تدعم إيران ولا تركيا الأكراد"."""
_NEAR: Final = 6


def _means_too(draft: Draft, one: Phrase, two: Phrase) -> bool:
    """Whether people are what something is done with, as the thing before them is: "يمدونها بالمال | والرجال"."""
    behind = draft.word_behind(two.named_to)
    beside = one.kind == "thing" and one.prep == "ب" and two.kind == "nominal" and two.first == one.named_to + 1 and two.last == two.first
    return beside and two.number == "p" and (behind is None or behind.kind == "punct")


def _between_commas(draft: Draft, phrase: Phrase) -> bool:
    """Whether a comma closes the phrase: "إيران، إلى جانب روسيا، تدعم" has two who do so."""
    after = phrase.last + 1
    return after < len(draft.words) and draft.words[after].bare in "،,"


def _deed(draft: Draft, phrase: Phrase) -> bool:
    """True for a phrase whose head is a deed (احتلالها), which no name is coordinated with."""
    word = draft.words[phrase.head]
    if word.generic is not None and (word.definite or word.generic.number == "d" or (word.pronoun and word.generic.number == "p")):
        return False  # "التنظيم", "المقاومة", "تنظيمي الفجر والنهار", "أتباعهم" are somebody
    return phrase.kind in ("nominal", "act", "thing") and word.senses and word.masdar
