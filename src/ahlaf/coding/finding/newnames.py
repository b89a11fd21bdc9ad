"""Persons whom no table knows, where what stands around the words proves that they are a name.

"أعلن يوسف شاهد، القيادي في الجماعة": a given name and an ordinary word are a person's name where a verb of saying
stands before them and a title behind them. A word that no table has may be anything, and most family names are
ordinary words: neither is taken for a name on its own account.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.finding.kindnames import in_honour
from ahlaf.coding.names.namewords import match_tokens
from ahlaf.coding.names.personnames import (
    gender_of_person,
    heads_a_name,
    leads_to_words,
    name_like,
    paired,
    person_name,
    two_persons,
    unlinked,
)
from ahlaf.coding.names.quotednames import QUOTES
from ahlaf.coding.nounphrases.phrases import closed, heads_an_office
from ahlaf.coding.words.agreement import accusative
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.word import FINITE, Word

_CUT_OFF: Final = frozenset(("ي", "ك", "ني"))
"""Pronouns of who speaks, which the last letters of a foreign name are taken for ("ماليك")."""
_LONGEST: Final = 5
_WORDS: Final = frozenset("OoDV")
"""Parts that are ordinary words: see :func:`_part`."""
_ENDS: Final = frozenset(("that", "mark", "object"))
"""What ends a name whose last part is an ordinary word."""
_TITLES: Final = frozenset(("title", "beside"))
_OFFICE: Final = 10
"""So many words an office may have."""
_MARKS: Final = frozenset("،(-–,")


def find(draft: Draft) -> list[Phrase]:
    """The new persons, in the order of the text; what covered a part of them before is cut short.

    Beside them the names of persons found before are made longer, where an ordinary word behind is surely their last.
    """
    added: list[Phrase] = []
    named = {p.named_from: p for p in draft.phrases if p.named_from >= 0}
    at = 0
    while at < len(draft.words):
        titled = named.get(at)
        last = _last(draft, at, added, titled)
        if last < 0:
            at += 1
            continue
        if titled is not None:
            titled.last = last
            added.append(titled)
            at = last + 1
            continue
        before = draft.at[at]
        old = draft.phrases[before] if before >= 0 else None
        if old is not None and old.first < at:
            old.last = at - 1
        phrase = Phrase(at, last, at, "person")
        phrase.gender, phrase.number, phrase.prep, phrase.definite = gender_of_person(draft, at), "s", _preposition(draft, at), True
        added.append(phrase)
        at = last + 1
    return added


def _preposition(draft: Draft, at: int) -> str:
    """The preposition that is cut off a given name: "لفؤاد", which may be a letter of the name as well."""
    word = draft.words[at]
    if word.fold in draft.lexicon.given:
        return ""
    return next((c.prep for c in word.cuts if c.prep and c.prep != "س" and c.stem in draft.lexicon.given), "")


# -- what the words may be ------------------------------------------------------------------------------


def _part(draft: Draft, at: int, *, first: bool = False) -> str:
    """What a word may be in a name, as one letter; empty for what is in none.

    G a given name that is hardly anything else, g one that is an ordinary word too, L a link (بن), U unknown, A the same
    with an article, O an ordinary noun, o one that would be a dual or a noun with "my", D these with an article, V a verb.
    """
    word, links = draft.words[at], draft.lexicon.groups["name-link"]
    if unlinked(word) or leads_to_words(draft, at):
        return ""
    if word.kind in ("punct", "number", "func", "latin"):
        return "L" if word.kind == "func" and word.fold in links and not first else ""
    if not first and at and paired(draft, at - 1):
        return "G"
    if given := _given(draft, at, first=first):
        return given
    if word.pronoun in _CUT_OFF and not first and not word.conj and not word.definite:
        return "o"
    if word.prep or word.pronoun or (word.conj and not (first and word.conj == "و")):
        return ""
    if name_like(draft, word, after_and=first):
        if len(word.stem) < 2:
            return ""  # "عبد الرسول م."
        return "A" if word.definite else "U"
    return _ordinary(draft, word)


def _given(draft: Draft, at: int, *, first: bool) -> str:
    """The letter of a word that is a given name or a link, or may be; empty for another. The first may have "and" or a preposition."""
    word, lexicon = draft.words[at], draft.lexicon
    links, maybe = lexicon.groups["name-link"], lexicon.groups["given-too"]
    stems = [word.fold, *(c.stem for c in word.cuts if c.prep != "س")] if first else [word.fold]
    known = word.fold if paired(draft, at) else ""
    known = known or next((s for s in stems if s in lexicon.given or s in links or s in maybe), "")
    if not known:
        return ""
    if known in links:
        return "L"
    both = any(e.kind not in FINITE for e in word.entries) or word.generic is not None
    return "g" if both or known in maybe else "G"


def _ordinary(draft: Draft, word: Word) -> str:
    """The letter of an ordinary noun or verb that may be somebody's last name; empty for another."""
    if word.kind == "unknown" or word.generic is not None or word.stem.endswith("ه") or _known_otherwise(draft, word):
        return ""
    if word.kind == "verb":
        return "V"
    nominal = [e for e in word.entries if e.kind not in FINITE]
    if all(e.number == "p" for e in nominal):
        return ""
    rare = all(e.number != "s" for e in nominal)
    return "D" if word.definite else "o" if rare else "O"


