"""A claim may be told as news: those of earlier codings are not, until their documents are coded again."""

# ruff: noqa: INP001 - Alembic reads steps from files, not from a package

from alembic import op

from ahlaf.store.migrations import statements

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Let a claim say that its event is told as news."""
    for statement in statements(revision, op.get_bind().dialect.name):
        op.execute(statement)
