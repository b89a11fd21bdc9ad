"""Asks a server, and asks again where that may help: it is busy, it breaks, the line drops, it speaks another dialect.

Each attempt has its bound set aside in the ledger before it is made. One that was answered costs what the server
counted; one that was cut off while the server may have been at work is taken to cost its bound; one that was
refused costs nothing.
"""

from __future__ import annotations

import json
import random
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any, Final

from ahlaf.coding.llm import budget, dialects, wire
from ahlaf.coding.llm.answers import Said
from ahlaf.coding.llm.dialects import Completion, Dialect
from ahlaf.coding.llm.settings import KEY, Settings
from ahlaf.errors import CoderStopped, NoAnswer, ServerRefuses

_BUSY: Final = frozenset((408, 409, 425, 429))
_UNKNOWN_WAY: Final = frozenset((400, 405, 415, 422, 501))
_LONGEST_PAUSE: Final = 60.0
_LONGEST_ASKED: Final = 300.0
"""Seconds that a server may ask to be left alone."""
_PAID: Final = 3
"""Attempts at one question that may have been paid for without an answer."""
_BROKE: Final = 2
"""Times that a server which never answered yet may break on a question before it is put in a softer way."""
_IN_A_ROW: Final = 5
"""Questions that may fail one after the other before the server is given up."""


class TooLong(Exception):
    """A question is longer than the model takes."""


@dataclass(frozen=True, slots=True)
class _Trouble:
    """Why an attempt came to nothing, and what to make of it."""

    what: str
    again: bool = True
    """Whether the same question may be put once more."""
    wait: float = 0.0
    """Seconds that the server asked for."""
    paid: bool = False
    """Whether the server may have been at work."""
    absent: bool = False
    """Whether nobody answered the line at all."""
    broke: bool = False
    """Whether the server broke on the question, as some do on a schema that they can't compile."""


class Server:
    """One server, asked over several connections.

    Args:
        settings: which, and how.
        ledger: the account of the run.
        stop: once set, nothing more is asked.
    """

    def __init__(self, settings: Settings, ledger: budget.Ledger, stop: threading.Event) -> None:
        self._settings = settings
        self._ledger = ledger
        self._stop = stop
        self._kit = wire.package()
        self._client = wire.connect(settings)
        self._change = threading.Lock()
        self._dialect = Dialect()
        self._not_before = 0.0
        self._failed = 0
        self._proved = False

    def close(self) -> None:
        """Hang up."""
        self._client.close()

    @property
    def mode(self) -> dialects.Mode:
        """How the server is held to the shape of an answer, as far as is known."""
        return self._dialect.mode

    def ask(self, messages: list[dict[str, str]], name: str) -> Said:
        """One answer.

        Args:
            messages: the question.
            name: the question's own, sent along so that a server that can tell does not charge twice for it.

        Raises:
            TooLong: the model can't take so much at once.
            NoAnswer: the server gives none to this question.
            CoderStopped: it gives none at all, the budget is spent, or the run was stopped.
        """
        dialect = self._dialect
        tries = paid = broke = 0
        while True:
            self._wait_for_turn()
            found = self._attempt(messages, name, dialect)
            if isinstance(found, Said):
                with self._change:
                    self._dialect, self._failed, self._proved = dialect, 0, True
                return found
            if isinstance(found, Dialect):
                dialect = found
                continue
            tries += 1
            paid += found.paid
            broke += found.broke
            if not found.again or tries >= self._settings.attempts or paid >= _PAID:
                raise self._given_up(found, tries)
            if broke >= _BROKE and not self._proved:
                dialect, broke = dialect.softer("") or dialect, 0
            self._rest(found, tries)

    # -- one attempt ---------------------------------------------------------------------------------------

    def _attempt(self, messages: list[dict[str, str]], name: str, dialect: Dialect) -> Said | Dialect | _Trouble:
        settings = self._settings
        body = dialect.body(settings.model, messages, settings.answer)
        most_in = budget.size(messages, dialects.constraint(dialect.mode))
        bound = budget.price(settings, most_in, settings.answer)
        self._ledger.reserve(bound)
        cost = bound  # what breaks in an unforeseen way is taken to have been paid
        try:
            found = self._post(body, name)
            if isinstance(found, _Trouble):
                cost = bound if found.paid else 0.0
                return found
            tokens_in = most_in if found.tokens_in is None else found.tokens_in
            tokens_out = settings.answer if found.tokens_out is None else found.tokens_out
            cost = budget.price(settings, tokens_in, tokens_out)
            return Said(found.content, found.whole, tokens_in, tokens_out, cost)
        except self._kit.APIStatusError as error:
            cost = 0.0
            return self._status(error, dialect)
        except self._kit.APIConnectionError as error:
            trouble = self._line(error)
            cost = bound if trouble.paid else 0.0
            return trouble
        except wire.Cut as error:
            return _Trouble(str(error), again=error.again, paid=True)
        except (self._kit.OpenAIError, wire.errors()) as error:
            return _Trouble(f"the line broke: {wire.told(error, settings)}", paid=True)
        finally:
            self._ledger.settle(bound, cost)

    def _post(self, body: dict[str, Any], name: str) -> Completion | _Trouble:
        import httpx2  # noqa: PLC0415 - comes with openai

        response = self._client.post(
            "/chat/completions", cast_to=httpx2.Response, body=body, options={"headers": {"Idempotency-Key": name}}
        )
        try:
            found = json.loads(response.content)
        except (ValueError, RecursionError):
            return _Trouble("it sends what is no JSON", paid=True)
        error = found.get("error") if isinstance(found, dict) else None
        if error:
            code = error.get("code") if isinstance(error, dict) else None
            said = error.get("message") if isinstance(error, dict) else error
            wait = code in _BUSY or (isinstance(code, int) and code >= 500)
            return _Trouble(f"it answers with an error: {wire.told(ValueError(str(said)), self._settings)}", again=wait)
        return dialects.completion(found) or _Trouble("it sends JSON that is no chat completion", paid=True)

    def _status(self, error: Any, dialect: Dialect) -> Dialect | _Trouble:  # noqa: ANN401 - the package's, loaded late
        status, said = int(error.status_code), wire.told(error, self._settings)
        what = f"it answers {status}: {said}"
        code = str(getattr(error, "code", "") or "")
        if status in (401, 403):
            raise ServerRefuses(f"{self._host} does not take the key ({what}): put a good one into the environment as {KEY}")
        if status == 402 or code == "insufficient_quota":
            raise ServerRefuses(f"{self._host} wants to be paid first ({what})")
        if status == 404:
            raise ServerRefuses(f"{self._host} knows no model {self._settings.model}, or not at this address ({what})")
        if 300 <= status < 400:
            raise ServerRefuses(f"{self._host} sends on to another address ({status}): give that one as --endpoint")
        if status == 413 or code == "context_length_exceeded" or (status == 400 and "context" in said.lower()):
            raise TooLong(what)
        if status in _BUSY or (status >= 500 and status != 501):
            return _Trouble(what, wait=_asked_for(error.response.headers), broke=status == 500)
        softer = dialect.softer(said) if status in _UNKNOWN_WAY else None
        return softer or _Trouble(what, again=False)

    def _line(self, error: Exception) -> _Trouble:
        import httpx2  # noqa: PLC0415 - comes with openai

        cause = error.__cause__
        if isinstance(cause, (httpx2.ConnectError, httpx2.ConnectTimeout)):
            return _Trouble(f"nobody answers there: {wire.told(cause, self._settings)}", absent=True)
        if isinstance(error, self._kit.APITimeoutError):
            return _Trouble(f"it takes longer than {self._settings.timeout:g} seconds", paid=True)
        return _Trouble(f"the line broke: {wire.told(cause or error, self._settings)}", paid=True)

    # -- again ---------------------------------------------------------------------------------------------

    def _wait_for_turn(self) -> None:
        while (wait := self._not_before - time.monotonic()) > 0:
            if self._stop.wait(wait):
                break
        if self._stop.is_set():
            raise CoderStopped("the run was stopped; what was answered is kept")

    def _rest(self, trouble: _Trouble, tries: int) -> None:
        """Wait before the next try, longer each time; what a server asks for counts for every connection."""
        if trouble.wait:
            with self._change:
                self._not_before = max(self._not_before, time.monotonic() + trouble.wait)
        pause = min(_LONGEST_PAUSE, self._settings.pause * 2 ** (tries - 1))
        self._stop.wait(pause * random.uniform(0.75, 1.25))  # noqa: S311 - so that connections don't come back all at once

    def _given_up(self, trouble: _Trouble, tries: int) -> NoAnswer | ServerRefuses:
        often = f" after {tries} attempts" if tries > 1 else ""
        if trouble.absent:
            return ServerRefuses(f"{self._host} can't be reached{often} ({trouble.what}): is it running, and is this its address?")
        with self._change:
            self._failed += 1
            hopeless = self._failed >= _IN_A_ROW
        what = f"{self._host} gives no answer{often}: {trouble.what}"
        if hopeless:
            return ServerRefuses(f"{what}; {_IN_A_ROW} questions failed one after the other, so no more are asked")
        return NoAnswer(f"{what}; what was answered before is kept, run it again later")

    @property
    def _host(self) -> str:
        return f"the server at {self._settings.host}"


def _asked_for(headers: Mapping[str, str]) -> float:
    """The seconds that a busy server asks to be left alone for, 0 where it asks for none."""
    try:
        if told := headers.get("retry-after-ms"):
            seconds = float(told) / 1000
        elif told := headers.get("retry-after"):
            seconds = float(told) if told.strip().replace(".", "", 1).isdecimal() else parsedate_to_datetime(told).timestamp() - time.time()
        else:
            return 0.0
    except (ValueError, OverflowError, TypeError):
        return 0.0
    return max(0.0, min(seconds, _LONGEST_ASKED)) if seconds == seconds else 0.0  # noqa: PLR0124 - not a number is unlike itself
