"""A report as a Word file: whole, in its direction, each quotation with its source, and nothing that a text can do."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import docx as word
import pytest
from click.testing import CliRunner
from PIL import Image
from reported import EVIL, HOSTILE

from ahlaf import reports
from ahlaf.cli import main
from ahlaf.exchange.report import docx
from ahlaf.exchange.report.content import LANGUAGES
from ahlaf.sources.docx import document
from ahlaf.store import Project

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def png() -> bytes:
    Image.new("RGB", (200, 100)).save(paper := io.BytesIO(), "PNG")
    return paper.getvalue()


def parts(file: bytes) -> dict[str, ET.Element]:
    """Every XML in the file, well-formed."""
    with zipfile.ZipFile(io.BytesIO(file)) as packed:
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}, "the same bytes at any time"
        texts = {name: packed.read(name) for name in packed.namelist() if name.endswith((".xml", ".rels"))}
    return {name: ET.fromstring(text) for name, text in texts.items()}  # noqa: S314 - our own


def words(paragraph: ET.Element) -> str:
    return "".join("\n" if e.tag == f"{W}br" else e.text or "" for e in paragraph.iter() if e.tag in (f"{W}t", f"{W}br"))


def styled(root: ET.Element, style: str) -> list[ET.Element]:
    return [p for p in root.iter(f"{W}p") if (s := p.find(f"{W}pPr/{W}pStyle")) is not None and s.get(f"{W}val") == style]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_hostile_is_words_and_turns_nothing_round(language: Any) -> None:
    file = docx(replace(HOSTILE, name=EVIL * 9, language=language, picture=png()))
    found = parts(file)
    body, notes = found["word/document.xml"], found["word/footnotes.xml"]
    shown = EVIL.replace("\x00", "␀").replace("\x1b", "␛")
    assert [words(p) for p in styled(body, "Quote")] == [shown] * 9
    for paragraph in (*body.iter(f"{W}p"), *notes.iter(f"{W}p")):
        if paragraph not in styled(body, "Quote"):
            assert "\u202e" not in words(paragraph)
    tags = {e.tag.rpartition("}")[2] for e in body.iter()}
    assert not {"hyperlink", "object", "fldSimple", "instrText", "altChunk"} & tags
    targets = [(e.get("Target"), e.get("TargetMode")) for name, root in found.items() if name.endswith(".rels") for e in root]
    assert all(mode is None and "://" not in str(target) for target, mode in targets)
    core = word.Document(io.BytesIO(file)).core_properties
    assert core.title.startswith("</p><script>alert(1)")
    assert "\u202e" not in core.title
    assert core.created is None, "what is no date is none"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_quotation_has_its_source_in_a_footnote(study: Path, language: Any) -> None:
    with Project.open(study) as project:
        report = reports.gather(project, reports.Order(language=language, png=True, limit=0))
        assert docx(report) == docx(reports.gather(project, reports.Order(language=language, png=True, limit=0)))
    found = parts(docx(report))
    body, notes = found["word/document.xml"], found["word/footnotes.xml"]
    quotes = styled(body, "Quote")
    assert {q.words for g in report.groups for q in g.quotes} <= {words(p) for p in quotes}
    pointers = [p.find(f".//{W}footnoteReference").get(f"{W}id") for p in quotes]  # type: ignore[union-attr]
    told = {e.get(f"{W}id"): words(e) for e in notes}
    assert len(set(pointers)) == len(pointers), "a footnote each"
    assert set(pointers) <= set(told)
    titles = {q.title for g in report.groups for q in g.quotes}
    assert all(any(title in told[p] for title in titles) for p in pointers)
    assert all(p.find(f"{W}pPr/{W}bidi") is not None for p in quotes), "a quotation runs the way of its article"
    heads = styled(body, "Heading1")
    assert all((p.find(f"{W}pPr/{W}bidi") is not None) == (language == "ar") for p in heads)
    assert len(heads) == 5
    for run in body.iter(f"{W}r"):
        if re.search("[\u0621-\u064a]", words(run)):
            assert run.find(f"{W}rPr/{W}rtl") is not None
        elif re.search("[A-Za-z0-9]", words(run)):
            assert run.find(f"{W}rPr/{W}rtl") is None, "a date is not turned round"


@pytest.mark.parametrize("language", LANGUAGES)
def test_other_programs_read_what_was_written(study: Path, language: Any) -> None:
    with Project.open(study) as project:
        report = reports.gather(project, reports.Order(language=language, png=True, limit=0))
    report = replace(report, counts=replace(report.counts, at="2026-03-04T05:06:07Z"))
    file = docx(report)
    found = word.Document(io.BytesIO(file))
    styles = [p.style.name for p in found.paragraphs if p.style]
    assert styles[0] == "Title"
    assert styles.count("Heading 1") == 5
    assert {"Heading 2", "Heading 3", "Quote", "Facts", "Normal"} <= set(styles)
    (picture,) = found.inline_shapes
    assert picture.width > picture.height > 0
    assert len(found.element.xpath("//wp:docPr[@descr]")) == 1
    notes = [rel.target_part for rel in found.part.rels.values() if rel.reltype.endswith("/footnotes")]
    assert [n.partname for n in notes] == ["/word/footnotes.xml"]
    assert bool(found.element.xpath("w:body/w:sectPr/w:bidi")) == (language == "ar")
    core = found.core_properties
    assert (core.title, core.language, core.author, core.last_modified_by) == (report.name, language, "", "")
    assert core.created == core.modified == datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
    read = document(file, "paper.docx", "paper.docx")
    lines = read.text.split("\n")
    quotes = [q for g in report.groups for q in g.quotes]
    assert {line for q in quotes for line in q.words.split("\n")} <= set(lines)
    assert all(any(q.title in line and q.outlet in line and q.date in line for line in lines) for q in quotes)
    assert (read.title, read.author, read.date) == (report.name, None, "2026-03-04")


def test_the_command_goes_by_the_name_of_the_file(study: Path, tmp_path: Path) -> None:
    for name, more in (("paper.docx", ()), ("paper.word", ("--format", "docx"))):
        done = CliRunner().invoke(main, ["report", str(study), "-o", str(tmp_path / name), *more])
        assert done.exit_code == 0, done.stderr
        assert (tmp_path / name).read_bytes()[:2] == b"PK"
    assert (tmp_path / "paper.docx").read_bytes() == (tmp_path / "paper.word").read_bytes()
    out = CliRunner().invoke(main, ["report", str(study), "--format", "docx"])
    assert out.stdout_bytes == (tmp_path / "paper.docx").read_bytes()
    page = CliRunner().invoke(main, ["report", str(study), "-o", str(tmp_path / "page.docx"), "--format", "html"])
    assert page.exit_code == 0
    assert (tmp_path / "page.docx").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_what_was_written_can_be_read_back(study: Path, tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    assert CliRunner().invoke(main, ["report", str(study), "-o", str(path)]).exit_code == 0
    done = CliRunner().invoke(main, ["read", str(path), "--format", "jsonl"])
    assert done.exit_code == 0
    assert json.loads(done.stdout.splitlines()[0])["claims"]


def test_an_empty_project_is_a_file_too(tmp_path: Path) -> None:
    with Project.create(tmp_path / "empty.ahlaf") as project:
        found = parts(docx(reports.gather(project, reports.Order(png=True))))
    assert "word/document.xml" in found
    assert len(found["word/footnotes.xml"]) == 2
