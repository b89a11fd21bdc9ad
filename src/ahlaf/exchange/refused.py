"""What could not be read or done, why, and what is doubtful about what was read, told in Arabic too.

``refused.tsv`` has a row a message: ``says`` is what an error says, with ``{}`` where something of the document's own
stands; a row that is called like a kind of error is for all of its kind that no other row knows, and of these the error's
own words stand behind it. ``answers.tsv`` has in such rows what could not be done with a project, a network or an option,
``usage.tsv`` what is wrong with how a command was typed, ``doctor.tsv`` what is found in a project that is examined.
The commands and the page tell the same.

>>> from ahlaf.errors import EmptyInput
>>> told(EmptyInput("a.txt", "is empty", "nothing to read in it"), "en")
'error: a.txt: is empty (nothing to read in it)'
>>> told(EmptyInput("a.txt", "is empty", "nothing to read in it"), "ar")
'خطأ: a.txt: فارغ. لا شيء فيه يُقرأ.'
>>> noted("a.txt", "read as iso-8859-6, which the bytes leave open", "ar")
'تنبيه: a.txt: قُرئ بترميز iso-8859-6، والبايتات تحتمل غيره.'
>>> answered("decision 7 is undone already")
('جرى التراجع عن القرار 7 من قبل.', 'يعود بالتراجع عن ذلك التراجع.')
>>> in_arabic("something that no row knows", "InputError")[0]
'تعذّرت قراءته. (something that no row knows)'
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ahlaf.errors import AhlafError, InputError
from ahlaf.exchange.vocabulary import numbered
from ahlaf.text import tsv

if TYPE_CHECKING:
    from ahlaf.exchange.report.content import Language

TABLE: Final = Path(__file__).parent / "refused.tsv"
ANSWERS: Final = Path(__file__).parent / "answers.tsv"
USAGE: Final = Path(__file__).parent / "usage.tsv"
DOCTOR: Final = Path(__file__).parent / "doctor.tsv"
_ANY: Final = "InputError"
"""The kind of error whose row is for every other."""
_WHERE: Final = {"standard input": "الدخل القياسي"}
"""What a document that has no name of its own is called by."""
_QUOTES: Final = "'\""
_REST: Final = re.compile(r" and (\d+) (?:others|more)$")
"""How a long list ends."""
_SEVERAL: Final = "; "
"""What stands between doubts about one document."""


@cache
def table(path: Path = TABLE) -> tuple[tuple[str, str, str], ...]:
    """The rows: what an error says or is, and what is said in Arabic: what is wrong, what to do."""
    return tuple((says, what, remedy) for says, what, remedy in tsv.rows(path, "says", "what", "do"))


@cache
def _patterns(path: Path) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """The rows as what is looked for, those that say most first: "there is no relation {}: there are {}" is none called by all of it."""
    rows = sorted(table(path), key=lambda row: -len(row[0]))
    return tuple((re.compile("(.*?)".join(map(re.escape, says.split("{}"))), re.DOTALL), what, do) for says, what, do in rows)


def known(what: str, path: Path = TABLE) -> tuple[str, str] | None:
    """What a table's row says of what an error says."""
    for says, arabic, do in _patterns(path):
        if found := says.fullmatch(what):
            return arabic.format(*map(_own, found.groups())), do
    return None


def _own(words: str) -> str:
    """What is put into a message, without the quotation marks that Python puts around it; a list is joined in Arabic."""
    if len(words) > 1 and words[0] in _QUOTES and words[-1] == words[0]:
        return words[1:-1].replace("', '", ", ").replace("' and '", "، ")
    return _REST.sub(r" و\1 غيرها", words.replace(" or ", " أو "))


def answered(what: str) -> tuple[str, str]:
    """What could not be done and what to do, in Arabic; where no row knows it, the error's own words stand behind."""
    return known(what, ANSWERS) or (f"تعذّر ما طُلب. ({what})", "")


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
    where = _WHERE.get(error.where, error.where) if language == "ar" else error.where
    return f"{where}: {reason(error.what, error.remedy, type(error).__name__, language)}"


def told(error: Exception, language: Language) -> str:
    """The line of a command about an error; what no table knows, as what a language model's server says, is told in English."""
    if language == "ar" and isinstance(error, InputError):
        return f"خطأ: {why(error, language)}"
    if language == "ar" and isinstance(error, AhlafError) and (found := known(error.what or str(error), ANSWERS)):
        return ": ".join(filter(None, ("خطأ", error.where, " ".join(filter(None, found)))))
    return f"error: {error}"


def examined(says: str, language: Language) -> str:
    """What is found in a project that is examined, or was done about it.

    >>> examined("1 document(s) will be coded again", "en"), examined("every document has its text, but not 3, 7 and 2 more", "ar")
    ('1 document will be coded again', 'وثائق بلا نصوصها: 3, 7 و2 غيرها.')
    """
    found = known(says, DOCTOR) if language == "ar" else None
    return " ".join(filter(None, found)) if found else numbered(says)


def noted(where: str, doubt: str, language: Language) -> str:
    """The line of a command about what is doubtful; ``where`` may be nothing in particular."""
    at = f"{where}: " if where else ""
    if language == "en":
        return f"note: {at}{doubt}"
    arabic = ((known(one) or (one, ""))[0] for one in doubt.split(_SEVERAL))
    return f"تنبيه: {at}{' '.join(arabic)}"
