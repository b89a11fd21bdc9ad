"""Where a server sends one on: followed, but never into a network, in a circle or to what is not fetched."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from answering import Server, answer, rules, sent_on, serving
from fetching import PAGE, at, error_of, got

from ahlaf.errors import NotFetched
from ahlaf.sources.raw import Loaded


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
