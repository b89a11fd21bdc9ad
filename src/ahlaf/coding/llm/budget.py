"""What asking costs: a bound before each question, an account after each answer, an estimate before any.

No tokeniser makes more tokens of a text than it has bytes, so bytes bound a question and the answer's own limit
bounds the answer: what is set aside before a question is never less than what it costs, and a budget is never passed.
An estimate for people is nearer: letters by a rate that is learned from the answers that servers reported on.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from ahlaf.coding.coders import Usage
from ahlaf.coding.llm.settings import Settings
from ahlaf.errors import BudgetSpent

LETTERS_A_TOKEN: Final = 2.5
"""Arabic prose with JSON around it, on the tokenisers of 2024 and later; older ones make up to twice as many tokens."""
CLAIMS_A_LETTER: Final = 1 / 75
"""Annotated articles hold a claim in each 72 letters; with this an estimate of answers is rather high."""
TOKENS_A_CLAIM: Final = 130
_MILLION: Final = 1_000_000
_AROUND: Final = 64
"""Tokens that servers put around messages, at most."""


def price(settings: Settings, tokens_in: int, tokens_out: int) -> float:
    """What so many tokens cost."""
    return (tokens_in * settings.price_in + tokens_out * settings.price_out) / _MILLION


def size(messages: Sequence[dict[str, str]], constraint: dict[str, Any]) -> int:
    """The most tokens that a question can have."""
    return len(json.dumps([list(messages), constraint], ensure_ascii=False).encode("utf-8", "replace")) + _AROUND * (len(messages) + 1)


class Ledger:
    """The account of one run, shared by its connections."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._change = threading.Condition()
        self._set_aside = 0.0
        self._spent = 0.0

    @property
    def spent(self) -> float:
        """What was spent so far."""
        return self._spent

    def reserve(self, bound: float) -> None:
        """Set aside what a question may cost at most, waiting for questions under way where that may make room.

        Raises:
            BudgetSpent: it could cost more than is left.
        """
        budget = self._settings.budget
        with self._change:
            while budget is not None and self._spent + self._set_aside + bound > budget:
                if not self._set_aside:
                    left = max(0.0, budget - self._spent)
                    raise BudgetSpent(
                        f"the budget of {budget:g} is spent but for {left:.4g}, and the next question could cost {bound:.4g}: "
                        "what was answered is kept; run it again with a larger --budget to go on"
                    )
                self._change.wait()
            self._set_aside += bound

    def settle(self, bound: float, cost: float) -> None:
        """Put what a question did cost in the place of what was set aside for it."""
        with self._change:
            self._set_aside = max(0.0, self._set_aside - bound)
            if self._set_aside < 1e-12:
                self._set_aside = 0.0
            self._spent += cost
            self._change.notify_all()


@dataclass(frozen=True, slots=True)
class Estimate:
    """What coding some documents would come to, answers that are there from earlier left out."""

    documents: int = 0
    questions: int = 0
    cached: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    price: float = 0.0
    most: float = 0.0
    """What it could cost at most, were every answer as long as it may be; without repairs and halved pieces."""

    def __add__(self, other: Estimate) -> Estimate:
        return Estimate(*(getattr(self, f) + getattr(other, f) for f in self.__slots__))

    @property
    def usage(self) -> Usage:
        """The same as a run would report it."""
        return Usage(self.questions, self.cached, self.tokens_in, self.tokens_out, self.price)
