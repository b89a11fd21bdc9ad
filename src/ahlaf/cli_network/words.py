"""What a person reads in the tables and texts of these commands, in Arabic: headings, kinds, short answers.

Programs read the same keys and kinds in every language (``--format json``); only what is written for people is put
into Arabic, where ``--language ar`` is asked for.

>>> arabic("smallest doubt"), arabic("between 1 and 2.5"), arabic("العراق"), arabic("1.3 (proved)")
('أصغر شك', 'بين 1 و2.5', 'العراق', '1.3 (مبرهن)')
"""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = {
    # columns
    "source": "من",
    "target": "إلى",
    "sign": "الإشارة",
    "weight": "الوزن",
    "mass_for": "مع",
    "mass_against": "ضد",
    "voices": "أصوات",
    "deniers": "نافون",
    "documents": "وثائق",
    "outlets": "منابر",
    "first": "أول تاريخ",
    "last": "آخر تاريخ",
    "voice_of": "صوت",
    "camp": "المعسكر",
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
    "claims": "أقوال",
    "actors": "فاعلون",
    "plus": "ما يربط",
    "minus": "ما يفرق",
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
    "score": "الدرجة",
    "camps": "المعسكران",
    # kinds of tension
    "both ways": "قول ونقيضه",
    "circle": "حلقة لا تستقيم",
    "member helps": "عضو يعين من يحاربه حلفه",
    "founder": "مؤسس من يحاربه حلفه",
    "word and deed": "قول وفعل",
    "left out": "صاحب شأن مستبعد",
    "smallest doubt": "أصغر شك",
    # kinds of change
    "new actor": "فاعل جديد",
    "tension gone": "توتر زال",
    "tension new": "توتر جديد",
    "tension changed": "توتر تغير",
    "changed camp": "غيّر معسكره",
    "joins camp": "انضم إلى معسكر",
    # values
    "yes": "نعم",
    "author": "الكاتب",
    "polarization": "الاستقطاب",
    "separation": "الانفصال",
}
_SHAPES: Final = (
    (re.compile(r"(\S+) \(proved\)"), r"\1 (مبرهن)"),
    (re.compile(r"between (\S+) and (\S+)"), r"بين \1 و\2"),
)


def arabic(said: str) -> str:
    """A heading, a kind or an answer in Arabic; what is none of these as it is."""
    for shape, told in _SHAPES:
        if shape.fullmatch(said):
            return shape.sub(told, said)
    return _WORDS.get(said, said)
