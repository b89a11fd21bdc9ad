"""A report of which every word is hostile, for its tests as a page and as a Word file."""

from __future__ import annotations

from ahlaf.exchange.report.content import (
    Alliance,
    Counts,
    Edge,
    Group,
    Method,
    OverTime,
    Period,
    Quote,
    Report,
    Sentence,
    Side,
    Strong,
    Tension,
    Turning,
)

EVIL = "</p><script>alert(1)</script><img src=x onerror=alert(2)> \" ' & \u202eقلب\x00\x1b[2J"
SAID = Sentence(f"{EVIL} is said to aid {EVIL}", (EVIL,))


def quote(number: int, words: str = EVIL) -> Quote:
    return Quote(number, SAID, words, True, 1, EVIL, EVIL, EVIL, EVIL, EVIL, "AID", 1, True, "alleged", "disputed", ((EVIL, "refuse"),))


HOSTILE = Report(
    EVIL,
    "en",
    (("voice", EVIL),),
    Counts(1, 1, 2, 2, 1, EVIL, EVIL, (("disputed", 2),), ((EVIL, 1), ("", 1)), ((EVIL, 2),), ((EVIL, (("refuse", 1),)),), 7, EVIL),
    b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    (Edge(EVIL, EVIL, -1, 1.0, 1.0, 0.0, 1, 1, EVIL, EVIL, 0),),
    ((EVIL,), (EVIL, EVIL)),
    EVIL,
    (Alliance(EVIL, ((EVIL, 1.0, (1, 99)),)),),
    (Tension("circle", SAID, 1.0, (Side(SAID, 1.0, (quote(1), quote(99)), 3),)),),
    2,
    (Group((EVIL, EVIL), (quote(1), quote(2))), Group((EVIL,), (quote(3),)), Group((), (quote(4),))),
    4,
    Method("1.0", ((EVIL, EVIL, EVIL),), (EVIL,)),
    (Strong(Edge(EVIL, EVIL, -1, 1.0, 1.0, 0.0, 1, 1, EVIL, EVIL, 0), ((EVIL, 2),), quote(1)),),
    OverTime("months", (Period(EVIL, 2, 1.0, 0.5, 1),), (Turning((EVIL, EVIL), 1, -1, EVIL, EVIL, quote(1), quote(99)),), 3, 1, 1),
)
