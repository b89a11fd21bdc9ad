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
@click.option("--confirm", is_flag=True, help="It is so.")
@click.option("--refuse", is_flag=True, help="The text says no such thing.")
@click.option("--unsure", is_flag=True, help="It can't be told.")
@click.option("--set", "changes", multiple=True, metavar="FIELD=VALUE", help="Correct a field; may be given again.")
@click.option("--order", type=click.Choice(["doubt", "weight"]), default="doubt", help="Most doubtful or weightiest first.")
@click.option("--orphans", is_flag=True, help="List reviews that found no claim in the last coding.")
@who_option
@note_option
@language_option()
def review(
    address: str,
    number: int | None,
    changes: tuple[str, ...],
    order: str,
    who: str | None,
    note: str,
    language: Language,
    *,
    orphans: bool,
    **verdicts: bool,
) -> None:
    """Decide on claims, one key a decision; or on one claim with --claim.

    --set corrects a field, an end by an actor's name or id: --set relation=COERCE --set source=تركيا.
    """
    given = [name for name, said in verdicts.items() if said] + (["set"] if changes else [])
    verdict = _verdict(given, number, orphans=orphans)
    if wrong := next((change for change in changes if "=" not in change), None):
        raise click.UsageError(f"--set takes FIELD=VALUE, and {wrong!r} has no =")
    from ahlaf.cli_store import show
    from ahlaf.cli_store.session import Session
    from ahlaf.exchange.said import message, said

    with opened(address) as project:
        if orphans:
            show.reviews(project.reviews(orphans=True), language)
        elif number is None:
            Session(project, name_of(who), order, language=language).run()
        else:
            fields = dict(c.partition("=")[::2] for c in changes)
            made = project.review(number, verdict, name_of(who), note, fields)  # type: ignore[arg-type]
            tell(message("claim is", language, decision=made, claim=number, status=said(project.claim(number).status, language)))


def _verdict(given: list[str], number: int | None, *, orphans: bool) -> str:
    """The one verdict that is meant.

    Raises:
        UsageError: there are several, or there is one and no claim, or a claim and none.
    """
    if orphans and (given or number is not None):
        raise click.UsageError("--orphans lists reviews and decides nothing: give it without --claim and verdicts")
    if given and number is None:
        raise click.UsageError(f"--{given[0]} needs --claim N: which claim is meant?")
    if len(given) > 1:
        raise click.UsageError(f"--{given[0]} and --{given[1]} are different verdicts: choose one")
    if number is not None and not given:
        raise click.UsageError("--claim needs --confirm, --refuse, --unsure or --set")
    return "" if not given else "correct" if given[0] == "set" else given[0]


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
