"""From candidates to a decision: the likeliest pair of ends for each trigger, and whether it is a claim."""

from __future__ import annotations

from collections import Counter
from typing import Final, NamedTuple

from ahlaf.coding import frames, grammar
from ahlaf.coding.credence import Weights, logistic, softmax, total
from ahlaf.coding.draft import Draft, Trigger
from ahlaf.coding.frames import Place, Tie
from ahlaf.coding.symbols import Scales
from ahlaf.lexicon.entries import Sense


class Option(NamedTuple):
    """One sense of a trigger with its candidates."""

    sense: Sense
    ties: list[Tie]
    """The phrases; "nobody" is the last."""


class Frame(NamedTuple):
    """A trigger with its likeliest ends; ``credence`` is how likely it is to be a claim at all."""

    trigger: Trigger
    sense: Sense
    source: Tie
    target: Tie
    p_source: float
    p_target: float
    symbols: tuple[str, ...]
    credence: float


class Surroundings(NamedTuple):
    """What is counted once for a draft before its triggers are weighed."""

    order: list[int]
    counts: dict[str, int]
    running: list[int]


def surroundings(draft: Draft) -> Surroundings:
    """Where phrases begin, how often each actor is spoken of, how many triggers lie before each token."""
    counts = Counter(p.actor.id for p in draft.phrases if p.actor is not None and p.kind != "pronoun")
    draft.rank = {actor: place for place, (actor, _) in enumerate(counts.most_common(5))}
    running = [0] * (len(draft.words) + 2)
    for trigger in draft.triggers:
        running[trigger.first + 1] += 1
    for at in range(1, len(running)):
        running[at] += running[at - 1]
    return Surroundings(frames.first_phrase_at(draft), dict(counts), running)


def options(draft: Draft, trigger: Trigger, around: Surroundings, judge: Judge | None = None) -> list[Option]:
    """Every sense of a trigger with its candidates; with a judge only those that have a chance whatever the sense."""
    indexes = frames.candidates(draft, around.order, trigger)
    orders = frames.orders(draft, trigger, indexes)
    verb = frames.verb_of(draft, trigger)
    stood = [
        frames.stand(draft, trigger, i, around.counts, around.running, o, verb) for i, o in zip(indexes, orders, strict=True)
    ]
    near = "x" if any(s.place in ("next", "origin", "pron") for s in stood) else "-"
    if judge is not None:
        stood = _hopeful(stood, judge)
    found = []
    for sense in trigger.senses[:3]:
        roles = grammar.roles(draft, trigger, sense, around.order)
        ties = [frames.tie(draft, trigger, sense, s, roles) for s in stood]
        ties.append(frames.nobody(trigger, sense, near, roles))
        found.append(Option(sense, ties))
    return found


def _hopeful(stood: list[Place], judge: Judge) -> list[Place]:
    """The candidates that come near the best for one end or the other, in their order."""
    if len(stood) <= HOPEFUL:
        return stood
    one = [judge.source.weigh(s.keys) for s in stood]
    two = [judge.target.weigh(s.keys) for s in stood]
    kept = sorted(range(len(stood)), key=one.__getitem__)[-HOPEFUL:] + sorted(range(len(stood)), key=two.__getitem__)[-HOPEFUL:]
    return [stood[i] for i in sorted(set(kept))]


HOPEFUL: Final = 5
"""How many candidates for each end are weighed whole."""


class Judge:
    """Learned weights, ready to use: remembers what facts weigh."""

    __slots__ = ("source", "target", "weights")

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.source = Scales(weights.get("source", {}))
        self.target = Scales(weights.get("target", {}))


def decide(draft: Draft, trigger: Trigger, around: Surroundings, judge: Judge) -> Frame | None:
    """The likeliest reading of a trigger, or None where nobody is left on either side."""
    best: Frame | None = None
    best_score = -1e9
    gate = judge.weights.get("gate")
    if gate and total(gate, gate_symbols(draft, trigger)) < GATE:
        return None
    before: list[tuple[float, float]] = []
    for option in options(draft, trigger, around, judge):
        if not before:
            before = [(judge.source.weigh(t.base), judge.target.weigh(t.base)) for t in option.ties]
        frame = pair(draft, trigger, option, judge, before)
        if frame is None:
            continue
        score = frame.p_source * frame.p_target * frame.credence
        if score > best_score + 1e-9:
            best, best_score = frame, score
    return best


