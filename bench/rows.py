"""The rule book's own examples as documents to learn from: what a row shows is a claim of its relation.

    python bench/rows.py > rows.jsonl

Articles hold few of the thousands of words that the tables know. Each row has an example, and its slots say what stands
where; so an example in which the row's own word is found and grammar finds somebody in both slots is annotated by itself.
Left out are those that name nobody (a decision is no actor), and those that the coder takes for denied, wished or another's
words: there the row alone does not tell.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from ahlaf.coding import frames, grammar, learned, voice, wording
from ahlaf.coding.analysis import Analyser
from ahlaf.coding.draft import Draft, Phrase, Trigger
from ahlaf.coding.learned import Learned
from ahlaf.coding.pipeline import prepare
from ahlaf.lexicon import load
from ahlaf.lexicon.load import BUILT_IN
from ahlaf.model import Document
from ahlaf.relations import RELATIONS

TABLES: Final = ("verbs", "nouns", "idioms")
TOGETHER: Final = 6
"""So many examples make one document."""
_NOBODY: Final = frozenset(("thing", "act"))


def shown(analyser: Analyser, judge: Learned, seed: int = 5) -> Iterator[dict[str, Any]]:
    """Documents of a few examples each, in the shape of the annotation guide."""
    by_kind, _ = load.rows(BUILT_IN, check=False)
    found = [one for kind in TABLES for row in by_kind[kind] if (one := _claim(row["example"], row.ref, analyser, judge)) is not None]
    random.Random(seed).shuffle(found)  # noqa: S311 - no secret
    for number, start in enumerate(range(0, len(found), TOGETHER)):
        part = found[start : start + TOGETHER]
        yield {"id": f"rows-{number:04}", "text": " ".join(text for text, _ in part), "claims": [claim for _, claim in part]}


def _claim(example: str, ref: str, analyser: Analyser, judge: Learned) -> tuple[str, dict[str, Any]] | None:
    """An example and the claim that its row makes of it; None where it does not tell one by itself."""
    if not example:
        return None
    text = example.strip().rstrip(".") + "."
    draft = prepare(Document(text), analyser)
    trigger = next((t for t in draft.triggers if any(s.ref == ref for s in t.senses)), None)
    if trigger is None:
        return None
    trigger.sense = next(s for s in trigger.senses if s.ref == ref)
    if trigger.sense.relation not in RELATIONS:
        return None
    ends = [draft.phrases[end.phrase] for end in grammar.roles(draft, trigger, trigger.sense, frames.first_phrase_at(draft)) if end]
    if len(ends) < 2 or ends[0] is ends[1] or not all(map(_somebody, ends)) or not _plainly_said(draft, trigger, judge):
        return None
    source, target = (wording.plain(draft, end) for end in ends)
    relation = trigger.sense.relation
    return text, {
        "source": source,
        "target": target,
        "relation": relation,
        "sign": RELATIONS[relation].sign,
        "polarity": "affirmed",
        "modality": "asserted",
        "voice": "author",
        "evidence": text,
        "trigger": draft.text(trigger.start, trigger.last),
    }


def _somebody(end: Phrase) -> bool:
    return end.actor is not None and not end.pointing and end.kind not in _NOBODY


def _plainly_said(draft: Draft, trigger: Trigger, judge: Learned) -> bool:
    (meant,) = judge.manner.of(draft, judge.encoder.read(draft), [trigger], voice.speeches(draft))
    return (meant.polarity, meant.modality, meant.voice) == ("affirmed", "asserted", ())


def main() -> None:
    for document in shown(Analyser(load.load()), learned.load()):
        print(json.dumps(document, ensure_ascii=False))


if __name__ == "__main__":
    main()
