"""Who may ask, and how much: around everything else.

* **Host**: only the addresses that this server was opened under. A page elsewhere whose name was made to point
  at this computer (DNS rebinding) is told 421.
* **Origin**: a page of another origin is told 403, whatever it knows; so is what a browser says comes from another site.
* **Token**: made anew by each start. A first visit brings it in the address and gets a cookie in its place, which
  scripts can't read and other sites' pages don't send, and a page that goes on to the plain address: a redirect would
  still count as sent by where the visit began, and have no cookie. Programs send ``Authorization: Bearer``. Without: 401.
* **Writing** is JSON, or a form of files from our own page: a form of another site can't be either.
* **Sizes**: a request's body is counted as it comes, whatever it says of its length; too much is told 413.
* **Answers** are never kept by caches, never guessed at, never framed, and their page may run, load and ask
  nothing that is not ours.
"""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import Callable
from contextlib import suppress
from http.cookies import CookieError, SimpleCookie
from typing import Final
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ahlaf.web.errors import refused

UPLOAD: Final = 32 * 1024 * 1024
"""The most bytes of a request that adds documents."""
BODY: Final = 1024 * 1024
"""The most bytes of any other request."""
_HEARD: Final = 1.0
"""Seconds for which a request that is refused is still listened to."""
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS: Final = (
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
    ("x-frame-options", "DENY"),
)
_ADDING: Final = "/api/documents"
_WRITES: Final = ("POST", "PUT", "PATCH", "DELETE")
_ENTERED: Final = (
    b'<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=/"><link rel="icon" href="/icon.svg">'
    b'<title>Ahlaf</title><a href="/">Ahlaf</a>'
)
"""Where a first visit goes on from."""
_STRANGER: Final = (
    '<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    "<title>أحلاف · Ahlaf</title><h1>هذه الصفحة تحتاج إلى مفتاح الجلسة</h1>"
    "<p>لكل تشغيل لأحلاف مفتاح جديد، فالعناوين المحفوظة من تشغيل سابق لا تُفتح. افتح العنوان الذي طبعه الأمر "
    '<code dir="ltr">ahlaf serve</code> في الطرفية كاملًا، وإن كان قد أُغلق فشغّله من جديد.</p>'
    '<div lang="en" dir="ltr"><h1>This page needs the key of the session</h1>'
    "<p>Each start of Ahlaf has a new key, so that an address kept from an earlier one does not open. Open the whole address "
    "that <code>ahlaf serve</code> printed in the terminal; if it was closed, start it again.</p></div>"
).encode()
"""What a browser without the key is shown."""
_LOST: Final = "Open the address that `ahlaf serve` printed: it carries the key of this session."


