"""What a person reads in the tables and texts of the commands, in English and in Arabic: headings, kinds, short answers.

Programs read the same keys and kinds in every language (``--format json``); only what is written for people is put
into Arabic. What report and workbench call by a name too is in the vocabulary that all share.

A heading is its own English. Where one English word heads two different things, what tells them apart follows a bar, as
gettext's contexts do: ``for|reasons``.

>>> arabic("smallest doubt"), arabic("between 1 and 2.5"), arabic("العراق"), arabic("1.3 (proved)")
('أصغر شك', 'بين 1 و2.5', 'العراق', '1.3 (مبرهَن)')
>>> said("for|reasons", "en"), said("for|reasons", "ar"), said("for", "ar")
('for', 'لماذا', 'مع')
>>> message("shown", "ar", shown=2, all=5)
'المعروض 2 من 5: `--limit 0` يعرض الكل'
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ahlaf.exchange.vocabulary import CODES, TERMS, numbered

if TYPE_CHECKING:
    from ahlaf.exchange.report.content import Language

_WORDS: Final = {
    **{key: ar for key, (_, ar) in (TERMS | CODES).items()},
    # columns of the network
    "deniers": "النافون",
    "first": "أول تاريخ",
    "last": "آخر تاريخ",
    "voice_of": "القائل",
    "actor": "الفاعل",
    "hold": "التمسك",
    "between": "بين المعسكرين",
    "stability": "الثبات",
    "declared": "عضويته المعلنة",
    "apart_from": "مفارق لـ",
    "change": "التغير",
    "what": "ماذا",
    "before": "قبل",
    "after": "بعد",
    "start": "البداية",
    "end": "النهاية",
    "actors": "فاعلون",
    "plus": "ما يجمع",
    "minus": "ما يفرّق",
    "doubt": "أصغر شك",
    "balance": "التوازن",
    "turned": "ما انقلب",
    "moved": "من انتقل",
    "row": "الصف",
    "column": "العمود",
    "value": "القيمة",
    "middle": "الوسط",
    "sayings": "أقوال",
    "concept": "المقولة",
    "loss": "الفاقد",
    "penalised": "الفاقد بعد الجزاء",
    "exact": "تام",
    "measure": "المقياس",
    "camps": "المعسكران",
    # columns of claims, documents, actors and decisions
    "relation": "العلاقة",
    "modality": "صيغة القول",
    "polarity": "الإثبات والنفي",
    "found by": "وجده",
    "words": "الكلمات",
    "id": "الرقم",
    "id|actor": "المعرّف",
    "date": "التاريخ",
    "status": "الحالة",
    "state": "القراءة",
    "title": "العنوان",
    "name": "الاسم",
    "kind": "النوع",
    "country": "الدولة",
    "sector": "القطاع",
    "decision": "القرار",
    "who": "صاحبه",
    "when": "وقته",
    "of": "في شأن",
    "says": "مضمونه",
    "note": "ملاحظة",
    "verdict": "الحكم",
    "at": "عند",
    "what|origin": "الوثيقة",
    "why": "السبب",
    "may be": "ربما هو",
    "for|reasons": "لماذا",
    "for": "مع",
    "against": "ضد",
    "mixed": "مع وضد",
    "unsettled": "غير محسوم",
    "stand": "الموقف",
    "agree": "نسبة الاتفاق",
    "add|stage": "الإضافة",
    "code|stage": "القراءة",
    "machine|coder": "أحلاف",
    "Cohen's κ": "κ كوهين",
    "Fleiss' κ": "κ فلايس",
    "Krippendorff's α": "α كريبندورف",
    "all coders": "كل المراجعين",
    "not defined": "غير معرَّف",
    # what a project holds
    "actors|held": "الفاعلون",
    "coded": "قُرئ منها",
    "coder": "القارئ",
    "decisions": "القرارات",
    "orphaned": "بلا ادعاء",
    "set aside": "نُحّي",
    "waiting|state": "ينتظر",
    "coded|state": "مقروء",
    "failed|state": "تعذّر",
    # kinds of decisions
    "add|decision": "إضافة وثائق",
    "remove|decision": "استبعاد وثيقة",
    "confirm|decision": "تأكيد ادعاء",
    "correct|decision": "تصحيح ادعاء",
    "refuse|decision": "رفض ادعاء",
    "unsure|decision": "تردّد في ادعاء",
    "claim|decision": "إضافة ادعاء",
    "merge|decision": "دمج فاعلين",
    "split|decision": "فصل فاعل",
    "rename|decision": "تغيير اسم",
    "alias|decision": "إضافة اسم",
    "code|decision": "تصنيف فاعل",
    "apart|decision": "إبقاء فاعلين منفصلين",
    "undo|decision": "تراجع",
    # kinds of actors
    "state|kind": "دولة",
    "organ|kind": "جهاز دولة",
    "force|kind": "قوة مسلحة",
    "armed-group|kind": "جماعة مسلحة",
    "party|kind": "حزب",
    "person|kind": "شخص",
    "organisation|kind": "منظمة",
    "alliance|kind": "حلف",
    "people|kind": "شعب",
    "social-group|kind": "جماعة اجتماعية",
    "city|kind": "مدينة",
    "province|kind": "محافظة",
    "region|kind": "منطقة",
    "place|kind": "مكان",
    "base|kind": "قاعدة",
    "border|kind": "حدود",
    "camp|kind": "مخيم",
    "country|kind": "بلد",
    # why actors may be one
    "the same words": "الكلمات نفسها",
    "one name holds the other": "أحد الاسمين في الآخر",
    "one letter differs": "الفرق حرف واحد",
    "the same Latin name": "الاسم اللاتيني نفسه",
    "both in 1 article": "كلاهما في مقالة واحدة",
    "both in 2 articles": "كلاهما في مقالتين",
    # kinds of change
    "new actor": "فاعل جديد",
    "tension gone": "تناقض زال",
    "tension new": "تناقض جديد",
    "tension changed": "تناقض تغير",
    "changed camp": "غيّر معسكره",
    "joins camp": "انضم إلى معسكر",
    # values
    "yes": "نعم",
    "polarization": "الاستقطاب",
    "separation": "الانفصال",
    "rules": "القواعد",
    "llm": "نموذج لغوي",
}
_SHAPES: Final = (
    (re.compile(r"(\S+) \(proved\)"), r"\1 (مبرهَن)"),
    (re.compile(r"between (\S+) and (\S+)"), r"بين \1 و\2"),
    (re.compile(r"both in ((?:\d*0)?[3-9]|\d*10) articles"), r"كلاهما في \1 مقالات"),
    (re.compile(r"both in (\d+) articles"), r"كلاهما في \1 مقالة"),
)

_MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "narrow": ("not shown, for the terminal is narrow: {names}", "لم يُعرض لضيق الشاشة: {names}"),
    "shown": ("{shown} of {all} shown: --limit 0 shows all", "المعروض {shown} من {all}: `--limit 0` يعرض الكل"),
    "no claims": ("no claim passes these filters", "لا ادعاء يجتاز هذه المرشّحات"),
    "not coded": ("no claims yet: `ahlaf code {project}` finds them", "لا ادعاءات بعد: `ahlaf code {project}` يستخرجها"),
    "no documents": ("there are no documents here yet", "لا وثائق هنا بعد"),
    "no such documents": ("no document passes these filters", "لا وثيقة تجتاز هذه المرشّحات"),
    "none removed": ("no document was removed", "لم تُزَل وثيقة"),
    "none set aside": ("nothing was set aside", "لم يُنحَّ شيء"),
    "no decisions": ("nothing was decided yet", "لا قرار بعد"),
    "no orphans": ("every review has its claim", "لكل مراجعة ادعاؤها"),
    "no actors": ("no claim names an actor yet", "لا ادعاء يسمّي فاعلًا بعد"),
    "no candidates": ("no two actors look like one", "لا فاعلين يشبه أن يكونا واحدًا"),
    "none decided twice": ("no two people have decided on one claim yet", "لم يقرّر شخصان في ادعاء واحد بعد"),
    "none machine": ("no claim has been reviewed yet", "لم يُراجع أي ادعاء بعد"),
    "nothing holds": ("nothing holds {words}", "لا وثيقة فيها {words}"),
    "nothing sought": (
        "{words} names no word that must be there: give one beside what must not",
        "ليس في {words} كلمة مطلوبة: اكتب كلمة مع ما لا تريده",
    ),
    "unread": ("{failed} of {all} could not be read", "تعذّرت قراءة {failed} من {all}"),
    "summary": (
        "Who is for and against whom: {pairs} from {claims} in {documents}",
        "من مع من، ومن ضد من: {pairs} من {claims} في {documents}",
    ),
    "more pairs": ("and {more} more pairs", "و{more} غيرها"),
    "without copies": ("{all} ({once} without near copies)", "{all} ({once} بلا النسخ المتقاربة)"),
    "from to": ("{first} to {last}", "من {first} إلى {last}"),
    "rule book": ("rule book", "كتاب القواعد"),
    "prompt and rule book": ("prompt and rule book", "التوجيه وكتاب القواعد"),
    "orphans": ("{n} review(s) without their claim", "{n} من المراجعات بلا ادعائها"),
    # what is found in a project that is examined
    "fault": ("fault: {check}: {says}", "خلل (`{check}`): {says}"),
    "note": ("note: {check}: {says}", "تنبيه (`{check}`): {says}"),
    "faults": ("{n} fault(s) found", "مواضع الخلل: {n}"),
    "sound": ("all is as it should be", "كل شيء كما ينبغي"),
    "undone": ("{what} (undone)", "{what} (جرى التراجع عنه)"),
    "found": ("found by {who}", "وجده {who}"),
    "differs": ("{who}, not {fields}", "{who}، إلا {fields}"),
    # what was done to a project
    "read only": (
        "{project} may not be written to: it is open for reading alone",
        "لا تُسمح الكتابة في {project}: فُتح للقراءة وحدها",
    ),
    "ready": (
        "{project} is ready: `ahlaf add {again} SOURCE…` adds documents",
        "{project} جاهز: `ahlaf add {again} SOURCE…` يضيف إليه وثائق",
    ),
    "added": (
        "{new} added, {known} known already, {refused} set aside",
        "وثائق أُضيفت: {new}؛ كانت فيه من قبل: {known}؛ نُحّيت: {refused}",
    ),
    "removed before": (
        "{n} of those known were removed before and stay so: `ahlaf documents {project} --removed` says what brings them back",
        "مما كان فيه وثائق أُزيلت من قبل وتبقى كذلك ({n}): `ahlaf documents {project} --removed` يقول ما يعيدها",
    ),
    "more set aside": (
        "  and {more} more: `ahlaf status {project} --set-aside` says why",
        "  و{more} غيرها: `ahlaf status {project} --set-aside` يقول لماذا",
    ),
    "passed over": (
        "{n} of other kinds in these folders passed over ({kinds})",
        "ملفات من أنواع أخرى في هذه المجلدات لم تُقرأ: {n} ({kinds})",
    ),
    "stopping": (
        "stopping: what is at work is still written (Ctrl-C again breaks off)",
        "يتوقف بعد أن يُحفظ ما هو قيد العمل (Ctrl-C مرة أخرى يقطعه فورًا)",
    ),
    "told in report": (
        "{output}: {shown} of {all} claims, {tensions} of {all_tensions} tensions",
        "{output}: الادعاءات {shown} من {all}، والتناقضات {tensions} من {all_tensions}",
    ),
    "no room": (
        "error: not all could be written: {why} (make room, and do it again)",
        "خطأ: لم يُكتب كل شيء ({why}). أفرغ مكانًا، ثم أعد الأمر.",
    ),
    "broken off": ("broken off (Ctrl-C)", "قُطع العمل (Ctrl-C)"),
    "stopped": ("stopped; run it again to go on", "توقف؛ أعد الأمر نفسه ليتابع"),
    "own rows": (
        "with your own rows of {folders}, as before (--lexicon none: without them)",
        "ومعه صفوفك في {folders} كما من قبل (من غيرها: `--lexicon none`)",
    ),
    "own threshold": ("with --threshold {n}, as before", "وبعتبة `--threshold {n}` كما من قبل"),
    "coded so many": ("{done} of {all} coded: {claims} claims", "قُرئ {done} من {all}، وفيها من الادعاءات {claims}"),
    "set aside so many": (", {n} set aside", "؛ نُحّيت: {n}"),
    "wait": (", {n} wait for another run", "؛ تنتظر قراءة أخرى: {n}"),
    "lost": (
        "{n} review(s) found no claim in this coding: `ahlaf review {project} --orphans`",
        "مراجعات لم تجد ادعاءها في هذه القراءة: {n}، وهي في `ahlaf review {project} --orphans`",
    ),
    "left out": (
        "decision {decision}: document {document} ({called}) is left out now, with {claims} claim(s)",
        "القرار {decision}: الوثيقة {document} ({called}) مستبعدة الآن بما فيها من الادعاءات ({claims})",
    ),
    "brings back": ("`ahlaf undo {project} {decision}` brings it back", "`ahlaf undo {project} {decision}` يعيد ما كان"),
    "undoes": (
        "decision {decision}: `ahlaf undo {project} {decision}` undoes it",
        "القرار {decision}: `ahlaf undo {project} {decision}` يتراجع عنه",
    ),
    "undone now": ("decision {decision} ({what}, by {who}) is undone", "القرار {decision} ({what}، قرّره {who}): جرى التراجع عنه"),
    "counts again": ("decision {decision} ({what}, by {who}) counts again", "القرار {decision} ({what}، قرّره {who}): عاد معتبرًا"),
    "deed of": ("{deed} of {what}", "{deed}: {what}"),
    "document n": ("document {n}", "الوثيقة {n}"),
    "claim n": ("claim {n}", "الادعاء {n}"),
    "are back": (
        "brought back: {documents} document(s) with {claims} claim(s)",
        "عادت الوثائق ({documents}) وما فيها من الادعاءات ({claims})",
    ),
    "are out": (
        "left out now: {documents} document(s) with {claims} claim(s)",
        "استُبعدت الوثائق ({documents}) وما فيها من الادعاءات ({claims})",
    ),
    "takes back": ("`ahlaf undo {project} {decision}` takes it back again", "`ahlaf undo {project} {decision}` يتراجع عنه ثانيةً"),
    "removes again": ("`ahlaf undo {project} {decision}` removes it again", "`ahlaf undo {project} {decision}` يستبعدها ثانيةً"),
    "claim is": ("decision {decision}: claim {claim} is {status}", "القرار {decision}: الادعاء {claim} {status}"),
    # the workbench
    "workbench open": ("{project} is open in the workbench; Ctrl-C ends it", "{project} مفتوح في منضدة العمل؛ يغلقها Ctrl-C"),
    "workbench closed": ("the workbench is closed", "أُغلقت منضدة العمل"),
    "no browser": ("no browser could be opened: open the address above yourself", "تعذّر فتح المتصفح: افتح العنوان أعلاه بنفسك"),
    "no port": ("no port is free", "لا منفذ متاح"),
    "nothing to code with": ("nothing can be coded here: {why}", "لا يُقرأ شيء جديد هنا. {why}"),
    # the network
    "no tension": ("no tension: what is said here can all hold together", "لا تناقض: كل ما قيل هنا يمكن أن يصحّ معًا"),
    "some more": ("and {n} more", "و{n} غيرها"),
    "more of them": ("and {n} more (--full shows all)", "و{n} غيرها (--full يُظهر الكل)"),
    "camp": ("camp {n}: {names}", "المعسكر {n}: {names}"),
    "contradiction": ("1 contradiction, {proof}:", "تناقضات لا تشترك في وزن (عددها 1)، {proof}:"),
    "contradictions": ("{n} contradictions that share no weight, {proof}:", "تناقضات لا تشترك في وزن (عددها {n})، {proof}:"),
    "proof packing": ("so no less can be doubted", "فلا يكفي شك أقل من ذلك"),
    "proof open": ("which is what is sure so far", "وهذا ما ثبت حتى الآن"),
    "proof cases": ("and the proof goes on by cases", "ويتم البرهان بتقسيم الحالات"),
    "as small": (
        "sets as small: {sets}; in every one: {every}",
        "مجموعات بهذا الصغر: {sets}؛ والمشترك بينها كلها: {every}",
    ),
    "many": ("many", "كثيرة"),
    "none": ("none", "لا شيء"),
    "more tensions": ("{n} more: --limit shows them", "و{n} غيرها: `--limit` يعرضها"),
    "fewer re-samples": (
        "{n} of {of} re-samples: a longer `--seconds` draws more",
        "{n} من {of} إعادة معاينة: `--seconds` أطول يسحب المزيد",
    ),
    "one camp": ("1 camp; the weight left to be doubted: {cost}", "معسكر واحد؛ والوزن الذي يبقى موضع شك: {cost}"),
    "camps alone": (
        "{n} camps, {alone} of them one actor alone; the weight left to be doubted: {cost}",
        "المعسكرات: {n}، منها ما فيه فاعل واحد: {alone}؛ والوزن الذي يبقى موضع شك: {cost}",
    ),
    "proved least": ("{cost}, proved to be the least", "{cost}، وهو الأصغر ببرهان"),
    "cost between": ("between {lower} and {cost}", "بين {lower} و{cost}"),
    "new to it": ("{name} is new to this picture", "فاعل جديد على هذه الصورة: {name}"),
    "if you mean": (": if you mean {near}, write that", "؛ إن كنت تعني {near} فاكتبه"),
    "or": (" or ", " أو "),
    "comma": (", ", "، "),
    "semicolon": ("; ", "؛ "),
    "nothing changes": ("nothing changes", "لا يتغير شيء"),
    "empty windows": ("{n} of {all} windows have no claims", "نوافذ بلا ادعاءات: {n} من {all}"),
    "not shown": (" and are not shown", "، ولا تُعرض"),
    "far": (
        "left out, far from all the others: {n} claim(s) {when} (`--whole` shows them)",
        "ادعاءات بعيدة عن سائرها ({n}، {when}) تُركت: `--whole` يعرضها",
    ),
    "dates from to": ("from {first} to {last}", "من {first} إلى {last}"),
    "date of": ("of {first}", "في {first}"),
    "undated": ("without a date and so in no window: {n} claim(s)", "ادعاءات بلا تاريخ ليست في أي نافذة: {n}"),
    "inexact": (
        "dated by no more than their year or month, at whose beginning they stand: {n} claim(s) (`--unit years` has a place for all)",
        "ادعاءات لا يُعرف من تاريخها إلا السنة أو الشهر ({n}) وُضعت في أوله: `--unit years` فيه مكان للجميع",
    ),
    "windows": ("{n} windows", "النوافذ: {n}"),
    "no pair": ("nothing here is said by two of them in such a way", "لا شيء هنا يقوله اثنان على هذا الوجه"),
    # reviewing
    "says": ("says {who}", "بحسب {who}"),
    "credence": ("credence {share}", "الرجحان {share}"),
    "keys": (
        "y confirm   n refuse   c correct   u unsure   t note   s skip   z undo   q quit",
        "غ تأكيد   ى رفض   ؤ تصحيح   ع لست متأكدًا   ف ملاحظة   س تخطٍّ   ئ تراجع   ض خروج",
    ),
    "changes": ("field=value; field=value …", "حقل=قيمة; حقل=قيمة …"),
    "nothing left": ("nothing is left to review", "كل الادعاءات محسومة"),
    "nothing to undo": ("nothing of this sitting to undo", "لا قرار في هذه الجلسة يُتراجع عنه"),
    "decision undone": ("→ decision {number} is undone", "→ جرى التراجع عن القرار {number}"),
    "decided": ("{number} decided in this sitting", "قرارات هذه الجلسة: {number}"),
    # why a claim was made
    "added by": ("claim {number} was added by {who} at {at}", "الادعاء {number} أضافه {who} ({at})"),
    "claim of": ("Claim {number} of {document}", "الادعاء {number} في {document}"),
    "the document": ("the document", "الوثيقة"),
    "the words": ("The words", "الكلمات"),
    "characters": (
        "characters {start} to {end}; the relation is in {first} to {last}: ",
        "الأحرف {start} إلى {end}؛ والكلمة الدالّة في {first} إلى {last}: ",
    ),
    "the model": ("The language model", "النموذج اللغوي"),
    "prompted": ("{rule}, asked with the prompt {prompt}", "{rule}، سُئل بالتوجيه ذي البصمة {prompt}"),
    "and": (" and ", " و"),
    "who agree": (", who agree", "، وهما متفقان"),
    "alone": (" alone", " وحده"),
    "who differ": (", who differ in {fields}", "، ويختلفان في: {fields}"),
    "read otherwise": ("the {side} read its {field} as ", "قُرئ قراءة أخرى ({side})، {field}: "),
    "answered": ("the text answers its question: ", "يجيب النص عن سؤاله: "),
    "instead": ("set against the one before: ", "جُعل في مقابل من قبله: "),
    "the rows": ("The rows of the lexicon", "صفوف المعجم"),
    "the rule": ("The rule", "القاعدة"),
    "no example": ("it brings no example", "لا مثال معها"),
    "its example": ("its example: ", "مثالها: "),
    "replayed": ("replayed: ", "إذا قُرئ: "),
    "example found": ("the example gives a claim by the same row", "خرج ادعاء بالصف نفسه"),
    "example instead": (
        "the example gives a claim of this relation by another row, {row}",
        "خرج منه ادعاء بهذه العلاقة، بصف آخر: {row}",
    ),
    "example lost": ("the example gives no claim by this row", "لم يخرج ادعاء بهذا الصف"),
    "the score": ("The score", "الوزن"),
    "credence is": ("credence: how likely it is that the text says so", "مدى رجحان أن النص يقول ذلك"),
    "replay": ("Replay", "الإعادة"),
    "afresh": ("the document read afresh: ", "إذا قُرئ النص ثانيةً: "),
    "answers afresh": (
        "the kept answers held to the words afresh, no server asked: ",
        "إذا قوبلت الأجوبة المحفوظة بالنص ثانيةً، ولم يُسأل أي خادوم: ",
    ),
    "same": ("the same claim comes out", "خرج الادعاء نفسه"),
    "other": ("the claim does NOT come out again", "لم يخرج هذا الادعاء"),
    "negated": ("not {what}", "منفي: {what}"),
}
"""Sentences and phrases with what is put into them."""


def arabic(words: str) -> str:
    """A heading, a kind or an answer in Arabic; what is none of these as it is."""
    for shape, told in _SHAPES:
        if shape.fullmatch(words):
            return shape.sub(told, words)
    return _WORDS.get(words, words)


def said(key: str, language: Language) -> str:
    """A heading or a code of the program's in a language; never a name or words of a text."""
    return arabic(key) if language == "ar" else key.partition("|")[0]


def message(key: str, language: Language, **values: object) -> str:
    """A sentence of the program's own."""
    words = _MESSAGES[key][language == "ar"].format(**values)
    return numbered(words) if language == "en" else words
