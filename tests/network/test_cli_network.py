"""The commands over the network, on a file of claims."""

from __future__ import annotations

import csv
import io
import json
import math
import re
import sys
from pathlib import Path

import click
import pandas as pd
import pytest
from click.testing import CliRunner, Result
from story import EAST, NORTH, STORY, gold_lines, say, write

from ahlaf import tables
from ahlaf.cli_network import register
from ahlaf.network import Party, dump
from ahlaf.network.tensions import KINDS
from ahlaf.store import Project


@click.group()
def main() -> None:
    """A group like ahlaf's own."""


register(main)


@pytest.fixture
def claims(tmp_path: Path) -> str:
    return write(tmp_path / "claims.jsonl", list(dump(STORY)))


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def data(*words: str) -> list[dict[str, object]]:
    done = run(*words, "--format", "json")
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]


@pytest.mark.parametrize("command", ["map", "tensions", "blocs", "change", "discourse"])
def test_every_command_in_every_format(command: str, claims: str) -> None:
    rows = data(command, claims)
    assert rows
    lines = run(command, claims, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == rows
    table = list(csv.reader(io.StringIO(run(command, claims, "--format", "csv").stdout)))
    assert len(table) == len(rows) + 1
    assert run(command, claims).stdout


MEASURES = [
    ("map",),
    ("map", "--by", "voice"),
    ("tensions",),
    ("blocs",),
    ("whatif", "--doubt", "d1:3"),
    ("change",),
    ("discourse",),
    ("discourse", "--mode", "two"),
    ("discourse", "--window", "12", "--mode", "two"),
    ("discourse", "--backbone", "nested"),
    ("discourse", "--polarization"),
]


@pytest.mark.parametrize("words", MEASURES, ids=" ".join)
def test_numbers_are_the_same_numbers_in_csv_as_in_json(words: tuple[str, ...], claims: str) -> None:
    rows = data(words[0], claims, *words[1:])
    table = pd.read_csv(io.StringIO(run(words[0], claims, *words[1:], "--format", "csv").stdout))
    for column in table.columns:
        values = [row.get(column) for row in rows]
        if any(isinstance(v, bool | str | list | dict) for v in values) or set(values) == {None}:
            continue
        assert pd.api.types.is_numeric_dtype(table[column]), column
        assert [None if math.isnan(v) else v for v in table[column]] == values, column


@pytest.mark.parametrize("words", [*MEASURES, ("whatif", "--add", "East ALLY Desert")], ids=" ".join)
def test_a_column_holds_words_or_numbers_and_never_both(words: tuple[str, ...], claims: str) -> None:
    rows = data(words[0], claims, *words[1:])
    for key in rows[0]:
        kinds = {type(row.get(key)) for row in rows} - {type(None)}
        assert len(kinds) < 2 or kinds == {int, float}, key


def test_a_supposition_is_numbers_for_programs_and_words_for_people(claims: str) -> None:
    asked = ("whatif", claims, "--add", "East ALLY Desert", "--language", "en")
    rows = {row["change"]: row for row in data(*asked)}
    doubt, joined = rows["smallest doubt"], rows["joins camp"]
    assert (doubt["before"], doubt["before_lower"]) == (doubt["after"], doubt["after_lower"])
    assert (joined["what"], joined["beside"], joined["after"]) == ("Desert", ["East"], None)
    table = run(*asked).stdout
    assert f"{doubt['before']:g} (proved)" in table
    assert re.search(r"joins camp +East +Desert", table)


MAP = "source target sign weight mass_for mass_against voices deniers documents copies outlets first last claims words".split()


@pytest.mark.parametrize(
    ("by", "columns"),
    [((), [*MAP, "source_id", "target_id"]), (("--by", "voice"), ["voice_of", *MAP, "source_id", "target_id", "voice_of_id"])],
)
def test_a_tie_tells_its_ends_by_ids_behind_what_it_told_before(by: tuple[str, ...], columns: list[str], claims: str) -> None:
    rows = data("map", claims, *by)
    assert list(rows[0]) == columns
    assert csv.DictReader(io.StringIO(run("map", claims, *by, "--format", "csv").stdout)).fieldnames == columns
    ends = {(r["source"], r["source_id"]) for r in data("map", claims, "--language", "en")}
    assert ("Night Band", "band") in ends
    assert "source_id" not in run("map", claims, "--language", "en").stdout


def test_fewer_resamples_than_were_asked_for_are_told(claims: str) -> None:
    told = run("blocs", claims, "--resamples", "100000", "--seconds", "0.05", "--language", "en").stderr
    made = re.search(r"(\d+) of 100000 re-samples", told)
    assert made is not None
    assert int(made[1]) >= 1
    assert "re-samples" not in run("blocs", claims, "--resamples", "2", "--language", "en").stderr


def test_csv_tells_what_is_not_so_too(claims: str) -> None:
    for command, column in (("change", "proved"), ("blocs", "between")):
        told = [row[column] for row in data(command, claims)]
        rows = list(csv.DictReader(io.StringIO(run(command, claims, "--format", "csv").stdout)))
        assert [row[column] for row in rows] == ["yes" if so else "no" for so in told]


def test_of_many_ties_that_turned_a_table_names_some_and_counts_the_rest(tmp_path: Path) -> None:
    us = Party("us", "الشمال")
    pairs = [(us, Party(f"p{n}", f"حزب {n}")) for n in range(9)]
    said = [say(2 * n, a, "AID", b, date="2014-03-01") for n, (a, b) in enumerate(pairs)]
    said += [say(2 * n + 1, a, "ASSAULT", b, date="2015-03-01") for n, (a, b) in enumerate(pairs)]
    path = write(tmp_path / "turned.jsonl", list(dump(said)))
    assert [len(row["turned"]) for row in data("change", path, "--unit", "years")] == [0, 9]  # type: ignore[arg-type]
    for language, rest in (("en", "and 3 more"), ("ar", "و3 غيرها")):
        told = run("change", path, "--unit", "years", "--language", language).stdout
        assert (told.count("+ → −"), told.count(rest)) == (6, 1)


def test_tensions_show_the_quotations_of_both_sides(claims: str) -> None:
    out = run("tensions", claims, "--language", "en").stdout
    sentence = "North is said to aid Night Band, though North is said to belong to River Pact and River Pact is said to mean to fight"
    for words in (sentence, "القول رقم 3", "القول رقم 1", "proved", "camp 1"):
        assert words in out
    rows = data("tensions", claims)
    assert rows[0]["doubt"]["proved"] is True  # type: ignore[index]
    assert rows[0]["doubt"]["contradictions"]  # type: ignore[index]
    assert {r["kind"] for r in data("tensions", claims, "--kind", "founder")} == {"founder"}


def test_what_a_person_reads_is_in_the_language_that_was_asked_for(claims: str) -> None:
    words = {
        "map": (("من", "الوزن"), ("source", "weight")),
        "tensions": (("أصغر شك", "المعسكر 1", "عضو يساعد"), ("smallest doubt", "camp 1", "member helps")),
        "blocs": (("الفاعل", "التمسك"), ("actor", "hold")),
        "change": (("البداية", "التوازن"), ("start", "balance")),
    }
    for command, (arabic, english) in words.items():
        own, other = run(command, claims).stdout, run(command, claims, "--language", "en").stdout
        assert all(w in own and w not in other for w in arabic), command
        assert all(w in other and w not in own for w in english), command
    assert {r["kind"] for r in data("tensions", claims)} <= set(KINDS), "programs read the same in every language"


def test_an_author_without_a_name_is_told_by_the_document(claims: str) -> None:
    assert {r["voice_of"] for r in data("map", claims, "--by", "voice", "--language", "en")} >= {"the author of d1", "The Bank"}
    assert "كاتب «d1»" in run("map", claims, "--by", "voice").stdout


def test_whatif(claims: str) -> None:
    rows = data("whatif", claims, "--doubt", "d1:3")
    assert {"smallest doubt", "tension gone"} <= {r["change"] for r in rows}
    assert "is new" in run("whatif", claims, "--add", "الشرق ALLY البحر", "--language", "en").stderr
    assert "جديد على هذه الصورة" in run("whatif", claims, "--add", "الشرق ALLY البحر").stderr


def test_filters_lifts_and_weights(claims: str, tmp_path: Path) -> None:
    assert len(data("map", claims, "--relation", "AID")) == 2
    assert len(data("map", claims, "--once")) == len(data("map", claims)), "no story here has a near copy"
    assert len(data("map", claims, "--by", "voice")) >= len(data("map", claims))
    names = write(tmp_path / "lift.tsv", ["# up", "North\tحلف النهر"])
    assert "الشمال" not in {r["source"] for r in data("map", claims, "--lift", names)}
    assert data("map", claims, "--lift", "organs", "--lift", "members", "--language", "en")
    light = data("map", claims, "--weight", "alleged=0.1", "--relation", "AID")
    assert min(r["weight"] for r in light) == 0.1  # type: ignore[type-var]


def test_gold_and_texts_are_read_too(tmp_path: Path) -> None:
    assert "founder" not in {r["kind"] for r in data("tensions", write(tmp_path / "g.jsonl", gold_lines()))}
    assert "member helps" in {r["kind"] for r in data("tensions", write(tmp_path / "g.jsonl", gold_lines()))}
    text = tmp_path / "a.txt"
    text.write_text("دعمت تركيا تنظيم داعش بالسلاح. وهاجم تنظيم داعش الجيش العراقي.", encoding="utf-8")
    done = run("map", str(text))
    assert "Traceback" not in done.stderr
    assert done.exit_code == 0 or done.stderr.startswith("error: ")


def test_pictures(claims: str, tmp_path: Path) -> None:
    files = [tmp_path / n for n in ("a.svg", "matrix.png", "time.svg")]
    assert run("map", claims, "--plot", str(files[0]), "--plot", str(files[1])).exit_code == 0
    assert run("change", claims, "--plot", str(files[2])).exit_code == 0
    assert all(f.stat().st_size for f in files)


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_the_map_is_written_for_other_programs(form: str, claims: str) -> None:
    whole, part = (run("map", claims, "--format", form, *more).stdout for more in ((), ("--relation", "AID")))
    assert whole.count("<edge ") == len(data("map", claims))
    assert part.count("<edge ") == len(data("map", claims, "--relation", "AID")) < whole.count("<edge ")
    refused = run("map", claims, "--format", form, "--by", "voice")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "--voice" in refused.stderr
    assert run("tensions", claims, "--format", form).exit_code == 2, "only a map is a network"


@pytest.mark.parametrize("command", ["map", "blocs", "change"])
def test_a_picture_is_drawn_though_the_tables_reader_closes_early(
    command: str, claims: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object, **__: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("ahlaf.cli_network.commands.write", closed)
    out = tmp_path / "picture.svg"
    assert run(command, claims, "--plot", str(out)).exit_code == 1
    assert "</svg>" in out.read_text(encoding="utf-8")


def test_discourse(claims: str) -> None:
    assert data("discourse", claims, "--mode", "two", "--qualifier", "ignore", "--normalise", "activity")
    for more in (
        ["--backbone", "nested"],
        ["--backbone", "fixed", "--keep", "2"],
        ["--backbone", "penalty"],
        ["--polarization"],
        ["--window", "4", "--who", "document"],
    ):
        assert run("discourse", claims, *more).exit_code == 0, more


def test_a_large_smallest_doubt_is_told_in_short_unless_all_is_asked_for(tmp_path: Path) -> None:
    pairs = [(Party(f"a{n}"), Party(f"b{n}"), Party(f"c{n}")) for n in range(12)]
    triples = [((a, "AID", b), (b, "AID", c), (c, "ASSAULT", a)) for a, b, c in pairs]
    said = [say(n, *words) for n, words in enumerate(words for triple in triples for words in triple)]
    many = write(tmp_path / "many.jsonl", list(dump(said)))
    short, full = (run("tensions", many, "--language", "en", *more).stdout for more in ((), ("--full",)))
    one, other = (next(part for part in out.split("\n\n") if "smallest doubt" in part) for out in (short, full))
    assert one.count("” (") == 10
    assert other.count("” (") == 12
    assert one.count("- and 2 more (--full shows all)") == 2, "of its ties and of its proof"
    shown = [line.split(": ")[1].split(" · ") for line in one.splitlines() if "camp " in line]
    assert shown
    assert {len(names) for names in shown if "more (" in names[-1]} == {9}
    assert "--full" not in other
    assert data("tensions", many, "--full") == data("tensions", many)
    assert "و2 غيرها (--full يُظهر الكل)" in run("tensions", many).stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--keep", "3"], "--keep does nothing without --backbone fixed"),
        (["--backbone", "nested", "--keep", "3"], "--keep does nothing without --backbone fixed"),
        (["--kernel", "gaussian"], "--kernel does nothing without --window"),
        (["--unit", "months"], "--unit does nothing without --window"),
        (["--backbone", "fixed", "--polarization"], "--backbone and --polarization ask for different things"),
    ],
)
def test_an_option_that_would_do_nothing_is_refused(words: list[str], says: str, claims: str) -> None:
    done = run("discourse", claims, *words)
    assert done.exit_code == 2
    assert says in done.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["map", "nowhere.jsonl"], "can't be opened"),
        (["map", "{}", "--voice", "nobody"], "no voice"),
        (["map", "{}", "--outlet", "Ahra"], "no outlet 'Ahra' here"),
        (["map", "{}", "--relation", "HELP"], "SANCTION"),
        (["map", "{}", "--relation", "ASSALT"], "did you mean ASSAULT?"),
        (["map", "{}", "--since", "2031"], "no claim passes"),
        (["map", "{}", "--actor", "Nort"], "did you mean North or الشمال?"),
        (["map", "{}", "--plot", "a.gif"], "svg"),
        (["map", "{}", "--lift", "nofile"], "neither organs"),
        (["map", "{}", "--weight", "x"], "can't be read"),
        (["tensions", "{}", "--kind", "x"], "no kind"),
        (["tensions", "{}", "--relation", "AID"], "without a minus"),
        (["whatif", "{}"], "nothing is supposed"),
        (["whatif", "{}", "--remove", "North AID Nobody"], "no actor"),
        (["change", "{}", "--unit", "moons"], "no unit"),
        (["change", "{}", "--kernel", "box"], "no kernel"),
        (["discourse", "{}", "--qualifier", "x"], "choose"),
    ],
)
def test_bad_input_gets_a_sentence(words: list[str], says: str, claims: str) -> None:
    done = run(*(w.replace("{}", claims) for w in words))
    assert done.exit_code == 1
    assert done.stderr.startswith("error: ")
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
    assert not done.stdout


