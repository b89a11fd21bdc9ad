"""One noun for several owners: each adjective of origin behind it is an organ of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]


def actors(draft: Draft) -> list[tuple[str, str]]:
    return [(draft.text(p.first, p.last), p.actor.id) for p in draft.phrases if p.actor is not None and p.kind in ("organ", "name")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("التقى الرئيسان الأمريكي والروسي.", [("الرئيسان الأمريكي", "USA.رييس"), ("والروسي", "RUS.رييس")]),
        ("بحث وزيرا الخارجية السعودي والقطري ذلك.", [("وزيرا الخارجية السعودي", "SAU.وزير خارجيه"), ("والقطري", "QAT.وزير خارجيه")]),
        # of several of one name those of one country
        ("تعارض الجبهتان الشعبية والديمقراطية ذلك.", [("الجبهتان الشعبية", "pflp"), ("والديمقراطية", "dflp")]),
        ("تتقدم القوات السورية والروسية.", [("القوات السورية", "SYR.قوات"), ("والروسية", "RUS.قوات")]),
        ("وقعت الحكومتان السعودية واليمنية.", [("الحكومتان السعودية", "SAU.حكومه"), ("واليمنية", "YEM.حكومه")]),
        ("بين وزيري الدفاع التركي واليوناني.", [("وزيري الدفاع التركي", "TUR.وزير دفاع"), ("واليوناني", "GRC.وزير دفاع")]),
        ("بحث رئيسا مصر والسودان الأزمة.", [("رئيسا مصر", "EGY.رييس"), ("والسودان", "SDN.رييس")]),
        ("انتقدت حكومتا بغداد وأربيل القرار.", [("حكومتا بغداد", "IRQ.حكومه"), ("وأربيل", "kurdistan-iraq.حكومه")]),
        (
            "بين وزيري خارجية أمريكا وروسيا.",
            [("وزيري خارجية", "USA.وزير خارجيه"), ("أمريكا", "USA.وزير خارجيه"), ("وروسيا", "RUS.وزير خارجيه")],
        ),
        (
            "التقى وزيرا خارجية تركيا وإيران.",
            [("وزيرا", "TUR.وزير خارجيه"), ("خارجية تركيا", "TUR.وزير خارجيه"), ("وإيران", "IRN.وزير خارجيه")],
        ),
        ("استقبل رئيس مصر والسودان.", [("رئيس مصر", "EGY.رييس"), ("والسودان", "SDN")]),
        (
            "اجتمع وزراء خارجية مصر وقطر والأردن.",
            [("وزراء خارجية مصر", "EGY.وزير خارجيه"), ("وقطر", "QAT.وزير خارجيه"), ("والأردن", "JOR.وزير خارجيه")],
        ),
        ("نددت حكومات فرنسا وألمانيا بالقصف.", [("حكومات فرنسا", "FRA.حكومه"), ("وألمانيا", "DEU.حكومه")]),
        ("اجتمع وزراء خارجية مصر.", [("وزراء خارجية مصر", "EGY.وزراء خارجيه")]),
        (
            "زار الوفد السعودي وزير الدفاع ورئيس الأركان الكنديين.",
            [("الوفد السعودي", "SAU.وفد"), ("وزير الدفاع", "CAN.وزير دفاع"), ("ورئيس الأركان الكنديين", "CAN.رييس اركان")],
        ),
        # one noun, several fields
        ("وصل وزيرا الخارجية والدفاع المصريان.", [("وزيرا الخارجية", "EGY.وزير خارجيه"), ("والدفاع المصريان", "EGY.وزير دفاع")]),
        (
            "اجتمع وزراء الداخلية والعدل في الدول العربية.",
            [("وزراء الداخلية", "arab-states.وزراء داخليه"), ("والعدل", "arab-states.وزراء عدل"), ("الدول العربية", "arab-states")],
        ),
        (
            "يجتمع وزراء الخارجية بدول الاتحاد الأوروبي.",
            [("وزراء الخارجية", "european-union.وزراء خارجيه"), ("بدول الاتحاد الأوروبي", "european-union")],
        ),
        (
            "حارب التحالفان الدولي والإسلامي.",
            [("التحالفان الدولي", "anti-isis-coalition"), ("والإسلامي", "islamic-military-coalition")],
        ),
    ],
)
def test_each_owner_is_an_organ(text: str, expected: list[tuple[str, str]], prepare: Prepare) -> None:
    assert actors(prepare(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("حارب التحالفان الشمالي والجنوبي الجبهة.", ["text:تحالف شمالي", "text:تحالف جنوبي", "text:جبهه"]),
        ("هاجمت كندا القوتين الدولية والكينية.", ["CAN", "text:قوه دوليه", "text:قوه كينيه"]),
        ("هاجمت كندا الجبهتين الجنوبية والكينيين.", ["CAN", "text:جبهتون جنوبيه", "KEN.people"]),
        ("هاجم المسلحون الملثمون والخاطفون كندا.", ["text:مسلحون ملثمون", "text:خاطفون", "CAN"]),
    ],
)
def test_two_adjectives_of_a_dual_tell_two_apart(text: str, expected: list[str], prepare: Prepare) -> None:
    assert [p.actor.id for p in prepare(text).phrases if p.actor is not None and not p.pointing] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("هاجمت قوات كندية وأخرى كينية القرية.", ["CAN.قوات", "KEN.قوات"]),
        ("اشتبكت قوات كندية مع أخرى كينية.", ["CAN.قوات", "KEN.قوات"]),
        ("هاجمت فصائل شيعية وأخرى سنية كندا.", ["text:فصايل شيعيه", "text:فصايل سنيه"]),
    ],
)
def test_others_are_of_the_kind_told_before(text: str, expected: list[str], prepare: Prepare) -> None:
    found = [p.actor.id for p in prepare(text).phrases if p.actor is not None and not p.pointing and p.actor.kind != "state"]
    assert [actor for actor in found if actor != "text:قريه"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "عقد الجانبان الروسي والإيراني محادثات.",
        "اتفق الطرفان الروسي والإيراني.",
        "التقى الخصمان الروسي والإيراني.",
        "هددت كندا الجارين الروسي والإيراني.",
    ],
)
def test_two_sides_are_the_states_that_they_are(text: str, prepare: Prepare) -> None:
    assert [p.actor.id for p in prepare(text).phrases if p.actor is not None and p.actor.kind == "state"][-2:] == ["RUS", "IRN"]


def test_both_are_one_coordination(prepare: Prepare) -> None:
    draft = prepare("هاجمت القوات السورية والروسية المدينة.")
    first, second = draft.phrases[:2]
    assert first.group == second.group == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("الدعم الأمريكي والسعودي للحزب.", "والسعودي"),  # a deed's doers stay adjectives of origin
        ("الجيش السوري وروسيا.", "وروسيا"),
    ],
)
def test_what_is_no_owner_stays_as_it_was(text: str, words: str, prepare: Prepare) -> None:
    draft = prepare(text)
    (found,) = [p for p in draft.phrases if draft.text(p.first, p.last) == words]
    assert found.kind != "organ"


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("خدع الحاكم الشعوب العربية والإسلامية.", "والإسلامية", "muslims"),
        ("خدع الحاكم الشعوب العربية والريفية.", "والريفية", ""),
    ],
)
def test_an_adjective_more_is_another_body_that_is_known(text: str, words: str, actor: str, prepare: Prepare) -> None:
    draft = prepare(text)
    found = [p.actor.id for p in draft.phrases if draft.text(p.first, p.last) == words and p.actor is not None]
    assert found == [actor] if actor else not any(draft.lexicon.actors.get(ident) for ident in found)
