"""The commands over the network: map, tensions, blocs, whatif, change, discourse.

Data goes to standard output, notes to standard error. ``register(group)`` adds the commands to ``ahlaf``.
"""

from __future__ import annotations

import click

from ahlaf.cli_network import commands

__all__ = ["register"]


def register(group: click.Group) -> None:
    """Add the commands to a group."""
    for name, command in (
        ("map", commands.map_),
        ("tensions", commands.tensions),
        ("blocs", commands.blocs),
        ("whatif", commands.whatif),
        ("change", commands.change),
        ("discourse", commands.discourse),
    ):
        group.add_command(command, name)
