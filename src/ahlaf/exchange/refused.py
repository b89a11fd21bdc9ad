"""Why a file or document could not be read, and what is doubtful about one that was, told in Arabic too.

``refused.tsv`` has a row a message: ``says`` is what an error says, with ``{}`` where something of the document's own
stands; a row that is called like a kind of error is for all of its kind that no other row knows, and of these the error's
own words stand behind it. The commands and the page tell the same.

>>> from ahlaf.errors import EmptyInput
>>> told(EmptyInput("a.txt", "is empty", "nothing to read in it"), "en")
'error: a.txt: is empty (nothing to read in it)'
>>> told(EmptyInput("a.txt", "is empty", "nothing to read in it"), "ar")
'خطأ: a.txt: فارغ. لا شيء فيه يُقرأ.'
>>> noted("a.txt", "read as iso-8859-6, which the bytes leave open", "ar")
'تنبيه: a.txt: قُرئ بترميز iso-8859-6، والبايتات تحتمل غيره.'
>>> in_arabic("after record 7 there is something that is no record", "InputError")[0]
'تعذّرت قراءته. (after record 7 there is something that is no record)'
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ahlaf.errors import InputError
from ahlaf.text import tsv

if TYPE_CHECKING:
    from ahlaf.exchange.report.content import Language

TABLE: Final = Path(__file__).parent / "refused.tsv"
_ANY: Final = "InputError"
"""The kind of error whose row is for every other."""
_SEVERAL: Final = "; "
"""What stands between doubts about one document."""


@cache
def table(path: Path = TABLE) -> tuple[tuple[str, str, str], ...]:
    """The rows: what an error says or is, and what is said in Arabic: what is wrong, what to do."""
    return tuple((says, what, remedy) for says, what, remedy in tsv.rows(path, "says", "what", "do"))


@cache
def _patterns(path: Path) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple((re.compile("(.*?)".join(map(re.escape, says.split("{}"))), re.DOTALL), what, do) for says, what, do in table(path))


def known(what: str, path: Path = TABLE) -> tuple[str, str] | None:
    """What a table's row says of what an error says."""
    for says, arabic, do in _patterns(path):
        if found := says.fullmatch(what):
            return arabic.format(*found.groups()), do
    return None


def in_arabic(what: str, kind: str) -> tuple[str, str]:
    """What is wrong and what to do, in Arabic; where no row knows it, the error's own words stand behind."""
    found = known(what)
    if found is None:
        kinds = {says: (arabic, do) for says, arabic, do in table()}
        arabic, do = kinds.get(kind, kinds[_ANY])
        found = f"{arabic} ({what})", do
    return found


def reason(what: str, remedy: str, kind: str, language: Language) -> str:
    """Why something was refused and what to do about it, in a language."""
    if language == "ar":
        return " ".join(filter(None, in_arabic(what, kind)))
    return f"{what} ({remedy})" if remedy else what


def why(error: InputError, language: Language) -> str:
    """What was refused, and why."""
    return f"{error.where}: {reason(error.what, error.remedy, type(error).__name__, language)}"


def told(error: Exception, language: Language) -> str:
    """The line of a command about an error; what is no document's is told in English alone."""
    if language == "ar" and isinstance(error, InputError):
        return f"خطأ: {why(error, language)}"
    return f"error: {error}"


def noted(where: str, doubt: str, language: Language) -> str:
    """The line of a command about what is doubtful; ``where`` may be nothing in particular."""
    at = f"{where}: " if where else ""
    if language == "en":
        return f"note: {at}{doubt}"
    arabic = ((known(one) or (one, ""))[0] for one in doubt.split(_SEVERAL))
    return f"تنبيه: {at}{' '.join(arabic)}"
