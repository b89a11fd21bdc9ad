"""One noun for several owners: "الرئيسان الأمريكي والروسي", "القوات السورية والروسية", "التحالفان الدولي والعربي".

The adjectives of origin behind such a noun name an organ each. The first is a part of the noun's own phrase; each
that و joins to it becomes a phrase of the same kind, and a dual that the rule book knows as an organ in the
singular is read as that organ. A dual may also stand before two states, or for two names that begin with its singular;
a plural before several: "وزراء خارجية مصر والأردن وقطر" are three ministers.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.names.namewords import match_tokens
from ahlaf.coding.nounphrases import twoadjectives, twonames
from ahlaf.coding.nounphrases.offices import own_organ, role_of
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.word import Word
from ahlaf.lexicon.entries import Generic, Name, Nisba, Organ
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor
from ahlaf.text.views import fold

_HEADS: Final = frozenset(("organ", "nominal", "person"))
_ORIGINS: Final = frozenset(("nisba", "people"))


def divide(draft: Draft) -> None:
    """Give each owner of a shared noun an organ of its own; every phrase has its actor already."""
    _annexed(draft)
    _of_several(draft)
    _of_several_fields(draft)
    _of_one_adjective(draft)
    head: Phrase | None = None
    organ: Organ | None = None
    for one, two in zip(draft.phrases, draft.phrases[1:], strict=False):
        if _two_names(draft, one, two) or _two_of_a_kind(draft, one, two) or twonames.settle(draft, one, two):
            continue
        if (body := _another_body(draft, one, two)) is not None:
            two.actor = body
            continue
        if two.kind not in _ORIGINS or two.conj != "و" or two.prep or two.first != one.last + 1 or two.first != two.last:
            head = None
            continue
        if head is None:
            own = draft.words[one.last].nisba
            if one.kind not in _HEADS or one.first == one.last or own is None:
                continue
            head, organ = one, organ_of(draft, one)
            if one.kind == "nominal":
                _own(draft, one, one, own, organ)
        other = draft.words[two.first].nisba
        if other is not None:
            _own(draft, head, two, other, organ)
            _sides(draft, head, two)


def _annexed(draft: Draft) -> None:
    """An organ or office in the dual before two states: "رئيسا مصر والسودان", "وزيرا | خارجية تركيا | وإيران"."""
    for at, head in enumerate(draft.phrases):
        organ = organ_of(draft, head, annexed=True) if head.kind == "nominal" else None
        if organ is None:
            continue
        goes_on = head.last - head.first + 1 <= len(organ.tokens) > 1  # what comes next is of the office's name, or the first state
        *parts, two = draft.phrases[at : at + 2 + goes_on]
        tail = parts[-1] if parts else two
        land = draft.lexicon.actors.get(tail.actor.country) if tail.actor is not None else None
        beside = tail is head or (tail.first == head.last + 1 and not tail.conj)
        joined = beside and two.first == tail.last + 1 and two.conj == "و" and two.kind == "name"
        if land is None or not joined or two.actor is None or two.actor.kind != "state":
            continue
        for phrase, state in (*((part, land) for part in parts), (two, two.actor)):
            _be(draft, phrase, state, organ)


def _of_several(draft: Draft) -> None:
    """An organ or office in the plural before several states: "وزراء خارجية مصر | وقطر | والأردن", "حكومات فرنسا | وألمانيا"."""
    for at, head in enumerate(draft.phrases):
        word = draft.words[head.first]
        if head.kind != "organ" or head.actor is None or word.generic is None or word.generic.number != "p" or head.last == head.first:
            continue
        land = draft.lexicon.actors.get(head.actor.country)
        more: list[tuple[Phrase, Actor]] = []
        for other in map(draft.phrases.__getitem__, draft.behind(at)):
            last = more[-1][0].last if more else head.last
            state = other.actor
            if other.first != last + 1 or other.conj != "و" or other.prep or other.kind != "name" or state is None or state.kind != "state":
                break
            more.append((other, state))
        organ = own_organ(draft, head)
        if land is None or organ is None or not more:
            continue
        one = fold(word.generic.lemma)
        single = next((o for o in draft.lexicon.organs.get(one, ()) if o.tokens == (one, *organ.tokens[1:])), None)
        for phrase, state in ((head, land), *more):
            _be(draft, phrase, state, single or organ)


def _of_several_fields(draft: Draft) -> None:
    """One noun for offices of several fields: "وزيرا الخارجية | والدفاع المصريان", "وزراء الداخلية | والعدل في الدول العربية"."""
    for at, head in enumerate(draft.phrases):
        organ = organ_of(draft, head, annexed=True) if head.kind == "nominal" else own_organ(draft, head) if head.kind == "organ" else None
        if organ is None or len(organ.tokens) != _FIELD or head.last != head.first + 1:
            continue
        fields = {o.tokens[1]: o for o in draft.lexicon.organs.get(organ.tokens[0], ()) if len(o.tokens) == _FIELD}
        offices = [(head, organ)]
        for other in map(draft.phrases.__getitem__, draft.behind(at)):
            field = fields.get(bare_article(draft.words[other.first].stem))
            if field is None or other.first != offices[-1][0].last + 1 or other.conj != "و" or other.prep:
                break
            offices.append((other, field))
        owner = _owner(draft, at, len(offices))
        if len(offices) > 1 and owner is not None:
            for phrase, office in offices:
                _be(draft, phrase, owner, office)


def _of_one_adjective(draft: Draft) -> None:
    """An office before another whose adjective is in the dual or plural: "وزير الدفاع | ورئيس الأركان الكنديان" are both Canada's."""
    for one, two in zip(draft.phrases, draft.phrases[1:], strict=False):
        adjective = draft.words[two.last].nisba
        if adjective is None or two.kind != "organ" or two.conj != "و" or two.prep or two.last == two.first or two.first != one.last + 1:
            continue
        last, organ = draft.words[two.last], own_organ(draft, one) if one.kind == "organ" else None
        of_both = last.definite and last.number != "s" and last.gender == "m" and draft.words[two.first].number == "s"
        if of_both and organ is not None and len(organ.tokens) == one.last - one.first + 1:
            _be(draft, one, adjective.actor, organ)


