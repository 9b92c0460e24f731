"""Shared support that is short: of times, of hours, and why."""

from __future__ import annotations

from datetime import timedelta

from rota.calendar import HOUR, instant
from rota.domain import ClientAway, PlanLine, Problem, Support
from rota.domain.cutting import sessions_of
from rota.roster import Roster
from rota.shared_short import shared_short
from tests.plans import MONDAY, NAMES, TENANTS, house, line

ABBOT, BELL, CARR, DUNN = TENANTS
DAY = {"starts": 7 * HOUR, "ends": 22 * HOUR}


def with_plans(*plans: PlanLine, days: int = 1) -> Problem:
    whole = house(days, client_away=())
    sessions = sessions_of(plans, whole.clients, (), whole.start, whole.end)
    return whole.replace(plan_lines=plans, sessions=sessions)


def said(problem: Problem, *codes: str) -> list[str]:
    """Give one worker to each code, in the days of the rota in turn."""
    pairs = [
        (NAMES[n], f"{MONDAY + timedelta(days=day)}:{code}:Elm")
        for day, of_day in enumerate(codes)
        for n, code in enumerate(of_day.split())
    ]
    return [
        f"{short.sentence}. {short.why}"
        for short in shared_short(problem, Roster(problem, pairs))
    ]


def test_times_at_which_nobody_is_there_are_named() -> None:
    problem = with_plans(line(BELL, Support.SHARED, **DAY))
    assert said(problem, "E L") == []
    assert said(problem, "L") == [
        "Mrs Bell, week of Mon 14 Dec: 7 h of 15 h shared not given. Nobody"
        " is there for all on Mon 14 Dec 07:00-14:00"
    ]


def test_those_who_miss_the_same_are_said_together() -> None:
    plans = [line(name, Support.SHARED, **DAY) for name in TENANTS[:2]]
    problem = with_plans(*plans)
    [both] = shared_short(problem, Roster(problem, ()))
    assert both.minutes == 2 * 15 * HOUR
    assert both.sentence == (
        "Mr Abbot and Mrs Bell, week of Mon 14 Dec: 15 h of 15 h shared not"
        " given to each"
    )


def test_more_than_one_may_be_asked_for() -> None:
    problem = with_plans(line(BELL, Support.SHARED, **DAY, people=2))
    [one] = said(problem, "E L")
    assert "Fewer than 2 are there for all on Mon 14 Dec 07:00-14:00 and" in (
        one
    )


def test_time_with_one_client_is_not_for_all() -> None:
    alone = line(ABBOT, Support.ONE_TO_ONE, starts=9 * HOUR, ends=11 * HOUR)
    problem = with_plans(alone, line(BELL, Support.SHARED, **DAY))
    time = problem.times_of[problem.sessions[0].id][0]
    pairs = [(NAMES[n], f"{MONDAY}:{code}:Elm") for n, code in enumerate("EL")]
    roster = Roster(problem, [*pairs, (NAMES[0], time.id)])
    [short] = shared_short(problem, roster)
    assert short.why == "Nobody is there for all on Mon 14 Dec 09:00-11:00"


def test_whoever_is_away_is_short_of_nothing() -> None:
    problem = with_plans(line(BELL, Support.SHARED, **DAY), days=2)
    gone = ClientAway(
        client_id=BELL,
        begins=instant(MONDAY),
        ends=instant(MONDAY, 48 * HOUR),
    )
    assert said(problem.replace(client_away=(gone,))) == []


def test_hours_of_a_house_are_compared_with_all_it_gives() -> None:
    """An unequal plan is no shortage: the house gives what all ask for."""
    few = line(ABBOT, Support.SHARED, week_minutes=2 * HOUR)
    many = line(BELL, Support.SHARED, week_minutes=14 * HOUR)
    problem = with_plans(few, many, days=7)
    assert said(problem, "E", "E") == []
    assert said(problem, "E") == [
        "Elm, week of Mon 14 Dec: 8 h of 16 h shared not given. Somebody is"
        " there for all for 8 h; the plans of 2 people ask for 16 h, and the"
        " Cover sheet says how many are there"
    ]


def test_a_night_awake_is_no_day() -> None:
    sleep = line(BELL, Support.SLEEP_IN, starts=22 * HOUR, ends=7 * HOUR)
    problem = with_plans(sleep)
    assert said(problem, "SI") == []
    [short] = said(problem, "E L")
    assert "9 h of 9 h sleep-in not given" in short
