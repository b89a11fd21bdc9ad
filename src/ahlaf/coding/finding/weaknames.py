"""Weak names of the rule book (a family name, a short form), which the whole document makes count or not.

They count where the document speaks of their actor elsewhere, or where no other actor bears them and the word is nothing
else, or stands beside another's, or in quotation marks of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from ahlaf.coding.names import lastnames
from ahlaf.coding.names.namewords import longest_name
from ahlaf.coding.names.personnames import two_persons
from ahlaf.coding.names.quotednames import QUOTES, in_marks
from ahlaf.coding.nounphrases import bodies, offices, places
from ahlaf.coding.nounphrases.offices import RULERS, holds
from ahlaf.coding.nounphrases.phrases import is_adjective
from ahlaf.coding.times.calendars import Now
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import COMMUNITIES, FACTIONS
from ahlaf.coding.words.word import PARTICIPLES, TENSED, Word
from ahlaf.lexicon.entries import Name
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor

Weak = tuple[int, int, Name]
"""Where a weak name stands, first and last token, and one that it may be."""


class Told(NamedTuple):
    """Of what a document speaks, by which its weak names are told apart."""

    spoken_of: Counter[str]
    """How often of each actor, by id."""
    countries: Counter[str]
    """How often of the actors of each country."""
    lands: Counter[str]
    """The same, adjectives of origin counted as well."""
    own: Collection[str]
    """Last names of those whom it names in full."""
    titled: Collection[str]
    """Known persons whom it calls by a title, by id."""


def accepted(draft: Draft, weak: Sequence[Weak]) -> list[Phrase]:
    """The weak names that count, as phrases."""
    by_place: dict[tuple[int, int], list[Name]] = {}
    for first, last, name in weak:
        by_place.setdefault((first, last), []).append(name)
    about = _spoken_of(draft, weak)
    added = []
    for (first, last), found in by_place.items():
        names = _possible(draft, first, last, found, about.countries)
        if names and (chosen := _chosen(draft, first, last, names, about)) is not None:
            added.append(_phrase(draft, first, last, names, chosen, about))
    return added


def _spoken_of(draft: Draft, weak: Sequence[Weak]) -> Told:
    """Of what the document speaks, weak names among it that are sure by what stands beside them."""
    spoken_of = Counter(p.actor.id for p in draft.phrases if p.actor is not None)
    countries = Counter(p.actor.country for p in draft.phrases if p.actor is not None and p.actor.country)
    for land, power in places.occupied(draft.lexicon).items():
        countries[power] += countries[land] > 0  # where one is spoken of, the other is
    lands = countries + Counter(word.nisba.actor.country for word in draft.words if word.nisba is not None)
    for phrase in draft.phrases:
        spoken_of.update(_employers(draft, phrase))
        if (head := offices.named_head(draft, phrase)) is not None:
            spoken_of[head.id] += 1
    jihad = any(p.actor is not None and _of_no_state(p.actor) for p in draft.phrases)
    sure = [w for w in weak if _told_by_its_people(draft, *w) or (jihad and _beside_its_like(draft, *w))]
    spoken_of += Counter(name.actor.id for _, _, name in sure)
    titled = {ident for p in draft.phrases if (ident := _titled(draft, p))}
    return Told(spoken_of, countries, lands, lastnames.bearers(draft), titled)


def _chosen(draft: Draft, first: int, last: int, names: list[Name], about: Told) -> Name | None:
    """Which of the names that some words may be they are; None where they are no name here."""
    word, one, spoken_of, countries = draft.words[first], names[0], about.spoken_of, about.countries
    if first == last and word.generic is not None and not any(_may_be_alone(n, spoken_of) for n in names):
        return None  # "التحالف", "الحزب": the nearest such, not one actor's by right
    known = sorted((n for n in names if spoken_of[n.actor.id]), key=lambda n: (-spoken_of[n.actor.id], -countries[n.actor.country]))
    if all(n.actor.kind == "state" for n in names) and (len(names) > 1 or not known):
        known = [_of_most(names, about.lands)]
    if bodies.anothers(draft, first, last):
        return None
    if known:
        return known[0]
    if len(one.tokens) == 1 and one.tokens[0] in about.own:
        return None  # "العماري" is the Ammari whom the document names in full, not the lexicon's best known one
    beside = _beside_another(draft, first) or any(_and_its_like(draft, first, last, n.actor) for n in names)
    set_off = one.actor.kind in _SET_OFF and (in_marks(draft, first, last) or _in_brackets(draft, first, last))
    plain = len(one.tokens) == 1 and bool(word.entries or word.generic) and not (beside or set_off)
    alone = (len({n.actor.id for n in names}) == 1 and not plain) or _a_ruler(draft, first, names, about.lands)
    if alone and (beside or not _abroad(draft, one, countries)):
        return one
    return _a_leader(draft, first, last, names, about.lands) or _of_here(names, countries) or _who_rules(draft, names, about.titled)


def _phrase(draft: Draft, first: int, last: int, names: list[Name], chosen: Name, about: Told) -> Phrase:
    """What a weak name becomes."""
    word, lands = draft.words[first], about.lands
    phrase = Phrase(first, last, first, "name", chosen.actor)
    if len(names) == 1 and lands and _a_common_noun(draft, first, last, chosen) and not _spoken_of_there(draft, first, chosen, lands):
        phrase.actor = Actor(f"text:{bare_article(word.fold)}", draft.text(first, last), "", chosen.actor.kind, "")  # "العدو" in Yemen
    if draft.at[first] >= 0 and _ends_with_its_mark(draft, first, last):
        phrase.last, phrase.core = max(last, draft.phrases[draft.at[first]].last), last  # 'حزب "الوسط" المعارض'
    slain = draft.lexicon.groups["slain"]
    if first and first == last and not slain.get(bare_article(draft.words[first - 1].stem), "-"):
        phrase.actor = draft.lexicon.actors.get(slain.get(word.fold, ""), chosen.actor)  # "اغتيال الحريري"
    phrase.strong = about.spoken_of[chosen.actor.id] > 0 or chosen.actor.kind == "state"
    phrase.gender, phrase.number, phrase.ref, phrase.prep = chosen.gender, chosen.number, chosen.ref, word.prep
    phrase.definite = True
    return phrase


def _may_be_alone(name: Name, spoken_of: Counter[str]) -> bool:
    """Whether a general noun may be a name: a state's, or a channel's of which the document speaks: "الجزيرة" is no island there."""
    return name.actor.kind == "state" or (name.actor.sector == "JRN" and name.actor.kind == "organisation" and spoken_of[name.actor.id] > 0)


def _employers(draft: Draft, phrase: Phrase) -> list[str]:
    """The ids of the media for whom somebody works, by his title: "مراسلة | الجزيرة شيرين أبو عاقلة", 'مراسل "الجزيرة"'."""
    word = draft.words[phrase.first]
    if phrase.kind == "pronoun" or word.definite or phrase.last == phrase.first or not _of_the_press(draft, phrase):
        return []
    at = phrase.first + 1 + (draft.words[phrase.first + 1].kind == "punct")
    if at >= len(draft.words) or draft.words[at].prep or draft.words[at].conj:
        return []
    names = [n for n in draft.lexicon.names.get(draft.words[at].fold, ()) if n.actor.sector == "JRN" and n.actor.kind == "organisation"]
    found = longest_name(draft, at, names)
    return [found[0].actor.id] if found is not None else []


def _of_the_press(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase begins with a journalist's title."""
    word = draft.words[phrase.first]
    said = any(len(tokens) == 1 and sector == "JRN" for tokens, sector in draft.lexicon.titles.get(word.stem, ()))
    return said or (word.generic is not None and word.generic.sector == "JRN")


