"""One place at a time, and time to get there."""

from __future__ import annotations

from rota.domain import Travel
from rota.rules.one_place import OnePlace, TravelTime
from tests.given import (
    AUTUMN,
    CLOCK,
    LAST_DAY,
    LIMIT,
    SPRING,
    START,
    given,
    shift_type,
)

WAY = (Travel(unit_id="Ash", other_id="Birch", minutes=30),)


def test_an_early_that_runs_into_the_late() -> None:
    given("""     Mon Tue
             Ana   .  E/L""").breaches(
        OnePlace,
        "Ana is in two places on Tue 2 Jun 14:00-15:00: E and L",
        tags={LAST_DAY},
    )


def test_duties_that_touch_do_not_overlap() -> None:
    late = shift_type("L", "15:00-22:00")
    given(
        """  Mon
         Ana  E/L""",
        types=(late,),
    ).keeps(OnePlace, tags={LIMIT})
    late = shift_type("L", "14:59-22:00")
    given(
        """  Mon
         Ana  E/L""",
        types=(late,),
    ).breaches(OnePlace, 1, tags={LIMIT})


def test_a_night_before_the_start_that_runs_into_an_early() -> None:
    given(
        """     Mon
             Ana   E""",
        history="""     Sun
                                    Ana   N""",
    ).breaches(
        OnePlace,
        "Ana is in two places on Mon 1 Jun 07:00-08:00: N and E",
        tags={START},
    )


def test_the_hour_that_comes_twice_is_two_hours() -> None:
    part = shift_type("P", "00:00-03:00")
    given(
        """  Sat Sun
         Ana   N   P""",
        start=AUTUMN,
        types=(part,),
    ).breaches(OnePlace, 4 * 60, tags={CLOCK, LAST_DAY})


def test_three_at_once_are_two_too_many() -> None:
    case = given("""     Mon
             Ana E@Ash/E@Birch/E@Cedar""")
    found = case.found(OnePlace)
    assert sum(breach.amount for breach in found) == 2 * 8 * 60


def test_time_to_get_to_the_other_unit() -> None:
    late = shift_type("L", "15:30-22:00")
    given(
        """  Mon
         Ana E@Ash/L@Birch""",
        types=(late,),
        travel=WAY,
    ).keeps(TravelTime, tags={LIMIT})
    late = shift_type("L", "15:29-22:00")
    given(
        """  Mon   Tue
         Ana   .  E@Ash/L@Birch""",
        types=(late,),
        travel=WAY,
    ).breaches(
        TravelTime,
        "Ana has 29 min to get from Ash to Birch on Tue 2 Jun; it takes"
        " 30 min",
        tags={LIMIT, LAST_DAY},
    )


def test_no_time_is_needed_within_a_unit() -> None:
    late = shift_type("L", "15:00-22:00")
    given(
        """  Mon
         Ana E@Birch/L@Birch""",
        types=(late,),
        travel=WAY,
        units=("Ash", "Birch"),
    ).keeps(TravelTime)


def test_a_night_in_the_other_unit_before_the_start() -> None:
    given(
        """    Mon
         Ana LD@Birch""",
        travel=WAY,
        history="""  Sun
                 Ana N@Ash""",
    ).breaches(TravelTime, 30, tags={START})


def test_travel_on_the_morning_the_clocks_went_forward() -> None:
    given(
        """   Sat     Sun
         Ana N@Ash LD@Birch""",
        start=SPRING,
        travel=WAY,
    ).breaches(TravelTime, 30, tags={CLOCK, LAST_DAY})
