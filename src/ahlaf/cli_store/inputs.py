"""The options that say what is to be read, alike for `read`, `explain` and `add`."""

# ruff: noqa: PLC0415 - what an option needs is imported when it is used, so that --help answers at once

from __future__ import annotations

from typing import Any, Final

import click

from ahlaf.cli_store.base import TextType

SOURCE: Final = click.Path(readable=False)
"""What is to be read: that it can't be is told when its turn comes, and keeps nobody from reading the others."""


class _Kind(TextType):
    """The name of a format: a choice whose names are looked up only when they are needed."""

    name = "format"

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str | None:  # noqa: ARG002 - click gives them
        from ahlaf.sources.formats import NAMES

        return f"[{'|'.join(NAMES)}]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401 - whatever click gives
        from ahlaf.sources.formats import NAMES

        if value not in NAMES:
            self.fail(f"{value!r} is not one of {', '.join(NAMES)}", param, ctx)
        return str(value)


def _columns(ctx: click.Context, param: click.Parameter, value: str | None) -> dict[str, str]:
    from ahlaf.sources import columns

    try:
        return columns.parse(value) if value is not None else {}
    except ValueError as error:
        raise click.BadParameter(str(error), ctx, param) from error


class _Rows(click.Path):
    """A folder of one's own rows, or the word "none"."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - click's own signature
        return value if value == "none" else super().convert(value, param, ctx)


def _rows(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...] | None:
    """The folders that are given; nothing where no option was, no folder where it says "none"."""
    if "none" in value and len(value) > 1:
        raise click.BadParameter("none leaves all rows of your own out: give it alone", ctx, param)
    return None if not value else () if value == ("none",) else value


rows_option = click.option(
    "--lexicon",
    "folders",
    multiple=True,
    callback=_rows,
    type=_Rows(exists=True, file_okay=False),
    metavar="FOLDER",
    help="Your own rows; the project remembers them. none: the built-in rule book alone.",
)
input_option = click.option(
    "--input",
    "kind",
    type=_Kind(),
    default="auto",
    show_default=True,
    help="What the files are, or what is packed in them; told from their endings and first bytes without it.",
)
columns_option = click.option(
    "--columns",
    callback=_columns,
    metavar="FIELD=COLUMN,…",
    help="Which column of a table (or key of JSON) is what: text=body,title=headline; also id, author, outlet, date, url, "
    "language. Numbers count the columns of a table without a row of names. Guessed without it.",
)
