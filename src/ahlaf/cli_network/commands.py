"""The commands over the network: map, tensions, blocs, whatif, change, discourse.

Pictures are drawn before tables are written: a table's reader may close early (``| head``), and that ends the command.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

import click
from click.core import ParameterSource

from ahlaf.cli_network import tensions_told
from ahlaf.cli_network.base import FORMATS, network_command, plot_option, seconds_option, seed_option
from ahlaf.cli_network.show import draw, line, write
from ahlaf.cli_store.base import Amount, Whole, tell
from ahlaf.errors import NetworkError
from ahlaf.exchange.said import message

_NAMED: Final = 6
"""So many ties that turned are named in a row of a table, and so many actors that moved."""

if TYPE_CHECKING:

    from ahlaf.exchange.report.content import Language
    from ahlaf.network import Network


@network_command(
    click.option("--by", type=click.Choice(["voice"]), help="Each voice's own map."),
    plot_option,
    seed_option,
    forms=(*FORMATS, "graphml", "gexf"),
)
def map_(network: Network, form: str, language: Language, by: str | None, plots: tuple[str, ...], seed: int) -> None:
    """Gather claims into edges: who is tied to whom, for and against, by how many voices.

    graphml and gexf are for programs that draw and measure networks (Gephi, Cytoscape, R).
    """
    from ahlaf.network import tables  # noqa: PLC0415 - keeps --help fast

    network.need()
    if by and form not in FORMATS:
        raise NetworkError(f"{form} holds one map: leave --by out, or choose a voice with --voice")
    if plots:
        from ahlaf.network.blocs import two_camps  # noqa: PLC0415

        draw(network, two_camps(network, seconds=10, seed=seed), plots, language)
    if form not in FORMATS:
        from ahlaf.exchange.graphfile import graph_file  # noqa: PLC0415

        click.echo(graph_file(network, form, language))
        return
    rows = tables.voice_rows(network, language) if by else tables.edge_rows(network, language)
    write(rows, form, language, hide=("copies", "claims", "words", "source_id", "target_id", "voice_of_id"))


@network_command(
    click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only tensions of this kind."),
    click.option("--limit", type=Whole(1), default=20, show_default=True, help="How many are shown."),
    click.option("--sets", type=Whole(0, 1000), default=5, show_default=True, help="How many other smallest sets are sought."),
    click.option("--full", is_flag=True, help="Show all of the smallest doubt; else its heaviest ties and some names of its camps."),
    seconds_option,
    seed_option,
)
def tensions(
    network: Network, form: str, language: Language, kinds: tuple[str, ...], limit: int, sets: int, seconds: float, seed: int, *, full: bool
) -> None:
    """Say what cannot hold together, each in one sentence with its quotations, ranked."""
    from ahlaf.network import tables  # noqa: PLC0415 - keeps --help fast
    from ahlaf.network.tensions import KINDS, smallest_doubt  # noqa: PLC0415
    from ahlaf.network.tensions import tensions as find  # noqa: PLC0415

    network.need(minus=True)
    smallest = None if kinds and KINDS[-1] not in kinds else smallest_doubt(network, limit=sets, seconds=seconds, seed=seed)
    found = find(network, kinds, doubt=smallest)
    if not found:
        tell(message("no tension", language))
    rows = tables.tension_rows(network, found[:limit], language)
    doubt = None
    if smallest and rows and rows[0]["kind"] == KINDS[-1]:
        doubt = rows[0]["doubt"] = tables.doubt_row(network, smallest, language)
    if form != "table":
        write(rows, form, language)
        return
    for row in rows:
        doubted = row["kind"] == KINDS[-1]
        tensions_told.tension(row, language, whole=full or not doubted)
        if doubt and doubted:
            tensions_told.smallest(doubt, language, full=full)
        line()
    if len(found) > limit:
        tell(message("more tensions", language, n=len(found) - limit))


@network_command(
    click.option("--camps", type=Whole(2), help="At the most so many (2: balance); else as many as the claims ask for."),
    click.option("--resamples", type=Whole(0), default=50, show_default=True, help="For stability."),
    click.option("--seconds", type=Amount(0.05), default=20.0, show_default=True, help="Of proof, and of re-samples."),
    seed_option,
    plot_option,
)
def blocs(
    network: Network, form: str, language: Language, camps: int | None, resamples: int, seconds: float, seed: int, plots: tuple[str, ...]
) -> None:
    """Draw the camps that the claims make, and hold them against the alliances that the text declares."""
    from ahlaf.network import tables  # noqa: PLC0415 - keeps --help fast
    from ahlaf.network.blocs import blocs as find  # noqa: PLC0415

    found = find(network, camps, repeats=resamples, seconds=seconds, seed=seed)
    draw(network, found.camps, plots, language)
    write(tables.bloc_rows(network, found, language), form, language)
    cost = message("proved least" if found.proved else "cost between", language, cost=f"{found.cost:g}", lower=f"{found.lower:g}")
    tell(message("one camp" if len(found.camps) == 1 else "camps alone", language, n=len(found.camps), alone=len(found.alone), cost=cost))
    if found.resamples < resamples:
        tell(message("fewer re-samples", language, n=found.resamples, of=resamples))


@network_command(
    click.option("--add", multiple=True, metavar='"A REL B"', help="Suppose that this were said."),
    click.option("--remove", multiple=True, metavar='"A REL B"', help="Suppose that nobody said this; * for any relation."),
    click.option("--doubt", multiple=True, metavar="CLAIM", help="Suppose that this claim, by its id, were not there."),
    seconds_option,
    seed_option,
)
def whatif(
    network: Network,
    form: str,
    language: Language,
    add: tuple[str, ...],
    remove: tuple[str, ...],
    doubt: tuple[str, ...],
    seconds: float,
    seed: int,
) -> None:
    """Say what would change in tensions and camps if claims were there, or were not."""
    from ahlaf.network import tables  # noqa: PLC0415 - keeps --help fast
    from ahlaf.network.filters import near_names  # noqa: PLC0415
    from ahlaf.network.whatif import WhatIf  # noqa: PLC0415

    if not (add or remove or doubt):
        raise NetworkError("nothing is supposed: give --add, --remove or --doubt")
    answer = WhatIf(network, seconds=seconds, seed=seed).suppose(add, remove, doubt, seconds=seconds)
    for name in answer.new_actors:
        near = near_names(network.parties, name)
        meant = message("if you mean", language, near=message("or", language).join(near)) if near else ""
        tell(message("new to it", language, name=name) + meant)
    if not answer.anything:
        tell(message("nothing changes", language))
    rows = tables.answer_rows(answer, language)
    write(tables.answer_told(rows) if form == "table" else rows, form, language, last="what")


@network_command(
    click.option("--unit", default="months", show_default=True, metavar="UNIT", help="days, weeks, months, years or events."),
    click.option("--size", type=Whole(1), default=1, show_default=True, help="How many units a window has."),
    click.option("--step", type=Whole(1), help="How many units lie between windows; else as many as one has."),
    click.option("--kernel", default="uniform", show_default=True, metavar="KERNEL", help="uniform, gaussian, epanechnikov or triangular."),
    click.option("--whole", is_flag=True, help="From the first date to the last, also where a few lie far from all the others."),
    seed_option,
    plot_option,
)
def change(
    network: Network,
    form: str,
    language: Language,
    unit: str,
    size: int,
    step: int | None,
    kernel: str,
    seed: int,
    plots: tuple[str, ...],
    *,
    whole: bool,
) -> None:
    """Follow the network through windows of time: ties that turned, actors that moved, balance.

    The few claims that lie far before or after all the others (of twenty at most one) are left out, so that one wrong
    date doesn't stretch everything; --whole keeps them.
    """
    from ahlaf.network import tables  # noqa: PLC0415 - keeps --help fast
    from ahlaf.network.change import change as find  # noqa: PLC0415
    from ahlaf.network.change import inexact  # noqa: PLC0415

    found = find(network, unit, size, step=step, kernel=kernel, whole=whole, seed=seed)
    if plots:
        from ahlaf.network import plot  # noqa: PLC0415 - matplotlib is slow to load

        for path in plots:
            plot.save(plot.draw_timeline(found, language=language), path)
    rows = tables.window_rows(network, found, language)
    if form == "table":
        rows = [_shortened(row, language) for row in tables.window_told(rows)]
    write(rows, form, language, hide=("doubt_lower", "proved"))
    empty = sum(not w.claims for w in found.windows)
    if empty:
        hidden = message("not shown", language) if form == "table" else ""
        tell(message("empty windows", language, n=empty, all=len(found.windows)) + hidden)
    for far in found.apart:
        when = message("dates from to" if far.start != far.end else "date of", language, first=far.start, last=far.end)
        tell(message("far", language, n=far.claims, when=when))
    if found.undated:
        tell(message("undated", language, n=found.undated))
    if early := inexact(network, unit):
        tell(message("inexact", language, n=early))


def _shortened(row: dict[str, Any], language: Language) -> dict[str, Any]:
    """A window as a table has room for it: of many ties that turned, or actors that moved, the first, and how many more there are."""
    long = {key: value for key, value in row.items() if isinstance(value, list) and len(value) > _NAMED}
    return row | {key: [*value[:_NAMED], message("some more", language, n=len(value) - _NAMED)] for key, value in long.items()}


def _serving(asked: dict[str, Any]) -> None:
    """Make sure that each option does something: that one thing is asked for, and whatever serves another comes with it.

    Raises:
        UsageError: one does nothing.
    """
    ways = [option for option, key in (("--backbone", "backbone"), ("--polarization", "polarized"), ("--window", "size")) if asked[key]]
    if len(ways) > 1:
        raise click.UsageError(f"{' and '.join(ways)} ask for different things: choose one")
    given = click.get_current_context().get_parameter_source
    for key, needs, there in (
        ("keep", "--backbone fixed", asked["backbone"] == "fixed"),
        ("unit", "--window", asked["size"]),
        ("kernel", "--window", asked["size"]),
    ):
        if not there and given(key) is not ParameterSource.DEFAULT:
            raise click.UsageError(f"--{key} does nothing without {needs}: add it, or leave --{key} out")


@network_command(
    click.option("--mode", type=click.Choice(["one", "two"]), default="one", show_default=True, help="By actors, or by concepts."),
    click.option("--who", default="voice", show_default=True, metavar="WHO", help="voice, outlet, author or document."),
    click.option("--concept", default="relation", show_default=True, metavar="WHAT", help="relation (A AID B) or pair (A → B)."),
    click.option("--qualifier", default="subtract", show_default=True, metavar="HOW", help="ignore, congruence, conflict, subtract…"),
    click.option("--normalise", default="no", show_default=True, metavar="HOW", help="no, average, jaccard, cosine…"),
    click.option("--duplicates", default="include", show_default=True, metavar="HOW", help="include, document, week, month, year, range."),
    click.option("--window", "size", type=Whole(1), help="Through windows of so many units."),
    click.option("--unit", default="months", show_default=True, metavar="UNIT", help="Of the windows."),
    click.option("--kernel", metavar="KERNEL", help="Smooth the windows."),
    click.option("--backbone", type=click.Choice(["nested", "fixed", "penalty"]), help="Which concepts carry the debate."),
    click.option("--keep", type=Whole(1), default=5, show_default=True, help="The size of a fixed backbone."),
    click.option("--polarization", "polarized", is_flag=True, help="How far it falls into two camps."),
    seed_option,
)
def discourse(network: Network, form: str, language: Language, **asked: Any) -> None:  # noqa: ANN401 - the options above
    """Say who says the same things, as Discourse Network Analyzer defines it."""
    from ahlaf.network import discourse as d  # noqa: PLC0415 - keeps --help fast

    _serving(asked)
    said = d.unique(d.sayings(network, asked["who"], asked["concept"], language), asked["duplicates"])
    qualifier, norm = asked["qualifier"], asked["normalise"]
    if asked["backbone"] == "nested":
        rows = [asdict(step) for step in d.nested(said, qualifier, norm)]
    elif asked["backbone"]:
        size = asked["keep"] if asked["backbone"] == "fixed" else None
        kept = d.fixed(said, size, qualifier, norm, asked["seed"]) if size else d.penalised(said, 7.5, qualifier, norm, asked["seed"])
        rows = [{"concept": c, "loss": kept.loss, "penalised": kept.penalised, "exact": kept.exact} for c in kept.concepts]
    elif asked["polarized"]:
        scores = (("polarization", d.polarization(said, seed=asked["seed"])), ("separation", d.separation(said)))
        rows = [{"measure": n, "score": p.score, "exact": p.exact, "camps": [" · ".join(c) for c in p.camps if c]} for n, p in scores]
    elif asked["size"]:
        how = {"mode": asked["mode"], "qualifier": qualifier, "normalise": norm, "kernel": asked["kernel"]}
        slices = d.windows(said, asked["unit"], asked["size"], **how)
        rows = [{"middle": w.middle, "sayings": w.sayings, **cell} for w in slices for cell in w.matrix.cells()]
        tell(message("windows", language, n=len(slices)))
    else:
        rows = (d.one_mode if asked["mode"] == "one" else d.two_mode)(said, qualifier, norm).cells()
    if not rows:
        tell(message("no pair", language))
    write(rows, form, language)
