"""Whom a verb of words is said of who stands right behind it, and who says it where its subject hides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "word", "subject", "direct"),
    [
        ("اجتمعت اللجنة الأولمبية أمس. وأدانت الهجمات التركية.", "وأدانت", "اللجنة", "الهجمات"),
        ("اجتمع المجلس أمس. كما طالب الولايات المتحدة بالتدخل.", "طالب", "المجلس", "الولايات"),
        ("اجتمعت الجامعة العربية أمس. وحثت تونس على الحوار.", "وحثت", "الجامعة", "تونس"),
        ("اجتمعت الجامعة العربية أمس. وطالبت جميع الأطراف بالتهدئة.", "وطالبت", "الجامعة", "الأطراف"),
        ("اجتمعت الجامعة العربية أمس. ودعت كل الدول إلى الحوار.", "ودعت", "الجامعة", "الدول"),
        ("قال الوزير التونسي إن الجيش المصري تدخل. كما طالب قطر بالحياد.", "طالب", "الوزير", "قطر"),
        ("رحبت الجزائر بالقرار. كما حملت كندا مسؤولية الحرب.", "حملت", "الجزائر", "كندا"),
        ("رحبت الجزائر بالقرار. وحملت كينيا كندا مسؤولية الحرب.", "وحملت", "كينيا", "كندا"),
        ("قال الوزير إن الجيش المصري تدخل. من جانبه أشاد السفير الكيني بالقرار. كما هدد كندا بالرد.", "هدد", "السفير", "كندا"),
        ("حثت تونس على الحوار.", "حثت", "تونس", ""),  # nobody was named who may ask her
        ("اجتمعت الجامعة العربية أمس. وحثت تونس الجزائر على الحوار.", "وحثت", "تونس", "الجزائر"),
        ("اجتمعت الجامعة العربية أمس. وطالبت تونس بالحوار.", "وطالبت", "تونس", ""),  # who may as well be asked
        ("اجتمعت الجامعة العربية أمس. وأضعفت الهجمات الجيش.", "وأضعفت", "الهجمات", "الجيش"),
    ],
)
def test_who_is_asked_or_blamed_behind_a_verb_does_not_do_so(text: str, word: str, subject: str, direct: str, prepare: Prepare) -> None:
    draft = prepare(text)
    at = next(i for i, w in enumerate(draft.words) if w.bare == word)

    def named(index: int) -> str:
        return draft.words[draft.phrases[index].first].bare if index >= 0 else ""

    assert (named(draft.subject_of.get(at, -1)), named(draft.object_of.get(at, -1))) == (subject, direct)


def test_who_was_named_sentences_before_is_still_who_asks(code: Code) -> None:
    text = "اجتمع المكتب السياسي لحركة فتح. وتناول الاجتماع الأزمة. وثمن موقف فرنسا. وطالب الولايات المتحدة بالضغط على إسرائيل."
    claims = {(c.relation, c.source.names[0], c.target.names[0]): c for c in code(text).claims if c.source and c.target}
    assert ("REQUEST", "المكتب السياسي لحركة فتح", "الولايات المتحدة") in claims
    pressure = claims["COERCE", "الولايات المتحدة", "إسرائيل"]
    assert [v.names[0] for v in pressure.voice] == ["المكتب السياسي لحركة فتح"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("اجتمع الوزراء الكنديون. وتناول الاجتماع الأزمة. ورحب البيان بالهدنة. وأشادوا بجهود أوغندا.",
         ("SUPPORT", "الوزراء الكنديون", "أوغندا")),
        ("قال وزير الدفاع الكيني إن الصومال يدعم الهدنة. وأشار إلى أن أوغندا أوقفت القصف. واستنكر صمت كندا.",
         ("ACCUSE", "وزير الدفاع الكيني", "كندا")),
    ],
)  # fmt: skip
def test_who_hides_does_it_whatever_leads_to_the_other(text: str, claim: tuple[str, str, str], code: Code) -> None:
    assert claim in {(c.relation, c.source.names[0], c.target.names[0]) for c in code(text).claims if c.source and c.target}


def test_what_is_added_the_same_does_who_did_the_last(prepare: Prepare) -> None:
    draft = prepare("رفضت كندا القرار الذي أيدته كينيا. كما استدعت السفير الكيني.")
    at = next(i for i, w in enumerate(draft.words) if w.bare == "استدعت")
    assert draft.words[draft.phrases[draft.subject_of[at]].first].bare == "كندا"
