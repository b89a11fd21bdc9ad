"""Which of several a text goes on with."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import actors, ends, ids

from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("في المنطقة محوران: الأول تقوده كينيا.", "الأول", "text:محور اول"),
        ("تشكلت جبهتان، الأولى تقودها كينيا والثانية تقودها مصر.", "والثانية", "text:جبهه ثانيه"),
        ("تشكلت جبهتان: تضم الأولى كينيا.", "الأولى", "text:جبهه اولي"),
        ("في البرلمان ثلاثة تيارات: الأول يدعم كينيا، والثالث يعارضها.", "والثالث", "text:تيار ثالث"),
        ("التحالف الأول تقوده كينيا، أما الثاني، فتقوده مصر.", "الثاني", "text:تحالف ثاني"),
        ("نشأ تحالفان أولهما تقوده كينيا وثانيهما تقوده مصر.", "وثانيهما", "text:تحالف ثاني"),
        ("هناك تحالفان، أحدهما تقوده كينيا والآخر تقوده مصر.", "والآخر", "text:تحالف اخر"),
        ("تشكلت جبهتان، إحداهما تقودها كينيا.", "إحداهما", "text:احدي جبهتين"),
        ("هاجمت حركة النهضة وحركة التغيير القرية. وتحالفت الحركتان، ودعمت الثانية كينيا.", "الثانية", "gorran"),
        # two who were named together
        ("تتنافس أنقرة وتل أبيب هناك: الأولى تدعم كينيا، والثانية تقصفها.", "والثانية", "ISR"),
        ("يتبادل نعيم قاسم وسمير جعجع الاتهامات. الأول يتهم الثاني بالكذب.", "الأول", "naim-qassem"),
        ("فشلت الوساطة بين سمير جعجع وجبران باسيل، لكن الأول رفض الاتفاق.", "الأول", "samir-geagea"),
    ],
)
def test_each_is_an_actor(text: str, words: str, who: str, prepare: Prepare) -> None:
    assert [actor.partition("@")[0] for actor in ids(prepare(text), words)] == [who]


@pytest.mark.parametrize(
    "text",
    [
        "في المنطقة محوران: الأولى تقودها كينيا.",  # of another gender
        "للقضية جانبان. الأول، وهو المهم، أن كينيا تدعم مصر.",  # a point
        "تشكل تحالفان في الأول من يناير.",  # a date
        "التقى وزيران، وهاجم أحدهما الآخر.",  # one another
        "هناك تحالفان، والآخر تقوده مصر.",  # nothing was told of the one yet
        "فازت كينيا للمرة الأولى.",
        "زارت كندا فرنسا وإيطاليا. وفي المقام الأول تدعم كندا كينيا.",
        "انتقدت كندا كينيا وأوغندا والصومال، ودعمت الأولى مصر.",  # of three
    ],
)
def test_what_is_none_of_several(text: str, prepare: Prepare) -> None:
    assert prepare(text).of_several == {}


def test_another_documents_first_front_is_another(prepare: Prepare) -> None:
    one, two = (prepare(f"تشكلت جبهتان: الأولى تقودها {who}. وانتصرت الجبهة الأولى.") for who in ("كينيا", "مصر"))
    assert ids(one, "الأولى") == ids(one, "الجبهة الأولى")
    assert ids(one, "الأولى") != ids(two, "الأولى")
    (first,) = ids(prepare("التحالف الأول تقوده كينيا، أما الثاني فتقوده مصر."), "التحالف الأول")
    assert "@" in first


def test_one_is_called_by_the_noun_that_told_of_them_all(prepare: Prepare) -> None:
    assert [actor.name for actor in actors(prepare("تشكلت جبهتان: الأولى تقودها كينيا."), "الأولى")] == ["الجبهة الأولى"]


@pytest.mark.parametrize(
    ("text", "relation", "who"),
    [
        (
            "تشكلت جبهتان: الأولى تقودها مصر، وتضم أوغندا، والثانية تقودها تركيا.",
            "LEAD",
            {("مصر", "الأولى"), ("تركيا", "الثانية")},
        ),
        (  # with whom two were named since
            "تشكلت جبهتان: الأولى تقودها مصر ومعها كينيا وأوغندا، والثانية تقودها تركيا.",
            "LEAD",
            {("مصر", "الأولى"), ("كينيا", "الأولى"), ("أوغندا", "الأولى"), ("تركيا", "الثانية")},
        ),
        ("تشكلت جبهتان: الأولى تقودها مصر، وتضم أوغندا، والثانية تقودها تركيا.", "MEMBER", {("أوغندا", "الأولى")}),
        ("تشكلت جبهتان: تضم الأولى مصر، وتضم الثانية تركيا.", "MEMBER", {("مصر", "الأولى"), ("تركيا", "الثانية")}),
        ("في المنطقة محوران، الأول يدعم العراق وسوريا، والثاني يحارب مصر.", "AID", {("الأول", "العراق"), ("الأول", "سوريا")}),
        ("هناك تحالفان، أحدهما تقوده أمريكا والآخر تقوده روسيا.", "LEAD", {("أمريكا", "أحدهما"), ("روسيا", "الآخر")}),
        ("تشكل تحالفان، الأول بقيادة كندا، والثاني بقيادة روسيا.", "LEAD", {("كندا", "الأول"), ("روسيا", "الثاني")}),
    ],
)
def test_what_is_told_of_each(text: str, relation: str, who: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == who


def test_the_other_behind_and_has_a_verb_of_its_own(code: Code) -> None:
    found = ends(code("ظهر في المنطقة تحالفان أحدهما تقوده كندا والآخر تقوده اليابان."), "LEAD")
    assert found == {("كندا", "أحدهما"), ("اليابان", "الآخر")}


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("شكلت كندا تحالفا وشكلت كينيا تحالفا ثانيا. الأول يحارب أوغندا.", "تحالفا", "text:تحالف اول"),
        ("شكلت كندا تحالفا وشكلت كينيا تحالفا ثانيا. الأول يحارب أوغندا.", "الأول", "text:تحالف اول"),
        ("شكلت كندا تحالفا وشكلت كينيا تحالفا ثانيا. الثاني يحارب أوغندا.", "الثاني", "text:تحالف ثاني"),
        ("شكلت كندا تحالفا وشكلت كينيا تحالفا آخر.", "تحالفا آخر", "text:تحالف اخر"),
        ("في المنطقة تحالفان، أحدهما تقوده كندا، والثاني تقوده كينيا.", "أحدهما", "text:تحالف اول"),
        ("في المنطقة تحالفان، أحدهما تقوده كندا، والآخر تقوده كينيا.", "أحدهما", "text:احد تحالفين"),
        ("في المنطقة تحالفان، الأول تقوده كندا. يزعم الأول أنه يحارب كينيا.", "الأول", "text:تحالف اول"),
    ],
)
def test_the_first_and_one_more(text: str, words: str, who: str, prepare: Prepare) -> None:
    assert {actor.partition("@")[0] for actor in ids(prepare(text), words)} == {who}
