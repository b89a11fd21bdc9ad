"""Which events a text reports, and which it only mentions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.reported import only_reported
from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "trigger", "reported"),
    [
        ("أسفر انفجار عن مقتل 12 شخصا في بغداد.", "مقتل", True),
        ("أسفرت الغارة عن مقتل ضابطين.", "مقتل", True),
        ("قتل مسلحون ضابطا في الجيش العراقي.", "قتل", True),
        ("هاجمت تركيا الأكراد في سوريا.", "هاجمت", True),
        ("قام مسلحون بخطف صحفي فرنسي.", "بخطف", True),
        ("شهدت الخرطوم مظاهرات ضد الحكومة.", "مظاهرات", True),
        ("وفي بغداد، تظاهر المئات ضد الحكومة.", "تظاهر", True),
        ("التقى الرئيس التركي نظيره الروسي في سوتشي.", "التقى", True),
        ("انفجرت سيارة مفخخة مما أسفر عن مقتل ضابط.", "مقتل", True),
        ("قالت الشرطة التي وصلت إلى المكان إن مسلحين هاجموا السفارة الأمريكية.", "هاجموا", True),
        ("مقتل قيادي في حركة حماس في غارة إسرائيلية", "مقتل", True),
        ("3 آذار 1997: اغتيال وزير الري كمال عزيز في مكتبه.", "اغتيال", True),
        ("اغتيال الحريري غير وجه لبنان.", "اغتيال", False),
        ("عندما قتل مسلحون 12 شخصا في بغداد خرج الناس.", "قتل", False),
        ("كانت روسيا قد قتلت 12 شخصا في حلب.", "قتلت", False),
        ("تدعم 34 دولة إسلامية الحكومة العراقية.", "تدعم", False),
        ("بعدما قصفت روسيا حلب هاجمت تركيا دمشق.", "قصفت", False),
        ("بعد أن هاجمت إيران السعودية خرج الناس.", "هاجمت", False),
        ("يستمر قصف روسيا لحلب حتى اليوم.", "قصف", False),
        ("تستمر روسيا في تخريب حلب، وقتل أطفالها، وحصار مدنها.", "وقتل", False),
        ("يتذكر اللبنانيون اغتيال الحريري.", "اغتيال", False),
        ("الهجمات على المدنيين جريمة.", "الهجمات", False),
        ("الذين هاجموا السفارة هربوا.", "هاجموا", False),
        ("عندما هاجمت إسرائيل لبنان كان العرب غائبين.", "هاجمت", False),
        ("كانت روسيا قد قصفت حلب.", "قصفت", False),
        ("لم تقصف روسيا حلب.", "تقصف", False),
        ("ستقصف روسيا حلب.", "ستقصف", False),
        ("تدعم إيران الحوثيين.", "تدعم", False),
        ("إيران حليف دمشق.", "حليف", False),
    ],
)
def test_what_is_news(text: str, trigger: str, reported: bool, code: Code) -> None:
    claims = [c for c in code(text).claims if c.trigger.of(text) == trigger]
    assert claims
    assert {c.reported for c in claims} == {reported}


def test_events_alone(code: Code) -> None:
    text = "يتذكر اللبنانيون اغتيال الحريري. أسفرت الغارة عن مقتل ضابطين."
    whole = code(text)
    alone = only_reported(whole)
    assert alone.claims == tuple(c for c in whole.claims if c.reported)
    assert 0 < len(alone.claims) < len(whole.claims)
    assert alone.mentions == whole.mentions
