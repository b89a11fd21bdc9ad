"""What is wrong with how a command was typed is told in the language that was asked for, or that the computer speaks."""

from __future__ import annotations

import ast
import errno
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import ahlaf
from ahlaf.cli import main
from ahlaf.exchange.refused import ANSWERS, USAGE, known, table

SPOKEN = ("AHLAF_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
CODE = Path(str(ahlaf.__file__)).parent


def told(*words: str, code: int = 2, **env: str) -> str:
    done = CliRunner().invoke(main, list(words), prog_name="ahlaf", env=dict.fromkeys(SPOKEN, None) | env)
    assert done.exit_code == code, done.output
    assert not done.stdout
    return done.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("blah",), "لا أمر باسم `blah`."),
        (("claim",), "لا أمر باسم `claim`. لعلك تعني: `claims`."),
        (("read", "--formt", "csv", "x"), "لا خيار باسم `--formt`. لعلك تعني: `--format`."),
        (("read",), "ينقصه `PATH...`."),
        (("explain", "x"), "ينقصه الخيار `--claim`."),
        (("claims", "x", "--source"), "الخيار `--source` ينتظر قيمة بعده."),
        (("claims", "x", "--count=3"), "الخيار `--count` لا يأخذ قيمة."),
        (("claims", "x", "y"), "كلمة زائدة لا مكان لها: `y`. إن كان الاسم من كلمات فضعه بين علامتي اقتباس."),
        (("read", "x", "--threshold", "abc"), "قيمة `--threshold` لا تصح: `abc` ليس عددًا من 0 إلى 1."),
        (("read", "x", "--threshold", "2"), "قيمة `--threshold` لا تصح: `2` ليس عددًا من 0 إلى 1."),
        (("claims", "x", "--limit", "abc"), "قيمة `--limit` لا تصح: `abc` ليس عددًا."),
        (("blocs", "x", "--camps", "1"), "قيمة `--camps` لا تصح: `1` خارج المدى `x>=2`."),
        (("read", "x", "--format", "xml"), "قيمة `--format` لا تصح: `xml` ليس واحدًا من هذه: `table, json, jsonl, csv`."),
        (("read", "x", "--lexicon", "nowhere"), "قيمة `--lexicon` لا تصح: لا وجود له: `nowhere`."),
        (("claims", "x", "--since", "2015", "--since", "2016"), "لا يُعطى `--since` إلا مرة واحدة، وقد أُعطي: `2015، 2016`."),
        (("claims", "x", "--since", "1066"),
         "قيمة `--since` لا تصح: `1066` ليس من السنوات 1800 إلى 2100 بالتقويم الميلادي. اكتب 2016 أو 2016-03 أو 2016-03-14."),
        (("review", "x", "--claim", "1"), "مع `--claim` لا بد من `--confirm` أو `--refuse` أو `--unsure` أو `--set`."),
        (("actors", "code", "x", "y", "--country", "XX"),
         "قيمة `--country` لا تصح: ليس `XX` رمزًا من ثلاثة أحرف لاتينية كبيرة ولا واحدًا من هذه: `EUR, IGO, IMG, ISM, MNC, NGO, UNO`."),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else "",
)  # fmt: skip
def test_what_is_mistyped_is_told_in_arabic(words: tuple[str, ...], says: str) -> None:
    assert told(*words, AHLAF_LANGUAGE="ar").splitlines()[-1] == f"خطأ: {says}"
    assert told(*words).splitlines()[-1].startswith("Error: ")


def test_how_it_is_typed_and_where_help_is_stand_above() -> None:
    assert told("claims", "x", "--blah", LANG="ar_EG.UTF-8").splitlines()[:2] == [
        "الاستعمال: `ahlaf claims [OPTIONS] PROJECT`",
        "المساعدة: `ahlaf claims --help`",
    ]


