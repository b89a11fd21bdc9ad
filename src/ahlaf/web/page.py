"""The built page: ``static/`` beside this file, made by the package's build from ``web/``.

The files that are there at the start are read then, and are what is answered: nothing outside can be asked for, and no
file waits behind a slow answer for a thread to read it. What carries a hash in its name never changes; the rest is asked
for again each time.
"""

from __future__ import annotations

import hashlib
import mimetypes
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

STATIC: Final = Path(__file__).parent / "static"
_HASHED: Final = re.compile(r"assets/.+-[A-Za-z0-9_-]{8}\.\w+")
_TYPES: Final = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
}
MISSING: Final = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Ahlaf</title>'
    "<p>The workbench's page is not built: in a checkout, <code>pip install --editable .</code> builds it; "
    'the API stands at <a href="/openapi.json">/openapi.json</a>.</p>'
    '<p lang="ar" dir="rtl">صفحة العمل غير مبنية: يبنيها الأمر <code dir="ltr">pip install --editable .</code></p></html>'
)


@dataclass(frozen=True, slots=True)
class File:
    """A file of the page."""

    content: bytes
    kind: str
    tag: str
    for_ever: bool


def files(folder: Path) -> dict[str, File]:
    """The files of a built page by their addresses; none where it is not built."""
    found = {}
    for path in sorted(folder.rglob("*")) if (folder / "index.html").is_file() else ():
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not path.is_symlink() and not name.startswith(".") and name != "built-from.txt":
            kind = _TYPES.get(path.suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
            kind += "; charset=utf-8" if kind in ("text/html", "text/plain") else ""
            content = path.read_bytes()
            tag = f'"{hashlib.sha256(content).hexdigest()[:20]}"'
            found["/" + name] = File(content, kind, tag, bool(_HASHED.fullmatch(name)))
    if found:
        found["/"] = found["/index.html"]
    return found


def serve(folder: Path = STATIC) -> APIRouter:
    """The addresses of the page."""
    router = APIRouter(include_in_schema=False)
    known = files(folder)

    @router.get("/{name:path}")
    async def get(request: Request, name: str) -> Response:
        found = known.get("/" + name)
        if found is None:
            if name:
                return Response(status_code=404)
            return HTMLResponse(MISSING, 503)
        headers = {"ETag": found.tag, "Cache-Control": "public, max-age=31536000, immutable" if found.for_ever else "no-cache"}
        if request.headers.get("if-none-match") == found.tag:
            return Response(status_code=304, headers=headers)
        return Response(found.content, media_type=found.kind, headers=headers)

    return router