_FIELD: Final = 2
"""The words of an office that has one field: "وزير الدفاع"."""


def _owner(draft: Draft, at: int, count: int) -> Actor | None:
    """Whose some offices in a row are: of their last adjective, of whom stands behind them, or of the state known already."""
    last = draft.phrases[at + count - 1]
    adjective = draft.words[last.last].nisba
    if adjective is not None and last.last > last.first:
        return adjective.actor
    behind = draft.phrases[at + count] if at + count < len(draft.phrases) else None
    if behind is not None and not behind.conj and behind.actor is not None and behind.kind in ("name", "nisba", "people"):
        beside = behind.first == last.last + 1 and (behind.prep in ("ب", "ل") or behind.kind == "nisba" or behind.actor.kind == "people")
        within = behind.prep == "في" and behind.first == last.last + 2
        if beside or within:
            return behind.actor
    known = draft.phrases[at].actor
    return draft.lexicon.actors.get(known.country) if known is not None else None


def _be(draft: Draft, phrase: Phrase, state: Actor, organ: Organ) -> None:
    """Make a phrase the organ of a state; its words stay its own."""
    name = draft.text(phrase.first, phrase.last).removeprefix(draft.words[phrase.first].conj)
    phrase.actor, phrase.kind, phrase.number = actor_of(draft, state, organ, name), "organ", "s"


def _another_body(draft: Draft, one: Phrase, two: Phrase) -> Actor | None:
    """Whom an adjective that و joins means together with the noun of a body before it: "الشعوب العربية | والإسلامية" are Muslims too."""
    joined = two.kind == "nominal" and two.conj == "و" and not two.prep and two.first == two.last == one.last + 1
    if not joined or one.last != one.first + 1:
        return None
    noun, adjective = draft.words[one.first], draft.words[two.first]
    if adjective.generic is None or not adjective.stem.endswith("يه") or draft.words[one.last].definite != adjective.definite:
        return None
    article = "ال" if adjective.definite else ""
    tokens = (article + noun.stem, article + adjective.stem)
    return next((name.actor for name in draft.lexicon.names.get(tokens[0], ()) if name.strong and name.tokens == tokens), None)


def _two_names(draft: Draft, one: Phrase, two: Phrase) -> bool:
    """Whether a dual and the adjective that و joins to its own stand for two known names; they get their actors."""
    if one.kind != "nominal" or one.last != one.first + 1 or two.conj != "و" or two.first != one.last + 1:
        return False
    known: dict[str, list[Name]] = {}
    for single in _singles(draft, one):
        for name in draft.lexicon.names.get(f"ال{single}", ()):
            if len(name.tokens) == 2:
                known.setdefault(bare_article(name.tokens[1]), []).append(name)
    firsts, seconds = (known.get(bare_article(draft.words[at].stem), []) for at in (one.last, two.first))
    pairs = [(first, second) for first in firsts for second in seconds]
    if not pairs:
        return False
    # several have one name, "الجبهة الشعبية": two that are told together are of one country
    first, second = next((pair for pair in pairs if pair[0].actor.country == pair[1].actor.country), pairs[-1])
    for phrase, name in ((one, first), (two, second)):
        phrase.kind, phrase.actor, phrase.ref, phrase.number = "name", name.actor, name.ref, name.number
    return True


def _two_of_a_kind(draft: Draft, one: Phrase, two: Phrase) -> bool:
    """Whether a dual and the adjective that و joins to its own stand for two of whom the text alone knows one or both.

    They get their actors: "التحالفان الشمالي | والجنوبي", "القوتان الدولية | والإثيوبية"; two adjectives of origin are seen to elsewhere.
    """
    joined = two.first == two.last == one.last + 1 and two.conj == "و" and not two.prep and two.kind in ("nominal", "nisba", "thing")
    kind = draft.words[one.first].generic
    if not joined or kind is None or not twoadjectives.begins(draft, one):
        return False
    first, second = draft.words[one.last], draft.words[two.first]
    if first.nisba is not None and second.nisba is not None:
        return False
    organ = organ_of(draft, one)
    for phrase, adjective in ((one, first), (two, second)):
        if adjective.nisba is not None and adjective.nisba.actor is not None and organ is not None:
            _be(draft, phrase, adjective.nisba.actor, organ)
        else:
            _be_one(draft, phrase, kind, adjective)
    return True


