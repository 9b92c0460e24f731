"""Support not given: whose, when, how much, who is nearest, and why."""

from __future__ import annotations

from datetime import timedelta

from rota import words
from rota.calendar import HOUR
from rota.checker import check
from rota.domain import (
    Absence,
    Assignment,
    Driver,
    Driving,
    PlanLine,
    Problem,
    Support,
)
from rota.domain.cutting import sessions_of
from rota.metrics import Metrics
from rota.not_given import NotGiven, hours_not_given
from rota.roster import Roster
from tests.plans import MONDAY, NAMES, TENANTS, given, house, line

ABBOT, BELL, CARR, DUNN = TENANTS
MORNING = {"starts": 9 * HOUR, "ends": 11 * HOUR, "dates": (MONDAY,)}


def with_plans(*plans: PlanLine, people: int = 2) -> Problem:
    whole = house(client_away=())
    sessions = sessions_of(plans, whole.clients, (), whole.start, whole.end)
    return whole.replace(
        plan_lines=plans, sessions=sessions, workers=whole.workers[:people]
    )


def found(problem: Problem, *pairs: tuple[str, str]) -> tuple[NotGiven, ...]:
    return hours_not_given(problem, Roster(problem, pairs))


def shift(who: int, code: str, day: int = 0) -> tuple[str, str]:
    return NAMES[who], f"{MONDAY + timedelta(days=day)}:{code}:Elm"


def test_nothing_short_is_nothing_to_say() -> None:
    problem = house()
    assert not hours_not_given(problem, given(problem))


def test_hours_of_a_week_are_said_with_what_is_asked() -> None:
    plan = line(ABBOT, Support.ONE_TO_ONE, week_minutes=12 * HOUR)
    problem = with_plans(plan)
    session = problem.sessions[0]
    time = problem.times_of[session.id][0]
    gaps = found(problem, shift(0, "E"), (NAMES[0], time.id))
    left = words.hours(12 * HOUR - time.length)
    assert gaps[0].sentence == (
        f"Mr Abbot, week of Mon 14 Dec: {left} of 12 h 1:1 not given"
    )


def test_a_fixed_time_is_said() -> None:
    problem = with_plans(line(ABBOT, Support.ONE_TO_ONE, **MORNING))
    [gap] = found(problem)
    assert gap.sentence == (
        "Mr Abbot, Mon 14 Dec 09:00-11:00: 2 h 1:1 not given"
    )


def test_hours_of_a_day_are_said_with_their_window() -> None:
    plan = line(
        ABBOT,
        Support.VISIT,
        day_minutes=30,
        shortest=30,
        earliest=7 * HOUR,
        latest=9 * HOUR,
        dates=(MONDAY,),
    )
    [gap] = found(with_plans(plan))
    assert gap.sentence == (
        "Mr Abbot, Mon 14 Dec between 07:00 and 09:00: 30 min visit not given"
    )


def test_a_fixed_time_that_is_taken_is_said_all_the_same() -> None:
    plans = (
        line(ABBOT, Support.ONE_TO_ONE, **MORNING),
        line(ABBOT, Support.APPOINTMENT, id="doctor", **MORNING),
    )
    problem = with_plans(*plans)
    [taken] = [s for s in problem.sessions if s.line_id != "doctor"]
    time = problem.times_of[taken.id][0]
    [gap] = found(problem, shift(0, "E"), (NAMES[0], time.id))
    assert gap.sentence == (
        "Mr Abbot, Mon 14 Dec 09:00-11:00: 2 h appointment not given"
    )
    assert gap.supply == "Mr Abbot has 1:1 09:00-11:00"


def nearest(gap: NotGiven) -> str:
    assert gap.nearest is not None
    return gap.nearest.sentence


def test_somebody_on_no_shift_is_said_with_the_shift_that_would_do() -> None:
    plan = line(ABBOT, Support.ONE_TO_ONE, **MORNING)
    [gap] = found(with_plans(plan, people=1))
    said = nearest(gap)
    assert said.startswith("Ana Silva - is on no shift then; E 07:00-15:00")


def test_rest_that_keeps_somebody_from_that_shift_is_said() -> None:
    dates = (MONDAY + timedelta(days=1),)
    plan = line(ABBOT, Support.ONE_TO_ONE, **(MORNING | {"dates": dates}))
    [gap] = found(with_plans(plan, people=1), shift(0, "L"))
    assert nearest(gap) == (
        "Ana Silva - is on no shift then; E 07:00-15:00 would do: has 9 h off"
        " before Tue 15 Dec 07:00; needs 11 h"
    )


def test_somebody_with_another_client_is_said() -> None:
    plans = [
        line(name, Support.ONE_TO_ONE, **MORNING) for name in (ABBOT, BELL)
    ]
    problem = with_plans(*plans, people=1)
    time = problem.times_of[problem.sessions_of_client[ABBOT][0].id][0]
    [gap] = found(problem, shift(0, "E"), (NAMES[0], time.id))
    assert gap.client.id == BELL
    assert nearest(gap) == "Ana Silva - is with Mr Abbot 09:00-11:00"


