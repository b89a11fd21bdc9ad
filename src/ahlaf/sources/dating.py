"""Dates as the Arabic press writes them → ISO 8601; what is not certain stays unknown.

A publication date counts only where a whole line (or a whole field) is nothing but dates: a label, a weekday,
one date or the same in two calendars, a time of day. Then the parts must agree: the weekday with the day, the
two names of a month with each other, the Hijri date with the Gregorian one to within two days, for months were
begun by sight. What contradicts itself is no date:

>>> of_line("الخميس 12 آذار 2015"), of_line("الجمعة 12 آذار 2015")
('2015-03-12', None)
>>> of_line("نشر في: ٢١ رمضان ١٤٣٦هـ - 8 يوليو 2015 م"), of_line("قال في 12 آذار 2015 إنه لن يعود")
('2015-07-08', None)

Days come before months in figures, but not everywhere: 5/1/2015 alone is only a year, and a whole date where
the weekday decides.

>>> of_line("5/1/2015"), of_line("الاثنين 5/1/2015"), of_line("25/12/2015")
('2015', '2015-01-05', '2015-12-25')

"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final, Literal

from hijridate import Hijri

from ahlaf.lexicon.months import months
from ahlaf.text.views import fold

Calendar = Literal["gregorian", "hijri"]

_SHORT: Final = {
    "المحرم": 1,
    "ربيع ثاني": 4,
    "ربيع آخر": 4,
    "جمادى أولى": 5,
    "جمادى الأول": 5,
    "جمادى الثاني": 6,
    "جمادى الآخر": 6,
    "ذوالقعدة": 11,
    "ذيالقعدة": 11,
    "ذوالحجة": 12,
    "ذيالحجة": 12,
}
"""Hijri months as they are also written above an article, where a line is nothing but a date."""
_WEEKDAYS: Final = {fold(f"ال{d}"): n for n, d in enumerate("اثنين ثلاثاء أربعاء خميس جمعة سبت أحد".split())} | {fold("الإثنين"): 0}
_LABEL: Final = re.compile(
    r"(?:تاريخ\s+(?:ال)?نشر|تم\s+النشر|تاريخ\s+الخبر|تاريخ\s+المقال|نشرت?|التاريخ|تاريخ)\s*(?:(?:في|بتاريخ|يوم)\b)?\s*:?|بتاريخ\s*:?|الموافق\s*ل?|(?:يوم|في)\b"
)
_WEEKDAY: Final = re.compile("(?:" + "|".join(_WEEKDAYS) + r")\b")
_ERA: Final = r"(?!\d)\s*(?P<era>(?:ه|م)(?!\w))?"
_YEAR_FIRST: Final = re.compile(r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})" + _ERA)
_FIGURES: Final = re.compile(r"(?P<one>\d{1,2})\s*(?P<mark>[-/.])\s*(?P<two>\d{1,2})\s*(?P=mark)\s*(?P<year>\d{4})" + _ERA)
_TIME: Final = re.compile(
    r"(?:t|الساعه\s*:?\s*)?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:z\b|[+-]\d{2}:?\d{2}\b|صباحا|مساء|am\b|pm\b|[صم](?!\w))?"
    r"\s*(?:\(?(?:بتوقيت\s+\w+|gmt|utc|غرينتش|جرينتش)(?:\s*[+-]?\d{1,2})?\)?)?"
)
_BETWEEN: Final = re.compile(r"[\s،,|/()\-–—•·:]+")
_DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_LONGEST: Final = 120
_FIRST_YEAR: Final = 1800
_PART: Final = re.compile(r"\d{4}(?:-\d{2})?")


@dataclass(slots=True)
class _Said:
    """What a line says of its date: each Gregorian and Hijri expression as the days that it may mean, and the weekday."""

    gregorian: list[set[date]] = field(default_factory=list)
    months: list[str] = field(default_factory=list)
    hijri: list[set[date]] = field(default_factory=list)
    weekday: int | None = None
    wrong: bool = False


def of_line(line: str) -> str | None:
    """The date of a line that is nothing but a date; ``None`` where it is anything else, or contradicts itself.

    >>> of_line("السبت، 1 كانون الثاني/يناير 2011 - 14:30 بتوقيت غرينتش"), of_line("آذار 2015"), of_line("2015")
    ('2011-01-01', '2015-03', None)
    """
    if len(line) > _LONGEST:
        return None
    said = _said(fold(line).translate(_DIGITS).strip())
    return None if said is None or said.wrong else _agreed(said)


def of_field(value: str) -> str | None:
    """The date that a field of metadata holds: ISO 8601, a year, a year and month, a line as above, a date in English or French.

    >>> of_field("2015-03-12T08:00:00+03:00"), of_field("2016"), of_field("2016-03"), of_field("March 12, 2015")
    ('2015-03-12', '2016', '2016-03', '2015-03-12')
    >>> of_field("yesterday"), of_field("2015-13-45"), of_field("Thu, 12 Mar 2015 08:00:00 GMT")
    (None, None, '2015-03-12')
    """
    value = value.translate(_DIGITS).strip()
    if _PART.fullmatch(value):
        known = int(value[:4]) <= _today().year and int(value[:4]) >= _FIRST_YEAR
        return value if known and (len(value) == 4 or 1 <= int(value[5:]) <= 12) else None
    return of_line(value) or _latin(value)


def of_lines(lines: Iterable[str]) -> str | None:
    """The one date that some lines give; none where two of them differ.

    >>> of_lines(["عنوان", "12 آذار 2015", "2015-03-12"]), of_lines(["12 آذار 2015", "13 آذار 2015"])
    ('2015-03-12', None)
    """
    found = sorted({d for line in lines if (d := of_line(line))}, key=len)
    if not found:
        return None
    fullest = found[-1]
    return fullest if all(fullest.startswith(d) for d in found) else None


def _said(text: str) -> _Said | None:
    """Take a line apart; ``None`` where something in it belongs to no date."""
    said = _Said()
    at = 0
    while at < len(text):
        for pattern, take in _parts():
            match = pattern.match(text, at)
            if match and match.end() > at:
                take(said, match)
                at = match.end()
                break
        else:
            return None
    return said


@lru_cache(maxsize=1)
def _months() -> dict[str, tuple[Calendar, int]]:
    """The rule book's names of months, folded. A Hijri one stands without "month" too: beside a year it is nothing else."""
    found: dict[str, tuple[Calendar, int]] = {fold(name): ("hijri", number) for name, number in _SHORT.items()}
    for name, calendar, number in months():
        if calendar == "hijri":
            found[fold(name).removeprefix("شهر ")] = ("hijri", number)
        elif calendar == "gregorian":
            found[fold(name)] = ("gregorian", number)
    return found


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    """A date with the name of its month."""
    month = "|".join(sorted((re.escape(m).replace(r"\ ", r"\s+") for m in _months()), key=len, reverse=True))
    return re.compile(
        rf"(?:(?P<day>\d{{1,2}})\s*(?:من\s+)?(?:شهر\s+)?)?\b(?P<one>{month})(?:\s*/\s*(?P<two>{month})|\s*\(\s*(?P<three>{month})\s*\))?"
        r"\s*[،,/]?\s*(?:من\s+)?(?:(?:ل?عام|سنه)\s+)?(?P<year>\d{4})\s*(?P<era>(?:ه|م)(?!\w))?"
    )


