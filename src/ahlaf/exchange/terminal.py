"""Tables for people: Arabic that stays in its cell, and nothing from a text that a terminal could obey.

Two dangers are met here. A text may hold escape sequences or bidirectional overrides: :func:`harmless`
shows controls as pictures and drops the invisible. And right-to-left words drag their neighbours along:
on a terminal each line of each Arabic cell is wrapped in FSI…PDI (U+2068, U+2069), and the longest, the
words themselves, come last. Letters are never reshaped: terminals do that, and a pipe must get the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Final, TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from ahlaf.exchange.fitting import fit
from ahlaf.exchange.records import voice
from ahlaf.model import Claim, End, Reading, Span

if TYPE_CHECKING:
    from rich.console import ConsoleOptions, RenderableType

FSI: Final = "\u2068"
PDI: Final = "\u2069"
NOBODY: Final = "—"
UNBOUNDED: Final = 100_000
"""The width of a table that goes to a file or a pipe: one claim, one line."""

_SUSPECT: Final = re.compile("[^\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u0600-\u0604\u0606-\u061b\u061d-\u06ff]")
_KEPT_JOINERS: Final = frozenset("\u200c\u200d")


def harmless(text: str) -> str:
    r"""A text on one line with nothing in it that a terminal would act on.

    Line breaks and tabs become spaces, other controls their pictures, bidirectional controls and other
    invisible characters go; the joiners that shape letters stay.

    >>> harmless("نص\x1b[31m\u202eأحمر\nثان")
    'نص␛[31mأحمر ثان'
    """
    return _SUSPECT.sub(_shown, text)


def _shown(match: re.Match[str]) -> str:
    char = match[0]
    if char in "\t\n\r\x0b\x0c\x85\u2028\u2029":
        return " "
    if char < " ":
        return chr(0x2400 + ord(char))
    if char == "\x7f":
        return "\u2421"
    category = unicodedata.category(char)
    if category in ("Cc", "Cs"):
        return "\ufffd"
    if category == "Cf" and char not in _KEPT_JOINERS:
        return ""
    return char


class Isolated:
    """Text whose every line, once folded to the width of its column, stands in FSI…PDI."""

    def __init__(self, text: str, style: str = "") -> None:
        self._text = Text(text, style)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """The lines."""
        for line in self._text.wrap(console, options.max_width):
            line.rstrip()
            yield Text(FSI, line.style, no_wrap=True).append_text(line).append(PDI)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """As wide as the text; the isolates take no room."""
        return Measurement.get(console, options, self._text)


def cell(text: str, *, terminal: bool, style: str = "") -> Text | Isolated:
    """A cell for a text of somebody else's."""
    safe = harmless(text)
    return Isolated(safe, style) if terminal and safe else Text(safe, style)


def relation(claim: Claim) -> Text:
    """A relation with its sign, its negation in words: "AID +", "not AID +"."""
    sign, style = ("+", "green") if claim.sign > 0 else ("−", "red")
    words = f"{claim.relation} {sign}"
    return Text(f"not {words}", "yellow") if claim.polarity == "negated" else Text(words, style)


Pointing = AbstractSet[tuple[Span, str]]
"""Where the text only points to an actor, by a pronoun or a verb's form, and the actor's id."""


def pointing(reading: Reading) -> Pointing:
    """The places of a reading where it names nobody."""
    return {(m.span, m.actor.id) for m in reading.mentions if m.kind in ("pronoun", "hidden")}


def name(end: End | None, text: str, pointed: Pointing = frozenset()) -> str:
    """An end of a claim as its document's text names it; where the text only points to it, by the name that it has.

    The words of "للجيش السوري" are "جيش السوري" in every record, for a record keeps what stands in the text; a person reads
    "الجيش السوري".
    """
    if end is None:
        return NOBODY
    if (end.span, end.actor.id) in pointed:
        return end.actor.name
    said, written = end.names[0], end.span.of(text)
    return f"ال{said}" if written in (f"{conj}لل{said}" for conj in ("", "و", "ف")) else said


