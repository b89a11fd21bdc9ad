"""Who resolves."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]

RESOLUTION = """إن مجلس الأمن،
إذ يعرب عن قلقه إزاء القتال، وإذ يدين داعش،
1 - يطالب كينيا بالانسحاب من الصومال، ويدعو إثيوبيا إلى الحوار؛
2 - تلتزم كينيا بوقف القتال؛
(أ) يشيد بقطر.
"""
RAISED = "إن الجمعية العامة،\n1 - تطالب بأن توقف كينيا القصف، وترفع الحصار عن الصومال، وتشيد بقطر؛"


def test_a_body_is_the_subject_of_its_paragraphs(prepare: Prepare) -> None:
    draft = prepare(RESOLUTION)
    told = {draft.words[at].bare: draft.phrases[index].actor for at, index in draft.resolves.items()}
    assert list(told) == ["يعرب", "يدين", "يطالب", "ويدعو", "يشيد"]
    assert {actor.id for actor in told.values() if actor} == {"un-security-council"}


def test_what_it_demands_is_not_its_own_to_do(prepare: Prepare) -> None:
    draft = prepare(RAISED)
    assert [draft.words[at].bare for at in draft.resolves] == ["تطالب", "وتشيد"]


def test_what_it_resolves_is_its_own_and_what_it_demands_its_to_say(code: Code) -> None:
    reading = code(RESOLUTION)
    assert ends(reading, "REQUEST") == {("مجلس الأمن", "كينيا"), ("مجلس الأمن", "إثيوبيا")}
    (retreat,) = (c for c in reading.claims if c.relation == "RETREAT" and c.modality == "normative")
    assert [v.names[0] for v in retreat.voice] == ["مجلس الأمن"]


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير إن مجلس الأمن، إذ يدين داعش، يدعم العراق.",  # told by another
        "إن مجلس الأمن يدين داعش.\n1 - يطالب المتظاهرون الحكومة بالاستقالة.",  # no comma: a sentence
        "1 - يطالب المتظاهرون الحكومة بالاستقالة.",
    ],
)
def test_what_is_no_resolution(text: str, prepare: Prepare) -> None:
    assert not prepare(text).resolves


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("3 - يدين هجمات حركة الشباب على القرى وغيرها من وسائط الإعلام ويدعو إلى رفع القيود؛", ["يدين", "ويدعو"]),
        ("4 - يثني على حكومة مالي لما تبذله من جهود ويطلب إلى كينيا أن تدعمها؛", ["يثني", "ويطلب"]),  # who spends them is a she
        ("وإذ يحث حكومة تشاد وفصيل التغيير على الحوار، ويحث جميع الأطراف على الهدنة،", ["يحث", "ويحث"]),
        ("1 - يشيد بالحزب الذي يدعم كينيا ويدعو إلى الحوار؛", ["يشيد"]),  # it may be the party that calls
        ("5 - يرحب الاتحاد بالهدنة ويدعو إلى الحوار؛", []),  # who does so is named
        ("2 - يقود البعثة السفير الكيني؛", []),  # no verb of words: who leads stands behind whom
        ("2 - يوصي المدير بإرسال بعثة إلى كينيا؛", []),
        ("قصف الجيش البلدة.\n2 - يطالب بالهدنة.", []),  # somebody was told of
    ],
)
def test_a_paragraph_alone_names_nobody_who_resolves(text: str, told: list[str], prepare: Prepare) -> None:
    draft = prepare(text)
    assert [draft.words[at].bare for at in draft.resolves] == told
    assert set(draft.resolves.values()) <= {-1}


def test_what_nobody_resolves_is_not_said_by_whoever_is_named(code: Code) -> None:
    reading = code("6 - يشيد بجهود الاتحاد الأفريقي في دارفور ويدين الهجمات التي شنتها حركة الشباب على كينيا؛")
    assert ends(reading, "ACCUSE") == {("", "حركة الشباب")}
    assert ends(reading, "SUPPORT") == {("", "الاتحاد الأفريقي")}


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("إن مجلس الأمن،\nإذ يدين داعش،\nوإذ يشير إلى أن كينيا سلحت أوغندا،", ["مجلس الأمن"]),
        ("إن مجلس الأمن،\nإذ يدين داعش،\n1 - يقرر أن تجمد كينيا أموال أوغندا؛", ["مجلس الأمن"]),
    ],
)
def test_behind_that_a_resolution_says_what_its_body_says(text: str, voice: list[str], code: Code) -> None:
    (claim,) = (c for c in code(text).claims if c.target and c.target.names[0] == "أوغندا" and c.source and c.source.names[0] == "كينيا")
    assert [v.names[0] for v in claim.voice] == voice


def test_it_says_what_it_states_whoever_spoke_since(code: Code) -> None:
    reading = code("إن مجلس الأمن،\nإذ يلاحظ أن الرئيس الكيني أعلن أن بلاده تدعم الحزب،\nوإذ يؤكد أن كندا تهاجم أوغندا؛\n")
    (attack,) = (c for c in reading.claims if c.relation == "ASSAULT")
    assert [end.names[0] for end in attack.voice] == ["مجلس الأمن"]
