"""The options that say which coder reads, alike for `read`, `code`, `explain` and `bench quality`; and what is told of it.

A key is never an option: it is read from the environment, so that no shell's history and no list of processes has it.
"""

# ruff: noqa: PLC0415 - what an option needs is imported when it is used, so that --help answers at once

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, fields
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TextIO

import click

from ahlaf.cli_store.base import FAILED, Amount, Whole, tell
from ahlaf.errors import AhlafError, BudgetSpent, CoderSettings, InputError

if TYPE_CHECKING:
    from ahlaf.choice import Choice, Name
    from ahlaf.coding.coders import Coding, Failed, Refused, Usage
    from ahlaf.coding.llm.budget import Estimate
    from ahlaf.usecases import Reader

SPENT: Final = 3
"""The exit code when the budget was reached."""
_GIVEN: Final = 80
"""Characters that are shown of what was refused."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The coder's options, as they were given."""

    coder: Name = "rules"
    model: str | None = None
    endpoint: str | None = None
    connections: int | None = None
    context: int | None = None
    price_in: float | None = None
    price_out: float | None = None
    budget: float | None = None
    cache: Path | None = None
    key_env: str | None = None
    ask_again: bool = False
    dry_run: bool = False
    refused: Path | None = None

    def choice(self, reader: Reader, *, offline: bool = False) -> Choice:
        """The coder that is meant.

        Args:
            reader: the rule book.
            offline: answers are taken from the cache alone, and no server is asked.

        Raises:
            UsageError: options that don't go together.
        """
        from ahlaf.choice import Choice

        if self.coder == "rules":
            self.none()
            return Choice("rules", reader)
        if not self.model:
            raise click.UsageError(f"--coder {self.coder} needs --model, the name that the server knows")
        if not self.endpoint and not offline and not self.dry_run:
            raise click.UsageError(
                f"--coder {self.coder} needs --endpoint, for texts are sent there: http://localhost:11434/v1 for Ollama on this machine"
            )
        from ahlaf.coding.llm.settings import Settings

        names = ("endpoint", "connections", "context", "price_in", "price_out", "budget", "cache")
        values: dict[str, Any] = {name: value for name in names if (value := getattr(self, name)) is not None}
        if self.key_env:
            values["key_name"] = self.key_env
        try:
            settings = Settings(self.model, ask_again=self.ask_again, offline=offline or self.dry_run, **values)
        except CoderSettings as error:
            raise click.UsageError(str(error)) from error
        return Choice(self.coder, reader, settings)

    def none(self) -> None:
        """Make sure that nothing is asked of a language model where the rule book reads alone.

        Raises:
            UsageError: something is.
        """
        given = [f.name for f in fields(self) if f.name != "coder" and getattr(self, f.name) != f.default]
        if given:
            raise click.UsageError(f"--{given[0].replace('_', '-')} is for a language model: add --coder llm or --coder both")


def rule_book(folders: Sequence[str | Path], threshold: float | None, date: str | None, asked: Asked, *, events: bool = False) -> Reader:
    """The rule book with one's own rows.

    Raises:
        UsageError: a threshold where the rule book finds no claims, or events where it does not read alone.
    """
    from ahlaf.usecases import THRESHOLD, Reader

    if threshold is not None and asked.coder == "llm":
        raise click.UsageError("--threshold is for the claims of the rule book, which --coder llm does not ask")
    if events and asked.coder != "rules":
        raise click.UsageError("--events is for the rule book alone: a language model is not asked what is reported")
    return Reader(folders, THRESHOLD if threshold is None else threshold, date, events=events)


_OPTIONS: Final = (
    click.option(
        "--coder",
        type=click.Choice(["rules", "llm", "both"]),
        default="rules",
        show_default=True,
        help="Who reads: the rule book, a language model, or both side by side.",
    ),
    click.option("--model", metavar="NAME", help="The language model, by the name that its server knows."),
    click.option("--endpoint", metavar="URL", help="The server's base address, any that speaks OpenAI's API: http://localhost:11434/v1."),
    click.option("--connections", type=Whole(1, 256), metavar="N", help="Questions at a time; 4 without it."),
    click.option("--context", type=Whole(1024), metavar="TOKENS", help="What the model takes, question and answer together."),
    click.option("--price-in", type=Amount(0), metavar="MONEY", help="What a million tokens of questions cost."),
    click.option("--price-out", type=Amount(0), metavar="MONEY", help="What a million tokens of answers cost."),
    click.option("--budget", type=Amount(0), metavar="MONEY", help="Stop before this is passed."),
    click.option(
        "--cache",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="FOLDER",
        help="Where answers are kept, so that none is paid twice.",
    ),
    click.option("--key-env", metavar="NAME", help="The environment variable that holds the key; else AHLAF_LLM_KEY."),
    click.option("--ask-again", is_flag=True, help="Ask again where an earlier answer was of no use."),
    click.option("--dry-run", is_flag=True, help="Ask nothing: say how many tokens it would take, and what it would cost."),
    click.option(
        "--refused",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Write what was refused, and why, to this file as JSON lines.",
    ),
)


