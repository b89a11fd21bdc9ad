r"""What could not be taken or done, and why, for readers of Arabic too: the page shows it in the language it is in.

``refusals.tsv`` has a row a message of what could not be taken: ``says`` is what an error says, with ``{}`` where something
of the document's own stands; a row that is called like a kind of error is for all of its kind that no other row knows, and of
these the error's own words stand behind it. ``answers.tsv`` has what could not be done.

>>> found = refusal("a.txt", "is larger than 20 MB", "split it into documents", "InputTooLarge")
>>> found.what_ar
'أكبر من 20 ميغابايت.'
>>> answered("decision 7 is undone already")
('جرى التراجع عن القرار 7 من قبل.', 'يعود بالتراجع عن ذلك التراجع.')
>>> refusal("a.warc", "after record 7 there is something that is no record", "", "InputError").what_ar
'تعذّرت قراءته. (after record 7 there is something that is no record)'
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

from ahlaf.text import tsv
from ahlaf.web.shapes_done import SetAside

TABLE: Final = Path(__file__).parent / "refusals.tsv"
ANSWERS: Final = Path(__file__).parent / "answers.tsv"
_ANY: Final = "InputError"
"""The kind of error whose row is for every other."""


@cache
def table(path: Path = TABLE) -> tuple[tuple[str, str, str], ...]:
    """The rows: what an error says or is, and what is said in Arabic: what is wrong, what to do."""
    return tuple((says, what, remedy) for says, what, remedy in tsv.rows(path, "says", "what", "do"))


@cache
def _patterns(path: Path) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple((re.compile("(.*?)".join(map(re.escape, says.split("{}"))), re.DOTALL), what, do) for says, what, do in table(path))


def _known(what: str, path: Path) -> tuple[str, str] | None:
    """What a table's row says of what an error says."""
    for says, arabic, do in _patterns(path):
        if found := says.fullmatch(what):
            return arabic.format(*found.groups()), do
    return None


def answered(what: str) -> tuple[str, str]:
    """What could not be done and what to do, in Arabic; where no row knows it, the error's own words stand behind."""
    return _known(what, ANSWERS) or (f"تعذّر ما طُلب. ({what})", "")


def refusal(where: str, what: str, remedy: str, kind: str) -> SetAside:
    """What was not taken, in both languages."""
    found = _known(what, TABLE)
    if found is None:
        kinds = {says: (arabic, do) for says, arabic, do in table()}
        arabic, do = kinds.get(kind, kinds[_ANY])
        found = f"{arabic} ({what})", do
    return SetAside(where=where, what=what, do=remedy, what_ar=found[0], do_ar=found[1])
