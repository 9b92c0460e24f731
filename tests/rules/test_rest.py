"""Rest between spells of work."""

from __future__ import annotations

from datetime import date

from rota.domain import Kind
from rota.rules.rest import Rest
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

LATE_TO_21 = shift_type("L", "13:00-21:00")


def test_late_to_early_on_the_last_day() -> None:
    given("""     Mon Tue Wed
             Ana   .   L   E""").breaches(
        Rest,
        "Ana has 9 h off before Wed 3 Jun 07:00; needs 11 h",
        tags={LAST_DAY},
    )


def test_a_late_before_the_start() -> None:
    given(
        """     Mon
             Ana   E""",
        history="""     Sun
                                    Ana   L""",
    ).breaches(
        Rest,
        "Ana has 9 h off before Mon 1 Jun 07:00; needs 11 h",
        tags={START},
    )


def test_an_early_after_the_end_that_is_published() -> None:
    given(
        """     Mon
             Ana   L""",
        later="""     Tue
                                  Ana   E""",
    ).breaches(Rest, "Ana has 9 h off before Tue 2 Jun 07:00; needs 11 h")


def test_an_hour_is_lost_in_march() -> None:
    """Eleven hours on the wall are ten."""
    given(
        """  Sat Sun
         Ana   L  LD""",
        start=SPRING,
        types=(LATE_TO_21,),
    ).breaches(
        Rest,
        "Ana has 10 h off before Sun 29 Mar 08:00; needs 11 h",
        tags={CLOCK, LAST_DAY},
    )


def test_an_hour_is_gained_in_october() -> None:
    """Ten hours on the wall are eleven."""
    given(
        """  Sat Sun
         Ana   L  LD""",
        start=AUTUMN,
    ).keeps(Rest, tags={CLOCK, LIMIT})


def test_rest_exactly_as_asked() -> None:
    given("""     Mon Tue
             Ana   L   E""").keeps(Rest(hours=9), tags={LIMIT})


def test_a_minute_short() -> None:
    early = shift_type("E", "06:59-15:00")
    given(
        """  Mon Tue
         Ana   L   E""",
        types=(early,),
    ).breaches(Rest(hours=9), 1, tags={LIMIT, LAST_DAY})


def test_hours_with_a_fraction_mean_the_same_to_both_faces() -> None:
    """Sixty times 16.15 comes out a hair under 969."""
    evening = shift_type("L", "18:00-22:00")
    given(
        """  Mon Tue
         Ana   L   E""",
        types=(evening,),
    ).breaches(Rest(hours=16.15), 969 - 540)


def test_duties_that_touch_are_one_spell() -> None:
    given("""     Mon  Tue
             Ana L/SI  E""").keeps(Rest)


def test_after_late_sleep_in_and_early_22_hours_are_owed() -> None:
    given("""     Mon  Tue Wed
             Ana L/SI  E   E""").breaches(
        Rest, "Ana has 16 h off before Wed 3 Jun 07:00; needs 22 h"
    )
    given("""     Mon  Tue Wed
             Ana L/SI  E   L""").keeps(Rest)


def test_a_spell_that_began_before_the_start() -> None:
    given(
        """     Mon Tue
             Ana   E   E""",
        history="""     Sun
                                        Ana L/SI""",
    ).breaches(
        Rest,
        "Ana has 16 h off before Tue 2 Jun 07:00; needs 22 h",
        tags={START, LAST_DAY},
    )


def test_rest_is_long_over_a_split_spell_that_loses_an_hour() -> None:
    """From 14:00 to 07:00 are 16 hours in March: 14 hours are owed."""
    early = shift_type("E", "20:00-22:00")
    case = given(
        """  Sat  Sun
         Ana L/SI  E""",
        start=SPRING,
        types=(early,),
    )
    case.breaches(Rest, 60, tags={CLOCK, LAST_DAY})


def test_under_18_it_is_twelve_hours() -> None:
    young = {"Ana": {"born_on": date(2009, 1, 1)}}
    ends = shift_type("L", "13:00-20:00")
    grid = """     Mon Tue
              Ana   L   E"""
    given(grid, types=(ends,)).keeps(Rest)
    given(grid, types=(ends,), workers=young).breaches(Rest, 60)


def test_on_call_at_home_is_rest() -> None:
    on_call = shift_type("OC", "22:00-07:00", Kind.ON_CALL)
    given(
        """  Mon  Tue
         Ana  E/OC  E""",
        types=(on_call,),
    ).keeps(Rest)


MEETING = shift_type("M", "15:45-17:00")


def test_a_short_break_is_inside_the_spell() -> None:
    """A supervision 45 minutes after the early takes no rest before it."""
    given(
        """     Mon Tue
             Ana E/M   E""",
        types=(MEETING,),
    ).keeps(Rest)


def test_a_longer_break_is_no_rest_either() -> None:
    given(
        """     Mon
             Ana E/M""",
        types=(MEETING,),
        spell_gap=30,
    ).breaches(Rest, "Ana has 45 min off before Mon 1 Jun 15:45; needs 11 h")
