"""How well single sentences are read, on three kinds of sets that others have annotated.

* **spans**: sentences with an event of a known type, in which annotators marked who did what to whom. Measured are the
  share of sentences with a claim of that type, and how often such a claim shares a word with an annotator's source
  (target), or has the countries of both.
* **detection**: sentences of which annotators said whether an event of a type is in them; those on which they could not
  agree (``ambiguous``) are left out. Measured is F1 for each type: of any claim of that type, and of events that are
  reported.
* **quad**: sentences in one of five classes, none and the four quads of PLOVER. The class read is that of the most
  credible claim. Measured is the mean F1 over the classes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from ahlaf.check.actors import stems
from ahlaf.check.claims import Share, names
from ahlaf.check.figures import Figure
from ahlaf.relations import RELATIONS, Quad

Record = Mapping[str, Any]
TYPES: Final = ("ASSAULT", "PROTEST")
"""The events that the detection sets ask for."""
NONE: Final = "none"
AMBIGUOUS: Final = "ambiguous"


def spans(gold: Sequence[Record], found: Sequence[Sequence[Record]], on: str) -> list[Figure]:
    """Types, ends and countries against marked sentences."""
    n: Counter[str] = Counter()
    for asked, claims in zip(gold, found, strict=True):
        right = [c for c in claims if c["relation"] == asked["type"]]
        n["all"] += 1
        n["family"] += bool(right)
        for side in ("source", "target"):
            marked = [stems([m] if isinstance(m, str) else m) for a in asked["annotators"] if (m := a.get(side))]
            if marked:
                n[f"{side} marked"] += 1
                n[side] += any(stems([name]) & words for c in right for name in names(c, side) for words in marked)
        pairs = {tuple((a.get(f"{side}_role") or {}).get("main") for side in ("source", "target")) for a in asked["annotators"]}
        pairs = {p for p in pairs if all(p)}
        if pairs:
            n["pairs"] += 1
            n["countries"] += any(_countries(c) in pairs for c in right)
    return [
        Figure(f"{on}.family", on, "right family", _share(n["family"], n["all"])),
        Figure(f"{on}.source", on, "source shares a word", _share(n["source"], n["source marked"])),
        Figure(f"{on}.target", on, "target shares a word", _share(n["target"], n["target marked"])),
        Figure(f"{on}.countries", on, "both countries right", _share(n["countries"], n["pairs"])),
    ]


def _countries(claim: Record) -> tuple[str | None, ...]:
    return tuple((claim.get(f"{side}_actor") or {}).get("country") for side in ("source", "target"))


def _share(hit: int, of: int) -> float:
    return hit / of if of else 0.0


def detection(gold: Sequence[Record], found: Sequence[Sequence[Record]], on: str) -> list[Figure]:
    """F1 of "an event of this type is here", by any claim of that type, and by those that are reported."""
    made = []
    for key, what, only in (("", "", False), ("_reported", ", reported", True)):
        for kind in TYPES:
            share = Share()
            for asked, claims in zip(gold, found, strict=True):
                if asked["type"] == kind and asked["label"] != AMBIGUOUS:
                    said = any(c["relation"] == kind and (_reported(c) or not only) for c in claims)
                    true = asked["label"] == "yes"
                    share.count(said and true, true, said)
            made.append(Figure(f"{on}.{kind.lower()}{key}", on, f"{kind} F1{what}", share.f1))
    return made


def _reported(claim: Record) -> bool:
    return bool((claim.get("event") or {}).get("reported"))


def quad(gold: Sequence[Record], found: Sequence[Sequence[Record]], on: str) -> list[Figure]:
    """Mean F1 over none and the four quads."""
    shares = {label: Share() for label in (NONE, *(q.value for q in Quad))}
    for asked, claims in zip(gold, found, strict=True):
        said = RELATIONS[max(claims, key=lambda c: c.get("credence", 1.0))["relation"]].quad.value if claims else NONE
        true = asked["label"]
        shares[said].count(said == true, wanted=False, found=True)
        if true in shares:
            shares[true].count(hit=False, wanted=True, found=False)
    return [Figure(f"{on}.macro", on, "macro-F1 of five classes", sum(s.f1 for s in shares.values()) / len(shares))]


Measure = Callable[[Sequence[Record], Sequence[Sequence[Record]], str], list[Figure]]
KINDS: Final[Mapping[str, Measure]] = MappingProxyType({"spans": spans, "detection": detection, "quad": quad})
