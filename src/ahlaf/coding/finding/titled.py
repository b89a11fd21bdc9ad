"""Persons behind their titles: where a name begins that no lexicon knows, and who is meant by the title alone later.

"قال الكاتب الفرنسي بينوا دلماس إن … ويرى الكاتب …": the writer is Benoît Delmas, both times.
"وقالت مراسلة القناة في بغداد، سيرين كادو، إن": a name may stand apart from its title, and whoever speaks has one.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice, takewhile
from typing import Final

from ahlaf.coding.nounphrases.offices import is_office, is_person
from ahlaf.coding.nounphrases.phrases import closed, heads_an_office, is_adjective
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import BY_NAME, LEAGUES
from ahlaf.coding.words.word import Word
from ahlaf.lexicon.names import bare_article

_LONGEST_UNKNOWN: Final = 4


def name_before_saying(draft: Draft, at: int) -> int:
    """The last token of whatever stands between a title and "that", where it can only be a name; else -1.

    "قال الكاتب الفرنسي بينوا دلماس إن": two to four words that a name may have. Foreign names look like any word.
    """
    words = draft.words
    position = _bare_to(draft, at)
    inside = draft.sentence_of[position] == draft.sentence_of[at] if position < len(words) else False
    that = inside and words[position].kind == "func" and words[position].stem in draft.lexicon.groups["that"]
    return position - 1 if that and 2 <= position - at <= _LONGEST_UNKNOWN else -1


def _bare_to(draft: Draft, at: int) -> int:
    """The first token from ``at`` that is in no name: one with "and", article, preposition or pronoun, an adverb in ـا, a particle.

    Nor is one that would make it longer than names are.
    The future's س may be a name's own letter ("ساولي"), and God stands in names ("فضل الله").
    """
    words = draft.words
    position = at
    while position < min(len(words), at + _LONGEST_UNKNOWN + 1) and words[position].kind not in ("func", "punct", "number"):
        word = words[position]
        of_god = word.fold == "الله" and position > at
        adverb = word.kind == "noun" and (word.pronoun or word.bare.endswith("ا")) and word.fold not in draft.lexicon.given
        if position > at and word.finite and word.reports:
            break  # "الباحث سالم مهدي قال إن"
        family = position == at + 1 and _a_family(draft, position)
        if family:
            return position + 1
        if not of_god and (word.definite or word.conj or word.prep not in ("", "س") or word.nisba is not None or adverb):
            break
        position += 1
    return position


def _a_family(draft: Draft, at: int) -> bool:
    """Whether a word in ـي with its article stands right before "that", the name of a family: "قال النائب صمد | الشطري إن"."""
    word, behind = draft.words[at], draft.word_behind(at)
    if not word.definite or word.conj or word.prep or word.pronoun or not word.stem.endswith("ي") or behind is None:
        return False
    first = draft.words[at - 1]
    return not first.definite and not first.nominal and behind.kind == "func" and behind.stem in draft.lexicon.groups["that"]


def named_before(draft: Draft, index: int) -> int:
    """"الخبير الروسي": the person who was named with this title before, "الخبير الروسي ديمتري كيم"; else -1."""
    phrase = draft.phrases[index]
    if phrase.number != "s" or phrase.actor is None or phrase.actor.kind not in ("person", "organ") or phrase.prep == "ك":
        return -1
    past = draft.lexicon.groups["former"]
    own = {bare_article(draft.words[at].fold) for at in range(phrase.first + 1, phrase.last + 1)}
    for back in draft.before(index):
        other = draft.phrases[back]
        if draft.words[other.head].stem != draft.words[phrase.head].stem:
            continue
        if other.named_from < 0:
            if own and _held_by(draft, other, own):
                return back
            continue
        title = {bare_article(draft.words[at].fold) for at in range(other.first + 1, other.named_from)}
        if own <= title and not any(word in past for word in title - own):  # "الرئيس الأمريكي" is none that was it before
            return back
    return -1


def _held_by(draft: Draft, office: Phrase, own: set[str]) -> bool:
    """Whether an office stands behind the name of who holds it, and is told again with his country: "عمر هلال، السفير … السفير المغربي"."""
    holder = office.actor
    if office.kind not in ("organ", "nominal") or holder is None or holder.kind != "person" or not holder.country:
        return False
    stretch = draft.stretches[office.sentence]
    begins = bisect_left(draft.phrases, stretch.first, key=lambda p: p.first)
    here = takewhile(lambda p: p.first < stretch.end, islice(draft.phrases, begins, None))
    named = any(p.kind in BY_NAME and p.actor is holder for p in here)
    lands = {nisba.actor.country for word in own if (nisba := draft.lexicon.nisbas.get(word)) is not None}
    return named and lands == {holder.country}


_SO_FAR: Final = 60
"""So many phrases back somebody may have spoken whom a title alone means."""


def spoke_last(draft: Draft, index: int) -> int:
    """"وأضافت المتحدثة ذاتها": the person who spoke last, where nobody was named with such a title; else -1.

    Whoever was named with another title is meant by few: "the researcher" is not "the analyst Kim".
    """
    phrase = draft.phrases[index]
    anybody = draft.lexicon.groups["speaks-on"].get(draft.words[phrase.head].stem)
    behind = draft.words[phrase.last + 1].fold if phrase.last + 1 < len(draft.words) else ""
    if anybody is None or phrase.number == "p" or behind == "عن" or _of_a_group(draft, phrase):
        return -1  # "المسؤول عن الهجوم" is whoever did it, "القيادي في حماس أيمن طه" somebody new
    for back in range(index - 1, max(-1, index - _SO_FAR), -1):
        other = draft.phrases[back]
        before = draft.word_before(other.first)
        if before is None or not before.finite or not before.reports:
            continue
        titled = other.named_from >= 0 or other.antecedent >= 0
        if is_person(other) or (titled and other.actor is not None and other.actor.kind == "person"):
            fits = (before.gender == "f") == (phrase.gender == "f") and (anybody or not titled)
            return back if fits else -1
    return -1


def _of_a_group(draft: Draft, phrase: Phrase) -> bool:
    """Whether "in" and a group's name stand right behind a title, which says anew who somebody is: "القيادي | في حماس"."""
    at = phrase.last + 2
    index = draft.at[at] if at < len(draft.words) and draft.words[at - 1].fold == "في" else -1
    group = draft.phrases[index] if index >= 0 else None
    return group is not None and group.first == at and group.actor is not None and group.actor.kind in LEAGUES


