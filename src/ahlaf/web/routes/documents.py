"""Documents: the library, the text, the words elsewhere, and what comes in."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from anyio import to_thread
from fastapi import Query, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.datastructures import UploadFile

from ahlaf.model import Document
from ahlaf.store import Shelf, Shelved
from ahlaf.store.folding import answers, light, parse
from ahlaf.store.folding import words as folded
from ahlaf.web import adding, shapes, shapes_done, told
from ahlaf.web.desk import Asked, Desk
from ahlaf.web.fields import Asked as Typed
from ahlaf.web.fields import Date, Limit, Line, Number, Offset, Published, Text
from ahlaf.web.routes.common import AtDesk, AtHub, Who, room
from ahlaf.web.routes.project import weights

router = room("documents")
FILES: Final = 200
"""The most files of one request."""
State = Annotated[str, Query(pattern="^(waiting|coded|failed|unreviewed|reviewed)?$")]
Sort = Annotated[str, Query(pattern="^-?(added|date|title|outlet|length|claims|reviewed|doubtful|tension)$")]


@router.get("/documents")
def get_documents(
    desk: AtDesk,
    who: Who,
    search: Typed = "",
    status: State = "",
    outlet: Typed = "",
    since: Date = "",
    until: Date = "",
    sort: Sort = "-added",
    limit: Limit = 50,
    offset: Offset = 0,
) -> shapes.Listed[shapes.DocumentRow]:
    """The library, a page at a time; a ``-`` before a sort turns it downwards."""
    shares = desk.shares(Asked(weights=weights(desk, who)))
    page = desk.project.shelf(Shelf(search, status, outlet, since, until, sort, limit, offset, shares))
    digest = desk.coder.digest if desk.coder else None
    searched = bool(search.strip())
    called = told.openings(desk.project, ((d.document.id, d.document.title) for d in page.items))
    return shapes.Listed(
        total=page.total,
        items=[
            told.document(d, digest, shares.get(d.document.id), called.get(d.document.id, ""), searched=searched) for d in page.items
        ],
    )


class Pasted(BaseModel):
    """A text as it stands, with what is known of it."""

    model_config = ConfigDict(extra="forbid")
    text: Text = Field(min_length=1)
    title: Line | None = None
    outlet: Line | None = None
    author: Line | None = None
    date: Published | None = None
    url: Line | None = None
    language: Annotated[str, Field(pattern="^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*$")] | None = None


class Wanted(BaseModel):
    """An address to fetch: that page, text, feed or PDF, and nothing that it points at."""

    model_config = ConfigDict(extra="forbid")
    address: Annotated[Line, Field(min_length=1)]
    fetch: Literal[True]


_FORM: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": {"anyOf": [Pasted.model_json_schema(), Wanted.model_json_schema()]}},
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["files"],
                    "properties": {"files": {"type": "array", "maxItems": FILES, "items": {"type": "string", "format": "binary"}}},
                }
            },
        },
    }
}


@router.post("/documents", openapi_extra=_FORM)
async def add_documents(request: Request, desk: AtDesk, hub: AtHub, who: Who) -> shapes_done.Added:
    """Add a text, or an address to fetch (JSON), or files of any kind that `ahlaf add` takes (a form with ``files``).

    What can't be read is set aside with its reason, and the rest is added.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    added = await _uploaded(request, desk, who) if kind == "multipart/form-data" else await _pasted(request, desk, who)
    hub.nudge()
    return added


async def _pasted(request: Request, desk: Desk, who: str) -> shapes_done.Added:
    try:
        body = json.loads(await request.body())
        if isinstance(body, dict) and "address" in body:
            wanted = Wanted.model_validate(body)
            found_there = adding.fetched(request.app.state.fetcher, wanted.address)
            return await to_thread.run_sync(lambda: adding.add(desk.project, found_there, who))
        asked = Pasted.model_validate(body)
    except ValidationError as error:
        raise RequestValidationError([{**e, "loc": ("body", *e["loc"])} for e in error.errors(include_context=False)]) from error
    except (ValueError, RecursionError) as error:
        raise RequestValidationError([{"loc": ("body",), "msg": f"is no JSON: {error}"}]) from error
    about = {field: value or None for field, value in asked.model_dump(exclude={"text"}).items()}
    found = Document(asked.text, asked.title or "", **about)
    return await to_thread.run_sync(adding.add, desk.project, [adding.pasted(found)], who)


async def _uploaded(request: Request, desk: Desk, who: str) -> shapes_done.Added:
    async with request.form(max_files=FILES, max_fields=10) as form:
        uploads = [u for u in form.getlist("files") if isinstance(u, UploadFile)]
        if not uploads:
            raise RequestValidationError([{"loc": ("body", "files"), "msg": "a form brings at least one file"}])
        with tempfile.TemporaryDirectory(prefix="ahlaf-upload-") as folder:
            found = []
            for number, upload in enumerate(uploads):
                name = upload.filename or ""
                path = Path(folder) / f"{number}{_ending(name)}"
                await to_thread.run_sync(_copy, upload, path)
                found.append((name, path))
            return await to_thread.run_sync(lambda: adding.add(desk.project, adding.dropped(found), who))


