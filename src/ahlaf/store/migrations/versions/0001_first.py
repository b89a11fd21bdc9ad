"""Documents, codings, claims, actors and decisions."""

from alembic import op
from ahlaf.store.migrations import statements

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    for statement in statements(revision, op.get_bind().dialect.name):
        op.execute(statement)