def claims(reading: Reading, *, terminal: bool, width: int = 120) -> Table:
    """The claims of a reading, one a row, the words last.

    Args:
        reading: the reading.
        terminal: whether a person's terminal shows it; a pipe gets the same rows unfolded and plain.
        width: the terminal's width, of which names leave room for the words.
    """
    narrow = min(max((width - 40) // 5, 8), 24)
    table = plain_table(terminal=terminal)
    table.add_column("#", justify="right", no_wrap=True)
    for title in ("source", "relation", "target", "voice", "modality"):
        word = title in ("relation", "modality")
        table.add_column(title, overflow="fold", no_wrap=word or not terminal, max_width=narrow if terminal and not word else None)
    text, pointed = reading.document.text, pointing(reading)
    several = any(claim.coders for claim in reading.claims)
    if several:
        table.add_column("found by", no_wrap=True)
    table.add_column("words", overflow="fold", ratio=1 if terminal else None, no_wrap=not terminal)
    for number, claim in enumerate(reading.claims, start=1):
        table.add_row(
            str(number),
            cell(name(claim.source, text, pointed), terminal=terminal, style="bold"),
            relation(claim),
            cell(name(claim.target, text, pointed), terminal=terminal, style="bold"),
            cell(voice(claim), terminal=terminal),
            claim.modality,
            *((Text(found_by(claim.coders, claim.differs), "yellow" if claim.differs else ""),) if several else ()),
            cell(claim.evidence.of(text), terminal=terminal),
        )
    return table


def found_by(coders: Sequence[str], differs: Sequence[str]) -> str:
    """Who found a claim, where several read side by side, and what they read otherwise.

    >>> found_by(("rules", "llm"), ()), found_by(("rules", "llm"), ("relation",)), found_by(("llm",), ("claim",))
    ('rules+llm', 'rules+llm, not relation', 'llm')
    """
    fields = " ".join(field for field in differs if field != "claim")
    return "+".join(coders) + (f", not {fields}" if fields else "")


def heading(reading: Reading, *, terminal: bool) -> Text:
    """One line above a document's table: its id, its title, and how much was found."""
    line = Text()
    line.append(harmless(reading.document.id) or "document", "bold")
    if reading.document.title:
        title = harmless(reading.document.title)
        line.append("  ").append(f"{FSI}{title}{PDI}" if terminal else title)
    line.append(f"  {counted(len(reading.claims), 'claim')}, {counted(len(reading.actors), 'actor')}", "dim")
    return line


def counted(number: int, thing: str) -> str:
    """A number with its noun.

    >>> counted(1, "claim"), counted(2, "claim")
    ('1 claim', '2 claims')
    """
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def plain_table(*, terminal: bool) -> Table:
    """A table without lines, for a vertical bar beside Arabic is moved by the text."""
    return Table(
        box=None,
        pad_edge=False,
        padding=(0, 2, 0, 0),
        show_edge=False,
        header_style="bold" if terminal else "",
        expand=terminal,
    )


def rows(
    paper: Console, titles: Mapping[str, str], found: Sequence[Mapping[str, str | Text]], *, last: str = "", spare: Sequence[str] = ()
) -> list[str]:
    """A table of rows; a terminal gets the columns that it has room for, a pipe all of them, each row on one line.

    Args:
        paper: where it goes.
        titles: the columns in order, each with its heading.
        found: the rows, by column.
        last: the column that takes all room that is left.
        spare: the columns that a narrow terminal can spare, the least important first; without it the hindmost.

    Returns:
        The headings of what was left out though something stands in it.
    """
    terminal = paper.is_terminal
    longest = {name: max((cell_len(str(row[name])) for row in found), default=0) for name in titles}
    asked = {titles[name]: size for name, size in longest.items()}  # a heading is as wide as it reads
    widths, out = fit(asked, paper.width, last=titles.get(last, ""), spare=[titles[s] for s in spare if s in titles])
    shown = [name for name, title in titles.items() if not terminal or title in widths]
    table = plain_table(terminal=terminal)
    table.expand = False
    for name in shown:
        table.add_column(titles[name], overflow="fold", no_wrap=not terminal, width=widths[titles[name]] if terminal else None)
    for row in found:
        table.add_row(*(c if isinstance(c := row[name], Text) else cell(c, terminal=terminal) for name in shown))
    show(paper, table)
    return [title for title in out if asked[title]] if terminal else []


def console(out: TextIO) -> Console:
    """A console on a stream: a person's terminal has its width, a file or a pipe gets every row on one line."""
    terminal = out.isatty()
    return Console(file=out, width=None if terminal else UNBOUNDED, force_terminal=terminal, highlight=False, markup=False, emoji=False)


def show(paper: Console, what: RenderableType) -> None:
    """Print: a line is left to the terminal to fold, for a fold of ours would tear its isolates; a pipe gets no filling blanks."""
    if paper.is_terminal:
        paper.print(what, soft_wrap=isinstance(what, Text))
        return
    with paper.capture() as held:
        paper.print(what)
    for line in held.get().splitlines():
        paper.file.write(line.rstrip() + "\n")
