"""Who a phrase is by its own words: a row of the rule book, an organ of the state that it names, or an actor of this text alone.

An organ without an owner belongs to the state that the document speaks of most; an office that stands before ل to whom is
named there.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from ahlaf.coding.actors import homes, persons
from ahlaf.coding.actors.homes import origin
from ahlaf.coding.actors.scenes import at_scene
from ahlaf.coding.actors.unnamed import folded, nominal_actor
from ahlaf.coding.names.namewords import longest_name
from ahlaf.coding.names.quotednames import QUOTES
from ahlaf.coding.nounphrases import places, shared_heads, whoever
from ahlaf.coding.nounphrases.offices import SAFETY, is_safety, named_head, own_organ, role_of, that_has
from ahlaf.coding.nounphrases.phrases import is_adjective
from ahlaf.coding.nounphrases.wording import called
from ahlaf.coding.words.agreement import without_pronoun
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.word import Word
from ahlaf.lexicon.entries import Organ
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor
from ahlaf.text.views import fold


def settle(draft: Draft) -> None:
    """Give every phrase that names or describes somebody an actor."""
    spoken_of = Counter(p.actor.id for p in draft.phrases if p.actor is not None)
    for phrase in draft.phrases:
        if phrase.kind == "person":
            land = origin(draft, phrase)
            phrase.actor = persons.of(draft, phrase, land.country if land else "", spoken_of)
    home, spoken = homes.of_most(draft), homes.Spoken(draft)
    strangers = homes.strangers(draft, home)
    elsewhere = homes.of_most(draft, home) if strangers else None
    for index, phrase in enumerate(draft.phrases):
        if phrase.kind == "organ":
            phrase.actor = _organ_actor(draft, index, elsewhere if index in strangers else spoken.here(index, home), spoken_of)
        elif phrase.kind == "people" and phrase.actor is not None:
            state = phrase.actor
            phrase.actor = Actor(f"{state.id}.people", called(draft, phrase), f"people of {state.name_en}", "people", state.country, "CVL")
        elif phrase.kind in ("nominal", "thing", "act"):
            alone = phrase.first == phrase.last or (phrase.last == phrase.first + 1 and _are_states(draft.words[phrase.first]))
            known = at_scene(draft, phrase.last, home, spoken_of) if alone and not draft.words[phrase.last].pronoun else None
            phrase.actor = phrase.actor or known or nominal_actor(draft, phrase)
        elif phrase.kind == "nisba" and phrase.actor is not None and phrase.actor.known_by_text:
            phrase.actor = homes.of_state(phrase.actor, spoken.here(index, home))  # "القصف | الحكومي"
        elif phrase.kind == whoever.KIND:
            phrase.actor = whoever.actor(draft, phrase)


def _shared_origin(draft: Draft, index: int) -> Actor | None:
    """The state of an adjective in the plural that stands behind several nouns: "الساسة | ورجال الأعمال الأمريكيون"."""
    words, one = draft.words, draft.phrases[index]
    if index + 1 == len(draft.phrases) or words[one.first].number != "p" or not one.definite:
        return None
    last = words[(two := draft.phrases[index + 1]).last]
    beside = two.first == one.named_to + 1 and words[two.first].conj == "و" and not two.prep and two.last > two.first
    return origin(draft, two) if beside and last.nisba is not None and last.number == words[two.first].number == "p" else None


def _are_states(word: Word) -> bool:
    """Whether a general noun means states, who together are what they are members of: "دول | التحالف"."""
    return word.generic is not None and word.generic.kind == "state" and word.generic.number == "p"


def _organ_actor(draft: Draft, index: int, home: Actor | None, spoken_of: Counter[str]) -> Actor:
    phrase = draft.phrases[index]
    organ = own_organ(draft, phrase)
    sector, person = (organ.sector, organ.person) if organ is not None else ("", False)
    name = called(draft, phrase)
    if person and (holder := _quoted_holder(draft, phrase)) is not None:
        return holder
    head = named_head(draft, phrase)
    if head is not None and (regime := _known_as(draft, phrase, head)) is not None:
        return regime
    of_whom = head or origin(draft, phrase) or _shared_origin(draft, index)
    if organ is not None and organ.tokens == SAFETY and (safe := _as_safety(draft, phrase, of_whom)) is not None:
        return safe
    known = at_scene(draft, phrase.last, home, spoken_of) if phrase.last > phrase.first or not person else None
    if known is not None and phrase.last == phrase.first:
        return known
    if person and known is not None and known.kind == "person":
        return known  # "الرئيس المعزول"
    if of_whom is not None and organ is not None and organ.kind == of_whom.kind == "organisation":
        return of_whom  # "صحيفة ديلي تلغراف"
    owner = of_whom or _group(draft, index) or known or _master(draft, phrase) or _head_of(draft, index) or _within(draft, index)
    if owner is None and person and (holder := _same_office(draft, index)) is not None:
        return holder
    owner = owner or _in_power(draft, phrase, home, organ) or _beside_a_house(draft, index, person=person)
    junta = draft.words[phrase.first].stem in draft.lexicon.groups["junta"]
    settled = shared_heads.organ_kind(sector) != "force" or sector == "COP" or junta
    owner = homes.there(draft, index) if owner is None and settled else owner
    if owner is None and not person and _has_a_name(draft, phrase):
        return Actor(f"text:{folded(draft, phrase)}", name, "", shared_heads.organ_kind(sector), "", sector)
    abroad = places.from_abroad(draft, phrase) or (not person and _of_others(draft, phrase))
    if owner is None and not abroad and not _somebodys(draft, phrase):
        having = that_has(draft, organ, home, spoken_of) if phrase.last == phrase.core else home
        owner = _served(draft, index, having) if person else _commander(draft, index, organ) or _told_before(draft, index, organ) or home
    if owner is None:
        armed = home is not None and shared_heads.organ_kind(sector) == "force"  # where no state is spoken of it is any body
        kind = "person" if person else "force" if armed else "organ"
        return Actor(f"text:{folded(draft, phrase)}{_of_body(draft, phrase)}", name, "", kind, "", sector)
    if organ is None:
        return Actor(f"{owner.id}.{draft.words[phrase.first].stem}", name, "", "organ", owner.country, sector)
    own = _named_fuller(draft, index, organ, owner) or shared_heads.actor_of(draft, owner, organ, name)
    apart = _told_apart(draft, phrase, owner, organ) if owner is home and own.id.startswith(f"{home.id}.") else ""
    return replace(own, id=f"{own.id} {apart}") if apart and not own.id.endswith(f" {apart}") else own


def _of_body(draft: Draft, phrase: Phrase) -> str:
    """The words, folded, of the body in which somebody has his office: "الأمين العام | لحزب العمل"."""
    of = draft.words[phrase.last + 1 : phrase.named_to + 1]
    return "".join(f" {bare_article(word.stem)}" for word in of if word.kind != "punct")


def _same_office(draft: Draft, index: int) -> Actor | None:
    """Who was named last with an office's words and a body, where none is named now: "الأمين العام لحزب العمل … | الأمين العام"."""
    phrase, behind = draft.phrases[index], draft.word_behind(draft.phrases[index].last)
    another = behind is not None and behind.prep == "ل" and bare_article(behind.stem) not in draft.lexicon.groups["group-head"]
    if phrase.reach > phrase.last or not phrase.definite or another:
        return None
    words = folded(draft, phrase)
    before = (one for one in map(draft.phrases.__getitem__, draft.before(index)) if one.ref == phrase.ref and one.reach > one.last)
    return next((one.actor for one in before if folded(draft, one) == words), None)


