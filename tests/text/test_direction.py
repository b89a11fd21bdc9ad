"""Which way a language is written, however its code is."""

from __future__ import annotations

import pytest

from ahlaf.text.direction import from_right


@pytest.mark.parametrize(
    ("language", "right"),
    [("ar", True), ("AR-lb", True), ("fa-AF", True), ("ckb", True), ("syr", True), ("en", False), ("tr", False), ("arn", False)],
)
def test_a_language_and_its_way(language: str, *, right: bool) -> None:
    assert from_right(language) is right
