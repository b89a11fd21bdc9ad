"""Every command and every Python block in README.md and docs/ is run: what is written there works."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
STORIES = {
    "projects.md": "a day's work in its order: tests/cli_store/test_guide.py runs it",
    "llm.md": "with a server on loopback in the place of the page's: tests/cli_llm/test_guide.py runs it",
    "quickstart.md": "a newcomer's ten minutes in their order: tests/test_quickstart.py runs them",
    "quickstart.ar.md": "the same",
}
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def blocks(page: Path, *languages: str) -> list[str]:
    return [code for language, code in _BLOCK.findall(page.read_text(encoding="utf-8")) if language in languages]


def commands() -> list[tuple[str, str]]:
    """Each command once, with the page that shows it first."""
    found: dict[str, str] = {}
    for page in PAGES:
        if page.name in STORIES:
            continue
        for block in blocks(page, "console", "bash", "sh"):
            for line in block.replace("\\\n", " ").splitlines():
                command = line.removeprefix("$ ").strip()
                if command and not command.startswith("#"):
                    found.setdefault(command, page.name)
    return [(page, command) for command, page in found.items()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder like the project's, on which commands may write."""
    for name in ("examples", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.mark.skipif(os.name != "posix", reason="the pages are written for a POSIX shell")
@pytest.mark.parametrize(("page", "command"), commands())
def test_every_command_runs(page: str, command: str, folder: Path, warm_command: Path) -> None:
    if command.startswith("make "):
        # Run for real by whoever follows the README, and by the automatic checks; here its recipe must exist.
        command, where = command.replace("make ", "make --dry-run ", 1), ROOT
    else:
        where = folder
    path = os.pathsep.join((str(warm_command), str(Path(sys.executable).parent), os.environ["PATH"]))
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        cwd=where,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == 0, f"{page}: {command}\n{done.stderr}"
    assert done.stdout or " -o " in command


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_python_block_runs(page: Path) -> None:
    names: dict[str, object] = {}
    for block in blocks(page, "python"):
        exec(compile(block, page.name, "exec"), names)  # noqa: S102 - our own pages


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_link_inside_the_project_leads_somewhere(page: Path) -> None:
    for link in _LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_every_option_of_read_is_told() -> None:
    from ahlaf.cli import read

    page = (ROOT / "docs" / "use.md").read_text(encoding="utf-8")
    missing = [option for parameter in read.params for option in parameter.opts if option.startswith("--") and option not in page]
    assert missing == ["--output"], "-o is told by its short name"


def test_the_ending_and_the_limit_in_the_pages_are_the_programs() -> None:
    from ahlaf.sources import files

    page = (ROOT / "docs" / "use.md").read_text(encoding="utf-8")
    assert f"larger than {files.LIMIT // 1_000_000} MB" in page
    assert all(f"`{ending}`" in page for ending in files.ENDINGS)
