"""The coder, compiled into a wheel: what is compiled, and what is said where it can't be. (What the compiled coder reads
is tested by all tests of the coder: ``make test-compiled``.)"""

from __future__ import annotations

import importlib.metadata
import shutil
import subprocess
import sys
from pathlib import Path

import hatch_build
import pytest

ROOT = Path(__file__).resolve().parents[1]

compiles = pytest.mark.skipif(not (shutil.which("gcc") or shutil.which("clang")), reason="there is no C compiler")

DOUBLE = "def double(number: int) -> int:\n    return 2 * number\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of few modules, laid out as this one."""
    package = tmp_path / "project" / "src" / "ahlaf"
    for path in ("coding/words/word.py", "coding/llm/asked.py", "coding/both.py", "text/views.py", "lexicon/load.py", "web/app.py"):
        module = package / path
        module.parent.mkdir(parents=True, exist_ok=True)
        module.write_text(DOUBLE)
    for folder in (package, *(p for p in package.rglob("*") if p.is_dir())):
        (folder / "__init__.py").write_text("")
    return tmp_path / "project"


@compiles
def test_what_a_text_goes_through_is_compiled_and_nothing_is_left_in_the_sources(project: Path, tmp_path: Path) -> None:
    before = sorted(project.rglob("*"))
    libraries = hatch_build.compiled(project, tmp_path / "made")
    assert sorted(project.rglob("*")) == before
    modules = {where.partition(".")[0] for where in libraries.values()}
    assert modules == {"ahlaf__mypyc", "ahlaf/coding/words/word", "ahlaf/text/views", "ahlaf/lexicon/load"}
    installed = tmp_path / "installed"
    shutil.copytree(project / "src", installed)
    for made, where in libraries.items():
        shutil.copy(made, installed / where)
    asks = "from ahlaf.coding.words import word; print(word.__file__.endswith('.py'), word.double(21))"
    said = subprocess.run([sys.executable, "-c", asks], cwd=installed, capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["False", "42"]


@compiles
def test_what_cannot_be_compiled_is_said_with_what_to_do(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "src" / "ahlaf" / "text" / "views.py").write_text(DOUBLE + "\nhalf: int = 'a word'\n")
    with pytest.raises(SystemExit, match=r"could not be compiled.*C compiler and Python's headers.*Without AHLAF_COMPILE"):
        hatch_build.compiled(project, tmp_path / "made")
    assert "ahlaf/text/views.py:4: error" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("target", "variable", "asked"), [("wheel", "1", True), ("wheel", "0", False), ("wheel", "", False), ("sdist", "1", False)]
)
def test_the_compiler_is_installed_where_it_is_asked_for(
    target: str, variable: str, asked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AHLAF_COMPILE", variable)
    hook = hatch_build.WheelHook(str(ROOT), {}, None, None, "", target)
    assert bool(hook.dependencies()) is asked


def test_the_compiler_of_a_wheel_is_the_one_that_is_tested() -> None:
    for asked in hatch_build.COMPILERS:
        name, _, version = asked.partition("==")
        assert importlib.metadata.version(name.partition("[")[0]) == version
