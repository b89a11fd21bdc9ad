"""The report's own words, in English and in Arabic; what other pages and commands call things too is in the vocabulary."""

from __future__ import annotations

from typing import Final

from ahlaf.exchange.report.content import Language
from ahlaf.exchange.vocabulary import TERMS

WORDS: Final[dict[str, tuple[str, str]]] = {
    "report": ("Who stands with whom, according to whom", "مَن مع مَن، ووفق مَن"),
    "of": ("Report on the project", "تقرير عن المشروع"),
    "chosen": ("Only claims that pass these filters", "الادعاءات المختارة بهذه المرشّحات فقط"),
    "contents": ("Contents", "المحتويات"),
    "summary": ("Summary", "الخلاصة"),
    "map": ("Map", "الخريطة"),
    "alliances": ("Alliances and camps", "الأحلاف والمعسكرات"),
    "tensions": ("Tensions", "التناقضات"),
    "claims": ("Claims and their words", "الادعاءات ونصوصها"),
    "method": ("How this was made", "كيف أُعدّ هذا التقرير"),
    # what matters
    "brief": ("In brief", "أهم ما فيه"),
    "brief_nothing": ("Nothing here ties two actors.", "لا شيء هنا يربط فاعلَين."),
    "brief_how": (
        "The heaviest ties, each with the surest words that say it; all the rest stands below, folded, and is printed whole.",
        "أثقل العلاقات، ومع كل منها أرجح ما قيل فيها؛ والباقي كله أدناه مطويّ، ويُطبع كاملاً.",
    ),
    "brief_plus": ("Who is said to stand with whom", "مَن يُقال إنه مع مَن"),
    "brief_minus": ("Who is said to stand against whom", "مَن يُقال إنه ضد مَن"),
    "brief_tensions": ("What cannot all hold", "ما لا يجتمع"),
    # summary
    "documents": ("Documents in the project", "وثائق المشروع"),
    "coded": ("Documents that the chosen claims stand in", "وثائق الادعاءات المختارة"),
    "claims_count": TERMS["claims"],
    "actors": ("Actors on the map", "الفاعلون على الخريطة"),
    "edges": ("Ties on the map", "العلاقات على الخريطة"),
    "period": ("Articles dated", "تواريخ المقالات"),
    "to": ("to", "إلى"),
    "as_of": ("Stands after decision", "الحالة بعد القرار"),
    "never": ("none yet", "لا قرار بعد"),
    "statuses": ("How the claims were decided", "ما تقرر في الادعاءات"),
    "who": ("Who decided on these claims", "من بتّ في هذه الادعاءات"),
    "nobody": (
        "Nobody has decided on any of these claims: all are as the program found them.",
        "لم يبتّ أحد في هذه الادعاءات: كلها كما وجدها البرنامج.",
    ),
    "voices": ("Who says it", "مَن القائل"),
    "voice": TERMS["voice"],
    "author": TERMS["author"],
    "authors": ("the authors", "الكتّاب"),
    "outlets": ("Where it was printed", "أين نُشرت"),
    "outlet": TERMS["outlet"],
    "count": TERMS["claims"],
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
            "يُبقيان أصغر شك."
        ),
    ),
    "empty_map": ("No chosen claim ties two actors, so there is no map.", "لا يربط أيّ من الادعاءات المختارة بين فاعلَين، فلا خريطة."),
    "edges_table": ("The ties, the heaviest first; each leads to its claims.", "العلاقات، أثقلها أولاً، وكل منها يقود إلى ادعاءاتها."),
    "source": TERMS["source"],
    "target": TERMS["target"],
    "sign": TERMS["sign"],
    "binds": ("binds", "يجمع"),
    "divides": ("divides", "يفرّق"),
    "weight": TERMS["weight"],
    "for": TERMS["mass_for"],
    "against": TERMS["mass_against"],
    "voices_count": TERMS["voices"],
    "documents_count": TERMS["documents"],
    "dates": ("Dates", "التواريخ"),
    "next_edges": ("The lighter ties ({more})", "العلاقات الأخف ({more})"),
    "more_edges": ("{more} lighter ties are not listed.", "لم تُدرج {more} من العلاقات الأخف."),
    # alliances
    "declared": ("Declared: what the texts say belongs together", "المعلن: ما تقول النصوص إنه حلف أو عضوية"),
    "next_members": ("More memberships ({more})", "عضويات أخرى ({more})"),
    "camp_more": ("and {more} more", "و{more} غيرهم"),
    "member": ("Member", "العضو"),
    "alliance": ("Alliance or body", "الحلف أو الجسم"),
    "no_alliances": ("No chosen claim declares a membership.", "لا يعلن أيّ من الادعاءات المختارة عضوية."),
    "camps": ("Drawn: the two camps that leave the least to be doubted", "المستنتج: المعسكران اللذان يُبقيان أصغر شك"),
    "camp": TERMS["camp"],
    "doubt": ("Weight of what these camps leave to be doubted", "وزن ما يتركه هذا التقسيم موضع شك"),
    "no_camps": ("Without ties there are no camps.", "لا معسكرات حيث لا علاقات."),
    # tensions
    "no_tensions": ("No tension: what is said here can all hold together.", "لا تناقض: كل ما قيل هنا يمكن أن يصحّ معاً."),
    "some_tensions": ("The first {shown} of {all}.", "أول {shown} من {all}."),
    "score": TERMS["score"],
    "mass": ("weight", "الوزن"),
    "sides": ("The words of every side ({sides})", "كلمات كل جانب ({sides})"),
    "quotes_more": ("and {more} more", "و{more} غيرها"),
    # time
    "time": ("Over time", "عبر الزمن"),
    "time_how": (
        "A claim stands at the time that it speaks of, where it tells one, and else at its document's date.",
        "يوضع الادعاء في الزمن الذي يتحدث عنه حيث يذكره، وإلا ففي تاريخ وثيقته.",
    ),
    "time_undated": (
        "Without a date that is exact enough: {n}.",
        "بلا تاريخ محدد بما يكفي: {n}.",
    ),
    "time_elsewhere": (
        "On a time outside these periods: {n}.",
        "عن زمن خارج هذه المدد: {n}.",
    ),
    "time_days": ("What was claimed, day by day", "ما ادُّعي يوماً بيوم"),
    "time_months": ("What was claimed, month by month", "ما ادُّعي شهراً بشهر"),
    "time_years": ("What was claimed, year by year", "ما ادُّعي سنة بسنة"),
    "time_period": ("When", "متى"),
    "time_plus": ("Weight that binds", "وزن ما يجمع"),
    "time_minus": ("Weight that divides", "وزن ما يفرّق"),
    "time_turned": ("Ties that turned", "علاقات انقلبت"),
    "time_steady": ("No tie turned from one sign to the other.", "لم تنقلب علاقة من إشارة إلى أخرى."),
    "time_some": ("{shown} of {all}, those of which most is said.", "{shown} من أصل {all}، وهي التي قيل فيها أكثر من غيرها."),
    # claims
    "some_claims": (
        "{shown} of {all} claims are quoted here, those between the most spoken of first.",
        "هنا {shown} من {all} من الادعاءات، وأولها ما بين أكثر مَن يُتحدث عنهم.",
    ),
    "pair_claims": (
        "Claims quoted here: {count}, of which {plus} bind and {minus} divide",
        "ما اقتُبس هنا من ادعاءات: {count}، منها {plus} تجمع و{minus} تفرّق",
    ),
    "next_pairs": ("All other pairs ({pairs}), with fewer claims each", "بقية الأزواج ({pairs})، ولكل منها ادعاءات أقل"),
    "no_claims": ("No claim passes these filters.", "لا ادعاء يجتاز هذه المرشّحات."),
    "and": ("and", "و"),
    "one_end": ("{name}, the other end not named", "{name}، والطرف الآخر غير مسمّى"),
    "no_end": ("Neither end named", "لا طرف مسمّى"),
    "nameless": ("somebody not named", "طرف غير مسمّى"),
    "claim": TERMS["claim"],
    "denied": ("denied", "منفي"),
    "document": TERMS["document"],
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
            "وجد البرنامجُ هذه الادعاءات وقد يخطئ: فخذ ما لم يؤكده أحد مواضعَ للقراءة لا بيانات. ومقدار خطئه مقيس ومكتوب في "
            "ملف README للبرنامج تحت «How well it reads»."
        ),
    ),
    "weighed": (
        (
            "A claim weighs credence × modality × relation, one voice counts once, near copies of an article are one "
            "story, what a person refused weighs nothing. Relations and their signs follow PLOVER."
        ),
        (
            "وزن الادعاء حاصل ضرب رجحانه وصيغته وعلاقته، والصوت الواحد يُعدّ مرة، ونسخ المقال المتقاربة خبر واحد، وما رفضه "
            "إنسان لا وزن له. والعلاقات وإشاراتها على نهج PLOVER."
        ),
    ),
    "coder": ("Found by", "وجدها"),
    "book": ("rule book", "كتاب القواعد"),
    "written_by": ("Written by", "كتب التقرير"),
    "settings": ("Weights and lifts set otherwise", "أوزان ورفوع غُيّرت"),
}

def word(key: str, language: Language, **values: object) -> str:
    """A phrase of the report's own.

    >>> word("some_tensions", "en", shown=2, all=5)
    'The first 2 of 5.'
    """
    return WORDS[key][language == "ar"].format(**values)
