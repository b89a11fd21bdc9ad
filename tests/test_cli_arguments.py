"""What is typed after a command: several values, values that cannot be, letters that are none."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

sys.path.insert(0, str(Path(__file__).parent / "store"))
from fakes import code, fill

from ahlaf.cli import main
from ahlaf.store import Project


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


def test_an_outlet_without_documents_is_told_with_those_that_there_are(study: str) -> None:
    told = run("claims", study, "--outlet", "الوطن", code=1)
    assert told.stderr == "error: no document here is from the outlet 'الوطن': there are الحياة, النهار\n"
    assert json.loads(run("claims", study, "--outlet", "النهار", "--json", "--limit", "1").stdout)["outlet"] == "النهار"
