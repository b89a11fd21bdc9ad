"""People told of by whose friends or foes they are, and whose they are: "أتباع | إيران", "خصوم | الحكومة"."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.names.namewords import longest_name
from ahlaf.coding.names.quotednames import QUOTES
from ahlaf.coding.nounphrases.phrases import compound
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor

TIES: Final = frozenset(("ALLY", "SUPPORT", "OPPOSE", "AID"))


def are(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase is several people told of by a noun that is annexed to another: "أتباع | إيران"."""
    word = draft.words[phrase.first]
    people = phrase.kind == "nominal" and several(draft, phrase) and phrase.last > phrase.first and phrase.actor is not None
    armed = word.generic is not None and word.generic.kind in _POSTS  # "مقاتلو الحزب" are his, and fight others
    one = word.stem.endswith("ي") and any(e.number == "s" and e.kind in _MEN for e in word.entries)  # "محامي الأسرة"
    one = one and not any(e.number == "p" and s.kind == "agent" and s.relation in TIES for e in word.entries for s in e.lexeme.senses)
    return people and not (word.definite or word.pronoun or armed or one)


def several(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase stands for more than two: many whose noun is annexed are written as two are: "موالي | النظام"; no "صديقي"."""
    word = draft.words[phrase.first]
    return phrase.number == "p" or (phrase.number == "d" and word.stem.endswith("ي") and any(e.number == "p" for e in word.entries))


_POSTS: Final = frozenset(("armed-group", "force", "person"))
_MEN: Final = frozenset(("noun", "active"))


def is_one(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase is one who is told of by a noun that is annexed to another: "عدو | العرب"."""
    word = draft.words[phrase.first]
    return phrase.kind == "nominal" and phrase.number == "s" and phrase.last > phrase.first and not (word.definite or word.pronoun)


def for_or_against(draft: Draft, phrase: Phrase) -> bool:
    """Whether the noun of several people says whose friends or foes they are, who so is another: "أنصار النظام … | النظام"."""
    word = draft.words[phrase.first]
    entries = word.entries if are(draft, phrase) else ()
    return any(s.relation in TIES and (s.kind == "agent" or e.kind == "active") for e in entries for s in e.lexeme.senses)


def joins_the_owner(draft: Draft, people: Phrase, two: Phrase) -> bool:
    """Whether و joins one not to the people but to whose they are, who is of his kind: "حلفاء أمريكا | وإسرائيل".

    Of foes one is of many states or a people: "أعداء كندا | والأمة الإسلامية".
    """
    if not for_or_against(draft, people):
        return False
    beside = two.first == people.last + 1 and two.conj == "و" and not two.prep and two.kind == "name"
    whose = _name_at(draft, people.first + 1) if beside else None
    if whose is None or two.actor is None or whose[1] != people.last:
        return False
    kinds, entries = {whose[0].kind, two.actor.kind}, draft.words[people.first].entries
    foes = any(s.relation == "OPPOSE" for e in entries for s in e.lexeme.senses)
    return len(kinds) == 1 or (foes and kinds <= _OF_MANY)


_OF_MANY: Final = frozenset(("state", "alliance", "people"))


def owner(draft: Draft, phrase: Phrase) -> Phrase | None:
    """Whose people they are, as a phrase of his own; None where the words behind their noun are no actor."""
    at = phrase.first + 1
    at += draft.words[at].bare in QUOTES and at < phrase.last  # 'أتباع | "جهيمان"'
    last = compound(draft, at)[0]
    named = _called_alone(draft, phrase, at, last) or _name_at(draft, at)
    actor, last = named if named is not None else (_spoken_of(draft, phrase, at, last), last)
    if actor is None or last > phrase.last:
        return None
    inner = Phrase(at, last, at, "name" if named is not None else "nominal", actor)
    inner.definite, inner.sentence, inner.number = True, phrase.sentence, "s"
    return inner


def _name_at(draft: Draft, at: int) -> tuple[Actor, int] | None:
    """The actor whose name begins at a token, with its last token."""
    word = draft.words[at]
    if word.conj or word.prep:
        return None
    names = draft.lexicon.names.get(word.fold, [])
    found = longest_name(draft, at, [n for n in names if n.strong]) or longest_name(draft, at, names)
    if found is None and word.nisba is not None and (word.nisba.people or word.nisba.number == "p"):
        return word.nisba.actor, at  # "أعداء | العرب"
    if found is None or found[0].actor.kind == "place":
        return None
    name, last = found
    if name.strong or any(p.actor is not None and p.actor.id == name.actor.id for p in draft.around(at)):
        return name.actor, last
    person = name.actor.kind == "person"  # a last name alone is somebody, whoever he is
    return (Actor(f"text:{bare_article(word.fold)}", draft.text(at, at), "", "person", ""), at) if person and last == at else None


def _spoken_of(draft: Draft, phrase: Phrase, at: int, last: int) -> Actor | None:
    """Whoever the text calls by a general word that ends a phrase: "أنصار | النظام", "خصوم | الحكومة", "أنصار | الحزب الحاكم"."""
    if not _is_general(draft, phrase, at, last):
        return None
    country = phrase.actor.country if phrase.actor is not None else ""
    return Actor(f"text:{bare_article(draft.words[at].fold)}", draft.text(at, last), "", "organisation", country)


def _is_general(draft: Draft, phrase: Phrase, at: int, last: int) -> bool:
    """Whether a general word for somebody ends a phrase, who is not named behind it: "أنصار العقيد | بري هيرالي" are that man's."""
    word = draft.words[at]
    if not word.definite or word.conj or word.prep or word.generic is None or phrase.last > last:
        return False
    return word.generic.kind != "person" or at + 1 >= len(draft.words) or draft.at[at + 1] < 0


def _called_alone(draft: Draft, phrase: Phrase, at: int, last: int) -> tuple[Actor, int] | None:
    """Whoever the text calls by a general word alone, near a phrase in which it stands: "النظام … أنصار | النظام"."""
    if not _is_general(draft, phrase, at, last):
        return None
    alone = (p for p in draft.around(at) if p is not phrase and p.kind in _BODIES and p.last - p.first == last - at and p.actor is not None)
    alike = [p for p in alone if draft.words[p.first].stem == draft.words[at].stem]
    nearest = min(alike, key=lambda p: (p.first > at, abs(p.first - at)), default=None)
    return (nearest.actor, last) if nearest is not None and nearest.actor is not None else None


_BODIES: Final = frozenset(("organ", "nominal", "name"))
