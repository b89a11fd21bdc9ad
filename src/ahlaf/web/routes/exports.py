"""What goes out: claims, the network and the report, as files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Annotated, Final, Literal, NamedTuple
from urllib.parse import quote

from fastapi import Query
from fastapi.responses import StreamingResponse

from ahlaf import tables
from ahlaf.exchange import jsonarray, jsonl
from ahlaf.store import Wanted
from ahlaf.web import shapes_network as shapes
from ahlaf.web.desk import Asked, Desk
from ahlaf.web.routes.common import AtDesk, Who, room
from ahlaf.web.routes.project import called, weights
from ahlaf.web.shapes import Items

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

        _, network = desk.network(asked)
        network.need()
        return [graph_file(network, form, language)]

    return written


def _report(desk: Desk, asked: Asked, language: Language) -> Iterable[str]:
    from ahlaf import reports  # noqa: PLC0415 - as above
    from ahlaf.exchange.report import page  # noqa: PLC0415

    return [page(reports.gather(desk.project, reports.Order(settings=asked.weights, language=language)))]


def _word(desk: Desk, asked: Asked, language: Language) -> Iterable[bytes]:
    from ahlaf import reports  # noqa: PLC0415 - as above
    from ahlaf.exchange.report import docx  # noqa: PLC0415

    return [docx(reports.gather(desk.project, reports.Order(settings=asked.weights, language=language, png=True)))]


FORMS: Final[dict[str, Form]] = {
    "csv": Form("claims", "csv", "text/csv; charset=utf-8", lambda d, _a, _l: tables.claims_csv(d.project, Wanted(standing=True))),
    "jsonl": Form("claims", "jsonl", "application/x-ndjson; charset=utf-8", lambda d, _a, _l: jsonl.chunks(d.project.readings())),
    "json": Form("claims", "json", "application/json; charset=utf-8", lambda d, _a, _l: jsonarray.chunks(d.project.readings())),
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


@router.get("/export", response_class=StreamingResponse)
def export(
    desk: AtDesk, who: Who, format_: Annotated[str, Query(alias="format", pattern=_ASKED)] = "jsonl", language: Language = "ar"
) -> StreamingResponse:
    """Every claim as it stands after all decisions, the network of these claims, or the report on them, as a file."""
    form = FORMS[format_]
    pieces = form.written(desk, Asked(weights=weights(desk, who)), language)

    def written() -> Iterator[bytes]:
        for piece in pieces:
            yield piece if isinstance(piece, bytes) else piece.encode("utf-8", "replace")

    what = form.group if form.group != "report" else f"{form.group}-{language}"
    name = f"{called(desk)}-{what}.{form.ending}"
    said = f"attachment; filename=\"{what}.{form.ending}\"; filename*=UTF-8''{quote(name, safe='')}"  # RFC 6266: the plain name first
    return StreamingResponse(written(), media_type=form.kind, headers={"Content-Disposition": said})
