"""PDFs: letters in logical order whatever the page's order, running text without what stands on every page."""

from __future__ import annotations

import html
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from making import documents, errors, loaded
from pdfs import Placed, pdf, row

from ahlaf.errors import BinaryInput, EmptyInput, InputTooLarge
from ahlaf.sources import pdf as reader

EXAMPLES = Path(__file__).parents[2] / "examples"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
LINE = "قال الوزير إن تركيا تدعم الاتفاق ولن تتراجع عنه"


def text(*pages: list[Placed]) -> str:
    return reader.read(pdf(pages)).text


def lines(*texts: str, top: float = 700.0, step: float = 18.0, right: float = 500.0) -> list[Placed]:
    return [g for number, line in enumerate(texts) for g in row(line, top - step * number, right)]


# -- logical order ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("order", ["as read", "from the left", "inside out"])
def test_the_order_in_which_glyphs_are_drawn_does_not_matter(order: str) -> None:
    glyphs = lines(LINE)
    if order == "from the left":
        glyphs.reverse()
    elif order == "inside out":
        glyphs = glyphs[1::2] + glyphs[::2]
    assert text(glyphs) == LINE


SHAPED = str.maketrans("دعمتركيا", "\ufeaa\ufecb\ufee4\ufe96\ufeae\ufedb\ufef4\ufe8e")
CASES = {
    "presentation forms": (list("دعمت تركيا الحزب في العام كله".translate(SHAPED)), "دعمت تركيا الحزب في العام كله"),
    "a ligature with a sign of its own": ([*"دعمت تركيا ا", "\ufef7", *"حزاب كلها"], "دعمت تركيا الأحزاب كلها"),
    "a ligature of two letters": ([*"دعمت تركيا ا", "لأ", *"حزاب كلها و", "لا", *" غيرها"], "دعمت تركيا الأحزاب كلها ولا غيرها"),
    "the name of God": ([*"قال حزب ", "الله", *" إن تركيا تدعم"], "قال حزب الله إن تركيا تدعم"),
    "a date": ([*"في ", *"12/3/2015"[::-1], *"، قال وزير الخارجية التركي"], "في 12/3/2015، قال وزير الخارجية التركي"),
    "eastern figures": ([*"قتل ", *"١٢٣"[::-1], *" جندياً في مدينة غاو أمس"], "قتل ١٢٣ جندياً في مدينة غاو أمس"),
    "a span of years": ([*"بين ", *"2011"[::-1], *"-", *"2015"[::-1], *" في العراق ثم في ليبيا"], "بين 2011-2015 في العراق ثم في ليبيا"),
    "a full stop after a year": ([*"كان ذلك الهجوم في مدينة غاو عام ", *"2014"[::-1], "."], "كان ذلك الهجوم في مدينة غاو عام 2014."),
    "Latin words": ([*"قالت ", *"NATO and F-16"[::-1], *" في العراق وسوريا"], "قالت NATO and F-16 في العراق وسوريا"),
    "brackets as signs": ([*"قال (الوزير) إن «العملية» تستمر"], "قال (الوزير) إن «العملية» تستمر"),
    "brackets as shapes": ([*"قال )الوزير( إن »العملية« تستمر"], "قال (الوزير) إن «العملية» تستمر"),
    "brackets in Latin words": ([*"قال )الوزير( إن ", *"EU (27) or US"[::-1], *" معه"], "قال (الوزير) إن EU (27) or US معه"),
}


@pytest.mark.parametrize("case", CASES)
def test_what_stands_on_the_page_is_read_as_it_was_written(case: str) -> None:
    units, wanted = CASES[case]
    assert text(row(units, 700)) == wanted


def test_marks_belong_to_their_letters() -> None:
    glyphs = lines("دعم الحزب تركيا منذ سنوات")
    ain = next(g for g in glyphs if g.letters == "ع")
    assert text([Placed("\u064e", ain.x + 3, ain.y), *glyphs]).startswith("دعَم")


