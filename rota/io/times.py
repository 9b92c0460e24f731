"""Times of the day, and times from-to, as managers type them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from rota.calendar import DAY, HOUR
from rota.io.cells import EPOCH, CellError, as_number, fold

A_TIME = "a time is expected here, such as 07:30."
NO_24 = (
    "there is no such time: a day runs from 00:00 to 23:59, and midnight at "
    "its end is written 00:00."
)
TURNED = (
    "Excel has turned what was typed into a date; type a time with a colon, "
    "such as 07:30."
)
_LAST_NUMBER = 2400  # days in a cell for times: somebody typed 1530
_LEAP_DAY = 60  # Excel's 29 February 1900, which there never was
LONGEST = 16 * HOUR  # own times longer than this are a slip of the hand
_QUARTERS = (0, 15, 30, 45)


def shown(clock: int) -> str:
    """Show minutes after midnight as `HH:MM`."""
    hours, minutes = divmod(clock % DAY, HOUR)
    return f"{hours:02d}:{minutes:02d}"


def shown_span(start: int, end: int) -> str:
    """Show two times as `07:00-15:00`."""
    return f"{shown(start)}-{shown(end)}"


def as_clock(value: object) -> int:
    """Read a time of day, in minutes after midnight."""
    if isinstance(value, time):
        return value.hour * HOUR + value.minute
    if isinstance(value, timedelta):
        return _in_a_day(round(value.total_seconds() / 60))
    if isinstance(value, datetime):
        raise _turned(value)
    if isinstance(value, date):
        raise CellError(A_TIME)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _clock_of_number(as_number(value))
    return _clock_in(fold(value))


def _turned(value: datetime) -> CellError:
    """Say what Excel made of a number in a cell for times: a day long past.

    7 is shown as midnight of a seventh day, 700 as one in 1901; 24:00 is the
    first day.
    """
    days = (value.date() - EPOCH).days
    if days > _LAST_NUMBER:
        return CellError(A_TIME)
    clock = value.hour * HOUR + value.minute
    number = days - (days <= _LEAP_DAY) + clock / DAY
    if number < 2:
        return CellError(NO_24, shown(clock))
    try:
        return CellError(TURNED, shown(_clock_of_number(round(number, 4))))
    except CellError:
        return CellError(TURNED)


def _in_a_day(minutes: int) -> int:
    if not 0 <= minutes < DAY:
        raise CellError(NO_24, "00:00" if minutes == DAY else "")
    return minutes


def _clock_of_number(number: float) -> int:
    """Read 0.3125 as 07:30 (Excel's own), 7 and 730 and 7.3 as typed."""
    if 0 < number < 1:
        return _in_a_day(round(number * DAY))
    if number.is_integer():
        return _clock_in(str(int(number)))
    hours, hundredths = divmod(round(number * 100), 100)
    if hundredths not in _QUARTERS:
        raise CellError(A_TIME)
    return _in_a_day(hours * HOUR + hundredths)


class _Reading(NamedTuple):
    """One typed time: minutes, and whether morning or afternoon is certain."""

    minutes: int
    certain: bool


_TYPED = re.compile(
    r"(\d{1,2})(?:[:.](\d{1,2})|(\d{2}))?(?::\d\d)?\s*(am|pm|a|p)?"
)


def _clock_in(text: str) -> int:
    return _typed(text).minutes


def _typed(text: str) -> _Reading:
    """Read `7`, `7.30`, `0730`, `07:30`, `7pm`, `noon`, `midnight`."""
    words = {"noon": 12 * HOUR, "midday": 12 * HOUR, "midnight": 0}
    if text in words:
        return _Reading(words[text], certain=True)
    parts = _TYPED.fullmatch(text.strip())
    if parts is None:
        raise CellError(A_TIME)
    hours, minutes = int(parts[1]), _minutes(parts[2], parts[3])
    if parts[4]:
        return _Reading(_by_half(hours, minutes, parts[4]), certain=True)
    if minutes >= HOUR:
        raise CellError(A_TIME)
    certain = hours > 12 or parts[1].startswith("0") or parts[3] is not None
    return _Reading(_in_a_day(hours * HOUR + minutes), certain)


def _minutes(after_point: str | None, run_on: str | None) -> int:
    """Read the minutes; `7.3` is what Excel leaves of `7.30`."""
    if after_point and len(after_point) == 1:
        return int(after_point) * 10
    return int(after_point or run_on or 0)


def _by_half(hours: int, minutes: int, half: str) -> int:
    if not 1 <= hours <= 12 or minutes >= HOUR:
        raise CellError(A_TIME)
    return (hours % 12 + (12 if half.startswith("p") else 0)) * HOUR + minutes


_BETWEEN = re.compile(r"\s*(?:-|\u2010|\u2011|\u2013|\u2014|\bto\b|\u2192)\s*")


def looks_like_span(text: str) -> bool:
    """Tell whether text is meant as two times, such as `9-3`."""
    parts = _BETWEEN.split(fold(text))
    return len(parts) == 2 and all(re.match(r"\d|noon|mid", p) for p in parts)


def as_span(text: str) -> tuple[int, int]:
    """Read own times (`9-3`, `0730-2130`, `2pm-10pm`).

    Returns
    -------
    Start and end in minutes after midnight; an end at or before the start is
    on the next day. Bare hours are read as day work where only that makes
    sense (`7-3` is 07:00-15:00); `8-8` could be day or night, and is refused.
    """
    parts = _BETWEEN.split(fold(text))
    if len(parts) != 2:
        raise CellError("times are expected here, such as 07:00-15:00.")
    start, end = _typed(parts[0]), _typed(parts[1])
    found = _settled(start, end, _half_named(parts[1]))
    length = (found[1] - found[0]) % DAY
    if not 0 < length <= LONGEST:
        hours = f"{(length or DAY) / HOUR:g}"
        raise CellError(f"that would be {hours} h long; check the times.")
    return found


def _half_named(text: str) -> bool:
    return bool(re.search(r"[ap]m?$", text))


def _settled(
    start: _Reading, end: _Reading, end_is_named: bool
) -> tuple[int, int]:
    """Decide between morning and afternoon, or refuse to."""
    if start.certain and end.certain:
        return start.minutes, end.minutes
    if end_is_named and not start.certain:
        either = (start.minutes, (start.minutes + DAY // 2) % DAY)
        return min(either, key=lambda s: (end.minutes - s) % DAY), end.minutes
    if start.certain or end.certain:
        return start.minutes, end.minutes
    return _bare(start.minutes, end.minutes)


def _bare(start: int, end: int) -> tuple[int, int]:
    """Read two bare hours of a twelve-hour clock as day work."""
    half = DAY // 2
    length = (end - start) % half or half
    morning = (start, (start + length) % DAY)
    evening = tuple((clock + half) % DAY for clock in morning)
    by_day = 6 * HOUR <= start < 10 * HOUR and length < half
    late_start = 10 * HOUR <= start < half and length < 8 * HOUR
    noon = half <= start < half + HOUR and length < half
    if by_day or late_start or noon:
        return morning
    raise CellError(
        f"this could be {shown_span(*morning)} or {shown_span(*evening)}; "
        "type the one you mean."
    )
