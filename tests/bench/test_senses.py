"""Counting which relation words mean."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

from ahlaf.coding.words.analysis import Analyser
from ahlaf.lexicon.load import load
from senses import counted, kept


def test_a_form_is_counted_where_it_might_mean_another() -> None:
    text = "تواصل كندا محاربة كينيا."
    claim = {
        "source": ["كندا"],
        "target": ["كينيا"],
        "relation": "OPPOSE",
        "sign": -1,
        "polarity": "affirmed",
        "modality": "asserted",
        "voice": "author",
        "evidence": text,
        "trigger": "محاربة",
    }
    documents = [{"id": str(at), "text": text, "claims": [claim]} for at in range(2)]
    rows = {row[:3]: row[3:] for row in kept(counted(documents, Analyser(load())))}
    assert rows["حَارَبَ", "محاربه", "OPPOSE"] == (2, 2)
    assert rows["حَارَبَ", "محاربه", "ASSAULT"] == (0, 2)


def test_a_form_that_was_seen_once_is_counted_for_its_lemma() -> None:
    rows = kept({("دَعَمَ", "دعم", "AID"): (1, 1), ("دَعَمَ", "perfect", "AID"): (0, 3)})
    assert rows == [("دَعَمَ", "", "AID", 1, 1), ("دَعَمَ", "perfect", "AID", 0, 3)]
