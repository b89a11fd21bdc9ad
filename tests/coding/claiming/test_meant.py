"""What grammar settles of how a claim is meant, where the weights see something else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "words", "modality", "polarity"),
    [
        ("يثني المجلس على أوغندا لقيامها بتدريب الجيش الصومالي.", "بتدريب", "asserted", "affirmed"),
        ("وقد سبق أن دعمت كندا كينيا.", "دعمت", "asserted", "affirmed"),
        ("وقد تدعم كندا كينيا.", "تدعم", "alleged", "affirmed"),
        ("يشكر المجلس كينيا على مساعدتها للصومال.", "مساعدتها", "asserted", "affirmed"),
        ("اتهم رئيس الحكومة الكينية وليام روتو الحكومة الأوغندية بتقديم السلاح للمتمردين.", "بتقديم السلاح", "asserted", "affirmed"),
        ("أشادت كندا بجهود كينيا للقضاء على حركة الشباب.", "للقضاء على", "intended", "affirmed"),
        ("وتتولى فرنسا تدريب القوات المالية.", "تدريب", "asserted", "affirmed"),
        ("إن من دعا إلى تأسيس التحالف هو من أنشأ هذه القوى.", "تأسيس", "asserted", "affirmed"),
        ("على كينيا محاربة الحزب والتحالف مع كندا.", "محاربة", "normative", "affirmed"),
        ("على كينيا محاربة الحزب والتحالف مع كندا.", "والتحالف", "normative", "affirmed"),
        ("على كندا التوصل إلى اتفاق مع كينيا.", "التوصل إلى اتفاق", "normative", "affirmed"),
        ("وعلى كل من كندا وأوغندا اليوم محاربة الحزب.", "محاربة", "normative", "affirmed"),
        ("تهاجم كندا كينيا، وعلى العرب دعمها.", "دعمها", "normative", "affirmed"),
        ("كينيا ضعيفة وما عليها سوى التفاوض مع كندا.", "التفاوض", "normative", "affirmed"),
        ("لم يبق أمام كندا إلا مهاجمة الحزب.", "مهاجمة", "normative", "affirmed"),
        ("شنت كندا الحرب على كينيا دعما للحزب.", "الحرب", "asserted", "affirmed"),
        ("من هي الدول التي تدعم الحزب؟", "تدعم", "questioned", "affirmed"),
        ("والسؤال القديم هو: من أين تستمد الجماعة قوتها؟", "تستمد", "questioned", "affirmed"),
        ("أعلنت كندا إبرام صفقة مع كينيا.", "إبرام صفقة مع", "asserted", "affirmed"),
        ("أعلنت كندا التوصل إلى اتفاق مع كينيا.", "التوصل إلى اتفاق", "asserted", "affirmed"),
        ("أعلنت مصر انضمام كينيا إلى التحالف.", "انضمام", "asserted", "affirmed"),
        ("أعلنت كندا إرسال جنود لدعم كينيا.", "لدعم", "intended", "affirmed"),
        ("أعلنت كينيا أنها ستواصل تدريب الجيش الصومالي.", "تدريب", "intended", "affirmed"),
        ("أدعو حكومة جنوب السودان إلى وقف هجماتها على المتمردين.", "هجماتها", "asserted", "affirmed"),
        ("متى تتوقف إسرائيل عن قصف غزة؟", "قصف", "asserted", "affirmed"),
        ("نأمل أن توقف روسيا حربها على أوكرانيا.", "حربها", "asserted", "affirmed"),
        ("وأدعو الحكومة الكينية إلى الكف عن تعذيب المعتقلين.", "تعذيب", "asserted", "affirmed"),
        ("على تركيا أن تتوقف عن دعم المسلحين في سوريا.", "دعم", "normative", "negated"),
        ("كيف نثق بحكومة تعتقل أنصار المعارضة؟", "تعتقل", "asserted", "affirmed"),
        ("هل نسي العرب أن إيران دعمت الأسد؟", "دعمت", "asserted", "affirmed"),
        ("هل دعمت إيران الأسد؟", "دعمت", "questioned", "affirmed"),
        ("من الذي دعم الأسد؟", "دعم", "questioned", "affirmed"),
        ("كشفت مصادر أمنية عراقية عن قيام إيران بدعم كتائب حزب الله.", "بدعم", "asserted", "affirmed"),
        ("امتنعت إيران عن دعم كتائب حزب الله.", "دعم", "asserted", "negated"),
        ("نتنياهو: سنضرب إيران ونسحق حماس.", "ونسحق", "intended", "affirmed"),
        ("انسحبت كتلة المستقبل من الحكومة متهمة حزب الله بخطف القرار وقصف حلب.", "وقصف", "asserted", "affirmed"),
        ("علينا أن نعترف بأن إيران دعمت الأسد.", "دعمت", "asserted", "affirmed"),
    ],
)
def test_how_it_is_meant(text: str, words: str, modality: str, polarity: str, code: Code) -> None:
    found = [claim for claim in code(text).claims if text[claim.trigger.start : claim.trigger.end] == words]
    assert {(claim.modality, claim.polarity) for claim in found} == {(modality, polarity)}


@pytest.mark.parametrize(
    ("text", "modality", "polarity"),
    [
        ("يخشى الوزير من أن تدعم كينيا الحزب.", "hypothetical", "affirmed"),
        ("أرسلت كندا جنودها خشية أن تدعم كينيا الحزب", "hypothetical", "affirmed"),
        ("ترى كندا أن كينيا دعمت الحزب.", "asserted", "affirmed"),
        ("يخشى الوزير ألا تدعم كينيا الحزب.", "hypothetical", "negated"),
    ],
)
def test_what_is_feared_has_not_come_and_is_not_denied(text: str, modality: str, polarity: str, code: Code) -> None:
    (claim,) = [c for c in code(text).claims if c.relation == "AID" and c.target and c.source]
    assert (claim.modality, claim.polarity) == (modality, polarity)
