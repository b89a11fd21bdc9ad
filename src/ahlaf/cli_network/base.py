"""What the commands share: the options, and the claims that they are asked of."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, Final

import click

from ahlaf.cli_network.claims import network_of
from ahlaf.cli_store.base import DATE, FAILED, SHARE, Amount, language_option, plainly, single_option
from ahlaf.errors import InputError

Command = Callable[..., Any]
FORMATS: Final = ("table", "json", "jsonl", "csv")

_OPTIONS: Final[tuple[Callable[[Command], Command], ...]] = (
    click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATH..."),
    single_option("--since", type=DATE, metavar="DATE", help="Only from then on (2014-06), by what claims speak of, else their document."),
    single_option("--until", type=DATE, metavar="DATE", help="Only claims up to that time."),
    click.option("--voice", "voices", multiple=True, metavar="NAME", help="Only what this voice says; `author` for any author."),
    click.option("--outlet", "outlets", multiple=True, metavar="NAME", help="Only what this outlet prints."),
    click.option("--relation", "relations", multiple=True, metavar="NAME", help="Only this relation (AID, OPPOSE…)."),
    click.option("--actor", "actors", multiple=True, metavar="NAME", help="Only claims on this actor."),
    click.option("--modality", "modalities", multiple=True, metavar="NAME", help="Only claims so said (asserted, alleged…)."),
    click.option("--review", "reviews", multiple=True, metavar="STATE", help="Only claims so reviewed; none: not yet."),
    click.option("--least", "credence", type=SHARE, default=0.0, help="The least credence of a claim."),
    click.option("--once", is_flag=True, help="Of near copies only the first; else all are there, and share one author's voice."),
    click.option("--lift", "lifts", multiple=True, type=click.Path(), metavar="WHAT", help="organs, members, or a file: NAME tab NAME."),
    click.option("--weight", "settings", multiple=True, metavar="NAME=N", help="alleged=0.3, REQUEST=1, denial=0.5, repeat=more…"),
    language_option("ar", "Of names and sentences."),
)
plot_option: Final = click.option("--plot", "plots", multiple=True, type=click.Path(dir_okay=False), help="Draw it: a .svg or .png file.")
seed_option: Final = click.option("--seed", type=int, default=0, show_default=True, help="The same seed gives the same answer.")
seconds_option: Final = click.option("--seconds", type=Amount(0.05), default=20.0, show_default=True, help="For its proof.")


def network_command(*more: Callable[[Command], Command], forms: tuple[str, ...] = FORMATS) -> Callable[[Command], click.Command]:
    """A command that takes claims, with the options that all of them share; expected errors become one line."""
    format_option: Callable[[Command], Command] = click.option(
        "--format", "form", type=click.Choice(forms), default="table", show_default=True, help="How it is written."
    )

    def make(function: Command) -> click.Command:
        @wraps(function)
        def run(**given: Any) -> None:  # noqa: ANN401 - whatever click gives
            for path in given.get("plots") or ():
                from ahlaf.network.plot import kind_of  # noqa: PLC0415 - keeps --help fast

                kind_of(path)
            names = ("since", "until", "voices", "outlets", "relations", "actors", "modalities", "reviews", "credence", "once")
            filters = {k: given.pop(k) for k in names}
            unread: list[InputError] = []
            network = network_of(given.pop("paths"), filters, given.pop("lifts"), given.pop("settings"), unread)
            function(network, **given)
            if unread:
                sys.exit(FAILED)

        wrapped: Command = plainly(run)
        for option in reversed((*_OPTIONS, format_option, *more)):
            wrapped = option(wrapped)
        return click.command()(wrapped)

    return make
