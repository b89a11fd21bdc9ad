"""Which model is asked, where, how fast and for how much; checked once, before anything is asked."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from ahlaf.errors import CoderSettings

OPENAI: Final = "https://api.openai.com/v1"
_OPENAI_HOST: Final = "api.openai.com"
KEY: Final = "AHLAF_LLM_KEY"
"""The environment variable with the key; no setting holds one, so none can be written down or logged."""
OPENAI_KEY: Final = "OPENAI_API_KEY"
"""Counts for OpenAI's own endpoint only: a key in the environment must not wander off to another server."""
NO_KEY: Final = "none"
"""What a server that wants no key is sent."""


def cache_folder() -> Path:
    """Where answers are kept unless somebody says otherwise: beside other programs' caches."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(base) if base else Path.home() / ".cache") / "ahlaf" / "llm"


@dataclass(frozen=True, slots=True)
class Settings:
    """How a language model is asked.

    Raises:
        CoderSettings: a setting can't be; says which, and what it may be.
    """

    model: str
    endpoint: str = OPENAI
    """The base address of an OpenAI-compatible server, with its ``/v1``."""
    price_in: float = 0.0
    """What a million tokens of a question cost, in any currency."""
    price_out: float = 0.0
    """What a million tokens of an answer cost, in the same."""
    budget: float | None = None
    """The most that one run may spend; needs prices."""
    connections: int = 4
    context: int = 16_384
    """Tokens that the model takes, question and answer together."""
    answer: int = 4_096
    """The most tokens of one answer."""
    piece: int = 6_000
    """The most letters of a document that are asked about at once; longer ones are cut at sentence ends."""
    overlap: int = 400
    """Letters, in whole sentences, that a piece repeats from the one before it."""
    connect_timeout: float = 10.0
    timeout: float = 300.0
    """Seconds that one answer may take, from the question to its last letter."""
    attempts: int = 6
    """How often a question is put to a server that is busy, breaks or drops the line."""
    pause: float = 1.0
    """Seconds before the second attempt; each later one waits twice as long, to at most a minute."""
    cache: Path = field(default_factory=cache_folder)
    key_name: str = ""
    """The environment variable that holds the key, where it is neither of the usual ones."""
    ask_again: bool = False
    """Whether answers that were of no use are asked for anew; else they are remembered as such, for they were paid."""
    offline: bool = False
    """Whether only answers from earlier count, and no server is asked."""

    def __post_init__(self) -> None:
        if not self.model.strip() or not self.model.isprintable():
            raise CoderSettings("no model is named: give the name that the server knows, like --model qwen2.5:14b")
        _check_endpoint(self.endpoint)
        for name, low, high in _LIMITS:
            value = getattr(self, name)
            if not (math.isfinite(value) and low <= value <= high):
                raise CoderSettings(f"{name} is {value:g}, it must lie between {low:g} and {high:g}")
        if self.budget is not None:
            if not (math.isfinite(self.budget) and self.budget >= 0):
                raise CoderSettings(f"the budget is {self.budget:g}, it must be 0 or more")
            if self.price_in == self.price_out == 0:
                raise CoderSettings("a budget needs prices: say what a million tokens cost, of a question and of an answer")
        if self.overlap * 2 > self.piece:
            raise CoderSettings(f"overlap is {self.overlap}, it must be at most half of piece ({self.piece})")

    @property
    def host(self) -> str:
        """The server's name, for people."""
        return urlsplit(self.endpoint).hostname or ""

    def key(self) -> str:
        """The key to be sent, from the environment; a word that means nothing where there is none.

        Raises:
            CoderSettings: a key is needed and not there, or is none.
        """
        names = (self.key_name,) if self.key_name else (KEY, OPENAI_KEY) if self.host == _OPENAI_HOST else (KEY,)
        name, own = next(((n, v) for n in names if (v := os.environ.get(n, "").strip())), ("", ""))
        if not own and (self.key_name or self.host == _OPENAI_HOST):
            raise CoderSettings(f"{self.host} wants a key, and there is none in the environment: put it into {' or '.join(names)}")
        if own and not (own.isascii() and own.isprintable()):
            raise CoderSettings(f"what stands in {name} holds characters that no key has: copy it again")
        return own or NO_KEY


_LIMITS: Final = (
    ("price_in", 0, 1e9),
    ("price_out", 0, 1e9),
    ("connections", 1, 256),
    ("context", 1_024, 100_000_000),
    ("answer", 64, 1_000_000),
    ("piece", 200, 1_000_000),
    ("overlap", 0, 100_000),
    ("connect_timeout", 0.01, 3_600),
    ("timeout", 0.01, 86_400),
    ("attempts", 1, 100),
    ("pause", 0, 60),
)


def _check_endpoint(endpoint: str) -> None:
    try:
        parts = urlsplit(endpoint)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    if not sound or not endpoint.isprintable() or " " in endpoint:
        raise CoderSettings("the endpoint is no address: it should be like http://localhost:11434/v1")
    if parts.username is not None or parts.password is not None:
        raise CoderSettings(f"the endpoint holds a name or password: leave it out and put the key into the environment as {KEY}")
    if parts.query or parts.fragment:
        raise CoderSettings("the endpoint holds a ? or #: give the base address alone, like http://localhost:11434/v1")
