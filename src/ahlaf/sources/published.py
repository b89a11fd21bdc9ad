"""The day on which a page says that it was published: what it declares, and not what can be guessed from it.

The ways, the surest first: JSON-LD's ``datePublished``, the ``meta`` elements that papers use, ``time`` elements of the
article, elements that are called a date and are nothing but one (:mod:`.dating`), and the day in the page's own
address. The first way that speaks decides, and only where all that it says is one day: a page with five dates of
other stories has none. Clocks in the page's head, years in its foot and dates beside the article don't count.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from ahlaf.sources import dating

_META: Final = frozenset(
    (
        "article:published_time article:published og:published_time og:article:published_time datepublished date.issued dc.date "
        "dc.date.issued dcterms.date dcterms.issued dcterms.created pubdate publishdate publish-date publish_date published_date "
        "published-date date parsely-pub-date sailthru.date citation_publication_date citation_date cxenseparse:recs:publishtime"
    ).split()
)
_APART: Final = (
    "[not(ancestor-or-self::aside or ancestor-or-self::nav or ancestor-or-self::footer or ancestor::*[self::header][not(ancestor::article "
    "or ancestor::main)] or ancestor::*[contains(@class, 'related') or contains(@class, 'sidebar') or contains(@class, 'widget') "
    "or contains(@class, 'comment') or contains(@class, 'latest') or contains(@class, 'footer') or contains(@class, 'more-')])]"
)
_TIMES: Final = f"//time{_APART}"
_NAMED: Final = f"//*[@class or @id or @itemprop][not(*[4])][string-length(normalize-space()) < 120]{_APART}"
_CALLED: Final = re.compile(
    r"(?:^|[\s_-])(?:\w{0,12}date\w{0,12}|\w{0,12}time|publish\w*|posted\w*|created\w*|\w{0,12}meta|\w{0,12}info|byline)(?:$|[\s_-])",
    re.IGNORECASE,
)
_UPDATED: Final = re.compile(r"modif|updat|today|now|current|clock", re.IGNORECASE)
_PATH: Final = re.compile(r"/((?:19|20)\d{2})/(\d{1,2})/(\d{1,2})(?:/|$)")
_MOST: Final = 200
_WEIGHT: Final = 500_000
"""The most characters of JSON-LD that are looked at."""


def day(tree: Any) -> str | None:  # noqa: ANN401 - lxml's elements have no types of their own
    """The page's day in ISO 8601; ``None`` where it declares none, or several.

    Args:
        tree: the page as lxml holds it.
    """
    for way in (_linked, _meta, _times, _named):
        said = {found for value in way(tree) if (found := dating.of_field(value))}
        if said:
            return _one(said)
    return None


def in_address(url: str | None) -> str | None:
    """The day that stands in a page's own address.

    >>> in_address("http://paper.example/2015/3/12/news"), in_address("http://paper.example/12/news")
    ('2015-03-12', None)
    """
    path = _PATH.search(url or "")
    return dating.of_field(f"{path[1]}-{int(path[2]):02}-{int(path[3]):02}") if path else None


def _one(said: set[str]) -> str | None:
    """The one day that all of them say, some perhaps less fully."""
    fullest = max(said, key=len)
    return fullest if all(fullest.startswith(one) for one in said) else None


def _linked(tree: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    for script in tree.xpath("//script[@type='application/ld+json']")[:20]:
        text = script.text or ""
        if len(text) > _WEIGHT:
            continue
        try:
            found = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _published(found)


def _published(found: Any) -> Iterator[str]:  # noqa: ANN401 - whatever JSON holds
    """``datePublished`` of the page's own article: at the top, or in its graph; not of what it lists."""
    top = found if isinstance(found, list) else [found]
    graph = [g for one in top if isinstance(one, dict) and isinstance(one.get("@graph"), list) for g in one["@graph"]]
    articles = [one for one in (*top, *graph) if isinstance(one, dict) and isinstance(one.get("datePublished"), str)]
    # WebPage and its article both carry the day; comments and videos carry their own.
    for one in [a for a in articles if re.search(r"Article|Posting|Report", str(a.get("@type")))] or articles:
        yield one["datePublished"]


def _meta(tree: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    for element in tree.xpath("//meta[@content]")[:_MOST]:
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if name.strip().lower() in _META:
            yield element.get("content")


def _times(tree: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    found = [t for t in tree.xpath(_TIMES)[:_MOST] if not _UPDATED.search(_names(t))]
    own = [t for t in found if t.get("itemprop") == "datePublished" or t.get("pubdate") is not None]
    for element in own or found:
        yield element.get("datetime") or _text(element)


def _named(tree: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    for element in tree.xpath(_NAMED)[: 10 * _MOST]:
        names = _names(element)
        if _CALLED.search(names) and not _UPDATED.search(names):
            yield from _lines(element)


def _lines(element: Any) -> Iterable[str]:  # noqa: ANN401 - as above
    whole = _text(element)
    return (whole,) if dating.of_line(whole) else (t.strip() for t in element.itertext() if t.strip())


def _names(element: Any) -> str:  # noqa: ANN401 - as above
    return " ".join(element.get(key) or "" for key in ("class", "id", "itemprop"))


def _text(element: Any) -> str:  # noqa: ANN401 - as above
    return " ".join("".join(element.itertext()).split())
