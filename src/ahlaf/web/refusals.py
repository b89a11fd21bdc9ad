r"""What could not be taken, and why, for readers of Arabic too: the page shows it in the language it is in.

It is told as the commands tell it (:mod:`ahlaf.exchange.refused`).

>>> found = refusal("a.txt", "is larger than 20 MB", "split it into documents", "InputTooLarge")
>>> found.what_ar
'أكبر من 20 ميغابايت.'
"""

from __future__ import annotations

from ahlaf.exchange.refused import in_arabic
from ahlaf.web.shapes_done import SetAside


def refusal(where: str, what: str, remedy: str, kind: str) -> SetAside:
    """What was not taken, in both languages."""
    what_ar, do_ar = in_arabic(what, kind)
    return SetAside(where=where, what=what, do=remedy, what_ar=what_ar, do_ar=do_ar)
