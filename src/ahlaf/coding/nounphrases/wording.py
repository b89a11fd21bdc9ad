"""What the text calls a phrase: its words without clitics, a person's own name, the words with their number."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.names.quotednames import QUOTES
from ahlaf.coding.nounphrases.offices import is_person
from ahlaf.coding.nounphrases.phrases import tells_how_many
from ahlaf.coding.words.agreement import keeps_nun
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.text.views import fold


def plain(draft: Draft, phrase: Phrase, *, named: bool = False, short: bool = False) -> str:
    """The words of a phrase as they stand, its first word's one-letter clitics left off (the article stays).

    With ``named`` a name ends where the lexicon's does: "إيران" of "إيران الكبرى"; with ``short`` the phrase ends where
    its own words do, whosever it is said to be.
    """
    token = draft.toks[phrase.first]
    cut = _clitics(draft, phrase)
    cut += _without_article(draft, phrase)  # للدول: the article has lost its alef and goes with the preposition
    start = token.start + cut if not _bracketed(draft, phrase) else draft.toks[phrase.first - 1].start
    if named and phrase.kind == "name" and phrase.reach < 0:
        last = phrase.core
    elif short or phrase.named_from > phrase.last + 1:  # "الوزيرة في بغداد، سيرين كادو،": the name stands apart
        last = phrase.last
    else:
        last = phrase.named_to
    return draft.view.raw_span(start, draft.toks[last].end).of(draft.document.text)


def _clitics(draft: Draft, phrase: Phrase) -> int:
    """The letters of conjunction and preposition before a phrase's first word."""
    word = draft.words[phrase.first]
    several = phrase.kind == "name" and phrase.last > phrase.first and (word.conj or word.prep)
    if several and phrase.actor is not None and _begins_his_name(draft, phrase, word.bare):
        return 0  # "بان كي مون"
    if word.kind == "func" and phrase.kind == "name":  # "لعلي عبد الله صالح" is no "لعلّي"
        cut = next((c for c in word.cuts if c.prep and c.stem in draft.lexicon.names), None)
        return len(cut.conj) + len(cut.prep) if cut is not None else 0
    if word.conj and phrase.actor is not None and phrase.actor.kind == "person" and word.fold in fold(phrase.actor.name).split():
        return 0  # "وأضاف فالون": the letter is his name's own
    if word.conj == "ف" and phrase.kind == "person" and phrase.first and draft.words[phrase.first - 1].finite:
        return 0  # "قال فينس إيمانويل": no "and so" opens a clause there
    return len(word.conj) + (len(word.prep) if word.prep != "س" else 0)


def _begins_his_name(draft: Draft, phrase: Phrase, word: str) -> bool:
    """Whether a word as it is written, clitics and all, begins a name of several words of whom a phrase is: "بان | كي مون"."""
    names = draft.lexicon.names.get(fold(word), ())
    return any(name.actor is phrase.actor and 1 < len(name.tokens) <= phrase.last - phrase.first + 1 for name in names)


def _without_article(draft: Draft, phrase: Phrase) -> bool:
    word = draft.words[phrase.first]
    return word.prep == "ل" and word.definite and not _begins_with_lam(draft, phrase, word.fold[len(word.conj) + 1 :])


def _begins_with_lam(draft: Draft, phrase: Phrase, rest: str) -> bool:
    """Whether ل is a letter of the name itself behind a preposition: "للبنان"."""
    lexicon, actor = draft.lexicon, phrase.actor
    known = [one.actor for one in lexicon.names.get(rest, ())] + [one.actor for one in lexicon.places.get(rest, ())]
    return actor is not None and any(one.id == actor.id for one in known)


def called(draft: Draft, phrase: Phrase, *, named: bool = False, short: bool = False) -> str:
    """What somebody is called: :func:`plain`, with the article that ل has swallowed given back: "الشعب اليمني" of "للشعب اليمني"."""
    swallowed = _without_article(draft, phrase) and not _bracketed(draft, phrase)
    return ("ال" if swallowed else "") + plain(draft, phrase, named=named, short=short)


def own_name(draft: Draft, phrase: Phrase) -> str:
    """A person's name without titles and office: "مارتن ديمبسي" of "رئيس الأركان الجنرال مارتن ديمبسي"; empty for others."""
    if phrase.named_from >= 0:
        return draft.text(phrase.named_from, phrase.named_to)
    return plain(draft, phrase) if is_person(phrase) else ""


