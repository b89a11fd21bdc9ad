"""Nobody without the token, no other page, no other name of this computer; nothing too large; strict headers always."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from serving import TOKEN, Served, serving

from ahlaf.store import Project
from ahlaf.web.guard import BODY, HEADERS, POLICY, UPLOAD

ADDRESSES = ("/", "/index.html", "/api/project", "/api/documents", "/openapi.json", "/api/events", "/nothing")


def told(answer: httpx.Response) -> str:
    error = answer.json()["error"]
    assert set(error) == {"what", "do", "what_ar", "do_ar"}
    assert error["what"]
    assert error["what_ar"][0] >= "\u0600"
    return str(error["what"])


@pytest.mark.parametrize("path", ADDRESSES)
def test_nothing_without_the_token(served: Served, path: str) -> None:
    with served.stranger() as stranger:
        answer = stranger.get(path)
    assert answer.status_code == 401
    assert "key" in told(answer)


@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": "Bearer wrong"},
        {"Authorization": f"Basic {TOKEN}"},
        {"Authorization": TOKEN},
        {"Cookie": f"ahlaf={TOKEN}"},
        {"Cookie": "ahlaf-1=" + TOKEN},
        {"Cookie": "\x01=;;;="},
        {"Authorization": b"Bearer \xff\xfe"},
    ],
)
def test_no_token_that_is_not_this_one(served: Served, headers: dict[str, str]) -> None:
    with served.stranger() as stranger:
        assert stranger.get("/api/project", headers=headers).status_code == 401


def test_a_first_visit_gets_a_cookie_in_place_of_the_token(served: Served) -> None:
    with served.stranger() as browser:
        answer = browser.get(f"/?token={TOKEN}")
        assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
        assert 'content="0; url=/"' in answer.text
        cookie = answer.headers["set-cookie"]
        assert cookie == f"ahlaf-{served.port}={TOKEN}; Path=/; HttpOnly; SameSite=Strict"
        assert browser.get("/api/project").status_code == 200
        assert browser.get("/?token=wrong").status_code == 401
        assert "set-cookie" not in browser.get("/?token=wrong").headers


def test_a_browser_without_the_key_is_told_what_to_do_in_both_languages(served: Served) -> None:
    with served.stranger() as browser:
        for path in ("/", "/?token=wrong", "/icon.svg"):
            lost = browser.get(path, headers={"Accept": "text/html,*/*;q=0.8"})
            assert (lost.status_code, lost.headers["content-type"]) == (401, "text/html; charset=utf-8")
            assert all(words in lost.text for words in ("مفتاح الجلسة", "key of the session", "ahlaf serve"))
            assert "content-security-policy" in lost.headers
        assert browser.get("/api/project", headers={"Accept": "text/html"}).json()["error"]["what"]


def test_the_token_in_an_address_opens_nothing_else(served: Served) -> None:
    with served.stranger() as stranger:
        assert stranger.get(f"/api/project?token={TOKEN}").status_code == 401


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example:{port}", "[::1]:{port}", ""]
)
def test_no_other_name_of_this_computer(served: Served, host: str) -> None:
    with served.client() as client:
        answer = client.get("/api/project", headers={"Host": host.format(port=served.port)})
    assert answer.status_code in (400, 421)
    if answer.status_code == 421:
        told(answer)


@pytest.mark.parametrize("host", ["localhost:{port}", "LOCALHOST:{port}"])
def test_its_own_names(served: Served, host: str) -> None:
    with served.client() as client:
        assert client.get("/api/coding", headers={"Host": host.format(port=served.port)}).status_code == 200


def test_two_hosts_are_none(served: Served) -> None:
    with socket.create_connection(("127.0.0.1", served.port)) as line:
        head = f"GET /api/coding HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nHost: evil.example\r\nAuthorization: Bearer {TOKEN}\r\n\r\n"
        line.sendall(head.encode())
        assert line.recv(100).split()[1] in (b"400", b"421")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "OPTIONS"])
def test_no_page_of_another_origin(served: Served, method: str, headers: dict[str, str]) -> None:
    with served.client() as client:
        answer = client.request(method, "/api/settings", headers={"Content-Type": "application/json"} | headers, content=b"{}")
        assert answer.status_code == 403
        told(answer)
        assert "access-control-allow-origin" not in answer.headers
        assert client.get("/api/settings").json()["weights"] == {}


def test_a_link_from_elsewhere_may_open_the_page(served: Served) -> None:
    with served.stranger() as browser:
        headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
        assert browser.get(f"/?token={TOKEN}", headers=headers).status_code == 200


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""])
def test_a_form_writes_nothing(served: Served, project: Project, kind: str) -> None:
    before = project.state()
    with served.client() as client:
        answer = client.post("/api/claims/1/reviews", content=b'{"verdict": "confirm"}', headers={"Content-Type": kind})
    assert answer.status_code == 415
    told(answer)
    assert project.state() == before


def test_files_come_from_our_own_page_alone(served: Served, project: Project) -> None:
    before = project.state()
    files = {"files": ("a.txt", "تركيا دعمت العراق في هذا الخبر")}
    with served.stranger() as browser:
        browser.get(f"/?token={TOKEN}")
        assert browser.post("/api/documents", files=files).status_code == 415
        assert project.state() == before
        assert browser.post("/api/documents", files=files, headers={"Origin": served.root}).status_code == 200
    assert project.state() > before


@pytest.mark.parametrize(("path", "limit"), [("/api/undo", BODY), ("/api/documents", UPLOAD)])
@pytest.mark.parametrize("chunked", [False, True])
def test_too_much_is_refused_whatever_it_says_of_its_length(served: Served, path: str, limit: int, *, chunked: bool) -> None:
    piece = b" " * (1 << 18)

    def pieces() -> Iterator[bytes]:
        for _ in range(limit // len(piece) + 2):
            yield piece

    with served.client() as client:
        try:
            content = pieces() if chunked else b"".join(pieces())
            answer = client.post(path, content=content, headers={"Content-Type": "application/json"})
        except (httpx.WriteError, httpx.ReadError, httpx.RemoteProtocolError):
            assert not chunked  # it was told before it had sent all
        else:
            assert answer.status_code == 413
            told(answer)
        assert client.get("/api/coding").status_code == 200


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", p) for p in ("/", "/api/project", "/api/claims/99", "/nothing", "/openapi.json")] + [("POST", "/api/undo")],
)
def test_every_answer_is_sealed(served: Served, method: str, path: str) -> None:
    with served.client() as client, served.stranger() as stranger:
        for answer in (client.request(method, path, json={}), stranger.request(method, path, json={})):
            for name, value in HEADERS:
                assert answer.headers.get_list(name) == [value]
            assert answer.headers["cache-control"] in ("no-store", "no-cache")
            assert "server" not in answer.headers


def test_the_policy_makes_no_exception() -> None:
    assert "unsafe" not in POLICY
    assert "*" not in POLICY
    assert "data:" not in POLICY
    for part in POLICY.split("; "):
        assert part.split()[1:] in (["'self'"], ["'none'"])


@pytest.fixture
def built(tmp_path: Path) -> Path:
    folder = tmp_path / "static"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>Ahlaf</title>")
    (folder / "assets" / "main-a1b2c3d4.js").write_text("export {}")
    (folder / "built-from.txt").write_text("digest")
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    return folder


def test_the_built_page(project: Project, built: Path) -> None:
    with serving(project, static=built) as served, served.client() as client:
        page = client.get("/")
        assert (page.status_code, page.headers["cache-control"]) == (200, "no-cache")
        assert page.headers["content-type"] == "text/html; charset=utf-8"
        assert client.get("/", headers={"If-None-Match": page.headers["etag"]}).status_code == 304
        script = client.get("/assets/main-a1b2c3d4.js")
        assert script.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert script.headers["content-type"].startswith("text/javascript")
        for path in ("/built-from.txt", "/link.txt", "/assets/none.js", "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt",
                     "/assets/..%2f..%2fsecret.txt", "//etc/passwd", "/assets/%00"):  # fmt: skip
            assert client.get(path).status_code == 404, path


def test_a_page_that_is_not_built_says_how(project: Project, tmp_path: Path) -> None:
    with serving(project, static=tmp_path / "none") as served, served.client() as client:
        answer = client.get("/")
        assert answer.status_code == 503
        assert "pip install" in answer.text
        assert client.get("/api/project").status_code == 200
