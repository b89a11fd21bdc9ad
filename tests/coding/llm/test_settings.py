"""Settings that can't be are refused before anything is asked, and keys stay where they are."""

from __future__ import annotations

from typing import Any

import pytest

from ahlaf.coding.llm.settings import Settings
from ahlaf.errors import CoderSettings

LOCAL = "http://localhost:11434/v1"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"model": " "}, "no model"),
        ({"model": "a\nb"}, "no model"),
        ({"endpoint": "localhost:11434"}, "no address"),
        ({"endpoint": "ftp://host/v1"}, "no address"),
        ({"endpoint": "http://[::1/v1"}, "no address"),
        ({"endpoint": "http://me:secret@host/v1"}, "name or password"),
        ({"endpoint": "http://host/v1?key=secret"}, "base address alone"),
        ({"connections": 0}, "connections"),
        ({"connections": 10_000}, "connections"),
        ({"price_in": float("nan")}, "price_in"),
        ({"timeout": 0}, "timeout"),
        ({"budget": 5.0}, "needs prices"),
        ({"budget": -1.0, "price_in": 1.0}, "budget"),
        ({"overlap": 5000}, "overlap"),
    ],
    ids=str,
)
def test_settings_that_can_not_be(given: dict[str, Any], says: str) -> None:
    with pytest.raises(CoderSettings, match=says) as error:
        Settings(**{"model": "m", "endpoint": LOCAL} | given)
    assert "secret" not in str(error.value)


@pytest.mark.parametrize(
    ("endpoint", "name", "there", "sent"),
    [
        (LOCAL, "", {}, "none"),
        (LOCAL, "", {"OPENAI_API_KEY": "sk-1"}, "none"),
        (LOCAL, "", {"AHLAF_LLM_KEY": "own"}, "own"),
        ("https://api.openai.com/v1", "", {"OPENAI_API_KEY": "sk-1"}, "sk-1"),
        ("https://api.openai.com/v1", "", {"OPENAI_API_KEY": "sk-1", "AHLAF_LLM_KEY": "own"}, "own"),
        ("https://api.openai.com.example.org/v1", "", {"OPENAI_API_KEY": "sk-1"}, "none"),
        (LOCAL, "MINE", {"MINE": "sk-mine", "AHLAF_LLM_KEY": "own"}, "sk-mine"),
        ("https://api.openai.com/v1", "", {}, None),
        (LOCAL, "MINE", {"AHLAF_LLM_KEY": "own"}, None),
        (LOCAL, "", {"AHLAF_LLM_KEY": "مفتاح"}, None),
        (LOCAL, "", {"AHLAF_LLM_KEY": "a\nb"}, None),
    ],
)
def test_which_key_goes_where(endpoint: str, name: str, there: dict[str, str], sent: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("OPENAI_API_KEY", "AHLAF_LLM_KEY", "MINE"):
        monkeypatch.delenv(variable, raising=False)
    for variable, value in there.items():
        monkeypatch.setenv(variable, value)
    settings = Settings("m", endpoint=endpoint, key_name=name)
    if sent is None:
        with pytest.raises(CoderSettings) as error:
            settings.key()
        assert not any(value in str(error.value) for value in there.values())
    else:
        assert settings.key() == sent
        assert sent == "none" or sent not in repr(settings)
