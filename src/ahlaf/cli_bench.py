"""``ahlaf bench``: how well a coder reads, measured on annotated texts."""

# ruff: noqa: PLC0415 - what a command needs is imported when it runs, so that --help answers at once

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ahlaf.cli_store.base import FAILED, SHARE, command, lines, tell, watched
from ahlaf.cli_store.coders import Account, Asked, code_of, coder_options, estimated, refusals, rule_book
from ahlaf.errors import CoderStopped

if TYPE_CHECKING:
    from ahlaf.check.figures import Figure


@click.group("bench")
def bench() -> None:
    """Measure: how well a coder reads what people have annotated."""


@command("quality", bench)
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="GOLD...")
@click.option(
    "--lexicon",
    "folders",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Your own rows.",
)
@click.option("--threshold", type=SHARE, help="The least credence of a claim of the rule book.")
@click.option("--markdown", is_flag=True, help="Write the table as Markdown.")
@click.option("--json", "as_json", is_flag=True, help="Write the figures as JSON lines.")
@coder_options()
def quality(
    gold: tuple[Path, ...], folders: tuple[Path, ...], threshold: float | None, asked: Asked, *, markdown: bool, as_json: bool
) -> None:
    """Read the texts of GOLD… with a coder, and measure what it found against what annotators found.

    GOLD is a file of JSON lines: documents with their claims (id, text, claims), or sentences with an event's type or a
    class; which, is told from its fields.

    A document that can't be coded counts as one in which nothing was found, and the exit code is 1.
    """
    from ahlaf import choice
    from ahlaf import quality as measuring
    from ahlaf.check import gold as golds
    from ahlaf.check.figures import table
    from ahlaf.projects import Sum

    files = [golds.read(path) for path in gold]
    chosen = asked.choice(rule_book(folders, threshold, None, asked))
    if asked.dry_run:
        click.echo(estimated(choice.estimate(chosen, (d for one in files for d in one.documents()))))
        return
    figures: list[Figure] = []
    total = sum(len(one.lines) for one in files)
    with refusals(asked.refused) as out, choice.coder(chosen) as coder, watched("measuring", total) as (watch, _):
        account, done = Account(out), Sum()

        def one_more() -> None:
            done.done += 1
            watch(done)

        try:
            for one in files:
                figures += measuring.measure(one, coder, account.hear, one_more)
        except CoderStopped as error:
            account.close()
            tell(f"error: {error}")
            sys.exit(code_of(error))
    account.close()
    if as_json:
        lines(map(asdict, figures))
    else:
        click.echo(table(figures, markdown=markdown))
    if account.failed:
        tell(f"{account.failed} of {total} could not be coded")
        sys.exit(FAILED)


def register(group: click.Group) -> None:
    """Add the commands to a group."""
    group.add_command(bench)
