"""Of two words that tell one deed one claim is put out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("تخوض كندا حربا لا هوادة فيها ضد الحزب.", ["حربا"]),
        ("شنت كندا حربا اقتصادية شرسة ضد كينيا.", ["حربا"]),
        ("تواطأ العالم بأسره ضد كينيا.", ["تواطأ"]),
        ("تآمرت كندا مع اليابان ضد كينيا.", ["تآمرت"]),
        # that alone tells it
        ("وقفت كندا ضد كينيا.", ["ضد"]),
        ("حرضت كندا اليابان ضد كينيا.", ["حرضت", "ضد"]),
        ("انتقدت كندا كينيا، وهي ضد أوغندا.", ["انتقدت", "ضد"]),
    ],
)
def test_against_that_leads_to_whom_a_deed_is_done_is_no_claim_of_its_own(text: str, told: list[str], code: Code) -> None:
    assert [claim.trigger.of(text) for claim in code(text).claims] == told


def test_a_letter_that_is_received_is_sent_once(code: Code) -> None:
    text = "تسلم الرئيس الكيني رسالة من نظيره الكندي."
    assert [claim.trigger.of(text) for claim in code(text).claims] == ["تسلم الرئيس الكيني رسالة من"]


def test_who_is_counted_among_others_belongs_where_he_is_told_to(code: Code) -> None:
    claims = code("اعتقلت الشرطة 12 شخصا من بينهم قياديان في الحزب.").claims
    (member,) = [c for c in claims if c.relation == "MEMBER"]
    assert member.source is not None
    assert member.source.names[0] == "قياديان"