def _titled(draft: Draft, phrase: Phrase) -> str:
    """The id of the known person whom a title stands before: "خادم الحرمين الشريفين الملك | عبد الله بن عبد العزيز"; empty for none."""
    if phrase.kind != "person" or phrase.named_from < 0:
        return ""
    names = [n for n in draft.lexicon.names.get(draft.words[phrase.named_from].fold, ()) if n.strong and n.actor.kind == "person"]
    found = longest_name(draft, phrase.named_from, names)
    return found[0].actor.id if found is not None else ""


def _a_common_noun(draft: Draft, first: int, last: int, name: Name) -> bool:
    """Whether the only name of a state by one word is a noun of the language, and no capital or seat: "العدو", "الإدارة"."""
    word = draft.words[first]
    return first == last and word.definite and word.nominal and bool(word.entries or word.generic) and name.actor.kind == "state"


def _spoken_of_there(draft: Draft, at: int, name: Name, lands: Counter[str]) -> bool:
    """Whether the document speaks of the state, or of one where the word means that state: "العدو" in Lebanon."""
    told = draft.lexicon.groups["at-scene"].get(draft.words[at].stem, "").split()
    there = (scene for scene, _, ident in (one.partition("=") for one in told) if ident == name.actor.id)
    return any(lands[state] for state in (name.actor.country, *there))


