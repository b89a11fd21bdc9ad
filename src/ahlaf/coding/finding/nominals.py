"""Finds phrases without a name of their own: peoples and adjectives of origin, general nouns, partners, things and deeds.

Each is an end that a claim may have ("القوى المتحاربة", "السوريون", "الاتفاق"); what only describes, judges or governs is none.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.finding import heads, kindnames, knownnames
from ahlaf.coding.nounphrases import bodies, heldguilty, noorgans, origins
from ahlaf.coding.nounphrases.adjectives import agrees, takes_no_men
from ahlaf.coding.nounphrases.deednouns import deed_done, deed_on, does_so
from ahlaf.coding.nounphrases.describing import describes_too, goes_on, of_which_kind, one_adjective_more, only_describes, says_which
from ahlaf.coding.nounphrases.extent import extend
from ahlaf.coding.nounphrases.ofclauses import of_what_follows, rules_that, tells_of_it
from ahlaf.coding.nounphrases.ofdeeds import of_a_deed, of_his_deed, says_how
from ahlaf.coding.nounphrases.ofstates import says_where, things_of_a_state
from ahlaf.coding.nounphrases.phrases import compound, is_adjective, is_partner, tells_how_many
from ahlaf.coding.words import pronouns
from ahlaf.coding.words.agreement import accusative, agree
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.governed import each_side
from ahlaf.coding.words.kinds import THINGS
from ahlaf.coding.words.word import PARTICIPLES, TENSED, Word
from ahlaf.lexicon.entries import Entry, Generic
from ahlaf.lexicon.names import bare_article

_AGENTS: Final = frozenset(("active", "passive_participle", "noun"))
_NOT_NAMED: Final = (
    *(tells_of_it, goes_on, describes_too, one_adjective_more, says_how, says_where, says_which),
    *(deed_done, deed_on, does_so, rules_that, of_what_follows, of_which_kind, of_a_deed, of_his_deed, pronouns.follows),
    *(heads.made_up_of, heads.not_known, heldguilty.tells_of_another),
)
"""Ways in which a word names nobody though a noun may look so."""
_NO_HEAD: Final = (
    *(heads.only_an_adjective, heads.only_how, heads.only_strength, heads.of_words, heads.allying),
    *(heads.allied, heads.doing_away),
)
"""And in which a general noun is none here."""


def find(draft: Draft, at: int, word: Word) -> Phrase | None:
    """The phrase that begins at a word which no table knows as a name, an office or a title; None where it is nobody."""
    nisba = word.nisba
    if nisba is not None and nisba.actor is not None and origins.of_each_country(draft, at, nisba.actor.id):
        return None
    if (people := _by_origin(draft, at, word)) is not None:
        return people
    some = word.generic is not None and word.generic.kind == "person" and word.number == "p" and not (word.definite or word.pronoun)
    if some and heads.before_two(draft, at):
        return None
    core, known = compound(draft, at)
    nobody = noorgans.is_no_body(draft, at, (word.stem,)) or any(says(draft, at) for says in _NO_HEAD)
    general = None if nobody else known or word.generic
    honoured = kindnames.in_honour(draft, at, word)
    kind = _kind(draft, at, word, general, honoured)
    if kind in THINGS and heads.of_words(draft, at):
        return None
    if not kind or _each_other(draft, at) or any(says(draft, at) for says in _NOT_NAMED):
        return None
    each, many = each_side(draft, at), _are_many(draft, at)
    last = _last(draft, at, kind, core, honoured)
    if many and last == at and at + 1 < len(draft.words) and _describes_many(draft.words[at + 1]):
        last += 1
    phrase = Phrase(at, last, at, "thing" if kind == _FIELD else kind)
    phrase.gender, phrase.number = word.gender, "p" if many else "d" if each else word.number
    phrase.prep = word.prep
    phrase.definite = word.definite or bool(word.pronoun) or honoured > at or each
    if kind == "act":
        phrase.reach = _described_to(draft, at)
    if general:
        phrase.ref = general.ref
    return phrase


def _by_origin(draft: Draft, at: int, word: Word) -> Phrase | None:
    """Who is told by an adjective of origin: "كندي", "الكنديون", "القوات | الكندية", "الدول العربية | والغربية"; else None."""
    nisba = word.nisba
    if nisba is not None and word.prep == "ب" and word.definite and (nisba.gender, nisba.number) == ("f", "s"):
        return None  # a language: "الرئيس (تكلم | بالفرنسية)", "دول ناطقة | بالعربية"
    if nisba is not None and not word.pronoun:
        if _citizen(draft, at):
            phrase = Phrase(at, extend(draft, at, at, annexed=False), at, "nominal")
            phrase.gender, phrase.number, phrase.ref, phrase.prep = nisba.gender, nisba.number, nisba.ref, word.prep
            return phrase
        if nisba.people or (nisba.number == "p" and nisba.gender == "m") or knownnames.counted(draft, at) or _stands_for_people(draft, at):
            return _people(draft, at, word)
        previous = draft.at[at - 1] if at else -1
        after_noun = at > 0 and draft.words[at - 1].nominal and draft.words[at - 1].kind != "punct"
        if after_noun or previous >= 0 or word.definite or origins.behind_a_dash(draft, at):
            phrase = Phrase(at, at, at, "nisba", nisba.actor)
            phrase.gender, phrase.number, phrase.ref = nisba.gender, nisba.number, nisba.ref
            phrase.prep, phrase.definite = word.prep, word.definite
            return phrase
    if (bloc := origins.beside_one(draft, at)) is not None:
        named = bool(word.conj) and draft.at[at - 1] >= 0 and draft.phrases[draft.at[at - 1]].kind == "name"
        phrase = Phrase(at, at, at, "name" if named else "nisba", bloc)  # "الدول العربية | والغربية"
        phrase.gender, phrase.number, phrase.definite = word.gender, "s", word.definite
        return phrase
    return None


_FIELD: Final = "field"
"""An undertaking that is called by what it is for; among phrases it is a thing."""


def _kind(draft: Draft, at: int, word: Word, general: Generic | None, honoured: int) -> str:
    """What a noun is, somebody ("nominal"), a thing, a deed ("act") or an undertaking; empty where it is none of these."""
    if honoured > at:
        return "nominal" if general is not None else "thing"
    kind = ""
    if general is not None:
        kind = "" if opens_with_a_verb(draft, at) else "nominal"
    elif word.nominal and any(_are_some(e) for e in word.entries):
        if word.definite or word.pronoun or _who_do(draft, at):
            kind = "thing" if things_of_a_state(draft, at) else "nominal"
    elif word.pronoun and bodies.is_body(draft, at) and extend(draft, at, at) > at:
        kind = "nominal"  # "مكتبها السياسي"
    elif is_partner(draft, word):
        kind = "nominal"
    elif word.definite and word.nominal and not (only_describes(draft, at) or _a_day(draft, word)):
        kind = "thing"
    elif word.nominal and not (word.senses or word.sayings) and at + 1 < len(draft.words) and says_which(draft, at + 1):
        kind = "thing"  # "حافلة مدنية"
    elif names_its_field(draft, at):
        kind = _FIELD
    return "act" if kind == "thing" and word.senses else kind


def _last(draft: Draft, at: int, kind: str, core: int, honoured: int) -> int:
    """The last token of a noun of a kind; ``core`` is the last one that the table of general nouns knows."""
    if honoured > at:
        return honoured
    if kind == _FIELD:
        return extend(draft, at, at + 1, annexed=False)
    if kind == "act":
        return at
    if kind == "thing":
        return _before_origin(draft, at, extend(draft, at, at))
    if each_side(draft, at):
        return at
    return extend(draft, at, core, annexed=core == at or not is_adjective(draft.words[core]))


def names_its_field(draft: Draft, at: int) -> bool:
    """Whether a word is an undertaking that is called by what it is for, and not that itself: "مؤتمر | السلام", "عملية | السلام"."""
    word, behind, groups = draft.words[at], draft.word_behind(at), draft.lexicon.groups
    if behind is None or word.definite or word.pronoun or word.stem not in groups["undertaking"]:
        return False
    return behind.definite and not (behind.conj or behind.prep) and bare_article(behind.stem) in groups["undertaken"]


def _are_many(draft: Draft, at: int) -> bool:
    """Whether "البلدان" are the countries, for of two others would be said: "بين | البلدان", "مجموعة | البلدان", "البلدان | الفقيرة"."""
    word, before = draft.words[at], draft.word_before(at)
    behind = draft.word_behind(at)
    if word.stem not in _EITHER or word.pronoun:
        return False
    described = behind is not None and _describes_many(behind)
    led = bool(word.prep) or (before is not None and "prep" in before.function)
    owns = before is not None and before.nominal and not (before.definite or before.finite or before.kind in ("func", "punct"))
    return described or led or owns


_EITHER: Final = frozenset(("البلدان", "بلدان"))
"""A plural that is written like the two."""


def _each_other(draft: Draft, at: int) -> bool:
    """Whether a word only goes on with "each other": "اتهموا بعضهم | البعض"."""
    return at > 0 and draft.words[at].bare == "البعض" and draft.words[at - 1].bare in _EACH_OTHER


_EACH_OTHER: Final = frozenset(f"بعض{pronoun}" for pronoun in ("هم", "ها", "هما", "هن"))


def _are_some(entry: Entry) -> bool:
    """Whether a reading is of some who do something, or are something to somebody, and not of deeds: "المسلحون", no "المجازر"."""
    deeds = entry.kind == "noun" and any(s.kind == "action" for s in entry.lexeme.senses)
    return entry.kind in _AGENTS and entry.number == "p" and entry.gender != "f" and not deeds


def _describes_many(word: Word) -> bool:
    """Whether a word is the adjective of many things or bodies behind a noun with its article."""
    return word.definite and word.stem.endswith("ه") and is_adjective(word) and not word.conj


def _a_day(draft: Draft, word: Word) -> bool:
    """Whether a word is a time, and nobody's ally or foe: "عدوة | الأمس", "هاجمت كندا | الأسبوع الماضي", "في السبعينات | والثمانينات"."""
    groups, bare = draft.lexicon.groups, bare_article(word.stem)
    return bare in groups["near-day"] or word.fold in groups["unit"] or bare in groups["decade"]