def _as_safety(draft: Draft, phrase: Phrase, of_whom: Actor | None) -> Actor | None:
    """Whose security a phrase means, "أمن إسرائيل", "الأمن القومي المصري"; nobody's, "الأمن والاستقرار"; or none, where it is a service."""
    good = is_safety(draft, phrase.first)
    if of_whom is not None and (good or not draft.words[phrase.first].definite):
        return of_whom
    return nominal_actor(draft, phrase) if good else None


def _in_power(draft: Draft, phrase: Phrase, home: Actor | None, organ: Organ | None) -> Actor | None:
    """Whose an occupied country's army is, and whatever is said to be the occupation's: "قتل الجيش فلسطينيين", "بلدية الاحتلال"."""
    powers = places.occupied(draft.lexicon)
    if home is None:
        return None
    held = powers.get(home.country, home.country if home.country in powers.values() else "")
    theirs = draft.lexicon.groups["in-power"]
    said = any(theirs.get(bare_article(draft.words[at].fold)) == "said" for at in range(phrase.first + 1, phrase.last + 1))
    alone = organ is not None and phrase.first == phrase.last and theirs.get(" ".join(organ.tokens)) == "alone"
    return draft.lexicon.actors[held] if held and (said or (alone and home.country in powers)) else None


def _beside_a_house(draft: Draft, index: int, *, person: bool) -> Actor | None:
    """The state by whose seat of power an organ of its own stands: "البيت الأبيض | ووزارة الخارجية", but "واشنطن والحكومة"."""
    phrase, before = draft.phrases[index], draft.phrases[index - 1] if index else None
    if before is None or person or before.actor is None or before.actor.kind != "state" or before.kind != "name":
        return None
    word = draft.words[phrase.first]
    seat = draft.words[before.first].fold
    town = before.last == before.first and (seat in draft.lexicon.places or bare_article(seat) in draft.lexicon.places)
    if word.conj != "و" or word.prep or before.last + 1 != phrase.first or town:
        return None
    own = {token for name in fold(before.actor.name).split() for token in (name, bare_article(name))}
    return before.actor if own.isdisjoint(draft.words[at].stem for at in range(before.first, before.last + 1)) else None


