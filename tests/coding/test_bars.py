"""Who is surely not an end, however near."""

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
        ("دانت بريطانيا طرد العائلات الفلسطينية من القدس.", "COERCE", {("", "العائلات الفلسطينية")}),
        ("برر نتنياهو قصف غزة.", "ASSAULT", {("", "غزة")}),
        ("أيد ترامب حصار قطر.", "COERCE", {("", "قطر")}),
        ("أدان أردوغان شن غارات على غزة.", "ASSAULT", {("", "غزة")}),
        ("أعلنت إسرائيل شن غارات على غزة.", "ASSAULT", {("إسرائيل", "غزة")}),
        ("واصلت إسرائيل قصف غزة.", "ASSAULT", {("إسرائيل", "غزة")}),  # who goes on with it does it
        ("الرئيس الذي اتهمه البرلمان بدعم الإرهاب رفض الاستقالة.", "AID", {("الرئيس", "الإرهاب")}),
    ],
)
def test_who_judges_a_deed_has_not_done_it(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("السعودية ضد التدخل في شؤون لبنان.", "COERCE", {("", "لبنان")}),
        ("كانت الكويت بالضد من غزو العراق.", "ASSAULT", {("", "العراق")}),
        ("كانت الكويت بالضد من غزو العراق.", "OPPOSE", set()),  # nor is she against whom it is done to
        ("وقفت الجزائر ضد تدخل فرنسا في ليبيا.", "COERCE", {("فرنسا", "ليبيا")}),  # she is who does it
    ],
)
def test_who_is_against_a_deed_does_not_do_it(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "relation", "harmed", "there"),
    [
        ("رفض عباس تهجير الفلسطينيين من غزة.", "REJECT", "الفلسطينيين", False),
        ("رفضت تركيا تقسيم سوريا.", "REJECT", "سوريا", False),
        ("دافع بوش عن غزو العراق.", "SUPPORT", "العراق", False),
        ("رفضت الحكومة طلب المعارضة.", "REJECT", "المعارضة", True),  # a request is no harm
        ("ليس العراق حريصا على مهاجمة إيران.", "SUPPORT", "إيران", False),
        ("دعمت فرنسا جهود عزل قطر.", "AID", "قطر", False),
        ("تدعم إيران هجوم الحوثيين.", "AID", "الحوثيين", True),  # they do it
    ],
)
def test_a_stance_on_harm_is_none_on_whom_it_is_done_to(text: str, relation: str, harmed: str, there: bool, code: Code) -> None:
    assert (harmed in {target for _, target in ends(code(text), relation)}) is there


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("قصفت طائرات التحالف العربي بقيادة السعودية صعدة.", "ASSAULT", {("طائرات التحالف العربي", "صعدة")}),
        ("تحذر كندا من مجاعة في الصومال وتتهم كينيا بالحصار.", "THREATEN", {("كندا", "")}),  # she is accused
        ("شن الحزب هجوما بتمويل كندي.", "ASSAULT", {("الحزب", "")}),  # who pays for it is not struck
        ("نفذ الحزب عملية بدعم من كندا ضد كينيا.", "AID", {("كندا", "الحزب")}),
        ("قصفت طائرات التحالف العربي بقيادة السعودية صعدة.", "LEAD", {("السعودية", "طائرات التحالف العربي")}),
        ("اعترف ترامب بسيادة الرباط على الصحراء.", "SUPPORT", {("ترامب", "الرباط")}),  # here the verb asks for what stands behind ب
    ],
)
def test_who_leads_somebody_is_not_struck_by_him(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("حذرت واشنطن مواطنيها من السفر إلى لبنان.", set()),
        ("حذرت السفارة الأمريكية رعاياها في بيروت.", set()),
        ("حذرت واشنطن طهران من إغلاق المضيق.", {"THREATEN"}),
        ("هددت تركيا حلفاءها.", {"THREATEN", "ALLY"}),
    ],
)
def test_who_warns_his_own_people_threatens_nobody(text: str, relations: set[str], code: Code) -> None:
    assert {c.relation for c in code(text).claims if c.target} == relations


