"""Who are not tied among themselves, though they are named together: "استقبل بري | السفير والسفيرة"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.ends.deeds import same
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.nounphrases import origins
from ahlaf.coding.words.draft import Draft, Trigger
from ahlaf.lexicon.entries import Sense


def done_with_them(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Coordinations that somebody does it with: "استقبل بري | السفير والسفيرة" ties neither with the other."""
    subject = draft.subject_of.get(trigger.first, -1)
    if subject < 0 or "obj" in sense.source:
        return set()
    to_others = sense.relation == "OPPOSE" and "obj" in sense.target  # "خان الساسة والجنرالات بلدهم" are not at odds
    others = (p.phrase for p in stood if to_others or not same(draft, p.phrase, subject))
    return {i for i in others if draft.phrases[i].prep != "بين"}


def against_another(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Coordinations before a deed that is done to what stands right behind it, whatever that is: "روسيا والصين لمواجهة | الدولار"."""
    words, at = draft.words, trigger.last + 1
    if trigger.form != "masdar" or sense.sign >= 0 or at >= draft.stretches[trigger.sentence].end or words[trigger.last].pronoun:
        return set()
    if words[at].kind in ("func", "punct", "number") or words[at].prep or words[at].conj:
        return set()
    if any(words[k].stem == "بين" for k in range(at, min(at + _SOON, draft.stretches[trigger.sentence].end))):
        return set()  # "لمواجهة مباشرة بين"
    return {p.phrase for p in stood if draft.phrases[p.phrase].last < trigger.first}


_SOON: Final = 3


def followed(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:  # noqa: ARG001 - all judges are asked alike
    """Two adjectives of origin behind which a third has part in the deed: "وساطة | قطرية مصرية" is between others."""
    return {p.phrase for p in stood if origins.is_followed(draft, p.phrase)}
