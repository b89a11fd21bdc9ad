"""The commands that keep projects, called by themselves, and a coder that reads words for claims."""

from __future__ import annotations

import json
from collections.abc import Callable

import click
from click.testing import CliRunner, Result
from fakes import TWO, read

from ahlaf.cli_network import register as register_network
from ahlaf.cli_store import register
from ahlaf.model import Document, Reading


@click.group()
def ahlaf() -> None:
    """The group that the commands hang on."""


register(ahlaf)
register_network(ahlaf)


def reader() -> Callable[[Document], Reading]:
    return read


def reader_two() -> Callable[[Document], Reading]:
    return lambda document: read(document, TWO.digest)


def run(*words: str, code: int = 0, keys: str | None = None) -> Result:
    found = CliRunner().invoke(ahlaf, list(words), input=keys)
    assert found.exit_code == code, found.output
    return found


def records(*words: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run(*words, "--json").stdout.splitlines()]


def ties(*words: str) -> list[dict[str, list[int]]]:
    found: list[dict[str, list[int]]] = json.loads(run("map", "study.ahlaf", *words, "--format", "json").stdout)
    return found
