"""What can go wrong with a project.

::

    AhlafError
    └── ProjectError          a project can't do what was asked
        ├── ProjectMissing    nothing is there
        ├── ProjectExists     something is there already
        ├── NotAProject       something is there, but no project of Ahlaf
        ├── NewerProject      written by a newer Ahlaf
        ├── ProjectBusy       others kept on writing for longer than we wait
        └── NoSuch            no document, claim, actor or decision is called so
"""

from __future__ import annotations

from ahlaf.errors import AhlafError


class ProjectError(AhlafError):
    """A project can't do what was asked of it: where, what, and what to do."""

    def __init__(self, where: str, what: str, remedy: str = "") -> None:
        self.where = where
        self.what = what
        self.remedy = remedy
        super().__init__(f"{where}: {what}" + (f" ({remedy})" if remedy else ""))


class ProjectMissing(ProjectError):
    """There is no such file, or no such database."""


class ProjectExists(ProjectError):
    """A new project would overwrite something."""


class NotAProject(ProjectError):
    """A file or database that Ahlaf did not make."""


class NewerProject(ProjectError):
    """The project was written by a newer Ahlaf and is left alone."""


class ProjectBusy(ProjectError):
    """Somebody else kept writing; nothing of ours was written."""


class NoSuch(ProjectError):
    """No document, claim, actor or decision is called so."""
