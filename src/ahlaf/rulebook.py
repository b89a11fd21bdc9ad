"""Rows and rules of the rule book tried on their own examples: what each says must be found in them, and of a rule no more.

:func:`unknown` and :func:`tried` are what ``ahlaf lexicon check`` and the tests of the built-in rule book run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from ahlaf.check.actors import any_same
from ahlaf.coding import pipeline
from ahlaf.coding.words.analysis import Analyser
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.expressions import match_parts
from ahlaf.errors import LexiconError
from ahlaf.lexicon import load, rules
from ahlaf.lexicon.rules import Example, Written
from ahlaf.lexicon.tables import Row
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


WORDS: Final[Mapping[str, str]] = MappingProxyType({"verbs": "lemma", "nouns": "noun", "idioms": "words"})
"""The tables whose rows have examples, and the column that says of what."""


def unknown(rows: Mapping[str, Iterable[Row]], lexicon: Iterable[str | Path] = ()) -> Iterator[LexiconError]:
    """The verbs, nouns and expressions that their own examples are not read to have in them.

    Whether a claim comes of it hangs on what else the sentence has; that the word is seen hangs on its row.

    Args:
        rows: by kind of table; other kinds have no examples.
        lexicon: the folders of the rule book in which they are, beside the built-in one.
    """
    analyser = Analyser(load.load(tuple(map(Path, lexicon))))
    for kind, column in WORDS.items():
        for row in rows.get(kind, ()):
            if row["example"] and not _knows(pipeline.prepare(Document(row["example"]), analyser), row, column):
                what = f"its example {row['example']!r} is not read to have {row[column]!r} in it"
                yield row.error(what, "mend the example; or a commoner word is written alike, as `ahlaf lexicon find` shows")


def _knows(draft: Draft, row: Row, column: str) -> bool:
    if column != "words":
        return any(entry.lexeme.lemma == row[column] for word in draft.words for entry in word.entries)
    for at, word in enumerate(draft.words):
        end = draft.stretches[draft.sentence_of[at]].end if draft.sentence_of[at] >= 0 else at + 1
        if any(i.ref == row.ref and match_parts(draft, at, i, end) is not None for i in word.idioms):
            return True
    return False


def _is(claim: Claim, rule: Written, example: Example) -> bool:
    if claim.rule != rule.ref or claim.relation != rule.relation or claim.source is None or claim.target is None:
        return False
    return any_same(claim.source.names, [example.source]) and any_same(claim.target.names, [example.target])


def _told(claim: Claim) -> str:
    source, target = (end.names[0] if end else "-" for end in (claim.source, claim.target))
    return f"{source} {claim.relation} {target} by {claim.rule}"