def _known_otherwise(draft: Draft, word: Word) -> bool:
    """True for a word that heads an office, body, state or place, and so is nobody's last name."""
    return heads_a_name(draft, word) or any(
        n.strong and len(n.tokens) == 1 and n.actor.kind != "person" for n in draft.lexicon.names.get(word.fold, ())
    )


# -- the proof ---------------------------------------------------------------------------------------------


def _last(draft: Draft, at: int, added: list[Phrase], titled: Phrase | None) -> int:
    """The last token of a proved name that begins at a token; -1 for none."""
    if draft.sentence_of[at] < 0 or not (titled or _free(draft, at)):
        return -1
    old = draft.phrases[draft.at[at]] if draft.at[at] >= 0 else None
    if old is not None and old.kind == "person" and old.first < at and titled is None:
        return -1
    begins = _part(draft, at, first=True)
    if begins not in ("G", "g", "L", "U") or (at in draft.fixed and begins != "G"):
        return -1  # "علي" is a name though "على" may begin an expression
    if two_persons(draft, at) and (old is None or old.first == at):
        return -1  # "استبعد المالكي الصدر"
    parts, before = _parts(draft, at, begins), added[-1].last if added else -1
    while len(parts) > 1:
        last = at + len(parts) - 1
        if parts[-1] != "L" and _proved(draft, at, last, parts, before):
            return -1 if old is not None and old.kind == "person" and old.last >= last else last
        parts = parts[:-1]
    return -1


def _parts(draft: Draft, at: int, begins: str) -> str:
    """What the words may be that a name has which begins at a token, one letter each, as far as a name may go on."""
    parts, position = begins, at + 1
    while position < len(draft.words) and position - at < _LONGEST and draft.sentence_of[position] == draft.sentence_of[at]:
        part = _part(draft, position)
        if part == "D" and parts[-1] in _WORDS:
            break  # "أحمد موقف الرافض": the one is annexed to the other
        if not part or (position in draft.fixed and part not in "Gg"):
            break
        if not (_free(draft, position) or draft.at[position] == draft.at[at]):
            break
        parts += "G" if parts[-1] == "L" and part in "UADOoV" else part
        position += 1
        if parts[-1] in "AD":
            break  # a family name is the last
    return parts


