"""How sure a claim is said to be."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.coding.pipeline import THRESHOLD
from ahlaf.coding.weighing.decide import HALF, credence, scaling
from ahlaf.model import Reading

SHARES = st.floats(min_value=0.0, max_value=1.0)


@given(SHARES, SHARES, st.booleans())
def test_a_greater_share_is_never_less_sure(one: float, two: float, both: bool) -> None:
    low, high = sorted((one, two))
    assert 0.0 <= credence(low, both=both) <= credence(high, both=both) <= 1.0


@given(st.floats(min_value=0.1, max_value=0.95))
def test_one_end_alone_is_believed_less(share: float) -> None:
    assert credence(share, both=False) < credence(share, both=True) < share


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_a_sure_share_is_a_number(share: float) -> None:
    assert credence(share, both=True) == pytest.approx(share, abs=1e-3)


def test_the_thresholds_lie_where_the_shares_stand_for_a_claim() -> None:
    assert credence(0.28, both=True) == pytest.approx(THRESHOLD, abs=0.01)
    assert credence(0.19, both=False) == pytest.approx(THRESHOLD**HALF, abs=0.01)
    assert scaling(both=True) != scaling(both=False)


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("تدعم كندا حزب الفجر.", "subj>obj"),
        ("كينيا هي التي تدعمه. وتدعم كندا الحزب.", "subj>obj"),
        ("تقاتل كندا مع كينيا.", "subj>مع"),
    ],
)
def test_the_row_that_is_told_has_the_place_of_the_target(text: str, slots: str, code: Callable[..., Reading]) -> None:
    """Of several rows of one verb and relation, that one is the reason which the words bear out."""
    rule = code(text).claims[-1].rule
    name, line = rule.rsplit(":", 1)
    row = (files("ahlaf.lexicon") / "ar" / name).read_text(encoding="utf-8").splitlines()[int(line) - 1]
    assert slots in row.split("\t")[6]
