"""The report's own words, in English and in Arabic."""

from __future__ import annotations

from typing import Final

from ahlaf.exchange.report.content import Language

WORDS: Final[dict[str, tuple[str, str]]] = {
    "report": ("Who stands with whom, according to whom", "مَن مع مَن، ووفق مَن"),
    "of": ("Report on the project", "تقرير عن المشروع"),
    "chosen": ("Only claims that pass these filters", "الأقوال المختارة بهذه المرشّحات فقط"),
    "contents": ("Contents", "المحتويات"),
    "summary": ("Summary", "الخلاصة"),
    "map": ("Map", "الخريطة"),
    "alliances": ("Alliances and camps", "الأحلاف والمعسكرات"),
    "tensions": ("Tensions", "التناقضات"),
    "claims": ("Claims and their words", "الأقوال ونصوصها"),
    "method": ("How this was made", "كيف أُعدّ هذا التقرير"),
    # summary
    "documents": ("Documents in the project", "مستندات المشروع"),
    "coded": ("Documents that the chosen claims stand in", "مستندات الأقوال المختارة"),
    "claims_count": ("Claims", "الأقوال"),
    "actors": ("Actors on the map", "الفاعلون على الخريطة"),
    "edges": ("Ties on the map", "العلاقات على الخريطة"),
    "period": ("Articles dated", "تواريخ المقالات"),
    "to": ("to", "إلى"),
    "as_of": ("Stands after decision", "الحالة بعد القرار"),
    "never": ("none yet", "لا قرار بعد"),
    "statuses": ("How the claims were decided", "ما تقرر في الأقوال"),
    "who": ("Who decided on these claims", "من بتّ في هذه الأقوال"),
    "nobody": (
        "Nobody has decided on any of these claims: all are as the program found them.",
        "لم يبتّ أحد في هذه الأقوال: كلها كما وجدها البرنامج.",
    ),
    "voices": ("Who says it", "مَن القائل"),
    "voice": ("Voice", "القائل"),
    "author": ("the author", "الكاتب"),
    "authors": ("the authors", "الكتّاب"),
    "outlets": ("Where it was printed", "أين نُشرت"),
    "outlet": ("Outlet", "الجهة الناشرة"),
    "count": ("Claims", "الأقوال"),
    "and_more": ("and others", "وغيرها"),
    # map
    "alt": (
        "A map of {actors} actors with {edges} ties; the table below it says the same in words.",
        "خريطة فيها {actors} من الفاعلين و{edges} من العلاقات؛ والجدول تحتها يقول ما فيها كلاماً.",
    ),
    "legend": (
        (
            "A blue whole line with + binds, a red dashed line with − divides; the heavier the wider. Colours are the two "
            "camps that leave the least to be doubted."
        ),
        (
            "الخط الأزرق المتصل ومعه + يجمع، والأحمر المتقطع ومعه − يفرّق، وكلما ثقل الخط اتسع. والألوان للمعسكرين اللذين "
            "يُبقيان أقل الشك."
        ),
    ),
    "empty_map": ("No chosen claim ties two actors, so there is no map.", "لا يربط أيّ من الأقوال المختارة بين فاعلَين، فلا خريطة."),
    "edges_table": ("The ties, the heaviest first; each leads to its claims.", "العلاقات، أثقلها أولاً، وكل منها يقود إلى أقوالها."),
    "source": ("Source", "المصدر"),
    "target": ("Target", "الهدف"),
    "sign": ("Sign", "الإشارة"),
    "binds": ("binds", "يجمع"),
    "divides": ("divides", "يفرّق"),
    "weight": ("Weight", "الوزن"),
    "for": ("For", "مع"),
    "against": ("Denied", "نفي"),
    "voices_count": ("Voices", "أصوات"),
    "documents_count": ("Documents", "مستندات"),
    "dates": ("Dates", "التواريخ"),
    "more_edges": ("{more} lighter ties are not listed.", "لم تُدرج {more} من العلاقات الأخف."),
    # alliances
    "declared": ("Declared: what the texts say belongs together", "المعلن: ما تقول النصوص إنه حلف أو عضوية"),
    "member": ("Member", "العضو"),
    "alliance": ("Alliance or body", "الحلف أو الجسم"),
    "no_alliances": ("No chosen claim declares a membership.", "لا يعلن أيّ من الأقوال المختارة عضوية."),
    "camps": ("Drawn: the two camps that leave the least to be doubted", "المستنتج: المعسكران اللذان يُبقيان أقل الشك"),
    "camp": ("Camp", "المعسكر"),
    "doubt": ("Weight of what these camps leave to be doubted", "وزن ما يتركه هذا التقسيم موضع شك"),
    "no_camps": ("Without ties there are no camps.", "لا معسكرات حيث لا علاقات."),
    # tensions
    "no_tensions": ("No tension: what is said here can all hold together.", "لا تناقض: كل ما قيل هنا يمكن أن يصحّ معاً."),
    "some_tensions": ("The first {shown} of {all}.", "أول {shown} من {all}."),
    "score": ("score", "الدرجة"),
    "mass": ("weight", "الوزن"),
    "quotes_more": ("and {more} more", "و{more} غيرها"),
    # claims
    "some_claims": (
        "{shown} of {all} claims are quoted here, those between the most spoken of first.",
        "هنا {shown} من {all} من الأقوال، وأولها ما بين أكثر مَن يُتحدث عنهم.",
    ),
    "no_claims": ("No claim passes these filters.", "لا قول يجتاز هذه المرشّحات."),
    "and": ("and", "و"),
    "one_end": ("{name}, the other end not named", "{name}، والطرف الآخر غير مسمّى"),
    "no_end": ("Neither end named", "لا طرف مسمّى"),
    "nameless": ("somebody not named", "طرف غير مسمّى"),
    "claim": ("Claim", "القول"),
    "denied": ("denied", "منفيّ"),
    "document": ("Document", "المستند"),
    "written": ("Author", "الكاتب"),
    "date": ("Date", "التاريخ"),
    "unknown": ("not known", "غير معروف"),
    # method
    "truth": ("Ahlaf never says what is true; it says who says it.", "لا يقول «أحلاف» ما هو صحيح، بل يقول مَن قاله."),
    "machine": (
        (
            "Claims were found by a program and may be wrong: take those that nobody has confirmed as places to read. How "
            "often it errs is measured, and written in the program's README under “How well it reads”."
        ),
        (
            "وجد البرنامجُ هذه الأقوال وقد يخطئ: فخذ ما لم يؤكده أحد مواضعَ للقراءة لا بيانات. ومقدار خطئه مقيس ومكتوب في "
            "ملف README للبرنامج تحت «How well it reads»."
        ),
    ),
    "weighed": (
        (
            "A claim weighs credence × modality × relation, one voice counts once, near copies of an article are one "
            "story, what a person refused weighs nothing. Relations and their signs follow PLOVER."
        ),
        (
            "وزن القول حاصل ضرب احتماله وصيغته وعلاقته، والصوت الواحد يُعدّ مرة، ونسخ المقال المتقاربة خبر واحد، وما رفضه "
            "إنسان لا وزن له. والعلاقات وإشاراتها على نهج PLOVER."
        ),
    ),
    "coder": ("Found by", "وجدها"),
    "book": ("rule book", "كتاب القواعد"),
    "written_by": ("Written by", "كتب التقرير"),
    "settings": ("Weights and lifts set otherwise", "أوزان ورفوع غُيّرت"),
}

