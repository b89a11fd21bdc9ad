"""Why a claim was made, in words for people; and a row of the rule book as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from rich.text import Text

from ahlaf.exchange import places, terminal
from ahlaf.exchange.records import voice
from ahlaf.exchange.said import message, said
from ahlaf.model import Claim, Reading, Reason

if TYPE_CHECKING:
    from ahlaf.exchange.report.content import Language
    from ahlaf.lexicon.tables import Row
    from ahlaf.usecases import Explanation

PROMPT: Final = "prompt:"
"""How the reason begins that says what a language model was asked with."""
_TAKEN_UP: Final = {"answer": "answered", "instead": "instead"}
"""What the reasons are called that show how a text answers its own question, and whom it sets against another: their messages."""
_SIDES: Final = ("rules:", "llm:")
"""How the reasons begin that say what another coder read otherwise."""
_AROUND: Final = 60
"""How many characters of the text are shown on either side of the evidence."""


def lines(found: Explanation, language: Language = "en", *, terminal: bool) -> Iterator[Text]:
    """The whole explanation, a line at a time; what rows and reasons say of themselves stays as the rule book has it."""
    for line in _told(found, language, terminal=terminal):
        yield line if language == "en" or not terminal or not line.plain.strip() else _whole(line)


def _whole(line: Text) -> Text:
    """A line of an Arabic sentence, isolated behind its indent, so that its pieces stand in the order of their reading."""
    indent = len(line.plain) - len(line.plain.lstrip(" "))
    return line[:indent].append("\u2068").append_text(line[indent:]).append("\u2069")


def _told(found: Explanation, language: Language, *, terminal: bool) -> Iterator[Text]:
    reading, claim = found.reading, found.claim
    document = _safe(reading.document.id) or message("the document", language)
    yield Text(message("claim of", language, number=found.number, document=document), "bold")
    yield from _claim(reading, claim, language, terminal=terminal)
    yield Text()
    yield Text(message("the words", language), "bold")
    yield from _words(reading, claim, language, terminal=terminal)
    for reason in claim.reasons:
        if reason.ref in _TAKEN_UP and reason.span is not None:
            words = _isolate(reason.span.of(reading.document.text), terminal=terminal)
            yield Text(f"  {message(_TAKEN_UP[reason.ref], language)}").append(words)
    yield Text()
    asked = next((r for r in claim.reasons if r.kind == "rule" and r.ref.startswith(PROMPT)), None)
    if asked is not None:
        yield from _model(found, asked, language, terminal=terminal)
    yield Text(message("the rows", language), "bold")
    for cited in found.rows:
        if cited.row is not None:
            yield from row_lines(cited.row, _isolate(cited.says, terminal=terminal), terminal=terminal, indent="  ")
        elif asked is None or not cited.ref.startswith((PROMPT, *_SIDES)):
            yield Text(f"  {cited.ref}: ").append(_isolate(cited.says, terminal=terminal))
    yield Text()
    if asked is None:
        yield Text(message("the rule", language), "bold")
        yield Text(f"  {claim.rule}")
        yield from _example(found, language, terminal=terminal)
        yield Text()
    yield Text(message("the score", language), "bold")
    for reason in claim.reasons:
        if reason.kind == "score":
            weight = "" if reason.weight is None else f"{reason.weight:6.3f}  "
            told = places.told(reason.ref, language) or f"{reason.ref}: {reason.says}"
            yield Text(f"  {weight}{_safe(told)}")
    yield Text(f"  {claim.credence:6.3f}  {message('credence is', language)}")
    yield Text()
    yield Text(message("replay", language), "bold")
    outcome = (message("same", language), "green") if found.same else (message("other", language), "red")
    yield Text(f"  {message('afresh' if asked is None else 'answers afresh', language)}").append(*outcome)


def _model(found: Explanation, asked: Reason, language: Language, *, terminal: bool) -> Iterator[Text]:
    """What a language model was asked, where each piece of its claim stands, and what the rules read otherwise."""
    claim, text = found.claim, found.reading.document.text
    yield Text(message("the model", language), "bold")
    yield Text("  " + message("prompted", language, rule=_safe(claim.rule), prompt=_safe(asked.ref.removeprefix(PROMPT))))
    for reason in claim.reasons:
        if reason.kind == "words" and reason.span is not None:
            yield Text(f"  {_safe(reason.says)}: ").append(_isolate(reason.span.of(text), terminal=terminal))
    if claim.coders:
        who = message("and", language).join(said(coder, language) for coder in claim.coders)
        yield Text("  ").append(message("found", language, who=_safe(who)), "bold").append(_differs(claim, language))
    for reason in claim.reasons:
        if reason.kind == "rule" and reason.ref.startswith(_SIDES):
            side, _, field = reason.ref.partition(":")
            told = message("read otherwise", language, side=said(side, language), field=said(field, language))
            yield Text(f"  {told}").append(_isolate(reason.says, terminal=terminal), "yellow")
    yield Text()


def _differs(claim: Claim, language: Language) -> str:
    if not claim.differs:
        return message("who agree", language) if len(claim.coders) > 1 else ""
    fields = message("comma", language).join(said(field, language) for field in claim.differs)
    return message("alone", language) if len(claim.coders) == 1 else message("who differ", language, fields=fields)


def row_lines(row: Row, note: str, *, terminal: bool, indent: str = "") -> Iterator[Text]:
    """A row as file:line with a note, then its filled cells."""
    yield Text(indent).append(row.ref, "cyan").append(f"  {note}")
    for column, cell in row.cells.items():
        if cell:
            yield Text(f"{indent}    {column}: ", "dim").append(_isolate(cell, terminal=terminal), "not dim")


def _claim(reading: Reading, claim: Claim, language: Language, *, terminal: bool) -> Iterator[Text]:
    text, pointed = reading.document.text, _pointing(reading)
    source, target = (_isolate(_name(end, text, pointed), terminal=terminal) for end in (claim.source, claim.target))
    yield Text(f"  {source}  ").append(*_relation(claim.relation, claim.sign, claim.polarity, language)).append(f"  {target}")
    who = _speaker(voice(claim), language)
    yield Text(f"  {said('voice', language)}: {_isolate(who, terminal=terminal)}")
    between, share = message("comma", language), message("credence", language, share=f"{claim.credence:.2f}")
    yield Text(f"  {between.join((said(claim.polarity, language), said(claim.modality, language), share))}")


def _words(reading: Reading, claim: Claim, language: Language, *, terminal: bool) -> Iterator[Text]:
    text, span, trigger = reading.document.text, claim.evidence, claim.trigger
    before, after = _around(text, span.start, span.end)
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
    where = message("characters", language, start=span.start, end=span.end, first=trigger.start, last=trigger.end)
    yield Text(f"  {where}").append(_isolate(trigger.of(text), terminal=terminal))


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind the words, in whole words, with dots where the text goes on.

    >>> _around("قالت كندا " + "كلمة " * 20 + "إنها قصفت", 105, 109)
    ('…كلمة كلمة كلمة كلمة كلمة كلمة كلمة كلمة كلمة كلمة كلمة ', ' إنها قصفت')
    """
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before, after = text[first:start], text[end:last]
    if first:
        before = "…" + before.partition(" ")[2]
    if last < len(text):
        after = after.rpartition(" ")[0] + "…"
    return before, after


def _example(found: Explanation, language: Language, *, terminal: bool) -> Iterator[Text]:
    if not found.example:
        yield Text("  " + message("no example", language))
        return
    yield Text("  " + message("its example", language)).append(_isolate(found.example, terminal=terminal))
    if found.example_found:
        outcome = (message("example found", language), "green")
    elif found.example_instead:
        outcome = (message("example instead", language, row=found.example_instead), "green")
    else:
        outcome = (message("example lost", language), "yellow")
    yield Text("  " + message("replayed", language)).append(*outcome)


_safe = terminal.harmless
_name = terminal.name
_pointing = terminal.pointing
_relation = terminal.relation
_speaker = terminal.speaker


def _isolate(text: str, *, terminal: bool) -> str:
    safe = _safe(text)
    return f"\u2068{safe}\u2069" if terminal and safe else safe
