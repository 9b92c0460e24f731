"""UK time, held against GOV.UK's lists and worked lengths."""

from __future__ import annotations

import ast
from datetime import date, timedelta
from pathlib import Path

import pytest

import rota
from rota.calendar import (
    DAY,
    Attribution,
    Basis,
    Nation,
    NightPeriod,
    bank_holidays,
    clock_fault,
    days_between,
    holiday_minutes,
    holiday_spans,
    instant,
    minutes_by_day,
    monday,
    night_minutes,
    saturday,
    span,
    week_span,
    weekend_span,
)
from tests.given import AUTUMN, SPRING, minutes

YEARS = (2024, 2025, 2026, 2027, 2028)

# As GOV.UK publishes them: month-day, one column a year.
ENGLAND_AND_WALES = """
    01-01 01-01 01-01 01-01 01-03
    03-29 04-18 04-03 03-26 04-14
    04-01 04-21 04-06 03-29 04-17
    05-06 05-05 05-04 05-03 05-01
    05-27 05-26 05-25 05-31 05-29
    08-26 08-25 08-31 08-30 08-28
    12-25 12-25 12-25 12-27 12-25
    12-26 12-26 12-28 12-28 12-26
"""
SCOTLAND = """
    01-01 01-01 01-01 01-01 01-03
    01-02 01-02 01-02 01-04 01-04
    03-29 04-18 04-03 03-26 04-14
    05-06 05-05 05-04 05-03 05-01
    05-27 05-26 05-25 05-31 05-29
    ----- ----- 06-15 ----- -----
    08-05 08-04 08-03 08-02 08-07
    12-02 12-01 11-30 11-30 11-30
    12-25 12-25 12-25 12-27 12-25
    12-26 12-26 12-28 12-28 12-26
"""
ONLY_NORTHERN_IRELAND = """
    03-18 03-17 03-17 03-17 03-17
    07-12 07-14 07-13 07-12 07-12
"""
TABLES = {
    Nation.ENGLAND: ENGLAND_AND_WALES,
    Nation.WALES: ENGLAND_AND_WALES,
    Nation.SCOTLAND: SCOTLAND,
    Nation.NORTHERN_IRELAND: ENGLAND_AND_WALES + ONLY_NORTHERN_IRELAND,
}
CHRISTMAS = date(2026, 12, 25)


def published(nation: Nation, year: int) -> list[date]:
    column = YEARS.index(year)
    rows = [line.split() for line in TABLES[nation].split("\n") if line]
    cells = [row[column] for row in rows if row]
    held = [cell for cell in cells if cell != "-----"]
    return sorted(date.fromisoformat(f"{year}-{cell}") for cell in held)


def listed(nation: Nation, year: int, basis: Basis) -> list[date]:
    first, last = date(year, 1, 1), date(year, 12, 31)
    return list(bank_holidays(nation, first, last, basis))


# -- bank holidays -----------------------------------------------------------


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("nation", Nation)
def test_bank_holidays_as_gov_uk_publishes_them(
    nation: Nation, year: int
) -> None:
    found = listed(nation, year, Basis.SUBSTITUTE)
    assert found == published(nation, year)


@pytest.mark.parametrize(
    ("nation", "counts"),
    [
        (Nation.ENGLAND, (8, 8, 8)),
        (Nation.WALES, (8, 8, 8)),
        (Nation.SCOTLAND, (10, 9, 9)),
        (Nation.NORTHERN_IRELAND, (10, 10, 10)),
    ],
)
def test_how_many_a_calendar_year_has(
    nation: Nation, counts: tuple[int, ...]
) -> None:
    found = [
        len(listed(nation, year, Basis.SUBSTITUTE))
        for year in (2026, 2027, 2028)
    ]
    assert found == list(counts)


@pytest.mark.parametrize(
    ("nation", "counts"),
    [
        (Nation.ENGLAND, (10, 6, 9)),
        (Nation.SCOTLAND, (11, 8, 10)),
        (Nation.NORTHERN_IRELAND, (12, 8, 11)),
    ],
)
def test_how_many_a_leave_year_from_april_has(
    nation: Nation, counts: tuple[int, ...]
) -> None:
    found = [
        len(bank_holidays(nation, date(year, 4, 1), date(year + 1, 3, 31)))
        for year in (2026, 2027, 2028)
    ]
    assert found == list(counts)


@pytest.mark.parametrize(
    ("basis", "days"),
    [
        (Basis.SUBSTITUTE, [25, 28]),
        (Basis.ACTUAL, [25, 26]),
        (Basis.BOTH, [25, 26, 28]),
        (Basis.CHRISTMAS, [25, 26]),
    ],
)
def test_boxing_day_2026_is_a_saturday(basis: Basis, days: list[int]) -> None:
    found = bank_holidays(
        Nation.ENGLAND, date(2026, 12, 1), date(2026, 12, 31), basis
    )
    assert list(found) == [date(2026, 12, day) for day in days]


