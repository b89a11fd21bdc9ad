"""Persons called by their last name alone, and whom a title and a last name together can mean.

A document that has named somebody in full means that person by the last name alone, whoever else bears it. A last name
is one word, or two that are one name: "عبد العاطي", "أبو قصرة", "نصر الله", "نور الدين".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from ahlaf.coding.names.personnames import ordinal_behind
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import THINGS
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor

_SERVANT: Final = "عبد"


def last_name(draft: Draft, phrase: Phrase) -> int:
    """The first token of a person's last name."""
    at = phrase.named_to
    for before in (at - 1, at - 2):  # "بولس السادس عشر" has no name but the one before
        if before >= max(phrase.first, phrase.named_from) and ordinal_behind(draft, before) == at:
            return before
    if at > phrase.first + 1 and draft.words[at - 1].fold == _SERVANT and _is_part(draft, at - 2, "son"):
        return at - 2  # "ولد عبد العزيز"
    two = at > phrase.first and (_is_part(draft, at - 1, "opens") or _is_part(draft, at, "closes"))
    return at - 1 if two else at


def _is_part(draft: Draft, at: int, how: str) -> bool:
    """Whether a word makes one name with another: it "opens" or "closes" it, is a "son", or stands "within" a long one."""
    return how in draft.lexicon.groups["name-part"].get(draft.words[at].fold, "").split()


def bearers(draft: Draft) -> dict[str, Phrase]:
    """Last name → the first person whom the document calls by a given name or title and that name: "بشار الجعفري", "الوزير العماري".

    A known name whose last word stands behind "son of" or "house of" is no such pair: "محمد بن سلمان", but "عبد الله بن حمد العطية".
    """
    found: dict[str, Phrase] = {}
    for name, phrase in _bearing(draft):
        found.setdefault(name, phrase)
    return found


def _bearing(draft: Draft) -> Iterator[tuple[str, Phrase]]:
    """Every person with more than a last name, behind that last name, in the document's order."""
    for phrase in draft.phrases:
        own = phrase.kind == "person"
        known = phrase.kind == "name" and phrase.actor is not None and phrase.actor.kind == "person"
        if not (own or known):
            continue
        start = last_name(draft, phrase)
        if start == phrase.first:
            continue
        if known and _is_part(draft, start - 1, "within"):
            continue
        yield draft.folded(start, phrase.named_to), phrase


def given_names(draft: Draft, phrase: Phrase) -> list[str]:
    """What stands before the last name of a person whom no row knows, without titles and brackets; nothing where the last name is alone."""
    first = max(phrase.named_from, phrase.first)
    inside = ((at, draft.words[at]) for at in range(first, last_name(draft, phrase)))
    return [word.stem if at == phrase.first else word.fold for at, word in inside if word.kind != "punct"]


def find(draft: Draft) -> list[Phrase]:
    """A person whom the document names in full is also called by the last name alone, the lexicon's where it knows no short one."""
    short, first = bearers(draft), _first_names(draft)
    added: list[Phrase] = []
    if not short:
        return added
    for at, word in enumerate(draft.words):
        says = at > 0 and draft.words[at - 1].finite and bool(draft.words[at - 1].reports)
        origin = _origin_alone(draft, at)
        if not (origin or _free(draft, at) or (says and _office_or_town(draft, at))) or word.kind == "func":  # "على" is not "علي"
            continue
        behind = draft.words[at + 1].fold if _free(draft, at + 1) else ""
        for cut in word.cuts:
            two = short.get(f"{cut.stem} {behind}")
            whose = two or short.get(cut.stem) or (short.get(f"ال{cut.stem}") if says or origin else None)  # "قال محمد الغالي … وأضاف غالي"
            whose = whose or (first.get(cut.stem) if word.kind == "unknown" else None)
            if whose is None or not (at > whose.named_to or whose.actor):
                continue
            if whose.actor is not None and word.entries and not (says or two or origin or _right_behind_verb(draft, at)):
                continue  # "هلال" is a crescent too, but not where it speaks or acts
            phrase = Phrase(at, at + (two is not None), at, "name" if whose.actor else "person", whose.actor)
            phrase.gender, phrase.number, phrase.prep, phrase.definite = whose.gender or "m", "s", cut.prep, True
            added.append(phrase)
            break
    return added


