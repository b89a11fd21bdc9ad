r"""What could not be taken or done, and why, for readers of Arabic too: the page shows it in the language it is in.

What could not be taken is told as the commands tell it (:mod:`ahlaf.exchange.refused`); ``answers.tsv`` has what could
not be done, in rows like those of its table.

>>> found = refusal("a.txt", "is larger than 20 MB", "split it into documents", "InputTooLarge")
>>> found.what_ar
'أكبر من 20 ميغابايت.'
>>> answered("decision 7 is undone already")
('جرى التراجع عن القرار 7 من قبل.', 'يعود بالتراجع عن ذلك التراجع.')
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from ahlaf.exchange.refused import in_arabic, known
from ahlaf.web.shapes_done import SetAside

ANSWERS: Final = Path(__file__).parent / "answers.tsv"


def answered(what: str) -> tuple[str, str]:
    """What could not be done and what to do, in Arabic; where no row knows it, the error's own words stand behind."""
    return known(what, ANSWERS) or (f"تعذّر ما طُلب. ({what})", "")


def refusal(where: str, what: str, remedy: str, kind: str) -> SetAside:
    """What was not taken, in both languages."""
    what_ar, do_ar = in_arabic(what, kind)
    return SetAside(where=where, what=what, do=remedy, what_ar=what_ar, do_ar=do_ar)
