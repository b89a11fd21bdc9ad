"""``ahlaf report``: a project as one HTML file, to send or to print, or as a Word file, to write in."""

# ruff: noqa: PLC0415 - what a command needs is imported when it runs, so that --help answers at once

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from ahlaf.cli_network import commands
from ahlaf.cli_store import asking
from ahlaf.cli_store.base import COUNT, asked_language, command, opened, output_option, project, spare, tell

if TYPE_CHECKING:
    from ahlaf.exchange.report.content import Language

_NARROW: Final = (
    *("source", "target", "relation", "sign", "voice", "polarity", "modality"),
    *("since", "until", "text", "status", "document", "outlet", "once"),
)
"""The options of `ahlaf claims` that choose claims; they are the same here."""
_WEIGH: Final = ("credence", "lifts", "settings", "seconds", "seed", "language")
"""The options of the commands over the network that a report takes too."""


@command("report")
@project
@output_option
@click.option("--format", "form", type=click.Choice(["html", "docx"]), help="Page or Word file; by the file's name, else a page.")
@click.option("--limit", type=COUNT, default=1000, show_default=True, help="How many claims are quoted; 0 for all.")
@click.option("--tensions", type=COUNT, default=20, show_default=True, help="How many tensions are told.")
def report(address: str, output: Path | None, form: str | None, limit: int, tensions: int, **chosen: Any) -> None:  # noqa: ANN401 - the options of other commands
    """Write a project as one HTML file: what matters, map, alliances, tensions, and the claims with their words.

    Or as a Word file (-o paper.docx): ties, tensions and claims, each quotation with its source in a footnote.

    It needs no scripts and no network, is in Arabic or English, and says who says what, never what is true. The file
    appears whole or not at all.
    """
    from ahlaf import reports
    from ahlaf.exchange.report import docx, page
    from ahlaf.exchange.said import message
    from ahlaf.output import whole

    language: Language = chosen["language"]
    order = reports.Order(
        asking.wanted_of({key: chosen[key] for key in _NARROW}),
        chosen["credence"],
        chosen["lifts"],
        chosen["settings"],
        language,
        limit,
        tensions,
        chosen["seconds"],
        chosen["seed"],
        filters=_told(chosen),
        png=form == "docx" or (form is None and output is not None and output.suffix.lower() == ".docx"),
    )
    with opened(address) as kept:
        spare(kept, output)
        found = reports.gather(kept, order)
    with whole(output) as paper:
        if order.png:
            paper.buffer.write(docx(found))
        else:
            paper.write(page(found))
    if output is not None:
        counts = {"shown": found.shown, "all": found.counts.claims, "tensions": len(found.tensions), "all_tensions": found.all_tensions}
        tell(message("told in report", asked_language(), output=output, **counts))


def _told(chosen: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """What narrows the claims, option by option, as typed."""
    given = {key: chosen[key] if isinstance(chosen[key], tuple) else (chosen[key],) for key in _NARROW}
    made = [(key, "✓" if value is True else str(value)) for key, values in given.items() for value in values if value]
    return (*made, ("least", f"{chosen['credence']:g}")) if chosen["credence"] else tuple(made)


def register(group: click.Group) -> None:
    """Hang the command on a group, with the options that it shares with others."""
    for options, taken in ((asking.claims.params, _NARROW), (commands.tensions.params, _WEIGH)):
        named = {option.name: option for option in options}
        report.params += [named[name] for name in taken]
    group.add_command(report)
