from datetime import datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rota.io.cells import CellError
from rota.io.times import as_clock, as_span, shown, shown_span

CLOCKS = some.integers(0, 1439)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("7-3", "07:00-15:00"),
        ("9-3", "09:00-15:00"),
        ("9 to 5", "09:00-17:00"),
        ("9\u20135", "09:00-17:00"),
        ("0730-2130", "07:30-21:30"),
        ("7.30-15", "07:30-15:00"),
        ("2pm-10pm", "14:00-22:00"),
        ("2-10pm", "14:00-22:00"),
        ("22:00-08:00", "22:00-08:00"),
        ("12-8", "12:00-20:00"),
        ("7:30-3:30", "07:30-15:30"),
    ],
)
def test_own_times_are_read_as_day_work_where_only_that_makes_sense(
    typed: Any, meant: Any
) -> None:
    assert shown_span(*as_span(typed)) == meant


@pytest.mark.parametrize("typed", ["8-8", "7-7", "2-10", "10-6", "12-12"])
def test_times_that_could_be_day_or_night_are_refused_with_both(
    typed: Any,
) -> None:
    with pytest.raises(CellError, match=r"this could be .* or .*"):
        as_span(typed)


@pytest.mark.parametrize("typed", ["24:00-08:00", "9-25", "16-24"])
def test_there_is_no_24_00(typed: Any) -> None:
    with pytest.raises(CellError, match="midnight"):
        as_span(typed)


def test_times_that_make_a_very_long_shift_are_a_slip() -> None:
    with pytest.raises(CellError, match="23 h long"):
        as_span("22:00-21:00")


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        (time(7, 30), "07:30"),
        (0.3125, "07:30"),
        (7.3, "07:30"),
        (730, "07:30"),
        (7, "07:00"),
        ("7.30", "07:30"),
        ("7.3", "07:30"),
        ("7:30 pm", "19:30"),
        ("midnight", "00:00"),
        ("12am", "00:00"),
        (timedelta(hours=22), "22:00"),
    ],
)
def test_a_time_is_read_however_it_stands(cell: Any, meant: Any) -> None:
    assert shown(as_clock(cell)) == meant


@pytest.mark.parametrize(
    "cell",
    ["24:00", timedelta(hours=24), datetime(1900, 1, 1), "soon", 7.77, "7:75"],
)
def test_what_is_no_time_of_day_is_refused(cell: Any) -> None:
    with pytest.raises(CellError):
        as_clock(cell)


@pytest.mark.parametrize(
    ("cell", "near"),
    [
        (datetime(1900, 1, 7), "07:00"),  # 7, in a cell for times
        (datetime(1900, 1, 7, 7, 12), "07:30"),  # 7.3
        (datetime(1901, 11, 30), "07:00"),  # 700
        (datetime(1904, 3, 9), "15:30"),  # 1530
        (datetime(1900, 1, 1), "00:00"),  # 24:00
        (datetime(1900, 3, 1), ""),  # 61
        (datetime(2026, 3, 7), ""),  # 7-3
    ],
)
def test_what_excel_made_a_date_is_said_as_it_was_typed(
    cell: Any, near: str
) -> None:
    with pytest.raises(CellError) as error:
        as_clock(cell)
    assert error.value.nearest == near


@given(CLOCKS)
def test_every_time_of_day_comes_back(clock: Any) -> None:
    assert as_clock(shown(clock)) == clock
    assert as_clock(time(clock // 60, clock % 60)) == clock
    assert as_clock(clock / 1440 if clock else "00:00") == clock


@given(CLOCKS, some.integers(1, 16 * 60))
def test_times_in_full_come_back(start: Any, length: Any) -> None:
    end = (start + length) % 1440
    assert as_span(shown_span(start, end)) == (start, end)
    assert as_span(shown_span(start, end).replace(":", "")) == (start, end)
