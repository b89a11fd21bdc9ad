"""Names that may be no names: last names that are words of the language too."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.draft import Draft

Prepare = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("text", "ident", "there"),
    [
        ("تدعم روسيا الأسد في سوريا.", "bashar-al-assad", True),
        ("تحمي المحمية الأسد والفيل.", "bashar-al-assad", False),  # nothing is said of Syria
        ("انقلب الحوثيون على هادي.", "abdrabbuh-mansur-hadi", True),
        ("قال رجل هادي الطبع في اليمن.", "abdrabbuh-mansur-hadi", False),
        ("صوت البرلمان اليمني لصالح الحكومة.", "ali-abdullah-saleh", False),
        ("عزل الجيش المصري مرسي.", "mohamed-morsi", True),
        ("وصلت السفينة إلى مرسي قريب في مصر.", "mohamed-morsi", False),
        ("البحرين خط أحمر، والمملكة تحارب إيران.", "SAU", True),
        ("ملك البحرين في المنامة. وقالت المملكة إنها تحارب إيران.", "BHR", True),
        # of several of one name who leads a party there, where somebody acts
        ("اتهم الصدر الحكومة العراقية بالفساد.", "muqtada-al-sadr", True),
        ("قال طبيب عراقي إن الصدر يؤلمه.", "muqtada-al-sadr", False),
    ],
)
def test_a_ruler_is_called_so_where_his_state_is_spoken_of(text: str, ident: str, there: bool, prepare: Prepare) -> None:
    assert (ident in {p.actor.id for p in prepare(text).phrases if p.actor is not None}) is there
