"""Phrases that may be ends of claims: what they are, who they are, how they hang together."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import actors, ends

from ahlaf.coding.draft import Draft, Phrase
from ahlaf.coding.members import members
from ahlaf.model import Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]


def words(draft: Draft, phrase: Phrase) -> str:
    return draft.text(phrase.first, phrase.last)


def phrase(draft: Draft, text: str) -> Phrase:
    """The one phrase that is written so."""
    (found,) = [p for p in draft.phrases if words(draft, p) == text]
    return found


@pytest.mark.parametrize(
    ("text", "name", "kind", "actor"),
    [
        ("دعمت تركيا داعش.", "تركيا", "name", "TUR"),
        ("دعمت الولايات المتحدة الأمريكية مصر.", "الولايات المتحدة الأمريكية", "name", "USA"),
        ("هدد البيت الأبيض طهران.", "البيت الأبيض", "name", "USA"),
        ("هدد البيت الأبيض طهران.", "طهران", "name", "IRN"),
        ("وبالعراق حرب.", "وبالعراق", "name", "IRQ"),
        ("هاجمت القوات العراقية مواقع داعش.", "القوات العراقية", "organ", "IRQ.قوات"),
        ("أعلنت وزارة الدفاع العراقية ذلك.", "وزارة الدفاع العراقية", "organ", "IRQ.وزاره دفاع"),
        ("صرح رئيس المجلس القروي أمس.", "رئيس المجلس القروي", "organ", "text:رييس مجلس قروي"),
        ("صرح وزير الخارجية التركي أمس.", "وزير الخارجية التركي", "organ", "TUR.وزير خارجيه"),
        ("قصف طيران التحالف المدينة.", "طيران التحالف", "organ", "text:طيران تحالف"),
        ("قصفت الطائرات الروسية المدينة.", "الطائرات الروسية", "organ", "RUS.طايرات"),
        ("عاد أردوغان إلى أنقرة.", "أردوغان", "name", "recep-tayyip-erdogan"),
        ("قال العميد سامر القنواتي ذلك.", "العميد سامر القنواتي", "person", "text:سامر قنواتي"),
        ("العراقيون يرفضون ذلك.", "العراقيون", "people", "IRQ.people"),
        ("دخل مقاتلو «حزب الله» المدينة.", "حزب الله", "name", "hezbollah"),
        ("زار (باراك) أوباما المدينة.", "أوباما", "name", "barack-obama"),
        ("زار باراك (أوباما لم يحضر) المدينة.", "أوباما", "name", "barack-obama"),
        ("الدول الداعمة للإرهاب معروفة.", "الدول الداعمة", "nominal", "text:دول داعمه"),
        ("الغارات الأمريكية على المدينة.", "الأمريكية", "nisba", "USA"),
        ("توقف الدعم العسكري الأمريكي.", "الأمريكي", "nisba", "USA"),
        ("دخلت قطعات عسكرية عراقية المدينة.", "قطعات عسكرية عراقية", "nominal", "text:قطعات عسكريه عراقيه"),
        ("هاجموا العسكري المصري.", "العسكري المصري", "nominal", "text:عسكري مصري"),
        ("دخل المراسل حلب.", "حلب", "place", "aleppo"),
    ],
)
def test_who_is_meant(text: str, name: str, kind: str, actor: str, prepare: Prepare) -> None:
    draft = prepare(text)
    found = [p for p in draft.phrases if name in words(draft, p)]
    assert [(p.kind, p.actor.id if p.actor else None) for p in found if p.kind == kind] == [(kind, actor)], [
        (words(draft, p), p.kind, p.actor and p.actor.id) for p in draft.phrases
    ]


@pytest.mark.parametrize(
    ("text", "organ", "country", "sector", "kind"),
    [
        ("هاجمت القوات العراقية حلب.", "القوات العراقية", "IRQ", "MIL", "force"),
        ("أعلنت وزارة الدفاع الروسية ذلك.", "وزارة الدفاع الروسية", "RUS", "GOV", "organ"),
        ("صرح وزير الخارجية التركي أمس.", "وزير الخارجية التركي", "TUR", "GOV", "person"),
        ("رفض البرلمان المصري القانون.", "البرلمان المصري", "EGY", "LEG", "organ"),
        ("أطلقت الشرطة التونسية النار.", "الشرطة التونسية", "TUN", "COP", "force"),
    ],
)
def test_an_organ_takes_its_state(text: str, organ: str, country: str, sector: str, kind: str, prepare: Prepare) -> None:
    actor = phrase(prepare(text), organ).actor
    assert actor is not None
    assert (actor.country, actor.sector, actor.kind) == (country, sector, kind)


@pytest.mark.parametrize(
    ("text", "office", "actor"),
    [
        ("قال نائب الرئيس الأمريكي إن الحرب انتهت.", "نائب الرئيس الأمريكي", "USA.نايب رييس"),
        ("أكد ولي العهد السعودي دعمه لمصر.", "ولي العهد السعودي", "SAU.ولي عهد"),
        ("استقبل نائب رئيس الوزراء العراقي السفير الروسي.", "نائب رئيس الوزراء العراقي", "IRQ.نايب رييس وزراء"),
        ("دعا القائم بالأعمال الأمريكي الحكومة إلى الحوار.", "القائم بالأعمال الأمريكي", "USA.قايم بالاعمال"),
        ("قال الأمين العام للجامعة العربية إن الحرب انتهت.", "الأمين العام", "arab-league.امين عام"),
        ("قال الأمين العام للحزب إن العراق انتصر.", "الأمين العام", "text:امين عام"),
    ],
)
def test_an_office_is_a_person(text: str, office: str, actor: str, prepare: Prepare) -> None:
    found = phrase(prepare(text), office).actor
    assert found is not None
    assert (found.id, found.kind) == (actor, "person")


def test_an_office_is_no_deed_of_its_holder(prepare: Prepare) -> None:
    draft = prepare("هاجم نائب الرئيس الأمريكي إيران.")
    assert [draft.text(t.first, t.last) for t in draft.triggers] == ["هاجم"]


def test_an_organ_without_a_state_belongs_to_the_one_spoken_of_most(prepare: Prepare) -> None:
    draft = prepare("عاد الهدوء إلى مصر. وتعيش مصر أزمة مع تركيا. واعتقلت الحكومة ناشطين.")
    actor = phrase(draft, "الحكومة").actor
    assert actor is not None
    assert actor.country == "EGY"


def test_an_unknown_person_is_kept_and_later_called_by_the_last_name(prepare: Prepare) -> None:
    draft = prepare("قال العميد سامر القنواتي ذلك. ثم اتهم القنواتي إيران.")
    first, second = (p for p in draft.phrases if "القنواتي" in words(draft, p))
    assert first.actor is not None
    assert second.actor is not None
    assert first.actor.id == second.actor.id
    assert first.actor.sector == "MIL"


def test_an_office_and_the_name_beside_it_are_one(prepare: Prepare) -> None:
    draft = prepare("أعلن المتحدث باسم الجيش، أحمد المسماري، انسحاب القوات.")
    assert {p.actor.id for p in draft.phrases[:2] if p.actor} == {"ahmed-al-mismari"}


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        # a people in whatever case; what describes a dual stays an adjective
        ("قتلت إسرائيل الفلسطينيين.", "الفلسطينيين", "PSE.people"),
        ("اعتقل الأمن السعودي يمنيين.", "يمنيين", "YEM.people"),
        ("رفض القرارين الأمريكيين.", "الأمريكيين", "USA"),
        # towns that are short words too
        ("قتل جندي في عدن.", "عدن", "aden"),
        ("قصف المسلحون تعز.", "تعز", "taiz"),
        ("انسحب الجيش من سرت.", "سرت", "sirte"),
        # names in other cases, and with an article
        ("قتل الجيش أبا مصعب الزرقاوي.", "أبا مصعب الزرقاوي", "abu-musab-al-zarqawi"),
        ("شنت السنتكوم غارات.", "السنتكوم", "centcom"),
        # who belongs to a group is the group
        ("هاجم مقاتلو جبهة النصرة القرية.", "مقاتلو جبهة النصرة", "jabhat-al-nusra"),
        ("هاجم عناصر داعش القرية.", "عناصر داعش", "daesh"),
        # the young among a people are that people
        ("دعت الحكومة السعوديين الشباب إلى العمل.", "السعوديين الشباب", "SAU.people"),
        # whom somebody accuses, behind a comma
        ("انتقدت الرياض طهران، متهمة الحرس الثوري بدعم الحوثيين.", "الحرس الثوري", "irgc"),
        ("انتقد الوزير الدولة، متهما السفير بدعم الحوثيين.", "السفير", "YEM.سفير"),
        ("ردت الوزارة متهمة السفير بدعم الحوثيين.", "السفير", "YEM.سفير"),
        # another man of a known one's given name
        ("زار عبد الناصر قرداش دمشق.", "عبد الناصر قرداش", "text:عبد الناصر قرداش"),
        ("هدد عبد الناصر إسرائيل.", "عبد الناصر", "gamal-abdel-nasser"),
        # one id in every case
        ("قصف الجيش المتمردين.", "المتمردين", "text:متمردون"),
        ("قتل الجيش مدنيا.", "مدنيا", "text:مدني"),
        # whose forces
        ("أكدت وزارة الدفاع الهندية أن قواتها دمرت مسيرة باكستانية فوق باكستان.", "قواتها", "IND.قوات"),
        ("قال تنظيم داعش إن قواته هاجمت الجيش العراقي في العراق.", "قواته", "daesh.قوات"),
        ("دعا العراق القوات الأجنبية إلى الرحيل.", "القوات الأجنبية", "text:قوات اجنبيه"),
        ("اقتحم الجيش الإسرائيلي القرية ثم انسحبت قوات الاحتلال.", "قوات الاحتلال", "israeli-army"),
        ("دخلت قوات الاحتلال بغداد.", "قوات الاحتلال", "text:قوات احتلال"),
        # a title behind a name is not the next one's
        ("انتقد سمير جعجع رئيس حزب القوات رئيس مجلس النواب نبيه بري.", "رئيس حزب القوات", "samir-geagea"),
    ],
)
def test_who_a_phrase_is(text: str, words: str, actor: str, prepare: Prepare) -> None:
    draft = prepare(text)
    assert {p.actor.id for p in draft.phrases if p.actor is not None and draft.text(p.first, p.last) == words and not p.pointing} == {actor}


@pytest.mark.parametrize(
    ("text", "judge"),
    [
        ("رفضت اليابان القرار القاضي بتشكيل لجنة.", False),
        ("أيدت اليابان قرار الحكومة القاضي بوقف القتال.", False),
        ("رحبت اليابان بالقرار 2231 القاضي بوقف القتال.", False),
        ("أيدت اليابان الخطة القاضية بنشر قوات.", False),
        ("رفضت اليابان قرار القاضي بسجن الوزير.", True),
        ("قال القاضي بثقة إنه بريء.", True),
        ("رحبت اليابان بقرار مجلس الأمن القاضي بوقف القتال.", False),
        ("اتهم المحامي القاضي بدعم الحكومة.", True),
    ],
)
def test_what_a_decision_rules_is_no_judge(text: str, judge: bool, prepare: Prepare) -> None:
    draft = prepare(text)
    assert any(draft.text(p.first, p.last).startswith("القاضي") for p in draft.phrases if not p.pointing) is judge


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("زار الوزير أسر جنود محتجزين.", "أسر جنود محتجزين"),  # families, and nobody taken
        ("وزعت اليابان الخيام على أسر جنود الجيش.", "أسر جنود الجيش"),
        ("الأوساط اليابانية تعارض القرار.", "الأوساط اليابانية"),
        ("طلبت ليبيا من المقرر الأممي أن يستقيل.", "المقرر الأممي"),
    ],
)
def test_families_circles_and_a_rapporteur_are_somebody(text: str, words: str, prepare: Prepare) -> None:
    draft = prepare(text)
    assert words in {draft.text(p.first, p.last) for p in draft.phrases if not p.pointing}


@pytest.mark.parametrize(
    ("text", "relation", "claim"),
    [
        ("استمر العدوان السعودي على صنعاء.", "ASSAULT", ("SAU", "YEM")),
        ("هدد العدوان السعودي صنعاء.", "THREATEN", ("arab-coalition-yemen", "YEM")),  # here it is what its enemies call it
    ],
)
def test_a_name_that_tells_a_deed_is_one_where_it_has_a_target(text: str, relation: str, claim: tuple[str, str], code: Code) -> None:
    claims = [c for c in code(text).claims if c.relation == relation]
    assert {(c.source.actor.id, c.target.actor.country) for c in claims if c.source and c.target} == {claim}


def test_two_known_persons_side_by_side_stay_two(prepare: Prepare) -> None:
    assert len(prepare("التقى كيري لافروف.").phrases) == 2


@pytest.mark.parametrize("text", ["وزارة الدفاع", "الكلمة تعني الباب", "كتب رسالة طويلة", "١٢ و١٣"])
def test_plain_words_are_no_named_actor(text: str, prepare: Prepare) -> None:
    assert [words(prepare(text), p) for p in prepare(text).phrases if p.kind in ("name", "person", "people")] == []


# -- coordination and lists -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("تركيا وقطر تدعمان ذلك.", ["تركيا", "وقطر"]),
        ("اجتمعت فرنسا، وألمانيا، وبريطانيا أمس.", ["فرنسا", "وألمانيا", "وبريطانيا"]),
        ("اجتمعت فرنسا وألمانيا وبريطانيا أمس.", ["فرنسا", "وألمانيا", "وبريطانيا"]),
        ("هاجم تنظيم داعش وجبهة النصرة المدينة.", ["تنظيم داعش", "وجبهة النصرة"]),
        ("مع كل من مصر وليبيا.", ["مصر", "وليبيا"]),
        ("زار الوزير تركيا فضلا عن قطر.", ["تركيا", "قطر"]),
        ("تمول مصر حفتر في ليبيا وحميدتي في السودان.", ["حفتر", "وحميدتي"]),
        ("تمول مصر حفتر في ليبيا والسودان.", ["حفتر"]),
        ("القصف الأمريكي البريطاني على اليمن.", ["الأمريكي", "البريطاني"]),
        ("الحرب العراقية الإيرانية طويلة.", ["العراقية"]),  # it is between them
        ("قتل الجيش خمسة وثلاثين فلسطينيا.", ["الجيش"]),  # of a number's own parts none is another
        ("زار الوزير تركيا وقطر، بالإضافة إلى مصر.", ["تركيا", "وقطر", "مصر"]),
        ("زار الوزير تركيا إضافة لقطر.", ["تركيا", "لقطر"]),
        ("تركيا، إلى جانب قطر، ترفض ذلك.", ["تركيا", "قطر"]),
        ("اتفاق بين تركيا وبين قطر.", ["تركيا", "قطر"]),
        ("حوار بين تركيا وهذا التنظيم.", ["تركيا", "التنظيم"]),
        ("لم تدعم تركيا ولا قطر الأكراد.", ["تركيا", "قطر"]),
        ("قطعت تركيا وغيرها من الدول علاقاتها مع قطر.", ["تركيا", "الدول"]),
        ("دعمت مصر تركيا، والسعودية انتقدت إيران.", ["تركيا"]),
        ("أيدته ثلاث دول: تركيا قطر ومصر.", ["تركيا", "قطر", "ومصر"]),
        ("هاجمت تركيا قطر ومصر.", ["تركيا"]),
        ("رفضت تركيا وقطر، ومعهما كينيا، القرار.", ["تركيا", "وقطر", "كينيا"]),
        ("هاجمت تركيا الخرطوم ومعها كينيا.", ["تركيا"]),
        ("هاجم الكينيون تركيا، ومعهم قطر، ليلا.", ["تركيا"]),  # which is not with the other
        ("عمان حليف لتركيا وخصم لكينيا.", ["حليف", "وخصم"]),
        ("خان الساسة وأتباعهم الوطن.", ["الساسة", "وأتباعهم"]),
    ],
)
def test_coordination(text: str, members: list[str], prepare: Prepare) -> None:
    draft = prepare(text)
    lead = next(i for i, p in enumerate(draft.phrases) if words(draft, p) == members[0])
    assert [words(draft, p) for p in draft.phrases if p.group == lead] == members


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
    ],
)
def test_what_only_describes_is_nobody(text: str, found: list[str], prepare: Prepare) -> None:
    draft = prepare(text)
    assert [words(draft, p) for p in draft.phrases if p.kind in ("name", "nominal", "organ")] == found


@pytest.mark.parametrize(
    ("text", "one", "other", "backer"),
    [
        ("معارك بين الحوثيين المدعومين من إيران والجيش اليمني.", "الحوثيين", "الجيش اليمني", "إيران"),
        ("معارك بين الحوثيين المدعومين من إيران وحزب الله وداعش.", "الحوثيين", "داعش", "إيران"),
        ("معارك بين الحوثيين الموالين لإيران والجيش اليمني.", "الحوثيين", "الجيش اليمني", "إيران"),
        ("اتفاق بين حكومة الوفاق في طرابلس وتركيا.", "حكومة الوفاق", "تركيا", ""),
        ("القتال بين الجيش بقيادة حفتر وداعش.", "الجيش", "داعش", "حفتر"),
        ("حوار بين فتح وحماس.", "فتح", "حماس", ""),
    ],
)
def test_between_asks_for_two(text: str, one: str, other: str, backer: str, code: Code) -> None:
    ties = {frozenset((c.source.names[0], c.target.names[0])) for c in code(text).claims if c.source and c.target}
    assert frozenset((one, other)) in ties
    if backer:
        assert frozenset((backer, one)) in ties
        assert frozenset((backer, other)) not in ties


@pytest.mark.parametrize(
    "noun",
    "حرب معارك اشتباكات قتال اقتتال مواجهات صدامات مصادمات مناوشات صراع نزاع خلاف خصومة عداء توتر تنافس سجال مشادة تراشق شجار قطيعة "
    "اتفاق هدنة مصالحة تحالف تعاون شراكة تنسيق محادثات مفاوضات لقاء حوار قمة تقارب تفاهم علاقات صفقة معاهدة تضامن".split(),
)
def test_what_is_between_two_ties_them(noun: str, code: Code) -> None:
    claims = code(f"تجدد {noun} بين مصر وتركيا.").claims
    assert any(c.source and c.target and {c.source.actor.id, c.target.actor.id} == {"EGY", "TUR"} for c in claims)


def test_whoever_else_is_near_is_no_side(code: Code) -> None:
    ties = [(c.source, c.target) for c in code("راقبت إيران القتال بين الجيش السوري وداعش.").claims if c.relation == "ASSAULT"]
    assert [{a.actor.id, b.actor.id} for a, b in ties if a and b] == [{"SYR.جيش", "daesh"}]


@pytest.mark.parametrize(("text", "found"), [("فتح وحماس تتفقان.", True), ("تتفق حماس وفتح.", True), ("فتح الوزير الباب.", False)])
def test_a_word_beside_a_group_of_its_country_is_a_group(text: str, found: bool, prepare: Prepare) -> None:
    assert any(p.actor is not None and p.actor.id == "fatah" for p in prepare(text).phrases) is found


def test_sides_are_told_apart(code: Code) -> None:
    ties = [(c.source, c.target) for c in code("خلافات بين مصر والسودان من جهة، وإثيوبيا من جهة أخرى.").claims if c.relation == "OPPOSE"]
    assert {(a.actor.id, b.actor.id) for a, b in ties if a and b} == {("EGY", "ETH"), ("SDN", "ETH")}


@pytest.mark.parametrize(
    "text",
    [
        "دعمت تركيا قطر.",
        "غضبت تركيا، ثم دعمت قطر ذلك.",
        "عادت تركيا. وقطر لم تعد.",
        "وقفت تركيا إلى جانب قطر.",
        "زار الوزير تركيا وقطر ترفض ذلك.",
        "زار الوزير تركيا وقطر ومصر ترفضان ذلك.",
        "ذهبت تركيا إلى قطر.",
        "هاجمت تركيا سوريا وهددت قطر.",
        "وقفت مصر مع تركيا وقطر مع ليبيا.",  # the verb is left out
        "لا تحارب مصر تركيا بل قطر.",
        "هاجمت مصر تركيا، لكن قطر ردت.",
        "دعمت مصر تركيا، وقطر ليبيا.",
    ],
)
def test_what_is_not_coordinated(text: str, prepare: Prepare) -> None:
    draft = prepare(text)
    turkey, qatar = (next(p for p in draft.phrases if p.actor and p.actor.id == state) for state in ("TUR", "QAT"))
    assert turkey.group != qatar.group


@pytest.mark.parametrize(
    ("text", "head", "examples"),
    [
        ("دول مثل تركيا وقطر تدعم الإرهاب.", "دول", ["تركيا", "وقطر"]),
        ("دول عربية منها السعودية والإمارات ترفض ذلك.", "دول عربية", ["السعودية", "والإمارات"]),
        ("دول كبيرة كأمريكا وفرنسا صامتة.", "دول كبيرة", ["كأمريكا", "وفرنسا"]),
        ("اجتمعت دول أعضاء لمحاربة داعش، منها تركيا وقطر.", "دول أعضاء", ["تركيا", "وقطر"]),
        ("شكلت كندا حلفا من ستين دولة لمحاربة داعش، من بينها تركيا.", "دولة", ["تركيا"]),
    ],
)
def test_examples_of_a_general_word(text: str, head: str, examples: list[str], prepare: Prepare) -> None:
    draft = prepare(text)
    at = next(i for i, p in enumerate(draft.phrases) if words(draft, p) == head)
    assert [words(draft, p) for p in draft.phrases if p.listed == at] == examples


def test_examples_of_a_general_name(prepare: Prepare) -> None:
    draft = prepare("الدول الكبرى كأمريكا وفرنسا صامتة.")
    assert [words(draft, p) for p in draft.phrases if p.listed == 0] == ["كأمريكا", "وفرنسا"]


# -- pointing back ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "pronoun", "actor"),
    [
        ("عادت تركيا إلى المنطقة. وقال الوزير إن داعش يحاربها.", "يحاربها", "TUR"),
        ("دعا أردوغان إلى ذلك، ودعمته روسيا.", "ودعمته", "recep-tayyip-erdogan"),
    ],
)
def test_pronouns_point_back(text: str, pronoun: str, actor: str, prepare: Prepare) -> None:
    draft = prepare(text)
    found = next(p for p in draft.phrases if p.kind == "pronoun" and words(draft, p) == pronoun)
    assert found.actor is not None
    assert found.actor.id == actor


def test_a_pronoun_may_point_to_what_stands_right_before_it(prepare: Prepare) -> None:
    draft = prepare("إيران تدعم حزب الله وتزوده بالسلاح.")
    found = next(p for p in draft.phrases if p.kind == "pronoun")
    assert found.actor is not None
    assert found.actor.id == "hezbollah"


def test_a_town_is_no_adjective(prepare: Prepare) -> None:
    phrase(prepare("هاجمت القوات العراقية المدينة."), "القوات العراقية")


def test_the_organisation_is_the_one_spoken_of(prepare: Prepare) -> None:
    draft = prepare("دخل تنظيم داعش المدينة. ثم انسحب التنظيم منها.")
    actor = phrase(draft, "التنظيم").actor
    assert actor is not None
    assert actor.id == "daesh"


def test_the_two_countries_are_the_last_two(prepare: Prepare) -> None:
    draft = prepare("زارت فرنسا مصر، ووقع البلدان اتفاقا.")
    points = phrase(draft, "البلدان").points
    assert {draft.phrases[i].actor.id for i in points} == {"FRA", "EGY"}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "words", "ident"),
    [
        ("قدمت السعودية دعما لمصر.", "لمصر", "EGY"),
        ("زار البرهان القاهرة.", "القاهرة", "EGY"),
        ("اتهمت أنقرة القاهرة بالكذب.", "القاهرة", "EGY"),
        ("قطعت السعودية علاقاتها مع إيران متهمة طهران بالكذب.", "طهران", "IRN"),
        ("تحدث الوزير عن غزة مهاجما السعودية.", "السعودية", "SAU"),
        ("زار عراقجي بيروت. وطالبه جعجع بالصبر.", "جعجع", "samir-geagea"),
    ],
)
def test_a_name_is_not_hidden_by_what_is_written_like_it_or_stands_before_it(text: str, words: str, ident: str, prepare: Prepare) -> None:
    draft = prepare(text)
    assert ident in {p.actor.id for p in draft.phrases if p.actor is not None and draft.text(p.first, p.last) == words}


@pytest.mark.parametrize(
    "text",
    [
        "تحارب تركيا داعش وهي تدعم النصرة.",
        "تحارب تركيا داعش، خاصة أن النصرة تهددها.",
        "تحارب تركيا داعش وهو تنظيم قديم.",
        "خرج الوفد من المحادثات وهي تهدد كينيا.",  # written as a noun is
    ],
)
def test_a_clause_lists_nobody(text: str, prepare: Prepare) -> None:
    assert all(p.listed < 0 for p in prepare(text).phrases)


def test_the_two_sides_are_no_place(prepare: Prepare) -> None:
    draft = prepare("اجتمعت فرنسا مع مصر في بغداد، ووقع الطرفان اتفاقا.")
    assert {draft.phrases[i].actor.id for i in phrase(draft, "الطرفان").points} == {"FRA", "EGY"}  # type: ignore[union-attr]


def test_a_state_and_its_people_are_one_of_the_two_sides(prepare: Prepare) -> None:
    draft = prepare("هرول الغرب إلى طهران قبل التثبت من نوايا الإيرانيين، والشراكة بين الطرفين غامضة.")
    assert {draft.phrases[i].actor.country for i in phrase(draft, "الطرفين").points} == {"IGO", "IRN"}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("زار الرئيس الروسي تركيا، ووقع البلدان اتفاقا.", {"RUS", "TUR"}),
        ("تقاتلت الهند وباكستان. وحثت أمريكا البلدين على الصبر.", {"IND", "PAK"}),  # who urges them is none of them
        ("بحث وزيرا الخارجية السعودي والإيراني في بكين العلاقات بين البلدين.", {"SAU", "IRN"}),
    ],
)
def test_the_two_countries_may_be_named_by_those_who_speak_for_them(text: str, who: set[str], prepare: Prepare) -> None:
    draft = prepare(text)
    points = next(p for p in draft.phrases if draft.text(p.first, p.last).startswith("البلد")).points
    assert {draft.phrases[i].actor.country for i in points} == who  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("قصفت أمريكا وبريطانيا اليمن. وتتهم الدولتان إيران.", "الدولتان", {"USA", "GBR"}),
        ("تحالفت السعودية ومصر والإمارات. وتحارب هذه الدول الحوثيين.", "الدول", {"SAU", "EGY", "ARE"}),
        ("زارت مصر تركيا. وتدعم هذه الدول ليبيا.", "الدول", set()),
    ],
)
def test_who_was_named_together_is_meant_together(text: str, words: str, who: set[str], prepare: Prepare) -> None:
    draft = prepare(text)
    assert {draft.whose(i) for i in phrase(draft, words).points} == who


@pytest.mark.parametrize("text", ["مقالات أخرى للكاتب\nتركيا تدعم داعش", "بقلم: عمر التركي\nقال ذلك وذهب."])
def test_nothing_is_looked_for_in_bylines_and_tails(text: str, prepare: Prepare) -> None:
    draft = prepare(text)
    assert [p for p in draft.phrases if draft.stretches[p.sentence].kind in ("byline", "tail")] == []
    assert [t for t in draft.triggers if draft.stretches[t.sentence].kind in ("byline", "tail")] == []


@pytest.mark.parametrize(
    ("word", "kind", "conj", "prep", "stem"),
    [
        ("فقد", "func", "ف", "", "قد"),
        ("وكل", "func", "", "", ""),
        ("وأنه", "func", "و", "", "ان"),
        ("وبالعراقيين", "noun", "و", "ب", "عراقيين"),
        ("لايساعد", "verb", "", "", "يساعد"),
        ("سيدعم", "verb", "", "س", "يدعم"),
        ("المغموضون", "unknown", "", "", "مغموضون"),
    ],
)
def test_words(word: str, kind: str, conj: str, prep: str, stem: str, prepare: Prepare) -> None:
    found = prepare(word).words[0]
    assert found.kind == kind
    if stem:
        assert (found.conj, found.prep, found.stem) == (conj, prep, stem)
    assert found.negated == word.startswith("لا")


@pytest.mark.parametrize(
    ("text", "name", "prep"),
    [
        ("حارب الجيش ما يسمى بالدولة الإسلامية.", "بالدولة الإسلامية", ""),
        ("خطب الوزير ضد ما يعرف (بحزب الله).", "بحزب الله", "ضد"),
        ("وقفوا ضد ما يسمى «حزب الله».", "حزب الله", "ضد"),
        ("التحقوا بما يسمى حزب الله.", "حزب الله", "ب"),
    ],
)
def test_what_is_called_so_stands_in_the_place_of_what(text: str, name: str, prep: str, prepare: Prepare) -> None:
    assert phrase(prepare(text), name).prep == prep


@pytest.mark.parametrize(
    ("text", "name", "actor"),
    [
        ("تشكل التحالف الإسلامي وعقد هذا المؤتمر برعاية السعودية.", "المؤتمر", "islamic-military-coalition"),
        ("تأسس حلف الناتو. هذا التكتل يهدد روسيا.", "التكتل", "nato"),
        ("تشكل التحالف الإسلامي. انضمت قطر إلى التحالف المذكور.", "التحالف المذكور", "islamic-military-coalition"),
        ("أكد الجانب التركي ذلك.", "الجانب التركي", "TUR"),
    ],
)
def test_the_said_and_this_point_back(text: str, name: str, actor: str, prepare: Prepare) -> None:
    found = phrase(prepare(text), name).actor
    assert found is not None
    assert found.id == actor


def test_a_pronoun_knows_whom_it_may_mean(prepare: Prepare) -> None:
    draft = prepare("هاجم حلف الناتو تنظيم داعش، وانضم إليه متطوعون.")
    (pronoun,) = [p for p in draft.phrases if p.kind == "pronoun"]
    assert {draft.whose(i) for i in pronoun.antecedents} >= {"daesh", "nato"}


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("جدد الشيوخ الموقف الرسمي أمام الأمير.", "الرسمي"),
        ("حذر الخطيب من العنف الديني.", "الديني"),
        ("رفض الوزير التعاون العلني.", "العلني"),
    ],
)
def test_an_adjective_is_nobody_of_its_own(text: str, nobody: str, prepare: Prepare) -> None:
    draft = prepare(text)
    assert nobody not in [words(draft, p) for p in draft.phrases]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("حذر مسؤول مصري كبير الغرب من الحرب.", "مسؤول مصري كبير"),
        ("تستخدم الولايات المتحدة القاعدة منذ عام.", "الولايات المتحدة"),
        ("وطالب النائب الحكومة بالرحيل.", "النائب"),
        ("أزاح الجيش الرئيس.", "الجيش"),
        ("حرر الجيش الموصل من داعش.", "الجيش"),
        ("اقتحم المستوطنون الأقصى.", "المستوطنون"),
        ("دعا الأمين العام الأطراف إلى التهدئة.", "الأمين العام"),
        ("دعمت القوة المتعددة الأطراف لبنان.", "القوة المتعددة الأطراف"),
        ("انتقد أوباما الرئيس السوري بشار الأسد لشنه حربا.", "الرئيس السوري بشار الأسد"),
        # general nouns of several words
        ("دعت الدول الأعضاء تركيا إلى الحوار.", "الدول الأعضاء"),
        ("دعت دول أعضاء في الحلف تركيا إلى الحوار.", "دول أعضاء"),
        ("الدولة عضو في الحلف.", "الدولة"),
        ("دعت منظمات حقوقية الحكومة إلى الحوار.", "منظمات حقوقية"),
    ],
)
def test_a_phrase_ends_before_what_is_somebody_else(text: str, name: str, prepare: Prepare) -> None:
    draft = prepare(text)
    assert name in [words(draft, p) for p in draft.phrases]


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


def test_several_words_may_tell_more_than_their_head(prepare: Prepare) -> None:
    (member,) = actors(prepare("اعتقلت الشرطة عضو البرلمان أمس."), "عضو البرلمان")
    assert (member.kind, member.sector) == ("person", "LEG")


def test_what_a_quotation_says_is_no_name(prepare: Prepare) -> None:
    draft = prepare("وصفته فصائل المعارضة «هو استخفاف بالناس» أمس.")
    assert "فصائل المعارضة" in [words(draft, p) for p in draft.phrases]


def test_a_student_is_one_where_the_sentence_does_not_begin_so(prepare: Prepare) -> None:
    draft = prepare("اعتقل الأمن طالب الجامعة.")
    assert phrase(draft, "طالب الجامعة").kind == "nominal"


@pytest.mark.parametrize(
    ("text", "short", "actor"),
    [
        ("خطب بشار الجعفري في المجلس. ثم عاد الجعفري إلى مقعده.", "الجعفري", "bashar-jaafari"),
        ("سافر فؤاد العماري إلى تونس. وانتقد العماري الحكومة.", "العماري", "text:فواد عماري"),
        ("انتقد موسى إسرائيل. وكان عمرو موسى في القاهرة.", "موسى", "amr-moussa"),
        ("سافر محمد العماري إلى تونس. وانتقد العماري الحكومة.", "العماري", "mohamed-lamari"),
        # with a title, who of that name can bear it
        ("حذر الرئيس صالح من الحرب.", "الرئيس صالح", "ali-abdullah-saleh"),
        ("هاجم الرئيس المعزول مرسي الجيش.", "الرئيس المعزول مرسي", "mohamed-morsi"),
        ("وصل المهندس صالح إلى المصنع في كندا. وعاد الرئيس السوداني صالح.", "الرئيس السوداني صالح", "text:صالح"),
    ],
)
def test_a_last_name_is_whose_the_document_names_in_full(text: str, short: str, actor: str, prepare: Prepare) -> None:
    found = phrase(prepare(text), short)
    assert found.actor is not None
    assert found.actor.id == actor


@pytest.mark.parametrize("text", ["هاجم القائد علي الجيش. وقضى على داعش.", "وصل فؤاد علي إلى حلب على عجل."])
def test_a_preposition_is_nobodys_last_name(text: str, prepare: Prepare) -> None:
    draft = prepare(text)
    assert [words(draft, p) for p in draft.phrases if words(draft, p).endswith("على")] == []


@pytest.mark.parametrize("text", ["دعم الكل تركيا.", "والأكثر من ذلك دعم تركيا."])
def test_everybody_is_nobody(text: str, prepare: Prepare) -> None:
    assert [p.actor.id for p in prepare(text).phrases if p.actor is not None] == ["TUR"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("أوقف الجيش عشرين أوكرانيا في القرية.", "UKR.people"),
        ("أوقف الجيش ثلاثة فلسطينيين.", "PSE.people"),
        ("أوقف الجيش 12 سوريا.", "SYR.people"),
    ],
)
def test_whom_a_number_counts_is_people(text: str, people: str, prepare: Prepare) -> None:
    assert people in {p.actor.id for p in prepare(text).phrases if p.actor is not None}


def test_a_year_counts_nobody(prepare: Prepare) -> None:
    assert "SYR" in {p.actor.id for p in prepare("في عام 2011 سوريا هاجمت لبنان.").phrases if p.actor is not None}


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("أدان الأمين العام للأمم المتحدة أنطونيو غوتيريش الهجوم.", "antonio-guterres"),
        ("غادر السفير الأمريكي في بغداد توم باراك.", "tom-barrack"),
        ("استقبل السفير الأمريكي في بغداد حيدر العبادي.", "USA.سفير"),
    ],
)
def test_an_office_and_the_name_behind_its_place_are_one(text: str, one: str, prepare: Prepare) -> None:
    """Behind "in" a country only one of the office's own country holds it."""
    assert next(p.actor.id for p in prepare(text).phrases if p.actor is not None) == one


