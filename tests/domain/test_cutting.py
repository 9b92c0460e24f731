"""Support plans cut into sessions that add up to what is commissioned."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from rota.calendar import DAY, HOUR, clock, days_between, instant
from rota.domain import (
    Client,
    ClientAway,
    PlanLine,
    Session,
    Support,
    Whereabouts,
)
from rota.domain.cutting import (
    QUARTER,
    commissioned,
    sessions_of,
    week_lengths,
    weeks_of,
)

MONDAY = date(2026, 6, 1)
SUNDAY = MONDAY + timedelta(days=6)
WEEK = days_between(MONDAY, SUNDAY)
BOB = Client(id="Bob", name="Bob")
SPRING = date(2026, 3, 29)
AUTUMN = date(2026, 10, 25)


def line(**fields: Any) -> PlanLine:
    return PlanLine(id="line", client_id="Bob", **fields)


def cut(
    plan: PlanLine,
    first: date = MONDAY,
    last: date = SUNDAY,
    away: Collection[ClientAway] = (),
) -> tuple[Session, ...]:
    return sessions_of([plan], [BOB], away, first, last)


def times(session: Session) -> list[str]:
    return [f"{clock(b)}-{clock(e)}" for b, e in session.options]


def lengths(session: Session) -> set[int]:
    return {ends - begins for begins, ends in session.options}


# -- fixed times -------------------------------------------------------------


def test_fixed_times_are_one_session_a_day() -> None:
    sessions = cut(line(starts=540, ends=660, weekdays=(0, 2)))
    assert [s.date for s in sessions] == [WEEK[0], WEEK[2]]
    assert [times(s) for s in sessions] == [["09:00-11:00"]] * 2
    assert commissioned(line(starts=540, ends=660), WEEK, ())[MONDAY] == 120


def test_fixed_times_past_midnight_belong_to_the_evening() -> None:
    (session,) = cut(line(starts=1380, ends=120, weekdays=(6,)))
    assert session.date == SUNDAY
    assert times(session) == ["23:00-02:00"]
    assert lengths(session) == {180}


@pytest.mark.parametrize(("day", "minutes"), [(SPRING, 120), (AUTUMN, 240)])
def test_fixed_times_over_a_clock_change(day: date, minutes: int) -> None:
    """From half past midnight to half past three by the clock."""
    plan = line(starts=30, ends=210)
    (session,) = cut(plan, day, day)
    assert lengths(session) == {minutes}
    assert commissioned(plan, [day], ()) == {day: minutes}


def test_dates_go_before_weekdays() -> None:
    plan = line(starts=540, ends=600, dates=(WEEK[3],), weekdays=(0,))
    assert [s.date for s in cut(plan)] == [WEEK[3]]


def test_a_plan_has_a_first_and_a_last_day() -> None:
    plan = line(starts=540, ends=600, first=WEEK[1], last=WEEK[2])
    assert [s.date for s in cut(plan)] == [WEEK[1], WEEK[2]]


def test_what_cover_gives_is_not_cut() -> None:
    for kind in (Support.SHARED, Support.WAKING_NIGHT, Support.SLEEP_IN):
        assert not cut(line(starts=540, ends=600, kind=kind))


def test_plans_of_strangers_are_not_cut() -> None:
    plan = PlanLine(id="x", client_id="Col", starts=540, ends=600)
    assert not cut(plan)


# -- hours a day -------------------------------------------------------------


def test_hours_of_a_day_start_a_quarter_of_an_hour_apart() -> None:
    (session,) = cut(
        line(day_minutes=60, earliest=540, latest=630), MONDAY, MONDAY
    )
    assert times(session) == ["09:00-10:00", "09:15-10:15", "09:30-10:30"]


def test_hours_of_a_day_are_cut_evenly() -> None:
    plan = line(day_minutes=210, longest=120, earliest=540, latest=780)
    first, second = cut(plan, MONDAY, MONDAY)
    assert lengths(first) == lengths(second) | {105}
    assert times(first)[0] == "09:00-10:45"
    assert times(second)[-1] == "11:15-13:00"


def test_no_hours_are_no_session() -> None:
    assert not cut(line(day_minutes=0, earliest=540, latest=600))
    assert not cut(line(week_minutes=0, earliest=540, latest=600))


@given(
    minutes=some.integers(1, 900),
    longest=some.integers(15, 300),
    spare=some.integers(0, 20).map(lambda n: n * QUARTER),
)
def test_the_pieces_of_a_day_are_all_of_it(
    minutes: int, longest: int, spare: int
) -> None:
    """They add up, none is too long, and they fit one after another."""
    plan = line(
        day_minutes=minutes,
        longest=longest,
        earliest=360,
        latest=360 + minutes + spare,
    )
    sessions = sorted(cut(plan, MONDAY, MONDAY), key=lambda s: s.options)
    assert sum(lengths(s).pop() for s in sessions) == minutes
    assert all(lengths(s).pop() <= longest for s in sessions)
    for one, other in pairwise(sessions):
        assert one.options[0][1] == other.options[0][0]
        assert one.options[-1][1] <= other.options[-1][0]
    for one in sessions:
        assert instant(MONDAY, plan.earliest) <= one.options[0][0]
        assert one.options[-1][1] <= instant(MONDAY, plan.latest)
    assert commissioned(plan, [MONDAY], ()) == {MONDAY: minutes}


def test_a_window_over_a_clock_change_is_by_the_clock() -> None:
    """Nine to ten is nine to ten on the day after, too."""
    plan = line(day_minutes=60, earliest=540, latest=615)
    for day in (SPRING, AUTUMN):
        (session,) = cut(plan, day, day)
        assert times(session) == ["09:00-10:00", "09:15-10:15"]


def test_nothing_is_offered_that_ends_after_its_window() -> None:
    """Eight hours of a night that has seven are seven."""
    saturday = SPRING - timedelta(days=1)
    plan = line(day_minutes=480, longest=480, earliest=1320, latest=1320 + 480)
    (session,) = cut(plan, saturday, saturday)
    assert times(session) == ["22:00-06:00"]
    assert lengths(session) == {420}
    assert commissioned(plan, [saturday], ()) == {saturday: 420}


def test_no_time_is_offered_twice_that_the_clocks_skip() -> None:
    """An hour from half past midnight to three, with an hour gone."""
    plan = line(day_minutes=60, earliest=30, latest=180)
    (session,) = cut(plan, SPRING, SPRING)
    assert times(session)[0] == "00:30-02:30"
    assert len(set(session.options)) == len(session.options)
    assert all(b < e <= instant(SPRING, 180) for b, e in session.options)


def test_a_night_is_as_long_as_it_is() -> None:
    """Eight hours asked for are eight hours when the clocks go back."""
    plan = line(day_minutes=480, longest=480, earliest=1320, latest=1320 + 480)
    saturday = AUTUMN - timedelta(days=1)
    (session,) = cut(plan, saturday, saturday)
    assert lengths(session) == {480}


# -- hours a week ------------------------------------------------------------


def reached(plan: PlanLine, sessions: Collection[Session]) -> set[int]:
    """Give every sum that one choice of sessions of a week can have."""
    sums = {0}
    for session in sessions:
        more = lengths(session)
        sums |= {total + length for total in sums for length in more}
    return sums


weekdays = some.sets(some.integers(0, 6), min_size=1).map(
    lambda days: tuple(sorted(days))
)
quarters = some.integers(1, 12).map(lambda n: n * QUARTER)


@given(
    asked=some.integers(1, 160).map(lambda n: n * QUARTER),
    shortest=quarters,
    more=some.integers(0, 20).map(lambda n: n * QUARTER),
    days=weekdays,
)
def test_hours_of_a_week_can_be_met_to_the_quarter(
    asked: int, shortest: int, more: int, days: tuple[int, ...]
) -> None:
    """Wherever some number of blocks adds up to them at all."""
    longest = shortest + more
    many = -(-asked // longest)
    assume(many * shortest <= asked)
    a_day = -(-many // len(days))
    window = 15 * HOUR
    assume(a_day * longest <= window)
    plan = line(
        week_minutes=asked,
        shortest=shortest,
        longest=longest,
        weekdays=days,
        earliest=420,
        latest=420 + window,
    )
    sessions = cut(plan)
    assert asked in reached(plan, sessions)
    assert commissioned(plan, WEEK, ()) == {MONDAY: asked}
    for session in sessions:
        assert all(shortest <= n <= longest for n in lengths(session))
        assert session.date.weekday() in days
        for begins, ends in session.options:
            assert instant(session.date, 420) <= begins
            assert ends <= instant(session.date, 420 + window)


def test_a_few_numbers_of_sessions_are_offered() -> None:
    """Six hours: as three of two hours, up to six of one."""
    plan = line(
        week_minutes=360, shortest=60, longest=120, earliest=540, latest=720
    )
    (week,) = weeks_of(plan, WEEK, ())
    assert week_lengths(plan, week) == [60, 90, 120]
    assert len(cut(plan)) == 7


def test_two_sessions_of_one_day_fit_one_after_the_other() -> None:
    plan = line(
        week_minutes=480,
        shortest=120,
        longest=240,
        weekdays=(0,),
        earliest=480,
        latest=1200,
    )
    sessions = cut(plan)
    assert len(sessions) == 2
    apart = [
        (one, other)
        for one in sessions[0].options
        for other in sessions[1].options
        if one[1] <= other[0] and one[1] - one[0] + other[1] - other[0] == 480
    ]
    assert apart


@pytest.mark.parametrize(
    ("first", "last", "asked"),
    [
        (WEEK[0], WEEK[6], 420),
        (WEEK[0], WEEK[2], 180),
        (WEEK[5], WEEK[6], 120),
        (WEEK[6], WEEK[6], 60),
    ],
)
def test_of_a_week_cut_short_its_share_is_asked_for(
    first: date, last: date, asked: int
) -> None:
    plan = line(week_minutes=420, earliest=540, latest=720)
    assert commissioned(plan, days_between(first, last), ()) == {MONDAY: asked}
    assert {s.date for s in cut(plan, first, last)} <= set(
        days_between(first, last)
    )


def test_a_share_is_whole_quarters() -> None:
    """Three days of seven of 400 minutes are 171: 165."""
    plan = line(week_minutes=400, earliest=540, latest=720)
    assert commissioned(plan, WEEK[:3], ()) == {MONDAY: 165}


def test_two_weeks_are_asked_for_each_by_itself() -> None:
    plan = line(week_minutes=180, earliest=540, latest=720)
    fortnight = days_between(MONDAY, SUNDAY + timedelta(days=7))
    assert commissioned(plan, fortnight, ()) == {
        MONDAY: 180,
        MONDAY + timedelta(days=7): 180,
    }


# -- away --------------------------------------------------------------------


def gone(
    hours: Whereabouts, first: date, days: float = 1, at: int = 0
) -> ClientAway:
    begins = instant(first, at)
    return ClientAway(
        client_id="Bob",
        begins=begins,
        ends=begins + round(days * DAY),
        hours=hours,
    )


def test_hours_stop_while_somebody_is_away() -> None:
    away = (gone(Whereabouts.STOPS, MONDAY, days=2),)
    daily = line(starts=540, ends=600)
    assert [s.date for s in cut(daily, away=away)] == WEEK[2:]
    assert set(commissioned(daily, WEEK, away)) == set(WEEK[2:])
    weekly = line(week_minutes=420, earliest=540, latest=720)
    assert commissioned(weekly, WEEK, away) == {MONDAY: 300}
    assert {s.date for s in cut(weekly, away=away)} == set(WEEK[2:])


def test_hours_move_within_the_week() -> None:
    """All of them, on the days that are left."""
    away = (gone(Whereabouts.MOVES, MONDAY, days=2),)
    weekly = line(
        week_minutes=420, shortest=60, longest=120, earliest=540, latest=720
    )
    assert commissioned(weekly, WEEK, away) == {MONDAY: 420}
    sessions = cut(weekly, away=away)
    assert {s.date for s in sessions} == set(WEEK[2:])
    assert 420 in reached(weekly, sessions)


def test_hours_go_on_elsewhere_out_of_the_house() -> None:
    away = (gone(Whereabouts.GOES_ON, MONDAY),)
    plan = line(starts=540, ends=600)
    sessions = cut(plan, away=away)
    assert [s.date for s in sessions] == WEEK
    assert [s.is_out for s in sessions] == [True, *[False] * 6]
    assert commissioned(plan, WEEK, away)[MONDAY] == 60


def test_part_of_a_day_takes_the_times_it_touches() -> None:
    """Away from ten to one: an hour can still be given before, or after."""
    away = (gone(Whereabouts.STOPS, MONDAY, 3 / 24, at=600),)
    plan = line(day_minutes=60, earliest=540, latest=840)
    (session,) = cut(plan, MONDAY, MONDAY, away)
    assert times(session) == ["09:00-10:00", "13:00-14:00"]
    assert commissioned(plan, [MONDAY], away) == {MONDAY: 60}


def test_fixed_hours_that_an_absence_touches_stop() -> None:
    away = (gone(Whereabouts.STOPS, MONDAY, 1 / 24, at=600),)
    plan = line(starts=540, ends=660)
    assert not cut(plan, MONDAY, MONDAY, away)
    assert commissioned(plan, [MONDAY], away) == {}


def test_an_absence_of_somebody_else_changes_nothing() -> None:
    other = gone(Whereabouts.STOPS, MONDAY).replace(client_id="Col")
    assert len(cut(line(starts=540, ends=600), away=(other,))) == 7


def test_ids_are_the_same_whoever_is_away() -> None:
    """A pin survives an absence elsewhere in the week."""
    plan = line(day_minutes=120, longest=60, earliest=540, latest=720)
    whole = {s.id for s in cut(plan)}
    away = (gone(Whereabouts.STOPS, MONDAY),)
    left = {s.id for s in cut(plan, away=away)}
    assert left < whole
    assert len(whole) == 14
