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
from ahlaf.exchange.said import message, said
from ahlaf.exchange.vocabulary import counted, relation_name
from ahlaf.model import AUTHOR, End, Reading, Span

if TYPE_CHECKING:
    from rich.console import ConsoleOptions, RenderableType

    from ahlaf.exchange.report.content import Language

FSI: Final = "\u2068"
PDI: Final = "\u2069"
NOBODY: Final = "—"
UNBOUNDED: Final = 100_000
"""The width of a table that goes to a file or a pipe: one claim, one line."""

_SUSPECT: Final = re.compile("[^\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u0600-\u0604\u0606-\u061b\u061d-\u06ff]")
_RIGHT: Final = re.compile("[\u0600-\u06ff]")
_TYPED: Final = re.compile("`([^`]*)`")
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

    def __str__(self) -> str:
        """What it says, without the isolates."""
        return self._text.plain

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


def lined(text: str, *, terminal: bool) -> str:
    """A line for a person; on a terminal it stands isolated where it holds Arabic, and what is typed (`between these`) within it.

    >>> lined("المعروض 2 من 5: `--limit 0` يعرض الكل", terminal=True) == f"{FSI}المعروض 2 من 5: `{FSI}--limit 0{PDI}` يعرض الكل{PDI}"
    True
    """
    safe = harmless(text)
    if not terminal or not _RIGHT.search(safe):
        return safe
    typed = _TYPED.sub(lambda found: f"`{FSI}{found[1]}{PDI}`", safe)
    return f"{FSI}{typed}{PDI}"


def relation(name: str, sign: int, polarity: str, language: Language = "en", *, brief: bool = False) -> tuple[str, str]:
    """A relation with its sign, its negation in words, and the style that it is shown in; in Arabic its code beside it, unless brief.

    >>> relation("AID", 1, "affirmed"), relation("AID", 1, "negated", "ar")
    (('AID +', 'green'), ('منفي: مساعدة AID +', 'yellow'))
    """
    mark, style = ("+", "green") if sign > 0 else ("−", "red")
    called = relation_name(name, language)
    words = f"{called} {mark}" if brief or called == name else f"{called} {name} {mark}"
    return (message("negated", language, what=words), "yellow") if polarity == "negated" else (words, style)


def relation_cell(name: str, sign: int, polarity: str, language: Language = "en", *, terminal: bool) -> Text | Isolated:
    """The same as a cell, which has no room for the code beside the name."""
    words, style = relation(name, sign, polarity, language, brief=True)
    return cell(words, terminal=terminal and language == "ar", style=style)


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


SPARE: Final = ("modality", "status", "coders", "date", "voice")
"""What a narrow terminal leaves out of a table of claims, first to last."""


def claims(paper: Console, reading: Reading, language: Language = "en") -> list[str]:
    """The claims of a reading, one a row, the words last; the headings of what had no room are given back."""
    text, pointed, terminal = reading.document.text, pointing(reading), paper.is_terminal
    several = any(claim.coders for claim in reading.claims)
    titles = {
        "number": "#",
        **{name: said(name, language) for name in ("source", "relation", "target", "voice", "modality")},
        **({"coders": said("found by", language)} if several else {}),
        "words": said("words", language),
    }
    found = [
        {
            "number": str(number),
            "source": cell(name(claim.source, text, pointed), terminal=terminal, style="bold"),
            "relation": relation_cell(claim.relation, claim.sign, claim.polarity, language, terminal=terminal),
            "target": cell(name(claim.target, text, pointed), terminal=terminal, style="bold"),
            "voice": speaker(voice(claim), language),
            "modality": said(claim.modality, language),
            "coders": Text(found_by(claim.coders, claim.differs, language), "yellow" if claim.differs else ""),
            "words": claim.evidence.of(text),
        }
        for number, claim in enumerate(reading.claims, start=1)
    ]
    return rows(paper, titles, found, last="words", spare=SPARE, right=("number",))


def speaker(voice: str, language: Language = "en") -> str:
    """Who says it, as a person reads it."""
    return said(AUTHOR, language) if voice == AUTHOR else voice


def found_by(coders: Sequence[str], differs: Sequence[str], language: Language = "en") -> str:
    """Who found a claim, where several read side by side, and what they read otherwise.

    >>> found_by(("rules", "llm"), ()), found_by(("rules", "llm"), ("relation",)), found_by(("llm",), ("claim",))
    ('rules+llm', 'rules+llm, not relation', 'llm')
    >>> found_by(("rules", "llm"), ("relation",), "ar")
    'القواعد+نموذج لغوي، إلا العلاقة'
    """
    fields = " ".join(said(field, language) for field in differs if field != "claim")
    who = "+".join(said(coder, language) for coder in coders)
    return message("differs", language, who=who, fields=fields) if fields else who


