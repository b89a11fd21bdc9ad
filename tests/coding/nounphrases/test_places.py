"""Where something happens, and whose country the people are in whom only the text knows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import actors, ids

from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("تظاهر مئات الأشخاص في أثينا.", "الأشخاص", "GRC"),
        ("هاجم متظاهرون في ضواحي باريس الشرطة.", "متظاهرون", "FRA"),
        ("في الموصل قتل مسلحون خمسة جنود.", "مسلحون", "IRQ"),
        ("هاجم مقاتلون أجانب في الموصل قافلة.", "مقاتلون أجانب", ""),
        ("هاجم المتظاهرون القافلة.", "المتظاهرون", ""),
        ("هاجم المتظاهرون قافلة عادت من أثينا.", "المتظاهرون", ""),
        ("هاجم جنود أميركيون في الموصل قافلة.", "جنود أميركيون", "USA"),
    ],
)
def test_unnamed_people_are_where_the_text_puts_them(text: str, words: str, country: str, prepare: Prepare) -> None:
    assert [actor.country for actor in actors(prepare(text), words)] == [country]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("دخل الجيش مدينة الموصل.", "مدينة الموصل", "mosul"),
        ("دخل الجيش مدينة الموصل العراقية أمس.", "مدينة الموصل العراقية", "mosul"),
        ("قصف الجيش بلدة بيت حانون.", "بلدة بيت حانون", "beit-hanoun"),
        ("قصف الجيش منطقة وادي بردى.", "منطقة وادي بردى", "wadi-barada"),
        ("قصف الجيش ضواحي الموصل.", "ضواحي الموصل", "text:ضواحي موصل"),
        ("قصف الجيش القرية.", "القرية", "text:قريه"),
        ("دخل المسلحون العاصمة الخرطوم.", "العاصمة الخرطوم", "khartoum"),
        ("دخل المسلحون العاصمة السودانية الخرطوم.", "العاصمة السودانية الخرطوم", "khartoum"),
        ("قصف الجيش مستوطنة سديروت.", "مستوطنة سديروت", "sderot"),
        ("قصف الجيش محافظتي إدلب وحماة.", "محافظتي إدلب", "idlib"),
        ("قصف الجيش محافظتي إدلب وحماة.", "وحماة", "hama"),
        ("قصف الجيش بلدتي دوما وحرستا.", "بلدتي دوما", "douma"),
        ("زار الوزير دولتي قطر والكويت.", "دولتي قطر", "QAT"),
        ("اقتحم الجيش القدس.", "القدس", "jerusalem"),
        ("اقتحم الجيش القدس الشرقية.", "القدس الشرقية", "east-jerusalem"),
        ("حاصر الجيش إقليم ناغورنو كاراباخ.", "إقليم ناغورنو كاراباخ", "nagorno-karabakh"),
    ],
)
def test_a_place_behind_its_kind_is_that_place(text: str, words: str, actor: str, prepare: Prepare) -> None:
    assert ids(prepare(text), words) == [actor]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("قصفت إسرائيل دمشق.", ("damascus", "city", "SYR")),
        ("سيطرت حركة طالبان على كابول.", ("kabul", "city", "AFG")),
        ("احتل الحوثيون صنعاء.", ("sanaa", "city", "YEM")),
        ("تدعم إيران دمشق.", ("SYR", "state", "SYR")),
        ("هددت واشنطن طهران.", ("IRN", "state", "IRN")),
        ("قصفت إسرائيل سوريا.", ("SYR", "state", "SYR")),
    ],
)
def test_a_capital_is_a_city_where_it_is_bombed_or_taken(text: str, target: tuple[str, str, str], code: Code) -> None:
    (claim,) = code(text).claims
    assert claim.target is not None
    actor = claim.target.actor
    assert (actor.id, actor.kind, actor.country) == target


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("قتل تنظيم داعش ثلاثة جنود في بغداد.", ["baghdad"]),
        ("قالت بغداد إنها تدعم المقاتلين.", ["IRQ"]),
        ("عاد الوزير من بغداد.", ["IRQ"]),
        ("أشادت إيران ببغداد.", ["IRQ"]),
    ],
    ids=["in it", "it says", "from it", "it is praised"],
)
def test_a_capital_is_a_city_where_something_happens_in_it(text: str, actors: list[str], code: Code) -> None:
    assert [m.actor.id for m in code(text).mentions if m.text == "بغداد"] == actors


def test_a_city_is_no_name_of_its_state(code: Code) -> None:
    (claim,) = code("تدعم روسيا السودان، وقتل مسلحون جنودا في الخرطوم.", 0.5).claims[:1]
    assert claim.target is not None
    assert claim.target.names == ("السودان",)


def test_the_country_is_a_part_of_who_they_are() -> None:
    from ahlaf.store.book import spoken

    assert spoken("text:متظاهرون@GRC") == "متظاهرون"
    assert spoken("GRC") == "GRC"


def test_people_keep_their_country_where_they_are_spoken_of_again(prepare: Prepare) -> None:
    draft = prepare("تظاهر متظاهرون في أثينا. ثم هاجم متظاهرون الشرطة.")
    found = {p.actor.id for p in draft.phrases if p.actor is not None and draft.text(p.first, p.last) == "متظاهرون"}
    assert found == {"text:متظاهرون@GRC"}


def test_people_of_two_countries_are_two(prepare: Prepare) -> None:
    draft = prepare("هاجم المتظاهرون في أثينا الشرطة. هاجم المتظاهرون في باريس الشرطة. ورفض المتظاهرون العرض.")
    found = [p.actor.country for p in draft.phrases if p.actor is not None and draft.text(p.first, p.last) == "المتظاهرون"]
    assert found == ["GRC", "FRA", ""]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("استعاد الجيش تدمر.", True),
        ("دخل الجيش السوري تدمر أمس.", True),
        ("قصف الطيران تدمر.", True),
        ("بعد قصف تدمر نزح الأهالي.", True),
        ("الطائرات تدمر المنازل.", False),
        ("كانت الحرب تدمر البلاد.", False),
        ("دخل الجيش ثم تدمر الجسر.", False),
    ],
)
def test_a_town_that_may_be_a_verb_is_one_where_it_is_fought_for(text: str, there: bool, prepare: Prepare) -> None:
    assert ("palmyra" in ids(prepare(text), "تدمر")) is there


def test_capitals_in_a_list_of_powers_are_no_places(prepare: Prepare) -> None:
    draft = prepare("اتفقت القوى الإقليمية، والمتمثلة في بغداد وأنقرة، على ذلك.")
    assert ids(draft, "بغداد") + ids(draft, "وأنقرة") == ["IRQ", "TUR"]