def test_the_should_in_the_way_is_said() -> None:
    plan = line(ABBOT, Support.ONE_TO_ONE, **MORNING)
    [gap] = found(with_plans(plan, people=1), shift(0, "E"))
    assert nearest(gap) == (
        "Ana Silva - no must is in the way; it would mean: Elm, Mon 14 Dec"
        " 09:00-11:00: 0 of 1 person"
    )


def test_whoever_is_excluded_is_not_nearer_than_others() -> None:
    plan = line(ABBOT, Support.ONE_TO_ONE, **MORNING, excluded=(NAMES[0],))
    [gap] = found(with_plans(plan), shift(0, "E"), shift(1, "E"))
    assert gap.nearest is not None
    assert gap.nearest.name == NAMES[1]


def test_training_is_not_named_beside_a_client() -> None:
    plan = line(ABBOT, Support.ONE_TO_ONE, **MORNING, skills=("hoist",))
    [gap] = found(with_plans(plan, people=1), shift(0, "E"))
    assert nearest(gap) == (
        "Ana Silva - has not, in date, all the training that the plan asks for"
    )
    assert gap.supply == "It needs 1 person; nobody is eligible"


def test_personal_care_is_worded_neutrally() -> None:
    plan = line(ABBOT, Support.ONE_TO_ONE, **MORNING, care_by=(NAMES[4],))
    problem = with_plans(plan, people=1)
    [gap] = found(problem, shift(0, "E"))
    assert "care" not in nearest(gap)
    assert "the plan asks for others" in nearest(gap)
    assert gap.supply == "It needs 1 person; nobody is eligible"


def test_one_of_two_missing_is_said() -> None:
    plan = line(ABBOT, Support.TWO_TO_ONE, **MORNING)
    problem = with_plans(plan, people=3)
    time = problem.times_of[problem.sessions[0].id][0]
    [gap] = found(problem, shift(0, "E"), shift(1, "E"), (NAMES[0], time.id))
    assert gap.sentence == (
        "Mr Abbot, Mon 14 Dec 09:00-11:00: 1 person of 2 missing for 2:1"
    )
    assert gap.minutes == 0
    assert gap.nearest is not None
    assert gap.nearest.name == NAMES[1]


def test_two_to_one_with_one_eligible_is_counted() -> None:
    plan = line(ABBOT, Support.TWO_TO_ONE, **MORNING, skills=("hoist",))
    [gap] = found(with_plans(plan))
    assert gap.supply == "It needs 2 people; 1 is eligible"


def test_too_little_time_on_shift_is_counted() -> None:
    plan = line(ABBOT, Support.ONE_TO_ONE, week_minutes=12 * HOUR)
    gaps = found(with_plans(plan, people=1), shift(0, "E"))
    assert gaps[0].supply == (
        "The one person eligible is on shift for 8 h of the times it may"
        " fall in; it needs 12 h"
    )


def test_no_driver_is_said() -> None:
    plan = line(
        DUNN, Support.APPOINTMENT, **MORNING, driver=Driver.SERVICE_VEHICLE
    )
    problem = with_plans(plan)
    people = tuple(w.replace(driving=Driving()) for w in problem.workers)
    [gap] = found(problem.replace(workers=people))
    assert gap.supply == (
        "It needs a driver; none of those eligible can drive then"
    )


def test_no_time_left_is_said() -> None:
    other = line(
        ABBOT,
        Support.ONE_TO_ONE,
        id="two",
        day_minutes=60,
        earliest=9 * HOUR,
        latest=10 * HOUR + 30,
        dates=(MONDAY,),
    )
    one = line(ABBOT, Support.ONE_TO_ONE, **MORNING, id="one")
    problem = with_plans(one, other, people=2)
    time = problem.times_of[problem.sessions_of_line["one"][0].id][0]
    [gap] = found(problem, shift(0, "E"), (NAMES[0], time.id))
    assert gap.supply == "No time is left in which it could be given"
    assert gap.nearest is None


def test_leave_is_said_as_leave_is_elsewhere() -> None:
    plan = line(ABBOT, Support.ONE_TO_ONE, **MORNING)
    problem = with_plans(plan, people=1).replace(
        absences=(Absence(worker_id=NAMES[0], first=MONDAY, last=MONDAY),)
    )
    [gap] = found(problem)
    assert nearest(gap).startswith("Ana Silva - is on no shift then")


def test_the_check_counts_the_same_minutes() -> None:
    problem = house()
    nothing = Roster(problem, ())
    report = check(problem, nothing)
    gaps = hours_not_given(problem, nothing)
    assert report.minutes_not_given == sum(gap.minutes for gap in gaps)
    short = [
        breach
        for breach in report.of("support hours")
        if breach.key.what.endswith(":short")
    ]
    assert report.minutes_not_given == sum(b.amount for b in short)


def test_a_session_that_is_pinned_is_no_cell_of_the_rota() -> None:
    problem = with_plans(line(ABBOT, Support.ONE_TO_ONE, **MORNING))
    time = problem.times_of[problem.sessions[0].id][0]
    pin = Assignment(worker_id=NAMES[0], duty_id=time.id)
    problem = problem.replace(pinned=(pin,))
    roster = Roster.pins(problem)
    assert Metrics(problem, roster, check(problem, roster)).kept == 0
