r"""HTML made from a tree, so that every value is escaped by construction and none can be forgotten.

>>> text(E("p", {"title": 'a"b'}, "<b>", value("x\u202ey")))
'<p title="a&quot;b">&lt;b&gt;<bdi>x\u202ey</bdi></p>'

A value stands in ``bdi``: its direction is its own, and controls in it end with it. A sentence of the report's own has
the direction of the report's language, whatever name it begins with; only the names in it are values. Characters that no
HTML may hold are shown as pictures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

if TYPE_CHECKING:
    from ahlaf.exchange.report.content import Language, Sentence

Node = Element | str | None
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def clean(words: str) -> str:
    r"""A text without the characters that HTML forbids: C0 controls as pictures, others as the mark for no character.

    >>> clean("a\x00b\x1bc\x85")
    'a␀b␛c�'
    """
    return _CONTROL.sub(lambda m: chr(0x2400 + ord(m[0])) if m[0] < " " else "�", words)


def E(tag: str, *parts: Node | Mapping[str, str] | Iterable[Node]) -> Element:  # noqa: N802 - short, for it is written everywhere
    """An element; among its parts, mappings are attributes, texts are text, and nothing is nothing."""
    made = Element(tag)
    for part in parts:
        if isinstance(part, Mapping):
            for key, given in part.items():
                made.set(key, clean(given))
        elif part is None or isinstance(part, (str, Element)):
            _append(made, part)
        else:
            for one in part:
                _append(made, one)
    return made


def _append(made: Element, part: Node) -> None:
    if part is None:
        return
    if isinstance(part, Element):
        made.append(part)
    elif len(made):
        made[-1].tail = (made[-1].tail or "") + clean(part)
    else:
        made.text = (made.text or "") + clean(part)


def fold(title: Node, *content: Node | Iterable[Node], **attributes: str) -> Element:
    """What is told at a click, and on paper always; a link to something in it opens it."""
    return E("details", attributes, E("summary", title), *content)


def value(words: str | float, **attributes: str) -> Element:
    """A value, isolated."""
    return E("bdi", attributes, str(words) if isinstance(words, (str, int)) else f"{round(words, 3):g}")


def day(given: str) -> Element:
    """A date, which is not broken at its hyphens where it is as short as dates are."""
    return E("bdi", {"class": "day"} if len(given) <= len("2015-08-07") else {}, given)


def direction(language: Language) -> str:
    """Which way a language is written."""
    return "rtl" if language == "ar" else "ltr"


def sentence(said: Sentence, language: Language) -> Element:
    """A sentence in the direction of its language, with the names in it isolated, the longer where two begin together.

    >>> from ahlaf.exchange.report.content import Sentence
    >>> text(sentence(Sentence("اليمن is said to aid Yemenis", ("اليمن", "Yemen")), "en"))
    '<bdi dir="ltr"><bdi>اليمن</bdi> is said to aid Yemenis</bdi>'
    """
    names = "|".join(re.escape(name) for name in sorted(set(said.names), key=len, reverse=True) if name)
    parts = re.split(rf"(?<!\w)({names})(?!\w)", said.words) if names else [said.words]
    return E("bdi", {"dir": direction(language)}, [value(part) if at % 2 else part for at, part in enumerate(parts)])


def text(element: Element) -> str:
    """The tree as HTML."""
    return tostring(element, encoding="unicode", method="html")
