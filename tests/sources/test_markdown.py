"""Markdown: words without marks, and what the front matter says."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import TEXT, documents, errors, loaded

from ahlaf.errors import EmptyInput
from ahlaf.sources import markdown

CASES = {
    "headings": ("# العنوان\n\nالنص\n\nعنوان ثان\n=====\nنص", "العنوان\nالنص\nعنوان ثان\nنص"),
    "broken lines are one paragraph": ("قال الوزير\nإن بلاده", "قال الوزير إن بلاده"),
    "a line broken on purpose": ("قال الوزير  \nإن بلاده", "قال الوزير\nإن بلاده"),
    "emphasis": ("قال **الوزير** إن _بلاده_ ~~ترفض~~ تدعم", "قال الوزير إن بلاده ترفض تدعم"),
    "links and pictures": ("قال [الوزير](http://a.example) كلاماً ![صورة](a.png)", "قال الوزير كلاماً"),
    "lists": ("- العراق\n- سوريا\n  1. دمشق", "العراق\nسوريا\nدمشق"),
    "quotations": ("> قال الوزير\n\nثم مضى", "قال الوزير\nثم مضى"),
    "tables": ("| أ | ب |\n|---|---|\n| ج | د |", "أ\nب\nج\nد"),
    "code": ("قبل\n\n```python\nx = 1\n```\n\n    y = 2\n\nبعد `كلمة`", "قبل\nبعد كلمة"),
    "HTML": ("<div>\nخفي\n</div>\n\nقال <b>الوزير</b> كلاماً", "قال الوزير كلاماً"),
    "entities": ("قال &quot;لا&quot; &amp; مضى", 'قال "لا" & مضى'),
}


@pytest.mark.parametrize("case", CASES)
def test_the_words_come_without_the_marks(case: str) -> None:
    source, wanted = CASES[case]
    assert markdown.document(source, "a", "a").text == wanted


FRONT = {
    "YAML": f"---\ntitle: 'حرب أم سلام' \nauthor: [كريم الساعدي, منى شكري]\ndate: 2016-03-14T10:00\n"
    f"outlet: الغد # صحيفة\nurl: http://p.example/1\n---\n{TEXT}",
    "YAML in Arabic": f"---\nالعنوان: حرب أم سلام\nالكاتب:\n  - كريم الساعدي\n  - منى شكري\n"
    f"التاريخ: 14 آذار 2016\nالمصدر: الغد\nالرابط: http://p.example/1\n---\n{TEXT}",
    "TOML": f'+++\ntitle = "حرب أم سلام"\nauthors = ["كريم الساعدي", "منى شكري"]\n'
    f'date = 2016-03-14\nsource = "الغد"\nlink = "http://p.example/1"\n[extra]\ntitle = "x"\n+++\n{TEXT}',
    "Windows lines": f"---\r\ntitle: حرب أم سلام\r\nauthor: كريم الساعدي، منى شكري\r\n"
    f"date: ١٤ مارس ٢٠١٦\r\nsite: الغد\r\nlink: http://p.example/1\r\n---\r\n{TEXT}",
}


@pytest.mark.parametrize("case", FRONT)
def test_the_front_matter_says_what_is_known_of_it(tmp_path: Path, case: str) -> None:
    (found,) = documents(loaded(tmp_path / "a.md", FRONT[case].encode()))
    about = (found.title, found.author, found.date, found.outlet, found.url)
    assert about == ("حرب أم سلام", "كريم الساعدي، منى شكري", "2016-03-14", "الغد", "http://p.example/1")
    assert found.text == TEXT


@pytest.mark.parametrize(("value", "outlet"), [("الغد\t# صحيفة", "الغد"), ("الغد  # صحيفة # أخرى", "الغد"), ("الغد#1", "الغد#1")])
def test_a_comment_behind_a_value_is_none_of_it(value: str, outlet: str) -> None:
    assert markdown.document(f"---\noutlet: {value}\n---\n{TEXT}", "a", "a").outlet == outlet


def test_a_line_that_only_looks_like_front_matter_is_text() -> None:
    found = markdown.document(f"{TEXT}\n\n---\n\ntitle: x", "a", "a")
    assert found.title is None
    assert found.text.startswith(TEXT)


def test_a_date_that_is_none_is_left_out() -> None:
    assert markdown.document(f"---\ndate: قريباً\n---\n{TEXT}", "a", "a").date is None


def test_nothing_but_code_is_refused(tmp_path: Path) -> None:
    (error,) = errors(loaded(tmp_path / "a.md", "```\nشيفرة\n```".encode()))
    assert isinstance(error, EmptyInput)


@pytest.mark.parametrize("mark", ["> ", "- ", "[", "![", "*", "*a_", "`", "<", "|", "a](", "~~", "&#", "\\"])
def test_marks_in_marks_without_end_do_no_harm(mark: str) -> None:
    source = mark * 50_000 + TEXT
    try:
        assert len(markdown.document(source, "a", "a").text) <= len(source)
    except EmptyInput:
        assert source[0] in ">-`"


@given(st.text(alphabet="#*_-+>`[]()|!~ \nقال وزيرab:", max_size=200))
def test_no_source_breaks_it_and_no_letter_is_made_up(source: str) -> None:
    try:
        found = markdown.document(source, "a", "a").text
    except EmptyInput:
        return
    assert {c for c in found if c.isalpha()} <= set(source)
