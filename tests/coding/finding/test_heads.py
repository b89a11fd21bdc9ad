"""What looks like the head of a phrase and is none, and how far an office and its holder's name reach."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.words.draft import Draft, Phrase

Prepare = Callable[[str], Draft]


def _phrases(draft: Draft) -> dict[str, Phrase]:
    text = draft.view.bare
    found = [p for p in draft.phrases if not p.pointing and p.actor is not None]
    return {text[draft.toks[p.first].start : draft.toks[p.named_to].end]: p for p in found}


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        # whose an administration is, behind his office
        ("انتقدت برلين إدارة الرئيس السابق باراك أوباما.", "إدارة الرئيس السابق باراك أوباما", "barack-obama.اداره"),
        ("حارب الثوار نظام الرئيس المخلوع بشار الأسد.", "نظام الرئيس المخلوع بشار الأسد", "syrian-regime"),
        ("حارب الثوار نظام الرئيس السوري بشار الأسد. وهرب الأسد.", "الأسد", "bashar-al-assad"),
        # a side that is a glance is none
        ("غض الطرف عن القصف خطأ. وهاجم الطرف كندا.", "الطرف", "text:طرف"),
        # how strong somebody is, is no force
        ("عرفت كندا سر قوة حزب الفجر.", "حزب الفجر", "text:حزب فجر"),
        ("وصلت قوة حزب الفجر إلى كندا.", "قوة حزب الفجر", "text:قوه حزب فجر"),
        # an office of a known body
        ("وصل أمين عام جامعة الدول العربية عمرو موسى إلى بيروت.", "أمين عام جامعة الدول العربية عمرو موسى", "amr-moussa"),
        ("قال مدير مكتب التحقيقات الفيدرالي كريستوفر كوبر إن روسيا تتجسس.",
            "مدير مكتب التحقيقات الفيدرالي كريستوفر كوبر",
            "text:كريستوفر كوبر"),
        ("عارض أعضاء الدوما قرار الحكومة المصرية.", "أعضاء الدوما", "text:اعضاء دوما"),
        ("عارض أعضاء الكونغرس قرار الحكومة المصرية.", "أعضاء الكونغرس", "USA.اعضاء كونغرس"),
        ("رفضت إسرائيل مطالب الكرملين ووزارة الدفاع.", "ووزارة الدفاع", "RUS.وزاره دفاع"),
        # whom an office serves is not who has it
        ("وصل مبعوث الأمين العام للأمم المتحدة سامر القنواتي.", "مبعوث الأمين العام للأمم المتحدة سامر القنواتي", "text:سامر قنواتي"),
        ("أعلن سامر القنواتي الناطق باسم كتائب القسام توقيف رجل.", "الناطق باسم كتائب القسام", "text:سامر قنواتي"),
        ("قال عمر هلال، السفير في نيويورك، إن المغرب يدعم السلام. وأشار السفير المغربي إلى ذلك.", "السفير المغربي", "omar-hilale"),
        # sources of a body are not the body
        ("قالت مصادر المعارضة السورية ذلك. وأضافت أن المعارضة هاجمت حلب.", "المعارضة", "SYR.معارضه"),
        # people who stand for two groups
        ("اجتمع قادة حركتي فتح وحماس في الدوحة.", "حركتي فتح", "fatah"),
        # channels
        ("قال مراسل الجزيرة في بغداد إن العراق سيصوت. وطالبت الجزيرة بالتحقيق.", "الجزيرة", "al-jazeera"),
        ("وصل الصيادون إلى الجزيرة في البحر.", "الجزيرة", "text:جزيره"),
        # names
        ("نشر رئيس الوزراء الإسرائيلي نفتالي بينيت الخطاب.", "رئيس الوزراء الإسرائيلي نفتالي بينيت", "naftali-bennett"),
        ("قال النائب صمد الكرخي إن الحكومة فشلت.", "النائب صمد الكرخي", "text:صمد كرخي"),
        ("قال العميد ناصر النوبة إن عدن هادئة. وأشار النوبة إلى ذلك.", "النوبة", "nasser-al-nawba"),
        ("مقتل أبو عاقلة يغضب الأردن. ودفنت شيرين أبو عاقلة في القدس.", "أبو عاقلة", "shireen-abu-akleh"),
        ("حكم صدام العراق ثلاثين عاما.", "صدام", "saddam-hussein"),
        ("وأعلنت الرئيسة ميلوني ذلك.", "الرئيسة ميلوني", "giorgia-meloni"),
        ("قصفت كتائب الشهيد عز الدين القسام سديروت. ودفن الشهيد في غزة.", "الشهيد", "text:شهيد@PSE"),
        ("قال المتحدث باسم الشرطة فهد سالم ذلك. وأكد القيادي في حماس أن مصر تساعدها.", "القيادي", "text:قيادي"),
    ],
)
def test_who_is_meant(text: str, words: str, actor: str, prepare: Prepare) -> None:
    found = _phrases(prepare(text))
    assert words in found, sorted(found)
    assert found[words].actor is not None
    assert found[words].actor.id == actor


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("صدر أمر ملكي بإعفاء الوزير.", "ملكي"),
        ("قال ذلك في ندوة نظمها المعهد المصري.", "نظمها"),
        ("أدى الوزراء اليمين أمام رئيس تونس.", "اليمين"),
        ("حمل الجندي البندقية وهاجم بغداد.", "البندقية"),
        ("تظاهر الآلاف في المدن الرئيسة في اليمن.", "الرئيسة"),
        ("وصل النائب ناصر الدويلة إلى الكويت.", "النائب ناصر الدويلة"),
        ("اجتمع حاكم ولاية كسلا الخمسة مع الوزير.", "حاكم ولاية كسلا الخمسة"),
    ],
)
def test_what_is_nobody(text: str, nobody: str, prepare: Prepare) -> None:
    known = {words for words, p in _phrases(prepare(text)).items() if p.kind not in ("thing", "act")}
    assert nobody not in known


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("يجب معرفة المسؤول عن الهجوم. قال الوزير فهد سالم ذلك.", "المسؤول", "text:مسوول"),
        ("هاجمت قوات الشرعية المسنودة بغطاء جوي تعز في اليمن.", "قوات الشرعية", "yemeni-national-army"),
        ("اتهم النائب ناصر الوزير الكويتي بالفشل.", "النائب ناصر", "text:ناصر"),
    ],
)
def test_how_far_a_phrase_reaches(text: str, words: str, actor: str, prepare: Prepare) -> None:
    found = _phrases(prepare(text))
    assert words in found, sorted(found)
    assert found[words].actor is not None
    assert found[words].actor.id.split("@")[0] == actor


@pytest.mark.parametrize(
    ("text", "word", "somebody"),
    [
        ("تدخلت كندا عسكريا في أوغندا.", "عسكريا", False),
        ("نفت كينيا تدخل جيشها عسكريا في أوغندا.", "عسكريا", False),
        ("نددت كينيا بهجوم عسكري على أوغندا.", "عسكري", False),
        ("قتل مسلحون عسكريا في كينيا.", "عسكريا", True),
        ("زار كينيا عسكري من كندا.", "عسكري", True),
        ("تدعم كندا كينيا سياسيا واقتصاديا", "سياسيا", False),
        ("قتل مسلحون سياسيا ومدنيا في كينيا.", "سياسيا", True),
        ("والآن تدعم كندا الحزب", "والآن", False),  # no two governors
    ],
)
def test_how_a_deed_is_done_is_no_soldier(text: str, word: str, somebody: bool, prepare: Prepare) -> None:
    assert (word in _phrases(prepare(text))) == somebody


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("هاجم مسلحون مجهولون قاعدة للبعثة.", "مسلحون مجهولون"),  # no feminine describes men
        ("تمكنت القوات الكندية من قتل قيادي بارز في التنظيم.", "قيادي"),  # an expression begins with whom it befell
        ("اعتقلت كندا زعيم الحزب الحاكم.", "زعيم الحزب الحاكم"),
        ("قصف الطيران الكندي القوات شبه العسكرية الكينية.", "القوات شبه العسكرية الكينية"),
    ],
)
def test_how_far_somebody_goes_who_has_no_name(text: str, words: str, prepare: Prepare) -> None:
    assert words in _phrases(prepare(text))


@pytest.mark.parametrize(
    ("text", "words", "somebody"),
    [
        ("هناك أهداف لتحالف كندا مع الحزب.", "تحالف كندا", False),
        ("بعد تحالف الحركة مع الحزب هاجمت كندا كينيا", "تحالف الحركة", False),
        ("قصف تحالف كندا القرية.", "تحالف كندا", True),
        ("مصيره المجهول بعد اختطافه من قبل جماعة.", "المجهول", False),
        ("اعتقلت الشرطة المجهول.", "المجهول", True),
    ],
)
def test_a_deed_or_an_adjective_is_nobody(text: str, words: str, somebody: bool, prepare: Prepare) -> None:
    assert any(words in phrase for phrase in _phrases(prepare(text))) == somebody
