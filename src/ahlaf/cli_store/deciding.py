"""Decisions on claims, and undoing of anything: review, undo."""

# ruff: noqa: PLC0415 - what a command needs is imported when it runs, so that --help answers at once

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ahlaf.cli_store.base import NUMBER, command, language_option, name_of, note_option, opened, project, quoted, tell, who_option

if TYPE_CHECKING:
    from ahlaf.exchange.report.content import Language


@command("review")
@project
@click.option("--claim", "number", type=NUMBER, metavar="N", help="Decide on this claim.")
@click.option("--confirm", "verdict", flag_value="confirm", help="It is so.")
@click.option("--refuse", "verdict", flag_value="refuse", help="The text says no such thing.")
@click.option("--unsure", "verdict", flag_value="unsure", help="It can't be told.")
@click.option("--set", "changes", multiple=True, metavar="FIELD=VALUE", help="Correct a field; may be given again.")
@click.option("--order", type=click.Choice(["doubt", "weight"]), default="doubt", help="Most doubtful or weightiest first.")
@click.option("--orphans", is_flag=True, help="List reviews that found no claim in the last coding.")
@who_option
@note_option
@language_option()
def review(
    address: str,
    number: int | None,
    verdict: str | None,
    changes: tuple[str, ...],
    order: str,
    who: str | None,
    note: str,
    language: Language,
    *,
    orphans: bool,
) -> None:
    """Decide on claims, one key a decision; or on one claim with --claim."""
    from ahlaf.cli_store import show
    from ahlaf.cli_store.session import Session
    from ahlaf.exchange.said import message, said

    with opened(address) as project:
        if orphans:
            show.reviews(project.reviews(orphans=True), language)
        elif number is None:
            Session(project, name_of(who), order, language=language).run()
        else:
            if changes and verdict is None:
                verdict = "correct"
            if verdict is None:
                raise click.UsageError("--claim needs --confirm, --refuse, --unsure or --set")
            fields = dict(c.partition("=")[::2] for c in changes)
            made = project.review(number, verdict, name_of(who), note, fields)  # type: ignore[arg-type]
            tell(message("claim is", language, decision=made, claim=number, status=said(project.claim(number).status, language)))


@command("undo")
@project
@click.argument("number", type=NUMBER, required=False, metavar="[DECISION]")
@who_option
@note_option
@language_option()
def undo(address: str, number: int | None, who: str | None, note: str, language: Language) -> None:
    """Undo your last review or decision on an actor, or what has this number: an addition, a removal or an undoing, too.

    An addition takes its documents and all their claims with it, so it is undone by its number alone, and so is the
    removal of a document (`ahlaf status --journal 20` shows the numbers).
    """
    from ahlaf.exchange.said import message, said

    with opened(address) as project:
        undone = project.undo(name_of(who), number, note)
        root = undone.decision
        removal = root.kind == "remove"
        of, what = root.actor, said(f"{root.kind}|decision", language)
        if removal:
            of = message("document n", language, n=root.document)
        elif root.claim:
            of = message("claim n", language, n=root.claim)
        if of:
            what = message("deed of", language, deed=what, what=of)
        tell(message("counts again" if root.active else "undone now", language, decision=root.id, what=what, who=root.who))
        back = root.active != removal  # a removal that counts leaves its document out
        if undone.documents:
            tell(message("are back" if back else "are out", language, documents=undone.documents, claims=undone.claims))
        again = "takes back" if root.active else "removes again" if removal else "brings back"
        tell(message(again, language, project=quoted(project.shown), decision=undone.number))
