"""What matters, at the head of a report: who is said to stand with whom and against whom most, in which words, and what can't all hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ahlaf.exchange.report.claims import quoted, shown_numbers
from ahlaf.exchange.report.markup import E, Node, sentence, value
from ahlaf.exchange.report.words import word
from ahlaf.exchange.vocabulary import named

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ahlaf.exchange.report.content import Report, Strong

TENSIONS: Final = 5
"""So many tensions are told at the head, in a sentence each."""
OUTLETS: Final = 4
"""So many outlets of a tie are named, those that print it most."""


def brief(report: Report) -> list[Node]:
    """The section's content."""
    language = report.language
    if not report.strongest and not report.tensions:
        return [E("p", word("brief_nothing", language))]
    quotable = shown_numbers(report)
    made: list[Node] = [E("p", {"class": "about"}, word("brief_how", language))]
    for sign, key in ((1, "brief_plus"), (-1, "brief_minus")):
        some = [_tie(tie, report, quotable) for tie in report.strongest if tie.edge.sign == sign]
        if some:
            made += [E("h3", word(key, language)), E("ol", {"class": "brief"}, some)]
    if report.tensions:
        told = [
            E("li", E("a", {"href": f"#tension-{n}"}, named(t.kind, language)), ": ", sentence(t.sentence, language))
            for n, t in enumerate(report.tensions[:TENSIONS], 1)
        ]
        made += [E("h3", word("brief_tensions", language)), E("ol", {"class": "brief"}, told)]
    return made


def _tie(tie: Strong, report: Report, quotable: frozenset[int]) -> Element:
    language, edge = report.language, tie.edge
    kind, mark = ("plus", "+") if edge.sign > 0 else ("minus", "−")
    ends: Node = E("span", value(edge.source), " — ", value(edge.target))
    if edge.group >= 0:
        ends = E("a", {"href": f"#between-{edge.group + 1}"}, ends)
    counts = ((word("voices_count", language), edge.voices), (word("documents_count", language), edge.documents))
    facts: list[Node] = [part for at, (name, many) in enumerate(counts) for part in (f"{' · ' * bool(at)}{name} ", value(many))]
    printed: list[Node] = []
    for name, many in tie.outlets[:OUTLETS]:
        printed += [", " if language == "en" and printed else "، " if printed else None, value(name), " ", value(many)]
    if len(tie.outlets) > OUTLETS:
        printed.append(f" {word('and_more', language)}")
    if printed:
        facts += [f" · {word('outlets', language)}: ", *printed]
    return E(
        "li",
        E("p", E("span", {"class": f"sign {kind}"}, f"{mark} "), ends, " ", E("span", {"class": "about"}, facts)),
        E("p", sentence(tie.quote.says, language)),
        quoted(tie.quote, language, link=tie.quote.number in quotable),
    )
