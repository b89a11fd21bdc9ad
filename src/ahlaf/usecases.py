"""What a user does with Ahlaf, in a few functions that join the rooms: read, explain, look into the rule book.

The command line and the Python surface call these; nothing here prints.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, Final

from ahlaf.coding import pipeline
from ahlaf.coding.claiming.reported import only_reported
from ahlaf.coding.coders import Coder, Rules
from ahlaf.coding.weighing import learned, senses
from ahlaf.coding.words.analysis import Analyser
from ahlaf.errors import AhlafError, ClaimNotFound, InputError, LexiconError, WrongValue
from ahlaf.lexicon import across, load, rules
from ahlaf.lexicon.names import bare_article
from ahlaf.lexicon.tables import Row
from ahlaf.model import Actor, Claim, Document, End, Reading, is_date
from ahlaf.sources import files
from ahlaf.sources.apart import Apart
from ahlaf.sources.raw import NO_COLUMNS
from ahlaf.text.views import fold, strip_marks

THRESHOLD: Final = pipeline.THRESHOLD
RULES: Final = "rules"
"""What the rules are called among the kinds of tables."""
_REF: Final = re.compile(r"(?P<file>.+\.(?:tsv|toml)):(?P<line>\d+)$")


def read(
    text: str | Document,
    *,
    date: str | None = None,
    lexicon: str | Path | Iterable[str | Path] = (),
    threshold: float = THRESHOLD,
    events: bool = False,
) -> Reading:
    """Read a text: its claims, actors, mentions and sentences.

    Args:
        text: the text as it came, or a :class:`~ahlaf.model.Document` that knows more about it.
        date: the day the text was written, in ISO 8601, where the document does not say; "yesterday" counts from it.
        lexicon: a folder of your own rows and rules, or several, laid over the built-in rule book.
        threshold: the least credence of a claim that is put out, from 0 to 1.
        events: put out only claims of events that the text reports as having happened.

    Raises:
        LexiconError: a row of a folder is wrong.
        TypeError: the text is bytes; decode them, or let ``ahlaf read`` tell the encoding.
        WrongValue: the date, or the document's own, is not ISO 8601, or the threshold is not between 0 and 1.

    A text without Arabic, or without any text, is read and nothing is found in it.
    """
    if not isinstance(text, (str, Document)):
        remedy = ": decode bytes first" if isinstance(text, (bytes, bytearray)) else ""
        raise TypeError(f"a text or a Document is needed, not {type(text).__name__}{remedy}")
    document = text if isinstance(text, Document) else Document(text)
    if not isinstance(document.text, str):
        raise TypeError(f"a document's text is a str, not {type(document.text).__name__}")
    if document.date is not None and not (isinstance(document.date, str) and is_date(document.date)):
        raise WrongValue(f"the document's date {document.date!r} is not like 2016, 2016-03 or 2016-03-14 (None where it is not known)")
    return Reader(lexicon, threshold, date, events=events).read(document)


class Reader:
    """Reads many documents with one rule book, which ``coder`` is as one of several (:mod:`ahlaf.coding.coders`)."""

    def __init__(
        self,
        lexicon: str | Path | Iterable[str | Path] = (),
        threshold: float = THRESHOLD,
        date: str | None = None,
        *,
        events: bool = False,
    ) -> None:
        if not 0 <= threshold <= 1:
            raise WrongValue(f"the threshold is {threshold}, it must lie between 0 and 1")
        if date is not None and not (isinstance(date, str) and is_date(date)):
            raise WrongValue(f"the date {date!r} is not like 2016, 2016-03 or 2016-03-14")
        self.folders = tuple(Path(folder) for folder in ([lexicon] if isinstance(lexicon, (str, Path)) else lexicon))
        self.threshold = threshold
        self.date = date
        self.events = events

    def read(self, document: Document) -> Reading:
        """Read one document; the reader's date stands in where it has none."""
        if self.date is not None and document.date is None:
            document = replace(document, date=self.date)
        reading = pipeline.code(document, self.analyser, learned.load(), self.threshold)
        return only_reported(reading) if self.events else reading

    @property
    def analyser(self) -> Analyser:
        """What knows the words, kept between documents."""
        return _analyser(self.folders)

    @property
    def coder(self) -> Rules:
        """The rule book as a coder."""
        from ahlaf import __version__  # noqa: PLC0415 - made by the module that imports this one

        digest = rule_book_digest(self.folders, self.threshold)
        return Rules(self.analyser, learned.load(), __version__, digest, self.threshold, events=self.events)


