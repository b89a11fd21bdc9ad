"""Who a phrase is: actors of phrases, coordination and lists, and what pronouns and general words point back to.

Nothing here is sure; each answer is the nearest that agrees. The order matters: actors first, then
coordination, then lists of examples, then definite general words, then pronouns.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Final

from ahlaf.coding import apposition, coordination, homelands, lastnames, places, pronouns, shared_heads, titled, whoever
from ahlaf.coding.agreement import subject_case
from ahlaf.coding.draft import Draft, Phrase
from ahlaf.coding.phrases import QUOTES, is_office, is_person, is_rank, match_tokens, tells_how_many
from ahlaf.lexicon.load import bare_article
from ahlaf.model import Actor
from ahlaf.text.views import fold

_GROUPS: Final = frozenset(("armed-group", "party", "alliance", "force"))
_REACH: Final = 3
"""How many sentences back a pronoun or general word may point."""


def resolve(draft: Draft) -> None:
    """Give every phrase an actor, and its links to other phrases."""
    _actors(draft)
    lastnames.settle(draft)
    shared_heads.divide(draft)
    apposition.join(draft)
    coordination.join(draft)
    places.settle(draft)
    _point_back(draft)
    homelands.settle(draft)
    whoever.settle(draft)


# -- actors ------------------------------------------------------------------------------------------------


def plain(draft: Draft, phrase: Phrase, *, named: bool = False, short: bool = False) -> str:
    """The words of a phrase as they stand, its first word's one-letter clitics left off (the article stays).

    With ``named`` a name ends where the lexicon's does: "إيران" of "إيران الكبرى"; with ``short`` the phrase ends where
    its own words do, whosever it is said to be.
    """
    word = draft.words[phrase.first]
    token = draft.toks[phrase.first]
    cut = len(word.conj) + (len(word.prep) if word.prep != "س" else 0)
    if word.prep == "ل" and word.definite:
        cut += 1  # للدول: the article has lost its alef and goes with the preposition
    start = token.start + cut if not _bracketed(draft, phrase) else draft.toks[phrase.first - 1].start
    if named and phrase.kind == "name" and phrase.reach < 0:
        last = phrase.core
    elif short or phrase.named_from > phrase.last + 1:  # "الوزيرة في بغداد، سيرين كادو،": the name stands apart
        last = phrase.last
    else:
        last = phrase.named_to
    return draft.view.raw_span(start, draft.toks[last].end).of(draft.document.text)


def own_name(draft: Draft, phrase: Phrase) -> str:
    """A person's name without titles and office: "مارتن ديمبسي" of "رئيس الأركان الجنرال مارتن ديمبسي"; empty for others."""
    if phrase.named_from >= 0:
        return draft.text(phrase.named_from, phrase.named_to)
    return plain(draft, phrase) if is_person(phrase) else ""


def _bracketed(draft: Draft, phrase: Phrase) -> bool:
    """"(باراك) أوباما": a part of the name stands in brackets, which begin before it and close inside."""
    closer = QUOTES.get(draft.words[phrase.first - 1].bare) if phrase.first else None
    return closer is not None and any(draft.words[at].bare == closer for at in range(phrase.first, phrase.named_to))


def counted(draft: Draft, phrase: Phrase) -> str:
    """The words of a phrase with the number or the "some", "all" before it: "٣٤ دولة إسلامية", "بعض الدول"; empty without."""
    words, at = draft.words, phrase.first - 1
    own = words[phrase.first]
    if own.prep or own.conj or at < 0 or draft.sentence_of[at] != phrase.sentence:
        return ""
    bracketed = words[at].bare == ")" and at >= 2 and words[at - 2].bare == "("
    at -= bracketed
    if not tells_how_many(words[at]):
        return ""
    first = at - bracketed
    start = draft.toks[first].start + len(words[first].conj) + len(words[first].prep)
    return draft.view.raw_span(start, draft.toks[phrase.last].end).of(draft.document.text)


def _folded(draft: Draft, phrase: Phrase) -> str:
    """The words of a phrase for its id, as they are written where it is a subject: "المسلحين" and "المسلحون" are the same."""
    words = draft.words
    parts = [subject_case(draft, words[phrase.first], words[phrase.first].stem)]
    parts.extend(
        subject_case(draft, words[at], bare_article(words[at].fold))
        for at in range(phrase.first + 1, phrase.last + 1)
        if words[at].kind != "punct"
    )
    return " ".join(parts)


