from __future__ import annotations

import contextlib
import io
import os
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from ahlaf.exchange import summary, terminal
from ahlaf.exchange.report.content import Language
from ahlaf.model import Mention, Reading, Span

DANGEROUS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066\u2067\u2068\u2069\ud800-\udfff]")


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def printed(reading: Reading, language: Language = "en", *, to_screen: bool, width: int = 100) -> str:
    out = Screen() if to_screen else io.StringIO()
    paper = Console(file=out, width=width, force_terminal=True, color_system=None, highlight=False) if to_screen else terminal.console(out)
    terminal.show(paper, terminal.heading(reading, language, terminal=to_screen))
    terminal.claims(paper, reading, language)
    return out.getvalue()


def test_a_pipe_gets_one_line_a_claim_without_isolates(reading: Reading) -> None:
    lines = printed(reading, to_screen=False).splitlines()
    assert len(lines) == 4, "a heading, the titles, two claims"
    assert not DANGEROUS.search("\n".join(lines))
    assert lines[2].split()[:4] == ["1", "تركيا", "AID", "+"]
    assert lines[2].endswith("تركيا دعمت داعش بالسلاح"), "the words come last, with no blanks behind"


def test_negation_is_said_in_words(reading: Reading) -> None:
    assert "not ALLY +" in printed(reading, to_screen=False)


def test_a_missing_end_is_shown_as_a_dash(reading: Reading) -> None:
    assert terminal.NOBODY in printed(reading, to_screen=False).splitlines()[3]


def test_an_end_that_the_text_only_points_to_is_called_by_its_name(reading: Reading) -> None:
    """A verb's "we" is no name that a person could read: "هاجمنا" is shown as who it is."""
    first = reading.claims[0]
    assert first.source is not None
    source = replace(first.source, names=("هاجمنا",))
    pointed = Mention(source.span, source.actor, "hidden", "هاجمنا")
    for mentions, shown in (((pointed,), source.actor.name), ((), "هاجمنا")):
        own = replace(reading, claims=(replace(first, source=source),), mentions=mentions)
        assert printed(own, to_screen=False).splitlines()[2].split()[1] == shown


@pytest.mark.parametrize(
    ("written", "said", "shown"),
    [
        ("للجيش السوري", "جيش السوري", "الجيش السوري"),
        ("وللجيش السوري", "جيش السوري", "الجيش السوري"),
        ("لجيش السوري", "جيش السوري", "جيش السوري"),
        ("للبنان", "لبنان", "لبنان"),
        ("للجيش السوري", "القوم", "القوم"),
    ],
)
def test_an_article_that_the_preposition_takes_in_is_shown(reading: Reading, written: str, said: str, shown: str) -> None:
    first = reading.claims[0]
    assert first.source is not None
    assert terminal.name(replace(first.source, span=Span(5, 5 + len(written)), names=(said,)), f"دعما {written}") == shown


def test_in_arabic_the_table_speaks_arabic(reading: Reading) -> None:
    _, titles, *rows = printed(reading, "ar", to_screen=False).splitlines()
    assert re.split("  +", titles.strip()) == ["#", "من", "العلاقة", "إلى", "القائل", "صيغة القول", "الكلمات"]
    assert re.split("  +", rows[0].strip())[:4] == ["1", "تركيا", "مساعدة +", "تنظيم داعش"]
    assert "منفي: التحالف مع +" in rows[1]
    assert not re.search("[a-z]", "\n".join((titles, *rows)))


def test_in_arabic_the_columns_stand_in_one_line(reading: Reading) -> None:
    """Marks over and under letters take no room, nor do isolates: a column begins where its heading does."""
    many = replace(reading, claims=tuple(replace(reading.claims[0], modality=m) for m in ("asserted", "questioned", "hypothetical")))
    lines = printed(many, "ar", to_screen=True, width=120).replace(terminal.FSI, "").replace(terminal.PDI, "").splitlines()[1:]
    begins = [cell_len(line[: line.rindex("  ")]) + len("  ") for line in (found.rstrip() for found in lines)]
    assert len(lines) == 4
    assert len(set(begins)) == 1


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [60, 80, 100, 160])
def test_on_a_terminal_every_line_closes_the_isolates_it_opens(reading: Reading, width: int, language: Language) -> None:
    lines = printed(reading, language, to_screen=True, width=width).splitlines()
    assert any(terminal.FSI in line for line in lines)
    for line in lines:
        assert line.count(terminal.FSI) == line.count(terminal.PDI)
        assert not re.search("[\u0621-\u064a]", re.sub(f"{terminal.FSI}[^{terminal.PDI}]*{terminal.PDI}", "", line)), line


def test_folding_leaves_no_empty_lines(reading: Reading) -> None:
    assert all(line.strip() for line in printed(reading, to_screen=True, width=70).splitlines())


def test_hostile_text_reaches_no_screen_raw(hostile: Reading) -> None:
    shown = printed(hostile, to_screen=True).replace(terminal.FSI, "").replace(terminal.PDI, "")
    assert not DANGEROUS.search(shown)
    assert "[red]" in shown, "a text's brackets are its own, not our markup"
    assert "␛" in shown
    assert not DANGEROUS.search(printed(hostile, to_screen=False))


@given(st.text(alphabet=st.characters(codec=None)))
def test_nothing_that_a_terminal_acts_on_gets_through(text: str) -> None:
    safe = terminal.harmless(text)
    assert not DANGEROUS.search(safe)
    assert "\n" not in safe
    assert terminal.harmless(safe) == safe


def test_letters_are_never_reshaped_and_joiners_stay() -> None:
    assert terminal.harmless("دَعْم می\u200cخواهم") == "دَعْم می\u200cخواهم"


def test_pairs_are_counted_by_sign_and_certainty(reading: Reading) -> None:
    assert summary.pairs([reading, reading]) == [summary.Pair("تركيا", "تنظيم الدولة الإسلامية", 2, 0, 0)]


def test_what_is_denied_or_asked_settles_nothing(reading: Reading) -> None:
    from dataclasses import replace

    claim = reading.claims[0]
    odd = (replace(claim, polarity="negated"), replace(claim, modality="questioned"), replace(claim, sign=-1, relation="OPPOSE"))
    (pair,) = summary.pairs([replace(reading, claims=odd)])
    assert (pair.plus, pair.minus, pair.unsettled, pair.leaning) == (0, 1, 2, "against")


def test_a_long_summary_says_how_much_it_leaves_out() -> None:
    out = io.StringIO()
    many = [summary.Pair(f"أ{n}", "ب", 1, 0, 0) for n in range(30)]
    summary.show(terminal.console(out), many, most=25)
    assert "and 5 more pairs" in out.getvalue()


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_reader_who_went_away_is_the_command_s_to_tell_of() -> None:
    """Also where the failure comes to light as the console empties what was written before."""
    reading_end, writing_end = os.pipe()
    os.close(reading_end)
    out = os.fdopen(writing_end, "w", encoding="utf-8")  # closed below: to close it is to write what it holds
    paper = terminal.console(out)
    paper.file.write("حلف\n")
    with pytest.raises(BrokenPipeError):
        terminal.show(paper, "حلف")
    with contextlib.suppress(BrokenPipeError):
        out.close()
