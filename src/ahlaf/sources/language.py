"""Which language a text in Arabic letters is in: Arabic, or one of those that share its letters.

Arabic gives itself away: a fifth of its words begin with the article, of Persian's or Urdu's one in a hundred. Where
that says Arabic, nothing more is asked. Otherwise py3langid judges, among the languages in question only, and its
word counts where there is enough text and it is sure; Sorani and Sindhi, which it does not know, have letters of
their own. Refusing an Arabic text is the worse error, so whatever stays open is taken for Arabic.

>>> of("وزیر امور خارجه ایران در دیدار با همتای خود گفت که تهران از دولت سوریه حمایت می‌کند")
'fa'
>>> of("أعلنت وزارة الخارجية أن الحكومة تدعم الاتفاق الذي وقعته الأطراف")
'ar'
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ahlaf.text.views import strip_marks

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

NAMES: Final = {
    "ar": "Arabic",
    "fa": "Persian",
    "ur": "Urdu",
    "ps": "Pashto",
    "ug": "Uyghur",
    "ckb": "Central Kurdish",
    "sd": "Sindhi",
    "en": "English",
}
_ASKED: Final = ("ar", "fa", "ur", "ps", "ug", "en")
_OWN_LETTERS: Final = {"ckb": frozenset("ڕڵێ"), "sd": frozenset("ٻڀٺٿڄڃڇڊڌڍڏڙڦڪڳڱڻ")}
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_ARTICLE: Final = re.compile(r"[وف]?(?:[بك]?ال|لل)\w{2,}")
_SAMPLE: Final = 20_000
_ENOUGH: Final = 8
"""Fewer words than this are taken for Arabic."""
_ARABIC: Final = 0.12
_FOREIGN: Final = 0.05
"""Shares of words with the article: above the first a text is Arabic, above the second it is no other."""
_SURE: Final = 0.9


def of(text: str) -> str:
    """The language's code (ISO 639-1, 639-3 for Central Kurdish): one of :data:`NAMES`."""
    words = _WORD.findall(strip_marks(text[:_SAMPLE]))
    if len(words) < _ENOUGH:
        return "ar"
    share = sum(bool(_ARTICLE.match(w)) for w in words) / len(words)
    if share >= _ARABIC:
        return "ar"
    letters = "".join(words)
    for language, own in _OWN_LETTERS.items():
        if share < _FOREIGN and sum(c in own for c in letters) > 0.01 * len(letters):
            return language
    found, sure = _identifier().classify(" ".join(words))
    return str(found) if found != "ar" and sure >= _SURE and share < _FOREIGN else "ar"


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - a second to load, needed only in doubt

    found = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    found.set_languages(list(_ASKED))
    return found