def test_at_christmas_the_days_themselves_and_substitutes_else() -> None:
    """2 January and St Andrew's fall on a weekend, the Boyne too."""
    found = listed(Nation.SCOTLAND, 2028, Basis.CHRISTMAS)
    assert found[:2] == [date(2028, 1, 1), date(2028, 1, 2)]
    assert date(2028, 1, 3) not in found
    published = listed(Nation.SCOTLAND, 2025, Basis.SUBSTITUTE)
    assert listed(Nation.SCOTLAND, 2025, Basis.CHRISTMAS) == published
    assert date(2025, 12, 1) in published  # for Sunday, St Andrew's
    ireland = listed(Nation.NORTHERN_IRELAND, 2026, Basis.CHRISTMAS)
    assert date(2026, 7, 13) in ireland  # for Sunday the twelfth
    assert date(2026, 7, 12) not in ireland
    assert date(2026, 12, 26) in ireland
    assert date(2026, 12, 28) not in ireland


def test_names_say_which_day_it_is() -> None:
    found = bank_holidays(
        Nation.ENGLAND, date(2026, 12, 1), date(2026, 12, 31), Basis.BOTH
    )
    assert list(found.values()) == [
        "Christmas Day",
        "Boxing Day",
        "Boxing Day (observed)",
    ]


