"""Who says, behind it, what stands before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("ستهاجم كندا روسيا، كما تقول قطر.", "QAT"),
        ("ستهاجم كندا روسيا، مثلما أعلنت قطر.", "QAT"),
        ("ستهاجم كندا روسيا، هكذا قالت قطر.", "QAT"),
        ("ستهاجم كندا روسيا، حسبما أكدت قطر.", "QAT"),
        ("ستهاجم كندا روسيا، على ما أفادت قطر.", "QAT"),
        ("ستهاجم كندا روسيا، وفقا لما أعلنته قطر.", "QAT"),
        ("ستهاجم كندا روسيا، طبقا لما تقوله قطر.", "QAT"),
        # "he says" alone behind a comma closes what he says
        ("ستهاجم كندا روسيا، تقول قطر.", "QAT"),
        ("لو هاجمت كندا روسيا لخسرت، يقول رجب طيب أردوغان.", "recep-tayyip-erdogan"),
        ("حين هاجمت كندا روسيا، قالت قطر.", ""),  # that is when she said something
        ("هاجمت كندا روسيا، وقالت قطر.", ""),
        ("ستهاجم كندا روسيا، كما أكدته قطر.", ""),  # she affirmed something else
        ("ستهاجم كندا روسيا، كما أعلنت قطر رفضها القرار.", ""),
        ("ستهاجم كندا روسيا على ما في ذلك من خطر.", ""),
    ],
)
def test_as_somebody_says(text: str, speaker: str, code: Code) -> None:
    (claim,) = [c for c in code(text).claims if c.relation == "ASSAULT"]
    assert [end.actor.id for end in claim.voice] == ([speaker] if speaker else [])
