"""Answers that are hostile or broken: cut in time and size, with their reason, and the line closed."""

from __future__ import annotations

import gzip
import socket
import threading
import time

import pytest
from answering import Answer, Server, answer, rules, sent_on
from fetching import PAGE, error_of, got

from ahlaf.errors import BinaryInput, InputError, InputTooLarge, NotFetched


def endless(line: socket.socket, _: str) -> None:
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
    while True:
        line.sendall(b"\xd8\xaf" * 50_000)


def drip(line: socket.socket, _: str) -> None:
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 100000\r\n\r\n")
    while True:
        line.sendall(b"a")
        time.sleep(0.05)


def drip_head(line: socket.socket, _: str) -> None:
    line.sendall(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while True:
        line.sendall(b"a")
        time.sleep(0.05)


def silent(line: socket.socket, _: str) -> None:
    line.recv(1)


def garbage(line: socket.socket, _: str) -> None:
    line.sendall(b"\x00\x01\x02 what is this\r\n\r\n")


def heads(line: socket.socket, _: str) -> None:
    line.sendall(b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: a\r\n" % n for n in range(5000)) + b"\r\n")


ANSWERS: dict[str, tuple[Answer, type[InputError], str]] = {
    "an endless body": (endless, InputTooLarge, "answers with more than 1 MB"),
    "a body that drips": (drip, NotFetched, "takes longer than 1.5 seconds"),
    "a head that drips": (drip_head, NotFetched, "takes longer than 1.5 seconds"),
    "silence": (silent, NotFetched, "does not answer in time"),
    "a bomb": (answer(gzip.compress(b"\0" * 200_000_000), Content_Encoding="gzip"), InputTooLarge, "answers with more than 1 MB"),
    "bombs in bombs": (answer(gzip.compress(gzip.compress(b"a")), Content_Encoding="gzip, gzip"), NotFetched, "not asked for (gzip, gzip)"),
    "packed otherwise": (answer(b"xx", Content_Encoding="br"), NotFetched, "not asked for (br)"),
    "badly packed": (answer(b"not gzip at all", Content_Encoding="gzip"), NotFetched, "is not packed as it says"),
    "too short": (answer(PAGE, length=len(PAGE) + 5000), NotFetched, "breaks off before its end"),
    "not found": (answer(status="404 Not Found"), NotFetched, "answers 404 (Not Found)"),
    "forbidden": (answer(status="403 Forbidden"), NotFetched, "answers 403 (Forbidden) (is it open to everyone?)"),
    "an error of its own": (answer(status="500 Internal Server Error"), NotFetched, "answers 500"),
    "a redirect to nowhere": (answer(status="302 Found"), NotFetched, "answers 302"),
    "a picture": (answer(b"\x89PNG", "image/png"), NotFetched, "is image/png, not a page"),
    "an archive": (answer(b"PK", "application/zip"), NotFetched, "is application/zip"),
    "a picture that says it is text": (answer(b"\x89PNG\r\n\x1a\n\0\0", "text/plain"), BinaryInput, "is a picture"),
    "no HTTP": (garbage, NotFetched, "can't be reached"),
    "thousands of headers": (heads, NotFetched, "can't be reached"),
    "nothing": (answer(b""), InputError, "is empty"),
}


@pytest.mark.parametrize("case", ANSWERS)
def test_a_hostile_or_broken_answer_is_cut_with_its_reason(server: Server, case: str) -> None:
    reply, kind, says = ANSWERS[case]
    total = 1.5 if "drips" in case else 10.0
    error = error_of(server, reply, rules(limit=1_000_000, read=1.0 if case == "silence" else 3.0, total=total))
    assert isinstance(error, kind)
    assert says in str(error)


def test_a_handshake_that_never_ends_is_cut() -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        (error,) = got(f"https://127.0.0.1:{door.getsockname()[1]}/", rules(read=30.0, total=1.0))
        assert "takes longer than 1 seconds" in str(error)


def test_the_line_is_closed_when_the_answer_is_cut(server: Server) -> None:
    error_of(server, endless, rules(limit=1_000_000))
    assert server.ended.wait(10)


@pytest.mark.parametrize(
    "reply", [answer(b"no", status="404 Not Found"), answer(b"xx", Content_Encoding="br"), answer(b"PK", "application/zip"), sent_on("ftp://x/")]
)
def test_the_line_is_closed_when_the_answer_is_refused(server: Server, reply: Answer) -> None:
    heard = threading.Event()

    def reply_and_listen(line: socket.socket, path: str) -> None:
        reply(line, path)
        if line.recv(1) == b"":
            heard.set()

    # The error is held while the server listens: no line may wait for it to be forgotten.
    error = error_of(server, reply_and_listen)
    assert heard.wait(10), error
