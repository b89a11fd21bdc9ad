"""How each candidate stands to a trigger: what speaks for its being one of the two ends.

For every trigger the phrases around it are candidates (:mod:`.candidates`), together with "nobody". What a candidate
is to the trigger is put in a few symbols: where it stands (``next`` to it, ``before``, behind a preposition,
attached as a pronoun, an adjective of origin…), whether the preposition is one that the sense asks for,
whether verb and noun agree, what lies between. :mod:`ahlaf.coding.weighing.symbols` spells them,
:mod:`ahlaf.coding.weighing.pairs` weighs them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from ahlaf.coding.clauses.subjects import governor
from ahlaf.coding.ends.candidates import candidates, first_phrase_at, orders
from ahlaf.coding.ends.grammar import BY_WHOM, SLOT_OF, Found
from ahlaf.coding.nounphrases.places import gives_its_name
from ahlaf.coding.words.agreement import is_human
from ahlaf.coding.words.draft import VERBS, Draft, Phrase, Trigger
from ahlaf.coding.words.governed import set_against
from ahlaf.lexicon.entries import Sense
from ahlaf.relations import RELATIONS

Key = tuple[object, ...]
"""Several facts of a candidate that are weighed together; its first member says which. See :mod:`ahlaf.coding.weighing.symbols`."""


class Tie(NamedTuple):
    """A candidate: the phrase's index (-1 for nobody) and its facts, shared by all senses or not, and by end."""

    phrase: int
    place: str
    among: bool
    """A group among whose members a mutual relation may hold."""
    ways: tuple[str, str]
    """How grammar sees it as source and as target: the way it was found, or what was found instead."""
    base: tuple[Key, ...]
    """What holds for every sense of the trigger."""
    shared: tuple[Key, ...]
    source: tuple[Key, ...]
    target: tuple[Key, ...]


def tied(index: int, way: str) -> Tie:
    """An end that was not weighed but found in one way, whichever end it is."""
    return Tie(index, way, False, (way, way), (), (), (), ())


class Place(NamedTuple):
    """What a candidate is to a trigger whatever the sense."""

    phrase: int
    place: str
    side: str
    part: str
    agree: str
    akind: str
    meant: str
    """Where the pronoun stands that may mean it, or nothing."""
    keys: tuple[Key, ...]


class Known(NamedTuple):
    """What a phrase is to any trigger."""

    kind: str
    akind: str
    after_verb: bool
    spoken: tuple[int, int, bool, bool]
    """How often its actor is spoken of, the actor's rank, whether the name is a strong one, whether it opens its sentence."""


class Surroundings(NamedTuple):
    """What is counted once for a draft before its triggers are weighed."""

    order: list[int]
    """For each token the first phrase from there on."""
    running: list[int]
    """How many triggers lie before each token."""
    phrases: list[Known]
    nowhere: frozenset[int]
    """Phrases that are no end of anything: towns that name a treaty, and what another is not."""


def pointed_at(draft: Draft, trigger: Trigger, indexes: list[int]) -> dict[int, tuple[str, int]]:
    """Candidates that a pronoun among the candidates may mean: where that pronoun stands, and 0 for the likeliest."""
    pronouns = [i for i in indexes if draft.phrases[i].kind == "pronoun"]
    pronouns.sort(key=lambda i: abs(draft.phrases[i].first - trigger.last))
    found: dict[int, tuple[str, int]] = {}
    others = [(i, draft.whose(i)) for i in indexes if draft.phrases[i].kind != "pronoun"] if pronouns else []
    for pronoun in pronouns:
        place = place_of(draft, trigger, draft.phrases[pronoun])
        ranks: dict[str, int] = {}
        for rank, back in enumerate(draft.phrases[pronoun].antecedents):
            ranks.setdefault(draft.whose(back), rank)
            ranks.setdefault(draft.whose(draft.lead(back)), rank)
        for index, name in others:
            if (at := ranks.get(name)) is not None:
                found.setdefault(index, (place, at))
    return found


