"""People who are kept apart, or brought together."""

from __future__ import annotations

from rota.domain import Pair, PairKind
from rota.rules.pairs import (
    NeverTogether,
    NotOnlyTheseTwo,
    TogetherWhenPossible,
)
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


def two(kind: PairKind) -> tuple[Pair, ...]:
    return (Pair(worker_id="Ana", other_id="Ben", kind=kind),)


APART = two(PairKind.NEVER_TOGETHER)
THIRD = two(PairKind.NOT_ONLY_THESE_TWO)
BESIDE = two(PairKind.TOGETHER_WHEN_POSSIBLE)


# -- never together ----------------------------------------------------------


def test_an_hour_together_on_the_last_day() -> None:
    given(
        """  Mon Tue
         Ana   .   E
         Ben   .   L""",
        pairs=APART,
    ).breaches(
        NeverTogether,
        "Ana and Ben are together on Tue 2 Jun",
        tags={LAST_DAY},
    )


def test_one_goes_as_the_other_comes() -> None:
    grid = """  Mon
            Ana   E
            Ben   L"""
    after = shift_type("L", "15:00-22:00")
    given(grid, pairs=APART, types=(after,)).keeps(NeverTogether, tags={LIMIT})
    before = shift_type("L", "14:59-22:00")
    given(grid, pairs=APART, types=(before,)).breaches(
        NeverTogether, 1, tags={LIMIT}
    )


def test_in_two_units_they_are_apart() -> None:
    given(
        """   Mon
         Ana  E@Ash
         Ben  E@Birch""",
        pairs=APART,
    ).keeps(NeverTogether)


def test_a_night_before_the_start_is_together_too() -> None:
    given(
        """  Mon
         Ana   .
         Ben   E""",
        pairs=APART,
        history="""  Sun
                 Ana   N
                 Ben   .""",
    ).breaches(NeverTogether, 60, tags={START})


def test_what_is_worked_already_is_not_held_against_the_rota() -> None:
    given(
        """  Mon
         Ana   E
         Ben   .""",
        pairs=APART,
        history="""  Sun
                 Ana   E
                 Ben   E""",
    ).keeps(NeverTogether)


def test_a_night_together_as_the_clocks_go_back() -> None:
    given(
        """  Sat
         Ana   N
         Ben  SI""",
        start=AUTUMN,
        pairs=APART,
    ).breaches(NeverTogether, 10 * 60, tags={CLOCK, LAST_DAY})


# -- not only these two ------------------------------------------------------


def test_alone_together_on_the_last_day() -> None:
    case = given(
        """  Mon Tue
         Ana   .   E
         Ben   .   E
         Cat   .   L""",
        pairs=THIRD,
    )
    found = case.found(NotOnlyTheseTwo)
    assert {b.sentence for b in found} == {
        "Ana and Ben are alone together on Tue 2 Jun"
    }
    assert sum(b.amount for b in found) == 7 * 60
    case.breaches(NotOnlyTheseTwo, *[b.amount for b in found], tags={LAST_DAY})


def test_until_the_third_comes() -> None:
    """The others go home as the third arrives, or a minute later."""
    grid = """  Mon
            Ana   X
            Ben   X
            Cat   Y"""
    both = shift_type("X", "09:00-10:00")
    prompt = shift_type("Y", "09:00-11:00")
    given(grid, pairs=THIRD, types=(both, prompt)).keeps(
        NotOnlyTheseTwo, tags={LIMIT}
    )
    late = shift_type("Y", "09:01-11:00")
    given(grid, pairs=THIRD, types=(both, late)).breaches(
        NotOnlyTheseTwo, 1, tags={LIMIT}
    )


def test_a_third_from_the_night_before_the_start() -> None:
    given(
        """  Mon
         Ana   X
         Ben   X
         Cat   .""",
        pairs=THIRD,
        types=(shift_type("X", "06:00-08:00"),),
        history="""  Sun
                 Ana   .
                 Ben   .
                 Cat   N""",
    ).keeps(NotOnlyTheseTwo, tags={START})


def test_alone_together_as_the_clocks_go_forward() -> None:
    case = given(
        """  Sat
         Ana   N
         Ben   N""",
        start=SPRING,
        pairs=THIRD,
        types=(shift_type("SI", "22:00-08:00"),),
    )
    case.breaches(
        NotOnlyTheseTwo,
        *[b.amount for b in case.found(NotOnlyTheseTwo)],
        tags={CLOCK},
    )
    found = case.found(NotOnlyTheseTwo)
    assert sum(b.amount for b in found) == 9 * 60


# -- together when possible --------------------------------------------------


def test_a_shift_of_the_first_without_the_second() -> None:
    given(
        """  Mon Tue
         Ana   E   E
         Ben   E   .""",
        pairs=BESIDE,
    ).breaches(
        TogetherWhenPossible,
        "Ana and Ben are not together on Tue 2 Jun",
        tags={LAST_DAY},
    )


def test_a_minute_together_is_together() -> None:
    grid = """  Mon
            Ana   E
            Ben   L"""
    meets = shift_type("L", "14:59-22:00")
    given(grid, pairs=BESIDE, types=(meets,)).keeps(
        TogetherWhenPossible, tags={LIMIT}
    )
    misses = shift_type("L", "15:00-22:00")
    given(grid, pairs=BESIDE, types=(misses,)).breaches(
        TogetherWhenPossible, 1, tags={LIMIT}
    )


def test_the_second_is_there_from_before_the_start() -> None:
    given(
        """  Mon
         Ana   E
         Ben   .""",
        pairs=BESIDE,
        history="""  Sun
                 Ana   .
                 Ben   N""",
    ).keeps(TogetherWhenPossible, tags={START})


def test_a_night_without_the_second_as_the_clocks_go_back() -> None:
    given(
        """  Sat Sun
         Ana   N   .
         Ben   .  LD""",
        start=AUTUMN,
        pairs=BESIDE,
    ).breaches(TogetherWhenPossible, 1, tags={CLOCK})
