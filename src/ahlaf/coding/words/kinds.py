"""Kinds of phrases, of actors and of relations that many rooms ask for, each lot by one name."""

from __future__ import annotations

from typing import Final

SOMEBODY: Final = frozenset(("name", "person", "organ"))
"""Phrases of one man or one body, by name, title or office, which surely do something or have something done to them."""
SOMEBODY_OR_MANY: Final = SOMEBODY | {"people"}
"""These, and phrases of a people."""
SOMEBODY_OR_NOUN: Final = SOMEBODY | {"nominal"}
"""These, and general nouns: "الحزب", "فصائل"."""
ANYBODY: Final = SOMEBODY | {"people", "nominal"}
"""All phrases that name or describe somebody, and only point to nobody."""
BY_NAME: Final = frozenset(("name", "person"))
"""Phrases with a name of somebody's own."""
THINGS: Final = frozenset(("thing", "act"))
"""Phrases of what is nobody: things, and nouns of deeds."""

FACTIONS: Final = frozenset(("party", "armed-group"))
"""Actors whom men join."""
LEAGUES: Final = FACTIONS | {"alliance"}
"""Actors whom men or states join."""
BODIES: Final = LEAGUES | {"organisation"}
"""Actors that have members or staff and are no part of a state."""
COMMUNITIES: Final = frozenset(("people", "social-group"))
"""Actors that are whoever belongs to them."""

HELP: Final = frozenset(("AID", "SUPPORT"))
"""Relations of deeds that do somebody good."""
STRIKES: Final = frozenset(("ASSAULT", "COERCE"))
"""Relations of deeds that are done by force."""
HARM: Final = STRIKES | {"SANCTION", "EXCLUDE", "OPPOSE"}
"""Relations of deeds that do somebody harm."""
