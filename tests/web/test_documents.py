"""The library and the text: letter for letter, whatever is in it; what comes in, and what is set aside."""

from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest
from serving import PATIENCE, serving

from ahlaf.sources.fetch import Fetcher, Rules
from ahlaf.store import Project

EXAMPLES = Path(__file__).parents[2] / "examples"
HOSTILE = (
    "<script>alert(1)</script> تركيا دعمت العراق <img src=x onerror=alert(2)> javascript:alert(3)\n"
    "\u202eمقلوب\u202c \u2066معزول\u2069 \u200f\u200e تطــويل وَشَكْلٌ \U0001f1f9\U0001f1f7 ﷺ & \" ' </p>\r\n\tآخر السطر"
)


def add(client: httpx.Client, text: str, **about: str) -> int:
    answer = client.post("/api/documents", json={"text": text, **about})
    assert answer.status_code == 200, answer.text
    (added,) = answer.json()["added"]
    return int(added["number"])


def test_the_library(client: httpx.Client) -> None:
    found = client.get("/api/documents").json()
    assert found["total"] == 3
    assert [(d["number"], d["title"], d["claims"], d["state"]) for d in found["items"]] == [
        (3, "خبر ثالث", 2, "coded"),
        (2, "خبر ثان", 1, "coded"),
        (1, "خبر أول", 2, "coded"),
    ]
    assert all(d["hits"] is None and d["tension"] is None for d in found["items"])


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ({"sort": "date"}, [2, 1, 3]),
        ({"sort": "-date", "limit": "1", "offset": "1"}, [1]),
        ({"outlet": "النهار", "sort": "added"}, [1, 3]),
        ({"since": "2016", "until": "2016-03"}, [1]),
        ({"status": "waiting"}, []),
        ({"status": "unreviewed", "sort": "added"}, [1, 2, 3]),
        ({"search": "وتركيا", "sort": "added"}, [1, 3]),
        ({"search": '"روسيا حالفت"'}, [2]),
        ({"search": "الأخبار"}, [2]),
        ({"search": "النهار", "sort": "added"}, [1, 3]),
        ({"search": "نهار", "outlet": "الأخبار"}, []),
        ({"search": "-النهار"}, []),
    ],
)
def test_the_library_narrowed(client: httpx.Client, query: dict[str, str], numbers: list[int]) -> None:
    assert [d["number"] for d in client.get("/api/documents", params=query).json()["items"]] == numbers


def test_a_search_lights_its_words(client: httpx.Client) -> None:
    (found,) = client.get("/api/documents", params={"search": "حالفت"}).json()["items"]
    (hit,) = found["hits"]
    assert [hit["text"][s:e] for s, e in hit["lit"]] == ["حالفت"]


def test_tension_is_found_without_anybody_asking_for_it(client: httpx.Client) -> None:
    until = time.monotonic() + PATIENCE
    while any(d["tension"] is None for d in client.get("/api/documents").json()["items"]):
        assert time.monotonic() < until, "it is found behind the page"
        time.sleep(0.1)
    client.post("/api/claims/1/reviews", json={"verdict": "refuse"})
    assert all(d["tension"] is not None for d in client.get("/api/documents").json()["items"]), "meanwhile the last is told"


def test_tension_is_told_once_it_is_known(client: httpx.Client) -> None:
    client.get("/api/tensions")
    found = client.get("/api/documents", params={"sort": "-tension"}).json()["items"]
    shares = [d["tension"] for d in found]
    assert shares == sorted(shares, reverse=True)
    assert 0 < shares[0] <= 1


@pytest.mark.parametrize("query", [{"sort": "id;DROP TABLE claim"}, {"limit": "0"}, {"limit": "501"}, {"offset": "-1"}, {"since": "soon"},
                                   {"status": "lost"}, {"search": "x" * 1001}, {"search": "\x00"}, {"limit": "1e99"}])  # fmt: skip
