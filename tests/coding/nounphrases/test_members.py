"""Who stands with whom in a phrase of several: joined, listed, the two of something."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends, words

from ahlaf.coding.nounphrases.members import members
from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]


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
        ("اندلعت حرب بين تركيا وقطر، والشرق الأوسط لم يعد آمنا.", ["تركيا", "وقطر"]),
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


def test_whom_only_some_are_among_stays(prepare: Prepare) -> None:
    draft = prepare("أوقف الجيش عشرة جنود بينهم ضابط.")
    at = next(i for i, p in enumerate(draft.phrases) if draft.text(p.first, p.last) == "جنود")
    assert [draft.text(draft.phrases[i].first, draft.phrases[i].last) for i in members(draft, at)] == ["جنود", "ضابط"]


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("هاجم الليبراليون الموالون لكندا، مثل ترامب، كينيا.", "ALLY", {("ترامب", "كندا")}),
        ("هاجم الليبراليون الموالون لكندا، مثل ترامب، كينيا.", "ASSAULT", {("ترامب", "كينيا")}),
        ("قصفت كندا حلفاء روسيا مثل كينيا.", "ALLY", {("كينيا", "روسيا")}),
    ],
)
def test_no_man_is_an_example_of_a_state(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("يقوم الحلف على ثلاث دول هي كندا وكينيا.", ["كندا", "وكينيا"]),
        ("يقوم الحلف على ثلاث دول، هي كندا وكينيا.", ["كندا", "وكينيا"]),
        ("اعتدت أوغندا على دولتين هما كندا وكينيا.", ["كندا", "وكينيا"]),
        ("هاجمت أوغندا ثلاث دول وهي تدعم كينيا.", []),
        ("على الدول الكبرى هي كندا.", []),
    ],
)
def test_names_behind_a_pronoun_say_who_they_are(text: str, told: list[str], prepare: Prepare) -> None:
    draft = prepare(text)
    assert [draft.text(p.first, p.last) for p in draft.phrases if p.listed >= 0] == told
