"""Hours over the whole period."""

from __future__ import annotations

from rota.rules.hours_in_period import FewestHours, MostHours
from tests.given import CLOCK, LAST_DAY, LIMIT, SPRING, given

ODD = (("Ana", 16 * 60 - 1),)


def test_sixteen_hours_and_a_minute_less() -> None:
    case = given("Mon Tue\nAna E L")
    case.keeps(MostHours(most=16), {LIMIT})
    case.breaches(
        MostHours(own=ODD),
        "Ana is given 16 h in the period; at most 15 h 59",
        tags={LIMIT, LAST_DAY},
    )


def test_nobody_has_a_limit_by_themselves() -> None:
    given("Mon Tue\nAna E L").keeps(MostHours)


def test_a_night_of_nine_hours() -> None:
    case = given("Sat Sun\nAna N .", start=SPRING)
    case.keeps(MostHours(most=9))
    case.breaches(MostHours(most=8), 60, tags={CLOCK})
    case.breaches(FewestHours(least=10), 60, tags={CLOCK})


def test_sixteen_hours_and_a_minute_more() -> None:
    given("Mon Tue\nAna E L").keeps(FewestHours(least=16), {LIMIT})
    case = given("Mon Tue\nAna E L\nBen . L")
    case.breaches(
        FewestHours(own=(("Ana", 16 * 60 + 1),)),
        "Ana is given 16 h in the period; at least 16 h 01",
        tags={LIMIT, LAST_DAY},
    )
