"""Visits: paid like duties, with the way to them, and without a name."""

from __future__ import annotations

from datetime import date

from rota.domain import Kind
from rota.domain.cutting import sessions_of
from rota.domain.support import Client, PlanLine, Support
from rota.evidence import Evidence
from rota.next_period import roll
from rota.payroll import Pay, Worked, as_it_was, as_worked, payroll
from rota.payroll.visits import as_duty
from rota.roster import Roster
from rota.rules.weekly_hours import FortyEightHours, working_minutes
from tests.given import LIMIT, MONDAY, Case, given, shift_type
from tests.payroll.paying import H, in_hours

ROUND = shift_type("R", "07:00-14:00", Kind.ROUND)


def test_visits_are_paid_with_the_way_to_them() -> None:
    case = given("Mon Tue\nAna . E", workers={"Ana": {"weekly_minutes": 600}})
    client = Client(id="c1", name="Mrs Secret")
    line = PlanLine(
        id="p1", client_id="c1", kind=Support.VISIT, starts=1140, ends=1230
    )
    span = (MONDAY, date(2026, 6, 2))
    problem = case.problem.replace(
        clients=(client,),
        plan_lines=(line,),
        sessions=sessions_of((line,), (client,), (), *span),
        visit_travel=10,
    )
    (first, _) = problem.sessions
    (time,) = problem.times_of[first.id]
    roster = Roster(problem, {*case.roster.pairs, ("Ana", time.id)})
    (ana,) = payroll(problem, roster).people
    assert in_hours(ana.worked) == {"plain": 8 + 1, "evening": 0.5}
    assert ana.worked.travel == 10
    assert ana.worked.counted == 8 * 60 + 90 + 10
    assert ana.worked.minimum_wage == 8 * 60 + 90 + 10
    said = "\n".join(Evidence.of(problem, roster).unknown)
    assert "1 visit is in no round, and so not in the averages" in said
    codes = {paid.done.duty.code for paid in ana.worked.paid}
    assert codes == {"E", "visit"}


# -- working time -------------------------------------------------------------


def _on_a_round() -> Case:
    """A morning's round with two visits of an hour; 43 hours beside it."""
    grid = """   Mon Tue Wed Thu Fri Sat Sun
         Ana R   LD  LD  LD  .   .   ."""
    case = given(grid, types=(ROUND,)).client("Alma").client("Bob")
    case = case.plan("Alma", "08:00-09:00", kind=Support.VISIT)
    case = case.plan("Bob", "12:00-13:00", kind=Support.VISIT)
    case = case.gives("Ana", "Alma", "08:00-09:00")
    return case.gives("Ana", "Bob", "12:00-13:00")


def _late(case: Case, begins: int, ends: int) -> Worked:
    """Say that the second visit was at another time."""
    visit = next(
        time
        for time in case.roster.sessions_of("Ana")
        if time.client.id == "Bob"
    )
    planned = as_duty(visit)
    moved = as_worked(planned, planned.begins + begins, planned.ends + ends)
    return Worked(worker_id="Ana", planned_id=planned.id, duty=moved)


def test_the_average_counts_the_round_and_pay_the_visits() -> None:
    case = _on_a_round()
    problem, roster = case.problem, case.roster
    assert working_minutes(roster, "Ana", MONDAY) == (7 + 36) * H
    (ana,) = payroll(problem, roster).people
    assert ana.worked.hourly == (2 + 36) * H
    assert ana.worked.at_work == (2 + 36) * H
    assert ana.worked.duties == 2 + 3  # the round is no shift beside them
    assert ana.worked.classes.total() == (2 + 36) * H
    (time,) = Evidence.of(problem, roster).working_time
    assert time.worked == (7 + 36) * H
    said = "\n".join(Evidence.of(problem, roster).unknown)
    assert "visit" not in said
    after = roll(problem, roster)
    assert [w.duty.code for w in after.worked] == ["R", "LD", "LD", "LD"]


def test_the_rule_and_its_check_count_it_alike_at_the_limit() -> None:
    case = _on_a_round()
    case.keeps(FortyEightHours(hours=43), {LIMIT})
    case.breaches(FortyEightHours(hours=42.75), 15)


def test_a_round_that_is_paid_for_itself_is_a_shift() -> None:
    by_round = ROUND.replace(contract=6 * H)
    case = given(
        "Mon\nAna R",
        types=(by_round,),
        shift_types=(by_round,),
        workers={"Ana": {"weekly_minutes": 6 * H}},
    )
    (ana,) = payroll(case.problem, case.roster).people
    assert (ana.worked.duties, ana.worked.hourly) == (1, 6 * H)


def test_a_break_of_a_round_is_free_time() -> None:
    free = ROUND.replace(break_minutes=90)
    assert free.on(MONDAY).work == 5.5 * H


def test_a_visit_made_late_in_a_round_is_no_more_working_time() -> None:
    case = _on_a_round()
    problem, roster = case.problem, case.roster
    for begins, ends, beside in ((20, 30, 0), (20, 90, 30), (120, 120, 60)):
        record = _late(case, begins, ends)
        was, done = as_it_was(problem, roster, (record,))
        assert working_minutes(done, "Ana", MONDAY) == (7 + 36) * H + beside
        (ana,) = payroll(problem, roster, Pay((), (record,))).people
        assert ana.worked.hourly == (2 + 36) * H + ends - begins
        (time,) = Evidence.of(problem, roster, (record,)).working_time
        assert time.worked == (7 + 36) * H + beside
        assert was.date_set == problem.date_set


def test_a_visit_while_the_round_was_not_worked_is_working_time() -> None:
    case = _on_a_round()
    ill = Worked(worker_id="Ana", planned_id="2026-06-01:R:")
    records = (ill, _late(case, 10, 10))
    _, done = as_it_was(case.problem, case.roster, records)
    assert working_minutes(done, "Ana", MONDAY) == (1 + 36) * H


def test_whoever_came_late_has_still_met_the_person() -> None:
    case = _on_a_round()
    late = _late(case, 20, 30)
    gone = late.replace(duty=None)
    for record, knows in ((late, ("Ana",)), (gone, ())):
        after = roll(case.problem, case.roster, Pay((), (record,)))
        assert after.known_by == {"Alma": ("Ana",), "Bob": knows}
