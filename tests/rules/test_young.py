"""Under 18: the hours of a day, and the break."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from rota.rules.young import YoungBreak, YoungDay
from tests.given import (
    AUTUMN,
    CLOCK,
    LAST_DAY,
    LIMIT,
    MONDAY,
    Case,
    given,
    shift_type,
)

YOUNG: dict[str, Any] = {"Ana": {"born_on": date(2009, 1, 1)}}
BIRTHDAY: dict[str, Any] = {"Ana": {"born_on": date(2008, 6, 2)}}


def day(cells: str, times: str = "13:00-17:00", start: date = MONDAY) -> Case:
    days = [start + timedelta(days=n) for n in range(len(cells.split()))]
    head = " ".join(f"{one:%a}" for one in days)
    types = (shift_type("A", "08:00-12:00"), shift_type("B", times))
    return given(
        f"{head}\nAna {cells}", start=start, types=types, workers=YOUNG
    )


def test_two_duties_of_eight_hours_and_a_minute() -> None:
    day("A/B").keeps(YoungDay, tags={LIMIT})
    day("A/B", "13:00-17:01").breaches(
        YoungDay,
        "Ana is under 18 and works 8 h 01 on Mon 1 Jun; at most 8 h",
        tags={LIMIT, LAST_DAY},
    )


def test_the_day_is_over_at_18() -> None:
    types = (shift_type("A", "08:00-12:00"), shift_type("B", "13:00-18:00"))
    given("Mon Tue\nAna A/B A/B", types=types, workers=BIRTHDAY).breaches(
        YoungDay, 60
    )


def test_one_long_duty_is_left_to_the_other_rule() -> None:
    given("Mon\nAna LD", workers=YOUNG).keeps(YoungDay)


def test_the_morning_on_which_the_clocks_go_back() -> None:
    """From midnight to two are three hours."""
    day("A A/B", "00:00-02:00", AUTUMN).keeps(YoungDay, tags={CLOCK})
    day("A A/B", "00:00-04:00", AUTUMN).breaches(YoungDay, 60, tags={CLOCK})


# -- the break ---------------------------------------------------------------


def with_break(
    times: str, minutes: int, start: date = MONDAY, **worker: Any
) -> Case:
    made = (shift_type("X", times, break_minutes=minutes, break_paid=True),)
    return given(
        f"{start:%a}\nAna X",
        start=start,
        types=made,
        shift_types=made,
        workers=YOUNG | worker,
    )


def test_four_and_a_half_hours_and_a_minute() -> None:
    with_break("08:00-12:30", 0).keeps(YoungBreak, tags={LIMIT})
    with_break("08:00-12:31", 30).keeps(YoungBreak)
    with_break("08:00-12:31", 29).breaches(
        YoungBreak,
        "Ana is under 18: X needs a break of 30 min",
        tags={LIMIT, LAST_DAY},
    )


def test_grown_up_people_have_another_break() -> None:
    with_break("08:00-14:00", 0, Ana={"born_on": date(2008, 6, 1)}).keeps(
        YoungBreak
    )


def test_the_hour_that_the_clocks_go_back() -> None:
    sunday = AUTUMN + timedelta(days=1)
    with_break("00:00-04:00", 0, sunday).breaches(YoungBreak, 1, tags={CLOCK})
