"""Dates that limit somebody: employment, right to work, nights, age."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from rota.rules.employment import Employment, NoNights, RightToWork, Under18
from tests.given import (
    AUTUMN,
    CLOCK,
    LAST_DAY,
    LIMIT,
    MONDAY,
    SPRING,
    Case,
    given,
    shift_type,
)

TUESDAY = MONDAY + timedelta(days=1)


def ana(
    cells: str, start: date = MONDAY, times: str = "", **worker: Any
) -> Case:
    days = [start + timedelta(days=n) for n in range(len(cells.split()))]
    head = " ".join(f"{day:%a}" for day in days)
    types = (shift_type("X", times),) if times else ()
    return given(
        f"{head}\nAna {cells}",
        start=start,
        types=types,
        workers={"Ana": worker},
    )


# -- employment --------------------------------------------------------------


def test_the_last_day_is_worked_and_none_after_it() -> None:
    ana(". E", ends_on=TUESDAY).keeps(Employment, tags={LIMIT})
    ana(". E", ends_on=MONDAY).breaches(
        Employment, "Ana is not employed on Tue 2 Jun", tags={LIMIT, LAST_DAY}
    )


def test_nothing_before_the_first_day() -> None:
    ana("E E", starts_on=TUESDAY).breaches(
        Employment, "Ana is not employed on Mon 1 Jun"
    )


def test_the_last_night_may_run_on_over_the_clock_change() -> None:
    ana("N N", SPRING, ends_on=SPRING).breaches(
        Employment, "Ana is not employed on Sun 29 Mar", tags={CLOCK}
    )


# -- right to work -----------------------------------------------------------


def test_a_right_to_work_ends_at_midnight() -> None:
    until: dict[str, Any] = {"right_to_work_until": MONDAY}
    ana("X .", times="16:00-00:00", **until).keeps(RightToWork, tags={LIMIT})
    ana("X .", times="16:00-00:01", **until).breaches(
        RightToWork, "Ana may not work after Mon 1 Jun", tags={LIMIT}
    )
    ana(". E", **until).breaches(RightToWork, 1, tags={LAST_DAY})


def test_a_right_to_work_over_the_clock_change() -> None:
    sunday = AUTUMN + timedelta(days=1)
    ana("N", AUTUMN, right_to_work_until=sunday).keeps(
        RightToWork, tags={CLOCK}
    )
    ana("N", AUTUMN, right_to_work_until=AUTUMN).breaches(
        RightToWork, 1, tags={CLOCK}
    )


# -- no nights ---------------------------------------------------------------


def test_no_nights_from_a_date_on() -> None:
    ana("N .", no_nights_from=TUESDAY).keeps(NoNights, tags={LIMIT})
    ana("N .", no_nights_from=MONDAY).breaches(
        NoNights, "Ana does no nights on Mon 1 Jun", tags={LIMIT}
    )
    ana(". SI", no_nights_from=MONDAY).breaches(NoNights, 1, tags={LAST_DAY})


def test_no_nights_until_a_date() -> None:
    ana("N N", no_nights_until=MONDAY).breaches(
        NoNights, "Ana does no nights on Mon 1 Jun"
    )


def test_days_are_allowed_still() -> None:
    ana("E L", no_nights_from=MONDAY).keeps(NoNights)


def test_three_hours_of_night_over_the_clock_change() -> None:
    """23:00 to 03:00 are three hours in March, and to 02:00 two."""
    barred: dict[str, Any] = {"no_nights_from": SPRING}
    ana("X", SPRING, "23:00-03:00", **barred).breaches(
        NoNights, 1, tags={CLOCK}
    )
    ana("X", SPRING, "23:00-02:30", **barred).keeps(NoNights)


# -- under 18 ----------------------------------------------------------------

YOUNG: dict[str, Any] = {"born_on": date(2009, 1, 1)}


def test_eight_hours_a_day() -> None:
    ana("X", times="09:00-17:00", **YOUNG).keeps(Under18, tags={LIMIT})
    ana(". X", times="09:00-17:01", **YOUNG).breaches(
        Under18, "Ana is under 18: 8 h at most", tags={LIMIT, LAST_DAY}
    )


def test_ten_at_night_or_eleven_by_contract() -> None:
    ana("L", **YOUNG).keeps(Under18)
    ana("X", times="15:00-22:01", **YOUNG).breaches(
        Under18, "Ana is under 18: no nights"
    )
    late = YOUNG | {"late_clause": True}
    ana("X", times="15:00-23:00", **late).keeps(Under18)
    ana("X", times="15:01-23:01", **late).breaches(Under18, 1)


def test_six_in_the_morning_or_seven_by_contract() -> None:
    ana("X", times="06:00-12:00", **YOUNG).keeps(Under18)
    ana("X", times="05:59-12:00", **YOUNG).breaches(Under18, 1)
    late = YOUNG | {"late_clause": True}
    ana("X", times="06:59-12:00", **late).breaches(Under18, 1)


def test_the_night_of_the_clock_change_is_a_night() -> None:
    ana("X E", AUTUMN, "16:00-22:30", **YOUNG).breaches(
        Under18, "Ana is under 18: no nights", tags={CLOCK}
    )


def test_a_break_that_is_unpaid_is_not_worked() -> None:
    day = shift_type("X", "07:30-16:00", break_minutes=30)
    given("Mon\nAna X", types=(day,), workers={"Ana": YOUNG}).keeps(Under18)


def test_on_the_18th_birthday_it_is_over() -> None:
    born: dict[str, Any] = {"born_on": TUESDAY.replace(year=2008)}
    ana("LD LD", **born).breaches(Under18, "Ana is under 18: 8 h at most")


def test_a_shift_type_may_ask_for_an_age() -> None:
    """Eighteen, which a person of 17 has not, or 21."""
    for born, age, told in ((2009, 18, 1), (2006, 21, 1), (2006, 18, 0)):
        case = given(
            "Mon\nAna X",
            types=(shift_type("X", "09:00-15:00", min_age=age),),
            workers={"Ana": {"born_on": date(born, 1, 1)}},
        )
        if told:
            case.breaches(Under18, "Ana is too young for X")
        else:
            case.keeps(Under18)
