"""Visits: paid like duties, with the way to them, and without a name."""

from __future__ import annotations

from datetime import date

from rota.domain.cutting import sessions_of
from rota.domain.support import Client, PlanLine, Support
from rota.evidence import Evidence
from rota.payroll import payroll
from rota.roster import Roster
from tests.given import MONDAY, given
from tests.payroll.paying import in_hours


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
    assert "Of hours to pay 1 visit is not in the averages" in said
    codes = {paid.done.duty.code for paid in ana.worked.paid}
    assert codes == {"E", "visit"}
