"""An office and the name beside it are one actor, whatever stands between them of where the office is held."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from ahlaf.coding.names.namewords import match_tokens
from ahlaf.coding.names.quotednames import names_somebody
from ahlaf.coding.nounphrases.offices import is_office, is_person, never_held, of_another_state, own_organ
from ahlaf.coding.nounphrases.phrases import is_partner
from ahlaf.coding.nounphrases.verbhood import does_to_somebody
from ahlaf.coding.words.agreement import accusative, without_pronoun
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import BY_NAME
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor


def join(draft: Draft) -> None:
    """Let offices be the persons who hold them, where the text names them right there."""
    _beside(draft, _behind_place(draft))
    _bracketed(draft)
    _partners(draft)
    for at, phrase in enumerate(draft.phrases):
        if phrase.kind == "person" and phrase.named_from >= 0:
            _two_titles(draft, at)


def _call(draft: Draft, office: Phrase, person: Phrase) -> None:
    """Let an office be a person, called by the name that stands behind it."""
    _hold(draft, office, person)
    if office.named_from < 0 and person.first > office.last:
        office.named_from, office.reach = max(person.named_from, person.first), person.named_to


def _hold(draft: Draft, office: Phrase, person: Phrase) -> None:
    """Let an office be a person, who is of its country and sector where no table knows better: "السفير الفرنسي في الجزائر"."""
    held, holder = office.actor, person.actor
    office.actor = holder
    if held is None or holder is None or not holder.known_by_text or holder.country or not held.country:
        return
    holder = replace(holder, country=held.country, sector=held.sector if holder.sector == _ANY else holder.sector)
    for phrase in draft.phrases:
        if phrase.actor is not None and phrase.actor.id == holder.id:
            phrase.actor = holder


_ANY: Final = "ELI"
"""The sector of a person of whom nothing is told."""


def _two_titles(draft: Draft, at: int) -> None:
    """"الشاعر والكاتب أحمد القنواتي": two titles in the singular with one name mean one person."""
    two = draft.phrases[at]
    one = draft.phrases[at - 1] if at else two
    word = draft.words[two.first]
    if word.conj != "و" or not word.definite or one.last != two.first - 1 or one.prep or one.named_from >= 0:
        return
    if is_office(draft, one) and draft.words[one.first].definite and _gender(draft, one) == _gender(draft, two):
        _call(draft, one, two)


def _gender(draft: Draft, title: Phrase) -> str:
    return "f" if draft.words[title.first].fold.endswith("ه") else "m"


def _beside(draft: Draft, placed: set[int]) -> None:
    """An office and the name beside it are one person: "المتحدث باسم الجيش، أحمد المسماري،", "كيري وزير الخارجية".

    Who was ``placed`` in an office before the name has it already: "التقى السفير في بغداد توم باراك | وزير النفط".
    """
    held = -1
    standing = [(at, phrase) for at, phrase in enumerate(draft.phrases) if not _inside_another(draft, phrase)]
    for (at, one), (behind, two) in pairwise(standing):
        if two.conj or two.prep or two.sentence != one.sentence or two.first - one.last > 2:
            continue
        if any(word.bare not in '،-(«"“' for word in draft.words[one.last + 1 : two.first]):
            continue
        if two.actor is not None and is_person(two) and of_another_state(draft, one.first, one.last, two.actor):
            continue  # "استقبل وزير الخارجية المصري جون كيري"
        if two.actor is not None and is_person(two) and _ruled_never(draft, one, two.actor):
            continue  # "أقال الرئيس التونسي هشام المشيشي"
        if all(phrase.actor is not None and phrase.actor.id in draft.lexicon.served for phrase in (one, two)):
            continue  # "استقبل الملك عبد الله الثاني الملك سلمان"
        if is_office(draft, one) and is_person(two) and at != held:  # "جعجع رئيس الحزب | رئيس المجلس نبيه بري"
            _call(draft, one, two)
            _two_titles(draft, at)
        elif is_person(one) and _said_of(draft, one, two) and not (at in placed and two.first == one.last + 1):
            _hold(draft, two, one)
            held = behind


def _ruled_never(draft: Draft, office: Phrase, person: Actor) -> bool:
    """Whether a ruler right behind a verb that is done to somebody is another than the known person behind him."""
    organ = own_organ(draft, office)
    if organ is None or office.last - office.first != len(organ.tokens):
        return False  # "رئيس حزب القوات اللبنانية" is no ruler
    return does_to_somebody(draft, office.first - 1) and never_held(draft, organ, office.first, office.last, person)


def _said_of(draft: Draft, person: Phrase, office: Phrase) -> bool:
    """Whether an office is said of whom stands before it: not "كيري | الوزير", nor "كيري | نظيره"."""
    word = draft.words[office.first]
    if person.actor is not None and of_another_state(draft, office.first, office.last, person.actor):
        return False  # "التقى السيسي | وزير الخارجية الأميركي"
    beside, done = office.first == person.last + 1, does_to_somebody(draft, person.first - 1)
    if beside and accusative(draft, word):  # "انتخب عون رئيسا", but "أرسل ماكرون | وزيرا", "استقبل ماكرون | وزيرا"
        verb, groups = draft.words[person.first - 1], draft.lexicon.groups
        if verb.of_verb(groups["sends"]) or (done and not verb.of_verb(groups["appoints"])):
            return False
    elif beside and done and not _another_behind(draft, office):
        return False  # "أقال نتنياهو | وزير الدفاع"
    known = word.definite and beside and not _speaks(draft, person, office)
    return is_office(draft, office) and not (known or word.pronoun) and _aside(draft, person, office)


def _speaks(draft: Draft, person: Phrase, office: Phrase) -> bool:
    """Whether somebody and his office of several words stand behind a verb of saying: "قال دوجاريك | المتحدث باسم الأمين العام إن"."""
    words, before = draft.words, draft.word_before(person.first)
    if before is None or not before.finite or not before.reports or office.last == office.first:
        return False
    if any(o.tokens[-1] == _FOR and o.ref == office.ref for o in draft.lexicon.organs.get(bare_article(words[office.first].stem), ())):
        return True  # "أعلن أبو عبيدة الناطق باسم كتائب القسام أسر"
    return any(words[at].stem in draft.lexicon.groups["that"] for at in range(office.last + 1, min(office.last + _ASIDE, len(words))))


def _another_behind(draft: Draft, office: Phrase) -> bool:
    """Whether somebody else stands right behind an office, to whom it may be done: "أقال نتنياهو رئيس الحكومة | وزيرا"."""
    behind = office.named_to + 1
    index = draft.at[behind] if behind < len(draft.words) else -1
    return index >= 0 and draft.phrases[index].first == behind and not draft.phrases[index].prep and not draft.words[behind].conj


_FOR: Final = "باسم"
"""The last word of a spokesman's office."""
_ASIDE: Final = 14
"""So many tokens an office between commas may have."""


