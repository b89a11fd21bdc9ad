"""Where the rules of the rule book match a draft, and how what they say meets what was weighed.

A rule is looked at where its trigger's first word stands, which the analysis of a word notes once. A match gives the
trigger's words a pair of ends with a credence of the rule's own. Where the network found the same ends with the same
sign there, or one of them and left the other open, one claim remains, by the rule, with the greater credence; where it
found others or nothing, half the rule's credence is left, and the likelier of the two is put out. Polarity, modality,
voice, time and place come from the same steps as for every claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from ahlaf.coding.actors import nominalclauses
from ahlaf.coding.claiming import predicates
from ahlaf.coding.claiming.pairing import is_somebody_else
from ahlaf.coding.ends import led
from ahlaf.coding.ends.frames import tied
from ahlaf.coding.nounphrases.belonging import thing_of
from ahlaf.coding.nounphrases.members import members
from ahlaf.coding.weighing.decide import Frame
from ahlaf.coding.words.draft import Draft, Phrase, Trigger
from ahlaf.coding.words.expressions import ends_reach
from ahlaf.coding.words.kinds import THINGS
from ahlaf.coding.words.word import BEFORE_NOUN
from ahlaf.lexicon.rules import Pattern, Rule, Step
from ahlaf.relations import RELATIONS
from ahlaf.text.split import TELLING

GAP: Final = 3
"""How many words ``_`` steps over at most."""
REACH: Final = 22
"""How many words the clause's verb may stand before."""
ALONE: Final = 0.5
"""What remains of a rule's credence where the network, which looks at every word, found these ends not at all: of such
matches some three in ten are right, of those that it bears out seven."""
_QUOTES: Final = '«»"“”()'
_KIND: Final = {"nisba": "origin", "organ": "name", "person": "name", "people": "name"}


class Match(NamedTuple):
    """A rule at its place: the trigger's tokens, all fixed tokens and slots, the phrases of its ends."""

    rule: Rule
    first: int
    last: int
    begin: int
    end: int
    source: int
    target: int


class _State(NamedTuple):
    """How far a pattern has been followed."""

    at: int
    ends: tuple[tuple[str, int], ...]
    letters: frozenset[str]
    trigger: int
    """The last token of the trigger."""


def matches(draft: Draft) -> list[Match]:
    """Every match of every rule, in the order of their triggers; of a rule's patterns at one place the first."""
    found: list[Match] = []
    for stretch in draft.stretches:
        if stretch.kind not in TELLING:
            continue
        for at in range(stretch.first, stretch.end):
            done: set[str] = set()
            for rule, pattern in draft.words[at].rules:
                if rule.sense.ref in done:
                    continue
                match = _match(draft, at, stretch.first, stretch.end, rule, pattern)
                if match is not None:
                    done.add(rule.sense.ref)
                    found.append(match)
    return found


def _match(draft: Draft, at: int, start: int, end: int, rule: Rule, pattern: Pattern) -> Match | None:
    behind = _follow(draft, _State(at, (), frozenset(), at), pattern.steps, 0, pattern.trigger, end)
    if behind is None:
        return None
    ahead = _back(draft, at, pattern.before, start)
    if ahead is None:
        return None
    ends = dict((*behind.ends, *ahead[1]))
    if pattern.topic:
        told = predicates.topic(draft, at)
        goes_on = behind.at < end and draft.verb_at(behind.at)  # "كندا مع كينيا | تراقبان الوضع"
        if told < 0 or goes_on or not _acts(draft.phrases[told], pattern.topic.kinds):
            return None
        ends[pattern.topic.slot] = told
    if pattern.subject or pattern.object or pattern.verb or pattern.never:
        verb = _verb(draft, at, start)
        if verb < 0 and at == start:
            verb = _opened(draft, behind.at, end)
        keys = draft.words[verb].keys if verb >= 0 else frozenset()
        if (pattern.verb and pattern.verb.isdisjoint(keys)) or not pattern.never.isdisjoint(keys):
            return None
        told = nominalclauses.told_of(draft, at)
        subject = told if told >= 0 else draft.subject_of.get(verb, -1)
        for slot, here in ((pattern.subject, subject), (pattern.object, draft.object_of.get(verb, -1))):
            if slot:
                index = draft.lead(here) if here >= 0 else -1
                if index < 0 or not _acts(draft.phrases[index], slot.kinds) or draft.phrases[index].sentence != draft.sentence_of[at]:
                    return None
                ends[slot.slot] = index
    source, target = (ends.get(slot, ends.get("both", -1)) for slot in ("source", "target"))
    if rule.sense.relation == "MEMBER" and thing_of(draft, at):
        return None
    if source < 0 or target < 0 or ("both" not in ends and draft.whose(source) == draft.whose(target)):
        return None
    return Match(rule, at, behind.trigger, ahead[0], behind.at - 1, source, target)


