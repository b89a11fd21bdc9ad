"""What is wrong with how a command was typed, told in the language that the user speaks.

click says it in English alone, and before it knows which language was asked for: so the words that were typed are looked
through for ``--language``. What it says has its rows in ``exchange/usage.tsv``; what Ahlaf's own options say of a value, there
or where the same is refused elsewhere.
"""

# ruff: noqa: PLC0415 - what tells of a mistake is imported when one is made, so that --help answers at once

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import pairwise
from typing import IO, TYPE_CHECKING, Any, Final

import click

from ahlaf.cli_store.base import speaks_arabic, tell

if TYPE_CHECKING:
    from ahlaf.exchange.report.content import Language

_OPTION: Final = "--language"
_SPOKEN: Final = "ahlaf.language"
"""Under which name a command line's language is kept beside it."""


def listen(ctx: click.Context, args: Sequence[str]) -> None:
    """Keep the language of a command line, for what may turn out to be wrong with it."""
    ctx.meta[_SPOKEN] = spoken(args)


def heard(ctx: click.Context) -> Language:
    """The language of the command line that is worked on."""
    language: Language = ctx.meta.get(_SPOKEN, "en")
    return language


def spoken(args: Sequence[str]) -> Language:
    """The language that a command line asks for, or that the computer speaks.

    >>> spoken(["read", "--language", "ar", "--no-such"]), spoken(["map", "--language=en"])
    ('ar', 'en')
    """
    typed = [after for one, after in pairwise(args) if one == _OPTION]
    typed += [one.partition("=")[2] for one in args if one.startswith(f"{_OPTION}=")]
    for asked in (*reversed(typed), os.environ.get("AHLAF_LANGUAGE")):
        if asked == "ar":
            return "ar"
        if asked == "en":
            return "en"
    return "ar" if speaks_arabic() else "en"


def no_room(ctx: click.Context, why: str) -> str:
    """That what is written finds no room."""
    from ahlaf.exchange.said import message

    return message("no room", heard(ctx), why=why)


def broken_off(ctx: click.Context) -> str:
    """That Ctrl-C ended it."""
    from ahlaf.exchange.said import message

    return message("broken off", heard(ctx))


def in_language(error: click.UsageError, language: Language) -> click.UsageError:
    """The error as it is told in a language; a command that was called without anything shows its help."""
    if language == "en" or isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error
    return _Mistyped(error)


class _Mistyped(click.UsageError):
    """A mistake in a command line, in Arabic: how it is typed, where help is, what is wrong."""

    def __init__(self, error: click.UsageError) -> None:
        super().__init__(_told(error), error.ctx)

    def show(self, file: IO[Any] | None = None) -> None:  # noqa: ARG002 - click's own signature; it is called without
        """Tell it."""
        if self.ctx is not None:
            path = self.ctx.command_path
            typed = " ".join((path, *self.ctx.command.collect_usage_pieces(self.ctx)))
            tell(f"الاستعمال: `{typed}`")
            tell(f"المساعدة: `{path} --help`")
        tell(f"خطأ: {self.message}")


def _told(error: click.UsageError) -> str:
    missing = isinstance(error, click.MissingParameter)
    said = _arabic(error.format_message() if missing else error.message)
    if isinstance(error, click.BadParameter) and not missing:
        return f"قيمة `{_named(error)}` لا تصح: {said}"
    near = getattr(error, "possibilities", None) or ()
    return f"{said} لعلك تعني: {'، '.join(f'`{one}`' for one in sorted(near))}." if near else said


def _named(error: click.BadParameter) -> str:
    """The option or argument whose value it is."""
    hint = error.param_hint
    if hint is None and error.param is not None:
        hint = error.param.get_error_hint(error.ctx)
    names = [hint] if isinstance(hint, str) else list(hint or ())
    return " / ".join(name.replace("'", "") for name in names)


def _arabic(words: str) -> str:
    from ahlaf.exchange.refused import ANSWERS, USAGE, known

    found = known(words, USAGE) or known(words, ANSWERS) or (words, "")
    return " ".join(filter(None, found))