def _bracketed(draft: Draft, phrase: Phrase) -> bool:
    """"(باراك) أوباما": a part of the name stands in brackets, which begin before it and close inside."""
    closer = QUOTES.get(draft.words[phrase.first - 1].bare) if phrase.first else None
    return closer is not None and any(draft.words[at].bare == closer for at in range(phrase.first, phrase.named_to))


def counted(draft: Draft, phrase: Phrase) -> str:
    """The words of a phrase with the number or the "some", "all" before it: "٣٤ دولة إسلامية", "بعض الدول"; empty without."""
    words, at = draft.words, phrase.first - 1
    own = words[phrase.first]
    if own.prep or own.conj or at < 0 or draft.sentence_of[at] != phrase.sentence:
        return ""
    bracketed = words[at].bare == ")" and at >= 2 and words[at - 2].bare == "("
    at -= bracketed
    if not tells_how_many(words[at]):
        return ""
    first = at - bracketed
    while first > 0 and "numeral" in words[first].function and "numeral" in words[first - 1].function:
        first -= 1  # "ثلاثة عشر", "ألف وخمسمئة"
    start = draft.toks[first].start + len(words[first].conj) + len(words[first].prep)
    return draft.view.raw_span(start, draft.toks[phrase.last].end).of(draft.document.text)


def _owner(draft: Draft, phrase: Phrase) -> Phrase | None:
    """The phrase that a noun for followers, foes or heads is annexed to: "أنصار | إيفو موراليس", "خصوم | الرئيس"."""
    at = phrase.named_to + 1
    word, index = draft.words[phrase.head], draft.at[at] if at < len(draft.words) else -1
    if phrase.kind != "nominal" or phrase.first != phrase.last or word.definite or word.pronoun or index < 0 or keeps_nun(word):
        return None
    owner = draft.phrases[index]
    if owner.first != at or owner.prep or draft.words[at].conj or owner.sentence != phrase.sentence or owner.kind not in _OWNERS:
        return None
    has = any(s.kind == "agent" and "gen" in s.target for e in word.entries for s in e.lexeme.senses)
    return owner if has else None


_OWNERS: Final = frozenset(("name", "person", "organ", "place"))


def nameless(draft: Draft, phrase: Phrase) -> bool:
    """Whether somebody is only now brought in, and by no name: "مصدر", "مسؤول أمني"; no "المصدر", "وزير الخارجية"."""
    if phrase.kind == "nominal":
        return not phrase.definite
    if phrase.kind != "organ" or phrase.named_from >= 0:
        return False
    words = draft.words[phrase.first : phrase.last + 1]
    return not any(w.definite or w.pronoun or any(len(n.tokens) == 1 for n in draft.lexicon.names.get(w.fold, ())) for w in words)


def told_apart(draft: Draft, phrase: Phrase) -> str:
    """The words of a phrase with those that say of what or where it is: "ميليشيات من الأمهرة", "نائب عن حزب الخضر"; empty without.

    So do those right behind a noun for whom somebody has: "أنصار إيفو موراليس".
    """
    words, at = draft.words, phrase.named_to + 1
    if (owner := _owner(draft, phrase)) is not None:
        start = draft.toks[phrase.first].start + _clitics(draft, phrase)
        return draft.view.raw_span(start, draft.toks[owner.named_to].end).of(draft.document.text)
    if at + 1 >= len(words) or words[at].stem not in draft.lexicon.groups["told-apart"] or words[at].conj or words[at].pronoun:
        return ""
    return _up_to(draft, phrase, at + 1)


def of_whose(draft: Draft, phrase: Phrase) -> str:
    """The words of a nameless speaker with those that say whose or where he is: "مصدر في الحزب", "مسؤول بوزارة الدفاع"; empty without."""
    words, at = draft.words, phrase.named_to + 1
    if at + 1 >= len(words) or words[at].conj or words[at].stem == _ABOUT or not nameless(draft, phrase):
        return ""  # "كتب صحفي عن الحزب أن"
    return _up_to(draft, phrase, at) if words[at].prep == _IN else told_apart(draft, phrase)


def _up_to(draft: Draft, phrase: Phrase, at: int) -> str:
    """The words of a phrase up to the end of the one that begins at a token; empty where none does."""
    index = draft.at[at]
    if index < 0 or draft.phrases[index].first != at or draft.phrases[index].sentence != phrase.sentence:
        return ""
    start = draft.toks[phrase.first].start + _clitics(draft, phrase) + _without_article(draft, phrase)
    return draft.view.raw_span(start, draft.toks[draft.phrases[index].named_to].end).of(draft.document.text)


_IN: Final = "ب"
_ABOUT: Final = "عن"
