"""The documents of a project, one by one: documents, remove."""

# ruff: noqa: PLC0415 - what a command needs is imported when it runs, so that --help answers at once

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from ahlaf.cli_store.base import (
    command,
    language_option,
    name_of,
    note_option,
    opened,
    output_option,
    pieces,
    project,
    quoted,
    tell,
    who_option,
    written_to,
)

if TYPE_CHECKING:
    from ahlaf.exchange.report.content import Language
    from ahlaf.store import Kept, Project

_STATES: Final = ("waiting", "coded", "failed", "unreviewed", "reviewed")
_SORTS: Final = ("added", "date", "outlet", "title", "length", "claims")


@command("documents")
@project
@click.option("--outlet", "outlets", multiple=True, metavar="NAME", help="Only what this outlet published; may be given again.")
@click.option("--state", type=click.Choice(_STATES), help="waiting: not yet coded; unreviewed: with claims that nobody decided.")
@click.option("--sort", type=click.Choice(_SORTS), default="added", show_default=True, help="By what; what is not known comes last.")
@click.option("--removed", is_flag=True, help="Those that were removed, with the decisions that bring them back.")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True, help="For whom.")
@output_option
@language_option()
def documents(
    address: str,
    language: Language,
    *,
    outlets: tuple[str, ...],
    state: str | None,
    sort: str,
    removed: bool,
    form: str,
    output: Path | None,
) -> None:
    """List the documents of a project: number, date, outlet, title, how many claims each has, whether it is coded."""
    from ahlaf import tables
    from ahlaf.cli_store import show
    from ahlaf.exchange import csvtable
    from ahlaf.exchange.jsonl import dumps
    from ahlaf.exchange.terminal import harmless

    if removed and (outlets or state):
        raise click.UsageError("--removed lists everything that was removed: leave --outlet and --state out")
    with opened(address) as project, written_to(output, project):
        found = tables.removed(project) if removed else tables.documents(project, outlets, state or "", sort)
        columns = tables.REMOVED if removed else tables.DOCUMENTS
        if form == "json":
            click.echo(dumps(list(found), indent=1))
        elif form == "csv":
            pieces(csvtable.table(columns, found, harmless if sys.stdout.isatty() else str))
        else:
            empty = "none removed" if removed else "no such documents" if outlets or state else "no documents"
            show.documents(list(found), language, removed=removed, empty=empty)


@command("remove")
@project
@click.argument("document", metavar="DOCUMENT")
@who_option
@note_option
@language_option()
def remove(address: str, document: str, who: str | None, note: str, language: Language) -> None:
    """Leave a document out with all its claims: DOCUMENT is its number, its address, or where it was found.

    It is a decision like any other and deletes nothing: `ahlaf undo` with its number brings document, claims and
    reviews back as they were. Adding the same article again does not.
    """
    from ahlaf.exchange.said import message

    with opened(address) as project:
        found = _meant(project, document)
        made, claims = project.remove(found.id, name_of(who), note)
        called = " · ".join(x for x in (found.date, found.outlet, found.title or found.name) if x)
        tell(message("left out", language, decision=made, document=found.id, called=called, claims=claims))
        tell(message("brings back", language, project=quoted(project.shown), decision=made))


def _meant(project: Project, typed: str) -> Kept:
    from ahlaf.store import NoSuch, ProjectError

    found = project.called(typed)
    if not found:
        raise NoSuch(project.shown, f"there is no document {typed}", "`ahlaf documents` lists them")
    if len(found) > 1:
        remedy = "name one by its number"
        raise ProjectError(project.shown, f"{typed} may be any of the documents {', '.join(str(k.id) for k in found[:8])}", remedy)
    return found[0]