def test_a_letter_drawn_twice_to_look_bold_is_one_letter() -> None:
    glyphs = lines(LINE)
    assert text([g for one in glyphs for g in (one, Placed(one.letters, one.x + 0.4, one.y))]) == LINE


def test_a_line_in_pieces_with_anothers_between_them_is_one_line() -> None:
    one, two = lines(LINE), lines("وهاجمت روسيا مدينة أخرى في الشمال أمس", top=660)
    assert text([*one[:9], *two, *one[9:]]).replace("\n", " ") == f"{LINE} وهاجمت روسيا مدينة أخرى في الشمال أمس"


def test_two_columns_are_read_one_after_the_other() -> None:
    right = ("قال الوزير إن بلاده تدعم الاتفاق", "ولن تتراجع عنه مهما كان الثمن.")
    left = ("واتهمت الحكومة جارتها بالتدخل", "في شؤونها منذ سنوات طويلة مضت.")
    assert text([*lines(*right), *lines(*left, right=280)]).replace("\n", " ") == " ".join((*right, *left))


# -- running text ---------------------------------------------------------------------------------------


def test_lines_become_paragraphs_where_the_next_word_would_have_fitted() -> None:
    glyphs = lines(
        "قال الوزير إن بلاده تدعم الاتفاق الذي وقع",
        "في العاصمة ولن تتراجع عنه.",
        "واتهمت الحكومة جارتها بالتدخل في شؤونها م",
        "منذ سنوات طويلة مضت",
    )
    assert text(glyphs).split("\n") == [
        "قال الوزير إن بلاده تدعم الاتفاق الذي وقع في العاصمة ولن تتراجع عنه.",
        "واتهمت الحكومة جارتها بالتدخل في شؤونها م منذ سنوات طويلة مضت",
    ]


def test_a_larger_line_and_a_wider_gap_begin_anew() -> None:
    body = lines("قال الوزير إن بلاده تدعم الاتفاق الذي وقع", "في العاصمة ولن تتراجع عنه مهما كان الثمن.", top=650)
    after = lines("واتهمت الحكومة جارتها بالتدخل في الشؤون.", top=580)
    found = text([*row("حرب أم سلام في الشمال", 700, size=20), *body, *after])
    assert [line.split()[0] for line in found.split("\n")] == ["حرب", "قال", "واتهمت"]


def paged(number: int) -> list[Placed]:
    words = ("الأول", "الثاني", "الثالث", "الرابع")[number - 1]
    # Full lines that end no sentence: the paragraph goes on over the page.
    body = lines(f"كتب الكاتب في القسم {words} عن الحرب والسلام في الشمال", f"ثم عاد في القسم {words} إلى ما جرى في العاصمة بعدها", top=700)
    return [*row("صحيفة الغد - العدد 1204", 800), *body, *row([*str(number)][::-1], 40, right=300)]


def test_running_heads_and_page_numbers_are_left_out_and_paragraphs_go_on_over_pages() -> None:
    found = text(*(paged(n) for n in (1, 2, 3, 4)))
    assert "صحيفة الغد" not in found
    assert not any(c.isdigit() for c in found)
    assert "\n" not in found
    assert found.count("كتب الكاتب") == 4


def test_a_figure_that_numbers_no_page_stays() -> None:
    numbered = ((52, "السبت"), (7, "الأحد"), (31, "الجمعة"))
    pages = [[*lines(f"{LINE} يوم {day}"), *row([*str(n)][::-1], 40, right=300)] for n, day in numbered]
    assert [n for n in ("52", "7", "31") if n in text(*pages).split()] == ["52", "7", "31"]


# -- what is refused ------------------------------------------------------------------------------------


def test_a_pdf_is_a_document_with_its_declared_title(tmp_path: Path) -> None:
    title = "حرب أم سلام".encode("utf-16-be").hex()
    data = pdf([[*row("بقلم: كريم الساعدي", 720), *lines(LINE, LINE)]], info=f"/Title <feff{title}> /Author (Administrator)")
    (found,) = documents(loaded(tmp_path / "a.pdf", data))
    assert (found.title, found.author, found.date, found.language) == ("حرب أم سلام", "كريم الساعدي", None, "ar")