def pair(
    draft: Draft,
    trigger: Trigger,
    option: Option,
    judge: Judge,
    before: list[tuple[float, float]] | None = None,
) -> Frame | None:
    """The likeliest pair of ends of one sense: never the same actor twice, never nobody twice.

    ``before`` is the weight, as source and as target, of what holds for every sense; it is found where not given.
    """
    ties = option.ties
    if before is None:
        before = [(judge.source.weigh(t.base), judge.target.weigh(t.base)) for t in ties]
    shared_s = [b[0] + judge.source.weigh(t.shared) + judge.source.weigh(t.source) for t, b in zip(ties, before, strict=True)]
    shared_t = [b[1] + judge.target.weigh(t.shared) + judge.target.weigh(t.target) for t, b in zip(ties, before, strict=True)]
    owners = [_owner(draft, t) for t in ties]
    p_source, p_target = _by_actor(softmax(shared_s), owners), _by_actor(softmax(shared_t), owners)
    top_s = sorted(range(len(ties)), key=lambda i: -p_source[i])[:4]
    top_t = sorted(range(len(ties)), key=lambda i: -p_target[i])[:4]
    best, best_p = None, -1.0
    for s in top_s:
        for t in top_t:
            p = p_source[s] * p_target[t]
            if p > best_p and not _clash(draft, ties[s], ties[t], option.sense):
                best, best_p = (s, t), p
    if best is None:
        return None
    s, t = best
    symbols = accept_symbols(draft, trigger, option.sense, ties[s], ties[t], p_source[s], p_target[t])
    credence = logistic(total(judge.weights.get("accept", {}), symbols))
    return Frame(trigger, option.sense, ties[s], ties[t], p_source[s], p_target[t], symbols, credence)


def _owner(draft: Draft, tie: Tie) -> str:
    if tie.phrase < 0:
        return ""
    phrase = draft.phrases[tie.phrase]
    return phrase.actor.id if phrase.actor is not None else f"#{tie.phrase}"


def _by_actor(shares: list[float], owners: list[str]) -> list[float]:
    """The share of an actor spoken of in several places falls to the likeliest of them."""
    whole: dict[str, float] = {}
    best: dict[str, int] = {}
    for at, (share, owner) in enumerate(zip(shares, owners, strict=True)):
        whole[owner] = whole.get(owner, 0.0) + share
        if owner not in best or share > shares[best[owner]]:
            best[owner] = at
    return [whole[o] if best[o] == at else 0.0 for at, o in enumerate(owners)]


def _clash(draft: Draft, one: Tie, two: Tie, sense: Sense) -> bool:
    if one.phrase == two.phrase:
        return one.phrase < 0 or not frames.acts_on_itself(draft, one.phrase, sense)
    if one.phrase < 0 or two.phrase < 0:
        return False
    a, b = draft.phrases[one.phrase], draft.phrases[two.phrase]
    return a.actor is not None and b.actor is not None and a.actor.id == b.actor.id


def _level(p: float) -> str:
    return str(min(int(p * 10), 9))


def accept_symbols(
    draft: Draft, trigger: Trigger, sense: Sense, source: Tie, target: Tie, p_source: float, p_target: float
) -> tuple[str, ...]:
    """What speaks for and against a frame being a claim."""
    form = trigger.form
    light = "L" if trigger.light >= 0 else ""
    kinds = [draft.phrases[t.phrase].kind if t.phrase >= 0 else "none" for t in (source, target)]
    actors = [draft.phrases[t.phrase].actor if t.phrase >= 0 else None for t in (source, target)]
    akinds = [a.kind if a is not None else "none" for a in actors]
    known = ["k" if a is not None and not a.id.startswith("text:") else "t" if a is not None else "-" for a in actors]
    covering = draft.at[trigger.first]
    inside = draft.phrases[covering].kind if covering >= 0 else "-"
    heading = draft.stretches[trigger.sentence].kind
    span = max(draft.phrases[t.phrase].last for t in (source, target) if t.phrase >= 0) - min(
        draft.phrases[t.phrase].first for t in (source, target) if t.phrase >= 0
    )
    return (
        "bias",
        f"form:{form}{light}",
        f"rel:{sense.relation}",
        f"rel:{sense.relation}|{form}",
        f"ps:{_level(p_source)}",
        f"pt:{_level(p_target)}",
        f"pp:{_level(p_source * p_target)}",
        f"places:{source.place.rstrip('+')}|{target.place.rstrip('+')}",
        f"s:{source.place}|{form}",
        f"t:{target.place}|{form}",
        f"kinds:{kinds[0]}|{kinds[1]}",
        f"s:{kinds[0]}",
        f"t:{kinds[1]}",
        f"akinds:{akinds[0]}|{akinds[1]}",
        f"ta:{akinds[1]}|{sense.relation}",
        f"known:{known[0]}{known[1]}",
        f"known:{known[0]}{known[1]}|{form}",
        f"inside:{inside}|{form}",
        f"heading:{heading}",
        f"lemma:{sense.lemma}",
        f"rival:{draft.words[trigger.head].rival}|{form}",
        f"shape:{int(draft.words[trigger.head].definite)}{draft.words[trigger.head].prep}|{form}",
        f"senses:{min(len(trigger.senses), 3)}",
        f"span:{min(span // 5, 6)}",
        f"ways:{source.ways[0]}|{target.ways[1]}",
        f"gs:{source.ways[0]}|{form}",
        f"gt:{target.ways[1]}|{form}",
        f"ka:{akinds[0]}|{sense.relation}",
        f"akr:{akinds[0]}|{akinds[1]}|{sense.relation}",
        f"pq:{_level(p_source)}|{_level(p_target)}",
        f"both:{source.phrase >= 0}{target.phrase >= 0}|{form}",
    )


