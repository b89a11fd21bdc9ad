"""Every room can be used by everybody: Axe finds nothing, the keyboard reaches all of it, nothing moves that was asked to be still."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import ROOMS, Opener, Served, say
from playwright.sync_api import Page, expect

WITHIN = ("map?view=ties&limit=12", "actors/ISR", "actors?view=candidates", "timeline?by=year&period=2015", "questions?q=تركيا")
PLACES = (*ROOMS[:1], "reader/1", *ROOMS[2:], *WITHIN)
"""Rooms, and what is in them: an article, the table beside the map, an actor's page, pairs, a period's claims, an answer."""
OPENED = (
    ("library", "library.add"),
    *((PLACES[1], f"reader.{name}") for name in ("do_edit", "do_add", "do_why", "do_find", "keys_title")),
    ("actors/ISR", "actors.merge"),
)
"""What opens in a room: a place, and the button that opens it."""
WHOLE = {"resultTypes": ["violations"]}
STOPS = """() => {
  const shown = (e) => e.checkVisibility({visibilityProperty: true}) && e.getClientRects().length > 0
  const able = 'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex="0"]'
  return [...document.querySelectorAll(able)].filter((e) => shown(e) && e.tabIndex >= 0 && !e.closest('[inert]')
    && !(e.type === 'radio' && !e.checked)).length
}"""
HERE = """() => {
  const e = document.activeElement
  if (!e || e === document.body) return null
  if (window.before !== e) e.dataset.visited = (Number(e.dataset.visited ?? 0) + 1) // a date has stops of its own inside
  const stayed = window.before === e
  window.before = e
  const style = getComputedStyle(e)
  const seen = style.outlineStyle !== 'none' || style.boxShadow !== 'none'
  return {stayed, times: Number(e.dataset.visited), name: e.outerHTML.slice(0, 120), seen}
}"""
MOVING = """() => {
  const still = (time) => time.split(',').every((one) => parseFloat(one) * (one.trim().endsWith('ms') ? 1 : 1000) <= 10)
  const moves = [...document.querySelectorAll('*')].filter((e) => {
    const style = getComputedStyle(e)
    return (style.animationName !== 'none' && !still(style.animationDuration)) || !still(style.transitionDuration)
      || style.scrollBehavior === 'smooth'
  })
  return moves.map((e) => e.outerHTML.slice(0, 120))
}"""


def go(page: Page, served: Served, place: str, *, anew: bool = False) -> None:
    """Go to a place and wait until all of it is there; anew: with whatever was opened in it closed."""
    page.goto(f"{served.root}#/{place}")
    if anew:
        page.reload()
    page.locator("main h1").first.wait_for()
    expect(page.locator("main [aria-busy=true], main .busy")).to_have_count(0)
    if place.startswith("reader"):
        page.locator("#claims [role=option]").first.wait_for()
    page.wait_for_timeout(250)


def looks_focused(page: Page) -> bool:
    """Whether what has the focus looks otherwise without it: a slider's ring is its thumb's, of which no style can be asked."""
    held = page.evaluate_handle("document.activeElement").as_element()
    assert held is not None
    box = held.bounding_box()
    assert box is not None
    around = {"x": box["x"] - 6, "y": box["y"] - 6, "width": box["width"] + 12, "height": box["height"] + 12}
    focused = page.screenshot(clip=around)  # type: ignore[arg-type]
    held.evaluate("e => e.blur()")
    left = page.screenshot(clip=around)  # type: ignore[arg-type]
    held.focus()
    return focused != left


@pytest.mark.parametrize(("language", "scheme"), [("ar", "light"), ("en", "dark")])
def test_axe_finds_nothing_in_any_room(served: Served, open_page: Opener, language: str, scheme: str) -> None:
    page, _ = open_page(served, language, toured=False, color_scheme=scheme, reduced_motion="reduce")
    page.get_by_role("dialog").wait_for()
    axe, wrong = Axe(), []
    tour = axe.run(page, options=WHOLE)
    wrong += [f"tour: {tour.generate_report()}"] if tour.violations_count else []
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    for place in PLACES:
        go(page, served, place)
        found = axe.run(page, options=WHOLE)
        wrong += [f"{place}: {found.generate_report()}"] if found.violations_count else []
    for place, button in OPENED:
        go(page, served, place, anew=True)
        page.get_by_role("button", name=say(language, button)).first.click()
        if button == "library.add":
            page.get_by_role("tab", name=say(language, "library.way_text")).click()
        page.wait_for_timeout(250)
        found = axe.run(page, options=WHOLE)
        wrong += [f"{place}, {button}: {found.generate_report()}"] if found.violations_count else []
    assert not wrong, "\n".join(wrong)


def stops(page: Page) -> int:
    """How many controls the keyboard should reach, once the room that was left is gone: on a busy machine both are there for a while."""
    before, now = -1, page.evaluate(STOPS)
    while before != now:
        page.wait_for_timeout(300)
        before, now = now, page.evaluate(STOPS)
    return int(now)


@pytest.mark.parametrize("place", PLACES)
def test_the_keyboard_reaches_everything_and_shows_where_it_is(served: Served, open_page: Opener, place: str) -> None:
    page, _ = open_page(served, "en")
    go(page, served, place)
    page.evaluate("document.activeElement?.blur?.(); document.querySelectorAll('[data-visited]').forEach((e) => delete e.dataset.visited)")
    page.evaluate("window.scrollTo(0, 0); document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex')")
    wanted, seen, blind = stops(page), 0, []
    for _ in range(wanted + 60):
        page.keyboard.press("Tab")
        here: dict[str, Any] | None = page.evaluate(HERE)
        if here is not None and here["stayed"]:
            continue
        if here is None or here["times"] > 1:
            break
        seen += 1
        if not here["seen"] and not looks_focused(page):
            blind.append(here["name"])
    assert seen >= wanted, f"{seen} of {wanted} controls were reached; never: " + str(
        page.evaluate("() => [...document.querySelectorAll('a[href],button:enabled,input:enabled,select:enabled,[tabindex=\"0\"]')]"
                      ".filter((e) => !e.dataset.visited && e.checkVisibility()).map((e) => e.outerHTML.slice(0, 100))")
    )
    assert not blind, "no ring shows the focus on " + "; ".join(blind)


def test_who_asks_for_no_motion_gets_none(served: Served, open_page: Opener) -> None:
    page, _ = open_page(served, "ar", reduced_motion="reduce")
    for place in PLACES:
        go(page, served, place)
        assert page.evaluate(MOVING) == [], place


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_room_names_itself_and_takes_the_focus_to_its_heading(served: Served, open_page: Opener, language: str) -> None:
    page, _ = open_page(served, language)
    titles = set()
    for room in (*ROOMS[1:], ROOMS[0]):  # the page begins in the first
        page.get_by_role("link", name=say(language, f"{room}.nav"), exact=True).first.click()
        heading = page.locator("main h1").first
        expect(heading).to_be_focused()
        assert heading.inner_text().strip()
        titles.add(page.title())
    assert len(titles) >= len(ROOMS) - 1


def test_the_page_can_be_read_at_four_times_its_size(served: Served, open_page: Opener) -> None:
    page, _ = open_page(served, "ar", viewport={"width": 320, "height": 640})
    for place in PLACES:
        go(page, served, place)
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert over <= 1, f"{place}: {over} pixels stand out"