def broken(what: str) -> bytes:
    whole = pdf([lines(LINE)])
    if what == "cut off":
        return whole[: len(whole) // 4]
    if what == "garbage":
        return b"%PDF-1.7\n" + bytes(range(256)) * 100
    if what == "locked":
        key = "28" * 32
        return pdf([lines(LINE)], extra=f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >> /ID [<00> <00>]")
    if what == "pictures":
        return pdf([[]] * 3)
    return pdf([lines(LINE)], repeat=100_000)


@pytest.mark.parametrize(
    ("what", "kind", "says"),
    [
        ("cut off", BinaryInput, "broken PDF"),
        ("garbage", BinaryInput, "broken PDF"),
        ("locked", BinaryInput, "locked with a password"),
        ("pictures", EmptyInput, "no text layer"),
        ("pages", InputTooLarge, "has 100,000 pages, more than 2,000"),
    ],
)
def test_what_can_not_be_read_is_refused_with_its_reason(tmp_path: Path, what: str, kind: type[Exception], says: str) -> None:
    (error,) = errors(loaded(tmp_path / "a.pdf", broken(what)))
    assert type(error) is kind
    assert says in str(error)


def test_a_pdf_that_breaks_its_reader_ends_no_more_than_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_WORK", "import os; os.kill(os.getpid(), 9)")
    (error,) = errors(loaded(tmp_path / "a.pdf", pdf([lines(LINE)])))
    assert "broke its reader" in str(error)
    monkeypatch.setattr(reader, "_WORK", "import time; time.sleep(60)")
    monkeypatch.setattr(reader, "SECONDS", 0.5)
    (error,) = errors(loaded(tmp_path / "a.pdf", pdf([lines(LINE)])))
    assert "takes more than" in str(error)


# -- what other programs write --------------------------------------------------------------------------


def test_what_matplotlib_draws_is_read_as_it_was_written() -> None:
    import io

    from matplotlib.backends.backend_pdf import FigureCanvasPdf
    from matplotlib.figure import Figure

    wanted = ["دعمت تركيا الأحزاب في العراق عام 2014، ثم قال وزير", "الخارجية إن بلاده «لا تؤيد» الأحلاف (مع الغرب) في 12/3/2015."]
    figure = Figure(figsize=(8.3, 11.7))
    FigureCanvasPdf(figure)
    for number, line in enumerate(wanted):
        figure.text(0.9, 0.9 - 0.03 * number, line, ha="right", fontsize=14)
    out = io.BytesIO()
    figure.savefig(out, format="pdf")
    assert reader.read(out.getvalue()).text == " ".join(wanted)


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here to print with")
@pytest.mark.parametrize("style", ["text-align:justify", "text-align:start;font-size:14pt", "text-indent:2em;margin:0;text-align:justify"])
def test_what_chromium_prints_is_read_as_it_was_written(tmp_path: Path, style: str) -> None:
    wanted = [
        " ".join(line.split())
        for name in ("lebanon-who-decided", "jenin-camp-raid")
        for line in (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    body = "".join(f"<p>{html.escape(line)}</p>" for line in wanted)
    page = tmp_path / "page.html"
    page.write_text(f'<html lang="ar" dir="rtl"><meta charset="utf-8"><style>p{{{style}}}</style>{body}', encoding="utf-8")
    command = [str(CHROMIUM), "--headless", "--no-pdf-header-footer", "--no-sandbox", "--disable-gpu"]
    places = [f"--user-data-dir={tmp_path / 'profile'}", f"--print-to-pdf={tmp_path / 'page.pdf'}", page.as_uri()]
    subprocess.run([*command, *places], capture_output=True, check=True, timeout=120)
    found = unicodedata.normalize("NFC", reader.read((tmp_path / "page.pdf").read_bytes()).text).split("\n")
    assert found == [unicodedata.normalize("NFC", line) for line in wanted]
