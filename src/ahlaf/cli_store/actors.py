"""Decisions on actors: merge, apart, rename, alias, split, code."""

# ruff: noqa: PLC0415 - what a command needs is imported when it runs, so that --help answers at once

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

import click

from ahlaf.cli_store.base import (
    COMMANDS,
    NUMBER,
    command,
    json_option,
    language_option,
    lines,
    name_of,
    note_option,
    opened,
    project,
    quoted,
    tell,
    who_option,
)

if TYPE_CHECKING:
    from ahlaf.exchange.report.content import Language


@click.group("actors")
def actors() -> None:
    """Say who is who: merge, split, rename, alias, code. Each is a decision that can be undone."""


COMMANDS.append(actors)


@command("list", actors)
@project
@click.option("--limit", type=NUMBER, default=50, show_default=True, help="At most so many.")
@json_option
@language_option()
def actors_list(address: str, limit: int, language: Language, *, as_json: bool) -> None:
    """List actors by how many ends of claims they are."""
    from ahlaf.cli_store import show

    with opened(address) as project:
        found = project.actors(limit)
    lines(map(asdict, found)) if as_json else show.actors(found, language)


@command("candidates", actors)
@project
@click.option("--limit", type=NUMBER, default=20, show_default=True, help="At most so many.")
@language_option()
def actors_candidates(address: str, limit: int, language: Language) -> None:
    """List actors that may be one, with the reasons."""
    from ahlaf.cli_store import show

    with opened(address) as project:
        show.candidates(project.candidates(limit), language)


def _decided(address: str, kind: str, actor: str, who: str | None, note: str, language: Language, content: dict[str, Any]) -> None:
    from ahlaf.exchange.said import message

    with opened(address) as project:
        made = project.decide(kind, actor, name_of(who), content, note)  # type: ignore[arg-type]
    tell(message("undoes", language, decision=made, project=quoted(project.shown)))


_WITH_ONE_MORE: Final = {
    "merge": ("into", "Lead ACTOR into another: they are one."),
    "apart": ("other", "Keep two actors apart: they are no longer offered for merging."),
    "rename": ("name", "Show ACTOR under another name."),
    "alias": ("name", "Teach ACTOR one more name: actors that only texts know and that are called so are led to it."),
}
"""Decisions that an actor and one thing more make, by their kind: what that is, and what the decision does."""


def _add(kind: str, other: str, does: str) -> None:
    """Make the command of such a decision."""

    @command(kind, actors)
    @project
    @click.argument("actor")
    @click.argument(other)
    @who_option
    @note_option
    @language_option()
    def made(address: str, actor: str, who: str | None, note: str, language: Language, **content: str) -> None:
        _decided(address, kind, actor, who, note, language, content)

    made.help = does


for _kind, (_other, _does) in _WITH_ONE_MORE.items():
    _add(_kind, _other, _does)


@command("split", actors)
@project
@click.argument("actor")
@click.argument("into")
@click.option("--name", "names", multiple=True, metavar="WORDS", help="Claims that call the actor so; may be given again.")
@click.option("--document", "documents", multiple=True, type=NUMBER, metavar="N", help="Claims in this document; may be given again.")
@who_option
@note_option
@language_option()
def actors_split(
    address: str, actor: str, into: str, names: tuple[str, ...], documents: tuple[int, ...], who: str | None, note: str, language: Language
) -> None:
    """Give some of ACTOR's claims to another actor, new or known."""
    _decided(address, "split", actor, who, note, language, {"into": into, "names": list(names), "documents": list(documents)})


def _coded(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A code that there is: a wrong one would be kept, and found by nobody who asks for the right one."""
    from ahlaf.lexicon.tables import wrong_code

    if value is not None and (wrong := wrong_code(param.name or "", value)):
        raise click.BadParameter(wrong, ctx, param)
    return value


@command("code", actors)
@project
@click.argument("actor")
@click.option("--country", callback=_coded, metavar="CODE", help="ISO 3166 alpha-3, or IGO, NGO, … in its place.")
@click.option("--sector", callback=_coded, metavar="CODE", help="PLOVER's: GOV, MIL, REB, …; several with a bar between.")
@click.option("--kind", callback=_coded, metavar="KIND", help="state, organ, party, armed-group, person, alliance, …")
@who_option
@note_option
@language_option()
def actors_code(address: str, actor: str, who: str | None, note: str, language: Language, **codes: str | None) -> None:
    """Give ACTOR another country, sector or kind."""
    _decided(address, "code", actor, who, note, language, {k: v for k, v in codes.items() if v is not None})
