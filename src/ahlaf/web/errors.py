"""Whatever goes wrong, in one shape: ``{"error": {"what": …, "do": …}}`` with both in Arabic besides, and never a trace."""

from __future__ import annotations

import logging
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from ahlaf.errors import AhlafError, InputError
from ahlaf.exchange.refused import answered
from ahlaf.store import NoSuch, ProjectBusy
from ahlaf.store.errors import ProjectError

LOG: Final = logging.getLogger("ahlaf.web")


class Wrong(BaseModel):
    """What is wrong, and what to do about it."""

    what: str
    do: str
    what_ar: str
    do_ar: str


class Refused(BaseModel):
    """The shape of every error."""

    error: Wrong


ANSWERS: Final[dict[int | str, dict[str, Any]]] = {
    status: {"model": Refused, "description": text}
    for status, text in {
        400: "What is asked can't be done, and why.",
        401: "No token.",
        403: "From another origin.",
        404: "There is no such thing.",
        409: "Not now: it is being done already, or others keep the project busy.",
        413: "Too large.",
        415: "Not JSON.",
        421: "Another host's name.",
        422: "The request can't be read, and where.",
    }.items()
}
"""The errors that any address may answer with, for the published description."""


def refused(what: str, do: str = "", at: str = "") -> dict[str, Any]:
    """An error in its one shape; ``at`` is where in the request, which only programs are told."""
    what_ar, do_ar = answered(what)
    return Refused(error=Wrong(what=f"{at}: {what}"[:500] if at else what, do=do, what_ar=what_ar[:500], do_ar=do_ar)).model_dump()


def answer(status: int, what: str, do: str = "", at: str = "") -> JSONResponse:
    """An error as an answer."""
    return JSONResponse(refused(what, do, at), status)


def listen(app: FastAPI) -> None:
    """Let an application tell its errors so."""

    @app.exception_handler(AhlafError)
    def ours(_: Request, error: AhlafError) -> JSONResponse:
        if isinstance(error, NoSuch):
            return answer(404, error.what, error.remedy)
        if isinstance(error, ProjectBusy):
            return answer(409, error.what, error.remedy)
        if isinstance(error, (ProjectError, InputError)):
            return answer(400, error.what, error.remedy)
        return answer(400, str(error))

    @app.exception_handler(RequestValidationError)
    def unreadable(_: Request, error: RequestValidationError) -> JSONResponse:
        found = error.errors()[0]
        where = ".".join(str(x) for x in found["loc"])
        # What our own checks say is said to a person; pydantic puts its word for the kind of error before it.
        said = str(found["msg"]).removeprefix("Value error, ")
        return answer(422, said, "see /openapi.json", where)

    @app.exception_handler(HTTPException)
    def by_http(_: Request, error: HTTPException) -> JSONResponse:
        made = answer(error.status_code, str(error.detail), "see /openapi.json")
        made.headers.update(error.headers or {})
        return made

    @app.exception_handler(Exception)
    def broken(request: Request, error: Exception) -> JSONResponse:
        LOG.error("%s %s broke", request.method, request.url.path, exc_info=error)
        return answer(500, f"the server broke on this: {type(error).__name__}", "please report it with what you did")