def speaks_on(draft: Draft, index: int) -> int:
    """"وأوضح المسؤول الدبلوماسي أن": a general title with an adjective goes on speaking, where nobody else has it; else -1."""
    phrase = draft.phrases[index]
    before = draft.word_before(phrase.first)
    if before is None or not before.finite or not before.reports or phrase.last == phrase.first or phrase.named_from >= 0:
        return -1
    described = [draft.words[at] for at in range(phrase.first + 1, phrase.last + 1)]
    if not all(word.definite and word.nisba is None and is_adjective(word) for word in described):
        return -1
    return spoke_last(draft, index)


_SLOT: Final = 16
"""So many tokens may stand between a verb of saying and what is said."""
_DEEDS: Final = frozenset(("masdar", "noun"))
_LOOSE: Final = frozenset(("person", "thing", "act", "nominal"))


def speakers(draft: Draft) -> list[Phrase]:
    """The persons whom only a verb of saying shows, "وقال دلماس إن"; one with a title before it gets the name that stands apart."""
    found: list[Phrase] = []
    for at, word in enumerate(draft.words):
        if not word.reports or not word.finite or draft.at[at] >= 0 or draft.sentence_of[at] < 0:
            continue
        end = _said(draft, at)
        if end - at < 2:
            continue
        index = draft.at[at + 1]
        if index < 0:
            last = _name(draft, at + 1, end, least=1)
            if last >= 0:
                person = Phrase(at + 1, last, at + 1, "person")
                person.gender = "f" if all(e.gender == "f" for e in word.entries if e.kind == "perfect") else "m"
                person.number, person.definite = "s", True
                found.append(person)
        elif draft.phrases[index].first == at + 1:
            _call(draft, draft.phrases[index], end)
    found.extend(p for at in range(len(draft.words) - 2) if (p := _passed_on(draft, at)) is not None)
    return found


def _passed_on(draft: Draft, at: int) -> Phrase | None:
    """The person of no other title whose words somebody passes on: "نقلت الوكالة عن | دلماس | قوله"."""
    words, passing = draft.words, draft.lexicon.groups["passes-on"]
    if words[at].fold != "عن" or words[at].pronoun or draft.at[at + 1] >= 0:
        return None
    near = range(max(0, at - _SLOT), at)
    if not any(draft.sentence_of[k] == draft.sentence_of[at] and words[k].of_verb(passing) for k in near):
        return None
    saying = (k for k in range(at + 2, min(at + 2 + _LONGEST_UNKNOWN, len(words))) if words[k].pronoun and words[k].sayings)
    end = next((k for k in saying if words[k].masdar), -1)
    if end < 0 or _name(draft, at + 1, end, least=1) != end - 1:
        return None
    person = Phrase(at + 1, end - 1, at + 1, "person")
    person.gender, person.number, person.definite, person.prep = "f" if words[end].pronoun == "ها" else "m", "s", True, "عن"
    return person


