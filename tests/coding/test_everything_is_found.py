"""What the rule book has a row for is found where a plain sentence says it: every name, place, organ and title."""

from __future__ import annotations

from collections.abc import Iterator

from ahlaf.coding import pipeline
from ahlaf.coding.nounphrases import places
from ahlaf.coding.words.analysis import Analyser
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.lexicon import load
from ahlaf.model import Document

NEED_MORE = {
    "14 آذار",
    "8 آذار",
    "6 أبريل",  # a day as well: found behind people whose it is, "نواب 14 آذار"
    "إخوان من أطاع الله",  # two words in it are a verb and its subject
    "التحالف الدولي لمكافحة الإرهاب",  # what an alliance is for is said, not a part of its name
    "بروكسل",
    "بروكسيل",  # the European Union's where nothing else is said of Belgium
    "عمان",  # Oman where nothing is said of Jordan
}
"""Strong names that a sentence without more does not show."""


def named(draft: Draft) -> Iterator[Phrase]:
    return (p for p in draft.phrases if not p.pointing)


def test_every_strong_name_is_found(analyser: Analyser) -> None:
    missed = set()
    for name in {n.text: n for names in analyser.lexicon.names.values() for n in names if n.strong}.values():
        draft = pipeline.prepare(Document(f"وقد هاجم {name.text} في القرية أمس."), analyser, pipeline.ACTORS)
        if not any(p.actor is not None and p.actor.id == name.actor.id for p in named(draft)):
            missed.add(name.text)
    assert missed == NEED_MORE


def test_every_place_is_found(analyser: Analyser) -> None:
    ambiguous = {"يافع", "لايدن", "الفاو", "ببنين", "الأناضول"}  # words, other names or particles with nouns as well
    missed = set()
    for place in {p.actor.id: p.actor for found in analyser.lexicon.places.values() for p in found}.values():
        draft = pipeline.prepare(Document(f"قتل خمسة جنود في هجوم في {place.name} أمس."), analyser, pipeline.ACTORS)
        if not any(actor is not None and actor.id == place.id for actor in (places.meant(draft, p) for p in named(draft))):
            missed.add(place.name)
    assert missed == ambiguous


def test_every_organ_is_found(analyser: Analyser) -> None:
    missed = set()
    for organ in {o.text: o for found in analyser.lexicon.organs.values() for o in found}.values():
        words = organ.text if " " in organ.text or organ.text.startswith("ال") else f"ال{organ.text}"
        draft = pipeline.prepare(Document(f"وقد أكد {words} أن الحرب انتهت."), analyser, pipeline.ACTORS)
        found = next((p for p in named(draft) if p.first == 2), None)
        if found is None or found.kind in ("thing", "act") or found.last <= len(words.split()):
            missed.add(words)
    assert missed == {"الآليات", "وحدة مكافحة الإرهاب"}  # things too; the enemy that a unit fights


def test_every_title_begins_its_holder(analyser: Analyser) -> None:
    missed = set()
    for title in [row["words"] for row in load.rows(load.BUILT_IN, check=False)[0]["titles"]]:
        draft = pipeline.prepare(Document(f"وقال {title} كمال عزيز إن الحرب انتهت."), analyser, pipeline.ACTORS)
        if not any(p.first == 1 and p.named_to > len(title.split()) for p in named(draft)):
            missed.add(title)
    assert missed == {"الفوهرر", "إمام الحرم", "إمام المسجد الحرام", "إمام وخطيب المسجد الحرام"}
