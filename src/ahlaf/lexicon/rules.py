"""Rules in TOML: what stands around some fixed words, and the claim that it makes. Parsed, checked, made ready to match.

A rule's ``match`` is a list of lines, each Arabic words or a place in Latin letters, never both, so that every line
keeps its order on a screen (docs/lexicon.md tells a linguist how they are written)::

    match = [
      "target is subject",          the subject of the verb that the fixed words hang on
      "بمساعدة|بدعم|بتمويل من?",      fixed words: the first of them finds the rule
      "source",                     the phrase that stands there, a list multiplied out
    ]

Every rule is read at the door: an unknown key, a line that is neither, a rule without its examples is refused with
its file, its line and what to do about it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from ahlaf.errors import LexiconError
from ahlaf.lexicon.entries import Sense
from ahlaf.lexicon.tables import ACTOR_KINDS, Row
from ahlaf.relations import RELATIONS
from ahlaf.text.views import fold

FOLDER: Final = "rules"
"""Where the rules of a rule-book folder lie."""
CREDENCE: Final = 0.6
"""How far a rule is believed that does not say: enough for its claim to be put out where nothing else finds it."""
LETTERS: Final = frozenset("لبكو")
"""Written together with the word behind them: in a pattern they ask it of the phrase that follows."""
PHRASES: Final = frozenset(("name", "nominal", "pronoun", "origin", "place", "whoever"))
"""What a slot may be asked to be, beside the kinds of actors."""
_SLOTS: Final = frozenset(("source", "target", "both", "phrase"))
_HEAD: Final = re.compile(r"\s*\[\[\s*rule\s*\]\]")
_EXAMPLE: Final = re.compile(r"\s*\[\[\s*rule\s*\.")
_AT: Final = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")
_ARABIC: Final = re.compile("[ء-ي]")
_STRANGE: Final = re.compile(r"[\[\]a-zA-Z:?_]")
_KEYS: Final = frozenset(("id", "says", "source", "match", "also", "relation", "mode", "credence", "yes", "no"))
_YES: Final = frozenset(("text", "source", "target"))
_NO: Final = frozenset(("text", "why"))
_FILLS: Final = re.compile("(source|target) is (subject|object|topic)( *:.*)?")
_NAME: Final = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")


class Step(NamedTuple):
    """One thing that a pattern asks for: a word, a slot, a gap of up to three words, or a number."""

    kind: str
    words: frozenset[str] = frozenset()
    """Folded words and ``[lemma]``, one of which must stand there."""
    letters: frozenset[str] = frozenset()
    """Clitics, one of which the phrase behind must have instead of a word."""
    optional: bool = False
    slot: str = ""
    kinds: frozenset[str] = frozenset()
    """What the phrase may be; empty for anything that acts."""


class Pattern(NamedTuple):
    """What must stand around the trigger's first word."""

    before: tuple[Step, ...]
    """The nearest first."""
    steps: tuple[Step, ...]
    """From the trigger's first word on."""
    trigger: int
    """How many of the steps the trigger has."""
    subject: Step | None
    """The slot that the subject of the clause's verb fills, or nothing."""
    object: Step | None
    topic: Step | None
    """The slot of whom a clause tells that has no verb, and whose predicate the trigger begins; or nothing."""
    verb: frozenset[str]
    """What the clause's verb must be, one of; empty where it may be anything, or none be there."""
    never: frozenset[str]
    """What it may not be."""


