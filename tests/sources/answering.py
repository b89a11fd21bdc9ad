"""Servers on loopback that answer as a test wishes, byte by byte where it must be."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from ahlaf.sources.addresses import Ip, public, resolve
from ahlaf.sources.fetch import Rules

Answer = Callable[[socket.socket, str], None]


def answer(
    body: bytes = b"", kind: str = "text/html; charset=utf-8", status: str = "200 OK", length: int | None = None, **more: str
) -> Answer:
    """An ordinary answer; more headers with _ for -."""

    def send(line: socket.socket, _: str) -> None:
        headers = {"Content-Type": kind, "Content-Length": str(len(body) if length is None else length)}
        headers |= {name.replace("_", "-"): value for name, value in more.items()}
        head = "\r\n".join([f"HTTP/1.1 {status}", *(f"{k}: {v}" for k, v in headers.items() if v), "", ""])
        line.sendall(head.encode() + body)

    return send


def sent_on(to: str, status: str = "302 Found") -> Answer:
    return answer(status=status, Location=to)


@dataclass
class Server:
    """A server, what it answers by path, and what it was asked."""

    port: int
    answers: dict[str, Answer]
    asked: list[str] = field(default_factory=list)
    """The heads of all requests."""
    ended: threading.Event = field(default_factory=threading.Event)
    """Set when the last answer found nobody to listen any more."""


@contextmanager
def serving(answers: dict[str, Answer], host: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server on loopback, gone at the end."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, 0), family=family) as door:
        server = Server(door.getsockname()[1], answers)

        def serve(line: socket.socket) -> None:
            try:
                with line, tls.wrap_socket(line, server_side=True) if tls else line as talk:
                    talk.settimeout(20)
                    head = b""
                    while b"\r\n\r\n" not in head and (piece := talk.recv(4096)):
                        head += piece
                    if head:
                        server.asked.append(head.decode())
                        path = head.split(b" ")[1].decode()
                        server.answers.get(path, answer(status="404 Not Found"))(talk, path)
            except OSError:
                server.ended.set()

        def wait() -> None:
            while True:
                try:
                    line, _ = door.accept()
                except OSError:
                    return
                threading.Thread(target=serve, args=(line,), daemon=True).start()

        threading.Thread(target=wait, daemon=True).start()
        yield server
        # What waits in accept is not woken by closing: it is asked once more.
        door.shutdown(socket.SHUT_RDWR)


def rules(names: dict[str, list[str]] | None = None, **more: object) -> Rules:
    """Rules under which this machine's own loopback is open, and everything else as ever; names as told here."""
    known = {name: [ipaddress.ip_address(a) for a in addresses] for name, addresses in (names or {}).items()}

    def allowed(ip: Ip) -> bool:
        return str(ip) in ("127.0.0.1", "::1") or public(ip)

    def told(host: str, port: int, seconds: float) -> list[Ip]:
        if host in known:
            return known[host]
        return resolve(host, port, seconds)

    values = {"allowed": allowed, "resolve": told, "pause": 0.0, "connect": 3.0, "read": 3.0, "total": 10.0} | more
    return Rules(**values)  # type: ignore[arg-type]
