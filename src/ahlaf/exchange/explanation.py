"""Why a claim was made, in words for people; and a row of the rule book as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from rich.text import Text

from ahlaf.exchange import terminal
from ahlaf.exchange.records import voice
from ahlaf.model import Claim, Reading, Reason

if TYPE_CHECKING:
    from ahlaf.lexicon.tables import Row
    from ahlaf.usecases import Explanation

PROMPT: Final = "prompt:"
"""How the reason begins that says what a language model was asked with."""
_SIDES: Final = ("rules:", "llm:")
"""How the reasons begin that say what another coder read otherwise."""
_AROUND: Final = 60
"""How many characters of the text are shown on either side of the evidence."""


def lines(found: Explanation, *, terminal: bool) -> Iterator[Text]:
    """The whole explanation, a line at a time."""
    reading, claim = found.reading, found.claim
    yield Text(f"Claim {found.number} of {_safe(reading.document.id) or 'the document'}", "bold")
    yield from _claim(reading, claim, terminal=terminal)
    yield Text()
    yield Text("The words", "bold")
    yield from _words(reading, claim, terminal=terminal)
    yield Text()
    asked = next((r for r in claim.reasons if r.kind == "rule" and r.ref.startswith(PROMPT)), None)
    if asked is not None:
        yield from _model(found, asked, terminal=terminal)
    yield Text("The rows of the lexicon", "bold")
    for cited in found.rows:
        if cited.row is not None:
            yield from row_lines(cited.row, _isolate(cited.says, terminal=terminal), terminal=terminal, indent="  ")
        elif asked is None or not cited.ref.startswith((PROMPT, *_SIDES)):
            yield Text(f"  {cited.ref}: ").append(_isolate(cited.says, terminal=terminal))
    yield Text()
    if asked is None:
        yield Text("The rule", "bold")
        yield Text(f"  {claim.rule}")
        yield from _example(found, terminal=terminal)
        yield Text()
    yield Text("The score", "bold")
    for reason in claim.reasons:
        if reason.kind == "score":
            weight = "" if reason.weight is None else f"{reason.weight:6.3f}  "
            yield Text(f"  {weight}{_safe(reason.ref)}: {_safe(reason.says)}")
    yield Text(f"  {claim.credence:6.3f}  credence: how likely it is that the text says so")
    yield Text()
    yield Text("Replay", "bold")
    outcome = ("the same claim comes out", "green") if found.same else ("the claim does NOT come out again", "red")
    how = "the document read afresh: " if asked is None else "the kept answers held to the words afresh, no server asked: "
    yield Text(f"  {how}").append(*outcome)


def _model(found: Explanation, asked: Reason, *, terminal: bool) -> Iterator[Text]:
    """What a language model was asked, where each piece of its claim stands, and what the rules read otherwise."""
    claim, text = found.claim, found.reading.document.text
    yield Text("The language model", "bold")
    yield Text(f"  {_safe(claim.rule)}, asked with the prompt {_safe(asked.ref.removeprefix(PROMPT))}")
    for reason in claim.reasons:
        if reason.kind == "words" and reason.span is not None:
            yield Text(f"  {_safe(reason.says)}: ").append(_isolate(reason.span.of(text), terminal=terminal))
    if claim.coders:
        yield Text("  found by ").append(_safe(" and ".join(claim.coders)), "bold").append(_differs(claim))
    for reason in claim.reasons:
        if reason.kind == "rule" and reason.ref.startswith(_SIDES):
            side, _, field = reason.ref.partition(":")
            yield Text(f"  the {side} read its {field} as ").append(_isolate(reason.says, terminal=terminal), "yellow")
    yield Text()


def _differs(claim: Claim) -> str:
    if not claim.differs:
        return ", who agree" if len(claim.coders) > 1 else ""
    return " alone" if len(claim.coders) == 1 else f", who differ in {', '.join(claim.differs)}"


def row_lines(row: Row, note: str, *, terminal: bool, indent: str = "") -> Iterator[Text]:
    """A row as file:line with a note, then its filled cells."""
    yield Text(indent).append(row.ref, "cyan").append(f"  {note}")
    for column, cell in row.cells.items():
        if cell:
            yield Text(f"{indent}    {column}: ", "dim").append(_isolate(cell, terminal=terminal), "not dim")


def _claim(reading: Reading, claim: Claim, *, terminal: bool) -> Iterator[Text]:
    text, pointed = reading.document.text, _pointing(reading)
    source, target = (_isolate(_name(end, text, pointed), terminal=terminal) for end in (claim.source, claim.target))
    yield Text(f"  {source}  ").append_text(_relation(claim)).append(f"  {target}")
    yield Text(f"  voice: {_isolate(voice(claim), terminal=terminal)}")
    yield Text(f"  {claim.polarity}, {claim.modality}, credence {claim.credence:.2f}")


def _words(reading: Reading, claim: Claim, *, terminal: bool) -> Iterator[Text]:
    text, span, trigger = reading.document.text, claim.evidence, claim.trigger
    before = text[max(0, span.start - _AROUND) : span.start]
    after = text[span.end : span.end + _AROUND]
    line = Text("  ")
    if terminal:
        line.append("\u2068")
    line.append(_safe(before), "dim")
    if span.start <= trigger.start and trigger.end <= span.end:
        line.append(_safe(text[span.start : trigger.start]), "bold")
        line.append(_safe(trigger.of(text)), "bold reverse")
        line.append(_safe(text[trigger.end : span.end]), "bold")
    else:
        line.append(_safe(span.of(text)), "bold")
    line.append(_safe(after), "dim")
    if terminal:
        line.append("\u2069")
    yield line
    yield Text(f"  characters {span.start} to {span.end}; the relation is in {trigger.start} to {trigger.end}: ").append(
        _isolate(trigger.of(text), terminal=terminal)
    )


def _example(found: Explanation, *, terminal: bool) -> Iterator[Text]:
    if not found.example:
        yield Text("  it brings no example")
        return
    yield Text("  its example: ").append(_isolate(found.example, terminal=terminal))
    if found.example_found:
        yield Text("  replayed: ").append("the example gives a claim by the same row", "green")
    elif found.example_instead:
        yield Text("  replayed: ").append(f"the example gives a claim of this relation by another row, {found.example_instead}", "green")
    else:
        yield Text("  replayed: ").append("the example gives no claim by this row", "yellow")


_safe = terminal.harmless
_name = terminal.name
_pointing = terminal.pointing
_relation = terminal.relation


def _isolate(text: str, *, terminal: bool) -> str:
    safe = _safe(text)
    return f"\u2068{safe}\u2069" if terminal and safe else safe
