"""Who goes on with a list over what is told of the one before."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import joined_in

from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("يضم التحالف حزب تقدم بزعامة خالد سالم، ومنظمة بدر بقيادة هادي العامري، وتيار الحكمة.", ["حزب", "منظمة", "تيار"]),
        ("يضم التحالف حركة النجباء التي يقودها أكرم الكعبي، وتيار الحكمة.", ["حركة", "تيار"]),
        ("هنا معسكر المالكي الذي يضم بدر والعصائب، ومعسكر الحكيم الذي يضم مصر.", ["معسكر", "بدر", "العصائب", "معسكر"]),
        ("برز في المشهد جبران باسيل المدعوم من كينيا، وسمير جعجع.", ["جبران", "سمير"]),
        ("زار مصر جبران باسيل الذي رافقه خالد سالم، وسمير جعجع الذي تدعمه كينيا.", ["جبران", "سمير"]),
        ("زار مصر جبران باسيل الذي رافقه خالد سالم، وسمير جعجع.", ["خالد", "سمير"]),  # whoever is nearest, where nothing shows more
        ("زار مصر جبران باسيل الذي تدعمه كينيا، وسمير جعجع يرفض ذلك.", []),
        ("الإمارات، التي تستضيف الوفد، تتهم قطر بالكذب، وكندا ترد.", []),  # the description has ended
    ],
)
def test_over_what_is_told_of_one(text: str, joined: list[str], prepare: Prepare) -> None:
    assert joined_in(prepare(text)) == joined
