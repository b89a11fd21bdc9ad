"""Neither of two is told that are said to make no difference."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "supposed", "told"),
    [
        ("سواء دعمت كندا كينيا أم لم تدعمها فإن فنلندا تقصف أوغندا.", {"دعمت", "تدعمها"}, {"تقصف"}),
        ("سواء كانت كندا تدعم الحزب أو تحاربه، فإنه باق.", {"تدعم", "تحاربه"}, set()),
        ("سواء أكانت كندا تدعم الحزب أم لا، تقصفه كينيا.", {"تدعم"}, {"تقصفه"}),
        ("تدعم كندا الحزب سواء هاجم كينيا أم لم يهاجمها.", {"هاجم"}, {"تدعم"}),
        ("هاجمت كندا القرى، سواء كان ذلك في أثناء الحرب على كينيا أو بعدها.", set(), {"هاجمت", "الحرب"}),
        ("تدعم كندا الأحزاب، سواء حزب الفجر أو حزب النور، وتهاجم كينيا.", set(), {"تدعم", "وتهاجم"}),
        ("تدعم كندا كل الحركات سواء في كينيا أو في أوغندا.", set(), {"تدعم"}),
    ],
)
def test_what_makes_no_difference_is_supposed(text: str, supposed: set[str], told: set[str], code: Code) -> None:
    claims = code(text).claims
    assert supposed <= {c.trigger.of(text) for c in claims if c.modality == "hypothetical"}
    assert told <= {c.trigger.of(text) for c in claims if c.modality == "asserted"}