@pytest.mark.parametrize(
    ("words", "env", "arabic"),
    [
        (("--language", "ar"), {}, True),
        (("--language=ar",), {"AHLAF_LANGUAGE": "en"}, True),
        (("--language", "en"), {"AHLAF_LANGUAGE": "ar"}, False),
        ((), {"AHLAF_LANGUAGE": "en", "LANG": "ar_EG.UTF-8"}, False),
        ((), {"LANG": "ar_EG.UTF-8"}, True),
        (("--language", "fr"), {}, False),
        ((), {}, False),
    ],
)
def test_the_language_is_found_before_the_options_are_read(words: tuple[str, ...], env: dict[str, str], arabic: bool) -> None:
    assert ("خطأ: " in told("read", "--blah", *words, code=2, **env)) == arabic


def test_no_number_is_called_no_range() -> None:
    assert told("read", "x", "--threshold", "abc").endswith("Invalid value for '--threshold': abc is no number from 0 to 1\n")
    assert told("claims", "x", "--limit", "abc").endswith("Invalid value for '--limit': 'abc' is not a valid integer.\n")
    assert told("tensions", "x", "--seconds", "abc").endswith("Invalid value for '--seconds': 'abc' is not a valid number.\n")


def test_who_types_nothing_is_shown_the_help() -> None:
    assert "Commands:" in told(AHLAF_LANGUAGE="ar")


def shape(node: ast.expr) -> str | None:
    """A text of the code, with {} where something is put in."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def said(folder: Path) -> Iterator[str]:
    """Every text in the code of a folder; what click names in braces is only put in."""
    import re

    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.expr) and (text := shape(node)) is not None:
                yield re.sub(r"\{[^{}]*\}", "{}", text)


def refusals() -> Iterator[str]:
    """What Ahlaf's commands say of how they were typed."""
    for path in sorted(CODE.glob("cli*/*.py")) + sorted(CODE.glob("cli*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = node.func.attr if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else ""
            if isinstance(node, ast.Call) and named in ("UsageError", "BadParameter", "fail") and node.args:
                text = shape(node.args[0])
                if text is not None:
                    yield text


COMPOSED = {
    "Missing argument {}.", "Missing option {}.",
    "{} is not of the years 1800 to 2100; write 2016, 2016-03 or 2016-03-14{}",
    "{} is neither three capital letters nor one of {}",
}  # fmt: skip
"""What is put together from several texts of the code."""


def test_no_row_waits_for_what_is_never_said() -> None:
    texts = set(said(CODE)) | set(said(Path(str(click.__file__)).parent)) | COMPOSED
    assert [says for says, _, _ in table(USAGE) if says not in texts] == []


def test_what_the_commands_refuse_has_its_row() -> None:
    assert [what for what in refusals() if known(what.replace("{}", "7"), USAGE) is None and known(what, ANSWERS) is None] == []


def test_rows_are_told_once_and_in_arabic() -> None:
    assert len({says for says, _, _ in table(USAGE)}) == len(table(USAGE))
    assert all(any("\u0600" < letter < "\u06ff" for letter in what) for _, what, _ in table(USAGE))


@pytest.mark.parametrize(("language", "says"), [("en", "broken off (Ctrl-C)\n"), ("ar", "قُطع العمل (Ctrl-C)\n")])
def test_what_ctrl_c_ends_says_so_and_ends_as_such_programs_do(monkeypatch: pytest.MonkeyPatch, language: str, says: str) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ahlaf.batch.run", broken)
    assert told("read", "x", "--language", language, code=130) == says


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "error: not all could be written: no space left on device (make room, and do it again)\n"),
        ("ar", "خطأ: لم يُكتب كل شيء (no space left on device). أفرغ مكانًا، ثم أعد الأمر.\n"),
    ],
)
def test_a_full_disk_is_told_in_both_languages(monkeypatch: pytest.MonkeyPatch, language: str, says: str) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("ahlaf.batch.run", full)
    monkeypatch.setattr("ahlaf.cli._drop_the_rest", lambda: None)
    assert told("read", "x", "--language", language, code=1) == says
