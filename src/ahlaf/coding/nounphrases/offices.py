"""Phrases that mean one person by the office held, and the row that knows the office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from ahlaf.coding.names.namewords import longest_name
from ahlaf.coding.nounphrases.phrases import is_adjective, is_state
from ahlaf.coding.times.calendars import Now
from ahlaf.coding.words.agreement import without_pronoun
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.word import Word
from ahlaf.lexicon.entries import Organ
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor
from ahlaf.text.views import fold

SAFETY: Final = ("امن",)
"""The words of an organ that is more often the safety of those behind it: "أمن الخليج"."""
SYSTEM: Final = ("نظام",)
"""The words of a regime, or of a system of what stands behind it: "نظام التعليم"."""


CHIEF: Final = ("رييسه",)
"""The word of an office that is also "main": "المدن الرئيسة"."""
SOURCES: Final = frozenset(("مصدر", "مصادر"))
"""Whoever speaks for a body without a name, and is not that body: "مصادر المعارضة … المعارضة"."""
FOREIGN: Final = frozenset((("خارجيه",), ("داخليه",)))
"""The words of ministries that are also adjectives: "التدخلات الخارجية", "الشؤون الداخلية"."""


BY_SEA: Final = ("بحريه",)
"""The word of a navy that is also "freely"."""
AVIATION: Final = ("طيران",)
"""The word of an air force that is also aviation."""
MEDIA: Final = ("اعلام",)
"""The word of the media that with its hamza above is flags: "مسيرة الأعلام"."""


def is_no_body(draft: Draft, at: int, head: tuple[str, ...]) -> bool:
    """Whether what stands behind a head shows that it is no organ here.

    "أمن المنطقة" is her safety, and no service that arrests; "نظام الحالة المدنية", "النظام الأساسي" no regime; "التدخلات
    الخارجية" come from abroad, and from no ministry; "يتنقل بحرية" is freely, "شركة الطيران" no air force, "الأعلام" are flags.
    """
    word, behind = draft.words[at], draft.words[at + 1] if at + 1 < len(draft.words) else None
    if head == BY_SEA and not word.definite and word.stem[1:] in draft.lexicon.groups["how"] and not _owned(draft, behind):
        return True
    if tuple(map(bare_article, head)) == MEDIA and "أ" in word.bare:
        return True
    if head == AVIATION and at and word.definite and bare_article(draft.words[at - 1].stem) in draft.lexicon.groups["flies"]:
        return True
    if (head in FOREIGN and _describes_matters(draft, at)) or (head == CHIEF and _describes_things(draft, at)):
        return True
    system = tuple(map(bare_article, head)) == SYSTEM
    if system and behind is not None and not behind.conj and bare_article(behind.stem) in draft.lexicon.groups["kind-of-system"]:
        return behind.definite == word.definite and not behind.prep
    whose = _OF_WHAT.get(head)
    if whose is None or behind is None or word.definite or word.pronoun or behind.conj or behind.prep:
        return False
    return bare_article(behind.stem) in draft.lexicon.groups[whose]


def is_safety(draft: Draft, at: int) -> bool:
    """Whether security is a good that somebody has, and no service: "أمنه", "الأمن والاستقرار", "سلامة وأمن البلاد", "الأمن القومي"."""
    word, behind = draft.words[at], draft.words[at + 1] if at + 1 < len(draft.words) else None
    kind = behind is not None and not behind.prep and bare_article(behind.stem) in draft.lexicon.groups["kind-of-safety"]
    return bool(word.pronoun) or kind or _beside_goods(draft, at)


def _beside_goods(draft: Draft, at: int) -> bool:
    """Whether "and" joins security to peace and their like: "الأمن | والاستقرار", "السلم | والأمن"."""
    word, before = draft.words[at], draft.words[at - 1] if at else None
    behind = draft.words[at + 1] if at + 1 < len(draft.words) else None
    goods = draft.lexicon.groups["beside-safety"]
    if behind is not None and behind.conj == "و" and bare_article(behind.stem) in goods:
        return True
    return word.conj == "و" and before is not None and bare_article(before.stem) in goods


def _owned(draft: Draft, behind: Word | None) -> bool:
    """Whether a word behind one without article says whose that is: "بحرية | أوكرانيا", "بحرية | الاحتلال", "بحرية | إيرانية"."""
    if behind is None or behind.conj or behind.prep or behind.kind in ("func", "punct", "number"):
        return False
    return behind.definite or behind.nisba is not None or behind.fold in draft.lexicon.names or bool(behind.generic)


def _describes_matters(draft: Draft, at: int) -> bool:
    """Whether a word is the adjective of the definite noun for a matter right before it: "التدخلات | الخارجية", "الشؤون | الداخلية".

    Somebody, a day or a man's deed may stand right before a ministry: "طالب الرئيس | الداخلية", "طالبت اليوم | الخارجية".
    Without an article the word is a ministry only where it is told whose: "تدخلات | خارجية سافرة", but "طالبت | خارجية كندا".
    """
    word, before = draft.words[at], draft.words[at - 1] if at else None
    if before is None or word.conj or word.prep or draft.sentence_of[at - 1] != draft.sentence_of[at]:
        return False
    if not word.definite:
        behind = draft.words[at + 1] if at + 1 < len(draft.words) else None
        owned = bool(word.pronoun) or (behind is not None and (behind.definite or behind.fold in draft.lexicon.names))
        return before.kind == "noun" and not before.definite and not before.pronoun and not owned
    thing = before.kind == "noun" and before.generic is None and before.nisba is None and bool(before.entries)
    if not (before.definite and before.nominal and thing) or before.stem in draft.lexicon.organs:
        return False
    forms = {(e.gender, e.number) for e in before.entries if e.kind in ("noun", "masdar")}
    return before.stem not in draft.lexicon.groups["time-noun"] and any(number == "p" or gender == "f" for gender, number in forms)


def _describes_things(draft: Draft, at: int) -> bool:
    """Whether a word is the adjective of the definite noun right before it, which is no verb: "المدن | الرئيسة", not "أعلنت | الرئيسة"."""
    word, before = draft.words[at], draft.words[at - 1] if at else None
    if before is None or not word.definite or word.conj or word.prep or draft.sentence_of[at - 1] != draft.sentence_of[at]:
        return False
    thing = before.generic is None or before.generic.kind not in ("person", "social-group")
    return before.definite and before.nominal and thing and (before.number == "p" or before.gender == "f")


_OF_WHAT: Final[Mapping[tuple[str, ...], str]] = {SAFETY: "whose-safety", SYSTEM: "system-of"}


def own_organ(draft: Draft, phrase: Phrase) -> Organ | None:
    """The row of the organ or office that a phrase begins with, however its first word was cut: "بولي العهد" has no verb."""
    word = draft.words[phrase.first]
    heads = dict.fromkeys(map(bare_article, (without_pronoun(draft, word), *(cut.stem for cut in word.cuts))))
    return next((organ for head in heads for organ in draft.lexicon.organs.get(head, ()) if organ.ref == phrase.ref), None)


def named_head(draft: Draft, phrase: Phrase) -> Actor | None:
    """The known person whose full name ends an organ's words, and whose it is: "نظام الرئيس السوري | بشار الأسد"."""
    if phrase.kind != "organ" or phrase.core < phrase.first:
        return None
    for at in range(phrase.core + 1, phrase.last):
        names = draft.lexicon.names.get(draft.words[at].fold, ())
        names = [n for n in names if n.strong and len(n.tokens) > 1 and n.actor.kind == "person"]
        found = longest_name(draft, at, names)
        if found is not None and found[1] == phrase.last:
            return found[0].actor
    return None


