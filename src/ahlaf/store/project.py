"""A project: everything that is kept, behind one door.

>>> from ahlaf.store import Arrival, Document, Project
>>> import tempfile, pathlib
>>> folder = tempfile.TemporaryDirectory()
>>> project = Project.create(pathlib.Path(folder.name) / "study.ahlaf")
>>> batch = project.begin("anna")
>>> texts = Document("دعمت تركيا التنظيم"), Document("دعمت تركيا  التنظيم")
>>> [a.new for a in project.add(batch, [Arrival(texts[0], "a.txt"), Arrival(texts[1], "b.txt")])]
[True, False]
>>> [hit.document.name for hit in project.search("وتركيا")]
['a.txt']
>>> list(project.doctor()), folder.cleanup()
([], None)

Every method is one transaction: it is done, or nothing is. Methods that read may be called by many at once and
see one state; methods that write wait for one another (:mod:`.engine`). A project may be used from several
threads and processes; after a fork, each process opens its own.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from ahlaf.errors import InputError
from ahlaf.model import Document, Reading
from ahlaf.store import (
    actors,
    agreement,
    candidates,
    claims,
    codings,
    corrections,
    counts,
    decided,
    doctor,
    documents,
    journal,
    persons,
    removals,
    reviews,
    search,
    ties,
)
from ahlaf.store.book import Book
from ahlaf.store.packing import Prepared
from ahlaf.store.records import (
    NOTHING,
    ActorKind,
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
    Review,
    SetAside,
    Undone,
    Verdict,
    Whole,
)
from ahlaf.store.schema import set_aside
from ahlaf.store.wanted import Wanted
from ahlaf.store.workbench import Workbench


class Project(Workbench):
    """Documents, codings, claims, actors and decisions, kept together."""

    # -- documents --------------------------------------------------------------------------------------

    def begin(self, who: str, note: str = "") -> int:
        """Begin a batch of additions: one decision, so that it can be undone as one."""
        return self._write(lambda c: journal.write(c, "add", who, note=note))

    def add(self, batch: int, arrivals: Sequence[Arrival]) -> list[Added]:
        """Add documents to a batch: all of them, or none.

        Raises:
            EncodingError: one holds what no database can keep; :meth:`refuse` it and add the others (:mod:`.keepable`).
        """
        incoming = [documents.prepare(a) for a in arrivals]
        return self._write(lambda c: documents.add(c, batch, incoming))

    def refuse(self, stage: str, refused: Sequence[InputError], number: int | None = None) -> None:
        """Set inputs aside with their reasons."""

        def work(connection: Connection) -> None:
            for error in refused:
                documents.refuse(connection, stage, error.where, error, number)

        self._write(work)

    def set_aside(self) -> list[SetAside]:
        """What was refused, and why."""
        return self._read(lambda c: [SetAside(**r) for r in c.execute(select(set_aside).order_by(set_aside.c.id)).mappings()])

    def documents(self) -> Iterator[Kept]:
        """Every document that counts, in the order they came."""
        return self._stream(documents.every)

    def document(self, number: int) -> Kept:
        """One document, without its text."""
        return self._read(lambda c: documents.get(c, number, self.shown))

    def text(self, number: int) -> Document:
        """One document with its text, as it came."""

        def work(connection: Connection) -> Document:
            documents.get(connection, number, self.shown)
            return documents.full(connection, number)

        return self._read(work)

    def sightings(self, number: int) -> list[dict[str, Any]]:
        """Where a document was seen."""
        return self._read(lambda c: documents.sightings(c, number))

    # -- coding -----------------------------------------------------------------------------------------

    def waiting(self, coder: Coder, spare: bool = False) -> int:
        """How many documents a coder has still to code; with ``spare``, what a language model coded stays."""
        return self._read(lambda c: codings.waiting(c, coder, spare))

    def next_waiting(self, coder: Coder, after: int, limit: int, spare: bool = False) -> list[Document]:
        """The next documents to code, after a number."""
        return self._read(lambda c: [documents.full(c, n) for n in codings.next_waiting(c, coder, after, limit, spare)])

    def code(self, coder: Coder, prepared: Sequence[Prepared]) -> int:
        """Keep codings; gives how many were new."""

        def work(connection: Connection) -> int:
            for one in prepared:
                if one.error:
                    documents.refuse(connection, "code", f"document {one.document}", RuntimeError(one.error), one.document)
            return codings.write(connection, coder, prepared)

        return self._write(work)

    def reading(self, number: int) -> Reading | None:
        """What the coder said of a document, whole."""
        return self._read(lambda c: claims.reading(c, number, self.shown))

    def readings(self, once: bool = False, only: Container[int] | None = None) -> Iterator[Reading]:
        """Every coded document's reading as it stands after all decisions: what networks and exports are made of.

        With ``only`` those that hold one of these claims, and no other claims.
        """
        return self._stream(lambda c: decided.readings(c, once, only=only))

    # -- claims and reviews -----------------------------------------------------------------------------

    def claims(self, wanted: Wanted | None = None) -> Iterator[KeptClaim]:
        """Claims as they stand."""
        return self._stream(lambda c: claims.find(c, wanted or Wanted()))

    def whole_claims(self, wanted: Wanted | None = None, only: Container[int] | None = None) -> Iterator[Whole]:
        """The same with all that their coder said of them, and their documents: what a table for publication is made of.

        With ``only`` of these claims alone, by number.
        """
        return self._stream(
            lambda c: decided.whole(c, (found for found in claims.find(c, wanted or Wanted()) if only is None or found.id in only))
        )

    def ties(self) -> Iterator[ties.Tie]:
        """Every claim as it stands, as a network takes it: a third of the time of :meth:`claims`."""
        return self._stream(ties.every)

    def count(self, wanted: Wanted | None = None) -> int:
        """How many claims are wanted."""
        return self._read(lambda c: claims.count(c, wanted or Wanted()))

    def claim(self, number: int) -> KeptClaim:
        """One claim as it stands."""
        return self._read(lambda c: claims.get(c, number, self.shown))

    def review(self, number: int, verdict: Verdict, who: str, note: str = "", changes: Mapping[str, str] = NOTHING) -> int:
        """Decide on a claim; a correction says what it changes (:mod:`.corrections`)."""

        def work(connection: Connection) -> int:
            typed: dict[str, Any] = {}
            if changes:
                place = claims.get(connection, number, self.shown)
                whole = claims.reading(connection, place.document, self.shown)
                raw = documents.full(connection, place.document).text
                typed = corrections.read(connection, changes, raw, self.shown, whole.mentions if whole else ())
            return reviews.write(connection, number, verdict, who, note, typed, codings.book(connection), self.shown)

        return self._write(work)

    def reviews(self, number: int | None = None, orphans: bool = False) -> list[Review]:
        """Reviews of a claim, all reviews, or those that found no claim in the last coding."""
        if orphans:
            return self._read(reviews.orphans)
        return self._read(reviews.every if number is None else lambda c: reviews.of_claim(c, number))

    def queue(self, who: str, order: str = "doubt", limit: int = 20, skip: Sequence[int] = ()) -> list[KeptClaim]:
        """What a coder should look at next: by ``doubt`` or by ``weight``."""
        return self._read(lambda c: [claims.get(c, n, self.shown) for n in reviews.queue(c, who, order, limit, skip)])

    def agreement(self, field: str = "relation", machine: bool = False) -> Agreement:
        """How far coders agree."""
        return self._read(lambda c: agreement.measure(c, field, machine))

    # -- actors -----------------------------------------------------------------------------------------

    def actors(self, limit: int | None = None, merged: bool = False) -> list[KeptActor]:
        """Actors by how many ends of claims they are."""
        return self._read(lambda c: actors.listed(c, limit, merged))

    def decide(self, kind: ActorKind, actor: str, who: str, content: Mapping[str, Any], note: str = "") -> int:
        """Decide on an actor."""
        return self._write(lambda c: actors.decide(c, kind, who, actor, content, note, self.shown))

    def candidates(self, limit: int = 20) -> list[Candidate]:
        """Actors that may be one, with reasons."""
        return self._read(lambda c: candidates.offered(c, limit))

    def book(self) -> Book:
        """The decisions on actors that count: for whoever reads new text in this project's light."""
        return self._read(codings.book)

    # -- the journal, search, health --------------------------------------------------------------------

    def undo(self, who: str, number: int | None = None, note: str = "") -> Undone:
        """Undo a decision by its number, or one's own last that is no addition or removal."""

        def work(connection: Connection) -> Undone:
            made, root = journal.undo(connection, who, number, note, self.shown)
            gone = (0, 0)
            if root.kind in journal.ON_ACTORS:
                actors.undone(connection, root)
            elif root.kind in journal.ON_CLAIMS and root.claim is not None and root.document is not None:
                reviews.settle(connection, root.document, [root.claim], codings.book(connection))
            elif root.kind == journal.CLAIM and root.document is not None and root.claim is not None:
                persons.hide(connection, root.id, hidden=not root.active)
                reviews.settle(connection, root.document, [root.claim], codings.book(connection))
            elif root.kind in (journal.ADD, documents.REMOVE):
                gone = removals.of_decision(connection, root)
            return Undone(made.id, made.undoes or root.id, root, *gone)

        return self._write(work)

    def journal(self, last: int | None = None) -> list[Decision]:
        """Decisions in order, or the last so many, the newest first."""
        return self._read(lambda c: list(journal.every(c, last=last)))

    def search(self, query: str, limit: int = 20, offset: int = 0, once: bool = False) -> list[Hit]:
        """Documents that hold what is asked, as people type it."""
        return self._read(lambda c: search.search(c, query, limit, offset, once))

    def counts(self) -> dict[str, Any]:
        """Numbers for `ahlaf status`."""
        return self._read(counts.of)

    def doctor(self) -> Iterator[Finding]:
        """What is wrong, and what a person should know."""
        return self._stream(doctor.examine)

    def repair(self) -> list[str]:
        """Make what is derived anew."""
        return self._write(doctor.repair)
