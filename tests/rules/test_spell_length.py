"""How long a spell of duties that touch may last."""

from __future__ import annotations

from rota.rules.spell_length import SpellLength
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

EVENING = shift_type("EV", "15:00-20:00")
LATE_EVENING = shift_type("EV", "15:00-20:01")


def test_two_duties_that_touch_make_thirteen_hours() -> None:
    given(
        """  Mon  Tue
         Ana   .  E/EV""",
        types=(EVENING,),
    ).keeps(SpellLength, tags={LIMIT})
    given(
        """  Mon  Tue
         Ana   .  E/EV""",
        types=(LATE_EVENING,),
    ).breaches(
        SpellLength,
        "Ana works 13 h 01 in one spell, to Tue 2 Jun; at most 13 h",
        tags={LIMIT, LAST_DAY},
    )


def test_one_duty_alone_is_as_long_as_it_is() -> None:
    day = shift_type("D", "07:00-22:00")
    given(
        """  Mon
         Ana   D""",
        types=(day,),
    ).keeps(SpellLength)


def test_a_sleep_in_allows_twenty_six_hours() -> None:
    given("""     Mon  Tue
             Ana L/SI  E""").keeps(SpellLength)
    given("""     Mon  Tue
             Ana L/SI  E""").breaches(SpellLength(with_sleep_in=24), 60)


def test_a_spell_that_began_before_the_start() -> None:
    given(
        """     Mon
             Ana   E""",
        history="""     Sun
                                    Ana L/SI""",
    ).breaches(SpellLength(with_sleep_in=24), 60, tags={START})


def test_the_night_the_clocks_go_back_is_an_hour_longer() -> None:
    grid = """     Sat  Sun
              Ana L/SI  E"""
    given(grid, start=AUTUMN).keeps(SpellLength, tags={CLOCK})
    given(grid, start=AUTUMN).breaches(
        SpellLength(with_sleep_in=25), 60, tags={CLOCK, LAST_DAY}
    )
    given(grid, start=SPRING).keeps(SpellLength(with_sleep_in=24))


def test_a_fraction_of_an_hour_means_the_same_to_both_faces() -> None:
    given(
        """  Mon  Tue
         Ana   .  E/EV""",
        types=(EVENING,),
    ).breaches(SpellLength(hours=8.2), 13 * 60 - 492)