def test_no_number_is_none(claims: str) -> None:
    done = run("map", claims, "--least", "nan")
    assert done.exit_code == 2
    assert "no number from 0 to 1" in done.stderr


BAD = {"encoding": '{"claims": [], "outlet": "الصحيفة"}'.encode("cp1256"), "depth": b'{"claims":' + b"[" * 100_000}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
@pytest.mark.parametrize("command", ["map", "tensions", "blocs", "change", "discourse"])
def test_a_bad_line_gets_a_sentence_wherever_it_stands(command: str, bad: bytes, claims: str, tmp_path: Path) -> None:
    file = tmp_path / "bad.jsonl"
    good = Path(claims).read_bytes()
    for number, data in ((1, bad), (len(good.splitlines()) + 1, good + bad)):
        file.write_bytes(data)
        for done in (run(command, str(file)), CliRunner().invoke(main, [command, "-"], input=data)):
            assert done.exit_code == 1, done.exception
            assert f":{number}: this is no JSON (" in done.stderr
            assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_holds_nothing_that_a_terminal_would_act_on(form: str, tmp_path: Path) -> None:
    said = [say(1, Party("a\x9b31m"), "AID", EAST)]
    shown = run("map", write(tmp_path / "c.jsonl", list(dump(said))), "--format", form).stdout
    assert "\x9b" not in shown
    assert "a\\u009b31m" in shown


