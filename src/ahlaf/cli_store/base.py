"""What the commands share: how they are made, whose decisions they write, how they open a project and show progress."""

# ruff: noqa: PLC0415 - what a command needs is imported when it runs, so that --help answers at once

from __future__ import annotations

import getpass
import re
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, redirect_stdout
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
from click.core import ParameterSource

from ahlaf.errors import AhlafError, InputError, NotInstalled, WrongValue

if TYPE_CHECKING:
    from ahlaf.exchange.report.content import Language
    from ahlaf.projects import Sum
    from ahlaf.store import Project

    TextType = click.ParamType[str]
else:  # a click of before has no type that can be told what it gives
    TextType = click.ParamType

FAILED: Final = 1
"""The exit code when something could not be read or done, or is wrong."""
LARGEST: Final = 2**31 - 1
"""The largest number of anything that a project on either database can be asked for."""


class Whole(click.IntRange):
    """A whole number within bounds; "abc" is called no number, and no "integer range"."""

    name = "integer"


class Amount(click.FloatRange):
    """A number within bounds."""

    name = "number"


NUMBER: Final = Whole(1, LARGEST)
"""The number of a document, claim or decision; or how many of something."""
COUNT: Final = Whole(0, LARGEST)
"""How many of something, or none."""


class Share(Amount):
    """A number from 0 to 1; "nan", which Python takes for one, is none."""

    name = "share"

    def __init__(self) -> None:
        super().__init__(0, 1)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:  # noqa: ANN401 - click's own signature
        """The number."""
        try:
            share = float(value)
        except ValueError:
            share = float("nan")
        return share if 0 <= share <= 1 else self.fail(f"{value} is no number from 0 to 1", param, ctx)


SHARE: Final = Share()


class Date(TextType):
    """A date as far as it is known, its digits Latin or Arabic; whether it is one at all is for whoever takes it to say."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401 - click's own signature
        """The date in Latin digits."""
        from ahlaf import dates

        try:
            return dates.typed(value)
        except WrongValue as error:
            return self.fail(str(error), param, ctx)


DATE: Final = Date()


def single_option(name: str, **more: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:  # noqa: ANN401 - what click's options take
    """An option that is given at most once: of two, click would drop the first without a word, and those beside it take several."""

    def only(_ctx: click.Context, _param: click.Parameter, given: tuple[Any, ...]) -> Any:  # noqa: ANN401 - whatever it takes
        if len(given) > 1:
            raise click.UsageError(f"{name} can be given only once: {' and '.join(map(repr, given))} were")
        return given[0] if given else None

    return click.option(name, multiple=True, callback=only, **more)


Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
COMMANDS: list[click.Command] = []

who_option = click.option("--as", "who", metavar="NAME", envvar="AHLAF_CODER", help="Who decides; your user name, or AHLAF_CODER.")
note_option = click.option("--note", default="", help="Why, in your words.")
json_option = click.option("--json", "as_json", is_flag=True, help="Write JSON lines.")
output_option = click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
project = click.argument("address", type=click.Path(), metavar="PROJECT")


class _Spoken(TextType):
    """A language that the commands speak; what is wrong in the environment is said to be there."""

    name = "language"

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str | None:  # noqa: ARG002 - click gives them
        """The choice, as click shows its own."""
        return "[ar|en]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401 - click's own signature
        """The language."""
        if value in ("ar", "en"):
            return str(value)
        set_there = ctx is not None and ctx.get_parameter_source("language") is ParameterSource.ENVIRONMENT
        where = " (the environment variable AHLAF_LANGUAGE)" if set_there else ""
        return self.fail(f"{value!r} is not one of ar (Arabic), en (English){where}", param, ctx)


def _spoken() -> str:
    """The language of this computer's user, as gettext's programs find it; empty where nothing says it.

    The first variable that says something counts. Where there are none, as on Windows, the locale is asked.
    """
    import locale
    import os

    told = next((value for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), None)
    found = re.match("[a-z]+", (told or locale.getlocale()[0] or "").casefold())
    return found[0] if found else ""


def language_option(otherwise: Language = "en", of: str = "Of what people read; programs' formats stay as they are.") -> Decorator:
    """``--language``: asked for, or set in AHLAF_LANGUAGE, or the user's own where that is Arabic; else ``otherwise``.

    A user whose computer speaks another language has said nothing about Arabic texts: so only Arabic is taken from it.
    """
    return click.option(
        "--language",
        type=_Spoken(),
        envvar="AHLAF_LANGUAGE",
        default=lambda: "ar" if speaks_arabic() else otherwise,
        show_default=f"AHLAF_LANGUAGE, else ar on an Arabic computer, else {otherwise}",
        help=of,
    )


def speaks_arabic() -> bool:
    """Whether the computer's user does."""
    return _spoken() in ("ar", "arabic")


def asked_language() -> Language:
    """The language that was asked for or that the computer speaks: names and reports may be in Arabic without either."""
    context = click.get_current_context()
    given = context.get_parameter_source("language") not in (None, ParameterSource.DEFAULT)
    language: Language = context.params["language"] if given else "ar" if speaks_arabic() else "en"
    return language