def role_of(draft: Draft, organ: Organ) -> str:
    """The role in the tables of persons that an office is; empty for none."""
    return draft.lexicon.groups["office"].get(bare_article(fold(organ.text)), "") if organ.person else ""


def is_office(draft: Draft, phrase: Phrase) -> bool:
    """True for a phrase that means one person by the office: "المتحدث باسم الجيش", "زعيم الحزب", "الأمين العام للأمم المتحدة"."""
    if phrase.kind == "name":
        head = bare_article(draft.words[phrase.first].stem)
        titled = head in draft.lexicon.titles or head in draft.lexicon.organs
        return is_person(phrase) and phrase.last > phrase.first and titled
    if phrase.kind == "organ":
        organ = own_organ(draft, phrase)
        return organ is not None and organ.person
    generic = draft.words[phrase.head].generic
    return phrase.kind == "nominal" and generic is not None and generic.kind == "person" and phrase.number == "s"


def whom_it_serves(draft: Draft, index: int) -> int:
    """The phrase that says with ل whose an office, a friend or a foe described before it is; -1 for none.

    "القائد العام | للقوات", "الرئيس السابق | للحزب", "العدو الأول | لكندا".
    """
    phrase = draft.phrases[index]
    behind = draft.phrases[index + 1] if index + 1 < len(draft.phrases) else None
    if behind is None or behind.first != phrase.last + 1 or behind.prep != "ل" or behind.pointing or draft.words[behind.first].conj:
        return -1
    last = draft.words[phrase.last]
    described = phrase.definite and phrase.last > phrase.first and draft.words[phrase.first].definite and last.definite
    if not (described and is_adjective(last)):
        return -1
    tied = any(s.kind == "agent" for e in draft.words[phrase.first].entries for s in e.lexeme.senses)
    return index + 1 if tied or is_office(draft, phrase) else -1


