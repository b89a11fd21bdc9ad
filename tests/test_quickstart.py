"""The quick start, in English and Arabic, walked as it stands; and what README.md says of the libraries."""

from __future__ import annotations

import ast
import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution, packages_distributions
from pathlib import Path
from urllib.parse import urlsplit

import hatch_build
import pytest

ROOT = Path(__file__).parents[1]
GUIDES = [ROOT / "docs" / "quickstart.md", ROOT / "docs" / "quickstart.ar.md"]
ENVIRONMENT = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "AHLAF_CODER": "anna"}


def commands(guide: Path) -> list[str]:
    blocks = re.findall(r"^```console\n(.*?)^```$", guide.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [line.removeprefix("$ ") for block in blocks for line in block.splitlines()]


def run(command: str, folder: Path, first: str = "") -> str:
    """What a command says; first: a folder that stands before all others in its PATH."""
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        cwd=folder,
        env={**ENVIRONMENT, "PATH": f"{first}{os.pathsep}{ENVIRONMENT['PATH']}" if first else ENVIRONMENT["PATH"]},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stderr}"
    return done.stdout + done.stderr


def answer(address: str) -> int:
    """The status that the served address answers with."""
    parts = urlsplit(address)
    line = http.client.HTTPConnection(parts.netloc, timeout=60)
    line.request("GET", f"{parts.path}?{parts.query}")
    status = line.getresponse().status
    line.close()
    return status


def serve(command: str, folder: Path) -> int:
    """What a command that serves answers at the address that it prints; ended as Ctrl-C would."""
    words = [*command.split(), "--no-open", "--port", "0"]
    with subprocess.Popen(words, cwd=folder, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            return answer(process.stdout.readline().strip())
        finally:
            process.send_signal(signal.SIGINT)


@pytest.mark.skipif(os.name != "posix", reason="the pages are written for a POSIX shell")
@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_every_step_works_in_its_order(guide: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """In English with the command as it is installed; in Arabic, where the steps are the same, with one that is warm."""
    first = "" if guide == GUIDES[0] else str(request.getfixturevalue("warm_command"))
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    served = []
    said = {}
    for command in commands(guide):
        if command.startswith("ahlaf serve"):
            served.append(serve(command, tmp_path))
        else:
            said[command] = run(command, tmp_path, first)
    assert len(served) == 1
    assert served[0] == 200
    told = re.search(r"[`>](\d+ added, [^`<]+)[`<]", guide.read_text(encoding="utf-8"))
    assert told is not None
    assert told[1] in said["ahlaf add study.ahlaf examples/*.txt"]
    assert all((tmp_path / name).stat().st_size > 1000 for name in ("map.svg", "report.html", "confirmed.html"))
    assert "anna" in said["ahlaf status study.ahlaf --journal 10"]


def test_both_languages_have_the_same_steps() -> None:
    english, arabic = ([command.replace(" --language en", "") for command in commands(guide)] for guide in GUIDES)
    note = re.compile(r'--note ".*"')
    assert [note.sub("", command) for command in english] == [note.sub("", command) for command in arabic]


def rows(page: Path) -> list[list[str]]:
    """The cells of a page's tables that have six columns: claims as examples."""
    lines = [line.strip("| ").split(" | ") for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    return [line for line in lines if len(line) == 6 and line[1][-1] in "+−"]


@pytest.fixture(scope="module")
def found(warm_command: Path) -> set[tuple[str, ...]]:
    """The claims of the examples, as the table of `ahlaf read` gives them: all columns but the number."""
    names = [str(path) for path in sorted((ROOT / "examples").glob("*.txt"))]
    command = [str(warm_command / "ahlaf"), "read", *names, "--format", "jsonl"]
    out = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=True).stdout
    claims = [claim for line in out.splitlines() for claim in json.loads(line)["claims"]]
    return {
        (
            (claim["source"] or ["—"])[0],
            f"{'not ' if claim['polarity'] == 'negated' else ''}{claim['relation']} {'+' if claim['sign'] > 0 else '−'}",
            (claim["target"] or ["—"])[0],
            claim["voice"],
            claim["modality"],
            claim["evidence"],
        )
        for claim in claims
    }


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_the_claims_that_it_shows_are_found(guide: Path, found: set[tuple[str, ...]]) -> None:
    shown = [tuple(row) for row in rows(guide)]
    assert len(shown) == 3
    assert not [row for row in shown if row not in found]


# -- the libraries -----------------------------------------------------------------------------------------


def name_of(requirement: str) -> str:
    return re.split(r"[\[<>=! ]", requirement)[0].lower()


def test_the_table_of_libraries_has_all_of_them_and_no_other() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = [one for extra, those in project["project"]["optional-dependencies"].items() if extra != "dev" for one in those]
    asked = (*project["build-system"]["requires"], *hatch_build.COMPILERS, *project["project"]["dependencies"], *extras)
    python = {name_of(one) for one in asked}
    page = set(json.loads((ROOT / "web" / "package.json").read_text(encoding="utf-8"))["dependencies"])
    told = re.findall(r"^\| \[([^\]]+)\]\(https:", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(told) == sorted(python | page)


def test_what_is_imported_is_asked_for_by_name() -> None:
    """A library that comes only because another needs it may go with that other's next version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [one for extra, those in project["optional-dependencies"].items() if extra != "dev" for one in those]
    asked = {name_of(one) for one in (*project["dependencies"], *extras)}
    packages = packages_distributions()
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "src").rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    modules = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    modules |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    others = {name.partition(".")[0] for name in modules} - sys.stdlib_module_names - {"ahlaf"}
    assert len(others) > 20
    assert not {one for one in others if not asked & {name.lower() for name in packages[one]}}


def licences(found: Distribution) -> list[str]:
    """What a package says of its licence, each a choice of its own."""
    told = found.metadata
    stated = told.get("License-Expression") or (told.get("License") or "").splitlines()[:1]
    classed = [one for one in told.get_all("Classifier") or [] if one.startswith("License ::")]
    return [choice for one in ([stated] if isinstance(stated, str) else stated) for choice in one.split(" OR ")] + classed


def test_nothing_that_is_installed_with_it_is_under_the_gpl_alone() -> None:
    seen = 0
    for name in re.findall(r"^([\w.-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE):
        try:
            told = licences(distribution(name))
        except PackageNotFoundError:
            continue  # what only builds it need not be there
        gnu = [one for one in told if re.search(r"GPL|GNU", one)]
        assert not gnu or len(gnu) < len(told), (name, told)
        seen += 1
    assert seen > 30