def complaint(error: Exception) -> str:
    """The line about an error."""
    from ahlaf.exchange.refused import told

    return told(error, asked_language())


def readable(ctx: click.Context) -> None:
    """Make sure that all texts of a command line are texts: bytes that are no UTF-8 reach Python as halves of characters.

    No text can be found by them, and no project can keep them. The name of a file may hold them, so what names one is of
    the type ``click.Path``.

    Raises:
        UsageError: one is not.
    """
    for param in ctx.command.params:
        value = ctx.params.get(param.name or "") if param.type is click.STRING else None
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str) and any("\ud800" <= letter <= "\udfff" for letter in text):
                raise click.UsageError(f"{param.get_error_hint(ctx)}: {text!r} is not in UTF-8, the encoding of this command line")


def plainly(work: Callable[..., Any]) -> Callable[..., Any]:
    """Work whose expected errors become one clear line and an exit code."""

    @wraps(work)
    def run(*args: Any, **values: Any) -> Any:  # noqa: ANN401 - whatever click gives
        readable(click.get_current_context())
        try:
            return work(*args, **values)
        except ModuleNotFoundError as error:
            if (error.name or "").partition(".")[0] == "ahlaf":
                raise
            tell(f"error: {NotInstalled('this', error.name or 'a module')}")
        except AhlafError as error:
            tell(complaint(error))
        sys.exit(FAILED)

    return run


def command(name: str, group: click.Group | None = None) -> Callable[[Callable[..., Any]], click.Command]:
    """A command whose expected errors become one clear line and an exit code."""

    def make(work: Callable[..., Any]) -> click.Command:
        made = click.command(name)(plainly(work))
        if group is None:
            COMMANDS.append(made)
        else:
            group.add_command(made)
        return made

    return make


def tell(message: str) -> None:
    """A line for a person, with nothing in it that a terminal would act on."""
    from ahlaf.exchange.terminal import lined

    click.echo(lined(message, terminal=sys.stderr.isatty()), err=True)


def narrowed(left_out: Iterable[str], language: Language = "en") -> None:
    """Say which columns of a table a narrow terminal has no room for."""
    from ahlaf.exchange.said import message

    if names := message("comma", language).join(left_out):
        tell(message("narrow", language, names=names))


def opened(address: str) -> Project:
    """The project at an address; tells where it had to be brought up to date, and where it can only be read."""
    from ahlaf.exchange.said import message
    from ahlaf.store import Project

    project = Project.open(address)
    if project.copied:
        tell(f"{project.shown} was brought up to date; as it was, it is kept as {project.copied}")
    if project.place.sealed:
        language = click.get_current_context().params.get("language", "en")
        tell(message("read only", language, project=project.shown))
    return project


def quoted(address: str) -> str:
    """A project's address as a command line takes it again."""
    import shlex

    return shlex.quote(address)


def name_of(who: str | None) -> str:
    """Whose decision it is."""
    return who or getpass.getuser()


@contextmanager
def watched(what: str, total: int | None) -> Iterator[tuple[Callable[[Sum], None], threading.Event]]:
    """A progress bar where a person looks on, and an event that the first Ctrl-C sets; a second one breaks off."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from ahlaf.exchange.said import message

    stop = threading.Event()
    stopping = message("stopping", click.get_current_context().params.get("language", "en"))

    def asked(*_: object) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()
        tell(stopping)

    before = signal.signal(signal.SIGINT, asked) if threading.current_thread() is threading.main_thread() else None
    paper = Console(stderr=True)
    # No thread of its own: processes are forked while it stands.
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=paper, auto_refresh=False)
    task = bar.add_task(what, total=total)

    def watch(so_far: Sum) -> None:
        if paper.is_terminal:
            bar.update(task, completed=so_far.done, refresh=True)

    try:
        if paper.is_terminal:
            bar.start()
        yield watch, stop
    finally:
        if paper.is_terminal:
            bar.stop()
        if before is not None:
            signal.signal(signal.SIGINT, before)


def spare(project: Project, output: Path | None) -> None:
    """Refuse to write over the very project that is read: the file would take its place.

    Raises:
        InputError: it is that file.
    """
    path = project.place.path
    if output is not None and path is not None and output.exists() and output.samefile(path):
        raise InputError(str(output), "is the project itself", "write to another file")


@contextmanager
def written_to(output: Path | None, project: Project) -> Iterator[None]:
    """Data goes to a file, which appears only when it is whole; to standard output without one.

    Raises:
        InputError: the file is the project, or can't be written.
    """
    from ahlaf.output import whole

    spare(project, output)
    with whole(output) as paper, redirect_stdout(paper):
        yield


def pieces(chunks: Iterable[str]) -> None:
    """Text that is made piece by piece, as it comes."""
    for chunk in chunks:
        click.echo(chunk, nl=False)


def lines(records: Iterable[Any]) -> None:
    """Records as JSON lines, with nothing in them that a terminal would act on."""
    from ahlaf.exchange.jsonl import dumps

    for record in records:
        click.echo(dumps(record))
