"""The rule book from the command line: checked, searched, with rows and rules of one's own."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from said import Run


def test_the_built_in_rule_book_is_sound(run: Run) -> None:
    result = run("lexicon", "check")
    assert result.exit_code == 0, result.stderr
    assert "all sound" in result.stdout
    assert re.search(r"rules [1-9]\d\d$", result.stdout.strip())


def test_wrong_rows_are_all_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "titles.tsv").write_text("words\tsector\tsource\nالشيخ\tXXX\tusage\nالشيخ\nاللواء\tMIL\tusage\n", encoding="utf-8")
    result = run("lexicon", "check", tmp_path)
    assert result.exit_code == 1
    assert "titles.tsv:2" in result.stderr
    assert "titles.tsv:3" in result.stderr
    assert "2 wrong beside 1 sound rows" in result.stderr


def test_a_row_that_its_example_does_not_show_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "nouns-mine.tsv").write_text(
        "noun\tplural\tkind\trelation\tslots\tmode\tgloss\tsource\texample\n"
        "زركشة\t\taction\tSUPPORT\tgen>ل\t\tfrill\tusage\tسرتنا زركشة الجار لجاره\n"
        "زمردة\t\taction\tSUPPORT\tgen>ل\t\temerald\tusage\tسرتنا زركشة الجار لجاره\n",
        encoding="utf-8",
    )
    (tmp_path / "idioms-mine.tsv").write_text(
        "words\trelation\tslots\tmode\tgloss\tsource\texample\n"
        "زر زركشة\tSUPPORT\tgen>ل\t\tfrill\tusage\tهذا زر زركشة الجار\n"
        "زر زمردة\tSUPPORT\tgen>ل\t\tfrill\tusage\tهذا زر الزركشة\n",
        encoding="utf-8",
    )
    result = run("lexicon", "check", tmp_path)
    assert result.exit_code == 1
    assert "nouns-mine.tsv:3: its example" in result.stderr
    assert "idioms-mine.tsv:3: its example" in result.stderr
    assert "2 wrong beside 4 sound rows" in result.stderr


def test_a_folder_without_tables_is_no_rule_book(run: Run, tmp_path: Path) -> None:
    result = run("lexicon", "check", tmp_path)
    assert result.exit_code == 1
    assert "holds no table" in result.stderr


RULE = """
[[rule]]
id = "help.with-mules-of"
says = "who acts with the mules of somebody is aided by him"
source = "usage"
relation = "AID"
match = ["target is subject", "ببغال من?", "source"]
  [[rule.yes]]
  text = "{yes}"
  source = "تركيا"
  target = "الجيش السوري"
  [[rule.no]]
  text = "{no}"
  why = "nobody's mules"
"""
MULES = {"yes": "تقدم الجيش السوري في الجبل ببغال من تركيا", "no": "تقدم الرجل في الجبل ببغال"}


def lay_rule(folder: Path, **sentences: str) -> Path:
    (folder / "mine" / "rules").mkdir(parents=True)
    (folder / "mine" / "rules" / "mules.toml").write_text(RULE.format(**MULES | sentences), encoding="utf-8")
    return folder / "mine"


def test_a_rule_of_ones_own_is_checked_found_used_and_explained(run: Run, tmp_path: Path) -> None:
    mine = lay_rule(tmp_path)
    checked = run("lexicon", "check", mine)
    assert checked.exit_code == 0, checked.stderr
    assert checked.stdout == "1 rows and rules, all sound: rules 1\n"
    assert "rules/mules.toml:2  rules, match" in run("lexicon", "find", "ببغال", "--lexicon", mine).stdout
    article = tmp_path / "article.txt"
    article.write_text("تقدم المتمردون في الجبل ببغال من تركيا.", encoding="utf-8")
    record = json.loads(run("read", article, "--format", "jsonl", "--lexicon", mine).stdout)
    (number,) = (n for n, c in enumerate(record["claims"], 1) if c["rule"] == "rules/mules.toml:2")
    explained = run("explain", article, "--claim", number, "--lexicon", mine)
    assert explained.exit_code == 0
    for part in ("says: who acts with the mules", "match 1.2: ببغال من?", f"its example: {MULES['yes']}", "replayed: the example gives"):
        assert part in explained.stdout


def test_the_examples_of_a_rule_of_ones_own_are_tried(run: Run, tmp_path: Path) -> None:
    mine = lay_rule(tmp_path, yes="عبر الجيش السوري الجبل", no=MULES["yes"])
    result = run("lexicon", "check", mine)
    assert result.exit_code == 1
    missing, found, _ = result.stderr.splitlines()
    assert missing.startswith("rules/mules.toml:2: rule 'help.with-mules-of': its example 'عبر الجيش السوري الجبل' does not give تركيا AID")
    assert "it finds a claim in" in found


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("وبالعراقيين", "id: IRQ"),
        ("سيدعمونهم", "root: دعم"),
        ("دَعَمَ", "root: دعم"),
        ("واشنطن", "id: USA"),
        ("Turkey", "id: TUR"),
        ("الولايات المتحدة", "id: USA"),
    ],
)
def test_any_form_of_a_word_finds_its_rows(run: Run, word: str, found: str) -> None:
    result = run("lexicon", "find", word)
    assert result.exit_code == 0
    assert found in result.stdout
    assert re.match(r"\S+\.tsv:\d+  ", result.stdout)


def test_an_unknown_word_is_said_to_be_unknown(run: Run) -> None:
    result = run("lexicon", "find", "قصطنبلوخ")
    assert result.exit_code == 1
    assert "no row knows قصطنبلوخ" in result.stderr
