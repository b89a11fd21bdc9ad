r"""A report as a Word file: quotations to be copied into a paper, each with its source in a footnote.

python-docx writes it, in its template's styles; the footnotes are ours, for it has none. Every paragraph says which way it
runs and every piece of it whether it is written from the right, for Word asks both. Where a text turns its neighbours round
with controls, they are left out beside other words, and kept in a quotation, which stands alone. The same report gives the
same bytes.
"""

# ruff: noqa: PLC0415 - python-docx is slow to load: only what writes a Word file waits for it

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ahlaf.exchange.report.markup import clean
from ahlaf.exchange.report.times import COLUMNS, apart
from ahlaf.exchange.report.words import word
from ahlaf.exchange.vocabulary import named
from ahlaf.network.tensions.words import ARABIC

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

    from ahlaf.exchange.report.content import Language, OverTime, Quote, Report, Strong, Tension

_CONTROLS: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_RIGHT: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_LEFT: Final = "A-Za-z\u00c0-\u024f"
_WAYS: Final = re.compile(rf"([{_RIGHT}](?:[^{_LEFT}]*[{_RIGHT}])?|[{_LEFT}\d](?:[^{_RIGHT}]*[{_LEFT}\d])?)")
"""What is written from the right, and what from the left, a number among it; the rest goes as its paragraph does."""
_FROM_RIGHT: Final = re.compile(f"[{_RIGHT}]")
_SIDES: Final = 6
"""So many sides of a tension are told; the smallest doubt has a hundred."""


def docx(report: Report) -> bytes:
    """The whole file; the report's picture must be PNG."""
    made, paper = io.BytesIO(), io.BytesIO()
    _Made(report).document.save(made)
    with ZipFile(made) as written, ZipFile(paper, "w") as packed:
        for name in written.namelist():
            packed.writestr(ZipInfo(name), written.read(name), ZIP_DEFLATED)  # of 1980: the same report gives the same bytes
    return paper.getvalue()