GATE: Final = -3.4
"""A trigger whose words and form alone speak this much against a claim (log odds) is not looked at further."""


def gate_symbols(draft: Draft, trigger: Trigger) -> tuple[str, ...]:
    """What a trigger shows before its surroundings are looked at."""
    word = draft.words[trigger.head]
    form = trigger.form + ("L" if trigger.light >= 0 else "")
    covering = draft.at[trigger.first]
    inside = draft.phrases[covering].kind if covering >= 0 else "-"
    lemma = trigger.senses[0].lemma
    return (
        "bias",
        f"form:{form}",
        f"lemma:{lemma}",
        f"lemma:{lemma}|{trigger.form}",
        f"rival:{word.rival}|{trigger.form}",
        f"inside:{inside}|{trigger.form}",
        f"rel:{trigger.senses[0].relation}|{trigger.form}",
        f"shape:{int(word.definite)}{word.prep}|{trigger.form}",
        f"own:{trigger.first in draft.subject_of}|{trigger.form}",
    )


def reconsider(draft: Draft, found: list[Frame], weights: Weights) -> list[Frame]:
    """Weigh each frame again in the light of the others: what the document says twice is likelier said at all.

    A pair that other sentences relate with the same sign gains, one that they relate with the other sign or
    that another word of the same sentence relates already loses.
    """
    table = weights.get("again")
    if not table:
        return found
    return [
        frame._replace(credence=logistic(total(table, symbols)))
        for frame, symbols in zip(found, again_symbols(draft, found), strict=True)
    ]


def again_symbols(draft: Draft, found: list[Frame]) -> list[tuple[str, ...]]:
    """For each frame, how it stands among the frames of its document."""
    owners = [(_owner(draft, f.source), _owner(draft, f.target)) for f in found]
    pairs: dict[tuple[str, str, int], float] = {}
    here: dict[tuple[str, str, int, int], list[float]] = {}
    actors: dict[tuple[str, str, int], float] = {}
    crowd: dict[int, list[float]] = {}
    for frame, (one, two) in zip(found, owners, strict=True):
        sign, sentence, c = frame.sense.sign, frame.trigger.sentence, frame.credence
        pairs[one, two, sign] = pairs.get((one, two, sign), 0.0) + c
        here.setdefault((one, two, sign, sentence), []).append(c)
        actors["s", one, sign] = actors.get(("s", one, sign), 0.0) + c
        actors["t", two, sign] = actors.get(("t", two, sign), 0.0) + c
        crowd.setdefault(sentence, []).append(c)
    rows: list[tuple[str, ...]] = []
    for frame, (one, two) in zip(found, owners, strict=True):
        sign, sentence, c = frame.sense.sign, frame.trigger.sentence, frame.credence
        same = here[one, two, sign, sentence]
        rank = min(sum(other > c for other in same), 3)
        level = min(int(c * 20), 19)
        support = pairs[one, two, sign] - sum(same)
        against = pairs.get((one, two, -sign), 0.0)
        mirrored = pairs.get((two, one, sign), 0.0)
        rows.append(
            (
                "bias",
                f"c:{level}",
                f"rank:{rank}",
                f"rank:{rank}|{level // 4}",
                f"support:{_amount(support)}",
                f"support:{_amount(support)}|{level // 4}",
                f"against:{_amount(against)}",
                f"mirrored:{_amount(mirrored)}",
                f"s:{_amount(actors['s', one, sign] - sum(same))}",
                f"t:{_amount(actors['t', two, sign] - sum(same))}",
                f"crowd:{_amount(sum(crowd[sentence]) - c)}|{min(len(crowd[sentence]), 8)}",
                f"form:{frame.trigger.form}|{level // 4}",
                f"ends:{bool(one)}{bool(two)}|{level // 4}",
            )
        )
    return rows


def _amount(value: float) -> str:
    for limit, name in ((0.05, "0"), (0.2, "1"), (0.5, "2"), (1.0, "3"), (2.0, "4"), (4.0, "5")):
        if value < limit:
            return name
    return "6"
