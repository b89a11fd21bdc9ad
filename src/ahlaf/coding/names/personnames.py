"""How far a person's name reaches that the rule book need not know: given names, links, and words that no table has."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.names.namewords import longest_name, match_tokens
from ahlaf.coding.times.calendars import vocabulary
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.word import Word
from ahlaf.lexicon.entries import Name
from ahlaf.lexicon.names import bare_article
from ahlaf.text.words import Cut

_VERBAL: Final = frozenset(("perfect", "imperfect", "imperative"))


def gender_of_person(draft: Draft, at: int) -> str:
    """The gender of who bears a name that begins at a token, as the given names have it."""
    name = [word.stem if word.stem in draft.lexicon.given else word.fold for word in draft.words[at : at + 2]]
    return draft.lexicon.gender_of_person(name)


def person_name(draft: Draft, at: int, *, after_title: bool) -> int:
    """The last token of a person's name that the lexicon of names may not know, from ``at``; -1 where there is none.

    After a title any unknown word begins a name; elsewhere only a known given name does.
    """
    words, links = draft.words, draft.lexicon.groups["name-link"]
    if not _begins_a_name(draft, at, after_title=after_title):
        return -1
    last = -1 if words[at].fold in links else at
    position = at + 1
    while position < len(words) and position - at < _PARTS:
        if _goes_on_with_dash(draft, position):
            last, position = position + 2, position + 3  # "هيون | إين-تايك"
            continue
        if _is_in_no_name(draft, position) or leads_to_words(draft, position):
            break
        known = words[position].fold in draft.lexicon.given or paired(draft, position) or paired(draft, position - 1)
        linked = words[position].fold in links
        if not (known or linked or words[position - 1].fold in links or name_like(draft, words[position])):
            family = _family(draft, position, after_title=after_title) or _like_an_office(draft, at, position)
            return position if family else last
        if _another_is_told_of(draft, at, position) or (words[position].conj == "و" and not known and words[position].entries):
            break
        if not linked:
            last = position
        position += 1
    return last


_PARTS: Final = 5
"""So many words a name has, at most, some written with a dash aside."""


def _begins_a_name(draft: Draft, at: int, *, after_title: bool) -> bool:
    """Whether a word may be the first of a person's name: a given name, a link, or after a title a word that no table has."""
    given, word = draft.lexicon.given, draft.words[at]
    called = word.fold in given or any(c.stem in given and _may_be_cut(word, c, after_title) for c in word.cuts)
    called = called or word.fold in draft.lexicon.groups["name-link"] or paired(draft, at)
    if not (called or (after_title and name_like(draft, word))):
        return False  # most fall here
    return not _is_in_no_name(draft, at) and (after_title or not _acts(draft, at))


def _is_in_no_name(draft: Draft, at: int) -> bool:
    """Whether a word is surely no part of a person's name, whatever stands before it: "زار الوزير | سوريا"."""
    word = draft.words[at]
    if word.kind in ("punct", "number") or (word.kind == "func" and (word.fold not in draft.lexicon.given or word.bare == "على")):
        return True
    if _counts(draft, word) or unlinked(word):
        return True
    others = [n for n in draft.lexicon.names.get(word.fold, ()) if n.strong and n.actor.kind != "person"]
    return longest_name(draft, at, others) is not None


def _another_is_told_of(draft: Draft, first: int, at: int) -> bool:
    """Whether another begins at a word behind somebody's name: "عينت ميلوني | أنطونيو تاياني", "هاجمت سارة مراد | سيد البيت الأبيض"."""
    beside = at == first + 1 and two_persons(draft, first)
    return beside or _begins_another(draft, first, at) or _begins_office(draft, at)


def _goes_on_with_dash(draft: Draft, at: int) -> bool:
    """Whether two words are written as one with a dash between, as names of the far east are: "إين-تايك", "جونغ-أون"."""
    toks = draft.toks[at : at + 3]
    if len(toks) < _WITH_DASH or draft.words[at + 1].bare not in _DASHES or draft.words[at].conj or draft.words[at].nisba is not None:
        return False
    glued, behind = toks[0].end == toks[1].start and toks[1].end == toks[2].start, draft.words[at + 2]
    return glued and behind.kind in ("noun", "unknown", "func") and not (behind.kind == "func" and behind.conj)


_WITH_DASH: Final = 3
_DASHES: Final = frozenset("-–")


def leads_to_words(draft: Draft, at: int) -> bool:
    """Whether a word leads to what he says whose name stands before it: "عن سالم العلي | القول إن"."""
    that = draft.words[at + 1].fold in draft.lexicon.groups["that"] if at + 1 < len(draft.words) else False
    return that and draft.words[at].masdar and any(e.lexeme.report for e in draft.words[at].entries)


def _counts(draft: Draft, word: Word) -> bool:
    """Whether a word is a number, with an article too, and no name: "حاكما الولايتين | الاثنين", "المرشحون | الخمسة"."""
    return word.definite and bare_article(word.fold) in vocabulary(draft.lexicon).numerals.values


