"""Whom a pronoun means."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.draft import Draft

Prepare = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("text", "pronoun", "meant"),
    [
        ("شكلت مصر الجامعة العربية لدعم سوريا وشاركت فيها دول كثيرة.", "فيها", "arab-league"),
        ("أسس الزعماء حزب الله لقتال داعش وانضم إليه كثيرون.", "إليه", "hezbollah"),
        ("هاجم حزب الله داعش وسيطر عليه.", "عليه", "daesh"),  # no purpose: the nearer one
        ("أشاد الوزير بقطر لدعم اليمن وشعبه.", "وشعبه", "YEM"),  # its own, whatever it was helped for
        ("دعمت قطر الشعب اليمني وحكومته الشرعية.", "وحكومته", "YEM.شعب"),
    ],
)
def test_a_pronoun_means_what_was_made_not_what_it_was_made_for(text: str, pronoun: str, meant: str, prepare: Prepare) -> None:
    draft = prepare(text)
    found = [p.actor.id for p in draft.phrases if p.kind == "pronoun" and p.actor is not None and draft.text(p.first, p.last) == pronoun]
    assert found == [meant]


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("التقى أردوغان بوتين وأكد الأخير دعم سوريا.", "الأخير", "vladimir-putin"),
        ("قصفت إسرائيل حماس واتهمت الأخيرة مصر بالصمت.", "الأخيرة", "hamas"),
        ("اتفقت أمريكا مع إيران، والأخيرة تهدد السعودية.", "والأخيرة", "IRN"),
        ("انتهت المفاوضات بين أمريكا وإيران. الأخيرة تحت الحصار.", "الأخيرة", "IRN"),
        ("تحالف الحوثيون مع الرئيس المخلوع علي عبد الله صالح. وهاجم المخلوع عدن.", "المخلوع", "ali-abdullah-saleh"),
        ("هاجم المخلوع عدن.", "المخلوع", "ali-abdullah-saleh"),
        ("هاجم المخلوع القرية.", "المخلوع", "text:مخلوع"),
        ("المتمردون الحوثيون هاجموا عدن. وقتل المتمردون مدنيين.", "المتمردون", "houthis"),
        ("اجتمع المعارضون السوريون في جنيف. وانتقد المعارضون روسيا.", "المعارضون", "syrian-opposition"),
        # a group that is named only within somebody's office
        ("قال رئيس المكتب السياسي لحركة حماس خالد مشعل إن الحركة قوية.", "الحركة", "hamas"),
        ("قال زعيم حزب العمل إيهود باراك إن السلام قريب. ودعا الحزب إلى الحوار.", "الحزب", "labour-party-israel"),
        ("قال رئيس الحزب أحمد العلي إن السلام قريب. ودعا الحزب إلى الحوار.", "الحزب", "text:حزب"),
        ("أصلح البرلمان نظام الحالة المدنية في مصر. واتهمت المعارضة النظام بالفساد.", "النظام", "EGY.نظام"),
        ("قال عملاء النظام السوري إن تركيا ضعيفة. واتهم النظام تركيا بالكذب.", "النظام", "syrian-regime"),
        ("وصل خبراء القوة الدولية إلى القرية. واتهم السكان القوة بالصمت.", "القوة", "text:قوه دوليه"),
        ("ذكرت مصادر أمنية أن واشنطن غاضبة. وأضافت المصادر أن السلام قريب.", "المصادر", "text:مصادر امنيه"),
    ],
)
def test_whoever_was_named_before(text: str, words: str, meant: str, prepare: Prepare) -> None:
    draft = prepare(text)
    assert [p.actor.id for p in draft.phrases if p.actor is not None and draft.text(p.first, p.last) == words][-1:] == [meant]
