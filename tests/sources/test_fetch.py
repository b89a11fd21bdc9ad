"""Fetching: a real server on loopback is asked, by name and with proof, and its answer is what its bytes say."""

from __future__ import annotations

import gzip
import ipaddress
import json
import socket
import ssl
import subprocess
import zlib
from pathlib import Path

import pytest
from answering import Server, answer, rules, serving
from fetching import PAGE, at, got
from making import OTHER, TEXT, feed
from pdfs import pdf, row

from ahlaf.errors import InputError
from ahlaf.sources import addresses, fetch
from ahlaf.sources.fetch import Fetcher
from ahlaf.sources.raw import Loaded


def test_a_page_is_a_document_with_the_address_that_was_fetched(server: Server) -> None:
    server.answers["/a"] = answer(PAGE)
    (found,) = got(at(server))
    assert isinstance(found, Loaded)
    assert (found.document.title, found.document.url, found.document.outlet) == ("عنوان الصفحة", at(server), "127.0.0.1")
    assert TEXT in found.document.text
    assert found.where == at(server)
    assert len(found.sha256) == 64


FORMATS = {
    "text": (TEXT.encode(), "text/plain"),
    "text of old": (TEXT.replace("،", " ").encode("cp1256"), "text/plain; charset=windows-1256"),
    "JSON lines": (json.dumps({"text": TEXT}).encode(), "application/x-ndjson"),
    "JSON lines as JSON": (json.dumps({"text": TEXT}).encode(), "application/json"),
    "a PDF": (pdf([row("دعمت تركيا تنظيم داعش في العراق قبل سنوات", 700)]), "application/pdf"),
    "Markdown": (f"# عنوان\n\n**{TEXT}**".encode(), "text/markdown"),
    "a feed as XML": (feed(f"<title>أ</title><description>{TEXT}</description>"), "text/xml"),
    "a page that doesn't say so": (PAGE, ""),
}


@pytest.mark.parametrize("case", FORMATS)
def test_what_it_is_is_told_by_the_server_and_by_its_bytes(server: Server, case: str) -> None:
    server.answers["/a"] = answer(*FORMATS[case])
    (found,) = got(at(server))
    assert isinstance(found, Loaded)
    assert "دعمت تركيا" in found.document.text
    assert "**" not in found.document.text


def test_a_feed_gives_its_entries_and_fetches_none_of_them(server: Server) -> None:
    texts = {at(server, "/1"): TEXT, at(server, "/2"): OTHER}
    items = [f"<title>خبر</title><link>{link}</link><description>{text}</description>" for link, text in texts.items()]
    server.answers["/a"] = answer(feed(*items), "application/rss+xml")
    found = [f.document for f in got(at(server)) if isinstance(f, Loaded)]
    assert [d.url for d in found] == list(texts)
    assert [h.split()[1] for h in server.asked] == ["/a"]


@pytest.mark.parametrize("name", ["gzip", "deflate"])
def test_a_packed_answer_is_unpacked(server: Server, name: str) -> None:
    server.answers["/a"] = answer(gzip.compress(PAGE) if name == "gzip" else zlib.compress(PAGE), Content_Encoding=name)
    (found,) = got(at(server))
    assert isinstance(found, Loaded)
    assert TEXT in found.document.text


def test_an_answer_in_chunks_is_put_together(server: Server) -> None:
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (PAGE[:99], PAGE[99:])) + b"0\r\n\r\n"

    def reply(line: socket.socket, _: str) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks)

    server.answers["/a"] = reply
    (found,) = got(at(server))
    assert isinstance(found, Loaded)


def test_the_server_is_asked_by_name_at_the_address_that_was_looked_at(server: Server) -> None:
    calls = []

    def told(host: str, port: int, seconds: float) -> list[addresses.Ip]:
        calls.append((host, port, seconds > 0))
        # Asked again, the name would lead elsewhere: a second look must never happen.
        return [ipaddress.ip_address("127.0.0.1" if len(calls) == 1 else "127.0.0.2")]

    server.answers["/a?q=%D9%85"] = answer(PAGE)
    (found,) = got(at(server, "/a?q=م#part", "paper.example"), rules(resolve=told))
    assert isinstance(found, Loaded)
    assert found.document.url == at(server, "/a?q=%D9%85", "paper.example")
    assert calls == [("paper.example", server.port, True)]
    head = server.asked[0].splitlines()
    assert f"Host: paper.example:{server.port}" in head
    assert sum(line.lower().startswith("host:") for line in head) == 1
    assert not any(line.lower().startswith(("cookie", "authorization", "referer")) for line in head)


def test_an_arabic_name_is_resolved_and_asked_as_the_internet_writes_it(server: Server) -> None:
    server.answers["/"] = answer(PAGE)
    known = "صحيفة.example".encode("idna").decode()
    (found,) = got(at(server, "/", "صحيفة.example"), rules(names={known: ["127.0.0.1"]}))
    assert isinstance(found, Loaded), found
    assert known.startswith("xn--")
    assert f"Host: {known}:{server.port}" in server.asked[0]


def test_ipv6_is_fetched_too() -> None:
    try:
        with serving({"/a": answer(PAGE)}, "::1") as server:
            (found,) = got(f"http://[::1]:{server.port}/a")
            assert isinstance(found, Loaded)
            assert f"Host: [::1]:{server.port}" in server.asked[0]
    except OSError:
        pytest.skip("this machine has no IPv6")


def test_the_next_address_of_a_name_is_tried_where_the_first_is_dead(server: Server) -> None:
    server.answers["/a"] = answer(PAGE)
    under = rules(names={"paper.example": ["::1", "127.0.0.1"]})
    (found,) = got(at(server, host="paper.example"), under)
    assert isinstance(found, Loaded)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tls") / "paper.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=paper.example"]
    try:
        more = ["-addext", "subjectAltName=DNS:paper.example", "-keyout", str(path), "-out", f"{path}.crt"]
        subprocess.run([*made, *more], check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("no openssl here to make a certificate with")
    path.write_text(path.read_text() + Path(f"{path}.crt").read_text())
    return path


@pytest.mark.parametrize(("host", "sound"), [("paper.example", True), ("other.example", False)])
def test_tls_is_proved_for_the_name_though_the_address_is_dialled(certificate: Path, host: str, sound: bool) -> None:
    names: list[str | None] = []
    own = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    own.load_cert_chain(certificate)
    own.sni_callback = lambda _, name, __: names.append(name)
    with serving({"/a": answer(PAGE)}, tls=own) as server:
        under = rules(names={host: ["127.0.0.1"]}, tls=lambda: ssl.create_default_context(cafile=str(certificate)))
        (found,) = got(f"https://{host}:{server.port}/a", under)
        assert names == [host]
        assert isinstance(found, Loaded) == sound
        if isinstance(found, InputError):
            assert "can't prove who it is" in str(found)
        (stranger,) = got(f"https://{host}:{server.port}/a", rules(names={host: ["127.0.0.1"]}))
        assert "can't prove who it is" in str(stranger)


def test_a_port_where_nobody_answers_is_called_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    (error,) = got(f"http://127.0.0.1:{port}/")
    assert "can't be reached: connection refused" in str(error).lower()


def test_a_host_is_not_asked_twice_at_once(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr(fetch.time, "sleep", slept.append)
    server.answers |= {"/a": answer(PAGE), "/b": answer(PAGE)}
    fetcher = Fetcher(rules(pause=1000.0))
    for path in ("/a", "/b"):
        list(fetcher.documents(at(server, path)))
    assert len(slept) == 1
    assert 900 < slept[0] <= 1000
