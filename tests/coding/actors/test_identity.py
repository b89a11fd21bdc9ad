"""Who a phrase is by its own words, and whose an organ is that no state is named with."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ids

from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        # the state that is spoken of most; of two, where somebody comes to or something happens
        ("أرسلت السعودية قوات إلى البحرين لدعم الحكومة.", "الحكومة", "BHR.حكومه"),
        ("استقبل الملك المغربي وفدا. وقالت المملكة إنها باقية.", "المملكة", "MAR"),
        # an ally, foe or neighbour is the state whose adjective stands behind, where an article or a pronoun says which
        ("هددت كندا أوغندا. وخذلها الحليف الكيني.", "الحليف الكيني", "KEN"),
        ("رحبت كندا بموقف الأشقاء الكينيين.", "الأشقاء الكينيين", "KEN"),
        ("انتقدت أوغندا جارتها الكينية.", "جارتها الكينية", "KEN"),
        ("زار الوزير صديقه الكيني.", "صديقه الكيني", "text:صديق وزير كيني"),
        ("تحتاج أوغندا إلى حليف كيني.", "حليف كيني", "text:حليف كيني"),
        ("انتقدت أوغندا الحليف القديم.", "الحليف القديم", "text:حليف قديم"),
        # several who are counted are of several states
        ("زار الوفد كندا. وانتقد القادة الثلاثة كندا.", "القادة الثلاثة", "text:قاده ثلاثه"),
        # nor is what each state has one of, told of in the plural alone
        ("زار الوفد كندا. وتخشى الحكومات كندا.", "الحكومات", "text:حكومات"),
        ("زار الوفد كندا. وانتقد وزراء الدفاع كينيا.", "وزراء الدفاع", "text:وزراء دفاع"),
        ("زار الوفد كندا. وتخشى الحكومة فرنسا.", "الحكومة", "CAN.حكومه"),
        # whose opposition it is the rulers before it tell
        ("زار الوفد كندا. وتدعم كندا السلام. وكان النظام السوري يقصف المعارضة.", "المعارضة", "SYR.معارضه"),
        # where the author speaks of his own country a state is not it whose people alone are told of
        ("هاجم الإرهابيون الكنديين في بلادنا. وحاربتهم الشرطة.", "الشرطة", "text:شرطه"),
        ("تدعم كندا بلادنا. وحاربت الشرطة الإرهاب.", "الشرطة", "CAN.شرطه"),
        # a state whose name begins like an adjective
        ("استقبل الوزير زعيم كوريا الشمالية.", "زعيم كوريا الشمالية", "PRK.زعيم"),
        # a people's, rebels' or a sect's are not the state's that is spoken of
        ("قصف الجيش السوداني القوات الانفصالية.", "القوات الانفصالية", "text:قوات انفصاليه"),
        ("حذرت فرنسا الشرطة الكردية.", "الشرطة الكردية", "text:شرطه كرديه"),
        ("انتقدت مصر القوات السنية في العراق.", "القوات السنية", "text:قوات سنيه@IRQ"),
        ("انتقدت مصر الحكومة الشيعية في العراق.", "الحكومة الشيعية", "IRQ.حكومه"),
        # whom something befell
        ("استشهد تونسي برصاص الشرطة.", "تونسي", "text:تونسي"),
        ("قتل تونسي دهسا في المدينة.", "تونسي", "text:تونسي"),
        # nobody's own is whom he helps from outside
        ("اعتقلت الشرطة المدعومة من فرنسا المعارضين.", "الشرطة", "text:شرطه"),
        ("الجيش المدعوم من روسيا قصف إدلب.", "الجيش", "SYR.جيش"),
        # who leads an alliance is no part of its name, though it is known by him
        ("قصفت قوات التحالف بقيادة السعودية صعدة.", "قوات التحالف", "arab-coalition-yemen.قوات"),
        ("قصف التحالف بقيادة السعودية صعدة.", "التحالف", "arab-coalition-yemen"),
        # of whom a title stands before, and who is only where he was, in London
        ("رد الشيخ أحمد الحمود على الشيخ جابر المبارك من لندن. وقالت الحكومة إنها باقية.", "الحكومة", "KWT.حكومه"),
        # where the state that is spoken of most is not spoken of, of the one that is
        (
            "رفضت الكويت التقرير. وقال نواب الكويت في الكويت ذلك. وفي القاهرة أيدته مصر. وذكر وزير مصري أن مصر والحكومة ناقشتاه.",
            "والحكومة",
            "EGY.حكومه",
        ),
        ("رحبت إيران بالقرار. وقال وزير عراقي إن إيران جارة. وذكر أن الحكومة ناقشته.", "الحكومة", "IRN.حكومه"),
        # in which it is said to be, or of which its sentence begins to tell
        ("هددت إيران قطر. وصرح مصدر مسؤول في كينيا بأن إيران قوية.", "مصدر مسؤول", "KEN.مصدر"),
        ("هددت إيران قطر وقالت إيران إنها قوية. انتقدت الحكومة في نيروبي القرار.", "الحكومة", "KEN.حكومه"),
        ("هددت إيران قطر. وفي كينيا رفض البرلمان تهديد إيران.", "البرلمان", "KEN.برلمان"),
        ("هددت إيران قطر. أما في كينيا فقد اعتقلت الشرطة ناشطين.", "الشرطة", "KEN.شرطه"),
        ("هددت إيران قطر. وطالب السفير في كينيا بأن ترد إيران.", "السفير", "IRN.سفير"),
        ("هددت إيران قطر وقالت إيران إنها قوية. وفي كينيا قصف الجيش مواقع الحركة.", "الجيش", "IRN.جيش"),  # forces are abroad as often
        # a kind of state is none
        ("هددت إيران قطر. تحمي الدولة القومية الناس.", "الدولة القومية", "text:دوله قوميه"),
        ("هددت إيران قطر. تحمي الدولة القومية الناس. وقالت الدولة إنها قوية.", "الدولة", "IRN.دوله"),
        ("هددت إيران قطر. تعارض الأحزاب الدينية الثورة.", "الأحزاب الدينية", "text:احزاب دينيه"),
        # matters within are no ministry
        ("هددت إيران قطر. وقالت الداخلية إنها قوية.", "الداخلية", "IRN.داخليه"),
        # security that somebody has is no service
        ("هددت إيران الأمن القومي الكيني.", "الأمن القومي الكيني", "KEN"),
        ("هددت إيران كينيا وتشاد. وقتل الأمن محتجا في كينيا.", "الأمن", "KEN.امن"),
        # whom a relative clause ties to the state that is spoken of most is not its own
        ("هددت إيران جيرانها وإيران قوية. وتحكم الأحزاب التي تمولها إيران المدينة.", "الأحزاب", "text:احزاب"),
        ("هددت إيران قطر وإيران قوية. والحكومة التي تحكم إيران باقية.", "والحكومة", "IRN.حكومه"),
        # of whose office was just told
        ("قال متحدث باسم الشرطة «الإسرائيلية» إن الشرطة اعتقلت ثلاثة في رام الله.", "الشرطة", "ISR.شرطه"),
        # one policeman is not the police
        ("قتل رجل شرطة في بعقوبة. وأكد مصدر في الشرطة النبأ.", "الشرطة", "IRQ.شرطه"),
        # in texts on Israel and Palestine
        ("قصف الجنود غزة في فلسطين. وأعلن الكيان الحرب.", "الكيان", "ISR"),
        # in texts on Sudan that speak of them
        ("قصفت قوات الدعم السريع الفاشر في السودان. وانسحبت المليشيا من أم درمان.", "المليشيا", "rapid-support-forces"),
        ("قصفت المليشيا الفاشر في السودان.", "المليشيا", "text:مليشيا@SDN"),
        # a channel's name is a state and a day
        ("قالت روسيا اليوم الأحد إنها باقية.", "روسيا", "RUS"),
        ("قالت روسيا اليوم إن الحرب باقية.", "روسيا اليوم", "rt-arabic"),
        # a town that has a camp's name elsewhere
        ("قتل ثلاثة في منطقة الرشيدية شمال الموصل.", "منطقة الرشيدية", "rashidiya-mosul"),
        # in quotation marks, behind who is of it
        ("باغتت القوة عناصر «القاعدة» في الوادي.", "عناصر «القاعدة»", "al-qaeda"),
        # what may be a particle and its word
        ("دعا الأمين العام للأمم المتحدة بان كي مون إسرائيل إلى الهدوء.", "الأمين العام للأمم المتحدة", "ban-ki-moon"),
        # the army of who commands it
        ("قال وزير الدفاع الإسرائيلي إن الجيش قصف بيروت.", "الجيش", "ISR.جيش"),
        # two ministers are two, and the minister is the one that was named
        ("اتهم الرئيس العراقي رئيس الوزراء العراقي بالكذب.", "رئيس الوزراء العراقي", "IRQ.رييس وزراء"),
        ("دان وزير الدفاع المصري الهجوم. وقال الوزير المصري إنه متفائل.", "الوزير المصري", "EGY.وزير دفاع"),
        ("دانت وزيرة الخارجية السويدية الهجوم.", "وزيرة الخارجية السويدية", "SWE.وزير خارجيه"),
        ("دانت الحكومة المركزية في العراق الهجوم.", "الحكومة المركزية", "IRQ.حكومه"),
        ("زار الرئيس الفرنسي بيروت. وطالب بتشكيل حكومة جديدة.", "حكومة جديدة", "LBN.حكومه"),
        ("اتهمت إيران السعودية بالكذب. وقالت إيران إن الحكومة سترد.", "الحكومة", "IRN.حكومه"),
        # what flies is nobody's where nobody is named with it
        ("تعرض مطار بغداد لهجوم بثلاث طائرات مسيرة.", "طائرات مسيرة", "text:طايرات مسيره"),
        ("قصفت طائرات حربية حلب في سوريا.", "طائرات حربية", "text:طايرات حربيه"),
        ("قصفت طائرات الجيش حلب في سوريا.", "طائرات الجيش", "SYR.طايرات"),
        # however its first letter was cut
        ("أشاد الوزير بولي العهد السعودي.", "بولي العهد السعودي", "SAU.ولي عهد"),
        # power that somebody has, and power itself
        ("انتقدت إسرائيل البيان. واتهمت حماس السلطة بالكذب.", "السلطة", "palestinian-authority"),
        ("انتقدت إسرائيل البيان. ووصلت حماس إلى السلطة.", "السلطة", "ISR.سلطه"),
        # "father of" in another case is no Ethiopian
        ("قتل القيادي الملقب بأبي أحمد في العراق.", "بأبي أحمد", "text:ابي احمد@IRQ"),
        ("قال رئيس الوزراء الإثيوبي أبي أحمد إنه باق.", "رئيس الوزراء الإثيوبي أبي أحمد", "abiy-ahmed"),
        # an organ's own words name nobody else
        ("عقد مجلس الأمن الوطني جلسة في العراق.", "مجلس الأمن الوطني", "IRQ.مجلس امن وطني"),
        # a group's by a general noun
        ("شكلت السعودية التحالف العربي. وقصفت طائرات التحالف صنعاء.", "طائرات التحالف", "arab-coalition-yemen.طايرات"),
        ("قصفت قوات التحالف صنعاء. وقالت السعودية إن التحالف العربي باق.", "قوات التحالف", "arab-coalition-yemen.قوات"),
        ("قال حزب الله إنه باق. وانسحبت قوات الحزب من حلب.", "قوات الحزب", "hezbollah.قوات"),
        # a noun for a group before its name, and those who are of it
        ("اعتقلت مليشيا عصائب أهل الحق ناشطين.", "مليشيا عصائب أهل الحق", "asaib-ahl-al-haq"),
        ("هاجمت فصائل الجيش السوري الحر قوات النظام.", "فصائل الجيش السوري الحر", "free-syrian-army"),
        ("هاجم مقاتل من جبهة النصرة حاجزا.", "مقاتل", "text:مقاتل"),
        ("أعلنت ولاية سيناء مسؤوليتها.", "ولاية سيناء", "ansar-bayt-al-maqdis"),
        # whoever is told apart by its words is not the state's own
        ("خسر اليمن الحرب. وانسحبت قوات المخلوع من عدن.", "قوات المخلوع", "saleh-loyalist-forces"),
        ("خسر اليمن الحرب. وانسحبت قوات النظام من عدن.", "قوات النظام", "YEM.قوات"),
        ("خسر اليمن الحرب. وانسحبت القوات المسلحة من عدن.", "القوات المسلحة", "YEM.قوات"),
        ("خسر اليمن الحرب. وانسحبت القوات التابعة للحوثيين من عدن.", "القوات", "houthis.قوات"),
        ("خسرت سوريا الحرب. وقال رئيس المجلس إنه متفائل.", "رئيس المجلس", "SYR.رييس مجلس"),
        ("خسرت سوريا الحرب. وقال رئيس البلاد إنه متفائل.", "رئيس البلاد", "SYR.رييس"),
        ("انتقدت إسرائيل البيان. ودان وزراء خارجية الدول الهجوم.", "وزراء خارجية الدول", "text:وزراء خارجيه دول"),
        # a state's own organ does nothing to it as to another
        ("زار الملك سوريا.", "الملك", "text:ملك"),
        ("قال رئيس الوزراء الكويتي إنه باق. واتهمت الحكومة إيران. وهددت إيران الحكومة.", "الحكومة", "KWT.حكومه"),
        ("نشر الأردن قواته. ويواجه مهربين مدعومين بقوات عسكرية.", "بقوات عسكرية", "text:قوات عسكريه"),
        # another given name, another man
        ("قال محمد بن كردوس العامري إن الإمارات باقية.", "محمد بن كردوس العامري", "text:محمد بن كردوس عامري"),
        ("دعا حاتم بن سعد الحريري إلى الحوار.", "حاتم بن سعد الحريري", "text:حاتم بن سعد حريري"),
        # an office of one state, a man of another
        ("استقبل وزير الخارجية المصري جون كيري.", "وزير الخارجية المصري", "EGY.وزير خارجيه"),
        ("قال وزير الخارجية الأمريكي جون كيري إنه متفائل.", "وزير الخارجية الأمريكي جون كيري", "john-kerry"),
        # a citizen is no state
        ("اعتقلت إسرائيل فلسطينيا في القدس.", "فلسطينيا", "text:فلسطيني"),
        ("قال لي دبلوماسي عراقي إنه متفائل.", "دبلوماسي عراقي", "IRQ.دبلوماسي"),
        ("اعتقلت الشرطة مواطنا عراقيا.", "مواطنا عراقيا", "text:مواطن عراقي"),
        # by whose last name it goes
        ("زار أوباما إيران. ورحبت إدارة أوباما بالاتفاق مع إيران.", "إدارة أوباما", "barack-obama.اداره"),
        ("رحبت إيران بالاتفاق. ورفضت إدارة بوش الحوار.", "إدارة بوش", "george-w-bush.اداره"),
        ("دعت ليبيا إلى الحوار. وانسحبت كتيبة حفتر.", "كتيبة حفتر", "khalifa-haftar.كتيبه"),
        # whose name stands in quotation marks behind the office
        ('زار رئيس الحكومة البريطانية "ديفيد كاميرون" مصر.', 'رئيس الحكومة البريطانية "ديفيد كاميرون"', "david-cameron"),
        ('زار ولي العهد السعودي "الأمير محمد بن سلمان" مصر.', 'ولي العهد السعودي "الأمير محمد بن سلمان"', "mohammed-bin-salman"),
        # a body of a state that is not spoken of
        ("خسر اليمن الحرب. وانسحب الجيش الوطني من عدن.", "الجيش الوطني", "yemeni-national-army"),
        # a name in quotation marks is somebody's own, whatever a word of it or the place in it may be elsewhere
        ("هاجمت حركة «فجر دارفور» الجيش السوداني.", "حركة «فجر دارفور»", "text:حركه فجر دارفور"),
        ('أعلنت جماعة "أنصار الحق" مسؤوليتها.', 'جماعة "أنصار الحق"', "text:جماعه انصار حق"),
        ("قصفت كتيبة «شهداء الجبل» الجيش السوري.", "كتيبة «شهداء الجبل»", "text:كتيبه شهداء جبل"),
        # a known name may be a part of another's; an adjective of the whole only says where it is
        ("دعا حزب النهضة الوطنية السورية إلى الحوار.", "حزب النهضة الوطنية السورية", "text:حزب نهضه وطنيه سوريه"),
        ("دعا حزب النهضة التونسي إلى الحوار.", "حزب النهضة التونسي", "ennahda"),
        ("انضمت السويد لحلف الناتو.", "لحلف الناتو", "nato"),
        # by its state's name or by its adjective it is the same organ
        ("اتهمت فرنسا روسيا. وقالت حكومة فرنسا إنها سترد.", "حكومة فرنسا", "FRA.حكومه"),
        # whose army there is where a state has none, and whose what is called the occupation's
        ("قتل الجيش ثلاثة فلسطينيين في غزة.", "الجيش", "ISR.جيش"),
        ("اعتقلت قوات الاحتلال شابا فلسطينيا في جنين.", "قوات الاحتلال", "israeli-army"),
        ("هدمت بلدية الاحتلال منازل الفلسطينيين.", "بلدية الاحتلال", "ISR.بلديه"),
        ("انسحبت قوات الاحتلال من بغداد.", "قوات الاحتلال", "text:قوات احتلال"),
        ("زار بابا الفاتيكان العراق.", "بابا الفاتيكان", "VAT.بابا فاتيكان"),
        # a given name that opens a sentence before a full name is the verb that it may be
        ("أشرف قاسم سليماني على المفاوضات.", "قاسم سليماني", "qasem-soleimani"),
        ("لم ينس الوزير أن يشكر قطر.", "الوزير", "QAT.وزير"),
        ("شكر الوفد السلطان ودولة عمان.", "ودولة عمان", "OMN"),
        # an organ is the same one that was named with its state just before, whatever state else is spoken of most
        ("انتقد مجلس الوزراء التونسي روسيا. وشكر مجلس الوزراء روسيا لأن روسيا صديقة.", "مجلس الوزراء", "TUN.مجلس وزراء"),
        ("مدحت روسيا تونس. وشكر مجلس الوزراء روسيا لأن روسيا صديقة.", "مجلس الوزراء", "RUS.مجلس وزراء"),
        # sources are whoever's, how high they may be
        ("ذكرت مصادر رفيعة المستوى أن روسيا قصفت تركيا.", "مصادر رفيعة المستوى", "text:مصادر رفيعه مستوي"),
        # what is the enemy where the state is spoken of that is called so is somebody else elsewhere
        ("قصف العدو قرى في جنوب لبنان.", "العدو", "ISR"),
        ("أعلنت إسرائيل الحرب. وقصف العدو القرية.", "العدو", "ISR"),
        ("حرر الجيش الصومالي القرية من العدو في الصومال.", "العدو", "text:عدو"),
        ("طلبت الإدارة من العمال في تونس العودة.", "الإدارة", "text:اداره"),
        # parties who govern are not those who oppose them
        ("رفضت أحزاب المعارضة في تونس القرار. وأيدته أحزاب الحكومة.", "أحزاب المعارضة", "TUN.احزاب معارضه"),
        ("رفضت أحزاب المعارضة في تونس القرار. وأيدته أحزاب الحكومة.", "أحزاب الحكومة", "TUN.احزاب حكومه"),
        ("رفضت أحزاب المعارضة القرار. وأيدته الأحزاب السياسية في تونس.", "الأحزاب السياسية", "TUN.احزاب"),
        # the adjective of his group behind a title is no name of his
        ("قال القيادي الحوثي سالم الجمل إن القرار خطأ.", "القيادي الحوثي سالم الجمل", "text:سالم جمل"),
        ("قال الزعيم الحوثي عبد الملك الحوثي إن القرار خطأ.", "الزعيم الحوثي عبد الملك الحوثي", "abdul-malik-al-houthi"),
        ("قصفت قيادة عمليات البصرة القرية في العراق.", "قيادة عمليات البصرة", "IRQ.قياده بصره"),
        # nor is the town that a title is annexed to
        ("قال خطيب سامراء سالم العلي إن القرار خطأ.", "خطيب سامراء سالم العلي", "text:سالم علي"),
        # a weak name that closes with its quotation mark
        ("انتقد البشير حزب «المؤتمر الوطني» القوي في السودان.", "حزب «المؤتمر الوطني»", "national-congress-party-sudan"),
    ],
)
def test_who_it_is(text: str, words: str, actor: str, prepare: Prepare) -> None:
    assert ids(prepare(text), words) == [actor]


@pytest.mark.parametrize(
    ("text", "ident"),
    [
        ("قال إن حركته باقية.", "text:حركه"),
        ("شكرت إسرائيل حلفاءها.", "text:حلفاء اسراييل"),
        ("تحدثت إسرائيل مع حلفائها.", "text:حلفاء اسراييل"),
        ("شكرها حلفاؤها.", "text:حلفاء"),
        # nor does the case of a plural that is whole as it stands
        ("دعم الوزير أساتذتنا.", "text:اساتذه"),
        ("ساعدت قطر ضحايا القصف.", "text:ضحايا"),
        ("هاجم الخطيب شياطين المدينة.", "text:شياطين"),
        ("هاجم الجيش المسلحين.", "text:مسلحون"),
        ("عاقبت كندا معرقلي الانتخابات.", "text:معرقلو انتخابات"),
        ("قتل الجيش مدنيا.", "text:مدني"),
        # before an owner too, and of two
        ("هاجم الجيش مقاتلي القرية.", "text:مقاتلو قريه"),
        ("ساعدت قطر لاجئي المخيم.", "text:لاجيو مخيم"),
        ("دعا الوزير البلدين إلى التهدئة.", "text:بلدان"),
    ],
)
def test_a_pronoun_changes_no_id(text: str, ident: str, prepare: Prepare) -> None:
    assert ident in {p.actor.id for p in prepare(text).phrases if p.actor is not None}


def test_an_organ_behind_a_pronoun_is_the_same_organ(prepare: Prepare) -> None:
    draft = prepare("رفضت الحكومة التونسية القرار. وقال رئيسها إن حكومته باقية.")
    organs = [p.actor.id for p in draft.phrases if p.actor is not None and p.kind == "organ"]
    assert [ident for ident in organs if ident.endswith(".حكومه")] == ["TUN.حكومه"] * 2


def test_an_organ_that_is_told_apart_is_told_apart_once(prepare: Prepare) -> None:
    draft = prepare("إدارة الرئيس الأمريكي تدرس القرار. وتدعم إدارة الرئيس الأمريكي إسرائيل.")
    assert ids(draft, "إدارة الرئيس الأمريكي") == ["USA.اداره رييس امريكي"]


def test_an_adjective_in_the_plural_is_of_all_before_it(prepare: Prepare) -> None:
    draft = prepare("زار الساسة ورجال الأعمال الأمريكيون طهران.")
    assert [p.actor.id for p in draft.phrases if p.kind == "organ" and p.actor is not None] == ["USA.ساسه", "USA.رجال اعمال"]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("قصفت طائرات التحالف مواقع في صنعاء.", "طائرات التحالف", "arab-coalition-yemen.طايرات"),
        ("قصف التحالف داعش في الموصل.", "التحالف", "anti-isis-coalition"),
        ("انتقد التحالف الحكومة في بغداد.", "التحالف", "text:تحالف@IRQ"),
        ("يقاتل الحوثيون الشرعية في عدن.", "الشرعية", "yemen-legitimate-government"),
        ("نقلت الشرطة المصرية الرئيس المعزول إلى المحكمة.", "الرئيس المعزول", "mohamed-morsi"),
        ("طالب الحوثيون دول التحالف بوقف القصف على اليمن.", "دول التحالف", "arab-coalition-yemen"),
    ],
)
def test_who_is_known_by_a_word_where_it_happens(text: str, words: str, actor: str, prepare: Prepare) -> None:
    assert ids(prepare(text), words) == [actor]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("رفض المرشد التفاوض مع واشنطن.", "المرشد", "IRN.مرشد"),
        ("انتقد السيسي الإخوان والمرشد وزار القاهرة.", "والمرشد", "muslim-brotherhood.مرشد"),
        ("انتقد ترامب والكونغرس الأمريكي الملك، وقال إن السعودية لا تدفع لأمريكا.", "الملك", "SAU.ملك"),
        ("استقبل ترامب في واشنطن الملك.", "الملك", "text:ملك@USA"),  # which of all the kings
        ("دعم الأمير السعودية في أمريكا، وزار الرياض.", "الأمير", "SAU.امير"),  # a prince
        ("دعا رئيس غرفة التجارة الحكومة الأردنية إلى الحوار.", "رئيس غرفة", "JOR.رييس غرفه"),
    ],
)
def test_a_ruler_is_of_a_state_that_has_one(text: str, words: str, actor: str, prepare: Prepare) -> None:
    assert ids(prepare(text), words) == [actor]


@pytest.mark.parametrize("place", ["مقر", "مقرات", "مبنى"])
def test_a_seat_is_whose_it_is(place: str, prepare: Prepare) -> None:
    draft = prepare(f"اقتحم المحتجون {place} السفارة الإيرانية في بغداد.")
    assert ids(draft, "السفارة الإيرانية") == ["IRN.سفاره"]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("قالت صحيفة ديلي تلجراف إن الحرب قريبة.", "صحيفة ديلي تلجراف", "daily-telegraph"),
        ("قالت صحيفة فرنسية إن الحرب قريبة.", "صحيفة فرنسية", "FRA.صحيفه"),
    ],
)
def test_a_paper_is_called_by_its_kind_and_name(text: str, words: str, actor: str, prepare: Prepare) -> None:
    assert ids(prepare(text), words) == [actor]


@pytest.mark.parametrize(
    ("text", "service"),
    [
        ("بحث الوزير التونسي الأمن السيبراني مع قطر.", False),
        ("تدعم قطر الأمن والاستقرار في تونس.", False),
        ("تدعم قطر السلم والأمن في تونس.", False),
        ("اعتقل الأمن ناشطين في تونس.", True),
        ("قتل الأمن والجيش ناشطين في تونس.", True),
    ],
)
def test_safety_is_no_service_beside_peace_or_by_its_adjective(text: str, service: bool, prepare: Prepare) -> None:
    assert ("TUN.امن" in {p.actor.id for p in prepare(text).phrases if p.actor is not None}) == service


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        (
            "التقى الأمين العام لحزب الفجر الأمين العام لحزب النهار.",
            ["text:امين عام حزب فجر", "text:امين عام حزب نهار"],
        ),
        (
            "اتهم الأمين العام لحزب الفجر كندا. وقال الأمين العام للحزب إن كينيا تدعمها. وهاجم الأمين العام فنلندا.",
            ["text:امين عام حزب فجر"] * 3,
        ),
        ("التقى الأمين العام لحزب الفجر الأمين العام للجامعة العربية.", ["text:امين عام حزب فجر", "arab-league.امين عام"]),
        ("رد المتحدث باسم حزب الفجر على المتحدث باسم حزب النهار.", ["text:متحدث باسم حزب فجر", "text:متحدث باسم حزب نهار"]),
    ],
)
def test_an_office_is_of_the_party_that_is_named_with_it(text: str, holders: list[str], prepare: Prepare) -> None:
    found = [p.actor.id for p in prepare(text).phrases if p.kind == "organ" and p.actor is not None]
    assert found == holders
