"""The commands over the network: map, tensions, blocs, whatif, change, discourse.

Data goes to standard output, notes to standard error. ``register(group)`` adds the commands to ``ahlaf``.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from ahlaf.errors import AhlafError, InputError, NetworkError

if TYPE_CHECKING:
    from ahlaf.network import Network, Statement

Command = Callable[..., Any]
FORMATS: Final = ("table", "json", "jsonl", "csv")

_OPTIONS: Final[tuple[Callable[[Command], Command], ...]] = (
    click.argument("paths", nargs=-1, required=True, metavar="PATH..."),
    click.option("--since", metavar="DATE", help="Only what is dated from then on (2014, 2014-06, 2014-06-10)."),
    click.option("--until", metavar="DATE", help="Only what is dated up to then."),
    click.option("--voice", "voices", multiple=True, metavar="NAME", help="Only what this voice says."),
    click.option("--outlet", "outlets", multiple=True, metavar="NAME", help="Only what this outlet prints."),
    click.option("--relation", "relations", multiple=True, metavar="NAME", help="Only this relation (AID, OPPOSE…)."),
    click.option("--actor", "actors", multiple=True, metavar="NAME", help="Only claims on this actor."),
    click.option("--modality", "modalities", multiple=True, metavar="NAME", help="Only claims so said (asserted, alleged…)."),
    click.option("--review", "reviews", multiple=True, metavar="STATE", help="Only claims so reviewed; none: not yet."),
    click.option("--least", "credence", type=click.FloatRange(0, 1), default=0.0, help="The least credence of a claim."),
    click.option("--lift", "lifts", multiple=True, metavar="WHAT", help="organs, members, or a file of lines NAME tab NAME."),
    click.option("--weight", "settings", multiple=True, metavar="NAME=N", help="alleged=0.3, REQUEST=1, denial=0.5, repeat=more…"),
    click.option("--language", type=click.Choice(["ar", "en"]), default="ar", show_default=True, help="Of names and sentences."),
    click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="How it is written."),
)
_plot: Final = click.option("--plot", "plots", multiple=True, type=click.Path(dir_okay=False), help="Draw it too: a .svg or .png file.")
_seed: Final = click.option("--seed", type=int, default=0, show_default=True, help="The same seed gives the same answer.")
_seconds: Final = click.option("--seconds", type=click.FloatRange(0.05), default=20.0, show_default=True, help="For the exact part.")


def _command(*more: Callable[[Command], Command]) -> Callable[[Command], click.Command]:
    """A command that takes claims, with the options that all of them share; expected errors become one line."""

    def make(function: Command) -> click.Command:
        @wraps(function)
        def run(**given: Any) -> None:  # noqa: ANN401 - whatever click gives
            picture = given.get("plots") or ()
            try:
                for path in picture:
                    from ahlaf.network.plot import kind_of  # noqa: PLC0415 - keeps --help fast

                    kind_of(path)
                names = ("since", "until", "voices", "outlets", "relations", "actors", "modalities", "reviews", "credence")
                filters = {k: given.pop(k) for k in names}
                network = _network(given.pop("paths"), filters, given.pop("lifts"), given.pop("settings"))
                function(network, **given)
            except AhlafError as error:
                _tell(f"error: {error}")
                sys.exit(1)

        wrapped: Command = run
        for option in reversed((*_OPTIONS, *more)):
            wrapped = option(wrapped)
        return click.command()(wrapped)

    return make


def _tell(message: str) -> None:
    from ahlaf.exchange.terminal import harmless  # noqa: PLC0415 - keeps --help fast

    click.echo(harmless(message), err=True)


# -- claims ----------------------------------------------------------------------------------------------


def _network(paths: tuple[str, ...], filters: dict[str, Any], lifts: tuple[str, ...], settings: tuple[str, ...]) -> Network:
    from ahlaf.network import Network, Weights  # noqa: PLC0415 - keeps --help fast
    from ahlaf.network.lift import read_mapping  # noqa: PLC0415

    network = Network.of(_statements(paths), Weights.of(settings))
    network.need(pair=False)
    mapping: dict[str, str] = {}
    for lift in lifts:
        if lift not in ("organs", "members"):
            mapping |= read_mapping(lift)
    if lifts:
        network = network.lift(organs="organs" in lifts, members="members" in lifts, mapping=mapping)
    return network.where(**filters) if any(filters.values()) else network


def _statements(paths: tuple[str, ...]) -> Iterator[Statement]:
    """Claims from JSON lines as they are; texts, pages and folders are read first."""
    from ahlaf.network.io import holds_claims, load  # noqa: PLC0415 - keeps --help fast

    texts: list[str] = []
    for path in paths:
        if path == "-":
            yield from load(io.TextIOWrapper(sys.stdin.buffer, "utf-8"), "standard input")
        elif not Path(path).is_dir() and holds_claims(path):
            with Path(path).open(encoding="utf-8-sig") as lines:
                yield from load(lines, path)
        else:
            texts.append(path)
    if texts:
        yield from _read(texts)


def _read(texts: list[str]) -> Iterator[Statement]:
    from ahlaf import usecases  # noqa: PLC0415 - keeps --help fast
    from ahlaf.network import from_reading  # noqa: PLC0415
    from ahlaf.sources import files  # noqa: PLC0415

    sources, failed = files.find(texts)
    for error in failed:
        _tell(str(error))
    reader = usecases.Reader()
    for source in sources:
        for done in usecases.read_source(reader, source):
            if isinstance(done, InputError):
                _tell(str(done))
            else:
                yield from from_reading(done.reading)


# -- writing ---------------------------------------------------------------------------------------------


def _write(rows: list[dict[str, Any]], form: str, *, hide: Iterable[str] = (), last: str = "") -> None:
    """Rows in a format; a table for people leaves ``hide`` out and puts ``last`` last."""
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif form == "jsonl":
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
    elif form == "csv":
        from ahlaf.exchange.csvtable import guard  # noqa: PLC0415 - keeps --help fast

        out = io.StringIO()
        columns = list(dict.fromkeys(k for row in rows for k in row))
        writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([guard(_flat(row.get(c))) for c in columns] for row in rows)
        click.echo(out.getvalue(), nl=False)
    else:
        from ahlaf.exchange import terminal  # noqa: PLC0415 - keeps --help fast

        paper = terminal.console(sys.stdout)
        table = terminal.plain_table(terminal=paper.is_terminal)
        columns = [k for k in dict.fromkeys(k for row in rows for k in row) if k not in set(hide)]
        columns.sort(key=lambda c: c == last)
        for column in columns:
            table.add_column(column, overflow="fold", no_wrap=not paper.is_terminal)
        for row in rows:
            table.add_row(*(terminal.cell(_flat(row.get(c)), terminal=paper.is_terminal) for c in columns))
        terminal.show(paper, table)


def _flat(value: Any) -> str:  # noqa: ANN401 - a cell may be anything
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, float):
        return f"{value:g}" if abs(value) >= 1000 else f"{round(value, 4):g}"
    if isinstance(value, list):
        return " | ".join(v if isinstance(v, str) else json.dumps(v, ensure_ascii=False) for v in value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)


def _line(text: str = "") -> None:
    """A line for a person; on a terminal it stands isolated."""
    from ahlaf.exchange.terminal import FSI, PDI, harmless  # noqa: PLC0415 - keeps --help fast

    safe = harmless(text.lstrip(" "))
    indent = " " * (len(text) - len(text.lstrip(" ")))
    click.echo(f"{indent}{FSI}{safe}{PDI}" if sys.stdout.isatty() and safe else f"{indent}{safe}")


def _draw(network: Network, camps: Iterable[frozenset[int]], plots: tuple[str, ...], language: str) -> None:
    """The network, or its matrix where the file's name says so."""
    if plots:
        from ahlaf.network import plot  # noqa: PLC0415 - matplotlib is slow to load

        for path in plots:
            draw = plot.draw_matrix if "matrix" in Path(path).stem else plot.draw_network
            plot.save(draw(network, list(camps), language=language), path)


