"""PDFs made glyph by glyph, each in the place and in the order that a test wishes: no program writes them all."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SIZE = 12.0
WIDE = 0.5
"""Of an em: the advance of every glyph."""


@dataclass(frozen=True)
class Placed:
    """A glyph that stands for some letters, at a place."""

    letters: str
    x: float
    y: float
    size: float = SIZE


def row(units: Iterable[str], y: float, right: float = 500.0, size: float = SIZE) -> list[Placed]:
    """Units from the right edge leftwards, as an eye reads Arabic; a space is a gap, an empty unit nothing."""
    found, x = [], right
    for unit in units:
        x -= WIDE * size
        if unit.strip():
            found.append(Placed(unit, x, y, size))
    return found


def pdf(pages: Sequence[Sequence[Placed]], info: str = "", extra: str = "", repeat: int = 1) -> bytes:
    """A PDF of such pages; ``extra`` goes into its trailer, ``repeat`` lists every page so often."""
    codes = {letters: number for number, letters in enumerate(dict.fromkeys(p.letters for page in pages for p in page), 1)}
    assert len(codes) < 256
    maps = "\n".join(f"<{code:02x}> <{letters.encode('utf-16-be').hex()}>" for letters, code in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def "
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(codes)} beginbfchar\n{maps}\nendbfchar endcmap end end"
    )
    advance = int(WIDE * 1000)
    drawings = [f"{advance} 0 0 0 {advance} 700 d1 0 0 {advance} 700 re f", "0 0 -100 600 100 700 d1 -100 600 200 100 re f"]
    marks = {code for letters, code in codes.items() if unicodedata.combining(letters[0])}
    names = " ".join("/mark" if code in marks else "/letter" for code in codes.values())
    widths = " ".join("0" if code in marks else str(advance) for code in codes.values())
    first = 8
    kids = " ".join(f"{first + 2 * n} 0 R" for n in range(len(pages)))
    font = (
        "<< /Type /Font /Subtype /Type3 /FontBBox [-100 0 600 700] /FontMatrix [0.001 0 0 0.001 0 0] /Resources << >> "
        f"/CharProcs << /letter 4 0 R /mark 5 0 R >> /Encoding << /Type /Encoding /Differences [1 {names}] >> "
        f"/FirstChar 1 /LastChar {len(codes)} /Widths [{widths}] /ToUnicode 6 0 R >>"
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{' '.join([kids] * repeat)}] /Count {len(pages) * repeat} >>",
        font,
        *(f"<< /Length {len(drawing)} >>\nstream\n{drawing}\nendstream" for drawing in drawings),
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
        f"<< {info} >>",
    ]
    for number, page in enumerate(pages):
        drawn = "\n".join(f"BT /F {p.size} Tf 1 0 0 1 {p.x:.2f} {p.y:.2f} Tm <{codes[p.letters]:02x}> Tj ET" for p in page)
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> "
            f"/Contents {first + 2 * number + 1} 0 R >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += "".join(f"{place:010} 00000 n \n" for place in places).encode()
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 7 0 R {extra} >>\nstartxref\n{start}\n%%EOF\n".encode("latin-1")
    return bytes(out)