def place_of(draft: Draft, trigger: Trigger, phrase: Phrase) -> str:
    """Where a phrase stands to a trigger, in one symbol."""
    first, last = trigger.first, trigger.last
    if phrase.kind == "hidden" and phrase.first == first:
        return "hidden"
    if phrase.kind == "pronoun" and phrase.first == last and draft.words[last].pronoun:
        return "pron"
    if phrase.first <= first <= phrase.last:
        return "self" if phrase.head == first else "host"
    if phrase.first > last:
        if phrase.first > first and phrase.first <= last:
            return "inside"
        gap = _gap(draft, last, phrase.first)
        if phrase.kind == "nisba" and gap == 0:
            return "origin"
        if phrase.prep:
            return "a:" + phrase.prep + ("" if gap <= 1 else "+")
        return "next" if gap == 0 else "after"
    if phrase.last >= first:
        return "inside"
    if phrase.sentence != trigger.sentence:
        return "earlier"
    gap = first - phrase.last - 1
    if trigger.light >= 0:
        if phrase.first > trigger.light:
            return "light-next" if not phrase.prep else "light:" + phrase.prep
        if phrase.kind == "pronoun" and phrase.first == trigger.light:
            return "light-pron"
    if phrase.prep:
        return "b:" + phrase.prep + ("" if gap <= 1 else "+")
    return "prev" if gap == 0 else "before"


_STEPPED_OVER: Final = frozenset(("quantifier", "demonstrative", "numeral", "adverb"))


def _gap(draft: Draft, last: int, first: int) -> int:
    """Words between a trigger and a phrase, quantifiers, numbers, quotation marks and own preposition aside."""
    gap = 0
    for at in range(last + 1, first):
        word = draft.words[at]
        if word.kind == "number" or (word.kind == "punct" and word.bare in '«"“()»”'):
            continue
        if word.kind == "func" and (not _STEPPED_OVER.isdisjoint(word.function) or "prep" in word.function):
            continue
        gap += 1
        if gap > 5:
            break
    return gap


@lru_cache(maxsize=4096)
def fit(slots: tuple[str, ...], others: tuple[str, ...], prep: str) -> str:
    """F: the preposition is one that this end asks for; O: one that the other end asks for; N: none; X: another."""
    if not prep:
        return "N"
    slot = SLOT_OF.get(prep, prep)
    if slot in BY_WHOM:
        return "F" if "subj" in slots or slot in slots else "O"
    if slot in slots or (slot == "ل" and "إلى" in slots) or (slot == "إلى" and "ل" in slots):
        return "F"
    return "O" if slot in others else "X"


def agreement(trigger: Trigger, phrase: Phrase, place: str) -> str:
    """Whether a finite verb's ending fits the phrase as its subject: y, n, or - where it says nothing."""
    entry = trigger.entry
    if entry is None or trigger.form not in ("perf", "impf", "pass", "amb", "idiom"):
        return "-"
    person, gender, number = entry.person, entry.gender, entry.number  # type: ignore[attr-defined]
    if person in (1, 2):
        return "1"
    if not person:
        return "-"
    behind = place in ("next", "after")
    own_gender, own_number = phrase.gender, phrase.number
    if phrase.pointing:
        return "-"
    human = is_human(phrase)
    if own_number == "p" and not human and own_gender != "m":
        own_gender, own_number = "f", "s"
    same_gender = not gender or not own_gender or gender == own_gender
    if behind:
        return ("y" if same_gender else "n") if number == "s" else "n"
    if number == "p":
        return "y" if own_number == "p" else "g"
    if number == "d":
        return "y" if own_number == "d" else "g"
    return "y" if same_gender and own_number != "p" else "n"


def _bucket(number: int) -> str:
    return str(number) if number < 3 else "3" if number < 5 else "5" if number < 9 else "9"


def surroundings(draft: Draft) -> Surroundings:
    """What is known of a draft's phrases before its triggers are weighed; ranks the actors that are most spoken of."""
    counts = Counter(p.actor.id for p in draft.phrases if p.actor is not None and not p.pointing)
    draft.rank = {actor: place for place, (actor, _) in enumerate(counts.most_common(5))}
    running = [0] * (len(draft.words) + 2)
    for trigger in draft.triggers:
        running[trigger.first + 1] += 1
    known = []
    for phrase in draft.phrases:
        kind = phrase.kind if phrase.kind != "pronoun" else "pro+" if phrase.antecedent >= 0 else "pro-"
        actor = phrase.actor
        name = actor.id if actor is not None else ""
        spoken = (min(counts.get(name, 0), 4), draft.rank.get(name, 9), phrase.strong, _opens(draft, phrase))
        known.append(Known(kind, actor.kind if actor is not None else "", _after_verb(draft, phrase), spoken))
    nowhere = frozenset(i for i, phrase in enumerate(draft.phrases) if gives_its_name(draft, phrase) or set_against(draft, phrase))
    return Surroundings(first_phrase_at(draft), list(accumulate(running)), known, nowhere)


