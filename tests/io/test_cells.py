from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rota.io.cells import (
    CellError,
    as_choice,
    as_date,
    as_hours,
    as_list,
    as_number,
    as_pence,
    as_whole,
    as_yes,
    heading,
    nearest,
    tidy,
)

DATES = some.dates(date(1921, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    "cell",
    [
        date(2026, 3, 7),
        datetime(2026, 3, 7),
        "07/03/2026",
        "7/3/26",
        "7.3.2026",
        "2026-03-07",
        "2026-03-07 00:00:00",
        "7 Mar 2026",
        "Sat 7th March 2026",
        "Saturday, 07/03/2026",
        46088,
    ],
)
def test_a_date_is_read_however_it_stands(cell: Any) -> None:
    assert as_date(cell) == date(2026, 3, 7)


@pytest.mark.parametrize(
    "cell", ["31/02/2026", "soon", "", "13/2026", 7, "7/3/1066", True]
)
def test_what_is_no_date_is_refused(cell: Any) -> None:
    with pytest.raises(CellError):
        as_date(cell)


def test_a_date_the_american_way_round_is_turned_for_the_hint() -> None:
    with pytest.raises(CellError) as caught:
        as_date("12/31/2026")
    assert caught.value.nearest == "31/12/2026"


@given(DATES, some.sampled_from(["%d/%m/%Y", "%Y-%m-%d", "%d %B %Y"]))
def test_every_date_comes_back(day: Any, form: Any) -> None:
    assert as_date(day.strftime(form)) == day


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [
        (37.5, 2250),
        ("37.5", 2250),
        ("37.5 hrs", 2250),
        ("7:30", 450),
        ("7h30", 450),
        (time(7, 30), 450),
        (timedelta(hours=37, minutes=30), 2250),
        (datetime(1900, 1, 1, 13, 30), 2250),
        (-4, -240),
    ],
)
def test_hours_are_read_however_they_stand(cell: Any, minutes: Any) -> None:
    assert as_hours(cell) == minutes


@given(some.integers(0, 100 * 60))
def test_every_length_comes_back(minutes: Any) -> None:
    assert as_hours(f"{minutes // 60}:{minutes % 60:02d}") == minutes


@pytest.mark.parametrize("cell", ["lots", "#N/A", "1e400", float("nan")])
def test_what_is_no_number_is_refused(cell: Any) -> None:
    with pytest.raises(CellError):
        as_number(cell)


def test_numbers_money_and_lists() -> None:
    assert as_number("1,250.5") == 1250.5
    assert as_pence("£12.50") == 1250
    assert as_list("E, L;N\nSI, E") == ("E", "L", "N", "SI")
    with pytest.raises(CellError, match="whole"):
        as_whole(2.5)


def test_yes_no_and_choices() -> None:
    assert as_yes("Y")
    assert as_yes(True)
    assert not as_yes("no")
    with pytest.raises(CellError, match="Yes or No"):
        as_yes("perhaps")
    assert as_choice("Zero-hours", ("bank",), {"zero hours": "bank"}) == "bank"
    with pytest.raises(CellError) as caught:
        as_choice("permenant", ("permanent", "bank"), {})
    assert caught.value.nearest == "permanent"


def test_text_is_compared_without_capitals_spaces_and_marks() -> None:
    assert tidy("  Ana\u00a0 Silva ") == "Ana Silva"
    assert tidy(7.0) == "7"
    assert heading("48-hour  Opt-out?") == heading("48 HOUR opt out")
    assert nearest("Anna Silva", ["Ben", "Ana Silva"]) == "Ana Silva"
