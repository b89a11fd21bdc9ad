"""A report: whole, escaped, without scripts, the same twice, and every link in it leads somewhere."""

from __future__ import annotations

import base64
import re
import shutil
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from reported import EVIL, HOSTILE, SAID, quote

from ahlaf import projects, reports
from ahlaf.cli import main
from ahlaf.exchange.report import page
from ahlaf.exchange.report.content import LANGUAGES, Alliance, Group, Sentence, Side, Tension
from ahlaf.exchange.report.words import WORDS
from ahlaf.store import Project


class Seen(HTMLParser):
    """What a browser would take from the page."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.stack: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(key, given or "") for key, given in attrs]
        if tag not in ("meta", "img"):
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append((self.stack[-1] if self.stack else "", data))

    def of(self, attribute: str) -> list[str]:
        return [given for key, given in self.attributes if key == attribute]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_hostile_is_shown_as_text(language: Any) -> None:
    made = page(replace(HOSTILE, language=language))
    seen = Seen(made)
    assert not seen.stack
    assert not {"script", "iframe", "object", "embed", "form", "link", "base", "svg"} & set(seen.tags)
    assert not [key for key, _ in seen.attributes if key.startswith("on") or key == "style"]
    assert seen.tags.count("img") == 1
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", made)
    shown = EVIL.replace("\x00", "␀").replace("\x1b", "␛")
    assert [text for tag, text in seen.texts if tag == "blockquote"] == [shown] * 9
    title = next(text for tag, text in seen.texts if tag == "title")
    assert "\u202e" not in title
    turned = {tag for tag, text in seen.texts if "\u202e" in text}
    assert turned <= {"bdi", "blockquote", "code"}, "a text that turns its neighbours round stands alone"


@pytest.mark.parametrize(
    ("language", "said", "names", "shown"),
    [
        ("en", "اليمن is said to aid قطر", ("اليمن", "قطر"), '<bdi dir="ltr"><bdi>اليمن</bdi> is said to aid <bdi>قطر</bdi></bdi>'),
        ("en", "of صنعاء, عدن and 2 more", ("عدن", "صنعاء"), '<bdi dir="ltr">of <bdi>صنعاء</bdi>, <bdi>عدن</bdi> and 2 more</bdi>'),
        ("en", "اليمن الجنوبي aids itself", ("اليمن", "اليمن الجنوبي"), '<bdi dir="ltr"><bdi>اليمن الجنوبي</bdi> aids itself</bdi>'),
        ("ar", "يُنسب إلى «CNN» تأييد «قطر»", ("CNN", "قطر"), '<bdi dir="rtl">يُنسب إلى «<bdi>CNN</bdi>» تأييد «<bdi>قطر</bdi>»</bdi>'),
        ("en", "nobody is named", (), '<bdi dir="ltr">nobody is named</bdi>'),
    ],
)
def test_a_sentence_runs_the_way_of_its_language_and_only_its_names_go_their_own(
    language: Any, said: str, names: tuple[str, ...], shown: str
) -> None:
    side = Side(Sentence(said, names), 1.0, (replace(quote(1), says=Sentence(said, names)),), 0)
    made = replace(HOSTILE, language=language, tensions=(Tension("circle", Sentence(said, names), 1.0, (side,)),), groups=(), strongest=())
    assert page(made).count(shown) == 3
    assert page(replace(made, groups=(Group((), side.quotes),))).count(shown) == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_stays_on_the_page_and_leads_somewhere(language: Any) -> None:
    seen = Seen(page(replace(HOSTILE, language=language)))
    ids = seen.of("id")
    assert len(ids) == len(set(ids))
    assert all(link.startswith("#") and link[1:] in ids for link in seen.of("href"))
    assert "#claim-99" not in seen.of("href"), "a claim that is not quoted has no anchor to lead to"
    assert [x for x in seen.of("src") if not x.startswith("data:image/svg+xml;base64,")] == []
    assert all(x in ids for x in seen.of("aria-labelledby"))


@pytest.mark.parametrize(("language", "shown"), [("ar", 'مساعدة <code dir="ltr">AID +</code>'), ("en", '<code dir="ltr">AID +</code>')])
def test_a_relation_has_its_name_in_arabic_and_its_code_beside_it(language: Any, shown: str) -> None:
    assert page(replace(HOSTILE, language=language)).count(f'<span class="sign plus">{shown}</span>') == 4


def test_its_policy_allows_its_own_style_and_nothing_else() -> None:
    made = page(HOSTILE)
    style = re.search(r"<style>(.*?)</style>", made, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(sha256(style[1].encode()).digest()).decode()
    policy = next(x for x in Seen(made).of("content") if x.startswith("default-src"))
    assert policy.split("; ") == [
        "default-src 'none'", "img-src data:", f"style-src 'sha256-{digest}'", "base-uri 'none'", "form-action 'none'"
    ]
    assert "url(" not in style[1]
    assert "@import" not in style[1]
    assert "@media print" in style[1]


def test_both_languages_say_all() -> None:
    assert all(en and ar and re.search("[\u0600-\u06ff]", ar) for en, ar in WORDS.values())
    fields = [set(re.findall(r"{(\w+)}", en)) == set(re.findall(r"{(\w+)}", ar)) for en, ar in WORDS.values()]
    assert all(fields)


# -- a project ------------------------------------------------------------------------------------------


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["report", *map(str, arguments)])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_project_becomes_one_file(study: Path, tmp_path: Path, language: str) -> None:
    out = tmp_path / "report.html"
    assert run(study, "-o", out, "--language", language, "--limit", "0").exit_code == 0
    made = out.read_text(encoding="utf-8")
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in made
    seen = Seen(made)
    ids = set(seen.of("id"))
    assert all(link[1:] in ids for link in seen.of("href"))
    with Project.open(study) as project:
        claims = list(project.claims())
    assert {f"claim-{c.id}" for c in claims} <= ids
    quoted = [text for tag, text in seen.texts if tag == "blockquote"]
    assert {c.words for c in claims} <= set(quoted)
    assert {"amal", "omar"} <= {text for _, text in seen.texts}
    assert claims[0].coder.digest in made
    assert list(tmp_path.iterdir()) == [out], "nothing is left beside it"


def test_the_same_project_gives_the_same_bytes(study: Path, tmp_path: Path) -> None:
    for name in ("one.html", "two.html"):
        assert run(study, "-o", tmp_path / name).exit_code == 0
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_what_people_decided_is_counted_and_shown(study: Path) -> None:
    with Project.open(study) as project:
        found = reports.gather(project, reports.Order(language="en"))
    assert dict(found.counts.statuses)["confirmed"] == 1
    assert dict(found.counts.coders) == {"amal": (("confirm", 1), ("unsure", 1)), "omar": (("confirm", 1), ("refuse", 1))}
    first = next(q for g in found.groups for q in g.quotes if q.status == "confirmed")
    assert first.reviewers == (("amal", "confirm"), ("omar", "confirm"))
    assert found.counts.decision == 5
    assert sum(many for _, many in found.counts.voices) == found.counts.claims


def test_filters_narrow_it_and_are_told(study: Path, tmp_path: Path) -> None:
    out = tmp_path / "r.html"
    assert run(study, "-o", out, "--status", "confirmed", "--language", "en", "--weight", "alleged=0.3").exit_code == 0
    seen = Seen(out.read_text(encoding="utf-8"))
    assert sum(x.startswith("claim-") for x in seen.of("id")) == 1
    texts = [text for _, text in seen.texts]
    assert "--status" in texts
    assert "alleged=0.3" in texts


def test_each_edge_and_alliance_leads_to_its_claims(study: Path) -> None:
    with Project.open(study) as project:
        found = reports.gather(project, reports.Order(language="en"))
    assert found.edges
    for edge in found.edges:
        assert set(found.groups[edge.group].ends) == {edge.source, edge.target}
    numbers = {q.number: q for g in found.groups for q in g.quotes}
    assert found.alliances
    for alliance in found.alliances:
        for member, _, claims in alliance.members:
            assert all(numbers[c].relation in ("MEMBER", "LEAD") for c in claims), (alliance.name, member)
    assert found.tensions
    for said in (s.says for t in found.tensions for s in t.sides):
        assert sum(name in said.words for name in said.names) >= 2, "a sentence knows the names in it"
    assert all(len(t.sides) >= 1 and all(s.quotes for s in t.sides) for t in found.tensions)


def test_a_limit_cuts_the_quotations_and_says_so(study: Path, tmp_path: Path) -> None:
    out = tmp_path / "r.html"
    assert run(study, "-o", out, "--limit", "5", "--tensions", "1", "--language", "en").exit_code == 0
    made = out.read_text(encoding="utf-8")
    seen = Seen(made)
    assert sum(x.startswith("claim-") for x in seen.of("id")) == 5
    assert sum(x.startswith("tension-") for x in seen.of("id")) == 1
    assert re.search(r"5 of \d+ claims are quoted here", made)
    assert all(link[1:] in seen.of("id") for link in seen.of("href"))


def test_it_begins_with_what_matters_and_folds_the_rest(study: Path) -> None:
    with Project.open(study) as project:
        found = reports.gather(project, reports.Order(language="en"))
    for sign in (1, -1):
        ties = [tie.edge for tie in found.strongest if tie.edge.sign == sign]
        heaviest = [e for e in found.edges if e.sign == sign]
        assert ties[0] == heaviest[0]
        assert [heaviest.index(tie) for tie in ties] == sorted(heaviest.index(tie) for tie in ties), "in their order"
        assert ties
    for tie in found.strongest:
        assert not tie.quote.denied
        assert {tie.edge.source, tie.edge.target} <= {*tie.quote.says.names}
        assert tie.quote.sign == tie.edge.sign
        assert tie.outlets == tuple(sorted(tie.outlets, key=lambda o: (-o[1], o[0])))
    made = page(found)
    assert made.index('id="brief"') < made.index('id="summary"') < made.index('id="map"')
    assert made.count("<blockquote") > 10
    innermost = re.compile(r"<details[^>]*>(?:(?!<details).)*?</details>", re.DOTALL)
    seen_at_once = innermost.sub("", innermost.sub("", made))
    assert "<details" not in seen_at_once
    assert seen_at_once.count("<blockquote") == len(found.strongest), "only the words of the heaviest ties stand in sight"


def test_an_article_without_a_title_is_called_by_its_first_words(tmp_path: Path) -> None:
    """It was called by the name of its file, "09", which says nothing to who reads the report."""
    (tmp_path / "09.txt").write_text("دعمت كندا كينيا في حربها. وقصفت أوغندا المدينة.", encoding="utf-8")
    with Project.create(tmp_path / "bare.ahlaf") as project:
        projects.add(project, [str(tmp_path / "09.txt")], "amal")
        projects.code(project, *projects.rule_book(), workers=1)
        found = reports.gather(project, reports.Order(language="ar"))
    assert {q.title for group in found.groups for q in group.quotes} == {"دعمت كندا كينيا في حربها. وقصفت أوغندا المدينة."}


def test_that_somebodys_allies_are_his_is_no_news(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("دعت إيران حلفاءها إلى الهدوء، ودعمت إيران حزب الله. وقصفت السعودية حلفاءها.", encoding="utf-8")
    with Project.create(tmp_path / "allies.ahlaf") as project:
        projects.add(project, [str(tmp_path / "a.txt")], "amal")
        projects.code(project, *projects.rule_book(), workers=1)
        found = reports.gather(project, reports.Order(language="ar"))
    assert ("حلفاء إيران", "إيران", 1) in [(e.source, e.target, e.sign) for e in found.edges]
    assert [(tie.edge.source, tie.edge.target) for tie in found.strongest if tie.edge.sign > 0] == [("إيران", "حزب الله")]
    assert ("السعودية", "حلفاء السعودية") in [(tie.edge.source, tie.edge.target) for tie in found.strongest], "what is done to them is"


def test_of_some_quotations_those_behind_a_membership_come_first(study: Path) -> None:
    with Project.open(study) as project:
        found = reports.gather(project, reports.Order())
        behind = {n for alliance in found.alliances for _, _, numbers in alliance.members for n in numbers}
        few = reports.gather(project, reports.Order(limit=len(behind)))
    assert len(behind) < found.shown
    assert {q.number for g in few.groups for q in g.quotes} == behind, "no membership stands without its words"


def test_without_a_file_it_goes_to_standard_output(study: Path) -> None:
    done = run(study, "--status", "refused")
    assert done.stdout.startswith('<!DOCTYPE html>\n<html lang="ar"')
    assert done.stdout.endswith("</html>\n")


def test_nothing_to_tell_is_told(study: Path, tmp_path: Path) -> None:
    with Project.create(tmp_path / "empty.ahlaf"):
        pass
    for arguments in ((tmp_path / "empty.ahlaf",), (study, "--since", "2099")):
        done = run(*arguments, "--language", "en")
        assert done.exit_code == 0
        assert "No claim passes these filters." in done.stdout


@pytest.mark.parametrize(
    ("more", "says"),
    [(("-o", "nowhere/r.html"), "folder"), (("--weight", "maybe=1"), "maybe"), (("--lift", "no-such-file"), "no-such-file")],
)
def test_what_cannot_be_is_said_and_nothing_is_written(study: Path, tmp_path: Path, more: tuple[str, str], says: str) -> None:
    kept = tmp_path / "kept.html"
    kept.write_text("before")
    where = () if more[0] == "-o" else ("-o", kept)
    done = run(study, *where, *more)
    assert done.exit_code == 1
    assert says in done.stderr
    assert kept.read_text() == "before"
    assert list(tmp_path.iterdir()) == [kept]


def test_a_report_never_takes_the_projects_place(study: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.ahlaf"
    shutil.copy(study, copy)
    done = run(copy, "-o", copy)
    assert done.exit_code == 1
    assert "is the project itself" in done.stderr
    assert copy.read_bytes() == study.read_bytes()


def test_a_large_project_does_not_make_an_endless_report() -> None:
    """The smallest doubt of thousands of claims has hundreds of sides, a membership hundreds of claims."""
    names = tuple(f"actor {n}" for n in range(500))
    large = replace(
        HOSTILE,
        camps=(names, ("one",)),
        alliances=(Alliance("all", tuple((name, 1.0, tuple(range(1, 400))) for name in names)),),
        tensions=(Tension("smallest doubt", SAID, 1.0, tuple(Side(SAID, 1.0, (quote(n),), 0) for n in range(300))),),
        groups=(Group(("a", "b"), tuple(quote(n) for n in range(1, 400))),),
    )
    text = "".join(found for _, found in Seen(page(large)).texts)
    assert text.count("actor 499") == 1 + 1, "in its camp and among the members"
    assert "and 280 more" in text
    assert "and 379 more" in text