def _of_most(names: list[Name], lands: Counter[str]) -> Name:
    """Of the states that share a short name the one that the document speaks of most, else the first that the rule book has.

    "المملكة" is Bahrain where the text is on Bahrain, and not where Bahrain is once one of several.
    """
    most = max(names, key=lambda n: lands[n.actor.country])
    count = lands[most.actor.country]
    return most if count > 1 or (count and len(lands) == 1) else names[0]


def _abroad(draft: Draft, name: Name, countries: Counter[str]) -> bool:
    """Whether a body is of a state that the document never speaks of, while it speaks of others: "الجيش الوطني" is many's."""
    actor = name.actor
    of_state = actor.kind not in ("person", "state", "place") and actor.country in draft.lexicon.actors
    return of_state and bool(countries) and not countries[actor.country]


def _a_ruler(draft: Draft, at: int, names: list[Name], lands: Collection[str]) -> bool:
    """Whether a word that means something else is who rules a state that the document speaks of, where a name may stand.

    "تدعم روسيا الأسد في سوريا"; "انقلب الحوثيون على هادي", but "رجل هادي", "لصالح اليمن".
    """
    whose = {n.actor.id: n.actor for n in names}
    ruler = next(iter(whose.values()))
    rules = ruler.kind == "person" and ruler.country in draft.lexicon.served.get(ruler.id, ()) and ruler.country in lands
    word, start = draft.words[at], draft.stretches[draft.sentence_of[at]].first
    if len(whose) > 1 or not rules or word.pronoun:
        return False
    if word.definite:
        return True
    before = draft.words[at - 1] if at > start else None
    behind = draft.word_behind(at)
    if word.prep or word.bare.endswith("ا") or (behind is not None and (behind.prep == "ل" or (behind.nominal and not behind.definite))):
        return False
    if before is None or before.kind == "punct" or draft.at[at - 1] >= 0:
        return True
    if before.kind == "func":
        return ("prep" in before.function and before.stem not in _IN) or "subordinator" in before.function
    opens = at - 1 == start and behind is not None and behind.definite and not behind.prep  # "حكم | صدام العراق"
    return before.verb and (opens or not before.nominal)


def _a_leader(draft: Draft, first: int, last: int, names: list[Name], lands: Collection[str]) -> Name | None:
    """Of several of one last name who leads a party or force of a country that the document speaks of, where somebody acts.

    "اتهم الصدر الحكومة العراقية": right behind a verb of a deed or of saying, which no chest does.
    """
    before = draft.word_before(first)
    behind = draft.word_behind(last)
    acts = before is not None and before.verb and (before.senses or before.reports) and not before.pronoun
    if not acts or not draft.words[first].definite or draft.sentence_of[first - 1] != draft.sentence_of[first]:
        return None
    if behind is not None and behind.definite and is_adjective(behind) and behind.nisba is None:
        return None
    year = Now(draft.document.date).year
    leading = {n.actor.id: n for n in names if n.actor.kind == "person" and n.actor.country in lands and _leads(draft, n.actor, year)}
    return next(iter(leading.values())) if len(leading) == 1 else None


def _leads(draft: Draft, person: Actor, year: int | None) -> bool:
    """Whether somebody is known to lead something in a year, or still, where no day is known."""
    roles = draft.lexicon.roles
    held = (at for of in draft.lexicon.served.get(person.id, ()) for at in roles.get(("leader", of), ()))
    return holds((at for at in held if at[2].id == person.id), year)


