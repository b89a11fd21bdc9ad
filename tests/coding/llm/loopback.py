"""A server on loopback that speaks as OpenAI-compatible servers do, well or badly, as a test wishes.

What it answers is a list of claims, or anything else: :func:`claims`, :func:`words`, :func:`status`, :func:`raw`.
A server may be given one such answer for everything, or a function that makes one of each question.
"""

from __future__ import annotations

import json
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from ahlaf.coding.llm.coder import LanguageModel

Make = Callable[..., LanguageModel]
"""Makes a coder that asks a server, from its address and settings."""
TEXT = re.compile(r"<<<text ([0-9a-f]{16})>>>\n(.*)\n<<<end \1>>>", re.DOTALL)
FULL = {
    "source": [],
    "target": [],
    "polarity": "affirmed",
    "modality": "asserted",
    "voice": [],
    "time": None,
    "place": None,
    "number": None,
    "purpose": None,
    "confidence": 0.9,
}


@dataclass(frozen=True)
class Ask:
    """A question as the server got it."""

    body: dict[str, Any]
    headers: dict[str, str]
    """Their names in small letters."""
    number: int
    """How many came before it."""

    @property
    def text(self) -> str:
        """The piece that is asked about."""
        found = TEXT.search(self.body["messages"][1]["content"])
        assert found is not None
        return found[2]

    @property
    def mode(self) -> str:
        """How the server is asked to hold the model: schema, tools or plain."""
        return "schema" if "response_format" in self.body else "tools" if "tools" in self.body else "plain"


@dataclass(frozen=True)
class Reply:
    """What goes over the line: ``cut`` bytes of it, where the line is to break."""

    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None
    drip: float = 0.0
    """Seconds between the bytes of the body; 0 sends it whole."""
    before: Callable[[], object] | None = None
    """Called before anything is sent: to wait for something."""


Speak = Callable[[Ask], Reply]


def completion(
    content: str | None, finish: str = "stop", usage: tuple[int, int] | None = (1000, 200), arguments: str | None = None
) -> bytes:
    """The body of a chat completion."""
    message: dict[str, Any] = {"role": "assistant", "content": content}
    if arguments is not None:
        call = {"id": "call_1", "type": "function", "function": {"name": "claims", "arguments": arguments}}
        message["tool_calls"] = [call]
    told: dict[str, Any] = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1700000000,
        "model": "test-model",
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
    }
    if usage is not None:
        told["usage"] = {"prompt_tokens": usage[0], "completion_tokens": usage[1], "total_tokens": sum(usage)}
    return json.dumps(told, ensure_ascii=False).encode()


def listed(*found: dict[str, Any]) -> str:
    """Claims as a model writes them; fields that are not given are as usual."""
    return json.dumps({"claims": [FULL | claim for claim in found]}, ensure_ascii=False)


def claims(*found: dict[str, Any], **more: Any) -> Reply:
    """A good answer."""
    return words(listed(*found), **more)


def words(content: str, **more: Any) -> Reply:
    """An answer in whatever words."""
    return Reply(200, completion(content, **more))


def status(answered: int, message: str = "no", headers: dict[str, str] | None = None, **error: Any) -> Reply:
    """A refusal, as OpenAI's API words one."""
    return Reply(answered, json.dumps({"error": {"message": message, "type": "error", "code": None} | error}).encode(), headers or {})


def raw(body: bytes, cut: int | None = None, code: int = 200) -> Reply:
    """Any bytes at all; of them only the first so many, where the line is to break."""
    return Reply(code, body, cut=cut)


@dataclass
class Server:
    """A server at work: where it is, what it was asked, and how many answers went out whole."""

    url: str
    asked: list[Ask] = field(default_factory=list)
    answered: int = 0
    most_at_once: int = 0
    _at_once: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def begin(self, body: dict[str, Any], headers: dict[str, str]) -> Ask:
        with self._lock:
            ask = Ask(body, headers, len(self.asked))
            self.asked.append(ask)
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
            return ask

    def end(self, *, whole: bool) -> None:
        with self._lock:
            self._at_once -= 1
            self.answered += whole


class _Listening(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, *_: Any) -> None:
        """A client that went away is no news."""


@contextmanager
def serving(speak: Speak | Reply) -> Iterator[Server]:
    """A server that runs as long as the block."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            ask = server.begin(body, {name.lower(): value for name, value in self.headers.items()})
            whole = False
            try:
                reply = speak if isinstance(speak, Reply) else speak(ask)
                if reply.before is not None:
                    reply.before()
                self.send_response(reply.status)
                for name, value in {"Content-Type": "application/json", "Content-Length": str(len(reply.body)), **reply.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                for at in range(0, len(reply.body), 1 if reply.drip else len(reply.body)):
                    self.wfile.write(reply.body[at : at + 1] if reply.drip else reply.body[: reply.cut])
                    time.sleep(reply.drip)
                self.wfile.flush()
                whole = reply.cut is None and reply.status == 200
                if reply.cut is not None:
                    self.close_connection = True
                    self.connection.shutdown(socket.SHUT_RDWR)
            finally:
                server.end(whole=whole)

        def log_message(self, *_: Any) -> None:
            """Nothing is printed."""

    listening = _Listening(("127.0.0.1", 0), Handler)
    server = Server(f"http://127.0.0.1:{listening.server_address[1]}/v1")
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listening.shutdown()
        listening.server_close()
        thread.join()


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def annotated(records: list[dict[str, Any]]) -> Speak:
    """A server that answers with what annotators found, as far as it stands in the piece that is asked about."""

    def speak(ask: Ask) -> Reply:
        record = next(r for r in records if ask.text in r["text"])
        found = [c for c in record["claims"] if c["evidence"] in ask.text]
        fields = ("evidence", "trigger", "relation", "source", "target", "polarity", "modality")
        return claims(*({f: c[f] for f in fields} | {"voice": [] if c["voice"] == "author" else [c["voice"]]} for c in found))

    return speak
