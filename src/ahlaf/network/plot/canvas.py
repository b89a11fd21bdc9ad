"""The paper that pictures are drawn on: colours, letters, files.

Matplotlib from 3.11 on shapes and orders Arabic itself, and its own DejaVu Sans has the letters, so a picture needs no
font of the machine's. In SVG letters are outlines: the picture is the same wherever it is opened. Signs differ by
colour (blue and red that the colour-blind tell apart too), by dash, and by label.
"""

from __future__ import annotations

import io
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ahlaf.errors import NetworkError

if TYPE_CHECKING:
    from matplotlib.figure import Figure

PLUS = "#2166ac"
MINUS = "#b2182b"
INK = "#222222"
CAMPS = ("#4e9a8c", "#c98b2b", "#7a5fa8", "#8a8a3c", "#b8607a", "#5b7fa3", "#8b6b4f", "#6b6b6b")
ALONE = "#9a9a9a"
KINDS = (".svg", ".png")

WORDS = {
    "binds": ("binds", "يجمع"),
    "divides": ("divides", "يفرّق"),
    "camp": ("camp", "معسكر"),
    "balance": ("balance", "التوازن"),
    "mass": ("mass of claims", "وزن الادعاءات"),
    "moved": ("changed camp", "غيّر معسكره"),
    "turned": ("tie turned", "علاقة انقلبت"),
    "empty": ("no claims", "لا ادعاءات"),
    "between": ("between", "بين المعسكرين"),
    "actors": ("actors", "فاعلين"),
    "shown": ("shown", "المعروض"),
    "framed": ("framed: what these camps leave to be doubted", "في إطار: ما تتركه هذه المعسكرات موضع شك"),
    "network": ("Who is said to stand with whom", "من يُقال إنه مع من"),
    "matrix": ("Ties, ordered by camp", "العلاقات مرتبة بحسب المعسكرات"),
    "timeline": ("What binds and what divides, over time", "ما يجمع وما يفرّق عبر الزمن"),
}


def word(key: str, language: str) -> str:
    """A word of the picture's own."""
    return WORDS[key][language != "en"]


def figure(width: float, height: float) -> Figure:
    """An empty figure; no window is opened, no global state is touched."""
    import matplotlib as mpl  # noqa: PLC0415 - only who draws pays for it
    from matplotlib.figure import Figure as Empty  # noqa: PLC0415

    if mpl.__version_info__[:2] < (3, 11):
        raise NetworkError(f"pictures need matplotlib 3.11, the first that shapes Arabic; this is {mpl.__version__}")
    return Empty(figsize=(width, height), facecolor="white")


def kind_of(path: str | os.PathLike[str]) -> str:
    """The kind of a picture's file."""
    kind = Path(path).suffix.lower()
    if kind not in KINDS:
        raise NetworkError(f"{path}: a picture is written as {' or '.join(KINDS)}; name the file so")
    return kind


def save(drawn: Figure, path: str | os.PathLike[str]) -> None:
    """Write a figure; the same figure gives the same bytes."""
    kind = kind_of(path)
    try:
        _write(drawn, path, kind)
    except OSError as bad:
        raise NetworkError(f"{path}: the picture can't be written ({bad.strerror})") from None


_OUTLINE = re.compile(rb' d="[^"]*"')
_FINE = re.compile(rb"-?\d+\.\d{3,}")


def svg(drawn: Figure) -> bytes:
    """A figure as SVG, for a page that holds it; the same figure gives the same bytes.

    Outlines of letters are most of it, so places are told to a hundredth of a point, which takes a quarter off.
    """
    paper = io.BytesIO()
    _write(drawn, paper, ".svg")

    def plain(outline: re.Match[bytes]) -> bytes:
        return b" ".join(_FINE.sub(lambda n: b"%.2f" % float(n[0]), outline[0]).split())

    return _OUTLINE.sub(lambda outline: b" " + plain(outline), paper.getvalue())


def png(drawn: Figure) -> bytes:
    """A figure as PNG, for a file that holds it."""
    paper = io.BytesIO()
    _write(drawn, paper, ".png")
    return paper.getvalue()


def _write(drawn: Figure, to: str | os.PathLike[str] | io.BytesIO, kind: str) -> None:
    import matplotlib as mpl  # noqa: PLC0415 - see figure()

    settings: Any = {"svg.fonttype": "path", "svg.hashsalt": "ahlaf", "font.family": "DejaVu Sans"}
    with mpl.rc_context(settings):
        drawn.savefig(to, format=kind[1:], dpi=110, metadata={"Date": None} if kind == ".svg" else None)