def _actors(draft: Draft) -> None:
    home = _home(draft)
    spoken_of = Counter(p.actor.id for p in draft.phrases if p.actor is not None)
    for index, phrase in enumerate(draft.phrases):
        if phrase.kind == "organ":
            phrase.actor = _organ_actor(draft, index, home)
        elif phrase.kind == "people" and phrase.actor is not None:
            state = phrase.actor
            phrase.actor = Actor(f"{state.id}.people", plain(draft, phrase), f"people of {state.name_en}", "people", state.country, "CVL")
        elif phrase.kind == "person":
            phrase.actor = _person_actor(draft, phrase, spoken_of)
        elif phrase.kind in ("nominal", "thing", "act"):
            phrase.actor = nominal_actor(draft, phrase)
        elif phrase.kind == whoever.KIND:
            phrase.actor = whoever.actor(draft, phrase)


def _home(draft: Draft) -> Actor | None:
    """The state that the document speaks of most: whose government "the government" is."""
    count: Counter[str] = Counter()
    states = draft.lexicon.actors
    for phrase in draft.phrases:
        actor = phrase.actor if phrase.kind in ("name", "nisba", "people", "place") else _origin(draft, phrase)
        if actor is not None and actor.country in states:
            count[actor.country] += 1
    return states[count.most_common(1)[0][0]] if count else None


def _origin(draft: Draft, phrase: Phrase) -> Actor | None:
    """The state whose adjective or name stands inside a phrase."""
    for at in range(phrase.first, phrase.last + 1):
        word = draft.words[at]
        if word.nisba is not None and (at > phrase.first or word.nisba.people):
            return word.nisba.actor
        if at > phrase.first:
            for name in draft.lexicon.names.get(word.fold, ()):
                if name.strong if len(name.tokens) == 1 else " ".join(name.tokens) in _folded_plain(draft, at, phrase.last):
                    return name.actor
    return None


def _folded_plain(draft: Draft, first: int, last: int) -> str:
    return " ".join(draft.words[at].fold for at in range(first, last + 1))


def _organ_actor(draft: Draft, index: int, home: Actor | None) -> Actor:
    phrase = draft.phrases[index]
    organ = next((o for o in draft.lexicon.organs.get(draft.words[phrase.first].stem, ()) if o.ref == phrase.ref), None)
    sector, person = (organ.sector, organ.person) if organ is not None else ("", False)
    name = plain(draft, phrase)
    owner = _origin(draft, phrase)
    if owner is None and not places.from_abroad(draft, phrase):
        owner = _served(draft, index, home) if person else home
    if owner is None:
        return Actor(f"text:{_folded(draft, phrase)}", name, "", "person" if person else "organ", "", sector)
    actor = shared_heads.of_state(owner, draft.words[phrase.first].stem, name, sector)
    return replace(actor, kind="person") if person and phrase.number == "s" else actor


def _served(draft: Draft, index: int, home: Actor | None) -> Actor | None:
    """Whose office it is: of whom stands behind with ل, "الأمين العام للجامعة العربية"; nobody's where that is not known yet."""
    phrase = draft.phrases[index]
    behind = draft.phrases[index + 1] if index + 1 < len(draft.phrases) else None
    if behind is None or behind.first != phrase.last + 1 or behind.prep != "ل":
        return home
    return behind.actor if behind.kind == "name" else None


def _person_actor(draft: Draft, phrase: Phrase, spoken_of: Counter[str]) -> Actor:
    """A person in a titled phrase: the lexicon's where its name stands in it, else the document's own."""
    apart = phrase.named_from > phrase.last + 1  # "المبعوث الخاص للأمين العام إلى اليمن هانس غروندبرغ": not whom he is sent by
    for at in range(phrase.named_from if apart else phrase.first, phrase.named_to + 1):
        word = draft.words[at]
        for cut in word.cuts:
            for name in draft.lexicon.names.get(cut.stem, ()):
                inside = [draft.words[k].fold for k in range(at + 1, phrase.named_to + 1) if draft.words[k].kind != "punct"]
                if name.actor.kind == "person" and name.strong and tuple(inside[: len(name.tokens) - 1]) == name.tokens[1:]:
                    return name.actor
    origin = _origin(draft, phrase)
    country = origin.country if origin else ""
    known = lastnames.with_title(draft, phrase, country, spoken_of)
    if known is not None:
        return known
    called = own_name(draft, phrase) if apart else plain(draft, phrase)
    return Actor(f"text:{draft.words[phrase.named_to].stem}", called, "", "person", country, _title_sector(draft, phrase))


def _title_sector(draft: Draft, phrase: Phrase) -> str:
    head = draft.words[phrase.first].stem
    known = [(o.tokens, o.sector) for o in draft.lexicon.organs.get(head, ()) if o.person] + draft.lexicon.titles.get(head, [])
    said = [(len(tokens), sector) for tokens, sector in known if match_tokens(draft, phrase.first, tokens, strip=True) >= 0]
    return max(said, default=(0, "ELI"))[1]