def _who_do(draft: Draft, at: int) -> bool:
    """Whether a participle in the plural is annexed to what some do, and so means them: "معرقلي | الانتخابات"."""
    word, behind = draft.words[at], draft.word_behind(at)
    if behind is None or behind.conj or behind.prep or any(e.number == "s" or e.kind in TENSED for e in word.entries):
        return False
    annexed = word.stem.endswith(("ي", "و")) and (behind.definite or behind.fold in draft.lexicon.names)
    return annexed and any(e.kind == "active" for e in word.entries)


def of_a_group(draft: Draft, at: int, word: Word) -> Phrase | None:
    """The adjective of a group that did the deed before it: "هجوم | حوثي"; None where it is no such adjective."""
    if (group := origins.of_a_group(draft, at)) is None:
        return None
    phrase = Phrase(at, at, at, "nisba", group)
    phrase.gender, phrase.number, phrase.definite = word.gender, "s", word.definite
    return phrase


def _stands_for_people(draft: Draft, at: int) -> bool:
    """Whether an adjective of origin in ـين stands for people: "قتلت الفلسطينيين", but not "القرارين الأمريكيين"."""
    word, before = draft.words[at], draft.word_before(at)
    if word.nisba is None or word.nisba.number != "d" or not word.bare.endswith("ين"):
        return False
    noun = before is not None and before.nominal and before.kind not in ("func", "punct") and not before.verb
    if before is None or not noun or word.conj or word.prep or before.definite != word.definite:
        return True
    return bool(before.nisba) or takes_no_men(draft, before)