# -- the commands ----------------------------------------------------------------------------------------


@_command(click.option("--by", type=click.Choice(["voice"]), help="Each voice's own map."), _plot, _seed)
def map_(network: Network, form: str, language: str, by: str | None, plots: tuple[str, ...], seed: int) -> None:
    """Gather claims into edges: who is tied to whom, for and against, by how many voices."""
    from ahlaf.network import tables  # noqa: PLC0415 - keeps --help fast
    from ahlaf.network.blocs import two_camps  # noqa: PLC0415

    network.need()
    rows = tables.voice_rows(network, language) if by else tables.edge_rows(network, language)
    _write(rows, form, hide=("copies", "claims"))
    if plots:
        _draw(network, two_camps(network, seconds=10, seed=seed), plots, language)


@_command(
    click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only tensions of this kind."),
    click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many are shown."),
    click.option("--sets", type=click.IntRange(0), default=5, show_default=True, help="How many other smallest sets are sought."),
    _seconds,
    _seed,
)
def tensions(network: Network, form: str, language: str, kinds: tuple[str, ...], limit: int, sets: int, seconds: float, seed: int) -> None:
    """Say what cannot hold together, each in one sentence with its quotations, ranked."""
    from ahlaf.network import tables  # noqa: PLC0415 - keeps --help fast
    from ahlaf.network.tensions import KINDS, smallest_doubt  # noqa: PLC0415
    from ahlaf.network.tensions import tensions as find  # noqa: PLC0415

    network.need(minus=True)
    smallest = None if kinds and KINDS[-1] not in kinds else smallest_doubt(network, limit=sets, seconds=seconds, seed=seed)
    found = find(network, kinds, doubt=smallest)
    if not found:
        _tell("no tension: what is said here can all hold together")
    rows = tables.tension_rows(network, found[:limit], language)
    doubt = None
    if smallest and rows and rows[0]["kind"] == KINDS[-1]:
        doubt = rows[0]["doubt"] = tables.doubt_row(network, smallest, language)
    if form != "table":
        _write(rows, form)
        return
    for row in rows:
        _line(f"{row['rank']}. {row['kind']} ({row['score']:g})")
        _line(f"   {row['sentence']}")
        for side in row["sides"]:
            _line(f"   - {side['says']} [{side['mass']:g}]")
            for claim in side["claims"]:
                where = " · ".join(x for x in (claim["voice"], claim["outlet"], claim["date"], claim["id"]) if x)
                _line(f"       “{claim['quote']}” ({where})")
            if side["more"]:
                _line(f"       and {side['more']} more")
        if doubt and row["kind"] == KINDS[-1]:
            _smallest(doubt)
        _line()
    if len(found) > limit:
        _tell(f"{len(found) - limit} more: --limit shows them")


