"""From candidates to a decision: the likeliest pair of ends for each trigger, and how likely it is a claim at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from ahlaf.coding import frames, grammar, pairs
from ahlaf.coding.draft import Draft, Trigger
from ahlaf.coding.encoder import Seen
from ahlaf.coding.frames import Tie
from ahlaf.coding.learned import Learned, Share
from ahlaf.coding.pairs import Option, Shares
from ahlaf.lexicon.entries import Sense


class Frame(NamedTuple):
    """A trigger with its likeliest ends."""

    trigger: Trigger
    sense: Sense
    source: Tie
    target: Tie
    p_source: float
    p_target: float
    """The shares of the two ends, if there is a claim at all."""
    there: float
    """How likely there is a claim at all."""
    credence: float
    """How likely this pair is claimed."""


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


def options(draft: Draft, trigger: Trigger, senses: Sequence[Sense], around: Surroundings) -> list[Option]:
    """Some senses of a trigger, each with its candidates."""
    indexes = frames.candidates(draft, around.order, trigger)
    orders = frames.orders(draft, trigger, indexes)
    verb = frames.verb_of(draft, trigger)
    meant = frames.pointed_at(draft, trigger, indexes)
    stood = [
        frames.stand(draft, trigger, i, around.counts, around.running, o, verb, meant.get(i))
        for i, o in zip(indexes, orders, strict=True)
    ]
    near = "x" if any(s.place in ("next", "origin", "pron") for s in stood) else "-"
    found = []
    for sense in senses:
        roles = grammar.roles(draft, trigger, sense, around.order)
        ties = [frames.tie(draft, trigger, sense, s, roles) for s in stood]
        ties.append(frames.nobody(trigger, sense, near, roles))
        found.append(Option(trigger, sense, ties))
    return found


SENSES: Final = 3
"""How many senses of a word are looked at."""
GATE: Final = 0.25
"""A sense that the sentence makes less likely than this, whatever its ends, is not looked at further."""


def decide(draft: Draft, seen: Seen, judge: Learned) -> list[Frame]:
    """The likeliest reading of every trigger that may carry a claim, in the order of the text."""
    around = surroundings(draft)
    asked: list[Option] = []
    for trigger, shares in zip(draft.triggers, judge.pairs.gate(seen, draft.triggers, SENSES), strict=True):
        senses = [s for s, share in zip(trigger.senses, shares, strict=False) if share >= GATE]
        if senses:
            asked.extend(options(draft, trigger, senses, around))
    found: dict[int, list[Frame]] = {}
    for option, weighed in zip(asked, judge.pairs.weigh(draft, seen, asked), strict=True):
        frame = _frame(draft, option, weighed)
        if frame is not None:
            found.setdefault(option.trigger.index, []).append(frame)
    return [_best(draft, found[t.index], judge.meant) for t in draft.triggers if t.index in found]


def _best(draft: Draft, frames_: list[Frame], meant: Share) -> Frame:
    """The likeliest of a trigger's readings; of those that tie the same ends with its sign, the relation that its lemma means most."""
    best = max(frames_, key=lambda f: f.credence)
    ends = (best.sense.sign, draft.whose(best.source.phrase), draft.whose(best.target.phrase))
    alike = [f for f in frames_ if (f.sense.sign, draft.whose(f.source.phrase), draft.whose(f.target.phrase)) == ends]
    told = max(alike, key=lambda f: (meant.get((f.sense.lemma, f.sense.relation), UNKNOWN) * f.credence, f is best, f.credence))
    return told._replace(credence=best.credence, there=best.there, p_source=best.p_source, p_target=best.p_target)


UNKNOWN: Final = 0.5
"""What is taken for the share of a sense that no annotated article shows."""


_HOPELESS: Final = 0.02
"""An option that has no more than this to share among its pairs is not looked at further."""


def _frame(draft: Draft, option: Option, shares: Shares) -> Frame | None:
    """The likeliest pair of one sense: never nobody twice. The places of one actor share alike."""
    there = 1.0 - shares.none
    if there < _HOPELESS:
        return None
    own = pairs.owners(draft, option.ties)
    gather = np.zeros((len(own), own.max() + 1), np.float32)
    gather[np.arange(len(own)), own] = 1.0
    whole = gather.T @ shares.pairs @ gather
    one, two = np.unravel_index(int(whole.argmax()), whole.shape)
    inside = shares.pairs * (own[:, None] == one) * (own[None, :] == two)
    at, to = np.unravel_index(int(inside.argmax()), inside.shape)
    credence = float(whole[one, two])
    return Frame(
        option.trigger,
        option.sense,
        option.ties[int(at)],
        option.ties[int(to)],
        float(whole[one].sum()) / there,
        float(whole[:, two].sum()) / there,
        there,
        credence,
    )
