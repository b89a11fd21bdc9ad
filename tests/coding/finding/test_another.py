"""Another of the kind that was just named, and of whom what stands behind him tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وصلت قوات كندية وأخرى كينية إلى أوغندا.", ["أخرى كينية"]),
        ("قتل جندي كندي وآخر كيني في هجوم شنه الحزب.", ["آخر كيني"]),
        ("اعتقلت كينيا مواطنا كنديا وآخر أوغنديا.", ["آخر أوغنديا"]),
        ("هناك فصائل تدعمها كندا وأخرى تدعمها كينيا.", ["أخرى"]),
        ("قتل شرطي وأصيب آخر في الهجوم.", ["آخر"]),
        ("هاجمت فصائل القرية لأسباب سياسية وأخرى أمنية.", []),
        ("قصف الجيش المدينة وآخر معاقل الحزب.", []),
        ("قصف الجيش القرية بين فترة وأخرى.", []),
    ],
)
def test_who_is_another(text: str, names: list[str], prepare: Prepare) -> None:
    draft = prepare(text)
    assert [draft.text(p.first, p.last).removeprefix("و") for p in map(draft.phrases.__getitem__, draft.another)] == names


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("هناك فصائل تدعمها كندا وأخرى تدعمها كينيا.", {("كندا", "فصائل"), ("كينيا", "أخرى")}),
        ("هناك فصائل موالية لكندا وأخرى موالية لكينيا.", {("فصائل", "كندا"), ("أخرى", "كينيا")}),
        ("دارت اشتباكات بين ميليشيا تابعة لكندا وأخرى تابعة لكينيا.", {("ميليشيا", "أخرى"), ("ميليشيا", "كندا"), ("أخرى", "كينيا")}),
        ("التقى الوزير الكندي وفدا كينيا وآخر أوغنديا.", {("الوزير الكندي", "وفدا كينيا"), ("الوزير الكندي", "آخر أوغنديا")}),
    ],
)
def test_each_has_his_own(text: str, pairs: set[tuple[str, str]], code: Code) -> None:
    assert {(c.source.names[0], c.target.names[0]) for c in code(text).claims if c.source and c.target} == pairs


def test_an_adjective_of_origin_says_whose_it_is(prepare: Prepare) -> None:
    draft = prepare("وصلت قوات كندية وأخرى كينية إلى أوغندا.")
    (index,) = draft.another
    actor = draft.phrases[index].actor
    assert actor is not None
    assert (actor.country, actor.kind) == ("KEN", "force")