def _free(draft: Draft, at: int) -> bool:
    """No name or organ has the word, and no title: only what may have been taken for a noun phrase."""
    index = draft.at[at]
    if index < 0:
        return True
    phrase = draft.phrases[index]
    if in_honour(draft, phrase.first, draft.words[phrase.first]) >= at:
        return False  # "مدرسة خليفة بن زايد"
    return phrase.kind in ("thing", "act", "nominal") or (phrase.kind == "person" and phrase.named_from < 0)


def _proved(draft: Draft, first: int, last: int, parts: str, before: int) -> bool:
    """Whether what stands around the words shows that they name somebody."""
    right, left = _right(draft, last), _left(draft, first, before)
    if _disproved(draft, first, last, parts, left, right):
        return False
    ordinary = not _WORDS.isdisjoint(parts.lstrip("L"))
    sure = parts[0] in "GL" or parts.count("G") + parts.count("g") > 1
    if right == "beside" and ordinary:
        return left == "says"  # "قال أحمد الديك المستشار", but "دعم أحمد مشروع الوزير"
    if right in _TITLES:
        return sure or not ordinary or left in ("says", "office")
    if left and not ordinary:
        return sure or right != ""
    if left == "says":
        return right in _ENDS or (parts[0] == "G" and right != "")
    if left == "office":
        return right in _ENDS or right == "and" or (parts[-1] == "o" and right == "other")
    if left == "list":
        return right == "and"
    return sure and not ordinary and _annexed(draft, first)


def _disproved(draft: Draft, first: int, last: int, parts: str, left: str, right: str) -> bool:
    """Whether some words surely are no name, or not to their end, by what they are and where they stand."""
    if parts[0] == "U" and _is_a_body(draft, first, parts, left, right):
        return True
    word, own, titled = draft.words[last], parts.lstrip("L"), right in _TITLES
    if parts[-1] in "Oo" and accusative(draft, word) and any(e.kind == "active" for e in word.entries):
        return True  # "قال مازن | مخاطبا رئيس الحزب"
    if parts[-1] == "O" and word.masdar and left == "says" and right in ("other", "object", ""):
        return True  # "نفى الحمود | وجود أي اتفاق"
    if parts[-1] == "V" and word.reports and right != "that":
        return True  # "كتب: جابر عوض | قالت رئيسة الوزراء"
    if _WORDS.isdisjoint(own):
        return False
    if len(own) < 2 or _in_full(draft, first, last - 1):
        return True  # "نشر رئيس الوزراء نفتالي بينيت | الفيديو"
    told = any(e.kind in FINITE for e in word.entries)
    if titled:  # "بعد مقتل الرئيس صالح | تولى نجله القيادة"
        does = told and any(e.kind in FINITE and e.lexeme.senses for e in word.entries)
        return does and left != "says" and draft.words[last + 1].kind != "punct"
    if word.fold.endswith("ا"):
        return True  # an accusative, as a rule
    if right != "that" and len(own) == 2 and _whole(draft, first):
        return True  # "الرئيس ترامب مشروع": he needs no more names
    return told and left != "says" and (parts[-1] == "V" or bool(word.reports) or right != "that")  # "الوزير أحمد غادر", "أحمد كتب أن"


def _is_a_body(draft: Draft, first: int, parts: str, left: str, right: str) -> bool:
    """Whether words of which the first is unknown are rather a street's, a medium's or a body's name."""
    if parts[-1] in "AD" and right not in _TITLES and not (left == "office" and right == "that"):
        return True  # "شارع بورغ الكبير", but "أكد رئيس المركز بيلدان القنواتي أن"
    if left == "says" and draft.words[first - 1].gender == "f" and right not in _TITLES:
        return True  # "قالت سكاي نيوز": rather a medium
    return left == "office" and not closed(draft, first - 1)  # "صحيفة كرونن تسايتونغ"


def _in_full(draft: Draft, first: int, last: int) -> bool:
    """Whether some words are the full name of somebody whom the rule book knows, who needs no more of them."""
    names = (n for n in draft.lexicon.names.get(draft.words[first].fold, ()) if n.strong and len(n.tokens) > 1 and n.actor.kind == "person")
    return any(match_tokens(draft, first, name.tokens, strip=False) == last for name in names)