class Rule(NamedTuple):
    """A rule, ready to match."""

    sense: Sense
    credence: float
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A rule's own sentence: with the ends that must be found by it, or one in which it may find nothing."""

    text: str
    source: str = ""
    target: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A rule as it is written, with its place."""

    file: str
    line: int
    id: str
    says: str
    source: str
    relation: str
    mode: str
    credence: float
    patterns: tuple[tuple[str, ...], ...]
    yes: tuple[Example, ...] = ()
    no: tuple[Example, ...] = ()

    @property
    def ref(self) -> str:
        """Where the rule stands, as reasons show it: ``rules/help.toml:12``."""
        return f"{self.file}:{self.line}"

    @property
    def row(self) -> Row:
        """The rule as a row of the rule book, for those who show rows; each line of its patterns is a cell of its own."""
        lines = {
            f"match {way}.{number}": line for way, pattern in enumerate(self.patterns, 1) for number, line in enumerate(pattern, 1)
        }
        cells = {"id": self.id, "says": self.says, **lines, "relation": self.relation, "mode": self.mode, "source": self.source}
        own = {"example": self.yes[0].text if self.yes else "", "not": self.no[0].text if self.no else ""}
        return Row(self.file, self.line, cells | own)

    def error(self, what: str, remedy: str) -> LexiconError:
        """An error that points at this rule."""
        return LexiconError(self.file, self.line, f"rule {self.id!r}: {what}", remedy)


# -- reading -------------------------------------------------------------------------------------------


def files(folder: Path) -> list[Path]:
    """The rule files of a rule-book folder, in a fixed order."""
    return sorted((folder / FOLDER).glob("*.toml"))


def read(folder: Path, *, examples: bool = True) -> tuple[list[Written], list[LexiconError]]:
    """Every rule of a folder, and every error found.

    Args:
        folder: a rule-book folder; its rules lie in ``rules/*.toml``.
        examples: whether they are read too. Those who only match need none; a rule without them is then not refused.
    """
    found: list[Written] = []
    errors: list[LexiconError] = []
    for path in files(folder):
        for rule in _file(path, path.relative_to(folder).as_posix(), examples=examples):
            (found if isinstance(rule, Written) else errors).append(rule)  # type: ignore[arg-type]
    seen: dict[str, Written] = {}
    for rule in found:
        if (first := seen.setdefault(rule.id, rule)) is not rule:
            errors.append(rule.error(f"the id is taken by {first.ref}", "give it another"))
    return found, errors


def _file(path: Path, file: str, *, examples: bool) -> Iterator[Written | LexiconError]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        yield LexiconError(file, 1, "is not UTF-8", "save it as UTF-8")
        return
    lines = text.splitlines()
    heads = [number for number, line in enumerate(lines, start=1) if _HEAD.match(line)]
    try:
        whole = tomllib.loads(text if examples else "\n".join(_bare(lines)))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        where = _AT.search(str(error))
        line = int(where[1] or len(lines)) if where else 1
        yield LexiconError(file, line, f"is no TOML: {_AT.sub('', str(error)).strip()}", "mend the line; see docs/lexicon.md")
        return
    for key in whole.keys() - {"rule"}:
        line = next((n for n, at in enumerate(lines, start=1) if key in at), 1)
        yield LexiconError(file, line, f"{key!r} is not known", "a file of rules holds [[rule]] alone")
    rules = whole.get("rule", [])
    if not isinstance(rules, list) or len(rules) != len(heads):
        yield LexiconError(file, 1, "rules are not written as [[rule]]", "begin each rule with a line [[rule]]")
        return
    for line, cells in zip(heads, rules, strict=True):
        yield _rule(file, line, cells, examples=examples)


def _bare(lines: Iterable[str]) -> Iterator[str]:
    """The lines without the examples: these are most of a file, and only their tests and ``explain`` need them."""
    inside = False
    for line in lines:
        if _EXAMPLE.match(line) or _HEAD.match(line):
            inside = bool(_EXAMPLE.match(line))
        yield "" if inside else line


def _rule(file: str, line: int, cells: Mapping[str, Any], *, examples: bool) -> Written | LexiconError:
    name = cells.get("id")
    about = f"rule {name!r}: " if name else ""

    def wrong(what: str, remedy: str) -> LexiconError:
        return LexiconError(file, line, about + what, remedy)

    for key in cells.keys() - _KEYS:
        return wrong(f"{key!r} is not known", f"known: {', '.join(sorted(_KEYS))}")
    for key in ("id", "says", "source", "relation"):
        if not isinstance(cells.get(key), str) or not cells[key].strip():
            return wrong(f"has no {key!r}", f'write {key} = "…"')
    if not _NAME.fullmatch(cells["id"]):
        return wrong("the id is not written like help.with-help-of", "use small letters, digits, dots and hyphens")
    if cells["relation"] not in RELATIONS:
        return wrong(f"{cells['relation']!r} is no relation", f"one of {', '.join(sorted(RELATIONS))}")
    credence = cells.get("credence", CREDENCE)
    if isinstance(credence, bool) or not isinstance(credence, (int, float)) or not 0 < credence <= 1:
        return wrong(f"the credence is {credence!r}", "give a number above 0 and at most 1")
    mode = cells.get("mode", "")
    if not isinstance(mode, str):
        return wrong(f"the mode is {mode!r}", 'write mode = "…", or leave it out')
    patterns = [cells.get("match"), *(cells.get("also", []) if isinstance(cells.get("also", []), list) else [None])]
    if not all(isinstance(p, list) and p and all(isinstance(at, str) for at in p) for p in patterns):
        return wrong("'match' is no list of lines", 'write match = ["…", "…"], and further ways as also = [["…"], ["…"]]')
    ways = tuple(tuple(p) for p in patterns if p)
    yes = _examples(cells.get("yes", []), _YES)
    no = _examples(cells.get("no", []), _NO)
    if examples and (not yes or not no):
        kind, keys = ("yes", "text, source and target") if not yes else ("no", "text and why")
        return wrong(f"has no [[rule.{kind}]] with {keys} alone", "every rule brings a sentence with its claim and one without")
    return Written(
        file, line, cells["id"], cells["says"], cells["source"], cells["relation"], mode, float(credence), ways, yes or (), no or ()
    )  # fmt: skip


def _examples(tables: object, keys: Collection[str]) -> tuple[Example, ...] | None:
    """The examples of a rule; None where one is not written as it should be."""
    if not isinstance(tables, list):
        return None
    found = []
    for table in tables:
        if not isinstance(table, dict) or set(table) != set(keys) or not all(isinstance(v, str) and v.strip() for v in table.values()):
            return None
        found.append(Example(**table))
    return tuple(found)


# -- making ready --------------------------------------------------------------------------------------


def compiled(rule: Written, lemmas: Collection[str]) -> Rule:
    """A rule ready to match.

    Args:
        rule: as it is written.
        lemmas: the vowelled lemmas that the rule book knows.

    Raises:
        LexiconError: a line is no pattern, or an end has no place.
    """
    relation = RELATIONS[rule.relation]
    sense = Sense(relation.name, relation.sign, (), (), "idiom", rule.mode, rule.says, rule.id, rule.ref)
    return Rule(sense, rule.credence, tuple(_pattern(rule, lines, lemmas) for lines in rule.patterns))


def index(rules: Iterable[Rule]) -> dict[str, list[tuple[Rule, Pattern]]]:
    """Rules by one key of their trigger's first word."""
    found: dict[str, list[tuple[Rule, Pattern]]] = {}
    for rule in rules:
        for pattern in rule.patterns:
            for key in pattern.steps[0].words:
                found.setdefault(key, []).append((rule, pattern))
    return found


class _Lines:
    """The lines of a pattern, as far as each tells something by itself."""

    def __init__(self, rule: Written, lines: tuple[str, ...], lemmas: Collection[str]) -> None:
        self.parts: list[list[Step]] = []
        """What must stand in a row, a line each."""
        self.places: dict[str, Step | None] = {"subject": None, "object": None, "topic": None}
        """The slots that the subject and the object of the clause's verb fill, or the topic of a clause without one."""
        self.verbs: dict[str, frozenset[str]] = {"verb": frozenset(), "no verb": frozenset()}
        mark, asked = -1, ""
        for line in lines:
            if asked:
                self.verbs[asked] |= frozenset(word for text in line.split() for word in _word(rule, text, lemmas).words)
                asked = ""
            elif line.strip() in self.verbs:
                asked = line.strip()
            elif _ARABIC.search(line) or line.strip() == "_":
                self.parts.append([_word(rule, word, lemmas) for word in line.split()])
            elif line.strip() == "trigger":
                mark = len(self.parts)
            elif (found := _FILLS.fullmatch(line.strip())) is not None:
                self.places[found[2]] = _place(rule, found[1] + (found[3] or ""))
            else:
                self.parts.append([_place(rule, line)])
        self.trigger = mark if mark >= 0 else next((n for n, steps in enumerate(self.parts) if steps[0].kind == "word"), -1)
        """The line whose words are looked for."""


def _pattern(rule: Written, lines: tuple[str, ...], lemmas: Collection[str]) -> Pattern:
    read = _Lines(rule, lines, lemmas)
    parts, places, first = read.parts, read.places, read.trigger
    anchor = parts[first] if 0 <= first < len(parts) else []
    if not anchor or anchor[0].kind not in ("word", "gap"):
        raise rule.error("has no fixed words", "a line of Arabic words must stand in the pattern, behind 'trigger' where that is written")
    if anchor[0].kind != "word" or anchor[0].optional or anchor[0].letters:
        raise rule.error("its trigger begins with a gap, a word with ? or a single letter", "begin it with a word that must stand there")
    before = [step for steps in parts[:first] for step in steps]
    steps = [step for steps in parts[first:] for step in steps]
    _check_ends(rule, [*before, *steps, *filter(None, places.values())])
    for step, after in zip(before + steps, [*(before + steps)[1:], None], strict=True):
        if step.letters and (after is None or not after.slot):
            raise rule.error("a single letter stands before no slot", "write it together with its word")
    return Pattern(
        tuple(reversed(before)), tuple(steps), len(anchor), places["subject"], places["object"], places["topic"],
        read.verbs["verb"], read.verbs["no verb"],
    )  # fmt: skip


def _check_ends(rule: Written, steps: Iterable[Step]) -> None:
    """Refuse a pattern whose slots are not the two ends of its relation."""
    filled = [step.slot for step in steps if step.slot not in ("", "phrase")]
    if sorted(filled) not in (["source", "target"], ["both"]):
        raise rule.error(f"its ends are {' and '.join(filled) or 'missing'}", "name source and target once each, or both once")
    if "both" in filled and not (RELATIONS[rule.relation].mutual or rule.relation == "ASSAULT"):
        raise rule.error(f"{rule.relation} has a direction, 'both' has none", "name source and target")


def _word(rule: Written, text: str, lemmas: Collection[str]) -> Step:
    if text == "_":
        return Step("gap")
    optional = text.endswith("?")
    words, letters = set(), set()
    choices = text.removesuffix("?")
    for choice, folded in zip(choices.split("|"), fold(choices).split("|"), strict=True):
        if choice.startswith("[") and choice.endswith("]"):
            if choice[1:-1] not in lemmas:
                raise rule.error(f"no verb has the lemma {choice[1:-1]!r}", "write it in verbs/ or light.tsv, vowelled alike")
            words.add(choice)
        elif choice in LETTERS:
            letters.add(choice)
        elif choice and not _STRANGE.search(choice):
            words.add(folded)
            if choice.endswith("ة"):
                words.add(folded[:-1] + "ت")  # before a pronoun: بمساعدتها
        else:
            raise rule.error(f"{text!r} is no word", "choices are parted by a bar: كلمة|كلمات, a verb is its lemma in brackets")
    return Step("word", frozenset(words), frozenset(letters), optional)


def _place(rule: Written, line: str) -> Step:
    slot, _, rest = (piece.strip() for piece in line.partition(":"))
    if slot == "number" and not rest:
        return Step("number")
    kinds = frozenset(kind.strip() for kind in rest.split("|") if kind.strip())
    if slot not in _SLOTS or (":" in line and not kinds):
        what = f"{line!r} is neither Arabic words nor a place"
        raise rule.error(what, "write source, target, both, phrase (with : name|state… where it must be one), number, trigger, "
                         "or 'source is subject'")  # fmt: skip
    if strange := sorted(kinds - PHRASES - ACTOR_KINDS):
        raise rule.error(f"{strange[0]!r} is no kind of phrase or actor", f"one of {', '.join(sorted(PHRASES | ACTOR_KINDS))}")
    return Step("slot", slot=slot, kinds=kinds)
