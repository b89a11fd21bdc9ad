"""Names of the rule book where they stand, the longest first; weak ones are noted for the whole document to decide."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.finding.weaknames import Weak
from ahlaf.coding.names.namewords import closing, longest_name, match_tokens
from ahlaf.coding.names.personnames import in_case, only_given, ordinal_behind, person_name
from ahlaf.coding.nounphrases import places
from ahlaf.coding.nounphrases.phrases import is_state, names_a_people, names_a_state
from ahlaf.coding.words.agreement import agree, fits_state
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import BODIES
from ahlaf.coding.words.word import Word
from ahlaf.lexicon.entries import Name
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor
from ahlaf.text.views import fold
from ahlaf.text.words import Cut


def find(draft: Draft, at: int, word: Word, weak: list[Weak]) -> Phrase | None:
    """The phrase of the strong name or place that begins at a word; what may be a weak one is put on the list."""
    if counted(draft, at):
        return None
    for cut in word.cuts:
        if cut.prep != "س" and (named := _by_name(draft, at, word, cut, weak)) is not None:
            return named
    return next((p for cut in word.cuts if (p := _place(draft, at, cut)) is not None), None)


def _by_name(draft: Draft, at: int, word: Word, cut: Cut, weak: list[Weak]) -> Phrase | None:
    """The phrase of the strong name that begins with what a cut leaves of a word."""
    names, found = _longest(draft, at, word, cut)
    if found is None or another_body(draft, at, *found) or _done_to(draft, at, found[1]):
        return None
    name, last = found
    if last == at and _spelled_otherwise(word, cut, name.actor):
        return None
    if _is_another_word(draft, at, last, cut, names, name):
        return None
    if not name.strong or (last == at and _adjectival(draft, at)):
        weak.extend((at, last, n) for n in names if not n.strong and n.tokens == name.tokens)
        strong = [n for n in names if n.strong and match_tokens(draft, at, n.tokens, strip=False) >= 0]
        if not strong or (last == at and _adjectival(draft, at)):
            return None
        name = strong[0]
        last = match_tokens(draft, at, name.tokens, strip=False)
    if name.actor.kind == "person":
        longer = with_more_names(draft, last)
        if longer > last and only_given(draft, name):
            return None
        last = max(last, longer)
    if (longer_place := _place(draft, at, cut, beyond=last)) is not None:
        return longer_place  # "طرابلس اللبنانية" is not Libya, "المغرب العربي" not Morocco
    last = without_what_is_said(draft, at, last, name.actor.kind)
    phrase = Phrase(at, last, at, "name", name.actor)
    phrase.gender, phrase.number = ("f", "p") if _of_bodies(word, name) else (name.gender, name.number)
    phrase.ref, phrase.prep, phrase.definite = name.ref, cut.prep, True
    phrase.reach = closing(draft, at, last)
    if name.actor.kind == "state":
        phrase.last = _state_tail(draft, last, name.gender)
        phrase.core = last
    return phrase


def _longest(draft: Draft, at: int, word: Word, cut: Cut) -> tuple[list[Name], tuple[Name, int] | None]:
    """The names that begin with what a cut leaves, and the longest that stands there, with its last token."""
    lexicon = draft.lexicon
    head = lexicon.groups["kunya"].get(cut.stem, cut.stem)
    names = lexicon.names.get(head) or _abbreviated(draft, at, cut)
    if not names:
        return [], None
    found = longest_name(draft, at, names)
    if found is None and head != cut.stem:
        names = [n for n in lexicon.names.get(cut.stem, ()) if not in_case(draft, word, n)]  # "ابن حافظ الأسد"
        found = longest_name(draft, at, names)
    if found is not None and _a_day(draft, *found):
        found = longest_name(draft, at, [n for n in names if n.actor.kind == "state"])
    return names, found


def _is_another_word(draft: Draft, at: int, last: int, cut: Cut, names: list[Name], name: Name) -> bool:
    """Whether what is written like a name is a word of the language here, or a part of another's name."""
    word = draft.words[at]
    if last == at and name.actor.kind == "person" and ordinal_behind(draft, last) > last:
        return True  # "ليون الثالث عشر" is a pope
    short = cut.prep and last == at and word.entries and len(cut.stem) < 4
    if short and not any(is_state(n) for n in names):
        return True  # "لحلف" may be one word, and "لحلف الناتو" is the alliance
    if word.stem == _UPON and word.bare.endswith("ى") and last == at + 1 and draft.words[last].senses:
        return True  # "لا تلوم أحدا | على حرب كينيا"
    of_expression = word.kind == "func" or (name.actor.kind == "social-group" and at in draft.fixed)
    return last == at and of_expression  # "أدى الوزراء | اليمين": a word of an expression, and no community


