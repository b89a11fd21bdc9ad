"""Claims put into words, in English and in Arabic.

Arabic clauses are built on the noun of the act (مساعدة، محاربة), so that they hold for an actor of either gender:
"يُنسب إلى «تركيا» مساعدة «داعش»". Names stand between « », which also keeps clitics off them.

>>> clause("Turkey", "AID", "Daesh", language="en")
'Turkey is said to aid Daesh'
>>> clause("تركيا", "AID", "داعش", denied=True)
'يُنفى عن «تركيا» مساعدة «داعش»'
"""

from __future__ import annotations

ENGLISH = {
    "AGREE": "agree with",
    "CONSULT": "meet",
    "SUPPORT": "support",
    "CONCEDE": "give way to",
    "COOPERATE": "work with",
    "AID": "aid",
    "RETREAT": "draw back before",
    "REQUEST": "make demands of",
    "ACCUSE": "accuse",
    "REJECT": "rebuff",
    "THREATEN": "threaten",
    "PROTEST": "protest against",
    "SANCTION": "sanction",
    "MOBILIZE": "mobilise against",
    "COERCE": "coerce",
    "ASSAULT": "attack",
    "ALLY": "be an ally of",
    "MEMBER": "belong to",
    "LEAD": "have founded or to lead",
    "OPPOSE": "fight",
    "EXCLUDE": "leave out",
}

ARABIC = {
    "AGREE": "الاتفاق مع",
    "CONSULT": "التشاور مع",
    "SUPPORT": "تأييد",
    "CONCEDE": "التنازل أمام",
    "COOPERATE": "التعاون مع",
    "AID": "مساعدة",
    "RETREAT": "التراجع أمام",
    "REQUEST": "مطالبة",
    "ACCUSE": "اتهام",
    "REJECT": "رفض",
    "THREATEN": "تهديد",
    "PROTEST": "الاحتجاج على",
    "SANCTION": "معاقبة",
    "MOBILIZE": "الحشد ضد",
    "COERCE": "التضييق على",
    "ASSAULT": "مهاجمة",
    "ALLY": "التحالف مع",
    "MEMBER": "الانتماء إلى",
    "LEAD": "تأسيس أو قيادة",
    "OPPOSE": "محاربة",
    "EXCLUDE": "استبعاد",
}

_SAID = {
    "asserted": "is said",
    "alleged": "is alleged",
    "intended": "is said to mean",
    "normative": "is told",
    "hypothetical": "is supposed, for argument,",
    "questioned": "is asked about",
}
_ARABIC_SAID = {
    "asserted": ("يُنسب إلى {s} {m} {t}", "يُنفى عن {s} {m} {t}"),
    "alleged": ("يُنسب زعماً إلى {s} {m} {t}", "يُنفى زعماً عن {s} {m} {t}"),
    "intended": ("تُنسب إلى {s} نيّة {m} {t}", "تُنفى عن {s} نيّة {m} {t}"),
    "normative": ("يُطلب من {s} {m} {t}", "يُطلب من {s} ترك {m} {t}"),
    "hypothetical": ("يُفترض جدلاً من {s} {m} {t}", "يُفترض جدلاً من {s} ترك {m} {t}"),
    "questioned": ("يُسأل إن كان من {s} {m} {t}", "يُسأل إن لم يكن من {s} {m} {t}"),
}

_ARABIC_BETWEEN = {
    "asserted": ("يُقال إن بين {s} و{t} {a}", "يُنفى أن بين {s} و{t} {a}"),
    "alleged": ("يُزعم أن بين {s} و{t} {a}", "يُنفى زعماً أن بين {s} و{t} {a}"),
    "intended": ("تُنسب إلى {s} و{t} نيّة ال{n} بينهما", "تُنفى عن {s} و{t} نيّة ال{n} بينهما"),
    "normative": ("يُطلب من {s} و{t} ال{n}", "يُطلب من {s} و{t} ترك ال{n}"),
    "hypothetical": ("يُفترض جدلاً أن بين {s} و{t} {a}", "يُفترض جدلاً أن ليس بين {s} و{t} {n}"),
    "questioned": ("يُسأل إن كان بين {s} و{t} {n}", "يُسأل إن لم يكن بين {s} و{t} {n}"),
}


