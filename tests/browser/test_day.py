"""A user's whole day, in Arabic and in English: from an empty project to the export, with everything undone before."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import EXAMPLES, Opener, Served, say, serving
from playwright.sync_api import Page, expect

from ahlaf.store import Project, Wanted

PASTED = EXAMPLES / "libya-two-accounts.txt"
FILED = EXAMPLES / "sudan-el-fasher.txt"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    path = tmp_path / "study.ahlaf"
    Project.create(path).close()
    with serving(path, "--as", "amal") as running:
        yield running


class Day:
    """What a person does, told in the names that the page gives its buttons."""

    def __init__(self, page: Page, served: Served, language: str) -> None:
        self.page, self.served, self.language = page, served, language

    def press(self, key: str) -> None:
        self.page.get_by_role("button", name=say(self.language, key)).first.click()

    def go(self, room: str) -> None:
        self.page.get_by_role("navigation").get_by_role("link", name=say(self.language, f"{room}.nav"), exact=True).click()
        self.page.locator("main h1").first.wait_for()

    def decided(self) -> list[tuple[int, str, bool]]:
        """The decisions that people made in the page, as they are stored."""
        with Project.open(self.served.project) as project:
            return [(d.id, d.kind, d.active) for d in reversed(project.journal(last=100)) if d.kind not in ("add", "undo")]

    # -- the day ----------------------------------------------------------------------------------------

    def arrive(self) -> None:
        tour = self.page.get_by_role("dialog")
        for _ in range(2):
            tour.get_by_role("button", name=say(self.language, "shell.next")).click()
        tour.get_by_role("button", name=say(self.language, "tour.done")).click()
        expect(tour).to_have_count(0)

    def add_both(self) -> None:
        """One text pasted, one file chosen; both are seen to be coded without asking again."""
        self.press("library.add")
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_role("tab", name=say(self.language, "library.way_text")).click()
        dialog.get_by_label(say(self.language, "library.text")).fill(PASTED.read_text(encoding="utf-8"))
        dialog.get_by_label(say(self.language, "library.col_title")).fill("روايتان")
        dialog.get_by_label(say(self.language, "library.col_outlet")).fill("الوسط")
        dialog.get_by_label(say(self.language, "library.col_date")).fill("2022-09-03")
        dialog.get_by_role("button", name=say(self.language, "library.add")).click()
        expect(dialog.get_by_text(say(self.language, "library.added")).first).to_be_visible()
        self.press("library.add_more")
        dialog.get_by_role("tab", name=say(self.language, "library.way_files")).click()
        dialog.locator("input[type=file]").set_input_files(FILED)
        dialog.get_by_role("button", name=say(self.language, "library.add_more")).wait_for()
        dialog.get_by_role("button", name=say(self.language, "shell.close")).last.click()
        rows = self.page.locator("main tbody tr")
        expect(rows).to_have_count(2)
        expect(rows.get_by_text(say(self.language, "words.state_waiting"))).to_have_count(0, timeout=60_000)
        with Project.open(self.served.project) as project:
            found = list(project.documents())
            assert [d.claims > 11 for d in found] == [True, True]
            assert project.text(found[0].id).text == PASTED.read_text(encoding="utf-8")
            assert (found[0].title, found[0].outlet, found[0].date) == ("روايتان", "الوسط", "2022-09-03")
        self.page.get_by_role("link", name="روايتان").focus()

    def review_ten(self) -> list[int]:
        """Ten claims by one key each; the next undecided one follows each time."""
        self.page.keyboard.press("Enter")
        chosen = self.page.locator("#claims [aria-selected=true]")
        chosen.wait_for()
        done: list[int] = []
        for key in (*["KeyC"] * 5, *["KeyX"] * 3, *["KeyU"] * 2):
            number = int(chosen.get_attribute("data-claim") or 0)
            assert number not in done, "the next undecided claim follows"
            with self.page.expect_response(lambda r: r.url.endswith("/reviews")) as told:
                self.page.keyboard.press(key)
            assert told.value.ok, told.value.text()
            expect(chosen).not_to_have_attribute("data-claim", str(number))
            done.append(number)
        with Project.open(self.served.project) as project:
            kept = [(r.claim, r.verdict, r.who) for r in project.reviews()]
        assert kept == [(n, v, "amal") for n, v in zip(done, [*["confirm"] * 5, *["refuse"] * 3, *["unsure"] * 2], strict=True)]
        return done

    def correct_one(self) -> None:
        """Another relation, chosen by keyboard."""
        chosen = self.page.locator("#claims [aria-selected=true]")
        number = int(chosen.get_attribute("data-claim") or 0)
        self.page.keyboard.press("KeyE")
        form = self.page.get_by_role("form", name=say(self.language, "reader.edit_title"))
        form.get_by_label(say(self.language, "reader.relation")).select_option("COERCE")
        form.get_by_role("button", name=say(self.language, "shell.save")).press("Enter")
        expect(form).to_have_count(0)
        with Project.open(self.served.project) as project:
            assert (project.claim(number).relation, project.claim(number).status) == ("COERCE", "corrected")

    def add_missed(self) -> None:
        """A claim of the person's own: two stretches picked in the text with the arrow keys, and a relation."""
        self.page.keyboard.press("KeyA")
        form = self.page.get_by_role("form", name=say(self.language, "reader.add_title"))
        article = self.page.locator("#article")
        expect(article).to_be_focused()
        self.page.keyboard.press("ArrowLeft")
        self.page.keyboard.press("Shift+ArrowLeft")
        source = article.locator("mark.pick").all_inner_texts()
        self.page.keyboard.press("Enter")
        form.locator("[data-role=target]").press("Enter")
        expect(article).to_be_focused()
        for _ in range(4):
            self.page.keyboard.press("ArrowLeft")
        target = article.locator("mark.pick").all_inner_texts()
        self.page.keyboard.press("Enter")
        form.get_by_label(say(self.language, "reader.relation")).select_option("SANCTION")
        form.get_by_role("button", name=say(self.language, "shell.save")).press("Enter")
        expect(form).to_have_count(0)
        with Project.open(self.served.project) as project:
            own = [c for c in project.claims(Wanted(document=1)) if c.added is not None]
        assert [(c.relation, c.source and c.source.words, c.target and c.target.words) for c in own] == [
            ("SANCTION", "".join(source), "".join(target))
        ]

    def ask_why(self) -> None:
        self.page.locator("#claims [role=option]").first.click()
        self.page.keyboard.press("KeyW")
        dialog = self.page.get_by_role("dialog")
        expect(dialog).to_contain_text(".tsv")
        self.page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)
        self.page.keyboard.press("KeyF")
        expect(self.page.locator("#article mark.found").first).to_be_visible()
        self.page.keyboard.press("Escape")

    def names_on_map(self) -> list[str]:
        self.go("map")
        self.press("map.view_actors")
        expect(self.page.locator("main table")).to_be_visible()  # tells what is there instead
        return self.page.locator("main tbody tr td:first-child, main tbody tr th:first-child").all_inner_texts()

    def merge_two(self) -> str:
        """Two actors are one from now on, and the map shows it."""
        before = self.names_on_map()
        with Project.open(self.served.project) as project:
            names = {(a.name_en or a.name) if self.language == "en" else a.name: a for a in project.actors()}
        gone, kept = [names[n.strip()] for n in before if n.strip() in names][:2]
        label = (gone.name_en or gone.name) if self.language == "en" else gone.name
        self.page.goto(f"{self.served.root}#/actors/{gone.id}")
        self.press("actors.merge")
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_role("combobox").fill(kept.name)
        option = dialog.get_by_role("option").filter(has_text=kept.id).first
        option.click()
        dialog.get_by_role("button", name=say(self.language, "actors.merge")).click()
        expect(dialog).to_have_count(0)
        after = [n.strip() for n in self.names_on_map()]
        assert label in [n.strip() for n in before]
        assert label not in after
        return gone.id

    def follow_an_edge(self) -> None:
        """From a tie of the map to the very words in the article."""
        self.go("map")
        self.press("map.view_ties")
        self.page.locator("main tbody button").first.click()
        panel = self.page.get_by_role("complementary", name=say(self.language, "map.panel"))
        quote = panel.locator("figure").first
        words = quote.locator("blockquote").inner_text()
        quote.get_by_role("link").click()
        chosen = self.page.locator("#claims [aria-selected=true]")
        chosen.wait_for()
        number = chosen.get_attribute("data-claim")
        lit = self.page.locator(f"#article mark[data-claims~='{number}']").all_inner_texts()
        assert "".join(lit).split() == words.split()
        assert self.page.url.endswith(f"claim={number}")

    def undo_all(self) -> None:
        """Key by key, back to what the program had found."""
        count = sum(active for _, _, active in self.decided())
        assert count == 13
        for left in range(count, 0, -1):
            with self.page.expect_response(lambda r: r.url.endswith("/api/undo")) as told:
                self.page.keyboard.press("KeyZ")
            assert told.value.ok, told.value.text()
            expect(self.page.locator(".verdicts button").first).to_be_enabled()  # a page that waits for an answer takes no key
            assert sum(active for _, _, active in self.decided()) == left - 1
        with Project.open(self.served.project) as project:
            assert {c.status for c in project.claims()} == {"new"}
            assert not [c for c in project.claims() if c.added is not None]
            assert not [a for a in project.actors(merged=True) if a.into]
            assert list(project.doctor()) == []

    def export(self) -> None:
        self.go("export")
        with self.page.expect_download() as told:
            self.page.locator("a[href*='format=jsonl']").click()
        lines = Path(told.value.path()).read_text(encoding="utf-8").splitlines()
        assert told.value.suggested_filename == f"{self.served.project.stem}-claims.jsonl"
        assert len(lines) == 2, "a line a document"
        assert all(json.loads(line) for line in lines)
        with self.page.expect_download() as told:
            self.page.locator("a[href*='format=report']").click()
        assert f'lang="{self.language}"' in Path(told.value.path()).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_whole_day(served: Served, open_page: Opener, language: str) -> None:
    page, watch = open_page(served, language, toured=False, reduced_motion="reduce")
    day = Day(page, served, language)
    day.arrive()
    day.add_both()
    day.review_ten()
    day.correct_one()
    day.add_missed()
    day.ask_why()
    merged = day.merge_two()
    assert merged
    day.follow_an_edge()
    day.undo_all()
    day.export()
    assert all(url.startswith((served.root, "blob:", "data:")) for url in watch.requests)
