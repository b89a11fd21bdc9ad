"""To whom somebody is tied, who so does nothing of what he does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("باتت فصائل موالية لكينيا تسيطر على كسلا.", {("فصائل", "كسلا")}),
        ("شنت ميليشيا مرتبطة بكينيا وتشاد هجوما على كسلا.", {("ميليشيا", "كسلا")}),
        ("قصفت طائرات تابعة لكينيا مدينة كسلا.", {("كينيا", "مدينة كسلا")}),
        ("هاجمت قوات مدعومة من كينيا الخرطوم.", {("قوات", "الخرطوم")}),
        ("تعتمد كينيا على أوغندا في قصف كسلا.", {("أوغندا", "كسلا")}),
        ("كل دولة تهاجم الخرطوم مثل كينيا ستندم.", {("كينيا", "الخرطوم")}),
        ("انتقد الوزير دولا تهاجم السودان مثل كينيا.", {("كينيا", "السودان")}),
    ],
)
def test_to_whom_somebody_is_tied_does_not_do_what_he_does(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    reading = code(text)
    assert ends(reading, "ASSAULT") | ends(reading, "COERCE") == claims


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("شن الجيش والميليشيات الداعمة له هجوما على حلب.", "AID", {("الميليشيات الداعمة", "الجيش")}),
        ("تواطأت كندا مع داعش ومع الدول الإقليمية الداعمة له.", "AID", {("الدول الإقليمية", "داعش")}),  # a name is described behind it
        ("هذا تواطؤ الحلف مع الحزب ومع الدول الداعمة له.", "AID", {("الدول الداعمة", "الحزب")}),  # and no other before it is meant
        ("شنت الميليشيات الداعمة لإيران هجوما على حلب.", "AID", {("الميليشيات الداعمة", "إيران")}),
        ("قصف الجيش والفصائل المساندة له مواقع داعش.", "AID", {("الفصائل المساندة", "الجيش")}),  # no masdar; who fights helps so
    ],
)
def test_a_participle_tells_of_its_noun_and_of_whom_it_takes_up(
    text: str, relation: str, claims: set[tuple[str, str]], code: Code
) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("حلقت طائرة مسيرة تابعة لحزب الله فوق حيفا.", set()),
        ("دمرت تركيا مروحية تابعة للجيش الليبي.", set()),
        ("دخلت ميليشيات تابعة لحزب الله حلب.", {("ميليشيات", "حزب الله")}),
        ("سفن تابعة للحرس الثوري أوقفت ناقلة.", set()),
        ("كانت الجزائر تابعة لفرنسا.", {("الجزائر", "فرنسا")}),
        ("البحرين تابعة للسعودية.", {("البحرين", "السعودية")}),
    ],
)
def test_a_thing_is_nobodys_member(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    reading = code(text)
    assert ends(reading, "MEMBER") == claims
    assert ends(reading, "ALLY") == set()
