"""Everything put together: a project, whose decisions are written, a token and a port → an application."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Final

from fastapi import FastAPI

from ahlaf import __version__
from ahlaf.sources.fetch import Fetcher
from ahlaf.store import Project
from ahlaf.web import errors, page
from ahlaf.web.coding import Runner
from ahlaf.web.desk import Desk
from ahlaf.web.guard import Guard
from ahlaf.web.hub import Hub
from ahlaf.web.routes import actors, claims, documents, network, project, talk

_PATIENCE: Final = 20.0
"""Seconds that the coder has, at the end, to write what is at work."""
_ABOUT: Final = (
    "The workbench's API: everything that the page does. It answers only this computer, and only who has the token that "
    "`ahlaf serve` printed: as the cookie that the first visit sets, or as `Authorization: Bearer`. "
    "Offsets are Unicode code points of a document's text."
)


def make(
    found: Project,
    *,
    who: str,
    token: str,
    port: int,
    static: Path = page.STATIC,
    runner: Runner | None = None,
    fetcher: Fetcher | None = None,
    warm: bool = True,
) -> FastAPI:
    """The application.

    Args:
        found: the project, open; whoever opened it closes it.
        who: whose decisions are written where a request doesn't say.
        token: what a request has to carry.
        port: where it is served; it is part of the only names under which it answers.
        static: the built page.
        runner: what codes; the rule book where not given.
        fetcher: what fetches addresses; one of the open internet alone where not given.
        warm: whether what is slow to read is read at once.
    """
    hub = Hub(found)
    desk = Desk(found, who, changed=lambda what: hub.tell(what, {}))
    codes = runner or Runner(found, lambda info: hub.tell("coding", info.model_dump()))

    @asynccontextmanager
    async def standing(_: FastAPI) -> AsyncIterator[None]:
        watching = asyncio.create_task(hub.watch())
        if warm:
            threading.Thread(target=_quietly, args=(desk,), name="ahlaf-warm", daemon=True).start()
        yield
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching
        await asyncio.to_thread(codes.stop, _PATIENCE)

    app = FastAPI(
        title="Ahlaf", version=__version__, description=_ABOUT, docs_url=None, redoc_url=None, lifespan=standing, redirect_slashes=False
    )
    app.state.desk, app.state.hub, app.state.runner = desk, hub, codes
    app.state.fetcher = fetcher or Fetcher()
    errors.listen(app)
    for room in (project, documents, claims, actors, network, talk):
        app.include_router(room.router)
    app.include_router(page.serve(static))
    app.add_middleware(Guard, token=token, port=port)
    return app


def _quietly(desk: Desk) -> None:
    """Warm a desk; what can't be read now is read, and told, when it is asked for."""
    with suppress(Exception):
        desk.warm()
