"""What the addresses share: the project that is asked, and whose decision it is."""

from __future__ import annotations

from typing import Annotated, Any, Final
from urllib.parse import unquote

from fastapi import APIRouter, Depends, Header, Request
from fastapi.exceptions import RequestValidationError

from ahlaf.web.coding import Runner
from ahlaf.web.desk import Desk
from ahlaf.web.errors import ANSWERS
from ahlaf.web.fields import keepable
from ahlaf.web.hub import Hub

_NAME: Final = 100


def room(tag: str) -> APIRouter:
    """A room of addresses under ``/api``."""
    return APIRouter(prefix="/api", tags=[tag], responses=ANSWERS)


def _desk(request: Request) -> Desk:
    found: Desk = request.app.state.desk
    return found


def _hub(request: Request) -> Hub:
    found: Hub = request.app.state.hub
    return found


def _runner(request: Request) -> Runner:
    found: Runner = request.app.state.runner
    return found


AtDesk = Annotated[Desk, Depends(_desk)]
AtHub = Annotated[Hub, Depends(_hub)]
AtRunner = Annotated[Runner, Depends(_runner)]


def _who(
    desk: AtDesk,
    x_ahlaf_coder: Annotated[str, Header(description="Who decides, percent-encoded UTF-8; else whom `ahlaf serve --as` named.")] = "",
) -> str:
    name = unquote(x_ahlaf_coder, errors="replace").strip()
    if not name:
        return desk.who
    wrong = "" if len(name) <= _NAME else f"is longer than {_NAME} letters"
    try:
        keepable(name)
    except ValueError as error:
        wrong = str(error)
    if wrong or not name.isprintable():
        problem: list[dict[str, Any]] = [{"loc": ("header", "X-Ahlaf-Coder"), "msg": wrong or "holds what can't be printed"}]
        raise RequestValidationError(problem)
    return name


Who = Annotated[str, Depends(_who)]