def _spelled_otherwise(word: Word, cut: Cut, actor: Actor) -> bool:
    """Whether a hamza that nobody writes by mistake, inside a word, is not in somebody's name: "كآلية" is no Calais, "بأول" no Powell."""
    inside = word.bare[len(cut.conj) + len(cut.prep) + 1 :]
    if not any(letter in inside for letter in _SEATED):
        return False
    own = next((written for written in actor.name.split() if fold(written) == cut.stem), "")
    return bool(own) and not any(letter in own for letter in _SEATED)


_SEATED: Final = "أإآ"


def _of_bodies(word: Word, name: Name) -> bool:
    """Whether a name begins with several bodies, of which no plural of men is said: "القوى الإرهابية | التي قصفت"."""
    several = word.generic is not None and word.generic.number == "p" and word.generic.kind in _BODIES
    return several and name.actor.kind != "state"  # "الإمارات"


_BODIES: Final = BODIES | {"state", "organ", "force"}


def _done_to(draft: Draft, first: int, last: int) -> bool:
    """Whether what may be somebody's name is a deed, for behind it stands to whom it is done: "العدوان السعودي | على اليمن"."""
    behind = next((w.stem for w in draft.words[last + 1 : last + _ADJECTIVES] if w.nisba is None), "")
    senses = (s for e in draft.words[first].entries if e.kind in ("noun", "masdar") for s in e.lexeme.senses)
    return behind in ("علي", "ضد") and any(s.relation == "ASSAULT" and not _AGAINST.isdisjoint(s.target) for s in senses)


_AGAINST: Final = frozenset(("على", "ضد"))
_ADJECTIVES: Final = 4
"""So many tokens behind a name tell more of who does a deed and to whom, at most: "العدوان السعودي | الإماراتي على اليمن"."""


def _a_day(draft: Draft, name: Name, last: int) -> bool:
    """Whether the last word of a name is "today", its weekday right behind: "قالت روسيا | اليوم الأحد" is no channel's."""
    behind = draft.word_behind(last)
    return len(name.tokens) > 1 and behind is not None and "weekday" in behind.function and "adverb" in draft.words[last].function


def _place(draft: Draft, at: int, cut: Cut, beyond: int = -1) -> Phrase | None:
    """The place whose name begins at a word and ends behind the token ``beyond``."""
    word = draft.words[at]
    if cut.stem.endswith(_HIS) and _is_his(draft, word):
        return None
    for place in draft.lexicon.places.get(cut.stem, ()):
        last = match_tokens(draft, at, place.tokens, strip=False)
        if last == at and _spelled_otherwise(word, cut, place.actor):
            continue
        if last > beyond and not (len(place.tokens) == 1 and word.entries and len(cut.stem) < 5 and not _surely_town(draft, at, cut)):
            phrase = Phrase(at, last, at, "place", place.actor)
            phrase.gender, phrase.number, phrase.ref, phrase.prep, phrase.definite = "f", "s", place.ref, cut.prep, True
            return phrase
    return None


def _is_his(draft: Draft, word: Word) -> bool:
    """Whether a noun has a pronoun at its end, and no ة, in a text that writes one as it should: "تحدث مع | زواره" is no Zuwara."""
    his = word.pronoun == _HIS and word.bare.endswith(_HIS) and any(e.kind == "noun" for e in word.entries)
    return his and "ة" in draft.view.bare


