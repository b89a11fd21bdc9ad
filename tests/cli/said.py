"""What the commands are given to read, and how they are called."""

from __future__ import annotations

from collections.abc import Callable

from click.testing import Result

TEXT = "دعمت تركيا تنظيم داعش، وقصفت روسيا حلب."
Run = Callable[..., Result]
