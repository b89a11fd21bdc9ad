"""What a word is where it may stand in a noun phrase: an adjective, an office, a state, a rank, a partner, how many there are.

How far the phrase then reaches is told by :mod:`.extent`.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.names.namewords import match_tokens
from ahlaf.coding.words.agreement import PLURALS, without_pronoun
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.word import PARTICIPLES, Word
from ahlaf.lexicon.entries import Generic, Name
from ahlaf.lexicon.names import bare_article
from ahlaf.text.views import fold


def is_partner(draft: Draft, word: Word) -> bool:
    """True for one whom a word with a pronoun calls somebody's ally or rival: "حليفتها", "ذراعهم"."""
    return bool(word.pronoun) and without_pronoun(draft, word) in draft.lexicon.groups["partner"]


def is_friend_or_foe(draft: Draft, word: Word) -> bool:
    """True for such a one, or several: "خصومه"."""
    return is_partner(draft, word) or (bool(word.pronoun) and without_pronoun(draft, word) in draft.lexicon.groups["partners"])


def compound(draft: Draft, at: int) -> tuple[int, Generic | None]:
    """The last token of the general noun of several words that begins at ``at``, "الدول الأعضاء", "عضو البرلمان", and its row."""
    words = draft.words
    for tokens, generic in draft.lexicon.compounds.get(bare_article(words[at].stem), ()):
        last = match_tokens(draft, at, tokens, strip=True)
        apart = last < 0 or (words[at].definite and not words[last].definite)  # "الدولة | عضو في الحلف"
        if not apart and not has_its_own(draft, last) and draft.sentence_of[last] == draft.sentence_of[at]:
            return last, generic
    return at, None


def is_adjective(word: Word) -> bool:
    """True for a word that may stand as an adjective: known as one, of origin, or unknown with such a shape."""
    if word.kind in ("func", "punct", "number") or word.conj or word.prep or word.pronoun:
        return False
    if word.nisba is not None and not word.nisba.people:
        return True
    if word.generic is not None and word.generic.number == "s" and word.stem.endswith(("ي", "يه")) and word.generic.lemma[-1] != "ة":
        return True  # "سياسية" of سياسي, no قرية
    if word.generic is not None and word.generic.lemma == _OTHER:
        return True  # "المعسكر | الآخر"
    if word.adjective:
        return word.generic is None or not (word.generic.kind == "organ" or _broken(word))  # "استقبل الرئيس الوفد", "دعم الصدر الفصائل"
    if word.kind == "unknown" and not word.finite:
        return word.definite or word.stem.endswith(("ي", "يه", "ه", "ين", "ات"))
    return False


_OTHER: Final = "آخر"
"""Somebody where it stands alone, and what describes somebody behind him."""


def _broken(word: Word) -> bool:
    """Whether a general word for actors stands in a broken plural, a noun as a rule: "الفصائل", "الجنود"; no "أجانب" of أجنبي."""
    if word.generic is None or (word.generic.lemma.endswith("ي") and word.generic.kind == "social-group"):
        return False
    return word.generic.number == "p" and not word.stem.endswith((*PLURALS, "ات"))


def is_state(name: Name) -> bool:
    """Whether one word alone is surely a state's name, or its capital's for it."""
    return name.strong and len(name.tokens) == 1 and name.actor.kind == "state"


def names_a_state(draft: Draft, at: int) -> bool:
    """Whether a definite word that might describe what stands before it is a state's name, and no adjective of origin: "القاهرة"."""
    return draft.words[at].nisba is None and any(is_state(name) for name in draft.lexicon.names.get(draft.words[at].fold, ()))


def names_a_people(draft: Draft, word: Word) -> bool:
    """Whether a word in the plural is a people's name as well as an adjective: "العرب", "الأكراد"."""
    named = draft.lexicon.names.get(word.fold, ())
    return word.definite and any(n.strong and len(n.tokens) == 1 and n.actor.kind == "people" for n in named)


def is_rank(draft: Draft, word: Word) -> bool:
    """True for a general noun for those who belong to a group: "مقاتلو", "عناصر"."""
    return word.generic is not None and fold(word.generic.lemma) in draft.lexicon.groups["ranks"]


def has_its_own(draft: Draft, at: int) -> bool:
    """Whether a participle's relation goes on with the preposition behind it: "الحزب | الموالي لإيران", "الحكومة | المدعومة من".

    So does what is done to somebody with that with which it is done: "القوات | المسنودة بغطاء جوي".
    """
    behind = draft.word_behind(at)
    if behind is None:
        return False
    led = behind.prep or (behind.stem if "prep" in behind.function else "")
    if led and led not in _NO_PLACE and bare_article(draft.words[at].stem) in draft.lexicon.groups["placed"]:
        return True  # "النظام | الواقع تحت النفوذ الكندي"
    if bare_article(draft.words[at].stem) in draft.lexicon.groups["known-as"] and (led or behind.fold in draft.lexicon.names):
        return True  # "التنظيم | المعروف باسم داعش"
    if _of_what_is_theirs(draft, at):
        return True
    if not draft.words[at].senses:
        return False
    entries = [e for e in draft.words[at].entries if e.kind in PARTICIPLES]
    only_done = bool(entries) and all(e.kind == "passive_participle" for e in entries)
    with_what = led == "ب" and not behind.pronoun and only_done and any(e.lexeme.senses for e in entries)
    return bool(led) and (with_what or any(sense.takes(led) for e in entries for sense in e.lexeme.senses))


def _of_what_is_theirs(draft: Draft, at: int) -> bool:
    """Whether a participle in the singular tells of what is theirs who stand before it: "الأسرى الكنديين | البالغ عددهم مئة"."""
    word, before, behind = draft.words[at], draft.words[at - 1] if at else None, draft.words[at + 1]
    many = before is not None and before.definite and before.bare.endswith(_SOUND) and not word.bare.endswith(_SOUND)
    own = bool(behind.pronoun) and behind.kind == "noun" and not (behind.prep or behind.conj)
    return many and own and word.definite and any(e.kind in PARTICIPLES for e in word.entries)


_SOUND: Final = ("ون", "ين")
"""On what a plural of people ends."""


_NO_PLACE: Final = frozenset(("ب", "ل", "ك"))
"""Where nothing stands: "القائم بالأعمال" is an office."""


def heads_an_office(draft: Draft, at: int) -> bool:
    """True for a word that begins an office or title of one person: "القيادي", "المفوض السامي", "زعيم الحزب"."""
    word, lexicon = draft.words[at], draft.lexicon
    if word.prep or word.pronoun or word.kind == "func" or word.fold.endswith("ا"):
        return False
    if word.generic is not None and word.generic.kind == "person" and word.generic.number == "s":
        return True
    if any(o.person and match_tokens(draft, at, o.tokens, strip=True) >= 0 for o in lexicon.organs.get(word.stem, ())):
        return True
    return any(match_tokens(draft, at, tokens, strip=True) >= 0 for tokens, _ in lexicon.titles.get(word.stem, ()))


def closed(draft: Draft, at: int) -> bool:
    """True for a word to which the next one is not annexed: a definite one, an adjective of origin, a name's last."""
    word = draft.words[at]
    index = draft.at[at]
    name = index >= 0 and draft.phrases[index].last == at and draft.phrases[index].kind in ("name", "place", "nisba", "organ")
    return word.definite or word.bare == "،" or name


def tells_how_many(word: Word) -> bool:
    """True for a figure, a numeral, "some", "all"."""
    return word.kind == "number" or not _MANY.isdisjoint(word.function)


_MANY: Final = frozenset(("numeral", "quantifier"))
