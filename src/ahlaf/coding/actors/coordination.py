"""What is coordinated with what.

Phrases joined by و, by "فضلا عن" and its like or by commas that a و closes stand in one function, whatever the one
preposition before them says. Who is joined over what stands between is found by :mod:`.joinedover`, over what is told of
the one before by :mod:`.joinedaround`; whether و joins nobody and begins a clause, by :mod:`.newclauses`; which are the
examples of a general word, by :mod:`ahlaf.coding.nounphrases.listed`.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.actors import joinedaround, joinedover, newclauses
from ahlaf.coding.clauses.addressed import is_spoken_to
from ahlaf.coding.nounphrases import listed, origins, partitives, whosepeople
from ahlaf.coding.words.agreement import is_human
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.governed import aside, is_latter, opens_topic, within_number
from ahlaf.coding.words.kinds import SOMEBODY_OR_MANY
from ahlaf.coding.words.word import BEFORE_NOUN, PARTICIPLES
from ahlaf.relations import RELATIONS


def join(draft: Draft) -> None:
    """Fill ``group`` of every phrase, and ``listed`` of the examples among them."""
    _coordinate(draft)
    for index, phrase in enumerate(draft.phrases):
        if not phrase.pointing and phrase.group != index:
            draft.group_size[phrase.group] = draft.group_size.get(phrase.group, 1) + 1
    listed.find(draft)


def _coordinate(draft: Draft) -> None:
    previous = alone = -1
    for index, phrase in enumerate(draft.phrases):
        phrase.group = index
        if phrase.pointing:
            continue
        if (kind := draft.another.get(index, -1)) >= 0 and draft.phrases[kind].named_to + 1 < phrase.first and phrase.conj:
            phrase.group, phrase.prep = draft.phrases[kind].group, draft.phrases[kind].prep
            previous = index
            continue  # "فصائل تدعمها كندا | وأخرى تدعمها كينيا"
        if index in draft.of_several and previous not in draft.of_several:
            previous = index
            continue  # "يضم مصر وكينيا، | والثاني يضم"
        before = draft.phrases[previous]
        if previous >= 0 and (_called_by(draft, before, phrase) or _two_origins(draft, previous, index)):
            phrase.group, phrase.prep = draft.phrases[previous].group, draft.phrases[previous].prep
        elif (over := max(joinedover.find(draft, index), joinedaround.find(draft, index))) >= 0:
            phrase.group, phrase.prep = draft.phrases[over].group, draft.phrases[over].prep
        elif previous >= 0 and partitives.join(draft, draft.phrases[previous], phrase):
            phrase.group, phrase.prep = draft.phrases[previous].group, draft.phrases[draft.phrases[previous].group].prep
        elif (mate := _with_him(draft, index, previous)) >= 0:
            phrase.group, phrase.prep = mate, draft.phrases[mate].prep
        elif (head := joinedover.as_subject(draft, previous, phrase)) >= 0:
            phrase.group, phrase.prep = draft.phrases[head].group, draft.phrases[draft.phrases[head].group].prep
        elif previous >= 0 and _joined(draft, draft.phrases[previous], phrase):
            lead = draft.phrases[previous].group
            if lead == alone or (alone >= 0 and _is_the_other(draft, alone, previous, index)):
                lead, alone = alone, -1
            phrase.group = lead
            phrase.prep = draft.phrases[lead].prep
        elif phrase.prep == "بين":
            alone = index
        previous = index


def _with_him(draft: Draft, index: int, previous: int) -> int:
    """The first of those whom somebody is joined with by "and with him", no verb between: "رفضت مصر والأردن، ومعهما | قطر"; else -1."""
    one, two = draft.phrases[previous], draft.phrases[index]
    at = two.first - 1
    if previous < 0 or at < 1 or two.prep or draft.words[at].stem != "مع" or not (draft.words[at].pronoun and draft.words[at].conj):
        return -1
    between = draft.words[one.named_to + 1 : at]
    beside = len(between) <= 1 and all(word.kind == "punct" and word.bare in "،," for word in between)
    somebody = two.kind in SOMEBODY_OR_MANY or two.kind == "nominal"
    fits = _may_mean(draft, at, previous)
    return one.group if beside and somebody and fits and one.kind not in _THINGS and one.sentence == two.sentence else -1


def _may_mean(draft: Draft, at: int, index: int) -> bool:
    """Whether a pronoun may mean somebody, or all those whom he ends: "قصف الحوثيون مأرب، | ومعهم خبراء" are not with the town."""
    one, pronoun = draft.phrases[index], draft.words[at].pronoun
    if pronoun in ("هم", "هما"):
        return one.number in ("p", "d") or one.group != index
    if one.number == "p" and is_human(one):
        return False
    gender = "f" if one.number == "p" else one.gender
    return not gender or gender == ("f" if pronoun == "ها" else "m")


_THINGS: Final = frozenset(("thing", "act", "nisba"))


def _two_origins(draft: Draft, one: int, two: int) -> bool:
    """Whether two adjectives of origin say who does one deed together: "القصف الأمريكي | البريطاني", "وساطة قطرية | مصرية".

    "الحرب العراقية الإيرانية" is between them: its masdar has a partner.
    """
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


def _called_by(draft: Draft, one: Phrase, two: Phrase) -> bool:
    """Whether the second phrase is the name of a partner whom the first one is: it stands where that stands."""
    return bool(draft.words[one.first].pronoun) and one.kind == "nominal" and one.reach >= two.last and one.actor is two.actor


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
_NEAR: Final = 6
_NOR: Final = "ولا"
"""Joins what is denied: "لم تدعم إيران ولا تركيا الأكراد"."""
_BETWEEN: Final = frozenset(("،", ",", "؛", "»", '"', "”", ")", "(", "«", "“"))


def _only_a_deed(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase is a masdar that no table knows for a deed among actors, whatever plural is written like it."""
    word = draft.words[phrase.head]
    return phrase.kind in ("thing", "nominal") and word.masdar and word.generic is None and not word.senses