def heading(reading: Reading, language: Language = "en", *, terminal: bool) -> Text:
    """One line above a document's table: its id, its title, and how much was found."""
    line = Text()
    line.append(harmless(reading.document.id) or said("document", language), "bold")
    if reading.document.title:
        title = harmless(reading.document.title)
        line.append("  ").append(f"{FSI}{title}{PDI}" if terminal else title)
    between = message("comma", language)
    found = between.join((counted(len(reading.claims), "claim", language), counted(len(reading.actors), "actor", language)))
    line.append("  ").append(lined(found, terminal=terminal), "dim")
    return line


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
    paper: Console,
    titles: Mapping[str, str],
    found: Sequence[Mapping[str, str | Text | Isolated]],
    *,
    last: str = "",
    spare: Sequence[str] = (),
    right: Sequence[str] = (),
) -> list[str]:
    """A table of rows; a terminal gets the columns that it has room for, a pipe all of them, each row on one line.

    Args:
        paper: where it goes.
        titles: the columns in order, each with its heading.
        found: the rows, by column.
        last: the column that takes all room that is left.
        spare: the columns that a narrow terminal can spare, the least important first; without it the hindmost.
        right: the columns of numbers, which end in one line.

    Returns:
        The headings of what was left out though something stands in it.
    """
    terminal = paper.is_terminal
    cells = [{name: cell(c, terminal=terminal) if isinstance(c := row[name], str) else c for name in titles} for row in found]
    if not terminal:
        for line in _padded(titles, cells, right):
            paper.file.write(line + "\n")
        return []
    longest = {name: max((cell_len(str(row[name])) for row in cells), default=0) for name in titles}
    heads = {name: cell_len(title) for name, title in titles.items()}
    widths, out = fit(longest, paper.width, heads=heads, last=last, spare=[name for name in spare if name in titles])
    table = plain_table(terminal=terminal)
    table.expand = False
    shown = [name for name in titles if name in widths]
    for name in shown:
        heading = cell(titles[name], terminal=bool(_RIGHT.search(titles[name])))
        table.add_column(heading, justify="right" if name in right else "left", overflow="fold", width=widths[name])
    for row in cells:
        table.add_row(*(row[name] for name in shown))
    show(paper, table)
    return [titles[name] for name in out if longest[name]]


def _padded(titles: Mapping[str, str], found: Sequence[Mapping[str, Text | Isolated]], right: Sequence[str]) -> Iterator[str]:
    """The lines of a table that no terminal shows: its columns filled up with blanks, none behind the last words.

    Thousands of rows go this way, and a console lays out each of their cells as if it had to be folded.
    """
    table = [{name: harmless(title) for name, title in titles.items()}, *({name: str(row[name]) for name in titles} for row in found)]
    columns = []
    for name in titles:
        column = [row[name] for row in table]
        lengths = [cell_len(told) for told in column]
        widest = max(lengths)
        blanks = [" " * (widest - length) for length in lengths]
        pairs = zip(column, blanks, strict=True)
        columns.append([blank + told if name in right else told + blank for told, blank in pairs])
    for line in zip(*columns, strict=True):
        yield "  ".join(line).rstrip()


class Paper(Console):
    """A console that says of a reader who went away what the command says of it everywhere; rich would end it with 1."""

    def on_broken_pipe(self) -> None:
        """Let it through.

        Raises:
            BrokenPipeError: nobody reads what is printed.
        """
        raise  # noqa: PLE0704 - rich calls this where it has caught it


def console(out: TextIO) -> Console:
    """A console on a stream: a person's terminal has its width, a file or a pipe gets every row on one line."""
    terminal = out.isatty()
    return Paper(file=out, width=None if terminal else UNBOUNDED, force_terminal=terminal, highlight=False, markup=False, emoji=False)


def show(paper: Console, what: RenderableType) -> None:
    """Print: a line is left to the terminal to fold, for a fold of ours would tear its isolates; a pipe gets no filling blanks."""
    if paper.is_terminal:
        paper.print(what, soft_wrap=isinstance(what, Text))
        return
    with paper.capture() as held:
        paper.print(what)
    for line in held.get().splitlines():
        paper.file.write(line.rstrip() + "\n")