def _verb(draft: Draft, at: int, start: int) -> int:
    """The verb of the clause that a token stands in, or -1; a verb in between whose subject is not known hides it."""
    if at in draft.subject_of:
        return at
    commas = 0
    for place in range(at - 1, max(start, at - REACH) - 1, -1):
        word = draft.words[place]
        if place in draft.subject_of:
            return place
        commas += word.kind == "punct" and word.bare in "،,"
        if commas > 1 or (word.kind == "punct" and word.bare in "؛:") or (word.finite and not word.nominal and draft.at[place] < 0):
            return -1
    return -1


def _opened(draft: Draft, behind: int, end: int) -> int:
    """The verb of the clause that a sentence's opening words belong to, or -1, from behind them: "بدعم كندي، | تقدم الجيش"."""
    commas = 0
    for place in range(behind, min(end, behind + REACH)):
        word, index = draft.words[place], draft.at[place]
        if place in draft.subject_of:
            return place
        commas += word.kind == "punct"
        somebody = index >= 0 and (commas > 0 or draft.phrases[index].prep != "")  # "بدعم كندي لأوغندا، طردت كينيا"
        if commas > 1 or somebody or ends_reach(word) or (word.finite and not word.nominal and index < 0):
            return -1
    return -1


# -- following a pattern ---------------------------------------------------------------------------------


def _follow(draft: Draft, state: _State, steps: tuple[Step, ...], number: int, trigger: int, end: int) -> _State | None:
    """The state behind the last step, or None; ``number`` counts the steps taken."""
    if number == len(steps):
        return state
    for following in _forward(draft, state, steps[number], end):
        last = following.at - 1 if number < trigger and following.at > state.at else following.trigger
        whole = _follow(draft, following._replace(trigger=last), steps, number + 1, trigger, end)
        if whole is not None:
            return whole
    return None


def _forward(draft: Draft, state: _State, step: Step, end: int) -> Iterator[_State]:
    at = state.at
    if step.kind == "slot":
        yield from _slot(draft, state, step, end)
        return
    if step.kind == "gap":
        yield state
        for more in range(at, min(end, at + GAP)):
            word = draft.words[more]
            if (word.kind == "punct" and word.bare not in _QUOTES) or ends_reach(word):
                return
            yield state._replace(at=more + 1)
        return
    if at < end and step.kind == "number" and (draft.words[at].kind == "number" or "numeral" in draft.words[at].function):
        yield state._replace(at=at + 1)
    if at < end and step.kind == "word" and _is(draft, at, step):
        yield state._replace(at=at + 1)
    if step.letters:
        yield state._replace(letters=step.letters)
    if step.optional:
        yield state


def _is(draft: Draft, at: int, step: Step) -> bool:
    word = draft.words[at]
    return not step.words.isdisjoint(word.keys) or (word.kind == "func" and word.stem in step.words)


