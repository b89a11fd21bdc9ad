"""Which room may look into which: docs and code agree, or this fails."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "ahlaf"
UNDER_ALL = {"model", "relations", "errors", "optional", "namesakes"}
FACE = {
    *("cli", "cli_network", "cli_store", "cli_report", "cli_web", "cli_bench", "cli_usage", "web", "__main__", "__init__"),
    *("batch", "usecases", "rulebook", "projects", "tables", "workers", "networks", "reports", "quality", "choice", "dates", "output"),
}
MAY_IMPORT = {
    "model": set(),
    "errors": set(),
    "relations": set(),
    "optional": {"errors"},
    "namesakes": set(),
    "text": set(),
    "lexicon": {"text"},
    "coding": {"text", "lexicon"},
    "sources": {"text", "lexicon"},
    "store": {"text"},
    "network": set(),
    "check": {"text", "store"},
    "exchange": {"text", "lexicon", "network"},
}
"""Beside itself and what lies under everything. Only the face (cli, web, use cases) sees all rooms."""
CODING = (
    *("words", "times", "names", "nounphrases", "clauses", "finding", "actors", "ends", "modality", "voices", "weighing", "claiming"),
    *("pipeline", "coders", "llm", "both"),
)
"""What lies in the room ``coding``, in the order of its docstring: none looks into a later one."""


def room(path: Path, within: str = "") -> str:
    return path.relative_to(SOURCE / within).parts[0].removesuffix(".py")


def imported(path: Path, within: str = "ahlaf") -> set[str]:
    """The rooms of a package that a module imports when it runs; what only a type checker sees costs and binds nothing."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    found = set()
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            names = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
        else:
            continue
        found |= {name.removeprefix(f"{within}.").split(".")[0] for name in names if name.startswith(f"{within}.")}
    return found


MODULES = sorted(SOURCE.rglob("*.py"))


def test_every_room_has_its_place_in_the_table() -> None:
    assert {room(path) for path in MODULES} <= set(MAY_IMPORT) | FACE


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_imports_only_flow_downwards(path: Path) -> None:
    own = room(path)
    if own in FACE:
        return
    rooms = {r for r in imported(path) if (SOURCE / r).is_dir() or (SOURCE / f"{r}.py").is_file()}
    allowed = MAY_IMPORT[own] | {own} | (UNDER_ALL if own not in UNDER_ALL else set())
    assert rooms <= allowed, f"{own} must not import {', '.join(sorted(rooms - allowed))}"


@pytest.mark.parametrize("path", sorted((SOURCE / "coding").rglob("*.py")), ids=lambda p: p.relative_to(SOURCE / "coding").as_posix())
def test_the_rooms_of_coding_only_look_back(path: Path) -> None:
    own = room(path, "coding")
    if own == "__init__":
        return
    later = CODING[CODING.index(own) + 1 :]
    seen = imported(path, "ahlaf.coding") & set(later)
    assert not seen, f"coding.{own} must not import {', '.join(sorted(seen))}"


def test_the_docstring_of_coding_names_its_rooms_in_their_order() -> None:
    told = ast.get_docstring(ast.parse((SOURCE / "coding" / "__init__.py").read_text(encoding="utf-8"))) or ""
    assert re.findall(r"^- :mod:`\.(\w+)`", told, re.MULTILINE) == [r for r in CODING if (SOURCE / "coding" / r).is_dir() and r != "llm"]


def test_coding_store_and_network_never_meet() -> None:
    three = {"coding", "store", "network"}
    met = {p.relative_to(SOURCE).as_posix() for p in MODULES if room(p) in three and imported(p) & (three - {room(p)})}
    assert not met


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_modules_named_in_docstrings_are_there(path: Path) -> None:
    for named in re.findall(r":mod:`([\w.]+)`", path.read_text(encoding="utf-8")):
        place = path.parent if named.startswith(".") else SOURCE.parent
        found = place.joinpath(*named.strip(".").split("."))
        assert found.is_dir() or found.with_suffix(".py").is_file(), f"no module {named}"


def test_no_file_is_longer_than_one_sitting() -> None:
    long = {p.relative_to(SOURCE).as_posix(): n for p in MODULES if (n := len(p.read_text(encoding="utf-8").splitlines())) > 420}
    assert not long


def test_where_a_command_writes_loads_no_coder() -> None:
    assert imported(SOURCE / "output.py") == {"errors"}, "lists and reports of a project are written by it"
