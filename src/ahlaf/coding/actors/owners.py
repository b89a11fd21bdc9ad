"""Whose an organ or an office is.

What tells it is asked one after another: :data:`OWNERS` names all that is surely told, in its order, which matters. Where
nothing is, one of :data:`NOBODYS` may tell that no state that is spoken of has the organ; else it is whose :data:`AT_HOME`
says. Each looks at one organ (:class:`Body`) for one reason, which its docstring tells with an example.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Final

from ahlaf.coding.actors import homes
from ahlaf.coding.actors.homes import origin
from ahlaf.coding.actors.scenes import at_scene
from ahlaf.coding.names.quotednames import QUOTES
from ahlaf.coding.nounphrases import places
from ahlaf.coding.nounphrases.offices import named_head, own_organ, that_has
from ahlaf.coding.nounphrases.phrases import is_adjective
from ahlaf.coding.nounphrases.shared_heads import organ_kind
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.lexicon.entries import Organ
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor
from ahlaf.text.views import fold


class Body:
    """A phrase that names an organ or an office, and what all need to know who ask who it is, or whose."""

    __slots__ = ("draft", "head", "home", "index", "known", "of_whom", "organ", "person", "phrase", "sector", "spoken_of")

    def __init__(self, draft: Draft, index: int, home: Actor | None, spoken_of: Counter[str]) -> None:
        self.draft, self.index, self.phrase = draft, index, draft.phrases[index]
        self.home, self.spoken_of = home, spoken_of
        """The state whose an organ of no other is, and how often the document names whom."""
        self.organ = own_organ(draft, self.phrase)
        self.sector = self.organ.sector if self.organ is not None else ""
        self.person = self.organ is not None and self.organ.person
        """Whether it is an office, which somebody holds."""
        self.head = named_head(draft, self.phrase)
        self.of_whom = self.head or origin(draft, self.phrase) or _shared_origin(draft, index)
        """Whom its own words name."""
        alone = self.phrase.first == self.phrase.last
        self.known = None if alone and self.person else at_scene(draft, self.phrase.last, home, spoken_of)
        """Whom its last word means in texts on the state that is spoken of."""

    @property
    def force(self) -> bool:
        """Whether it is armed."""
        return organ_kind(self.sector) == "force"

    @property
    def behind(self) -> Phrase | None:
        """The next phrase."""
        return self.draft.phrases[self.index + 1] if self.index + 1 < len(self.draft.phrases) else None

    def owner(self) -> Actor | None:
        """Whose it is; ``None`` where it is nobody's who is known."""
        for owner in OWNERS:
            if (whose := owner(self)) is not None:
                return whose
        if any(nobodys(self) for nobodys in NOBODYS):
            return None
        return next((whose for owner in AT_HOME if (whose := owner(self)) is not None), None)


Owner = Callable[[Body], Actor | None]
"""Whose an organ is, where one reason tells it."""
Nobodys = Callable[[Body], bool]
"""Whether an organ is of no state that is spoken of, where one reason tells it."""


def named_by_it(body: Body) -> Actor | None:
    """Its own words name him: "الجيش | الكندي", "حكومة | كينيا"."""
    return body.of_whom


def of_a_group(body: Body) -> Actor | None:
    """The group or alliance named last, else next, of which an organ is by a general noun: "طائرات | التحالف", "قوات | الحركة"."""
    draft, phrase = body.draft, body.phrase
    kinds = draft.lexicon.groups["group-head"].get(bare_article(draft.words[phrase.last].stem), "").split()
    if phrase.last == phrase.first or not draft.words[phrase.last].definite or "state" in kinds:
        return None  # "أجهزة الدولة" are home's
    around = (*draft.before(body.index), *draft.behind(body.index))
    named = (other for other in map(draft.phrases.__getitem__, around) if other.kind == "name" and other.actor is not None)
    return next((other.actor for other in named if other.actor is not None and other.actor.kind in kinds), None)


def of_whom_texts_mean(body: Body) -> Actor | None:
    """Its last word means somebody in texts on the state: "قوات | المخلوع"."""
    return body.known


def belonging_to_him(body: Body) -> Actor | None:
    """A participle says it: "القوات التابعة | للحوثيين", "كتائب موالية | لحفتر"."""
    draft, phrase = body.draft, body.phrase
    words = draft.words
    for at in range(phrase.first + 1, min(phrase.last + 2, len(words) - 1)):
        if bare_article(words[at].stem) not in draft.lexicon.groups["belonging"]:
            continue
        index = draft.at[at + 1]
        behind = draft.phrases[index] if index >= 0 else None
        return behind.actor if behind is not None and behind.first == at + 1 and behind.prep == "ل" and behind.kind == "name" else None
    return None