def _aside(draft: Draft, person: Phrase, office: Phrase) -> bool:
    """Whether an office stands right behind a name, or between two commas without a verb: "قال كيم، نائب رئيس اللجنة، إن"."""
    words = draft.words
    if office.first == person.last + 1:
        return True
    if words[office.first - 1].bare != "،":
        return False
    for at in range(office.last + 1, min(office.last + _ASIDE, len(words))):
        word = words[at]
        if word.bare == "،" or (word.kind == "func" and word.stem in draft.lexicon.groups["that"]):
            return True
        if draft.sentence_of[at] != office.sentence or word.conj or (word.verb and not word.nominal):
            return False
    return False


def _bracketed(draft: Draft) -> None:
    """Another name in brackets: of a person one that nobody else bears, of anybody the one before: "(جبهة النصرة سابقا)"."""
    words, other = draft.words, draft.lexicon.groups["other-time"]
    for one, two in pairwise(draft.phrases):
        before, behind = two.first - 1, two.named_to + 1
        if before != one.named_to + 1 or behind >= len(words) or words[before].bare != "(":
            continue
        once = words[behind].fold in other and [word.bare for word in words[behind + 1 : behind + 2]] == [")"]
        if once and one.kind == two.kind == "name":
            two.actor = one.actor
        unknown = two.actor is not None and two.actor.known_by_text
        if words[behind].bare == ")" and is_person(one) and two.kind == "person" and two.named_from < 0 and unknown:
            two.actor = one.actor


def _partners(draft: Draft) -> None:
    """What somebody is to another, and the name right behind it: "الحوثيون وحليفهم المخلوع | علي عبد الله صالح", "وذراعها | حزب الله"."""
    for one, two in pairwise(phrase for phrase in draft.phrases if not _inside_another(draft, phrase)):
        if one.kind != "nominal" or two.kind not in BY_NAME or two.sentence != one.sentence:
            continue
        quoted = two.first == one.last + 2 and names_somebody(draft, one.first, one.last + 1)  # "ذراعها «حزب الله»", "البطل «بشار الأسد»"
        if not quoted and (two.first != one.last + 1 or not (is_partner(draft, draft.words[one.first]) or _are_partners(draft, one, two))):
            continue
        if not (two.prep or draft.words[two.first].conj):
            _call(draft, one, two)


