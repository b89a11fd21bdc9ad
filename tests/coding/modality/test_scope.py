"""How a claim is meant: what the cues around a trigger are, how far they reach, and what comes of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.modality import scope
from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]


def symbols(draft: Draft, words: str) -> tuple[str, ...]:
    return scope.symbols(draft, next(t for t in draft.triggers if draft.text(t.first, t.last) == words))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("لن تكف إيران عن دعم الحزب.", "دعم"),
        ("لم يتوقف الجيش عن قصف القرية.", "قصف"),
        ("لا تنفك تركيا عن تهديد جيرانها.", "تهديد"),
        ("ما زالت قطر تدعم الحزب.", "تدعم"),
        ("لا تبخل قطر في دعم الحزب.", "دعم"),
        ("لم تأل قطر جهدا في دعم الحزب.", "دعم"),
        ("لن تدخر ليبيا وسعا في مقاطعة الحزب.", "مقاطعة"),
        ("لن تتخلى كندا أبدا عن دعم الحزب.", "دعم"),
        ("لم تتراجع كندا عن دعم الحزب.", "دعم"),
    ],
)
def test_who_does_not_cease_to_does(text: str, words: str, prepare: Prepare) -> None:
    found = symbols(prepare(text), words)
    assert "cue:affirmation" in found
    assert "cue:negation" not in found


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("ما تريده كينيا هو قصف القرية.", "affirmed"),
        ("كل ما يسعى إليه الحزب هو إسقاط الحكومة.", "affirmed"),
        ("ما تريد كينيا قصف القرية.", "negated"),
        ("لم يعد خافيا أن تركيا تدعم الفصائل.", "affirmed"),
        ("لا ينكر أحد أن كينيا دعمت الفصائل.", "affirmed"),
        ("لا تنكر كينيا أنها دعمت الفصائل.", "affirmed"),
    ],
)
def test_what_somebody_wants_and_what_nobody_denies_is_so(text: str, polarity: str, code: Code) -> None:
    assert {claim.polarity for claim in code(text).claims} == {polarity}


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("ليس دعم كندا لكينيا حلا.", "affirmed"),
        ("لم يعد دعم كندا لكينيا سرا.", "affirmed"),
        ("لم تعد حماية كندا لكينيا مجدية.", "affirmed"),
        ("لم يكن دعم كندا لكينيا وليد اليوم.", "affirmed"),
        ("لا يستغرب أحد دعم كندا لكينيا.", "affirmed"),
        ("لا يمكن إغفال دور كندا في دعم كينيا.", "affirmed"),
        ("لم يكن هناك دعم كندي لكينيا.", "negated"),
        ("ليس هناك دعم كندي لكينيا.", "negated"),
    ],
)
def test_what_a_deed_is_not_like_is_done(text: str, polarity: str, code: Code) -> None:
    assert [claim.polarity for claim in code(text).claims if claim.relation == "AID"] == [polarity]


def test_what_stresses_takes_no_denial_back(prepare: Prepare) -> None:
    assert scope.GRANTED not in symbols(prepare("لقد دعمت تركيا حزب الله."), "دعمت")
    assert scope.GRANTED in symbols(prepare("لا تخفي تركيا دعمها لحزب الله."), "دعمها")


def test_what_is_to_be_prevented_may_happen_yet(prepare: Prepare) -> None:
    assert scope.DENIED not in symbols(prepare("تريد روسيا منع مصر من دعم أوكرانيا."), "دعم")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ليس أمام السعودية إلا أن تحارب إيران.", "تحارب"),
        ("لا خيار أمام مصر إلا دعم حفتر.", "دعم"),
        ("لا تدعم إيران الحوثيين فقط، بل تدعم حماس.", "تدعم"),
        ("لم تدعم أمريكا الأكراد وحدهم.", "تدعم"),
        ("ليست إيران وحدها من تدعم الأسد.", "تدعم"),
        ("لا قيمة لدعم إيران لحماس.", "لدعم"),
        ("لا بأس من مقاطعة السعودية لإيران.", "مقاطعة"),
        # what was turned down was asked, and charged
        ("رفضت كينيا مطالب الصومال.", "مطالب"),
        ("رد الأردن على اتهامات سوريا.", "اتهامات"),
        ("رفضت كينيا طلبا صوماليا بإرسال الجنود.", "طلبا"),
    ],
)
def test_what_is_left_or_not_all_is_so(text: str, words: str, prepare: Prepare) -> None:
    assert scope.GRANTED in symbols(prepare(text), words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("نفى الجيش وجود تهديدات من كينيا.", "تهديدات"),
        ("نفت كندا تقديم مطالب لليابان.", "مطالب"),
        ("نفت كندا وجود تهديدات كينيا.", "تهديدات"),
        ("ترفض كندا أي ضغوط على كينيا.", "ضغوط"),
        ("رفضت كندا مطالب من كينيا.", "مطالب"),
    ],
)
def test_what_may_not_be_there_is_not_granted(text: str, words: str, prepare: Prepare) -> None:
    assert scope.GRANTED not in symbols(prepare(text), words)


def test_what_somebody_refuses_to_do_himself_was_not_done(prepare: Prepare) -> None:
    assert scope.GRANTED not in symbols(prepare("رفضت كينيا إدانة الصومال."), "إدانة")
    assert scope.GRANTED not in symbols(prepare("لم ترفض كينيا مطالب الصومال."), "مطالب")


@pytest.mark.parametrize(
    ("text", "words", "symbol"),
    [
        ("لم تدعم قطر داعش.", "تدعم", "cue:negation"),
        ("لا تدعم مصر أحدا.", "تدعم", "cue:negation"),
        ("لن تهاجم إيران السعودية.", "تهاجم", "cue:negation"),
        ("أكدت مصر عدم دعم حماس.", "دعم", "cue:negation"),
        ("العراق لايساعد داعش.", "لايساعد", "cue:negation"),
        ("أمر القائد جنوده بعدم قصف المدنيين.", "قصف", scope.DENIED),
        ("منعت مصر الحوثيين من تهديد اليمن.", "تهديد", scope.DENIED),
        ("حاربت كندا فصائل غير موالية لكينيا.", "موالية", scope.DENIED),
        ("كينيا غير متعاونة مع كندا.", "متعاونة", scope.DENIED),
        ("ربما تدعم تركيا داعش.", "تدعم", "cue:hedge"),
        ("يقال إن تركيا تدعم داعش.", "تدعم", "cue:hearsay"),
        ("إذا هاجمت إيران إسرائيل اندلعت الحرب.", "هاجمت", "cue:conditional"),
        ("يجب على العراق أن يحارب داعش.", "يحارب", "cue:duty"),
        ("هل تدعم تركيا داعش؟", "تدعم", "asked"),
        ("سيدعم العراق مصر.", "سيدعم", "future"),
        ("سوف تدعم قطر حماس.", "تدعم", "future"),
        ("طالبت مصر تركيا بدعم ليبيا.", "بدعم", "under:REQUEST"),
    ],
)
def test_a_cue_is_seen(text: str, words: str, symbol: str, prepare: Prepare) -> None:
    assert symbol in symbols(prepare(text), words)


@pytest.mark.parametrize(
    ("text", "words", "symbol"),
    [
        ("تركيا تدعم داعش.", "تدعم", "cue:negation"),
        ("لم يعد الوزير. دعمت تركيا داعش.", "دعمت", "cue:negation"),
        ("دعمت تركيا داعش ولم تعتذر.", "دعمت", "cue:negation"),
        ("دعمت تركيا داعش. فمن يحاسبها؟", "دعمت", "asked"),
        ("دعمت تركيا داعش وربما هاجمت سوريا.", "دعمت", "cue:hedge"),
    ],
)
def test_a_cue_does_not_reach_back_or_over_a_full_stop(text: str, words: str, symbol: str, prepare: Prepare) -> None:
    assert symbol not in symbols(prepare(text), words)


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("تركيا تدعم حزب الله.", "affirmed"),
        ("تركيا لا تدعم حزب الله.", "negated"),
        ("لم تدعم تركيا حزب الله.", "negated"),
        ("دعمت تركيا حزب الله ولم تعتذر.", "affirmed"),
        ("نفت تركيا دعم حزب الله.", "negated"),
        ("نفى الوزير التركي دعم حزب الله.", "negated"),
        # a denial taken back
        ("لا تخفي تركيا دعمها لحزب الله.", "affirmed"),
        ("لم تتوقف تركيا عن دعم حزب الله.", "affirmed"),
        ("لا ينكر أحد أن تركيا دعمت حزب الله.", "affirmed"),
        ("لم تنف تركيا دعم حزب الله.", "affirmed"),
        ("لم يمنع ذلك تركيا من دعم حزب الله.", "affirmed"),
        ("لم يعد خافيا أن تركيا تدعم حزب الله.", "affirmed"),
        ("لم تدعم تركيا إلا حزب الله.", "affirmed"),
        ("لم تدعم تركيا حزب الله، إلا أنها صمتت.", "negated"),
        ("لن تسكت كندا عن دعم تركيا لحزب الله.", "affirmed"),
        ("لم تعترض كندا على دعم تركيا لحزب الله.", "affirmed"),
        ("ليس سرا امتناع تركيا عن دعم حزب الله.", "negated"),
        ("دعت كندا تركيا إلى الامتناع عن دعم حزب الله.", "negated"),
        # what is not wanted, and what fails
        ("لا تريد الحكومة التركية دعم حزب الله.", "negated"),
        ("لن تحاول تركيا دعم حزب الله.", "negated"),
        ("أخفقت تركيا في دعم حزب الله.", "negated"),
        ("تريد تركيا دعم حزب الله.", "affirmed"),
        ("لا مفر من دعم حزب الله.", "affirmed"),
        ("ليس صدفة أن تدعم تركيا حزب الله.", "affirmed"),
        ("لا عجب أن تدعم تركيا حزب الله.", "affirmed"),
        ("لم يسبق لتركيا أن دعمت حزب الله.", "negated"),
        ("أنهت تركيا دعمها لحزب الله.", "negated"),
        ("ما دعمت تركيا حزب الله.", "negated"),
        ("ما دعمت تركيا إلا حزب الله.", "affirmed"),
        ("ما دعمت تركيا سوى حزب الله.", "affirmed"),
        ("ما من دولة دعمت حزب الله غير تركيا.", "affirmed"),
        ("ما من دولة دعمت حزب الله.", "negated"),
        ("هذا لا يعني دعم تركيا لحزب الله.", "negated"),
        ("ليس صحيحا أن تركيا تدعم وحدها حزب الله.", "affirmed"),
        ("ليس صحيحا أن تركيا تدعم حزب الله.", "negated"),
        # two denials, and what is left of one
        ("لا سلام من دون دعم تركيا لحزب الله.", "affirmed"),
        ("لا يمكن هزيمة داعش بدون دعم تركيا لحزب الله.", "affirmed"),
        ("لم ينجح حزب الله إلا بمساعدة تركيا.", "affirmed"),
        ("هاجمت إيران داعش دون دعم تركيا لحزب الله.", "negated"),
        ("كشفت الصحيفة عن تمويل تركيا لحزب الله.", "affirmed"),
    ],
)
def test_polarity(text: str, polarity: str, code: Code) -> None:
    assert {c.polarity for c in code(text).claims if c.relation == "AID"} == {polarity}


def test_who_acts_without_his_allies_has_them(code: Code) -> None:
    claims = code("لن تقاتل اليابان دون شركائها في الناتو.").claims
    assert {c.polarity for c in claims if c.relation == "COOPERATE"} == {"affirmed"}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("تركيا تدعم حزب الله.", "asserted"),
        ("ربما تدعم تركيا حزب الله.", "alleged"),
        ("هل تدعم تركيا حزب الله؟", "questioned"),
        ("يجب على تركيا أن تدعم حزب الله.", "normative"),
        ("لو دعمت تركيا حزب الله لانتهت الحرب.", "hypothetical"),
        ("إن لم تدعم تركيا حزب الله انتهت الحرب.", "hypothetical"),
        ("لولا مصر لدعمت تركيا حزب الله.", "hypothetical"),
        ("لا مفر من دعم حزب الله.", "normative"),
        ("قد تزود تركيا حزب الله بالسلاح.", "alleged"),
        ("يذكر أن تركيا تدعم حزب الله.", "asserted"),
        ("فلتدعم تركيا حزب الله.", "normative"),
        ("على تركيا أن تحارب الإرهاب وتدعم حزب الله.", "normative"),  # the second as the first
        ("تحارب تركيا الإرهاب وتدعم حزب الله.", "asserted"),
        ("ربما تكون تركيا قد دعمت حزب الله.", "alleged"),
        ("نددت قطر بالدعم التركي المزعوم لحزب الله.", "alleged"),
        ("دعمت تركيا حزب الله على ما يبدو.", "alleged"),
        ("إن دعمت تركيا حزب الله فستندم.", "hypothetical"),
        ("اتهمت تركيا بدعم حزب الله.", "alleged"),  # by whom is not told
        ("لطالما دعمت تركيا حزب الله.", "asserted"),
        ("أكاد أجزم أن تركيا تدعم حزب الله.", "alleged"),
        ("وسط مخاوف من دعم تركيا لحزب الله.", "hypothetical"),
        ("وسط مخاوف من الدعم التركي لحزب الله.", "asserted"),
    ],
)
def test_modality(text: str, modality: str, code: Code) -> None:
    assert {c.modality for c in code(text).claims if c.relation == "AID"} == {modality}


@pytest.mark.parametrize(
    ("text", "relation", "polarity", "modality"),
    [
        ("رفعت أوروبا الحظر عن إيران.", "CONCEDE", "affirmed", "asserted"),  # nothing stands there that could deny it
        ("ربما تتخلى روسيا عن بشار الأسد.", "SANCTION", "affirmed", "alleged"),
        ("غضبت مصر، وليتها وقفت مع غزة.", "SUPPORT", "affirmed", "normative"),
    ],
)
def test_what_stands_right_before_a_verb_settles_it(text: str, relation: str, polarity: str, modality: str, code: Code) -> None:
    assert {(c.polarity, c.modality) for c in code(text).claims if c.relation == relation} == {(polarity, modality)}


def test_a_condition_holds_for_both_verbs_that_are_joined(code: Code) -> None:
    found = code("إن هاجمت إسرائيل إيران ودمرت منشآتها فسترد طهران.").claims
    assert [c.modality for c in found if c.source is not None and c.source.actor.id == "ISR"] == ["hypothetical", "hypothetical"]


def test_a_sign_stays_the_relations_own_when_denied(code: Code) -> None:
    (claim,) = [c for c in code("لم تدعم تركيا حزب الله.").claims if c.relation == "AID"]
    assert claim.sign == 1


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("قررت تركيا وقف التنسيق مع إسرائيل.", "negated"),
        ("أوقفت تركيا التنسيق الأمني مع إسرائيل.", "negated"),
        ("أعلنت تركيا تعليق التنسيق مع إسرائيل.", "negated"),
        ("لم توقف تركيا التنسيق مع إسرائيل.", "affirmed"),
    ],
)
def test_what_was_ended_is_no_more(text: str, polarity: str, code: Code) -> None:
    assert {c.polarity for c in code(text).claims if c.relation == "COOPERATE"} == {polarity}


@pytest.mark.parametrize(
    ("text", "words", "denied"),
    [
        ("تتفادى أنقرة قصف الحزب.", "قصف", True),
        ("يتحاشى النظام السوري الاشتباك مع داعش.", "الاشتباك", True),
        ("على لندن تفادي مهاجمة الجزيرة.", "مهاجمة", True),
        ("تفادت لندن الأزمة وقصف الجيش القرية.", "وقصف", False),
        ("تتفادى أنقرة اللوم بعد قصف القرية.", "قصف", False),
        ("لم تتفاد أنقرة قصف الحزب.", "قصف", False),
    ],
)
def test_what_is_avoided_is_not_done(text: str, words: str, denied: bool, prepare: Prepare) -> None:
    assert (scope.DENIED in symbols(prepare(text), words)) is denied


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("قصفت كينيا كندا ردا على هجوم اليابان على الصومال.", "ASSAULT", {("كينيا", "كندا"), ("اليابان", "الصومال")}),
        ("أجرت الصين مناورات ردا على زيارة بيلوسي لتايوان.", "CONSULT", {("بيلوسي", "تايوان")}),
        ("طردت كينيا السفير احتجاجا على اعتقال اليابان مواطنيها.", "COERCE", {("اليابان", "مواطنيها")}),
    ],
)
def test_what_is_answered_has_happened_and_is_another_s_deed(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    found = [c for c in code(text).claims if c.relation == relation and c.source and c.target]
    assert {(c.source.names[0], c.target.names[0]) for c in found if c.source and c.target} == claims
    assert {c.polarity for c in found} == {"affirmed"}


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("لم تدع كندا روسيا إلى العشاء.", "negated"),
        ("لن تدع كندا روسيا إلى العشاء.", "negated"),
        ("لم تدع كندا إلى العشاء إلا روسيا.", "affirmed"),
        ("لم تدع كندا روسيا فحسب.", "affirmed"),
    ],
)
def test_a_verb_right_behind_its_denial_is_denied(text: str, polarity: str, code: Code) -> None:
    assert {c.polarity for c in code(text).claims if c.trigger.of(text) == "تدع"} == {polarity}


@pytest.mark.parametrize(
    ("text", "words", "supposed"),
    [
        ("قال الوزير الكيني إنه لم يدعم الحزب.", "يدعم", False),
        ("أكدت الشرطة الكينية أنها لم تهاجم القرية.", "تهاجم", False),
        ("ستقصف كندا القرية إن لم تدعم كينيا الحزب.", "تدعم", True),
        ("منعت الحركة السفن من المرور، وإن سمحت للقوافل الأممية.", "سمحت", False),
        ("تحذر كندا كينيا، وإن هاجمت كينيا القرية فستقصفها.", "هاجمت", True),
        ("ما كانت كينيا لتصمد لولا مساعدتها من أوغندا.", "مساعدتها", False),
    ],
)
def test_that_and_though_are_no_if(text: str, words: str, supposed: bool, prepare: Prepare) -> None:
    assert ("cue:conditional|00" in symbols(prepare(text), words)) is supposed


@pytest.mark.parametrize(
    ("text", "words", "cue"),
    [
        ("الطائرات التي قيل إنها ستضرب داعش ضربت المدنيين.", "ضربت", ""),
        ("الطائرات التي قيل إنها ستضرب داعش ضربت المدنيين.", "ستضرب", "cue:hearsay"),
        ("ولا بد أن يقال إن المجلس خذل السوريين.", "خذل", ""),
        ("يجب أن يعلم العرب أن إيران تسلح الحوثيين.", "تسلح", ""),
        ("قال الوزير إنه يجب أن تدعم كندا كينيا.", "تدعم", "cue:duty"),
    ],
)
def test_what_ought_to_be_said_is_told_plainly(text: str, words: str, cue: str, prepare: Prepare) -> None:
    found = {s for s in symbols(prepare(text), words) if s in ("cue:hearsay", "cue:duty")}
    assert found == ({cue} if cue else set())


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("كينيا لا تتحرك إلا بأمر كندا.", "affirmed"),
        ("لا يعمل الحزب إلا بتوجيهات كندا.", "affirmed"),
    ],
)
def test_an_exception_within_an_expression_takes_its_denial_back(text: str, polarity: str, code: Code) -> None:
    assert {c.polarity for c in code(text).claims if c.relation in ("ALLY", "LEAD")} == {polarity}


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("لم يبق لكندا حليف سوى كينيا.", "affirmed"),
        ("لا حليف لكندا في المنطقة غير كينيا.", "affirmed"),
        ("لا حليف لكندا.", "negated"),
        ("ليس للحزب حليف غير موثوق.", "negated"),
        ("لا حليف لكندا، غير أن كينيا قوية.", "negated"),
    ],
)
def test_who_alone_is_a_friend_is_one(text: str, polarity: str, code: Code) -> None:
    assert {c.polarity for c in code(text).claims if c.relation == "ALLY"} == {polarity}


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("نأى الحزب بنفسه عن الصراع بين كندا وكينيا.", "affirmed"),
        ("يرفض الحزب الحرب بين كندا وكينيا.", "affirmed"),
        ("نفى الحزب الصراع بين كندا وكينيا.", "negated"),
    ],
)
def test_who_turns_away_from_what_others_do_does_not_deny_it(text: str, polarity: str, code: Code) -> None:
    ends = {("كندا", "كينيا")}
    told = [c for c in code(text).claims if c.source and c.target and (c.source.names[0], c.target.names[0]) in ends]
    assert {c.polarity for c in told} == {polarity}


@pytest.mark.parametrize(
    ("text", "words", "denied"),
    [
        ("لم يكن هدف التحالف الحركة بل خصومه في الداخل.", "خصومه", False),
        ("لم يكن هدف التحالف الحركة وإنما خصومه", "خصومه", False),
        ("لم تدعم كندا الحزب بل لم تعترف به.", "تعترف", True),  # denied behind it, too
        ("لم تدعم كندا الحزب بل حاربته.", "تدعم", True),
    ],
)
def test_behind_rather_no_denial_reaches(text: str, words: str, denied: bool, prepare: Prepare) -> None:
    assert ("cue:negation" in symbols(prepare(text), words)) is denied
