"""In whose land a deed happens has not done it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("خرجت في كينيا تظاهرات ضد كندا.", set()),
        ("خرجت في كينيا تظاهرة نددت بكندا.", set()),
        ("نظم في كينيا اعتصام ضد كندا.", set()),
        ("شهدت كينيا أمس مسيرات نددت برفع الأسعار.", set()),
        ("شهدت كينيا احتجاجات ضد الرئيس.", set()),
        ("عمت كينيا احتجاجات ضد الرئيس.", set()),
        ("نظمت كندا حملة استهدفت الحزب.", {"كندا"}),
        ("شنت كندا غارات ضد الحزب.", {"كندا"}),
    ],
)
def test_who_does_something(text: str, doers: set[str], code: Code) -> None:
    assert {c.source.names[0] for c in code(text).claims if c.source is not None} == doers
