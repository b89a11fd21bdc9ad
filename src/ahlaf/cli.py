"""The ``ahlaf`` command. Data goes to standard output, everything else to standard error.

Only click is imported here at the top; each command imports what it needs, so that ``ahlaf --help``
answers at once.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from ahlaf import __version__, cli_bench, cli_network, cli_report, cli_store, cli_usage, cli_web
from ahlaf.cli_store.base import DATE, FAILED, SHARE, language_option, plainly, tell
from ahlaf.cli_store.coders import Account, Asked, code_of, coder_options, estimated, refusals, rule_book
from ahlaf.cli_store.inputs import SOURCE, columns_option, input_option
from ahlaf.errors import CoderStopped, InputError, NoAnswer

if TYPE_CHECKING:
    from ahlaf import batch
    from ahlaf.choice import Choice
    from ahlaf.exchange.report.content import Language
    from ahlaf.model import Document
    from ahlaf.sources.files import Input, Source

_lexicon_option = click.option(
    "--lexicon",
    "folders",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Lay your own rows and rules over the built-in ones; may be given again.",
)
_date_option = click.option(
    "--date", type=DATE, metavar="DATE", help="The day the texts were written (2016-03-14), where they don't say it themselves."
)
_threshold_option = click.option("--threshold", type=SHARE, help="The least credence of a claim, from 0 to 1.")


_events_option = click.option(
    "--events", is_flag=True, help="Only events that the text reports as having happened, none that it mentions, plans or fears."
)


_CLOSED = 141
"""What a shell shows of a program whose reader went away: 128 and the number of SIGPIPE."""
_BROKEN_OFF = 130
"""What a shell shows of a program that Ctrl-C ended: 128 and the number of SIGINT."""
_NO_ROOM = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
"""The disk is full, the file is as large as one may be, or whoever writes has used up what is his."""


class _Ahlaf(click.Group):
    """The commands; a reader who has seen enough (``| head``) ends any of them without a word, as it ends other programs.

    Where what is written finds no room, that is said in a line, whichever command writes and wherever it writes to; so is that
    Ctrl-C broke it off.
    """

    def make_context(self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any) -> click.Context:  # noqa: ANN401 - click's own signature
        """What a command line asks for, its language with it."""
        typed = list(args)  # click empties the list
        try:
            ctx = super().make_context(info_name, args, parent, **extra)
        except click.UsageError as error:
            raise cli_usage.in_language(error, cli_usage.spoken(typed)) from None
        cli_usage.listen(ctx, typed)
        return ctx

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        """Run the command that is meant."""
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()  # what is left would else be written when Python ends, and its failure told in a traceback
        except click.UsageError as error:
            raise cli_usage.in_language(error, cli_usage.heard(ctx)) from None
        except BrokenPipeError:
            _drop_the_rest()
            sys.exit(_CLOSED)
        except OSError as error:
            if error.errno not in _NO_ROOM:
                raise
            _drop_the_rest()
            tell(cli_usage.no_room(ctx, (error.strerror or "no room is left").lower()))
            sys.exit(FAILED)
        except (KeyboardInterrupt, click.Abort):
            tell(cli_usage.broken_off(ctx))
            sys.exit(_BROKEN_OFF)


def _drop_the_rest() -> None:
    """Lead standard output nowhere: what is still held back would fail once more when Python ends."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(cls=_Ahlaf, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ahlaf", message="%(prog)s %(version)s")
