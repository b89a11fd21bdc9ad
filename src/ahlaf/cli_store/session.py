"""Reviewing in the terminal: a claim in its surroundings, one key a decision.

Keys are places on the keyboard: each answers to its Latin letter and to the Arabic letter that stands on the same
key, so that nobody has to switch keyboards. Every decision is written at once.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import click
from rich.console import Console
from rich.text import Text

from ahlaf.errors import AhlafError
from ahlaf.exchange.said import message, said
from ahlaf.exchange.terminal import FSI, NOBODY, PDI, Paper, found_by, harmless, lined, relation
from ahlaf.exchange.vocabulary import TERMS
from ahlaf.store.errors import ProjectError

if TYPE_CHECKING:
    from ahlaf.exchange.report.content import Language
    from ahlaf.store import KeptClaim, Project
    from ahlaf.store.records import Verdict

KEYS: Final[dict[str, str]] = {
    "y": "confirm", "غ": "confirm",
    "n": "refuse", "ى": "refuse",
    "u": "unsure", "ع": "unsure",
    "c": "correct", "ؤ": "correct",
    "t": "note", "ف": "note",
    "s": "skip", "س": "skip",
    "z": "undo", "ئ": "undo",
    "": "quit", "q": "quit", "ض": "quit", "\x03": "quit", "\x04": "quit", "\x1b": "quit",
}  # fmt: skip
_AROUND: Final = 220
_PAGE: Final = 10


class Session:
    """One coder's sitting."""

    def __init__(self, project: Project, who: str, order: str, paper: Console | None = None, language: Language = "en") -> None:
        self.project = project
        self.who = who
        self.order = order
        self.paper = paper or Paper(highlight=False, markup=False, emoji=False, soft_wrap=True)
        self.language = language
        self.skipped: list[int] = []
        self.decided: list[int] = []
        self.note = ""

    def run(self, key: Callable[[], str] | None = None) -> None:
        """Show claim after claim until there are none, or the coder leaves."""
        key = key or _key
        while page := self.project.queue(self.who, self.order, _PAGE, self.skipped):
            for claim in page:
                self.show(claim)
                what = self._one(claim, key)
                if what == "quit":
                    self._end()
                    return
                if what == "undo":
                    break
        self._print(message("nothing left", self.language))
        self._end()

    def _one(self, claim: KeptClaim, key: Callable[[], str]) -> str:
        """Keys until the claim is decided, skipped or left."""
        while True:
            what = KEYS.get(key().lower(), "")
            if what == "quit":
                return what
            if what == "skip":
                self.skipped.append(claim.id)
                return what
            if what == "undo":
                if self._undo():
                    return what
            elif what == "note":
                self.note = click.prompt(said("note", self.language), default="", show_default=False)
            elif what == "correct":
                if self._correct(claim):
                    return what
            elif what:
                self._write(claim, what)  # type: ignore[arg-type]
                return what
            else:
                self._print(message("keys", self.language), "dim")

    def _write(self, claim: KeptClaim, verdict: Verdict, changes: dict[str, str] | None = None) -> None:
        self.decided.append(self.project.review(claim.id, verdict, self.who, self.note, changes or {}))
        self.note = ""
        self._print(f"→ {said(self.project.claim(claim.id).status, self.language)}", "dim")

    def _undo(self) -> bool:
        if not self.decided:
            self._print(message("nothing to undo", self.language), "dim")
            return False
        number = self.decided.pop()
        self.project.undo(self.who, number)
        self._print(message("decision undone", self.language, number=number), "dim")
        return True

    def _correct(self, claim: KeptClaim) -> bool:
        typed = click.prompt(message("changes", self.language), default="", show_default=False)
        changes = {k.strip(): v.strip() for k, _, v in (part.partition("=") for part in typed.split(";")) if k.strip()}
        if not changes:
            return False
        try:
            self._write(claim, "correct", changes)
        except AhlafError as error:
            self.paper.print(harmless(str(error)), style="red")
            return False
        return True

    def show(self, claim: KeptClaim) -> None:
        """A claim: who, what, whom; who says it; its words in their surroundings."""
        raw = self.project.text(claim.document).text
        head = Text(f"\n{claim.id}  ", "dim")
        source, target = (_isolated(end.name if end else NOBODY) for end in (claim.source, claim.target))
        words, style = relation(claim.relation, claim.sign, claim.polarity, self.language)
        for part in (source, Text(lined(words, terminal=self.paper.is_terminal), style), target):
            head.append_text(part).append("   ")
        self.paper.print(head)
        voice = claim.voice.name if claim.voice else TERMS["author"][self.language == "ar"]
        about = [
            said(claim.modality, self.language),
            message("says", self.language, who=voice),
            message("credence", self.language, share=f"{claim.credence:.2f}"),
            said(claim.status, self.language),
        ]
        if claim.coders:
            about.append(message("found", self.language, who=found_by(claim.coders, claim.differs, self.language)))
        about += [x for x in (claim.date, claim.outlet, claim.title) if x]
        self._print("  ·  ".join(about), "dim")
        start, end = max(0, claim.evidence.start - _AROUND), min(len(raw), claim.evidence.end + _AROUND)
        line = Text(FSI)
        marks = sorted({start, end, claim.evidence.start, claim.evidence.end, claim.trigger.start, claim.trigger.end})
        for a, b in pairwise(marks):
            if start <= a and b <= end:
                inside = claim.evidence.start <= a and b <= claim.evidence.end
                trigger = claim.trigger.start <= a and b <= claim.trigger.end
                line.append(harmless(raw[a:b]), "bold reverse" if trigger else "bold" if inside else "dim")
        self.paper.print(line.append(PDI))

    def _end(self) -> None:
        self._print(message("decided", self.language, number=len(self.decided)))

    def _print(self, words: str, style: str = "") -> None:
        self.paper.print(Text(lined(words, terminal=self.paper.is_terminal), style))


def _key() -> str:
    """The next key; leaving is a key too."""
    try:
        return click.getchar()
    except (KeyboardInterrupt, EOFError):
        return "q"
    except OSError as error:
        raise ProjectError("review", "there is no terminal to take keys from", "decide with --claim N --confirm, or another") from error


def _isolated(name: str) -> Text:
    return Text(FSI, "bold").append(harmless(name)).append(PDI)