def _first_names(draft: Draft) -> dict[str, Phrase]:
    """First name → the person whom the document calls by it and more, where it is no word: "سوثيب ثاوجسوبان … ودعا | سوثيب"."""
    found: dict[str, Phrase] = {}
    for _, phrase in _bearing(draft):
        word = draft.words[max(phrase.named_from, phrase.first)]
        if word.kind == "unknown" and word.fold not in draft.lexicon.given:
            found.setdefault(word.fold, phrase)
    return found


def _right_behind_verb(draft: Draft, at: int) -> bool:
    """Whether a word without article stands where who acts does, right behind a verb that is nothing else: "وانتقدت | مزاري الجيش"."""
    word, before = draft.words[at], draft.words[at - 1]
    return at > 0 and before.kind == "verb" and draft.at[at - 1] < 0 and not (word.definite or word.prep or word.conj or word.pronoun)


def _origin_alone(draft: Draft, at: int) -> bool:
    """Whether an adjective of origin of one man stands without a noun, as a last name may: "وانتقد | السوداني القرار"."""
    word, index = draft.words[at], draft.at[at]
    if index < 0 or not at or word.nisba is None or not word.definite or (word.nisba.gender, word.nisba.number) != ("m", "s"):
        return False
    phrase, before = draft.phrases[index], draft.words[at - 1]
    alone = phrase.first == phrase.last == at and phrase.kind in _ORIGINS
    if not alone or word.conj or draft.sentence_of[at - 1] != draft.sentence_of[at]:
        return False
    beside = draft.phrases[draft.at[at - 1]] if draft.at[at - 1] >= 0 else None
    verb = before.verb and beside is None and not before.definite
    named = beside is not None and beside.kind == "name" and beside.actor is not None and beside.actor.kind in ("person", "state")
    return verb or named or before.kind in ("func", "punct") or bool(word.prep)  # "ودعا ماكرون | السوداني إلى"


_ORIGINS: Final = frozenset(("nisba", "people", "name"))


def _free(draft: Draft, at: int) -> bool:
    """Whether no phrase of a name or body stands at a token."""
    if at >= len(draft.words) or draft.sentence_of[at] < 0:
        return False
    return draft.at[at] < 0 or draft.phrases[draft.at[at]].kind in THINGS


def _office_or_town(draft: Draft, at: int) -> bool:
    """Whether an office or town of one word stands at a token, by which a family may be called: "الباحث محمد الوزير … وأضاف | الوزير"."""
    phrase = draft.phrases[draft.at[at]]
    if phrase.kind == "place":
        return phrase.first == phrase.last == at
    return phrase.kind in ("organ", "nominal") and phrase.first == phrase.last == at and phrase.number == "s" and phrase.definite


def settle(draft: Draft) -> None:
    """Let those be one whom the document calls by one name, of those whom no row knows.

    Who has a given and a last name is whoever was called so first, however many names stand between the two.
    """
    in_full: dict[tuple[str, str], Phrase] = {}
    alone = []
    for index, phrase in enumerate(draft.phrases):
        if (titled := _by_first_name(draft, index)) is not None:
            phrase.actor = titled
        if phrase.kind != "person" or phrase.actor is None or not phrase.actor.known_by_text:
            continue
        if given := given_names(draft, phrase):
            phrase.actor = in_full.setdefault((given[0], draft.folded(last_name(draft, phrase), phrase.named_to)), phrase).actor
        else:
            alone.append(phrase)
    bearing: dict[str, _Bearers] = {}
    for name, phrase in _bearing(draft) if alone else ():
        in_short = phrase.kind == "person" and not given_names(draft, phrase)
        some = bearing.setdefault(name, ({}, {}))[in_short]
        if phrase.actor is not None and len(some) < _BEARERS:
            some.setdefault(phrase.actor.id, phrase)
    first = _first_names(draft) if alone else {}
    for phrase in alone:
        named = first.get(draft.words[phrase.named_to].stem) if phrase.first == phrase.last else None
        before = named.actor if named is not None and named.first < phrase.first else None
        phrase.actor = _whose(draft, phrase, bearing) or before or phrase.actor