class _Made:
    """A document of Word with its footnotes, in one language."""

    def __init__(self, report: Report) -> None:
        from docx import Document

        self.language, self.rtl = report.language, report.language == "ar"
        self.document: Any = Document()  # the library is typed in part only
        _set_up(self.document, report)
        self.notes, self.number = _notes(self.document), 0
        self.end = self.document.element.xpath("w:body/w:sectPr")[0]
        self.all(report)

    def all(self, report: Report) -> None:
        """The report, from its title to how it was made."""
        self.line(word("report", self.language), style="Title")
        self.line(f"{word('of', self.language)} ", report.name)
        self.line(word("truth", self.language))
        for name, given in report.filters:
            self.line(f"--{name} ", given, style="Facts")
        self.head("brief")
        for sign, key in ((1, "brief_plus"), (-1, "brief_minus")):
            some = [tie for tie in report.strongest if tie.edge.sign == sign]
            if some:
                self.line(word(key, self.language), style="Heading2")
            for tie in some:
                self.tie(tie)
        if not report.strongest:
            self.line(word("brief_nothing", self.language))
        if report.picture:
            self.head("map")
            self.picture(report.picture)
            self.line(word("legend", self.language), style="Facts")
        if report.tensions:
            self.head("tensions")
        if report.all_tensions > len(report.tensions):
            self.line(word("some_tensions", self.language, shown=len(report.tensions), all=report.all_tensions), style="Facts")
        for number, tension in enumerate(report.tensions, 1):
            self.tension(number, tension)
        if report.time is not None:
            self.time(report.time)
        self.head("claims")
        if report.shown < report.counts.claims:
            self.line(word("some_claims", self.language, shown=report.shown, all=report.counts.claims), style="Facts")
        for group in report.groups:
            self.line(*_between(group.ends, self.language), style="Heading2")
            for quote in group.quotes:
                self.quote(quote)
        self.head("method")
        for key in ("machine", "weighed"):
            self.line(word(key, self.language))
        for name, version, digest in report.method.coders:
            self.line(f"{word('coder', self.language)}: ", f"{name} {version}".strip(), f" · {word('book', self.language)} ", digest)
        for given in report.method.settings:
            self.line(f"{word('settings', self.language)}: ", given)

    def head(self, key: str) -> None:
        self.line(word(key, self.language), style="Heading1")

    def line(self, *parts: str, style: str = "") -> None:
        """A paragraph in the direction of the report, of pieces that each go their own."""
        _write(self.begun(self.end.addprevious), style, self.rtl, (_CONTROLS.sub("", part) for part in parts))

    def begun(self, put: Callable[[Any], object]) -> Paragraph:
        """A new paragraph, put somewhere; at the end the library looks through all before it, for minutes in a long report."""
        from docx.text.paragraph import Paragraph

        put(made := _new("w:p"))
        return Paragraph(made, self.document)

    def picture(self, png: bytes) -> None:
        from docx.shared import Mm

        self.document.add_picture(io.BytesIO(png), width=Mm(158))  # nearly an A4 page between its margins
        for told in self.document.element.xpath(".//wp:docPr"):
            told.set("descr", word("map", self.language))

    def tie(self, tie: Strong) -> None:
        """One of the heaviest ties, with who prints it and its surest words."""
        edge = tie.edge
        comma = "، " if self.rtl else ", "
        printed = chain.from_iterable((comma if at else "", name, f" {many}") for at, (name, many) in enumerate(tie.outlets))
        self.line("+ " if edge.sign > 0 else "− ", edge.source, " — ", edge.target, style="Heading3")
        counts = f"{word('voices_count', self.language)} {edge.voices} · {word('documents_count', self.language)} {edge.documents}"
        self.line(counts, f" · {word('outlets', self.language)}: " if tie.outlets else "", *printed, style="Facts")
        self.quote(tie.quote)

    def tension(self, number: int, tension: Tension) -> None:
        self.line(f"{number}. {named(tension.kind, self.language)}", style="Heading2")
        self.line(tension.sentence.words)
        for side in tension.sides[:_SIDES]:
            self.line(side.says.words, style="Heading3")
            for quote in side.quotes:
                self.quote(quote, says=False)
        if len(tension.sides) > _SIDES:
            self.line(word("quotes_more", self.language, more=len(tension.sides) - _SIDES), style="Facts")

    def time(self, told: OverTime) -> None:
        """What was claimed when, a line a period, and the ties that turned with the words before and after."""
        self.head("time")
        self.line(" ".join([word("time_how", self.language), *apart(told, self.language)]), style="Facts")
        self.line(word(f"time_{told.unit}", self.language), style="Heading2")
        for p in told.periods:
            figures = zip(COLUMNS[1:], (p.claims, p.plus, p.minus, p.turned), strict=True)
            self.line(p.start, ": ", " · ".join(f"{word(key, self.language)} {round(many, 3):g}" for key, many in figures))
        self.line(word("time_turned", self.language), style="Heading2")
        if not told.turned:
            self.line(word("time_steady", self.language))
        elif told.all_turned > len(told.turned):
            self.line(word("time_some", self.language, shown=len(told.turned), all=told.all_turned), style="Facts")
        for t in told.turned:
            self.line(t.ends[0], " — ", t.ends[1], style="Heading3")
            for start, sign, quote in ((t.before, t.was, t.said_before), (t.start, t.now, t.said_after)):
                self.line(start, ": + " if sign > 0 else ": − ", word("binds" if sign > 0 else "divides", self.language), style="Facts")
                if quote is not None:
                    self.quote(quote, says=False)

    def quote(self, quote: Quote, *, says: bool = True) -> None:
        """A claim: the sentence, the words with their source in a footnote, and how they are meant."""
        if says:
            self.line(quote.says.words)
        paragraph = self.begun(self.end.addprevious)
        _write(paragraph, "Quote", quote.rtl, [quote.words])
        self.note(quote)
        _mark(paragraph, _new("w:footnoteReference", id=self.number))
        relation = f"{ARABIC[quote.relation]} " if self.rtl else ""
        facts = [f"{word('claim', self.language)} {quote.number} · ", relation, f"{quote.relation} ", "+" if quote.sign > 0 else "−"]
        facts += [f" · {word('denied', self.language)}" if quote.denied else "", f" · {word('voice', self.language)}: "]
        facts.append(quote.voice or word("author", self.language))
        facts += [f" · {named(code, self.language)}" for code in (quote.modality, quote.status)]
        self.line(*facts, style="Facts")

    def note(self, quote: Quote) -> None:
        """Where the words stand, as the next footnote: author, title, outlet, date."""
        title = f"«{quote.title}»" if quote.rtl else f"“{quote.title}”"
        known = [quote.author, title if quote.title else "", quote.outlet, quote.date]
        shown = [f"{word('document', self.language)} {quote.document}"] if not any(known) else [given for given in known if given]
        comma = "، " if quote.rtl else ", "
        pieces = chain.from_iterable((comma if at else "", _CONTROLS.sub("", given)) for at, given in enumerate(shown))
        self.number += 1
        self.notes.append(note := _new("w:footnote", id=self.number))
        paragraph = self.begun(note.append)
        _mark(paragraph, _new("w:footnoteRef"))
        _write(paragraph, "footnotetext", quote.rtl, [" ", *pieces])


