"""Who may fill a trigger's two ends, and how each candidate stands to it.

For every trigger the phrases around it are candidates, together with "nobody". What a candidate is to
the trigger is put in a few symbols: where it stands (``next`` to it, ``before``, behind a preposition,
attached as a pronoun, an adjective of origin…), whether the preposition is one that the sense asks for,
whether verb and noun agree, what lies between. :mod:`.symbols` spells them, :mod:`.pairs` weighs them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from ahlaf.coding.draft import Draft, Phrase, Trigger
from ahlaf.coding.grammar import BY_WHOM, SLOT_OF, Found
from ahlaf.coding.subjects import governor
from ahlaf.lexicon.entries import Sense
from ahlaf.relations import RELATIONS

BEFORE: Final = 8
AFTER: Final = 7
EARLIER: Final = 5
THINGS: Final = 2
"""How many phrases are looked at before, after, and in the sentences before."""



Key = tuple[object, ...]
"""Several facts of a candidate that are weighed together; its first member says which. See :mod:`.symbols`."""


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


class Place(NamedTuple):
    """What a candidate is to a trigger whatever the sense."""

    phrase: int
    place: str
    side: str
    part: str
    agree: str
    kind: str
    akind: str
    meant: str
    """Where the pronoun stands that may mean it, or nothing."""
    keys: tuple[Key, ...]


def candidates(draft: Draft, order: list[int], trigger: Trigger) -> list[int]:
    """Indexes of the phrases that may be an end; ``order`` is :func:`first_phrase_at` of the draft."""
    middle = order[trigger.first]
    phrases = draft.phrases
    own = {draft.at[trigger.first], draft.at[trigger.last]}
    found: list[int] = []
    count = 0
    earlier = things = 0
    for index in range(middle - 1, -1, -1):
        phrase = phrases[index]
        gap = trigger.sentence - phrase.sentence
        if gap > 2 or count >= BEFORE + EARLIER:
            break
        if phrase.group != index or phrase.listed >= 0 or phrase.actor is None:
            continue
        if phrase.kind in ("thing", "act") and not gap:
            things += 1
            if things <= THINGS:
                found.append(index)
            continue
        if gap:
            if phrase.kind in ("thing", "act", "pronoun", "nisba"):
                continue
            earlier += 1
            if earlier > EARLIER:
                break
        elif count >= BEFORE:
            continue
        found.append(index)
        count += 1
    found.reverse()
    found = sorted({*found, *_meant(draft, trigger, middle)})
    count = things = 0
    for index in range(middle, len(phrases)):
        phrase = phrases[index]
        if phrase.sentence != trigger.sentence or count >= AFTER:
            break
        if index in own and phrase.actor is not None:
            found.append(index)
            continue
        if (phrase.group != index and phrase.kind != "nisba") or phrase.listed >= 0 or phrase.actor is None:
            continue
        if phrase.kind in ("thing", "act"):
            things += 1
            if things > THINGS:
                continue
        else:
            count += 1
        found.append(index)
    return found


def _meant(draft: Draft, trigger: Trigger, middle: int) -> list[int]:
    """The phrases before a trigger that the pronoun on it, or on the word behind it, may point back to."""
    places = (trigger.last, trigger.last + 1)
    found = []
    for at in places:
        pronoun = draft.pronoun_at.get(at, -1)
        for back in draft.phrases[pronoun].antecedents if pronoun >= 0 else ():
            lead = draft.lead(back)
            if lead < middle and draft.phrases[lead].listed < 0 and draft.phrases[lead].actor is not None:
                found.append(lead)
    return found


def pointed_at(draft: Draft, trigger: Trigger, indexes: list[int]) -> dict[int, tuple[str, int]]:
    """Candidates that a pronoun among the candidates may mean: where that pronoun stands, and 0 for the likeliest."""
    pronouns = [i for i in indexes if draft.phrases[i].kind == "pronoun"]
    pronouns.sort(key=lambda i: abs(draft.phrases[i].first - trigger.last))
    found: dict[int, tuple[str, int]] = {}
    for pronoun in pronouns:
        place = place_of(draft, trigger, draft.phrases[pronoun])
        ranks: dict[str, int] = {}
        for rank, back in enumerate(draft.phrases[pronoun].antecedents):
            ranks.setdefault(draft.whose(back), rank)
            ranks.setdefault(draft.whose(draft.lead(back)), rank)
        for index in indexes:
            if draft.phrases[index].kind != "pronoun" and (at := ranks.get(draft.whose(index))) is not None:
                found.setdefault(index, (place, at))
    return found


def orders(draft: Draft, trigger: Trigger, indexes: list[int]) -> list[int]:
    """How many candidates lie between each candidate and the trigger on its side, things aside; itself counted."""
    before = [i for i in indexes if draft.phrases[i].first < trigger.first]
    found: dict[int, int] = {}
    for group in (reversed(before), indexes[len(before) :]):
        count = 0
        for index in group:
            if draft.phrases[index].kind not in ("thing", "act"):
                count += 1
            found[index] = count
    return [found[i] for i in indexes]


def first_phrase_at(draft: Draft) -> list[int]:
    """For each token, the index of the first phrase that begins at or after it."""
    order = [0] * (len(draft.words) + 1)
    index = len(draft.phrases)
    order[len(draft.words)] = index
    for at in range(len(draft.words) - 1, -1, -1):
        while index > 0 and draft.phrases[index - 1].first >= at:
            index -= 1
        order[at] = index
    return order


def place_of(draft: Draft, trigger: Trigger, phrase: Phrase) -> str:
    """Where a phrase stands to a trigger, in one symbol."""
    first, last = trigger.first, trigger.last
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
    if phrase.kind == "pronoun":
        return "-"
    human = phrase.kind in ("person", "people") or (phrase.actor is not None and phrase.actor.kind in ("person", "people", "social-group"))
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


def stand(
    draft: Draft,
    trigger: Trigger,
    index: int,
    counts: dict[str, int],
    running: list[int],
    order: int,
    verb: tuple[int, str],
    meant: tuple[str, int] | None,
) -> Place:
    """How a candidate stands to a trigger.

    ``running`` counts triggers up to each token, ``order`` phrases from the trigger to the candidate; ``verb`` is
    :func:`verb_of` the trigger, ``meant`` what :func:`pointed_at` says of the candidate.
    """
    phrase = draft.phrases[index]
    place = place_of(draft, trigger, phrase)
    form = trigger.form + ("L" if trigger.light >= 0 else "")
    behind = phrase.first > trigger.last
    low, high = (trigger.last + 1, phrase.first) if phrase.last >= trigger.first else (phrase.last + 1, trigger.first)
    high = max(low, high)
    kind = phrase.kind if phrase.kind != "pronoun" else "pro+" if phrase.antecedent >= 0 else "pro-"
    breaks = min(draft.breaks[high] - draft.breaks[low], 3)
    verbs = min(draft.verbs[high] - draft.verbs[low], 3)
    subs = min(draft.subs[high] - draft.subs[low], 2)
    between = min(running[high] - running[low], 4)
    actor = phrase.actor
    name = actor.id if actor is not None else ""
    side = "a" if behind else "b"
    part = _part(draft, verb[0], index)
    keys: tuple[Key, ...] = (
        ("A", form, place, part, verb[1], kind, phrase.definite),
        ("D", side, breaks, verbs, subs, _after_verb(draft, phrase), place, min(between, 2)),
        ("E", trigger.form, side, between, _bucket(high - low), trigger.sentence - phrase.sentence),
        ("F", trigger.form, side, min(order, 6), kind),
        ("G", side, min(counts.get(name, 0), 4), draft.rank.get(name, 9), phrase.strong, _opens(draft, phrase)),
    )
    akind = actor.kind if actor is not None else ""
    if meant is not None:
        keys += (("R", *meant, kind),)
    return Place(index, place, side, part, agreement(trigger, phrase, place), kind, akind, meant[0] if meant else "", keys)


def tie(draft: Draft, trigger: Trigger, sense: Sense, stood: Place, roles: tuple[Found | None, Found | None]) -> Tie:
    """A candidate as the ends of one sense."""
    form = trigger.form
    light = form + ("L" if trigger.light >= 0 else "")
    index, place, side, part, agree = stood.phrase, stood.place, stood.side, stood.part, stood.agree
    prep = draft.phrases[index].prep
    source_fit = fit(sense.source, sense.target, prep)
    target_fit = fit(sense.target, sense.source, prep)
    slot_s = sense.source[0] if sense.source else "-"
    slot_t = sense.target[0] if sense.target else "-"
    as_source = _by_grammar(draft, index, roles[0], roles[1])
    as_target = _by_grammar(draft, index, roles[1], roles[0])
    among = acts_on_itself(draft, index, sense)
    shared: tuple[Key, ...] = (("C", sense.relation, place, stood.akind, among),)
    if stood.meant:
        shared += (("Q", sense.relation, stood.meant, stood.akind),)
    source: tuple[Key, ...] = (
        ("S", form, light, place, source_fit, agree, side, part, slot_s, slot_s, slot_t, *as_source),
        ("V", sense.lemma, side, source_fit),
    )
    target: tuple[Key, ...] = (
        ("S", form, light, place, target_fit, agree, side, part, slot_t, slot_s, slot_t, *as_target),
        ("V", sense.lemma, side, target_fit),
    )
    return Tie(index, place, among, (as_source[0], as_target[0]), stood.keys, shared, source, target)


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


def acts_on_itself(draft: Draft, index: int, sense: Sense) -> bool:
    """True for a coordination or pair that may be both ends of a mutual relation: "اتفقت فرنسا وألمانيا"."""
    if not (RELATIONS[sense.relation].mutual or "بين" in sense.source or "بين" in sense.target):
        return False
    phrase = draft.phrases[index]
    if phrase.points:
        return len(phrase.points) > 1
    return index + 1 < len(draft.phrases) and any(p.group == index and p.kind != "pronoun" for p in draft.phrases[index + 1 : index + 6])


def _by_grammar(draft: Draft, index: int, own: Found | None, other: Found | None) -> tuple[str, str]:
    """Whether grammar takes a candidate for this end (way), another for it (not), or this one for the other end."""
    if own is not None:
        if _same(draft, own.phrase, index):
            return own.way, "yes"
        mine = "not " + own.way
    else:
        mine = "open"
    if other is not None and _same(draft, other.phrase, index):
        return mine, "other " + other.way
    return mine, "-"


def _same(draft: Draft, one: int, two: int) -> bool:
    if one == two:
        return True
    a, b = draft.phrases[one], draft.phrases[two]
    return a.group == b.group and a.group >= 0


def nobody(trigger: Trigger, sense: Sense, near: str, roles: tuple[Found | None, Found | None]) -> Tie:
    """The candidate "nobody named", with what speaks for it."""
    form = trigger.form
    light = form + ("L" if trigger.light >= 0 else "")
    slot_s = sense.source[0] if sense.source else "-"
    slot_t = sense.target[0] if sense.target else "-"
    ways = tuple("none " + (r.way if r else "-") for r in roles)
    return Tie(
        -1,
        "nobody",
        False,
        (ways[0], ways[1]),
        (("N", light, near),),
        (("O", sense.relation),),
        (("P", slot_s, form, ways[0], bool(sense.source)),),
        (("P", slot_t, form, ways[1], bool(sense.target)),),
    )


def _opens(draft: Draft, phrase: Phrase) -> bool:
    """True for a phrase that opens its sentence (conjunctions and particles aside)."""
    first = draft.stretches[phrase.sentence].first
    return phrase.first - first <= 1


def _after_verb(draft: Draft, phrase: Phrase) -> bool:
    """True for a phrase without preposition that stands right behind a finite verb: its likely subject."""
    if phrase.prep or phrase.kind == "pronoun" or phrase.first == 0:
        return False
    word = draft.words[phrase.first - 1]
    return word.finite and bool(word.entries)