def _take_weekday(said: _Said, match: re.Match[str]) -> None:
    number = _WEEKDAYS[match[0]]
    said.wrong |= said.weekday not in (None, number)
    said.weekday = number


def _take_named(said: _Said, match: re.Match[str]) -> None:
    named = {_months()[re.sub(r"\s+", " ", match[k])] for k in ("one", "two", "three") if match[k]}
    calendar, month = next(iter(named))
    if len(named) > 1 or (match["era"] == "ه" and calendar == "gregorian") or (match["era"] == "م" and calendar == "hijri"):
        said.wrong = True
    elif match["day"]:
        _keep(said, calendar, {(int(match["year"]), month, int(match["day"]))})
    elif calendar == "gregorian" and _FIRST_YEAR <= int(match["year"]) <= _today().year:
        said.months.append(f"{match['year']}-{month:02}")
    else:
        said.wrong = True


def _take_year_first(said: _Said, match: re.Match[str]) -> None:
    _keep(said, "hijri" if match["era"] == "ه" else "gregorian", {(int(match["year"]), int(match["month"]), int(match["day"]))})


def _take_figures(said: _Said, match: re.Match[str]) -> None:
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    _keep(said, "hijri" if match["era"] == "ه" else "gregorian", {(year, two, one), (year, one, two)})


