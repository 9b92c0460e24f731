"""Commissioned hours with what was worked, by hand-made records."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rota.calendar import HOUR, instant
from rota.commissioned import ClientWeek, commissioned_hours
from rota.domain import PlanLine, Problem, Support
from rota.domain.cutting import sessions_of
from rota.payroll import Worked, as_worked, support_worked
from rota.payroll.visits import as_duty
from rota.roster import Roster
from tests.plans import MONDAY, NAMES, TENANTS, given, house, line, visits

ABBOT, BELL, CARR, DUNN = TENANTS
MORNING = {"starts": 9 * HOUR, "ends": 11 * HOUR, "dates": (MONDAY,)}
EARLY = f"{MONDAY}:E:Elm"


def with_plans(*plans: PlanLine) -> Problem:
    whole = house(client_away=())
    sessions = sessions_of(plans, whole.clients, (), whole.start, whole.end)
    return whole.replace(plan_lines=plans, sessions=sessions)


def on_the_early(problem: Problem, *names: str) -> Roster:
    """Give those who are on the early, and with every session."""
    pairs = [(name, EARLY) for name in names]
    pairs += [(n, t) for n in names for t in problem.session_times]
    return Roster(problem, pairs)


def early(problem: Problem, name: str, begins: float, ends: float) -> Worked:
    """Give a record of the early with other times."""
    duty = as_worked(
        problem.duty[EARLY],
        instant(MONDAY, round(begins * HOUR)),
        instant(MONDAY, round(ends * HOUR)),
    )
    return Worked(worker_id=name, planned_id=EARLY, duty=duty)


def not_worked(name: str, planned: str = EARLY) -> Worked:
    return Worked(worker_id=name, planned_id=planned)


def worked(
    problem: Problem, roster: Roster, *records: Worked
) -> dict[str, float | None]:
    """Give hours by kind of support."""
    return {
        str(week.line.kind): None
        if week.worked is None
        else week.worked / HOUR
        for week in support_worked(problem, roster, records)
    }


def test_without_records_all_was_worked_as_planned() -> None:
    for problem in (house(), house(days=10), visits()):
        roster = given(problem)
        planned = commissioned_hours(problem, roster)
        found = support_worked(problem, roster, ())
        assert [week.worked for week in found] == [
            week.rostered for week in planned
        ]


@pytest.mark.parametrize(
    ("begins", "ends", "hours"),
    [(7, 15, 2), (9.5, 15, 1.5), (7, 10.25, 1.25), (11, 15, 0), (6, 9, 0)],
)
def test_support_in_a_house_was_given_while_its_person_was_at_work(
    begins: float, ends: float, hours: float
) -> None:
    problem = with_plans(line(ABBOT, Support.ONE_TO_ONE, **MORNING))
    roster = on_the_early(problem, NAMES[0])
    record = early(problem, NAMES[0], begins, ends)
    assert worked(problem, roster, record) == {"1:1": hours}


def test_a_shift_not_worked_gave_no_support() -> None:
    problem = with_plans(line(ABBOT, Support.ONE_TO_ONE, **MORNING))
    roster = on_the_early(problem, NAMES[0])
    assert worked(problem, roster, not_worked(NAMES[0])) == {"1:1": 0}
    assert worked(problem, roster, not_worked(NAMES[1])) == {"1:1": 2}


def test_another_shift_at_that_time_gave_it_all_the_same() -> None:
    problem = with_plans(line(ABBOT, Support.ONE_TO_ONE, **MORNING))
    roster = on_the_early(problem, NAMES[0])
    extra = early(problem, NAMES[0], 10, 18)
    assert extra.duty is not None
    swapped = extra.replace(
        planned_id="", duty=extra.duty.replace(id="extra", code="M")
    )
    both = (not_worked(NAMES[0]), swapped)
    assert worked(problem, roster, *both) == {"1:1": 1}


def test_of_two_one_is_enough_for_the_hour_to_count() -> None:
    problem = with_plans(line(ABBOT, Support.TWO_TO_ONE, **MORNING))
    roster = on_the_early(problem, *NAMES[:2])
    late = early(problem, NAMES[0], 10, 15)
    soon = early(problem, NAMES[1], 7, 9.5)
    assert worked(problem, roster, late) == {"2:1": 2}
    assert worked(problem, roster, late, soon) == {"2:1": 1.5}


def test_a_visit_counts_as_long_as_it_was() -> None:
    problem = visits(days=1)
    one = problem.times_of[problem.sessions[0].id][0]
    roster = Roster(problem, [(NAMES[1], one.id)])
    for minutes, hours in ((20, 20 / 60), (75, 1.25)):
        duty = as_worked(as_duty(one), one.begins, one.begins + minutes)
        record = Worked(worker_id=NAMES[1], planned_id=one.id, duty=duty)
        assert worked(problem, roster, record)["visit"] is not None
        assert total(support_worked(problem, roster, [record])) == hours
    gone = not_worked(NAMES[1], one.id)
    assert total(support_worked(problem, roster, [gone])) == 0


def total(weeks: tuple[ClientWeek, ...]) -> float:
    return sum(week.worked or 0 for week in weeks) / HOUR


def test_shared_support_is_what_those_at_work_gave() -> None:
    plan = line(BELL, Support.SHARED, week_minutes=20 * HOUR)
    fixed = line(
        CARR, Support.SHARED, id="times", starts=8 * HOUR, ends=12 * HOUR
    )
    problem = with_plans(plan, fixed)
    roster = Roster(problem, [(NAMES[0], EARLY), (NAMES[1], EARLY)])
    records = [
        early(problem, NAMES[0], 9, 15),
        early(problem, NAMES[1], 10, 15),
    ]
    found = support_worked(problem, roster, records)
    assert [week.rostered / HOUR for week in found] == [8, 4]
    assert [(week.worked or 0) / HOUR for week in found] == [5.5, 3]


def test_worked_is_known_of_weeks_that_are_over() -> None:
    problem = house(days=10)
    roster = given(problem)

    def known(first: date | None, last: date | None) -> set[date]:
        found = support_worked(problem, roster, (), first, last)
        return {w.monday for w in found if w.worked is not None}

    second = MONDAY + timedelta(days=7)
    assert known(None, None) == {MONDAY, second}
    assert known(None, MONDAY + timedelta(days=8)) == {MONDAY}
    assert known(second, None) == {second}
    assert known(MONDAY + timedelta(days=1), None) == {second}
