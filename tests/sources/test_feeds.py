from __future__ import annotations

from pathlib import Path

import pytest
from making import OTHER, TEXT, documents, errors, feed, loaded, page

ATOM = f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>مجلة الرأي</title>
<entry><title type="html">حرب &amp;amp; سلام</title><id>urn:1</id>
<link href="http://paper.example/1"/><updated>2016-03-14T10:00:00Z</updated>
<author><name>كريم الساعدي</name></author><summary>ملخص قصير</summary>
<content type="html">&lt;p&gt;{TEXT}&lt;/p&gt;</content></entry></feed>"""


def test_an_rss_entry_gives_its_content_and_what_it_says_of_itself(tmp_path: Path) -> None:
    item = (
        "<title>عنوان &amp;amp; آخر</title><link>http://paper.example/1</link><guid>id-1</guid>"
        "<pubDate>Mon, 14 Mar 2016 22:00:00 GMT</pubDate><dc:creator>كريم الساعدي</dc:creator>"
        f"<description>ملخص</description><content:encoded><![CDATA[<p>{TEXT}</p><p>{OTHER}&nbsp;</p><script>alert(1)</script>]]></content:encoded>"
    )
    (found,) = documents(loaded(tmp_path / "feed.xml", feed(item)))
    assert found.text == f"{TEXT}\n{OTHER}"
    assert (found.id, found.title, found.author, found.outlet) == ("id-1", "عنوان & آخر", "كريم الساعدي", "صحيفة الغد")
    assert (found.date, found.url) == ("2016-03-14", "http://paper.example/1")


def test_an_atom_entry_gives_its_content(tmp_path: Path) -> None:
    (found,) = documents(loaded(tmp_path / "news.atom", ATOM.encode()))
    assert (found.text, found.title, found.author) == (TEXT, "حرب & سلام", "كريم الساعدي")
    assert (found.id, found.url, found.date, found.outlet) == ("urn:1", "http://paper.example/1", "2016-03-14", "مجلة الرأي")


def test_a_summary_stands_in_for_a_content_and_an_entry_without_either_is_told(tmp_path: Path) -> None:
    found = loaded(tmp_path / "a.rss", feed(f"<title>ع</title><description>{TEXT}</description>", "<title>عنوان وحده</title>"))
    assert [(d.text, d.id) for d in documents(found)] == [(TEXT, "a:1")]
    (error,) = errors(found)
    assert "entry 2: has no text, only a title" in str(error)


@pytest.mark.parametrize("encoding", ["windows-1256", "utf-16"])
def test_an_old_feed_is_read_by_its_bytes(tmp_path: Path, encoding: str) -> None:
    text = feed(f"<description>{TEXT}</description>").decode().replace("utf-8", encoding)
    (found,) = loaded(tmp_path / "a.xml", text.encode(encoding))
    assert [d.text for d in documents([found])] == [TEXT]


def test_a_feed_is_known_without_its_ending(tmp_path: Path) -> None:
    assert [d.text for d in documents(loaded(tmp_path / "download", feed(f"<description>{TEXT}</description>")))] == [TEXT]


BILLION = (
    '<!DOCTYPE rss [<!ENTITY a "ضحك ضحك ضحك">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">' for n in range(1, 12)) + "]>"
)


@pytest.mark.parametrize(
    "declared",
    [
        BILLION,
        '<!DOCTYPE rss [<!ENTITY a11 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1:1/x.dtd">%p;]>',
        f"<!-- <rss> -->{BILLION}",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_feed_that_declares_entities_is_refused_before_it_is_parsed(tmp_path: Path, declared: str, encoding: str) -> None:
    text = feed(f"<description>{TEXT} &a11;</description>", before=declared).decode().replace("utf-8", encoding)
    (error,) = loaded(tmp_path / "a.xml", text.encode(encoding))
    assert "declares entities" in str(error)


def test_a_hundred_thousand_nested_tags_in_a_feed_crash_nothing(tmp_path: Path) -> None:
    deep = "<b>" * 100_000
    (error,) = loaded(tmp_path / "a.xml", feed(f"<description>{TEXT}</description><x>{deep}</x>", f"<description>{OTHER}</description>"))
    assert "nested more than 300 deep" in str(error)
    html = feed(f"<description><![CDATA[{deep}{TEXT}]]></description>")
    assert [d.text for d in documents(loaded(tmp_path / "b.xml", html))] == [TEXT]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (f"<?xml version='1.0'?><data><text>{TEXT}</text></data>".encode(), "no RSS or Atom feed"),
        (page().encode(), "no RSS or Atom feed"),
        (feed(), "without entries"),
        (b"", "is empty"),
        (feed(f"<description>{TEXT}</description>")[:150], "without entries"),
    ],
)
def test_what_is_no_feed_is_called_so(tmp_path: Path, data: bytes, says: str) -> None:
    (error,) = loaded(tmp_path / "a.xml", data)
    assert says in str(error)
