"""Claims that persons added stand beside the machine's."""

# ruff: noqa: INP001 - Alembic reads steps from files, not from a package

from alembic import op

from ahlaf.store.migrations import statements

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Let a claim say by which decision it was added."""
    for statement in statements(revision, op.get_bind().dialect.name):
        op.execute(statement)