def _smallest(doubt: dict[str, Any]) -> None:
    def name(tie: dict[str, Any]) -> str:
        return f"{tie['source']} {tie['sign']} {tie['target']}"

    for number, camp in enumerate(doubt["camps"], 1):
        _line(f"   camp {number}: {' · '.join(camp)}")
    ways = {"packing": "so no less can be doubted", "open": "which is what is sure so far"}
    how = ways.get(doubt["proof"], "and the proof goes on by cases")
    _line(f"   {len(doubt['contradictions'])} contradictions share no weight, {how}:")
    for circle in doubt["contradictions"][:10]:
        _line(f"     - {' | '.join(name(t) for t in circle)}")
    if doubt["others"]:
        every = " | ".join(map(name, doubt["in_every"])) or "none"
        _line(f"   sets as small: {doubt['sets'] or 'many'}; in every one: {every}")


@_command(
    click.option("--camps", type=click.IntRange(2), help="At the most so many (2: balance); else as many as the claims ask for."),
    click.option("--resamples", type=click.IntRange(0), default=50, show_default=True, help="For stability."),
    _seconds,
    _seed,
    _plot,
)
def blocs(
    network: Network, form: str, language: str, camps: int | None, resamples: int, seconds: float, seed: int, plots: tuple[str, ...]
) -> None:
    """Draw the camps that the claims make, and hold them against the alliances that the text declares."""
    from ahlaf.network import tables  # noqa: PLC0415 - keeps --help fast
    from ahlaf.network.blocs import blocs as find  # noqa: PLC0415

    found = find(network, camps, repeats=resamples, seconds=seconds, seed=seed)
    _write(tables.bloc_rows(network, found, language), form)
    cost = f"{found.cost:g}, proved to be the least" if found.proved else f"between {found.lower:g} and {found.cost:g}"
    _tell(f"{len(found.camps)} camps, {len(found.alone)} of them one actor alone; the weight that they leave to be doubted: {cost}")
    _draw(network, found.camps, plots, language)


@_command(
    click.option("--add", multiple=True, metavar='"A REL B"', help="Suppose that this were said."),
    click.option("--remove", multiple=True, metavar='"A REL B"', help="Suppose that nobody said this; * for any relation."),
    click.option("--doubt", multiple=True, metavar="CLAIM", help="Suppose that this claim, by its id, were not there."),
    _seconds,
    _seed,
)
def whatif(
    network: Network,
    form: str,
    language: str,
    add: tuple[str, ...],
    remove: tuple[str, ...],
    doubt: tuple[str, ...],
    seconds: float,
    seed: int,
) -> None:
    """Say what would change in tensions and camps if claims were there, or were not."""
    from ahlaf.network import tables  # noqa: PLC0415 - keeps --help fast
    from ahlaf.network.whatif import WhatIf  # noqa: PLC0415

    if not (add or remove or doubt):
        raise NetworkError("nothing is supposed: give --add, --remove or --doubt")
    answer = WhatIf(network, seconds=seconds, seed=seed).suppose(add, remove, doubt, seconds=seconds)
    for name in answer.new_actors:
        _tell(f"{name} is new to this picture")
    if not answer.anything:
        _tell("nothing changes")
    _write(tables.answer_rows(answer, language), form, last="what")


