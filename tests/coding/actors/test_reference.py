"""Whom a pronoun means."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]


def meant_by(draft: Draft, pronoun: str) -> list[str]:
    """The ids of whom the pronouns on such words mean."""
    return [p.actor.id for p in draft.phrases if p.kind == "pronoun" and p.actor is not None and draft.text(p.first, p.last) == pronoun]


@pytest.mark.parametrize(
    ("text", "pronoun", "meant"),
    [
        ("شكلت مصر الجامعة العربية لدعم سوريا وشاركت فيها دول كثيرة.", "فيها", "arab-league"),
        ("أسس الزعماء حزب الله لقتال داعش وانضم إليه كثيرون.", "إليه", "hezbollah"),
        ("هاجم حزب الله داعش وسيطر عليه.", "عليه", "daesh"),  # no purpose: the nearer one
        ("أشاد الوزير بقطر لدعم اليمن وشعبه.", "وشعبه", "YEM"),  # its own, whatever it was helped for
        ("دعمت قطر الشعب اليمني وحكومته الشرعية.", "وحكومته", "YEM.شعب"),
        # the forces are "she" in that sentence
        ("أعلنت قوات سوريا الديمقراطية أنها قتلت ثلاثة من داعش، وأنهم خططوا لهجوم.", "وأنهم", "daesh"),
    ],
)
def test_a_pronoun_means_what_was_made_not_what_it_was_made_for(text: str, pronoun: str, meant: str, prepare: Prepare) -> None:
    assert meant_by(prepare(text), pronoun) == [meant]


@pytest.mark.parametrize(
    ("text", "pronoun", "meant"),
    [
        ("تحدث ماكرون. وخلال لقائه السفير الكندي، شكر بوتين كينيا.", "لقائه", "vladimir-putin"),
        ("تحدث ماكرون. وفي بيان له، هاجم ترامب كينيا.", "له", "donald-trump"),
        ("وبعد لقاء ماكرون مع حلفائه، شكر بوتين كينيا.", "حلفائه", "emmanuel-macron"),  # he was named in it
        ("تحدث ماكرون. وبعد اعتقاله، شكر بوتين كينيا.", "اعتقاله", "emmanuel-macron"),  # to whom it is done
        ("تحدث ماكرون. وبسبب لقائه السفير الكندي، شكر بوتين كينيا.", "لقائه", "emmanuel-macron"),
    ],
)
def test_a_pronoun_in_an_opening_means_who_is_named_behind_it(text: str, pronoun: str, meant: str, prepare: Prepare) -> None:
    assert meant_by(prepare(text), pronoun) == [meant]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("نسيت كينيا، وهي تفاوض تركيا، حلفاءها.", "KEN"),
        ("كينيا، التي تفاوض تركيا، نسيت حلفاءها.", "KEN"),
        ("شكرت كينيا، بعد زيارة تركيا، حلفاءها.", "KEN"),
        ("فاوضت كينيا تركيا، ثم شكرت حلفاءها.", "TUR"),  # the nearer one
        # nobody strikes his own men
        ("حاصرت كينيا الحركة واعتقلت عناصرها.", "text:حركه"),
        ("انقلب ماكرون على ترامب ثم قتل أنصاره.", "donald-trump"),
        ("حاصرت كينيا الحركة وشكرت عناصرها.", "KEN"),
        ("عادت كينيا واعتقلت عناصرها.", "KEN"),
    ],
)
def test_who_is_named_in_what_commas_set_apart_is_less_likely_meant(text: str, meant: str, prepare: Prepare) -> None:
    draft = prepare(text)
    assert [p.actor.id for p in draft.phrases if p.kind == "pronoun" and p.actor is not None][-1:] == [meant]


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("التقى أردوغان بوتين وأكد الأخير دعم سوريا.", "الأخير", "vladimir-putin"),
        ("قصفت إسرائيل حماس واتهمت الأخيرة مصر بالصمت.", "الأخيرة", "hamas"),
        ("اتفقت أمريكا مع إيران، والأخيرة تهدد السعودية.", "والأخيرة", "IRN"),
        ("هاجم الحزب القوات الكينية في الصومال. وردت الأخيرة بالقصف.", "الأخيرة", "KEN.قوات"),
        ("انتهت المفاوضات بين أمريكا وإيران. الأخيرة تحت الحصار.", "الأخيرة", "IRN"),
        ("تحالف الحوثيون مع الرئيس المخلوع علي عبد الله صالح. وهاجم المخلوع عدن.", "المخلوع", "ali-abdullah-saleh"),
        ("هاجم المخلوع عدن.", "المخلوع", "ali-abdullah-saleh"),
        ("هاجم المخلوع القرية.", "المخلوع", "text:مخلوع"),
        ("المتمردون الحوثيون هاجموا عدن. وقتل المتمردون مدنيين.", "المتمردون", "houthis"),
        ("اجتمع المعارضون السوريون في جنيف. وانتقد المعارضون روسيا.", "المعارضون", "syrian-opposition"),
        # a group that is named only within somebody's office
        ("قال نائب رئيس المكتب السياسي لحركة حماس إن الحركة قوية.", "الحركة", "hamas"),
        ("قال زعيم حزب العمل إيهود باراك إن السلام قريب. ودعا الحزب إلى الحوار.", "الحزب", "labour-party-israel"),
        ("قال رئيس الحزب أحمد العلي إن السلام قريب. ودعا الحزب إلى الحوار.", "الحزب", "text:حزب"),
        # or a body of the state, and whose presidency was told of
        ("قال رئيس مجلس الشيوخ الكيني إن السلام قريب. ورفض المجلس القرار.", "المجلس", "KEN.مجلس شيوخ"),
        ("قال رئيس المجلس الانتقالي الجنوبي إن السلام قريب. ورفض المجلس القرار.", "المجلس", "southern-transitional-council"),
        ("قال رئيس المجلس سالم العلي إن السلام قريب. ورفض المجلس القرار.", "المجلس", "text:مجلس"),
        ("اجتمعت رئاسة مجلس الأمن الدولي أمس. ورفض المجلس القرار.", "المجلس", "un-security-council"),
        ("أصلح البرلمان نظام الحالة المدنية في مصر. واتهمت المعارضة النظام بالفساد.", "النظام", "EGY.نظام"),
        ("قال عملاء النظام السوري إن تركيا ضعيفة. واتهم النظام تركيا بالكذب.", "النظام", "syrian-regime"),
        ("وصل خبراء القوة الدولية إلى القرية. واتهم السكان القوة بالصمت.", "القوة", "text:قوه دوليه"),
        # "the man" is somebody named shortly before; "the army" is no group that has a name with it
        ("انتقد نبيه بري الحكومة. ولن يقبل الرجل بالاتفاق.", "الرجل", "nabih-berri"),
        ("انتقدت ميركل الحكومة. وقتل الرجل في القرية.", "الرجل", "text:رجل"),
        ("هاجم الجيش السوري القرية. ورد جيش الإسلام. وانسحب الجيش.", "الجيش", "SYR.جيش"),
        ("ذكرت مصادر أمنية أن واشنطن غاضبة. وأضافت المصادر أن السلام قريب.", "المصادر", "text:مصادر امنيه"),
    ],
)
def test_whoever_was_named_before(text: str, words: str, meant: str, prepare: Prepare) -> None:
    draft = prepare(text)
    assert [p.actor.id for p in draft.phrases if p.actor is not None and draft.text(p.first, p.last) == words][-1:] == [meant]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("هدد بنيامين نتنياهو وعدد من وزرائه إيران.", [("THREATEN", "benjamin-netanyahu"), ("THREATEN", "text:وزراء بنيامين نتنياهو")]),
        ("هدد بنيامين نتنياهو من جانبه إيران.", [("THREATEN", "benjamin-netanyahu")]),
        ("حظيت ليبيا بدعم من اليابان، كندا وبعض الدول العربية.", [("AID", "CAN"), ("AID", "JPN"), ("AID", "arab-states")]),
    ],
)
def test_some_of_them_and_some_states_are_joined(text: str, wanted: list[tuple[str, str]], code: Code) -> None:
    found = {(c.relation, c.source.actor.id) for c in code(text).claims if c.source}
    assert sorted(found) == wanted


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("تقدمت قوات سوريا الديمقراطية قرب الرقة. وقصفت روسيا إدلب. وهاجمت هذه القوات حلب.", {"sdf"}),
        ("ناقش وزير الدفاع الروسي سيرغي شويغو ووزير الدفاع التركي خلوصي أكار الحرب. وذكر الناطق أن الوزيرين هاجما إيران.",
         {"sergei-shoigu", "hulusi-akar"}),
    ],
)
def test_these_forces_and_the_two_ministers_are_whoever_was_called_so(text: str, who: set[str], code: Code) -> None:
    found = [c for c in code(text).claims if c.trigger.of(text).startswith(("وهاجمت", "هاجما"))]
    assert {c.source.actor.id for c in found if c.source} == who


@pytest.mark.parametrize(
    ("text", "relation", "who"),
    [
        ("التقى الرئيس الصيني شي جين بينغ نظيره البولندي أندريه دودا. واتفق الرئيسان على دعم مالي.", "AID", {"xi-jinping", "andrzej-duda"}),
        ("ناقش الرئيس ماكرون مع نظيره أردوغان الحرب. ودان الرئيسان داعش.", "ACCUSE", {"emmanuel-macron", "recep-tayyip-erdogan"}),
        ("التقى ماكرون أردوغان. ودعم الرئيسان لبنان.", "AID", {"emmanuel-macron", "recep-tayyip-erdogan"}),
    ],
)
def test_a_counterpart_and_who_stands_without_his_office_are_of_the_two(text: str, relation: str, who: set[str], code: Code) -> None:
    assert {c.source.actor.id for c in code(text).claims if c.relation == relation and c.source} == who


@pytest.mark.parametrize(
    ("text", "relation", "found"),
    [
        ("هاجم الجيش داعش وعدد من الجنود انسحبوا.", "ASSAULT", {("الجيش", "داعش")}),
        ("زار الملك تركيا وعدد من الأمراء رافقوه.", "CONSULT", {("الملك", "تركيا")}),
        ("انتقد ماكرون إيران وكثير من الألمان دعموها.", "ACCUSE", {("ماكرون", "إيران")}),
        ("هاجم الجيش داعش وعدد من الجنود.", "ASSAULT", {("الجيش", "داعش")}),
        ("اتهمت باريس إيران وعددا من الميليشيات.", "ACCUSE", {("باريس", "إيران"), ("باريس", "الميليشيات")}),
        ("هاجم الجيش وعدد من المتطوعين داعش.", "ASSAULT", {("الجيش", "داعش"), ("المتطوعين", "داعش")}),
        ("قال الناطق إن ماكرون وعدد من وزرائه هددوا إيران.", "THREATEN", {("ماكرون", "إيران"), ("وزرائه", "إيران")}),
    ],
)
def test_some_of_them_are_joined_as_their_case_says(text: str, relation: str, found: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == found


@pytest.mark.parametrize(
    ("text", "relation", "who"),
    [
        ("دارت معارك بين الشرطة والمسلحين. والتقى ماكرون أردوغان، وأدان الجانبان إيران.", "ACCUSE",
         {"emmanuel-macron", "recep-tayyip-erdogan"}),
        ("دارت معارك بين الشرطة ومحتجين. وهاجمت تركيا اليونان. ودان الطرفان إيران.", "ACCUSE", {"TUR", "GRC"}),
    ],
)
def test_two_whom_a_verb_has_tied_since_are_the_two_sides(text: str, relation: str, who: set[str], code: Code) -> None:
    assert {c.source.actor.id for c in code(text).claims if c.relation == relation and c.source} == who


def test_especially_with_a_preposition_gives_no_example(code: Code) -> None:
    found = code("يواجه الجيش هجمات الميليشيات المتكررة وخاصة في قرية الصيرة.").claims
    assert all(c.target is None or "قرية" not in c.target.names[0] for c in found if c.relation == "OPPOSE")
    through = code("انتقدت الوزيرة، ولا سيما عبر شبكات التواصل، الجيش الكيني.").claims
    assert {c.source.names[0] for c in through if c.source is not None} == {"الوزيرة"}


@pytest.mark.parametrize(
    ("text", "relation", "pairs"),
    [
        (
            "اندلعت مواجهات بين الجيش اليمني وأنصار صادق الأحمر. وقالت مصادر تركية إن المعارك تدور بين الجانبين قرب قصر الأحمر.",
            "ASSAULT",
            {("YEM.جيش", "text:انصار")},
        ),
        ("بحث الوزير المصري ونظيره التركي العلاقات بين البلدين.", "CONSULT", {("EGY.وزير", "TUR.وزير")}),
    ],
)
def test_the_two_sides_are_those_between_whom_it_is(text: str, relation: str, pairs: set[tuple[str, str]], code: Code) -> None:
    found = {(c.source.actor.id, c.target.actor.id) for c in code(text).claims if c.relation == relation and c.source and c.target}
    assert found == pairs


def test_men_that_show_their_case_are_not_joined_with_whose_the_others_are(prepare: Prepare) -> None:
    draft = prepare("تظاهر أنصار محمد مرسي ومعارضوه في القاهرة.")
    (two,) = (i for i, p in enumerate(draft.phrases) if draft.text(p.first, p.last) == "ومعارضوه" and not p.pointing)
    assert draft.text(draft.phrases[draft.lead(two)].first, draft.phrases[draft.lead(two)].first) == "أنصار"


def test_no_place_is_a_side(prepare: Prepare) -> None:
    draft = prepare("منعتهم الشرطة من الانطلاق من ميدان التحرير إلى غزة، ووقعت اشتباكات بين الجانبين.")
    (sides,) = (p for p in draft.phrases if draft.text(p.first, p.last) == "الجانبين")
    assert sides.points == ()


@pytest.mark.parametrize(
    ("text", "relation", "found"),
    [
        ("منحت بريطانيا الساحل لفرنسا والجبل لإيطاليا.", "AID", {("بريطانيا", "فرنسا"), ("بريطانيا", "إيطاليا")}),
        ("سلمت فرنسا الميناء للدروز والمطار للموارنة.", "CONCEDE", {("فرنسا", "الدروز"), ("فرنسا", "الموارنة")}),
    ],
)
def test_who_gets_a_second_thing_of_the_same_hand(text: str, relation: str, found: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("هاجم أنصار الرئيس محمد مرسي والمتظاهرون الجيش.", {("أنصار الرئيس", "الجيش"), ("المتظاهرون", "الجيش")}),
        ("قتل أنصار الرئيس محمد مرسي والمسلحون الجنود.", {("أنصار الرئيس", "الجنود"), ("المسلحون", "الجنود")}),
    ],
)
def test_whose_men_they_are_does_not_do_what_they_and_others_do(text: str, found: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "ASSAULT") == found


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("أعلنت حركة الشباب الحرب على كينيا. وقتل الجيش مسلحي الحركة.", "مسلحي الحركة", "al-shabaab"),
        ("انتقد حزب الله الحكومة. واعتقل الجيش عناصر الحزب.", "عناصر الحزب", "hezbollah"),
        ("قصفت كينيا معسكرات حماس.", "معسكرات حماس", "hamas"),
        ("قصفت كينيا معسكرات الحركة.", "معسكرات الحركة", "text:حركه"),  # a movement that nobody named
        ("قتل الجيش مسلحي الحركة. وهاجمت الحركة كينيا.", "الحركة", "text:حركه"),
        ("أعلنت حركة الشباب الحرب على كينيا. وقتل الجيش قائد الحركة.", "قائد الحركة", "al-shabaab.قايد"),
    ],
)
def test_who_is_in_the_ranks_of_a_body_is_that_body(text: str, words: str, meant: str, prepare: Prepare) -> None:
    draft = prepare(text)
    assert [p.actor.id for p in draft.phrases if draft.text(p.first, p.last) == words and p.actor is not None] == [meant]


@pytest.mark.parametrize(
    ("text", "verb", "whom"),
    [
        ("الأكراد في سوريا مثل الأيتام، خذلتهم أمريكا.", "خذلتهم", "kurds-of-syria"),  # and not whom they are like
        ("تضم اللجنة دولا مثل كينيا. وتمولها فرنسا.", "وتمولها", "KEN"),
    ],
)
def test_whom_somebody_is_like_is_not_meant(text: str, verb: str, whom: str, prepare: Prepare) -> None:
    draft = prepare(text)
    at = next(i for i, word in enumerate(draft.words) if word.bare == verb)
    actor = draft.phrases[draft.pronoun_at[at]].actor
    assert actor is not None
    assert actor.id == whom


def test_a_name_that_ends_like_a_pronoun_has_none(prepare: Prepare) -> None:
    assert not any(p.pointing for p in prepare("زار كندا خصم نبيه بري ونزيه سالم.").phrases)


@pytest.mark.parametrize(
    ("text", "pronoun", "meant"),
    [
        ("هاجمت مصر ليبيا. وقال وزير خارجية كندا إنها تدعم كينيا.", "إنها", ["CAN"]),
        ("قال المتحدث باسم الحكومة الكندية إنها تدعم كينيا.", "إنها", ["CAN"]),
        ("قالت وزيرة خارجية كندا إنها تدعم كينيا.", "إنها", ["CAN.وزير خارجيه"]),  # she herself
        # whose they are who say so, where "he" or "she" is none of them
        ("قال قادة الحركة إنها تدعم كينيا.", "إنها", ["text:حركه"]),
        ("يقول خصوم كندا إنها تمول الحزب", "إنها", ["CAN"]),
        ("يؤكد أنصار الحزب أنه يدعم كينيا.", "أنه", ["text:حزب"]),
        ("قالت قيادة الحزب إنه يدعم كينيا.", "إنه", ["text:حزب"]),
        ("قال رئيس الحزب إنه يدعم كينيا.", "إنه", ["KEN.رييس حزب"]),  # he himself
        ("هاجمت مصر ليبيا. وقال الوزير الكندي إنها تدعم كينيا.", "إنها", ["LBY"]),
    ],
)
def test_in_whose_name_somebody_speaks(text: str, pronoun: str, meant: list[str], prepare: Prepare) -> None:
    assert meant_by(prepare(text), pronoun) == meant
