"""Everything put together: a project, whose decisions are written, a token and a port → an application."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Final

from fastapi import FastAPI

from ahlaf import __version__
from ahlaf.sources.fetch import Fetcher
from ahlaf.store import Coder, Project
from ahlaf.web import errors, page, pictures
from ahlaf.web.coding import Runner
from ahlaf.web.desk import Asked, Desk
from ahlaf.web.guard import Guard
from ahlaf.web.hub import Hub
from ahlaf.web.routes import actors, claims, documents, exports, network, project, talk
from ahlaf.web.routes.project import weights
from ahlaf.web.why import Answers
from ahlaf.workers import Maker

_PATIENCE: Final = 20.0
"""Seconds that the coder has, at the end, to write what is at work."""
_LEAVE: Final = 5.0
"""Seconds that are waited, at the end, for what is worked out behind the pages."""
_GRACE: Final = 3.0
"""Seconds after which what is slow to work out is begun, whether or not a page stands."""
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
    book: Callable[[], tuple[Coder, Maker]] | None = None,
    fetcher: Fetcher | None = None,
    answers: Answers | None = None,
    warm: bool = True,
    entered: Callable[[], object] = lambda: None,
) -> FastAPI:
    """The application.

    Args:
        found: the project, open; whoever opened it closes it.
        who: whose decisions are written where a request doesn't say.
        token: what a request has to carry.
        port: where it is served; it is part of the only names under which it answers.
        static: the built page.
        runner: what codes; the rule book where not given.
        book: where the rule book is had; the one that the project was coded with where not given.
        fetcher: what fetches addresses; one of the open internet alone where not given.
        answers: where a language model's answers are kept, and how it was asked; as without options where not given.
        warm: whether what is slow to read is read at once.
        entered: called when somebody has brought the token.
    """
    hub = Hub(found)
    desk = Desk(found, who, changed=lambda what: hub.tell(what, {}), book=book)
    codes = runner or Runner(found, lambda info: hub.tell("coding", info.model_dump()), book)

    @asynccontextmanager
    async def standing(_: FastAPI) -> AsyncIterator[None]:
        watching = asyncio.create_task(hub.watch())
        warming = asyncio.create_task(_warm(hub, desk)) if warm else None
        yield
        for task in (watching, warming):
            if task is not None:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task
        await asyncio.to_thread(codes.stop, _PATIENCE)
        await asyncio.to_thread(desk.behind.close, _LEAVE)

    app = FastAPI(
        title="Ahlaf", version=__version__, description=_ABOUT, docs_url=None, redoc_url=None, lifespan=standing, redirect_slashes=False
    )
    app.state.desk, app.state.hub, app.state.runner = desk, hub, codes
    app.state.fetcher, app.state.answers = fetcher or Fetcher(), answers or Answers()
    errors.listen(app)
    for room in (project, documents, claims, actors, network, talk, exports):
        app.include_router(room.router)
    app.include_router(page.serve(static))
    app.add_middleware(Guard, token=token, port=port, entered=entered)
    return app


async def _warm(hub: Hub, desk: Desk) -> None:
    """Work out what will be asked for, behind the first page: beside it, it would hold that up."""
    with suppress(TimeoutError):
        await asyncio.wait_for(hub.met.wait(), _GRACE)

    def first_map() -> None:
        pictures.draw(desk, Asked(weights=weights(desk, desk.who)), 0, pictures.FIRST)

    desk.behind.begin("warm", desk.warm)
    desk.behind.begin("first-map", first_map)
