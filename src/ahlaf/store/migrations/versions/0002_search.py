"""Indexes over the folded words of documents and of evidence, filled from what is there."""

# ruff: noqa: INP001 - Alembic reads steps from files, not from a package

from alembic import op
from sqlalchemy import text

from ahlaf.store.folding import words
from ahlaf.store.migrations import statements
from ahlaf.store.search import INDEX

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the indexes and fill them, document by document."""
    bind = op.get_bind()
    for statement in statements(revision, bind.dialect.name):
        op.execute(text(statement.replace(":", "\\:")))
    found = bind.execute(text("SELECT document FROM document_text ORDER BY document")).scalars().all()
    for number in found:
        raw = bind.execute(text("SELECT text FROM document_text WHERE document = :d"), {"d": number}).scalar_one()
        bind.execute(text(INDEX[bind.dialect.name]), {"document": number, "words": words(raw)})