def test_the_friends_of_her_are_no_friends_of_them(code: Code) -> None:
    found = ends(code("على أعداء أميركا أن يخشوا أميركا، لكن على أصدقائها أن يخشوها."), "ALLY")
    assert {target for _, target in found} == {"أميركا"}


def test_who_is_called_up_is_not_whom_it_is_against(code: Code) -> None:
    assert ends(code("حشد التيار الصدري أنصاره ضد الحكومة."), "MOBILIZE") == {("التيار الصدري", "الحكومة")}
    assert {target for _, target in ends(code("حشد الحزب أنصاره في الساحات."), "MOBILIZE")} == {""}


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("تخشى إسرائيل من توقيع اتفاق مع طهران.", "AGREE", {("", "طهران")}),
        ("تخاف تركيا من دعم الأكراد.", "AID", {("", "الأكراد")}),
    ],
)
def test_who_fears_a_deed_is_no_end_of_it(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("إيران تدعم الحوثيين وأنتم تدعمون حماس.", {("إيران", "الحوثيين"), ("", "حماس")}),
        ("يا إيران، لماذا دعمتم الحوثيين؟", {("إيران", "الحوثيين")}),
        ("أنتم تدعمون الأسد ونحن ندعم الشعب السوري.", {("", "الأسد"), ("نحن", "الشعب السوري")}),
    ],
)
def test_what_only_you_or_we_can_do_nobody_else_does(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "AID") == claims


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("هاجم الجيش مسلحون مجهولون.", "ASSAULT", {("مسلحون مجهولون", "الجيش")}),
        ("هدد السعودية قيادي حوثي.", "THREATEN", {("قيادي حوثي", "السعودية")}),
        ("أعلن بوتين أن أردوغان كاذب وهدد تركيا.", "THREATEN", {("بوتين", "تركيا")}),
    ],
)
def test_who_the_grammar_says_does_it_alone_does_it(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        (
            "أقال الرئيس التونسي رئيس الحكومة وعلق عمل البرلمان فاتهمته حركة النهضة بالانقلاب ودعت أنصارها إلى الاعتصام.",
            "REQUEST",
            {("حركة النهضة", "أنصارها")},
        ),
        ("لا يدعم الحوثيين إلا إيران.", "AID", {("إيران", "الحوثيين")}),
        # of a body whose name's head isn't known to be masculine nothing is told by its verb
        ("الخوذ البيضاء انتقدت كندا.", "ACCUSE", {("الخوذ البيضاء", "كندا")}),
        ("أجناد القوقاز هاجمت كينيا.", "ASSAULT", {("أجناد القوقاز", "كينيا")}),
        ("أحرار الشام هاجمت كينيا.", "ASSAULT", {("أحرار الشام", "كينيا")}),
        ("العربي الجديد انتقدت كندا.", "ACCUSE", {("العربي الجديد", "كندا")}),
    ],
)
def test_who_does_not_agree_with_a_verb_does_not_do_it(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


def test_whom_the_first_deed_concerns_does_not_do_the_second(code: Code) -> None:
    text = "طالب نواب السلطة بوقف التنسيق مع الاحتلال ومحاسبة المسؤولين وإطلاق سراح الناشطين."
    assert ends(code(text), "RETREAT") == {("نواب السلطة", "الناشطين")}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("دعا النجيفي تركيا إلى التدخل، فيما دعا عمار الحكيم إلى القبول.", {("النجيفي", "تركيا"), ("عمار الحكيم", "")}),
        ("اتهم عباس إسرائيل بالقتل، بينما طالب هنية بوقف الحرب.", {("هنية", "")}),
    ],
)
def test_whom_a_verb_asks_does_not_stand_before_it(text: str, asked: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "REQUEST") == asked


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("خسر حفتر دعم موسكو.", "AID", {("موسكو", "حفتر")}),  # who loses it did not give it
        ("وعد بوتين الأسد بدعم الجيش السوري.", "AID", {("بوتين", "الجيش السوري")}),  # who promises does it himself
        ("أقنع بوتين الأسد بدعم الجيش السوري.", "AID", {("الأسد", "الجيش السوري")}),
    ],
)
def test_who_gets_and_who_is_promised_does_not_do_it(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("أدانت مصر تفجيرات باريس.", {""}),
        ("نددت تركيا بقصف غزة.", {""}),
        ("أدانت مصر هجوم داعش.", {"داعش"}),
        ("دانت واشنطن هجوم طهران على السفارة.", {"طهران"}),
    ],
)
def test_a_town_is_not_accused_of_what_was_done_to_it(text: str, accused: set[str], code: Code) -> None:
    assert {target for _, target in ends(code(text), "ACCUSE")} == accused


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("رفضت إيران قرارات قمة الرياض.", "REJECT", {("إيران", "")}),
        ("خرق الجيش المالي اتفاقية باماكو.", "REJECT", {("الجيش المالي", "")}),
        ("انتقدت طهران سياسة الرياض.", "ACCUSE", {("طهران", "الرياض")}),
        ("رفضت تركيا اتفاق واشنطن مع الأكراد.", "AGREE", {("واشنطن", "الأكراد")}),
    ],
)
def test_a_town_that_gives_its_name_does_nothing(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "helped"),
    [
        ("اعتقل الجيش اللبناني عنصرا من داعش بمساعدة أمريكا.", {("أمريكا", "الجيش اللبناني")}),
        ("قتل حفتر مئات المدنيين بدعم من مصر.", {("مصر", "حفتر")}),
    ],
)
def test_whom_a_deed_strikes_is_not_helped_by_it(text: str, helped: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "AID") == helped


