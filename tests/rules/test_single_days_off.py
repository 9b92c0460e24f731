"""Days off that come one at a time."""

from __future__ import annotations

from rota.rules.single_days_off import SingleDaysOff
from tests.given import CLOCK, LAST_DAY, LIMIT, SPRING, START, given


def test_one_day_off_and_two() -> None:
    given("Mon Tue Wed Thu\nAna E . . E").keeps(SingleDaysOff, tags={LIMIT})
    given("Mon Tue Wed\nAna E . E").breaches(
        SingleDaysOff,
        "Ana has Tue 2 Jun off on its own",
        tags={LIMIT, LAST_DAY},
    )


def test_work_before_the_start_and_after_the_end() -> None:
    given("Mon Tue\nAna . E", history="Sun\nAna E").breaches(
        SingleDaysOff, "Ana has Mon 1 Jun off on its own", tags={START}
    )
    given("Mon Tue\nAna E .", later="Wed\nAna E").breaches(
        SingleDaysOff, "Ana has Tue 2 Jun off on its own", tags={LAST_DAY}
    )


def test_the_day_the_clocks_go_forward() -> None:
    """A day of 23 hours, seven of them after a night, is still one day."""
    given("Sat Sun Mon\nAna N . E", start=SPRING).breaches(
        SingleDaysOff, 1, tags={CLOCK}
    )
