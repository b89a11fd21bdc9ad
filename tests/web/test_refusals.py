"""Why something was not taken, in the reader's language, on the page as in the commands."""

from __future__ import annotations

import httpx
import pytest

from ahlaf.exchange.refused import answered


def test_what_could_not_be_done_is_told_in_arabic_too(client: httpx.Client) -> None:
    origin = {"Origin": str(client.base_url).rstrip("/")}

    def told(path: str, asked: dict[str, object]) -> tuple[str, str]:
        wrong = client.post(path, json=asked, headers=origin).json()["error"]
        return wrong["what"], wrong["what_ar"]

    assert told("/api/actors/TUR/rename", {"name": "؟"}) == ("a name has letters", "لا بد للاسم من حروف أو أرقام.")
    assert told("/api/actors/TUR/rename", {"name": ""}) == ("body.name: String should have at least 1 character", "الحقل فارغ.")
    assert answered("is wrong in a way of its own") == ("تعذّر ما طُلب. (is wrong in a way of its own)", "")
    assert answered("the weight of alleged is 7.0: it must lie between 0 and 1")[0] == "الوزن 7.0 خارج المدى."


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Only English here, and quite a lot of it.", "holds no Arabic"),
        ("این یک متن فارسی است که دربارهٔ سیاست خارجی ایران و کشورهای همسایه نوشته شده است و عربی نیست.", "is Persian, not Arabic"),
        (" \n", "holds no text"),
    ],
)
def test_what_is_pasted_is_refused_as_a_file_would_be(client: httpx.Client, text: str, what: str) -> None:
    answer = client.post("/api/documents", json={"text": text}, headers={"Origin": str(client.base_url).rstrip("/")}).json()
    assert answer["added"] == []
    assert [one["what"] for one in answer["set_aside"]] == [what]


def test_refused_uploads_are_told_in_both_languages(client: httpx.Client) -> None:
    files = [("files", ("a.txt", b"Only English here, and quite a lot of it.")), ("files", ("notes.docx", b"PK\x03\x04 no archive"))]
    answer = client.post("/api/documents", files=files, headers={"Origin": str(client.base_url).rstrip("/")}).json()
    told = {one["where"]: one for one in answer["set_aside"]}
    assert (told["a.txt"]["what"], told["a.txt"]["what_ar"]) == ("holds no Arabic", "لا نص عربيًا فيه.")
    assert told["notes.docx"]["what_ar"] == "وثيقة Word تالفة، ولعلها مقطوعة."
    kept = client.get("/api/set-aside").json()["items"]
    assert {one["where"]: one["what_ar"] for one in kept} == {where: one["what_ar"] for where, one in told.items()}
