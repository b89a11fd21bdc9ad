"""What the text calls a phrase."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.nounphrases import wording
from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قدمت فرنسا مساعدات للبنان ولليبيا ولليمن.", ["فرنسا", "لبنان", "ليبيا", "يمن"]),
        ("أعلنت ولاية سيناء مسؤوليتها.", ["ولاية سيناء"]),
        ("وصل وفد للحكومة.", ["وفد", "حكومة"]),
        ("وصل بان كي مون.", ["بان كي مون"]),
        ("أضاف مايكل فالون. وسافر فالون.", ["مايكل فالون", "فالون"]),
        ("قال فينس إيمانويل إنه بعيد.", ["فينس إيمانويل"]),
        ("سلمت إيران السلاح لعلي عبد الله صالح.", ["إيران", "السلاح", "علي عبد الله صالح"]),  # no "لعلّي"
    ],
)
def test_clitics_are_left_off_and_letters_of_a_name_are_not(text: str, names: list[str], prepare: Prepare) -> None:
    draft = prepare(text)
    assert [wording.plain(draft, p) for p in draft.phrases if not p.pointing] == names


@pytest.mark.parametrize(("text", "name"), [("وصل الدعم للفصائل الثورية.", "الفصائل الثورية"), ("وصل الدعم للأهالي.", "الأهالي")])
def test_a_new_actor_has_its_article_back(text: str, name: str, prepare: Prepare) -> None:
    assert [p.actor.name for p in prepare(text).phrases if p.prep == "ل" and p.actor is not None] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("عرقلت الجماعة العملية السياسية.", "العملية السياسية"),
        ("قاطعت المعارضة الانتخابات البرلمانية المبكرة.", "الانتخابات البرلمانية المبكرة"),
        ("رفضت المعارضة الاتفاق الروسي.", "الاتفاق"),  # whose it is, is somebody
        ("قمعت الشرطة المظاهرات المنددة بالحكومة.", "المظاهرات"),  # what they do is told of them
    ],
)
def test_a_deed_is_named_with_its_adjectives(text: str, name: str, prepare: Prepare) -> None:
    assert [p.actor.name for p in prepare(text).phrases if p.kind == "act" and p.actor is not None][:1] == [name]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("اعتقلت الشرطة ثلاثة عشر ناشطا.", "ثلاثة عشر ناشطا"),
        ("أرسلت تركيا ألفا وخمسمئة جندي.", "ألفا وخمسمئة جندي"),
        ("انضمت بعض الدول.", "بعض الدول"),
        ("انضمت الدول.", ""),
    ],
)
def test_a_number_is_whole(text: str, counted: str, prepare: Prepare) -> None:
    draft = prepare(text)
    assert wording.counted(draft, draft.phrases[-1]) == counted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("هاجمت ميليشيا من الأمهرة القرية.", "ميليشيا من الأمهرة"),
        ("استقال النائب عن حزب الاستقلال.", "النائب عن حزب الاستقلال"),
        ("هاجمت ميليشيا القرية.", ""),
        ("هربت ميليشيا منها.", ""),
    ],
)
def test_what_says_of_whom_somebody_is(text: str, told: str, prepare: Prepare) -> None:
    draft = prepare(text)
    assert wording.told_apart(draft, draft.phrases[0]) == told


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("تظاهر أنصار إيفو موراليس في العاصمة.", "أنصار إيفو موراليس"),
        ("وقتل مسلحون إيفو موراليس في العاصمة.", ""),  # they are not his
        ("وصلت ميليشيات من الأمهرة.", "ميليشيات من الأمهرة"),
    ],
)
def test_whose_followers_they_are_tells_them_apart(text: str, wanted: str, prepare: Prepare) -> None:
    draft = prepare(text)
    assert [wording.told_apart(draft, p) for p in draft.phrases if p.kind == "nominal"][:1] == [wanted]


def test_a_states_organ_is_no_name_of_the_state_before_its_own(code: Code) -> None:
    claim = code("أمن كندا مهدد. هاجمت كندا أوغندا.").claims[-1]
    assert claim.source is not None
    assert claim.source.names[0] == "كندا"
