"""UK time: days, weeks, nights, bank holidays, and clock changes.

An *instant* is a whole number of minutes since 1 January 1970 in UTC. Every
length is a difference of instants, so that a night over a clock change is as
long as it really is. England, Wales, Scotland and Northern Ireland share one
clock; their bank holidays differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
HOUR = 60
DAY = 24 * HOUR
ONE_DAY = timedelta(days=1)


class NightPeriod(NamedTuple):
    """When it is night: minutes after midnight, of one day and of the next.

    An agreement may set another than 23:00 to 06:00, of seven hours at least,
    with midnight to 05:00 in it (Working Time Regulations 1998, reg 2). One
    of more than twelve is taken for a slip of the hand, 18:00 for 06:00. One
    that begins at midnight begins at 24:00.
    """

    begins: int
    ends: int

    @property
    def length(self) -> int:
        """Minutes from begin to end."""
        return DAY - self.begins + self.ends

    @property
    def times(self) -> str:
        """As `23:00-06:00`."""
        return "-".join(f"{m // HOUR % 24:02d}:{m % HOUR:02d}" for m in self)

    @property
    def is_lawful(self) -> bool:
        """Tell whether an agreement may set it."""
        inside = self.begins <= DAY and self.ends >= 5 * HOUR
        return inside and 7 * HOUR <= self.length <= 12 * HOUR


NIGHT = NightPeriod(23 * HOUR, 6 * HOUR)  # where no agreement says otherwise


class Nation(StrEnum):
    """The four nations, whose bank holidays differ."""

    ENGLAND = "England"
    WALES = "Wales"
    SCOTLAND = "Scotland"
    NORTHERN_IRELAND = "Northern Ireland"


class Basis(StrEnum):
    """Which date is the bank holiday when it falls on a weekend."""

    SUBSTITUTE = "substitute"
    ACTUAL = "actual"
    BOTH = "both"
    CHRISTMAS = "actual at Christmas"  # and New Year; the substitute else


class Attribution(StrEnum):
    """Which duties are bank-holiday work, when midnight cuts them."""

    SPLIT = "split"
    START = "start"
    MAJORITY = "majority"
    WINDOW = "window"  # from a time of the day to the same of the next


@lru_cache(maxsize=100_000)
def instant(day: date, clock: int = 0) -> int:
    """Give the instant of a local wall-clock time.

    Parameters
    ----------
    day
        The local date.
    clock
        Minutes after local midnight as the clock on the wall shows them; 1440
        and more are times of the following days.

    Returns
    -------
    The instant in UTC minutes. A time that the clocks skip or show twice is
    taken as the first reading; see `clock_fault`.
    """
    days, minutes = divmod(clock, DAY)
    wall = datetime.combine(day + timedelta(days=days), time())
    aware = (wall + timedelta(minutes=minutes)).replace(tzinfo=LONDON)
    return int(aware.astimezone(UTC).timestamp()) // 60


def clock_fault(day: date, clock: int) -> str | None:
    """Say whether a wall-clock time is skipped or shown twice that day."""
    wall = datetime.combine(day, time()) + timedelta(minutes=clock)
    first = wall.replace(tzinfo=LONDON, fold=0)
    second = wall.replace(tzinfo=LONDON, fold=1)
    if first.utcoffset() == second.utcoffset():
        return None
    back = first.astimezone(UTC).astimezone(LONDON)
    if back.replace(tzinfo=None) != wall:
        return "does not exist: the clocks go forward over it"
    return "comes twice: the clocks go back over it"


def span(day: date, start: int, end: int) -> tuple[int, int]:
    """Give begin and end of a duty typed as two wall-clock times.

    An end at or before the start is on the next day.
    """
    over = DAY if end <= start else 0
    return instant(day, start), instant(day, end + over)


def fixed_span(day: date, start: int, end: int) -> tuple[int, int]:
    """Give begin and end of a duty as long as its times say on a plain day.

    Where the clocks change inside it, the wall shows another end.
    """
    begins = instant(day, start)
    return begins, begins + ((end - start) % DAY or DAY)


@lru_cache(maxsize=100_000)
def local(moment: int) -> datetime:
    """Give the local wall-clock time of an instant."""
    return datetime.fromtimestamp(moment * 60, UTC).astimezone(LONDON)


def local_date(moment: int) -> date:
    """Give the local date of an instant."""
    return local(moment).date()


def clock(moment: int) -> str:
    """Give the wall-clock time of an instant as `HH:MM`."""
    return f"{local(moment):%H:%M}"


def wall_minutes(moment: int) -> int:
    """Give the minutes after midnight that the clock on the wall shows."""
    shown = local(moment)
    return shown.hour * HOUR + shown.minute


def days_between(first: date, last: date) -> list[date]:
    """List the dates from first to last, both included."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def monday(day: date) -> date:
    """Give the Monday of the week; weeks begin Monday 00:00 (WTR reg 11)."""
    return day - timedelta(days=day.weekday())


def saturday(day: date) -> date:
    """Give the Saturday of the Monday-to-Sunday week that holds the day."""
    return monday(day) + timedelta(days=5)


