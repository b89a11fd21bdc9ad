"""The workbench in a browser: how soon the first page stands, how soon the map is drawn and how smoothly it moves.

    python bench/page.py                      2,000 articles: a minute or two
    python bench/page.py --articles 45000     the size of the promise
    python bench/page.py --project FILE       a project that is there already
    python bench/page.py --check              exit with 1 where something is over its limit

Measured in Debian's Chromium, without a graphics card, against a real `ahlaf serve` on loopback:

* first page: from the address to the first row of the library, the best of five in a fresh context (nothing cached),
  and as a ratio to the same with a project of ten articles;
* map: from opening the room to 300 actors and 3,000 edges on the screen, the first time since the server began, and what
  of it the server's answer took; how long until the picture can be moved; then the median and the worst of a hundred
  frames while it is dragged;
* scripts: bytes that the browser would be sent, gzipped: all of them, and those that the first page asks for.

Limits, with ``--check``: first page 1 s, map 1.5 s, scripts 250 KB. On a busy machine they say little.
"""

from __future__ import annotations

import argparse
import gzip
import statistics
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
for folder in (HERE, HERE.parent / "src", HERE.parent / "tests" / "store", HERE.parent / "tests" / "browser"):
    sys.path.insert(0, str(folder))

from browsing import ARGUMENTS, CHROMIUM, Served, serving  # noqa: E402 - beside the browser's tests
from browsing_projects import large  # noqa: E402
from fakes import ONE  # noqa: E402 - beside the store's tests
from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402

from ahlaf import projects  # noqa: E402
from ahlaf.store import Project  # noqa: E402
from store import articles, fake_reader  # noqa: E402 - the bench beside this one

LIMITS = {"first page, ms": 1000.0, "map drawn, ms": 1500.0, "scripts, KB gzipped": 250.0}
DRAWN = """(to) => new Promise((done) => {
  const inked = (canvas) => {
    if (!canvas.width) return false
    const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
    for (let at = 3; at < data.length; at += 4 * 41) if (data[at] > 100) return true
    return false
  }
  const began = performance.now()
  let drawn = 0
  const look = () => {
    const canvases = [...document.querySelectorAll('main canvas')]
    if (!drawn && canvases.some(inked)) drawn = performance.now() - began
    if (drawn && !canvases.some((one) => one.className === 'graph-sketch')) {
      const answer = performance.getEntriesByType('resource').findLast((one) => one.name.includes('/api/map'))
      done({drawn, asked: answer.responseEnd - answer.startTime, movable: performance.now() - began})
    } else requestAnimationFrame(look)
  }
  location.hash = to
  look()
})"""
FRAMES = """() => new Promise((done) => {
  const took = []
  let before = performance.now()
  const look = (now) => {
    took.push(now - before)
    before = now
    took.length < 100 ? requestAnimationFrame(look) : done(took.slice(1))
  }
  requestAnimationFrame(look)
})"""


def filled(path: Path, count: int) -> Path:
    """A project of so many articles, coded by three verbs."""
    with Project.create(path) as project:
        projects.add_found(project, articles(count), "bench")
        projects.code(project, ONE, fake_reader, workers=1)
        print(f"{count} articles, {project.count()} claims")
    return path


def fresh(browser: Browser) -> Page:
    context = browser.new_context(viewport={"width": 1400, "height": 900}, locale="ar")
    context.set_default_timeout(60_000)
    context.add_init_script("localStorage.setItem('ahlaf', JSON.stringify({locale: 'ar', toured: true}))")
    return context.new_page()


def first_page(browser: Browser, served: Served) -> float:
    took = []
    for _ in range(5):
        page = fresh(browser)
        began = time.perf_counter()
        page.goto(served.address, wait_until="commit")
        page.locator("main a[href*='reader/']").first.wait_for()
        took.append(1000 * (time.perf_counter() - began))
        page.context.close()
    return min(took)


def the_map(browser: Browser, served: Served) -> tuple[dict[str, float], list[float]]:
    page = fresh(browser)
    page.goto(served.address)
    page.locator("main a[href*='reader/']").first.wait_for()
    page.wait_for_timeout(5000)  # as long as somebody looks at the library before opening the map
    found: dict[str, float] = page.evaluate(DRAWN, "#/map?limit=300")
    page.wait_for_timeout(3000)
    box = page.locator("main canvas").first.bounding_box()
    assert box
    x, y = box["x"] + box["width"] * 0.03, box["y"] + box["height"] * 0.03
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(f"window.frames_taken = ({FRAMES})(); undefined")
    for step in range(60):
        page.mouse.move(x + step * 4, y + step * 2)
    frames: list[float] = page.evaluate("window.frames_taken")
    page.mouse.up()
    page.context.close()
    return found, frames


def scripts(browser: Browser, served: Served) -> tuple[float, float]:
    """KB of all scripts, and of those that the first page asks for."""
    sizes = {
        path.name: len(gzip.compress(path.read_bytes(), 9)) / 1000
        for path in (HERE.parent / "src" / "ahlaf" / "web" / "static").rglob("*.js")
    }
    page = fresh(browser)
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url.rsplit("/", 1)[-1]))
    page.goto(served.address)
    page.locator("main h1").wait_for()
    page.wait_for_timeout(500)
    page.context.close()
    return sum(sizes.values()), sum(sizes.get(name, 0.0) for name in set(asked))


def main() -> int:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--articles", type=int, default=2000)
    given.add_argument("--project", type=Path)
    given.add_argument("--check", action="store_true")
    options = given.parse_args()
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        times = {}
        for name, count in (("small", 10), ("whole", options.articles)):
            there = options.project if name == "whole" else None
            with serving(there or filled(Path(folder) / f"{name}.ahlaf", count)) as served:
                times[name] = first_page(browser, served)
                if name == "whole":
                    found["scripts, KB gzipped"], first = scripts(browser, served)
        found["first page, ms"] = times["whole"]
        with serving(large(Path(folder) / "large.ahlaf")) as served:
            drawn, frames = the_map(browser, served)
            found["map drawn, ms"] = drawn["drawn"]
        browser.close()
    for name, value in found.items():
        print(f"{name}: {value:.0f} (limit {LIMITS[name]:.0f})")
    print(f"first page, beside one of ten articles: {times['whole'] / times['small']:.2f}")
    print(f"scripts of the first page: {first:.0f} KB gzipped")
    print(f"map, the server's own time: {drawn['asked']:.0f} ms; movable after {drawn['movable']:.0f} ms")
    print(f"frames while the map is dragged: median {statistics.median(frames):.0f} ms, worst {max(frames):.0f} ms")
    over = [name for name, value in found.items() if value > LIMITS[name]]
    if over:
        print("over its limit: " + ", ".join(over))
    return 1 if over and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