def by_his_last_name(body: Body) -> Actor | None:
    """It goes by his last name: "إدارة | بوش", "كتيبة | حفتر"; of several of that name whom the document speaks of elsewhere."""
    draft, phrase = body.draft, body.phrase
    if phrase.core < phrase.first or phrase.last <= phrase.core or draft.words[phrase.core].definite:
        return None
    if not all(map(is_adjective, draft.words[phrase.core + 2 : phrase.last + 1])):
        return None
    word = draft.words[phrase.core + 1]
    persons = {n.actor.id: n.actor for n in draft.lexicon.names.get(word.fold, ()) if n.actor.kind == "person" and len(n.tokens) == 1}
    if not persons:
        return None
    around = (draft.phrases[i].actor for i in (*draft.before(body.index), *draft.behind(body.index)))
    known = {actor.id for actor in around if actor is not None} & persons.keys()
    named = known or (persons.keys() if not word.entries and word.generic is None else set())
    return persons[next(iter(named))] if len(named) == 1 else None


def within_an_alliance(body: Body) -> Actor | None:
    """The alliance whose ministers many are: "وزراء الخارجية بدول الاتحاد الأوروبي", "وزراء الداخلية في الدول العربية"."""
    phrase, behind = body.phrase, body.behind
    if behind is None or phrase.number != "p" or not phrase.definite or behind.first != phrase.last + 1 + (behind.prep == "في"):
        return None
    together = behind.kind == "name" and behind.actor is not None and behind.actor.kind in ("alliance", "organisation")
    return behind.actor if together else None


def of_the_power(body: Body) -> Actor | None:
    """An occupied country's army is the power's, as is whatever is said to be the occupation's: "قتل الجيش فلسطينيين", "بلدية الاحتلال"."""
    draft, phrase, home, organ = body.draft, body.phrase, body.home, body.organ
    powers = places.occupied(draft.lexicon)
    if home is None:
        return None
    held = powers.get(home.country, home.country if home.country in powers.values() else "")
    theirs = draft.lexicon.groups["in-power"]
    said = any(theirs.get(bare_article(draft.words[at].fold)) == "said" for at in range(phrase.first + 1, phrase.last + 1))
    alone = organ is not None and phrase.first == phrase.last and theirs.get(" ".join(organ.tokens)) == "alone"
    return draft.lexicon.actors[held] if held and (said or (alone and home.country in powers)) else None


def beside_a_house(body: Body) -> Actor | None:
    """The state by whose seat of power an organ of its own stands: "البيت الأبيض | ووزارة الخارجية", but "واشنطن والحكومة"."""
    draft, phrase, index = body.draft, body.phrase, body.index
    before = draft.phrases[index - 1] if index else None
    if before is None or body.person or before.actor is None or before.actor.kind != "state" or before.kind != "name":
        return None
    word = draft.words[phrase.first]
    seat = draft.words[before.first].fold
    town = before.last == before.first and (seat in draft.lexicon.places or bare_article(seat) in draft.lexicon.places)
    if word.conj != "و" or word.prep or before.last + 1 != phrase.first or town:
        return None
    own = {token for name in fold(before.actor.name).split() for token in (name, bare_article(name))}
    return before.actor if own.isdisjoint(draft.words[at].stem for at in range(before.first, before.last + 1)) else None


def where_it_is(body: Body) -> Actor | None:
    """The state in which it is said to be, if it is no army, which may be abroad: "مصدر مسؤول | في المملكة", "في مصر رفض | القضاء"."""
    junta = body.draft.words[body.phrase.first].stem in body.draft.lexicon.groups["junta"]
    settled = not body.force or body.sector == "COP" or junta
    return homes.there(body.draft, body.index) if settled else None


OWNERS: Final[tuple[Owner, ...]] = (
    named_by_it,
    of_a_group,
    of_whom_texts_mean,
    belonging_to_him,
    by_his_last_name,
    within_an_alliance,
    of_the_power,
    beside_a_house,
    where_it_is,
)
"""All that surely tells whose an organ is, the surest first."""


def has_a_name(body: Body) -> bool:
    """A name of its own in quotation marks says who it is, and what it is says nobody's: "كتيبة «شهداء الحرية»"."""
    inner = range(max(body.phrase.core, body.phrase.first) + 1, body.phrase.last)
    return not body.person and any(body.draft.words[at].bare in QUOTES for at in inner)


def from_abroad(body: Body) -> bool:
    """It comes from abroad, or is aircraft of which no more is said: "قوات أجنبية", "طائرات"."""
    return places.from_abroad(body.draft, body.phrase)


def of_others(body: Body) -> bool:
    """An adjective says that forces, parties or a police are a people's, a sect's or rebels', and none of the state's.

    "القوات الكردية", "القوات المتمردة"; of a sect only several are, for "الحكومة الشيعية" may be the state's. "الدولة القومية"
    is any state of that kind.
    """
    if body.person:
        return False
    words, first, others = body.draft.words, body.phrase.first, body.draft.lexicon.groups["not-the-state"]
    several = words[first].number == "p" or words[first].stem.endswith("ات")
    for at in range(max(body.phrase.core, first) + 1, body.phrase.last + 1):
        which = others.get(bare_article(words[at].stem))
        fits = not which or (several if which == "several" else words[first].stem == which)
        if which is not None and words[at].definite == words[first].definite and fits:
            return True
    return False


