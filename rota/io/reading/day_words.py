"""Kinds of day in words: `weekday`, `Mon-Fri`, `bank holiday`, a date."""

from __future__ import annotations

import re
from datetime import date, datetime

from rota.calendar import days_between
from rota.domain.cover import WEEKDAYS, WEEKEND, Days
from rota.io.cells import CellError, as_date, fold, nearest
from rota.words import DAY_NAMES

_PHRASES = {
    "every day": Days(),
    "everyday": Days(),
    "daily": Days(),
    "all": Days(),
    "all days": Days(),
    "any": Days(),
    "weekday": Days(weekdays=WEEKDAYS),
    "week": Days(weekdays=WEEKDAYS),
    "weekend": Days(weekdays=WEEKEND),
    "bank holiday": Days(bank_holidays=True),
    "bank hol": Days(bank_holidays=True),
    "bh": Days(bank_holidays=True),
}
_EXPECTED = (
    "expected every day, weekday, weekend, bank holiday, Mon, Mon-Fri, "
    "Mon Wed, or a date."
)
_SPELLINGS = [*_PHRASES, *DAY_NAMES]


def weekday(word: str) -> int | None:
    """Give the day of the week, Monday as 0, that a word names."""
    plain = fold(word).strip(".")
    singular = plain[:-1] if plain.endswith("s") else plain
    for number, full in enumerate(map(fold, DAY_NAMES)):
        names = (full, *(full[:n] for n in range(2, 6)), f"{full[:3]}s")
        if plain in names or singular == full:
            return number
    return None


def as_days(value: object) -> Days:
    """Read the days on which something holds; raises CellError."""
    if isinstance(value, (date, datetime)):
        return Days(dates=(as_date(value),))
    text = fold(value)
    phrase = _PHRASES.get(text) or _PHRASES.get(text.rstrip("s"))
    if phrase:
        return phrase
    return _named(text) or _dated(text)


def _named(text: str) -> Days | None:
    """Read days of the week, with ranges: `Mon-Wed, Fri`."""
    joined = re.sub(r"\s*(?:-|\u2013|\bto\b)\s*", "-", text)
    chosen: list[int] = []
    for part in re.split(r"[\s,;/&+]+|\band\b", joined):
        ends = [weekday(word) for word in part.split("-")] if part else []
        if None in ends or len(ends) > 2:
            return None
        known = [day for day in ends if day is not None]
        chosen += _from_to(known[0], known[-1]) if known else []
    return Days(weekdays=tuple(sorted(set(chosen)))) if chosen else None


def _from_to(first: int, last: int) -> list[int]:
    length = (last - first) % 7
    return [(first + step) % 7 for step in range(length + 1)]


def _dated(text: str) -> Days:
    """Read dates with commas, or a range of two dates."""
    between = re.split(r"\s+(?:to|-|\u2013)\s+", text)
    try:
        if len(between) == 2:
            first, last = as_date(between[0]), as_date(between[1])
            return _range(first, last)
        parts = re.split(r"\s*[,;]\s*", text)
        return Days(dates=tuple(as_date(part) for part in parts))
    except CellError as error:
        near = nearest(text, _SPELLINGS)
        raise CellError(_EXPECTED, near or error.nearest) from error


def _range(first: date, last: date) -> Days:
    if not 0 <= (last - first).days < 200:
        raise CellError("the dates must be in order, and under 200 days.")
    return Days(dates=tuple(days_between(first, last)))
