"""What the damma on a verb's first letter tells, and where it tells nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.words import damma
from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("word", "lemma", "passive"),
    [
        ("أُسندت", "أَسْنَدَ", True),
        ("وأُصيب", "أَصَابَ", True),
        ("سيُعقد", "عَقَدَ", True),
        ("وُضع", "وَضَعَ", True),  # no "and"
        ("يُهزم", "هَزَمَ", True),
        ("قُتل", "قَتَلَ", True),
        ("كُفّر", "كَفَّرَ", True),
        ("يُهاجم", "هَاجَمَ", False),  # a verb of four letters begins so in either voice
        ("تُضلل", "ضَلَّلَ", False),
        ("قتل", "قَتَلَ", False),
        ("قَتَلُوا", "قَتَلَ", False),  # on another letter
        ("كُنت", "كَانَ", False),  # "I"
    ],
)
def test_a_damma_tells_of_the_passive(word: str, lemma: str, passive: bool, prepare: Prepare) -> None:
    (found,) = prepare(word).words
    assert damma.is_passive(found, lemma) is passive
    assert found.entries


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("قُصفت كينيا.", "كينيا"),
        ("كينيا قُصفت بالصواريخ.", "كينيا"),
        ("دُعمت كينيا بالسلاح.", "كينيا"),
        ("سُلّحت الحركة.", "الحركة"),
        ("هُزمت كينيا أمام كندا.", "كينيا"),
    ],
)
def test_it_is_done_to_whom_the_verb_tells_of(text: str, whom: str, code: Code) -> None:
    (claim,) = code(text).claims
    assert claim.source is None
    assert claim.target is not None
    assert claim.target.names[0] == whom


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("الوزير يُعتقل من قبل الشرطة الكندية.", "الشرطة الكندية", "الوزير"),
        ("الحركة التي دُعمت من كندا.", "كندا", "الحركة"),
        ("يُهاجم الجيش القرية.", "الجيش", "القرية"),
        ("تُضلل كندا كينيا.", "كندا", "كينيا"),
    ],
)
def test_who_does_it_is_told_all_the_same(text: str, source: str, target: str, code: Code) -> None:
    (claim,) = code(text).claims
    assert (claim.source and claim.source.names[0], claim.target and claim.target.names[0]) == (source, target)


@pytest.mark.parametrize("text", ["أنشئ الحلف من قبل كندا.", "أُنشئ الحلف من قبل كندا."])
def test_what_i_would_do_may_be_done_to_him(text: str, code: Code) -> None:
    (claim,) = (c for c in code(text).claims if c.relation == "LEAD")
    assert claim.source is not None
    assert claim.source.names[0] == "كندا"