def _are_partners(draft: Draft, one: Phrase, two: Phrase) -> bool:
    """Whether several are somebody's and a group is named in their case: "على حلفائه | الحوثيين", but "هاجم حلفاؤه | الحوثيين"."""
    word, named = draft.words[one.first], draft.words[two.last].bare
    several = bool(word.pronoun) and without_pronoun(draft, word) in draft.lexicon.groups["partners"]
    if not several or two.actor is None or two.actor.kind not in _GROUPS:
        return False
    led = bool(one.prep) or word.stem.endswith(("اء", "اي"))
    return (led and not named.endswith("ون")) or (word.stem.endswith("او") and named.endswith("ون"))


_GROUPS: Final = frozenset(("armed-group", "party", "organisation", "social-group", "force"))


def _behind_place(draft: Draft) -> set[int]:
    """Join an office that says where or for whom it is held, and the name behind: "المبعوث الخاص إلى سوريا جيمس جيفري".

    Behind "in" a country the name may as well be whom somebody meets there: it is the office's where no table knows it, or
    where both are of one country, "السفير الأمريكي في بغداد توم باراك". Put out are the persons who were joined.
    """
    placed: set[int] = set()
    for index, two in enumerate(draft.phrases):
        if not is_person(two) or two.conj or two.prep or draft.words[two.first].conj or not (two.named_from < 0 or _honoured(draft, two)):
            continue
        behind, there = two, False
        for back in range(index - 1, max(-1, index - 4), -1):
            one = draft.phrases[back]
            if _inside_another(draft, one):
                continue  # "الحكومة المعترف بها دوليا"
            between = draft.words[one.last + 1 : behind.first]
            if one.pointing or one.sentence != two.sentence or any("prep" not in w.function for w in between):
                break
            if behind is two and between:
                break
            if two.named_from >= 0 and (one.prep not in ("", "ل") or _meets(draft, one)):
                break
            if back < index - 1 and is_office(draft, one) and not draft.words[one.first].fold.endswith("ا"):
                outer = draft.phrases[back - 1] if back and one.prep == "ل" else one
                if outer.last == one.first - 1:  # "المبعوث الخاص | للأمين العام للأمم المتحدة"
                    if outer.named_from >= 0:
                        break
                    one = outer if is_office(draft, outer) else one
                if not there or _one_country(one, two):
                    _call(draft, one, two)
                    placed.add(index)
                break
            governed = one.prep or (one.first and "prep" in draft.words[one.first - 1].function)
            if not governed and one.kind != "nisba":
                break
            there = there or (_inside(draft, one) and two.kind == "name")
            behind = one
    return placed


def _inside_another(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase is a pronoun tied to a word of another: "نظيره السوري"."""
    return phrase.kind == "pronoun" and draft.at[phrase.first] >= 0


def _honoured(draft: Draft, person: Phrase) -> bool:
    """Whether a person's title is no office: "آية الله", "الشيخ"."""
    head, lexicon = bare_article(draft.words[person.first].stem), draft.lexicon
    office = any(o.person and match_tokens(draft, person.first, o.tokens, strip=True) >= 0 for o in lexicon.organs.get(head, ()))
    return head in lexicon.titles and not office


def _meets(draft: Draft, office: Phrase) -> bool:
    """Whether a verb of meeting stands before an office, and the next person may as well be who is met: "استقبل المتحدث باسم …"."""
    before = draft.word_before(office.first)
    return before is not None and any(s.relation == "CONSULT" for e in before.entries for s in e.lexeme.senses)


def _one_country(office: Phrase, person: Phrase) -> bool:
    one, two = office.actor, person.actor
    return one is not None and two is not None and "" != one.country == two.country


def _inside(draft: Draft, phrase: Phrase) -> bool:
    """A place with "in": "في لبنان", "بالقاهرة"."""
    where = phrase.kind == "place" or (phrase.kind == "name" and phrase.actor is not None and phrase.actor.kind == "state")
    return where and (phrase.prep == "ب" or draft.words[phrase.first - 1].fold == "في")