_LIKEWISE: Final = "كذلك"
"""Behind a comma and with و it joins, else it only says that one thing more was done."""


def _joined(draft: Draft, one: Phrase, two: Phrase) -> bool:
    if two.first - one.last > _NEAR or one.sentence != two.sentence:
        return False
    conj = two.conj == "و"
    if one.prep == two.prep == "بين" and not conj and draft.words[two.first - 1].fold == "بين":
        return False  # "اشتباكات بين حيين، بين | الجيش والمسلحين"
    comma = False
    beside = two.prep == "الي جانب"
    joining = ("joins", "with") if beside else ("joins",)
    added = stepped = -1
    for at in range(one.last + 1, two.first + 1):
        word = draft.words[at]
        added = max([added, *(last for last, kind, _, _ in draft.cues.get(at, ()) if kind in joining)])
        stepped = max(stepped, aside(draft, at))
        if at <= max(added, stepped) or at == two.first:
            continue
        if word.kind == "punct":
            if word.bare not in _BETWEEN:
                return False
            comma = comma or word.bare in "،,"
        elif word.kind == "func":
            classes = word.function
            if word.stem in _RATHER or opens_topic(draft, at):
                return False  # "لا تحارب تركيا داعش بل | الأكراد", "هاجم داعش كوباني، لكن | الأكراد هزموه"
            if word.fold == _LIKEWISE and not comma:
                continue  # "دعا المجلس كذلك | كينيا إلى الحوار"
            if "conj" in classes or word.fold in draft.lexicon.groups["joins"] or word.fold == _NOR:
                conj = True
            elif "adverb" in classes:
                continue  # "لليونان أولا ثم | لقبرص"
            elif ("prep" in classes and not word.pronoun and word.stem == one.prep) or not BEFORE_NOUN.isdisjoint(classes):
                conj = conj or (word.conj == "و" and not within_number(draft, at))
            else:
                return False
        elif word.kind == "number":
            continue
        else:
            return False
    added_to = added >= two.first - 1 and (not beside or (comma and not one.prep and _between_commas(draft, two)))
    if two.prep and two.prep != one.prep and not added_to:
        return False
    if _deed(draft, one) != _deed(draft, two) or is_latter(draft, two) or whosepeople.joins_the_owner(draft, one, two):
        return False
    if one.kind not in ("thing", "act") and _only_a_deed(draft, two):
        return False  # "الانسحاب من أفغانستان | والبدء في التفاوض", "تقسيم المنطقة | واللعب على أوتارها"
    if (one.kind in ("thing", "act")) != (two.kind in ("thing", "act")) and one.kind != "name" and two.kind != "name":
        return conj and _means_too(draft, one, two)
    if (one.kind == "nisba") != (two.kind == "nisba"):
        return False
    if conj or added_to:
        return not newclauses.begins(draft, one, two)
    listed_ = comma and (_list_goes_on(draft, two) or _row_without_and(draft, one, two))
    return (listed_ and not is_spoken_to(draft, one, two)) or _begins_a_row(draft, one, two)


def _means_too(draft: Draft, one: Phrase, two: Phrase) -> bool:
    """Whether people are what something is done with, as the thing before them is: "يمدونها بالمال | والرجال"."""
    behind = draft.words[two.named_to + 1] if two.named_to + 1 < len(draft.words) else None
    beside = one.kind == "thing" and one.prep == "ب" and two.kind == "nominal" and two.first == one.named_to + 1 and two.last == two.first
    return beside and two.number == "p" and (behind is None or behind.kind == "punct")


