"""Why something was not taken, in the reader's language: the table knows every kind of error, and nothing that nobody says."""

from __future__ import annotations

import ast
import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import ahlaf
from ahlaf import errors
from ahlaf.errors import CoderStopped, EmptyInput, InputError, NetworkError, WrongValue
from ahlaf.exchange.refused import ANSWERS, DOCTOR, answered, examined, in_arabic, known, noted, table, told
from ahlaf.sources import decode, docx, language, zips
from ahlaf.store.errors import ProjectError, ProjectMissing

KINDS = {k.__name__ for k in vars(errors).values() if isinstance(k, type) and issubclass(k, InputError)}
CODE = Path(str(ahlaf.__file__)).parent


HINTS = ("", "; did you mean {}?", ": there are {}")


def shape(node: ast.expr) -> str | None:
    """A text of the code, with {} where something is put in."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def nodes() -> Iterator[tuple[Path, ast.AST]]:
    for path in sorted(CODE.rglob("*.py")):
        yield from ((path, node) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def said() -> Iterator[str]:
    """Every text in the code, and those that are put together from its tables."""
    yield from (text for _, node in nodes() if isinstance(node, ast.expr) and (text := shape(node)) is not None)
    yield from (f"is {name}, not Arabic" for name in language.NAMES.values())
    yield from (f"is {what}, not text" for _, what, _ in decode._MAGIC)
    yield from (os.strerror(number).lower() for number in (errno.ENOENT, errno.EACCES))
    yield from ("{} broken places in the UTF-8, kept as U+FFFD", "one broken place in the UTF-8, kept as U+FFFD")
    yield from ("has {} cell where the table has {} columns", "has {} cells where the table has {} columns")
    yield from ("its {} holds half a character at {}", "its {} holds a NUL character", "answers {}", "the reader broke on it: {}")
    yield from ('has no "{}"', 'has no "{}": its keys are {}')


def thrown() -> Iterator[str]:
    """What the errors say that the sources of documents throw, where it is written beside them."""
    for path, node in nodes():
        if path.parent.name == "sources" and isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KINDS:
            what = shape(node.args[1]) if len(node.args) > 1 else None
            if what is not None:
                yield what
    yield from (what for _, _, what, _ in zips._OFFICE)
    yield docx._BROKEN


UNDONE = {k.__name__ for k in (ProjectError, *ProjectError.__subclasses__(), NetworkError, WrongValue)}


def undone() -> Iterator[str]:
    """What the errors say that projects and networks throw."""
    for path, node in nodes():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in UNDONE and "balance" not in path.parts:
            at = 0 if node.func.id in ("NetworkError", "WrongValue") else 1
            parts = [shape(node.args[at])] if len(node.args) > at else []
            if len(node.args) > at and isinstance(node.args[at], ast.BinOp):
                parts = [shape(node.args[at].left)]  # type: ignore[attr-defined]
            yield from filter(None, parts)


JOINED = {
    *(f"there is no {name} {{}}{more}" for name in ("relation", "polarity", "modality", "status") for more in ("", ": there are {}")),
    *(f"no {what} {{}} here{more}" for what in ("actor", "voice", "outlet", "document", "relation") for more in HINTS),
    *(f"no actor here is called {{}}{more}" for more in HINTS),
    "no document here is from the outlet {}: there are {}",
    "the date {} can't be read: write 2016, 2016-03 or 2016-03-14",
    *(f"{{}} has no claim {{}}: {more}" for more in ("its claims go from 1 to {}", "it has no claims")),
}
"""What is put together from several texts of the code."""
TOLD_BY_NAME = {"the date {} can't be read: {}", "no {} {} here", "no {} {} here{}", "there is no {} {}", "there is no {} {}: there are {}"}
"""What has a row for each name that is put into it."""
UNTOLD = {
    "claim {}: {} is no {}: they are {}", "the document's date {} is not like 2016, 2016-03 or 2016-03-14 (None where it is not known)",
    "there is no table {}: take one of {}", "{}, claim {}: {} is no relation (they are {})",
    '{}: "relation" is missing: it must be {}', '{}: "{}" is missing: it must be {}', '{}: "{}" must be {}, not {}', "{}: a claim here {}",
    "{}: a claim must be an object with source, relation and target, not {}",
}  # fmt: skip
"""What is said to programmers alone: of the fields of a record, and in Python."""
RARE = {
    "is {}, not Arabic", "is {}, not text", "has no {}{}", 'has no "{}"{}', "{}", "takes longer than {} seconds",
    "does not say how long it is", "is not packed as it says",
    "is packed in a way that was not asked for ({})", "is {}, not a page, a text, a feed, a PDF or JSON lines",
}  # fmt: skip
"""What is put together from tables that have rows of their own, and what hardly anybody meets: it is told by its kind."""


def test_no_row_waits_for_what_is_never_said() -> None:
    texts = set(said())
    assert [says for says, _, _ in table() if says not in texts | KINDS] == []
    assert [says for says, _, _ in table(ANSWERS) if says not in texts | JOINED and not says.startswith("String should have at ")] == []


def test_what_a_project_or_a_network_refuses_has_its_row() -> None:
    waits = {what for what in undone() if known(what.replace("{}", "7"), ANSWERS) is None}
    assert sorted(waits - UNTOLD - TOLD_BY_NAME) == []
    assert waits >= UNTOLD | TOLD_BY_NAME


def test_what_documents_are_refused_for_has_its_row() -> None:
    assert sorted(what for what in set(thrown()) - RARE if known(what.replace("{}", "7")) is None) == []


def test_every_kind_of_error_has_a_row() -> None:
    assert {says for says, _, _ in table()} >= KINDS


def test_rows_are_told_once_and_in_arabic() -> None:
    assert len({says for says, _, _ in table()}) == len(table())
    assert [says for says, what, do in table() if what[:1] < "\u0600" and not what.startswith("{}")] == []


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_what_no_row_knows_is_told_by_its_kind_with_its_own_words(kind: str) -> None:
    what, do = in_arabic("has a flaw that is told nowhere else", kind)
    assert what.endswith("(has a flaw that is told nowhere else)")
    assert what[0] >= "\u0600"
    assert do


@pytest.mark.parametrize(
    ("what", "arabic"),
    [
        ("is larger than 20 MB", "أكبر من 20 ميغابايت."),
        ("has 3,000 pages, more than 2,000", "صفحاته 3,000، وهي أكثر من 2,000."),
        ("is damaged: Error -3 while decompressing", "الملف تالف."),
        ("answers 404 (Not {Found})", "أجاب الموقع: 404 (Not {Found})."),
        ("leads to http://10.0.0.1/, which lies inside a network (10.0.0.1), not on the open internet",
         "عنوان داخل شبكة خاصة، لا على الإنترنت المفتوحة."),
        ("has 2 cells where the table has 3 columns", "خلايا الصف 2 وأعمدة الجدول 3."),
        ('has no "a.b": its keys are x, "y"', 'لا حقل فيه باسم «a.b»، وحقوله: x, "y".'),
        ("has no column that is known to hold the text: it has a, b", "لا عمود فيه يُعرف أنه يحمل النص، وأعمدته: a, b."),
    ],
)  # fmt: skip
def test_what_is_the_documents_own_stays_in_its_place(what: str, arabic: str) -> None:
    assert in_arabic(what, "InputError")[0] == arabic


@pytest.mark.parametrize(
    ("error", "arabic"),
    [
        (EmptyInput("x", "is empty"), "خطأ: x: فارغ. لا شيء فيه يُقرأ."),
        (EmptyInput("standard input", "is empty"), "خطأ: الدخل القياسي: فارغ. لا شيء فيه يُقرأ."),
        (ProjectMissing("a.ahlaf", "there is no such project", "make one with `ahlaf new`"),
         "خطأ: a.ahlaf: لا مشروع بهذا الاسم. تحقّق من الاسم والمكان، أو أنشئه بالأمر `ahlaf new`."),
        (WrongValue("there is no relation 'X': there are AID, ALLY"), "خطأ: لا علاقة باسم X. العلاقات: AID, ALLY."),
        (NetworkError("no actor 'كينا' here; did you mean كينيا or كندا?"), "خطأ: لا فاعل هنا بهذا الاسم: كينا. لعلك تعني: كينيا أو كندا."),
        (NetworkError("no voice 'x' here: there are a, b and 7 others"), "خطأ: لا قائل هنا بهذا الاسم: x. ومنهم: a, b و7 غيرها."),
        (NetworkError("2 actors here are called 'نحن': say which by its id (a, b)"),
         "خطأ: فاعلون بهذا الاسم: نحن، وعددهم 2. اختر واحدًا بمعرّفه (a, b)."),
    ],
)  # fmt: skip
def test_what_is_refused_is_told_in_arabic(error: Exception, arabic: str) -> None:
    assert told(error, "ar") == arabic
    assert told(error, "en") == f"error: {error}"


def test_what_no_table_knows_is_told_in_english() -> None:
    assert told(CoderStopped("no key"), "ar") == "error: no key"
    assert answered("is wrong in a way of its own") == ("تعذّر ما طُلب. (is wrong in a way of its own)", "")


def test_several_doubts_are_told_one_by_one() -> None:
    doubts = "2 broken places in the UTF-8, kept as U+FFFD; something new"
    assert noted("a.txt", doubts, "ar") == "تنبيه: a.txt: في ترميز UTF-8 مواضع مكسورة، عددها 2، وُضع مكانها U+FFFD. something new"
    assert noted("", "something new", "en") == "note: something new"


def found() -> Iterator[str]:
    """What the doctor of projects says: its own sentences, and the promises of its questions with what breaks them."""
    path = CODE / "store" / "doctor.py"
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == "Finding"]
    appended = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute) and n.func.attr == "append"]
    nodes = [call.args[2] for call in calls] + [call.args[0] for call in appended]
    nodes += [n.value for n in ast.walk(tree) if isinstance(n, ast.Yield) and n.value is not None]
    yield from (text for node in nodes if (text := shape(node)) is not None and text != "{}, but not {}{}")
    questions = (CODE / "store" / "checks.sql").read_text(encoding="utf-8")
    yield from (f"{promise}, but not {{}}" for promise in re.findall(r"^-- \w+: (.+)$", questions, re.MULTILINE))


def test_whatever_the_doctor_finds_has_its_row_and_no_row_waits() -> None:
    assert {says for says, _, _ in table(DOCTOR)} == set(found())


@pytest.mark.parametrize(
    ("says", "english", "arabic"),
    [
        ("1 review(s) found no claim in the last coding: `ahlaf review --orphans`",
         "1 review found no claim in the last coding: `ahlaf review --orphans`",
         "مراجعات لم تجد ادعاءها في القراءة الأخيرة: 1. يعرضها `ahlaf review --orphans`."),
        ("2 document(s) will be coded again", "2 documents will be coded again", "وثائق ستُقرأ من جديد: 2."),
        ("no text is kept twice, but not 3, 4 and 7 more",
         "no text is kept twice, but not 3, 4 and 7 more", "نصوص حُفظت مرتين: 3, 4 و7 غيرها."),
    ],
)  # fmt: skip
def test_what_the_doctor_finds_is_told_in_both_languages(says: str, english: str, arabic: str) -> None:
    assert (examined(says, "en"), examined(says, "ar")) == (english, arabic)
