"""Support plans cut into sessions, whose times the solver chooses.

A line with fixed times gives one session a day. Hours per day are cut evenly
into as few sessions as their longest length allows. Hours per week become one
or more candidate sessions on every day they may fall on, each with a few
lengths; the solver chooses which take place, so that the week's hours are
met to the quarter hour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rota.calendar import days_between, instant, monday, span
from rota.domain.support import (
    Client,
    ClientAway,
    PlanLine,
    Session,
    Whereabouts,
)

QUARTER = 15
LENGTHS = 3  # numbers of sessions a week for which lengths are offered

Options = tuple[tuple[int, int], ...]


def sessions_of(
    lines: Iterable[PlanLine],
    clients: Iterable[Client],
    away: Iterable[ClientAway],
    start: date,
    end: date,
) -> tuple[Session, ...]:
    """Cut plan lines into the sessions of the horizon.

    Parameters
    ----------
    lines
        The plans; lines that cover gives (shared, nights) are left out.
    clients
        Whom they are for.
    away
        When clients are not at home.
    start, end
        The first and last date of the rota.

    Returns
    -------
    Sessions by date and line, each with its options in order of begin.
    """
    known = {client.id for client in clients}
    absences: dict[str, list[ClientAway]] = {}
    for one in away:
        absences.setdefault(one.client_id, []).append(one)
    dates = days_between(start, end)
    found = [
        session
        for line in lines
        if line.client_id in known and not line.kind.is_by_cover
        for session in _of_line(line, dates, absences)
    ]
    return tuple(sorted(found, key=lambda s: (s.date, s.id)))


def _of_line(
    line: PlanLine,
    dates: Sequence[date],
    absences: Mapping[str, list[ClientAway]],
) -> Iterator[Session]:
    away = absences.get(line.client_id, [])
    for day, every in _options_by_day(line, dates, away):
        for n, options in enumerate(every):
            session = _session(line, day, n, options, away)
            if session is not None:
                yield session


def _options_by_day(
    line: PlanLine, dates: Sequence[date], away: Sequence[ClientAway]
) -> Iterator[tuple[date, Iterable[Options]]]:
    if not line.is_weekly:
        for day in dates:
            if line.falls_on(day):
                yield day, _of_a_day(line, day)
        return
    for week in weeks_of(line, dates, away):
        for day in week.days:
            yield day, _of_a_week(line, day, week)


def _session(
    line: PlanLine,
    day: date,
    n: int,
    options: Options,
    away: Sequence[ClientAway],
) -> Session | None:
    """Make a session of the options at which the client is there."""
    here = _at_home(options, away)
    if not here:
        return None
    elsewhere = any(
        one.hours is Whereabouts.GOES_ON and _meet(one, begins, ends)
        for one in away
        for begins, ends in here
    )
    return Session(
        id=f"{line.id}:{day.isoformat()}:{n}",
        line_id=line.id,
        client_id=line.client_id,
        date=day,
        people=line.people,
        options=here,
        is_out=line.is_out or elsewhere,
    )


def _at_home(options: Options, away: Sequence[ClientAway]) -> Options:
    """Leave out the options at which the client is away."""
    gone = [one for one in away if one.hours is not Whereabouts.GOES_ON]
    return tuple(
        (begins, ends)
        for begins, ends in options
        if not any(_meet(one, begins, ends) for one in gone)
    )


def _meet(away: ClientAway, begins: int, ends: int) -> bool:
    return away.begins < ends and begins < away.ends


# -- days -------------------------------------------------------------------


def _of_a_day(line: PlanLine, day: date) -> Iterator[Options]:
    """Give the options of each session of a date.

    The hours of a day are cut evenly, each piece within its own time.
    """
    if line.starts is not None and line.ends is not None:
        yield (span(day, line.starts, line.ends),)
        return
    lengths = _pieces(line.day_minutes or 0, line.longest)
    for n, length in enumerate(lengths):
        first = line.earliest + sum(lengths[:n])
        last = line.latest - sum(lengths[n + 1 :])
        yield _starts(day, first, last, [length])


def _pieces(minutes: int, longest: int) -> list[int]:
    """Cut a day's minutes evenly, in whole quarters but for the last."""
    quarters = -(-minutes // QUARTER)
    pieces = -(-quarters // (longest // QUARTER))
    lengths = [
        QUARTER * (quarters // pieces + (n < quarters % pieces))
        for n in range(pieces)
    ]
    if lengths:
        lengths[-1] -= quarters * QUARTER - minutes
    return lengths


def _share(line: PlanLine, n: int, many: int, length: int) -> tuple[int, int]:
    """Give when the n-th of many sessions of a day may begin and end."""
    first = line.earliest + n * length
    last = line.latest - (many - 1 - n) * length
    return first, last


def _starts(
    day: date, earliest: int, latest: int, lengths: Iterable[int]
) -> Options:
    """Give every start a quarter of an hour apart, for every length.

    Lengths are real minutes, and the window is by the clock: on the night
    that is an hour short, so is what would end too late.
    """
    until = instant(day, latest)
    found = [
        (begins, min(begins + length, until))
        for length in lengths
        for start in range(earliest, latest - length + 1, QUARTER)
        for begins in (instant(day, start),)
        if begins < until
    ]
    return tuple(sorted(dict.fromkeys(found)))


# -- weeks ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Week:
    """What a weekly line asks for in one week of the rota.

    `days` are the dates on which it can be given, `minutes` what is asked
    for on all of them together.
    """

    monday: date
    days: tuple[date, ...]
    minutes: int


def weeks_of(
    line: PlanLine, dates: Sequence[date], away: Sequence[ClientAway]
) -> list[Week]:
    """Give the weeks of a line of hours per week.

    Of a week that the rota holds only in part, or in which the client is
    away and hours stop, it asks for the hours of the days that are left, in
    proportion and in whole quarters of an hour.
    """
    stops = [one for one in away if one.hours is Whereabouts.STOPS]
    moves = [one for one in away if one.hours is Whereabouts.MOVES]
    found = []
    for week in dict.fromkeys(monday(day) for day in dates):
        usual = [
            day
            for day in days_between(week, week + timedelta(days=6))
            if line.falls_on(day)
        ]
        asked = [
            day
            for day in usual
            if dates[0] <= day <= dates[-1] and not is_away(stops, day)
        ]
        minutes = (line.week_minutes or 0) * len(asked) // max(1, len(usual))
        if len(asked) < len(usual):
            minutes -= minutes % QUARTER
        days = tuple(day for day in asked if not is_away(moves, day))
        if minutes:
            found.append(Week(week, days, minutes))
    return found


def is_away(away: Iterable[ClientAway], day: date) -> bool:
    """Tell whether a client is away for the waking hours of a date."""
    morning, evening = instant(day, 8 * 60), instant(day, 20 * 60)
    return any(a.begins <= morning and evening <= a.ends for a in away)


def _of_a_week(line: PlanLine, day: date, week: Week) -> Iterator[Options]:
    """Give the options of each session of one date of a week.

    No more of them than the time there is can hold.
    """
    lengths = week_lengths(line, week)
    shortest = min(lengths, default=line.shortest)
    room = max(1, (line.latest - line.earliest) // shortest)
    many = min(room, sessions_a_day(line, week))
    for n in range(many):
        yield _starts(day, *_share(line, n, many, shortest), lengths)


def sessions_a_day(line: PlanLine, week: Week) -> int:
    """Give how many sessions a day the hours of a week need, at most."""
    sessions = -(-week.minutes // line.longest)
    return max(1, -(-sessions // max(1, len(week.days))))


def week_lengths(line: PlanLine, week: Week) -> list[int]:
    """Give lengths from which the hours of a week can be put together.

    For a few numbers of sessions from the fewest to the most: the even
    length, rounded down to a quarter of an hour, and a quarter more.
    """
    most = sessions_a_day(line, week) * len(week.days)
    fewest = max(1, -(-week.minutes // line.longest))
    highest = max(fewest, min(most, week.minutes // line.shortest))
    lengths: dict[int, None] = {}
    for many in _spread(fewest, highest):
        even = week.minutes // many // QUARTER * QUARTER
        lengths[even] = None
        if even * many < week.minutes:
            lengths[even + QUARTER] = None
    fitting = [n for n in lengths if line.shortest <= n <= line.longest]
    return sorted(fitting) or [line.shortest]


def _spread(low: int, high: int) -> list[int]:
    """Give a few whole numbers from low to high, both included."""
    steps = min(LENGTHS - 1, high - low)
    if not steps:
        return [low]
    return [low + (high - low) * n // steps for n in range(steps + 1)]


# -- what is commissioned ---------------------------------------------------


def commissioned(
    line: PlanLine, dates: Sequence[date], away: Sequence[ClientAway]
) -> dict[date, int]:
    """Give the minutes a line asks for: by Monday of a week, or by date."""
    if line.is_weekly:
        return {w.monday: w.minutes for w in weeks_of(line, dates, away)}
    asked = {
        day: sum(
            max((e - b for b, e in _at_home(options, away)), default=0)
            for options in _of_a_day(line, day)
        )
        for day in dates
        if line.falls_on(day)
    }
    return {day: minutes for day, minutes in asked.items() if minutes}
