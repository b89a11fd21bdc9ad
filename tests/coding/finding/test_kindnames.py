"""A word for a kind before one name, and before several."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]


def named(draft: Draft) -> list[tuple[str, str]]:
    """The words and the actor of every name."""
    return [(draft.text(p.first, p.last), p.actor.id) for p in draft.phrases if p.kind == "name" and p.actor is not None]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("تصالحت حركتا فتح وحماس.", [("حركتا فتح", "fatah"), ("وحماس", "hamas")]),
        ("رعت اللجنة المصالحة بين حركتي فتح وحماس.", [("حركتي فتح", "fatah"), ("وحماس", "hamas")]),
        ('رعت اللجنة المصالحة بين حركتي "فتح" و"حماس".', [('حركتي "فتح"', "fatah"), ("حماس", "hamas")]),
        ('قال "حركتي سريعة" وغادر.', []),
        ("تظاهر حزبا الوفد والغد.", [("حزبا الوفد", "wafd"), ("والغد", "ghad-party")]),
        ("قاتل تنظيما داعش والقاعدة.", [("تنظيما داعش", "daesh"), ("والقاعدة", "al-qaeda")]),
        (
            "أيدت أحزاب الوفد والغد والأمل القانون.",
            [("أحزاب الوفد", "wafd"), ("والغد", "ghad-party"), ("والأمل", "text:حزب امل")],
        ),
        ("دعمت دولتا قطر وتركيا القرار.", [("دولتا قطر", "QAT"), ("وتركيا", "TUR")]),
        ("حزب الإخوان يحكم.", [("حزب الإخوان", "muslim-brotherhood")]),
        ("منظمة حماس تحكم.", [("منظمة حماس", "hamas")]),
        ("أسس حزبا جديدا.", []),
        ("تدعم منظمات الأمم المتحدة اللاجئين.", []),
    ],
)
def test_the_names_behind_a_kind(text: str, names: list[tuple[str, str]], prepare: Prepare) -> None:
    assert named(prepare(text)) == names


def test_two_behind_a_kind_do_it_with_one_another(prepare: Prepare) -> None:
    draft = prepare("اتفقت حركتا فتح وحماس.")
    assert [draft.words[at].bare for at in draft.subject_of] == ["اتفقت"]
    assert draft.group_size == {0: 2}


@pytest.mark.parametrize(
    ("text", "thing", "persons"),
    [
        ("قصف الجيش مستشفى الرنتيسي.", "مستشفى الرنتيسي", 0),
        ("أغلقت الحكومة مطار رفيق الحريري ومدرسة خليفة بن زايد.", "مطار رفيق الحريري", 0),
        ("هبط الوفد في مطار الملك خالد ليلة الأحد.", "مطار الملك خالد", 0),
        ("وقع معهد وايزمان اتفاقا مع الجامعة.", "معهد وايزمان", 0),
        ("أدانت مؤسسة ياسر عرفات الهجوم.", "مؤسسة ياسر عرفات", 0),
        ("زار رفيق الحريري الجامعة.", "الجامعة", 1),
        ("زارت الجامعة رفيق الحريري.", "الجامعة", 1),
    ],
)
def test_what_is_named_after_somebody_is_not_him(text: str, thing: str, persons: int, prepare: Prepare) -> None:
    draft = prepare(text)
    assert thing in [draft.text(p.first, p.last) for p in draft.phrases]
    assert sum(p.actor is not None and p.actor.kind == "person" for p in draft.phrases) == persons
