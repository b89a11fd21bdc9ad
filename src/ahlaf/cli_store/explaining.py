"""Why a claim that a project keeps was made, for ``ahlaf explain``."""

# ruff: noqa: PLC0415 - what a command needs is imported when it runs, so that --help answers at once

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ahlaf.cli_store.base import opened

if TYPE_CHECKING:
    from ahlaf.exchange.report.content import Language
    from ahlaf.usecases import Explanation


def why_kept(
    address: str, number: int, folders: Sequence[Path] | None, threshold: float | None, language: Language
) -> Explanation | None:
    """Why a claim was made, under the number that the project has for it; what a person added is told at once, and gives nothing.

    Raises:
        ProjectError: there is no such claim, or a language model made it, which the workbench can repeat.
        InputGone: the rows that the project was coded with are not where they were.
    """
    from ahlaf import projects, usecases
    from ahlaf.exchange.said import message
    from ahlaf.store.errors import ProjectError

    with opened(address) as project:
        claim = project.claim(number)
        if claim.added is not None:
            made = project.decision(claim.added)
            click.echo(message("added by", language, number=number, who=made.who, at=made.at) + (f": {made.note}" if made.note else ""))
            return None
        reading = project.reading(claim.document)
        if claim.rule.startswith("llm:") or reading is None:
            raise ProjectError(project.shown, f"claim {number} was made by a language model", "`ahlaf serve` says why")
        own = projects.own(project, folders, threshold)
    reader = usecases.Reader(own.folders, usecases.THRESHOLD if own.threshold is None else own.threshold)
    found = usecases.explain_kept(reader, reading, claim.number)
    called = reading.document.title or message("document n", language, n=claim.document)
    return replace(found, number=number, reading=replace(reading, document=replace(reading.document, id=called)))