def _has_a_name(draft: Draft, phrase: Phrase) -> bool:
    """Whether an organ has a name of its own in quotation marks, and is nobody's by what it is: "كتيبة «شهداء الحرية»"."""
    return any(draft.words[at].bare in QUOTES for at in range(max(phrase.core, phrase.first) + 1, phrase.last))


def _commander(draft: Draft, index: int, organ: Organ | None) -> Actor | None:
    """The state whose own forces a soldier or minister of defence speaks of: "قال وزير الدفاع الإسرائيلي إن | الجيش قصف بيروت"."""
    if organ is None or shared_heads.organ_kind(organ.sector) != "force":
        return None
    phrase = draft.phrases[index]
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


def _told_before(draft: Draft, index: int, organ: Organ | None) -> Actor | None:
    """The state whose organ of these words was named with it last, in this sentence or the one before: "البرلمان الليبي … البرلمان".

    An office of theirs says it too: "متحدث باسم الشرطة الإسرائيلية … الشرطة".
    """
    if organ is None:
        return None
    phrase = draft.phrases[index]
    for other in map(draft.phrases.__getitem__, draft.before(index)):
        if phrase.sentence - other.sentence > 1:
            break
        same = other.kind == "organ" and (other.ref == organ.ref or _holds(draft, other, organ))
        if same and (owner := origin(draft, other)) is not None:
            return owner if owner.kind == "state" else None
    return None


def _holds(draft: Draft, office: Phrase, organ: Organ) -> bool:
    """Whether an office is of such an organ: "متحدث باسم | الشرطة الإسرائيلية", "وزير | الدفاع"."""
    length = len(organ.tokens)
    inside = [bare_article(draft.words[at].stem) for at in range(office.first + 1, office.last + 1) if draft.words[at].kind != "punct"]
    return any(tuple(inside[at : at + length]) == organ.tokens for at in range(len(inside) - length + 1))


