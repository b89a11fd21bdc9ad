"""What is worked out behind the pages: one thread for each thing, and none that outlives the project.

>>> from threading import Event
>>> behind, begun, go = Behind(), Event(), Event()
>>> behind.begin("picture", lambda: begun.set() or go.wait())
True
>>> begun.wait(), behind.begin("picture", print)
(True, False)
>>> go.set(), behind.close(60), behind.begin("picture", print)
(None, True, False)
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field


@dataclass(slots=True)
class Behind:
    """Threads by what they work out."""

    _threads: dict[str, threading.Thread] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _closed: bool = False

    def begin(self, name: str, work: Callable[[], object]) -> bool:
        """Begin to work something out, unless that is being done or all is closed; whether it was begun.

        What goes wrong is told to whoever asks for the thing itself.
        """

        def quietly() -> None:
            with suppress(Exception):
                work()

        with self._lock:
            if self._closed or (name in self._threads and self._threads[name].is_alive()):
                return False
            self._threads[name] = threading.Thread(target=quietly, name=f"ahlaf-{name}", daemon=True)
            self._threads[name].start()
            return True

    def close(self, wait: float) -> bool:
        """Begin nothing any more and wait for what is at work, so many seconds at most; whether all has ended."""
        with self._lock:
            self._closed = True
            threads = tuple(self._threads.values())
        until = time.monotonic() + wait
        for thread in threads:
            thread.join(max(0.0, until - time.monotonic()))
        return not any(thread.is_alive() for thread in threads)