_HIS: Final = "ه"
_UPON: Final = "علي"
"""As it is looked up, and as the name is: which of them is meant shows the last letter."""


def another_body(draft: Draft, first: int, name: Name, last: int) -> bool:
    """Whether an adjective of the last word, not of the first, makes a known name a part of another body's.

    "حزب النهضة" is a party of Tunisia, and "حزب النهضة الوطنية السورية" is another one; in "حزب النهضة التونسي" only its country is told.
    """
    if name.actor.kind not in BODIES or last != first + 1 or last + 1 >= len(draft.words):
        return False
    head, own, behind = draft.words[first], draft.words[last], draft.words[last + 1]
    annexed = not head.definite and own.definite and own.stem.endswith("ه") and not head.stem.endswith("ه")
    if not annexed or not behind.definite or behind.conj or behind.prep or behind.nisba is not None:
        return False
    return behind.generic is None and any(e.kind == "adjective" for e in behind.entries) and behind.stem.endswith("يه")


def _abbreviated(draft: Draft, at: int, cut: Cut) -> list[Name]:
    """The names that are one word from abroad, which may have an article: "الفارك", "السنتكوم"."""
    if draft.words[at].entries or not cut.stem.startswith("ال"):
        return []
    names = draft.lexicon.names.get(cut.stem[2:], ())
    return [n for n in names if n.strong and len(n.tokens) == 1 and n.actor.kind not in ("person", "state")]


def _surely_town(draft: Draft, at: int, cut: Cut) -> bool:
    """Whether a short word that means something else too is a place here: behind "in", "from", "to"; عدن and تعز anywhere.

    So is the second of two whose kind is told: "محافظتي إدلب وحماة".
    """
    groups = draft.lexicon.groups
    pair = draft.phrases[draft.at[at - 1]] if cut.conj == "و" and at and draft.at[at - 1] >= 0 else None
    if cut.stem in groups["rather-town"] or (pair is not None and places.of_two(draft, pair.first)):
        return True
    before = draft.word_before(at)
    led = (before is not None and before.kind == "func" and not before.pronoun and _leads(draft, before.stem)) or _fought_for(draft, at)
    if not (led or _leads(draft, cut.prep)) or at + 1 >= len(draft.words):
        return led
    behind = draft.words[at + 1]
    governs = behind.nominal and behind.definite and not (behind.conj or behind.prep) and behind.nisba is None
    return not governs


def _fought_for(draft: Draft, at: int) -> bool:
    """Whether a word stands where a deed of war has its object: "استعاد الجيش | تدمر", "قصف | تدمر"."""
    word = draft.words[at]
    if word.conj or word.prep or word.pronoun or word.definite:
        return False
    for place in range(at - 1, max(-1, at - _TO_DEED), -1):
        deed = draft.words[place]
        if not deed.definite and deed.of_verb(draft.lexicon.groups["on-ground"]):
            return (deed.finite and not deed.pronoun) or (place == at - 1 and deed.masdar)
        if not deed.definite or not deed.nominal or deed.conj or deed.prep:
            return False
    return False


_TO_DEED: Final = 4
"""So many tokens before a town stands the verb of the deed, at most."""


def _leads(draft: Draft, preposition: str) -> bool:
    return preposition in draft.lexicon.groups["where"] or preposition in draft.lexicon.groups["before-town"]


def _adjectival(draft: Draft, at: int) -> bool:
    """True for a word that stands as an adjective here: one of origin or a participle, right behind a noun."""
    word = draft.words[at]
    if at == 0 or word.conj or word.prep or not word.definite:
        return False
    if not (word.nisba or word.adjective):
        return False
    before = draft.words[at - 1]
    if names_a_state(draft, at) and not (before.stem.endswith("ه") or before.number == "p"):
        return False  # "زار البرهان القاهرة"; but "القوة القاهرة"
    if names_a_people(draft, word) and (before.number not in ("p", "d") or _of_a_people(before)):
        return False  # "دعم الغرب | العرب", "حارب الأتراك | الأكراد"
    noun = before.nominal and before.kind != "func" and not before.verb
    return noun and before.definite and agree(draft, before, word)