def test_what_can_not_be_asked_is_told(client: httpx.Client, query: dict[str, str]) -> None:
    answer = client.get("/api/documents", params=query)
    assert answer.status_code == 422
    assert answer.json()["error"]["what"]


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda p: p.stem)
def test_a_text_comes_back_letter_for_letter(client: httpx.Client, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = client.get(f"/api/documents/{add(client, text)}").json()
    assert found["text"] == text
    assert (found["dir"], found["state"], found["language"]) == ("rtl", "waiting", "ar")


def test_whatever_is_in_it_is_only_ever_data(client: httpx.Client) -> None:
    number = add(client, HOSTILE, title="<b>\u202eعنوان", outlet='"><script>')
    answer = client.get(f"/api/documents/{number}")
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    found = answer.json()
    assert (found["text"], found["title"], found["outlet"]) == (HOSTILE, "<b>\u202eعنوان", '"><script>')


def test_two_megabytes_in_one_paragraph(client: httpx.Client) -> None:
    text = "تركيا دعمت العراق ثم قالت الصحيفة كلاما طويلا " * 25_000
    assert len(text.encode()) > 2_000_000
    number = add(client, text)
    assert client.get(f"/api/documents/{number}").json()["text"] == text
    found = client.get(f"/api/documents/{number}/occurrences", params={"words": "كلاما"}).json()
    assert len(found["here"]) == 25_000


def test_without_a_title_it_is_called_by_its_first_words(client: httpx.Client) -> None:
    words = "\n\u202e قال الكاتب\n\nإن تركيا دعمت العراق، " + "ومضى يقول ويعيد القول، " * 9
    number = client.post("/api/documents", json={"text": words}).json()["added"][0]["number"]
    opening = client.get(f"/api/documents/{number}").json()["opening"]
    assert opening.startswith("\u202e قال الكاتب إن تركيا دعمت العراق، ومضى")
    assert opening.endswith("ويعيد القول، ومضى…")
    assert len(opening) <= 65
    rows = {d["number"]: d["opening"] for d in client.get("/api/documents").json()["items"]}
    assert rows.pop(number) == opening
    assert set(rows.values()) == {""}, "those with a title are called by it"
    (hit,) = client.get("/api/documents/1/occurrences?words=ومضى").json()["elsewhere"]["items"]
    assert (hit["title"], hit["opening"]) == (None, opening)
    said = {"relation": "AID", "source_span": [19, 24], "trigger_span": [25, 29], "target_span": [30, 36]}
    assert client.post(f"/api/documents/{number}/claims", json=said).json()["claim"]["opening"] == opening


def test_the_same_text_twice_is_one_document(client: httpx.Client) -> None:
    first = client.post("/api/documents", json={"text": "روسيا هاجمت العراق اليوم"}).json()
    again = client.post("/api/documents", json={"text": "روسيا  هاجمت العراق اليوم"}).json()
    assert (first["added"][0]["new"], again["added"][0]["new"]) == (True, False)
    assert first["added"][0]["number"] == again["added"][0]["number"]


def test_an_addition_is_undone(client: httpx.Client) -> None:
    made = client.post("/api/documents", json={"text": "روسيا هاجمت العراق اليوم"}).json()
    assert client.get("/api/documents").json()["total"] == 4
    client.post("/api/undo", json={"decision": made["decision"]})
    assert client.get("/api/documents").json()["total"] == 3


def test_an_article_that_was_removed_is_not_brought_back_by_the_way(client: httpx.Client, project: Project) -> None:
    text = client.get("/api/documents/1").json()["text"]
    made, _ = project.remove(1, "omar")
    answer = client.post("/api/documents", json={"text": text}).json()
    assert (answer["added"], answer["set_aside"][0]["what"]) == ([], "was removed from this project")
    assert f"`ahlaf undo` with number {made} brings it back" in answer["set_aside"][0]["do"]
    assert [d["number"] for d in client.get("/api/documents?sort=added").json()["items"]] == [2, 3]
    assert client.get("/api/set-aside").json()["items"] == []
    client.post("/api/undo", json={"decision": made})
    assert [d["number"] for d in client.get("/api/documents?sort=added").json()["items"]] == [1, 2, 3]


@pytest.mark.parametrize(
    "body",
    [{}, {"text": ""}, {"text": "نص", "more": 1}, {"text": 7}, {"text": "نص", "date": "yesterday"}, {"text": "\x00"}, [], "نص",
     {"text": "نص", "title": "x" * 501}],
)  # fmt: skip
def test_what_is_no_document_is_refused(client: httpx.Client, project: Project, body: object) -> None:
    before = project.state()
    answer = client.post("/api/documents", json=body)
    assert answer.status_code == 422
    assert answer.json()["error"]["what"]
    assert project.state() == before


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b'{"text": "\\ud800"}', b"[" * 5000])
def test_what_is_no_json_is_refused(client: httpx.Client, content: bytes) -> None:
    assert client.post("/api/documents", content=content, headers={"Content-Type": "application/json"}).status_code == 422