def _of_others(draft: Draft, phrase: Phrase) -> bool:
    """Whether an adjective says that forces, parties or a police are a people's, a sect's or rebels', and none of the state's.

    "القوات الكردية", "القوات المتمردة"; of a sect only several are, for "الحكومة الشيعية" may be the state's. "الدولة القومية"
    is any state of that kind.
    """
    words, others = draft.words, draft.lexicon.groups["not-the-state"]
    several = words[phrase.first].number == "p" or words[phrase.first].stem.endswith("ات")
    for at in range(max(phrase.core, phrase.first) + 1, phrase.last + 1):
        which = others.get(bare_article(words[at].stem))
        fits = not which or (several if which == "several" else words[phrase.first].stem == which)
        if which is not None and words[at].definite == words[phrase.first].definite and fits:
            return True
    return False


def _somebodys(draft: Draft, phrase: Phrase) -> bool:
    """Whether organs are told of for the first time, and are whoever's: "أحزاب جديدة"; or each state's: "القادة الثلاثة", "الحكومات"."""
    words, limit = draft.words[phrase.first : phrase.last + 1], draft.lexicon.groups["limit"]
    several = words[0].number == "p" or words[0].stem.endswith("ات")
    apiece = " ".join(bare_article(word.stem) for word in words) in draft.lexicon.groups["one-apiece"]
    if several and not words[0].pronoun and (apiece or "numeral" in draft.lexicon.function.get(bare_article(words[-1].bare), ())):
        return True
    return several and not any((word.definite and bare_article(word.stem) not in limit) or word.pronoun for word in words)


def _named_fuller(draft: Draft, index: int, organ: Organ, owner: Actor) -> Actor | None:
    """The same state's organ that was named last with more words: "وزير الدفاع المصري … الوزير المصري"."""
    if len(organ.tokens) > 1 or organ.kind in ("force", "party") or role_of(draft, organ):
        return None
    begins = f"{owner.id}.{organ.tokens[0]} "
    before = (draft.phrases[back].actor for back in draft.before(index) if draft.phrases[back].kind == "organ")
    return next((actor for actor in before if actor is not None and actor.id.startswith(begins)), None)


def _quoted_holder(draft: Draft, phrase: Phrase) -> Actor | None:
    """The known person whose name stands in quotation marks behind an office: 'رئيس الحكومة "ديفيد كاميرون"'."""
    for at in range(max(phrase.core, phrase.first) + 1, phrase.last):
        if draft.words[at].bare not in QUOTES:
            continue
        for first in range(at + 1, min(at + 3, phrase.last)):  # a title may come before: "الأمير محمد بن سلمان"
            names = [n for n in draft.lexicon.names.get(draft.words[first].fold, ()) if n.actor.kind == "person" and n.strong]
            found = longest_name(draft, first, names) if names else None
            if found is not None and found[1] <= phrase.last:
                return found[0].actor
    return None


def _master(draft: Draft, phrase: Phrase) -> Actor | None:
    """Whose an organ is said to be by a participle: "القوات التابعة للحوثيين", "كتائب موالية لحفتر"."""
    words = draft.words
    for at in range(phrase.first + 1, min(phrase.last + 2, len(words) - 1)):
        if bare_article(words[at].stem) not in draft.lexicon.groups["belonging"]:
            continue
        index = draft.at[at + 1]
        behind = draft.phrases[index] if index >= 0 else None
        return behind.actor if behind is not None and behind.first == at + 1 and behind.prep == "ل" and behind.kind == "name" else None
    return None


def _head_of(draft: Draft, index: int) -> Actor | None:
    """By whose last name an organ goes: "إدارة بوش", "كتيبة حفتر"; of several of that name whom the document speaks of elsewhere."""
    phrase = draft.phrases[index]
    if phrase.core < phrase.first or phrase.last <= phrase.core or draft.words[phrase.core].definite:
        return None
    if not all(map(is_adjective, draft.words[phrase.core + 2 : phrase.last + 1])):
        return None
    word = draft.words[phrase.core + 1]
    persons = {n.actor.id: n.actor for n in draft.lexicon.names.get(word.fold, ()) if n.actor.kind == "person" and len(n.tokens) == 1}
    if not persons:
        return None
    around = (draft.phrases[i].actor for i in (*draft.before(index), *draft.behind(index)))
    known = {actor.id for actor in around if actor is not None} & persons.keys()
    named = known or (persons.keys() if not word.entries and word.generic is None else set())
    return persons[next(iter(named))] if len(named) == 1 else None