def _begins_a_row(draft: Draft, one: Phrase, two: Phrase) -> bool:
    """Whether a comma was left out between states that begin a list: "دول الشمال، النرويج | الدنمارك وآيسلندا".

    Behind a verb the first is who does it, and the others whom it is done to: "هاجمت روسيا | أوكرانيا وجورجيا".
    """
    index = draft.at[two.last] + 1
    opens = one.first > 0 and draft.words[one.first - 1].bare in _OPENS_A_LIST
    if not opens or two.first != one.named_to + 1 or two.prep or index >= len(draft.phrases):
        return False
    last = draft.phrases[index]
    closes = last.first == two.named_to + 1 and last.conj == "و" and not last.prep
    return closes and all(p.kind == "name" and p.actor is not None and p.actor.kind == "state" for p in (one, two, last))


def _row_without_and(draft: Draft, one: Phrase, two: Phrase) -> bool:
    """Whether two are of a row of powers that commas alone part, to its end: of three or more, or in brackets.

    "تحارب كندا داعش، حماس، حزب الله.", "جماعات متطرفة (داعش، حماس)".
    """
    first, last = draft.at[one.first], draft.at[two.first]
    while first > 0 and _comma_between(draft, first - 1, first):
        first -= 1
    while last + 1 < len(draft.phrases) and _comma_between(draft, last, last + 1):
        last += 1
    opens, ends = draft.phrases[first].first - 1, draft.phrases[last].named_to + 1
    closing = draft.words[ends].bare if ends < draft.stretches[two.sentence].end else "."
    bracketed = closing == ")" and opens >= 0 and draft.words[opens].bare == "("
    return (last - first >= _ROW - 1 or bracketed) and closing in _ENDS_A_ROW


def _comma_between(draft: Draft, one: int, two: int) -> bool:
    """Whether nothing but a comma parts two powers of one kind, the first of whom has a name."""
    a, b = draft.phrases[one], draft.phrases[two]
    one_kind = a.kind == "name" and _power(a) != "" and (_power(a) == _power(b) or _is_a_power(draft, b))
    return one_kind and not b.prep and not b.conj and b.first == a.named_to + 2 and draft.words[a.named_to + 1].bare in "،,"


def _power(phrase: Phrase) -> str:
    """What kind of power somebody is by his name; empty for others."""
    kind = phrase.actor.kind if phrase.kind == "name" and phrase.actor is not None else ""
    return "group" if kind in ("armed-group", "party") else kind if kind == "state" else ""


def _is_a_power(draft: Draft, phrase: Phrase) -> bool:
    """Whether one word with its article means a power: "النظام", "المعارضة"."""
    noun = draft.words[phrase.head].generic
    alone = phrase.kind in ("nominal", "organ") and phrase.definite and phrase.first == phrase.last
    return alone and noun is not None and noun.kind in _POWERS


_POWERS: Final = frozenset(("state", "party", "armed-group", "organ"))
_ROW: Final = 3
_ENDS_A_ROW: Final = frozenset((".", ")", "؛", "!", "؟", "…"))
_OPENS_A_LIST: Final = frozenset("،:(")


_RATHER: Final = frozenset(("بل", "لكن", "انما"))
"""What parts the one from the other."""


def _between_commas(draft: Draft, phrase: Phrase) -> bool:
    """Whether a comma closes the phrase: "إيران، إلى جانب روسيا، تدعم" has two who do so."""
    after = phrase.last + 1
    return after < len(draft.words) and draft.words[after].bare in "،,"


def _deed(draft: Draft, phrase: Phrase) -> bool:
    """True for a phrase whose head is a deed (احتلالها), which no name is coordinated with."""
    word = draft.words[phrase.head]
    if word.generic is not None and (word.definite or (word.pronoun and word.generic.number == "p")):
        return False  # "التنظيم", "المقاومة", "أتباعهم" are somebody
    return phrase.kind in ("nominal", "act", "thing") and word.senses and word.masdar


def _list_goes_on(draft: Draft, phrase: Phrase) -> bool:
    """A comma coordinates only in a list that a و closes soon after."""
    for at in range(phrase.last + 1, min(phrase.last + 12, len(draft.words))):
        word = draft.words[at]
        if word.conj == "و" and not BEFORE_NOUN.isdisjoint(word.function):
            return at + 1 < len(draft.words) and draft.at[at + 1] >= 0  # "فرنسا | وبعض الدول"
        if word.conj == "و" and (word.nominal or draft.at[at] >= 0) and not word.finite:
            return draft.at[at] >= 0
        if word.finite or (word.kind == "func" and "conj" not in word.function) or (word.kind == "punct" and word.bare not in _BETWEEN):
            return False
    return False
