"""Early starts in a row."""

from __future__ import annotations

from datetime import timedelta

from rota.rules.early_starts_in_a_row import EarlyStartsInARow
from tests.given import (
    CLOCK,
    LAST_DAY,
    LIMIT,
    SPRING,
    START,
    given,
    shift_type,
)

EARLY = (shift_type("X", "06:59-14:00"),)


def test_a_fourth_early_start() -> None:
    given("Mon Tue Wed Thu\nAna X X X .", types=EARLY).keeps(
        EarlyStartsInARow, tags={LIMIT}
    )
    given("Mon Tue Wed Thu\nAna X X X X", types=EARLY).breaches(
        EarlyStartsInARow,
        "Ana: 4th early start running on Thu 4 Jun; at most 3",
        tags={LIMIT, LAST_DAY},
    )


def test_seven_is_not_before_seven() -> None:
    given("Mon Tue Wed Thu\nAna E E E E").keeps(EarlyStartsInARow)


def test_three_before_the_start() -> None:
    given(
        "Mon\nAna X", history="Fri Sat Sun\nAna X X X", types=EARLY
    ).breaches(EarlyStartsInARow, 1, tags={START, LAST_DAY})


def test_the_clock_on_the_wall_counts() -> None:
    thursday = SPRING - timedelta(days=2)
    given(
        "Thu Fri Sat Sun\nAna X X X X", start=thursday, types=EARLY
    ).breaches(EarlyStartsInARow, 1, tags={CLOCK})
    seven = (shift_type("X", "07:00-14:00"),)
    given("Thu Fri Sat Sun\nAna X X X X", start=thursday, types=seven).keeps(
        EarlyStartsInARow, tags={CLOCK}
    )