def _slot(draft: Draft, state: _State, step: Step, end: int) -> Iterator[_State]:
    """The phrase that begins here, or is the pronoun on the word before."""
    own = draft.pronoun_at.get(state.at - 1, -1)
    if own in (index for _, index in state.ends):
        own = -1  # "واستبعد منه | السودان": it is an end already
    if own >= 0 and not state.letters and draft.words[state.at - 1].pronoun and not draft.words[state.at - 1].finite:
        if _acts(draft.phrases[own], step.kinds):
            yield state._replace(ends=(*state.ends, (step.slot, own)))
        return
    at, wanted = state.at, state.letters
    while at < end and (index := draft.at[at]) < 0 and at not in draft.pronoun_at:
        word = draft.words[at]
        if (word.prep or word.conj) and not wanted & {word.prep, word.conj}:
            return
        if word.prep or word.conj:
            wanted = frozenset()
        if not (word.kind == "number" or (word.kind == "punct" and word.bare in _QUOTES) or not BEFORE_NOUN.isdisjoint(word.function)):
            return
        at += 1
    if at >= end:
        return
    index = draft.at[at] if draft.at[at] >= 0 else draft.pronoun_at[at]
    phrase, word = draft.phrases[index], draft.words[at]
    if phrase.first != at or not _acts(phrase, step.kinds) or (step.slot == "both" and len(members(draft, index)) < 2):
        return
    clitics = {word.stem} if phrase.kind == "pronoun" and word.pronoun else {c for c in (word.prep, word.conj) if c}
    if wanted.isdisjoint(clitics) if wanted else bool(clitics):
        return
    yield _State(_end(draft, index) + 1, (*state.ends, (step.slot, index)), frozenset(), state.trigger)


def _acts(phrase: Phrase, kinds: frozenset[str]) -> bool:
    if phrase.actor is None or phrase.kind in THINGS:
        return False
    kind = _KIND.get(phrase.kind, phrase.kind)
    if not kinds:
        return kind != "place"
    return kind in kinds or phrase.actor.kind in kinds


def _end(draft: Draft, index: int) -> int:
    """The last token of a list from one of its phrases on."""
    last = draft.phrases[index].named_to
    for other in members(draft, index):
        last = max(last, draft.phrases[other].named_to) if other > index else last
    return last


def _back(draft: Draft, at: int, steps: tuple[Step, ...], start: int) -> tuple[int, tuple[tuple[str, int], ...]] | None:
    """Where the steps before the trigger begin, and what their slots hold."""
    if not steps:
        return at, ()
    step, rest = steps[0], steps[1:]
    places: list[tuple[int, tuple[tuple[str, int], ...]]] = []
    if step.kind == "slot":
        index = _before(draft, at, start, step)
        places = [(draft.phrases[index].first, ((step.slot, index),))] if index >= 0 else []
    elif step.kind == "gap":
        places = [(at - less, ()) for less in range(min(GAP, at - start) + 1)]
    elif at - 1 >= start and (_is(draft, at - 1, step) if step.kind == "word" else draft.words[at - 1].kind == "number"):
        places = [(at - 1, ())]
    if step.optional:
        places.append((at, ()))
    for place, ends in places:
        whole = _back(draft, place, rest, start)
        if whole is not None:
            return whole[0], (*ends, *whole[1])
    return None


def _before(draft: Draft, at: int, start: int, step: Step) -> int:
    """The phrase that the word at a token describes: it holds the word, or ends right before it."""
    index = draft.at[at] if at < len(draft.at) else -1
    joined = index >= 0 and bool(draft.words[at].conj) and is_somebody_else(draft, index, at)
    if joined or (index >= 0 and draft.phrases[index].first < at):
        return index if _acts(draft.phrases[index], step.kinds) else -1
    if index < 0 and _goes_on(draft, at):
        return -1
    comma = False
    for place in range(at - 1, start - 1, -1):
        index = draft.at[place] if draft.at[place] >= 0 else draft.pronoun_at.get(place, -1)
        if index >= 0:
            return index if _acts(draft.phrases[index], step.kinds) else -1
        word = draft.words[place]
        if word.kind != "punct" or (word.bare not in _QUOTES and (comma or word.bare not in "،,")):
            return -1
        comma = comma or word.bare in "،,"
    return -1


def _goes_on(draft: Draft, at: int) -> bool:
    """Whether a participle without article is joined to another, and describes nobody named right before it: "مؤيد لكندا | ورافض لها"."""
    word = draft.words[at] if at < len(draft.words) else None
    return word is not None and word.conj == "و" and not word.definite and word.adjective


# -- meeting what was weighed ----------------------------------------------------------------------------


