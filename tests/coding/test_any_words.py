"""Whatever words stand in whatever order, a text is read to its end: no step waits for a sentence that makes sense."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
WRITTEN = sorted({word for path in EXAMPLES for word in re.findall(r"\w+|[^\w\s]", path.read_text(encoding="utf-8"))})
HARD = (
    *("السادس", "عشر", "الثانية", "القاضي", "الرئيس", "وزير", "خارجية", "الشيخ", "بن", "أبو", "عبد", "الله", "آل", "سعود"),
    *("مثل", "بين", "و", "من", "التي", "الذين", "ما", "هو", "إلا", "سوى", "نحو", "ضد", "إلى", "كل", "كلا", "أحد", "نفسه"),
    *("قال", "إن", "أن", "نفى", "لم", "لن", "لو", "هل", "ليس", "قد", "سوف", "بمساعدة", "عدم", "دون", "إما", "أو", "بل"),
    *("٣٤", "دولة", "2015", "يوليو", "شهر", "أمس", "%", "؟", ".", "،", "؛", ":", "«", "»", "(", ")", '"', "-", "\n", "\n\n"),
)

texts = st.lists(st.sampled_from((*WRITTEN, *HARD)) | st.sampled_from(HARD), max_size=40).map(" ".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(text=texts)
def test_any_words_are_read_to_the_end(prepare: Callable[[str], Draft], code: Callable[..., Reading], text: str) -> None:
    draft = prepare(text)
    assert all(0 <= p.first <= p.last < len(draft.words) for p in draft.phrases)
    for claim in code(text).claims:
        assert 0 <= claim.evidence.start < claim.evidence.end <= len(text)


@pytest.mark.parametrize("path", EXAMPLES[:3], ids=lambda path: path.stem)
def test_a_text_that_breaks_off_is_read_to_its_end(code: Callable[..., Reading], path: Path) -> None:
    """Whatever its last word is, and where a colon promises what does not follow."""
    words = path.read_text(encoding="utf-8").split()[:120]
    for last in range(1, len(words)):
        code(" ".join(words[max(0, last - 25) : last]))
        code(" ".join(words[max(0, last - 6) : last]) + ":")
