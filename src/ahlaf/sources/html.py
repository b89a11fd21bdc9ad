"""A web page → the article in it: trafilatura takes the text out, with title, author, outlet, date, address.

Only what the page holds is used; nothing is fetched. A page that would keep the library busy for minutes is
made tame first: tags nested deeper than any browser writes them go (their text stays), and a page of more tags
or text than an article has gives all of its text, menus included, with a note that says so.
"""

from __future__ import annotations

import html as entities
import logging
import re
from typing import Any, Final, NamedTuple

from ahlaf.errors import EmptyInput, InputError
from ahlaf.model import Document
from ahlaf.sources import decode, published
from ahlaf.sources.raw import Documents, Loaded, Raw

_META: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
_PAGE: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body|article)\b", re.IGNORECASE)
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})([^<>]*)>")
_VOID: Final = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_SELF_CLOSING: Final = frozenset("p li dt dd tr td th thead tbody tfoot option optgroup colgroup".split())
"""Elements that the next of their kind closes: old pages never close them, so they don't count as nested."""
_BLOCK: Final = frozenset(
    "address article aside blockquote br dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol "
    "p pre section table td th title tr ul".split()
)
_SILENT: Final = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|template|noscript|iframe|svg)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL
)
_TITLE: Final = re.compile(r"<title[^<>]*>([^<]{0,500})", re.IGNORECASE)
_SPACE: Final = re.compile(r"[ \t\r\f\v\xa0]+")
_GAP: Final = re.compile(r"\n{20,}")
_LINES: Final = re.compile(r" ?\n[ \n]*")

DEPTH: Final = 150
"""How deep tags may be nested; a browser's own pages keep under a hundred."""
TAGS: Final = 15_000
LETTERS: Final = 2_000_000
"""More tags or characters than this and a page gives all of its text: finding its article would take minutes."""
_METAS: Final = 200
"""So many of a page's declarations are looked at."""
_LONG_TAG: Final = 20_000
_ATTRIBUTES: Final = 200


class Page(NamedTuple):
    """A page's article, and what is doubtful about it."""

    document: Document
    doubt: str = ""


def is_page(head: bytes) -> bool:
    """Whether bytes begin like a web page.

    >>> is_page(b"<!DOCTYPE html><title>"), is_page("قال <b>".encode())
    (True, False)
    """
    return bool(_PAGE.search(head.replace(b"\x00", b"")[:2048]))


def declared(head: bytes) -> str:
    """The encoding that a page names for itself, or nothing.

    >>> declared(b'<meta charset="windows-1256">')
    'windows-1256'
    """
    found = _META.search(head[:4096])
    return found.group(1).decode("ascii").lower() if found else ""


def documents(raw: Raw) -> Documents:
    """The one document of a saved page."""
    told = decode.decode(raw.whole(), raw.where, declared(raw.head))
    page = article(told.text, raw.name, raw.where)
    yield Loaded(page.document, raw.where, told.encoding, "; ".join(filter(None, (told.doubt, page.doubt))))


def document(page: str, name: str, where: str) -> Document:
    """The article of a page; see :func:`article`."""
    return article(page, name, where).document


def article(page: str, name: str, where: str) -> Page:
    """The article of a page, and what is doubtful about it.

    Raises:
        EmptyInput: no article text is found in the page.
        InputError: the page can't be read.
    """
    page = _tame(page.replace("\x00", ""))
    if len(page) > LETTERS or page.count("<") > 2 * TAGS:
        text = plain(page)
        if not text:
            raise EmptyInput(where, "is a page with no text in it", "give the article's text, or --input text")
        title = _TITLE.search(page)
        found = Document(text, name, title=plain(title[1]) or None if title else None)
        return Page(found, "larger than an article's page: all of its text is taken, menus included")
    import trafilatura  # noqa: PLC0415 - four tenths of a second to import

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        tree = trafilatura.load_html(page)
        day = published.day(tree) if tree is not None else None
        taken = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False, include_tables=False)
    except Exception as error:
        raise InputError(where, f"is a page that can't be taken apart: {type(error).__name__}", "give the article's text") from error
    text = (getattr(taken, "text", None) or "").strip()
    if not text:
        raise EmptyInput(where, "is a page with no article in it", "give the article's text, or --input text")
    return Page(
        Document(
            text=text,
            id=name,
            title=getattr(taken, "title", None),
            author=getattr(taken, "author", None),
            outlet=_as_declared(getattr(taken, "sitename", None), tree),
            date=day or published.in_address(getattr(taken, "url", None)),
            url=getattr(taken, "url", None),
            language=getattr(taken, "language", None),
        )
    )


def _as_declared(outlet: str | None, tree: Any) -> str | None:  # noqa: ANN401 - lxml's elements have no types of their own
    """A site's name in the letters in which the page declares it: trafilatura gives a small "bbc" capitals, and would make two of it."""
    declared = tree.xpath("//meta[@content]/@content")[:_METAS] if outlet and tree is not None else ()
    return next((name.strip() for name in declared if name.strip().casefold() == str(outlet).casefold()), outlet)


def plain(markup: str) -> str:
    r"""The text of a piece of HTML: a line a paragraph, without scripts and tags, entities read once.

    >>> plain("<p>قال &quot;لا&quot;</p><script>x</script><ul><li>أ<li>ب</ul> 3 < 4")
    'قال "لا"\nأ\nب\n3 < 4'
    """
    bare = _SILENT.sub(" ", markup)
    bare = _SPACE.sub(" ", bare.replace("\n", " ")) if _TAG.search(bare) else bare
    bare = _TAG.sub(lambda tag: "\n" if tag[2].lower() in _BLOCK else "", bare)
    return _LINES.sub("\n", _SPACE.sub(" ", entities.unescape(bare))).strip()


def _tame(page: str) -> str:
    """A page without the tags that lie too deep, and without attributes where a tag has hundreds of them."""
    wild = any(len(tag[3]) > _LONG_TAG or tag[3].count("=") > _ATTRIBUTES for tag in _TAG.finditer(page))
    if depth(page) <= DEPTH and not wild:
        return page
    now = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal now
        before, now = now, _deeper(now, tag)
        if max(before, now) > DEPTH and tag[2].lower() not in _VOID:
            return "\n" if tag[2].lower() in _BLOCK else ""
        if len(tag[3]) > _LONG_TAG or tag[3].count("=") > _ATTRIBUTES:
            return f"<{tag[1]}{tag[2]}>"
        return tag[0]

    return _GAP.sub("\n", _TAG.sub(kept, page))


def depth(markup: str) -> int:
    """How deep its tags are nested.

    >>> depth("<div><p>أ<br><p>ب<b>ج</b></div>")
    2
    """
    now = deepest = 0
    for tag in _TAG.finditer(markup):
        now = _deeper(now, tag)
        deepest = max(deepest, now)
    return deepest


def _deeper(now: int, tag: re.Match[str]) -> int:
    name = tag[2].lower()
    if name in _VOID or name in _SELF_CLOSING or tag[3].endswith("/"):
        return now
    return max(0, now - 1) if tag[1] else now + 1
