"""Words that only describe, tell a deed or bring the news, and so are nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends, words

from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("دعم العراق الكامل لسوريا الشقيقة.", ["العراق", "لسوريا الشقيقة"]),
        ("رفض مصر القاطع للحرب.", ["مصر"]),
        ("احتجاج إيران الشديد.", ["إيران"]),
        ("تدعم مصر الدول الشقيقة والصديقة.", ["مصر", "الدول الشقيقة"]),
        ("المحادثات بين مصر وتركيا والمخصصة لبحث الأزمة.", ["مصر", "وتركيا"]),
        ("تجاهلت الحكومة الأحزاب الممثلة في البرلمان.", ["الحكومة", "الأحزاب", "البرلمان"]),
        ("هاجم الجيش المعارضة والمقاومة في البلاد.", ["الجيش", "المعارضة", "والمقاومة", "البلاد"]),
        ("خلافات بين مصر من جهة وتركيا من جهة أخرى.", ["مصر", "وتركيا"]),
        ("دعم من جهة مجهولة.", ["جهة مجهولة"]),
        ("دعت واشنطن إلى إجراء انتخابات.", ["واشنطن"]),
        ("تدعو مصر المنظمات الإقليمية والدولية المعنية بالأمر إلى الصبر.", ["مصر", "المنظمات الإقليمية والدولية"]),
        ("هاجم مسلحون غربي الموصل.", ["مسلحون"]),
        ("يجب القضاء على داعش.", ["داعش"]),
        ("حكمت المحكمة بسجن الناشط.", ["المحكمة", "الناشط"]),
        ("زارت اللجنة سجن النساء.", ["اللجنة", "سجن النساء"]),
        ("تدعم إيران الحوثيين، والدليل على ذلك صمتها.", ["إيران", "الحوثيين"]),
        ("وقعت أمريكا اتفاقا مع إيران، والسبب هو الخوف.", ["أمريكا", "إيران"]),
        ("رفضت السعودية المشروع، والأهم من ذلك أن مصر رفضته.", ["السعودية", "مصر"]),
        ("لولا دعم إيران للنظام لسقط.", ["إيران", "للنظام"]),
        ("رفض القضاء العراقي الطلب.", ["القضاء العراقي"]),
        # of what kind a deed or a thing is that somebody owns
        ("رأى الوزير فيه استهدافا سياسيا لكندا.", ["الوزير", "لكندا"]),
        ("هزم الجيش الحركة في هجومه الخاطف على كندا.", ["الجيش", "الحركة", "كندا"]),
        ("تواصل كندا مساندتها المعارضة.", ["كندا", "المعارضة"]),
        ("وقعت كندا بنودا سرية مع كينيا.", ["كندا", "كينيا"]),
    ],
)
def test_what_only_describes_is_nobody(text: str, found: list[str], prepare: Prepare) -> None:
    draft = prepare(text)
    assert [words(draft, p) for p in draft.phrases if p.kind in ("name", "nominal", "organ")] == found


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("جدد الشيوخ الموقف الرسمي أمام الأمير.", "الرسمي"),
        ("حذر الخطيب من العنف الديني.", "الديني"),
        ("رفض الوزير التعاون العلني.", "العلني"),
        ("استقبلت كندا، عدوة الأمس، الوزير.", "الأمس"),
    ],
)
def test_an_adjective_is_nobody_of_its_own(text: str, nobody: str, prepare: Prepare) -> None:
    draft = prepare(text)
    assert nobody not in [words(draft, p) for p in draft.phrases]


@pytest.mark.parametrize(
    ("text", "relation", "source", "target"),
    [
        # a deed and to whom it is done
        ("بدأت تركيا مهاجمة منبج.", "ASSAULT", "تركيا", "منبج"),
        ("قررت مصر مقاطعة إسرائيل.", "SANCTION", "مصر", "إسرائيل"),
        ("انتقدت مصر احتلال إسرائيل لغزة.", "ASSAULT", "إسرائيل", "غزة"),
        ("قصف الطيران محافظة ديالى.", "ASSAULT", "الطيران", "محافظة ديالى"),
        # what somebody is to somebody
        ("حزب الله حليف المالكي.", "ALLY", "حزب الله", "المالكي"),
        ("داعش صنيعة أمريكا.", "ALLY", "داعش", "أمريكا"),
        ("داعش صنيعة المخابرات السورية.", "ALLY", "داعش", "المخابرات السورية"),
        ("انتقد حليف الرئيس الأميركي السعودية.", "ACCUSE", "حليف الرئيس الأميركي", "السعودية"),
        # of what kind a thing is
        ("شنت تركيا غارات على أهداف مدنية في منبج.", "ASSAULT", "تركيا", "منبج"),
        ("قتل الجيش مدنيا.", "ASSAULT", "الجيش", "مدنيا"),
    ],
)
def test_a_trigger_or_adjective_is_nobody(text: str, relation: str, source: str, target: str, code: Code) -> None:
    assert (source, target) in ends(code(text), relation)


@pytest.mark.parametrize("text", ["دعم الكل تركيا.", "والأكثر من ذلك دعم تركيا."])
def test_everybody_is_nobody(text: str, prepare: Prepare) -> None:
    assert [p.actor.id for p in prepare(text).phrases if p.actor is not None] == ["TUR"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("بدأت التدخلات الخارجية تهدد العراق.", False),
        ("رفضت بغداد التدخلات الخارجية في شؤونها.", False),
        ("رفضت بغداد أي تدخلات خارجية سافرة.", False),
        ("نددت أمس خارجية كندا بالهجوم.", True),
        ("زار الوفد الخارجية المصرية.", True),
        ("رفضت الخارجية العراقية التدخلات.", True),
    ],
)
def test_what_comes_from_abroad_is_no_ministry(text: str, body: bool, prepare: Prepare) -> None:
    draft = prepare(text)
    assert any(p.kind == "organ" and "خارجية" in words(draft, p) for p in draft.phrases) == body


@pytest.mark.parametrize(
    ("text", "word", "somebody"),
    [
        ("خطب سمير المسؤول في حركة الفجر والمتهم بخطف الأمير.", "والمتهم", False),
        ("زار الزعيم السابق للحزب السوري والمقرب من قطر باريس.", "والمقرب", False),
        ("وقف في القاعة القاضي والمتهم بالقتل.", "والمتهم", True),
        ("قصفت الطائرات مواقع الحوثي والمخلوع من الجو في اليمن.", "والمخلوع", True),
        ("ساند الحزب جيرانه، على سبيل المثال تركيا.", "المثال", False),
        ("على الحاكم أن ينصف أهله وألا يظلم أحدا.", "وألا", False),
        # an adjective more of a thing; of bodies it tells another
        ("خدم الأمير القضايا العربية والإسلامية.", "والإسلامية", False),
        ("ساند الأمير الشعوب العربية والإسلامية.", "والإسلامية", True),
    ],
)
def test_what_goes_on_about_somebody_is_nobody_more(text: str, word: str, somebody: bool, prepare: Prepare) -> None:
    draft = prepare(text)
    at = next(at for at, each in enumerate(draft.words) if draft.text(at, at) == word)
    assert any(p.first == at and not p.pointing for p in draft.phrases) is somebody


@pytest.mark.parametrize(
    ("text", "words", "somebody"),
    [
        ("كشف بيان عسكري أن الحرب انتهت.", "عسكري", False),
        ("كشف مقتل عسكري أن الحرب مستمرة.", "عسكري", True),
        ("استهدف الحزب لسيارة عسكرية طريقا.", "عسكرية", False),
        ("وصلت رسالة مؤرخة في أيار.", "مؤرخة", False),
        ("القاهرة - «الخليج»، وكالات: انتهت الحرب.", "وكالات", False),
        ("عواصم - وكالات: انتهت الحرب.", "وكالات", False),
        ("عدن: «الخليج» انتهت الحرب.", "الخليج", False),
        ("أمس، الخليج يدعم تونس.", "الخليج", True),
        ("في البداية، الخليج يهدد إيران.", "الخليج", True),
        ("ثانيا، الخليج عدو إيران.", "الخليج", True),
        ("تونس، الخليج يدعم المغرب.", "الخليج", True),
        ("تونس: الخليج يدعم المغرب.", "الخليج", True),
        ("كان المركب يبحر بحرية في البحر.", "بحرية", False),
        ("هاجمت بحرية أوكرانيا الميناء.", "بحرية أوكرانيا", True),
        ("انضمت قطر إلى شركة الطيران.", "الطيران", False),
        ("اتفقت بلدان أوروبا على ذلك.", "بلدان أوروبا", True),
        ("أطلق مسلحون ملثمون النار.", "مسلحون ملثمون", True),
        ("هاجم الحزب قوات حفظ النظام.", "قوات حفظ النظام", True),
        ("قتل 24 شخصا أغلبيتهم من تركيا.", "شخصا", True),
        ("حررت روسيا قضاء تلكيف شمالي مدينة الموصل.", "قضاء تلكيف", True),
        ("اعترضت مقاتلات تركية طائرة يونانية.", "مقاتلات تركية", True),
        ("السيد أونيل (الاتحاد الروسي): انتهت الحرب.", "الاتحاد الروسي", True),
        ("شكلت فرنسا لجنة مؤرخين.", "لجنة مؤرخين", True),
        ("نقلت «رويترز»، وكالات غربية الخبر.", "وكالات غربية", True),
    ],
)
def test_what_tells_of_a_thing_or_brings_the_news_is_nobody(text: str, words: str, somebody: object, prepare: Prepare) -> None:
    draft = prepare(text)
    assert any(draft.text(p.first, p.last) == words for p in draft.phrases) == somebody
