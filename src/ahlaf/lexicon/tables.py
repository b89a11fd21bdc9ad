"""The shape of every table of the rule book, and the one validator that reads every row.

A table is UTF-8, tab-separated, one header line; lines that begin with ``#`` are comments, empty lines
are skipped. :data:`SCHEMAS` says for each kind of table which columns it has, which of them must be
filled and what may stand in them. :func:`read` refuses the unknown, naming file, line and remedy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

from ahlaf.errors import LexiconError
from ahlaf.relations import RELATIONS

SECTORS: Final = frozenset("COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC".split())
PLACES_OF_COUNTRY: Final = frozenset("IGO UNO EUR NGO ISM IMG MNC".split())
ACTOR_KINDS: Final = frozenset(
    ("state", "organ", "force", "armed-group", "party", "person", "organisation", "alliance", "people", "social-group")
)
PREPOSITIONS: Final = frozenset(
    "على ضد مع من إلى ل ب عن في بين تجاه أمام حول لدى بحق عبر وراء خلف دون نحو فوق تحت عند منذ حتى بعد قبل "
    "إزاء بشأن قبالة قرب باتجاه صوب داخل خارج ضمن حيال".split()
)
COMPOUND_PREPOSITIONS: Final = frozenset(
    ("على يد", "على أيدي", "من قبل", "من جانب", "من طرف", "من لدن", "إلى جانب", "في وجه", "في صفوف", "في حق", "بيد", "في يد", "بوجه")
)
SLOT_ENDS: Final = PREPOSITIONS | COMPOUND_PREPOSITIONS | {"subj", "obj", "gen", "host", ""}
FORMS: Final = frozenset([*map(str, range(1, 11)), "q1", "q2", "q3", "q4"])
CUE_CLASSES: Final = frozenset(
    "negation exception hedge hearsay conditional wish duty intention question rhetorical denial affirmation voice list joins "
    "help lead with against occasion purpose".split()
)
FUNCTION_CLASSES: Final = frozenset(
    "prep conj subordinator relative pronoun demonstrative quantifier numeral ordinal month weekday negation-particle adverb filler "
    "interrogative vocative".split()
)
GROUPS: Final = frozenset(
    "latter denies-verb occasions as-says as-what one-of the-other avenges before-question when "
    "but rather-noun judges being is-not was no-news prevents wills rules-out taken topic comes named-after agreed-with disaster accident "
    "fails adjective-too undertaking undertaken group-adjective power-adjective world-adjective rulings more-than presides state-partner "
    "bloc respelled followers honours system-of persons at-scene comments own-people ends-it without also-state whose-safety tells-of-it "
    "loses mentions verb-particle not-yet rulers junta commands by-name anybody believer nameless name-part lacking may-be stands-or-stops "
    "begins-date in-or-out deed-noun vehicle brings-about "
    "loses mentions expels founds one-more gives-name name-word "
    "as-for appoints sends receives does-itself alleged asks-with slain partner belonging state-itself degree ties-degree aside other-side "
    "takes-pronoun own-spelling whole-verb before-verb topic-particle before-whoever joins that passes-on ends-saying in-order-to naming "
    "called name-link given-too kin group-head open-group side homeland counterpart dwellers said-before speaks-on body body-for "
    "brings-news known-already crowd while-protesting protesters field no-agreement limit due pair where "
    "place-head same-place capital rather-town before-town mans-name womans-name name-head but-not before-imperfect how only succeeding "
    "alone fears avoids beyond-doubt placed gains-by known-as body-by-article does-again given-back one-apiece greatest counts-as "
    "on-ground kunya ranks from-abroad arms drones orders office former one-of-a-kind other-time texts "
    "counted-person about about-count no-purpose-after name-not-deed past now next same year years unit span near-day decade "
    "last-century era scale part-of-day time-noun up-to both-ends dates-a-day no-year-after not-today not-today-after "
    "not-then byline tail seat-of occupied in-power power first-name himself befalls says-with shortens admits "
    "addressed told-apart against before-that opening time-prep one-or-many foremost most men-and-posts each-of of-things outlet some-of "
    "flies rules-that impersonal of-nothing not-under moves things-rather "
    "decision circles strikes-whom answers confirms denies charges what-was-said partners made-already turns-down "
    "kind-of-system each-country not-the-state befell truth-of envoy urges all-of rather-joined "
    "stands-in-text lays charge-of says-what stands-in-it says-how posted-abroad likens beside-safety kind-of-safety leans-on "
    "believes folly merely seldom all-but refuses but-then each-other angers does-so so-too for-whom leaves-out seems "
    "judged-for carries-out announces completed ceases granted accuses-of plans said-how reveals while in-truth answers-that "
    "weapons speaks-for-state blow-or-word foils ago long-time treats-deed undergoes own-ha has-name "
    "puts-an-end takes-part pays lowers warns-of yes-or-no asks-whether asks-who asks-how opens-answer rather too complaints "
    "before-whom not there-is explained objects the-accident province answered dreads as-being question wonders knows much-of "
    "speaks-in by-arms sees sweeps strength-of land-of turns-into takes-lead made-up-of sake mission-of aims-at pretext idea".split()
)
"""The groups of words that steps of the reader ask for; docs/lexicon.md says what each is."""
PLACE_KINDS: Final = frozenset("city province region camp base border country".split())

_ARABIC: Final = re.compile(r"[\u0621-\u063a\u0641-\u064a]")
_MARKS: Final = re.compile(r"[\u064b-\u0652\u0670\u0640]")
_AGREEMENT: Final = re.compile("(?:[mf] )?[sp]")
_COUNTRY: Final = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Row:
    """A row with the place it came from; ``ref`` is ``file:line`` as reasons show it."""

    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def many(self, column: str) -> tuple[str, ...]:
        """The values of a cell that holds several, separated by bars."""
        cell = self.cells[column]
        if "|" not in cell:
            value = cell.strip()
            return (value,) if value else ()
        return tuple(v for v in map(str.strip, cell.split("|")) if v)

    @property
    def ref(self) -> str:
        """Where the row stands, as reasons show it: ``nouns.tsv:12``."""
        return f"{self.file}:{self.line}"

    def error(self, what: str, remedy: str = "") -> LexiconError:
        """An error that points at this row."""
        return LexiconError(self.file, self.line, what, remedy)


Check = Callable[[str], str | None]
"""Says what is wrong with a cell, or None."""


def _one_of(allowed: frozenset[str], several: bool = False) -> Check:
    def check(cell: str) -> str | None:
        for value in cell.split("|") if several else [cell]:
            if value not in allowed:
                return f"{value!r} is not one of {', '.join(sorted(allowed))}"
        return None

    return check


def _country(cell: str) -> str | None:
    if cell in PLACES_OF_COUNTRY or _COUNTRY.fullmatch(cell):
        return None
    return f"{cell!r} is neither three capital letters nor one of {', '.join(sorted(PLACES_OF_COUNTRY))}"


def wrong_code(field: str, code: str) -> str | None:
    """What is wrong with the kind, country or sector that somebody gives an actor; an empty one takes it away.

    >>> wrong_code("country", "IRQ"), wrong_code("sector", ""), wrong_code("country", "XX")
    (None, None, "'XX' is neither three capital letters nor one of EUR, IGO, IMG, ISM, MNC, NGO, UNO")
    """
    checks = {"kind": _one_of(ACTOR_KINDS | PLACE_KINDS | {"place"}), "country": _country, "sector": _one_of(SECTORS, several=True)}
    return checks[field](code) if code else None


def _plain(cell: str) -> str | None:
    if _MARKS.search(cell):
        return f"{cell!r} has vowel marks or tatweel; write it plain"
    return None


def _arabic(cell: str) -> str | None:
    if not _ARABIC.search(cell):
        return f"{cell!r} has no Arabic letter"
    return _plain(cell)


def _vowelled(cell: str) -> str | None:
    if not _ARABIC.search(cell) or not _MARKS.search(cell):
        return f"{cell!r} is not a vowelled Arabic word"
    return None


def _slots(cell: str) -> str | None:
    left, sep, right = cell.partition(">")
    if not sep:
        return f"{cell!r} has no '>' between source and target"
    for end in (*left.split("|"), *right.split("|")):
        if end.strip() not in SLOT_ENDS:
            return f"{end!r} is no end: subj, obj, gen, host or a preposition"
    return None


def _year(cell: str) -> str | None:
    found = _DATE.fullmatch(cell)
    try:
        if found and date(int(found[1]), int(found[2] or 1), int(found[3] or 1)):
            return None
    except ValueError:
        pass
    return f"{cell!r} is no year and no date, like 2014 or 2014-06-29"


_DATE: Final = re.compile(r"(\d{3,4})(?:-(\d\d)(?:-(\d\d))?)?")


def _ends_before(since: str, until: str) -> bool:
    """Whether something ends before it begins; of days only the years that both tell are compared."""
    begins, ends = (tuple(map(int, day.split("-"))) for day in (since, until))
    told = min(len(begins), len(ends))
    return ends[:told] < begins[:told]


ROLE: Final = re.compile(r"([a-z0-9-]+)@([^@:|]+)(?::([\d-]*?)-((?:\d{3,4}(?:-\d\d){0,2})?))?")
"""role@of:from-until, each of them a group; from and until are years or dates, which have hyphens themselves."""


def _roles(cell: str) -> str | None:
    for role in cell.split("|"):
        found = ROLE.fullmatch(role)
        if found is None:
            return f"{role!r} is not role@of:from-until"
        since, until = found[3] or "", found[4] or ""
        if wrong := next((why for day in (since, until) if day and (why := _year(day))), None):
            return f"{role!r}: {wrong}"
        if since and until and _ends_before(since, until):
            return f"{role!r} ends before it begins"
    return None


_RELATION: Final = _one_of(frozenset(RELATIONS) | {"REPORT", "DENY", "NONE"})

ACTOR_COLUMNS: Final = "id name name_en kind country sector strong weak since until source".split()

_CHECKS: Final[Mapping[str, Check]] = {
    "kind": _one_of(ACTOR_KINDS),
    "country": _country,
    "sector": _one_of(SECTORS, several=True),
    "strong": _plain,
    "weak": _plain,
    "since": _year,
    "until": _year,
    "relation": _RELATION,
    "slots": _slots,
    "form": _one_of(FORMS),
    "lemma": _vowelled,
    "imperfect": _vowelled,
    "masdar": _plain,
}


@dataclass(frozen=True, slots=True)
class Schema:
    """What a kind of table looks like."""

    glob: str
    columns: tuple[str, ...]
    required: tuple[str, ...]
    checks: Mapping[str, Check]


def _schema(glob: str, columns: str, required: str, **checks: Check) -> Schema:
    names = tuple(columns.split())
    return Schema(glob, names, tuple(required.split()), {c: k for c, k in {**_CHECKS, **checks}.items() if c in names})


_ACTOR: Final = " ".join(ACTOR_COLUMNS)

SCHEMAS: Final[Mapping[str, Schema]] = {
    "sources": _schema("sources.tsv", "id title note", "id title"),
    "states": _schema(
        "actors/states.tsv",
        _ACTOR.replace(" source", " adjective people capital houses source"),
        "id name name_en kind source",
        adjective=_plain,
        people=_plain,
        capital=_plain,
        houses=_plain,
    ),
    "people": _schema("actors/people*.tsv", _ACTOR + " roles", "id name name_en kind source", name=_plain, roles=_roles),
    "actors": _schema("actors/*.tsv", _ACTOR, "id source", name=_plain),
    "organs": _schema(
        "organs.tsv",
        "words sector kind person source",
        "words sector kind person source",
        words=_arabic,
        person=_one_of(frozenset(("yes", "no"))),
    ),
    "titles": _schema("titles.tsv", "words sector source", "words source", words=_arabic),
    "generics": _schema(
        "generics.tsv",
        "words plural kind sector sign source",
        "words kind source",
        words=_arabic,
        plural=_plain,
        sign=_one_of(frozenset("+-")),
    ),
    "places": _schema(
        "places*.tsv",
        "id name name_en kind country strong adjective source",
        "id name kind source",
        kind=_one_of(PLACE_KINDS),
        name=_arabic,
        adjective=_plain,
    ),
    "verbs": _schema(
        "verbs/*.tsv",
        "lemma root form imperfect masdar relation slots mode gloss source example",
        "lemma root form imperfect relation source",
        root=_arabic,
    ),
    "nouns": _schema(
        "nouns*.tsv",
        "noun plural kind relation slots mode gloss source example",
        "noun kind relation source",
        noun=_arabic,
        plural=_plain,
        kind=_one_of(frozenset(("action", "agent", "state", "adjective", "thing"))),
    ),
    "idioms": _schema("idioms*.tsv", "words relation slots mode gloss source example", "words relation source"),
    "light": _schema(
        "light.tsv",
        "lemma root form imperfect voice link gloss source",
        "lemma root form imperfect voice link source",
        voice=_one_of(frozenset(("active", "passive"))),
        link=_one_of(PREPOSITIONS | {"obj"}),
    ),
    "cues": _schema(
        "cues.tsv",
        "words class reach gloss source",
        "words class source",
        **{"class": _one_of(CUE_CLASSES), "reach": _one_of(frozenset(("next", "clause", "sentence")))},
    ),
    "given": _schema("given-names.tsv", "name gender source", "name source", name=_arabic, gender=_one_of(frozenset(("m", "f", "both")))),
    "function": _schema("function.tsv", "word class source note", "word class source", **{"class": _one_of(FUNCTION_CLASSES)}),
    "groups": _schema("groups.tsv", "words group source note", "words group source", words=_arabic, group=_one_of(GROUPS)),
}
"""Kinds of tables by name. A file belongs to the first kind whose pattern it fits."""


def kind_of(path: Path, root: Path) -> str | None:
    """The kind of table that a file of a rule-book folder is; None for a file that is no table."""
    name = path.relative_to(root).as_posix()
    for kind, schema in SCHEMAS.items():
        if fnmatch(name, schema.glob) and name.count("/") == schema.glob.count("/"):
            return kind
    return None


def read(path: Path, root: Path, *, check: bool = True) -> Iterator[Row | LexiconError]:
    """The rows of a table, each a :class:`Row`, or the error that says why it is none.

    Raises:
        LexiconError: the file is no table of a known kind, or its header is not the kind's.
    """
    kind = kind_of(path, root)
    file = path.relative_to(root).as_posix()
    if kind is None:
        known = ", ".join(s.glob for s in SCHEMAS.values())
        raise LexiconError(file, 1, "no kind of table has this name", f"known: {known}")
    schema = SCHEMAS[kind]
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise LexiconError(file, 1, "is not UTF-8", "save it as UTF-8") from error
    header = tuple(lines[0].lstrip("\ufeff").rstrip("\r").split("\t"))
    if header != schema.columns:
        raise LexiconError(file, 1, f"columns are {' '.join(header)!r}", f"must be {' '.join(schema.columns)!r}")
    columns, width = schema.columns, len(schema.columns)
    for number, line in enumerate(lines[1:], start=2):
        if not line or line[0] == "#" or line.isspace():
            continue
        values = line.rstrip("\r").split("\t")
        if len(values) == width:
            row = Row(file, number, dict(zip(columns, values, strict=True)))
            yield (_wrong(row, schema) or row) if check else row
        else:
            yield LexiconError(file, number, f"has {len(values)} cells", f"needs {width}: {' '.join(columns)}")


def _wrong(row: Row, schema: Schema) -> LexiconError | None:
    cells = row.cells
    alias = cells.get("id", "").startswith("=")
    for column in schema.required:
        if not cells[column] and not alias:
            return row.error(f"{column!r} is empty", "fill it")
    for column, checked in schema.checks.items():
        cell = cells[column]
        if cell and (wrong := checked(cell)):
            return row.error(f"{column}: {wrong}", "see docs/lexicon.md")
    since, until = cells.get("since"), cells.get("until")
    if since and until and _ends_before(since, until):
        return row.error(f"until: {until!r} is before {since!r}, its since", "mend one of them")
    if cells.get("group") == "name-head" and not _AGREEMENT.fullmatch(cells["note"]):
        return row.error(f"note: {cells['note']!r} is no gender and number", 'write "m s", "f s", "m p", "f p", or "s" for either gender')
    return None
