"""An office and the name that stands with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import actors, ends, ids

from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

Code = Callable[..., Reading]
Prepare = Callable[[str], Draft]


def test_who_holds_an_office_is_of_its_country_and_not_of_where_it_is_held(prepare: Prepare) -> None:
    draft = prepare("التقى السفير الفرنسي في الجزائر ستيفان مرسالي وزير الصناعة الجزائري أمس.")
    (envoy,) = actors(draft, "ستيفان مرسالي")
    assert (envoy.id, envoy.country, envoy.sector) == ("text:ستيفان مرسالي", "FRA", "GOV")
    assert actors(draft, "السفير الفرنسي") == [envoy]
    assert ids(draft, "وزير الصناعة الجزائري") == ["DZA.وزير صناعه"]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("دان وزير الإعلام في الحكومة اليمنية المعترف بها دوليا معمر الإرياني الهجوم.", "وزير الإعلام", "muammar-al-eryani"),
        ("بحث الوزير التركي مع نظيره السوري، مرهف أبو قصرة، دعم الجيش.", "نظيره السوري", "murhaf-abu-qasra"),
        ("التقى سامح شكري نظيره التركي.", "نظيره التركي", "TUR.نظير"),
        ("التقى الملك عبد الله الثاني الملك سلمان.", "الملك عبد الله الثاني", "abdullah-ii-of-jordan"),
        ("قصفت روسيا هيئة تحرير الشام (جبهة النصرة سابقا) في إدلب.", "جبهة النصرة", "hayat-tahrir-al-sham"),
        # a name in quotation marks is whose the office, the title or the tie is
        ('رفض الملك "سلمان" الطلب.', 'الملك "سلمان', "salman-of-saudi-arabia"),
        ("استخدمت إيران ذراعها «حزب الله» في الحرب.", "ذراعها", "hezbollah"),
        ("اجتمع النواب بالبطل «بشار الأسد» أمس.", "بالبطل", "bashar-al-assad"),
        ('زار الوفد جامعة "الملك سعود" في الرياض.', 'جامعة "الملك سعود', "king-saud-university"),
        # several and a group in their case; in another it is whom they do something to
        ("انقلب صالح على حلفائه الحوثيين.", "حلفائه", "houthis"),
        ("شكر حلفاؤه الحوثيون إيران.", "حلفاؤه", "houthis"),
        ("هاجم حلفاؤه الحوثيين.", "حلفاؤه", "text:حلفاء"),
        # whom the one before does something to is another
        ("التقى السيسي وزير الخارجية الأميركي.", "وزير الخارجية الأميركي", "USA.وزير خارجيه"),
        ("أقال نتنياهو وزير الدفاع.", "وزير الدفاع", "ISR.وزير دفاع"),
        ("استقبل أمير قطر أردوغان في الدوحة.", "أردوغان", "recep-tayyip-erdogan"),
        ("استقبل أمير قطر أردوغان في الدوحة.", "أمير قطر", "QAT.امير"),
        ("استقبل ولي العهد السعودي الشرع.", "الشرع", "ahmad-al-sharaa"),
        ("أكد جعجع رئيس القوات اللبنانية أن الحزب مسلح.", "رئيس القوات اللبنانية", "samir-geagea"),
        ("قصفت روسيا هيئة تحرير الشام (جبهة النصرة سابقا)", "جبهة النصرة", "hayat-tahrir-al-sham"),
        ("قتل كمال عزيز (أبو وائل)", "أبو وائل", "text:كمال عزيز"),  # the bracket may end the text
        ("قصفت روسيا هيئة تحرير الشام (جبهة النصرة) في إدلب.", "جبهة النصرة", "jabhat-al-nusra"),
    ],
)
def test_who_stands_beside_whom(text: str, words: str, actor: str, prepare: Prepare) -> None:
    assert ids(prepare(text), words) == [actor]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("هاجم الحوثيون وحليفهم المخلوع علي عبد الله صالح عدن.", {"الحوثيون", "علي عبد الله صالح"}),
        ("هاجمت إيران وذراعها حزب الله عدن.", {"إيران", "حزب الله"}),
        ("هاجمت تركيا وحليفتها قطر عدن.", {"تركيا", "قطر"}),
    ],
)
def test_a_partner_is_who_is_named_right_behind(text: str, who: set[str], code: Code) -> None:
    assert ends(code(text), "ASSAULT") == {(name, "عدن") for name in who}


def test_whom_a_partner_stands_with_is_another(code: Code) -> None:
    assert ends(code("زارت تركيا حليفتها وقطر."), "CONSULT") == {("تركيا", "حليفتها"), ("تركيا", "قطر")}


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("أقال الرئيس التونسي هشام المشيشي.", ["TUN.رييس", "hichem-mechichi"]),
        ("كلف الرئيس التونسي نجلاء بودن بالمهمة.", ["TUN.رييس", "najla-bouden"]),
        ("استقبل الرئيس التونسي قيس سعيد اليابان.", ["kais-saied", "JPN"]),
        ("أيد رئيس حزب القوات اللبنانية سمير جعجع اليابان.", ["samir-geagea", "samir-geagea", "JPN"]),
    ],
)
def test_a_ruler_is_not_whom_he_does_something_to(text: str, actors: list[str], prepare: Prepare) -> None:
    draft = prepare(text)
    named = [p.actor.id for p in draft.phrases if p.actor is not None and not p.pointing and p.kind in ("organ", "name", "person")]
    assert named == actors