def stands(draft: Draft, trigger: Trigger, around: Surroundings) -> list[Place]:
    """The candidates for a trigger's ends, and how each stands to it, whatever the sense."""
    indexes = candidates(draft, around.order, trigger)
    meant = pointed_at(draft, trigger, indexes)
    form, first, last = trigger.form, trigger.first, trigger.last
    light = form + ("L" if trigger.light >= 0 else "")
    verb, hangs = verb_of(draft, trigger)
    breaks, verbs, subs, running = draft.breaks, draft.verbs, draft.subs, around.running
    found = []
    for index, order in zip(indexes, orders(draft, trigger, indexes), strict=True):
        phrase = draft.phrases[index]
        kind, akind, after_verb, spoken = around.phrases[index]
        place = place_of(draft, trigger, phrase)
        side = "a" if phrase.first > last else "b"
        low, high = (last + 1, phrase.first) if phrase.last >= first else (phrase.last + 1, first)
        high = max(low, high)
        between = min(running[high] - running[low], 4)
        passed = min(breaks[high] - breaks[low], 3), min(verbs[high] - verbs[low], 3), min(subs[high] - subs[low], 2)
        part = _part(draft, verb, index)
        keys: tuple[Key, ...] = (
            ("A", light, place, part, hangs, kind, phrase.definite),
            ("D", side, *passed, after_verb, place, min(between, 2)),
            ("E", form, side, between, _bucket(high - low), trigger.sentence - phrase.sentence),
            ("F", form, side, min(order, 6), kind),
            ("G", side, *spoken),
        )
        pointing = meant.get(index)
        if pointing is not None:
            keys += (("R", *pointing, kind),)
        agree = agreement(trigger, phrase, place)
        found.append(Place(index, place, side, part, agree, akind, pointing[0] if pointing else "", keys))
    return found


def ties(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place], roles: tuple[Found | None, Found | None]) -> list[Tie]:
    """The candidates as the ends of one sense, "nobody" the last; ``roles`` is what grammar takes for the two ends."""
    form = trigger.form
    light = form + ("L" if trigger.light >= 0 else "")
    slots = sense.source[0] if sense.source else "-", sense.target[0] if sense.target else "-"
    one, two = _Taken.of(draft, roles[0]), _Taken.of(draft, roles[1])
    ways_source, ways_target = _Ways.of(one, two), _Ways.of(two, one)
    preps = {draft.phrases[s.phrase].prep for s in stood}
    fits = {prep: (fit(sense.source, sense.target, prep), fit(sense.target, sense.source, prep)) for prep in preps}
    mutual = _mutual(sense)
    found = []
    for index, place, side, part, agree, akind, meant, keys in stood:
        phrase = draft.phrases[index]
        source_fit, target_fit = fits[phrase.prep]
        for_one, for_two = one.holds(index, phrase.group), two.holds(index, phrase.group)
        as_source, as_target = ways_source.of_one(for_one, for_two), ways_target.of_one(for_two, for_one)
        among = mutual and _several(draft, index)
        shared: tuple[Key, ...] = (("C", sense.relation, place, akind, among),)
        if meant:
            shared += (("Q", sense.relation, meant, akind),)
        source: tuple[Key, ...] = (
            ("S", form, light, place, source_fit, agree, side, part, slots[0], slots[0], slots[1], as_source[0], as_source[1]),
            ("V", sense.lemma, side, source_fit),
        )
        target: tuple[Key, ...] = (
            ("S", form, light, place, target_fit, agree, side, part, slots[1], slots[0], slots[1], as_target[0], as_target[1]),
            ("V", sense.lemma, side, target_fit),
        )
        found.append(Tie(index, place, among, (as_source[0], as_target[0]), keys, shared, source, target))
    near = "x" if any(s.place in ("next", "origin", "pron") for s in stood) else "-"
    ways = "none " + (roles[0].way if roles[0] else "-"), "none " + (roles[1].way if roles[1] else "-")
    none: list[tuple[Key, ...]] = [(("P", slots[end], form, ways[end], bool((sense.source, sense.target)[end])),) for end in (0, 1)]
    found.append(Tie(-1, "nobody", False, ways, (("N", light, near),), (("O", sense.relation),), none[0], none[1]))
    return found