def _who_rules(draft: Draft, names: list[Name], titled: Collection[str]) -> Name | None:
    """Of the kings who bear one title of several words whom the document names, or of its day, or of now: "خادم الحرمين"."""
    year, roles = Now(draft.document.date).year, draft.lexicon.roles
    persons = {n.actor.id: n for n in names if n.actor.kind == "person" and len(n.tokens) > 1}
    named = persons.keys() & set(titled)
    if len(named) == 1:
        return persons[named.pop()]
    ruling = []
    for ident, name in persons.items():
        held = (at for of in draft.lexicon.served.get(ident, ()) for role in RULERS - {"crown-prince"} for at in roles.get((role, of), ()))
        if holds((at for at in held if at[2].id == ident), year):
            ruling.append(name)
    return ruling[0] if len(ruling) == 1 else None


_IN: Final = frozenset(("في", "من", "غير", "كل"))
"""Before a noun of the state, "في صالح", as often as before a name."""


def _of_here(names: list[Name], countries: Counter[str]) -> Name | None:
    """Of several bodies of one name, in several words, the one of the country that the document speaks of most."""
    several = [n for n in names if len(n.tokens) > 1 and n.actor.kind not in ("person", "state") and countries[n.actor.country]]
    return max(several, key=lambda n: countries[n.actor.country], default=None)


def _possible(draft: Draft, first: int, last: int, names: list[Name], countries: Counter[str]) -> list[Name]:
    """The names that may stand where another phrase was found: any instead of a common noun, of organs only their own.

    "قوات الاحتلال" is somebody's army where the text speaks of the country, and no noun for whoever's forces.
    """
    if draft.at[first] < 0:
        return names
    covering = draft.phrases[draft.at[first]]
    if covering.last > last and not _ends_with_its_mark(draft, first, last):
        return []
    if covering.kind == "organ":
        return [n for n in names if covering.first == first and n.actor.kind in _POWERS and countries[n.actor.country]]
    return names if covering.kind in ("thing", "act", "nominal", "place") else []


def _ends_with_its_mark(draft: Draft, first: int, last: int) -> bool:
    """Whether the mark that closes a name stands behind it, so that it goes no further: 'حزب "الوسط" | المعارض'."""
    opened = (QUOTES[draft.words[at].bare] for at in range(first + 1, last) if draft.words[at].bare in QUOTES)
    return last + 1 < len(draft.words) and draft.words[last + 1].bare in opened


_POWERS: Final = frozenset(("force", "state"))


def _told_by_its_people(draft: Draft, first: int, last: int, name: Name) -> bool:
    """Whether a common word is surely a group's name, for its people stand before it or it does what only a group does.

    "مقاتلو القاعدة", "قيادي في القاعدة", "تبنت القاعدة الهجوم"; "يتهم السنة", for a year is feminine.
    """
    word, before = draft.words[first], draft.word_before(first)
    behind = draft.word_behind(last)
    if name.actor.kind not in FACTIONS | {"social-group"} or not word.definite or word.generic is not None or before is None:
        return False
    if behind is not None and behind.definite and is_adjective(behind):
        return False  # "القاعدة العسكرية"
    if draft.sentence_of[first - 1] != draft.sentence_of[first]:
        return False
    if name.actor.kind == "social-group" and _joined_to(draft, first, last, COMMUNITIES):
        return True  # "الأكراد والسنة"
    if not word.prep and not word.conj and before.verb and not before.nominal and not before.pronoun:
        return _acts(draft, name.actor.kind, before, word, behind)
    if name.actor.kind in FACTIONS and _belong_to(draft, first):
        return True
    people = draft.words[first - 2] if before.stem in ("في", "من") and first > 1 else before
    return name.actor.kind in FACTIONS and not people.definite and bare_article(people.stem) in draft.lexicon.groups["followers"]


def _of_no_state(actor: Actor) -> bool:
    return actor.kind == "armed-group" and actor.country == "IMG"


