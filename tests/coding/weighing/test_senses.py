"""Which relation a word means, by its form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ahlaf.coding.weighing import senses
from ahlaf.coding.words.draft import Draft
from ahlaf.errors import LexiconError
from ahlaf.model import Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("تواصل كندا محاربة كينيا.", "OPPOSE"),
        ("أعلنت كندا الحرب على كينيا.", "ASSAULT"),
        ("سيطرت كندا على كينيا.", "ASSAULT"),
        ("تسيطر كندا على كينيا.", "COERCE"),
    ],
)
def test_a_form_means_what_it_mostly_means(text: str, relation: str, code: Code) -> None:
    assert [c.relation for c in code(text).claims if c.source and c.target and c.source.actor.id == "CAN"] == [relation]


@pytest.mark.parametrize(
    ("text", "lemma", "form"),
    [
        ("تحارب كندا كينيا.", "حَارَبَ", "imperfect"),
        ("حاربت كندا كينيا.", "حَارَبَ", "perfect"),
        ("تواصل كندا محاربتها.", "حَارَبَ", "محاربه"),
        ("شنت كندا حربا على كينيا.", "حَارَبَ", "حرب"),
    ],
)
def test_the_form_of_a_trigger(text: str, lemma: str, form: str, prepare: Prepare) -> None:
    draft = prepare(text)
    assert form in {senses.form_of(draft, t, s) for t in draft.triggers for s in t.senses if s.lemma == lemma}


def test_what_was_seen_seldom_is_drawn_to_its_lemma() -> None:
    found = senses.shares([("دَعَمَ", "", "AID", 3, 4), ("دَعَمَ", "دعم", "AID", 0, 2), ("دَعَمَ", "دعم", "SUPPORT", 2, 2)])
    assert found["دَعَمَ", "", "AID"] == 0.5  # three of six, and two doubtful cases
    assert found["دَعَمَ", "دعم", "AID"] == 0.25
    assert found["دَعَمَ", "دعم", "SUPPORT"] > 0.5


@pytest.mark.parametrize(
    ("content", "where"), [("lemma\trelation\n", ":1"), ("lemma\tform\trelation\tmeant\tseen\nدَعَمَ\tدعم\tAID\tone\t2\n", ":2")]
)
def test_a_row_of_another_shape_is_told_with_its_line(content: str, where: str, tmp_path: Path) -> None:
    path = tmp_path / "senses.tsv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError) as told:
        senses.load(path)
    assert where in str(told.value)