def _whole(draft: Draft, at: int) -> bool:
    """True for a word by which somebody is called without any other name."""
    return any(n.actor.kind == "person" and len(n.tokens) == 1 for n in draft.lexicon.names.get(draft.words[at].fold, ()))


def _annexed(draft: Draft, at: int) -> bool:
    """A given name that the phrase of a deed took for its genitive: "مقتل سامر القنواتي", but not "مطار سامر القنواتي"."""
    return draft.at[at] >= 0 and draft.phrases[draft.at[at]].first < at and draft.words[at - 1].senses


def _left(draft: Draft, first: int, before: int) -> str:
    """What proves a name that it stands before: says, office, list, or nothing."""
    words = draft.words
    at = first - 1
    if at < 0 or draft.sentence_of[at] != draft.sentence_of[first]:
        return ""
    word = words[at]
    index = draft.at[at]
    if _with_and(draft, first):
        old = draft.phrases[index] if index >= 0 else None
        person = old is not None and (old.kind == "person" or (old.actor is not None and old.actor.kind == "person"))
        return "list" if before == at or (person and old is not None and old.last == at) else ""
    if _preposition(draft, first):
        return ""
    if word.finite and word.reports and not word.pronoun:
        return "says"
    return "office" if _behind_office(draft, at - 1 if word.bare == "،" else at) else ""


def _with_and(draft: Draft, at: int) -> bool:
    """True for a word that may be "and" and a name: "وطارق", not "وسن"."""
    word, lexicon = draft.words[at], draft.lexicon
    if word.fold in lexicon.given or word.fold in lexicon.groups["given-too"]:
        return False
    return bool(word.conj) or any(c.conj == "و" and c.stem in lexicon.given for c in word.cuts)


def _behind_office(draft: Draft, at: int) -> bool:
    """Whether a token ends what an office says of itself: "المبعوث الخاص إلى سوريا", "رئيس لجنة النقل في مجلس الشورى"."""
    if draft.words[at].kind == "func":
        return False
    for position in range(at, max(-1, at - _OFFICE), -1):
        word = draft.words[position]
        if word.kind in ("punct", "verb") or draft.sentence_of[position] != draft.sentence_of[at]:
            return False
        if heads_an_office(draft, position):
            return True
    return False


def _right(draft: Draft, last: int) -> str:
    """What proves a name that it stands behind, or nothing.

    title, beside (a title with an article and no comma), that, mark, object (an accusative), and, other (a particle).
    """
    words, lexicon = draft.words, draft.lexicon
    at = last + 1
    if at < len(words) and words[at].bare in QUOTES.values() and words[at].bare not in QUOTES:
        at += 1
    if at >= len(words) or draft.sentence_of[at] != draft.sentence_of[last]:
        return "mark"
    marked = words[at].bare in _MARKS
    behind = at + 1 if marked else at
    if behind < len(words):
        word = words[behind]
        if not word.conj and _begins_title(draft, behind):
            return "beside" if word.definite and not marked else "title"
        if words[at].bare == "(" and word.kind == "number":
            return "title"  # "(52 عاما)"
    if words[at].kind == "punct":
        return "mark"
    word = words[at]
    if word.kind == "func" and not word.conj:
        return "that" if word.stem in lexicon.groups["that"] else "other"
    if word.kind == "noun" and word.entries and word.bare.endswith("ا") and not word.definite:
        return "object"
    if _with_and(draft, at) and (person_name(draft, at, after_title=False) > at or heads_an_office(draft, at)):
        return "and"
    return ""


def _begins_title(draft: Draft, at: int) -> bool:
    """"القيادي البارز", "رئيس الحزب", "زوجة الرئيس": an office, a title, or whose kin somebody is."""
    word = draft.words[at]
    return word.fold in draft.lexicon.groups["kin"] or heads_an_office(draft, at)
