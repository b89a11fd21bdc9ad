"""Documents, codings, claims, actors and decisions."""

# ruff: noqa: INP001 - Alembic reads steps from files, not from a package

from alembic import op

from ahlaf.store.migrations import statements

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    for statement in statements(revision, op.get_bind().dialect.name):
        op.execute(statement)
