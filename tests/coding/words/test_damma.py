"""What the damma on a verb's first letter tells, and where it tells nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("word", "voices"),
    [
        ("أُسندت", {"passive"}),
        ("وأُصيب", {"passive"}),
        ("سيُعقد", {"passive"}),
        ("وُضع", {"passive"}),  # no "and"
        ("يُهزم", {"passive"}),
        ("يُهاجم", {"both"}),  # a verb of four letters begins so in either voice
        ("يُؤوي", {"active"}),
        ("قُتل", {"passive"}),
        ("قتل", {"both"}),
        ("كُنت", set()),  # "I"
    ],
)
def test_a_verb_with_a_damma_is_in_the_passive(word: str, voices: set[str], prepare: Prepare) -> None:
    (found,) = prepare(word).words
    assert {e.voice for e in found.third} == voices
    assert found.entries


def test_what_is_a_noun_too_stays_one(prepare: Prepare) -> None:
    (found,) = prepare("حُكم").words
    assert found.masdar


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("قُصفت كينيا.", "كينيا"),
        ("دُعمت كينيا بالسلاح.", "كينيا"),
        ("هُجّرت القبائل من كينيا.", "القبائل"),
        ("أُجلي الجنود الكنديون.", "الجنود الكنديون"),
        ("خُذلت كينيا.", "كينيا"),
        ("سُلّحت الحركة.", "الحركة"),
    ],
)
def test_it_is_done_to_whom_the_verb_tells_of(text: str, whom: str, code: Code) -> None:
    (claim,) = code(text).claims
    assert claim.source is None
    assert claim.target is not None
    assert claim.target.names[0] == whom


def test_who_does_it_stands_behind(code: Code) -> None:
    (claim,) = code("الوزير يُعتقل من قبل الشرطة الكندية.").claims
    assert claim.source is not None
    assert claim.source.names[0] == "الشرطة الكندية"


@pytest.mark.parametrize("text", ["أنشئ الحلف من قبل كندا.", "أُنشئ الحلف من قبل كندا."])
def test_what_i_would_do_may_be_done_to_him(text: str, code: Code) -> None:
    (claim,) = (c for c in code(text).claims if c.relation == "LEAD")
    assert claim.source is not None
    assert claim.source.names[0] == "كندا"
