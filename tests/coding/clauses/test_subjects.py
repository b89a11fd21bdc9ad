"""Who does what a finite verb says, and to whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]


def ends(draft: Draft, verb: str) -> tuple[str, str]:
    """The actors of a verb's subject and object."""
    at = next(i for i, word in enumerate(draft.words) if word.bare == verb)

    def actor(table: dict[int, int]) -> str:
        index = table.get(at, -1)
        found = draft.phrases[index].actor if index >= 0 else None
        return found.id if found else ""

    return actor(draft.subject_of), actor(draft.object_of)


def case(text: str, verb: str, subject: str, direct: str, xfail: str = "") -> object:
    marks = [pytest.mark.xfail(reason=xfail, strict=True)] if xfail else []
    return pytest.param(text, verb, subject, direct, marks=marks, id=f"{verb}: {text}")




@pytest.mark.parametrize(
    ("text", "verb", "subject", "direct"),
    [
        case("دعمت تركيا داعش.", "دعمت", "TUR", "daesh"),
        # an alliance that is founded, and the year of it
        case("تأسس حلف النيل عام ٢٠١٢.", "تأسس", "text:حلف نيل", ""),
        case("شكلت كندا تحالفا عام ٢٠١٢.", "عام", "", ""),
        # "لما" that answers an if tells of whom stands behind it
        case("لولا دعم كندا لما صمدت حركة الجبل.", "صمدت", "text:حركه جبل", ""),
        case("لولا مساندة كندا للحركة لما صمدت.", "صمدت", "text:حركه", ""),
        # whom a preposition takes up does not do it himself
        case("حركة الجبل تقف خلفها كندا.", "تقف", "CAN", ""),
        case("جبهة السهل تقف خلفها دول كبرى.", "تقف", "text:دول كبري", ""),
        case("الحكومة تتآمر عليها المعارضة.", "تتآمر", "text:معارضه", ""),
        case("كندا تقف مع كينيا.", "تقف", "CAN", ""),
        # whom a preposition takes up in a clause on him
        case("الفصائل التي تدافع عنها كينيا تهدد الخرطوم.", "تدافع", "KEN", ""),
        case("رحبت المنظمة التي انسحبت منها كينيا بالقرار.", "انسحبت", "KEN", ""),
        case("الدول التي اعتدت عليها كينيا كثيرة.", "اعتدت", "KEN", ""),
        case("الجماعات التي تقاتل إلى جانبها كينيا كثيرة.", "تقاتل", "KEN", ""),
        case("المنظمة التي شنت عليها الحرب باقية.", "شنت", "text:منظمه", "text:حرب"),
        case("المنظمة التي خرجت من كينيا باقية.", "خرجت", "text:منظمه", ""),
        case("كان الحزب يستدعي من يذبح له خصمه.", "يذبح", "text:من يذبح له خصمه", "text:خصم حزب"),
        case("الأحزاب التي تحالف معها ماكرون خذلته.", "خذلته", "FRA.احزاب", ""),
        case("هاجمت كندا كينيا، والصومال التي تدعم أوغندا تقصف الخرطوم.", "تقصف", "SOM", "SDN"),
        # none of several whom the verb before was done to
        case("هاجمت كندا كينيا وأوغندا وطردت الوزير.", "وطردت", "CAN", "CAN.وزير"),
        # the last of several alone, where the clause tells what he does to another of them
        case("تحارب كندا التنظيم والدول التي تدعمه.", "تدعمه", "text:دول", "text:تنظيم"),
        case("تحارب كندا التنظيم وكينيا التي تدعمه.", "تدعمه", "KEN", "text:تنظيم"),
        case("تكره كندا كينيا والقوى التي تحميها.", "تحميها", "text:قوي", "KEN"),
        case("تكره كندا التنظيم والقوى التي تقف خلفه.", "تقف", "text:قوي", ""),
        # several bodies are feminine singular, whoever they are
        case("القوى الإرهابية التي قصفت كندا باقية.", "قصفت", "terrorism", "CAN"),
        case("لن يتحاور ماكرون مع من وصفهم بالفاسدين.", "وصفهم", "emmanuel-macron", ""),
        # a thing of which a particle begins to tell
        case("قال الوزير إن الوضع لا يساعد العراق.", "يساعد", "text:وضع", "IRQ"),
        # who has a verb for two, or one of somebody whose body stands between
        case("الدول في التحالف تحارب الحزب.", "تحارب", "text:دول", "text:حزب"),
        case("تحارب الجيش مع الحزب.", "تحارب", "text:جيش", ""),
        case("إذا كانت كل هذه الدول في التحالف تحارب داعش فمن يدعمه؟", "تحارب", "text:دول", "daesh"),
        # who began a clause as this one does
        case("كينيا بارعة، فهي التي سلحت أوغندا وهاجمت القوات الكندية، وهي التي طردت الوزير.", "طردت", "KEN", "KEN.وزير"),
        # what happened is nobody
        case("حمل ماكرون الكرملين مسؤولية ما جرى، وجمد التعاون معه.", "وجمد", "emmanuel-macron", "text:تعاون"),
        # who stands behind what a preposition leads to, or behind a thing of another gender
        # what is told of somebody without article who is described, or whose ending is an object's
        case("التقى الوزير مواطنا تعرض للضرب.", "تعرض", "text:مواطن", ""),
        case("شارك الحزب في اعتقال معلم كيني دعم المعارضة.", "دعم", "text:معلم كيني", "KEN.معارضه"),
        case("رحبت بهذا القرار كينيا.", "رحبت", "KEN", ""),
        case("هذه أوغندا. نددت بالعملية وزارة الخارجية الكينية.", "نددت", "KEN.وزاره خارجيه", ""),
        case("يقف خلف هذه العصابات نظام الأسد.", "يقف", "syrian-regime", ""),

        case("هذه أوغندا. تدعم هذا التوجه كينيا.", "تدعم", "KEN", "text:توجه"),
        case("عاد أردوغان. واجتمع بالرئيس الكيني وليم روتو.", "واجتمع", "recep-tayyip-erdogan", ""),
        case("عاد الوزير التركي. واجتمع بنظيره الكيني كيري.", "واجتمع", "TUR.وزير", ""),
        case("لمواجهة إيران أرسلت واشنطن سفنا.", "أرسلت", "USA", ""),
        case("لم يهاجم حزب الله سوى إسرائيل.", "يهاجم", "hezbollah", "ISR"),
        case("لم يدعم أحد داعش إلا تركيا.", "يدعم", "TUR", "daesh"),
        case("هاجم الجيش فصائل في حلب تدعم إيران.", "تدعم", "text:فصايل@SYR", "IRN"),
        case("لا أحد يدعم داعش سوى تركيا.", "يدعم", "TUR", "daesh"),
        case("ما من دولة دعمت كينيا غير كندا.", "دعمت", "CAN", "KEN"),
        case("لا توجد دولة تدعم كينيا غير كندا.", "تدعم", "CAN", "KEN"),
        case("ليس هناك من يدعم داعش إلا تركيا.", "يدعم", "TUR", "daesh"),
        case("لا دولة تدعم كينيا.", "تدعم", "text:دوله", "KEN"),
        case("الإخوان الذين احتضنتهم الدوحة خانوا مصر.", "خانوا", "muslim-brotherhood", "EGY"),
        case("هذه سوريا. تخلى عنها الأردن.", "تخلى", "JOR", ""),
        case("دعمت أمس تركيا داعش.", "دعمت", "TUR", "daesh"),
        # whom a participle says to be tied to another
        case("فصائل مدعومة من كينيا تهاجم الخرطوم.", "تهاجم", "text:فصايل", "SDN"),
        case("كانت قوات تابعة لكينيا قد قصفت الخرطوم.", "قصفت", "KEN.قوات", "SDN"),
        case("انتقد ماكرون رئيس أوكرانيا.", "انتقد", "emmanuel-macron", "UKR.رييس"),
        case("زار الخرطوم وفد كيني.", "زار", "KEN.وفد", "SDN"),
        case("دعمت بقوة تركيا داعش.", "دعمت", "TUR", "daesh"),
        case("تنتقد بحدة تركيا داعش.", "تنتقد", "TUR", "daesh"),
        case("إيران تدعم حزب الله.", "تدعم", "IRN", "hezbollah"),
        case("تركيا وقطر تدعمان حزب الله.", "تدعمان", "TUR", "hezbollah"),
        case("هاجمت القوات العراقية مواقع داعش.", "هاجمت", "IRQ.قوات", "daesh"),
        case("حزب الله قوي. وإيران تدعمه.", "تدعمه", "IRN", "hezbollah"),
        case("عاد أردوغان إلى أنقرة. وهدد سوريا.", "وهدد", "recep-tayyip-erdogan", "SYR"),
        case("تركيا التي تدعم داعش تنكر ذلك.", "تدعم", "TUR", "daesh"),
        case("العراقيون يرفضون الاحتلال.", "يرفضون", "IRQ.people", "text:احتلال"),  # not Israel's: nobody speaks of it
        case("قال الوزير إن مصر قوية وإنها تدعم حزب الله.", "تدعم", "EGY", "hezbollah"),
        case("العراق يحارب داعش.", "يحارب", "IRQ", "daesh"),
        case("هاجم الجيش فصائل تدعم إيران.", "تدعم", "text:فصايل", "IRN"),
        case("هاجم الجيش فصائل تدعمها إيران.", "تدعمها", "IRN", "text:فصايل"),
        case("كيف لدولة عضو في الناتو أن تساعد داعش؟", "تساعد", "text:دوله عضو", "daesh"),
        case("طلبت كينيا إلى السنغال أن تساعد مالي.", "تساعد", "SEN", "MLI"),
        case("الدول العربية تدعم فلسطين.", "تدعم", "arab-states", "PSE"),
        case("قالت بغداد إن تركيا تهدد سوريا.", "تهدد", "TUR", "SYR"),
        case("أعلنت إيران أنها ستدعم الحكومة اللبنانية.", "ستدعم", "IRN", "LBN.حكومه"),
        case("أكد أردوغان أنه لن يقصف الجيش السوري.", "يقصف", "recep-tayyip-erdogan", "SYR.جيش"),
        case("قال أردوغان إنه انتهى الاجتماع.", "انتهى", "text:اجتماع", ""),  # the pronoun stands for nobody
        case("الحزب الذي يقوده أردوغان يهدد سوريا.", "يهدد", "text:حزب", "SYR"),
        case("ميليشيا تمولها إيران هاجمت مصر.", "هاجمت", "text:ميليشيا", "EGY"),
        case("إيران تدعمها روسيا.", "تدعمها", "RUS", "IRN"),
        case("ميليشيا تمولها إيران.", "تمولها", "IRN", "text:ميليشيا"),
        # who is not known, behind whom no relative pronoun stands, is told of: he does it or it is done to him
        case("وجد كينيا أمام رئيس أوغندي يلوم مصر.", "يلوم", "UGA.رييس", "EGY"),
        case("وجد الرئيس الكيني نفسه أمام رئيس أوغندي يلومه.", "يلومه", "UGA.رييس", "KEN.رييس"),
        case("هاجمت كندا جماعة يمولها الحزب.", "يمولها", "text:حزب", "text:جماعه"),
        case("تعتمد كينيا على جماعات تسلحها الحكومة الكندية.", "تسلحها", "CAN.حكومه", "text:جماعات"),
        case("زارت كندا دولة تعاديها اليابان.", "تعاديها", "JPN", "text:دوله"),
        case("رحب كل من إيران وقطر بالاتفاق.", "رحب", "IRN", ""),
        case("رحب كل من إيران وقطر بالاتفاق وحثت تركيا على الحوار.", "وحثت", "IRN", "TUR"),
        # people whose plural is broken may be taken for things; an imperfect between two definite nouns is no masdar
        case("دعمت فرنسا تركيا والأقليات تعارض الحكومة.", "تعارض", "text:اقليات", "FRA.حكومه"),
        case("اتجه الغرب نحو تركيا، والأقليات ستهاجم المغرب.", "ستهاجم", "text:اقليات", "MAR"),
        case("قصفت إسرائيل غزة وإيران تعارض القصف.", "تعارض", "IRN", "text:قصف"),
        case("لا يدعم الحوثيين إلا إيران.", "يدعم", "IRN", "houthis"),
        case("لا يدعم تركيا سوى قطر.", "يدعم", "QAT", "TUR"),
        case("لا تدعم إيران إلا الحوثيين.", "تدعم", "IRN", "houthis"),
        case("حذر الوزير وهو يتهم العالم بالخطأ.", "يتهم", "text:وزير", "text:عالم"),
        case("أحمد أبو الغيط، الأمين العام للجامعة، انتقد إيران.", "انتقد", "ahmed-aboul-gheit", "IRN"),
        case("عاد الوزير ووصف المتظاهرين بالغوغاء.", "ووصف", "text:وزير", "text:متظاهرون"),  # the case of a plural
        case("دميرتاش الذي سجنه أردوغان هاجم الحكومة.", "سجنه", "recep-tayyip-erdogan", "selahattin-demirtas"),
        case("دميرتاش الذي سجنه أردوغان هاجم الحكومة.", "هاجم", "selahattin-demirtas", "TUR.حكومه"),
        case("على إيران أن تدعم العراق.", "تدعم", "IRN", "IRQ"),
        case("طلبت أمريكا من تركيا ألا تهاجم العراق.", "تهاجم", "TUR", "IRQ"),
        case("البلاد التي احتلتها أمريكا تدعم إيران.", "تدعم", "text:بلاد", "IRN"),
        case("قال الوزير إن الحزب الذي يقوده أردوغان يهدد سوريا.", "يهدد", "text:حزب", "SYR"),
        case("مسلحون يرتدون زيا رسميا هاجموا القرية.", "هاجموا", "text:مسلحون", "text:قريه"),
        case("تركيا التي تدعم داعش وتهدد سوريا تنكر ذلك.", "وتهدد", "TUR", "SYR"),
        case("هاجم الحزب الذي يقوده أردوغان سوريا.", "هاجم", "text:حزب", ""),
        case("المنظمة التي اتهم أردوغان مصر بتمويلها قوية.", "اتهم", "recep-tayyip-erdogan", "EGY"),
        case("استقبل الأمين العام للحزب قطر، وهدد بالحرب.", "وهدد", "text:امين عام", ""),
        case("كما طالب لبنان إسرائيل بالانسحاب.", "طالب", "LBN", "ISR"),
        case("فيما طالب أردوغان إسرائيل بالانسحاب.", "طالب", "recep-tayyip-erdogan", "ISR"),
        case("وعد أردوغان بأنه سيهزم حزب الله وهدد بالحرب.", "وهدد", "recep-tayyip-erdogan", ""),
        case("وقعت مالي ميثاق ليبتاكو الذي أسس تحالف دول الساحل.", "أسس", "", "alliance-of-sahel-states"),
        # an object before its subject, where the subject shows its case
        case("هاجم الجيش مسلحون مجهولون.", "هاجم", "text:مسلحون مجهولون", "text:جيش"),
        case("زار القاهرة وفد سوداني.", "زار", "SDN.وفد", "EGY"),
        case("دعم الجيش مسلحين.", "دعم", "text:جيش", "text:مسلحون"),
        # an object in the verb's pronoun, its subject behind what a preposition leads to
        case("أطلقت الرياض الأسرى، وشكرها على ذلك زيلينسكي.", "وشكرها", "volodymyr-zelensky", "SAU"),
        # how many they are stands before who does it; whom a numeral counts are nobody's
        case("هاجم مئات المحتجين السفارة.", "هاجم", "text:محتجون", "text:سفاره"),
        case("اتهم ثلاثة نواب الوزير بالفساد.", "اتهم", "text:نواب", "text:وزير"),
        # behind what is said of another, and from one "as for" to its verb
        case("اعتقلت الشرطة جماعة كانت تدعم إيران وصادرت أسلحتها.", "وصادرت", "IRN.شرطه", "text:اسلحه جماعه"),
        case("استقبلت السعودية الشركة التي تدعم إيران وشكرت مصر.", "وشكرت", "SAU", "EGY"),
        case("أما مصر، وفيها أحزاب سامي رعد وأحزاب ماهر كنعان والأحزاب الصغيرة في الريف، فقد دعمت تركيا.", "دعمت", "EGY", "TUR"),
        # many, as an object, are written as two are; whose houses they are did not burn them
        case("قصف الجيش المسلحين بعد أن هاجموا القاعدة.", "هاجموا", "text:مسلحون", "text:قاعده"),
        case("هاجم عشرات المسلحين بيوت المزارعين وأحرقوا المخفر.", "وأحرقوا", "text:مسلحون", "text:مخفر"),
        # a state has no country: she who speaks has one
        case("حذرت الوزيرة السويدية روسيا وقالت إن بلادها ستدعم فنلندا.", "ستدعم", "SWE", "FIN"),
        case("هذه مصر. يحاصرها في سيناء أردوغان.", "يحاصرها", "recep-tayyip-erdogan", "EGY"),
        case("هذه مصر. يحاصرها في سيناء لا أردوغان.", "يحاصرها", "", "EGY"),
        case("انتقد أردوغان مصر واتهمها بدعم نتنياهو.", "واتهمها", "recep-tayyip-erdogan", "EGY"),
        case("انتقد أردوغان مصر وهددها بمهاجمة القاهرة.", "وهددها", "recep-tayyip-erdogan", "EGY"),
        # who said something does more in words behind it
        case("ذكر الملك أن إيران تهدد الخليج وهدد روسيا.", "وهدد", "IRN.ملك", "RUS"),
        case("قال عون إن جعجع مخطئ وطالب باستقالة الحكومة.", "وطالب", "text:عون", "LBN.حكومه"),
        case("قالت الحكومة إن إيران قصفت أربيل وهددت بغداد.", "وهددت", "IRN", "IRQ"),  # of her two things are told
        # who is told of in what the sentence opens with does not do what its verb says, unless another verb is the sentence's
        case("في لقاء مع باحث هدد الوزير كندا.", "هدد", "text:وزير", "CAN"),
        case("بعد اعتقال صحفي هدد ترودو كينيا.", "هدد", "justin-trudeau", "KEN"),
        case("بعد طرد دبلوماسي هدد ترودو كينيا.", "هدد", "justin-trudeau", "KEN"),
        case("من جماعة تدعم كينيا جاءت الرسالة.", "تدعم", "text:جماعه", "KEN"),
        # whom only the main clause names does what the sentence opens with
        case("تحدث ماكرون. بعد أن احتل القرم، هدد بوتين كندا.", "احتل", "vladimir-putin", "crimea"),
        case("تحدث ماكرون. رغم أنه هاجم كندا، شكر ترامب كينيا.", "هاجم", "donald-trump", "CAN"),
        case("بعد أن هاجم ماكرون كندا واعتقل التجار، هدد بوتين كينيا.", "واعتقل", "emmanuel-macron", "text:تجار"),
        case("بدل أن تعاقب القتلة، سجنت الحكومة الكينية الصحفيين.", "تعاقب", "KEN.حكومه", "text:قتله"),
        # who answers, to whom a preposition led
        case("راهن ماكرون على كينيا فخذلته.", "فخذلته", "KEN", "emmanuel-macron"),
        case("راهن ماكرون على ترامب فخذلته.", "فخذلته", "", "emmanuel-macron"),
        # who alone does it
        case("تحدث ماكرون. ولم يقف مع كينيا من العرب إلا قطر.", "يقف", "QAT", ""),
        case("تحدث ماكرون عن كينيا. ولم يقف معها في الحرب سوى قطر.", "يقف", "QAT", ""),
        case("تحدث ماكرون. ولم يقف مع كينيا إلا بعد الحرب.", "يقف", "emmanuel-macron", ""),
        # over what commas set apart
        case("دعمت كينيا، ومعها أوغندا، المتمردين.", "دعمت", "KEN", "text:متمردون"),
        case("رفض العرب، وفي مقدمتهم مصر، القرار.", "رفض", "arabs", "text:قرار"),
        case("التقى نعيم قاسم سعد الحريري وسمير جعجع. الأول يتهم الثاني.", "يتهم", "saad-hariri", "samir-geagea"),
        case("يتألف ما بات يعرف بمحور المقاومة من دول.", "يتألف", "axis-of-resistance", ""),
        case("رفض العرب، وفي مقدمهم مصر، القرار.", "رفض", "arabs", "text:قرار"),
        # with "then" and before whoever is his, a verb goes on
        case("لقد هزم الكينيون الصوماليين ثم هزموا الروس.", "هزموا", "KEN.people", "RUS.people"),
        case("وصل ماكرون إلى السلطة ثم قتل أنصاره الأسرى.", "قتل", "text:انصار ايمانويل ماكرون", "text:اسري"),
        case("وصل ماكرون إلى السلطة ثم قتل خصومه.", "قتل", "emmanuel-macron", "text:خصوم ايمانويل ماكرون"),
        case("هاجم بوتين كندا فعاقب خصومه.", "فعاقب", "vladimir-putin", "text:خصوم فلاديمير بوتين"),
        # "the latter" is who was done something, to whom it would be "ودعاه"
        case("التقى ماكرون ترامب ودعا الأخير إلى الحوار.", "ودعا", "donald-trump", ""),
        case("هاجم بوتين كندا وقصفت هذه الأخيرة كينيا.", "وقصفت", "CAN", "KEN"),
        # the case of a noun is written before its pronoun
        case("تحدث ماكرون عن كندا. ثم هاجم حلفاءها.", "هاجم", "emmanuel-macron", "text:حلفاء كندا"),
        case("تحدث ماكرون عن كندا. ثم هاجم حلفاؤها كينيا.", "هاجم", "text:حلفاء كندا", "KEN"),
        case("طعن شاب جنديا في السوق.", "طعن", "text:شاب", "text:جندي"),  # a noun annexed to him would have no object
        case("قتل جندي في السوق.", "قتل", "", ""),
    ],
)
def test_subject_and_object(text: str, verb: str, subject: str, direct: str, prepare: Prepare) -> None:
    assert ends(prepare(text), verb) == (subject, direct)


