"""Which of the judges rules out whom, which is kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.ends import bars, frames
from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("text", "judge", "ruled_as", "phrase"),
    [
        ("شن الحزب هجوما بتمويل كندي.", "stands_by", "target", "كندي"),
        ("أدانت كندا قصف المستشفى.", "judges_it", "source", "كندا"),
        ("حذر الوزير من داعش.", "danger", "target", "داعش"),
        ("التقى ماكرون ترامب، الذي أشاد بكندا.", "not_described", "doer", "ماكرون"),
        ("خسر حفتر دعم موسكو.", "gets_it", "source", "حفتر"),
        ("عامل الحزب الأسير كالعدو.", "likened", "neither", "كالعدو"),
        ("تدعم كندا الحزب مثل كينيا.", "another_like_him", "neither", "كينيا"),
        ("كندا، على غرار كينيا، تدعم الحزب.", "another_like_him", "neither", "كينيا"),
        ("كندا شأنها شأن كينيا تحارب الحزب.", "another_like_him", "neither", "كينيا"),
        ("قصفت كندا كينيا بعلم فنلندا.", "of_what_it_is_done_with", "target", "فنلندا"),
        ("قصفت كندا كينيا بسلاح فنلندي.", "struck_with_help", "target", "كينيا"),
        ("تسعى كندا إلى حماية مصالحها في كينيا.", "where_it_lies", "target", "كينيا"),
        ("تتصارع كندا وكينيا على أرض أوغندا.", "on_whose_land", "neither", "أوغندا"),
        ("تدور حرب بين كندا وكينيا على الأراضي الأوغندية.", "on_whose_land", "neither", "الأراضي الأوغندية"),
        ("هددت أوغندا كندا بعد القصف الذي تعرضت له كينيا.", "done_by_another", "source", "أوغندا"),
        ("لا تدعم كندا حزب الفجر بل حزب الشمس.", "contrasted", "neither", "حزب الشمس"),
        ("كندا التي دعت إلى تأسيس الحلف تموله.", "founded_already", "neither", "الحلف"),
        ("ضم التحالف عشرين دولة، واستبعد منه السودان.", "left_out_of_it", "source", "السودان"),
        ("ما من دولة تدعم أوغندا غير كينيا.", "nobody_else", "neither", "دولة"),
        ("هدد القائد العام للقوات الكندية بقصف كينيا.", "served", "neither", "للقوات الكندية"),
        ("اتهمت كندا كينيا وأوغندا بالتجسس.", "done_with_them", "among", "كينيا"),
        ("زلزلت كندا الأرض تحت أقدام الحزب.", "word_of_it", "target", "الأرض"),
    ],
)
def test_who_rules_out_whom_is_kept(text: str, judge: str, ruled_as: str, phrase: str, prepare: Prepare) -> None:
    draft = prepare(text)
    around = frames.surroundings(draft)
    said = set()
    for trigger in draft.triggers:
        stood = frames.stands(draft, trigger, around)
        for barred in bars.find(draft, trigger, trigger.senses, stood, around.nowhere):
            said |= {
                (ruling.judge, ruling.rules_out_as, draft.text(draft.phrases[i].first, draft.phrases[i].last))
                for ruling in barred.rulings
                for i in ruling.phrases
                if i >= 0
            }
    assert (judge, ruled_as, phrase) in said


def test_a_doer_is_ruled_out_only_where_the_subject_is_the_source(prepare: Prepare) -> None:
    draft = prepare("التقى ماكرون ترامب، الذي أشاد بكندا.")
    around = frames.surroundings(draft)
    for trigger in draft.triggers:
        found = bars.find(draft, trigger, trigger.senses, frames.stands(draft, trigger, around), frozenset())
        for sense, barred in zip(trigger.senses, found, strict=True):
            doers = [ruling.phrases for ruling in barred.rulings if ruling.rules_out_as == "doer"]
            assert all((phrases <= barred.sources) or "subj" not in sense.source for phrases in doers)


def test_who_fights_between_two_is_a_member_of_neither(prepare: Prepare) -> None:
    draft = prepare("أدى ذلك إلى مشاركة قوات من الجيش الكيني في القتال الدائر في أوغندا بين كندا واليابان.")
    (trigger,) = [t for t in draft.triggers if draft.text(t.first, t.last) == "مشاركة"]
    members = [sense for sense in trigger.senses if sense.relation == "MEMBER"]
    found = bars.find(draft, trigger, members, frames.stands(draft, trigger, frames.surroundings(draft)), frozenset())
    assert found
    for barred in found:
        out = {draft.text(draft.phrases[i].first, draft.phrases[i].last) for i in barred.targets}
        assert "كندا" in out