def _citizen(draft: Draft, at: int) -> bool:
    """Whether an adjective of origin describes no noun, and is a man of there: "اعتقلت الشرطة | عراقيا", "استشهد | فلسطيني"."""
    word, before = draft.words[at], draft.word_before(at)
    if before is not None and _befell(draft, at):
        return True
    if before is None or not accusative(draft, word) or word.conj or word.prep or draft.sentence_of[at - 1] != draft.sentence_of[at]:
        return False
    if any(e.kind in PARTICIPLES for e in before.entries) and draft.at[at - 1] >= 0:
        return False  # "الفصائل المدعومة أمريكيا"
    covering = draft.at[at - 1]
    known = covering >= 0 and draft.phrases[covering].definite and draft.phrases[covering].kind not in THINGS
    return known or (before.verb and not before.nominal) or bool(before.pronoun)


def _befell(draft: Draft, at: int) -> bool:
    """Whether a verb that begins its clause tells what befell whom an adjective without article means: "أصيب | عراقي"."""
    word, before, first = draft.words[at], draft.words[at - 1], draft.stretches[draft.sentence_of[at]].first
    alone = word.nisba is not None and word.nisba.number == "s" and not (word.definite or word.conj or word.prep)
    if not alone or at - 1 < first or not before.finite or not before.of_verb(draft.lexicon.groups["befell"]):
        return False
    if at + 1 < len(draft.words) and _done_by(draft, at):
        return False
    opens = at - 1 == first or before.conj or draft.words[at - 2].kind == "punct" or "subordinator" in draft.words[at - 2].function
    return bool(opens) and not before.pronoun


