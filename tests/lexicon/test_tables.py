"""The door of the rule book: a wrong row is refused with its file, its line and what to do about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ahlaf.errors import LexiconError
from ahlaf.lexicon import load, tables
from ahlaf.lexicon.tables import Row

VERB = {
    "lemma": "دَعَمَ", "root": "دعم", "form": "1", "imperfect": "يَدْعَمُ", "masdar": "دعم", "relation": "AID", "slots": "subj>obj",
    "mode": "", "gloss": "back", "source": "usage", "example": "دعم الجار جاره",
}  # fmt: skip
ACTOR = {
    "id": "x-front", "name": "جبهة س", "name_en": "Front X", "kind": "armed-group", "country": "SYR", "sector": "REB", "strong": "",
    "weak": "", "since": "2012", "until": "", "source": "general",
}  # fmt: skip
NOUN = {
    "noun": "غارة", "plural": "غارات", "kind": "action", "relation": "ASSAULT", "slots": "gen>على", "mode": "", "gloss": "raid",
    "source": "usage", "example": "",
}  # fmt: skip
ORGAN = {"words": "الجيش", "sector": "MIL", "kind": "force", "person": "no", "source": "usage"}
GENERIC = {"words": "دولة", "plural": "دول", "kind": "state", "sector": "GOV", "sign": "", "source": "usage"}
PLACE = {
    "id": "x-town", "name": "بلدة س", "name_en": "", "kind": "city", "country": "SYR", "strong": "", "adjective": "", "source": "usage",
}  # fmt: skip
GROUP = {"words": "حرر|راجع", "group": "byline", "source": "usage", "note": ""}
CUE = {"words": "ربما", "class": "hedge", "reach": "clause", "gloss": "", "source": "usage"}
PERSON = ACTOR | {"id": "x-man", "kind": "person", "roles": "leader@IRQ:2006-05-20-2014|leader@SYR:-1999|leader@LBN"}
FUNCTION = {"word": "إلى", "class": "prep", "source": "usage", "note": ""}
LIGHT = {
    "lemma": "شَنَّ", "root": "شنن", "form": "1", "imperfect": "يَشُنُّ", "voice": "active", "link": "obj", "gloss": "", "source": "usage",
}  # fmt: skip


def lines(*rows: dict[str, str]) -> str:
    return "\n".join(["\t".join(rows[0]), *("\t".join(row.values()) for row in rows)]) + "\n"


def lay(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


GOOD = [
    ("verbs/mine.tsv", VERB),
    ("actors/mine.tsv", ACTOR),
    ("nouns-mine.tsv", NOUN),
    ("organs.tsv", ORGAN),
    ("generics.tsv", GENERIC),
    ("places-mine.tsv", PLACE),
    ("cues.tsv", CUE),
    ("groups.tsv", GROUP),
    ("light.tsv", LIGHT),
    ("function.tsv", FUNCTION),
    ("actors/people-mine.tsv", PERSON),
]


@pytest.mark.parametrize(("name", "row"), GOOD, ids=[name for name, _ in GOOD])
def test_a_right_row_is_taken_as_it_is(name: str, row: dict[str, str], tmp_path: Path) -> None:
    path = lay(tmp_path, name, lines(row))
    assert list(tables.read(path, tmp_path)) == [Row(name, 2, row)]


WRONG = [
    ("verbs/mine.tsv", VERB | {"lemma": "دعم"}, "lemma: 'دعم' is not a vowelled Arabic word"),
    ("verbs/mine.tsv", VERB | {"lemma": ""}, "'lemma' is empty"),
    ("verbs/mine.tsv", VERB | {"imperfect": "يدعم"}, "imperfect: 'يدعم' is not a vowelled Arabic word"),
    ("verbs/mine.tsv", VERB | {"root": "d'm"}, "root: \"d'm\" has no Arabic letter"),
    ("verbs/mine.tsv", VERB | {"form": "11"}, "form: '11' is not one of"),
    ("verbs/mine.tsv", VERB | {"masdar": "دَعْم"}, "masdar: 'دَعْم' has vowel marks or tatweel"),
    ("verbs/mine.tsv", VERB | {"relation": "HELP"}, "relation: 'HELP' is not one of"),
    ("verbs/mine.tsv", VERB | {"slots": "subj"}, "slots: 'subj' has no '>'"),
    ("verbs/mine.tsv", VERB | {"slots": "subj>whom"}, "slots: 'whom' is no end"),
    ("verbs/mine.tsv", VERB | {"source": ""}, "'source' is empty"),
    ("actors/mine.tsv", ACTOR | {"kind": "gang"}, "kind: 'gang' is not one of"),
    ("actors/mine.tsv", ACTOR | {"country": "Syria"}, "country: 'Syria' is neither three capital letters"),
    ("actors/mine.tsv", ACTOR | {"sector": "REB|XXX"}, "sector: 'XXX' is not one of"),
    ("actors/mine.tsv", ACTOR | {"name": "جبهـة س"}, "name: 'جبهـة س' has vowel marks or tatweel"),
    ("actors/mine.tsv", ACTOR | {"strong": "جَبهة"}, "strong: 'جَبهة' has vowel marks"),
    ("actors/mine.tsv", ACTOR | {"since": "before"}, "since: 'before' is no year"),
    ("actors/mine.tsv", ACTOR | {"id": ""}, "'id' is empty"),
    ("nouns-mine.tsv", NOUN | {"kind": "deed"}, "kind: 'deed' is not one of"),
    ("nouns-mine.tsv", NOUN | {"noun": "raid"}, "noun: 'raid' has no Arabic letter"),
    ("organs.tsv", ORGAN | {"person": "maybe"}, "person: 'maybe' is not one of no, yes"),
    ("generics.tsv", GENERIC | {"sign": "0"}, "sign: '0' is not one of"),
    ("places-mine.tsv", PLACE | {"kind": "planet"}, "kind: 'planet' is not one of"),
    ("cues.tsv", CUE | {"class": "doubt"}, "class: 'doubt' is not one of"),
    ("cues.tsv", CUE | {"reach": "page"}, "reach: 'page' is not one of"),
    ("groups.tsv", GROUP | {"group": "bylines"}, "group: 'bylines' is not one of"),
    ("groups.tsv", GROUP | {"group": "name-head", "note": "m"}, "note: 'm' is no gender and number"),
    ("light.tsv", LIGHT | {"voice": "middle"}, "voice: 'middle' is not one of"),
    ("light.tsv", LIGHT | {"link": "object"}, "link: 'object' is not one of"),
    ("function.tsv", FUNCTION | {"class": "preposition"}, "class: 'preposition' is not one of"),
    ("actors/mine.tsv", ACTOR | {"since": "2012-13"}, "since: '2012-13' is no year"),
    ("actors/mine.tsv", ACTOR | {"until": "2011"}, "until: '2011' is before '2012'"),
    ("actors/people-mine.tsv", PERSON | {"roles": "leader"}, "roles: 'leader' is not role@of"),
    ("actors/people-mine.tsv", PERSON | {"roles": "leader@IRQ:then-now"}, "roles: 'leader@IRQ:then-now' is not role@of"),
    ("actors/people-mine.tsv", PERSON | {"roles": "leader@IRQ:2014"}, "roles: 'leader@IRQ:2014' is not role@of"),
    ("actors/people-mine.tsv", PERSON | {"roles": "leader@IRQ:2014-2010"}, "roles: 'leader@IRQ:2014-2010' ends before"),
]


@pytest.mark.parametrize(("name", "row", "why"), WRONG, ids=[why for *_, why in WRONG])
def test_a_wrong_cell_is_refused_with_file_line_and_remedy(name: str, row: dict[str, str], why: str, tmp_path: Path) -> None:
    good = dict(GOOD)[name]
    first, error, last = tables.read(lay(tmp_path, name, lines(good, row, good)), tmp_path)
    assert isinstance(error, LexiconError)
    assert (error.file, error.line) == (name, 3)
    assert error.what.startswith(why)
    assert error.remedy
    assert str(error).startswith(f"{name}:3: ")
    assert isinstance(first, Row)
    assert isinstance(last, Row)


def test_a_row_with_too_few_or_too_many_cells_is_refused(tmp_path: Path) -> None:
    short, long = "\t".join([*VERB.values()][:-1]), "\t".join([*VERB.values(), "x"])
    path = lay(tmp_path, "verbs/mine.tsv", lines(VERB) + short + "\n" + long + "\n" + " ".join(VERB.values()) + "\n")
    errors = [row for row in tables.read(path, tmp_path) if isinstance(row, LexiconError)]
    assert [(e.line, e.what) for e in errors] == [(3, "has 10 cells"), (4, "has 12 cells"), (5, "has 1 cells")]
    assert all(error.remedy == "needs 11: " + " ".join(VERB) for error in errors)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("verbs/mine.tsv", b"lemma\troot\n", "columns are 'lemma root'"),
        ("verbs/mine.tsv", b"", "columns are ''"),
        ("verbs/mine.tsv", "lemma\nدعم".encode("cp1256"), "is not UTF-8"),
        ("adverbs.tsv", b"word\n", "no kind of table has this name"),
        ("verbs/deep/mine.tsv", b"word\n", "no kind of table has this name"),
    ],
)
def test_a_wrong_table_is_refused_as_a_whole(name: str, content: bytes, why: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    with pytest.raises(LexiconError) as refused:
        list(tables.read(path, tmp_path))
    assert (refused.value.file, refused.value.line) == (name, 1)
    assert refused.value.what.startswith(why)
    assert refused.value.remedy


def test_comments_empty_lines_windows_line_ends_and_a_byte_order_mark_do_no_harm(tmp_path: Path) -> None:
    text = "\ufeff" + lines(CUE).replace("\n", "\r\n") + "# a comment\r\n\r\n" + "\t".join(CUE.values()) + "\r\n"
    path = tmp_path / "cues.tsv"
    path.write_bytes(text.encode())
    assert list(tables.read(path, tmp_path)) == [Row("cues.tsv", 2, CUE), Row("cues.tsv", 5, CUE)]


def test_an_alias_row_may_leave_out_what_its_target_has(tmp_path: Path) -> None:
    alias = dict.fromkeys(ACTOR, "") | {"id": "=daesh", "strong": "دولة س", "source": "usage"}
    assert list(tables.read(lay(tmp_path, "actors/mine.tsv", lines(alias)), tmp_path)) == [Row("actors/mine.tsv", 2, alias)]


def test_every_error_of_a_folder_is_told_at_once(tmp_path: Path) -> None:
    lay(tmp_path, "verbs/mine.tsv", lines(VERB | {"form": "11"}, VERB, VERB | {"relation": "HELP"}))
    lay(tmp_path, "cues.tsv", lines(CUE | {"class": "doubt"}))
    lay(tmp_path, "unknown.tsv", "word\n")
    found, errors = load.rows(tmp_path)
    assert [(e.file, e.line) for e in errors] == [("cues.tsv", 2), ("unknown.tsv", 1), ("verbs/mine.tsv", 2), ("verbs/mine.tsv", 4)]
    assert [row.line for row in found["verbs"]] == [3]


def test_a_cell_with_bars_is_many_values() -> None:
    row = Row("x.tsv", 2, {"strong": "داعش| تنظيم الدولة ||", "weak": ""})
    assert row.many("strong") == ("داعش", "تنظيم الدولة")
    assert row.many("weak") == ()
    assert row.ref == "x.tsv:2"
