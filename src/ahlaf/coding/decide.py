"""From candidates to a decision: the likeliest pair of ends for each trigger, and whether it is a claim."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from ahlaf.coding import frames, grammar
from ahlaf.coding.credence import Weights, logistic, softmax, total
from ahlaf.coding.draft import Draft, Trigger
from ahlaf.coding.frames import Tie
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


def options(draft: Draft, trigger: Trigger, around: Surroundings) -> list[Option]:
    """Every sense of a trigger with its candidates."""
    indexes = frames.candidates(draft, around.order, trigger)
    near = "".join(
        "x" if any(p in places for p in ("next", "origin", "pron")) else "-"
        for places in [{frames.place_of(draft, trigger, draft.phrases[i]) for i in indexes}]
    )
    orders = frames.orders(draft, trigger, indexes)
    found = []
    for sense in trigger.senses[:4]:
        roles = grammar.roles(draft, trigger, sense, around.order)
        ties = [
            frames.tie(draft, trigger, sense, i, around.counts, around.running, o, roles)
            for i, o in zip(indexes, orders, strict=True)
        ]
        ties.append(frames.nobody(trigger, sense, near, roles))
        found.append(Option(sense, ties))
    return found


def decide(draft: Draft, trigger: Trigger, around: Surroundings, weights: Weights) -> Frame | None:
    """The likeliest reading of a trigger, or None where nobody is left on either side."""
    best: Frame | None = None
    best_score = -1e9
    for option in options(draft, trigger, around):
        frame = pair(draft, trigger, option, weights)
        if frame is None:
            continue
        score = frame.p_source * frame.p_target * frame.credence
        if score > best_score + 1e-9:
            best, best_score = frame, score
    return best


def pair(draft: Draft, trigger: Trigger, option: Option, weights: Weights) -> Frame | None:
    """The likeliest pair of ends of one sense: never the same actor twice, never nobody twice."""
    ties = option.ties
    source_weights, target_weights = weights.get("source", {}), weights.get("target", {})
    shared_s = [total(source_weights, t.shared, t.source) for t in ties]
    shared_t = [total(target_weights, t.shared, t.target) for t in ties]
    owners = [_owner(draft, t) for t in ties]
    p_source, p_target = _by_actor(softmax(shared_s), owners), _by_actor(softmax(shared_t), owners)
    top_s = sorted(range(len(ties)), key=lambda i: -p_source[i])[:4]
    top_t = sorted(range(len(ties)), key=lambda i: -p_target[i])[:4]
    best, best_p = None, -1.0
    for s in top_s:
        for t in top_t:
            if _clash(draft, ties[s], ties[t], option.sense):
                continue
            p = p_source[s] * p_target[t]
            if p > best_p:
                best, best_p = (s, t), p
    if best is None:
        return None
    s, t = best
    symbols = accept_symbols(draft, trigger, option.sense, ties[s], ties[t], p_source[s], p_target[t])
    credence = logistic(total(weights.get("accept", {}), symbols))
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
        f"senses:{min(len(trigger.senses), 3)}",
        f"span:{min(span // 5, 6)}",
        f"ways:{source.ways[0]}|{target.ways[1]}",
        f"gs:{source.ways[0]}|{form}",
        f"gt:{target.ways[1]}|{form}",
        f"ka:{akinds[0]}|{sense.relation}",
        f"both:{source.phrase >= 0}{target.phrase >= 0}|{form}",
    )
