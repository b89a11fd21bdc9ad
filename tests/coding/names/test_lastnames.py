"""Persons by their last names, of one word and of two."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ids

from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "short", "actor"),
    [
        ("وصل وزير الخارجية المصري بدر عبد العاطي. وأدان عبد العاطي القصف.", "عبد العاطي", "badr-abdelatty"),
        ("قال وزير الدفاع مرهف أبو قصرة إن الجيش سينتشر. واتهم أبو قصرة قسد بالقصف.", "أبو قصرة", "murhaf-abu-qasra"),
        ("زار الملك سلمان القاهرة.", "الملك سلمان", "salman-of-saudi-arabia"),
        ("استقبل العاهل السعودي الملك سلمان الرئيس التركي.", "العاهل السعودي الملك سلمان", "salman-of-saudi-arabia"),
        ("قال نصر الله إن حزبه سيرد.", "نصر الله", "hassan-nasrallah"),
        # "son of" by itself has its alef
        ("اتهم ابن دغر الحوثيين بالكذب.", "ابن دغر", "ahmed-obeid-bin-daghr"),
        ("انتقد ولد عبد العزيز المعارضة.", "ولد عبد العزيز", "mohamed-ould-abdel-aziz"),
        # two men whose names end alike are two
        ("قال النائب سليم ضياء الدين إن ذلك كذب. ورد عليه الكاتب نور الدين.", "النائب سليم ضياء الدين", "text:سليم ضياء الدين"),
        ("قال النائب سليم ضياء الدين إن ذلك كذب. وأضاف ضياء الدين أنه باق.", "ضياء الدين", "text:سليم ضياء الدين"),
        # who is called by an adjective of origin is that man, and no state, where no noun stands before it
        ("زار محمد شياع السوداني أنقرة. وانتقد السوداني الحزب.", "السوداني", "mohammed-shia-al-sudani"),
        ("زار محمد شياع السوداني أنقرة. ودعا ماكرون السوداني إلى الحوار.", "السوداني", "mohammed-shia-al-sudani"),
        ("قال النائب حسن المصري إن الحكومة فاشلة. وهاجم المصري الوزير.", "المصري", "text:حسن مصري"),
        ("زار محمد شياع السوداني أنقرة. وانتقد الجيش السوداني الحزب.", "الجيش السوداني", "SDN.جيش"),
        # the first letters of a foreign name are its own
        ("قال المتحدث برنارد فالينكو إن باريس باقية. وأضاف فالينكو أنها قوية.", "فالينكو", "text:برنارد فالينكو"),
        # a family may be called like an office, and its man is not who holds it
        ("قال الباحث محمد الطيار إن فرنسا باقية. وأضاف الطيار أنها قوية.", "الطيار", "text:محمد طيار"),
        ("قال المحلل أحمد الوزير، وهو مصري، إن مصر باقية.", "المحلل أحمد الوزير", "text:احمد وزير"),
        ("قال الأمير محمد الوزير إن مصر باقية.", "الأمير محمد", "text:محمد"),
        # "servant of" and "father of" are written apart or together
        ("وصل الملك عبدالله بن عبد العزيز.", "الملك عبدالله بن عبد العزيز", "abdullah-of-saudi-arabia"),
        ("قال أبومازن إن فلسطين باقية.", "أبومازن", "mahmoud-abbas"),
        # of two kings of one name the one of the country that is spoken of
        ("استقبل الملك عبد الله رئيس الوزراء الأردني في عمان.", "الملك عبد الله", "abdullah-ii-of-jordan"),
        # an ordinal tells a pope or a king from whoever else is called so
        ("استقبل البابا بولس السادس عشر السفير.", "البابا بولس السادس عشر", "text:بولس السادس عشر"),
        # a given name behind "and" tells him from whom the rule book knows
        ("قال سعد هجرس وعادل غنيم إن مصر باقية.", "وعادل غنيم", "text:عادل غنيم"),
        # a servant's name is no last name, nor is a father's told by "son of"; what stands behind them is
        (
            "قال الأمين العام عبد الرحمن بن حمد العطية إن قطر تدعم مصر. وأضاف العطية أن قطر باقية.",
            "العطية",
            "abdulrahman-al-attiyah",
        ),
        ("قال محمد بن سلمان إن مصر باقية. وأضاف سلمان أنها قوية.", "سلمان", "text:سلمان"),
        ("قال عبد السلام جراد إن تونس باقية.", "عبد السلام جراد", "text:عبد السلام جراد"),
        # whom the document names itself, though the rule book knows another
        ("قال المحلل محمود عبد الله إن مصر تدعم السودان. وأضاف عبد الله أن قطر تعارض.", "عبد الله", "text:محمود عبد الله"),
    ],
)
def test_a_last_name_of_two_words(text: str, short: str, actor: str, prepare: Prepare) -> None:
    assert ids(prepare(text), short) == [actor]


@pytest.mark.parametrize(
    ("text", "short", "actor"),
    [
        ("وصل رئيس الوزراء الأمير خليفة بن سلمان آل خليفة. وشدد الأمير خليفة على الأمن.", "الأمير خليفة", "khalifa-bin-salman"),
        ("التقى الأمير محمد بن سلمان الوفد. وأكد الأمير محمد أن الدعم باق.", "الأمير محمد", "mohammed-bin-salman"),
        ("التقى محمد بن زايد محمد بن سلمان. وأكد الشيخ محمد أن الدعم باق.", "الشيخ محمد", "text:محمد"),  # which of the two
        ("وصل الأمير خليفة. وشدد الأمير خليفة على الأمن.", "الأمير خليفة", "text:خليفه"),
        ("قال محلل إن مصر قوية. وكتب بن يشاي ذلك.", "بن يشاي", "text:بن يشاي"),  # no Yishai
    ],
)
def test_a_title_and_a_first_name(text: str, short: str, actor: str, prepare: Prepare) -> None:
    assert ids(prepare(text), short)[-1] == actor


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        # two who bear one last name are two
        ("اتهم سمير حسن الحكومة بالفساد، وردت عليه داليا حسن.", "داليا حسن", "text:داليا حسن"),
        ("اتهم سمير حسن الحكومة بالفساد، وردت عليه داليا حسن. وأضافت حسن أنها باقية.", "حسن", "text:داليا حسن"),
        ("اتهم سمير حسن الحكومة بالفساد، وردت عليه داليا حسن. وأضاف حسن أنه باق.", "حسن", "text:سمير حسن"),
        ("قال الوزير أحمد سالم إن مصر باقية. وقالت الوزيرة سالم إن قطر باقية.", "الوزيرة سالم", "text:سالم"),
        ("قالت داليا حسن إنها باقية. وقال سمير حسن ذلك. وقال حسن إنه باق.", "حسن", "text:سمير حسن"),
        # more or fewer names between the given and the last one
        ("قال الناشط محمد نصر الدين علان إنه باق. وأكد محمد علان ذلك.", "محمد علان", "text:محمد نصر الدين علان"),
        # a headline has the last name before it is told in full
        ("الوزير علان يرفض الاستقالة. قال الوزير كريم علان إنه باق.", "الوزير علان", "text:كريم علان"),
        ("الوزير علان يرفض الاستقالة. قال كريم علان إنه باق، ورد عليه سمير علان.", "الوزير علان", "text:علان"),  # which of the two
        # whose given name is not that of the known one with his last name is another
        ("التقى بلال أردوغان الوفد.", "بلال أردوغان", "text:بلال اردوغان"),
        ("اتهم النائب فواز السيسي الحكومة.", "النائب فواز السيسي", "text:فواز سيسي"),
        ("قال الرئيس محمد حسني مبارك إن مصر قوية.", "الرئيس محمد حسني مبارك", "hosni-mubarak"),
        ("قال الرئيس بنيامين ناتنياهو إن إسرائيل قوية.", "الرئيس بنيامين ناتنياهو", "benjamin-netanyahu"),
        # what is a state's adjective elsewhere is a family's name behind a given one
        ("قتل أحمد المصري في غارة.", "أحمد المصري", "text:احمد مصري"),
        ("دعا عبد الله المصري إلى الهدوء.", "عبد الله المصري", "text:عبد الله مصري"),
        ("قال النائب جمال السوداني إنه باق.", "النائب جمال السوداني", "text:جمال سوداني"),
        ("رحب الملك حسين الأردني بالوفد.", "الملك حسين", "hussein-of-jordan"),
        ("دعم محمد المصريين.", "المصريين", "EGY.people"),
    ],
)
def test_who_bears_a_last_name(text: str, words: str, actor: str, prepare: Prepare) -> None:
    assert ids(prepare(text), words)[-1] == actor


def test_a_family_name_tells_no_country(prepare: Prepare) -> None:
    draft = prepare("انتقد النائب محمد المصري ذلك.")
    assert [p.actor.country for p in draft.phrases if p.actor is not None and p.kind == "person"] == [""]


def test_two_who_are_called_of_god_are_two(prepare: Prepare) -> None:
    draft = prepare("التقى المحلل سامر نصر الله الكاتب كمال فضل الله.")
    assert ids(draft, "المحلل سامر نصر الله") != ids(draft, "الكاتب كمال فضل الله")


def test_a_name_tells_no_country(prepare: Prepare) -> None:
    draft = prepare("انتقد محلل هو علي نصر الله ذلك.")
    assert [p.actor.country for p in draft.phrases if p.actor is not None and p.kind == "person"] == [""]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("قال سوثيب ثاوجسوبان إن كندا بعيدة. وهاجم سوثيب الحكومة الكينية.", "سوثيب ثاوجسوبان"),  # called by the first name
        ("زارت شيرين ماندو كندا. وقال الوزير إنها بعيدة. وتتهم ماندو القيادة العسكرية بالكذب.", "شيرين ماندو"),  # a woman by her last
        ("زارت شيرين مزاري كندا. وقال الوزير إنها بعيدة. وانتقدت مزاري الجيش الباكستاني.", "شيرين مزاري"),  # whose name may be a word
    ],
)
def test_who_is_called_by_one_name_right_behind_a_verb(text: str, who: str, code: Code) -> None:
    told = {c.source.actor.name for c in code(text).claims if c.relation == "ACCUSE" and c.source is not None}
    assert told == {who}
