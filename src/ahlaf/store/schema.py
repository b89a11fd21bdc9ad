"""The tables of a project, as they are now. ``migrations/`` says how they came to be; a test holds the two together.

::

    decision ─┬─ document ─┬─ document_text      a text as it came, never altered
              │            ├─ sighting           each place it was found at
              │            ├─ band               for finding near copies
              │            └─ coding ── claim    what a coder said, and how it stands after all decisions
              └─ actor                           as coded and as decided
    set_aside                                    what was refused, and why

``coding.reading`` holds the machine's whole answer, packed; a claim's row is flat, for asking, and stands as
decided. ``claim.added`` is the decision by which a person added it; the machine's have none. ``claim.coders`` are those
that found it where several read side by side, ``claim.differs`` what they read otherwise; ``claim.reported`` says that
its event is told as news. The words of documents and of evidence are indexed by each database's own means (migration 0002).
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata: Final = MetaData()
_SORTED: Final = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that is compared letter by letter on either database."""

decision: Final = Table(
    "decision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("document", Integer),
    Column("claim", Integer),
    Column("actor", Text),
    Column("content", Text, nullable=False),
    Column("seen", Text),
    Column("undoes", Integer, ForeignKey("decision.id")),
    Column("active", Boolean, nullable=False),
    Index("decision_document", "document"),
    Index("decision_claim", "claim"),
    Index("decision_kind", "kind", "active"),
    sqlite_autoincrement=True,
)

document: Final = Table(
    "document",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("title", Text),
    Column("author", Text),
    Column("outlet", Text),
    Column("date", _SORTED),
    Column("url", Text),
    Column("language", Text),
    Column("text_sha256", Text, nullable=False),
    Column("length", Integer, nullable=False),
    Column("family", Integer, nullable=False),
    Column("signature", LargeBinary),
    Column("batch", Integer, ForeignKey("decision.id"), nullable=False),
    Column("hidden", Boolean, nullable=False),
    UniqueConstraint("text_sha256", name="document_text_once"),
    Index("document_family", "family"),
    Index("document_batch", "batch"),
    sqlite_autoincrement=True,
)

document_text: Final = Table(
    "document_text",
    metadata,
    Column("document", Integer, ForeignKey("document.id"), primary_key=True),
    Column("text", Text, nullable=False),
)

sighting: Final = Table(
    "sighting",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document", Integer, ForeignKey("document.id"), nullable=False),
    Column("origin", Text, nullable=False),
    Column("raw_sha256", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("at", Text, nullable=False),
    UniqueConstraint("document", "origin", "raw_sha256", name="sighting_once"),
    Index("sighting_raw", "raw_sha256"),
)

band: Final = Table(
    "band",
    metadata,
    Column("hash", BigInteger, primary_key=True),
    Column("document", Integer, ForeignKey("document.id"), primary_key=True),
    sqlite_with_rowid=False,
)

coding: Final = Table(
    "coding",
    metadata,
    Column("document", Integer, ForeignKey("document.id"), primary_key=True),
    Column("coder", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("error", Text),
    Column("reading", LargeBinary),
)

claim: Final = Table(
    "claim",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document", Integer, ForeignKey("document.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("source", _SORTED),
    Column("source_coded", _SORTED),
    Column("source_words", Text),
    Column("target", _SORTED),
    Column("target_coded", _SORTED),
    Column("target_words", Text),
    Column("voice", _SORTED),
    Column("voice_coded", _SORTED),
    Column("voice_words", Text),
    Column("relation", Text, nullable=False),
    Column("sign", Integer, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("modality", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("time", Text),
    Column("place", Text),
    Column("number_said", Text),
    Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    Column("evidence_start", Integer, nullable=False),
    Column("evidence_end", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("credence", Float, nullable=False),
    Column("rule", Text, nullable=False),
    Column("coders", Text),
    Column("differs", Text),
    Column("reported", Boolean, nullable=False, server_default=text("FALSE")),
    Column("status", Text, nullable=False),
    Column("date", _SORTED),
    Column("hidden", Boolean, nullable=False),
    Column("added", Integer, ForeignKey("decision.id")),
    UniqueConstraint("document", "number", name="claim_once"),
    Index("claim_date", "date"),
    Index("claim_source", "source", "date"),
    Index("claim_target", "target", "date"),
    Index("claim_voice", "voice", "date"),
    Index("claim_relation", "relation", "date"),
    Index("claim_status", "status", "date"),
    Index("claim_standing", "status", "hidden"),
    Index("claim_reported", "date", sqlite_where=text("reported"), postgresql_where=text("reported")),
    # Of persons' claims alone: over all, SQLite would look for the machine's claims of a document there, among all of them.
    Index("claim_added", "added", sqlite_where=text("added IS NOT NULL"), postgresql_where=text("added IS NOT NULL")),
    sqlite_autoincrement=True,
)

actor: Final = Table(
    "actor",
    metadata,
    Column("id", _SORTED, primary_key=True),
    Column("name", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("country", Text, nullable=False),
    Column("sector", Text, nullable=False),
    Column("name_fold", Text, nullable=False),
    Column("as_name", Text, nullable=False),
    Column("as_fold", Text, nullable=False),
    Column("as_kind", Text, nullable=False),
    Column("as_country", Text, nullable=False),
    Column("as_sector", Text, nullable=False),
    Column("into", _SORTED),
    Index("actor_fold", "name_fold"),
    Index("actor_as_fold", "as_fold"),
    Index("actor_into", "into"),
)

set_aside: Final = Table(
    "set_aside",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("stage", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("remedy", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("document", Integer),
    UniqueConstraint("stage", "origin", "what", name="set_aside_once"),
)

INFO: Final = Table(
    "project",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