def test_a_text_of_spaces_is_set_aside(client: httpx.Client) -> None:
    answer = client.post("/api/documents", json={"text": " \n "}).json()
    assert (answer["added"], answer["decision"]) == ([], None)
    assert answer["set_aside"][0]["what"]


def test_files_of_many_kinds_in_one_form(client: httpx.Client, project: Project) -> None:
    files = [
        ("files", ("../../etc/خبر.txt", "تركيا دعمت العراق في خبر جديد تماما".encode("cp1256"))),
        ("files", ("page.html", "<html><body><p>روسيا هاجمت تركيا في صفحة محفوظة من الجريدة وفيها كلام كثير</p></body></html>".encode())),
        ("files", ("lines.jsonl", '{"id": "a", "text": "العراق حالف روسيا"}\n{"id": "b", "text": "مصر دعمت العراق"}\n'.encode())),
        ("files", ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")),
        ("files", ("empty.txt", b"")),
        ("files", ("english.txt", b"Nothing in Arabic is written here at all.")),
    ]
    answer = client.post("/api/documents", files=files).json()
    assert len(answer["added"]) == 4
    assert len(answer["set_aside"]) == 3
    assert all(a["what"] for a in answer["set_aside"])
    assert {a["where"] for a in answer["set_aside"]} == {"picture.png", "empty.txt", "english.txt"}
    names = {d.name for d in project.documents()}
    assert not any("/" in n or ".." in n for n in names)
    assert len(client.get("/api/set-aside").json()["items"]) == 3


def test_the_good_lines_of_a_file_are_added_whatever_the_others_hold(client: httpx.Client, project: Project) -> None:
    good = "تركيا دعمت العراق في خبر سليم"
    lines = [
        {"id": "a\ud800", "text": "روسيا هاجمت تركيا"},
        {"id": "b", "title": "x\udfff", "text": "العراق حالف روسيا"},
        {"id": "c", "text": "نص فيه \ud800 نصف حرف"},
        {"id": "d\x00x", "text": "مصر دعمت العراق"},
        {"id": "e\ud800", "text": "no Arabic at all"},
        {"id": "f", "text": good},
    ]
    before = [d.id for d in project.documents()]
    answer = client.post("/api/documents", files=[("files", ("x.jsonl", "\n".join(map(json.dumps, lines)).encode()))])
    assert answer.status_code == 200, answer.text
    assert [project.text(d.id).text for d in project.documents() if d.id not in before] == [good]
    told = [a["what"] for a in answer.json()["set_aside"]]
    assert [w.partition(" ")[2] for w in told[:4]] == [
        "origin holds half a character at 10",
        "title holds half a character at 1",
        "text holds half a character at 7",
        "origin holds a NUL character",
    ]
    assert len(told) == len(client.get("/api/set-aside").json()["items"]) == 5


@pytest.mark.parametrize("address", ["http://127.0.0.1/", "file:///etc/passwd", "an address", "https://", "http://[::1]:80/x"])
def test_an_address_that_may_not_be_fetched_is_set_aside(client: httpx.Client, address: str) -> None:
    answer = client.post("/api/documents", json={"address": address, "fetch": True}).json()
    assert answer["added"] == []
    assert answer["set_aside"][0]["what"]


def test_nothing_is_fetched_unasked(client: httpx.Client) -> None:
    assert client.post("/api/documents", json={"address": "https://example.org/"}).status_code == 422


def test_an_address_is_fetched(project: Project) -> None:
    page = "<html><body><article><p>" + "قالت الصحيفة إن روسيا هاجمت العراق في خبر طويل. " * 8 + "</p></article></body></html>"

    class Here(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Here) as there:
        threading.Thread(target=there.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{there.server_port}/khabar.html"
        fetcher = Fetcher(Rules(allowed=lambda _: True, pause=0))
        with serving(project, fetcher=fetcher) as served, served.client() as client:
            answer = client.post("/api/documents", json={"address": address, "fetch": True}).json()
            (added,) = answer["added"]
            assert client.get(f"/api/documents/{added['number']}").json()["url"] == address
        there.shutdown()


def test_a_form_without_files(client: httpx.Client) -> None:
    answer = client.post("/api/documents", files={"other": ("a.txt", b"x")})
    assert answer.status_code == 422


def test_words_are_found_elsewhere_whatever_is_written_onto_them(client: httpx.Client) -> None:
    number = add(client, "وقال إن لروسيا يدا في ذلك وإن روسيا حاضرة")
    found = client.get(f"/api/documents/{number}/occurrences", params={"words": "روسيا"}).json()
    text = client.get(f"/api/documents/{number}").json()["text"]
    assert [text[s:e] for s, e in found["here"]] == ["لروسيا", "روسيا"]
    assert sorted(d["number"] for d in found["elsewhere"]["items"]) == [1, 2, 3]
    assert found["elsewhere"]["total"] == 3
    for other in found["elsewhere"]["items"]:
        assert [other["text"][s:e] for s, e in other["lit"]]


@pytest.mark.parametrize("words", ['"', "...", "<script>", "-روسيا", '" OR "'])
def test_odd_words_find_nothing_or_themselves(client: httpx.Client, words: str) -> None:
    assert client.get("/api/documents/1/occurrences", params={"words": words}).status_code == 200


@pytest.mark.parametrize("number", ["0", "-1", "99", "2147483648", "99999999999999999999", "x"])
def test_documents_that_are_not_there(client: httpx.Client, number: str) -> None:
    for path in ("", "/claims", "/occurrences?words=x"):
        assert client.get(f"/api/documents/{number}{path}").status_code in (404, 422)


def test_the_project(client: httpx.Client) -> None:
    found = client.get("/api/project").json()
    assert (found["name"], found["address"], found["coder"], found["example"]) == ("study", "file", "anna", False)
    assert found["counts"]["documents"] == 3
    assert found["counts"]["claims"] == 5
    assert [o["name"] for o in found["outlets"]] == ["النهار", "الأخبار"]
    assert all(r["label_ar"] and r["label_en"] and r["sign"] in (1, -1) for r in found["relations"])
    assert len(found["relations"]) == 21
    client.post("/api/claims/1/reviews", json={"verdict": "confirm"})
    again = client.get("/api/project").json()
    assert again["counts"]["reviews"] == 1
    assert again["state"] != found["state"]


def test_a_document_is_removed_and_brought_back(client: httpx.Client) -> None:
    number = add(client, "أعلنت تركيا أنها تدعم قطر.")
    assert client.get("/api/removed").json() == {"total": 0, "items": []}
    gone = client.post(f"/api/documents/{number}/remove", json={"note": "خارج الموضوع"}).json()
    (told,) = client.get("/api/removed").json()["items"]
    assert (told["decision"], told["number"], told["title"], told["note"]) == (gone["decision"], number, None, "خارج الموضوع")
    assert told["opening"].startswith("أعلنت تركيا")
    assert number not in [d["number"] for d in client.get("/api/documents").json()["items"]]
    again = client.post(f"/api/documents/{number}/remove", json={})
    assert again.status_code == 400
    assert f"removed by decision {gone['decision']}" in again.json()["error"]["what"]
    assert client.post("/api/undo", json={"decision": gone["decision"]}).json()["active"] is False
    assert client.get("/api/removed").json()["total"] == 0
    assert number in [d["number"] for d in client.get("/api/documents").json()["items"]]


@pytest.mark.parametrize(("number", "body", "status"), [(999, {}, 404), (1, {"note": 5}, 422), (1, {"way": "all"}, 422), ("x", {}, 422)])
def test_what_cannot_be_removed_is_refused(client: httpx.Client, number: object, body: dict[str, object], status: int) -> None:
    assert client.post(f"/api/documents/{number}/remove", json=body).status_code == status
    assert client.get("/api/removed").json()["total"] == 0


def test_occurrences_are_counted_whole_and_shown_by_the_page(client: httpx.Client) -> None:
    numbers = [add(client, f"تحدث الناطق عن المفازة للمرة {n}.", date=f"2016-01-{n:02}") for n in range(1, 8)]
    for offset, shown in ((0, numbers[:4:-1]), (2, numbers[4:2:-1]), (4, [numbers[1], numbers[0]]), (6, [])):
        asked = {"words": "المفازة", "limit": 2, "offset": offset}
        found = client.get(f"/api/documents/{numbers[2]}/occurrences", params=asked).json()
        assert (len(found["here"]), found["elsewhere"]["total"]) == (1, 6)
        assert [one["number"] for one in found["elsewhere"]["items"]] == shown


NO_DATES = [
    ("1437", "the Hijri 1437 is 2015-10-14 to 2016-10-01"),
    ("١٤٣٧-٠٦-٠٥", "the Hijri 1437-06-05 is 2016-03-14"),
    ("0016", "is not of the years 1800 to 2100"),
    ("2015-02-31", "the date 2015-02-31 can't be read: write 2016, 2016-03 or 2016-03-14"),
    ("14/3/2016", "is not of the years 1800 to 2100"),
    ("yesterday", "the date yesterday can't be read"),
]


@pytest.mark.parametrize(("date", "said"), NO_DATES)
@pytest.mark.parametrize("place", ["documents?since=", "claims?until=", "map?since=", "tensions?until=", "timeline?since="])
def test_a_date_that_is_none_is_refused_as_on_the_command_line(client: httpx.Client, place: str, date: str, said: str) -> None:
    answer = client.get(f"/api/{place}{date}")
    assert answer.status_code == 422
    what = answer.json()["error"]["what"]
    assert said in what
    assert "Value error" not in what


@pytest.mark.parametrize(("date", "said"), NO_DATES)
def test_nor_is_an_article_dated_so(client: httpx.Client, date: str, said: str) -> None:
    answer = client.post("/api/documents", json={"text": "دعمت تركيا العراق", "date": date})
    assert answer.status_code == 422
    assert said in answer.json()["error"]["what"]


def test_a_date_is_taken_in_arabic_digits(client: httpx.Client) -> None:
    latin, arabic = (client.get("/api/documents", params={"since": date}).json() for date in ("2016", "٢٠١٦"))
    for document in latin["items"] + arabic["items"]:
        del document["tension"]  # found behind the page: the first answer may come before it, the second behind it
    assert latin == arabic
    assert latin["total"] > 0
    pasted = {"text": "كتبت الصحيفة مقالة لا تشبه غيرها", "date": "٢٠٢٢-٠٩-٠٣"}
    (made,) = client.post("/api/documents", json=pasted).json()["added"]
    assert client.get(f"/api/documents/{made['number']}").json()["date"] == "2022-09-03"


def test_a_project_is_the_example_where_it_has_its_ten_articles_and_no_other(client: httpx.Client) -> None:
    """The tour told of ten example articles where there were three."""
    for one in (1, 2, 3):
        client.post(f"/api/documents/{one}/remove", json={})
    articles = sorted(EXAMPLES.glob("*.txt"))
    told = []
    for some in (articles[:3], articles[3:], None):
        files = [("files", (a.name, a.read_bytes())) for a in some] if some else [("files", ("own.txt", "دعمت كندا كينيا".encode()))]
        client.post("/api/documents", files=files, headers={"Origin": str(client.base_url).rstrip("/")})
        told.append(client.get("/api/project").json()["example"])
    assert told == [False, True, False]
