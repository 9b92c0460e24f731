"""Weekends in a row."""

from __future__ import annotations

from rota.rules.weekends import WeekendsInARow
from tests.given import (
    CLOCK,
    LAST_DAY,
    LIMIT,
    SPRING,
    START,
    given,
    shift_type,
)

WEEK = "Mon Tue Wed Thu Fri Sat Sun"


def test_no_third_weekend_running() -> None:
    weeks = f"{WEEK} {WEEK} {WEEK}"
    given(f"{weeks}\nAna . . . . . E .  . . . . . . E  . . . . . . .").keeps(
        WeekendsInARow, tags={LIMIT}
    )
    given(
        f"{weeks}\nAna . . . . . E .  . . . . . . E  . . . . . . N"
    ).breaches(
        WeekendsInARow,
        "Ana: 3rd weekend running on Sat 20 Jun; at most 2",
        tags={LIMIT, LAST_DAY},
    )


def test_a_friday_night_spoils_the_weekend() -> None:
    given(f"{WEEK} {WEEK}\nAna . . . . . E . . . . . N . .").breaches(
        WeekendsInARow(most=1), 1
    )
    given(f"{WEEK} {WEEK}\nAna . . . . . E . . . . . L . .").keeps(
        WeekendsInARow(most=1)
    )


def test_weekends_before_the_start_count() -> None:
    given(
        """  Fri Sat
         Ana   .   E""",
        start=SPRING.replace(day=27),
        history="""  Sun Mon Tue Wed Thu
                 Ana   N   .   .   .   .""",
    ).breaches(WeekendsInARow(most=1), 1, tags={START, LAST_DAY})


def test_the_weekend_of_a_clock_change_ends_at_local_midnight() -> None:
    """Sunday's last hour in March is before midnight by the wall clock."""
    before = shift_type("X", "21:00-00:00")
    after = shift_type("X", "00:00-03:00")
    for kind, worked in ((before, True), (after, False)):
        case = given(
            f"Sat Sun Mon Tue Wed Thu Fri Sat\n"
            f"Ana . {'X .' if worked else '. X'} . . . . E",
            start=SPRING,
            types=(kind,),
        )
        if worked:
            case.breaches(WeekendsInARow(most=1), 1)
        else:
            case.keeps(WeekendsInARow(most=1))


def test_a_night_over_the_clock_change_is_weekend_work() -> None:
    given(
        "Sat Sun Mon Tue Wed Thu Fri Sat\nAna N . . . . . . E",
        start=SPRING,
    ).breaches(WeekendsInARow(most=1), 1, tags={CLOCK})
