"""What was claimed when: a row a period, and the ties whose sign turned, each with the words before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ahlaf.exchange.report.claims import quoted, shown_numbers
from ahlaf.exchange.report.markup import E, Node, day, fold, value
from ahlaf.exchange.report.words import word
from ahlaf.exchange.said import message

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from ahlaf.exchange.report.content import Language, OverTime, Report, Turning

COLUMNS: Final = ("time_period", "claims_count", "time_plus", "time_minus", "time_turned")


def apart(told: OverTime, language: Language) -> list[str]:
    """What is in no period, in a sentence each."""
    counted = (("time_undated", told.undated), ("time_elsewhere", told.elsewhere))
    return [word(key, language, n=many) for key, many in counted if many]


def times(report: Report, table: Callable[..., Element]) -> list[Node]:
    """The section's content; ``table`` makes the report's tables."""
    told, language = report.time, report.language
    if told is None:
        return []
    made: list[Node] = [E("p", {"class": "about"}, " ".join([word("time_how", language), *apart(told, language)]))]
    rows: list[list[Node]] = [[day(p.start), *(value(n) for n in (p.claims, p.plus, p.minus, p.turned))] for p in told.periods]
    made.append(table(word(f"time_{told.unit}", language), [(word(key, language), at > 0) for at, key in enumerate(COLUMNS)], rows))
    made.append(E("h3", word("time_turned", language)))
    if not told.turned:
        return [*made, E("p", word("time_steady", language))]
    if told.all_turned > len(told.turned):
        made.append(E("p", word("time_some", language, shown=len(told.turned), all=told.all_turned)))
    quotable = shown_numbers(report)
    return [*made, E("ol", {"class": "brief"}, [_turning(t, quotable, language) for t in told.turned])]


def _turning(turning: Turning, quotable: frozenset[int], language: Language) -> Element:
    title: list[Node] = [value(turning.ends[0]), " — ", value(turning.ends[1]), ": "]
    sides: list[Node] = []
    for start, sign, quote in ((turning.before, turning.was, turning.said_before), (turning.start, turning.now, turning.said_after)):
        kind, mark = ("plus", "+") if sign > 0 else ("minus", "−")
        how = E("span", {"class": f"sign {kind}"}, f"{mark} ", word("binds" if sign > 0 else "divides", language))
        title += [message("comma", language) if sides else None, day(start), " ", how]
        sides.append(E("p", day(start)) if quote is None else quoted(quote, language, link=quote.number in quotable))
    return E("li", fold(E("span", title), sides))
