"""How a claim is meant, and who says it: denied or not, asserted or intended or doubted, and in whose voice.

What :mod:`ahlaf.coding.modality.scope` finds around a trigger (cues, moods, what governs it) and what :mod:`ahlaf.coding.voices.speakers`
says of each possible speaker is weighed together with what the encoder made of the words, each through one hidden layer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ahlaf.coding.modality import scope
from ahlaf.coding.voices import speakers
from ahlaf.coding.voices.speech import Speech
from ahlaf.coding.voices.voice import Speeches, chain
from ahlaf.coding.weighing.encoder import Rows, Seen, mean, numbered
from ahlaf.coding.weighing.lstm import Floats
from ahlaf.coding.words.draft import Draft, Trigger
from ahlaf.coding.words.governed import is_latter
from ahlaf.model import Modality, Polarity

MODALITIES: Final[tuple[Modality, ...]] = ("asserted", "alleged", "intended", "normative", "hypothetical", "questioned")
"""In the order of the last layer's outputs, behind the one for denial."""
_NAMES: Final = (
    "manner_trigger manner_bias manner_relation manner_facts manner_out manner_out_bias "
    "voice_trigger voice_bias voice_candidate voice_facts voice_out author".split()
)

_REMEMBERED: Final = 10_000
"""Facts whose weights are remembered."""

_SETTLED: Final[Mapping[str, Polarity | Modality]] = {
    scope.DENIED: "negated",
    scope.GRANTED: "affirmed",
    scope.MAY: "alleged",
    scope.DUE: "normative",
    scope.FEARED: "hypothetical",
    "cue:wish|00": "normative",
    "cue:wish|10": "normative",
    "cue:hearsay|00": "alleged",
    "cue:hearsay|10": "alleged",
    "cue:hearsay|20": "alleged",
    "cue:conditional|00": "hypothetical",
    "cue:duty|00": "normative",
}
"""What grammar alone settles where the weights see nothing: لا in one word with its verb, عدم before its noun, a denial that
another word takes back; hearsay right before what it tells, for which nobody vouches; قد before what is not over; لو, إذا
a wish or a duty right before the word."""


class Meaning(NamedTuple):
    """How a claim is meant; who says it, the nearest speaker first, nobody for the author alone."""

    polarity: Polarity
    modality: Modality
    voice: tuple[int, ...]


