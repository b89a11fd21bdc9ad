"""Names that no table has: what proves that words are somebody's name, and what does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]


def persons(draft: Draft) -> list[str]:
    found = [p for p in draft.phrases if p.kind == "person" or (p.kind == "name" and p.actor and p.actor.kind == "person")]
    return [draft.text(p.first if p.named_from < 0 else p.named_from, p.last) for p in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أعلن يوسف شاي، القيادي في الجماعة، ذلك.", ["يوسف شاي"]),
        ("حذر «فليتو غراندمي»، المفوض السامي، من الأزمة.", ["فليتو غراندمي"]),
        ("قالت إيرين هولم المقررة الجديدة ذلك.", ["إيرين هولم"]),
        ("أعلنت سوزان ثابت زوجة الرئيس ذلك.", ["سوزان ثابت"]),
        ("قال عضو الأمانة العامة لنقابة المحامين عمر نزال إن الأزمة طالت.", ["عمر نزال"]),
        ("اعتقلت السلطات سامر أحمد سامر في المدينة.", ["سامر أحمد سامر"]),
        ("يرى رئيس الحزب عز الدين كامل أن الأزمة طالت.", ["عز الدين كامل"]),
        ("سخرت الناشطة وسن الشيخلي من القرار.", ["وسن الشيخلي"]),
        ("حضر بول توماس أندرسون وتيرانك ماليك ومارتين سكورسيزي.", ["وتيرانك ماليك"]),
        ("انتقد أحمد الحربي القرار.", ["أحمد الحربي"]),
        ("أكد رئيس المعهد التابع لوزارة الثقافة العراقية بيلدان الخضراوي أن الأزمة طالت.", ["بيلدان الخضراوي"]),
        ("وصف الشهود مقتل جورج فلومد بالجريمة.", ["جورج فلومد"]),
    ],
)
def test_what_stands_around_proves_a_name(text: str, names: list[str], prepare: Prepare) -> None:
    assert set(names) <= set(persons(prepare(text)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("استقبل الشيخ خليفة وفد الوزارة.", "خليفة وفد"),
        ("أعلنت المصادر أن الوزير أحمد غادر إلى تونس.", "أحمد غادر"),
        ("رفض الوزير خطة كاميرون الخمسية.", "كاميرون الخمسية"),  # of what the plan is
        ("دعم يوسف مشروع الوزير.", "يوسف مشروع"),
        ("بعد مقتل الرئيس صالح تولى نجله قيادة الحزب.", "صالح تولى"),
        ("وقف الرئيس أردوغان موقف المتفرج، كعادته.", "أردوغان موقف"),
        ("قالت سكاي نيوز إن الأزمة طالت.", "سكاي نيوز"),
        ("وصل الوفد إلى مطار رفيق الحريري الدولي.", "الحريري الدولي"),
        ("ذكرت صحيفة كرونن تسايتونغ أمس ذلك.", "كرونن تسايتونغ"),
        ("قال بيان صادر عن الحزب إن الأزمة طالت.", "بيان صادر"),
        ("كتب: جابر عوض قالت رئيسة الوزراء تيريزا ماي إن الأزمة طالت.", "عوض قالت"),
        ("قال مازن مخاطبا نائب رئيس الحزب إن الأزمة طالت.", "مخاطبا"),
        ("أعلن العمري متوجها إلى وزير النقل أن الأزمة طالت.", "متوجها"),
        ("زار رئيس الوزراء آبي أحمد كندا. ووقع آبي مذكرة مع كينيا.", "آبي مذكرة"),
        ("نفى الحمود وجود أي اتفاق مع كندا.", "الحمود وجود"),
    ],
)
def test_ordinary_words_are_no_name(text: str, name: str, prepare: Prepare) -> None:
    assert not [found for found in persons(prepare(text)) if name in found]


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("زار المبعوث الخاص إلى سوريا سامر القنواتي تركيا.", True),
        ("هدد رئيس لجنة النقل في مجلس المدينة سامر القنواتي تركيا.", True),
        ("التقى السفير الأمريكي في لبنان ميشال عون.", False),
    ],
)
def test_an_office_and_the_name_behind_where_it_is_held_are_one(text: str, one: bool, prepare: Prepare) -> None:
    phrases = [p for p in prepare(text).phrases if p.actor is not None]
    person = next(p for p in phrases if p.actor and p.actor.kind == "person" and p.kind in ("name", "person"))
    assert (phrases[0].actor is person.actor) is one
