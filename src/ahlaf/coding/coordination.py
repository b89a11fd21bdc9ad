"""What is coordinated with what.

Phrases joined by و, by "فضلا عن" and its like or by commas that a و closes stand in one function, whatever the one
preposition before them says. Which of them are the examples of a general word is told by :mod:`.listed`.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding import listed, nominalclauses, origins, partitives
from ahlaf.coding.agreement import is_human
from ahlaf.coding.draft import Draft, Phrase
from ahlaf.coding.governed import aside, opens_topic, within_number
from ahlaf.coding.word import PARTICIPLES
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
        before = draft.phrases[previous]
        if previous >= 0 and (_called_by(draft, before, phrase) or _two_origins(draft, previous, index)):
            phrase.group, phrase.prep = draft.phrases[previous].group, draft.phrases[previous].prep
        elif (over := max(find(draft, index) for find in (_over_place, _over_thing, _over_name, _over_owner))) >= 0:
            phrase.group, phrase.prep = draft.phrases[over].group, draft.phrases[over].prep
        elif previous >= 0 and partitives.join(draft, draft.phrases[previous], phrase):
            phrase.group, phrase.prep = draft.phrases[previous].group, draft.phrases[draft.phrases[previous].group].prep
        elif (mate := _with_him(draft, index, previous)) >= 0:
            phrase.group, phrase.prep = mate, draft.phrases[mate].prep
        elif (head := _as_subject(draft, previous, phrase)) >= 0:
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
    somebody = two.kind in _SOMEBODY or two.kind == "nominal"
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


def _over_place(draft: Draft, index: int) -> int:
    """Whom one is joined with over the place where that one is: "تدعم إيران الحوثيين في اليمن | وحماس في غزة"; else -1.

    Behind و stands a group or a man, who can't be where the place is, and right before it the place.
    """
    if index < 2:
        return -1
    two, place, one = draft.phrases[index], draft.phrases[index - 1], draft.phrases[index - 2]
    beside = place.last + 1 == two.first and place.first - one.named_to <= 2 and one.sentence == two.sentence
    if two.conj != "و" or two.prep or not beside or place.prep != "في" or place.conj:
        return -1
    ends = [p.actor.kind if p.actor is not None else "" for p in (one, two)]
    return index - 2 if all(kind in _MEN for kind in ends) and place.kind in ("name", "place") else -1


def _over_name(draft: Draft, index: int) -> int:
    """Whom one of the same kind is joined with over the name that tells of him: "حكومة بقيادة عون | وحكومة بقيادة الحص"; else -1."""
    if index < 2:
        return -1
    two, name, one = draft.phrases[index], draft.phrases[index - 1], draft.phrases[index - 2]
    beside = name.last + 1 == two.first and 1 < name.first - one.last <= _LED_BY and one.sentence == two.sentence
    told = beside and two.conj == "و" and not two.prep and name.kind in ("name", "person") and not name.conj
    alike = one.kind == two.kind == "nominal" and draft.words[one.head].stem == draft.words[two.head].stem
    return draft.phrases[index - 2].group if told and alike else -1


_LED_BY: Final = 4
"""So many tokens a name that tells of somebody may stand behind him: "بقيادة", "المدعومة من"."""


def _over_thing(draft: Draft, index: int) -> int:
    """Who has the one thing where another has a second: "منحت بريطانيا الساحل لفرنسا والجبل | لإيطاليا"; else -1."""
    if index < 2:
        return -1
    two, thing, one = draft.phrases[index], draft.phrases[index - 1], draft.phrases[index - 2]
    return one.group if _has_the_other(draft, one, thing, two) else -1


def _over_owner(draft: Draft, index: int) -> int:
    """What somebody is called, of whom is told that he is another's and yet another's: "حليفا لإيران | وخصما | للسعودية"; else -1."""
    if index < 2:
        return -1
    two, owner, one = draft.phrases[index], draft.phrases[index - 1], draft.phrases[index - 2]
    beside = owner.first == one.named_to + 1 and two.first == owner.named_to + 1 and one.sentence == two.sentence
    if not beside or two.conj != "و" or draft.words[two.first].prep or not owner.prep:
        return -1
    return index - 2 if all(_called(draft, p) for p in (one, two)) or _called_both(draft, index) else -1


def _called_both(draft: Draft, index: int) -> bool:
    """Whether two nouns say how somebody stands to others, each with its own preposition: "صديق لروسيا | وعضو في الناتو"."""
    if index + 1 >= len(draft.phrases):
        return False
    behind, two = draft.phrases[index + 1], draft.phrases[index]
    own = bool(behind.prep) and behind.first - two.named_to <= _BESIDE and behind.sentence == two.sentence and not behind.conj
    words = [draft.words[draft.phrases[i].first] for i in (index - 2, index)]
    ties = [any(s.relation in _STANDS for e in word.entries for s in e.lexeme.senses) for word in words]
    one_man = all(draft.phrases[i].kind == "nominal" and draft.phrases[i].number == "s" for i in (index - 2, index))
    return own and all(ties) and one_man and not any(word.definite or word.pronoun or word.masdar for word in words)


_STANDS: Final = frozenset(("ALLY", "OPPOSE", "MEMBER", "LEAD"))


def _called(draft: Draft, phrase: Phrase) -> bool:
    """Whether a noun for one man shows that it is an accusative: "حليفا"."""
    word = draft.words[phrase.first]
    return phrase.kind == "nominal" and phrase.number == "s" and not word.definite and not word.pronoun and word.bare.endswith("ا")


def _has_the_other(draft: Draft, one: Phrase, thing: Phrase, two: Phrase) -> bool:
    """Whether a thing behind و and right before its own preposition is had by the one behind that, as another is by the one before."""
    beside = thing.first == one.named_to + 1 and two.first - thing.named_to <= _BESIDE and one.sentence == two.sentence
    if not beside or thing.conj != "و" or draft.words[thing.first].prep or draft.words[thing.head].senses or two.conj:
        return False
    return two.prep == one.prep == "ل" and thing.kind in ("thing", "place", "nominal") and all(p.kind in _SOMEBODY for p in (one, two))


_SOMEBODY: Final = frozenset(("name", "person", "organ", "people"))
_MEN: Final = frozenset(("armed-group", "party", "person", "force", "alliance"))


def _as_subject(draft: Draft, previous: int, two: Phrase) -> int:
    """Whom men that show their case are joined with over his name who is annexed to it: "أنصار الرئيس | محمد مرسي | ومعارضوه"; else -1."""
    word = draft.words[two.first]
    shown = word.bare.endswith("ون") or bool(word.pronoun and word.stem.endswith("و"))
    if previous < 1 or two.conj != "و" or two.prep or two.number != "p" or not shown or two.kind not in ("nominal", "people"):
        return -1
    one, head = draft.phrases[previous], draft.phrases[previous - 1]
    beside = two.first == one.named_to + 1 and one.first == head.last + 1 and one.sentence == two.sentence
    annexed = one.kind in ("name", "person") and not one.prep and not one.conj and head.kind == "nominal" and not head.prep
    return previous - 1 if beside and annexed else -1


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
    if any(draft.words[at].finite and draft.words[at].entries and draft.at[at] < 0 and not draft.words[at].nominal for at in between):
        return False
    lead = draft.phrases[other.group]
    participle = any(e.kind in PARTICIPLES for e in draft.words[lead.first - 1].entries)
    described = participle or lead.prep == "من" or lead.first - 1 in draft.fixed or (lead.prep == "في" and one.number != "p")
    after = draft.phrases[index + 1] if index + 1 < len(draft.phrases) else None
    last = after is None or after.conj != "و" or after.sentence != two.sentence or after.first > two.named_to + 1
    return described and last


_DESCRIBED: Final = 14
"""So many tokens may describe the first of two before the second."""
_STEPPED: Final = frozenset(("quantifier", "demonstrative", "numeral"))
_NEAR: Final = 6
_NOR: Final = "ولا"
"""Joins what is denied: "لم تدعم إيران ولا تركيا الأكراد"."""
_BETWEEN: Final = frozenset(("،", ",", "؛", "»", '"', "”", ")", "(", "«", "“"))


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
            if "conj" in classes or word.fold in draft.lexicon.groups["joins"] or word.fold == _NOR:
                conj = True
            elif "adverb" in classes:
                continue  # "لليونان أولا ثم | لقبرص"
            elif ("prep" in classes and not word.pronoun and word.stem == one.prep) or not _STEPPED.isdisjoint(classes):
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
    if _deed(draft, one) != _deed(draft, two) or _is_the_last(draft, two):
        return False
    if one.kind == "name" and two.kind == "thing" and draft.words[two.head].masdar:
        return False  # "الانسحاب من أفغانستان | والبدء في التفاوض"
    if (one.kind in ("thing", "act")) != (two.kind in ("thing", "act")) and one.kind != "name" and two.kind != "name":
        return False
    if (one.kind == "nisba") != (two.kind == "nisba"):
        return False
    if conj or added_to:
        return not any(of_its_own(draft, one, two) for of_its_own in (_opens_clause, _does_so_too, nominalclauses.opens))
    return (comma and _list_goes_on(draft, two)) or _begins_a_row(draft, one, two)


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


_OPENS_A_LIST: Final = frozenset("،:(")


def _is_the_last(draft: Draft, phrase: Phrase) -> bool:
    """Whether a word means who was named last, and so nobody more: "اتفقت أمريكا مع إيران، | والأخيرة تهدد السعودية"."""
    word = draft.words[phrase.first]
    return phrase.first == phrase.last and word.definite and word.stem in draft.lexicon.groups["latter"]


_RATHER: Final = frozenset(("بل", "لكن", "انما"))
"""What parts the one from the other."""


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
    shapes = [e for e in verb.entries if e.kind in ("perfect", "imperfect") and e.person == 3 and e.number in number]
    sure = not verb.nominal or (not verb.prep and any(e.kind == "imperfect" for e in shapes))  # "والأقليات | تعارض الحكومة": no masdar
    alone = bool(shapes) and sure and not verb.conj and draft.at[at] < 0
    gender = "f" if several and not people else two.gender  # "والفصائل | تتوعد"
    does_so = alone and any(number == "d" or people or not gender or e.gender == gender for e in shapes)
    told = any(draft.words[at].finite and draft.at[at] < 0 for at in range(stretch.first, one.first))
    told = told or (apart and draft.words[at - 1].kind == "func")  # "صراع بين كينيا والصومال، وأوغندا ما | زالت"
    return does_so and told and not _is_awaited(draft, lead)


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
    if after.sentence != two.sentence or after.conj or after.first - two.named_to > _BESIDE or two.kind == "nisba":
        return False
    if lead.prep in _SIDES:
        return after.prep == lead.prep
    if _has_the_other(draft, one, two, after):
        return True
    before = draft.phrases[one.group - 1] if one.group > 0 else two
    states = all(p.kind == "name" and p.actor is not None and p.actor.kind == "state" for p in (before, one, two, after))
    in_pairs = before.named_to + 1 == lead.first and not lead.conj and after.first == two.named_to + 1
    return states and in_pairs and not (lead.prep or after.prep)


_BESIDE: Final = 2
"""So many tokens on begins what stands right behind a preposition of its own."""
_SIDES: Final = frozenset(("مع", "ضد"))
"""Prepositions that say on whose side somebody is."""


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
        if word.conj == "و" and not _STEPPED.isdisjoint(word.function):
            return at + 1 < len(draft.words) and draft.at[at + 1] >= 0  # "فرنسا | وبعض الدول"
        if word.conj == "و" and (word.nominal or draft.at[at] >= 0) and not word.finite:
            return draft.at[at] >= 0
        if word.finite or (word.kind == "func" and "conj" not in word.function) or (word.kind == "punct" and word.bare not in _BETWEEN):
            return False
    return False
