"""Ceilings on a week."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from rota.domain import Strength, WeeklyCap, WeekTotal
from rota.rules.weekly_hours import FortyEightHours, WeeklyCaps
from tests.given import (
    AUTUMN,
    CLOCK,
    LAST_DAY,
    LIMIT,
    MONDAY,
    START,
    Case,
    away,
    given,
    shift_type,
)

WEEK = "Mon Tue Wed Thu Fri Sat Sun"


def totals(*hours: float, name: str = "Ana") -> tuple[WeekTotal, ...]:
    """Make the totals of the weeks before the start, the latest first."""
    return tuple(
        WeekTotal(
            worker_id=name,
            monday=MONDAY - timedelta(days=7 * (back + 1)),
            minutes=round(60 * worked),
        )
        for back, worked in enumerate(hours)
    )


def ana(cells: str, worker: dict[str, Any], **facts: Any) -> Case:
    return given(f"{WEEK}\nAna {cells}", workers={"Ana": worker}, **facts)


def test_48_hours_and_a_minute() -> None:
    """Sixteen weeks of 48 hours, and six days of eight."""
    before = totals(*[48] * 16)
    ana("E E E E E E .", {}, week_totals=before).keeps(
        FortyEightHours, tags={LIMIT}
    )
    long = shift_type("X", "07:00-15:01")
    ana("E E E E E . X", {}, types=(long,), week_totals=before).breaches(
        FortyEightHours,
        "Ana averages 48 h a week over 17 weeks to Sun 7 Jun; at most 48 h",
        tags={LIMIT, LAST_DAY, START},
    )


def test_a_light_past_makes_room() -> None:
    ana("LD LD LD LD LD LD LD", {}, week_totals=totals(*[30] * 16)).keeps(
        FortyEightHours
    )


def test_where_the_past_is_missing_it_is_a_should() -> None:
    (breach,) = ana("LD LD LD LD LD LD LD", {}).found(FortyEightHours)
    assert breach.strength is Strength.SHOULD
    assert breach.amount == (84 - 48) * 60
    full = ana("LD LD LD LD LD LD LD", {}, week_totals=totals(*[48] * 16))
    (breach,) = full.found(FortyEightHours)
    assert breach.strength is Strength.MUST


def test_an_opt_out_lifts_it() -> None:
    ana("LD LD LD LD LD LD LD", {"opted_out": True}).keeps(FortyEightHours)


def test_another_job_counts() -> None:
    new = {"starts_on": MONDAY, "other_weekly_minutes": 8 * 60}
    ana("E E E E E . .", new).keeps(FortyEightHours)
    ana("E E E E E E .", new).breaches(FortyEightHours, 8 * 60)


def test_sleep_ins_are_working_time() -> None:
    new = {"starts_on": MONDAY}
    ana("E E E SI SI . .", new).keeps(FortyEightHours)
    ana("E E E SI SI SI .", new).breaches(FortyEightHours, 3 * 60)


def test_paid_leave_is_credited() -> None:
    """Left out, it would understate the average."""
    new = {"starts_on": MONDAY, "weekly_minutes": 40 * 60}
    leave = (away("Ana", MONDAY, MONDAY + timedelta(days=1)),)
    ana(". . E E E E .", new, absences=leave).keeps(FortyEightHours)
    ana(". . E E E E E", new, absences=leave).breaches(FortyEightHours, 8 * 60)


def test_leave_booked_after_the_end_needs_room() -> None:
    """A week of no hours leaves the average as 40 of leave come in."""
    worker = {"weekly_minutes": 40 * 60}
    before = totals(*[49] * 15, 0)
    after = MONDAY + timedelta(days=7)
    leave = (away("Ana", after, after + timedelta(days=6)),)
    ana("E E E E E E .", worker, week_totals=before).keeps(FortyEightHours)
    booked = {"week_totals": before, "absences": leave}
    ana("E E E E E . .", worker, **booked).keeps(FortyEightHours)
    hour, more = shift_type("H", "12:00-13:00"), shift_type("H", "12:00-13:01")
    ana("E E E E E . H", worker, types=(hour,), **booked).keeps(
        FortyEightHours, tags={LIMIT}
    )
    ana("E E E E E . H", worker, types=(more,), **booked).breaches(
        FortyEightHours,
        "Ana averages 48 h a week over 17 weeks to Sun 14 Jun, with the"
        " leave booked by then; at most 48 h",
        tags={LIMIT},
    )


def test_days_before_the_start_count_in_the_week() -> None:
    given(
        """  Fri Sat Sun
         Ana  LD  LD  LD""",
        start=date(2026, 6, 5),
        workers={"Ana": {"starts_on": MONDAY}},
        history="""  Mon Tue Wed Thu
                 Ana   .   .   .  LD""",
    ).keeps(FortyEightHours, tags=())
    given(
        """  Fri Sat Sun
         Ana  LD  LD  LD""",
        start=date(2026, 6, 5),
        workers={"Ana": {"starts_on": MONDAY}},
        history="""  Mon Tue Wed Thu
                 Ana   .   .  LD  LD""",
    ).breaches(FortyEightHours, 12 * 60, tags={START, LAST_DAY})


def test_the_night_the_clocks_go_back_is_an_hour_longer() -> None:
    new = {"Ana": {"starts_on": AUTUMN - timedelta(days=5)}}
    given(
        """  Mon Tue Wed Thu Fri Sat Sun
         Ana   .   N   N   N   E   N   .""",
        start=AUTUMN - timedelta(days=5),
        workers=new,
    ).breaches(FortyEightHours, 60, tags={CLOCK})


def test_an_opt_out_that_begins_next_week_does_not_help_this_one() -> None:
    later = {"opted_out": True, "opted_out_from": MONDAY + timedelta(days=7)}
    new = {"starts_on": MONDAY}
    ana("LD LD LD LD LD . .", new | later).breaches(FortyEightHours, 12 * 60)


# -- personal caps -----------------------------------------------------------


def capped(hours: float, **dates: Any) -> dict[str, Any]:
    return {"caps": (WeeklyCap(minutes=round(60 * hours), **dates),)}


def test_twenty_hours_and_a_minute() -> None:
    four = shift_type("H", "16:00-20:00")
    more = shift_type("H", "16:00-20:01")
    cells = "E E . . . . H"
    ana(cells, capped(20), types=(four,)).keeps(WeeklyCaps, tags={LIMIT})
    ana(cells, capped(20), types=(more,)).breaches(
        WeeklyCaps,
        "Ana works 20 h 01 in the week of Mon 1 Jun; at most 20 h",
        tags={LIMIT, LAST_DAY},
    )


def test_a_cap_holds_between_its_dates() -> None:
    term = {"first": date(2026, 5, 1), "last": date(2026, 5, 31)}
    ana("E E E . . . .", capped(20, **term)).keeps(WeeklyCaps)


def test_a_sunday_night_before_the_start_spills_into_the_week() -> None:
    given(
        f"{WEEK}\nAna E E . . . . .",
        workers={"Ana": capped(20)},
        history="""  Sun
                 Ana   N""",
    ).breaches(WeeklyCaps, 4 * 60, tags={START})


def test_a_sunday_night_counts_two_hours_here() -> None:
    ana("E E . . . . N", capped(18)).keeps(WeeklyCaps)
    ana("E E . . . . N", capped(17)).breaches(WeeklyCaps, 60, tags={LAST_DAY})


def test_the_cap_counts_the_hours_of_the_clock_change() -> None:
    given(
        """  Sat Sun
         Ana   N   .""",
        start=AUTUMN,
        workers={"Ana": capped(10)},
    ).breaches(WeeklyCaps, 60, tags={CLOCK})


def test_under_18_it_is_40_hours() -> None:
    young = {"born_on": date(2009, 1, 1)}
    ana("E E E E E . .", young).keeps(WeeklyCaps)
    ana("E E E E E E .", young).breaches(WeeklyCaps, 8 * 60)


def test_other_jobs_are_taken_from_the_cap() -> None:
    student = capped(20) | {"other_weekly_minutes": 6 * 60}
    ana("E E . . . . .", student).breaches(WeeklyCaps, 2 * 60)
