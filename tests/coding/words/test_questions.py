"""What asks: a "who" that is nobody, and what a denial of knowing leaves standing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("من يدعم حزب الفجر؟", None),
        ("لكن من يدعم حزب الفجر؟", None),
        ("يتساءل المراقبون من يدعم حزب الفجر.", None),
        ("سأل الصحفي الوزير عمن يمول حزب الفجر.", None),
        ("والسؤال هو من يدعم حزب الفجر.", None),
        ("لا أحد يعرف من يدعم حزب الفجر.", None),
        ("لا نعرف من يمول حزب الفجر.", None),
        # who is known to somebody, and whoever does it
        ("يعرف الجميع من يدعم حزب الفجر.", "من يدعم حزب الفجر"),
        ("ستعاقب كندا من يدعم حزب الفجر.", "من يدعم حزب الفجر"),
    ],
)
def test_who_is_asked_for_is_not_named(text: str, source: str | None, code: Code) -> None:
    (claim,) = [c for c in code(text).claims if c.relation == "AID"]
    assert claim.target is not None
    assert claim.target.actor.name == "حزب الفجر"
    assert (claim.source and claim.source.names[0]) == source
    assert (claim.modality == "questioned") is (source is None)
    assert claim.polarity == "affirmed"


@pytest.mark.parametrize(
    ("text", "relation", "modality", "polarity"),
    [
        ("لا أحد يعرف لماذا تدعم كندا حزب الفجر.", "AID", None, "affirmed"),
        ("لم يوضح البيان كيف دعمت كندا حزب الفجر.", "AID", "asserted", "affirmed"),
        ("لا يهم كيف هاجمت كندا كينيا.", "ASSAULT", "asserted", "affirmed"),
        ("لا ندري هل تدعم كندا حزب الفجر.", "AID", "questioned", "affirmed"),
        ("يتساءل الكثيرون أين دعم كندا لكينيا.", "AID", "questioned", "affirmed"),
        ("ورب سائل يسأل أين دعم كندا لكينيا.", "AID", "questioned", "affirmed"),
        # what is asked may itself be a denial, and a demand is no question
        ("لم يسأل أحد لماذا لم تدعم كندا حزب الفجر.", "AID", None, "negated"),
        ("لم تدعم كندا حزب الفجر كما قيل.", "AID", None, "negated"),
    ],
)
def test_what_is_not_known_of_a_deed_is_not_denied(
    text: str, relation: str, modality: str | None, polarity: str, code: Code
) -> None:
    (claim,) = [c for c in code(text).claims if c.relation == relation]
    assert claim.polarity == polarity
    assert modality is None or claim.modality == modality