def unlinked(word: Word) -> bool:
    """Whether a word written with آ is not the "father of" that it would be without it: "وقع آبي | مذكرة"."""
    return word.bare.lstrip("وف") == "آبي"


def only_given(draft: Draft, name: Name) -> bool:
    """Whether a name by which the rule book calls somebody is a given name too, and with more names behind it another man's.

    "عبد الناصر | قنديل" is not Nasser, nor "صدام | الجمل" Saddam: a servant's name, or the first of somebody else's.
    """
    tokens = name.tokens
    if name.actor.kind != "person" or "".join(tokens).startswith("ال") or len(tokens) > 1 + (tokens[0] == "عبد"):
        return False
    longer = (n for n in draft.lexicon.names.get(tokens[0], ()) if len(n.tokens) > len(tokens) and n.actor.kind == "person")
    return tokens[0].startswith("عبد") or any(n.tokens[: len(tokens)] == tokens and n.actor is not name.actor for n in longer)


def in_case(draft: Draft, word: Word, name: Name) -> bool:
    """Whether a name is written like "father of" and a given name, and the hamza says that it is none: "أبي أحمد" is no "آبي أحمد"."""
    begins, *given = name.tokens
    return begins == "ابي" and word.bare.endswith("أبي") and len(given) == 1 and given[0] in draft.lexicon.given


def _may_be_cut(word: Word, cut: Cut, after_title: bool) -> bool:
    """Whether a name may be what a cut leaves: no preposition stands between a title and its name, nor in a word: "برقية" is no Ruqayya."""
    return not cut.prep or (not after_title and (cut.prep == word.prep or not word.entries))


def ordinal_behind(draft: Draft, last: int) -> int:
    """The last token of the ordinal by which a pope or king is told from others of his name, else ``last``: "بولس | السادس عشر".

    Behind no name, which is -1, there is none: a text may open with an ordinal.
    """
    words = draft.words
    if not 0 <= last < len(words) - 1 or not words[last + 1].definite or words[last + 1].conj or words[last + 1].prep:
        return last
    for tokens, _ in vocabulary(draft.lexicon).ordinals.get(bare_article(words[last + 1].stem), ()):
        end = last + len(tokens)
        if end < len(words) and all(words[last + 2 + i].fold == token for i, token in enumerate(tokens[1:])):
            behind = words[end + 1].fold if end + 1 < len(words) else ""
            return last if behind == "من" or behind in vocabulary(draft.lexicon).months else end  # "زارها ماكرون الثاني من أيار"
    return last


def two_persons(draft: Draft, at: int) -> bool:
    """Whether two words side by side are the last names of two persons whom the rule book knows: "بري جنبلاط", "الحريري الأسد".

    A first word without article that is another person's given name in the rule book may be one here ("صالح عباس"), but not
    before a name that nobody else bears, "استقبل عون ماكرون", nor where both are of one country: "اتهم عباس دحلان".
    """
    names = draft.lexicon.names
    if not 0 <= at < len(draft.words) - 1 or draft.words[at + 1].prep or draft.words[at + 1].conj:
        return False
    first, second = ([n for n in names.get(draft.words[i].fold, ()) if n.actor.kind == "person"] for i in (at, at + 1))
    if not first or not second:
        return False
    called, others = ({n.actor.id for n in known if len(n.tokens) == 1} for known in (first, second))
    one, two = ({n.actor.country for n in known if len(n.tokens) == 1 and n.actor.country} for known in (first, second))
    sure = draft.words[at].definite or any(n.strong and len(n.tokens) == 1 for n in second) or not one.isdisjoint(two)
    given = not sure and any(n.actor.id not in called for n in first)
    return bool(called and others) and not given and called.isdisjoint(others)


def _acts(draft: Draft, at: int) -> bool:
    """Whether a given name is the verb that it may be: its sentence opens with it and its subject, or a denial asks for one.

    "أشرف | قاسم سليماني على", "لم | ينس الوزير".
    """
    word, words = draft.words[at], draft.words
    if at and words[at - 1].stem in draft.lexicon.groups["before-imperfect"] and any(e.kind == "imperfect" for e in word.entries):
        return True
    if word.definite or word.prep or not any(e.kind in _VERBAL for e in word.entries) or at + 1 >= len(words):
        return False
    opens = word.conj == "و" or not at or draft.sentence_of[at - 1] != draft.sentence_of[at] or words[at - 1].kind in ("punct", "func")
    full = [n for n in draft.lexicon.names.get(words[at + 1].fold, ()) if n.strong and len(n.tokens) > 1 and n.actor.kind == "person"]
    return opens and longest_name(draft, at + 1, full) is not None


def _begins_another(draft: Draft, first: int, at: int) -> bool:
    """Whether the full name of somebody whom the rule book knows begins at a token, behind what is another's name already."""
    names = draft.lexicon.names
    whole = longest_name(draft, at, [n for n in names.get(draft.words[at].fold, ()) if n.strong and len(n.tokens) > 1])
    before = [n for n in names.get(draft.words[first].fold, ()) if len(n.tokens) == at - first and n.actor.kind == "person"]
    found = longest_name(draft, first, before)
    return whole is not None and found is not None and whole[0].actor.kind == "person" and whole[0].actor is not found[0].actor


