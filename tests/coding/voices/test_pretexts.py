"""Whose words a pretext or a slogan is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "trigger", "voices"),
    [
        ("قصفت كندا كينيا بحجة أن كينيا تدعم الحزب.", "تدعم", ["كندا"]),
        ("قصفت كندا كينيا بذريعة دعمها للحزب", "دعمها", ["كندا"]),
        ("تدخلت كندا في كينيا تحت شعار محاربة الحزب.", "محاربة", ["كندا"]),
        ("تدخلت كندا في كينيا بهدف محاربة الحزب.", "محاربة", []),
        ("قصفت كندا كينيا بحجة الأمن، وكينيا تدعم الحزب.", "تدعم", []),
        ("ساعدت كندا كينيا تحت ستار محاربة الحزب، ثم قصفت أوغندا", "قصفت", []),
    ],
)
def test_a_pretext_is_of_whoever_does_what_it_is_for(text: str, trigger: str, voices: list[str], code: Code) -> None:
    (claim,) = [c for c in code(text).claims if c.trigger.of(text) == trigger]
    assert [speaker.names[0] for speaker in claim.voice] == voices
