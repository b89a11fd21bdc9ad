"""Claims and documents out: claims, search, agreement."""

# ruff: noqa: PLC0415 - what a command needs is imported when it runs, so that --help answers at once

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from ahlaf.cli_store.base import (
    COUNT,
    DATE,
    FAILED,
    NUMBER,
    SHARE,
    command,
    json_option,
    language_option,
    lines,
    opened,
    output_option,
    pieces,
    project,
    quoted,
    single_option,
    tell,
    written_to,
)

if TYPE_CHECKING:
    from ahlaf.exchange.report.content import Language
    from ahlaf.store import Project, Wanted

_FIELDS: Final = ("verdict", "relation", "sign", "polarity", "modality", "source", "target", "voice")
_STATUSES: Final = ("new", "confirmed", "corrected", "refused", "unsure", "disputed")
_SHOWN: Final = 100
"""So many claims are shown on the screen unless others are asked for; what is written for programs is never cut short."""


@command("claims")
@project
@click.option("--source", multiple=True, metavar="ACTOR", help="A name as you type it, an id, or a country's code.")
@click.option("--target", multiple=True, metavar="ACTOR", help="The same for the other end.")
@click.option("--relation", multiple=True, metavar="R", help="AID, OPPOSE, …")
@click.option("--sign", multiple=True, type=click.Choice(["+", "-"]), help="Whether it binds or divides.")
@click.option("--voice", multiple=True, metavar="ACTOR", help="Who says it; an author by name, `author` for any author.")
@click.option("--outlet", multiple=True, metavar="NAME", help="Who published the document.")
@click.option("--polarity", multiple=True, type=click.Choice(["affirmed", "negated"]), help="Said or denied.")
@click.option("--modality", multiple=True, metavar="M", help="asserted, alleged, intended, …")
@single_option("--since", type=DATE, metavar="DATE", help="Of documents published from then on: 2016, 2016-03 or 2016-03-14.")
@single_option("--until", type=DATE, metavar="DATE", help="Of documents published up to the end of that year, month or day.")
@single_option("--text", metavar="WORDS", help="Words of the evidence, as you type them.")
@click.option("--status", multiple=True, type=click.Choice(_STATUSES), help="How it was decided.")
@click.option("--document", multiple=True, type=NUMBER, metavar="N", help="Of this document.")
@click.option("--agreed/--differing", "agreed", default=None, help="Where rules and a model read side by side: what they agree on, or not.")
@click.option("--events", "reported", is_flag=True, flag_value=True, default=None, help="Only events that are told as news.")
@click.option("--least", type=SHARE, default=0.0, help="The least credence of a claim; what a person confirmed passes any.")
@click.option("--once", is_flag=True, help="Count near copies of an article once.")
@click.option("--limit", type=COUNT, help=f"At most so many; 0 for all. Without it {_SHOWN} in a table, all in another format.")
@click.option("--offset", type=COUNT, default=0, help="Leave out the first so many.")
@click.option("--count", "only_count", is_flag=True, help="Only say how many.")
@click.option("--format", "form", type=click.Choice(["table", "jsonl", "csv"]), help="How they are written; a table without it.")
@click.option("--json", "form", flag_value="jsonl", help="The same as --format jsonl.")
@output_option
@language_option()
def claims(
    address: str,
    *,
    limit: int | None,
    only_count: bool,
    form: str | None,
    output: Path | None,
    language: Language,
    **fields: Any,  # noqa: ANN401 - the other fields of Wanted
) -> None:
    """List claims as they stand after every decision, the oldest article first.

    All but dates and --text may be given again: --relation AID --relation ALLY takes both.

    --format csv gives a row a claim for spreadsheets and statistics, jsonl an object with the same keys for programs:
    its document's outlet, title, author, date and address, how it was decided, and the Arabic and English names, kinds
    and countries of source, target and voice.
    """
    most = _SHOWN if limit is None and form in (None, "table") else limit or None
    wanted = wanted_of(fields, limit=most)
    with opened(address) as project, written_to(output, project):
        if only_count:
            click.echo(project.count(wanted))
        else:
            _claims(project, wanted, form, language)


def wanted_of(fields: dict[str, Any], limit: int | None = None) -> Wanted:
    """The claims that the options choose, as they were typed."""
    from ahlaf.store import Wanted

    signs = tuple(1 if sign == "+" else -1 for sign in fields["sign"])
    relations = tuple(relation.upper() for relation in fields["relation"])
    return Wanted(**fields | {"sign": signs, "relation": relations, "limit": limit})


def _claims(project: Project, wanted: Wanted, form: str | None, language: Language) -> None:
    from ahlaf import tables
    from ahlaf.cli_store import show
    from ahlaf.exchange.said import message
    from ahlaf.exchange.terminal import harmless
    from ahlaf.namesakes import labels

    if form == "jsonl":
        lines(tables.claims(project, wanted))
    elif form == "csv":
        pieces(tables.claims_csv(project, wanted, harmless if sys.stdout.isatty() else str))
    else:
        found = list(project.claims(wanted))
        everyone = project.actors() if found else []
        show.claims(found, labels([one.name for one in everyone], everyone, language), language)
        if not found:
            coded = project.counts()["coded"]
            tell(message("no claims", language) if coded else message("not coded", language, project=quoted(project.shown)))
        every = project.count(wanted) if wanted.limit and len(found) == wanted.limit else 0
        if every > len(found):
            tell(message("shown", language, shown=len(found), all=every))


@command("search")
@project
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=NUMBER, default=20, show_default=True, help="At most so many documents.")
@click.option("--offset", type=COUNT, default=0, help="Leave out the first so many.")
@click.option("--once", is_flag=True, help="Show one of each group of near copies.")
@json_option
@language_option()
def search(
    address: str, words: tuple[str, ...], limit: int, offset: int, language: Language, *, once: bool, as_json: bool
) -> None:
    """Find documents by WORDS as people type them: marks, hamzas and clitics are forgiven.

    All words must be there; "words in a row" stand together; -word must not be there.
    """
    from ahlaf.cli_store import show
    from ahlaf.exchange.said import message
    from ahlaf.store.folding import parse

    with opened(address) as project:
        query = " ".join(f'"{w}"' if " " in w and '"' not in w and " -" not in w else w for w in words)
        hits = project.search(query, limit, offset, once)
    if as_json:
        lines(map(show.hit_record, hits))
    else:
        show.hits(hits)
    if not hits:
        tell(message("nothing holds" if any(not term.without for term in parse(query)) else "nothing sought", language, words=query))
        sys.exit(FAILED)


search.context_settings = {"ignore_unknown_options": True}  # -word is a word that must not be there


@command("agreement")
@project
@click.option("--field", type=click.Choice(_FIELDS), default="relation", show_default=True, help="On what.")
@click.option("--machine", is_flag=True, help="Count the machine among the coders.")
@json_option
@language_option()
def agreement(address: str, field: str, language: Language, *, machine: bool, as_json: bool) -> None:
    """Say how far coders agree: Cohen's κ by pairs, Fleiss' κ, Krippendorff's α."""
    from ahlaf.cli_store import show
    from ahlaf.exchange.said import message

    with opened(address) as project:
        found = project.agreement(field, machine)
    lines([asdict(found)]) if as_json else show.agreement(found, language)
    if not found.pairs:
        tell(message("none machine" if machine else "none decided twice", language))