def _take_nothing(_: _Said, __: re.Match[str]) -> None:
    """Labels, times and what stands between say nothing of the day."""


@lru_cache(maxsize=1)
def _parts() -> tuple[tuple[re.Pattern[str], Callable[[_Said, re.Match[str]], None]], ...]:
    """What a date is made of, and what takes each."""
    return (
        (_BETWEEN, _take_nothing),
        (_WEEKDAY, _take_weekday),
        (_named(), _take_named),
        (_YEAR_FIRST, _take_year_first),
        (_FIGURES, _take_figures),
        (_TIME, _take_nothing),
        (_LABEL, _take_nothing),
    )


def _keep(said: _Said, calendar: Calendar, readings: set[tuple[int, int, int]]) -> None:
    days = {d for r in readings if (d := _day(calendar, *r))}
    said.wrong |= not days
    (said.hijri if calendar == "hijri" else said.gregorian).append(days)


def _day(calendar: Calendar, year: int, month: int, day: int) -> date | None:
    """A day, where there was such a one between 1800 and tomorrow."""
    try:
        found = date(year, month, day) if calendar == "gregorian" else date(*Hijri(year, month, day).to_gregorian().datetuple())
    except (ValueError, OverflowError):
        return None
    return found if found.year >= _FIRST_YEAR and found <= _today() + timedelta(days=1) else None


def _today() -> date:
    return datetime.now(UTC).date()


def _agreed(said: _Said) -> str | None:
    days = set.intersection(*said.gregorian) if said.gregorian else set()
    if said.gregorian and not days:
        return None
    for readings in said.hijri if days else ():
        days = {d for d in days if any(abs((d - h).days) <= 2 for h in readings)}
        if not days:
            return None
    if not said.gregorian and said.hijri:
        days = set.intersection(*said.hijri)
        if said.weekday is not None:
            # Months begin by sight of the moon: the weekday knows better than a table, by a day.
            near = {d + timedelta(days=by) for d in days for by in (-1, 0, 1)}
            days = {d for d in near if d.weekday() == said.weekday}
        return _one(days) if len(days) == 1 else None
    if said.weekday is not None and days:
        days = {d for d in days if d.weekday() == said.weekday}
    if days:
        found = _one(days)
        return found if found and all(found.startswith(m) for m in said.months) else None
    return said.months[0] if not said.gregorian and len(set(said.months)) == 1 and said.weekday is None else None


def _one(days: set[date]) -> str | None:
    """A day; what several days share, where they share a year."""
    if len(days) == 1:
        return next(iter(days)).isoformat()
    years = {d.year for d in days}
    return str(years.pop()) if len(years) == 1 else None


def _latin(value: str) -> str | None:
    """A whole date with a month's name in English or French."""
    if len(value) > _LONGEST or not re.search(r"[A-Za-zé]{3}", value) or not re.search(r"\b\d{4}\b", value):
        return None
    import dateparser  # noqa: PLC0415 - seldom needed, and slow to import

    needed = ["day", "month", "year"]
    found = dateparser.parse(value, languages=["en", "fr"], settings={"STRICT_PARSING": True, "REQUIRE_PARTS": needed})
    return day.isoformat() if found and (day := _day("gregorian", found.year, found.month, found.day)) else None
