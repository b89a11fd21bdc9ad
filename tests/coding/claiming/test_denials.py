"""Who denies or bears out what was just said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]
Told = tuple[str, str, str, str, str]


def told(reading: Reading) -> set[Told]:
    """Of claims with a voice: relation, polarity, the ends, and the first speaker."""
    return {
        (c.relation, c.polarity, c.source.actor.id, c.target.actor.id, c.voice[0].names[0])
        for c in reading.claims
        if c.voice and c.source and c.target
    }


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("تسلّح تركيا طالبان، وهو ما تنفيه أنقرة.", ("AID", "negated", "TUR", "taliban", "أنقرة")),
        ("تسلّح تركيا طالبان، الأمر الذي نفته الخارجية التركية.", ("AID", "negated", "TUR", "taliban", "الخارجية التركية")),
        ("تسلّح تركيا طالبان، لكن أنقرة تنفي ذلك.", ("AID", "negated", "TUR", "taliban", "أنقرة")),
        ("قالت الهند إن تركيا تسلّح طالبان. ونفت أنقرة هذه الأنباء جملة وتفصيلا.", ("AID", "negated", "TUR", "taliban", "أنقرة")),
        ("تسلّح تركيا طالبان، وهي مزاعم ترفضها أنقرة.", ("AID", "negated", "TUR", "taliban", "أنقرة")),
        ("قالت الهند إن تركيا تسلّح طالبان، وإن أنكرت.", ("AID", "negated", "TUR", "taliban", "تركيا")),
        ("تسلّح تركيا طالبان، وإن أنكرت أنقرة.", ("AID", "negated", "TUR", "taliban", "أنقرة")),
        ("تسلّح تركيا طالبان، وهو ما أقرت به أنقرة.", ("AID", "affirmed", "TUR", "taliban", "أنقرة")),
        ("لم تسلّح تركيا طالبان، وهذا ما تؤكده أنقرة.", ("AID", "negated", "TUR", "taliban", "أنقرة")),
        ("تتهم الهند تركيا بدعم طالبان، وهو ما تنفيه أنقرة.", ("AID", "negated", "TUR", "taliban", "أنقرة")),
        ("قال شهود إن حماس قتلت رهائن، لكنها فندت هذه المزاعم.", ("ASSAULT", "negated", "hamas", "text:رهاين", "حماس")),
        ("تمول قطر حماس، كما تقول القاهرة.", ("AID", "affirmed", "QAT", "hamas", "القاهرة")),
    ],
)
def test_answers_are_claims_of_their_own(text: str, answer: Told, code: Code) -> None:
    assert answer in told(code(text))


def test_both_sides_are_kept_with_the_words_of_both(code: Code) -> None:
    text = "تسلّح تركيا طالبان سرا، وهو ما تنفيه أنقرة."
    said, denied = (c for c in code(text).claims if c.relation == "AID")
    assert (said.polarity, said.voice, denied.polarity) == ("affirmed", (), "negated")
    assert text[denied.trigger.start : denied.trigger.end] == "تنفيه"
    assert text[denied.evidence.start : denied.evidence.end] == "تسلّح تركيا طالبان سرا، وهو ما تنفيه أنقرة"
    assert (said.rule, denied.reasons[:-1]) == (denied.rule, said.reasons)
    assert "نَفَى: denies what was said before" in denied.reasons[-1].says


def test_an_answer_in_a_sentence_of_its_own_has_its_own_words(code: Code) -> None:
    text = "تسلّح تركيا طالبان. لكن الحكومة التركية نفت هذه الأنباء أمس."
    denied = next(c for c in code(text).claims if c.polarity == "negated")
    assert text[denied.evidence.start : denied.evidence.end] == "الحكومة التركية نفت هذه الأنباء"


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("تسلّح تركيا طالبان كما تقول الهند.", ["الهند"]),
        ("تسلّح تركيا طالبان، كما يروي شهود عيان، وتدربها.", ["شهود عيان"]),
        ("تسلّح تركيا طالبان كما أكدت الهند دعمها لباكستان.", []),  # one thing more
        ("تسلّح تركيا طالبان كما سلّحت الهند التاميل.", []),
    ],
)
def test_as_somebody_says(text: str, voice: list[str], code: Code) -> None:
    (claim,) = (c for c in code(text).claims if c.target and c.target.actor.id == "taliban" and c.trigger.start == 0)
    assert [v.names[0] for v in claim.voice] == voice


@pytest.mark.parametrize(
    "text",
    [
        "تسلّح تركيا طالبان. ولم تنف أنقرة ذلك.",  # the denial is denied
        "طردت كندا سفير الهند، وهذا ما يؤكد دعمها لباكستان.",  # who stands before it says nothing
        "هاجمت كندا الهند. وأكد الوزير الكندي أهمية ذلك.",  # what it is of
        "هاجمت كندا الهند. وأكد الوزير الكندي قبل ذلك أن الحرب قريبة.",
        "تسلّح تركيا طالبان، وهذا ما يؤكد أن الحرب ستطول.",  # nobody says so
        "تسلّح تركيا طالبان. ونفت أنقرة أن الهند زارتها.",  # what is denied follows
        "قالت الهند إنها ستعاقب تركيا، وهو ما رفضته أنقرة.",  # a plan is refused
        "تتهم الهند تركيا، وهو ما تنفيه أنقرة.",  # accused she is
        "قالت أنقرة إن تركيا تسلّح طالبان، ثم نفت أنقرة ذلك.",  # her own words
        "قصفت الهند باكستان وهاجمت الصين فيتنام، وهو ما نفته حماس.",  # which of the two is open
    ],
)
def test_what_is_no_answer(text: str, code: Code) -> None:
    assert not [c for c in code(text).claims if "what was said before" in c.reasons[-1].says]
