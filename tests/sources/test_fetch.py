"""Fetching: real servers on loopback, the good and the hostile."""

from __future__ import annotations

import gzip
import ipaddress
import json
import re
import shlex
import socket
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from answering import Answer, Server, answer, rules, sent_on, serving
from click.testing import CliRunner
from making import OTHER, TEXT, feed, page
from pdfs import pdf, row

from ahlaf.cli import main
from ahlaf.errors import BinaryInput, InputError, InputTooLarge, NotFetched
from ahlaf.sources import addresses, fetch, files
from ahlaf.sources.fetch import Fetcher, Rules
from ahlaf.sources.raw import Loaded
from ahlaf.store import Project

GUIDE = Path(__file__).parents[2] / "docs" / "projects.md"

PAGE = page().encode()


@pytest.fixture
def server() -> Iterator[Server]:
    with serving({}) as made:
        yield made


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


# -- what is fetched -------------------------------------------------------------------------------------


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


# -- what is refused before anything is asked ------------------------------------------------------------

SHUT = [
    *("127.0.0.1", "127.8.8.8", "0.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.100.100.200"),
    *("192.0.0.192", "168.63.129.16", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.1"),
    *("::", "::1", "fe80::1", "fe80::1%1", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "2001:db8::1"),
    *("::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "64:ff9b::a01:203", "2002:7f00:1::", "2002:a01:203::1"),
]


@pytest.mark.parametrize("ip", SHUT)
def test_addresses_inside_a_network_are_not_open(ip: str) -> None:
    assert not addresses.public(ipaddress.ip_address(ip))
    (error,) = got("http://paper.example/", Rules(resolve=lambda *_: [ipaddress.ip_address("93.184.216.34"), ipaddress.ip_address(ip)]))
    assert "lies inside a network" in str(error)


@pytest.mark.parametrize("ip", ["93.184.216.34", "1.1.1.1", "2606:4700:4700::1111", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"])
def test_addresses_of_the_internet_are_open(ip: str) -> None:
    assert addresses.public(ipaddress.ip_address(ip))


HERE = ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0", "[::]", "[::1]", "[::ffff:127.0.0.1]"]


@pytest.mark.parametrize("host", HERE)
def test_no_way_of_writing_this_machine_is_asked(server: Server, host: str) -> None:
    server.answers["/a"] = answer(PAGE)
    (error,) = got(at(server, host=host), Rules())
    assert isinstance(error, NotFetched)
    assert server.asked == []


REFUSED = {
    "ftp://paper.example/a": "only http and https",
    "file:///etc/passwd": "only http and https",
    "gopher://127.0.0.1:70/_x": "only http and https",
    "http://": "names no host",
    "http://me:secret@paper.example/": "holds a name or password",
    "http://paper.example/a b": "holds what no address holds",
    "http://paper.example/\r\nX-Evil: 1": "holds what no address holds",
    "http://paper.example\\@127.0.0.1/": "holds what no address holds",
    "http://paper.example:99999/": "no sound address",
    "http://[::1/": "no sound address",
    "http://a..b/": "no sound address",
    "http://" + "a" * 5000: "holds what no address holds",
}


@pytest.mark.parametrize("address", REFUSED)
def test_an_address_that_is_none_is_refused_unresolved(address: str) -> None:
    def told(*_: object) -> list[addresses.Ip]:
        raise AssertionError("it was resolved")

    (error,) = got(address, Rules(resolve=told))
    assert isinstance(error, NotFetched)
    assert REFUSED[address] in str(error)
    assert "secret" not in str(error)


def test_a_name_that_does_not_resolve_is_called_so() -> None:
    (error,) = got("http://no-such-name.invalid/a", Rules())
    assert "no such host: no-such-name.invalid" in str(error)


# -- redirects -------------------------------------------------------------------------------------------


def test_redirects_are_followed_and_the_last_address_is_kept(server: Server) -> None:
    for here, there in (("/a", "/b"), ("/b", "c"), ("/c", f"http://paper.example:{server.port}/d")):
        server.answers[here] = sent_on(there)
    server.answers["/d"] = answer(PAGE)
    (found,) = got(at(server), rules(names={"paper.example": ["127.0.0.1"]}))
    assert isinstance(found, Loaded)
    assert found.document.url == f"http://paper.example:{server.port}/d"
    assert found.where == at(server)


def test_a_redirect_to_an_arabic_address_is_followed_as_it_is_written(server: Server) -> None:
    written = f"/{quote('مقال')}"
    server.answers["/a"] = sent_on("/مقال")
    server.answers[written] = answer(PAGE)
    (found,) = got(at(server))
    assert isinstance(found, Loaded)
    assert found.document.url == f"{at(server).removesuffix('/a')}{written}"


INSIDE = ["http://10.0.0.7/", "http://169.254.169.254/latest/meta-data/", "http://[::ffff:10.0.0.7]/", "//192.168.0.1/x", "http://inner.example/"]


@pytest.mark.parametrize("to", INSIDE)
def test_a_redirect_into_a_network_is_refused(server: Server, to: str) -> None:
    error = error_of(server, sent_on(to), rules(names={"inner.example": ["127.0.0.1", "10.0.0.7"]}))
    assert isinstance(error, NotFetched)
    assert "leads to http://" in str(error)
    assert "lies inside a network" in str(error)


def test_a_redirect_to_this_machine_is_refused() -> None:
    """From a name that is open to one that is not: the machine's own server is never asked."""
    with serving({"/": answer(b"secret")}) as inner, serving({}) as outer:
        outer.answers["/a"] = sent_on(f"http://localhost:{inner.port}/")
        under = rules(
            names={"paper.example": ["127.0.0.1"], "localhost": ["::1"]}, allowed=lambda ip: str(ip) == "127.0.0.1"
        )
        (error,) = got(f"http://paper.example:{outer.port}/a", under)
        assert "lies inside a network (::1)" in str(error)
        assert inner.asked == []


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://paper.example/", "javascript:alert(1)", "http://x:y@paper.example/"])
def test_a_redirect_to_what_is_not_fetched_is_refused(server: Server, to: str) -> None:
    assert isinstance(error_of(server, sent_on(to)), NotFetched)
    assert len(server.asked) == 1


def test_redirects_in_a_circle_and_without_end_are_left(server: Server) -> None:
    server.answers["/b"] = sent_on("/a")
    assert "circle" in str(error_of(server, sent_on("/b")))
    for number in range(20):
        server.answers[f"/{number}"] = sent_on(f"/{number + 1}", "301 Moved Permanently")
    server.asked.clear()
    assert "redirects more than 5 times" in str(error_of(server, sent_on("/0", "307 Temporary Redirect")))
    assert len(server.asked) == 6


# -- answers ---------------------------------------------------------------------------------------------


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


# -- at the door -----------------------------------------------------------------------------------------


def test_an_address_is_refused_where_nobody_asked_to_fetch_it(server: Server) -> None:
    server.answers["/a"] = answer(PAGE)
    (source,), failed = files.find([at(server)])
    assert failed == []
    (error,) = files.load(source)
    assert isinstance(error, NotFetched)
    assert "--fetch" in str(error)
    assert server.asked == []
    (found,) = files.load(source, fetcher=Fetcher(rules()))
    assert isinstance(found, Loaded)


@pytest.fixture
def command(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The command of the guide, in an empty project, with the address led to a server of ours."""
    monkeypatch.chdir(tmp_path)
    written = re.search(r"`ahlaf (add study\.ahlaf https://\S+ --fetch)`", GUIDE.read_text(encoding="utf-8"))
    assert written
    monkeypatch.setattr(fetch, "Fetcher", lambda: Fetcher(rules()))
    assert CliRunner().invoke(main, ["new", "study.ahlaf"]).exit_code == 0
    return [word if "://" not in word else at(server, "/news") for word in shlex.split(written[1])]


def test_a_fetched_page_is_kept_with_its_address_and_time(server: Server, command: list[str]) -> None:
    server.answers["/news"] = answer(PAGE)
    done = CliRunner().invoke(main, command)
    assert (done.exit_code, "1 added" in done.output) == (0, True), done.output
    with Project.open("study.ahlaf") as project:
        (kept,) = project.documents()
        (seen,) = project.sightings(kept.id)
    assert (kept.url, kept.title) == (at(server, "/news"), "عنوان الصفحة")
    assert (seen["origin"], seen["url"]) == (at(server, "/news"), at(server, "/news"))
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", seen["at"])


def test_what_can_not_be_fetched_is_set_aside_and_the_rest_is_added(server: Server, command: list[str]) -> None:
    server.answers |= {"/news": sent_on("http://10.0.0.7/"), "/b": answer(PAGE)}
    done = CliRunner().invoke(main, [*command, at(server, "/b"), at(server, "/gone")])
    assert (done.exit_code, "1 added, 0 known already, 2 set aside" in done.output) == (1, True), done.output
    with Project.open("study.ahlaf") as project:
        assert [(s.origin, s.kind) for s in project.set_aside()] == [(at(server, p), "NotFetched") for p in ("/news", "/gone")]


def test_without_the_option_nothing_is_asked(server: Server, command: list[str]) -> None:
    server.answers["/news"] = answer(PAGE)
    done = CliRunner().invoke(main, [w for w in command if w != "--fetch"])
    assert done.exit_code == 1
    with Project.open("study.ahlaf") as project:
        (aside,) = project.set_aside()
    assert "nothing is fetched unasked" in aside.what
    assert "--fetch" in aside.remedy
    assert server.asked == []