def _beside_its_like(draft: Draft, first: int, last: int, name: Name) -> bool:
    """Whether a common noun is a group beyond one state, where a text tells of another and of no such thing: "القاعدة" beside Daesh."""
    word = draft.words[first]
    if not _of_no_state(name.actor) or first != last or not word.definite or word.pronoun:
        return False
    return not any(_is_the_thing(draft, at, word) for at in range(len(draft.words)))


def _is_the_thing(draft: Draft, at: int, like: Word) -> bool:
    """Whether a word is a group's name as the noun that it is: "قاعدة", "القاعدة | العسكرية"."""
    word, behind = draft.words[at], draft.word_behind(at)
    if bare_article(word.stem) != bare_article(like.stem):
        return False
    described = behind is not None and behind.definite and not (behind.conj or behind.prep) and is_adjective(behind)
    return not word.definite or bool(word.pronoun) or described


def _belong_to(draft: Draft, at: int) -> bool:
    """Whether what stands before a word says that somebody belongs or is bound to it: "تابعين للقاعدة", "المنتمي إلى القاعدة"."""
    words, start = draft.words, draft.stretches[draft.sentence_of[at]].first
    tie = at - 1 if words[at].prep else at - 2
    if tie < start or words[at].conj or not (words[at].prep in ("ل", "ب") or words[at - 1].stem in ("الي", "مع")):
        return False
    senses = (s for e in words[tie].entries if e.kind in PARTICIPLES | TENSED for s in e.lexeme.senses)
    return any(s.relation in ("ALLY", "MEMBER") for s in senses)


def _acts(draft: Draft, kind: str, verb: Word, word: Word, behind: Word | None) -> bool:
    """Whether a verb right before a word tells what only such a group does: it says something, an armed one does something."""
    if kind == "social-group":
        return bool(verb.senses) and verb.gender == "m" and all(e.gender != "m" for e in word.entries)
    if kind == "armed-group" and verb.senses:
        return verb.gender == word.gender
    return bool(verb.reports) and behind is not None and behind.fold in draft.lexicon.groups["that"]


def _beside_another(draft: Draft, at: int) -> bool:
    """Two last names side by side prove each other, whatever else they mean: "التقى بري جنبلاط" (بري: of the land)."""
    return two_persons(draft, at) or two_persons(draft, at - 1)


def _and_its_like(draft: Draft, first: int, last: int, actor: Actor) -> bool:
    """Whether و joins it to the name of a group or party of the same country: "بين فتح وحماس" (فتح: opening).

    What has several words needs no country: "حزب الله والجهاد الإسلامي والحوثيون".
    """
    if actor.kind not in FACTIONS:
        return False
    return any(first < last or group.country == actor.country for group in _joined_to(draft, first, last, FACTIONS))


def _joined_to(draft: Draft, first: int, last: int, kinds: frozenset[str]) -> list[Actor]:
    """The named actors of some kinds that "and", "or" or a comma joins to what stands here, before it and behind it."""
    words = draft.words
    behind = last + 1 if last + 1 < len(words) and words[last + 1].conj == "و" else -1
    before = first - 1 if words[first].conj == "و" else -1
    if last + 2 < len(words) and words[last + 1].fold in _JOINS:
        behind = last + 2
    if first > 1 and words[first - 1].fold in _JOINS:
        before = first - 2
    joined = (draft.phrases[draft.at[at]] for at in (before, behind) if at >= 0 and draft.at[at] >= 0)
    return [p.actor for p in joined if p.kind == "name" and p.actor is not None and p.actor.kind in kinds]


def _in_brackets(draft: Draft, first: int, last: int) -> bool:
    """Whether brackets behind a general noun for groups name one of them: "تنظيمات إرهابية (القاعدة)"."""
    words = draft.words
    if first < 2 or last + 1 >= len(words) or (words[first - 1].bare, words[last + 1].bare) != ("(", ")") or draft.at[first - 2] < 0:
        return False
    noun = words[draft.phrases[draft.at[first - 2]].head]
    return noun.generic is not None and (noun.generic.kind in FACTIONS or noun.stem in draft.lexicon.groups["group-head"])


_JOINS: Final = frozenset(("او", "،", ",", "/"))
_SET_OFF: Final = FACTIONS | {"organisation"}
"""What is written in quotation marks where its name is a common word."""