_Bearers = tuple[dict[str, Phrase], dict[str, Phrase]]
"""By their ids where those who bear a last name stand first: who is named in full, and whom a title tells."""
_BEARERS: Final = 8
"""So many who bear one last name are told apart; a text that names more of them says with each whom it means."""


def _whose(draft: Draft, phrase: Phrase, bearing: Mapping[str, _Bearers]) -> Actor | None:
    """The person whom a last name means: who bore it first, else the one who is named in full later ("الوزير سالم" in a headline).

    Behind a title it means nobody of the rule book: "العميد الأسد" is an officer of that name.
    """
    start = last_name(draft, phrase)
    stem = draft.words[start].stem
    rest = "".join(f" {draft.words[at].fold}" for at in range(start + 1, phrase.named_to + 1))
    spelled = dict.fromkeys((draft.folded(start, phrase.named_to), stem + rest, f"ال{stem}{rest}"))
    in_full, titled = ([p for name in spelled if name in bearing for p in bearing[name][short].values()] for short in (0, 1))
    if phrase.first < start:  # "الوزيرة سالم" is not أحمد سالم
        in_full = [p for p in in_full if p.actor is not None and p.actor.known_by_text and p.gender in ("", phrase.gender or p.gender)]
        titled = []
    elif phrase.first and draft.words[phrase.first - 1].finite:  # "وأضافت | حسن"
        gender = draft.words[phrase.first - 1].gender
        in_full = [p for p in in_full if p.gender in ("", gender or p.gender)] or in_full
    before = next((p for few in (in_full, titled) for p in few if p.first < phrase.first), None)
    if before is not None:
        return before.actor
    alone = phrase.first == start and phrase.named_from < 0
    later = {p.actor.id: p.actor for p in in_full if p.actor is not None and (alone or p.actor.known_by_text)}
    return next(iter(later.values())) if len(later) == 1 else None


def _by_first_name(draft: Draft, index: int) -> Actor | None:
    """The one person of that given name told before whom a title and it mean: "الأمير محمد بن سلمان … | الأمير محمد"; None for none."""
    phrase, words = draft.phrases[index], draft.words
    alone = phrase.kind == "person" and phrase.first < phrase.named_from == phrase.named_to <= phrase.last
    if not alone or phrase.actor is None or not phrase.actor.known_by_text:
        return None
    given = words[phrase.named_from].fold
    if given not in draft.lexicon.given:
        return None
    near = (draft.phrases[back] for back in reversed(draft.before(index)))
    before = (p for p in near if p.actor is not None and p.actor.kind == "person" and not p.pointing)
    same = (p for p in before if max(p.named_from, p.first) < p.named_to and words[max(p.named_from, p.first)].fold == given)
    found = {p.actor.id: p.actor for p in same if p.actor is not None}
    return next(iter(found.values())) if len(found) == 1 else None