class Manner:
    """Learned weights, ready to tell how what stands at a trigger is meant."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self._relations = numbered(arrays["relations"])
        self._cues = Rows(numbered(arrays["cue_facts"]), arrays["cue"], None, _REMEMBERED)
        self._speakers = Rows(numbered(arrays["speaker_facts"]), arrays["speaker"], None, _REMEMBERED)
        self._w = {name: arrays[name].astype(np.float32) for name in _NAMES}

    def of(self, draft: Draft, seen: Seen, triggers: Sequence[Trigger], spoken: Speeches) -> list[Meaning]:
        """What triggers, their senses settled, are meant as: all at once, which is a third of the work."""
        if not triggers:
            return []
        places = np.array([(t.first, t.last, t.head) for t in triggers], dtype=np.intp)
        own = seen.trigger(places[:, 0], places[:, 1], places[:, 2])
        symbols = [scope.symbols(draft, t) for t in triggers]
        scores = self._meant(own, symbols, [self._relations.get(t.sense.relation, 0) for t in triggers])
        voices = self._voices(draft, seen, own, triggers, spoken)
        meant = [_meaning(found, row, voice) for found, row, voice in zip(symbols, scores, voices, strict=True)]
        for at in range(1, len(meant)):
            before = meant[at - 1].modality
            moods = ("imperfect", "perfect") if before == "hypothetical" else ("imperfect",)
            if meant[at].modality == "asserted" and any(scope.goes_on(draft, triggers[at - 1], triggers[at], mood) for mood in moods):
                meant[at] = meant[at]._replace(modality=before)
        return meant

    def _meant(self, own: Floats, symbols: Sequence[Sequence[str]], relations: list[int]) -> list[list[float]]:
        """For each trigger a score of denial, and one of every modality."""
        w = self._w
        facts = self._cues.apart(self._cues.sums(symbols))
        wide = w["manner_facts"].shape[1]
        known = w["manner_bias"][:, None] + w["manner_relation"][:, relations]
        hidden = np.maximum(own @ w["manner_trigger"] + known + facts[..., :wide] @ w["manner_facts"], 0.0)
        scores: list[list[float]] = mean(hidden @ w["manner_out"] + w["manner_out_bias"][:, None] + facts[..., wide:]).tolist()
        return scores

    def _voices(
        self, draft: Draft, seen: Seen, own: Floats, triggers: Sequence[Trigger], spoken: Speeches
    ) -> Iterator[tuple[int, ...]]:
        """For each trigger the likeliest speaker, and whom the text says to stand behind him."""
        w = self._w
        found = [speakers.candidates(draft, spoken, t.first) for t in triggers]
        whose = np.repeat(np.arange(len(found)), [len(some) for some in found])
        self._speakers.make_room()
        told = self._speakers.added([c.facts for some in found for c in some], lambda new: self._speakers.sums([(fact,) for fact in new]))
        facts = self._speakers.apart(told)
        spoken_of = [c.phrase for some in found for c in some]
        row_of = {phrase: row for row, phrase in enumerate(dict.fromkeys(spoken_of))}  # a phrase is seen once, however many may mean it
        phrases = (seen.phrases(draft, [*row_of], w["author"]) @ w["voice_candidate"])[:, [row_of[phrase] for phrase in spoken_of]]
        known = own @ w["voice_trigger"] + w["voice_bias"][:, None]
        hidden = np.maximum(phrases + known[:, whose] + facts[..., :-1] @ w["voice_facts"], 0.0)
        scores = (hidden @ w["voice_out"][:, :, None])[..., 0] + facts[..., -1]
        low = 0
        for some, trigger in zip(found, triggers, strict=True):
            part = scores[:, low : low + len(some)]
            low += len(some)
            power = np.exp(part - part.max(axis=1, keepdims=True))
            shares = mean(power / power.sum(axis=1, keepdims=True)).tolist()
            around = chain(spoken, trigger.first)
            yield _speakers(draft, *_heard_here(draft, [c.phrase for c in some], shares, around), around)


def _meaning(symbols: Sequence[str], scores: list[float], voice: tuple[int, ...]) -> Meaning:
    settled = {_SETTLED[s] for s in symbols if s in _SETTLED}
    modality = max(zip(scores[1:], MODALITIES, strict=True), key=lambda scored: scored[0])[1]
    if modality in ("asserted", "alleged") and scope.UNTRUE in symbols:
        modality = "asserted"
    elif modality == "asserted":
        modality = next((m for m in MODALITIES if m in settled), modality)
    denied = scores[0] > 0 and "affirmed" not in settled and not _told_plainly(symbols)
    negated = "negated" in settled or denied
    return Meaning("negated" if negated else "affirmed", modality, voice)


def _told_plainly(symbols: Sequence[str]) -> bool:
    """Whether nothing stands around a verb that could deny it: "رفعت أوروبا الحظر عن إيران"."""
    return not _VERBS.isdisjoint(symbols) and all(s.startswith(_PLAIN) for s in symbols)


_VERBS: Final = frozenset(("form:idiom", "form:perf", "form:impf"))
_PLAIN: Final = ("bias", "form:", "rel:", "before:noun", "before:punct", "future", "cue:hedge", "may")


def _heard_here(draft: Draft, phrases: list[int], shares: list[float], around: list[Speech]) -> tuple[list[int], list[float]]:
    """Of the possible speakers those who speak around a trigger, and the author, if "the latter" speaks there.

    In "انتقد الوزير الحزب، وقالت الأخيرة إنها | تدعم الجيش" neither minister nor party says so.
    """
    if not any(is_latter(draft, draft.phrases[speech.speaker]) for speech in around):
        return phrases, shares
    heard = {draft.whose(speech.speaker) for speech in around} | {""}
    kept = [(i, share) for i, share in zip(phrases, shares, strict=True) if draft.whose(i) in heard]
    return [i for i, _ in kept], [share for _, share in kept]


def _speakers(draft: Draft, phrases: list[int], shares: list[float], around: list[Speech]) -> tuple[int, ...]:
    """The likeliest speaker, in whatever places he is spoken of, and those behind him; who has the floor where it were the author."""
    names = [draft.whose(i) for i in phrases]
    whole: dict[str, float] = {}
    for name, share in zip(names, shares, strict=True):
        whole[name] = whole.get(name, 0.0) + share
    best = max(whole, key=whole.__getitem__)
    if not best:
        return next(((s.speaker,) for s in around if s.in_turn), ())
    behind = [s.speaker for s in around]
    others = [draft.whose(i) for i in behind]
    return (phrases[names.index(best)], *(behind[others.index(best) + 1 :] if best in others else ()))