def nominal_actor(draft: Draft, phrase: Phrase) -> Actor:
    """The actor of words that no row knows: the document's own, named by them."""
    origin = _origin(draft, phrase)
    if origin is not None and draft.words[phrase.head].stem in draft.lexicon.groups["side"]:
        return origin
    if origin is not None and origin.kind in _GROUPS and phrase.number != "s" and is_rank(draft, draft.words[phrase.head]):
        return origin  # "مقاتلو جبهة النصرة"
    generic = draft.words[phrase.head].generic
    kind = generic.kind if generic else ("social-group" if phrase.kind == "nominal" else "")
    sector = generic.sector if generic else ""
    return Actor(f"text:{_folded(draft, phrase)}", plain(draft, phrase), "", kind, origin.country if origin else "", sector)


# -- pointing back ------------------------------------------------------------------------------------------------


def _point_back(draft: Draft) -> None:
    for index, phrase in enumerate(draft.phrases):
        if phrase.pointing:
            phrase.antecedents = antecedents(draft, index, phrase.gender, phrase.number)
            if phrase.antecedents:
                phrase.antecedent = phrase.antecedents[0]
                phrase.actor = draft.phrases[phrase.antecedent].actor
            continue
        if phrase.kind in ("nominal", "thing") and phrase.number in ("d", "p"):
            phrase.points = _pair(draft, index) if phrase.number == "d" else _kind_of(draft, index)
            if phrase.points:
                continue
        if phrase.kind in ("nominal", "organ") and phrase.definite and (back := titled.named_before(draft, index)) >= 0:
            phrase.antecedent = back
            phrase.actor = draft.phrases[back].actor
            continue
        if phrase.kind in ("nominal", "organ", "thing", "act") and phrase.definite and phrase.actor is not None and _points(draft, phrase):
            back = _same_head(draft, index) if phrase.kind in ("nominal", "organ") else -1
            if back < 0 and (back := _just_named(draft, index)) >= 0:
                phrase.kind = "nominal"
            if back < 0:
                back = titled.spoke_last(draft, index)
            if back >= 0:
                phrase.antecedent = back
                phrase.actor = draft.phrases[back].actor


_FOUNDED: Final = frozenset(("alliance", "organisation", "party"))


def _points(draft: Draft, phrase: Phrase) -> bool:
    """A word alone with its article, or with no more beside it than "the said", "the same"."""
    said = draft.lexicon.groups["said-before"]
    return all(bare_article(draft.words[at].fold) in said for at in range(phrase.first + 1, phrase.last + 1))


def _just_named(draft: Draft, index: int) -> int:
    """"هذا الكيان", "هذا المؤتمر": the body named last in this sentence or the one before; else -1."""
    phrase = draft.phrases[index]
    before = draft.words[phrase.first - 1] if phrase.first else None
    if before is None or "demonstrative" not in before.function or draft.words[phrase.head].stem not in draft.lexicon.groups["body"]:
        return -1
    for back in range(index - 1, max(-1, index - 12), -1):
        other = draft.phrases[back]
        if phrase.sentence - other.sentence > 1:
            break
        if other.kind == "name" and other.actor is not None and other.actor.kind in _FOUNDED:
            return back
    return -1


_OF_STATES: Final = frozenset(("organ", "person", "force"))
"""Who stands for the state when "the two countries" are spoken of."""


def _pair(draft: Draft, index: int) -> tuple[int, ...]:
    """"البلدين", "الطرفان": the last two different actors of a fitting kind before it."""
    phrase = draft.phrases[index]
    if not phrase.definite or phrase.last - phrase.first > 1 or draft.words[phrase.last].nisba is not None:
        return ()
    stem = draft.words[phrase.head].stem
    single = stem[:-3] + "ه" if stem[-3:-2] == "ت" else stem[:-2]
    kinds = draft.lexicon.groups["pair"].get(single)
    if kinds is None:
        return ()
    found: dict[str, int] = {}
    for back in range(index - 1, max(-1, index - 40), -1):
        other = draft.phrases[back]
        if other.pointing or other.kind in ("thing", "act", "nominal") or other.actor is None or phrase.sentence - other.sentence > 4:
            continue
        whose = other.actor.id
        if kinds and other.actor.kind not in kinds.split():
            if kinds != "state" or other.actor.kind not in _OF_STATES or other.sentence != phrase.sentence or not other.actor.country:
                continue
            whose = other.actor.country  # "بحث الوزير المصري ونظيره التركي العلاقات بين البلدين"
        if kinds == "state" and places.is_where(draft, other):
            continue
        found.setdefault(whose, back)
        if len(found) == 2:
            named = {p.actor.id: i for i, p in enumerate(draft.phrases[:index]) if p.actor is not None and p.kind == "name"}
            return tuple(sorted(named.get(state, back) for state, back in found.items()))
    return ()