def known(draft: Draft, phrase: Phrase, country: str, spoken_of: Counter[str]) -> Actor | None:
    """The one person whom a title and a last name can mean, or a last name of two words: "الرئيس صالح", "عبد العاطي"."""
    words = draft.words
    last = phrase.named_to
    start = last_name(draft, phrase) if phrase.named_from <= phrase.last + 1 else phrase.named_from
    own = max(phrase.named_from, phrase.first)
    for first in sorted({start, max(last - 1, phrase.first)}):  # "الملك سلمان" is one name of his
        if first < last and not any(_given(draft, at) or _is_part(draft, at, "within") for at in range(own, first)):
            two = _one_of(draft, first, last, country, spoken_of)
            if two is not None:
                return two
    title = phrase.named_from - 1
    title -= title > phrase.first and words[title].kind == "punct"  # "الملك «سلمان»"
    if phrase.first <= title and phrase.named_to == phrase.last and (so := _one_of(draft, title, last, country, spoken_of)) is not None:
        return so  # "الملك عبد الله", "الشيخ خليفة": whom the rule book calls so
    if last > phrase.last or start < last or start == phrase.first:
        return None
    before = words[last - 1]
    if any(_given(draft, at) for at in range(own, last)) or before.kind in ("unknown", "func", "punct"):
        return None
    if before.fold in draft.lexicon.groups["name-link"]:
        return None  # "بن يشاي" is no Yishai
    whose = _one_of(draft, last, last, country, spoken_of)
    longer = (n for n in draft.lexicon.names.get(words[last].fold, ()) if len(n.tokens) > 1 and n.actor.kind == "person")
    common = words[last].fold in draft.lexicon.given and any(n.actor is not whose for n in longer)  # "صالح", "ناصر", but not "ميلوني"
    anybody = whose is not None and common and not country and not spoken_of[whose.id]
    return None if anybody and whose is not None and not _his_to_bear(draft, phrase, whose) else whose


def _given(draft: Draft, at: int) -> bool:
    """Whether a word is a given name or opens one, "and" before it or not: "عادل", "وعادل", "عبد | السلام"."""
    word, given = draft.words[at], draft.lexicon.given
    return word.fold in given or word.stem == _SERVANT or (bool(word.conj) and word.fold.removeprefix(word.conj) in given)


def _his_to_bear(draft: Draft, phrase: Phrase, person: Actor) -> bool:
    """Whether a title and a given name mean somebody known: by his own office, "الرئيس صالح", or where his country is spoken of."""
    office = draft.lexicon.groups["office"].get(bare_article(draft.words[phrase.first].stem), "")
    roles, served = draft.lexicon.roles, draft.lexicon.served.get(person.id, ())
    held = any(one.id == person.id for of in served for _, _, one in roles.get((office, of), ()))
    return held or _his_is_spoken_of(draft, phrase.first, person)


def _his_is_spoken_of(draft: Draft, at: int, person: Actor) -> bool:
    """Whether the text around speaks of a person's country, or of what he serves: given names alone, "محمد عبدالعزيز", many bear."""
    his = {person.country, *draft.lexicon.served.get(person.id, ())}
    return any(p.actor is not None and p.kind != "person" and not his.isdisjoint((p.actor.id, p.actor.country)) for p in draft.around(at))


def _one_of(draft: Draft, first: int, last: int, country: str, spoken_of: Counter[str]) -> Actor | None:
    """The one person of a country, any where it is not told, who bears a name; of several whom, or whose country, the text speaks of."""
    opens = draft.words[first]
    begins = opens.fold.removeprefix(opens.conj + opens.prep)
    behind = (word.fold for word in draft.words[first + 1 : last + 1] if word.kind != "punct")
    words = (draft.lexicon.groups["kunya"].get(begins, begins), *behind)
    known = {n.actor.id: n.actor for n in draft.lexicon.names.get(words[0], ()) if n.actor.kind == "person" and n.tokens == words}
    if country:
        known = {ident: actor for ident, actor in known.items() if actor.country == country}
    spoken = [actor for ident, actor in known.items() if spoken_of[ident]]
    anybody = len(words) > 1 and all(word in draft.lexicon.given or word.startswith("عبد") for word in words)
    for few in (spoken, [actor for actor in known.values() if not anybody or country or _his_is_spoken_of(draft, first, actor)]):
        if len(few) == 1:
            return few[0]
    lands = Counter(p.actor.country for p in draft.around(first) if p.actor is not None and p.actor.country) if known else Counter()
    most = max((lands[actor.country] for actor in known.values()), default=0)
    here = [actor for actor in known.values() if lands[actor.country] == most > 0]  # "الملك عبد الله" of Jordan
    return here[0] if len(here) == 1 else None
