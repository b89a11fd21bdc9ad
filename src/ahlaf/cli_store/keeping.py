"""Documents and codings in: new, add, code, and the project's health: status, doctor."""

# ruff: noqa: PLC0415 - what a command needs is imported when it runs, so that --help answers at once

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

import click

from ahlaf.cli_store.base import (
    DATE,
    FAILED,
    NUMBER,
    SHARE,
    Whole,
    command,
    json_option,
    language_option,
    lines,
    name_of,
    opened,
    project,
    quoted,
    tell,
    watched,
    who_option,
)
from ahlaf.cli_store.coders import Account, Asked, code_of, coder_options, estimated, refusals, rule_book
from ahlaf.cli_store.inputs import SOURCE, columns_option, input_option, rows_option
from ahlaf.errors import CoderStopped

if TYPE_CHECKING:
    from ahlaf.exchange.report.content import Language
    from ahlaf.projects import Sum
    from ahlaf.store import Project

_STOPPED: Final = 130


@command("new")
@project
@language_option()
def new(address: str, language: Language) -> None:
    """Make a new, empty project: a file, or the tables in an empty PostgreSQL database."""
    from ahlaf.exchange.said import message
    from ahlaf.store import Project

    with Project.create(address) as project:
        tell(message("ready", language, project=project.shown, again=quoted(project.shown)))


@command("add")
@project
@click.argument("paths", nargs=-1, required=True, type=SOURCE, metavar="SOURCE...")
@input_option
@columns_option
@click.option("--outlet", metavar="NAME", help="Who published them, where they don't say it themselves.")
@click.option("--date", type=DATE, metavar="DATE", help="When they were published (2016, 2016-03-14), where they don't say it themselves.")
@click.option("--fetch", "fetching", is_flag=True, help="Fetch the addresses (https://…) among the sources.")
@who_option
@language_option()
def add(
    address: str,
    paths: tuple[str, ...],
    kind: str,
    columns: Mapping[str, str],
    outlet: str | None,
    date: str | None,
    who: str | None,
    language: Language,
    *,
    fetching: bool,
) -> None:
    """Add what is at SOURCE…: files, folders, standard input (-). The same article twice is one document.

    A file may be of any format that --input names: archives (ZIP, gzip, WARC, WACZ) are read as they are, with
    all that lies in them, feeds (RSS, Atom) entry by entry, tables (CSV, TSV) and JSON row by row.

    An address (https://…) is fetched with --fetch: that page, text, feed or PDF, and nothing that it points at.

    What can't be read is set aside with its reason (`ahlaf status --set-aside`), the rest is added; the exit code is
    then 1. Stopped, it goes on where it was when it is run again; the exit code is then 130.
    """
    from ahlaf import projects
    from ahlaf.exchange.said import message
    from ahlaf.sources import fetch, files

    fetcher = fetch.Fetcher() if fetching else None
    with opened(address) as project, watched("adding", None) as (watch, stop):
        done = projects.add(
            project,
            paths,
            name_of(who),
            kind=kind,
            columns=columns,
            stdin=sys.stdin.buffer,
            fetcher=fetcher,
            outlet=outlet,
            date=date,
            watch=watch,
            stop=stop,
        )
    _tell_added(done, address, language)
    if passed := files.passed_over(paths):
        tell(message("passed over", language, n=passed.total(), kinds=", ".join(sorted(passed))))
    if stop.is_set():
        tell(message("stopped", language))
        sys.exit(_STOPPED)
    if done.refused:
        sys.exit(FAILED)


def _tell_added(done: Sum, address: str, language: Language) -> None:
    """What became of what was to be added: how much of it is new, was known, removed before or set aside, and why."""
    from ahlaf.exchange.refused import why
    from ahlaf.exchange.said import message

    known = done.done - done.new - done.refused
    tell(message("added", language, new=done.new, known=known, refused=done.refused))
    if done.removed:
        tell(message("removed before", language, n=done.removed, project=quoted(address)))
    for error in done.why:
        tell(f"  {why(error, language)}")
    if done.refused > len(done.why):
        tell(message("more set aside", language, more=done.refused - len(done.why), project=quoted(address)))


