"""Where a noun phrase ends: adjectives that agree, joined adjectives, quoted names, bodies with their fields."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.coding.nounphrases import wording
from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        # a noun that is written like a participle describes nobody
        ("طالب الحزب المجتمع الدولي.", ["الحزب", "المجتمع الدولي"]),
        ("ناشد الرئيس العالم.", ["الرئيس", "العالم"]),
        # a people is no adjective of one, nor of somebody's regime; members of a group end where its name does
        ("قمع الأمن الفلسطينيين.", ["الأمن", "الفلسطينيين"]),
        ("قمع الأمن المركزي المتظاهرين.", ["الأمن المركزي", "المتظاهرين"]),
        ("هاجم الحرس الثوري المحتجين.", ["الحرس الثوري", "المحتجين"]),
        ("استقبل الوزير الوزراء العرب المشاركين.", ["الوزير", "الوزراء العرب المشاركين"]),
        ("طرد نظام القذافي الفلسطينيين.", ["نظام القذافي", "الفلسطينيين"]),
        ("أوقف الجيش المسؤولين الفلسطينيين.", ["الجيش", "المسؤولين الفلسطينيين"]),
        ("طردت ألمانيا دبلوماسيين روسا.", ["ألمانيا", "دبلوماسيين روسا"]),  # a broken plural describes people too
        ("أوقف الجيش المسؤولين الروس.", ["الجيش", "المسؤولين الروس"]),
        ("أوقف الجيش المجرمين الروس.", ["الجيش", "المجرمين", "الروس"]),  # they are who is called so
        ("هاجم مقاتلو جبهة النصرة القرية.", ["مقاتلو جبهة النصرة", "القرية"]),
        # what is given stands behind who gives it
        ("قدمت المنظمة المساعدة إلى اللاجئين.", ["المنظمة", "اللاجئين"]),
        ("قدمت القوات المساعدة المشورة إلى الجيش.", ["القوات المساعدة", "الجيش"]),
        # who do what stands behind them; a participle of one is an adjective, or has a row of its own
        ("عاقبت كندا معرقلي الانتخابات.", ["كندا", "معرقلي الانتخابات"]),
        ("هاجم محتكرو السلطة قطر.", ["محتكرو السلطة", "قطر"]),
        ("هاجم أفراد هيئة تحرير الشام القرية.", ["أفراد هيئة تحرير الشام", "القرية"]),
        # things are nobody, and whose they are is told by the adjective; ground is a place
        ("الأنشطة الإيرانية أقلقت الخليج.", ["الأنشطة", "الإيرانية", "الخليج"]),
        ("أقلق الدور الروسي أوروبا.", ["الدور", "الروسي", "أوروبا"]),
        ("دخل الجنود الأراضي الهندية.", ["الجنود", "الأراضي الهندية"]),
        # a plural that has no singular is a plural; a great power may open a sentence
        ("قوى إقليمية هاجمت القرية.", ["قوى إقليمية", "القرية"]),
        ("أكدت مصادر متطابقة مقتل جندي.", ["مصادر متطابقة", "جندي"]),
        ("هاجمت قوات التحالف الدولي ضد داعش القرية.", ["قوات التحالف الدولي", "داعش", "القرية"]),
        ("هددت مجموعة ٥+١ إيران.", ["مجموعة ٥+١", "إيران"]),
        # gender, number and case: what does not agree is another's
        ("أوقف الجيش المسلحين في القرية.", ["الجيش", "المسلحين", "القرية"]),
        ("أوقف الجيش اللبناني المسلح في القرية.", ["الجيش اللبناني المسلح", "القرية"]),
        ("فرنسا هددت شرطتها المتظاهرين.", ["فرنسا", "شرطتها", "المتظاهرين"]),
        ("حاصر الجيش القرى.", ["الجيش", "القرى"]),
        ("اجتمع القادة العسكريون البريطانيون.", ["القادة العسكريون البريطانيون"]),
        ("دعا القادة المدنيون الإيرانيين إلى الهدوء.", ["القادة المدنيون", "الإيرانيين", "الهدوء"]),
        ("ناشدت القوى الكبرى السودان.", ["القوى الكبرى", "السودان"]),
        ("السلم والأمن الدوليين.", ["السلم", "والأمن الدوليين"]),
        ("الوزير والسفير المصريين.", ["الوزير", "والسفير المصريين"]),
        ("انسحبت الدول الثلاث.", ["الدول الثلاث"]),
        # one noun has its adjectives in one form
        ("هاجمت قوات هندية مدنيين صينيين.", ["قوات هندية", "مدنيين صينيين"]),
        # people in ين behind a subject and its genitive are whom it does it to
        ("هاجم سكان القرية المستوطنين.", ["سكان القرية", "المستوطنين"]),
        ("استهدفت الغارات اليمنيين.", ["اليمنيين"]),
        ("هاجمت الطائرات المدنيين.", ["الطائرات", "المدنيين"]),
        ("هاجمت الطائرات الفلسطينيين.", ["الطائرات", "الفلسطينيين"]),
        # a body goes on to the end of what it is for
        ("دانت لجنة حقوق الإنسان القصف.", ["لجنة حقوق الإنسان"]),
        ("انتقدت الرابطة التونسية للدفاع عن حقوق الإنسان الحكومة.", ["الرابطة التونسية للدفاع عن حقوق الإنسان", "الحكومة"]),
        ("هاجمت قوات هندية كبيرة مقاتلين.", ["قوات هندية كبيرة", "مقاتلين"]),
        ("هاجمت القوات الهندية المتظاهرين.", ["القوات الهندية", "المتظاهرين"]),
        ("اجتمع قادة دول عربية آخرين.", ["قادة دول عربية آخرين"]),
        # an object's alef and the nun of a plural tell doer and object apart
        ("هاجم مسلحون ضابطا في القرية.", ["مسلحون", "ضابطا", "القرية"]),
        ("أوقف شاب جنديا هنديا.", ["شاب", "جنديا هنديا"]),
        ("اعتقل شرطي كندي يابانيا في نيروبي.", ["شرطي كندي", "يابانيا", "نيروبي"]),
        ("هاجم متطرفون كنيسة.", ["متطرفون", "كنيسة"]),
        ("حاصرت قوات هندية مسلحا.", ["قوات هندية", "مسلحا"]),
        ("اجتمع وزيرا الخارجية.", ["وزيرا الخارجية"]),
        # whom a number counts is people, and no state
        ("أوقف الجيش ثلاثة هنود وعشرين أوكرانيا.", ["الجيش", "هنود", "أوكرانيا"]),
        ("أوقف الجيش 12 سوريا.", ["الجيش", "سوريا"]),
        # a state's name takes what describes it, and nobody who is somebody himself
        ("زارت مصر سوريا الشقيقة.", ["مصر", "سوريا الشقيقة"]),
        ("دعمت السعودية المعارضة.", ["السعودية", "المعارضة"]),
        ("حاصرت دمشق الثوار.", ["دمشق", "الثوار"]),
        ("هاجمت تركيا الأكراد.", ["تركيا", "الأكراد"]),
        ("هاجم الجيش الأكراد.", ["الجيش", "الأكراد"]),
        # last names of two whom the rule book knows are two persons; a given name and a last name are one
        ("زار بري جنبلاط.", ["بري", "جنبلاط"]),
        ("هدد الحريري الأسد.", ["الحريري", "الأسد"]),
        ("استقبل عون ماكرون.", ["عون", "ماكرون"]),
        ("استقبل صالح عباس الوزير.", ["صالح عباس", "الوزير"]),
        ("هاجم الصدر الفصائل المسلحة.", ["الصدر", "الفصائل المسلحة"]),
        ("زار الوزير سوريا.", ["الوزير", "سوريا"]),
        # adjectives that و joins, before one of origin or alone; owners stay two
        ("هاجمت القوات البرية والجوية الهندية القرية.", ["القوات البرية والجوية الهندية", "القرية"]),
        ("هاجمت قوات برية وجوية هندية القرية.", ["قوات برية وجوية هندية", "القرية"]),
        ("هاجمت القوات الهندية والصينية القرية.", ["القوات الهندية", "والصينية", "القرية"]),
        # behind a name in quotation marks the noun is definite
        ("هاجمت جماعة «الفجر» اليمينية المتطرفة القرية.", ["جماعة «الفجر» اليمينية المتطرفة", "القرية"]),
        ('دعمته جماعة مسلحة" وأن "الحكومة فشلت.', ["جماعة مسلحة", "الحكومة"]),
        # a noun that limits the adjective before it
        ("زارت اللجنة الأفريقية رفيعة المستوى مصر.", ["اللجنة الأفريقية رفيعة المستوى", "مصر"]),
        ("زار الوفد الرفيع المستوى مصر.", ["الوفد الرفيع المستوى", "مصر"]),
        # what is due is the deed behind
        ("اللجنة المقرر تشكيلها من مصر.", ["اللجنة", "المقرر", "مصر"]),
        ("اللجنة المقررة للدستور.", ["اللجنة المقررة للدستور"]),
        # a participle with its preposition says something of the noun, and is no part of it and nobody itself
        ("قتل شاب والده في المدينة.", ["شاب", "المدينة"]),
        ("قتل صديق والده في المدينة.", ["صديق والده", "المدينة"]),
        ("هاجم الحزب الموالي لإيران الحكومة المدعومة من أمريكا.", ["الحزب", "لإيران", "الحكومة", "أمريكا"]),
        ("دخلت حركة إم 23 المدعومة من رواندا القرية.", ["حركة إم 23", "رواندا", "القرية"]),
        ("هاجم الجيش المتمردين المدعومين من تركيا.", ["الجيش", "المتمردين", "تركيا"]),
        ("هاجم الجيش الجماعة المسلحة في القرية.", ["الجيش", "الجماعة المسلحة", "القرية"]),
        # half a month's name is nobody; a deed that is done is not its doers'
        ("طرد الجيش المسلحين في كانون الثاني.", ["الجيش", "المسلحين"]),
        ("شنت طائرات غارة على القرية.", ["طائرات", "القرية"]),
        # a dash inside a name
        ("انسحبت الجبهة الشعبية لتحرير فلسطين - القيادة العامة.", ["الجبهة الشعبية لتحرير فلسطين - القيادة العامة"]),
        ("هاجم مقاتلو أنصار الله القرية.", ["مقاتلو أنصار الله", "القرية"]),
        # a mark that closes opens no name
        ('حملة "مقاطعة البضائع اليابانية"، و"تحريم" شرائها.', ["البضائع", "اليابانية"]),
        # how much a deed is so is told of the deed, not of whose it is
        ("أعلن الوزير استنكار دول الحلف الشديد للحرب.", ["الوزير", "دول الحلف"]),
        ("أعلن الحزب رفض وزير العدل الجديد للحرب.", ["الحزب", "وزير العدل الجديد"]),
        # by whose last name a body goes has no article, and what describes the body has one
        ("هاجم الوزير حكومة نتنياهو اليمينية.", ["الوزير", "حكومة نتنياهو اليمينية"]),
        ("رفضت حكومة السراج المؤقتة القرار.", ["حكومة السراج المؤقتة", "القرار"]),
        ("أيدت لندن قيام عراق اتحادي ديمقراطي.", ["لندن"]),
        ("رفضت حكومة إثيوبيا الاتحادية القرار.", ["حكومة إثيوبيا", "القرار"]),
    ],
)
def test_where_a_phrase_ends(text: str, phrases: list[str], prepare: Prepare) -> None:
    draft = prepare(text)
    assert [draft.text(p.first, p.last) for p in draft.phrases if p.kind not in ("act", "pronoun")] == phrases


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("أدان المجلس الأعلى للقضاء القرار.", "المجلس الأعلى للقضاء"),
        ("أدانت الهيئة الوطنية المستقلة للانتخابات القرار.", "الهيئة الوطنية المستقلة للانتخابات"),
        ("أعلن الجهاز الوطني للإغاثة والطوارئ ذلك.", "الجهاز الوطني للإغاثة والطوارئ"),
        ("أعلن المرصد القطري لحقوق الإنسان ذلك.", "المرصد القطري لحقوق الإنسان"),
        ("تشكلت هيئة وطنية للحوار أمس.", "هيئة وطنية للحوار"),
    ],
)
def test_a_body_is_called_by_what_it_is_for(text: str, body: str, prepare: Prepare) -> None:
    draft = prepare(text)
    (found,) = [p for p in draft.phrases if draft.text(p.first, p.last) == body]
    assert found.actor is not None
    assert found.actor.id.startswith("text:")
    assert found.actor.name == body


@pytest.mark.parametrize(
    "text",
    [
        "إن اللجنة المعارضة للانتخابات غاضبة.",  # the adjective takes "to" itself
        "إن دعم المجلس البلدي للانتخابات كبير.",  # so does the noun before it
        "رفضت اللجنة الوطنية للمطالبة بالمال ذلك.",  # a deed
        "أدانت اللجنة للانتخابات ذلك.",  # no adjective
        "رفض الوزير المصري للانتخابات ذلك.",  # no body
    ],
)
def test_what_is_no_field(text: str, prepare: Prepare) -> None:
    draft = prepare(text)
    assert not any(draft.words[p.first].prep == "" and " لل" in draft.text(p.first, p.last) for p in draft.phrases)


@pytest.mark.parametrize(
    ("text", "name", "owner"),
    [
        ("عقد المكتب السياسي لحزب الوفد اجتماعا.", "المكتب السياسي لحزب الوفد", "حزب الوفد"),
        ("عقد المكتب السياسي اجتماعا.", "المكتب السياسي", ""),
        ("عقدت اللجنة المركزية للحزب اجتماعا.", "اللجنة المركزية للحزب", "الحزب"),
    ],
)
def test_a_body_is_called_by_its_owner(text: str, name: str, owner: str, prepare: Prepare) -> None:
    draft = prepare(text)
    body = draft.phrases[0]
    assert draft.text(body.first, body.named_to) == name
    assert not owner or (body.actor is not None and body.actor.id.startswith("text:"))
    assert not owner or any(p.actor is not None and p.actor.name == owner for p in draft.phrases[1:])


def test_a_body_with_a_pronoun_and_an_adjective_is_one_phrase(prepare: Prepare) -> None:
    draft = prepare("قالت الحركة إن مكتبها السياسي رفض القرار، وعادت إلى مكتبها أمس.")
    assert [draft.text(p.first, p.last) for p in draft.phrases if p.kind == "nominal" and "مكتب" in draft.text(p.first, p.last)] == [
        "مكتبها السياسي"
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("تدعم بعض الدول داعش.", "بعض الدول"),
        ("وجميع الدول تدعم داعش.", "جميع الدول"),
        ("يدعم أحد الأطراف السياسية داعش.", "أحد الأطراف السياسية"),
        ("شاركت ٧ دول في التحالف ضد داعش.", "٧ دول"),
    ],
)
def test_the_words_on_the_spot_with_how_many(text: str, name: str, code: Code) -> None:
    assert any(name in end.names for c in code(text, 0.0).claims for end in (c.source, c.target) if end is not None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("رحبت حركة (فتح) بالقرار.", "حركة (فتح)"),
        ("رحبت وكالة «رويترز» بالقرار.", "وكالة «رويترز»"),
        ('رحبت وكالة "رويترز" بالقرار.', 'وكالة "رويترز"'),
        ("رحبت مصر بما يعرف (بالتحالف الدولي)لمحاربة داعش.", "التحالف الدولي"),
        ("رحب (حزب الله) بالقرار.", "حزب الله"),
    ],
)
def test_a_name_closes_what_it_opens_and_nothing_else(text: str, name: str, prepare: Prepare) -> None:
    draft = prepare(text)
    assert name in [wording.plain(draft, phrase) for phrase in draft.phrases]


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("طالب الوزراء العرب كندا بالتدخل.", "REQUEST", {("الوزراء العرب", "كندا")}),
        ("حارب الأتراك الأكراد في عفرين.", "ASSAULT", {("الأتراك", "الأكراد")}),
        ("دعم الغرب العرب ضد العثمانيين.", "AID", {("الغرب", "العرب")}),
        ("طردت كندا الفلسطينيين العرب.", "COERCE", {("كندا", "الفلسطينيين العرب")}),
    ],
)
def test_a_peoples_name_describes_men_and_no_people(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims
