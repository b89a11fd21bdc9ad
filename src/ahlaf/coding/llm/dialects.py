"""How a server is spoken to: the ways that OpenAI-compatible servers differ, and what to try when one does not understand.

Each server is asked in the strictest way first: held to the schema by ``response_format``, else by a tool's
parameters, else by words alone. What a server answered well is remembered for the rest of the run.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from ahlaf.coding.llm import schema

Mode = Literal["schema", "tools", "plain"]

_SOFTER: Final[dict[Mode, Mode]] = {"schema": "tools", "tools": "plain"}
_TOOL: Final = "claims"


@dataclass(frozen=True, slots=True)
class Dialect:
    """One way of asking."""

    mode: Mode = "schema"
    limit: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"
    temperature: bool = True
    """Whether the server is told to choose the likeliest words; some models allow no choice."""

    def body(self, model: str, messages: list[dict[str, str]], longest: int) -> dict[str, Any]:
        """The body of a request for a chat completion."""
        body: dict[str, Any] = {"model": model, "messages": messages, self.limit: longest}
        if self.temperature:
            body["temperature"] = 0
        return body | constraint(self.mode)

    def softer(self, complaint: str) -> Dialect | None:
        """The next way to try after a server refused this one with some words; None where no other is left."""
        complaint = complaint.lower()
        if self.limit == "max_tokens" and "max_completion_tokens" in complaint:
            return replace(self, limit="max_completion_tokens")
        if self.temperature and "temperature" in complaint:
            return replace(self, temperature=False)
        return replace(self, mode=_SOFTER[self.mode]) if self.mode in _SOFTER else None


def constraint(mode: Mode) -> dict[str, Any]:
    """What holds a model to the shape of an answer, where its server can."""
    if mode == "schema":
        shape = {"name": _TOOL, "strict": True, "schema": schema.answer()}
        return {"response_format": {"type": "json_schema", "json_schema": shape}}
    if mode == "tools":
        function = {"name": _TOOL, "description": "Hands in the list of claims.", "parameters": schema.answer()}
        return {
            "tools": [{"type": "function", "function": function}],
            "tool_choice": {"type": "function", "function": {"name": _TOOL}},
        }
    return {}


@dataclass(frozen=True, slots=True)
class Completion:
    """What is taken from a server's chat completion."""

    content: str
    whole: bool
    tokens_in: int | None
    """As the server counted; None where it does not say."""
    tokens_out: int | None


def completion(found: object) -> Completion | None:
    """The first choice of a chat completion: the arguments of its tool call, or its words; None for JSON of another shape."""
    choices = found.get("choices") if isinstance(found, dict) else None
    choice = choices[0] if isinstance(choices, list) and choices else None
    message = choice.get("message") if isinstance(choice, dict) else None
    if not isinstance(found, dict) or not isinstance(choice, dict) or not isinstance(message, dict):
        return None
    usage = found.get("usage")
    counts = usage if isinstance(usage, dict) else {}
    return Completion(
        schema.clean(_called(message) or _spoken(message)),
        choice.get("finish_reason") != "length",
        _count(counts.get("prompt_tokens")),
        _count(counts.get("completion_tokens")),
    )


def _called(message: dict[str, Any]) -> str:
    calls = message.get("tool_calls")
    call = calls[0] if isinstance(calls, list) and calls else None
    function = call.get("function") if isinstance(call, dict) else None
    arguments = function.get("arguments") if isinstance(function, dict) else None
    return arguments if isinstance(arguments, str) else ""


def _spoken(message: dict[str, Any]) -> str:
    content = message.get("content")
    if isinstance(content, list):
        parts = [p.get("text") for p in content if isinstance(p, dict)]
        content = "".join(p for p in parts if isinstance(p, str))
    refusal = message.get("refusal")
    told = content if isinstance(content, str) and content else refusal
    return told if isinstance(told, str) else ""


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9 else None
