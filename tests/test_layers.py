"""Which room may look into which: docs and code agree, or this fails."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "ahlaf"
UNDER_ALL = {"model", "relations", "errors", "optional"}
FACE = {
    *("cli", "cli_network", "cli_store", "cli_report", "cli_web", "cli_bench", "web", "__main__", "__init__"),
    *("batch", "usecases", "rulebook", "projects", "tables", "workers", "networks", "reports", "quality", "choice", "dates"),
}
MAY_IMPORT = {
    "model": set(),
    "errors": set(),
    "relations": set(),
    "optional": {"errors"},
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


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The rooms that a module imports when it runs; what only a type checker sees costs and binds nothing."""
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
        found |= {name.split(".")[1] for name in names if name.startswith("ahlaf.")}
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


def test_coding_store_and_network_never_meet() -> None:
    three = {"coding", "store", "network"}
    met = {p.relative_to(SOURCE).as_posix() for p in MODULES if room(p) in three and imported(p) & (three - {room(p)})}
    assert not met


def test_no_file_is_longer_than_one_sitting() -> None:
    long = {p.relative_to(SOURCE).as_posix(): n for p in MODULES if (n := len(p.read_text(encoding="utf-8").splitlines())) > 420}
    assert not long
