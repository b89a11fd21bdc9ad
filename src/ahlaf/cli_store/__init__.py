"""The commands that keep projects, from `new` to `agreement`, one module a kind of work.

:func:`register` hangs them on the ``ahlaf`` group. Data goes to standard output, everything else to standard
error; ``PROJECT`` is a file, or the address of a PostgreSQL database, everywhere. Only click is imported before a
command runs.
"""

from __future__ import annotations

import click

from ahlaf.cli_store import actors, asking, deciding, keeping, library  # noqa: F401 - they make the commands
from ahlaf.cli_store.base import COMMANDS


def register(group: click.Group) -> None:
    """Hang the commands on a group."""
    for made in COMMANDS:
        group.add_command(made)
