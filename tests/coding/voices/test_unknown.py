"""Who speaks though no table knows him, or behind what he said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("أفاد سائق الشاحنة بأن مسلحين من حركة الشباب قتلوا جنديين كينيين.", "سائق الشاحنة"),
        ('وأكد موقع "الفجر" المقرب من المتمردين أن كندا هاجمت كينيا', 'موقع "الفجر"'),
        ("ذكرت نشرة «الفجر» أن كندا هاجمت كينيا.", "نشرة «الفجر»"),
        ("قالت صاحبة المتجر إن الشرطة المصرية اعتقلت عشرات السودانيين.", "صاحبة المتجر"),
        ("قال الوزير كلمة. وأشارت تقارير إعلامية إلى أن السلطات المصرية اعتقلت عشرات السودانيين.", "تقارير إعلامية"),
        ("هاجم الوزير الحزب. وقال صراحة إن كندا دعمت كينيا.", ""),
        ("قال أمس الوزير الكيني إن كندا دعمت أوغندا.", "الوزير الكيني"),
        ("إسرائيل قصفت دمشق، كما قال بيان للجيش السوري.", "الجيش السوري"),
        ('"لقد قصفت كندا القرية. كينيا تدعم الحزب"، قال وزير الخارجية اللبناني للصحافيين.', "وزير الخارجية اللبناني"),
        ("انسحبت كتلة المستقبل من الحكومة متهمة كينيا بقصف القرى.", "كتلة المستقبل"),
        ("قال عمروف إن روسيا قوية. وأجابت طهران بأنها قصفت القرية.", "طهران"),
    ],
)
def test_who_says_so(text: str, voice: str, code: Code) -> None:
    found = [claim for claim in code(text).claims if claim.relation in ("ASSAULT", "AID", "COERCE")]
    assert found
    assert {claim.voice[0].names[0] if claim.voice else "" for claim in found} == {voice}


@pytest.mark.parametrize(
    ("text", "words", "voice"),
    [
        ("بينما تؤكد واشنطن أنها تدعم كينيا، ترى موسكو أن أمريكا تسلح المعارضة.", "تسلح", ["موسكو"]),
        ("يزعم نتنياهو أن جيشه يحارب الإرهاب، والحقيقة أنه يقتل الأطفال.", "يقتل", []),
        ("لكن ما لا يقوله الأوروبي هو أن كندا تدعم كينيا.", "تدعم", []),
    ],
)
def test_where_what_is_said_ends(text: str, words: str, voice: list[str], code: Code) -> None:
    (claim,) = [claim for claim in code(text).claims if text[claim.trigger.start : claim.trigger.end] == words]
    assert [v.names[0] for v in claim.voice] == voice
