"""Whose "his country" and "his movement" are, and whose office "his counterpart" holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ids

from ahlaf.coding.nounphrases import wording
from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("قال وزير الخارجية التركي إن بلاده ستدعم المعارضة.", "TUR"),
        ("رفض الرئيس عبد الفتاح السيسي زج بلاده في الحرب.", "EGY"),
        ("أكد الناطق باسم الجيش اللبناني أن وطنه لن يستسلم.", "LBN"),
        ("قال إن بلاده ستنسحب.", None),  # nobody is named
        # what somebody says besides what he does
        ("رد الوزير التركي على اتهامات نظيره المصري قائلا إن بلاده ستنسحب.", "TUR"),
        ("التقى الوزير التركي الرئيس المصري مؤكدا التزام بلاده بالاتفاق.", "TUR"),
        ("قال الوزير التركي إنه استقبل الرئيس المصري، مؤكدا أن بلاده ستنسحب.", "TUR"),
        ("دعم الرئيس الفرنسي المعارضة في البلاد.", None),  # no pronoun
    ],
)
def test_it_is_the_country_of_whom_the_pronoun_means(text: str, country: str | None, prepare: Prepare) -> None:
    draft = prepare(text)
    lands = [p for p in draft.phrases if draft.words[p.first].stem in ("بلاد", "وطن") and p.kind != "pronoun"]
    found = [p.actor.id for p in lands if p.actor is not None and not p.actor.id.startswith("text:")]
    assert found == ([country] if country else [])


def test_the_words_on_the_spot_stay(prepare: Prepare) -> None:
    draft = prepare("قال الرئيس الفرنسي إن بلاده تدعم القرار.")
    land = next(p for p in draft.phrases if draft.words[p.first].stem == "بلاد" and p.kind != "pronoun")
    assert (land.actor.name, wording.plain(draft, land)) == ("فرنسا", "بلاده")


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("بحث وزير الخارجية المصري مع نظيره التركي الأزمة.", "نظيره التركي", "TUR.وزير خارجيه"),
        ("التقت وزيرة الدفاع الألمانية نظيرتها النمساوية.", "نظيرتها النمساوية", "AUT.وزير دفاع"),
        ("استقبل الرئيس المصري نظيره الروسي فلاديمير بوتين.", "نظيره الروسي فلاديمير بوتين", "vladimir-putin"),
        ("بحث وزير الدفاع التركي يشار غولر مع نظيره السوري الأزمة.", "نظيره السوري", "SYR.وزير دفاع"),
        ("التقى أوباما نظيره الصيني.", "نظيره الصيني", "CHN.نظير"),  # a name tells no office
        ("اتهم الوزير نظيره بالكذب.", "نظيره", "text:نظير"),
    ],
)
def test_a_counterpart_holds_the_same_office_in_his_state(text: str, words: str, actor: str, prepare: Prepare) -> None:
    draft = prepare(text)
    found = {draft.text(p.first, p.last).removeprefix("مع "): p.actor.id for p in draft.phrases if p.actor is not None and not p.pointing}
    assert found[words] == actor


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("دعا نواف سلام المجتمع الدولي إلى دعم حكومته.", "حكومته", "LBN.حكومه"),  # no alliance has a government
        ("قال يحيى سريع إن قواته عبرت الحدود.", "قواته", "houthis.قوات"),
        ("قال أردوغان إن قواته عبرت الحدود.", "قواته", "TUR.قوات"),  # his party has none
        ("أعلن حلف الناتو أن قواته عبرت الحدود.", "قواته", "nato.قوات"),
    ],
)
def test_whose_the_forces_and_the_government_are(text: str, words: str, actor: str, prepare: Prepare) -> None:
    assert ids(prepare(text), words) == [actor]


@pytest.mark.parametrize(
    ("text", "words", "group"),
    [
        ("أعلنت كتائب القسام أن مقاتليها صامدون.", "مقاتليها", "qassam-brigades"),
        ("خسر داعش المدينة وفر عناصره إلى سوريا.", "عناصره", "daesh"),
        ("قال جبريل إبراهيم إن حركته ترفض التفاوض.", "حركته", "justice-and-equality-movement"),
        ("أكد سمير جعجع أن حزبه باق.", "حزبه", "lebanese-forces"),
        ("أكد حسن البكري أن حزبه باق.", "حزبه", "text:حزب حسن بكري"),
        ("قال بوتين إن مقاتليه صامدون.", "مقاتليه", "text:مقاتلو فلاديمير بوتين"),
    ],
)
def test_his_movement_and_its_fighters_are_the_group(text: str, words: str, group: str, prepare: Prepare) -> None:
    assert ids(prepare(text), words) == [group]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("زارت مصر كينيا. وقال رئيس وزرائها إن كندا تدعم اليابان.", "رئيس وزرائها", "KEN.رييس وزراء"),
        ("انتقدت مصر كينيا. وزار قائد قواتها البحرية الصين.", "قائد قواتها البحرية", "KEN.قايد قوات بحريه"),
        ("زار الرئيس الفرنسي بغداد. واتهم وزير دفاعه أوغندا.", "وزير دفاعه", "FRA.وزير دفاع"),
        # who is called by a pronoun behind him is of that state as well
        ("زارت مصر كينيا. وقال وزير خارجيتها إن بلاده تدعم كندا.", "بلاده", "KEN"),
        ("زارت مصر كينيا. وقال وزير خارجيتها سالم العلي إن بلاده تدعم كندا.", "بلاده", "KEN"),
    ],
)
def test_an_office_is_of_whom_the_pronoun_in_it_means(text: str, words: str, actor: str, prepare: Prepare) -> None:
    draft = prepare(text)
    assert {p.actor.id for p in draft.phrases if draft.text(p.first, p.last) == words and p.kind != "pronoun" and p.actor} == {actor}


def test_the_office_of_a_counterpart_is_a_persons(prepare: Prepare) -> None:
    draft = prepare("بحث وزير الدفاع التركي مع نظيره السوري الأزمة.")
    assert [p.actor.kind for p in draft.phrases if p.actor is not None and p.actor.id == "SYR.وزير دفاع"] == ["person"]


@pytest.mark.parametrize(
    ("text", "words", "actor", "name"),
    [
        # the subject right before it is likelier than anybody further off
        ("هاجمت إيران السعودية. ودعت أمريكا حلفاءها إلى الرد.", "حلفاءها", "text:حلفاء ولايات متحده", "حلفاء الولايات المتحدة"),
        ("دعا حزب الله حلفاءه الإقليميين.", "حلفاءه الإقليميين", "text:حلفاء حزب الله اقليميون", "حلفاء حزب الله الإقليميين"),
        ("اتهم نوري المالكي خصومه بالفساد.", "خصومه", "text:خصوم نوري مالكي", "خصوم نوري المالكي"),
        ("قال نوري المالكي إن أعضاء كتلته باقون.", "أعضاء كتلته", "text:اعضاء كتله نوري مالكي", "أعضاء كتلة نوري المالكي"),
        # who is called so again, with no more than an article, is the same
        ("دعا العراق جيرانه إلى الحوار. ورفض الجيران ذلك.", "الجيران", "text:جيران عراق", "جيران العراق"),
        # who acts so behind a comma has left his own
        ("زارت أمريكا كينيا، متجاهلة حلفاءها.", "حلفاءها", "text:حلفاء ولايات متحده", "حلفاء الولايات المتحدة"),
        # a place has people
        ("قصفت روسيا حلب وسكانها.", "وسكانها", "text:سكان حلب", "سكان حلب"),
        # nobody is there whom it could mean
        ("حلفاؤنا باقون.", "حلفاؤنا", "text:حلفاء", "حلفاؤنا"),
    ],
)
def test_whoever_is_told_by_whose_he_is_is_called_so(text: str, words: str, actor: str, name: str, prepare: Prepare) -> None:
    draft = prepare(text)
    (found,) = {p.actor for p in draft.phrases if draft.text(p.first, p.last) == words and not p.pointing and p.actor is not None}
    assert (found.id, found.name) == (actor, name)


@pytest.mark.parametrize(
    ("text", "words", "ident"),
    [
        ("قال رئيس كندا ذلك عن مارق كينيا الذي يدمر بلده وشعبه.", "بلده", "KEN"),
        ("قال رئيس كندا ذلك عن مارق كينيا الذي يدمر بلده وشعبه.", "وشعبه", "KEN.شعب"),
        ("دعا رئيس كندا بلده إلى الهدوء.", "بلده", "CAN"),
    ],
)
def test_who_does_it_to_his_own_in_a_clause_is_whom_it_describes(text: str, words: str, ident: str, prepare: Prepare) -> None:
    draft = prepare(text)
    assert {p.actor.id for p in draft.phrases if draft.text(p.first, p.last) == words and not p.pointing and p.actor is not None} == {ident}
