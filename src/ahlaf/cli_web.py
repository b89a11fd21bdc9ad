"""``ahlaf serve``: the workbench in the browser."""

# ruff: noqa: PLC0415 - what a command needs is imported when it runs, so that --help answers at once

from __future__ import annotations

import os
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from ahlaf.cli_store.base import FAILED, Whole, command, language_option, name_of, opened, project, tell, who_option
from ahlaf.cli_store.inputs import rows_option
from ahlaf.errors import AhlafError

if TYPE_CHECKING:
    from ahlaf.exchange.report.content import Language
    from ahlaf.store import Coder, Project
    from ahlaf.workers import Maker

HOST: Final = "127.0.0.1"
PORT: Final = 7391
"""Where the workbench is looked for; the next free one where it is taken."""
GUARDED: Final[dict[str, Any]] = {
    "access_log": False,
    "server_header": False,
    "date_header": False,
    "ws": "none",
    "proxy_headers": False,
    "h11_max_incomplete_event_size": 65536,
}
"""What the server tells nobody and takes from nobody; the tests' server is held to the same."""


@command("serve")
@project
@click.option("--port", type=Whole(0, 65535), help=f"Serve at this port; else {PORT}, or a free one. 0 takes any free one.")
@click.option("--no-open", is_flag=True, help="Only print the address; open no browser.")
@who_option
@rows_option
@click.option(
    "--cache",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Where a language model's answers were kept, for claims that one made.",
)
@click.option("--context", type=Whole(1024), metavar="TOKENS", help="What that model was said to take when it was asked.")
@language_option(of="Of what is told here; the page has a switch of its own.")
def serve(
    address: str,
    port: int | None,
    who: str | None,
    folders: tuple[str, ...] | None,
    cache: Path | None,
    context: int | None,
    language: Language,
    *,
    no_open: bool,
) -> None:
    """Open a project's workbench in the browser: read, review, and see the network.

    It answers only this computer, and only the address that is printed: it carries the key of this session. The browser
    is led there by a file in your home folder that only you can read, and that is gone after the first visit. Ctrl-C
    ends it; every decision that the page showed as taken is in the project.
    """
    import secrets

    import uvicorn

    from ahlaf.web.app import make
    from ahlaf.web.why import Answers

    token = secrets.token_urlsafe(32)
    with opened(address) as found, _bound(port, language) as bound:
        book = _book(found, folders, language)
        number = bound.getsockname()[1]
        link = f"http://{HOST}:{number}/?token={token}"
        click.echo(link)
        sys.stdout.flush()
        tell(_told("workbench open", language, project=found.shown))
        with nullcontext(_nothing) if no_open else _shown(link, Path.home(), language) as entered, suppress(KeyboardInterrupt):
            app = make(found, who=name_of(who), token=token, port=number, answers=Answers(cache, context), book=book, entered=entered)
            config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=3, **GUARDED)
            uvicorn.Server(config).run(sockets=[bound])
        tell(_told("workbench closed", language))


def _book(project: Project, folders: tuple[str, ...] | None, language: Language = "en") -> Callable[[], tuple[Coder, Maker]]:
    """What gives the rule book: with the rows that are asked for, or those that the project was coded with.

    Rows that are asked for must be sound; where those of before are gone, the project opens all the same, and coding says it.
    """
    from ahlaf import projects

    if folders is not None:
        own = projects.own(project, folders)
        projects.own_rule_book(project, own)
        return partial(projects.own_rule_book, project, own)
    try:
        projects.own(project)
    except AhlafError as error:
        from ahlaf.exchange.refused import told

        tell(_told("nothing to code with", language, why=told(error, language).partition(": ")[2]))
    return partial(projects.own_rule_book, project)


def register(group: click.Group) -> None:
    """Add the command to a group."""
    group.add_command(serve)


def _bound(port: int | None, language: Language = "en") -> socket.socket:
    """A socket on this computer's own address.

    Raises:
        AhlafError: the port that was asked for is taken.
    """
    for number in (port,) if port is not None else (PORT, 0):
        made = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # named, or asyncio lets small answers wait
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((HOST, number))
        except OSError as error:
            made.close()
            if port is not None:
                raise AhlafError(f"port {port} can't be had: {error.strerror}: choose another with --port") from error
        else:
            made.listen(128)  # who comes before the server stands waits for it
            return made
    tell(_told("no port", language))
    sys.exit(FAILED)


def _told(what: str, language: Language, **values: object) -> str:
    from ahlaf.exchange.said import message

    return message(what, language, **values)


def _nothing() -> None:
    pass


@contextmanager
def _shown(link: str, folder: Path, language: Language = "en") -> Iterator[Callable[[], None]]:
    """Open an address in the user's browser, if there is one; what is given back is called when it has come there.

    Who else uses this computer sees what a browser is started with. So it is not started with the address, which carries
    the key, but with a file that leads there and that nobody else can read. It lies in the home folder: a browser that is
    shut off from the rest of the system sees no other place.
    """
    import webbrowser

    shown, page = False, None
    try:
        page = _page(link, folder)
        shown = webbrowser.open(page.as_uri())
    except (OSError, webbrowser.Error):
        pass
    if not shown:
        tell(_told("no browser", language))

    def gone() -> None:
        if page is not None:
            page.unlink(missing_ok=True)

    try:
        yield gone
    finally:
        gone()


def _page(link: str, folder: Path) -> Path:
    """A file that only its owner can read, and that leads a browser to an address."""
    opened, name = tempfile.mkstemp(".html", "ahlaf-", folder)
    with os.fdopen(opened, "w", encoding="utf-8") as page:
        page.write(f'<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url={link}"><a href="{link}">Ahlaf</a>')
    return Path(name)
