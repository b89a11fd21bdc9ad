"""Reads what stands at a token as a date: what the calendar tells, or what is told from the day of writing.

Every method looks at one place and says where the date ends and what it is; a date that the text gives but
that cannot be reckoned (an impossible day, no day of writing) is read over and is ``None``. The words are those of
``groups.tsv``; the few that stand here are each a construction of their own ("أول من أمس").
"""

from __future__ import annotations

from ahlaf.coding.times import numbers
from ahlaf.coding.times.calendars import vocabulary
from ahlaf.coding.times.written_dates import CalendarReader
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.kinds import SOMEBODY
from ahlaf.lexicon.names import bare_article


def is_today(draft: Draft, at: int) -> bool:
    """Whether a token is "today", the day of writing: not "حتى اليوم", "اليوم التالي", nor in a name ("روسيا اليوم")."""
    groups, words, covering = draft.lexicon.groups, draft.words, draft.at[at]
    if words[at].fold != "اليوم" or (covering >= 0 and draft.phrases[covering].kind in SOMEBODY):
        return False
    if at and words[at - 1].fold in groups["not-today-after"]:
        return False
    last = draft.sentence_of[at] < 0 or at + 1 >= draft.stretches[draft.sentence_of[at]].end
    behind = "" if last else words[at + 1].fold
    return behind not in groups["not-today"] and bare_article(behind) not in vocabulary(draft.lexicon).ordinals


class Reader(CalendarReader):
    """Reads what stands at a token as a date."""

    def at(self, at: int) -> tuple[int, str | None] | None:
        """Where the date that begins here ends, and what it is; ``None`` where none begins."""
        text = self.words[at]
        if text[0].isdecimal():
            return self._numeric(at) or self._day(at) or self._bare_year(at) or self._no_day(at)
        forms = self.known.forms.get(text)
        if forms is None:
            if len(self.known.forms) > 50_000:
                self.known.forms.clear()
            forms = self.known.forms[text] = tuple(f for f in _cut(text) if self._begins(f))
        for form in forms:
            hit = self._word(at, form)
            if hit is not None:
                return hit
        return None

    def _begins(self, form: str) -> bool:
        known, groups, bare = self.known, self.groups, bare_article(form)
        return (
            any(form in groups[g] for g in ("year", "years", "unit", "near-day", "begins-date"))
            or form in known.months or form in known.weekdays or bare in known.ordinals or bare in groups["decade"]
        )  # fmt: skip

    def _word(self, at: int, form: str) -> tuple[int, str | None] | None:
        units, decade = self.groups["unit"], self.groups["decade"].get(bare_article(form))
        if form in self.groups["year"] or form in self.groups["years"]:
            return self._year_word(at, form) or self._unit(at, form, at)
        if form in units:
            return self._unit(at, form, at)
        if form in ("هذا", "هذه") and self.word(at + 1) in units:
            return at + 2, self.now.moved(units[self.word(at + 1)], 0)
        if form in ("قبل", "منذ"):
            return self._ago(at + 1)
        if form in self.known.weekdays:
            return self._weekday(at, form)
        near = self._near(at, form)
        if near is not None:
            return near
        if decade is not None:
            return self._decade(at, int(decade))
        month = self._month(at, form)
        if month is not None:
            return self._of_year(at, *month)
        return self._day(at, form)

    # -- told from the day of writing ------------------------------------------------------------------------

    def _unit(self, at: int, form: str, first: int) -> tuple[int, str | None] | None:
        unit = self.groups["unit"].get(form)
        relative = self._relative(at + 1)
        if unit is None or relative is None:
            return None
        return max(relative[1], first + 1), self.now.moved(unit, relative[0])

    def _ago(self, at: int) -> tuple[int, str | None] | None:
        """قبل ثلاثة أيام, منذ نحو عامين; not what is reckoned from something else ("قبل يومين من الانتخابات")."""
        if self.word(at) in self.groups["about"] or self.word(at) == "تقريبا":
            at += 1
        spans = self.groups["span"]
        count, place = 1, at
        if not spans.get(self.word(at), "").endswith("alone"):
            read = numbers.read(self.words, at, self.end, self.known.numerals)
            if read is None:
                return None
            count, place = read
        span = spans.get(self.word(place))
        if span is None or self.number(place + 1) >= 0 or self._relative(place + 1) is not None:
            return None
        behind = place + 1
        if self.word(behind) == "من":
            if self.word(behind + 1) not in ("الان", "اليوم"):
                return None
            behind += 2
        if not 0 < count < 400:
            return None
        unit, each = span.split()[:2]
        return behind, self.now.moved(unit, -count * int(each))

    def _near(self, at: int, form: str) -> tuple[int, str | None] | None:
        """اليوم, أمس, أمس الأول, أول من أمس, غدا, الليلة الماضية, with the weekday that may follow."""
        by, behind = int(self.groups["near-day"].get(form, 9)), at + 1
        nxt = self.word(at + 1)
        if by == -1 and nxt == "الحاجه":
            return None
        if (by == -1 and nxt == "الاول") or (form == "اول" and nxt == "امس"):
            by, behind = -2, at + 2
        elif form == "اول" and nxt == "من" and self.word(at + 2) == "امس":
            by, behind = -2, at + 3
        elif form == "الليله" and nxt in self.groups["past"]:
            by, behind = -1, at + 2
        elif form == "اليوم" and is_today(self.draft, at):
            by = 0
        if by == 9:
            return None
        weekday = self.known.weekdays.get(self.word(behind))
        if weekday is None:
            return behind, self.now.moved("day", by)
        dated = self._weekday(behind, self.word(behind))
        if dated is not None and dated[0] > behind + 1:
            return dated
        return behind + 1, self.now.moved("day", by) if by > 0 else self.now.weekday(weekday, 0)

    def _weekday(self, at: int, form: str) -> tuple[int, str | None] | None:
        """A weekday with what makes it a day: a date, الماضي, or يوم and the like before it."""
        place = at + 1
        if self.word(place) in ("/", "-") and self.word(place + 1) in self.known.weekdays:
            place += 2
        while self.word(place) in ("،", "(", "الموافق", "في"):
            place += 1
        dated = (self._numeric(place) or self._day(place)) if place < self.end else None
        if dated is not None:
            return dated
        relative = self._relative(at + 1)
        weekday = self.known.weekdays[form]
        if relative is not None and relative[0] in (-1, 1):
            return relative[1], self.now.weekday(weekday, relative[0])
        before = self.word(at - 1).lstrip("وف")
        parts = self.groups["part-of-day"]
        if before in parts or before.removeprefix("ل") in parts:
            behind = relative[1] if relative else at + 1
            return behind, self.now.weekday(weekday, 0)
        return None


def _cut(text: str) -> list[str]:
    """A folded token, and without the clitics that may stand before a time.

    >>> _cut("للعام"), _cut("وبايار")
    (['للعام', 'العام', 'لعام'], ['وبايار', 'بايار', 'ايار'])
    """
    forms = [text]
    rest = text
    if len(rest) > 3 and rest[0] in "وف":
        rest = rest[1:]
        forms.append(rest)
    if len(rest) > 4 and rest.startswith("لل"):
        forms.append("ال" + rest[2:])
    if len(rest) > 3 and rest[0] in "بلك":
        forms.append(rest[1:])
    return forms
