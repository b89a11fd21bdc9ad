"""A report as a browser shows it: its policy is kept, nothing is asked of anybody, nothing a text says is done."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import Watch
from playwright.sync_api import Browser, Page, expect

from ahlaf import reports
from ahlaf.exchange.report import page as written
from ahlaf.exchange.report.content import LANGUAGES, Language
from ahlaf.model import Document
from ahlaf.projects import add_found, code, rule_book
from ahlaf.store import Arrival, Project

HOSTILE = (
    "دعمت تركيا \u202eتنظيم داعش\u202c بالسلاح، وقصفت روسيا حلب. <script>alert(1)</script> <img src=http://127.0.0.2/x onerror=alert(2)> "
    '<a href="javascript:alert(3)">هنا</a> وقصفت إيران <b onmouseover="alert(4)">العراق</b> أمس 👨‍👩‍👧. '
    "<style>*{display:none}</style> وأيدت قطر NATO الحلف في <iframe src=//127.0.0.3></iframe> بغداد."
)


UNFOLD = "document.querySelectorAll('details').forEach(e => { e.open = true })"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "a<script>alert(5)</script>\u202e.ahlaf".replace("/", "∕")
    with Project.create(path) as made:
        title = "</title><script>alert(6)</script>\u202e"
        document = Document(HOSTILE, title=title, outlet="<i>الجريدة</i>", date="2016-03-14", author="x\"'&<y")
        add_found(made, [Arrival(document, "hostile.txt")], "amal")
        code(made, *rule_book(), workers=1)
        assert made.count() > 2
    return path


@pytest.fixture(params=LANGUAGES)
def shown(request: pytest.FixtureRequest, project: Path, browser: Browser, tmp_path: Path) -> Iterator[tuple[Page, Watch, Language]]:
    language: Language = request.param
    with Project.open(project) as kept:
        found = reports.gather(kept, reports.Order(language=language))
    out = tmp_path / "report.html"
    out.write_text(written(found), encoding="utf-8")
    context = browser.new_context(viewport={"width": 1000, "height": 900})
    page, watch = context.new_page(), Watch("")
    watch.follow(page)
    page.goto(out.as_uri())
    yield page, watch, language
    context.close()


def test_what_a_text_says_is_shown_and_never_done(shown: tuple[Page, Watch, Language], project: Path) -> None:
    page, watch, language = shown
    page.mouse.move(400, 400)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.dir") == ("rtl" if language == "ar" else "ltr")
    assert page.evaluate("document.scripts.length") == 0
    with Project.open(project) as kept:
        words = {c.words for c in kept.claims()}
    assert words <= {q.evaluate("e => e.textContent") for q in page.locator("blockquote").all()}
    assert len([url for url in watch.requests if not url.startswith("data:")]) == 1
    watch.clean()


def test_its_picture_and_its_style_are_there(shown: tuple[Page, Watch, Language]) -> None:
    page, _, _ = shown
    assert page.locator("figure img").evaluate("e => e.complete && e.naturalWidth > 100")
    assert page.locator("figure img").get_attribute("alt")
    assert page.locator("blockquote").first.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none", "its style passes its own policy"


def test_its_table_of_contents_and_ties_lead_where_they_say(shown: tuple[Page, Watch, Language]) -> None:
    page, _, _ = shown
    for name in ("brief", "summary", "map", "alliances", "tensions", "claims", "method"):
        page.locator(f"nav a[href='#{name}']").click()
        assert page.locator(f"#{name}").evaluate("e => Math.abs(e.getBoundingClientRect().top) < innerHeight")
    link = page.locator("#map tbody a").first
    ends = page.locator("#map tbody tr").first.locator("bdi").all_inner_texts()[:2]
    link.click()
    opened = page.locator("details:has(> :target)")
    expect(opened).to_have_attribute("open", "")  # a link opens what it leads into
    assert sorted(opened.locator("h3 > bdi").all_inner_texts()) == sorted(ends)
    expect(opened.locator("blockquote").first).to_be_visible()


def test_it_is_folded_and_unfolded_by_the_keyboard(shown: tuple[Page, Watch, Language]) -> None:
    page, _, _ = shown
    words = page.locator("#claims .pair blockquote").first
    expect(words).to_be_hidden()
    page.locator("#claims .pair summary").first.press("Enter")
    expect(words).to_be_visible()


def test_everybody_can_read_it(shown: tuple[Page, Watch, Language]) -> None:
    page, watch, _ = shown
    page.evaluate(UNFOLD)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    watch.clean()


def test_on_a_telephone_nothing_is_cut_off_and_no_date_is_broken(shown: tuple[Page, Watch, Language]) -> None:
    page, _, _ = shown
    page.set_viewport_size({"width": 390, "height": 844})
    page.evaluate(UNFOLD)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    cut = "[...document.querySelectorAll('.wide')].filter(e => e.scrollWidth > e.clientWidth).map(e => e.ariaLabel)"
    assert page.evaluate(cut) == []
    narrow = "[...document.querySelectorAll('dd')].filter(e => e.getBoundingClientRect().width < 200).length"
    assert page.evaluate(narrow) == 0, "a value had a column of one letter's width"
    days = page.locator(".day").evaluate_all("all => all.map(e => e.getClientRects().length)")
    assert days
    assert set(days) == {1}
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_it_prints_what_is_folded_too(shown: tuple[Page, Watch, Language], project: Path) -> None:
    page, _, language = shown
    assert page.locator("details[open]").count() == 0
    printed = pypdfium2.PdfDocument(BytesIO(page.pdf(prefer_css_page_size=True)))
    width, height = printed[0].get_size()
    assert (round(width), round(height)) == (595, 842)
    text = " ".join(leaf.get_textpage().get_text_range() for leaf in printed)
    assert "2016-03-14" in text
    with Project.open(project) as kept:
        assert all(str(c.id) in text for c in kept.claims())
        assert text.count("2016-03-14") > kept.count(), "each claim with its words and date"
    if language == "en":
        assert "Ahlaf never says what is true" in " ".join(text.split())
        assert "Contents" not in text
