"""Fetching from a server on loopback, and what must go wrong."""

from __future__ import annotations

from answering import Answer, Server, rules
from making import page

from ahlaf.errors import InputError
from ahlaf.sources.fetch import Fetcher, Rules
from ahlaf.sources.raw import Loaded

PAGE = page().encode()


def got(address: str, under: Rules | None = None, kind: str = "auto") -> list[Loaded | InputError]:
    return list(Fetcher(under or rules()).documents(address, kind))


def at(server: Server, path: str = "/a", host: str = "127.0.0.1") -> str:
    return f"http://{host}:{server.port}{path}"


def error_of(server: Server, reply: Answer, under: Rules | None = None) -> InputError:
    server.answers["/a"] = reply
    (error,) = got(at(server), under)
    assert isinstance(error, InputError)
    assert error.where == at(server)
    return error