_NAMES: Final[dict[str, tuple[str, str]]] = {
    "asserted": ("asserted", "مؤكَّد"),
    "alleged": ("alleged", "مزعوم"),
    "intended": ("intended", "مقصود"),
    "normative": ("demanded", "مطلوب"),
    "hypothetical": ("supposed", "مفترض"),
    "questioned": ("asked", "مسؤول عنه"),
    "new": ("not reviewed", "لم يُراجَع"),
    "confirmed": ("confirmed", "مؤيَّد"),
    "corrected": ("corrected", "مصحَّح"),
    "refused": ("refused", "مرفوض"),
    "unsure": ("unsure", "غير محسوم"),
    "disputed": ("disputed", "مختلف فيه"),
    "confirm": ("confirmed", "أيّد"),
    "correct": ("corrected", "صحّح"),
    "refuse": ("refused", "رفض"),
    "both ways": ("said both ways", "قيل على الوجهين"),
    "circle": ("circle", "دائرة"),
    "member helps": ("a member helps what its alliance fights", "عضو يساعد ما يحاربه حلفه"),
    "founder": ("a founder fights what it made", "مؤسس يحارب ما أسّس"),
    "word and deed": ("word and deed", "قول وفعل"),
    "left out": ("left out", "مستبعَد"),
    "smallest doubt": ("the smallest doubt", "أقل الشك"),
}


def word(key: str, language: Language, **values: object) -> str:
    """A phrase of the report's own.

    >>> word("some_tensions", "en", shown=2, all=5)
    'The first 2 of 5.'
    """
    return WORDS[key][language == "ar"].format(**values)


def named(code: str, language: Language) -> str:
    """A code of the program's (a modality, a status, a verdict, a kind of tension) in words; itself where it has none."""
    found = _NAMES.get(code)
    return found[language == "ar"] if found else code
