"""How a claim is meant, and who says it: denied or not, asserted or intended or doubted, and in whose voice.

What :mod:`.scope` finds around a trigger (cues, moods, what governs it) and what :mod:`.speakers` says of each
possible speaker is weighed together with what the encoder made of the words, each through one hidden layer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ahlaf.coding import scope, speakers
from ahlaf.coding.draft import Draft, Trigger
from ahlaf.coding.encoder import Rows, Seen, numbered
from ahlaf.coding.speakers import Candidate
from ahlaf.coding.voice import Speech, chain
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
    "cue:hearsay|00": "alleged",
    "cue:hearsay|10": "alleged",
    "cue:hearsay|20": "alleged",
    "cue:conditional|00": "hypothetical",
}
"""What grammar alone settles where the weights see nothing: لا in one word with its verb, عدم before its noun; hearsay
right before what it tells, for which nobody vouches; لو or إذا right before the word."""


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

    def of(self, draft: Draft, seen: Seen, trigger: Trigger, spoken: list[Speech]) -> Meaning:
        """What a trigger, its sense settled, is meant as."""
        at = (np.array([trigger.first]), np.array([trigger.last]), np.array([trigger.head]))
        own = seen.trigger(*at)
        symbols = scope.symbols(draft, trigger)
        scores = self._meant(own, symbols, self._relations.get(trigger.sense.relation, 0))
        settled = {_SETTLED[s] for s in symbols if s in _SETTLED}
        modality = MODALITIES[int(scores[1:].argmax())]
        if modality == "asserted":
            modality = next((m for m in MODALITIES if m in settled), modality)
        return Meaning(
            "negated" if scores[0] > 0 or "negated" in settled else "affirmed",
            modality,
            self._voice(draft, seen, own, speakers.candidates(draft, spoken, trigger.first), chain(spoken, trigger.first)),
        )

    def _meant(self, own: NDArray[np.float32], symbols: Sequence[str], relation: int) -> NDArray[np.float32]:
        w = self._w
        facts = self._cues.apart(self._cues.sums([symbols]))
        wide = w["manner_facts"].shape[1]
        known = w["manner_bias"][:, None] + w["manner_relation"][:, relation, None]
        hidden = np.maximum(own @ w["manner_trigger"] + known + facts[..., :wide] @ w["manner_facts"], 0.0)
        scores: NDArray[np.float32] = (hidden @ w["manner_out"] + w["manner_out_bias"][:, None] + facts[..., wide:]).mean(axis=0)[0]
        return scores

    def _voice(
        self, draft: Draft, seen: Seen, own: NDArray[np.float32], found: list[Candidate], around: list[Speech]
    ) -> tuple[int, ...]:
        """The likeliest speaker, and whom the text says to stand behind him."""
        w = self._w
        self._speakers.make_room()
        numbers, starts = self._speakers.numbers([c.facts for c in found], lambda fact: (fact,))
        facts = self._speakers.apart(np.add.reduceat(self._speakers[numbers], starts, axis=0))
        phrases = seen.phrases(draft, [c.phrase for c in found], w["author"])
        known = own @ w["voice_trigger"] + w["voice_bias"][:, None]
        hidden = np.maximum(phrases @ w["voice_candidate"] + known + facts[..., :-1] @ w["voice_facts"], 0.0)
        scores = (hidden @ w["voice_out"][:, :, None])[..., 0] + facts[..., -1]
        power = np.exp(scores - scores.max(axis=1, keepdims=True))
        power = (power / power.sum(axis=1, keepdims=True)).mean(axis=0)
        shares: dict[str, float] = {}
        for candidate, share in zip(found, power, strict=True):
            name = draft.whose(candidate.phrase)
            shares[name] = shares.get(name, 0.0) + float(share)
        best = max(shares, key=shares.__getitem__)
        if not best:
            return ()
        speaker = next(c.phrase for c in found if draft.whose(c.phrase) == best)
        behind = [s.speaker for s in around]
        names = [draft.whose(i) for i in behind]
        return (speaker, *(behind[names.index(best) + 1 :] if best in names else ()))
