"""Sleep after nights, before work by day."""

from __future__ import annotations

from rota.rules.recovery import RecoveryAfterNights
from tests.given import (
    CLOCK,
    LAST_DAY,
    LIMIT,
    SPRING,
    START,
    given,
    shift_type,
)


def test_the_earliest_day_shift_is_at_seven_two_days_on() -> None:
    """A night that ends on Tuesday: Thursday 07:00."""
    given("""     Mon Tue Wed Thu
             Ana   N   .   .   E""").keeps(RecoveryAfterNights, tags={LIMIT})
    early = shift_type("E", "06:59-15:00")
    given(
        """  Mon Tue Wed Thu
         Ana   N   .   .   E""",
        types=(early,),
    ).breaches(
        RecoveryAfterNights,
        "Ana works E on Thu 4 Jun with under 2 nights' sleep after a night",
        tags={LIMIT, LAST_DAY},
    )


def test_nights_may_follow_nights() -> None:
    given("""     Mon Tue Wed Thu
             Ana   N   N   .   N""").keeps(RecoveryAfterNights)


def test_a_night_before_the_start() -> None:
    given(
        """     Mon Tue
             Ana   .   L""",
        history="""     Sun
                                        Ana   N""",
    ).breaches(RecoveryAfterNights, 1, tags={START, LAST_DAY})


def test_two_nights_are_two_however_long_they_are() -> None:
    grid = """     Sat Sun Mon Tue
              Ana   N   .   .   E"""
    given(grid, start=SPRING).keeps(RecoveryAfterNights, tags={CLOCK})
    early = shift_type("E", "06:00-14:00")
    given(grid, start=SPRING, types=(early,)).breaches(
        RecoveryAfterNights, 1, tags={CLOCK, LAST_DAY}
    )


def test_a_sleep_in_after_a_night_is_work_by_day() -> None:
    given("""     Mon Tue
             Ana   N  SI""").breaches(RecoveryAfterNights, 1)


def test_one_night_is_enough_where_a_service_says_so() -> None:
    given("""     Mon Tue Wed
             Ana   N   .   E""").keeps(RecoveryAfterNights(nights=1))