def join(draft: Draft, frames: list[Frame]) -> list[Frame]:
    """The frames of a draft together with what the rules say, in the order of the text."""
    found = matches(draft)
    if not found:
        return frames
    frames = list(frames)
    for match in surest(found):
        rule = _frame(draft, match)
        told = any(pattern.verb for pattern in match.rule.patterns)  # "تأسس | التحالف قبل عامين برعاية كندا"
        if rule.sense.relation == "LEAD" and not told and _leads_nobody(draft, rule.trigger, match.target):
            continue
        around = [f for f in frames if f.trigger.first <= match.end and match.begin <= f.trigger.last]
        near = [f for f in around if f.trigger.first <= match.last and match.first <= f.trigger.last]
        alike = [f for f in around if (f in near or _beside(f, match)) and _alike(draft, f, rule)]
        if alike:
            which = next((f for f in alike if f in near and _says_which(draft, f, match)), rule)  # "حرب باردة بين" is no war
            rule = which._replace(credence=max(rule.credence, *(f.credence for f in alike)))
        else:
            rule = rule._replace(credence=rule.credence * ALONE)
            if any(f.credence >= rule.credence for f in near):
                continue
        gone = {id(f) for some in (near, alike) for f in some}
        frames = [f for f in frames if id(f) not in gone]
        frames.append(rule)
    return sorted(frames, key=lambda f: f.trigger.first)


def _leads_nobody(draft: Draft, trigger: Trigger, target: int) -> bool:
    """Whether "led by" has not this one under it: "التحالف ضد | الحوثيين بقيادة السعودية", "انفردت | كندا بقيادة الحلف"."""
    return led.is_what_is_had(draft, trigger) or led.is_not_led(draft, trigger, draft.phrases[target])


def surest(found: Iterable[Match]) -> Iterator[Match]:
    """Of the matches whose triggers share words the one of the surest rule."""
    taken: set[int] = set()
    for match in sorted(found, key=lambda m: -m.rule.credence):
        own = range(match.first, match.last + 1)
        if taken.isdisjoint(own):
            taken.update(own)
            yield match


def _says_which(draft: Draft, frame: Frame, match: Match) -> bool:
    """Whether a frame's expression means another relation than a rule, and says which it is.

    It begins with the rule's word and ends before its last, "حرب باردة | بين", or ends in the rule's preposition, which alone
    says no more than whom it is against: "هدد بقلب الطاولة | في وجه".
    """
    trigger = frame.trigger
    if trigger.form != "idiom" or frame.sense.relation == match.rule.sense.relation:
        return False
    inside = trigger.first == match.first and trigger.last < match.last
    around = trigger.first < match.first and match.last == trigger.last and "prep" in draft.words[match.first].function
    return inside or around


def _beside(frame: Frame, match: Match) -> bool:
    """Whether a frame's trigger lies among the words that the rule speaks of."""
    return match.begin <= frame.trigger.first and frame.trigger.last <= match.end


def _frame(draft: Draft, match: Match) -> Frame:
    rule = match.rule
    own = next((t for t in draft.triggers if t.first == match.first), None)
    if own is None:
        own = Trigger(match.first, match.last, match.first, "idiom", (rule.sense,))
        own.sentence = draft.sentence_of[match.first]
    return Frame(own, rule.sense, tied(match.source, "rule"), tied(match.target, "rule"), 1.0, 1.0, rule.credence, rule.credence)


def _alike(draft: Draft, one: Frame, two: Frame) -> bool:
    """Whether two frames tie the same ends with the same sign; of a list one of its members is enough.

    One that leaves an end open is borne out by what the rule knows of it.
    """
    if one.sense.sign != two.sense.sign:
        return False
    mine, other = (
        [{draft.whose(i) for i in members(draft, t.phrase)} if t.phrase >= 0 else set() for t in (f.source, f.target)] for f in (one, two)
    )
    mutual = RELATIONS[one.sense.relation].mutual or RELATIONS[two.sense.relation].mutual
    ways = (mine, mine[::-1]) if mutual else (mine,)
    return any(any(way) and all(a & b or not a for a, b in zip(way, other, strict=True)) for way in ways)