def main() -> None:
    """Read Arabic political writing: who stands with whom and against whom, according to whom, in which words."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


# -- read ------------------------------------------------------------------------------------------------


@main.command()
@click.argument("paths", nargs=-1, required=True, type=SOURCE, metavar="PATH...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "jsonl", "csv"]),
    default="table",
    show_default=True,
    help="How the claims are written.",
)
@input_option
@columns_option
@_lexicon_option
@_date_option
@_threshold_option
@_events_option
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@click.option("--summary", is_flag=True, help="Say at the end who is for and against whom.")
@language_option()
@coder_options()
@plainly
def read(
    paths: tuple[str, ...],
    form: str,
    kind: Input,
    columns: Mapping[str, str],
    folders: tuple[Path, ...],
    date: str | None,
    threshold: float | None,
    events: bool,
    output: Path | None,
    summary: bool,
    language: Language,
    asked: Asked,
) -> None:
    """Read texts, and print their claims.

    PATH is a file of any format that --input names, a folder of such files, or standard input (-). Archives are
    read as they are, with all that lies in them.

    A file that can't be read is reported and the others are read; the exit code is then 1. With a language model
    (--coder llm, --coder both) what it says and the text does not is refused, with the reason; a budget that is
    reached ends the reading with exit code 3, and what was answered is kept for the next run.
    """
    from ahlaf import batch, choice  # noqa: PLC0415 - keeps --help fast
    from ahlaf.exchange.said import message  # noqa: PLC0415

    chosen = asked.choice(rule_book(folders, threshold, date, asked, events=events))
    order = batch.Order(paths, form, kind, output, summary=summary, date=date, columns=columns, language=language)
    if asked.dry_run:
        _estimate(chosen, order)
        return
    with refusals(asked.refused) as refused, choice.coder(chosen) as coder:
        account = Account(refused, tells=False)
        try:
            done = batch.run(order, coder, stdin=_stdin(), tell=tell, told=account.hear)
        except CoderStopped as error:
            account.close()
            tell(f"error: {error}")
            sys.exit(code_of(error))
        account.close()
    if done.failed:
        tell(message("unread", language, failed=done.failed, all=done.failed + done.read))
    if done.failed or account.emptied:
        sys.exit(FAILED)


def _estimate(chosen: Choice, order: batch.Order) -> None:
    """What reading would cost, told instead of done."""
    from ahlaf import batch, choice  # noqa: PLC0415 - keeps --help fast

    done = batch.Done()
    click.echo(estimated(choice.estimate(chosen, batch.documents(order, _stdin(), tell, done))))
    if done.failed:
        sys.exit(FAILED)


def _stdin() -> BinaryIO:
    return sys.stdin.buffer


# -- explain ---------------------------------------------------------------------------------------------


@main.command()
@click.argument("path", type=SOURCE)
@click.option("--claim", "number", type=int, required=True, help="The claim's number, as the table shows it.")
@click.option("--document", "wanted", metavar="ID", help="Which document, where the file holds several.")
@input_option
@columns_option
@_lexicon_option
@_date_option
@_threshold_option
@_events_option
@language_option()
@coder_options("endpoint", "connections", "price_in", "price_out", "budget", "key_env", "ask_again", "dry_run", "refused")
@plainly
def explain(
    path: str,
    number: int,
    wanted: str | None,
    kind: Input,
    columns: Mapping[str, str],
    folders: tuple[Path, ...],
    date: str | None,
    threshold: float | None,
    events: bool,
    language: Language,
    asked: Asked,
) -> None:
    """Say why a claim was made: its words, the rows of the lexicon, the rule, the score; and make it again.

    PATH is a text, or a project: then the number is the one that `ahlaf claims` lists, and the claim is made again with the
    rows and the threshold that the project is coded with. A language model's claim is made again from the answers that
    are kept: no server is asked.
    """
    from ahlaf import choice, usecases  # noqa: PLC0415 - keeps --help fast
    from ahlaf.cli_network.claims import is_kept  # noqa: PLC0415
    from ahlaf.cli_store.explaining import why_kept  # noqa: PLC0415
    from ahlaf.exchange import explanation, terminal  # noqa: PLC0415

    if is_kept(path):
        if wanted is not None:
            raise click.UsageError("the claims of a project have numbers of their own: leave --document out")
        kept = why_kept(path, number, folders or None, threshold, language)
        if kept is None:
            return
        found = kept
    else:
        chosen = asked.choice(rule_book(folders, threshold, date, asked, events=events), offline=True)
        document = _one(path, kind, columns, wanted)
        if chosen.name == "rules":
            found = usecases.explain(chosen.reader, document, number)
        else:
            with choice.coder(chosen) as coder:
                try:
                    found = usecases.explain_coded(chosen.reader, coder, document, number)
                except NoAnswer as error:
                    what = f"{error}; read it first: `ahlaf read --coder {chosen.name}`, with the same --model, --context and --cache"
                    raise NoAnswer(what) from error
    console = terminal.console(sys.stdout)
    for line in explanation.lines(found, language, terminal=console.is_terminal):
        terminal.show(console, line)
    if not found.same:
        sys.exit(FAILED)


def _one(path: str, kind: Input, columns: Mapping[str, str], wanted: str | None) -> Document:
    """The document that is meant.

    Raises:
        InputError: it can't be read, is not there, or which one is meant is not clear.
    """
    from ahlaf.sources import files  # noqa: PLC0415 - keeps --help fast

    sources, failed = files.find([path])
    ids: list[str] = []
    found: Document | None = None
    for loaded in _loaded(sources, kind, columns):
        if isinstance(loaded, InputError):
            failed.append(loaded)
            continue
        ids.append(loaded.document.id)
        if found is None and wanted in (None, loaded.document.id):
            found = loaded.document
    if found is not None and (wanted is not None or len(ids) == 1):
        return found
    if failed and not ids:
        raise failed[0]
    names = ", ".join(ids[:10]) + (" …" if len(ids) > 10 else "")
    what = f"has no document {wanted!r}" if wanted is not None else f"holds {len(ids)} documents"
    raise InputError(path, what, f"choose with --document: {names}")


def _loaded(sources: list[Source], kind: Input, columns: Mapping[str, str]) -> Iterator[Any]:
    from ahlaf.sources import files  # noqa: PLC0415 - keeps --help fast
    from ahlaf.sources.apart import Apart  # noqa: PLC0415 - keeps --help fast

    apart = Apart()
    for source in sources:
        for found in files.load(source, kind, _stdin(), columns):
            yield found if isinstance(found, InputError) else apart.called(found)


# -- lexicon ---------------------------------------------------------------------------------------------


@main.group()
def lexicon() -> None:
    """Work with the rule book: check its rows, find what it knows of a word."""


@lexicon.command("check")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@plainly
def lexicon_check(folder: Path | None) -> None:
    """Read every row of FOLDER (the built-in rule book without one), try its rules on their examples, and say what is wrong."""
    from ahlaf import usecases  # noqa: PLC0415 - keeps --help fast

    found = usecases.check(folder)
    for error in found.errors:
        tell(str(error))
    total = sum(found.rows.values())
    kinds = ", ".join(f"{kind} {count}" for kind, count in found.rows.items())
    if found.errors:
        tell(f"{len(found.errors)} wrong beside {total} sound rows")
        sys.exit(FAILED)
    if not total:
        tell(f"{folder}: holds no table (docs/lexicon.md says how they are called)")
        sys.exit(FAILED)
    click.echo(f"{total} rows and rules, all sound: {kinds}")


@lexicon.command("find")
@click.argument("word")
@click.option("--all", "everything", is_flag=True, help="Show also all expressions and names that only contain it.")
@_lexicon_option
@plainly
def lexicon_find(word: str, everything: bool, folders: tuple[Path, ...]) -> None:
    """Find the rows that know WORD, in any form: inflected, with clitics, vowelled or not."""
    from ahlaf import usecases  # noqa: PLC0415 - keeps --help fast
    from ahlaf.exchange import explanation, terminal  # noqa: PLC0415

    found = usecases.find(word, folders)
    console = terminal.console(sys.stdout)
    shown = [f for f in found if everything or f.how != "inside"][: None if everything else 50]
    for row in shown:
        for line in explanation.row_lines(row.row, f"{row.table}, {row.how}", terminal=console.is_terminal):
            terminal.show(console, line)
    if len(found) > len(shown):
        tell(f"{len(found) - len(shown)} more rows contain it: --all shows them")
    if not found:
        tell(f"no row knows {word}")
        sys.exit(FAILED)


@main.command()
def schema() -> None:
    """Print the JSON Schema of a line of `ahlaf read --format jsonl`."""
    from ahlaf.exchange import schema as published  # noqa: PLC0415 - keeps --help fast

    click.echo(published.text(), nl=False)


cli_network.register(main)
cli_store.register(main)
cli_report.register(main)
cli_web.register(main)
cli_bench.register(main)
