"""The day of a page: what it declares, and never what could be guessed from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from making import TEXT, documents, loaded

HEAD = '<div class="today">الجمعة 1 كانون الثاني 2021</div><span class="date">2 كانون الثاني 2021</span>'


def page(head: str = "", top: str = "", beside: str = "") -> bytes:
    """A page with the clocks and years that stand on every page."""
    return (
        f'<!DOCTYPE html><html lang="ar"><head>{head}<title>عنوان الخبر</title></head><body><header>{HEAD}</header>'
        f'<article><h1>عنوان الخبر</h1>{top}<p>{TEXT} {TEXT}</p><p>{TEXT} {TEXT}</p></article>{beside}'
        '<aside><time datetime="2016-01-01">قديم</time><span class="date">12 آذار 2016</span></aside>'
        '<div class="related-posts"><span class="post-date">13 آذار 2016</span></div>'
        '<footer>جميع الحقوق محفوظة © 2019</footer></body></html>'
    ).encode()


def linked(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


SAID = {
    "nothing": (page(), None),
    "JSON-LD": (
        page(linked('{"@type":"NewsArticle","datePublished":"2015-03-12T22:00:00+03:00","dateModified":"2016-01-01"}')),
        "2015-03-12",
    ),
    "JSON-LD in a graph": (
        page(linked('{"@graph":[{"@type":"WebPage","datePublished":"2014-01-01"},{"@type":"Article","datePublished":"2015-03-12"}]}')),
        "2015-03-12",
    ),
    "JSON-LD that is broken": (page(linked('{"datePublished": '), '<time datetime="2015-03-12">x</time>'), "2015-03-12"),
    "JSON-LD without end": (page(linked("[" * 100_000)), None),
    "a meta element": (page('<meta property="article:published_time" content="2015-03-12T10:00:00Z">'), "2015-03-12"),
    "meta elements that differ": (page('<meta name="date" content="2015-03-12"><meta name="pubdate" content="2015-03-13">'), None),
    "meta elements, one fuller": (page('<meta name="date" content="2015"><meta name="pubdate" content="2015-03-12">'), "2015-03-12"),
    "a meta element of a change": (page('<meta property="article:modified_time" content="2015-03-12">'), None),
    "a time element": (page("", '<time datetime="2015-03-12T10:00">الخميس</time>'), "2015-03-12"),
    "the article's own time": (
        page("", '<time datetime="2015-03-12" itemprop="datePublished">.</time><time datetime="2015-04-01">.</time>'),
        "2015-03-12",
    ),
    "times of other things": (page("", '<time datetime="2015-03-12">.</time><time datetime="2015-04-01">.</time>'), None),
    "a time of a change": (page("", '<time class="updated" datetime="2015-03-12">.</time>'), None),
    "a line in Arabic": (page("", '<div class="entry-date">الخميس 12 آذار 2015</div>'), "2015-03-12"),
    "a line in parts": (page("", '<div class="post-meta"><span>كريم الساعدي</span> | <span>12 مارس 2015</span></div>'), "2015-03-12"),
    "a Hijri line": (page("", '<span class="date">٢١ رمضان ١٤٣٦هـ</span>'), "2015-07-08"),
    "a line whose day and month are open": (page("", '<span class="date">5/1/2015</span>'), "2015"),
    "a line that contradicts itself": (page("", '<span class="date">الجمعة 12 آذار 2015</span>'), None),
    "a line in prose": (page("", '<p class="date">قال في 12 آذار 2015 إنه لن يعود</p>'), None),
    "the address": (page('<link rel="canonical" href="http://paper.example/2015/3/12/news">'), "2015-03-12"),
    "the page's first lines": (page("", "<p>الخميس 12 آذار 2015</p>"), "2015-03-12"),
}


@pytest.mark.parametrize("case", SAID)
def test_the_day_is_what_the_page_declares(tmp_path: Path, case: str) -> None:
    data, wanted = SAID[case]
    (found,) = documents(loaded(tmp_path / "a.html", data))
    assert found.date == wanted


@pytest.mark.parametrize(
    ("head", "top", "author"),
    [
        ('<meta name="author" content="كريم الساعدي">', "", "كريم الساعدي"),
        ('<meta name="author" content="admin">', "", None),
        ("", '<span class="author">بقلم: كريم الساعدي</span>', "كريم الساعدي"),
        ("", "<p>بقلم: كريم الساعدي</p>", "كريم الساعدي"),
        ("", "", None),
    ],
)
def test_the_author_is_who_the_page_names(tmp_path: Path, head: str, top: str, author: str | None) -> None:
    (found,) = documents(loaded(tmp_path / "a.html", page(head, top)))
    assert found.author == author


def test_the_outlet_is_the_sites_name_or_its_domain(tmp_path: Path) -> None:
    named = '<meta property="og:site_name" content="صحيفة الغد"><link rel="canonical" href="https://www.paper.example/1">'
    assert [d.outlet for d in documents(loaded(tmp_path / "a.html", page(named)))] == ["صحيفة الغد"]
    small = '<meta property="og:site_name" content=" al-ghad ">'
    assert [d.outlet for d in documents(loaded(tmp_path / "c.html", page(small)))] == ["al-ghad"], "in its own letters"
    bare = '<link rel="canonical" href="https://www.paper.example/1">'
    assert [d.outlet for d in documents(loaded(tmp_path / "b.html", page(bare)))] == ["paper.example"]
