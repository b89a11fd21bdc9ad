"""Several coders may read a document side by side."""

# ruff: noqa: INP001 - Alembic reads steps from files, not from a package

from alembic import op

from ahlaf.store.migrations import statements

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Let a claim say which coders found it, and what they read otherwise."""
    for statement in statements(revision, op.get_bind().dialect.name):
        op.execute(statement)