@_command(
    click.option("--unit", default="months", show_default=True, metavar="UNIT", help="days, weeks, months, years or events."),
    click.option("--size", type=click.IntRange(1), default=1, show_default=True, help="How many units a window has."),
    click.option("--step", type=click.IntRange(1), help="How many units lie between windows; else as many as one has."),
    click.option("--kernel", default="uniform", show_default=True, metavar="KERNEL", help="uniform, gaussian, epanechnikov or triangular."),
    _seed,
    _plot,
)
def change(
    network: Network, form: str, language: str, unit: str, size: int, step: int | None, kernel: str, seed: int, plots: tuple[str, ...]
) -> None:
    """Follow the network through windows of time: ties that turned, actors that moved, balance."""
    from ahlaf.network import tables  # noqa: PLC0415 - keeps --help fast
    from ahlaf.network.change import change as find  # noqa: PLC0415

    found = find(network, unit, size, step=step, kernel=kernel, seed=seed)
    _write(tables.window_rows(network, found, language), form, hide=("proved",))
    empty = sum(not w.claims for w in found.windows)
    if empty:
        _tell(f"{empty} of {len(found.windows)} windows have no claims")
    if found.undated:
        _tell(f"{found.undated} claims have no date and are in no window")
    if plots:
        from ahlaf.network import plot  # noqa: PLC0415 - matplotlib is slow to load

        for path in plots:
            plot.save(plot.draw_timeline(found, language=language), path)


@_command(
    click.option("--mode", type=click.Choice(["one", "two"]), default="one", show_default=True, help="By actors, or by concepts."),
    click.option("--who", default="voice", show_default=True, metavar="WHO", help="voice, outlet, author or document."),
    click.option("--concept", default="relation", show_default=True, metavar="WHAT", help="relation (A AID B) or pair (A → B)."),
    click.option("--qualifier", default="subtract", show_default=True, metavar="HOW", help="ignore, congruence, conflict, subtract…"),
    click.option("--normalise", default="no", show_default=True, metavar="HOW", help="no, average, jaccard, cosine…"),
    click.option("--duplicates", default="include", show_default=True, metavar="HOW", help="include, document, week, month, year, range."),
    click.option("--window", "size", type=click.IntRange(1), help="Through windows of so many units."),
    click.option("--unit", default="months", show_default=True, metavar="UNIT", help="Of the windows."),
    click.option("--kernel", metavar="KERNEL", help="Smooth the windows."),
    click.option("--backbone", type=click.Choice(["nested", "fixed", "penalty"]), help="Which concepts carry the debate."),
    click.option("--keep", type=click.IntRange(1), default=5, show_default=True, help="The size of a fixed backbone."),
    click.option("--polarization", "polarized", is_flag=True, help="How far it falls into two camps."),
    _seed,
)
def discourse(network: Network, form: str, language: str, **asked: Any) -> None:  # noqa: ANN401 - the options above
    """Say who says the same things, as Discourse Network Analyzer defines it."""
    from ahlaf.network import discourse as d  # noqa: PLC0415 - keeps --help fast

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
        rows = [{"measure": n, "score": p.score, "exact": p.exact, "camps": [" · ".join(c) for c in p.camps]} for n, p in scores]
    elif asked["size"]:
        how = {"mode": asked["mode"], "qualifier": qualifier, "normalise": norm, "kernel": asked["kernel"]}
        slices = d.windows(said, asked["unit"], asked["size"], **how)
        rows = [{"middle": w.middle, "sayings": w.sayings, **cell} for w in slices for cell in w.matrix.cells()]
        _tell(f"{len(slices)} windows")
    else:
        rows = (d.one_mode if asked["mode"] == "one" else d.two_mode)(said, qualifier, norm).cells()
    if not rows:
        _tell("nothing here is said by two of them in such a way")
    _write(rows, form)


def register(group: click.Group) -> None:
    """Add the commands to a group."""
    for name, command in {
        "map": map_, "tensions": tensions, "blocs": blocs, "whatif": whatif, "change": change, "discourse": discourse
    }.items():  # fmt: skip
        group.add_command(command, name)