def _copy(upload: UploadFile, path: Path) -> None:
    with path.open("wb") as out:
        while piece := upload.file.read(1 << 20):
            out.write(piece)


def _ending(name: str) -> str:
    r"""The ending of a name, if it is one that a file may have anywhere.

    >>> _ending("خبر.tar.gz"), _ending("a./../b"), _ending("x.txt\n")
    ('.gz', '', '')
    """
    ending = Path(name).suffix
    return ending.lower() if ending[1:].isascii() and ending[1:].isalnum() and len(ending) < 12 else ""


@router.get("/documents/{number}")
def get_document(desk: AtDesk, number: Number) -> shapes.DocumentText:
    """A document, letter for letter, with its sentences."""
    project = desk.project
    about, full, whole = project.document(number), project.text(number), project.reading(number)
    row = project.shelved(number)
    return shapes.DocumentText(
        number=number,
        id=about.name,
        title=about.title,
        opening=told.opening(about.title, full.text),
        outlet=about.outlet,
        author=about.author,
        date=about.date,
        url=about.url,
        text=full.text,
        language=about.language or "ar",
        dir=told.direction(about.language, full.text),
        state=row.state,
        error=row.error,
        coder=told.coder(row.coder),
        sentences=[told.pair(s.span) for s in whole.sentences] if whole else [],
        seen=project.sightings(number),
    )


class Why(BaseModel):
    """Why a document is left out, for the journal."""

    model_config = ConfigDict(extra="forbid")
    note: Line = ""


@router.post("/documents/{number}/remove")
def remove_document(desk: AtDesk, hub: AtHub, who: Who, number: Number, asked: Why) -> shapes_done.Removed:
    """Leave a document out with its claims: a decision like any other, which deletes nothing and can be undone."""
    made, claims = desk.project.remove(number, who, asked.note)
    hub.nudge()
    return shapes_done.Removed(decision=made, claims=claims)


@router.get("/removed")
def get_removed(desk: AtDesk, limit: Limit = 50, offset: Offset = 0) -> shapes.Listed[shapes_done.RemovedDocument]:
    """What was removed, the last first, each with the decision that brings it back when it is undone."""
    every = desk.project.removed()[::-1]
    shown = every[offset : offset + limit]
    called = told.openings(desk.project, ((one.id, one.title) for _, one in shown))
    return shapes.Listed(total=len(every), items=[told.removed(made, one, called.get(one.id, "")) for made, one in shown])


@router.get("/documents/{number}/claims")
def get_document_claims(desk: AtDesk, number: Number, limit: Limit = 500, offset: Offset = 0) -> shapes.Listed[shapes.Claim]:
    """The claims of a document, in the order of its words, with the places of their ends."""
    desk.project.document(number)
    found = desk.project.placed(number)
    return shapes.Listed(total=len(found), items=told.claims(desk.project, found[offset : offset + limit]))


@router.get("/documents/{number}/occurrences")
def get_occurrences(
    desk: AtDesk, number: Number, words: Annotated[Line, Query(min_length=1)], limit: Limit = 20, offset: Offset = 0
) -> shapes.Occurrences:
    """Where words stand, in this document and in others, whatever clitics are written onto them."""
    typed = " ".join(words.replace('"', " ").split())
    terms = parse(f'"{typed}"')
    if not terms:
        return shapes.Occurrences(here=[], elsewhere=shapes.Listed(total=0, items=[]))
    text = desk.project.text(number).text
    # This document may be among those found: one more is asked for than is shown, and it isn't counted.
    page = desk.project.shelf(Shelf(f'"{typed}"', limit=offset + limit + 1, sort="-date"))
    others = [d for d in page.items if d.document.id != number]
    total = page.total - answers(folded(text).split(), terms)
    return shapes.Occurrences(
        here=[told.pair(s) for s in light(text, terms)],
        elsewhere=shapes.Listed(total=total, items=[elsewhere(d) for d in others[offset : offset + limit]]),
    )


def elsewhere(found: Shelved) -> shapes.Elsewhere:
    """A document with the first piece of it that answers."""
    piece = told.passage(found.passages[0], found.text) if found.passages else shapes.Lit(text="", lit=[])
    one = found.document
    return shapes.Elsewhere(
        number=one.id,
        title=one.title,
        opening=told.opening(one.title, found.text),
        outlet=one.outlet,
        date=one.date,
        text=piece.text,
        lit=piece.lit,
    )
