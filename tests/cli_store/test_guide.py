"""A day's work as docs/projects.md tells it."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner
from commanding import ahlaf

from ahlaf.store import Project

DOCS = Path(__file__).parents[2] / "docs" / "projects.md"


def _sources_of_the_page(folder: Path) -> None:
    """The files that the guide adds."""
    import gzip
    import zipfile

    item = "<item><title>عنوان</title><description>العراق دعمت تركيا ثم روسيا دعمت العراق</description></item>"
    (folder / "feed.xml").write_text(f'<rss version="2.0"><channel><title>صحيفة</title>{item}</channel></rss>', encoding="utf-8")
    with zipfile.ZipFile(folder / "dump.zip", "w") as archive:
        archive.writestr("2016/one.txt", "مصر حالفت تركيا ثم تركيا هاجمت مصر")
    html = f"<html><body><article><p>{'روسيا دعمت تركيا ثم العراق هاجمت روسيا. ' * 8}</p></article></body></html>".encode()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html
    headers = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://paper.example/1\r\nContent-Length: {len(answer)}\r\n\r\n"
    (folder / "news.warc.gz").write_bytes(gzip.compress(headers.encode() + answer + b"\r\n\r\n"))
    (folder / "table.csv").write_text("headline,story\nعنوان,تركيا هاجمت العراق ثم مصر دعمت العراق\n", encoding="utf-8")


def test_the_guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, book: object) -> None:  # noqa: ARG001 - as above
    """Every command of the guide runs, in its order, and says what the guide says that it says."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AHLAF_CODER", "anna")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("تركيا دعمت العراق ثم روسيا هاجمت تركيا", encoding="utf-8")
    (tmp_path / "articles" / "b.txt").write_text("الحزب هاجمت روسيا ثم حزب حالفت تركيا", encoding="utf-8")
    _sources_of_the_page(tmp_path)
    blocks = re.findall(r"```console\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    commands = [line.removeprefix("$ ahlaf ") for block in blocks for line in block.splitlines() if line.startswith("$ ahlaf ")]
    assert len(commands) > 12

    for command in commands:
        words = shlex.split(command)
        keys = "q" if words == ["review", "study.ahlaf"] else None
        found = CliRunner().invoke(ahlaf, words, input=keys)
        assert found.exit_code == 0, (command, found.output)
    with Project.open("study.ahlaf") as project:
        assert not [f for f in project.doctor() if f.kind == "fault"]
