"""What a person reads in the tables and texts of these commands, in Arabic: headings, kinds, short answers.

Programs read the same keys and kinds in every language (``--format json``); only what is written for people is put
into Arabic, where ``--language ar`` is asked for. What a report calls by a name too is in the vocabulary that both share.

>>> arabic("smallest doubt"), arabic("between 1 and 2.5"), arabic("العراق"), arabic("1.3 (proved)")
('أصغر شك', 'بين 1 و2.5', 'العراق', '1.3 (مبرهَن)')
"""

from __future__ import annotations

import re
from typing import Final

from ahlaf.exchange.vocabulary import CODES, TERMS

_WORDS: Final = {
    **{key: ar for key, (_, ar) in (TERMS | CODES).items()},
    # columns
    "deniers": "النافون",
    "first": "أول تاريخ",
    "last": "آخر تاريخ",
    "voice_of": "القائل",
    "actor": "الفاعل",
    "hold": "التمسك",
    "between": "بين بين",
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
}
_SHAPES: Final = (
    (re.compile(r"(\S+) \(proved\)"), r"\1 (مبرهَن)"),
    (re.compile(r"between (\S+) and (\S+)"), r"بين \1 و\2"),
)


def arabic(said: str) -> str:
    """A heading, a kind or an answer in Arabic; what is none of these as it is."""
    for shape, told in _SHAPES:
        if shape.fullmatch(said):
            return shape.sub(told, said)
    return _WORDS.get(said, said)
