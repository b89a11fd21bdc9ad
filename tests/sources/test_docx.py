"""Word documents: their text in order, what was struck out left out, the hostile refused before they unpack."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from making import OTHER, TEXT, documents, errors, loaded

from ahlaf.errors import BinaryInput, EmptyInput, InputTooLarge
from ahlaf.sources import docx as reader

NOTE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def made(*paragraphs: str, **core: Any) -> bytes:
    document = docx.Document()
    document.core_properties.author = ""
    for name, value in core.items():
        setattr(document.core_properties, name, value)
    for text in paragraphs:
        document.add_paragraph(text)
    return saved(document)


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_part(data: bytes, name: str, change: Any) -> bytes:
    """The same document with a part changed, or added where it has none of that name."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            body = old.read(info)
            new.writestr(info.filename, change(body) if info.filename == name else body)
        if name not in old.namelist():
            new.writestr(name, change(b""))
    return out.getvalue()


def test_paragraphs_headings_and_tables_come_in_their_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("حرب أم سلام", 1)
    document.add_paragraph(TEXT)
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "العراق", "سوريا"
    document.add_paragraph(OTHER)
    (found,) = documents(loaded(tmp_path / "a.docx", saved(document)))
    assert found.text == f"حرب أم سلام\n{TEXT}\nالعراق\nسوريا\n{OTHER}"


def test_what_was_struck_out_is_left_out_and_what_was_put_in_is_read() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("قال الوزير إن بلاده ")
    for kind, inner in (("del", "<w:delText>ترفض</w:delText>"), ("ins", "<w:t>تدعم</w:t>")):
        paragraph._p.append(parse_xml(f"<w:{kind} {nsdecls('w')}><w:r>{inner}</w:r></w:{kind}>"))
    paragraph.add_run(" الاتفاق")
    assert reader.document(saved(document), "a", "a").text == "قال الوزير إن بلاده تدعم الاتفاق"


def test_footnotes_stand_at_the_end() -> None:
    notes = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:type='separator'><w:p><w:r><w:t>خط</w:t></w:r></w:p></w:footnote>"
        f"<w:footnote w:id='2'><w:p><w:r><w:t>{OTHER}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    data = with_part(made(TEXT), "word/footnotes.xml", lambda _: notes.encode())
    link = f'<Relationship Id="rIdN" Type="{NOTE}" Target="footnotes.xml"/></Relationships>'
    data = with_part(data, "word/_rels/document.xml.rels", lambda old: old.replace(b"</Relationships>", link.encode()))
    kind = '<Override PartName="/word/footnotes.xml" ContentType="application/xml"/></Types>'
    data = with_part(data, "[Content_Types].xml", lambda old: old.replace(b"</Types>", kind.encode()))
    assert reader.document(data, "a", "a").text == f"{TEXT}\n{OTHER}"


@pytest.mark.parametrize(
    ("finished", "date"), [((2016, 3, 15), "2016-03-14"), ((2016, 3, 14), "2016-03-14"), ((2019, 1, 1), None), ((2016, 3, 1), None)]
)
def test_the_core_properties_say_what_is_known_of_it(tmp_path: Path, finished: tuple[int, int, int], date: str | None) -> None:
    begun = datetime(2016, 3, 14, tzinfo=UTC)
    data = made(TEXT, title="حرب أم سلام", author="كريم الساعدي", created=begun, modified=datetime(*finished, tzinfo=UTC))
    (found,) = documents(loaded(tmp_path / "a.docx", data))
    assert (found.title, found.author, found.date, found.language) == ("حرب أم سلام", "كريم الساعدي", date, "ar")


def test_it_is_known_without_its_ending(tmp_path: Path) -> None:
    assert [d.text for d in documents(loaded(tmp_path / "letter", made(TEXT)))] == [TEXT]


def bomb(entity: str) -> bytes:
    head = f'<?xml version="1.0"?><!DOCTYPE d [{entity}]>'.encode()
    return with_part(made(TEXT), "word/document.xml", lambda old: head + old.partition(b"?>")[2])


def renamed(data: bytes, name: str) -> bytes:
    """The same document with its main part under another name, as its types and links say."""
    folder, _, file = name.rpartition("/")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            called = {"word/document.xml": name, "word/_rels/document.xml.rels": f"{folder}/_rels/{file}.rels"}
            body = old.read(info)
            if info.filename in ("[Content_Types].xml", "_rels/.rels"):
                body = body.replace(b"word/document.xml", name.encode())
            new.writestr(called.get(info.filename, info.filename), body)
    return out.getvalue()


MUCH = with_part(made(TEXT), "word/document.xml", lambda old: old.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 18_000_000))

HOSTILE = {
    "laughs under another name": (renamed(bomb('<!ENTITY a "aaaa">'), "word/document.bin"), BinaryInput, "declares entities"),
    "much under another name": (renamed(MUCH, "word/document.bin"), InputTooLarge, "unpacks to more than 100 MB"),
    "much among the pictures": (renamed(MUCH, "word/media/1.png"), InputTooLarge, "unpacks to more than 100 MB"),
    "laughs": (bomb('<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">'), BinaryInput, "declares entities"),
    "a file of ours": (bomb('<!ENTITY a SYSTEM "file:///etc/passwd">'), BinaryInput, "declares entities"),
    "zeros": (with_part(made(TEXT), "word/more.xml", lambda _: b" " * 120_000_000), InputTooLarge, "unpacks to more than 100 MB"),
    "parts": (
        with_part(made(TEXT), "[Content_Types].xml", lambda old: old)[:-22] + b"PK\x05\x06" + b"\0" * 18,
        BinaryInput,
        "broken Word document",
    ),
    "cut off": (made(TEXT)[:3000], BinaryInput, "broken Word document"),
    "no Word in it": (with_part(made(TEXT), "word/document.xml", lambda _: b"<a/>"), BinaryInput, "broken Word document"),
    "an old one": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000, BinaryInput, "before 2007"),
    "empty": (made(), EmptyInput, "without text"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_can_not_be_read_is_refused_with_its_reason(tmp_path: Path, case: str) -> None:
    data, kind, says = HOSTILE[case]
    (error,) = errors(loaded(tmp_path / "a.docx", data))
    assert type(error) is kind
    assert says in str(error)


def test_a_picture_may_be_large_and_may_be_an_svg_with_a_document_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "UNPACKED", 1_000_000)
    data = with_part(made(TEXT), "word/media/1.png", lambda _: b"\x89PNG" + b"\0" * 2_000_000)
    data = with_part(data, "word/media/2.svg", lambda _: b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" ""><svg/>')
    assert reader.document(data, "a", "a").text == TEXT


def test_nothing_outside_the_file_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refused(*_: object) -> None:
        raise AssertionError("the document led outside")

    document = docx.Document()
    document.add_paragraph(TEXT)
    document.part.relate_to("http://127.0.0.1:9/template.dotm", f"{NOTE.rpartition('/')[0]}/attachedTemplate", is_external=True)
    document.part.relate_to("file:///etc/passwd", NOTE, is_external=True)
    data = saved(document)
    monkeypatch.setattr(socket.socket, "connect", refused)
    assert reader.document(data, "a", "a").text == TEXT
