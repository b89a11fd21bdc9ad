"""The coder in the background: begun and stopped from any page, told to all of them as it goes on."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from ahlaf import projects
from ahlaf.errors import AhlafError
from ahlaf.store import Coder, Project
from ahlaf.web.shapes_done import CodingInfo
from ahlaf.workers import Maker

_MANY: Final = 64
"""Fewer documents than this are coded in this process: starting others costs more than they save."""


@dataclass(slots=True)
class Runner:
    """Codes what waits, one run at a time; what a language model has coded is left as it is."""

    project: Project
    tell: Callable[[CodingInfo], None]
    make: Callable[[], tuple[Coder, Maker]] | None = None
    """Where the rule book is had; the one that the project was coded with where this is not given."""
    workers: int | None = None
    info: CodingInfo = field(default_factory=lambda: CodingInfo(running=False, done=0, total=0, claims=0, refused=0, eta=None))
    _thread: threading.Thread | None = None
    _stop: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _again: bool = False

    def start(self) -> CodingInfo:
        """Begin, unless it is at work: then what has come meanwhile is coded after it."""
        with self._lock:
            if self.info.running:
                self._again = True
                self._stop.clear()  # it was told to stop and has not yet: it goes on
                return self.info
            self._stop.clear()
            self._again = False
            self.info = CodingInfo(running=True, done=0, total=0, claims=0, refused=0, eta=None)
            self._thread = threading.Thread(target=self._run, name="ahlaf-code", daemon=True)
            self._thread.start()
            return self.info

    def stop(self, wait: float = 0.0) -> CodingInfo:
        """Stop after what is at work; it is still written."""
        with self._lock:
            self._again = False
            self._stop.set()
        if wait and self._thread is not None:
            self._thread.join(wait)
        return self.info

    def _run(self) -> None:
        while True:
            error = self._tried()
            with self._lock:  # who starts it now is either heard here, or finds that it runs no more
                if error is None and self._again and not self._stop.is_set():
                    self._again = False
                    continue
                self.info = self.info.model_copy(update={"running": False, "eta": None, "error": error})
                break
        self.tell(self.info)

    def _tried(self) -> str | None:
        """What went wrong, or ``None``."""
        try:
            self._once()
        except AhlafError as wrong:
            return str(wrong)
        except Exception as wrong:  # noqa: BLE001 - a thread has nobody else to tell
            return f"{type(wrong).__name__}: {wrong}"
        return None

    def _once(self) -> None:
        coder, maker = self.make() if self.make is not None else projects.own_rule_book(self.project)
        if self._stop.is_set():
            return  # reading the rule book takes a while, and the project may be closed by now
        before = self.info
        total = self.project.waiting(coder, spare=True)
        began = time.monotonic()

        def watch(so_far: projects.Sum) -> None:
            took = time.monotonic() - began
            left = (total - so_far.done) * took / so_far.done if so_far.done else None
            self.info = CodingInfo(
                running=True,
                done=before.done + so_far.done,
                total=before.done + total,
                claims=before.claims + so_far.claims,
                refused=before.refused + so_far.refused,
                eta=None if left is None else round(max(0.0, left), 1),
            )
            self.tell(self.info)

        watch(projects.Sum())
        workers = self.workers if self.workers is not None or total >= _MANY else 1
        projects.code(self.project, coder, maker, workers=workers, watch=watch, stop=self._stop, spare=True)
