"""Who does what was told of another before him, with no verb of his own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("تدعم كندا الحزب بالسلاح، وكينيا بالمال.", {("كندا", "الحزب"), ("كينيا", "الحزب")}),
        ("تدعم كندا الحزب بالسلاح وكينيا بالمال والرجال، واليابان بالإعلام.",
            {("كندا", "الحزب"), ("كينيا", "الحزب"), ("اليابان", "الحزب")}),
        ("كندا تدعم الحزب سياسيا، وكينيا ماليا.", {("كندا", "الحزب"), ("كينيا", "الحزب")}),
        # he is more like whom it is done to than who does it
        ("تدعم كندا الحزب بالسلاح، والحركة بالمال.", {("كندا", "الحزب"), ("كندا", "الحركة")}),
        # both were named before
        ("تعرف كندا الحزب. وتدعمه بالسلاح، وكينيا بالمال.", {("كندا", "الحزب"), ("كينيا", "الحزب")}),
        ("قصفت كندا الحزب. ثم ساعدت.", {("كندا", "الحزب")}),
        # what is told of the second has its own verb, or no means
        ("تدعم كندا الحزب بالسلاح، وكينيا تراقب.", {("كندا", "الحزب")}),
        ("تدعم كندا الحزب بقوة، وكينيا بدأت تتساءل.", {("كندا", "الحزب")}),
        ("تدعم كندا الحزب بالسلاح، وكينيا قلقة.", {("كندا", "الحزب")}),
    ],
)
def test_who_helps_too_by_other_means(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "AID") == claims


def test_means_of_an_accusation_are_what_one_is_accused_of(code: Code) -> None:
    assert ("كينيا", "الحزب") not in ends(code("اتهمت كندا الحزب بالخيانة، وكينيا بالتآمر."), "ACCUSE")
