"""Places that share a name, told apart by what else the document speaks of."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ids

from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("اندلعت اشتباكات في طرابلس بين الجيش اللبناني ومسلحين.", "طرابلس", "tripoli-lebanon"),
        ("زار الحريري طرابلس. ودعا اللبنانيين إلى الهدوء.", "طرابلس", "tripoli-lebanon"),
        ("أدانت طرابلس الهجوم، وقالت الحكومة الليبية إنها سترد.", "طرابلس", "LBY"),
        ("اندلعت اشتباكات في طرابلس.", "طرابلس", "LBY"),  # nothing tells: the better known one
        ("انتقد ليبي وسوري قصف طرابلس.", "طرابلس", "LBY"),
        ("تظاهر طلاب في القنيطرة ضد الحكومة المغربية.", "القنيطرة", "kenitra"),
        ("قصفت إسرائيل القنيطرة في سوريا.", "القنيطرة", "quneitra"),
        ("هاجم الحوثيون الجوف في اليمن.", "الجوف", "jawf"),
        ("زار أمير سعودي الجوف ودعا السعوديين إلى الهدوء.", "الجوف", "al-jawf-saudi"),
        # a capital for the body that has its seat there, where nothing else is said of its state
        ("رفضت بروكسل طلب أنقرة.", "بروكسل", "european-union"),
        ("أعلنت بلجيكا أن بروكسل تدعم أوكرانيا.", "بروكسل", "BEL"),
        ("اجتمع الوزراء في بروكسل.", "بروكسل", "BEL"),
        # a capital that is written like another state
        ("زار ظريف قطر وعمان والكويت.", "وعمان", "OMN"),
        ("زار الملك الأردني قطر وعمان.", "وعمان", "OMN"),
        ("توسطت عمان بين إيران وأمريكا.", "عمان", "OMN"),
        ("كانت عمان الوحيدة التي رفضت الحرب.", "عمان الوحيدة", "OMN"),
        ("رحبت عُمان بالاتفاق مع الأردن.", "عُمان", "OMN"),
        ("رحبت عمّان بالاتفاق مع إيران.", "عمّان", "JOR"),
        ("رحبت عمان بالاتفاق، وقال الأردن إنه يدعمه.", "عمان", "JOR"),
        ("اجتمع الوزراء في عمان.", "عمان", "JOR"),
        ("أشاد المجلس بعمان.", "بعمان", "OMN"),
        ("سلطنة عمان صديقة لبريطانيا. وأرسلت بريطانيا وفدا إلى عمان.", "عمان", "OMN"),
        ("انسحب الجيش السوري من الأشرفية في حلب.", "الأشرفية", "ashrafieh-aleppo"),
        ("انفجرت سيارة في الأشرفية في لبنان.", "الأشرفية", "ashrafieh-beirut"),
        # a man's name for the province that is called after him
        ("هاجم الجيش العراقي محافظتي الأنبار وصلاح الدين.", "وصلاح الدين", "salah-al-din-governorate"),
        ("انفجرت سيارة في صلاح الدين في العراق.", "صلاح الدين", "salah-al-din-governorate"),
        ("قصف الطيران السوري حلب وصلاح الدين.", "وصلاح الدين", "salah-al-din-aleppo"),
        ("هزم صلاح الدين الصليبيين.", "صلاح الدين", "saladin"),
    ],
)
def test_it_is_the_one_in_the_country_that_is_spoken_of(text: str, words: str, actor: str, prepare: Prepare) -> None:
    assert ids(prepare(text), words) == [actor]
