"""An article, what a model says of it, and the commands that ask one."""

from __future__ import annotations

from pathlib import Path

import jsonschema
from click.testing import CliRunner, Result
from loopback import Server

from ahlaf.cli import main
from ahlaf.exchange import schema

ROOT = Path(__file__).parents[2]
TEXT = "دعمت تركيا تنظيم داعش بالسلاح، وقصفت روسيا حلب."
AID = {"source": ["تركيا"], "target": ["تنظيم داعش"], "relation": "AID", "trigger": "دعمت", "evidence": "دعمت تركيا تنظيم داعش بالسلاح"}
COERCE = {"source": ["روسيا"], "target": ["حلب"], "relation": "COERCE", "trigger": "قصفت", "evidence": "وقصفت روسيا حلب"}
INVENTED = {"source": ["روسيا"], "target": ["قطر"], "relation": "OPPOSE", "trigger": "تعادي", "evidence": "تعادي روسيا دولة قطر"}
VALIDATOR = jsonschema.Draft202012Validator(schema.load())


def run(*words: object, code: int = 0, keys: str | None = None) -> Result:
    found = CliRunner().invoke(main, [str(w) for w in words], input=keys)
    assert found.exit_code == code, found.output + found.stderr + repr(found.exception)
    return found


def asking(server: Server, coder: str = "llm") -> tuple[str, ...]:
    return ("--coder", coder, "--model", "m", "--endpoint", server.url)


def articles(count: int) -> list[str]:
    names = [f"doc{n}.txt" for n in range(count)]
    for n, name in enumerate(names):
        Path(name).write_text(f"{TEXT} وهذا هو المقال رقم {n} من المقالات.", encoding="utf-8")
    return names
