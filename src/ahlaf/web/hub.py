"""Live events: what anybody decides, adds or codes is told to every page, whichever process wrote it.

The journal is looked at once a second, and at once after a write of this server's. A page that was away says which
decision it saw last and gets those after it; one that doesn't listen fast enough is cut off and comes again so.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from anyio import to_thread
from sse_starlette import ServerSentEvent

from ahlaf.errors import AhlafError
from ahlaf.store import Decision, Project, State
from ahlaf.web import told

_LOG: Final = logging.getLogger(__name__)
EVERY: Final = 1.0
"""Seconds between looks at the journal."""
BEHIND: Final = 2000
"""Events that a page may be behind."""
_OVERLAP: Final = timedelta(seconds=5)
_STAMP: Final = "%Y-%m-%dT%H:%M:%SZ"
Event = tuple[str, Mapping[str, Any], int | None]


@dataclass(slots=True)
class Hub:
    """Tells every page what happens."""

    project: Project
    pages: set[asyncio.Queue[Event | None]] = field(default_factory=set)
    met: asyncio.Event = field(default_factory=asyncio.Event)
    """Set once a page listens: then it stands."""
    _begun: asyncio.Event = field(default_factory=asyncio.Event)
    """Set once it is known how things stand: what happens before that, no page would be told."""
    _loop: asyncio.AbstractEventLoop | None = None
    _wake: asyncio.Event = field(default_factory=asyncio.Event)
    _state: State | None = None
    _document: int = 0
    _coded: dict[int, str] = field(default_factory=dict)

    # -- telling ----------------------------------------------------------------------------------------

    def tell(self, kind: str, data: Mapping[str, Any], number: int | None = None) -> None:
        """Tell every page; from any thread."""
        self._soon(self._spread, (kind, data, number))

    def _spread(self, event: Event) -> None:
        for page in tuple(self.pages):
            if page.qsize() >= BEHIND:
                self.pages.discard(page)
                page.put_nowait(None)
            else:
                page.put_nowait(event)

    def nudge(self) -> None:
        """Look at the journal now; from any thread."""
        self._soon(self._wake.set)

    def _soon(self, work: Callable[..., object], *given: object) -> None:
        if self._loop is not None:
            with suppress(RuntimeError):  # the server has ended
                self._loop.call_soon_threadsafe(work, *given)

    # -- listening --------------------------------------------------------------------------------------

    async def listen(self, hello: Callable[[], list[Event]], last: int | None) -> AsyncIterator[ServerSentEvent]:
        """The events for a page: how things stand, what it missed, and then whatever happens."""
        mine: asyncio.Queue[Event | None] = asyncio.Queue()
        self.met.set()
        await self._begun.wait()
        self.pages.add(mine)
        try:
            for event in await to_thread.run_sync(hello):
                yield sent(event)
            if last is not None:
                for event in await to_thread.run_sync(self._missed, last):
                    yield sent(event)
            while (found := await mine.get()) is not None:
                yield sent(found)
        finally:
            self.pages.discard(mine)

    def _missed(self, last: int) -> list[Event]:
        return [self._event(d) for d in self.project.decisions_after(last)]

    # -- looking ----------------------------------------------------------------------------------------

    async def watch(self) -> None:
        """Look for what changed, for as long as the server stands."""
        self._loop = asyncio.get_running_loop()
        while not self._begun.is_set():
            try:
                await to_thread.run_sync(self._begin)
                self._begun.set()
            except Exception as error:  # noqa: BLE001 - somebody keeps the project busy, or its disk is away for a while
                _note(error)
                await asyncio.sleep(EVERY)
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), EVERY)
            self._wake.clear()
            try:
                for event in await to_thread.run_sync(self._look):
                    self._spread(event)
            except Exception as error:  # noqa: BLE001 - the next look sees it all
                _note(error)

    def _begin(self) -> None:
        """See how things stand."""
        self._state = self.project.state()
        self._document = self.project.last_document()
        self._coded = self._coded_before()

    def _coded_before(self) -> dict[int, str]:
        """What was coded just before this server stood: nobody needs to be told."""
        now = datetime.now(UTC)
        return dict.fromkeys(self.project.coded_since((now - _OVERLAP).strftime(_STAMP)), now.strftime(_STAMP))

    def _look(self) -> list[Event]:
        """What happened since the last look."""
        now = self.project.state()
        last = self._state or now
        if now == last:
            return []
        found: list[Event] = []
        number = last.decision
        while number < now.decision and (some := self.project.decisions_after(number)):
            number = some[-1].id
            found += [self._event(d) for d in some]
        if now.coding != last.coding:
            found += self._documents()
        self._state = State(max(number, last.decision), now.coding)
        return found

    def _documents(self) -> list[Event]:
        """Documents that came, and that were coded."""
        came = self.project.documents_after(self._document)
        if came:
            self._document = came[-1]
        since = (datetime.now(UTC) - _OVERLAP).strftime(_STAMP)
        coded = [n for n in self.project.coded_since(since) if n not in self._coded]
        self._coded = {n: at for n, at in self._coded.items() if at >= since}
        now = datetime.now(UTC).strftime(_STAMP)
        self._coded |= dict.fromkeys(coded, now)
        events: list[Event] = [("document", {"number": n, "state": "waiting"}, None) for n in came if n not in self._coded]
        return events + [("document", {"number": n, "state": "coded"}, None) for n in sorted(coded)]

    def _event(self, made: Decision) -> Event:
        """A decision as an event. An undoing tells of what it concerns in the end."""
        root, seen = made, 0
        while root.undoes is not None and seen < 100:
            root, seen = self.project.decision(root.undoes), seen + 1
        record = told.decision(made)
        data = {
            "number": made.id,
            "kind": made.kind,
            "who": made.who,
            "at": made.at,
            "claim": root.claim,
            "actor": root.actor,
            "document": root.document,
            "verdict": "undo" if made.undoes is not None else record.verdict,
            "undoes": made.undoes,
            "undone": record.undone,
        }
        return "decision", data, made.id


def _note(error: Exception) -> None:
    """Keep in the log what kept the journal from being looked at, unless it is what a project says when it is busy.

    Whatever it was, it must not end the watch: no page would be told anything from then on, nor greeted.
    """
    if not isinstance(error, AhlafError):
        _LOG.warning("the journal can't be looked at now", exc_info=error)


def sent(event: Event) -> ServerSentEvent:
    """An event as it goes over the line."""
    kind, data, number = event
    return ServerSentEvent(json.dumps(data, ensure_ascii=False), event=kind, id=None if number is None else str(number))
