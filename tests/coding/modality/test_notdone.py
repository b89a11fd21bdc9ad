"""What is not done though no particle denies it: seldom, all but, by none, refused; and what somebody was going to do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "relation", "polarity"),
    [
        ("قلما دعمت كينيا أوغندا.", "AID", "negated"),
        ("نادرا ما تنتقد كينيا أوغندا.", "ACCUSE", "negated"),
        ("كثيرا ما تنتقد كينيا أوغندا.", "ACCUSE", "affirmed"),
        ("ترفض كينيا الرضوخ لإملاءات كندا.", "CONCEDE", "negated"),
        ("رفضت كينيا قطع علاقاتها مع كندا.", "SANCTION", "negated"),
        ("كاد الجيش يعتقل الوزير.", "COERCE", "negated"),
        ("كادت كندا أن تهاجم كينيا.", "ASSAULT", "negated"),
        ("كانت كندا تهاجم كينيا.", "ASSAULT", "affirmed"),
        ("ما من دولة عربية دعمت كينيا.", "AID", "negated"),
        ("قال الوزير إنه ما من دولة دعمت كينيا.", "AID", "negated"),
        ("رفضت الجزائر أن تستقبل المبعوث الكيني.", "CONSULT", "negated"),
        ("أبت كندا أن تساعد أوغندا.", "AID", "negated"),
        ("رفض الوزير الكندي أن يصافح الرئيس الكيني.", "CONSULT", "negated"),
        ("علماء كندا رفضوا أن يقاتلوا كينيا.", "ASSAULT", "negated"),
        ("رفضته كندا لأنه يخدم كينيا.", "ALLY", "affirmed"),
        ("قررت كندا أن تساعد أوغندا.", "AID", "affirmed"),
        ("هاجمت كندا كينيا دونما مساندة من أوغندا.", "SUPPORT", "negated"),
        ("قد تكون كندا دعمت كينيا.", "AID", "affirmed"),
        ("لا يبدو أن كندا تدعم كينيا.", "AID", "negated"),
        ("يبدو أن كندا تدعم كينيا.", "AID", "affirmed"),
        ("لا تريد كندا أن تهاجم كينيا.", "ASSAULT", "negated"),
        ("لا تريد كندا إلا أن تساعد كينيا.", "AID", "affirmed"),
        ("لا تعنيني الانتخابات، ولا يعنيني أن يصافح الوزير الكيني السفير الكندي.", "CONSULT", "affirmed"),
        ("من غير المرجح أن تهاجم كندا كينيا.", "ASSAULT", "negated"),
        ("يثني الوزير على كندا لما قدمته من مساعدات إلى كينيا.", "AID", "affirmed"),
        ("منع الوزير كندا من مساعدة كينيا.", "AID", "negated"),
        # in what somebody or something failed that stands between
        ("فشلت المحادثات بين كندا وكينيا في التوصل إلى اتفاق.", "AGREE", "negated"),
        ("أخفقت القوات الكندية أمس في السيطرة على نيروبي.", "COERCE", "negated"),
        ("نجحت المحادثات بين كندا وكينيا في التوصل إلى اتفاق.", "AGREE", "affirmed"),
        # what another does is there, whoever refuses to accept it
        ("رفضت كندا العدوان الكيني على أوغندا.", "ASSAULT", "affirmed"),
        ("انسحبت كندا تعبيرا عن رفض الحرب الكينية على أوغندا.", "ASSAULT", "affirmed"),
        ("نفت كينيا العدوان الكيني على أوغندا.", "ASSAULT", "negated"),
        ("خسر الحزب دعم كندا.", "AID", "negated"),
        ("فقد الحزب دعم كندا.", "AID", "negated"),
        ("لم يخسر الحزب دعم كندا.", "AID", "affirmed"),
        ("لا دليل على أن كندا تمول الحزب.", "AID", "negated"),
        ("ليس ثمة ما يثبت أن كندا تمول الحزب.", "AID", "negated"),
        ("ثبت أن كندا تمول الحزب.", "AID", "affirmed"),
        ("لم يتضمن الاتفاق شيئا عن دعم كندا للحزب.", "AID", "affirmed"),
        ("لم يتضمن الاتفاق دعم كندا للحزب.", "AID", "negated"),
        ("لا حل غير الحوار بين كندا وكينيا.", "CONSULT", "affirmed"),
        ("لا تقدم كندا دعما غير مشروط لكينيا.", "SUPPORT", "negated"),
    ],
)
def test_polarity(text: str, relation: str, polarity: str, code: Code) -> None:
    assert {claim.polarity for claim in code(text).claims if claim.relation == relation} == {polarity}


def test_who_refuses_to_do_it_is_not_told_to_deny_it(code: Code) -> None:
    (claim,) = [c for c in code("رفضت الجزائر أن تستقبل المبعوث الكيني.").claims if c.relation == "CONSULT"]
    assert claim.voice == ()


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("كانت كندا ستهاجم كينيا لولا أوغندا.", "hypothetical"),
        ("كان الجيش سيقصف المدينة.", "hypothetical"),
        ("سيقصف الجيش المدينة.", "asserted"),
        # what he does not rule out
        ("لم يستبعد الرئيس الكندي توجيه ضربة عسكرية إلى كينيا.", "hypothetical"),
        ("لا تستبعد كندا قصف كينيا.", "hypothetical"),
        ("لا يستبعد الوزير أن تهاجم كندا كينيا.", "hypothetical"),
    ],
)
def test_what_somebody_was_going_to_do(text: str, modality: str, code: Code) -> None:
    assert {claim.modality for claim in code(text).claims if claim.relation == "ASSAULT"} == {modality}
