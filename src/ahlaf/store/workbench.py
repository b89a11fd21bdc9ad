"""What a workbench asks of a project, beside what the command line does: the other half of :class:`.project.Project`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, text

from ahlaf.store import (
    candidates,
    claims,
    codings,
    corrections,
    documents,
    journal,
    library,
    naming,
    persons,
    places,
    profiles,
    removals,
    reviews,
    state,
)
from ahlaf.store.door import Door
from ahlaf.store.errors import ProjectError
from ahlaf.store.records import Decision, Kept, KeptActor, KeptClaim, Page, Placed, Profile, Review, Shelf, Shelved, State, Tally
from ahlaf.store.schema import INFO

T = TypeVar("T")
_SETTINGS: Final = "settings:"
_AFTER: Final = "SELECT id FROM document WHERE id > :n AND NOT hidden ORDER BY id LIMIT :limit"
_CODED_SINCE: Final = "SELECT document FROM coding WHERE at >= :at ORDER BY at DESC, document LIMIT :limit"


class Workbench(Door):
    """Questions and decisions of a page in the browser."""

    # -- what changed -----------------------------------------------------------------------------------

    def state(self) -> State:
        """What tells this state of the project from the next."""
        return self._read(state.now)

    def decisions_after(self, number: int, limit: int = 500) -> list[Decision]:
        """The decisions after one, in order."""
        return self._read(lambda c: journal.after(c, number, limit))

    def journal_page(self, limit: int, offset: int) -> tuple[int, list[Decision]]:
        """How many decisions there are, and a page of them, the newest first."""
        return self._read(lambda c: journal.page(c, limit, offset))

    def added_by(self, numbers: Sequence[int]) -> dict[int, int]:
        """How many documents came by each of some additions."""
        return self._read(lambda c: journal.added(c, numbers))

    def decision(self, number: int) -> Decision:
        """One decision."""
        return self._read(lambda c: journal.get(c, number, self.shown))

    def last_document(self) -> int:
        """The number of the last document, hidden or not."""
        return self._read(lambda c: int(c.execute(text("SELECT MAX(id) FROM document")).scalar_one() or 0))

    def documents_after(self, number: int, limit: int = 500) -> list[int]:
        """The documents after one, in order."""
        return self._read(lambda c: [int(n) for n in c.execute(text(_AFTER), {"n": number, "limit": limit}).scalars()])

    def decisions_on(self, actor: str) -> list[Decision]:
        """The decisions on an actor, and those that lead others to it; the newest first."""
        return self._read(lambda c: journal.on_actor(c, actor))

    def coded_since(self, at: str, limit: int = 500) -> list[int]:
        """The documents coded since a time (UTC, as :func:`.documents.now` writes it), the newest first."""
        return self._read(lambda c: [int(n) for n in c.execute(text(_CODED_SINCE), {"at": at, "limit": limit}).scalars()])

    # -- documents and claims ---------------------------------------------------------------------------

    def shelf(self, wanted: Shelf) -> Page:
        """A page of the documents that are wanted."""
        if (wanted.state and wanted.state not in library.STATES) or wanted.sort.removeprefix("-") not in library.SORTS:
            what = f"documents can't be narrowed to {wanted.state!r} or sorted by {wanted.sort!r}"
            raise ProjectError(self.shown, what, f"state: {', '.join(library.STATES)}; sort: {', '.join(library.SORTS)}")
        return self._read(lambda c: library.listed(c, wanted))

    def outlets_called(self, names: Sequence[str]) -> list[str]:
        """The outlets that go by some names, as their documents write them.

        Raises:
            WrongValue: no document here is from one of them.
        """
        return self._read(lambda c: library.outlets_called(c, names))

    def shelved(self, number: int) -> Shelved:
        """One document as the list has it."""

        def work(connection: Connection) -> Shelved:
            documents.get(connection, number, self.shown)
            return library.shelved(connection, number)

        return self._read(work)

    def openings(self, numbers: Iterable[int]) -> dict[int, str]:
        """The first words of documents, by number: what one without a title is called by."""
        return self._read(lambda c: documents.openings(c, numbers))

    def wrote(self, numbers: Iterable[int]) -> dict[int, str]:
        """Who wrote documents, by number, where that is known."""
        return self._read(lambda c: documents.wrote(c, numbers))

    def called(self, typed: str) -> list[Kept]:
        """The documents with a number or an address as it is typed, hidden or not."""
        return self._read(lambda c: documents.called(c, typed))

    def remove(self, document: int, who: str, note: str = "") -> tuple[int, int]:
        """Leave a document out with its claims, until that is undone; gives the decision, and how many claims went."""
        return self._write(lambda c: removals.remove(c, document, who, note, self.shown))

    def removed(self) -> list[tuple[Decision, Kept]]:
        """The documents that were removed, with the decisions by which they were."""
        return self._read(removals.removed)

    def outlets(self) -> list[tuple[str, int]]:
        """The outlets, the busiest first."""
        return self._read(library.outlets)

    def placed(self, document: int) -> list[Placed]:
        """The claims of a document as they stand, with where their ends stand in it, in the order of their words."""
        return self._read(lambda c: places.of_document(c, document, codings.book(c), self.shown))

    def placed_claim(self, number: int) -> Placed:
        """One claim so."""

        def work(connection: Connection) -> Placed:
            found = claims.get(connection, number, self.shown)
            return places.of_claims(connection, found.document, [found], codings.book(connection), self.shown)[0]

        return self._read(work)

    def placed_claims(self, found: Sequence[KeptClaim]) -> list[Placed]:
        """Some claims so, in the order in which they are given."""

        def work(connection: Connection) -> list[Placed]:
            book = codings.book(connection)
            by_document: dict[int, list[KeptClaim]] = {}
            for one in found:
                by_document.setdefault(one.document, []).append(one)
            made = {
                p.claim.id: p
                for number, some in by_document.items()
                for p in places.of_claims(connection, number, some, book, self.shown)
            }
            return [made[c.id] for c in found]

        return self._read(work)

    def some_claims(self, numbers: Sequence[int]) -> list[KeptClaim]:
        """Claims by their numbers, in that order; those that are not there or hidden are left out."""
        return self._read(lambda c: claims.numbered(c, numbers))

    def surest(self, some: Iterable[str]) -> dict[str, int]:
        """Of each of some actors, the claim on it that is most surely in its text."""
        return self._read(lambda c: candidates.surest(c, some))

    def say(self, document: int, changes: Mapping[str, str], who: str, note: str = "") -> tuple[int, int]:
        """Add a claim that the machine missed; its fields are typed as a correction's (:mod:`.corrections`).

        Gives the numbers of the decision and of the claim.
        """

        def work(connection: Connection) -> tuple[int, int]:
            documents.get(connection, document, self.shown)
            raw = documents.full(connection, document).text
            whole = claims.reading(connection, document, self.shown)
            said = corrections.read(connection, changes, raw, self.shown, whole.mentions if whole else ())
            return persons.add(connection, document, who, note, said, codings.book(connection), self.shown)

        return self._write(work)

    def reviews_of(self, numbers: Sequence[int]) -> dict[int, list[Review]]:
        """The reviews of some claims, undone ones too, by claim."""
        return self._read(lambda c: reviews.of_claims(c, numbers))

    # -- actors -----------------------------------------------------------------------------------------

    def who(self, ids: set[str]) -> dict[str, KeptActor]:
        """Some actors as decided, by id."""
        return self._read(lambda c: profiles.kept(c, ids))

    def everyone(self) -> list[tuple[KeptActor, Tally]]:
        """Every actor with how many claims bind and divide it, the busiest first."""
        return self._read(profiles.everyone)

    def other_names(self) -> dict[str, list[str]]:
        """Whom folded names that are nobody's own mean: by decisions, or as the texts call them (:mod:`.naming`)."""
        return self._read(naming.others)

    def authors(self) -> list[str]:
        """Everyone who wrote a document, by name."""
        return self._read(claims.authors)

    def profile(self, actor: str, unit: profiles.Unit = "year") -> Profile:
        """An actor's page."""
        return self._read(lambda c: profiles.of(c, actor, unit, self.shown))

    # -- settings ---------------------------------------------------------------------------------------

    def settings(self, who: str) -> dict[str, Any]:
        """What a person set; nothing where he never did."""
        return self.remembered(_SETTINGS + who)

    def set_settings(self, who: str, values: Mapping[str, Any]) -> None:
        """Keep what a person set."""
        self.remember(_SETTINGS + who, values)

    def remembered(self, key: str) -> dict[str, Any]:
        """What the project was told to remember under a key; nothing where it was told nothing."""
        asked = {"key": key}
        found = self._read(lambda c: c.execute(text("SELECT value FROM project WHERE key = :key"), asked).scalar_one_or_none())
        return dict(json.loads(found)) if found else {}

    def remember(self, key: str, values: Mapping[str, Any]) -> None:
        """Keep values under a key."""
        told = json.dumps(dict(values), ensure_ascii=False)

        def work(connection: Connection) -> None:
            connection.execute(INFO.delete().where(INFO.c.key == key))
            connection.execute(INFO.insert().values(key=key, value=told))

        self._write(work)
