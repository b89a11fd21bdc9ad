"""The report's page, section by section.

Its policy, in its own head, allows no script at all, nothing from any host, its one style by its digest and its one
picture as data. A picture that is an image can neither run nor fetch anything, whatever stands in it.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ahlaf.exchange.report.brief import brief
from ahlaf.exchange.report.claims import claims, quoted, shown_numbers
from ahlaf.exchange.report.markup import E, Node, day, direction, fold, sentence, text, value
from ahlaf.exchange.report.times import times
from ahlaf.exchange.report.words import word
from ahlaf.exchange.vocabulary import named

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ahlaf.exchange.report.content import Edge, Language, Report, Tension

SECTIONS: Final = ("brief", "summary", "map", "alliances", "tensions", "time", "claims", "method")
"""In their order; that on time is there where there is something to tell."""
_CONTROLS: Final = dict.fromkeys([0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)])


def page(report: Report) -> str:
    """The whole file."""
    style = Path(__file__).with_name("style.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    language = report.language
    made = E(
        "html",
        {"lang": language, "dir": direction(language)},
        E(
            "head",
            E("meta", {"charset": "utf-8"}),
            E("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
            E("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
            E("meta", {"name": "referrer", "content": "no-referrer"}),
            E("meta", {"name": "generator", "content": f"ahlaf {report.method.version}"}),
            E("title", f"{word('report', language)} · {report.name.translate(_CONTROLS)}"),
            E("style", style),
        ),
        E("body", _head(report), E("main", [_section(report, name) for name in _sections(report)])),
    )
    return "<!DOCTYPE html>\n" + text(made) + "\n"


def _head(report: Report) -> Element:
    language = report.language
    chosen = [item for name, given in report.filters for item in (E("dt", E("code", {"dir": "ltr"}, f"--{name}")), E("dd", value(given)))]
    return E(
        "header",
        E("h1", word("report", language)),
        E("p", word("of", language), " ", value(report.name)),
        E("p", {"class": "note"}, E("strong", word("truth", language))),
        [E("p", word("chosen", language)), E("dl", chosen)] if chosen else [],
        E(
            "nav",
            {"aria-label": word("contents", language)},
            E("ul", [E("li", E("a", {"href": f"#{name}"}, word(name, language))) for name in _sections(report)]),
        ),
    )


def _sections(report: Report) -> list[str]:
    return [name for name in SECTIONS if name != "time" or report.time is not None]


def _section(report: Report, name: str) -> Element:
    fills = dict(zip(SECTIONS, (brief, _summary, _map, _alliances, _tensions, _time, claims, _method), strict=True))
    title = E("h2", {"id": f"{name}-title"}, word(name, report.language))
    return E("section", {"id": name, "aria-labelledby": f"{name}-title"}, title, fills[name](report))


def _table(caption: str, columns: list[tuple[str, bool]], rows: Sequence[Sequence[Node]], *, told: bool = True) -> Element:
    """A table; each column is a title and whether it holds numbers; the first cell of a row names it.

    Where it is too wide for the screen each row stands as a line of its own, and each cell says its column's title.
    ``told`` is False where a heading above says already what the caption would.
    """
    kinds = [{"class": "number"} if number else {} for _, number in columns]
    titles = [{"data-title": title} for title, _ in columns]
    heads = [E("th", {"scope": "col"}, kind, title) for (title, _), kind in zip(columns, kinds, strict=True)]
    tags = [("th", {"scope": "row"}), *(("td", kind) for kind in kinds[1:])]
    body = [E("tr", [E(tag, kind, title, cell) for (tag, kind), title, cell in zip(tags, titles, row, strict=True)]) for row in rows]
    wide = {"class": "many"} if len(columns) > _FEW else {}
    made = E("table", wide, E("caption", caption) if told else None, E("thead", E("tr", heads)), E("tbody", body))
    return E("div", {"class": "wide", "tabindex": "0", "role": "region", "aria-label": caption}, made)


def _sign(sign: int, language: Language) -> Element:
    """A sign by mark, colour and word."""
    kind, mark = ("plus", "+") if sign > 0 else ("minus", "−")
    return E("span", {"class": f"sign {kind}"}, f"{mark} ", word("binds" if sign > 0 else "divides", language))


# -- sections -------------------------------------------------------------------------------------------


def _summary(report: Report) -> list[Node]:
    language, counts = report.language, report.counts
    period: Node = word("unknown", language)
    if counts.first:
        period = E("span", day(counts.first), f" {word('to', language)} ", day(counts.last))
    at: Node = word("never", language)
    if counts.decision:
        at = E("span", value(counts.decision), " · ", value(counts.at[:16].replace("T", " ")))
    facts: list[tuple[str, Node]] = [
        ("claims_count", value(counts.claims)),
        ("coded", value(counts.coded)),
        ("documents", value(counts.documents)),
        ("actors", value(counts.actors)),
        ("edges", value(counts.edges)),
        ("period", period),
        ("as_of", at),
    ]
    made: list[Node] = [E("dl", [part for key, given in facts for part in (E("dt", word(key, language)), E("dd", given))])]
    made += [E("h3", word("statuses", language)), E("p", _tally(counts.statuses, language))]
    made.append(E("h3", word("who", language)))
    if counts.coders:
        made.append(E("ul", {"class": "plain"}, [E("li", value(who), ": ", _tally(done, language)) for who, done in counts.coders]))
    else:
        made.append(E("p", word("nobody", language)))
    for key, column, found, nobody in (("voices", "voice", counts.voices, "authors"), ("outlets", "outlet", counts.outlets, "unknown")):
        if not found:
            continue
        rows_ = [[value(name) if name else word(nobody, language), value(many)] for name, many in found[:_MOST]]
        if left := sum(many for _, many in found[_MOST:]):
            rows_.append([word("and_more", language), value(left)])
        columns = [(word(column, language), False), (word("count", language), True)]
        made.append(fold(E("h3", word(key, language)), _table(word(key, language), columns, rows_, told=False)))
    return made


def _tally(found: tuple[tuple[str, int], ...], language: Language) -> list[Node]:
    """Codes with their numbers, in a row."""
    made: list[Node] = []
    for code, many in found:
        made += [" · " if made else None, f"{named(code, language)} ", value(many)]
    return made


_FEW: Final = 3
"""How many columns fit on a telephone."""
_SIDES: Final = 20
"""So many sides of a tension are told, the heaviest; the smallest doubt of a large project has hundreds."""
_LINKS: Final = 20
"""To so many of its claims a membership leads."""
_MOST: Final = 15
"""How many voices and outlets are named."""
_EDGES: Final = 300
"""How many ties the table beside the map lists."""
_SEEN: Final = 20
"""So many rows of a long table stand in sight."""
_NAMED: Final = 15
"""So many of a camp are named in sight, those of whom most is said."""


def _map(report: Report) -> list[Node]:
    language, counts = report.language, report.counts
    if not report.picture:
        return [E("p", word("empty_map", language))]
    alt = word("alt", language, actors=counts.actors, edges=counts.edges)
    data = base64.b64encode(report.picture).decode()
    made: list[Node] = [
        E("figure", E("img", {"alt": alt, "src": f"data:image/svg+xml;base64,{data}"}), E("figcaption", word("legend", language)))
    ]
    figures = ("weight", "for", "against", "voices_count", "documents_count")
    titles = [(word(key, language), key in figures) for key in ("source", "target", "sign", *figures, "dates")]
    rows = [_edge(e, language) for e in report.edges[:_EDGES]]
    made.append(_table(word("edges_table", language), titles, rows[:_SEEN]))
    if rest := rows[_SEEN:]:
        title = word("next_edges", language, more=len(rest))
        left = len(report.edges) - len(rows)
        more = E("p", word("more_edges", language, more=left)) if left else None
        made.append(fold(title, _table(title, titles, rest, told=False), more))
    return made


def _edge(edge: Edge, language: Language) -> list[Node]:
    source: Node = value(edge.source)
    if edge.group >= 0:
        source = E("a", {"href": f"#between-{edge.group + 1}"}, source)
    dates: Node = None
    if edge.first:
        dates = day(edge.first) if edge.first == edge.last else E("span", day(edge.first), " – ", day(edge.last))
    figures = [value(n) for n in (edge.weight, edge.mass_for, edge.mass_against, edge.voices, edge.documents)]
    return [source, value(edge.target), _sign(edge.sign, language), *figures, dates]


def _alliances(report: Report) -> list[Node]:
    language = report.language
    quotable = shown_numbers(report)
    made: list[Node] = [E("h3", word("declared", language))]
    rows: list[list[Node]] = []
    for alliance in report.alliances:
        for member, weight, numbers in alliance.members:
            links: list[Node] = []
            for number in numbers:
                if number in quotable:
                    links += [E("a", {"href": f"#claim-{number}"}, value(number)), " "]
            if more := len(links) // 2 - _LINKS:
                links = [*links[: 2 * _LINKS], word("quotes_more", language, more=more)] if more > 0 else links
            rows.append([value(alliance.name), value(member), value(weight), E("span", links)])
    if rows:
        titles = [(word(key, language), key == "weight") for key in ("alliance", "member", "weight", "claims_count")]
        made.append(_table(word("declared", language), titles, rows[:_SEEN], told=False))
        if rest := rows[_SEEN:]:
            title = word("next_members", language, more=len(rest))
            made.append(fold(title, _table(title, titles, rest, told=False)))
    else:
        made.append(E("p", word("no_alliances", language)))
    made.append(E("h3", word("camps", language)))
    if not report.camps:
        made.append(E("p", word("no_camps", language)))
        return made
    for number, camp in enumerate(report.camps, 1):
        made.append(E("p", E("strong", f"{word('camp', language)} {number} ({len(camp)}): "), _names(camp[:_NAMED])))
        if rest_ := camp[_NAMED:]:
            made.append(fold(f"{word('camp', language)} {number}: {word('camp_more', language, more=len(rest_))}", E("p", _names(rest_))))
    made.append(E("p", f"{word('doubt', language)}: ", value(report.doubt)))
    return made


def _names(names: Sequence[str]) -> list[Node]:
    made: list[Node] = []
    for at, name in enumerate(names):
        made += [" · " if at else None, value(name)]
    return made


def _tensions(report: Report) -> list[Node]:
    language = report.language
    if not report.tensions:
        return [E("p", word("no_tensions", language))]
    made: list[Node] = []
    if report.all_tensions > len(report.tensions):
        made.append(E("p", word("some_tensions", language, shown=len(report.tensions), all=report.all_tensions)))
    quotable = shown_numbers(report)
    return made + [_tension(number, tension, report, quotable) for number, tension in enumerate(report.tensions, 1)]


def _left(more: int, language: Language) -> Node:
    """How many there are besides those that are shown."""
    return E("p", {"class": "about"}, word("quotes_more", language, more=more)) if more > 0 else None


def _tension(number: int, tension: Tension, report: Report, quotable: frozenset[int]) -> Element:
    language = report.language
    sides: list[Node] = [
        E(
            "div",
            {"class": "side"},
            E("p", sentence(side.says, language), " ", E("span", {"class": "about"}, f"({word('mass', language)} ", value(side.mass), ")")),
            [quoted(q, language, link=q.number in quotable) for q in side.quotes],
            E("p", {"class": "about"}, word("quotes_more", language, more=side.more)) if side.more else None,
        )
        for side in tension.sides[:_SIDES]
    ]
    sides.append(_left(len(tension.sides) - _SIDES, language))
    words = fold(word("sides", language, sides=len(tension.sides)), sides)
    score = E("span", {"class": "about"}, f"({word('score', language)} ", value(tension.score), ")")
    title = E("h3", f"{number}. {named(tension.kind, language)} ", score)
    return E("article", {"class": "tension", "id": f"tension-{number}"}, title, E("p", sentence(tension.sentence, language)), words)


def _time(report: Report) -> list[Node]:
    return times(report, _table)


def _method(report: Report) -> list[Node]:
    language, method = report.language, report.method
    facts: list[Node] = []
    for name, version, digest in method.coders:
        book: list[Node] = [f" · {word('book', language)} ", E("code", {"dir": "ltr"}, digest)] if digest else []
        facts.append(E("li", f"{word('coder', language)}: ", value(f"{name} {version}".strip()), book))
    facts.append(E("li", f"{word('written_by', language)}: ", value(f"ahlaf {method.version}")))
    if method.settings:
        facts.append(E("li", f"{word('settings', language)}: ", value(" ".join(method.settings))))
    return [*(E("p", word(key, language)) for key in ("truth", "machine", "weighed")), E("ul", facts)]