@command("code")
@project
@click.option("--workers", type=Whole(1), help="Processes of the rule book; as many as there are cores.")
@rows_option
@click.option("--threshold", type=SHARE, help="The least credence of a claim of the rule book; the project remembers it.")
@language_option()
@coder_options()
def code(
    address: str, workers: int | None, folders: tuple[str, ...] | None, threshold: float | None, language: Language, asked: Asked
) -> None:
    """Find the claims of documents that are new, or were coded by another coder or an older rule book.

    Ctrl-C stops it after what is at work; run again, it goes on there. Reviews are kept and follow their claims.

    With a language model (--coder llm, --coder both) a document that gives no usable answer waits for the next run, and
    the exit code is 1; a budget that is reached ends the run with exit code 3, and what was answered is kept.
    """
    if asked.coder != "rules":
        if workers is not None:
            raise click.UsageError("--workers is for the rule book: a language model is asked over --connections")
        _code_asking(address, folders, threshold, language, asked)
        return
    asked.none()
    from ahlaf import projects
    from ahlaf.exchange.said import message

    with opened(address) as project:
        own = projects.own(project, folders, threshold)
        coder, maker = projects.own_rule_book(project, own)
        if own.folders and folders is None:
            tell(message("own rows", language, folders=", ".join(own.folders)))
        if own.threshold is not None and threshold is None:
            tell(message("own threshold", language, n=f"{own.threshold:g}"))
        waiting = project.waiting(coder)
        with watched("coding", waiting) as (watch, stop):
            done = projects.code(project, coder, maker, workers=workers, watch=watch, stop=stop)
        every = done.done + project.waiting(coder)  # some may have been added meanwhile
        aside = message("set aside so many", language, n=done.refused) if done.refused else ""
        tell(message("coded so many", language, done=done.done, all=every, claims=done.claims) + aside)
        _tell_lost(project, waiting, language)
    if stop.is_set():
        tell(message("stopped", language))
        sys.exit(_STOPPED)


def _tell_lost(project: Project, waiting: int, language: Language) -> None:
    from ahlaf.exchange.said import message

    lost = len(project.reviews(orphans=True)) if waiting else 0
    if lost:
        tell(message("lost", language, n=lost, project=quoted(project.shown)))


def _code_asking(address: str, folders: tuple[str, ...] | None, threshold: float | None, language: Language, asked: Asked) -> None:
    """The same with a language model, alone or beside the rule book."""
    from ahlaf import choice, projects
    from ahlaf.exchange.said import message
    from ahlaf.store import Coder

    with opened(address) as project:
        own = projects.Own(tuple(folders or ()), threshold) if asked.coder == "llm" else projects.own(project, folders, threshold)
    chosen = asked.choice(rule_book(own.folders, own.threshold, None, asked))
    with opened(address) as project, choice.coder(chosen) as coder:
        kept = Coder(coder.name, coder.version, coder.digest)
        if asked.dry_run:
            click.echo(estimated(choice.estimate(chosen, projects.waiting(project, kept))))
            return
        if asked.coder == "both":
            projects.remember(project, own)
        waiting, total = project.waiting(kept), projects.Sum()
        error: CoderStopped | None = None
        with refusals(asked.refused) as out:
            account = Account(out, called="document ")
            with watched("coding", waiting) as (watch, stop):
                try:
                    projects.code_asking(project, coder, total, watch=watch, stop=stop, told=account.hear)
                except CoderStopped as stopped:
                    error = stopped
            account.close()
        left = message("wait", language, n=total.refused) if total.refused else ""
        coded = total.done - total.refused
        tell(message("coded so many", language, done=coded, all=coded + project.waiting(kept), claims=total.claims) + left)
        _tell_lost(project, waiting, language)
    if error is not None:
        tell(f"error: {error}")
        sys.exit(code_of(error))
    if stop.is_set():
        tell(message("stopped", language))
        sys.exit(_STOPPED)
    if account.wrong:
        sys.exit(FAILED)


@command("status")
@project
@click.option("--set-aside", "aside", is_flag=True, help="List what was refused, and why.")
@click.option("--journal", type=NUMBER, metavar="N", help="List the last N decisions.")
@json_option
@language_option()
def status(address: str, language: Language, *, aside: bool, journal: int | None, as_json: bool) -> None:
    """Say what a project holds."""
    if aside and journal:
        raise click.UsageError("--set-aside and --journal are different lists: choose one")
    from ahlaf.cli_store import show
    from ahlaf.store import Wanted

    with opened(address) as project:
        if aside:
            found = project.set_aside()
            lines(map(asdict, found)) if as_json else show.set_aside(found, language)
        elif journal:
            decisions = project.journal(last=journal)
            if as_json:
                lines({**asdict(d), "content": dict(d.content)} for d in decisions)
            else:
                show.journal(decisions, project.added_by([d.id for d in decisions if d.kind == "add"]), language)
        else:
            counts = project.counts() | {"claims_once": project.count(Wanted(once=True))}
            lines([counts]) if as_json else show.counts(project.shown, counts, language)


@command("doctor")
@project
@click.option("--repair", is_flag=True, help="Make anew what is derived: indexes, standing of claims.")
@language_option()
def doctor(address: str, *, repair: bool, language: Language) -> None:
    """Check that all of a project is as it should be; exit with 1 where it is not."""
    from ahlaf.exchange.refused import examined
    from ahlaf.exchange.said import message

    with opened(address) as project:
        for line in project.repair() if repair else ():
            tell(examined(line, language))
        found = list(project.doctor())
    for finding in found:
        tell(message(finding.kind, language, check=finding.check, says=examined(finding.says, language)))
    faults = sum(f.kind == "fault" for f in found)
    tell(message("faults", language, n=faults) if faults else message("sound", language))
    if faults:
        sys.exit(FAILED)