def _begins_office(draft: Draft, at: int) -> bool:
    """Whether an office of several words begins with what is a given name too: "سيد الكرملين"."""
    offices = (o for o in draft.lexicon.organs.get(draft.words[at].fold, ()) if o.person and len(o.tokens) > 1)
    return any(match_tokens(draft, at, o.tokens, strip=True) >= 0 for o in offices)


def _family(draft: Draft, at: int, *, after_title: bool) -> bool:
    """"أحمد الحربي", "محمد المصري": an adjective in ـي with an article is a family name behind a given name that is nothing else.

    One of origin may be it behind a title and any given name too, "النائب جمال السوداني".
    """
    word, before = draft.words[at], draft.words[at - 1]
    if not word.definite or word.conj or word.prep or not word.stem.endswith("ي"):
        return False
    two = at > 1 and (paired(draft, at - 2) or draft.words[at - 2].fold in draft.lexicon.groups["name-link"])
    called = two or (before.fold in draft.lexicon.given and not before.definite)
    sure = two or (called and all(e.kind in _VERBAL for e in before.entries))
    if word.nisba is not None:
        return not word.nisba.people and (sure or (called and after_title)) and not _is_known(draft, at - 2, at - 1)
    return sure and bool(word.entries) and all(e.kind == "adjective" for e in word.entries)


def _is_known(draft: Draft, first: int, last: int) -> bool:
    """Whether two words are whom the rule book calls so: "الملك حسين | الأردني" is of Jordan by his adjective."""
    names = draft.lexicon.names.get(draft.words[first].fold, ()) if first >= 0 else ()
    return any(name.actor.kind == "person" and match_tokens(draft, first, name.tokens, strip=False) == last for name in names)


def _like_an_office(draft: Draft, first: int, at: int) -> bool:
    """"أحمد الوزير قال", "الباحث محمد الطيار، إن": a family may be called by an office, behind one given name and where a name may end.

    Not behind whom a title and a given name alone can mean: "قال الأمير محمد | الوزير".
    """
    word, before = draft.words[at], draft.words[at - 1]
    if at != first + 1 or not word.definite or word.conj or word.prep or word.pronoun or before.fold not in draft.lexicon.given:
        return False
    if word.number != "s" or word.gender == "f" or before.definite:
        return False
    title = draft.word_before(first)
    if title is not None and bare_article(title.stem) in draft.lexicon.groups["first-name"]:
        return False
    office = word.generic is not None and word.generic.kind == "person"
    office = office or any(o.person and len(o.tokens) == 1 for o in draft.lexicon.organs.get(word.stem, ()))
    office = office or any(len(tokens) == 1 for tokens, _ in draft.lexicon.titles.get(word.stem, ()))
    behind = draft.word_behind(at)
    ends = behind is None or behind.bare in _ENDS_A_NAME or behind.stem in draft.lexicon.groups["that"]
    return office and ends


_ENDS_A_NAME: Final = frozenset('،,؛;:.)»"”')


def paired(draft: Draft, at: int) -> bool:
    """True for the first of two words that are one given name: "عز الدين"."""
    words = draft.words
    return at + 1 < len(words) and f"{words[at].stem} {words[at + 1].fold}" in draft.lexicon.given


def name_like(draft: Draft, word: Word, *, after_and: bool = False) -> bool:
    """A word that no table has, or only names of persons have, and that is neither verb nor adjective of origin.

    With an article it may be a family name. With ``after_and`` it may have "and" before it; ف there is no "and" but a
    letter of its own ("فلويد").
    """
    if word.kind == "latin":
        return True
    if word.prep or word.pronoun or word.nisba is not None or word.generic is not None:
        return False
    if word.definite and word.bare.endswith("ية") and word.fold not in draft.lexicon.given:
        return False  # "خطة كاميرون | الخمسية"
    if word.conj and not after_and and word.conj != "ف":
        return False
    if word.kind == "unknown":
        led = word.bare.endswith(("ه", "ها", "هم")) and any(cut.prep for cut in word.cuts)  # "بوتين لشنه حربا"
        return not led and not (word.finite and word.fold.endswith(("ون", "وا")))
    if word.kind != "noun" or word.entries or heads_a_name(draft, word):
        return False
    alone = [n for key in (word.fold, word.stem) for n in draft.lexicon.names.get(key, ()) if len(n.tokens) == 1]
    return all(n.actor.kind == "person" for n in alone)


def heads_a_name(draft: Draft, word: Word) -> bool:
    """True for a word that is a place, or an office, title or body by itself."""
    lexicon = draft.lexicon
    return (
        any(len(p.tokens) == 1 for p in lexicon.places.get(word.fold, ()))
        or any(len(o.tokens) == 1 for o in lexicon.organs.get(word.stem, ()))
        or any(len(tokens) == 1 for tokens, _ in lexicon.titles.get(word.stem, ()))
    )
