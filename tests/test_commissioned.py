"""Commissioned hours, exact to the quarter hour, from the facts alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rota.calendar import HOUR, instant
from rota.commissioned import (
    ClientWeek,
    commissioned_hours,
    minutes_not_given,
    periods_short,
)
from rota.domain import ClientAway, PlanLine, Problem, Support, Whereabouts
from rota.domain.cutting import sessions_of
from rota.roster import Roster
from tests.plans import MONDAY, NAMES, TENANTS, given, house, line

ABBOT, BELL, CARR, DUNN = TENANTS


def with_plans(*plans: PlanLine) -> Problem:
    """Make the house with other plans; nobody is away but as said."""
    whole = house(client_away=())
    sessions = sessions_of(
        plans, whole.clients, whole.client_away, whole.start, whole.end
    )
    return whole.replace(plan_lines=plans, sessions=sessions)


def shifts(*entries: tuple[int, int, str]) -> list[tuple[str, str]]:
    """Give pairs of (worker's place, day, code)."""
    return [
        (NAMES[who], f"{MONDAY + timedelta(days=day)}:{code}:Elm")
        for who, day, code in entries
    ]


def week_of(
    problem: Problem, roster: Roster, client: str, kind: Support
) -> ClientWeek:
    [only] = [
        week
        for week in commissioned_hours(problem, roster)
        if week.client.id == client and week.line.kind is kind
    ]
    return only


def test_sessions_are_added_up_by_week() -> None:
    problem = house()
    week = week_of(problem, given(problem), ABBOT, Support.ONE_TO_ONE)
    assert (week.planned, week.rostered) == (14 * HOUR, 14 * HOUR)
    assert (week.short, week.over, week.share) == (0, 0, 0)


def test_an_empty_rota_is_short_of_everything_that_sessions_give() -> None:
    problem = house()
    nothing = Roster(problem, ())
    asked = sum(
        sum(problem.commissioned[one.id].values())
        for one in problem.plan_lines
        if not one.kind.is_by_cover
    )
    assert minutes_not_given(problem, nothing) == asked > 30 * HOUR
    assert not periods_short(problem, given(problem))


def test_short_and_over_of_two_days_do_not_make_each_other_good() -> None:
    plan = line(ABBOT, Support.ONE_TO_ONE, day_minutes=60)
    problem = with_plans(plan)
    first, second, *_ = problem.sessions
    times = problem.times_of[first.id]
    pairs = [("Ana Silva", times[0].id), ("Ana Silva", times[8].id)]
    pairs += [("Ana Silva", problem.times_of[second.id][0].id)]
    week = week_of(problem, Roster(problem, pairs), ABBOT, Support.ONE_TO_ONE)
    assert (week.rostered, week.over, week.short) == (180, 60, 300)


def test_hours_given_by_too_few_are_given_and_told() -> None:
    plan = line(ABBOT, Support.TWO_TO_ONE, day_minutes=60)
    problem = with_plans(plan)
    time = problem.times_of[problem.sessions[0].id][0]
    one = Roster(problem, [(NAMES[0], time.id)])
    both = one.changed(add=[(NAMES[1], time.id)])
    for roster, few in ((one, 60), (both, 0)):
        week = week_of(problem, roster, ABBOT, Support.TWO_TO_ONE)
        assert (week.rostered, week.too_few) == (60, few)


def shared(*clients: str, **more: object) -> list[PlanLine]:
    settings = more or {"week_minutes": 20 * HOUR}
    return [
        line(name, Support.SHARED, id=name, **settings) for name in clients
    ]


def test_cover_is_divided_among_those_at_home() -> None:
    problem = with_plans(*shared(*TENANTS))
    roster = Roster(problem, shifts((0, 0, "E"), (1, 0, "E")))
    for name in TENANTS:
        week = week_of(problem, roster, name, Support.SHARED)
        assert week.share == week.rostered == 4 * HOUR
        assert week.short == 16 * HOUR


def test_whoever_is_away_has_no_share_then() -> None:
    away = ClientAway(
        client_id=CARR,
        begins=instant(MONDAY, 7 * HOUR),
        ends=instant(MONDAY, 11 * HOUR),
        hours=Whereabouts.MOVES,
    )
    problem = with_plans(*shared(BELL, CARR)).replace(client_away=(away,))
    roster = Roster(problem, shifts((0, 0, "E")))
    bell = week_of(problem, roster, BELL, Support.SHARED)
    carr = week_of(problem, roster, CARR, Support.SHARED)
    assert (bell.share, carr.share) == (6 * HOUR, 2 * HOUR)


@pytest.mark.parametrize("many", [3, 4])
def test_shares_are_whole_quarters_and_add_up(many: int) -> None:
    problem = with_plans(*shared(*TENANTS[:many]))
    roster = Roster(problem, shifts((0, 0, "E"), (0, 1, "L"), (1, 3, "L")))
    parts = [
        week_of(problem, roster, name, Support.SHARED).share
        for name in TENANTS[:many]
    ]
    assert sum(parts) == 24 * HOUR
    assert all(part % 15 == 0 for part in parts)
    assert max(parts) - min(parts) <= 15


def test_time_with_one_client_is_shared_with_nobody() -> None:
    single = line(ABBOT, Support.ONE_TO_ONE, starts=9 * HOUR, ends=11 * HOUR)
    problem = with_plans(single, *shared(BELL))
    time = problem.times_of[problem.sessions[0].id][0]
    pairs = [*shifts((0, 0, "E")), (NAMES[0], time.id)]
    week = week_of(problem, Roster(problem, pairs), BELL, Support.SHARED)
    assert week.share == 6 * HOUR


def test_a_line_with_times_is_given_while_somebody_is_there() -> None:
    plans = shared(BELL, CARR, starts=13 * HOUR, ends=16 * HOUR)
    problem = with_plans(*plans)
    roster = Roster(problem, shifts((0, 0, "E"), (1, 1, "L"), (2, 2, "E")))
    week = week_of(problem, roster, BELL, Support.SHARED)
    assert week.planned == 21 * HOUR
    assert week.rostered == (2 + 2 + 2) * HOUR
    assert week.short == 15 * HOUR


def test_a_sleep_in_is_no_waking_support() -> None:
    night = line(BELL, Support.SLEEP_IN, starts=22 * HOUR, ends=7 * HOUR)
    problem = with_plans(night, *shared(BELL))
    roster = Roster(problem, shifts((0, 0, "SI"), (1, 6, "SI")))
    assert week_of(problem, roster, BELL, Support.SLEEP_IN).rostered == (
        18 * HOUR
    )
    assert week_of(problem, roster, BELL, Support.SHARED).share == 0


def test_whole_days_away_are_counted() -> None:
    problem = house()
    week = week_of(problem, given(problem), CARR, Support.ONE_TO_ONE)
    assert week.days_away == 2
    assert week.planned == 10 * HOUR  # Friday and Saturday fall away


def test_weeks_are_those_of_the_rota() -> None:
    problem = house(days=10)
    mondays = {
        week.monday for week in commissioned_hours(problem, given(problem))
    }
    assert mondays == {date(2026, 12, 14), date(2026, 12, 21)}