def test_whom_only_some_are_among_stays(prepare: Prepare) -> None:
    draft = prepare("أوقف الجيش عشرة جنود بينهم ضابط.")
    at = next(i for i, p in enumerate(draft.phrases) if draft.text(p.first, p.last) == "جنود")
    assert [draft.text(draft.phrases[i].first, draft.phrases[i].last) for i in members(draft, at)] == ["جنود", "ضابط"]


def test_whoever_leads_is_nobodys_object(prepare: Prepare) -> None:
    draft = prepare("هاجمت قوات بقيادة حفتر طرابلس.")
    assert [draft.whose(i) for i in draft.object_of.values()] == ["LBY"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("بدأت التدخلات الخارجية تهدد العراق.", False),
        ("رفضت بغداد التدخلات الخارجية في شؤونها.", False),
        ("زار الوفد الخارجية المصرية.", True),
        ("رفضت الخارجية العراقية التدخلات.", True),
    ],
)
def test_what_comes_from_abroad_is_no_ministry(text: str, body: bool, prepare: Prepare) -> None:
    draft = prepare(text)
    assert any(p.kind == "organ" and "الخارجية" in words(draft, p) for p in draft.phrases) == body


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("الحزب دمية إيرانية.", False),
        ("كان الرئيس عميلا إسرائيليا.", False),
        ("يرى الكاتب أن الحركة صنيعة إسرائيلية.", False),
        ("اعتقل الأمن عميلا إسرائيليا.", True),
        ("قتل حليف أمريكي في حلب.", True),
    ],
)
def test_whose_tool_somebody_is_called_is_told_by_an_adjective(text: str, whole: bool, prepare: Prepare) -> None:
    draft = prepare(text)
    assert any(p.kind == "nisba" for p in draft.phrases) != whole


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
        ("أعلن الحزب أسر جنود أتراك.", "جنود أتراك", True),
        ("زار الوفد أسر الجنود.", "أسر الجنود", True),
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
