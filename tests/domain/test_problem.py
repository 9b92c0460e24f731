"""The question as a whole: what holds together, and what follows from it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from rota.calendar import Nation
from rota.domain import (
    AbsenceKind,
    Assignment,
    Problem,
    Request,
    WeekTotal,
    Worker,
)
from rota.domain.reference import usual_week
from rota.errors import ProblemError
from rota.rules.suitability import ShiftAllowed
from tests.given import MONDAY, away, given, need, shift_type

DAY = timedelta(days=1)
ANA = Worker(id="ana", name="Ana", weekly_minutes=40 * 60)
EARLY = shift_type("E", "07:00-15:00")


def problem(days: int = 7, **facts: Any) -> Problem:
    known: dict[str, Any] = {
        "start": MONDAY,
        "end": MONDAY + (days - 1) * DAY,
        "workers": (ANA,),
        "shifts": tuple(EARLY.on(MONDAY + n * DAY) for n in range(days)),
    }
    return Problem(**(known | facts))


# -- faults ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"end": MONDAY - DAY}, "before it starts"),
        ({"workers": (ANA, ANA)}, "Two of kind worker have the id 'ana'"),
        (
            {"requests": (Request(worker_id="bob", date=MONDAY),)},
            "There is no worker 'bob', named in a request",
        ),
        (
            {"pinned": (Assignment(worker_id="ana", duty_id="x"),)},
            "There is no duty 'x', named in an assignment",
        ),
        ({"kept": (("bob", MONDAY),)}, "named in a kept day"),
    ],
)
def test_what_does_not_hold_together(
    facts: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(ProblemError, match=sentence):
        problem(**facts)


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(ProblemError) as told:
        problem(workers=(ANA, ANA), kept=(("bob", MONDAY),))
    assert len(told.value.faults) == 2


def test_replacing_a_part_validates_the_whole() -> None:
    with pytest.raises(ProblemError):
        problem().replace(workers=(), kept=(("ana", MONDAY),))


# -- hours -------------------------------------------------------------------


def test_what_is_due_follows_the_days_employed() -> None:
    assert problem().due["ana"] == 40 * 60
    assert problem(days=14).due["ana"] == 80 * 60
    late = ANA.replace(starts_on=MONDAY + 5 * DAY, brought_forward=60)
    found = problem(workers=(late,)).due["ana"]
    assert found == 60 + 40 * 60 * 2 // 7


@pytest.mark.parametrize(
    ("kind", "days", "hours"),
    [
        (AbsenceKind.LEAVE, 1, 8),
        (AbsenceKind.SICK, 2, 16),
        (AbsenceKind.LEAVE, 7, 40),  # the week, not seven fifths of it
        (AbsenceKind.UNPAID, 5, 0),
        (AbsenceKind.OTHER, 5, 0),
    ],
)
def test_absence_credits_a_fifth_of_the_week_a_day(
    kind: AbsenceKind, days: int, hours: int
) -> None:
    absence = away("ana", MONDAY, MONDAY + (days - 1) * DAY, kind=kind)
    found = problem(absences=(absence,)).absence_credit["ana"]
    assert found == hours * 60


def test_an_absence_counts_its_days_in_the_rota_only() -> None:
    long = away("ana", MONDAY - 10 * DAY, MONDAY + DAY)
    assert problem(absences=(long,)).absence_credit["ana"] == 16 * 60


def test_a_credit_of_the_services_own() -> None:
    own = away("ana", MONDAY, MONDAY, credit=450)
    assert problem(absences=(own,)).absence_credit["ana"] == 450


def test_the_usual_shift() -> None:
    kinds = (EARLY, shift_type("LD", "08:00-20:00"))
    shifts = tuple(k.on(MONDAY + n * DAY) for k in kinds for n in range(3))
    long = ANA.replace(shift_codes=("LD",))
    rules = (ShiftAllowed(),)
    found = problem(workers=(long,), shifts=shifts, rules=rules)
    assert found.usual_shift["ana"] == 12 * 60
    typed = long.replace(usual_shift=450)
    found = problem(workers=(typed,), shifts=shifts, rules=rules)
    assert found.usual_shift["ana"] == 450


# -- the 48-hour weeks -------------------------------------------------------


def total(back: int, hours: int, excluded: int = 0) -> WeekTotal:
    return WeekTotal(
        worker_id="ana",
        monday=MONDAY - 7 * back * DAY,
        minutes=60 * hours,
        excluded_days=excluded,
    )


def test_reference_weeks_that_are_all_recorded() -> None:
    totals = tuple(total(back, 40) for back in range(1, 17))
    weeks = problem(week_totals=totals).reference_weeks(ANA, MONDAY)
    assert (weeks.count, weeks.complete) == (17, True)
    assert weeks.open == (MONDAY,)
    assert weeks.fixed == 16 * 40 * 60


def test_reference_weeks_of_which_one_is_missing() -> None:
    totals = tuple(total(back, 40) for back in range(2, 17))
    weeks = problem(week_totals=totals).reference_weeks(ANA, MONDAY)
    assert (weeks.count, weeks.complete) == (16, False)


def test_reference_weeks_of_a_new_starter() -> None:
    new = ANA.replace(starts_on=MONDAY - 10 * DAY)
    totals = (total(1, 40), total(2, 30), total(3, 99))
    weeks = problem(workers=(new,), week_totals=totals).reference_weeks(
        new, MONDAY
    )
    assert (weeks.count, weeks.complete) == (3, True)
    assert weeks.fixed == 70 * 60


def test_a_week_whose_duties_are_known_ignores_its_total() -> None:
    asked = problem(
        week_totals=(total(1, 99),),
        known_from=MONDAY - 7 * DAY,
        workers=(ANA.replace(reference_weeks=2),),
    )
    weeks = asked.reference_weeks(asked.workers[0], MONDAY)
    assert weeks.open == (MONDAY, MONDAY - 7 * DAY)
    assert weeks.fixed == 0


def test_excluded_days_are_credited() -> None:
    """Five fifths of a week at most."""
    worker = ANA.replace(reference_weeks=2)
    asked = problem(week_totals=(total(1, 0, 7),), workers=(worker,))
    assert asked.reference_weeks(worker, MONDAY).fixed == 40 * 60


def test_leave_without_contracted_hours_is_worth_a_usual_day() -> None:
    """Three weeks known, one of them short by two days of leave."""
    worker = ANA.replace(weekly_minutes=0, reference_weeks=4)
    known = (total(1, 30), total(2, 18, 2), total(3, 30))
    asked = problem(week_totals=known, workers=(worker,))
    # 78 h in 13 days is 6 h a day
    assert usual_week(asked, worker) == 30 * 60
    weeks = asked.reference_weeks(worker, MONDAY)
    assert weeks.fixed == (78 + 2 * 6) * 60


def test_nothing_known_is_no_usual_week() -> None:
    worker = ANA.replace(weekly_minutes=0)
    assert usual_week(problem(workers=(worker,)), worker) == 0


# -- time and cover ----------------------------------------------------------


def test_cover_is_cut_where_duties_begin_and_end() -> None:
    case = given("Mon\nAna .", demands=(need(MONDAY, "06:00-23:00"),))
    pieces = case.problem.pieces(case.problem.demands[0])
    lengths = [(ends - begins) // 60 for begins, ends in pieces]
    # E 07-15, LD 08-20, L 14-22, N from 22
    assert lengths == [1, 1, 6, 1, 5, 2, 1]


def test_history_is_no_longer_open() -> None:
    case = given("Mon\nAna E", history="Sun\nAna L", later="Tue\nAna N")
    dates = {duty.date for duty in case.problem.open_duties}
    assert dates == {MONDAY}


def test_bank_holidays_of_the_nation_and_of_the_house() -> None:
    june = problem(days=30, nation=Nation.SCOTLAND)
    assert date(2026, 6, 15) in june.holidays
    own = june.replace(
        extra_holidays=((MONDAY, "Founder's day"),),
        not_holidays=(date(2026, 6, 15),),
    )
    assert own.holidays[MONDAY] == "Founder's day"
    assert date(2026, 6, 15) not in own.holidays


def test_why_nobody_may_have_a_duty() -> None:
    case = given(
        "Mon\nAna .",
        workers={"Ana": {"shift_codes": ("E",)}},
        rules=(ShiftAllowed(),),
    )
    night = f"{MONDAY}:N:"
    assert case.problem.refusals("Ana", night) == ("Ana does not work N",)
    assert case.problem.allows("Ana", f"{MONDAY}:E:")
