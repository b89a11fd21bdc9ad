"""One title of several persons who are named behind it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

Code = Callable[..., Reading]
Prepare = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        (
            "زار روما الرئيسان التونسي قيس سعيد والجزائري عبد المجيد تبون.",
            [("الرئيسان التونسي قيس سعيد", "kais-saied"), ("والجزائري عبد المجيد تبون", "abdelmadjid-tebboune")],
        ),
        (
            "بين وزيري الخارجية الأمريكي جون كيري والروسي سيرغي لافروف.",
            [("وزيري الخارجية الأمريكي جون كيري", "john-kerry"), ("والروسي سيرغي لافروف", "sergey-lavrov")],
        ),
        (
            "وصل وزيرا الخارجية أيمن الصفدي والعدل فؤاد الحلبي.",
            [("وزيرا الخارجية أيمن الصفدي", "ayman-safadi"), ("والعدل فؤاد الحلبي", "text:فواد حلبي")],
        ),
        (
            "وصل وزراء الخارجية المصري سامح شكري والأردني أيمن الصفدي والعراقي فؤاد حسين.",
            [
                ("وزراء الخارجية المصري سامح شكري", "sameh-shoukry"),
                ("والأردني أيمن الصفدي", "ayman-safadi"),
                ("والعراقي فؤاد حسين", "fuad-hussein"),
            ],
        ),
        ("وصل الوزيران جبران باسيل وعلي حسن خليل.", [("الوزيران جبران باسيل", "gebran-bassil"), ("وعلي حسن خليل", "ali-hassan-khalil")]),
        (
            "رحب رئيسا الوزراء البريطاني ديفيد كاميرون والإسباني ماريانو راخوي.",
            [("رئيسا الوزراء البريطاني ديفيد كاميرون", "david-cameron"), ("والإسباني ماريانو راخوي", "mariano-rajoy")],
        ),
    ],
)
def test_each_name_is_somebody(text: str, persons: list[tuple[str, str]], prepare: Prepare) -> None:
    draft = prepare(text)
    found = [(draft.text(p.first, p.last), p.actor.id) for p in draft.phrases if p.named_from >= 0 and p.actor is not None]
    assert found == persons


@pytest.mark.parametrize(
    "text",
    ["استقبل الوزراء عباس وهنية.", "استقبل الرئيسان محمود عباس.", "التقى الرئيس المصري عبد الفتاح السيسي والتركي رجب طيب أردوغان."],
)
def test_others_are_not_named_by_a_title(text: str, prepare: Prepare) -> None:
    draft = prepare(text)
    assert not any(draft.words[p.first].number in ("d", "p") for p in draft.phrases if p.kind == "person" and p.named_from >= 0)


def test_who_meets_them_meets_each(code: Code) -> None:
    reading = code("التقى نتنياهو الرئيسين القبرصي نيكوس أناستاسياديس والمصري عبد الفتاح السيسي.")
    met = {(c.source.actor.id, c.target.actor.id) for c in reading.claims if c.source and c.target}
    assert met == {("benjamin-netanyahu", "nicos-anastasiades"), ("benjamin-netanyahu", "abdel-fattah-el-sisi")}
