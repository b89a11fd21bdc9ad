r"""A report as a Word file: quotations to be copied into a paper, each with its source in a footnote.

Nothing is needed to write it but a zip. Every paragraph says which way it runs and every piece of it whether it is written
from the right, for Word asks both. Where a text turns its neighbours round with controls, they are left out beside other
words, and kept in a quotation, which stands alone. The same report gives the same bytes.
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, tostring
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ahlaf.exchange.report.markup import E
from ahlaf.exchange.report.words import word
from ahlaf.exchange.vocabulary import named
from ahlaf.network.tensions.words import ARABIC

if TYPE_CHECKING:
    from ahlaf.exchange.report.content import Language, Quote, Report, Strong, Tension

KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES: Final = {
    "xmlns:w": _W,
    "xmlns:r": _R,
    "xmlns:wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xmlns:pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
_CONTROLS: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_RIGHT: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_LEFT: Final = "A-Za-z\u00c0-\u024f"
_WAYS: Final = re.compile(rf"(?P<right>[{_RIGHT}](?:[^{_LEFT}]*[{_RIGHT}])?)|(?P<left>[{_LEFT}\d](?:[^{_RIGHT}]*[{_LEFT}\d])?)")
"""What is written from the right, and what from the left, a number among it; the rest goes as its paragraph does."""
_WIDE: Final = 5_700_000
"""How wide the picture is, in the English Metric Units of Office: nearly an A4 page between its margins."""


def docx(report: Report) -> bytes:
    """The whole file; the report's picture must be PNG."""
    made = _Made(report.language)
    made.all(report)
    body = E("w:document", _SPACES, E("w:body", made.parts, _page(report.language)))
    files: dict[str, bytes] = {
        "[Content_Types].xml": _xml(_types()),
        "_rels/.rels": _xml(_relations(("officeDocument", "word/document.xml"))),
        "word/document.xml": _xml(body),
        "word/styles.xml": _xml(_styles()),
        "word/footnotes.xml": _xml(E("w:footnotes", _SPACES, made.notes)),
    }
    links = [("styles", "styles.xml"), ("footnotes", "footnotes.xml")]
    if report.picture:
        files["word/media/map.png"] = report.picture
        links.append(("image", "media/map.png"))
    files["word/_rels/document.xml.rels"] = _xml(_relations(*links))
    paper = io.BytesIO()
    with ZipFile(paper, "w") as packed:
        for name, data in files.items():
            info = ZipInfo(name)  # of 1980: the same report gives the same bytes
            info.compress_type = ZIP_DEFLATED
            packed.writestr(info, data)
    return paper.getvalue()


class _Made:
    """Paragraphs and footnotes, in one language."""

    def __init__(self, language: Language) -> None:
        self.language, self.rtl = language, language == "ar"
        self.parts: list[Element] = []
        self.notes: list[Element] = [_rule(-1, "separator"), _rule(0, "continuationSeparator")]

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
            self.parts += [E("w:p", _picture(report.picture, word("map", self.language)))]
            self.line(word("legend", self.language), style="Facts")
        if report.tensions:
            self.head("tensions")
        if report.all_tensions > len(report.tensions):
            self.line(word("some_tensions", self.language, shown=len(report.tensions), all=report.all_tensions), style="Facts")
        for number, tension in enumerate(report.tensions, 1):
            self.tension(number, tension)
        self.head("claims")
        if report.shown < report.counts.claims:
            self.line(word("some_claims", self.language, shown=report.shown, all=report.counts.claims), style="Facts")
        for group in report.groups:
            self.line(*(_between(group.ends, self.language)), style="Heading2")
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
        self.parts.append(E("w:p", _kind(style, self.rtl), [run for part in parts for run in _runs(_CONTROLS.sub("", part), self.rtl)]))

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

    def quote(self, quote: Quote, *, says: bool = True) -> None:
        """A claim: the sentence, the words with their source in a footnote, and how they are meant."""
        if says:
            self.line(quote.says.words)
        number = len(self.notes) - 1
        self.notes.append(self.note(number, quote))
        pointer = E("w:r", E("w:rPr", _val("w:rStyle", "FootnoteReference")), E("w:footnoteReference", {"w:id": str(number)}))
        self.parts.append(E("w:p", _kind("Quote", quote.rtl), list(_runs(quote.words, quote.rtl)), pointer))
        relation = f"{ARABIC[quote.relation]} " if self.rtl else ""
        facts = [f"{word('claim', self.language)} {quote.number} · ", relation, f"{quote.relation} ", "+" if quote.sign > 0 else "−"]
        facts += [f" · {word('denied', self.language)}" if quote.denied else "", f" · {word('voice', self.language)}: "]
        facts.append(quote.voice or word("author", self.language))
        facts += [f" · {named(code, self.language)}" for code in (quote.modality, quote.status)]
        self.line(*facts, style="Facts")

    def note(self, number: int, quote: Quote) -> Element:
        """Where the words stand, as a footnote: author, title, outlet, date."""
        title = f"«{quote.title}»" if quote.rtl else f"“{quote.title}”"
        known = [quote.author, title if quote.title else "", quote.outlet, quote.date]
        shown = [f"{word('document', self.language)} {quote.document}"] if not any(known) else [given for given in known if given]
        comma = "، " if quote.rtl else ", "
        pieces = chain.from_iterable((comma if at else "", _CONTROLS.sub("", given)) for at, given in enumerate(shown))
        mark = E("w:r", E("w:rPr", _val("w:rStyle", "FootnoteReference")), E("w:footnoteRef"))
        runs = [run for piece in (" ", *pieces) for run in _runs(piece, quote.rtl)]
        return E("w:footnote", {"w:id": str(number)}, E("w:p", _kind("FootnoteText", quote.rtl), mark, runs))


