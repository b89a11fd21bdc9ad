"""What a text asks and answers itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("من يمول حزب الفجر؟ كندا.", {("كندا", "حزب الفجر")}),
        ("من يمول حزب الفجر؟ إنها كندا واليابان.", {("كندا", "حزب الفجر"), ("اليابان", "حزب الفجر")}),
        ("من يمول حزب الفجر؟ الجواب: كندا.", {("كندا", "حزب الفجر")}),
        ("فمن الذي يمول حزب الفجر؟ كندا طبعا.", {("كندا", "حزب الفجر")}),
        ("من أين يستمد حزب الفجر قوته؟ من كندا.", {("كندا", "حزب الفجر")}),
        ("من يمول حزب الفجر؟ كندا، التي خسرت أبناءها.", {("كندا", "حزب الفجر")}),
        ("من يمول حزب الفجر؟ كندا بالدولار، واليابان بالذهب الخالص.", {("كندا", "حزب الفجر"), ("اليابان", "حزب الفجر")}),
        # what answers nothing, and what is told of somebody in a clause of its own
        ("من يمول حزب الفجر؟ لا أحد يعرف.", set()),
        ("من يمول حزب الفجر؟ كندا تتساءل.", set()),
        ("من يمول حزب الفجر؟ سؤال قديم. كندا.", set()),
        ("متى تمول كندا حزب الفجر؟ اليابان.", set()),
        ("كيف يمول حزب الفجر؟ كندا.", set()),
    ],
)
def test_whom_a_text_names_when_it_asked_who(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    reading = code(text)
    told = [c for c in reading.claims if c.relation == "AID" and c.modality == "asserted"]
    assert {(c.source.names[0], c.target.names[0]) for c in told if c.source and c.target} == claims
    assert len(told) == len(claims)


@pytest.mark.parametrize(
    ("answer", "polarity"),
    [
        ("نعم.", "affirmed"),
        ("بالطبع نعم، فهي بلاد غنية.", "affirmed"),
        ("بلى!", "affirmed"),
        ("لا.", "negated"),
        ("كلا، هذا محال.", "negated"),
        ("بالطبع لا.", "negated"),
        ("لا أحد يعرف.", None),
        ("لا شك في أن السؤال صعب.", None),
        ("نعم الجواب معروف.", None),
    ],
)
def test_yes_and_no(answer: str, polarity: str | None, code: Code) -> None:
    claims = [c for c in code(f"هل تمول كندا حزب الفجر؟ {answer}").claims if c.relation == "AID"]
    assert "questioned" in {c.modality for c in claims}
    assert [c.polarity for c in claims if c.modality == "asserted"] == ([polarity] if polarity else [])


def test_yes_to_a_question_that_denies_is_left_open(code: Code) -> None:
    claims = code("ألا تمول كندا حزب الفجر؟ نعم.").claims
    assert {c.modality for c in claims} == {"questioned"}


def test_an_answer_is_shown_with_its_question(code: Code) -> None:
    text = "سأل الكاتب. من يمول حزب الفجر؟ إنها كندا. وانتهى الكلام."
    told = next(c for c in code(text).claims if c.modality == "asserted" and c.relation == "AID")
    assert text[told.evidence.start : told.evidence.end] == "يمول حزب الفجر؟ إنها كندا"
    assert told.reasons[-1].ref == "answer"
    assert told.reasons[-1].span is not None
    assert text[told.reasons[-1].span.start : told.reasons[-1].span.end] == "كندا"


def test_the_question_stays(code: Code) -> None:
    assert ends(code("من يمول حزب الفجر؟ كندا."), "AID") >= {("كندا", "حزب الفجر")}
    open_ = [c for c in code("من يمول حزب الفجر؟ كندا.").claims if c.modality == "questioned"]
    assert [c.source for c in open_] == [None]
