"""What the program's codes and counts are called, in English and in Arabic: one table for report and commands.

The Arabic words are the workbench's (``web/src/messages/ar``), so that a person who goes from one to the other meets
one word for one thing, and never one word for two: "مقرَّر" is what a text asserts, "مؤكَّد" what a person confirmed. A
test holds the two side by side.

>>> named("asserted", "ar"), named("confirmed", "ar"), named("daesh", "ar")
('مقرَّر', 'مؤكَّد', 'daesh')
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ahlaf.exchange.report.content import Language

TERMS: Final[dict[str, tuple[str, str]]] = {
    "source": ("Source", "من"),
    "target": ("Target", "إلى"),
    "sign": ("Sign", "الإشارة"),
    "weight": ("Weight", "الوزن"),
    "mass_for": ("For", "وزن الإثبات"),
    "mass_against": ("Denied", "وزن النفي"),
    "claim": ("Claim", "الادعاء"),
    "claims": ("Claims", "الادعاءات"),
    "document": ("Document", "الوثيقة"),
    "documents": ("Documents", "الوثائق"),
    "outlet": ("Outlet", "جهة النشر"),
    "outlets": ("Outlets", "جهات النشر"),
    "voice": ("Voice", "القائل"),
    "voices": ("Voices", "القائلون"),
    "author": ("the author", "الكاتب"),
    "camp": ("Camp", "المعسكر"),
    "score": ("score", "الدرجة"),
}
"""Headings of tables."""

CODES: Final[dict[str, tuple[str, str]]] = {
    # modalities
    "asserted": ("asserted", "مقرَّر"),
    "alleged": ("alleged", "مزعوم"),
    "intended": ("intended", "منوي"),
    "normative": ("demanded", "واجب"),
    "hypothetical": ("supposed", "مفترَض"),
    "questioned": ("asked", "موضع سؤال"),
    # polarities
    "affirmed": ("affirmed", "مُثبَت"),
    "negated": ("denied", "منفي"),
    # how claims stand
    "new": ("not reviewed", "لم يُراجع"),
    "confirmed": ("confirmed", "مؤكَّد"),
    "corrected": ("corrected", "مصحَّح"),
    "refused": ("refused", "مرفوض"),
    "unsure": ("unsure", "موضع تردّد"),
    "disputed": ("disputed", "مختلَف فيه"),
    # verdicts
    "confirm": ("confirmed", "أكّد"),
    "correct": ("corrected", "صحّح"),
    "refuse": ("refused", "رفض"),
    # kinds of tension
    "both ways": ("said both ways", "قيل على الوجهين"),
    "circle": ("circle", "حلقة"),
    "member helps": ("a member helps what its alliance fights", "عضو يساعد"),
    "founder": ("a member founded what its alliance fights", "مؤسِّس"),
    "word and deed": ("word and deed", "قول وفعل"),
    "left out": ("left out", "مستبعَد"),
    "smallest doubt": ("the smallest doubt", "أصغر شك"),
}
"""What the program writes as a code, in data too."""

_COUNTED: Final[dict[str, tuple[str, str, str, str, str, str]]] = {
    "claim": ("لا ادعاءات", "ادعاء واحد", "ادعاءان", "ادعاءات", "ادعاءً", "ادعاء"),
    "actor": ("لا فاعلين", "فاعل واحد", "فاعلان", "فاعلين", "فاعلًا", "فاعل"),
    "document": ("لا وثائق", "وثيقة واحدة", "وثيقتان", "وثائق", "وثيقة", "وثيقة"),
    "pair": ("لا أزواج", "زوج واحد", "زوجان", "أزواج", "زوجًا", "زوج"),
}
"""Things that are counted: none, one, two, some, many, whole hundreds of them."""
_NOUN: Final = re.compile(r"\b(\d+) (\w+)\(s\)")
"""A number with a noun that may be one or several."""


def numbered(words: str) -> str:
    """English words with their nouns as the numbers before them ask for.

    >>> numbered("1 document(s) with 2 claim(s)")
    '1 document with 2 claims'
    """
    return _NOUN.sub(lambda found: f"{found[1]} {found[2]}" + ("" if found[1] == "1" else "s"), words)


def counted(number: int, thing: str, language: Language = "en", *, led: bool = False) -> str:
    """A number with its noun, which stands alone, or is led by a preposition.

    >>> counted(1, "claim"), counted(2, "claim"), counted(2, "claim", "ar"), counted(103, "claim", "ar"), counted(0, "actor", "ar")
    ('1 claim', '2 claims', 'ادعاءان', '103 ادعاءات', 'لا فاعلين')
    >>> counted(2, "claim", "ar", led=True), counted(2, "document", "ar", led=True), counted(0, "document", "ar", led=True)
    ('ادعاءين', 'وثيقتين', '0 وثيقة')
    """
    if language == "en":
        return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
    from ahlaf.network.tensions.words import with_noun  # noqa: PLC0415 - the network's numpy is for whoever needs Arabic

    none, one, two, few, many, hundreds = _COUNTED[thing]
    if led:
        two = f"{two.removesuffix('ان')}ين"
    return with_noun(number, (one, two, few, many, hundreds)) if number or led else none


def relation_name(relation: str, language: Language) -> str:
    """A relation's name: in English its code, which data and options have.

    >>> relation_name("AID", "en"), relation_name("AID", "ar")
    ('AID', 'مساعدة')
    """
    if language == "en":
        return relation
    from ahlaf.network.tensions.words import ARABIC  # noqa: PLC0415 - as above

    return ARABIC[relation]


def named(code: str, language: Language) -> str:
    """A code of the program's (a modality, a status, a verdict, a kind of tension) in words; itself where it has none."""
    found = CODES.get(code)
    return found[language == "ar"] if found else code