def _said(draft: Draft, at: int) -> int:
    """Where begins what a verb of saying tells: at "that", a colon, a quotation; -1 where another verb comes first."""
    that = draft.lexicon.groups["that"]
    for position in range(at + 1, min(at + _SLOT, len(draft.words))):
        word = draft.words[position]
        if word.bare in ':«“"' or (word.kind == "func" and word.stem in that):
            return position
        verb = word.verb and not word.nominal
        if draft.sentence_of[position] != draft.sentence_of[at] or (verb and not _only_looks_like_a_verb(draft, at, position)):
            break
    return -1


def _only_looks_like_a_verb(draft: Draft, at: int, position: int) -> bool:
    """True for the name of whoever speaks: "قال الرئيس ساولي كيتونن", "قال الصحفي طاهر خان"; no verb stands there."""
    before = draft.words[position - 1]
    return position > at + 1 and (closed(draft, position - 1) or before.kind == "unknown" or before.fold in draft.lexicon.given)


def _call(draft: Draft, phrase: Phrase, end: int) -> None:
    """Give a person of whom the title alone is known the name that stands before what he says."""
    if phrase.named_from >= 0 or phrase.number != "s" or not is_office(draft, phrase):
        return
    for start in range(phrase.last + 1, end):
        if draft.words[start].conj and heads_an_office(draft, start):
            return  # "قالت الوزيرة والكاتب أحمد": the name is another's
        if draft.words[start - 1].bare in "،," and (draft.words[start].prep or "prep" in draft.words[start].function):
            return  # "أضاف الوزير، في رد على | النائبة ماريا لوبيز، أن"
        if _anothers(draft, start):
            continue
        apart = draft.words[start - 1].kind == "punct" or draft.at[start - 1] >= 0 or start == phrase.last + 1
        last = max(_name(draft, start, end, least=2), _strange(draft, start, end)) if apart else -1
        if last >= 0:
            phrase.kind, phrase.named_from, phrase.reach = "person", start, last
            return


def _anothers(draft: Draft, at: int) -> bool:
    """Whether a name has a title of its own before it, and is no other's: "كرر الوزير إشادته بالرئيس | محمود حداد مؤكدا أن"."""
    phrase = draft.phrases[draft.at[at]] if draft.at[at] >= 0 else None
    return phrase is not None and phrase.first < at and phrase.kind in BY_NAME


def _strange(draft: Draft, start: int, end: int) -> int:
    """The last token of bare words behind one that governs nothing, not all of them plain words, up to a mark or preposition; else -1.

    "وقال الرئيس الفنلندي ساولي كيتونن في بيان إن": no verb and no noun of the language can stand there.
    """
    words = draft.words
    position = min(_bare_to(draft, start), end)
    if not closed(draft, start - 1) or not 2 <= position - start <= _LONGEST_UNKNOWN or any(e.kind in _DEEDS for e in words[start].entries):
        return -1
    if any(draft.at[at] >= 0 and draft.phrases[draft.at[at]].kind not in _LOOSE for at in range(start, position)):
        return -1
    behind = words[position]
    ended = position == end or behind.kind == "punct" or behind.prep == "ل" or "prep" in behind.function
    return position - 1 if ended and _has_a_name(draft, start, position) else -1


def _name(draft: Draft, start: int, end: int, *, least: int) -> int:
    """The last token of a name from ``start``: words that no table knows, up to a mark, a particle or ``end``; else -1."""
    words = draft.words
    position = start
    while position < end and _may_name(draft, words[position], first=position == start):
        index = draft.at[position]
        if index >= 0 and draft.phrases[index].kind not in BY_NAME:
            return -1
        position += 1
    ended = position == end or words[position].kind in ("punct", "func") or words[position].prep == "ل"
    return position - 1 if ended and _has_a_name(draft, start, position) and least <= position - start <= _LONGEST_UNKNOWN else -1


def _has_a_name(draft: Draft, start: int, end: int) -> bool:
    """Whether one of some words is no plain word: a given name, or none that a table has."""
    return any(w.kind in ("unknown", "latin") or w.fold in draft.lexicon.given for w in draft.words[start:end])


def _may_name(draft: Draft, word: Word, *, first: bool) -> bool:
    if word.kind == "func":
        return False
    mine = word.pronoun == "ي"  # nobody says "my" here: "سمري" is a name
    if word.kind not in ("unknown", "latin", "noun") or word.conj or word.prep or (word.pronoun and not mine):
        return word.fold in draft.lexicon.given
    if word.kind == "noun" and not mine and (first or word.definite or word.bare.endswith("ا")):
        return word.fold in draft.lexicon.given
    return not (first and word.definite) or word.kind == "unknown"
