"""What is coordinated with what: who stands beside others over small words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import joined_in

from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("انتقدت كندا كينيا والصومال وحتى أوغندا.", ["كينيا", "الصومال", "أوغندا"]),
        ("هددت كندا كينيا، وحتى أوغندا، بالرسوم.", ["كينيا", "أوغندا"]),
        ("باعت كندا السلاح لكينيا أولا ثم لأوغندا.", ["لكينيا", "لأوغندا"]),
        ("زارت الوزيرة كينيا أمس وأوغندا اليوم.", ["كينيا", "أوغندا"]),
        ("هاجم الجيش كينيا مرارا والصومال أيضا.", ["كينيا", "الصومال"]),
        ("بقي الوزير في كينيا حتى زار أوغندا.", []),  # "until"
        ("دعا المجلس كذلك كينيا وأوغندا إلى الحوار.", ["كينيا", "أوغندا"]),  # whom he calls as well
        ("انتقدت كندا كينيا، كذلك أوغندا.", ["كينيا", "أوغندا"]),
        ("هاجمت كندا كينيا أمس وأوغندا تتفرج.", []),
        ("زارت الوزيرة كينيا أمس في أوغندا.", []),
        ("لا كندا دعمت كينيا ولا أوغندا ساعدتها.", []),  # one is denied as the other was
        ("لا كندا تدعم كينيا ولا أوغندا.", ["كينيا", "أوغندا"]),
        ("لا كينيا ولا أوغندا دعمت كندا.", ["كينيا", "أوغندا"]),
    ],
)
def test_who_stands_beside_others(text: str, joined: list[str], prepare: Prepare) -> None:
    assert joined_in(prepare(text)) == joined


@pytest.mark.parametrize(("text", "listed"), [("تدعم دول الخليج، ممثلة بقطر، كندا.", True), ("انتقدت ممثلة كندا قطر.", False)])
def test_a_list_is_led_on_by_its_letter(text: str, listed: bool, prepare: Prepare) -> None:
    draft = prepare(text)
    at = next(i for i, w in enumerate(draft.words) if w.bare == "ممثلة")
    assert any(kind == "list" for _, kind, _, _ in draft.cues.get(at, ())) == listed


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("طالبت النقابة، الحكومة والبرلمان بوقف القمع.", ["الحكومة", "البرلمان"]),
        ("اتهمت لجنة الحقوق في البرلمان، الجيش والشرطة بقتل العمال.", ["الجيش", "الشرطة"]),
        ("استقبل الرئيس الكيني، سفير أوغندا وقائد الجيش.", ["سفير", "قائد"]),
        ("دعت كندا، كينيا وأوغندا إلى الحوار.", ["كندا", "كينيا", "أوغندا"]),  # states are a list
        ("هاجم الجيش، الشرطة والميليشيات المدينة.", ["الجيش", "الشرطة", "الميليشيات"]),  # nobody is spoken to
    ],
)
def test_whom_a_comma_sets_apart_from_who_speaks_is_spoken_to(text: str, joined: list[str], prepare: Prepare) -> None:
    assert joined_in(prepare(text)) == joined


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("هاجمت كندا كينيا، وأوغندا صامتة.", []),
        ("هاجمت كندا كينيا، وأوغندا غير راضية.", []),
        ("هاجمت كندا كينيا، وأوغندا هي الخاسرة.", []),
        ("كانت كندا تدعم كينيا والصومال وأوغندا هي من تسلحها.", ["كينيا", "الصومال", "أوغندا"]),  # "هي" may mean all three
        ("هاجمت كندا كينيا، وأوغندا ليست بعيدة.", []),
        ("هددت كندا كينيا وأوغندا على وشك الانهيار.", []),
        ("هددت كندا كينيا، وأوغندا أول من خذلها.", []),
        ("هددت كندا كينيا، والسبب معروف.", []),
        ("خذلت كندا كينيا، والعالم كله يتفرج.", []),
        ("سقطت المدن في يد كينيا، وأوغندا لم تعد آمنة.", []),
        ("هاجمت كندا كينيا، وأوغندا مجتمعة.", ["كينيا", "أوغندا"]),
        ("زارت الوزيرة كينيا وأوغندا بلا موعد.", ["كينيا", "أوغندا"]),
        ("هاجمت كندا كينيا وأوغندا في عام واحد.", ["كينيا", "أوغندا"]),
        ("دعمت كندا كينيا والحركة الكينية المسلحة.", ["كينيا", "الحركة"]),
        # one of whom a clause tells, and his own verb behind it
        ("هاجمت كندا كينيا، والصومال التي تدعم أوغندا تنتظر.", []),
        ("تبكي كندا على كينيا، وماكرون الذي يحارب أوغندا لا يتورع عن القتل.", []),
        ("هاجمت كندا كينيا، والصومال التي تدعم أوغندا.", ["كينيا", "الصومال"]),
        ("هاجمت كندا كينيا، والصومال التي تريد أن تدعم أوغندا.", ["كينيا", "الصومال"]),
    ],
)
def test_a_clause_without_a_verb_joins_nobody(text: str, joined: list[str], prepare: Prepare) -> None:
    assert joined_in(prepare(text)) == joined