def rule_book_digest(folders: tuple[Path, ...], threshold: float | None) -> str:
    """What tells one rule book from another: its rows, the learned weights, a threshold of one's own."""
    digest = load.load(folders).digest + "-" + hashlib.sha256(learned.ARRAYS.read_bytes() + senses.TABLE.read_bytes()).hexdigest()[:8]
    return digest if threshold is None or threshold == THRESHOLD else f"{digest}-{threshold:g}"


@lru_cache(maxsize=4)
def _analyser(folders: tuple[Path, ...]) -> Analyser:
    return Analyser(load.load(folders))


@dataclass(frozen=True, slots=True)
class Read:
    """A document that was read, and what is doubtful about how its bytes were taken."""

    reading: Reading
    where: str
    doubt: str = ""


def read_source(
    reader: Reader,
    source: files.Source,
    kind: files.Input = "auto",
    stdin: BinaryIO | None = None,
    columns: Mapping[str, str] = NO_COLUMNS,
    apart: Apart | None = None,
) -> Iterator[Read | InputError]:
    """Read every document of a source; what can't be read comes as its error, in its place.

    ``apart`` knows the ids of the sources before, where there are several.
    """
    apart = apart or Apart()
    for found in files.load(source, kind, stdin, columns):
        if isinstance(found, InputError):
            yield found
            continue
        loaded = apart.called(found)
        try:
            reading = reader.read(loaded.document)
        except AhlafError:
            raise
        except Exception as error:  # noqa: BLE001 - one document that breaks the coder must not stop nine thousand
            what = f"the reader broke on it: {type(error).__name__}: {error}"
            yield InputError(loaded.where, what, "please report it with the text")
            continue
        yield Read(reading, loaded.where, loaded.doubt)


# -- why -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CitedRow:
    """A row of the rule book that led to a claim."""

    ref: str
    says: str
    row: Row | None
    folder: Path | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a claim was made, and whether it is made again."""

    reading: Reading
    number: int
    claim: Claim
    rows: tuple[CitedRow, ...]
    same: bool
    """Whether the document, read afresh, gives the very same claim."""
    example: str
    """The example that the deciding row or rule brings, or nothing."""
    example_found: bool | None
    """Whether reading the example uses the same row; None where there is no example."""
    example_instead: str = ""
    """Which other row gives the example's claim of this relation, where the same one does not."""


def explain(reader: Reader, document: Document, number: int, *, afresh: bool = True) -> Explanation:
    """Why the claim with this number (from 1) was made.

    Args:
        reader: reads the document.
        document: where the claim is.
        number: the claim's, from 1.
        afresh: whether the rule book is read again from its files for the replay, which takes seconds; else the
            document is read again with the one that the reader has.

    Raises:
        ClaimNotFound: there is no claim with that number.
    """
    analyser = Analyser(load.load(reader.folders)) if afresh else reader.analyser

    def again(read: Document) -> Reading:
        return pipeline.code(read, analyser, learned.load(), reader.threshold)

    return _explained(reader, reader.read(document), number, again)


def explain_coded(reader: Reader, coder: Coder, document: Document, number: int) -> Explanation:
    """The same for a claim of another coder: a language model's answers are held to the words afresh for the replay.

    Args:
        reader: knows the rows that are cited.
        coder: codes the document; one that takes its answers from the cache alone asks no server.
        document: where the claim is.
        number: the claim's, from 1.

    Raises:
        ClaimNotFound: there is no claim with that number.
        CoderError: the answers are not in the cache.
    """

    def again(read: Document) -> Reading:
        return coder.code(read).reading

    if reader.date is not None and document.date is None:
        document = replace(document, date=reader.date)
    return _explained(reader, again(document), number, again)


