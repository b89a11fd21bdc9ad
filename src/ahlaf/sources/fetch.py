"""Addresses that the user asked to fetch → documents.

Whoever writes an address, or answers at one, may be hostile: the machine that fetches stands inside a network that
they don't, and must not be made to look around there. So a name is resolved once, every address that it has must be
one of the open internet, and the connection is made to the very address that was looked at (the name goes along for
TLS and as Host). Redirects are followed by hand, each looked at in the same way. The answer is bounded in bytes, packed
and unpacked, and in time, in each wait and in all. Proxies that the environment names are not used: they would resolve
the name anew.

``robots.txt`` is not asked: it speaks to robots that find their own way, and here a person names each page, as in a
browser. Nothing that a page or feed points at is fetched, and one host is asked no more than once a second.
"""

from __future__ import annotations

import contextlib
import http.client
import io
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urljoin, urlsplit

from ahlaf.errors import InputError, InputTooLarge, NotFetched
from ahlaf.sources import about, addresses, formats
from ahlaf.sources.addresses import Ip, Place, public, resolve
from ahlaf.sources.raw import NO_COLUMNS, Budget, Documents, Loaded, Raw, Stream

if TYPE_CHECKING:
    from urllib3 import HTTPResponse

REDIRECTS: Final = 5
_MOVED: Final = (301, 302, 303, 307, 308)
_PIECE: Final = 65_536
_ALONE: Final = ("html", "text", "markdown", "pdf", "docx")
"""Formats of one document a file: its address is the one that was fetched. Entries and rows bring their own."""
_TYPES: Final = {
    "": "",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/xml": "",
    "application/xml": "",
    "application/rss+xml": ".rss",
    "application/rdf+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/json": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/x-jsonlines": ".jsonl",
    "application/x-ndjson": ".jsonl",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
"""What an answer may be, and how its format is called; nothing: told from its first bytes."""
_UNSAID: Final = ("application/octet-stream", "binary/octet-stream")
@dataclass(frozen=True, slots=True)
class Rules:
    """What may be fetched and what it may cost: bytes, and seconds."""

    allowed: Callable[[Ip], bool] = public
    resolve: Callable[[str, int, float], list[Ip]] = resolve
    tls: Callable[[], ssl.SSLContext] = ssl.create_default_context
    limit: int = 20_000_000
    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    pause: float = 1.0
    """Between two requests to one host."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered in the end."""

    data: bytes
    address: str
    ending: str
    """How a file of such content ends; nothing where that was not said."""


def unasked(address: str) -> NotFetched:
    """The error that says how to ask for a fetch."""
    return NotFetched(address, "is an address, and nothing is fetched unasked", "`ahlaf add PROJECT ADDRESS --fetch` fetches it")


@dataclass(slots=True)
class Fetcher:
    """Fetches addresses one by one, under rules."""

    rules: Rules = field(default_factory=Rules)
    _asked: dict[str, float] = field(default_factory=dict)

    def documents(self, address: str, kind: str = "auto", columns: Mapping[str, str] = NO_COLUMNS) -> Documents:
        """The documents at an address, and an error for each that can't be read."""
        try:
            found = self.get(address)
        except InputError as error:
            yield error
            return
        budget = Budget(address)
        name = unquote(urlsplit(found.address).path).rstrip("/").rpartition("/")[2]
        file = f"{name.rpartition('.')[0] or name or 'page'}{found.ending}" if found.ending else ""
        stream = Stream(io.BytesIO(found.data), budget.take)
        raw = Raw(stream, address, address, file, self.rules.limit, budget, formats.documents, formats.FILES, None, kind, columns)
        alone = formats.told(raw).name in _ALONE
        for one in formats.documents(raw):
            if isinstance(one, Loaded) and alone:
                outlet = one.document.outlet or about.domain(found.address)
                yield replace(one, document=replace(one.document, url=found.address, outlet=outlet))
            else:
                yield one

    def get(self, address: str) -> Fetched:
        """What an address answers, redirects followed.

        Raises:
            NotFetched: it can't be fetched, or may not be.
            InputTooLarge: it answers with more than a document may have.
        """
        until = time.monotonic() + self.rules.total
        seen: set[str] = set()
        here = address
        for _ in range(REDIRECTS + 1):
            place = addresses.taken_apart(here, address)
            if place.shown in seen:
                raise NotFetched(address, "leads in a circle of redirects", "give the address of the page itself")
            seen.add(place.shown)
            found = self._ask(place, address, until)
            if isinstance(found, Fetched):
                return found
            here = urljoin(place.shown, found)
        raise NotFetched(address, f"redirects more than {REDIRECTS} times", "give the address of the page itself")

    def _ask(self, place: Place, address: str, until: float) -> Fetched | str:
        """The answer of one place, or where it sends on to."""
        self._wait(place.host)
        ips = self._looked_at(place, address, until)
        late = threading.Event()
        with contextlib.ExitStack() as stack:
            try:
                line = stack.enter_context(self._line(place, ips, until, late, stack))
                answer = stack.enter_context(contextlib.closing(self._asked_for(line, place)))
                return self._answer(answer, place, address, late)
            except InputError:
                raise
            except (OSError, http.client.HTTPException, ValueError, _http_error()) as error:
                raise _failed(address, error, self.rules, late=late.is_set() or time.monotonic() >= until) from error

    def _wait(self, host: str) -> None:
        now = time.monotonic()
        due = self._asked.get(host, now - self.rules.pause) + self.rules.pause
        if due > now:
            time.sleep(due - now)
        self._asked[host] = time.monotonic()

    def _looked_at(self, place: Place, address: str, until: float) -> list[Ip]:
        """The addresses of a name; none may lie inside a network."""
        try:
            seconds = min(self.rules.connect, max(0.0, until - time.monotonic()))
            ips = self.rules.resolve(place.host, place.port, seconds)
        except OSError as error:
            raise NotFetched(address, f"no such host: {place.host}", "check the address, and the connection") from error
        shut = next((ip for ip in ips if not self.rules.allowed(ip)), None)
        if shut is not None or not ips:
            led = "" if place.shown == address else f"leads to {place.shown}, which "
            what = f"{led}lies inside a network ({shut}), not on the open internet"
            raise NotFetched(address, what, "save the page and add the file, if it is yours")
        return ips

    @contextlib.contextmanager
    def _line(
        self, place: Place, ips: list[Ip], until: float, late: threading.Event, stack: contextlib.ExitStack
    ) -> Iterator[socket.socket]:
        """A connection to one of the addresses that were looked at, which ends when time is up."""
        line = self._connected(place, ips, until)
        stack.callback(line.close)
        # TLS takes the socket over: the watch holds a second handle on the same line, which reaches a handshake too.
        under = line.dup()
        stack.callback(under.close)

        def stop() -> None:
            late.set()
            with contextlib.suppress(OSError):
                under.shutdown(socket.SHUT_RDWR)

        watch = threading.Timer(max(0.0, until - time.monotonic()), stop)
        watch.daemon = True
        watch.start()
        try:
            if place.scheme == "https":
                line = self.rules.tls().wrap_socket(line, server_hostname=place.host)
                stack.callback(line.close)
            yield line
        finally:
            watch.cancel()

    def _connected(self, place: Place, ips: list[Ip], until: float) -> socket.socket:
        failed: OSError = OSError("no address")
        for ip in ips:
            try:
                left = max(0.01, until - time.monotonic())
                line = socket.create_connection((str(ip), place.port), timeout=min(self.rules.connect, left))
            except OSError as error:
                failed = error
            else:
                line.settimeout(self.rules.read)
                return line
        raise failed

    def _asked_for(self, line: socket.socket, place: Place) -> HTTPResponse:
        """The answer, its body unread. It holds a handle of its own on the line and must be closed."""
        from urllib3.connection import HTTPConnection  # noqa: PLC0415 - needed only when something is fetched

        asked = HTTPConnection(place.host, place.port, timeout=self.rules.read)
        asked.sock = line
        asked.request("GET", place.target, headers=_headers(place), preload_content=False, decode_content=True)
        return asked.getresponse()

    def _answer(self, answer: HTTPResponse, place: Place, address: str, late: threading.Event) -> Fetched | str:
        sent_on = answer.headers.get("Location")
        if answer.status in _MOVED and sent_on:
            # Many sites send an Arabic address as it is, in UTF-8; http.client takes every header for Latin-1.
            return sent_on.encode("latin-1").decode("utf-8", "replace")
        if answer.status != 200:
            what = f"answers {answer.status} ({answer.reason or http.client.responses.get(answer.status, 'unknown')})"
            raise NotFetched(address, what, "check the address" if answer.status in (404, 410) else "is it open to everyone?")
        ending = _ending(answer.headers.get("Content-Type", ""), place, address)
        packed = answer.headers.get("Content-Encoding", "").strip().lower()
        if packed not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise NotFetched(address, f"is packed in a way that was not asked for ({packed[:40]})", "save the page and add the file")
        pieces, size = [], 0
        while piece := answer.read1(_PIECE):
            size += len(piece)
            if size > self.rules.limit:
                raise InputTooLarge(address, f"answers with more than {self.rules.limit // 1_000_000} MB", "save it and split it")
            pieces.append(piece)
        if late.is_set():
            raise TimeoutError
        said = answer.headers.get("Content-Length", "")
        if not packed and said.isdecimal() and size < int(said):
            raise NotFetched(address, "breaks off before its end", "try again later")
        return Fetched(b"".join(pieces), place.shown, ending)


def _http_error() -> type[Exception]:
    from urllib3.exceptions import HTTPError  # noqa: PLC0415 - as above

    return HTTPError


def _failed(address: str, error: Exception, rules: Rules, *, late: bool) -> NotFetched:
    if late:
        return NotFetched(address, f"takes longer than {rules.total:g} seconds", "try again later, or save the page and add the file")
    if isinstance(error, ssl.SSLError):
        why = getattr(error, "verify_message", "") or getattr(error, "reason", "") or "TLS fails"
        return NotFetched(address, f"can't prove who it is: {why}", "save the page in a browser and add the file")
    cause = error.args[-1] if error.args else error
    if isinstance(error, http.client.IncompleteRead) or isinstance(cause, http.client.IncompleteRead):
        return NotFetched(address, "breaks off before its end", "try again later")
    if type(error).__name__ == "DecodeError":
        return NotFetched(address, "is not packed as it says", "save the page in a browser and add the file")
    if isinstance(error, TimeoutError) or "timed out" in str(error).lower():
        return NotFetched(address, "does not answer in time", "try again later")
    why = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return NotFetched(address, f"can't be reached: {why[:120]}", "check the address, and the connection")


def _headers(place: Place) -> dict[str, str]:
    from ahlaf import __version__  # noqa: PLC0415 - the package's own front door is opened last

    usual = 443 if place.scheme == "https" else 80
    name = f"[{place.host}]" if ":" in place.host else place.host
    return {
        "Host": name if place.port == usual else f"{name}:{place.port}",
        "User-Agent": f"ahlaf/{__version__}",
        "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5",
        "Accept-Language": "ar,*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }


def _ending(said: str, place: Place, address: str) -> str:
    kind = said.partition(";")[0].strip().lower()
    if kind in _TYPES:
        return _TYPES[kind]
    path = urlsplit(place.shown).path.lower()
    by_name = next((e for e in (".pdf", ".docx", ".jsonl", ".ndjson", ".csv") if path.endswith(e)), "")
    if kind in _UNSAID and by_name:
        return by_name
    raise NotFetched(address, f"is {kind[:60]}, not a page, a text, a feed, a PDF or JSON lines", "save it and add the file")