def test_the_library_is_never_asked_without_a_nation() -> None:
    """Without one it drops Easter Monday and August in silence."""
    home = Path(rota.__file__).parent
    asked = []
    for path in sorted(home.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _is_holidays(node.func):
                asked.append(path.name)
                named = {keyword.arg for keyword in node.keywords}
                assert {"subdiv", "years"} <= named, path
    assert asked == ["calendar.py"]


def _is_holidays(function: ast.expr) -> bool:
    if isinstance(function, ast.Attribute):
        owner = function.value
        return isinstance(owner, ast.Name) and owner.id == "holidays"
    return isinstance(function, ast.Name) and function.id in (
        "country_holidays",
        "UnitedKingdom",
        "GB",
    )


# -- whose hours are bank-holiday hours ------------------------


@pytest.mark.parametrize(
    ("how", "basis", "eve", "christmas"),
    [
        (Attribution.SPLIT, Basis.SUBSTITUTE, 8, 2),
        (Attribution.SPLIT, Basis.BOTH, 8, 10),
        (Attribution.START, Basis.SUBSTITUTE, 0, 10),
        (Attribution.START, Basis.BOTH, 0, 10),
        (Attribution.MAJORITY, Basis.SUBSTITUTE, 10, 0),
        (Attribution.MAJORITY, Basis.BOTH, 10, 10),
        (Attribution.WINDOW, Basis.SUBSTITUTE, 0, 10),
        (Attribution.WINDOW, Basis.BOTH, 0, 10),
    ],
)
def test_the_nights_of_24_and_25_december_2026(
    how: Attribution, basis: Basis, eve: int, christmas: int
) -> None:
    days = bank_holidays(
        Nation.ENGLAND, date(2026, 12, 1), date(2026, 12, 31), basis
    )

    def hours(day: date) -> float:
        begins, ends = span(day, 22 * 60, 8 * 60)
        return holiday_minutes(begins, ends, days, how, 8 * 60) / 60

    assert hours(CHRISTMAS - timedelta(days=1)) == eve
    assert hours(CHRISTMAS) == christmas


def test_a_window_opens_on_the_day_and_closes_on_the_next() -> None:
    days = {CHRISTMAS: "Christmas Day"}
    begins, ends = span(CHRISTMAS, 6 * 60, 20 * 60)
    how = Attribution.WINDOW
    assert holiday_spans(begins, ends, days, how, 7 * 60) == [
        (begins + 60, ends)
    ]
    after = CHRISTMAS + timedelta(days=1)
    begins, ends = span(after, 6 * 60, 20 * 60)
    assert holiday_minutes(begins, ends, days, how, 7 * 60) == 60


def test_with_the_actual_day_all_of_the_night_into_boxing_day_counts() -> None:
    """The table of 5.4 gives 8 h for its part after midnight."""
    days = bank_holidays(
        Nation.ENGLAND,
        CHRISTMAS + timedelta(days=1),
        CHRISTMAS + timedelta(days=1),
        Basis.ACTUAL,
    )
    begins, ends = span(CHRISTMAS, 22 * 60, 8 * 60)
    assert holiday_minutes(begins, ends, days, Attribution.SPLIT) == 8 * 60


# -- clock changes ---------------------------------------------


@pytest.mark.parametrize(
    ("forward", "back"),
    [
        (date(2024, 3, 31), date(2024, 10, 27)),
        (date(2025, 3, 30), date(2025, 10, 26)),
        (date(2026, 3, 29), date(2026, 10, 25)),
        (date(2027, 3, 28), date(2027, 10, 31)),
        (date(2028, 3, 26), date(2028, 10, 29)),
        (date(2029, 3, 25), date(2029, 10, 28)),
    ],
)
def test_the_days_of_23_and_25_hours(forward: date, back: date) -> None:
    year = days_between(date(forward.year, 1, 1), date(forward.year, 12, 31))
    odd = {
        day: hours
        for day in year
        if (hours := (instant(day, DAY) - instant(day)) // 60) != 24
    }
    assert odd == {forward: 23, back: 25}


@pytest.mark.parametrize(
    ("times", "march", "october"),
    [
        ("22:00-08:00", 9, 11),
        ("20:00-08:00", 11, 13),
        ("22:00-07:00", 8, 10),
    ],
)
def test_elapsed_lengths_of_nights(
    times: str, march: int, october: int
) -> None:
    starts, ends = (minutes(said) for said in times.split("-"))
    for day, hours in ((SPRING, march), (AUTUMN, october)):
        first, last = span(day, starts, ends)
        assert (last - first) / 60 == hours


def test_a_part_night_after_midnight() -> None:
    for day, hours in ((date(2026, 3, 29), 5), (date(2026, 10, 25), 7)):
        first, last = span(day, 0, 6 * 60)
        assert (last - first) / 60 == hours


@pytest.mark.parametrize(
    ("ends", "march", "october"), [("21:00", 10, 12), ("22:00", 9, 11)]
)
def test_elapsed_rest_from_saturday_evening_to_sunday_eight(
    ends: str, march: int, october: int
) -> None:
    for day, hours in ((SPRING, march), (AUTUMN, october)):
        off = instant(day, minutes(ends))
        on = instant(day + timedelta(days=1), 8 * 60)
        assert (on - off) / 60 == hours


def test_times_that_the_clocks_skip_or_show_twice() -> None:
    march, october = date(2026, 3, 29), date(2026, 10, 25)
    assert "does not exist" in (clock_fault(march, 90) or "")
    assert "comes twice" in (clock_fault(october, 90) or "")
    for day in (march, october):
        assert clock_fault(day, 59) is None
        assert clock_fault(day, 120) is None
    assert clock_fault(date(2026, 6, 1), 90) is None


# -- days, weeks, nights -----------------------------------------------------


def test_weeks_begin_on_monday_and_are_seven_local_days() -> None:
    sunday = date(2026, 3, 29)
    assert monday(sunday) == date(2026, 3, 23)
    assert saturday(sunday) == date(2026, 3, 28)
    begins, ends = week_span(sunday)
    assert ends - begins == 7 * DAY - 60
    begins, ends = weekend_span(date(2026, 10, 19))
    assert ends - begins == 2 * DAY + 60


def test_an_end_at_the_start_is_a_day_later() -> None:
    begins, ends = span(date(2026, 6, 1), 480, 480)
    assert ends - begins == DAY


@pytest.mark.parametrize(
    ("day", "times", "expected"),
    [
        (date(2026, 6, 1), "22:00-08:00", 7 * 60),
        (date(2026, 3, 28), "22:00-08:00", 6 * 60),
        (date(2026, 10, 24), "22:00-08:00", 8 * 60),
        (date(2026, 6, 1), "05:00-13:00", 60),
        (date(2026, 6, 1), "14:00-23:00", 0),
        (date(2026, 6, 1), "14:00-23:01", 1),
        (date(2026, 6, 1), "06:00-14:00", 0),
    ],
)
def test_night_minutes(day: date, times: str, expected: int) -> None:
    starts, ends = (minutes(said) for said in times.split("-"))
    assert night_minutes(*span(day, starts, ends)) == expected


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("22:00-06:00", 8 * 60),
        ("21:00-05:00", 7 * 60),  # the shift begins at 22:00
        ("24:00-08:00", 8 * 60),
    ],
)
def test_night_minutes_by_agreement(period: str, expected: int) -> None:
    agreed = NightPeriod(*(minutes(said) for said in period.split("-")))
    shift = span(date(2026, 6, 1), 22 * 60, 8 * 60)
    assert night_minutes(*shift, agreed) == expected


@pytest.mark.parametrize(
    ("period", "lawful"),
    [
        ("22:00-05:00", True),
        ("22:01-05:00", False),  # a minute short of seven hours
        ("21:00-04:59", False),  # 05:00 is not in it
        ("24:00-07:00", True),
        ("24:01-08:00", False),  # midnight is not in it
        ("21:00-09:00", True),
        ("20:59-09:00", False),  # a minute more than twelve hours
        ("23:00-18:00", False),  # 6 pm for 6 am
    ],
)
def test_an_agreed_night_is_seven_hours_around_the_dead_of_it(
    period: str, lawful: bool
) -> None:
    agreed = NightPeriod(*(minutes(said) for said in period.split("-")))
    assert agreed.is_lawful is lawful


def test_a_long_stretch_is_cut_at_every_midnight() -> None:
    friday = date(2026, 3, 27)
    begins, ends = instant(friday, 22 * 60), instant(friday, 3 * DAY + 60)
    assert dict(minutes_by_day(begins, ends)) == {
        friday: 120,
        date(2026, 3, 28): DAY,
        date(2026, 3, 29): DAY - 60,
        date(2026, 3, 30): 60,
    }
