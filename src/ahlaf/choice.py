"""Which coder is meant, and the making of it: where the rule book, a language model and what a user chose meet.

Nothing of a language model is imported, and no server is asked, unless it is chosen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ahlaf.coding.coders import Coder
from ahlaf.errors import CoderSettings
from ahlaf.model import Document
from ahlaf.usecases import Reader

if TYPE_CHECKING:
    from ahlaf.coding.llm.budget import Estimate
    from ahlaf.coding.llm.coder import LLM
    from ahlaf.coding.llm.settings import Settings

Name = Literal["rules", "llm", "both"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A coder as it was chosen."""

    name: Name = "rules"
    reader: Reader = Reader()
    """The rule book: for ``rules`` and ``both`` it reads, for ``llm`` it says who the actors are."""
    settings: Settings | None = None
    """Of the language model; ``rules`` has none."""


def make(choice: Choice) -> Coder:
    """The coder that is meant.

    Raises:
        CoderSettings: what it needs is not installed, or there is no key.
        LexiconError: a row of a rule book is wrong.
    """
    if choice.name == "rules":
        return choice.reader.coder
    model = _model(choice)
    if choice.name == "llm":
        return model
    from ahlaf.coding.both import Both  # noqa: PLC0415 - read by whoever asks for it

    return Both(choice.reader.coder, model)


def estimate(choice: Choice, documents: Iterable[Document]) -> Estimate:
    """What the language model would be asked about some documents, and what that would cost; nothing is asked."""
    return _model(choice).estimate(documents)


def _model(choice: Choice) -> LLM:
    from ahlaf.coding.llm.coder import LLM  # noqa: PLC0415 - as above

    if choice.settings is None:
        raise CoderSettings(f"--coder {choice.name} has no settings: name the model")
    return LLM(choice.settings, choice.reader.analyser)
