"""Shifts that are long in themselves."""

from __future__ import annotations

from rota.domain import Strength
from rota.rules.long_shifts import LongShifts
from tests.given import AUTUMN, CLOCK, LAST_DAY, LIMIT, given, shift_type

RULE = LongShifts(strength=Strength.SHOULD)


def test_twelve_hours_and_a_minute() -> None:
    given("Mon\nAna LD").keeps(RULE, tags={LIMIT})
    long = shift_type("X", "08:00-20:01")
    given("Mon Tue\nAna . X", types=(long,)).breaches(
        RULE,
        "X is longer than 12 h; it is worked 1 time",
        tags={LIMIT, LAST_DAY},
    )


def test_twelve_hours_are_thirteen_as_the_clocks_go_back() -> None:
    night = shift_type("X", "20:00-08:00")
    given("Sat\nAna X", start=AUTUMN, types=(night,)).breaches(
        RULE, 1, tags={CLOCK}
    )


def test_it_is_only_watched() -> None:
    assert LongShifts().strength is Strength.WATCH
