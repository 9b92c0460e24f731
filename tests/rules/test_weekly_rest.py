"""A day off a week, or two a fortnight."""

from __future__ import annotations

from datetime import date

from rota.rules.weekly_rest import WeeklyRest, WeeklyRestMode
from tests.given import (
    CLOCK,
    LAST_DAY,
    LIMIT,
    START,
    Case,
    given,
    shift_type,
)

WEEKLY = WeeklyRest(mode=WeeklyRestMode.EVERY_WEEK)
ONCE = WeeklyRest(mode=WeeklyRestMode.ONCE_A_FORTNIGHT)
WEEK = "Mon Tue Wed Thu Fri Sat Sun"


def week(cells: str, start: date = date(2026, 6, 1)) -> Case:
    return given(f"{WEEK}\nAna {cells}", start=start)


def fortnight(cells: str) -> Case:
    return given(f"{WEEK} {WEEK}\nAna {cells}")


def test_work_every_day_of_the_week() -> None:
    week("E E E E E E E").breaches(
        WEEKLY,
        "Ana has 0 of 1 weekly rests of 24 h in the 7 days from Mon 1 Jun",
        tags={LAST_DAY},
    )


def test_one_day_off_is_rest_enough() -> None:
    week("E E E . E E E").keeps(WEEKLY)


def test_rest_lies_wholly_inside_its_week() -> None:
    """Sunday free after a Saturday night has only sixteen hours of it."""
    week("N N N N N N .").breaches(WEEKLY, 1)


def rest_of(times: str) -> Case:
    """Work every day but Sunday, and on Saturday at these times."""
    evening = shift_type("X", times)
    return given(f"{WEEK}\nAna E E E E E X .", types=(evening,))


def test_exactly_24_hours() -> None:
    rest_of("14:00-00:00").keeps(WEEKLY, tags={LIMIT})
    rest_of("14:00-00:01").breaches(WEEKLY, 1, tags={LIMIT})


def test_days_worked_before_the_start_count() -> None:
    given(
        """  Wed Thu Fri Sat Sun
         Ana   E   E   E   E   E""",
        start=date(2026, 6, 3),
        history="""  Mon Tue
                 Ana   E   E""",
    ).breaches(WEEKLY, 1, tags={START, LAST_DAY})


def test_a_week_that_is_not_wholly_known_is_not_checked() -> None:
    given(
        """  Wed Thu Fri Sat Sun
         Ana   E   E   E   E   E""",
        start=date(2026, 6, 3),
    ).keeps(WEEKLY)


def test_the_sunday_on_which_the_clocks_go_forward_has_23_hours() -> None:
    cells = "E E E E E E ."
    late = shift_type("E", "16:00-00:00")
    given(
        f"{WEEK}\nAna {cells}", start=date(2026, 3, 23), types=(late,)
    ).breaches(WEEKLY, 1)
    given(
        f"{WEEK}\nAna {cells}", start=date(2026, 10, 19), types=(late,)
    ).keeps(WEEKLY)


def test_a_rest_over_a_change_needs_its_hours() -> None:
    """Late to late over the March change are 22 hours, not 23."""
    late = shift_type("E", "22:00-23:00")
    given(
        f"{WEEK}\nAna E E E E E E E", start=date(2026, 3, 23), types=(late,)
    ).breaches(WEEKLY, 1, tags={CLOCK})


def test_two_rests_a_fortnight() -> None:
    fortnight("E E E E E . . E E E E E E E").keeps(WeeklyRest)
    fortnight("E E E E E E . E E E E E E E").breaches(
        WeeklyRest,
        "Ana has 1 of 2 weekly rests of 24 h in the 14 days from Mon 1 Jun",
    )


def test_one_rest_of_48_hours_a_fortnight() -> None:
    fortnight("E E E E E . . E E E E E E E").keeps(ONCE)
    fortnight("E E E . E E E E E E . E E E").breaches(ONCE, 1)


def test_under_18_it_is_48_hours_a_week() -> None:
    young = {"Ana": {"born_on": date(2009, 1, 1)}}
    one_off = f"{WEEK}\nAna E E E E E E ."
    two_off = f"{WEEK}\nAna E E E E E . ."
    given(one_off, workers=young).breaches(WeeklyRest, 1)
    given(two_off, workers=young).keeps(WeeklyRest)