def verb_of(draft: Draft, trigger: Trigger) -> tuple[int, str]:
    """The verb that a trigger is, is carried by or hangs on (-1 for none), and which of these."""
    if trigger.form in ("perf", "impf", "pass", "amb") or (trigger.form == "idiom" and trigger.first in draft.subject_of):
        return trigger.first, "own"
    if trigger.light >= 0:
        return trigger.light, "light"
    at = governor(draft, trigger.first, draft.stretches[trigger.sentence].first)
    if at < 0:
        return at, "none"
    return at, "say" if draft.words[at].reports else "gov"


def _part(draft: Draft, at: int, index: int) -> str:
    """A candidate's part in a verb: subj, obj, other (x), or the same actor as either (=)."""
    if at < 0:
        return "-"
    for part, table in (("subj", draft.subject_of), ("obj", draft.object_of)):
        other = table.get(at, -1)
        if other < 0:
            continue
        if other == index or draft.phrases[other].group == index or draft.phrases[other].antecedent == index:
            return part
        one, two = draft.phrases[other].actor, draft.phrases[index].actor
        if one is not None and two is not None and one.id == two.id:
            return part + "="
    return "x"


def _mutual(sense: Sense) -> bool:
    return RELATIONS[sense.relation].mutual or sense.takes("بين")


def _several(draft: Draft, index: int) -> bool:
    """True for a coordination or pair, which may be both ends of a mutual relation: "اتفقت فرنسا وألمانيا"."""
    points = draft.phrases[index].points
    if points:
        return len(points) > 1
    return any(p.group == index and not p.pointing for p in draft.phrases[index + 1 : index + 6])


def between(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> int:
    """The coordination right behind a noun for what is done mutually and بين, its two ends whoever else is near; -1 for none.

    "معارك عنيفة بين الجيش وداعش"; "الحرب الأمريكية بين …" has an end before.
    """
    if trigger.form in VERBS or not any("بين" in s.source and "بين" in s.target for s in trigger.senses):
        return -1
    for place in stood:
        phrase = draft.phrases[place.phrase]
        gap = range(trigger.last + 1, phrase.first)
        if phrase.prep != "بين" or not 1 <= len(gap) <= _TO_BETWEEN or not _several(draft, place.phrase):
            continue
        plain = all(_where(draft, at) and draft.words[at].kind != "punct" and at not in draft.subject_of for at in gap)
        return place.phrase if plain else -1
    return -1


def _where(draft: Draft, at: int) -> bool:
    """Whether a token is nobody, or says where it is done: "القتال الدائر في | سوريا بين الجيش وداعش"."""
    return draft.at[at] < 0 or (draft.phrases[draft.at[at]].prep == "في" and draft.phrases[draft.at[at]].kind in ("name", "place"))


_TO_BETWEEN: Final = 5
"""So many tokens, بين among them, stand between a noun and the two whom it is between."""


class _Taken(NamedTuple):
    """What grammar takes for an end, with the coordination it stands in; -1 for nothing."""

    phrase: int
    group: int
    way: str

    @classmethod
    def of(cls, draft: Draft, found: Found | None) -> _Taken:
        return cls(-1, -1, "") if found is None else cls(found.phrase, draft.phrases[found.phrase].group, found.way)

    def holds(self, index: int, group: int) -> bool:
        return index == self.phrase or (group == self.group >= 0)


class _Ways(NamedTuple):
    """How grammar sees candidates as one end: whom it takes for it (way), another (not), whom it takes for the other end."""

    own: tuple[str, str]
    other: tuple[str, str]
    neither: tuple[str, str]

    @classmethod
    def of(cls, own: _Taken, other: _Taken) -> _Ways:
        mine = f"not {own.way}" if own.phrase >= 0 else "open"
        return cls((own.way, "yes"), (mine, f"other {other.way}"), (mine, "-"))

    def of_one(self, own: bool, other: bool) -> tuple[str, str]:
        """How it sees a candidate that it takes for this end, for the other, or for neither."""
        return self.own if own else self.other if other else self.neither


def _opens(draft: Draft, phrase: Phrase) -> bool:
    """True for a phrase that opens its sentence (conjunctions and particles aside)."""
    first = draft.stretches[phrase.sentence].first
    return phrase.first - first <= 1


def _after_verb(draft: Draft, phrase: Phrase) -> bool:
    """True for a phrase without preposition that stands right behind a finite verb: its likely subject."""
    if phrase.prep or phrase.pointing or phrase.first == 0:
        return False
    word = draft.words[phrase.first - 1]
    return word.verb
