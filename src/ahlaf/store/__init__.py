"""Projects: documents, codings, claims, actors and people's decisions, kept so that nothing is lost.

:class:`Project` is the door; read :mod:`.schema` for what is kept, :mod:`.engine` for how writers and readers
live together, :mod:`.reviews` and :mod:`.book` for what decisions mean.
"""

from ahlaf.model import Document
from ahlaf.store.book import spoken
from ahlaf.store.errors import (
    NewerProject,
    NoSuch,
    NotAProject,
    ProjectBusy,
    ProjectError,
    ProjectExists,
    ProjectMissing,
)
from ahlaf.store.packing import Prepared, prepare
from ahlaf.store.project import Project
from ahlaf.store.records import (
    MODELS,
    STATUSES,
    VERDICTS,
    Added,
    Agreement,
    Arrival,
    Candidate,
    Coder,
    Decision,
    Finding,
    Hit,
    Kept,
    KeptActor,
    KeptClaim,
    Page,
    Party,
    Passage,
    Placed,
    Printed,
    Profile,
    Review,
    SetAside,
    Shelf,
    Shelved,
    State,
    Tally,
    Whole,
)
from ahlaf.store.wanted import Wanted

__all__ = [
    "MODELS",
    "STATUSES",
    "VERDICTS",
    "Added",
    "Agreement",
    "Arrival",
    "Candidate",
    "Coder",
    "Decision",
    "Document",
    "Finding",
    "Hit",
    "Kept",
    "KeptActor",
    "KeptClaim",
    "NewerProject",
    "NoSuch",
    "NotAProject",
    "Page",
    "Party",
    "Passage",
    "Placed",
    "Prepared",
    "Printed",
    "Profile",
    "Project",
    "ProjectBusy",
    "ProjectError",
    "ProjectExists",
    "ProjectMissing",
    "Review",
    "SetAside",
    "Shelf",
    "Shelved",
    "State",
    "Tally",
    "Wanted",
    "Whole",
    "prepare",
    "spoken",
]
