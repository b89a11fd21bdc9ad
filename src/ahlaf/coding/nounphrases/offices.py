"""Phrases that mean one person by the office held, and the row that knows the office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from ahlaf.coding.names.namewords import longest_name
from ahlaf.coding.nounphrases.phrases import is_adjective, is_state
from ahlaf.coding.times.calendars import Now
from ahlaf.coding.words.agreement import without_pronoun
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import BY_NAME
from ahlaf.lexicon.entries import Organ
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor
from ahlaf.text.views import fold


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
    return phrase.actor is not None and phrase.actor.kind == "person" and phrase.kind in BY_NAME


_YEAR: Final = 4
"""The digits of a year, with which dates of office begin."""


def holds(held: Iterable[tuple[str, str, Actor]], year: int | None) -> bool:
    """Whether an office has somebody in a year, or still, where no year is known."""
    return any(in_office(year, since, until) if year else not until for since, until, _ in held)


def in_office(year: int, since: str, until: str) -> bool:
    """Whether an office was held in a year, the first and the last counted; what is not told has no end."""
    return (not since or int(since[:_YEAR]) <= year) and (not until or year <= int(until[:_YEAR]))