def _done_by(draft: Draft, at: int) -> bool:
    """Whether whom a verb is done to stands behind a man, who so has done it: "قتل | إسرائيلي فلسطينيا", "خطف | عراقي ماكرون".

    "استشهد فلسطيني | متأثرا بجروحه" only says how.
    """
    behind = draft.words[at + 1]
    if behind.kind in ("func", "punct") or behind.conj or behind.prep or draft.sentence_of[at + 1] != draft.sentence_of[at]:
        return False
    somebody = behind.nisba is not None or behind.generic is not None
    return (somebody and accusative(draft, behind)) or (behind.nisba is None and behind.fold in draft.lexicon.names)


def opens_with_a_verb(draft: Draft, at: int) -> bool:
    """A sentence begins with its verb: "وطالب النائب الحكومة" is no student, though طالب alone may be one."""
    word = draft.words[at]
    if word.definite or word.prep or not any(e.kind in TENSED and e.lexeme.senses for e in word.entries):
        return False
    behind = draft.word_behind(at)
    if word.pronoun and heads.of_the_noun_before(draft, at):
        return True  # "في ندوة | نظمها المركز"
    if word.pronoun:  # "وطالبه جعجع بالحوار", "وطالبته بدعم اليونان"
        return bool(word.conj) and behind is not None and (behind.prep == "ب" or behind.fold in draft.lexicon.names)
    if behind is not None and behind.bare == ":":
        return False  # "باحث: …"
    several = word.generic is not None and word.generic.number == "p"
    if behind is not None and several and behind.stem.endswith("ه") and not behind.definite and is_adjective(behind):
        return False  # "قوى إقليمية"
    if _is_told_of(draft, at):
        return False
    before = draft.word_before(at)
    if before is None or before.kind == "punct" or word.conj:
        return True
    if _OPENERS.isdisjoint(before.function) or before.stem in draft.lexicon.groups["topic-particle"] or behind is None:
        return False  # what is behind "لكن" is rather a noun
    known = (draft.lexicon.names, draft.lexicon.places, draft.lexicon.given, draft.lexicon.organs)
    return behind.definite or any(behind.stem in names for names in known)  # "كما طالب لبنان", but "كما طالب سوداني"


def _is_told_of(draft: Draft, at: int) -> bool:
    """Whether of what may be a verb too is told as of a body only: "| تحالف تقوده كندا", "| حلف دولي", "| تحالف من عشر دول"."""
    word, behind = draft.words[at], draft.word_behind(at)
    if behind is None or behind.conj or word.generic is None or word.generic.kind != "alliance":
        return False
    if behind.fold == "من" and at + 2 < len(draft.words):
        return draft.words[at + 2].kind == "number" or tells_how_many(draft.words[at + 2])
    led = behind.finite and not behind.nominal and draft.at[at + 1] < 0
    return led or (not behind.definite and is_adjective(behind) and agree(draft, word, behind))


_OPENERS: Final = frozenset(("subordinator", "conj", "filler"))


def _before_origin(draft: Draft, first: int, last: int) -> int:
    """A thing's adjective of origin is an actor of its own: the phrase ends before it."""
    for at in range(first + 1, last + 1):
        if draft.words[at].nisba is not None or origins.is_a_groups(draft, at):
            return at - 1
    return last


def _described_to(draft: Draft, act: int) -> int:
    """The last token of the adjectives by which a deed is named: "العملية | السياسية" is no "العملية | العسكرية".

    The deed itself stays one word, for that is what may tell a relation; an adjective that tells one is told of it: "المظاهرات | المنددة".
    """
    words, last = draft.words, act
    while last + 1 < len(words) and last - act < _ADJECTIVES and words[last + 1].definite and draft.at[last + 1] < 0:
        behind = words[last + 1]
        if not is_adjective(behind) or behind.nisba is not None or behind.senses or not agrees(draft, act, last, behind):
            break
        last += 1
    return last


_ADJECTIVES: Final = 2
"""So many adjectives tell which deed is meant."""


def _people(draft: Draft, at: int, word: Word) -> Phrase:
    last = extend(draft, at, at, annexed=False)
    nisba = word.nisba
    assert nisba is not None
    phrase = Phrase(at, last, at, "people", nisba.actor)
    phrase.gender, phrase.number, phrase.ref, phrase.prep = "m", "p", nisba.ref, word.prep
    phrase.definite = word.definite
    return phrase
