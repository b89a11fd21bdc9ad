"""The article in the reader is the document letter for letter, and what is lit is what is stored."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import Opener, Served, serving
from browsing_projects import HARD, add_texts
from playwright.sync_api import Page, expect

from ahlaf.model import Document
from ahlaf.store import Project

LIGHT_EACH = """async () => {
  const article = document.querySelector('#article')
  const words = (marks) => [...marks].map((mark) => mark.textContent).join('')
  const found = {}
  for (const option of document.querySelectorAll('[role=option][data-claim]')) {
    option.click()
    await new Promise((done) => setTimeout(done))
    const number = option.dataset.claim
    const roles = {}
    const lit = (name, value) => words(article.querySelectorAll(`mark[data-${name}~="${value}"]`))
    for (const role of ['source', 'trigger', 'target']) roles[role] = lit('roles', role)
    found[number] = {chosen: option.getAttribute('aria-selected'), evidence: lit('claims', number), ...roles}
  }
  return found
}"""

WIDTHS = """async () => {
  await document.fonts.ready
  const article = document.querySelector('#article')
  const plain = article.cloneNode(true)
  const box = article.getBoundingClientRect()
  plain.removeAttribute('id')
  plain.style.position = 'absolute'
  plain.style.inlineSize = box.width + 'px'
  for (const block of plain.children) block.textContent = block.textContent
  article.parentElement.append(plain)
  for (const block of [...article.children, ...plain.children]) block.style.contentVisibility = 'visible'
  const width = (range) => [...range.getClientRects()].reduce((sum, one) => sum + one.width, 0)
  const found = []
  ;[...article.children].forEach((block, index) => {
    const bare = plain.children[index].firstChild
    let at = 0
    for (const node of block.childNodes) {
      const length = node.textContent.length
      if (node.nodeName === 'MARK') {
        const text = block.textContent
        for (const word of node.textContent.matchAll(/\\S+/gu)) {
          const [from, to] = [word.index, word.index + word[0].length]
          // A control of direction has a little width in the bare text that a range gives to the letter behind it.
          if (/\\p{Cf}/u.test(text[at + from - 1] ?? '')) continue
          const [lit, unlit] = [document.createRange(), document.createRange()]
          lit.setStart(node.firstChild, from)
          lit.setEnd(node.firstChild, to)
          unlit.setStart(bare, at + from)
          unlit.setEnd(bare, at + to)
          const joined = /\\p{L}/u.test(text[at + from - 1] ?? '') || /\\p{L}/u.test(text[at + to] ?? '')
          found.push({words: word[0], joined, lit: width(lit), unlit: width(unlit)})
        }
      }
      at += length
    }
  })
  plain.remove()
  return found
}"""


@pytest.fixture(scope="module")
def study(coded: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = Path(shutil.copy(coded, tmp_path_factory.mktemp("study") / "study.ahlaf"))
    add_texts(path, Document(HARD, title="نص عسير", language="ar"))
    return path


@pytest.fixture(scope="module")
def served(study: Path) -> Iterator[Served]:
    with serving(study, "--as", "amal") as running:
        yield running


def read(page: Page, served: Served, number: int) -> None:
    page.goto(f"{served.root}#/reader/{number}")
    page.locator("#claims [role=option]").first.wait_for()


def stored(study: Path, number: int) -> tuple[str, dict[str, dict[str, str]]]:
    """The text, and for each claim the words of its spans."""
    with Project.open(study) as project:
        text = project.text(number).text
        placed = project.placed(number)
    made: dict[str, dict[str, str]] = {}
    for one in placed:
        spans = {"source": one.source, "target": one.target, "trigger": one.claim.trigger, "evidence": one.claim.evidence}
        made[str(one.claim.id)] = {role: span.of(text) if span else "" for role, span in spans.items()}
    return text, made


def test_every_text_is_there_letter_for_letter_and_every_claim_lights_its_stored_words(
    served: Served, study: Path, open_page: Opener
) -> None:
    page, _ = open_page(served)
    with Project.open(study) as project:
        numbers = [d.id for d in project.documents()]
    assert len(numbers) == 11
    lights = 0
    for number in numbers:
        text, claims = stored(study, number)
        assert claims, number
        read(page, served, number)
        expect(page.locator("#article")).to_have_js_property("textContent", text)
        found: dict[str, Any] = page.evaluate(LIGHT_EACH)
        assert set(found) == set(claims)
        for claim, words in claims.items():
            lit = found[claim]
            assert lit["chosen"] == "true"
            assert {role: lit[role] for role in words} == words, f"document {number}, claim {claim}"
            lights += 1
        assert page.locator("#article").evaluate("e => e.textContent") == text, "lighting changes no letter"
    assert lights > 100


def test_letters_stay_joined_where_only_a_part_of_a_word_is_lit(served: Served, study: Path, open_page: Opener) -> None:
    page, _ = open_page(served)
    joined = 0
    with Project.open(study) as project:
        numbers = [d.id for d in project.documents()]
    for number in (numbers[0], numbers[-1]):
        read(page, served, number)
        for mark in page.evaluate(WIDTHS):
            assert abs(mark["lit"] - mark["unlit"]) < 1, mark
            joined += mark["joined"]
    assert joined, "no lit word here is glued to its neighbour: the test has nothing to see"


def test_the_article_is_written_in_its_own_direction_whatever_the_interface_is(served: Served, open_page: Opener) -> None:
    for language, direction in (("ar", "rtl"), ("en", "ltr")):
        page, _ = open_page(served, language)
        read(page, served, 1)
        assert page.evaluate("document.documentElement.dir") == direction
        assert page.evaluate("document.documentElement.lang").startswith(language)
        assert page.locator("#article").evaluate("e => getComputedStyle(e).direction") == "rtl"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_only_what_is_told_as_news_is_listed_where_that_is_asked_for(served: Served, study: Path, open_page: Opener, language: str) -> None:
    with Project.open(study) as project:
        events = {d.id: [str(one.claim.id) for one in project.placed(d.id) if one.claim.reported] for d in project.documents()}
    number = next(n for n, told in events.items() if told)
    page, _ = open_page(served, language)
    read(page, served, number)
    options = page.locator("#claims [role=option]")
    everything = options.count()
    page.locator("aside input[type=checkbox]").check()
    expect(options).to_have_count(len(events[number]))
    assert sorted(options.evaluate_all("all => all.map(e => e.dataset.claim)")) == sorted(events[number])
    expect(page.locator("#claims [aria-selected=true]")).to_have_count(1)
    page.locator("aside input[type=checkbox]").uncheck()
    expect(options).to_have_count(everything)