def _between(ends: tuple[str, ...], language: Language) -> list[str]:
    if len(ends) == 2:
        return [ends[0], " — ", ends[1]]
    return [word("one_end", language, name=ends[0]) if ends else word("no_end", language)]


# -- what the library leaves to its elements ------------------------------------------------------------


def _new(tag: str, *inside: Any, **values: object) -> Any:  # noqa: ANN401 - lxml's elements have no types of their own
    """An element of Word."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag, {qn(f"w:{key}"): str(given) for key, given in values.items()})
    made.extend(inside)
    return made


def _write(paragraph: Paragraph, style: str, rtl: bool, parts: Iterable[str]) -> None:
    """Words as Word wants them: a paragraph that has its direction, in pieces of one direction each."""
    kind = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - for bidi; and a style by its name takes the library 2 ms to find
    kind.style = style or None
    kind.extend([_new("w:bidi")] if rtl else [])
    pieces = chain.from_iterable(enumerate(_WAYS.split(clean(part))) for part in parts)
    ways = ((bool(_FROM_RIGHT.match(piece)) if at % 2 else rtl, piece) for at, piece in pieces if piece)
    for right, same in groupby(ways, itemgetter(0)):
        run = paragraph.add_run("".join(piece for _, piece in same))
        if right:
            run.font.rtl = True


def _mark(paragraph: Paragraph, sign: Any) -> None:  # noqa: ANN401 - as above
    """The raised number of a footnote."""
    run: Any = paragraph.add_run().element
    run.style = "footnotereference"
    run.append(sign)


def _notes(document: Any) -> Any:  # noqa: ANN401 - as above
    """The document's footnotes, in a part of their own, with the lines that Word wants between them and the text."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import XmlPart

    kinds = {-1: "separator", 0: "continuationSeparator"}
    lines = [_new("w:footnote", _new("w:p", _new("w:r", _new(f"w:{kind}"))), type=kind, id=number) for number, kind in kinds.items()]
    part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, _new("w:footnotes", *lines), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    known = _new("w:footnotePr", *(_new("w:footnote", id=number) for number in kinds))
    document.settings.element.xpath("w:compat")[0].addprevious(known)
    return part.element


def _set_up(document: Any, report: Report) -> None:  # noqa: ANN401 - as above
    """Page, styles and properties: A4, running from the right in Arabic, and nothing said of who wrote it where."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(20)
    if report.language == "ar":
        document.element.xpath("w:body/w:sectPr/w:docGrid")[0].addprevious(_new("w:bidi"))
    document.settings.element.xpath("w:themeFontLang")[0].set(qn("w:bidi"), "ar-SA")  # or the theme has no font for Arabic
    styles = document.styles
    styles["Normal"].paragraph_format.space_after = Pt(4)
    quote = styles["Quote"]
    quote.font.italic = quote.font.cs_italic = False  # Arabic isn't slanted
    quote.paragraph_format.left_indent = quote.paragraph_format.right_indent = Pt(20)
    for name, builtin in (("Facts", False), ("footnote text", True)):
        small = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin)
        small.base_style, small.font.size = styles["Normal"], Pt(9)
        small.element.xpath("w:rPr/w:sz")[0].addnext(_new("w:szCs", val=18))  # the size of Arabic
    styles["Facts"].font.color.rgb = RGBColor(0x59, 0x59, 0x59)
    styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True).font.superscript = True
    document.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES).element.clear()  # the template's author and date
    core = document.core_properties
    core.title, core.language = clean(_CONTROLS.sub("", report.name))[:255], report.language  # more the library refuses
    with suppress(ValueError):  # a report without decisions has no date
        core.created = core.modified = datetime.fromisoformat(report.counts.at)