def week_span(day: date) -> tuple[int, int]:
    """Give begin and end, as instants, of the week that holds the day."""
    first = monday(day)
    return instant(first), instant(first + timedelta(days=7))


def weekend_span(day: date) -> tuple[int, int]:
    """Give begin and end of Saturday and Sunday of the day's week."""
    first = saturday(day)
    return instant(first), instant(first + timedelta(days=2))


def overlap(begins: int, ends: int, first: int, last: int) -> int:
    """Give the minutes that two stretches of time have in common."""
    return max(0, min(ends, last) - max(begins, first))


def minutes_by_day(begins: int, ends: int) -> Iterator[tuple[date, int]]:
    """Cut a stretch at local midnights: (date, elapsed minutes)."""
    while begins < ends:
        day = local_date(begins)
        stop = min(ends, instant(day + ONE_DAY))
        yield day, stop - begins
        begins = stop


def night_minutes(begins: int, ends: int, night: NightPeriod = NIGHT) -> int:
    """Give the elapsed minutes of the night, 23:00 to 06:00 (WTR reg 2)."""
    first = local_date(begins) - ONE_DAY
    return sum(
        overlap(
            begins,
            ends,
            instant(day, night.begins),
            instant(day, DAY + night.ends),
        )
        for day in days_between(first, local_date(ends))
    )


def bank_holidays(
    nation: Nation, first: date, last: date, basis: Basis = Basis.SUBSTITUTE
) -> dict[date, str]:
    """List the bank holidays of a nation, as GOV.UK publishes them.

    Parameters
    ----------
    nation
        Whose list.
    first, last
        The dates to cover, both included.
    basis
        Substitute days (as GOV.UK publishes), the actual dates, or both;
        or the actual dates at Christmas and New Year only.

    Returns
    -------
    Names by date, in order.

    Source: the `holidays` package, brought to the form of GOV.UK's list.
    """
    found = _published(nation, first.year, last.year, basis)
    return {day: name for day, name in found if first <= day <= last}


_SUBDIVISION = {
    Nation.ENGLAND: "ENG",
    Nation.WALES: "WLS",
    Nation.SCOTLAND: "SCT",
    Nation.NORTHERN_IRELAND: "NIR",
}
_OBSERVED = " (observed)"


@lru_cache(maxsize=256)
def _published(
    nation: Nation, first: int, last: int, basis: Basis
) -> tuple[tuple[date, str], ...]:
    """List (date, name); `holidays` loads slowly, so only when asked."""
    import holidays

    years = range(first - 1, last + 2)
    raw = holidays.country_holidays(
        "GB", subdiv=_SUBDIVISION[nation], years=years
    )
    named = [
        (day, name)
        for day, names in sorted(raw.items())
        for name in names.split("; ")
    ]
    kept = {
        day: name for day, name in named if _wanted(day, name, named, basis)
    }
    return tuple(sorted(kept.items()))


def _wanted(
    day: date, name: str, named: list[tuple[date, str]], basis: Basis
) -> bool:
    """Tell whether a named day belongs to the list on that basis."""
    if basis is Basis.CHRISTMAS:
        basis = Basis.ACTUAL if _is_festive(day) else Basis.SUBSTITUTE
    if name.endswith(_OBSERVED):
        return basis is not Basis.ACTUAL
    if basis is not Basis.SUBSTITUTE:
        return True
    return not any(
        other == name + _OBSERVED and 0 < (moved - day).days <= 4
        for moved, other in named
    )


def _is_festive(day: date) -> bool:
    """Tell Christmas and New Year, with the days that stand for them."""
    return (day.month, day.day) >= (12, 25) or (day.month, day.day) <= (1, 4)


def holiday_minutes(
    begins: int,
    ends: int,
    days: Mapping[date, str],
    how: Attribution,
    opens: int = 0,
) -> int:
    """Give the minutes of a duty that are bank-holiday work."""
    spans = holiday_spans(begins, ends, days, how, opens)
    return sum(last - first for first, last in spans)


def holiday_spans(
    begins: int,
    ends: int,
    days: Mapping[date, str],
    how: Attribution,
    opens: int = 0,
) -> list[tuple[int, int]]:
    """Give the stretches of a duty that are bank-holiday work.

    Split at midnight, or at the time (minutes after midnight) at which a
    `window` opens; or all or nothing by the start, or by where most of the
    duty falls. Contracts differ and no law decides.
    """
    if how is Attribution.START:
        return [(begins, ends)] if local_date(begins) in days else []
    opens = opens if how is Attribution.WINDOW else 0
    inside = list(_on_days(begins, ends, days, opens))
    if how is Attribution.MAJORITY:
        on_holiday = sum(last - first for first, last in inside)
        return [(begins, ends)] if 2 * on_holiday > ends - begins else []
    return inside


def _on_days(
    begins: int, ends: int, days: Mapping[date, str], opens: int
) -> Iterator[tuple[int, int]]:
    """Cut out of a stretch what lies on days that open at a time."""
    first = local_date(begins) - ONE_DAY
    for day in days_between(first, local_date(ends)):
        if day in days:
            start = max(begins, instant(day, opens))
            stop = min(ends, instant(day + ONE_DAY, opens))
            if start < stop:
                yield start, stop
