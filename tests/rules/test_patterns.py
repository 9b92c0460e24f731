"""Rolling patterns."""

from __future__ import annotations

from datetime import timedelta

from rota.domain import PatternDay
from rota.rules.patterns import FirmPattern, PatternKept
from tests.given import (
    CLOCK,
    LAST_DAY,
    LIMIT,
    MONDAY,
    SPRING,
    away,
    given,
    meeting,
)

TUESDAY = MONDAY + timedelta(days=1)


def early(firm: bool, *codes: str) -> tuple[PatternDay, ...]:
    return (PatternDay(worker_id="Ana", date=TUESDAY, codes=codes, firm=firm),)


def test_nothing_against_a_firm_pattern() -> None:
    given("Mon Tue\nAna L L", patterns=early(True, "E")).breaches(
        FirmPattern,
        "Ana's pattern has E on Tue 2 Jun",
        tags={LAST_DAY},
    )
    given("Mon Tue\nAna L L", patterns=early(False, "E")).keeps(FirmPattern)
    given("Mon Tue\nAna L .", patterns=early(True, "E")).keeps(FirmPattern)


def test_a_firm_day_off() -> None:
    given("Mon Tue\nAna . E", patterns=early(True)).breaches(
        FirmPattern, "Ana's pattern has a day off on Tue 2 Jun"
    )


def test_a_meeting_is_not_against_the_pattern() -> None:
    entry = meeting("TM", TUESDAY, "13:00-14:00", ("Ana",))
    given("Mon Tue\nAna . TM", patterns=early(True), diary=(entry,)).keeps(
        FirmPattern
    )


def test_a_preferred_pattern_day_by_day() -> None:
    preferred = early(False, "L", "SI")
    given("Mon Tue\nAna E L/SI", patterns=preferred).keeps(
        PatternKept, tags={LIMIT}
    )
    given("Mon Tue\nAna . L", patterns=preferred).breaches(
        PatternKept,
        "Ana is L on Tue 2 Jun; the pattern says L/SI",
        tags={LIMIT, LAST_DAY},
    )
    given("Mon Tue\nAna . .", patterns=preferred).breaches(
        PatternKept, "Ana is off on Tue 2 Jun; the pattern says L/SI"
    )
    given("Mon Tue\nAna . E", patterns=early(False)).breaches(
        PatternKept, "Ana is E on Tue 2 Jun; the pattern says off"
    )


def test_a_pattern_over_the_clock_change() -> None:
    nights = tuple(
        PatternDay(worker_id="Ana", date=day, codes=("N",))
        for day in (SPRING, SPRING + timedelta(days=1))
    )
    given(
        """  Sat Sun
         Ana   N   E""",
        start=SPRING,
        patterns=nights,
    ).breaches(
        PatternKept,
        "Ana is E on Sun 29 Mar; the pattern says N",
        tags={CLOCK},
    )


def test_a_pattern_says_nothing_of_days_of_leave() -> None:
    given(
        "Mon Tue\nAna . .",
        patterns=early(False, "E"),
        absences=(away("Ana", TUESDAY, TUESDAY),),
    ).keeps(PatternKept)