def _be_one(draft: Draft, phrase: Phrase, kind: Generic, adjective: Word) -> None:
    """Make a phrase the one of a kind that an adjective tells apart, called as it is where it stands alone: "التحالف الشمالي"."""
    described = adjective.bare.removeprefix(adjective.conj)
    name = f"{'ال' if phrase.definite else ''}{kind.lemma} {described}"
    tokens = tuple(fold(word) for word in name.split())
    known = next((n.actor for n in draft.lexicon.names.get(tokens[0], ()) if n.strong and n.tokens == tokens), None)
    country = adjective.nisba.actor.country if adjective.nisba is not None and adjective.nisba.actor is not None else ""
    own = Actor(f"text:{' '.join(map(bare_article, tokens))}", name, "", kind.kind, country, kind.sector)
    side = adjective.nisba.actor if adjective.nisba is not None and fold(kind.lemma) in draft.lexicon.groups["side"] else None
    phrase.actor, phrase.kind, phrase.number = side or known or own, "nominal", "s"


def _own(draft: Draft, head: Phrase, phrase: Phrase, origin: Nisba, organ: Organ | None) -> None:
    """Make a phrase the organ of the state that an adjective names; its words stay its own."""
    state, known = origin.actor, head.actor
    if organ is not None:
        _be(draft, phrase, state, organ)
    elif phrase is not head and known is not None:
        name = draft.text(phrase.first, phrase.last).removeprefix(draft.words[phrase.first].conj)
        stem = draft.words[head.head].stem
        mine = bare_article(draft.words[phrase.first].stem)
        ident = f"text:{stem} {mine}" if known.known_by_text else f"{state.id}.{stem}"
        phrase.actor = Actor(ident, name, "", known.kind, state.country, known.sector)
        phrase.kind, phrase.number = "organ", head.number


def _sides(draft: Draft, head: Phrase, phrase: Phrase) -> None:
    """Make two sides the states that they are: "الجانبان الروسي | والإيراني", "الخصمان السعودي | والإيراني"."""
    sides = {**draft.lexicon.groups["side"], **draft.lexicon.groups["state-partner"]}
    if head.number != "d" or not any(single in sides for single in _singles(draft, head)):
        return
    for one, origin in ((head, draft.words[head.last].nisba), (phrase, draft.words[phrase.first].nisba)):
        if origin is not None:
            one.actor = origin.actor


def actor_of(draft: Draft, state: Actor, organ: Organ, name: str) -> Actor:
    """The organ, force or office of a state; who holds an office is one person."""
    kind = "person" if organ.person and organ.number == "s" else organ_kind(organ.sector)
    return Actor(f"{state.id}.{words_of(draft, organ)}", name, "", kind, state.country, organ.sector)


def words_of(draft: Draft, organ: Organ) -> str:
    """The words of an organ for its id: "وزير خارجيه" is not "وزير دفاع", and "وزيرة الخارجية" holds the same office.

    A state's forces and government are the same by whatever adjective the text calls them: "القوات الأمنية", "الحكومة المركزية".
    So are its parties, but for those who oppose it: "أحزاب المعارضة".
    """
    against = organ.kind == "party" and organ.sector == "OPP"
    if organ.kind == "force" or (organ.tokens[0] in draft.lexicon.groups["one-of-a-kind"] and not against):
        return organ.tokens[0]
    role = role_of(draft, organ)
    offices = draft.lexicon.groups["office"]
    same = next((words for words, its in offices.items() if its == role), "") if role else ""
    return " ".join(map(bare_article, same.split())) or " ".join(organ.tokens)


def organ_kind(sector: str) -> str:
    """What an organ of a sector is: a force where it is armed."""
    return "force" if sector in ("MIL", "COP") else "organ"


def organ_of(draft: Draft, phrase: Phrase, *, annexed: bool = False) -> Organ | None:
    """The organ that a dual's singular is: رئيسان، وزيرا الخارجية، حكومتين; one word without article only where it is ``annexed``."""
    for single in _singles(draft, phrase):
        for organ in draft.lexicon.organs.get(single, ()):
            enough = annexed or len(organ.tokens) > 1 or phrase.definite
            if enough and match_tokens(draft, phrase.head, organ.tokens, strip=True) >= 0:
                return organ
    return None


def _singles(draft: Draft, phrase: Phrase) -> list[str]:
    """What a phrase's head may be the dual of."""
    stem = bare_article(draft.words[phrase.head].stem)
    found = [stem.removesuffix(ending) for ending in ("ان", "ين", "ا", "ي") if stem.endswith(ending)]
    return [s.removesuffix("ت") + "ه" if s.endswith("ت") else s for s in found]
