"""Headings with dates: real dates, text, weekday names under `w/c`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise

from rota.io.cells import CellError, as_date, fold, is_blank
from rota.io.reading.day_words import weekday

Heads = dict[int, date]  # column, from 0: date
FEWEST_WEEKDAYS = 3
_MANY_TO_ONE = 4  # so many dates in order make one out of order a mistake
_BLOCK = 5  # dates this far apart head whole weeks, not days
_WEEK = re.compile(
    r"(?:w/?c|w/?b|week (?:commencing|beginning|starting))[.: ]*(.*)"
)
_NO_YEAR = re.compile(
    r"(?:[a-z]{3,9}\.?,? +)?(\d{1,2})(?:st|nd|rd|th)?(?:/|[ \-](?=[a-z]))"
    r"(\d{1,2}|[a-z]{3,9})"
)


def as_head(value: object, near: date) -> date | None:
    """Read a heading as a date; without a year, the one nearest to `near`."""
    if isinstance(value, (date, datetime)):
        return _date_or_none(value) if value.year > 1900 else None
    if not isinstance(value, str) or is_blank(value):
        return None
    text = fold(value)
    parts = _NO_YEAR.fullmatch(text)
    years = (near.year - 1, near.year, near.year + 1)
    tries = [f"{parts[1]}/{parts[2]}/{y}" for y in years] if parts else [text]
    found = [day for one in tries if (day := _date_or_none(one))]
    return min(found, key=lambda day: abs(day - near), default=None)


def _date_or_none(value: object) -> date | None:
    try:
        return as_date(value)
    except CellError:
        return None


class HeadReader:
    """Goes down a sheet and keeps in mind which column is which date."""

    def __init__(self, start: date) -> None:
        self.start = start
        self.heads: Heads = {}
        self.strays: Heads = {}  # out of order: what was probably meant
        self._weeks: Heads = {}  # first days of weeks, not yet used

    def take(
        self, row: Sequence[object], below: Sequence[object] = ()
    ) -> bool:
        """Learn from a row of headings; tell whether it is one."""
        dates = self._dates(row)
        weekdays = _weekdays(row)
        weeks = self._week_heads(row)
        if len(dates) >= FEWEST_WEEKDAYS and not _is_sparse(dates):
            self.heads, self._weeks = dates, {}
            self.strays = _strays(dates)
            return True
        if len(weekdays) >= FEWEST_WEEKDAYS:
            self._name_weekdays(weekdays, weeks)
            return True
        if weeks or (dates and self._heads_weeks(dates, below)):
            self._weeks = weeks or dates
            return True
        if dates and (len(dates) > 1 or not self.heads):
            self.heads = dates
            return True
        return False

    def _dates(self, row: Sequence[object]) -> Heads:
        found = {
            place: day
            for place, value in enumerate(row)
            if (day := as_head(value, self.start)) is not None
        }
        few = len(_strays(found)) * _MANY_TO_ONE < len(found)
        return found if few else {}

    def holes(self) -> Heads:
        """Give the columns between two dates where one is missing."""
        return {
            place - 1: day - timedelta(days=1)
            for (before, known), (place, day) in pairwise(self.heads.items())
            if place - before == (day - known).days == 2
        }

    def _heads_weeks(self, dates: Heads, below: Sequence[object]) -> bool:
        named = len(_weekdays(below)) >= FEWEST_WEEKDAYS
        return named and (len(dates) == 1 or _is_sparse(dates))

    def _week_heads(self, row: Sequence[object]) -> Heads:
        """Find `w/c 07/12/2026`, in one cell or in two."""
        found: Heads = {}
        for place, value in enumerate(row):
            parts = _WEEK.fullmatch(fold(value))
            if parts:
                beside = row[place + 1] if place + 1 < len(row) else None
                day = as_head(parts[1] or beside, self.start)
                if day:
                    found[place] = day
        return found

    def _name_weekdays(
        self, weekdays: Mapping[int, int], weeks: Heads
    ) -> None:
        """Give weekday names their dates, week by week from the left."""
        marks = weeks or self._weeks
        if not marks and self.heads.keys() >= weekdays.keys():
            return  # names under dates, or headings repeated
        self.heads, self._weeks = {}, {}
        before: date | None = None
        used: int | None = None
        for place, number in weekdays.items():
            mark = max((p for p in marks if p <= place), default=None)
            if mark is not None and mark != used:
                before = marks[mark] - timedelta(days=1)
                used = mark
            if before is None:
                before = _week_start(self.start, number) - timedelta(days=1)
            before = _next(before, number)
            self.heads[place] = before


def _strays(dates: Heads) -> Heads:
    """Find the dates that are not in order, and what they should be."""
    found: Heads = {}
    places = list(dates)
    kept = _in_order([dates[place] for place in places])
    for number, place in enumerate(places):
        if number not in kept:
            before = max((k for k in kept if k < number), default=None)
            near = number + 1 if before is None else before
            steps = timedelta(days=number - near)
            found[place] = dates[places[near]] + steps
    return found


def _in_order(days: Sequence[date]) -> set[int]:
    """Give the places of the longest run of dates that rises."""
    runs: list[list[int]] = [[]]
    for place, day in enumerate(days):
        before = (run for run in runs if not run or days[run[-1]] <= day)
        runs.append([*_longest(before), place])
    return set(_longest(runs))


def _longest(runs: Iterable[list[int]]) -> list[int]:
    return max(runs, key=lambda run: len(run))


def _is_sparse(dates: Heads) -> bool:
    places = list(dates)
    gaps = [later - place for place, later in pairwise(places)]
    return bool(gaps) and min(gaps) >= _BLOCK


def _weekdays(row: Sequence[object]) -> dict[int, int]:
    found = {}
    for place, value in enumerate(row):
        number = weekday(value) if isinstance(value, str) else None
        if number is not None:
            found[place] = number
    return found


def _week_start(start: date, number: int) -> date:
    """Give the first day of the week that holds the start."""
    return start - timedelta(days=(start.weekday() - number) % 7)


def _next(before: date, number: int) -> date:
    """Give the next date after one that is that day of the week."""
    ahead = (number - before.weekday()) % 7 or 7
    return before + timedelta(days=ahead)