def each_ones_own(body: Body) -> bool:
    """Several are told of for the first time, and are whoever's: "أحزاب جديدة"; or each state's: "القادة الثلاثة", "الحكومات"."""
    draft, phrase = body.draft, body.phrase
    words, limit = draft.words[phrase.first : phrase.last + 1], draft.lexicon.groups["limit"]
    several = words[0].number == "p" or words[0].stem.endswith("ات")
    apiece = " ".join(bare_article(word.stem) for word in words) in draft.lexicon.groups["one-apiece"]
    if several and not words[0].pronoun and (apiece or "numeral" in draft.lexicon.function.get(bare_article(words[-1].bare), ())):
        return True
    return several and not any((word.definite and bare_article(word.stem) not in limit) or word.pronoun for word in words)


NOBODYS: Final[tuple[Nobodys, ...]] = (has_a_name, from_abroad, of_others, each_ones_own)
"""All that tells that an organ is of no state that is spoken of."""


def whom_it_serves(body: Body) -> Actor | None:
    """An office is of whom stands behind with ل: "الأمين العام | للجامعة العربية"."""
    behind = _served(body)
    if behind is None:
        return None
    return behind.actor if behind.kind == "name" else origin(body.draft, behind)


def commanded_by_him(body: Body) -> Actor | None:
    """The state whose own forces a soldier or minister of defence speaks of: "قال وزير الدفاع الإسرائيلي إن | الجيش قصف بيروت"."""
    draft, phrase, index = body.draft, body.phrase, body.index
    if body.person or not body.force:
        return None
    told = range(draft.stretches[phrase.sentence].first, phrase.first)
    that = next((at for at in reversed(told) if draft.words[at].stem in draft.lexicon.groups["that"]), -1)
    if that < 0:
        return None
    commands = draft.lexicon.groups["commands"]
    for speaker in map(draft.phrases.__getitem__, draft.before(index)):
        if speaker.sentence != phrase.sentence:
            break
        actor, before = speaker.actor, draft.word_before(speaker.first)
        says = before is not None and bool(before.reports)
        armed = any(bare_article(draft.words[at].stem) in commands for at in range(speaker.first, speaker.last + 1))
        if says and speaker.named_to < that and actor is not None and (armed or actor.sector == "MIL"):
            return draft.lexicon.actors.get(actor.country)
    return None


def told_of_before(body: Body) -> Actor | None:
    """The state whose organ of these words was named with it last, in this sentence or the one before: "البرلمان الليبي … البرلمان".

    An office of theirs says it too: "متحدث باسم الشرطة الإسرائيلية … الشرطة".
    """
    draft, phrase, organ = body.draft, body.phrase, body.organ
    if organ is None or body.person:
        return None
    for other in map(draft.phrases.__getitem__, draft.before(body.index)):
        if phrase.sentence - other.sentence > 1:
            break
        same = other.kind == "organ" and (other.ref == organ.ref or _holds(draft, other, organ))
        if same and (owner := origin(draft, other)) is not None:
            return owner if owner.kind == "state" else None
    return None


def spoken_of_most(body: Body) -> Actor | None:
    """The state that the document speaks of most, or that has such an office: "المرشد" is in no text on America hers."""
    if body.person and _served(body) is not None:
        return None  # of whom it is is told, and isn't known yet
    return that_has(body.draft, body.organ, body.home, body.spoken_of) if body.phrase.last == body.phrase.core else body.home


AT_HOME: Final[tuple[Owner, ...]] = (whom_it_serves, commanded_by_him, told_of_before, spoken_of_most)
"""All that tells whose an organ is that nobody is named with, the surest first."""


def _served(body: Body) -> Phrase | None:
    """The phrase right behind an office that says with ل whose it is."""
    behind = body.behind
    return behind if body.person and behind is not None and behind.first == body.phrase.last + 1 and behind.prep == "ل" else None


def _holds(draft: Draft, office: Phrase, organ: Organ) -> bool:
    """Whether an office is of such an organ: "متحدث باسم | الشرطة الإسرائيلية", "وزير | الدفاع"."""
    length = len(organ.tokens)
    inside = [bare_article(draft.words[at].stem) for at in range(office.first + 1, office.last + 1) if draft.words[at].kind != "punct"]
    return any(tuple(inside[at : at + length]) == organ.tokens for at in range(len(inside) - length + 1))


def _shared_origin(draft: Draft, index: int) -> Actor | None:
    """The state of an adjective in the plural that stands behind several nouns: "الساسة | ورجال الأعمال الأمريكيون"."""
    words, one = draft.words, draft.phrases[index]
    if index + 1 == len(draft.phrases) or words[one.first].number != "p" or not one.definite:
        return None
    last = words[(two := draft.phrases[index + 1]).last]
    beside = two.first == one.named_to + 1 and words[two.first].conj == "و" and not two.prep and two.last > two.first
    return origin(draft, two) if beside and last.nisba is not None and last.number == words[two.first].number == "p" else None
