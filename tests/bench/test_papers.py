"""What is learned from an annotated article: its claims bound to triggers, by the program's own rules of agreement."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
from ahlaf.coding.words.analysis import Analyser
from ahlaf.lexicon.load import load
from papers import Paper, paper

BENCH = Path(__file__).parents[2] / "bench"
TEXT = "قال الوزير إن تركيا دعمت تنظيم داعش في سوريا."
EVIDENCE = "تركيا دعمت تنظيم داعش"


def read(**claim: Any) -> Paper:
    said = {"relation": "AID", "sign": 1, "polarity": "affirmed", "modality": "asserted", "voice": "الوزير", "trigger": "دعمت"}
    gold = {"source": ["تركيا"], "target": ["داعش"], "evidence": EVIDENCE, **said, **claim}
    return paper({"id": "a", "text": TEXT, "claims": [gold]}, Analyser(load()), 1.0)


def test_a_claim_is_bound_to_its_trigger_its_ends_and_its_speaker() -> None:
    made = read()
    assert (made.claims, made.reached) == (1, 1)
    (choice,) = (c for c in made.choices if c.meant)
    words = TEXT.split()
    assert [[words[choice.phrases[at][2]] for at in pair] for pair in choice.pairs] == [["تركيا", "تنظيم"]]
    (telling,) = made.tellings
    assert [words[telling.speakers[at][2]] for at in telling.right] == ["الوزير"]


@pytest.mark.parametrize(
    ("claim", "reached"),
    [
        ({"target": "تنظيم داعش"}, 1),
        ({"sign": -1, "relation": "ASSAULT"}, 0),
        ({"trigger": "قصفت"}, 0),
        ({"evidence": "قال الوزير"}, 0),
        ({"evidence": "لا توجد هنا"}, 0),
    ],
)
def test_what_binds_a_claim(claim: dict[str, Any], reached: int) -> None:
    assert read(**claim).reached == reached


def test_an_end_that_is_another_has_no_pair() -> None:
    made = read(source=["روسيا"])
    assert made.reached == 1
    assert not any(c.pairs for c in made.choices)


def test_nothing_is_asked_of_what_lies_outside_the_project() -> None:
    assert not [p.name for p in BENCH.glob("*.py") if "score_claims" in p.read_text(encoding="utf-8")]
