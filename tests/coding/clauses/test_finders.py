"""Which of those who find a verb's subject finds it, which is kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("text", "verb", "finder"),
    [
        ("هاجم الجيش القرية.", "هاجم", "right_behind"),
        ("كندا تدعم كينيا.", "تدعم", "right_before"),
        ("رحبت بالقرار كينيا.", "رحبت", "behind_led_to"),
        ("الفصائل التي تدافع عنها كينيا كثيرة.", "تدافع", "in_relative"),
        ("ذكر الملك أن كندا تهدد كينيا وشكر مصر.", "وشكر", "who_said_so"),
        ("اتهم كل طرف الآخر بالتجسس.", "اتهم", "each_side"),
        ("لا أحد يدعم الحزب سوى كندا.", "يدعم", "nobody_but"),
        ("بعض الدول تحارب الحزب وبعضها يدعمه.", "يدعمه", "some_of_them"),
        ("تحارب كندا الحزب وبعض حلفائها يدعمه.", "يدعمه", "right_before"),
        ("القوة المؤلفة من وحدات كندية هاجمت الحزب.", "هاجمت", "over_its_parts"),
        ("الحزب الذي تموله وتسلحه كندا كبير.", "تموله", "doer_of_all"),
        ("في كينيا حزبان. الأول يتهم الثاني بالتجسس.", "يتهم", "one_of_two"),
        ("هناك كتلتان: الأولى تقودها كندا ومعها كينيا، وتضم السودان. والثانية تقودها أوغندا.", "وتضم", "goes_on_about"),
        ("حركة الجبل تقف خلفها كندا.", "تقف", "behind_taken_up"),
        ("بدل أن تدعم الفصائل، هاجمت كندا القرية.", "تدعم", "ahead_of_many"),
        ("عارض الخطة الرئيس الكندي.", "عارض", "behind_thing"),
        ("من يحمي لبنان؟", "يحمي", "done_to_it"),
        ("هاجم الفلسطينيين مستوطنون.", "هاجم", "behind_object"),
        ("هاجم الجيش القرية ثم انسحب.", "انسحب", "topic"),
        ("هاجم الجيش القرية. ثم انسحب.", "انسحب", "who_did_the_last"),
    ],
)
def test_who_found_a_subject_is_kept(text: str, verb: str, finder: str, prepare: Prepare) -> None:
    draft = prepare(text)
    at = next(i for i, word in enumerate(draft.words) if word.bare == verb)
    assert draft.found_by[at] == finder