_SIDES: Final = 6
"""So many sides of a tension are told; the smallest doubt has a hundred."""


def _between(ends: tuple[str, ...], language: Language) -> list[str]:
    if not ends:
        return [word("no_end", language)]
    if len(ends) == 1:
        before, _, after = word("one_end", language, name="\n").partition("\n")
        return [before, ends[0], after]
    return [ends[0], " — ", ends[1]]


# -- pieces of Word -------------------------------------------------------------------------------------


def _val(tag: str, given: str | int) -> Element:
    return E(tag, {"w:val": str(given)})


def _kind(style: str, rtl: bool) -> Element:
    return E("w:pPr", _val("w:pStyle", style) if style else None, E("w:bidi") if rtl else None)


def _runs(words: str, rtl: bool) -> Iterator[Element]:
    """Words as Word wants them, in pieces of one direction each."""
    end = 0
    for found in _WAYS.finditer(words):
        yield from _run(words[end : found.start()], rtl)
        yield from _run(found[0], found["right"] is not None)
        end = found.end()
    yield from _run(words[end:], rtl)


def _run(words: str, rtl: bool) -> Iterator[Element]:
    """A piece; a new line in it is one in Word."""
    if not words:
        return
    made = [(E("w:br") if at else None, E("w:t", {"xml:space": "preserve"}, line)) for at, line in enumerate(words.split("\n"))]
    yield E("w:r", E("w:rPr", E("w:rtl")) if rtl else None, chain.from_iterable(made))


def _rule(number: int, kind: str) -> Element:
    """The line between text and footnotes, which Word wants told."""
    return E("w:footnote", {"w:type": kind, "w:id": str(number)}, E("w:p", E("w:r", E(f"w:{kind}"))))


