"""From candidates to a decision: the likeliest pair of ends for each trigger, and how likely it is a claim at all."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from ahlaf.coding.ends import bars, frames, grammar
from ahlaf.coding.ends.frames import Surroundings, Tie
from ahlaf.coding.ends.grammar import SLOT_OF
from ahlaf.coding.weighing import pairs
from ahlaf.coding.weighing.encoder import Seen
from ahlaf.coding.weighing.learned import Learned
from ahlaf.coding.weighing.pairs import Option, Shares
from ahlaf.coding.weighing.senses import SenseShares, share
from ahlaf.coding.words.draft import ACTIVE, Draft, Trigger
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
    """How likely this pair is claimed: see :func:`credence`."""


def options(draft: Draft, trigger: Trigger, senses: Sequence[Sense], around: Surroundings) -> list[Option]:
    """Some senses of a trigger, each with its candidates."""
    stood = frames.stands(draft, trigger, around)
    places = [*(s.phrase for s in stood), -1]
    own, beside = pairs.owners(draft, places), pairs.beside(draft, places)
    both = frames.between(draft, trigger, stood)
    roles = [grammar.roles(draft, trigger, s, around.order) for s in senses]
    barred = bars.find(draft, trigger, senses, stood, around.nowhere)
    return [
        Option(trigger, sense, frames.ties(draft, trigger, sense, stood, role), own, beside, ruled_out, both)
        for sense, role, ruled_out in zip(senses, roles, barred, strict=True)
    ]


SENSES: Final = 3
"""How many senses of a word are looked at."""
GATE: Final = 0.25
"""A sense that the sentence makes less likely than this, whatever its ends, is not looked at further."""


def decide(draft: Draft, seen: Seen, judge: Learned) -> list[Frame]:
    """The likeliest reading of every trigger that may carry a claim, in the order of the text."""
    if not draft.triggers:
        return []
    around, looked = frames.surroundings(draft), judge.pairs.look(draft, seen)
    asked: list[Option] = []
    for trigger, shares in zip(draft.triggers, judge.pairs.gate(looked, draft.triggers, SENSES), strict=True):
        senses = [s for s, share in zip(trigger.senses, shares, strict=False) if share >= GATE]
        if senses:
            asked.extend(options(draft, trigger, senses, around))
    found: dict[int, list[Frame]] = {}
    for option, weighed in zip(asked, judge.pairs.weigh(looked, asked), strict=True):
        frame = _frame(option, weighed)
        if frame is not None:
            found.setdefault(option.trigger.index, []).append(frame)
    return [_best(draft, found[t.index], judge.senses) for t in draft.triggers if t.index in found]


def _best(draft: Draft, frames_: list[Frame], senses: SenseShares) -> Frame:
    """The likeliest of a trigger's readings; of those that tie the same ends with its sign, the relation that its form means most."""
    best = max(frames_, key=lambda f: round(f.credence, 5))  # of equals the first, whatever the last digits of a sum
    ends = (best.sense.sign, draft.whose(best.source.phrase), draft.whose(best.target.phrase))
    alike = [f for f in frames_ if (f.sense.sign, draft.whose(f.source.phrase), draft.whose(f.target.phrase)) == ends]
    told = max(_as_led(draft, alike), key=lambda f: (share(senses, draft, f.trigger, f.sense) * round(f.credence, 5), f is best))
    told = next((f for f in (told, *alike) if f.sense.relation == told.sense.relation and _takes_it(draft, f)), told)
    return told._replace(credence=best.credence, there=best.there, p_source=best.p_source, p_target=best.p_target)


def _takes_it(draft: Draft, frame: Frame) -> bool:
    """Whether a verb's row has the place in which its target stands, and so is the reason: "تدعم كندا | الحزب" is not "back before"."""
    if frame.target.phrase < 0 or frame.trigger.form not in ACTIVE:
        return True
    return (draft.phrases[draft.lead(frame.target.phrase)].prep or "obj") in frame.sense.target


def _as_led(draft: Draft, frames_: list[Frame]) -> list[Frame]:
    """Those readings of one verb that lead to their target by the preposition of this one, if any: "يحرض | ضد الحكومة" calls nobody up."""
    trigger, source, target = frames_[0].trigger, frames_[0].source.phrase, frames_[0].target.phrase
    if target < 0 or trigger.form not in ACTIVE or draft.phrases[target].first <= trigger.last:
        return frames_
    for at in range(trigger.last + 1, draft.phrases[target].first + 1):
        word = draft.words[at]
        if word.kind == "punct":
            return frames_
        if source >= 0 and draft.at[at] == source:
            continue
        led = word.prep or (SLOT_OF.get(word.stem, word.stem) if word.kind == "func" and "prep" in word.function else "")
        if led and not any("subordinator" in w.function for w in draft.words[at : draft.phrases[target].first]):
            return [f for f in frames_ if led in f.sense.target] or frames_
        if led or word.kind != "func":
            return frames_
    return frames_


_HOPELESS: Final = 0.02
"""An option that has no more than this to share among its pairs is not looked at further."""


def _frame(option: Option, shares: Shares) -> Frame | None:
    """The likeliest pair of one sense: never nobody twice. The places of one actor share alike."""
    there = 1.0 - shares.none
    if there < _HOPELESS:
        return None
    own = option.owners
    gather = (own[:, None] == np.arange(own.max() + 1)).astype(np.float32)
    whole = gather.T @ shares.pairs @ gather
    one, two = divmod(int(whole.argmax()), len(whole))
    inside = shares.pairs * gather[:, one, None] * gather[:, two]
    at, to = divmod(int(inside.argmax()), len(own))
    source, target = option.ties[at], option.ties[to]
    return Frame(
        option.trigger,
        option.sense,
        source,
        target,
        float(whole[one].sum()) / there,
        float(whole[:, two].sum()) / there,
        there,
        credence(float(whole[one, two]), both=source.phrase >= 0 and target.phrase >= 0),
    )


class Scale(NamedTuple):
    """By how much the log-odds of a share count, and what is added to them."""

    slope: float
    shift: float


_PAIR: Final = Scale(0.78, -0.57)
_END: Final = Scale(0.86, -0.92)
"""How far the odds of a share are to be believed, of two ends and of one alone: fitted on 175 articles of real news and
opinion that nothing else was learned from then, and borne out for the network of today by the 70 of them that it never
saw (``bench/credence.py``)."""


def credence(share: float, *, both: bool) -> float:
    """How likely a claim is right that was given this share of what may be meant.

    A network is surer of itself than it is right (Guo et al. 2017). Platt's scaling (1999) of the log-odds puts that
    straight: of the claims of credence 0.6 some six in ten are what an annotator would write.

    >>> [round(credence(share, both=True), 2) for share in (0.3, 0.6, 0.9, 1.0)]
    [0.23, 0.44, 0.76, 1.0]
    """
    slope, shift = scaling(both=both)
    kept = min(max(share, _LEAST), 1.0 - _LEAST)
    return 1.0 / (1.0 + math.exp(-slope * math.log(kept / (1.0 - kept)) - shift))


def scaling(*, both: bool) -> Scale:
    """How far a share of two ends, or of one alone, is to be believed."""
    return _PAIR if both else _END


HALF: Final = 1.47
"""What names one end alone makes no edge and is put out from the threshold raised to this power: 0.21 becomes 0.10."""
_LEAST: Final = 1e-6
"""What a share is at least, and as much less than one at most: beyond it single-precision sums say nothing."""
