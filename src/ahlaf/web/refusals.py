r"""What could not be taken, and why, for readers of Arabic too: the page shows it in the language it is in.

``refusals.tsv`` has a row a message: ``says`` is what an error says, with ``{}`` where something of the document's own
stands; a row that is called like a kind of error is for all of its kind that no other row knows, and of these the error's
own words stand behind it.

>>> found = refusal("a.txt", "is larger than 20 MB", "split it into documents", "InputTooLarge")
>>> found.what_ar
'أكبر من 20 ميغابايت.'
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
_ANY: Final = "InputError"
"""The kind of error whose row is for every other."""


@cache
def table() -> tuple[tuple[str, str, str], ...]:
    """The rows: what an error says or is, and what is said in Arabic: what is wrong, what to do."""
    return tuple((says, what, remedy) for says, what, remedy in tsv.rows(TABLE, "says", "what", "do"))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple((re.compile("(.*?)".join(map(re.escape, says.split("{}"))), re.DOTALL), what, do) for says, what, do in table())


def refusal(where: str, what: str, remedy: str, kind: str) -> SetAside:
    """What was not taken, in both languages."""
    for says, arabic, do in _patterns():
        if found := says.fullmatch(what):
            return SetAside(where=where, what=what, do=remedy, what_ar=arabic.format(*found.groups()), do_ar=do)
    kinds = {says: (arabic, do) for says, arabic, do in table()}
    arabic, do = kinds.get(kind, kinds[_ANY])
    return SetAside(where=where, what=what, do=remedy, what_ar=f"{arabic} ({what})", do_ar=do)
