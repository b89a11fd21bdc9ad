"""Who says it: speakers, how far their words reach, and speech within speech."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.voices import voice
from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]


def speakers(draft: Draft, word: str) -> list[str]:
    """The actors that speak where a word stands, the nearest first."""
    at = next(i for i, w in enumerate(draft.words) if w.bare == word)
    actors = [draft.phrases[s.speaker].actor for s in voice.chain(voice.speeches(draft), at)]
    return [actor.id for actor in actors if actor]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("قال أردوغان إن قطر قصفت مصر. ولا شك أن تركيا تدعم داعش.", ""),
        ("قال أردوغان إن قطر قصفت مصر. والحقيقة أن تركيا تدعم داعش.", ""),
        ("قال أردوغان «إن قطر قصفت مصر. لا شك أن تركيا تدعم داعش».", "أردوغان"),
        ("قال أردوغان إنه لا شك أن تركيا تدعم داعش.", "أردوغان"),
    ],
)
def test_what_its_author_vouches_for_is_his(text: str, voice: str, code: Code) -> None:
    assert {c.voice[0].names[0] if c.voice else "" for c in code(text).claims if c.relation == "AID"} == {voice}


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("تركيا تدعم داعش.", "تدعم", []),
        # "as" that brings what another said besides ends the first one's words, and says nothing of them
        ("أعلنت روسيا أن تركيا تدعم داعش، كما أعلنت قطر رفضها القرار.", "تدعم", ["RUS"]),
        ("أعلنت روسيا أن القرار خطأ، كما أكدت قطر أن تركيا تدعم داعش.", "تدعم", ["QAT"]),
        ("تدعم تركيا داعش، كما أعلنت قطر.", "تدعم", ["QAT"]),
        ("نقلت روسيا عن دلماس قوله إن تركيا تدعم داعش.", "تدعم", ["text:دلماس", "RUS"]),
        ("نقلت روسيا عن مسؤول قوله إن تركيا تدعم داعش.", "تدعم", ["text:مسوول", "RUS"]),
        ("قال أردوغان في خطاب نقله التلفزيون إن روسيا تدعم الحرب.", "تدعم", ["recep-tayyip-erdogan"]),
        ("قالت بغداد إن تركيا تدعم داعش.", "تدعم", ["IRQ"]),
        ("قال مسؤول في الوزارة إن تركيا تدعم داعش.", "تدعم", ["text:مسوول"]),
        ("اتهمت قطر بدعم داعش.", "بدعم", []),  # nobody is told to say so
        ("اتهمت قطر تركيا بدعم داعش.", "بدعم", ["QAT"]),
        ("دعا عمر الغالي المحتجين إلى الصبر: تركيا تدعم داعش.", "تدعم", []),  # these are asked, and say nothing
        ("قالت بغداد: تركيا تدعم داعش.", "تدعم", ["IRQ"]),
        ("قال الوزير التركي: «روسيا تدعم الحرب».", "تدعم", ["TUR.وزير"]),
        ("وفقا لروسيا، تدعم تركيا داعش.", "تدعم", ["RUS"]),
        ("تدعم تركيا داعش، بحسب روسيا.", "تدعم", ["RUS"]),
        ("أردوغان: روسيا تدعم الحرب", "تدعم", ["recep-tayyip-erdogan"]),
        ("أكدت مصر أن قطر تدعم داعش.", "تدعم", ["EGY"]),
        ("قالت بغداد إن طهران أكدت أن تركيا تدعم داعش.", "تدعم", ["IRN", "IRQ"]),
        ("قال أردوغان إن الإمارات تؤكد دعمها لليمن، معتبرا أن تركيا تدعم داعش.", "تدعم", ["recep-tayyip-erdogan"]),
        ("أكدت بغداد استعدادها، موضحة أن تركيا تدعم داعش.", "تدعم", ["IRQ"]),
        ("اتهم الوزير العراقي تركيا بالصمت بعدما خسرت روسيا، مضيفا أن مصر تدعم داعش.", "تدعم", ["IRQ.وزير"]),
        ("قال الوزير الروسي إن الحرب انتهت. واتهم الوزير التركي موسكو بالكذب، وقال إن مصر تدعم داعش.", "تدعم", ["TUR.وزير"]),
        ("قالت بغداد في تصريح لروسيا اليوم إن تركيا تدعم داعش.", "تدعم", ["IRQ"]),
        ("قالت بغداد إن طهران تراجعت، وأضافت أن تركيا تدعم داعش.", "تدعم", ["IRQ"]),
        ("نقلت روسيا عن مصر أن تركيا تدعم داعش.", "تدعم", ["EGY", "RUS"]),
        ("نقلت روسيا إلى مصر أن تركيا تدعم داعش.", "تدعم", ["RUS"]),
        ("أكدت بغداد، في ختام الزيارة، أن تركيا تدعم داعش.", "تدعم", ["IRQ"]),
        ("أكدت بغداد، التي تحارب الإرهاب، أن تركيا تدعم داعش.", "تدعم", ["IRQ"]),
        ("قال أردوغان إن مصر خسرت. وأضاف أن تركيا تدعم داعش.", "تدعم", ["recep-tayyip-erdogan"]),
        ("قالت بغداد إن الحرب انتهت، واعتبر أردوغان أن تركيا تدعم داعش.", "تدعم", ["recep-tayyip-erdogan"]),
        ("قال أردوغان إن الحرب انتهت. وأوضح أن أكثر من دولة تدعم داعش.", "تدعم", ["recep-tayyip-erdogan"]),
        ("قال أردوغان إن الحرب انتهت. ويشار إلى أن تركيا تدعم داعش.", "تدعم", []),
        ("قال أردوغان إن الحرب انتهت. ويذكر أن تركيا تدعم داعش.", "تدعم", []),
        ('قال أردوغان إن "الحرب انتهت"، وهذا يؤكد أن تركيا تدعم داعش.', "تدعم", []),  # the author says what it means
        ('قال أردوغان إن "الحرب انتهت"، لكن تركيا تدعم داعش.', "تدعم", []),
        ('قال أردوغان إن "الحرب انتهت"، وأضاف أن تركيا تدعم داعش.', "تدعم", ["recep-tayyip-erdogan"]),
        ("باحث: تركيا تدعم داعش", "تدعم", ["text:باحث"]),
        ("مسؤول روسي: تركيا تدعم داعش", "تدعم", ["RUS.مسوول"]),
        ("أوضح البلاغ أن تركيا تدعم داعش.", "تدعم", ["text:بلاغ"]),
        ("سجل أن تركيا تدعم داعش.", "تدعم", []),
        ("قال أردوغان إنه عائد. تركيا تدعم داعش.", "تدعم", []),
        ("زعم الوزير الروسي أن بغداد خسرت، ونفى الوزير المصري ذلك، مؤكدا أن تركيا تدعم داعش.", "تدعم", ["EGY.وزير"]),
        ("أفاد بيان لوزارة الخارجية السعودية بأن تركيا تدعم داعش.", "تدعم", ["SAU.وزاره خارجيه"]),
        ("قال بيان صادر عن الرئاسة المصرية إن تركيا تدعم داعش.", "تدعم", ["EGY.رياسه"]),
        ("وجاء في بيان لوزارة الخارجية السعودية أن تركيا تدعم داعش.", "تدعم", ["SAU.وزاره خارجيه"]),
        ("ورد في تقرير الأمم المتحدة أن تركيا تدعم داعش.", "تدعم", ["un"]),
        ("ورد في التقرير أن تركيا تدعم داعش.", "تدعم", ["text:تقرير"]),
        ("جاء في الكويت أن تركيا تدعم داعش.", "تدعم", []),
        ("تركيا تدعم داعش، التي قتلت بحسب قطر عشرين رجلا.", "تدعم", []),
        ("تركيا تدعم داعش، التي قتلت بحسب قطر عشرين رجلا.", "قتلت", ["QAT"]),
        ("تركيا تدعم داعش، التي قتلت عشرين رجلا، بحسب قطر.", "تدعم", ["QAT"]),
        ("التقى بوتين أردوغان الذي قال إن قطر تدعم داعش.", "تدعم", ["recep-tayyip-erdogan"]),
        ("بحسب وثيقة سرية، تدعم تركيا داعش.", "تدعم", []),
        ("بحسب تقرير صادر عن الأمم المتحدة، تدعم تركيا داعش.", "تدعم", ["un"]),
        ("أصدرت حركة حماس بيانا عن الحرب. وجاء في البيان أن تركيا تدعم داعش.", "تدعم", ["hamas"]),
        ("قالت حركة حماس في بيان إن الحرب طويلة. وأوضح البيان أن تركيا تدعم داعش.", "تدعم", ["hamas"]),
        ("اجتمعت الجامعة العربية أمس. وحثت تونس على دعم الحكومة.", "دعم", ["arab-league"]),
        ("التقى الوزير القطري نظيره الروسي. وقال إن تركيا تدعم داعش.", "تدعم", ["QAT.وزير"]),
        ("ذكر تقرير أن لإيران قوات، وأن تركيا تدعم داعش.", "تدعم", []),
        ("قصفت روسيا إدلب. وقال إن تركيا تدعم داعش.", "تدعم", []),
        ("صنعاء - رويترز: قالت مصر إن تركيا تدعم داعش.", "تدعم", ["EGY"]),  # where it was written says nothing
        ("القاهرة «الخليج»: قالت مصر إن تركيا تدعم داعش.", "تدعم", ["EGY"]),
        ("بغداد: «الخليج»، وكالات: أعلنت مصر أن تركيا تدعم داعش.", "تدعم", ["EGY"]),
        ("عدن:«الخليج» أعلنت مصر أن تركيا تدعم داعش.", "تدعم", ["EGY"]),
        ("بغداد سامر القنواتي: أعلنت مصر أن تركيا تدعم داعش.", "تدعم", ["EGY"]),
        ("بغداد: تركيا تدعم داعش.", "تدعم", ["IRQ"]),
        ("وفق «الأناضول»، تركيا تدعم داعش.", "تدعم", ["anadolu"]),
        ("بحسب «رويترز»، تركيا تدعم داعش.", "تدعم", ["reuters"]),
        ("قال سامر القنواتي مدير المركز ومقره فرنسا، إن تركيا تدعم داعش.", "تدعم", ["text:سامر قنواتي"]),
        ("أضاف الوزير المصري، في رد على النائبة ماريا لوبيز، أن تركيا تدعم داعش.", "تدعم", ["EGY.وزير"]),
    ],
)
def test_speakers(text: str, word: str, wanted: list[str], prepare: Prepare) -> None:
    assert speakers(prepare(text), word) == wanted


def test_what_is_told_tells_nothing(code: Code) -> None:
    (claim,) = code("ذكرت تقارير صحفية أن روسيا قصفت إدلب.").claims
    assert [v.names[0] for v in claim.voice] == ["تقارير صحفية"]


def test_a_quotation_goes_on_over_a_full_stop_and_ends_with_its_mark(prepare: Prepare) -> None:
    draft = prepare("قال أردوغان: «روسيا قوية. تركيا تدعم السلام». مصر تحارب داعش.")
    assert speakers(draft, "تدعم") == ["recep-tayyip-erdogan"]
    assert speakers(draft, "تحارب") == []


def test_what_is_said_is_not_said_of_the_verb_of_saying_itself(prepare: Prepare) -> None:
    assert speakers(prepare("اتهمت مصر قطر بأنها تدعم داعش."), "اتهمت") == []


def test_a_chain_is_not_longer_than_its_limit_and_names_nobody_twice(prepare: Prepare) -> None:
    draft = prepare("قالت مصر إن روسيا قالت إن تركيا قالت إن إيران قالت إن فرنسا قالت إن قطر تدعم داعش.")
    found = speakers(draft, "تدعم")
    assert 2 <= len(found) <= 4
    assert len(set(found)) == len(found)
    assert found[0] == "FRA"


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ('قال فابيوس إن "الاتفاق قوي"، وهذا يعني أن إيران ستهدد الخليج.', set()),
        ('قال فابيوس إن "الاتفاق قوي" وإن إيران ستهدد الخليج.', {"laurent-fabius"}),
    ],
)
def test_what_the_author_says_of_a_speech_is_his_own(text: str, voices: set[str], code: Code) -> None:
    told = [c for c in code(text).claims if c.relation == "THREATEN"]
    assert told
    assert {v.actor.id for c in told for v in c.voice} == voices


@pytest.mark.parametrize(
    ("speaker", "says", "adds", "who"),
    [
        ("الأمم المتحدة", "ذكرت", "وأضافت", "un"),
        ("البيت الأبيض", "قال", "وأضاف", "USA"),
        ("الكرملين", "أعلن", "وأضاف", "RUS"),
        ("هيومن رايتس ووتش", "قالت", "وأضافت", "human-rights-watch"),
        ("الصين", "قالت", "وأضافت", "CHN"),
        ("الفصائل الفلسطينية", "أكدت", "وأضافت", "palestinian-factions"),
        ("الحوثيون", "قال", "وأضافوا", "houthis"),
    ],
)
def test_who_goes_on_agrees_with_whoever_spoke(speaker: str, says: str, adds: str, who: str, prepare: Prepare) -> None:
    draft = prepare(f"{says} {speaker} إن الحرب قريبة. {adds} أن قطر تدعم الحوار.")
    assert speakers(draft, "تدعم") == [who]


def test_what_is_asked_is_his_to_say_over_what_commas_set_apart(code: Code) -> None:
    claims = code("طالب الوزير الكيني أوغندا، ومعها رواندا، بالكف عن دعم الحركة التي تهاجم الصومال.").claims
    assert {v.names[0] for c in claims if c.relation == "ASSAULT" for v in c.voice} == {"الوزير الكيني"}


def test_before_whom_somebody_stands_accused_says_so(code: Code) -> None:
    claims = [c for c in code("كينيا متهمة عند أوغندا بالعمالة لإثيوبيا.").claims if c.relation == "ALLY"]
    assert [([v.names[0] for v in c.voice], c.modality) for c in claims] == [(["أوغندا"], "asserted")]


@pytest.mark.parametrize(
    ("text", "relation", "voice"),
    [
        # what came of a demand or a charge is nobody's demand
        ("دعت كندا المسلحين إلى الانسحاب غير أنهم هاجموا الجيش.", "ASSAULT", ""),
        ("دعت كندا المسلحين إلى الانسحاب غير أنهم هاجموا الجيش.", "RETREAT", "كندا"),
        # what somebody denies ends there too
        ("نفت كندا أنها سلحت المتمردين، لكن الهند تؤكد أن الجيش قصف القرية.", "ASSAULT", "الهند"),
        # when it was the author tells
        ("قال الوزير الكيني إن كندا تدعم أوغندا، وذلك بعد هجوم الحزب على فنلندا", "ASSAULT", ""),
        ("قال الوزير الكيني إن كندا تدعم أوغندا بعد هجوم الحزب على فنلندا", "ASSAULT", "الوزير الكيني"),
        # "the latter" says it, by whom nobody else is meant
        ("انتقد الرئيس الحكومة، وقالت الأخيرة إنها تدعم الجيش.", "AID", "الحكومة"),
    ],
)
def test_whose_words_end_and_whose_begin(text: str, relation: str, voice: str, code: Code) -> None:
    (claim,) = [c for c in code(text).claims if c.relation == relation]
    assert [end.names[0] for end in claim.voice] == ([voice] if voice else [])