class Guard:
    """The gate before an application."""

    def __init__(self, app: ASGIApp, *, token: str, port: int, entered: Callable[[], object]) -> None:
        self.app = app
        self.entered = entered
        self.token = token.encode()
        self.cookie = f"ahlaf-{port}"
        hosts = {f"{name}:{port}" for name in ("127.0.0.1", "localhost")}
        self.hosts = hosts | ({"127.0.0.1", "localhost"} if port == 80 else set())
        self.origins = {f"http://{host}" for host in self.hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let through, or refuse."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        sealed = _sealed(send, api=scope["path"].startswith("/api") or scope["path"] == "/openapi.json")
        stranger = self._refused(scope, headers)
        if stranger is not None:
            await _heard_out(receive)
            await _tell(sealed, *stranger)
            return
        key = self._key(scope)
        if key is not None:
            await self._enter(key, scope, headers, sealed)
            return
        if not self._known(headers):
            await _strange(sealed, scope, headers, "this server answers only who has its key")
            return
        limit = UPLOAD if scope["path"] == _ADDING else BODY
        length = headers.get("content-length", "")
        if length.isdecimal() and int(length) > limit:
            await _tell(sealed, 413, f"a request may have {limit:,} bytes, this one has {int(length):,}", "send less at a time")
            return
        await self.app(scope, _counted(receive, limit), sealed)

    def _refused(self, scope: Scope, headers: Headers) -> tuple[int, str, str] | None:
        """What is wrong with where a request comes from or goes to, whoever sends it."""
        named = headers.getlist("host")
        if len(named) != 1 or named[0].lower() not in self.hosts:
            return 421, "this server is not called so", "open the address that `ahlaf serve` printed"
        origins = headers.getlist("origin")
        if any(o.lower() not in self.origins for o in origins):
            return 403, "a page from elsewhere may not ask this server", "open the address that `ahlaf serve` printed"
        site = headers.get("sec-fetch-site", "none")
        opening = scope["path"] == "/" and scope["method"] == "GET" and headers.get("sec-fetch-mode") == "navigate"
        if site not in ("same-origin", "none") and not opening:
            return 403, "a page from elsewhere may not ask this server", "open the address that `ahlaf serve` printed"
        if scope["method"] in _WRITES:
            kind = headers.get("content-type", "").partition(";")[0].strip().lower()
            form = kind == "multipart/form-data" and scope["path"] == _ADDING and (origins or "authorization" in headers)
            if kind != "application/json" and not form:
                return 415, "this server is written to in JSON", "send Content-Type: application/json"
        return None

    def _key(self, scope: Scope) -> bytes | None:
        """The token in the address of a first visit; ``None`` where there is none."""
        if scope["method"] != "GET" or scope["path"] != "/":
            return None
        found = parse_qs(scope["query_string"].decode("latin-1")).get("token")
        return None if not found else found[0].encode("utf-8", "replace")

    async def _enter(self, key: bytes, scope: Scope, headers: Headers, send: Send) -> None:
        if not hmac.compare_digest(key, self.token):
            await _strange(send, scope, headers, "that key is not this session's")
            return
        cookie = f"{self.cookie}={self.token.decode()}; Path=/; HttpOnly; SameSite=Strict"
        length = str(len(_ENTERED)).encode()
        told = [(b"content-type", b"text/html; charset=utf-8"), (b"content-length", length), (b"set-cookie", cookie.encode())]
        await send({"type": "http.response.start", "status": 200, "headers": told})
        await send({"type": "http.response.body", "body": _ENTERED})
        self.entered()

    def _known(self, headers: Headers) -> bool:
        """Whether a request carries the token; compared in a time that says nothing of it."""
        offered = []
        kind, _, bearer = headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            offered.append(bearer.strip())
        jar: SimpleCookie = SimpleCookie()
        for line in headers.getlist("cookie"):
            try:
                jar.load(line)
            except CookieError:
                continue
        if self.cookie in jar:
            offered.append(jar[self.cookie].value)
        return any(hmac.compare_digest(o.encode("utf-8", "replace"), self.token) for o in offered)


async def _heard_out(receive: Receive) -> None:
    """Take in a small request, or some more of a large one, before it is refused.

    Who is still writing when the line is cut may not get the answer.
    """
    come = 0
    with suppress(TimeoutError):
        async with asyncio.timeout(_HEARD):
            while come <= BODY:
                message = await receive()
                if message["type"] != "http.request" or not message.get("more_body"):
                    return
                come += len(message.get("body", b""))


def _counted(receive: Receive, limit: int) -> Receive:
    """A body that ends in an error once it is longer than it may be."""
    come = 0

    async def counted() -> Message:
        nonlocal come
        message = await receive()
        if message["type"] == "http.request":
            come += len(message.get("body", b""))
            if come > limit:
                if message.get("more_body"):
                    await _heard_out(receive)
                raise HTTPException(413, f"a request may have {limit:,} bytes")
        return message

    return counted


def _sealed(send: Send, *, api: bool) -> Send:
    """An answer with the headers that every answer has."""

    async def sealed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS:
                headers[name] = value
            if api or "cache-control" not in headers:
                headers["cache-control"] = "no-store"
        await send(message)

    return sealed


async def _strange(send: Send, scope: Scope, headers: Headers, what: str) -> None:
    """Whoever has no key is told so: a browser by a page, a program in the shape that errors have."""
    if scope["method"] != "GET" or scope["path"].startswith("/api") or "text/html" not in headers.get("accept", ""):
        await _tell(send, 401, what, _LOST)
        return
    told = [(b"content-type", b"text/html; charset=utf-8"), (b"content-length", str(len(_STRANGER)).encode()), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": 401, "headers": [*told, (b"www-authenticate", b"Bearer")]})
    await send({"type": "http.response.body", "body": _STRANGER})


async def _tell(send: Send, status: int, what: str, remedy: str) -> None:
    """An error in the one shape that errors have."""
    body = json.dumps(refused(what, remedy), ensure_ascii=False).encode()
    length = str(len(body)).encode()
    headers = [(b"content-type", b"application/json; charset=utf-8"), (b"content-length", length), (b"connection", b"close")]
    if status == 401:
        headers.append((b"www-authenticate", b"Bearer"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
