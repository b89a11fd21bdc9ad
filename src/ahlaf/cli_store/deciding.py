"""Decisions on claims, and undoing of anything: review, undo."""

# ruff: noqa: PLC0415 - what a command needs is imported when it runs, so that --help answers at once

from __future__ import annotations

import click

from ahlaf.cli_store.base import NUMBER, command, name_of, note_option, opened, project, quoted, tell, who_option


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
def review(
    address: str,
    number: int | None,
    verdict: str | None,
    changes: tuple[str, ...],
    order: str,
    who: str | None,
    note: str,
    *,
    orphans: bool,
) -> None:
    """Decide on claims, one key a decision; or on one claim with --claim."""
    from ahlaf.cli_store import show
    from ahlaf.cli_store.session import Session

    with opened(address) as project:
        if orphans:
            show.reviews(project.reviews(orphans=True))
        elif number is None:
            Session(project, name_of(who), order).run()
        else:
            if changes and verdict is None:
                verdict = "correct"
            if verdict is None:
                raise click.UsageError("--claim needs --confirm, --refuse, --unsure or --set")
            fields = dict(c.partition("=")[::2] for c in changes)
            made = project.review(number, verdict, name_of(who), note, fields)  # type: ignore[arg-type]
            tell(f"decision {made}: claim {number} is {project.claim(number).status}")


@command("undo")
@project
@click.argument("number", type=NUMBER, required=False, metavar="[DECISION]")
@who_option
@note_option
def undo(address: str, number: int | None, who: str | None, note: str) -> None:
    """Undo your last review or decision on an actor, or what has this number: an addition, a removal or an undoing, too.

    An addition takes its documents and all their claims with it, so it is undone by its number alone, and so is the
    removal of a document (`ahlaf status --journal 20` shows the numbers).
    """
    with opened(address) as project:
        undone = project.undo(name_of(who), number, note)
        root = undone.decision
        removal = root.kind == "remove"
        of = (removal and f"document {root.document}") or (root.claim and f"claim {root.claim}") or root.actor
        what = root.kind + (f" of {of}" if of else "")
        tell(f"decision {root.id} ({what}, by {root.who}) {'counts again' if root.active else 'is undone'}")
        back = root.active != removal  # a removal that counts leaves its document out
        if undone.documents:
            tell(f"{undone.documents} document(s) with {undone.claims} claim(s) {'are back' if back else 'are left out now'}")
        again = "takes it back again" if root.active else "removes it again" if removal else "brings it back"
        tell(f"`ahlaf undo {quoted(project.shown)} {undone.number}` {again}")
