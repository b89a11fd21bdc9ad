"""Rules at the door: what is written as it should be is taken, all else is refused with file, line and remedy."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from ahlaf.errors import LexiconError
from ahlaf.lexicon import load, rules
from ahlaf.lexicon.rules import Example, Rule, Written
from ahlaf.relations import RELATIONS

HEAD = 'id = "help.with-mules-of"\nsays = "who acts with the mules of somebody is aided by him"\nsource = "usage"\nrelation = "AID"\n'
MATCH = 'match = [\n  "target is subject",\n  "ببغال من?",\n  "source: name|state",\n]\n'
YES = '[[rule.yes]]\ntext = "عبر الجيش الجبل ببغال من تركيا"\nsource = "تركيا"\ntarget = "الجيش"\n'
NO = '[[rule.no]]\ntext = "عبر الرجل الجبل ببغال"\nwhy = "nobody\'s mules"\n'
GOOD = f"# mules\n[[rule]]\n{HEAD}{MATCH}{YES}{NO}"


def lay(folder: Path, text: str, name: str = "mine.toml") -> Path:
    (folder / "rules").mkdir(exist_ok=True)
    (folder / "rules" / name).write_text(text, encoding="utf-8")
    return folder


def test_a_right_rule_is_taken_as_it_is(tmp_path: Path) -> None:
    assert rules.read(lay(tmp_path, GOOD)) == (
        [
            Written(
                "rules/mine.toml", 2, "help.with-mules-of", "who acts with the mules of somebody is aided by him", "usage", "AID", "",
                rules.CREDENCE, (("target is subject", "ببغال من?", "source: name|state"),),
                (Example("عبر الجيش الجبل ببغال من تركيا", "تركيا", "الجيش"),), (Example("عبر الرجل الجبل ببغال", why="nobody's mules"),),
            )
        ],
        [],
    )  # fmt: skip


def test_a_folder_without_rules_has_none(tmp_path: Path) -> None:
    assert rules.read(tmp_path) == ([], [])


WRONG = [
    (GOOD.replace("says =", "said ="), 2, "'said' is not known"),
    (GOOD.replace('id = "help.with-mules-of"\n', ""), 2, "has no 'id'"),
    (GOOD.replace("help.with-mules-of", "With Mules"), 2, "the id is not written like"),
    (GOOD.replace('"AID"', '"HELP"'), 2, "'HELP' is no relation"),
    (GOOD.replace('"AID"', '"AID"\ncredence = 1.5'), 2, "the credence is 1.5"),
    (GOOD.replace('"AID"', '"AID"\ncredence = true'), 2, "the credence is True"),
    (GOOD.replace('"AID"', '"AID"\nmode = 3'), 2, "the mode is 3"),
    (GOOD.replace(MATCH, ""), 2, "'match' is no list of lines"),
    (GOOD.replace(MATCH, MATCH + 'also = ["x"]\n'), 2, "'match' is no list of lines"),
    (GOOD.replace(NO, ""), 2, "has no [[rule.no]]"),
    (GOOD.replace(YES, ""), 2, "has no [[rule.yes]]"),
    (GOOD.replace('target = "الجيش"\n', ""), 2, "has no [[rule.yes]]"),
    (GOOD.replace('why = "', 'because = "'), 2, "has no [[rule.no]]"),
    (GOOD.replace('relation = "AID"', "relation = AID"), 6, "is no TOML"),
    (GOOD + "[rules]\n", 19, "'rules' is not known"),
    ('rule = [{ id = "x" }]\n', 1, "rules are not written as [[rule]]"),
    (GOOD + GOOD, 20, "the id is taken by rules/mine.toml:2"),
]


@pytest.mark.parametrize(("text", "line", "why"), WRONG, ids=[why for *_, why in WRONG])
def test_a_wrong_rule_is_refused_with_file_line_and_remedy(text: str, line: int, why: str, tmp_path: Path) -> None:
    _, (error,) = rules.read(lay(tmp_path, text))
    assert (error.file, error.line) == ("rules/mine.toml", line)
    assert why in error.what
    assert error.remedy


def test_a_rule_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    lay(tmp_path, "")
    (tmp_path / "rules" / "mine.toml").write_bytes(GOOD.encode("cp1256"))
    _, (error,) = rules.read(tmp_path)
    assert str(error) == "rules/mine.toml:1: is not UTF-8 (save it as UTF-8)"


def ready(*lines: str, relation: str = "AID") -> Rule:
    return rules.compiled(Written("rules/x.toml", 3, "x", "", "usage", relation, "", 0.5, (lines,)), {"قَادَ"})


PATTERNS = [
    (("source", "target"), "has no fixed words"),
    (("source", "trigger", "target"), "has no fixed words"),
    (("source", "_", "target"), "has no fixed words"),
    (("source", "من? بمساعدة", "target"), "its trigger begins with a gap"),
    (("source", "ل", "target"), "its trigger begins with a gap"),
    (("source", "بمساعدة"), "its ends are source"),
    (("بمساعدة",), "its ends are missing"),
    (("source", "بمساعدة", "source"), "its ends are source and source"),
    (("source is subject", "source", "بمساعدة", "target"), "its ends are source and target and source"),
    (("بين", "both"), "AID has a direction"),
    (("source", "قريب من|ل قوم", "target"), "a single letter stands before no slot"),
    (("source", "[قَالَ]", "target"), "no verb has the lemma 'قَالَ'"),
    (("source", "with بمساعدة", "target"), "'with' is no word"),
    (("source: planet", "بمساعدة", "target"), "'planet' is no kind of phrase or actor"),
    (("source:", "بمساعدة", "target"), "'source:' is neither Arabic words nor a place"),
    (("doer", "بمساعدة", "target"), "'doer' is neither Arabic words nor a place"),
    (("number: name", "بمساعدة", "target"), "is neither Arabic words nor a place"),
]


@pytest.mark.parametrize(("lines", "why"), PATTERNS, ids=[why for _, why in PATTERNS])
def test_a_line_that_is_no_pattern_is_refused(lines: tuple[str, ...], why: str) -> None:
    with pytest.raises(LexiconError) as refused:
        ready(*lines)
    assert (refused.value.file, refused.value.line) == ("rules/x.toml", 3)
    assert why in refused.value.what
    assert refused.value.remedy


def test_the_triggers_first_word_finds_the_rule_in_every_spelling() -> None:
    found = rules.index([ready("target", "التي", "trigger", "[قَادَ]|تقودها", "source", relation="LEAD")])
    assert set(found) == {"[قَادَ]", "تقودها"}


# -- the built-in rules ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def built_in() -> list[Written]:
    found, errors = rules.read(load.BUILT_IN)
    assert [str(error) for error in errors] == []
    return found


def test_at_least_this_many_rules_of_every_class(built_in: list[Written]) -> None:
    assert len(built_in) >= 75
    classes = {Path(rule.file).stem for rule in built_in}
    assert classes == set("accusation against between exclusion figures help lead loyalty membership proxies purpose together".split())
    assert all(rule.id.startswith(f"{Path(rule.file).stem}.") for rule in built_in)


def test_every_rule_names_a_source(built_in: list[Written]) -> None:
    known = {row["id"] for row in load.rows(load.BUILT_IN)[0]["sources"]}
    assert [rule.ref for rule in built_in if rule.source not in known] == []


def test_no_sentence_and_no_pattern_is_there_twice(built_in: list[Written]) -> None:
    sentences = Counter(example.text for rule in built_in for example in rule.yes)
    patterns = Counter((rule.relation, pattern) for rule in built_in for pattern in rule.patterns)
    assert [what for what, times in (sentences + patterns).items() if times > 1] == []  # type: ignore[operator]


def test_those_who_only_match_read_the_same_rules_without_their_examples(built_in: list[Written]) -> None:
    bare, errors = rules.read(load.BUILT_IN, examples=False)
    assert errors == []
    assert [(r.ref, r.id, r.patterns, r.credence) for r in bare] == [(r.ref, r.id, r.patterns, r.credence) for r in built_in]
    assert not any(r.yes or r.no for r in bare)


def test_ties_and_events_are_both_told_by_rules(built_in: list[Written]) -> None:
    relations = {rule.relation for rule in built_in}
    assert relations <= set(RELATIONS)
    assert len(relations) >= 10


def test_a_rule_of_ones_own_with_the_same_id_replaces_the_built_in_one(tmp_path: Path, built_in: list[Written]) -> None:
    own = GOOD.replace("help.with-mules-of", built_in[0].id) + GOOD
    lexicon = load.load((lay(tmp_path, own),))
    held = {rule.sense.lemma: rule.sense.ref for found in lexicon.rules.values() for rule, _ in found}
    assert len(held) == len(built_in) + 1
    assert held[built_in[0].id] == "rules/mine.toml:2"
    assert held["help.with-mules-of"] == "rules/mine.toml:20"
    assert lexicon.digest != load.load().digest


def test_a_wrong_rule_stops_the_loading(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="'AIM' is no relation"):
        load.load((lay(tmp_path, GOOD.replace('"AID"', '"AIM"')),))
