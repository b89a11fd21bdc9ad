"""Which coder is meant, and the making of it: where the rule book, a language model and what a user chose meet.

Nothing of a language model is imported, and no server is asked, unless it is chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ahlaf.coding.both import Both
from ahlaf.coding.coders import Coder
from ahlaf.errors import CoderSettings
from ahlaf.model import Document
from ahlaf.usecases import Reader

if TYPE_CHECKING:
    from ahlaf.coding.llm.budget import Estimate
    from ahlaf.coding.llm.coder import LanguageModel
    from ahlaf.coding.llm.settings import Settings

Name = Literal["rules", "llm", "both"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A coder as it was chosen."""

    name: Name
    reader: Reader
    """The rule book: for ``rules`` and ``both`` it reads, for ``llm`` it says who the actors are."""
    settings: Settings | None = None
    """Of the language model; ``rules`` has none."""


@contextmanager
def coder(choice: Choice) -> Iterator[Coder]:
    """The coder that is meant, for as long as it is wanted: a language model holds connections and its answers' file.

    Raises:
        CoderSettings: what it needs is not installed, or its answers' file can't be used.
        LexiconError: a row of a rule book is wrong.
    """
    if choice.name == "rules":
        yield choice.reader.coder
        return
    with _model(choice) as model:
        yield model if choice.name == "llm" else Both(choice.reader.coder, model)


def estimate(choice: Choice, documents: Iterable[Document]) -> Estimate:
    """What the language model would be asked about some documents, and what that would cost; nothing is asked."""
    from ahlaf.coding.llm.budget import Estimate  # noqa: PLC0415 - read by whoever asks for it

    with _model(choice) as model:
        return sum((model.estimate(document) for document in documents), Estimate())


def _model(choice: Choice) -> LanguageModel:
    from ahlaf import __version__  # noqa: PLC0415 - as above
    from ahlaf.coding.llm.coder import LanguageModel  # noqa: PLC0415

    if choice.settings is None:
        raise CoderSettings(f"--coder {choice.name} has no settings: name the model")
    return LanguageModel(choice.settings, choice.reader.analyser, __version__)
