"""What docs, the list of changes and docstrings name in the tree is there: files, modules, functions, the words of cross-references."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
MODULES = [path for path in sorted(SOURCE.rglob("*.py")) if "static" not in path.parts]

FOLDERS = (ROOT, SOURCE, SOURCE / "ahlaf", SOURCE / "ahlaf" / "lexicon" / "ar")
"""From which a page may name a file: as `src/ahlaf/coding/ends/bars.py`, as `coding/ends/bars.py`, as `verbs/reporting.tsv`."""

_FILE = re.compile(r"(?<![\w/.-])[a-z_]+(?:/[\w.-]+)+\.(?:py|tsv|toml|npz|jsonl\.gz|sql)\b")
_DOTTED = re.compile(r"(?<![\w/.@-])ahlaf(?:\.\w+)+(?!\w)")
_REFERENCE = re.compile(r":(?:mod|func|class|data|meth|attr):`~?([.\w]+)`")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_a_page_names_are_there(page: Path) -> None:
    named = set(_FILE.findall(page.read_text(encoding="utf-8")))
    assert not sorted(name for name in named if not any((folder / name).is_file() for folder in FOLDERS))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_modules_and_functions_that_a_page_names_are_there(page: Path) -> None:
    assert not sorted(name for name in set(_DOTTED.findall(page.read_text(encoding="utf-8"))) if not there(name))


def test_what_docstrings_refer_to_is_there() -> None:
    wrong = {path.relative_to(SOURCE).as_posix(): names for path in MODULES if (names := missing(path))}
    assert not wrong


def missing(path: Path) -> list[str]:
    """What a module's cross-references name that neither the module itself has nor another."""
    text = path.read_text(encoding="utf-8")
    package = ".".join(path.relative_to(SOURCE).parts[:-1])
    besides = set(re.findall(r"\w+", _REFERENCE.sub("", text)))
    named = [package + name if name.startswith(".") else name for name in _REFERENCE.findall(text)]
    return [name for name in named if not (there(name) if name.startswith("ahlaf.") else name.split(".")[-1] in besides)]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("ahlaf.coding.ends", True),
        ("ahlaf.coding.ends.bars.OF_WORDS", True),
        ("ahlaf.coding.gone", False),
        ("ahlaf.coding.ends.bars.gone", False),
    ],
)
def test_a_name_that_is_gone_is_noticed(name: str, found: bool) -> None:
    assert there(name) == found


def there(name: str) -> bool:
    """Whether a dotted name is a package or module, or stands in the longest module that its beginning is."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        place = SOURCE.joinpath(*parts[:length])
        for module in (place.with_suffix(".py"), place / "__init__.py"):
            if module.is_file():
                text = module.read_text(encoding="utf-8")
                return all(re.search(rf"\b{re.escape(part)}\b", text) for part in parts[length : length + 1])
    return False
