r"""Markdown → its text without the marks, and what its front matter says.

Paragraphs, headings, list items, quotations and cells come one a line; links and emphasis leave their words, pictures
and code leave nothing, HTML in it is left out. Front matter is the lines between ``---`` (YAML, as far as it is
``key: value`` and plain lists) or ``+++`` (TOML) at the top; its keys may be Arabic.

>>> found = document("---\ntitle: حرب أم سلام\ndate: 12 آذار 2015\n---\n# العنوان\n\nقال **الوزير** [كلاماً](x).", "a", "a.md")
>>> found.title, found.date, found.text
('حرب أم سلام', '2015-03-12', 'العنوان\nقال الوزير كلاماً.')
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from ahlaf.errors import EmptyInput
from ahlaf.model import Document
from ahlaf.sources import dating, decode
from ahlaf.sources.raw import Documents, Loaded, Raw

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT: Final = re.compile(
    r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<inside>.{0,20000}?)^(?:(?P=fence)|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_PAIR: Final = re.compile(r"(?P<key>[\w-]+)[ \t]*:(?:[ \t]+(?P<value>.*))?$")
_ITEM: Final = re.compile(r"[ \t]*-[ \t]+(?P<value>.+)$")
_KEYS: Final = {
    "title": "title العنوان عنوان",
    "author": "author authors by byline الكاتب المؤلف بقلم",
    "outlet": "outlet source publication publisher site newspaper المصدر الصحيفة الناشر",
    "date": "date published pubdate التاريخ تاريخ",
    "url": "url link canonical permalink الرابط",
    "language": "language lang اللغة",
}
_FIELD: Final = {key: field for field, keys in _KEYS.items() for key in keys.split()}
_PAIRED: Final = "[]*_`~<"
_MARKS: Final = 2_000
"""More marks of one kind than this in one paragraph are no marks."""
_DEEPEST: Final = 50
"""How deep lists and quotations may lie in one another."""


def documents(raw: Raw) -> Documents:
    """The one document of a Markdown file."""
    found = decode.decode(raw.whole(), raw.where)
    yield Loaded(document(found.text, raw.name, raw.where), raw.where, found.encoding, found.doubt)


def document(source: str, name: str, where: str) -> Document:
    """The text of a Markdown source, with what its front matter says.

    Raises:
        EmptyInput: no text is left without the marks.
    """
    front = _FRONT.match(source)
    fields = _fields(front["inside"], toml=front["fence"] == "+++") if front else {}
    text = "\n".join(_lines(source[front.end() :] if front else source))
    if not text.strip():
        raise EmptyInput(where, "holds no text beside its marks", "is it all code and pictures?")
    if "date" in fields:
        fields["date"] = dating.of_field(fields["date"]) or ""
    return Document(text, name, **{key: value for key, value in fields.items() if value})


# -- the text -------------------------------------------------------------------------------------------


def _lines(source: str) -> Iterator[str]:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - seldom needed

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    for token in parser.parse(_tame(source)):
        if token.type == "inline":
            for line in _words(token.children or ()).split("\n"):
                if line.strip():
                    yield line.strip()


def _tame(source: str) -> str:
    """The source without the marks of paragraphs that are full of them: looking for their ends would take hours."""
    if not any(source.count(mark) > _MARKS for mark in _PAIRED):
        return source
    paragraphs = re.split(r"(\n[ \t\r]*\n)", source)
    for at, paragraph in enumerate(paragraphs):
        wild = {ord(mark): None for mark in _PAIRED if paragraph.count(mark) > _MARKS}
        if wild:
            paragraphs[at] = paragraph.translate(wild)
    return "".join(paragraphs)


def _words(tokens: Iterable[Token]) -> str:
    pieces = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            pieces.append(token.content)
        elif token.type == "softbreak":
            pieces.append(" ")
        elif token.type == "hardbreak":
            pieces.append("\n")
    return "".join(pieces)


# -- the front matter -----------------------------------------------------------------------------------


def _fields(inside: str, *, toml: bool) -> dict[str, str]:
    said = _toml(inside) if toml else dict(_yaml(inside))
    found: dict[str, str] = {}
    for key, value in said.items():
        field = _FIELD.get(key.strip().lower())
        if field and value.strip():
            found.setdefault(field, value.strip())
    return found


def _toml(inside: str) -> dict[str, str]:
    try:
        said: Mapping[str, Any] = tomllib.loads(inside)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    return {k: "، ".join(map(str, v)) if isinstance(v, list) else str(v) for k, v in said.items() if not isinstance(v, dict)}


def _yaml(inside: str) -> Iterator[tuple[str, str]]:
    """Keys at the left edge with their plain values; a list is joined, what is nested deeper is left aside."""
    key, items = "", list[str]()
    for line in inside.splitlines():
        item, pair = _ITEM.match(line), _PAIR.match(line)
        if item and key:
            items.append(_scalar(item["value"]))
        elif pair:
            yield key, "، ".join(items)
            key, items = pair["key"], []
            value = (pair["value"] or "").strip()
            if value.startswith("[") and value.endswith("]"):
                items = [_scalar(part) for part in re.split(r"[,،]", value[1:-1])]
            elif value and value[0] not in "|>&*!{":
                items = [_scalar(value)]
    yield key, "، ".join(items)


def _scalar(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return re.split(r"\s#", value, maxsplit=1)[0].rstrip()