def _of_a_people(word: Word) -> bool:
    """Whether a plural is a people, and shows no accusative: "الأتراك"."""
    return word.nisba is not None and word.nisba.people and not word.bare.endswith("ين")


def without_what_is_said(draft: Draft, first: int, last: int, kind: str) -> int:
    """The last token of a name without what it says besides, which is a claim and no name.

    By whom one is led, "التحالف بقيادة السعودية"; what an alliance is for, "التحالف العربي لدعم الشرعية", "التحالف الدولي ضد داعش".
    """
    for at in range(first + 1, last):
        word = draft.words[at]
        if word.prep == "ب" and word.masdar:
            return at - 1
        if kind == "alliance" and (word.fold == "ضد" or (word.prep == "ل" and not word.definite and word.masdar)):
            return at - 2 if draft.words[at - 1].kind == "punct" else at - 1  # "(بالتحالف الدولي) لمحاربة داعش"
    return last


def with_more_names(draft: Draft, last: int) -> int:
    """A known person's name may be written with more names than the row has."""
    if last + 1 >= len(draft.words) or draft.words[last + 1].fold in draft.lexicon.names:
        return last
    longer = person_name(draft, last + 1, after_title=False)
    if longer >= 0 and not (draft.words[last + 1].conj or draft.words[last + 1].prep) and longer - last <= 2:
        return longer
    return last


def _state_tail(draft: Draft, last: int, gender: str) -> int:
    """"سوريا الشقيقة", "العراق الجديد": adjectives that agree with a state's name belong to it; "رفض مصر القاطع" is the refusal's."""
    at = last + 1
    while at < len(draft.words) and at - last <= 2:
        word = draft.words[at]
        if not word.definite or word.conj or word.prep or word.kind in ("func", "punct") or word.nisba:
            break
        if any(e.kind == "noun" for e in word.entries) or bare_article(word.stem) in draft.lexicon.groups["degree"]:
            break  # "تستخدم الولايات المتحدة القاعدة"
        if names_a_state(draft, at):
            break  # "اتهمت أنقرة القاهرة"
        if gender == "f" and not word.stem.endswith("ه"):
            break
        if not word.adjective or not fits_state(word):
            break
        last = at
        at += 1
    return last


def dated(draft: Draft, at: int) -> Phrase | None:
    """The name that is a day, behind people whose it is and with no year behind it: "نواب 14 آذار"; "هجوم 14 آذار" is a day's."""
    if not at or draft.words[at - 1].generic is None:
        return None
    for name in draft.lexicon.names.get(draft.words[at].fold, ()):
        last = match_tokens(draft, at, name.tokens, strip=False)
        if last > at and (last + 1 == len(draft.words) or draft.words[last + 1].kind != "number"):
            phrase = Phrase(at, last, at, "name", name.actor)
            phrase.gender, phrase.number, phrase.ref, phrase.definite = name.gender, name.number, name.ref, True
            return phrase
    return None


def counted(draft: Draft, at: int) -> bool:
    """Whether a number counts an adjective of origin, and makes it people: "ثلاثة فلسطينيين", "عشرين أوكرانيا", "12 سوريا"."""
    word, before = draft.words[at], draft.word_before(at)
    if before is None or word.nisba is None or word.definite or word.conj or word.prep or word.nisba.gender == "f":
        return False
    if before.kind == "number":
        counted = before.bare.isdecimal() and 2 < int(before.bare) < 1000
        return counted and word.bare.endswith(("ا", "ين")) and not (at > 1 and draft.words[at - 2].fold in draft.lexicon.groups["year"])
    return "numeral" in before.function and not before.definite