def coder_options(*without: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The options as one argument ``asked``; those that a command has no use for are left out."""
    names = tuple(f.name for f in fields(Asked) if f.name not in without)

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def run(*args: Any, **values: Any) -> Any:  # noqa: ANN401 - whatever click gives
            asked = Asked(**{name: values.pop(name) for name in names})
            return command(*args, asked=asked, **values)

        made: Callable[..., Any] = run
        for name, option in reversed(tuple(zip((f.name for f in fields(Asked)), _OPTIONS, strict=True))):
            if name not in without:
                made = option(made)
        return made

    return decorate


@dataclass(slots=True)
class Account:
    """What a run is told of its codings: what was refused and why, what failed, what it cost."""

    out: TextIO | None = None
    """Where refused claims go as JSON lines; ``None``: each is told on standard error."""
    called: str = ""
    """What stands before a document's id: in a project that is its number."""
    tells: bool = True
    """Whether a document that failed is told here; `read` does so itself, with its file."""
    failed: int = 0
    emptied: int = 0
    """Documents of which something was said, and all of it was refused."""
    kinds: Counter[str] = field(default_factory=Counter)
    usage: Usage | None = None

    def hear(self, one: Coding | Failed) -> None:
        """Take one document's coding in."""
        from ahlaf.coding.coders import Failed

        document = one.document if isinstance(one, Failed) else one.reading.document
        name = self.called + (document.id or "the document")
        if isinstance(one, Failed):
            self.failed += 1
            if self.tells:
                tell(f"error: {name}: {one.error}")
            return
        fallen = False
        for refused in one.refused:
            self.kinds[refused.kind] += 1
            fallen = fallen or (refused.whole and refused.kind != "duplicate")
            self._write(document.id, name, refused)
        if fallen and not one.reading.claims:
            self.emptied += 1
            tell(f"error: {name}: all that the model said of it was refused")
        self.usage = one.usage if self.usage is None else self.usage + one.usage

    def _write(self, document: str, name: str, refused: Refused) -> None:
        if self.out is not None:
            record = {"document": document, "kind": refused.kind, "says": refused.says, "given": refused.given, "whole": refused.whole}
            from ahlaf.exchange.jsonl import dumps

            self.out.write(dumps(record) + "\n")
            return
        given = refused.given if len(refused.given) <= _GIVEN else refused.given[:_GIVEN] + "…"
        tell(f"refused: {name}: {refused.says}" + (f": {given}" if given else ""))

    def close(self) -> None:
        """Say what it came to."""
        if self.kinds:
            total = sum(self.kinds.values())
            tell(f"{total} refused: " + ", ".join(f"{n} {kind}" for kind, n in self.kinds.most_common()))
        used = self.usage
        if used is not None and (used.calls or used.cached):
            price = f", {used.price:.4f} spent" if used.price else ""
            tell(f"{used.calls} asked, {used.cached} from the cache; {used.tokens_in} tokens in, {used.tokens_out} out{price}")

    @property
    def wrong(self) -> int:
        """Documents that came to nothing."""
        return self.failed + self.emptied


def estimated(found: Estimate) -> str:
    """An estimate in a few lines, for people."""
    told = [
        f"{found.documents} documents, {found.questions} questions to be asked, {found.cached} answers there already",
        f"about {found.tokens_in} tokens in, {found.tokens_out} out",
    ]
    if found.price or found.most:
        told.append(f"about {found.price:.4f}, at most {found.most:.4f}")
    return "\n".join(told)


def code_of(error: AhlafError) -> int:
    """The exit code of a run that an error ended."""
    return SPENT if isinstance(error, BudgetSpent) else FAILED


def refusals(path: Path | None) -> AbstractContextManager[TextIO | None]:
    """The file of ``--refused``; nothing without one.

    Raises:
        InputError: it can't be written.
    """
    if path is None:
        return nullcontext()
    try:
        return path.open("w", encoding="utf-8")
    except OSError as error:
        raise InputError(str(path), f"can't be written: {error.strerror}", "choose another --refused") from error