def test_two_who_are_received_do_not_meet_each_other(code: Code) -> None:
    assert ends(code("زار نبيه بري سعد الحريري وميشال عون."), "CONSULT") == {("نبيه بري", "سعد الحريري"), ("نبيه بري", "ميشال عون")}


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("هاجم الفلسطينيين مستوطنون.", {("مستوطنون", "الفلسطينيين")}),
        ("هاجم المستوطنون الفلسطينيين.", {("المستوطنون", "الفلسطينيين")}),
    ],
)
def test_plurals_show_their_case(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "ASSAULT") == claims


def test_who_is_accused_by_nobody_named_accuses_nobody(code: Code) -> None:
    assert ends(code("يُتهم حزب الله بدعم الإرهاب."), "ACCUSE") <= {("", "حزب الله")}


def test_so_do_the_names_of_groups(code: Code) -> None:
    assert ends(code("لا يدعم الحوثيين إلا إيران."), "AID") == {("إيران", "الحوثيين")}


def test_behind_a_number_a_plural_shows_none(code: Code) -> None:
    assert "المواطنين" in {source for source, _ in ends(code("اعتصم عشرات المواطنين أمام الضريح."), "PROTEST")}


def test_who_comes_to_a_state_is_no_member_of_it(code: Code) -> None:
    assert ends(code("عاد سعد الحريري إلى لبنان."), "MEMBER") == set()
    assert ends(code("عادت سوريا إلى جامعة الدول العربية."), "MEMBER") == {("سوريا", "جامعة الدول العربية")}


def test_nobody_is_a_member_of_a_man(code: Code) -> None:
    assert ("أحمد البحيري", "حمدين صباحي") not in ends(code("قال أحمد البحيري عضو حملة حمدين صباحي إنه متفائل."), "MEMBER")


@pytest.mark.parametrize(
    ("text", "took"),
    [
        ("اعتقل الجيش مطلوبين من داعش.", {"الجيش"}),
        ("أفرجت السلطات عن معتقلين من حماس.", {""}),
        ("أفرج عن معتقلين من قبل داعش.", {"داعش"}),
    ],
)
def test_whose_the_captives_are_did_not_take_them(text: str, took: set[str], code: Code) -> None:
    assert {source for source, _ in ends(code(text), "COERCE")} == took


@pytest.mark.parametrize(
    ("text", "other", "against"),
    [
        ("حرضت إيران الحوثيين على السعودية.", "الحوثيين", False),
        ("حرضت قطر الشباب على مصر.", "الشباب", False),
        ("حرض الخطيب على الأقلية.", "الأقلية", True),
    ],
)
def test_who_is_set_on_another_is_not_opposed(text: str, other: str, against: bool, code: Code) -> None:
    assert (other in {target for _, target in ends(code(text), "OPPOSE")}) is against


