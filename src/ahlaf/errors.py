"""What can go wrong, as a tree.

::

    AhlafError
    ├── InputError            a document can't be read (says which, and what to do)
    │   ├── EmptyInput        nothing in it
    │   ├── BinaryInput       not text at all
    │   ├── EncodingError     text, but in no encoding that we know
    │   ├── NotArabic         text, but hardly any Arabic in it
    │   ├── InputTooLarge     larger than a document may be
    │   ├── InputGone         it was there when listed and is not any more
    │   └── NotFetched        an address can't be fetched, or may not be
    ├── LexiconError          a row or rule of the rule book is wrong (file, line, remedy)
    ├── WrongValue            a value that was given is none that there can be (says which there are); a ValueError too
    ├── NotInstalled          an optional library is missing (says how to get it); an ImportError too
    ├── ClaimNotFound         no claim with that number in this reading
    ├── CoderError            a language model can't be asked, or gives nothing that can be used
    │   ├── NoAnswer          for this one document; others may go well
    │   └── CoderStopped      for every document: nothing more is asked
    │       ├── CoderSettings     a setting is wrong, or the extra is not installed
    │       ├── ServerRefuses     the server is not there, or does not know the key or the model
    │       └── BudgetSpent       the next question could cost more than is left
    ├── NetworkError          a network can't be built or asked as wished
    └── ProjectError          a project can't do what was asked (drawn in ahlaf.store.errors)

Every message says what is wrong, where, and what to do about it.
"""

from __future__ import annotations


class AhlafError(Exception):
    """The root of the tree: catch this to catch everything that Ahlaf raises on purpose."""

    where: str = ""
    """What it is about: a document, a project; empty where it is about nothing in particular, or where the message alone says it."""
    what: str = ""
    """What is wrong with that; empty where the message alone says it."""


class InputError(AhlafError):
    """A document can't be read. ``where`` names it; the rest of a batch is read all the same."""

    def __init__(self, where: str, what: str, remedy: str = "") -> None:
        self.where, self.what, self.remedy = (_writable(told) for told in (where, what, remedy))
        super().__init__(f"{self.where}: {self.what}" + (f" ({self.remedy})" if remedy else ""))


def _writable(told: str) -> str:
    """What can be told anywhere: a name that is wrong itself must not break the answer that says so."""
    return told.replace("\x00", "\ufffd").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class EmptyInput(InputError):
    """The document has no text in it."""


class BinaryInput(InputError):
    """The document is not text."""


class EncodingError(InputError):
    """The bytes are text in no encoding that Ahlaf tells apart."""


class NotArabic(InputError):
    """The text holds hardly any Arabic letters."""


class InputTooLarge(InputError):
    """The document is larger than what can be read in one piece."""


class InputGone(InputError):
    """The file vanished, or may not be opened."""


class NotFetched(InputError):
    """An address can't be fetched, or may not be: it leads inside a network, or nobody asked for it."""


class LexiconError(AhlafError):
    """A row of a table or a rule is wrong."""

    def __init__(self, file: str, line: int, what: str, remedy: str = "") -> None:
        self.file = file
        self.line = line
        self.what = what
        self.remedy = remedy
        where = f"{file}:{line}" if line else file  # a whole folder has no line
        super().__init__(f"{where}: {what}" + (f" ({remedy})" if remedy else ""))


class WrongValue(AhlafError, ValueError):
    """A value that was given is none that there can be."""


class NotInstalled(AhlafError, ImportError):
    """A library that a user may do without is not there. ``library`` names it as pip knows it."""

    def __init__(self, what: str, library: str) -> None:
        self.library = library
        super().__init__(f"{what} needs {library}, which is not installed: pip install {library}")


class ClaimNotFound(AhlafError):
    """There is no claim with that number in the reading."""


class CoderError(AhlafError):
    """A language model can't be asked, or gives nothing that can be used."""


class NoAnswer(CoderError):
    """There is no usable answer for one document; others may go well."""


class CoderStopped(CoderError):
    """No further document can be coded: nothing more is asked. What was answered is kept."""


class CoderSettings(CoderStopped):
    """A setting is wrong, or what it needs is not installed."""


class ServerRefuses(CoderStopped):
    """The server is not there, or does not know the key or the model."""


class BudgetSpent(CoderStopped):
    """The next question could cost more than is left of the budget."""


class NetworkError(AhlafError):
    """A network can't be built, or can't be asked what was asked of it."""
