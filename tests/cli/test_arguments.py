"""What is typed after a command: several values, values that cannot be, letters that are none."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))
from fakes import code, fill

from ahlaf.cli import main
from ahlaf.store import Project

ODD = "\udcc7\udced\udcd1"
"""How the bytes of Windows-1256 reach Python on a command line in UTF-8."""


@pytest.fixture
def study(tmp_path: Path) -> str:
    """Four claims: two of each of two outlets."""
    address = str(tmp_path / "study.ahlaf")
    with Project.create(address) as project:
        fill(project, "تركيا دعمت العراق ثم روسيا هاجمت تركيا", date="2015-07-01", outlet="الحياة")
        fill(project, "قالت الصحيفة إن روسيا حالفت الجيش ثم تركيا هاجمت الجيش", date="2016-03", outlet="النهار")
        code(project)
    return address


def run(*words: str, code: int = 0) -> Result:
    found = CliRunner().invoke(main, list(words))
    assert found.exit_code == code, found.output
    return found


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (("--source", "تركيا", "--source", "روسيا"), 4),
        (("--relation", "support", "--relation", "ally"), 2),
        (("--sign", "+", "--sign", "-"), 4),
        (("--voice", "author", "--voice", "الصحيفة"), 4),
        (("--status", "new", "--status", "refused"), 4),
        (("--polarity", "negated", "--polarity", "affirmed"), 4),
        (("--modality", "asserted", "--modality", "alleged", "--document", "1", "--document", "2"), 4),
        (("--outlet", "الحياة"), 2),
        (("--outlet", "الحياة", "--outlet", "النهار"), 4),
    ],
    ids=lambda words: words[0] if isinstance(words, tuple) else "",
)
def test_several_values_of_a_filter_are_alternatives(study: str, words: tuple[str, ...], count: int) -> None:
    assert run("claims", study, *words, "--count").stdout == f"{count}\n"
    assert len(run("claims", study, *words, "--json").stdout.splitlines()) == count
    page = run("report", study, *words, "--language", "en").stdout
    assert page.count('id="claim-') == count
    assert all(value in page for option, value in zip(words[::2], words[1::2], strict=True) if option != "--relation")


@pytest.mark.parametrize("command", ["claims", "map", "report"])
@pytest.mark.parametrize("option", ["--since", "--until"])
def test_what_has_one_value_takes_no_second(study: str, command: str, option: str) -> None:
    told = run(command, study, option, "2015", option, "2016", code=2).stderr
    assert f"{option} can be given only once: '2015' and '2016' were" in told


@pytest.mark.parametrize("form", [(), ("--json",), ("--format", "csv"), ("--count",)])
def test_an_outlet_without_documents_is_told_with_those_that_there_are(study: str, form: tuple[str, ...]) -> None:
    told = run("claims", study, "--outlet", "الوطن", *form, code=1)
    assert told.stderr == "error: no document here is from the outlet 'الوطن': there are الحياة, النهار\n"
    assert told.stdout == ""


def test_claims_are_narrowed_to_an_outlet(study: str) -> None:
    assert json.loads(run("claims", study, "--outlet", "النهار", "--json", "--limit", "1").stdout)["outlet"] == "النهار"


@pytest.mark.parametrize(
    "words",
    [
        ("claims", "{}", "--source", ODD),
        ("claims", "{}", "--text", ODD),
        ("report", "{}", "--outlet", "الحياة", "--outlet", ODD),
        ("review", "{}", "--claim", "1", "--confirm", "--note", ODD),
        ("review", "{}", "--claim", "1", "--set", f"relation={ODD}"),
        ("documents", "{}", "--outlet", ODD),
        ("remove", "{}", ODD),
        ("search", "{}", "تركيا", ODD),
        ("actors", "merge", "{}", "تركيا", ODD),
        ("map", "{}", "--actor", ODD),
        ("whatif", "{}", "--add", f"تركيا AID {ODD}"),
        ("lexicon", "find", ODD),
    ],
    ids=lambda words: " ".join(w for w in words if w.isascii() and w != "{}"),
)
def test_a_text_that_is_not_in_utf_8_is_refused(study: str, words: tuple[str, ...]) -> None:
    told = run(*(study if word == "{}" else word for word in words), code=2)
    assert "is not in UTF-8" in told.stderr
    assert not told.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names of files are Unicode")
def test_a_files_name_may_hold_any_bytes(tmp_path: Path) -> None:
    (tmp_path / f"{ODD}.txt").write_text("دعمت تركيا العراق وهاجمت روسيا تركيا.", encoding="utf-8")
    for command in ("read", "map"):
        assert "العراق" in run(command, str(tmp_path / f"{ODD}.txt")).stdout
    project = str(tmp_path / f"{ODD}.ahlaf")
    run("new", project)
    assert "documents" in run("status", project).stdout


@pytest.mark.parametrize(
    ("date", "says"),
    [
        ("1436-10", "the Hijri 1436-10 is 2015-07-17 to 2015-08-15"),
        ("1437-06-05", "the Hijri 1437-06-05 is 2016-03-14"),
        ("١٤٣٧-٠٦-٠٥", "the Hijri 1437-06-05 is 2016-03-14"),
        ("1437-13-05", "of the Gregorian calendar"),
        ("0001", "write 2016, 2016-03 or 2016-03-14"),
        ("9999", "is not of the years 1800 to 2100"),
    ],
)
def test_a_date_of_another_calendar_is_no_year_of_the_middle_ages(study: str, date: str, says: str) -> None:
    for words in (("claims", study, "--since"), ("map", study, "--until"), ("read", study, "--date"), ("add", study, "-", "--date")):
        assert says in " ".join(run(*words, date, code=2).stderr.split()), words


def test_digits_of_a_date_may_be_arabic(study: str) -> None:
    for since, count in (("٢٠١٦", 2), ("۲۰۱۵-۰۷", 4), ("2016-03", 2)):
        assert run("claims", study, "--since", since, "--count").stdout == f"{count}\n"
    assert len(json.loads(run("map", study, "--until", "٢٠١٥-١٢", "--format", "json").stdout)) == 2
