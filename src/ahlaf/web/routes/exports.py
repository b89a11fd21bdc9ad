"""What goes out: claims, the network and the report, as files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Final, Literal, NamedTuple
from urllib.parse import quote

from fastapi import Query
from fastapi.responses import StreamingResponse

from ahlaf import tables
from ahlaf.exchange import jsonarray, jsonl
from ahlaf.store import Wanted
from ahlaf.web import shapes_network as shapes
from ahlaf.web.desk import Asked, Desk
from ahlaf.web.routes.common import AtDesk, room
from ahlaf.web.routes.network import Filters
from ahlaf.web.routes.project import called
from ahlaf.web.shapes import Items

if TYPE_CHECKING:
    from ahlaf.exchange.report.content import Report

router = room("exports")
Language = Literal["ar", "en"]
Written = Callable[[Desk, Asked, Language], Iterable[str | bytes]]


class Form(NamedTuple):
    """What a project can be written as."""

    group: Literal["claims", "network", "report"]
    ending: str
    kind: str
    written: Written
    """Gives the pieces of the file; what can't be written at all is said before the first of them."""


def _graph(form: str) -> Written:
    def written(desk: Desk, asked: Asked, language: Language) -> Iterable[str]:
        from ahlaf.exchange.graphfile import graph_file  # noqa: PLC0415 - the libraries of the network are heavy

        desk.fresh()
        _, network = desk.network(asked)
        network.need()
        return [graph_file(network, form, language)]

    return written


def _ordered(desk: Desk, asked: Asked, language: Language, *, png: bool = False) -> Report:
    from ahlaf import reports  # noqa: PLC0415 - as above

    order = reports.Order(
        only=desk.chosen(asked, refused=True), lifts=asked.lifts, settings=asked.weights, language=language, png=png, filters=asked.told()
    )
    return reports.gather(desk.project, order)


def _report(desk: Desk, asked: Asked, language: Language) -> Iterable[str]:
    from ahlaf.exchange.report import page  # noqa: PLC0415 - as above

    return [page(_ordered(desk, asked, language))]


def _word(desk: Desk, asked: Asked, language: Language) -> Iterable[bytes]:
    from ahlaf.exchange.report import docx  # noqa: PLC0415 - as above

    return [docx(_ordered(desk, asked, language, png=True))]


def _csv(desk: Desk, asked: Asked, _language: Language) -> Iterable[str]:
    return tables.claims_csv(desk.project, Wanted(standing=True), only=desk.chosen(asked))


def _jsonl(desk: Desk, asked: Asked, _language: Language) -> Iterable[str]:
    return jsonl.chunks(desk.project.readings(only=desk.chosen(asked)))


def _json(desk: Desk, asked: Asked, _language: Language) -> Iterable[str]:
    return jsonarray.chunks(desk.project.readings(only=desk.chosen(asked)))


FORMS: Final[dict[str, Form]] = {
    "csv": Form("claims", "csv", "text/csv; charset=utf-8", _csv),
    "jsonl": Form("claims", "jsonl", "application/x-ndjson; charset=utf-8", _jsonl),
    "json": Form("claims", "json", "application/json; charset=utf-8", _json),
    "gexf": Form("network", "gexf", "application/gexf+xml; charset=utf-8", _graph("gexf")),
    "graphml": Form("network", "graphml", "application/graphml+xml; charset=utf-8", _graph("graphml")),
    "report": Form("report", "html", "text/html; charset=utf-8", _report),
    "docx": Form("report", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", _word),
}
_ASKED: Final = f"^({'|'.join(FORMS)})$"


@router.get("/export/formats")
def get_formats() -> Items[shapes.Format]:
    """What a project can be written as."""
    return Items(items=[shapes.Format(format=name, extension=form.ending, group=form.group) for name, form in FORMS.items()])


@router.get("/export/chosen")
def get_chosen(desk: AtDesk, filters: Filters) -> shapes.Passing:
    """How many claims pass the filters, of how many that nobody refused."""
    every = desk.project.count(Wanted(standing=True))
    chosen = desk.chosen(filters)
    return shapes.Passing(claims=every if chosen is None else len(chosen), total=every)


@router.get("/export", response_class=StreamingResponse)
def export(
    desk: AtDesk,
    filters: Filters,
    format_: Annotated[str, Query(alias="format", pattern=_ASKED)] = "jsonl",
    language: Language = "ar",
) -> StreamingResponse:
    """The claims that pass the filters as they stand after all decisions, their network, or the report on them, as a file."""
    form = FORMS[format_]
    pieces = form.written(desk, filters, language)

    def written() -> Iterator[bytes]:
        for piece in pieces:
            yield piece if isinstance(piece, bytes) else piece.encode("utf-8", "replace")

    what = form.group if form.group != "report" else f"{form.group}-{language}"
    name = f"{called(desk)}-{what}.{form.ending}"
    said = f"attachment; filename=\"{what}.{form.ending}\"; filename*=UTF-8''{quote(name, safe='')}"  # RFC 6266: the plain name first
    return StreamingResponse(written(), media_type=form.kind, headers={"Content-Disposition": said})