def test_where_somebody_is_held_he_is_not_held_from(code: Code) -> None:
    held = ends(code("ندد الاتحاد الأفريقي باحتجاز المعارض سالم الجعلي في كينيا."), "COERCE")
    assert "جمهورية تنزانيا المتحدة" not in {target for _, target in held}


@pytest.mark.parametrize(
    ("text", "rejected"),
    [
        ("تدعم كندا اليابان وترفض قصفها.", ""),
        ("تدعم كندا الشعب الياباني وترفض تهجيره من القرى.", ""),
    ],
)
def test_whoever_is_to_be_spared_is_not_refused(text: str, rejected: str, code: Code) -> None:
    assert {target for _, target in ends(code(text), "REJECT")} <= {rejected}


def test_men_may_be_called_by_a_noun_in_ta(code: Code) -> None:
    assert ends(code("هدد الطاغية كندا بالحرب."), "THREATEN") == {("الطاغية", "كندا")}


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("زار الوزير كندا وصادر لجنة الإعمار.", "لجنة الإعمار"),
        ("اجتمعت كندا والهند. واتهمت المجلس بقتل الهنود.", "المجلس"),
    ],
)
def test_a_noun_of_another_gender_than_the_verb_before_it_does_nothing(text: str, noun: str, code: Code) -> None:
    claims = code(text).claims
    assert noun in {c.target.names[0] for c in claims if c.target}
    trigger = text.index(noun) - 1
    assert not [c for c in claims if c.source and c.source.names[0] == noun and c.trigger.end == trigger]


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("قطعت كندا علاقاتها مع المغرب متهمة إياه بالتآمر مع الهند.", "ACCUSE", {("كندا", "المغرب")}),
        ("قطعت كندا علاقاتها مع المغرب متهمة إياه بالتآمر مع الهند.", "COOPERATE", {("المغرب", "الهند")}),
        ("اعتقلت الشرطة الصحفي متهمة إياه بالتجسس لصالح كندا.", "ALLY", {("الصحفي", "كندا")}),
    ],
)
def test_whom_a_pronoun_of_its_own_means_is_accused(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("تعامل اليابان الأفارقة كالعبيد.", "COERCE", {("اليابان", "الأفارقة")}),
        ("دولة كليبيا لا تهاجم اليابان.", "ASSAULT", {("ليبيا", "اليابان")}),
    ],
)
def test_what_somebody_is_like_has_no_part_in_it(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


def test_who_lives_on_another_gives_him_nothing(code: Code) -> None:
    assert all(source != "التنظيم" for source, _ in ends(code("يتغذى التنظيم على سياسات ترامب."), "AID"))


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("قصفت اليابان طرابلس والفصائل لا ترد.", "ASSAULT", {("اليابان", "طرابلس")}),
        ("اللجنة التي تضم كندا واليابان عقدت اجتماعا.", "MEMBER", {("كندا", "اللجنة"), ("اليابان", "اللجنة")}),
        ("الحركة التي تدعمها كندا واليابان أدانت القصف.", "AID", {("كندا", "الحركة"), ("اليابان", "الحركة")}),
        ("تتنافس حكومة برئاسة ميشال عون وحكومة برئاسة سليم الحص.", "LEAD", {("ميشال عون", "حكومة"), ("سليم الحص", "حكومة")}),
        ("تدعم اليابان ليبيا والعرب يتفرجون.", "AID", {("اليابان", "ليبيا")}),
        ("تدعم اليابان ليبيا والعرب.", "AID", {("اليابان", "ليبيا"), ("اليابان", "العرب")}),
    ],
)
def test_who_does_something_of_his_own_is_not_joined(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("اليابان قوية، ويشكرها على ذلك زيلينسكي.", "SUPPORT", {("زيلينسكي", "اليابان")}),
        ("اليابان قوية، ويزورها في الشتاء زيلينسكي والملك عبد الله الثاني.", "ASSAULT", set()),
        ("قتل جندي وأصيبت مصورة أفغانية.", "ASSAULT", {("", "جندي"), ("", "مصورة أفغانية")}),
        # a man of some origin did it where whom it is done to stands behind him
        ("قتل كندي صحفيا يابانيا.", "ASSAULT", {("كندي", "صحفيا يابانيا")}),
        ("قتل كندي يابانيا في نيروبي.", "ASSAULT", {("كندي", "يابانيا")}),
        ("قتل كندي أمس.", "ASSAULT", {("", "كندي")}),
        ("تحدث مجلس الأمن. وأشكر اليابان على دعمها.", "SUPPORT", {("", "اليابان")}),  # who says "I" is not the council
    ],
)
def test_who_has_a_part_of_his_own_has_no_other(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        (
            "دارت معارك بين الجيش السوداني وفصائل المعارضة، ومنها جيش الإسلام وأحرار الشام.",
            "ASSAULT",
            {("الجيش السوداني", "جيش الإسلام"), ("الجيش السوداني", "أحرار الشام")},
        ),
    ],
)
def test_examples_of_one_side_are_not_against_one_another(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("دارت معارك بين الجيش اليمني وأنصار الزعيم القبلي صادق الأحمر.", "ALLY", {("أنصار الزعيم القبلي", "صادق الأحمر")}),
        ("ضرب المتظاهرون أنصار الرئيس صالح.", "ALLY", set()),
        ("اتهمت الشرطة أنصار الحزب الشيوعي.", "ALLY", set()),
        ("كان المتظاهرون أنصار الحزب الشيوعي.", "ALLY", {("المتظاهرون", "أنصار الحزب الشيوعي")}),
        ("كان الحزب الشيوعي بوق موسكو.", "ALLY", {("الحزب الشيوعي", "موسكو")}),
        ("حضر الوزير اللبناني مع حسن نصر الله.", "MEMBER", set()),  # a man is no body, whatever else the verb may mean
    ],
)
def test_whose_ally_somebody_is_stands_behind_the_noun(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("شن الجيش والميليشيات الداعمة له هجوما على حلب.", "AID", {("الميليشيات الداعمة", "الجيش")}),
        ("شنت الميليشيات الداعمة لإيران هجوما على حلب.", "AID", {("الميليشيات الداعمة", "إيران")}),
        ("قصف الجيش والفصائل المساندة له مواقع داعش.", "SUPPORT", {("الفصائل المساندة", "الجيش")}),  # no masdar
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
        ("البحرين تابعة للسعودية.", {("البحرين", "سعودية")}),
    ],
)
def test_a_thing_is_nobodys_member(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    reading = code(text)
    assert ends(reading, "MEMBER") == claims
    assert ends(reading, "ALLY") == set()


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("ويغادر أردوغان إلى قطر الثلاثاء.", "RETREAT", set()),
        ("غادر أردوغان قطر الثلاثاء.", "RETREAT", {("أردوغان", "قطر")}),
        (
            "تساند الولايات المتحدة الجهود التي تبذلها البحرين في مكافحة حزب الله.",
            "SUPPORT",
            {("الولايات المتحدة", "البحرين")},  # and not whom those fight
        ),
        ("رد أردوغان بعنف على تصريحات ماكرون.", "ASSAULT", set()),
    ],
)
def test_where_a_verb_and_a_clause_lead(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("أشاد الحزب الشيوعي بنتائج المؤتمر وحث اليابان على التعاون.", "SUPPORT", {("الحزب الشيوعي", "المؤتمر")}),
        ("رحب كل من كندا وليبيا بالاتفاق ودعت اليابان إلى الحوار.", "SUPPORT", {("كندا", "الاتفاق"), ("ليبيا", "الاتفاق")}),
        ("أدانت ليبيا العنف وطالبت اليابان بالانسحاب.", "ACCUSE", {("ليبيا", "العنف")}),
        ("أيد الحزب الشيوعي وساند اليابان.", "SUPPORT", {("الحزب الشيوعي", "اليابان")}),  # one object of both
    ],
)
def test_what_the_next_verb_is_done_to_is_not_this_ones(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize("text", ["أُرسل جنود كنديون إلى ليبيا.", "وأُرسلت كتيبة كندية إلى ليبيا.", "أرسلت كندا جنودا إضافيين إلى ليبيا."])
def test_who_is_sent_as_a_soldier_is_no_help(text: str, code: Code) -> None:
    assert [c.relation for c in code(text).claims] == ["MOBILIZE"]


@pytest.mark.parametrize(
    "text", ["رد حزب الله على إسرائيل بقصف حيفا.", "ردت حماس على اليابان بمهاجمة ليبيا.", "انتقم حزب الله من اليابان بقصف ليبيا."]
)
def test_who_is_answered_with_a_deed_has_not_done_it(text: str, code: Code) -> None:
    done = [c for c in code(text).claims if c.trigger.of(text).startswith(("بقصف", "بمهاجمة"))]
    assert done
    assert all(c.source is None or c.source.names[0] in ("حزب الله", "حماس") for c in done)
    assert {c.polarity for c in done} == {"affirmed"}


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("قوبل الهجوم الروسي بإدانة من فرنسا.", "ASSAULT", set()),
        ("قوبل الهجوم الروسي بإدانة من فرنسا.", "ACCUSE", {("فرنسا", "الروسي")}),
        ("أثار اعتقال الصحفي غضب تركيا.", "COERCE", {("", "الصحفي")}),
        ("أثار دعم قطر للإخوان استياء السعودية.", "AID", {("قطر", "إخوان")}),
    ],
)
def test_who_stands_behind_an_expression_has_no_part_in_a_deed_amid_it(
    text: str, relation: str, claims: set[tuple[str, str]], code: Code
) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("استضافت السعودية قمة بين أمريكا وأوكرانيا.", "AID", set()),
        (
            "استضافت السعودية قمة بين أمريكا وأوكرانيا.",
            "CONSULT",
            {("السعودية", "أمريكا"), ("السعودية", "أوكرانيا"), ("أمريكا", "أوكرانيا")},
        ),
        ("رعت مصر محادثات بين فتح وحماس.", "CONSULT", {("مصر", "فتح"), ("مصر", "حماس"), ("فتح", "حماس")}),
        ("استضافت قطر حماس.", "AID", {("قطر", "حماس")}),
    ],
)
def test_hosts_of_talks_help_nobody(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("يعادي الكينيون والأوغنديون فرنسا.", "OPPOSE", {("الكينيون", "فرنسا"), ("الأوغنديون", "فرنسا")}),
        ("خان الساسة والجنرالات كينيا.", "OPPOSE", {("الساسة", "كينيا"), ("الجنرالات", "كينيا")}),
        ("تتصارع الهند والصين.", "OPPOSE", {("الهند", "الصين")}),
    ],
)
def test_who_are_at_odds_with_another_are_not_so_among_themselves(
    text: str, relation: str, claims: set[tuple[str, str]], code: Code
) -> None:
    assert ends(code(text), relation) == claims


def test_from_where_is_not_to_whom(code: Code) -> None:
    """Whom the pronoun of a verb means is struck, and not from where: "يقصفها من أم درمان"."""
    assert ends(code("عاد البرهان إلى الخرطوم، وحميدتي يقصفها من أم درمان."), "ASSAULT") == {("حميدتي", "الخرطوم")}


@pytest.mark.parametrize(
    ("text", "relation", "sources"),
    [
        ("الدول الغربية، وعلى رأسها فرنسا، تدعم إسرائيل.", "AID", {"الدول الغربية", "فرنسا"}),
        ("دول غربية، منها فرنسا، تدعم إسرائيل.", "AID", {"فرنسا"}),
        ("إيران أكثر من يدعم داعش.", "AID", {"إيران"}),
        ("كينيا أول من اعترف بالصومال.", "SUPPORT", {"كينيا"}),
        ("الجميع يدعم كينيا.", "AID", {"الجميع"}),
        ("تحدث الوزير. وشتم الجميع كينيا.", "ACCUSE", {"الجميع"}),
    ],
)
def test_who_is_meant_by_the_foremost_and_by_everybody(text: str, relation: str, sources: set[str], code: Code) -> None:
    assert {source for source, _ in ends(code(text), relation)} == sources