def explain_kept(reader: Reader, reading: Reading, number: int) -> Explanation:
    """The same for a claim as a project keeps it: its own reasons, and whether today's rule book gives it again.

    Raises:
        ClaimNotFound: there is no claim with that number.
    """

    def afresh(read: Document) -> Reading:
        found = again(reading.claims[number - 1], reader.read(read))
        return reading if found else replace(reading, claims=())

    return _explained(reader, reading, number, afresh)


def again(kept: Claim, afresh: Reading) -> int | None:
    """The number under which a reading has a claim that is kept; ``None`` where it has it no more."""
    return next((n for n, c in enumerate(afresh.claims, start=1) if _bare(c) == _bare(kept)), None)


def _bare(claim: Claim) -> Claim:
    """A claim with its actors by their ids alone: a project has one name for an actor, the coder names it anew in every text."""

    def bare(end: End) -> End:
        return replace(end, actor=Actor(end.actor.id, ""))

    return replace(
        claim,
        source=claim.source and bare(claim.source),
        target=claim.target and bare(claim.target),
        voice=tuple(bare(end) for end in claim.voice),
        place=claim.place and Actor(claim.place.id, ""),
    )


def _explained(reader: Reader, reading: Reading, number: int, again: Callable[[Document], Reading]) -> Explanation:
    document = reading.document
    if not 1 <= number <= len(reading.claims):
        have = f"its claims go from 1 to {len(reading.claims)}" if reading.claims else "it has no claims"
        raise ClaimNotFound(f"{document.id or 'the document'} has no claim {number}: {have}")
    claim = reading.claims[number - 1]
    cited = tuple(_cite(reader, r.ref, r.says) for r in claim.reasons if r.kind in ("row", "rule"))
    deciding = next((c.row for c in cited if c.row is not None and c.ref == claim.rule), None)
    example = deciding.cells.get("example", "") if deciding is not None else ""
    tried = pipeline.code(Document(example), reader.analyser, learned.load(), reader.threshold).claims if example else ()
    found = any(c.rule == claim.rule for c in tried) if example else None
    # A longer row may hold the same words: then it is that one which reads the example, and nothing is wrong.
    instead = next((c.rule for c in tried if c.relation == claim.relation), "") if example and not found else ""
    return Explanation(reading, number, claim, cited, claim in again(document).claims, example, found, instead)


def _cite(reader: Reader, ref: str, says: str) -> CitedRow:
    """The row that a reference means; where several folders have such a line, the one that fits what is said."""
    named = _REF.match(ref)
    if not named:
        return CitedRow(ref, says, None, None)
    candidates = []
    for folder in (load.BUILT_IN, *reader.folders):
        for row in _by_ref(folder).get(ref, ()):
            candidates.append((row, folder))
    if not candidates:
        return CitedRow(ref, says, None, None)
    fits = [c for c in candidates if any(cell and cell in says for cell in c[0].cells.values())]
    row, folder = (fits or candidates)[-1]
    return CitedRow(ref, says, row, folder)


@lru_cache(maxsize=4)
def _by_ref(folder: Path) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for table in tables_of(folder).values():
        for row in table:
            found.setdefault(row.ref, []).append(row)
    return found


def tables_of(folder: Path) -> dict[str, list[Row]]:
    """The sound rows of a rule-book folder by kind of table, its rules among them."""
    found = load.rows(folder)[0]
    return {**found, RULES: own} if (own := [rule.row for rule in rules.read(folder)[0]]) else found


# -- the rule book ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Checked:
    """What a rule-book folder holds: rows by kind of table, and all that is wrong."""

    rows: dict[str, int]
    errors: tuple[AhlafError, ...]