def test_people_are_shown_no_windows_without_claims(tmp_path: Path) -> None:
    far = write(tmp_path / "far.jsonl", list(dump([say(1, NORTH, "AID", EAST, date=day) for day in ("1990-01-01", "2020-01-01")])))
    rows = data("change", far, "--unit", "weeks")
    assert (len(rows), sum(bool(r["claims"]) for r in rows)) == (1566, 2)
    table = run("change", far, "--unit", "weeks", "--language", "en")
    assert len(table.stdout.splitlines()) == 1 + 2
    assert table.stderr == "1564 of 1566 windows have no claims and are not shown\n"


@pytest.mark.parametrize(
    "words",
    [
        ("blocs", "--camps"),
        ("change", "--size"),
        ("change", "--step"),
        ("discourse", "--window"),
        ("discourse", "--unit", "years", "--window"),
        ("tensions", "--limit"),
    ],
    ids=lambda words: f"{words[0]} {words[-1]}",
)
def test_a_number_beyond_all_reason_asks_for_all_there_is(words: tuple[str, ...], claims: str) -> None:
    done = run(words[0], claims, *words[1:], "9" * 20)
    assert (done.exit_code, done.exception) == (0, None)


def test_a_missing_library_is_named(claims: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> None:
        raise ModuleNotFoundError("No module named 'scipy'", name="scipy")

    monkeypatch.setattr("ahlaf.network.tables.edge_rows", missing)
    assert run("map", claims).stderr == "error: this needs scipy, which is not installed: pip install scipy\n"


def test_an_empty_file_and_one_actor(tmp_path: Path) -> None:
    empty = write(tmp_path / "e.jsonl", ['{"id": "d", "claims": []}'])
    for command in ("map", "tensions", "blocs", "change", "discourse"):
        assert "no claims" in run(command, empty).stderr
    one = write(tmp_path / "o.jsonl", ['{"id": "1", "relation": "AID", "source": "x", "target": null}'])
    for command in ("map", "tensions", "blocs"):
        assert "ties two actors" in run(command, one).stderr
    project = tmp_path / "p.ahlaf"
    project.write_bytes(b"SQLite format 3\0" + b"\0" * 100)
    assert run("map", str(project)).stderr.startswith("error: ")


def test_a_project_is_asked_as_it_stands_after_its_decisions(tmp_path: Path) -> None:
    sys.path.insert(0, str(Path(__file__).parents[1] / "store"))
    from fakes import code, fill

    address = str(tmp_path / "study.ahlaf")
    with Project.create(address) as project:
        fill(project, "دعمت تركيا. تركيا دعمت العراق. روسيا هاجمت العراق. قالت الصحيفة: تركيا هاجمت روسيا.", date="2015-03-01")
        code(project)
        claims = list(project.claims())
        assert len(claims) == 3
        rows = data("map", address, "--language", "en")
        edges = {(r["source"], r["sign"], r["target"]) for r in rows}
        assert edges == {("Turkey", 1, "Iraq"), ("Russia", -1, "Iraq"), ("Turkey", -1, "Russia")}
        assert {r["first"] for r in rows} == {"2015-03-01"}
        attack = next(c for c in claims if c.source.name == "روسيا")
        project.review(attack.id, "refuse", "anna")
    assert len(data("map", address)) == 2
    assert data("whatif", address, "--doubt", str(claims[0].id))


def test_the_claims_that_a_project_writes_are_its_network(tmp_path: Path) -> None:
    """Near copies told once, decisions in force, voices and times of claims: as in the project itself."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "store"))
    from fakes import code, fill

    address = str(tmp_path / "study.ahlaf")
    with Project.create(address) as project:
        same = "قالت الصحيفة: تركيا هاجمت روسيا. روسيا هاجمت العراق. تركيا دعمت العراق."
        fill(project, same, same + " ", "تركيا دعمت روسيا. العراق دعمت تركيا.", date="2015-03-01")
        code(project)
        first, second, *_ = project.claims()
        project.review(first.id, "refuse", "anna")
        project.review(second.id, "confirm", "anna")
        with (tmp_path / "claims.jsonl").open("w", encoding="utf-8") as lines:
            lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in tables.claims(project))

    def weighed(path: str) -> list[dict[str, object]]:
        rows = data("map", path)
        return sorted(({k: v for k, v in row.items() if k != "claims"} for row in rows), key=str)

    assert weighed(str(tmp_path / "claims.jsonl")) == weighed(address)
    assert len({row["source"] for row in weighed(address)}) > 1


def test_what_could_not_be_read_shows_in_the_exit_code(tmp_path: Path) -> None:
    """A script that draws a map of a folder learns that it is one of a part of it."""
    for name, text in (("a", "هاجمت كندا كينيا."), ("b", "No Arabic in here.")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    done = run("map", str(tmp_path), "--format", "csv")
    assert (done.exit_code, len(done.stdout.splitlines())) == (1, 2)
    assert "b.txt: holds no Arabic" in done.stderr
    assert run("map", str(tmp_path / "a.txt")).exit_code == 0
