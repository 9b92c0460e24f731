"""The 48-hour average: by the rule, by the statute, and of nights."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from rota.checker import check
from rota.domain import Problem, WeekTotal, Worker
from rota.evidence import Evidence, Statutory, WorkingTime
from rota.evidence.average import latest_statutory, working_time
from rota.roster import Roster
from rota.rules.night_average import NightAverage
from rota.rules.weekly_hours import FortyEightHours
from tests.chance import Chance
from tests.given import MONDAY, Case, away, given

WEEK = "Mon Tue Wed Thu Fri Sat Sun"
H = 60


def totals(*weeks: tuple[float, int], first: date = MONDAY) -> Any:
    """Make weekly totals (hours, days away) before a Monday, latest first."""
    return tuple(
        WeekTotal(
            worker_id="Ana",
            monday=first - timedelta(weeks=back + 1),
            minutes=round(hours * H),
            excluded_days=away,
        )
        for back, (hours, away) in enumerate(weeks)
    )


def ana(case: Case) -> tuple[Problem, Roster, Worker]:
    return case.problem, case.roster, case.problem.worker["Ana"]


def time_of(case: Case) -> WorkingTime:
    return working_time(*ana(case))


def exact_of(case: Case) -> Statutory:
    return latest_statutory(*ana(case))


# -- by the rule --------------------------------------------------------------


def test_worked_and_credited_are_apart_and_make_the_average() -> None:
    case = given(
        f"{WEEK}\nAna E E E . . . .",
        workers={"Ana": {"weekly_minutes": 40 * H, "reference_weeks": 2,
                         "other_weekly_minutes": 5 * H}},
        week_totals=totals((32, 1)),
        absences=(away("Ana", date(2026, 6, 4), date(2026, 6, 5)),),
    )  # fmt: skip
    time = time_of(case)
    assert time.worked == (24 + 32) * H
    assert time.credited == (16 + 8) * H
    assert time.excluded_days == 3
    assert time.other_job == 10 * H
    assert time.average == (24 + 32 + 24 + 10) * H / 2
    assert time.missing == 0


def test_missing_weeks_are_counted_and_no_zeros() -> None:
    time = time_of(given(f"{WEEK}\nAna E E E E E . ."))
    assert (time.weeks.count, time.missing) == (1, 16)
    assert time.average == 40 * H


def test_case_12_a_new_starter() -> None:
    started = MONDAY - timedelta(weeks=5)
    case = given(
        f"{WEEK}\nAna LD LD LD LD . . .",
        workers={"Ana": {"starts_on": started}},
        week_totals=totals(*[(50.4, 0)] * 5),
    )
    time = time_of(case)
    assert (time.weeks.count, time.missing) == (6, 0)
    assert time.average == 50 * H


def test_somebody_opted_out_has_an_average_all_the_same() -> None:
    workers = {"Ana": {"opted_out": True, "reference_weeks": 2}}
    case = given(
        f"{WEEK}\nAna LD LD LD LD LD . .",
        workers=workers,
        week_totals=totals((60, 0)),
    )
    assert time_of(case).average == 60 * H
    # but weeks of an opt-out that has ended are left out
    ended = {"opted_out_until": date(2026, 5, 31), **workers["Ana"]}
    case = given(
        f"{WEEK}\nAna E E E E . . .",
        workers={"Ana": ended},
        week_totals=totals((60, 0)),
    )
    assert time_of(case).average == 32 * H


def test_the_last_whole_week_ends_the_period() -> None:
    case = given(f"{WEEK} Mon Tue\nAna E E E E E . . E E")
    assert time_of(case).last == MONDAY


@pytest.mark.parametrize("seed", range(20))
def test_the_average_is_the_rules(seed: int) -> None:
    """What the check finds over 48 hours is what the page shows."""
    chance = Chance(seed, days=21)
    problem = chance.problem(rules=(FortyEightHours(hours=1),))
    roster = chance.roster(problem, 0.3)
    found = {
        (b.key.worker_id, b.key.date): b.amount
        for b in check(problem, roster).breaches
    }
    compared = 0
    for worker in problem.workers:
        for last in problem.weeks:
            time = WorkingTime(problem, roster, worker, last)
            over = found.get((worker.id, last))
            if over is not None:
                total = time.worked + time.credited + time.other_job
                assert total == over + H * time.weeks.count
                compared += 1
    assert compared or not found


# -- by the statute -----------------------------------------------------------


def test_case_11_two_weeks_of_leave_do_not_hide_forty_eight_hours() -> None:
    """A = 15 x 48 = 720, B = the next 8 days worked = 96: 48.0, not 42.4."""
    case = given(
        f"{WEEK} {WEEK}\nAna LD LD LD LD . . . LD LD LD LD . . .",
        workers={"Ana": {"weekly_minutes": 48 * H}},
        week_totals=totals(*[(48, 0)] * 5, *[(0, 7)] * 2, *[(48, 0)] * 10),
    )
    before = MONDAY - timedelta(weeks=1)
    exact = WorkingTime(*ana(case), before).statutory
    assert exact.worked == 720 * H
    assert (exact.excluded, exact.found) == (8, 8)
    assert exact.after == 96 * H
    assert exact.average == 48 * H
    assert exact.worked / exact.weeks / H == pytest.approx(42.35, abs=0.01)


def test_the_official_example_of_section_3_1() -> None:
    """744 hours in 17 weeks, 4 days of leave, 32 hours after: 45.6."""
    weeks = [(8.0, 4)] + [(40.0, 0)] * 4 + [(48.0, 0)] * 12
    case = given(
        f"{WEEK}\nAna E E E E E . .",
        workers={"Ana": {"weekly_minutes": 40 * H}},
        week_totals=totals(*weeks),
    )
    exact = WorkingTime(*ana(case), MONDAY - timedelta(weeks=1)).statutory
    assert (exact.worked, exact.after) == (744 * H, 32 * H)
    assert (exact.average or 0) / H == pytest.approx((744 + 32) / 17)


def test_where_too_few_days_were_worked_after_it_is_not_known() -> None:
    case = given(
        f"{WEEK}\nAna E . . . . . .",
        workers={"Ana": {"weekly_minutes": 40 * H, "reference_weeks": 1,
                         "usual_shift": 8 * H}},
        absences=(away("Ana", date(2026, 6, 2), date(2026, 6, 3)),),
    )  # fmt: skip
    exact = WorkingTime(*ana(case), MONDAY).statutory
    assert (exact.excluded, exact.found) == (2, 0)
    assert exact.average is None
    assert not exact.complete


def test_the_latest_period_that_is_known_is_taken() -> None:
    case = given(
        f"{WEEK} {WEEK}\nAna E . . . . . . E E . . . . .",
        workers={"Ana": {"weekly_minutes": 40 * H, "reference_weeks": 1,
                         "usual_shift": 8 * H}},
        absences=(
            away("Ana", date(2026, 6, 2), date(2026, 6, 3)),
            away("Ana", date(2026, 6, 12), date(2026, 6, 12)),
        ),
    )  # fmt: skip
    exact = exact_of(case)
    assert exact.last == date(2026, 6, 7)
    assert exact.average == (8 + 16) * H


def test_a_period_with_weeks_missing_has_no_exact_answer() -> None:
    exact = exact_of(given(f"{WEEK}\nAna E E E E E . ."))
    assert exact.average is None
    assert exact.found == exact.excluded == 0


# -- nights -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nights", "hours", "average"), [(5, 10, 8.33), (4, 12, 8.0)]
)
def test_case_13_the_average_of_a_night_worker(
    nights: int, hours: int, average: float
) -> None:
    """An opt-out makes no difference."""
    case = given(
        f"{WEEK}\nAna . . . . . . .",
        workers={
            "Ana": {
                "permanent_nights": True,
                "opted_out": True,
                "reference_weeks": 18,
                "starts_on": MONDAY - timedelta(weeks=17),
            }
        },
        week_totals=totals(*[(nights * hours, 0)] * 17),
    )
    problem = case.problem.replace(rules=(NightAverage(),))
    pack = Evidence.of(problem, Roster(problem, case.roster.pairs))
    (night,) = pack.nights
    assert night.is_night_worker
    full = WorkingTime(*ana(case), MONDAY - timedelta(weeks=1))
    assert full.worked / (6 * H * 17) == pytest.approx(average, abs=0.01)
    assert night.average == pytest.approx(17 * average / 18, abs=0.02)


def test_occasional_nights_are_shown_and_make_no_night_worker() -> None:
    case = given(f"{WEEK}\nAna E E N . . . .\nBen E . . . . . .")
    (night,) = Evidence.of(case.problem, case.roster).nights
    assert night.worker.name == "Ana"
    assert (night.nights, night.days) == (1, 3)
    assert not night.is_night_worker
