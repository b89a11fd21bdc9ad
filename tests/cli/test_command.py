"""The command itself: its version, its help, its ends, and how it looks on a terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from said import TEXT, Run

import ahlaf

COMMAND = [sys.executable, "-m", "ahlaf"]


def test_the_schema_is_printed_as_it_is_shipped(run: Run) -> None:
    assert json.loads(run("schema").stdout)["$id"] == "urn:ahlaf:claims:1"


def test_the_version_is_the_packages(run: Run) -> None:
    assert run("--version").stdout == f"ahlaf {ahlaf.__version__}\n"


def test_help_imports_nothing_heavy() -> None:
    """So that it answers at once; ``bench/speed.py`` takes the time."""
    code = (
        "import sys; from ahlaf.cli import main\n"
        "heavy = ('rich', 'trafilatura', 'numpy', 'sqlalchemy', 'openai', 'httpx', 'pydantic', 'docx')\n"
        "try: main(['--help'])\n"
        "except SystemExit: print([m for m in sys.modules if m.split('.')[0] in heavy or m.startswith('ahlaf.coding')])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.endswith("[]\n")


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_reader_that_goes_away_leaves_no_traceback(tmp_path: Path) -> None:
    with subprocess.Popen([*COMMAND, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        message = process.stderr.read()
    assert not message
    assert process.returncode == 141, "as a shell shows it of head's neighbours"
    for n in range(100):
        (tmp_path / f"{n}.txt").write_text(f"{TEXT} وهذا خبر رقم {n}.", encoding="utf-8")
    with subprocess.Popen([*COMMAND, "read", str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        message = process.stderr.read()
    assert b"Traceback" not in message
    assert process.returncode == 141, "it noticed: what was to come had no reader; 1 would say that a text could not be read"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
@pytest.mark.parametrize("arguments", [("schema",), ("read", "TEXT"), ("read", "TEXT", "--format", "csv"), ("map", "TEXT")])
def test_a_full_disk_is_told_in_a_line(arguments: tuple[str, ...], tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        told = [str(article) if a == "TEXT" else a for a in arguments]
        done = subprocess.run([*COMMAND, *told], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "error: not all could be written: no space left on device (make room, and do it again)\n"


@pytest.mark.skipif(os.name != "posix", reason="terminals of POSIX")
def test_on_a_terminal_arabic_is_isolated_and_a_bar_shows_only_beside_a_file(tmp_path: Path, warm_command: Path) -> None:
    import pty

    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")

    def on_terminal(*args: object) -> str:
        ours, theirs = pty.openpty()
        environment = {**os.environ, "TERM": "xterm", "COLUMNS": "90"}
        command = [str(warm_command / "ahlaf"), *map(str, args)]
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, env=environment)
        os.close(theirs)
        seen = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            if not piece:
                break
            seen += piece
        os.close(ours)
        assert process.wait() == 0
        return seen.decode()

    table = on_terminal("read", tmp_path)
    assert "\u2068" in table
    assert table.count("\u2068") == table.count("\u2069")
    assert "reading" not in table
    assert "reading" in on_terminal("read", tmp_path, "-o", tmp_path / "out.jsonl", "--format", "jsonl")
