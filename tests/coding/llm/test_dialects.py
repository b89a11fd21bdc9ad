"""How a server is asked: in the strictest way that it knows, without what it does not take."""

from __future__ import annotations

import pytest
from loopback import Ask, Make, Reply, serving, status
from speaking import GOOD, TEXT

from ahlaf.coding.coders import Coding, Failed
from ahlaf.model import Document


@pytest.mark.parametrize(
    ("refused", "modes"),
    [((), ["schema"]), (("schema",), ["schema", "tools"]), (("schema", "tools"), ["schema", "tools", "plain"])],
)
def test_a_server_is_asked_in_the_strictest_way_that_it_knows_and_that_is_remembered(
    refused: tuple[str, ...], modes: list[str], model: Make
) -> None:
    def speak(ask: Ask) -> Reply:
        return status(400, f"unsupported: {ask.mode}") if ask.mode in refused else GOOD

    with serving(speak) as server:
        coder = model(server.url)
        coder.code(Document(TEXT))
        assert coder.mode == modes[-1]
        coder.code(Document(TEXT + " ثم"))
    assert [a.mode for a in server.asked] == [*modes, modes[-1]]


def test_a_server_that_breaks_on_the_schema_is_asked_in_another_way(model: Make) -> None:
    with serving(lambda ask: status(500, "schema conversion failed") if ask.mode == "schema" else GOOD) as server:
        assert model(server.url).code(Document(TEXT)).reading.claims
    assert [a.mode for a in server.asked] == ["schema", "schema", "tools"]


@pytest.mark.parametrize(
    ("complaint", "without", "instead"),
    [
        ("Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.", "max_tokens", "max_completion_tokens"),
        ("'temperature' does not support 0 with this model", "temperature", ""),
    ],
)
def test_what_a_model_does_not_take_is_left_out(complaint: str, without: str, instead: str, model: Make) -> None:
    with serving(lambda ask: status(400, complaint) if without in ask.body else GOOD) as server:
        assert model(server.url).code(Document(TEXT)).reading.claims
    assert without not in server.asked[-1].body
    assert not instead or instead in server.asked[-1].body
    assert server.asked[-1].mode == "schema"


def test_one_text_that_a_server_refuses_changes_nothing_for_the_others(model: Make) -> None:
    def speak(ask: Ask) -> Reply:
        return status(400, "content policy") if "سر" in ask.text else GOOD

    with serving(speak) as server:
        coder = model(server.url, connections=1)
        found = list(coder.code_many([Document(TEXT), Document(TEXT + " سر"), Document(TEXT + " ثم")]))
        assert coder.mode == "schema"
    assert [type(f) for f in found] == [Coding, Failed, Coding]