def of_another_state(draft: Draft, first: int, last: int, person: Actor) -> bool:
    """Whether an office is of a state that a known person is not of: "استقبل وزير الخارجية المصري | جون كيري", "أمير قطر | أردوغان"."""
    lands = _lands(draft, first, last)
    his = {person.country, *draft.lexicon.served.get(person.id, ())}
    return bool(lands and person.country in draft.lexicon.actors) and his.isdisjoint(lands)


def _lands(draft: Draft, first: int, last: int) -> set[str]:
    """The states that the words of an office name."""
    words = draft.words[first : last + 1]
    origins = {w.nisba.actor.country for w in words if w.nisba is not None and w.nisba.actor.kind == "state"}
    return origins | {n.actor.country for w in words for n in draft.lexicon.names.get(w.fold, ()) if is_state(n)}


def never_held(draft: Draft, organ: Organ, first: int, last: int, person: Actor) -> bool:
    """Whether the rule book knows who ruled a state, and a known person is none of them: "انتقد الرئيس التونسي | الغنوشي"."""
    role = role_of(draft, organ)
    if role not in RULERS:
        return False
    held = [one.id for land in _lands(draft, first, last) for _, _, one in draft.lexicon.roles.get((role, land), ())]
    return bool(held) and person.id not in held


RULERS: Final = frozenset(("president", "king", "emir", "crown-prince", "sultan", "supreme-leader"))
"""Offices whose holders are told in full."""


def that_has(draft: Draft, organ: Organ | None, home: Actor | None, spoken_of: Counter[str]) -> Actor | None:
    """The state spoken of most, or where it never had such a ruler, the one spoken of most that has: America has no "مرشد".

    Nobody where none of several such states is spoken of.
    """
    role, roles = role_of(draft, organ) if organ is not None else "", draft.lexicon.roles
    if home is None or role not in RULERS or (role, home.id) in roles or (role == "emir" and ("king", home.id) in roles):
        return home  # a king's house has its emirs, the princes
    year = Now(draft.document.date).year
    actors = draft.lexicon.actors
    having = [actors[of] for (one, of), held in roles.items() if one == role and of in actors and holds(held, year)]
    told = [one for one in having if spoken_of[one.id]] or [one for one in having if one.kind == "state"]
    best = max(told, key=lambda one: spoken_of[one.id], default=None)
    return best if best is not None and (spoken_of[best.id] or len(told) == 1) else None


def is_person(phrase: Phrase) -> bool:
    """True for a phrase that names a person, its actor settled."""
    return phrase.actor is not None and phrase.actor.kind == "person" and phrase.kind in ("name", "person")


_YEAR: Final = 4
"""The digits of a year, with which dates of office begin."""


def holds(held: Iterable[tuple[str, str, Actor]], year: int | None) -> bool:
    """Whether an office has somebody in a year, or still, where no year is known."""
    return any(in_office(year, since, until) if year else not until for since, until, _ in held)


def in_office(year: int, since: str, until: str) -> bool:
    """Whether an office was held in a year, the first and the last counted; what is not told has no end."""
    return (not since or int(since[:_YEAR]) <= year) and (not until or year <= int(until[:_YEAR]))
