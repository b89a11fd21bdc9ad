"""Who speaks behind "according to", and how much of the sentence is his."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "relation", "voices"),
    [
        ("زار سالم العلي القاهرة. كندا، على حد قوله، تدعم كينيا.", "AID", ["سالم العلي"]),
        ("زار سالم العلي القاهرة. كينيا في رأيه تدعم أوغندا.", "AID", ["سالم العلي"]),
        ("قصف الجيش الكيني القرية، بحسب مصادر طبية.", "ASSAULT", ["مصادر طبية"]),
        ("قال لنا وزير لبناني إن كندا تدعم كينيا.", "AID", ["وزير لبناني"]),
        # a text that is spoken of again is of whoever issued it
        ("أصدرت الحكومة الكندية بيانا. وتدعم كينيا أوغندا، بحسب البيان.", "AID", ["الحكومة الكندية"]),
        ("قالت وزارة الدفاع الكندية في بيان إن الحزب هاجم القرية. وتدعم كينيا أوغندا، وفق البيان", "AID", ["وزارة الدفاع الكندية"]),
        ("وتدعم كينيا أوغندا، وفق البيان.", "AID", []),
    ],
)
def test_who_it_is(text: str, relation: str, voices: list[str], code: Code) -> None:
    (claim,) = (c for c in code(text).claims if c.relation == relation)
    assert [end.names[0] for end in claim.voice] == voices


def test_who_vouches_for_a_number_has_not_told_the_rest(code: Code) -> None:
    (claim,) = (c for c in code("هاجم الجيش الكيني أوغندا وأعدم الأسرى، خمسمئة رجل بحسب محققي المفوضية.").claims if c.trigger.start == 0)
    assert claim.voice == ()


def test_who_speaks_for_another_does_so_to_the_next_verb(code: Code) -> None:
    text = "طالبت كندا، على لسان سالم العلي، برحيل الحكومة، وأرسلت السلاح إلى كينيا."
    (claim,) = (c for c in code(text).claims if c.relation == "AID")
    assert claim.voice == ()
