"""The rules of the rule book tried on their own examples: what each says must be found in them, and no more.

:func:`tried` is what ``ahlaf lexicon check`` and the tests of the built-in rules run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ahlaf.check.actors import any_same
from ahlaf.errors import LexiconError
from ahlaf.lexicon import load, rules
from ahlaf.lexicon.rules import Example, Written
from ahlaf.model import Claim, Document
from ahlaf.usecases import Reader


def written(lexicon: Iterable[str | Path] = ()) -> list[Written]:
    """The rules that are in force, those of the user's folders laid over the built-in ones.

    Raises:
        LexiconError: a rule is not written as it should be.
    """
    found: dict[str, Written] = {}
    for folder in (load.BUILT_IN, *map(Path, lexicon)):
        own, wrong = rules.read(folder)
        if wrong:
            raise wrong[0]
        found.update((rule.id, rule) for rule in own)
    return list(found.values())


def tried(wanted: Iterable[Written], lexicon: Iterable[str | Path] = ()) -> Iterator[LexiconError]:
    """What is wrong with the examples of some rules: each is read, and its claims looked at, however doubtful.

    Args:
        wanted: the rules.
        lexicon: the folders of the rule book in which they are, beside the built-in one.
    """
    folders = tuple(lexicon)
    sure, every = Reader(folders), Reader(folders, threshold=0.0)
    for rule in wanted:
        for example in rule.yes:
            document = Document(example.text)
            # a doubtful claim in the words beside it may stand for a rule's where everything is put out
            found = (*sure.read(document).claims, *every.read(document).claims)
            if not any(_is(claim, rule, example) for claim in found):
                here = "; ".join(dict.fromkeys(map(_told, found))) or "nothing"
                what = f"its example {example.text!r} does not give {example.source} {rule.relation} {example.target}"
                yield rule.error(what, f"found: {here}")
        for example in rule.no:
            if wrong := [c for c in every.read(Document(example.text)).claims if c.rule == rule.ref]:
                yield rule.error(f"it finds a claim in {example.text!r}: {_told(wrong[0])}", "narrow the pattern")


def _is(claim: Claim, rule: Written, example: Example) -> bool:
    if claim.rule != rule.ref or claim.relation != rule.relation or claim.source is None or claim.target is None:
        return False
    return any_same(claim.source.names, [example.source]) and any_same(claim.target.names, [example.target])


def _told(claim: Claim) -> str:
    source, target = (end.names[0] if end else "-" for end in (claim.source, claim.target))
    return f"{source} {claim.relation} {target} by {claim.rule}"
