"""Options and shared people where there are support plans."""

from __future__ import annotations

from datetime import time
from typing import Any

from rota.domain import (
    Assignment,
    Client,
    Kind,
    PlanLine,
    Problem,
    Shift,
    ShiftType,
    Support,
    Worker,
)
from rota.domain.cutting import sessions_of
from rota.options.leaving import without
from rota.options.shift_change import ShiftSwap
from rota.roster import Roster
from rota.services import with_duties_elsewhere
from tests.given import MONDAY

ROUND = ShiftType(code="RD", start=time(7), end=time(15), kind=Kind.ROUND)
LATE = ShiftType(code="L", start=time(14), end=time(22))
CLIENT = Client(id="alma", name="Alma R", key_workers=("ana",))
LINE = PlanLine(
    id="alma/visit/1",
    client_id="alma",
    kind=Support.VISIT,
    starts=540,
    ends=600,
    preferred=("ana", "ben"),
)


def team(**changes: Any) -> Problem:
    """Make a team of two with one visit on one day."""
    people = tuple(
        Worker(id=name, name=name.title(), payroll=name, weekly_minutes=600)
        for name in ("ana", "ben")
    )
    facts: dict[str, Any] = {
        "start": MONDAY,
        "end": MONDAY,
        "workers": people,
        "shift_types": (ROUND, LATE),
        "shifts": (ROUND.on(MONDAY), LATE.on(MONDAY)),
        "clients": (CLIENT,),
        "plan_lines": (LINE,),
        "sessions": sessions_of((LINE,), (CLIENT,), (), MONDAY, MONDAY),
        "visit_travel": 10,
    }
    return Problem(**facts | changes)


def visit(problem: Problem) -> str:
    """Give the id of the one time of the one visit."""
    (time_id,) = problem.session_times
    return time_id


def test_a_round_elsewhere_counts_its_visits_and_their_travel() -> None:
    there = team()
    pairs = [("ana", there.shifts[0].id), ("ana", visit(there))]
    known = with_duties_elsewhere(team(), [("Ash", Roster(there, pairs))])
    (duty,) = Roster(known, ()).timeline("ana")
    assert isinstance(duty, Shift)
    assert duty.contract == 60 + 10
    here = known.session_times[visit(known)]
    assert not here.is_in_unit_of(duty), "it is no time to visit from here"


def test_whoever_leaves_is_nobodys_key_worker_and_not_preferred() -> None:
    after = without(team(), "ana")
    assert after.clients[0].key_workers == ()
    assert after.plan_lines[0].preferred == ("ben",)


def test_swapped_shifts_leave_typed_sessions_where_they_are() -> None:
    problem = team()
    typed = Assignment(worker_id="ana", duty_id=visit(problem))
    shift = Assignment(worker_id="ana", duty_id=problem.shifts[1].id)
    problem = problem.replace(
        pinned=(typed, shift), near=(typed, shift), kept=(("ana", MONDAY),)
    )
    day = ShiftType(code="D", start=time(9), end=time(17))
    after = ShiftSwap(out=("L",), into=(day,)).made(problem)
    assert after.pinned == (typed,)
    assert after.near == (typed,)
    assert after.kept == ()