def quoted(name: str) -> str:
    """An Arabic name between its marks."""
    return f"«{name}»"


def clause(
    source: str,
    relation: str,
    target: str,
    *,
    denied: bool = False,
    modality: str = "asserted",
    language: str = "ar",
) -> str:
    """One claim as a clause."""
    if language == "en":
        no = "not " if denied else ""
        if modality == "questioned":
            return f"it is asked whether {source} is {no}to {ENGLISH[relation]} {target}"
        return f"{source} {_SAID[modality]} {no}to {ENGLISH[relation]} {target}"
    said = _ARABIC_SAID[modality][denied]
    return said.format(s=quoted(source), m=ARABIC[relation], t=quoted(target))


def stance(
    source: str,
    target: str,
    sign: int,
    *,
    mutual: bool,
    denied: bool = False,
    modality: str = "asserted",
    language: str = "ar",
) -> str:
    """What several claims of one sign say together: for or against, from one to the other or between the two.

    >>> stance("Iran", "Iraq", -1, mutual=True, language="en")
    'Iran and Iraq are said to stand against each other'
    >>> stance("إيران", "العراق", -1, mutual=True), stance("إيران", "العراق", 1, mutual=False)
    ('يُقال إن بين «إيران» و«العراق» عداءً', 'يُنسب إلى «إيران» الوقوف مع «العراق»')
    """
    if language == "en":
        no, side = ("not " if denied else ""), "with" if sign > 0 else "against"
        subject, object_ = (f"{source} and {target}", "each other") if mutual else (source, target)
        if modality == "questioned":
            return f"it is asked whether {subject} {'are' if mutual else 'is'} {no}to stand {side} {object_}"
        said = _SAID[modality].replace("is ", "are ", 1) if mutual else _SAID[modality]
        return f"{subject} {said} {no}to stand {side} {object_}"
    if not mutual:
        return _ARABIC_SAID[modality][denied].format(s=quoted(source), m="الوقوف مع" if sign > 0 else "الوقوف ضد", t=quoted(target))
    noun = "تقارب" if sign > 0 else "عداء"
    accusative = "تقاربًا" if sign > 0 else "عداءً"
    return _ARABIC_BETWEEN[modality][denied].format(s=quoted(source), t=quoted(target), n=noun, a=accusative)


def listed(names: list[str], language: str = "ar", most: int = 4) -> str:
    """Names in a row, a long row cut.

    >>> listed(["Iraq", "Syria"], "en"), listed(["العراق", "سوريا"])
    ('Iraq and Syria', '«العراق» و«سوريا»')
    """
    shown = names[:most]
    left = len(names) - len(shown)
    if language == "en":
        if left:
            return ", ".join(shown) + f" and {left} more"
        return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
    marked = [quoted(n) for n in shown]
    return " و".join(marked) + (f" و{left} غيرها" if left else "")


def counted(claims: int) -> str:
    """So many claims, in Arabic, as the noun after a preposition takes its number.

    >>> [counted(n) for n in (1, 2, 3, 10, 11, 99, 100, 103)]
    ['ادعاء واحد', 'ادعاءين', '3 ادعاءات', '10 ادعاءات', '11 ادعاءً', '99 ادعاءً', '100 ادعاء', '103 ادعاءات']
    """
    return with_noun(claims, ("ادعاء واحد", "ادعاءين", "ادعاءات", "ادعاءً", "ادعاء"))


def counted_ties(ties: int) -> str:
    """So many ties, in the same way.

    >>> [counted_ties(n) for n in (1, 2, 3, 11, 100, 172)]
    ['علاقة واحدة', 'علاقتين', '3 علاقات', '11 علاقة', '100 علاقة', '172 علاقة']
    """
    return with_noun(ties, ("علاقة واحدة", "علاقتين", "علاقات", "علاقة", "علاقة"))


def with_noun(number: int, forms: tuple[str, str, str, str, str]) -> str:
    """A number and its noun: one, two, some, many, whole hundreds (and those with one or two)."""
    one, two, few, many, hundreds = forms
    if number in (1, 2):
        return one if number == 1 else two
    last = number % 100
    return f"{number} {few if 3 <= last <= 10 else many if last > 10 else hundreds}"
