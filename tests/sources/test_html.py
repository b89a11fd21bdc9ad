from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import OTHER, TEXT, documents, errors, loaded, page

from ahlaf.sources import html


@pytest.mark.parametrize("tag", ["div", "b", "table"])
def test_a_hundred_thousand_nested_tags_lose_no_word_and_crash_nothing(tmp_path: Path, tag: str) -> None:
    deep = f"<{tag}>" * 100_000 + f"<p>{OTHER}</p>" + f"</{tag}>" * 100_000
    body = f"<html><body><article><p>{TEXT} {TEXT}</p><p>{TEXT}</p>{deep}</article></body></html>"
    (found,) = documents(loaded(tmp_path / "deep.html", body.encode()))
    assert TEXT in found.text


def test_tags_that_lie_too_deep_go_and_their_text_stays() -> None:
    tame = html._tame(f"<div>{'<div>' * 100_000}{OTHER}{'</div>' * 100_000}</div><p>{TEXT}</p>")
    assert html.depth(tame) <= html.DEPTH
    assert (OTHER in tame, f"<p>{TEXT}</p>" in tame) == (True, True)
    assert html._tame(page()) == page()


def test_a_page_of_old_that_closes_nothing_is_not_deep() -> None:
    assert html.depth("<ul>" + "<li>a<p>b<br>" * 10_000 + "</ul>") == 1


def test_a_page_larger_than_an_articles_gives_all_of_its_text_and_says_so(tmp_path: Path) -> None:
    body = f"<html><head><title>كتاب</title></head><body><nav>قائمة</nav>{f'<p>{OTHER}</p>' * 20_000}<p>{TEXT}</p></body></html>"
    (found,) = loaded(tmp_path / "book.html", body.encode())
    (document,) = documents([found])
    assert document.text.endswith(f"{OTHER}\n{TEXT}")
    assert (document.title, "all of its text is taken" in found.doubt) == ("كتاب", True)  # type: ignore[union-attr]


def test_a_tag_of_twenty_thousand_attributes_loses_them() -> None:
    attributes = " ".join(f"a{n}=1" for n in range(20_000))
    assert html._tame(f"<p {attributes}>{TEXT}</p>") == f"<p>{TEXT}</p>"


@pytest.mark.parametrize("data", [b"<html>", b"<html><body></body></html>", "<html><body><p> </p></body></html>".encode("utf-16")])
def test_a_page_without_a_text_says_so(tmp_path: Path, data: bytes) -> None:
    (error,) = errors(loaded(tmp_path / "a.html", data))
    assert "no article" in str(error)


def test_a_page_that_breaks_the_library_is_one_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    def broken(*_: object, **__: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(trafilatura, "bare_extraction", broken)
    (error,) = errors(loaded(tmp_path / "a.html", page().encode()))
    assert "can't be taken apart: RecursionError" in str(error)


@given(st.text(st.sampled_from("<>/pbdiv a\"'=&;!-\nنص"), max_size=200))
def test_a_piece_of_html_never_breaks(markup: str) -> None:
    assert html.plain(markup) == html.plain(markup).strip()
    assert html.depth(html._tame(markup * 50)) <= html.DEPTH