def test_the_subject_of_a_verb_of_the_first_person_is_nobody_named_before(prepare: Prepare) -> None:
    assert ends(prepare("عادت تركيا. ونحن نحارب داعش."), "نحارب")[0].startswith("text:نحن@")


def test_a_subject_does_not_come_from_a_phrase_behind_a_preposition(prepare: Prepare) -> None:
    assert ends(prepare("في تركيا تهاجم القوات الروسية داعش."), "تهاجم")[0] == "RUS.قوات"


def test_a_hidden_subject_agrees_with_its_verb(prepare: Prepare) -> None:
    """"She threatened" after a man and a state: the state."""
    assert ends(prepare("زار أردوغان روسيا. وهددت سوريا."), "وهددت")[0] in ("RUS", "SYR")


@pytest.mark.parametrize("word", ["المتوقع", "غير الممكن", "الصعب جدا", "العار", "المقرر غدا"])
def test_what_judges_a_clause_is_nobody_in_it(word: str, prepare: Prepare) -> None:
    draft = prepare(f"من {word} أن يلتقي الوزير الياباني مع ليبيا.")
    subjects = [draft.phrases[index] for index in draft.subject_of.values()]
    assert [draft.text(p.first, p.last) for p in subjects] == ["الوزير الياباني"]


def test_what_a_particle_opens_is_no_object(prepare: Prepare) -> None:
    draft = prepare("اعتقلوا مع أن الحكومة اليابانية ترفض.")
    assert not draft.object_of