def _kind_of(draft: Draft, index: int) -> tuple[int, ...]:
    """"هذه التحالفات": every actor named before whose own name has the same head noun, where there are several."""
    phrase = draft.phrases[index]
    before = draft.words[phrase.first - 1] if phrase.first else None
    generic = draft.words[phrase.head].generic
    if generic is None or before is None or "demonstrative" not in before.function or phrase.last > phrase.first:
        return ()
    head = fold(generic.lemma)
    found: dict[str, int] = {}
    for back, other in enumerate(draft.phrases[:index]):
        if other.kind == "name" and other.actor is not None and head in map(bare_article, fold(other.actor.name).split()):
            found.setdefault(other.actor.id, back)
    return tuple(found.values()) if len(found) > 1 else ()


def _same_head(draft: Draft, index: int) -> int:
    """For "the movement", "the president": the last fuller phrase with the same head, or of a fitting kind."""
    phrase = draft.phrases[index]
    head = draft.words[phrase.head].stem
    heads, group = draft.lexicon.groups["group-head"], draft.lexicon.groups["open-group"].get(head)
    kinds = heads.get(head, "").split()
    if draft.words[phrase.head].number == "p" and head not in heads:
        return -1
    fitting = -1
    for back in range(index - 1, -1, -1):
        other = draft.phrases[back]
        if other.pointing or other.kind in ("nisba", "thing", "act") or other.actor is None or other.group == phrase.group:
            continue
        somebody = other.kind == "person" or is_office(draft, other)  # "رئيس حزب العمل" is no party
        inside = range(other.first, (other.first if somebody else other.last) + 1)
        if other.last > other.first and any(draft.words[at].stem == head for at in inside):
            return other.antecedent if other.antecedent >= 0 else back
        if fitting >= 0 or other.actor.kind not in kinds or other.kind != "name":
            continue
        if group == "any" or (group is not None and head in fold(other.actor.name)):
            fitting = back
    return fitting


LIKELY: Final = 3
"""So many phrases are kept that a pronoun may point back to."""


def antecedents(draft: Draft, index: int, gender: str, number: str) -> tuple[int, ...]:
    """The earlier phrases of different actors that agree with a pronoun's gender and number, the likeliest first.

    The nearest is the likeliest, names before things.
    """
    phrase = draft.phrases[index]
    if gender in (pronouns.FIRST, "2"):
        return ()
    word = draft.words[phrase.first]
    # "دعم تركيا له" is not Turkey's own; "دعم الحزب وتزويده" is the party's, "قال بوتين إنه" is Putin
    that = "subordinator" in word.function and word.stem in draft.lexicon.groups["topic-particle"]
    beside = (word.kind == "func" or not word.conj) and not that
    found: list[tuple[float, int]] = []
    for back in range(index - 1, max(-1, index - 30), -1):
        other = draft.phrases[back]
        if other.pointing or other.actor is None:
            continue
        gap = phrase.sentence - other.sentence
        if gap > _REACH:
            break
        if not agrees(other, gender, number, draft):
            continue
        if other.last >= phrase.first - (1 if beside else 0) and other.first <= phrase.first:
            continue
        cost = (phrase.first - other.last) / 12 + 2.0 * gap + _KIND_COST.get(other.kind, 1.0)
        if other.prep:
            cost += 0.5
        found.append((cost, -back))
    best: dict[str, int] = {}
    for _, back in sorted(found):
        other = draft.phrases[-back]
        best.setdefault(draft.whose(-back), other.antecedent if other.antecedent >= 0 else -back)
        if len(best) == LIKELY:
            break
    return tuple(best.values())


_KIND_COST: Final = {
    "name": 0.0,
    "person": 0.0,
    "organ": 0.2,
    "people": 0.4,
    "nominal": 0.6,
    "place": 1.0,
    "nisba": 1.2,
    "thing": 2.5,
    "act": 3.0,
}


def agrees(phrase: Phrase, gender: str, number: str, draft: Draft) -> bool:
    """Whether a phrase may be meant by a form of that gender and number (things in the plural are feminine singular)."""
    own_number = phrase.number or "s"
    own_gender = phrase.gender
    human = phrase.kind in ("person", "people") or (phrase.actor is not None and phrase.actor.kind in ("person", "people", "social-group"))
    if phrase.kind in ("thing", "act") and (number != "s" or own_number == "p"):
        return number == "s" and gender == "f"
    if number == "p":
        if gender != "f" and phrase.actor is not None and phrase.actor.kind == "state":
            return phrase.group in draft.group_size
        return own_number == "p" or phrase.group in draft.group_size
    if number == "d":
        return own_number == "d" or draft.group_size.get(phrase.group) == 2
    if own_number == "p" and not human:
        return gender in ("f", "")
    if own_number == "p":
        return False
    if phrase.actor is not None and phrase.actor.id == "islamic-state":
        return True
    return not own_gender or not gender or own_gender == gender