def check(folder: Path | None = None) -> Checked:
    """Read every row of a folder, or of the built-in rule book, and say which are wrong.

    Rows that are sound alone are then laid together, which finds what only shows across tables (an idiom
    whose verb has no row, an alias of an actor that does not exist): the first such is given. At last every
    rule, and every row of a user's folder, is tried on its own examples. Of the built-in rows a few are not
    read in theirs for a commoner word that is written alike; their tests know how many.
    """
    from ahlaf import rulebook  # noqa: PLC0415 - made of this module's reader

    tables, errors = load.rows(folder or load.BUILT_IN)
    written, wrong = rules.read(folder or load.BUILT_IN)
    found: list[AhlafError] = [*errors, *wrong, *(across.wrong(tables) if folder is None and not errors else ())]
    if not found:
        folders = (folder,) if folder else ()
        try:
            load.load(folders)
            found.extend(rulebook.unknown(tables if folder else {}, folders))
            found.extend(rulebook.tried(written, folders))
        except LexiconError as error:
            found.append(error)
    counted = {kind: len(rows) for kind, rows in sorted(tables.items())}
    return Checked(counted | ({RULES: len(written)} if written else {}), tuple(found))


@dataclass(frozen=True, slots=True)
class Found:
    """A row that knows a word, and as what."""

    row: Row
    table: str
    how: str
    """How the row knows it: ``form`` (an inflected form of its lemma), a column, or ``inside`` an expression."""


_WORDS: Final = ("word", "words", "noun", "plural", "name", "strong", "weak", "adjective", "people", "capital", "houses", "match", "id")
_INSIDE: Final = ("words", "name", "strong")
_LEMMAS: Final = ("lemma", "noun")
_ENGLISH: Final = ("name_en", "gloss")


def find(word: str, lexicon: Iterable[str | Path] = ()) -> list[Found]:
    """Every row that knows a word, in whatever form it is written; rows that only hold it among others come last.

    Clitics, marks and inflection are seen through: "وبالعراقيين" finds the row of Iraq. A word in Latin letters
    is looked for in ids, English names and glosses.
    """
    folders = tuple(Path(folder) for folder in lexicon)
    tokens = [fold(t) for t in strip_marks(word).split()]
    if not tokens:
        return []
    analysis = _analyser(folders).word(strip_marks(word).split()[0]) if len(tokens) == 1 else None
    keys = {" ".join(tokens)} if analysis is None else {k for k in analysis.keys if not k.startswith("[")} | {tokens[0]}
    keys |= {bare_article(k) for k in keys}
    lemmas = {e.lexeme.lemma for e in analysis.entries} if analysis else set()
    refs = {e.lexeme.ref for e in analysis.entries} if analysis else set()
    refs |= {x.ref for x in (analysis.nisba, analysis.generic) if x} if analysis else set()
    exact: list[Found] = []
    inside: list[Found] = []
    for folder in (load.BUILT_IN, *folders):
        for table, rows in tables_of(folder).items():
            for row in rows if table != "sources" else ():
                how = _how(row, keys, lemmas, refs)
                if how:
                    (inside if how == "inside" else exact).append(Found(row, table, how))
    return exact + inside


def _how(row: Row, keys: set[str], lemmas: set[str], refs: set[str]) -> str:
    whole = fold("\n".join(row.cells.values()))
    if row.ref not in refs and not any(key in whole for key in keys) and not any(lemma in row.cells.values() for lemma in lemmas):
        return ""
    for column in row.cells:
        kind = column.partition(" ")[0]
        values = row[column].replace("|", " ").replace("?", "").split() if kind == "match" else row.many(column)
        if kind in _WORDS and any(_plain(value) in keys for value in values):
            return kind
    if row.ref in refs or any(row.cells.get(column) in lemmas for column in _LEMMAS):
        return "form"
    for column in _ENGLISH:
        if any(value.strip().lower() in keys for value in row.cells.get(column, "").split(",")):
            return column
    if any(keys & {bare_article(t) for t in _plain(row[c]).split()} for c in row.cells if c.partition(" ")[0] in _INSIDE):
        return "inside"
    return ""


def _plain(text: str) -> str:
    return bare_article(fold(text.replace("[", "").replace("]", "").replace("|", " ")))
