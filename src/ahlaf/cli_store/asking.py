"""Claims and documents out: claims, search, agreement."""

# ruff: noqa: PLC0415 - what a command needs is imported when it runs, so that --help answers at once

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import Any, Final

import click

from ahlaf.cli_store.base import COUNT, FAILED, NUMBER, command, json_option, lines, opened, project, tell

_FIELDS: Final = ("verdict", "relation", "sign", "polarity", "modality", "source", "target", "voice")


@command("claims")
@project
@click.option("--source", metavar="ACTOR", help="A name as you type it, an id, or a country's code.")
@click.option("--target", metavar="ACTOR", help="The same for the other end.")
@click.option("--relation", metavar="R", help="AID, OPPOSE, …")
@click.option("--sign", type=click.Choice(["+", "-"]), help="Whether it binds or divides.")
@click.option("--voice", metavar="ACTOR", help="Who says it; an author by name, `author` for any author.")
@click.option("--polarity", type=click.Choice(["affirmed", "negated"]), help="Said or denied.")
@click.option("--modality", metavar="M", help="asserted, alleged, intended, …")
@click.option("--since", metavar="DATE", help="Of documents published from then on: 2016, 2016-03 or 2016-03-14.")
@click.option("--until", metavar="DATE", help="Of documents published up to the end of that year, month or day.")
@click.option("--text", metavar="WORDS", help="Words of the evidence, as you type them.")
@click.option("--status", type=click.Choice(["new", "confirmed", "corrected", "refused", "unsure", "disputed"]), help="How it was decided.")
@click.option("--document", type=NUMBER, metavar="N", help="Of this document.")
@click.option("--agreed/--differing", "agreed", default=None, help="Where rules and a model read side by side: what they agree on, or not.")
@click.option("--events", "reported", is_flag=True, flag_value=True, default=None, help="Only events that are told as news.")
@click.option("--once", is_flag=True, help="Count near copies of an article once.")
@click.option("--limit", type=COUNT, default=100, show_default=True, help="At most so many; 0 for all.")
@click.option("--offset", type=COUNT, default=0, help="Leave out the first so many.")
@click.option("--count", "only_count", is_flag=True, help="Only say how many.")
@json_option
def claims(address: str, *, sign: str | None, limit: int, only_count: bool, as_json: bool, relation: str | None, **rest: Any) -> None:  # noqa: ANN401 - the other fields of Wanted
    """List claims as they stand after every decision, the oldest article first."""
    from ahlaf.cli_store import show
    from ahlaf.store import Wanted

    signed = None if sign is None else (1 if sign == "+" else -1)
    wanted = Wanted(sign=signed, relation=relation and relation.upper(), limit=limit or None, **rest)
    with opened(address) as project:
        if only_count:
            click.echo(project.count(wanted))
        elif as_json:
            lines(map(show.claim_record, project.claims(wanted)))
        else:
            found = list(project.claims(wanted))
            show.claims(found)
            if limit and len(found) == limit:
                tell(f"{limit} of {project.count(wanted)} shown: --limit 0 shows all")


@command("search")
@project
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=NUMBER, default=20, show_default=True, help="At most so many documents.")
@click.option("--offset", type=COUNT, default=0, help="Leave out the first so many.")
@click.option("--once", is_flag=True, help="Show one of each group of near copies.")
@json_option
def search(address: str, words: tuple[str, ...], limit: int, offset: int, *, once: bool, as_json: bool) -> None:
    """Find documents by WORDS as people type them: marks, hamzas and clitics are forgiven.

    All words must be there; "words in a row" stand together; -word must not be there.
    """
    from ahlaf.cli_store import show

    with opened(address) as project:
        query = " ".join(f'"{w}"' if " " in w and '"' not in w else w for w in words)
        hits = project.search(query, limit, offset, once)
    if as_json:
        lines(map(show.hit_record, hits))
    else:
        show.hits(hits)
    if not hits:
        tell(f"nothing holds {query}")
        sys.exit(FAILED)


search.context_settings = {"ignore_unknown_options": True}  # -word is a word that must not be there


@command("agreement")
@project
@click.option("--field", type=click.Choice(_FIELDS), default="relation", show_default=True, help="On what.")
@click.option("--machine", is_flag=True, help="Count the machine among the coders.")
@json_option
def agreement(address: str, field: str, *, machine: bool, as_json: bool) -> None:
    """Say how far coders agree: Cohen's κ by pairs, Fleiss' κ, Krippendorff's α."""
    from ahlaf.cli_store import show

    with opened(address) as project:
        found = project.agreement(field, machine)
    lines([asdict(found)]) if as_json else show.agreement(found)
