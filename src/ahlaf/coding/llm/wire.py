"""The line to a server: the ``openai`` package, loaded when it is first needed, with a cap on what comes back.

A server is as little trusted as an article: its answer may not be longer than :data:`LARGEST`, nor drip for longer
than one answer may take, and its words of refusal are shown as data, the key taken out.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from ahlaf.coding.llm.schema import shorten
from ahlaf.coding.llm.settings import NO_KEY, Settings
from ahlaf.errors import CoderSettings, NotInstalled
from ahlaf.optional import library

if TYPE_CHECKING:
    import httpx2
    import openai

_UNTIL: Final = "ahlaf.until"
LARGEST: Final = 8_000_000
"""Bytes of one answer."""


class Cut(Exception):
    """An answer was not listened to any longer.

    Args:
        why: in words.
        again: whether the same question may do better another time.
    """

    def __init__(self, why: str, *, again: bool) -> None:
        self.again = again
        super().__init__(why)


def package() -> Any:  # noqa: ANN401 - a module
    """The ``openai`` package.

    Raises:
        CoderSettings: it is not installed.
    """
    try:
        return library("openai", "asking a language model")
    except NotInstalled as error:
        raise CoderSettings(str(error)) from error


def errors() -> type[Exception]:
    """What the line itself may raise."""
    import httpx2  # noqa: PLC0415 - comes with openai

    return httpx2.HTTPError


def connect(settings: Settings) -> openai.OpenAI:
    """A client for a server; it never asks twice by itself, for every question is accounted for."""
    kit = package()
    import httpx2  # noqa: PLC0415 - comes with openai

    class Capped(httpx2.SyncByteStream):
        """A body that ends with an error where it grows too long or comes too slowly."""

        def __init__(self, stream: httpx2.SyncByteStream, until: float) -> None:
            self._stream, self._until = stream, until

        def __iter__(self) -> Iterator[bytes]:
            size = 0
            for chunk in self._stream:
                size += len(chunk)
                if size > LARGEST:
                    raise Cut(f"it sends more than {LARGEST // 1_000_000} MB", again=False)
                if time.monotonic() > self._until:
                    raise Cut(f"it takes longer than {settings.timeout:g} seconds", again=True)
                yield chunk

        def close(self) -> None:
            self._stream.close()

    def begin(request: httpx2.Request) -> None:
        request.extensions[_UNTIL] = time.monotonic() + settings.timeout

    def cap(response: httpx2.Response) -> None:
        if response.headers.get("content-encoding", "identity") != "identity":
            raise Cut("it sends packed what was asked for plain", again=False)  # a few packed bytes may be a million
        assert isinstance(response.stream, httpx2.SyncByteStream)
        response.stream = Capped(response.stream, response.request.extensions[_UNTIL])

    http = httpx2.Client(
        limits=httpx2.Limits(max_connections=settings.connections, max_keepalive_connections=settings.connections),
        timeout=httpx2.Timeout(settings.timeout, connect=settings.connect_timeout),
        headers={"Accept-Encoding": "identity"},
        follow_redirects=False,  # a key goes where it was meant to go
        event_hooks={"request": [begin], "response": [cap]},
    )
    client: openai.OpenAI = kit.OpenAI(
        api_key=settings.key(), base_url=settings.endpoint, max_retries=0, timeout=http.timeout, http_client=http
    )
    return client


def told(error: BaseException, settings: Settings) -> str:
    """What a server or the line said went wrong, in one line, the key taken out wherever it stands."""
    body = getattr(error, "body", None)
    message = body.get("message") if isinstance(body, dict) else None
    said = message if isinstance(message, str) else str(error)
    secret = settings.key()
    return shorten(said if secret == NO_KEY else said.replace(secret, "[key]"), 200) or type(error).__name__
