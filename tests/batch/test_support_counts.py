"""Support not given, in the options and on the page of all services."""

from __future__ import annotations

from rota.calendar import HOUR
from rota.checker import check
from rota.comparison import Comparison
from rota.counts import count
from rota.result import Result, Status
from rota.rollup import roll_up
from rota.roster import Roster
from tests.plans import given, house


def result_of(roster: Roster) -> Result:
    report = check(roster.problem, roster)
    return Result(roster.problem, roster, report, Status.FEASIBLE, 1.0, 0)


def test_the_roll_up_says_who_pays_for_what_is_not_given() -> None:
    problem = house()
    line = roll_up("Elm", result_of(Roster(problem, ())))
    assert line.by_funder == "Northshire Council 32 h 30, Eastham ICB 6 h"
    to_fill = check(problem, Roster(problem, ())).minutes_to_fill
    assert line.hours_not_delivered == 38.5 + to_fill / HOUR
    assert roll_up("Elm", result_of(given(problem))).by_funder == ""


def test_people_to_hire_are_counted_for_support_too() -> None:
    problem = house()
    plain = problem.replace(
        plan_lines=(), sessions=(), clients=(), client_away=(), demands=()
    )
    with_plans = problem.replace(demands=())
    nobody = roll_up("Elm", result_of(Roster(plain, ())))
    some = roll_up("Elm", result_of(Roster(with_plans, ())))
    assert nobody.to_hire == ""
    assert some.to_hire.startswith("2 people at 30 h")  # 45 h 30 in all


def test_options_count_it_where_there_are_plans() -> None:
    problem = house()
    nothing = count(check(problem, Roster(problem, ())))
    assert nothing.hours_not_given == 38.5
    assert count(check(problem, given(problem))).hours_not_given == 0
    plain = problem.replace(
        plan_lines=(), sessions=(), clients=(), client_away=()
    )
    for question, there in ((problem, True), (plain, False)):
        names = [m.name for m in Comparison(question, (), ()).measures]
        assert ("hours_not_given" in names) is there


def test_a_result_says_it_in_a_line() -> None:
    said = str(result_of(Roster(house(), ())))
    assert "hours not given  38.5" in said