def _known_as(draft: Draft, phrase: Phrase, head: Actor) -> Actor | None:
    """What the rule book calls by an organ and its head's name: "نظام الرئيس السوري بشار الأسد" is what "نظام بشار الأسد" is."""
    begins = draft.words[phrase.first].stem
    names, more = draft.lexicon.names, range(phrase.core + 1, phrase.last + 1)
    his = {n.tokens for at in more for n in names.get(draft.words[at].fold, ()) if n.actor is head}
    called_so = (n.actor for n in names.get(begins, ()) if n.strong and n.tokens[1:] in his)
    return next(called_so, None)


def _told_apart(draft: Draft, phrase: Phrase, owner: Actor, organ: Organ) -> str:
    """The words, folded, that tell an organ from the state's own: "قوات المخلوع", "رئيس المجلس", "القوات الموالية".

    Parties are nobody's own: "أحزاب الحكومة" are those who govern.
    """
    words, groups = draft.words, draft.lexicon.groups
    more = range(max(phrase.core, phrase.first) + 1, phrase.last + 1)
    itself = bool(more) and bare_article(without_pronoun(draft, words[more[0]])) in groups["state-itself"]
    if not more or (itself and organ.kind != "party"):
        return ""  # "قوات النظام", "رئيس دولتهم"
    if any(name.actor.id == owner.id for name in draft.lexicon.names.get(words[more[0]].fold, ())):
        return ""  # "حكومة فرنسا" is the French government
    before = words[more[0] - 1]
    annexed = not before.definite and not before.pronoun and (words[more[0]].definite or not is_adjective(words[more[0]]))
    apart = [bare_article(words[at].stem) for at in more if annexed or bare_article(words[at].stem) in groups["belonging"]]
    return " ".join(apart)


def _group(draft: Draft, index: int) -> Actor | None:
    """The group or alliance named last, else next, of which an organ is by a general noun: "طائرات التحالف", "قوات الحركة"."""
    phrase = draft.phrases[index]
    kinds = draft.lexicon.groups["group-head"].get(bare_article(draft.words[phrase.last].stem), "").split()
    if phrase.last == phrase.first or not draft.words[phrase.last].definite or "state" in kinds:
        return None  # "أجهزة الدولة" are home's
    around = (*draft.before(index), *draft.behind(index))
    named = (other for other in map(draft.phrases.__getitem__, around) if other.kind == "name" and other.actor is not None)
    return next((other.actor for other in named if other.actor is not None and other.actor.kind in kinds), None)


def _within(draft: Draft, index: int) -> Actor | None:
    """The alliance whose ministers many are: "وزراء الخارجية بدول الاتحاد الأوروبي", "وزراء الداخلية في الدول العربية"."""
    phrase = draft.phrases[index]
    behind = draft.phrases[index + 1] if index + 1 < len(draft.phrases) else None
    if behind is None or phrase.number != "p" or not phrase.definite or behind.first != phrase.last + 1 + (behind.prep == "في"):
        return None
    together = behind.kind == "name" and behind.actor is not None and behind.actor.kind in ("alliance", "organisation")
    return behind.actor if together else None


def _served(draft: Draft, index: int, home: Actor | None) -> Actor | None:
    """Whose office it is: of whom stands behind with ل, "الأمين العام للجامعة العربية"; nobody's where that is not known yet."""
    phrase = draft.phrases[index]
    behind = draft.phrases[index + 1] if index + 1 < len(draft.phrases) else None
    if behind is None or behind.first != phrase.last + 1 or behind.prep != "ل":
        return home
    return behind.actor if behind.kind == "name" else origin(draft, behind)
