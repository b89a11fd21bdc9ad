"""What is written alike, what we did and what another did to us."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("text", "verb", "pronoun"),
    [
        # in a clause on one man, who would be taken up if it were done to him
        ("الوزير الذي طردنا من داكار كيني.", "طردنا", "نا"),
        ("الوزير الذي وصفنا بالعملاء كيني.", "وصفنا", "نا"),
        ("الوزير الذي دافعنا عنه كيني.", "دافعنا", ""),
        ("الوزير الذي قصفنا مواقعه كيني.", "قصفنا", ""),
        ("العدو الذي هزمنا من أجله كينيا.", "هزمنا", ""),
        # what a man did before, and whom else it could be done to
        ("زار الوزير الكيني كندا ووبخنا.", "ووبخنا", "نا"),
        ("زار الوزير الكيني كندا واتهمنا بالخيانة.", "واتهمنا", "نا"),
        ("زار الوزير الكيني كندا ووبخنا السفير الكيني.", "ووبخنا", "نا"),
        ("كنا نزور كندا فهاجم الوزير الكيني القرية ووبخناه.", "ووبخناه", "ه"),
        ("زار الوزير الكيني كندا وطالبنا بإلغاء الاتفاق.", "وطالبنا", ""),
        # behind these no past stands
        ("لن تحكمنا كندا.", "تحكمنا", "نا"),
        ("تريد كينيا أن تحكمنا كندا.", "تحكمنا", "نا"),
        ("بعد أن طردنا سفير كينيا غضبت كندا.", "طردنا", ""),
        # whoever stands behind in the form of who acts, or wrongs us
        ("هددنا الأوروبيون.", "هددنا", "نا"),
        ("هددنا الأوروبيين.", "هددنا", ""),
        ("وعاقبنا الرئيس الكيني.", "وعاقبنا", "نا"),
        ("نحن عاقبنا الرئيس الكيني.", "عاقبنا", ""),
        ("قلنا إننا عاقبنا الرئيس الكيني.", "عاقبنا", ""),
        ("دعمنا الرئيس الكيني.", "دعمنا", ""),
        ("قصفنا الجيش الكيني.", "قصفنا", ""),
        ("طردنا سفير كينيا.", "طردنا", ""),
    ],
)
def test_what_the_neighbours_say(text: str, verb: str, pronoun: str, prepare: Prepare) -> None:
    assert next(w.pronoun for w in prepare(text).words if w.bare == verb) == pronoun