def _picture(png: bytes, name: str) -> Element:
    across, down = struct.unpack(">II", png[16:24])  # the head of every PNG
    size = {"cx": str(_WIDE), "cy": str(_WIDE * down // across)}
    drawn = E(
        "pic:pic",
        E("pic:nvPicPr", E("pic:cNvPr", {"id": "1", "name": name}), E("pic:cNvPicPr")),
        E("pic:blipFill", E("a:blip", {"r:embed": "rId3"}), E("a:stretch", E("a:fillRect"))),
        E("pic:spPr", E("a:xfrm", E("a:off", {"x": "0", "y": "0"}), E("a:ext", size)), E("a:prstGeom", {"prst": "rect"}, E("a:avLst"))),
    )
    data = E("a:graphicData", {"uri": _SPACES["xmlns:pic"]}, drawn)
    told = E("wp:docPr", {"id": "1", "name": name, "descr": name})
    return E("w:r", E("w:drawing", E("wp:inline", E("wp:extent", size), told, E("a:graphic", data))))


def _page(language: Language) -> Element:
    """A4 with its margins; in Arabic the page itself runs from the right."""
    margins = {f"w:{side}": "1134" for side in ("top", "right", "bottom", "left")} | {"w:header": "700", "w:footer": "700", "w:gutter": "0"}
    return E("w:sectPr", E("w:pgSz", {"w:w": "11906", "w:h": "16838"}), E("w:pgMar", margins), E("w:bidi") if language == "ar" else None)


_STYLES: Final = (
    ("Title", "Title", 36, "1C1C1E", 240),
    ("Heading1", "heading 1", 30, "1C1C1E", 360),
    ("Heading2", "heading 2", 26, "1C1C1E", 240),
    ("Heading3", "heading 3", 23, "1C1C1E", 160),
    ("Quote", "Quote", 24, "1C1C1E", 60),
    ("Facts", "Facts", 18, "595959", 20),
    ("FootnoteText", "footnote text", 18, "1C1C1E", 0),
)
"""Id, name, size in half points, colour, space before in twentieths of a point."""


def _styles() -> Element:
    fonts = {"w:ascii": "Times New Roman", "w:hAnsi": "Times New Roman", "w:cs": "Times New Roman"}
    tongue = E("w:lang", {"w:val": "en-GB", "w:bidi": "ar-SA"})
    plain = E("w:rPrDefault", E("w:rPr", E("w:rFonts", fonts), _val("w:sz", 22), _val("w:szCs", 24), tongue))
    lines = E("w:pPrDefault", E("w:pPr", E("w:spacing", {"w:after": "80", "w:line": "276", "w:lineRule": "auto"})))
    raised = E("w:rPr", _val("w:vertAlign", "superscript"))
    made = [
        E("w:docDefaults", plain, lines),
        E("w:style", {"w:type": "paragraph", "w:default": "1", "w:styleId": "Normal"}, _val("w:name", "Normal")),
        E("w:style", {"w:type": "character", "w:styleId": "FootnoteReference"}, _val("w:name", "footnote reference"), raised),
    ]
    for style, name, size, colour, before in _STYLES:
        head = style == "Title" or style.startswith("Heading")
        level = _val("w:outlineLvl", int(style[-1]) - 1) if style.startswith("Heading") else None
        inside = E("w:ind", {"w:left": "400", "w:right": "400"}) if style == "Quote" else None
        bold = [E("w:b"), E("w:bCs")] if head else []
        made.append(
            E(
                "w:style",
                {"w:type": "paragraph", "w:styleId": style},
                _val("w:name", name),
                _val("w:basedOn", "Normal"),
                _val("w:next", "Normal"),
                E("w:qFormat"),
                E("w:pPr", E("w:keepNext") if head else None, E("w:spacing", {"w:before": str(before), "w:after": "60"}), inside, level),
                E("w:rPr", bold, _val("w:color", colour), _val("w:sz", size), _val("w:szCs", size + 2)),
            )
        )
    return E("w:styles", _SPACES, made)


def _types() -> Element:
    kinds = {"document": "document.main", "styles": "styles", "footnotes": "footnotes"}
    parts = [(f"/word/{name}.xml", f"{KIND.removesuffix('.document')}.{kind}+xml") for name, kind in kinds.items()]
    return E(
        "Types",
        {"xmlns": "http://schemas.openxmlformats.org/package/2006/content-types"},
        E("Default", {"Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"}),
        E("Default", {"Extension": "xml", "ContentType": "application/xml"}),
        E("Default", {"Extension": "png", "ContentType": "image/png"}),
        [E("Override", {"PartName": name, "ContentType": kind}) for name, kind in parts],
    )


def _relations(*links: tuple[str, str]) -> Element:
    made = [E("Relationship", {"Id": f"rId{n}", "Type": f"{_R}/{kind}", "Target": target}) for n, (kind, target) in enumerate(links, 1)]
    return E("Relationships", {"xmlns": "http://schemas.openxmlformats.org/package/2006/relationships"}, made)


def _xml(root: Element) -> bytes:
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + tostring(root, encoding="unicode").encode("utf-8", "replace")
