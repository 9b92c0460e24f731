"""How often somebody has one type of shift."""

from __future__ import annotations

from rota.rules.most_of_a_shift import MostOfAShift
from tests.given import CLOCK, LAST_DAY, LIMIT, SPRING, given

RULE = MostOfAShift(agreed=(("Ana", "N", 1), ("Ana", "E", 0)))


def test_one_night_and_two() -> None:
    given("Mon Tue\nAna L N\nBen N E").keeps(RULE, {LIMIT})
    given("Mon Tue\nAna N N\nBen N E").breaches(
        RULE, "Ana has N 2 times in the period; at most 1", tags={LIMIT}
    )


def test_one_number_for_all_but_those_who_agreed_another() -> None:
    rule = MostOfAShift(most=(("N", 0),), agreed=(("Ana", "N", 1),))
    given("Mon Tue\nAna N E\nBen N E").breaches(
        rule, "Ben has N 1 time in the period; at most 0"
    )


def test_an_early_on_the_last_day() -> None:
    given("Mon Tue\nAna L E").breaches(RULE, 1, tags={LAST_DAY})


def test_the_night_the_clocks_change() -> None:
    given("Sat Sun\nAna N N", start=SPRING).breaches(RULE, 1, tags={CLOCK})


def test_what_was_before_is_not_of_the_period() -> None:
    given("Mon\nAna N", history="Sun\nAna N").keeps(RULE)
