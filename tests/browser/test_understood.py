"""What a stranger meets is understood: names for codes, first words for titles, no month for a bare year, names that can be read."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import Opener, Served, say, serving, until
from browsing_projects import add_texts, large
from playwright.sync_api import Page, expect

sys.path.insert(0, str(Path(__file__).parents[1] / "coding" / "llm"))
import loopback

from ahlaf import choice, projects
from ahlaf.coding.llm.settings import Settings
from ahlaf.model import Document
from ahlaf.store import Project
from ahlaf.usecases import Reader

BARE = "قصفت روسيا مواقع في سوريا، ودعمت إيران حزب الله بالسلاح، واتهمت مصر إثيوبيا، وأيدت قطر السعودية أمس واليوم وغداً."
DATED = "دعمت تركيا قطر بالسلاح. وهاجمت إسرائيل لبنان."
AID = {"source": ["تركيا"], "target": ["قطر"], "relation": "AID", "trigger": "دعمت", "evidence": "دعمت تركيا قطر بالسلاح"}
NAMES = """(stage) => !stage._cyreg ? [] : stage._cyreg.cy.nodes('.named').map((node) => {
  const box = node.renderedBoundingBox({includeNodes: false, includeEdges: false, includeOverlays: false, includeLabels: true})
  return [node.id(), box.x1 + 4, box.y1 + 4, box.x2 - 4, box.y2 - 4]  // the letters have an outline
})"""


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bare") / "bare.ahlaf"
    with Project.create(path):
        pass
    add_texts(path, Document(BARE, date="2014"), Document(DATED, title="خبر", date="2014-06-12"))
    return path


@pytest.fixture(scope="module")
def served(study: Path) -> Iterator[Served]:
    with serving(study, "--as", "amal") as running:
        yield running


@pytest.mark.parametrize("language", ["ar", "en"])
def test_an_untitled_document_is_called_by_its_first_words(served: Served, open_page: Opener, language: str) -> None:
    page, _ = open_page(served, language)
    called = page.locator("main a.title", has_text="قصفت روسيا مواقع")
    expect(called.locator("bdi")).to_have_attribute("dir", "rtl")
    expect(called).to_have_text(re.compile("…$"))
    called.click()
    heading = page.locator("main h1", has_text="قصفت روسيا مواقع")
    expect(heading.locator("bdi")).to_have_attribute("dir", "rtl")
    expect(page).to_have_title(re.compile("^قصفت روسيا"))


@pytest.mark.parametrize(
    ("language", "named", "chosen"), [("ar", "إيران IRN", "العراق (IRQ)"), ("en", "Iran IRN", "Iraq (IRQ)")]
)
def test_codes_are_told_by_their_names(served: Served, open_page: Opener, language: str, named: str, chosen: str) -> None:
    page, _ = open_page(served, language)
    page.goto(f"{served.root}#/actors")
    expect(page.get_by_role("cell", name=named, exact=True).first).to_be_visible()
    cells = page.locator("main tbody td").all_inner_texts()
    assert not [c for c in cells if re.fullmatch(r"[A-Z]{3}", c.strip())], "a code stands alone"
    page.goto(f"{served.root}#/actors/IRN")
    expect(page.locator("main dd", has_text=named)).to_be_visible()
    page.get_by_role("button", name=say(language, "actors.code"), exact=True).click()
    country = page.get_by_role("dialog").get_by_role("combobox").nth(1)
    expect(country).to_have_value("IRN")
    country.select_option(label=chosen)
    expect(country).to_have_value("IRQ")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_bare_year_is_no_january(served: Served, open_page: Opener, language: str) -> None:
    page, _ = open_page(served, language)
    page.goto(f"{served.root}#/timeline")
    mark = page.locator("main .coarse")
    expect(mark.locator("p")).to_have_text(say(language, "timeline.coarse_month"))
    expect(mark.get_by_role("listitem")).to_have_count(1)
    drawn = page.locator("main figure svg text").all_text_contents()
    assert not [text for text in drawn if re.search("Jan|يناير", text)]
    assert [text for text in drawn if re.search("Jun|يونيو", text)]
    page.get_by_role("button", name=say(language, "timeline.by_year")).click()
    expect(mark).to_have_count(0)


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[Served]:
    """A project that a language model coded, whose answers lie where the workbench does not look."""
    with Project.create(tmp_path / "asked.ahlaf") as project:
        add_texts(tmp_path / "asked.ahlaf", Document(DATED, title="خبر"), coded=False)
        with loopback.serving(loopback.claims(AID)) as server:
            settings = Settings("m", server.url, cache=tmp_path / "mine")
            with choice.coder(choice.Choice("llm", Reader(), settings)) as coder:
                projects.code_asking(project, coder, projects.Sum())
    with serving(tmp_path / "asked.ahlaf") as running:
        yield running


@pytest.mark.parametrize("language", ["ar", "en"])
def test_why_says_which_answers_are_missing_and_what_to_do(asked: Served, open_page: Opener, language: str) -> None:
    page, _ = open_page(asked, language)
    page.goto(f"{asked.root}#/reader/1")
    page.locator("#claims [role=option]").first.click()
    page.get_by_role("button", name=say(language, "reader.do_why")).click()
    dialog = page.get_by_role("dialog")
    told = dialog.locator(".missing p")
    expect(told).to_have_count(4)
    expect(told.nth(0)).to_have_text(say(language, "why.replay_missing"))
    expect(told.nth(3)).to_have_text(say(language, "why.missing_gone"))
    expect(dialog.locator("code", has_text=re.compile(r"ahlaf serve asked\.ahlaf --cache FOLDER --context TOKENS"))).to_be_visible()
    expect(dialog.locator("li").first).to_be_visible()  # the reasons that were kept are told all the same


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(large(tmp_path_factory.mktemp("crowd") / "crowd.ahlaf", actors=120, edges=300)) as running:
        yield running


def names(page: Page) -> dict[str, list[float]]:
    """The names that are written on the map, with where they stand once it rests; none lies on another."""
    boxes: dict[str, list[float]] = {}

    def rests() -> bool:
        nonlocal boxes
        before, boxes = boxes, {str(name): box for name, *box in page.locator(".canvas").evaluate(NAMES)}
        return bool(boxes) and boxes == before

    until(page, rests, "the map does not come to rest")
    found = list(boxes.items())
    for at, (one, a) in enumerate(found):
        for other, b in found[at + 1 :]:
            assert a[0] >= b[2] or b[0] >= a[2] or a[1] >= b[3] or b[1] >= a[3], f"{one} lies on {other}"
    return boxes


@pytest.mark.parametrize("width", [1280, 390])
def test_no_name_on_the_map_lies_on_another(crowded: Served, open_page: Opener, width: int) -> None:
    page, _ = open_page(crowded, "ar", viewport={"width": width, "height": 900})
    page.goto(f"{crowded.root}#/map?limit=120")
    expect(page.locator("main .canvas canvas").first).to_be_visible()
    page.wait_for_timeout(400)
    before = names(page)
    assert len(before) >= 8
    stage = page.get_by_role("application")
    stage.focus()
    for _ in range(6):
        page.keyboard.press("+")
    until(page, lambda: len(names(page)) > len(before), "from near, more names have room")
    page.keyboard.press("PageDown")
    expect(page).to_have_url(re.compile("actor="))
    expect(stage).to_be_focused()
    lit = page.locator(".canvas").evaluate("(stage) => stage._cyreg.cy.nodes('.lit').map((node) => [node.id(), node.data('name')])")
    assert len(lit) == 1
    until(page, lambda: lit[0][0] in names(page), "who is looked at is named")
    expect(page.locator(".graph [role=status]")).to_have_text(lit[0][1])
    page.keyboard.press("PageDown")
    expect(page.locator(".graph [role=status]")).not_to_have_text(lit[0][1])


def labelled_apart(page: Page) -> bool:
    """Whether the parts of a claim are named, and no name lies on another."""
    boxes = [b for label in page.locator(".labels .label").all() if (b := label.bounding_box())]
    pairs = [(a, b) for one, a in enumerate(boxes) for b in boxes[one + 1 :]]
    across = [(a, b) for a, b in pairs if a["x"] < b["x"] + b["width"] and b["x"] < a["x"] + a["width"]]
    return len(boxes) >= 2 and all(abs(a["y"] - b["y"]) > 8 for a, b in across)


def test_the_names_of_a_claims_parts_stand_beside_one_another(served: Served, open_page: Opener) -> None:
    page, _ = open_page(served, "ar", viewport={"width": 390, "height": 844})
    page.goto(f"{served.root}#/reader/1")
    options = page.locator("#claims [role=option]")
    options.first.wait_for()
    for at in range(options.count()):
        options.nth(at).click()
        page.wait_for_timeout(100)
        until(page, lambda: labelled_apart(page), "one lies on the other")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_table_of_ties_is_whole_on_a_desk_and_its_rows_are_low(crowded: Served, open_page: Opener, language: str) -> None:
    page, _ = open_page(crowded, language, viewport={"width": 1400, "height": 900})
    page.goto(f"{crowded.root}#/map?view=ties")
    table = page.locator(".main .scroll")
    table.locator("tbody tr").first.wait_for()
    assert table.evaluate("e => e.scrollWidth - e.clientWidth") == 0, "its last columns were cut off"
    assert max(table.locator("tbody tr").evaluate_all("all => all.map(e => e.offsetHeight)")) < 100
    table.locator("tbody button").first.click()
    panel, beside = page.locator("aside.panel").bounding_box(), table.bounding_box()
    assert panel
    assert beside
    assert panel["x"] >= beside["x"] + beside["width"] or panel["x"] + panel["width"] <= beside["x"], "what was chosen stands beside it"


def test_on_a_telephone_a_claim_can_be_decided_on_where_its_words_are(served: Served, open_page: Opener) -> None:
    page, _ = open_page(served, "ar", viewport={"width": 390, "height": 844})
    page.goto(f"{served.root}#/reader/1")
    options = page.locator("#claims [role=option]")
    options.first.wait_for()
    options.last.click()
    words = page.locator("article mark.trigger, main mark.trigger").first
    expect(words).to_be_in_viewport()
    for button in page.locator(".verdicts button").all():
        expect(button).to_be_in_viewport(ratio=1)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert page.locator(".desk .text").evaluate("e => e.getBoundingClientRect().bottom") <= page.locator(".verdicts").evaluate(
        "e => e.getBoundingClientRect().top"
    ), "nothing of the article stays under the buttons"
