"""The Sessions sheet: what stands, what a person typed, what has to go."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from rota.domain import Assignment
from rota.io.memory import session_entry, write_memory
from rota.io.read import Loaded, read
from tests.io.plan_books import (
    DIARY_HEAD,
    SESSIONS_HEAD,
    WEDNESDAY,
    plan,
    plan_sheets,
)
from tests.io.workbooks import START, Rows, dates, made


def loaded(folder: Path, *rows: list[Any], **changes: Any) -> Loaded:
    return read(made(folder, plan_sheets(*rows, **changes)))


def standing(folder: Path, *rows: list[Any], plans: list[Any]) -> Loaded:
    return loaded(folder, *plans, Sessions=[SESSIONS_HEAD, *rows])


def test_a_typed_row_is_kept_as_it_stands(tmp_path: Path) -> None:
    found = standing(
        tmp_path,
        [WEDNESDAY, "10:00", "12:00", "Alma R", "1:1", "Ana Silva", None],
        plans=[plan("Alma R", Hours_a_day=2)],
    )
    (pin,) = found.problem.pinned
    assert pin.worker_id == "Ana Silva"
    time_ = found.problem.session_times[pin.duty_id]
    assert (time_.date, time_.times) == (WEDNESDAY, "10:00-12:00")
    assert set(found.roster) == {pin}


def test_two_rows_of_one_time_are_two_people_of_a_two_to_one(
    tmp_path: Path,
) -> None:
    found = standing(
        tmp_path,
        [WEDNESDAY, "10:00", "12:00", "Alma R", None, "Ana Silva", None],
        [WEDNESDAY, "10:00", "12:00", "Alma R", None, "Ben Okoro", None],
        plans=[plan("Alma R", "2:1", Hours_a_day=2)],
    )
    assert len({pin.duty_id for pin in found.problem.pinned}) == 1
    assert len(found.problem.pinned) == 2


def test_rows_take_the_session_that_has_no_other_time(tmp_path: Path) -> None:
    found = standing(
        tmp_path,
        [WEDNESDAY, "09:00", "11:00", "Alma R", "1:1", "Ana Silva", None],
        [WEDNESDAY, "13:00", "15:00", "Alma R", "1:1", "Ben Okoro", None],
        plans=[
            plan("Alma R", Hours_a_day=2),
            plan("Alma R", From="09:00", To="11:00"),
        ],
    )
    lines = {
        pin.worker_id: found.problem.session_times[pin.duty_id].line.id
        for pin in found.problem.pinned
    }
    assert lines == {"Ana Silva": "Alma R/1:1/2", "Ben Okoro": "Alma R/1:1/1"}


def test_a_session_past_midnight_has_the_date_of_the_evening(
    tmp_path: Path,
) -> None:
    late = plan("Alma R", Hours_a_day=1, Earliest="23:00", Latest="03:00")
    for day in (WEDNESDAY, dates()[3]):
        found = standing(
            tmp_path,
            [WEDNESDAY, "23:30", "00:30", "Alma R", None, "Ana Silva", None],
            [day, "01:00", "02:00", "Alma R", None, "Ben Okoro", None],
            plans=[late, late],
        )
        days = {
            found.problem.session_times[pin.duty_id].date
            for pin in found.problem.pinned
        }
        assert days <= {WEDNESDAY, dates()[3]}
        assert len(found.problem.pinned) == 2


def test_rows_outside_of_the_rota_are_said_not_to_be_read(
    tmp_path: Path,
) -> None:
    found = standing(
        tmp_path,
        [date(2026, 11, 2), "10:00", "12:00", "Alma R", None, "Ana Silva"],
        plans=[plan("Alma R", Hours_a_day=2)],
    )
    assert not found.roster.pairs
    assert any("rows before or after" in note for note in found.notes)


def test_sessions_begin_the_next_rota_and_are_no_promise(
    tmp_path: Path,
) -> None:
    found = loaded(
        tmp_path,
        plan("Alma R", Hours_a_day=2),
        Sessions=[
            SESSIONS_HEAD,
            [WEDNESDAY, "10:00", "12:00", "Alma R", "1:1", "Ana Silva"],
        ],
        Rota=[["Name", *dates(7)], ["Ana Silva", None, None, "E"]],
    )
    asked = found.asked(published=START)
    assert asked.start is not None
    assert asked.near is not None
    assert len(asked.start.pairs) == 2
    assert {duty for _, duty in asked.near.pairs} == {"2026-12-09:E:"}
    session = next(iter(asked.start.pairs - asked.near.pairs))
    kept = Assignment(worker_id=session[0], duty_id=session[1])
    assert asked.problem.pinned == (kept,)


def remembered(folder: Path, *rows: list[Any], **changes: Any) -> Loaded:
    """Read rows of Sessions of which the program wrote the first two."""
    plans = [plan("Alma R", "2:1", Hours_a_day=2)]
    content = plan_sheets(*plans, Sessions=[SESSIONS_HEAD, *WRITTEN])
    file = made(folder, content)
    before = read(file)
    entries = {
        session_entry(
            before.problem.session_times[duty], "Ana Silva, Ben Okoro"
        )
        for _, duty in before.roster.pairs
    }
    content = plan_sheets(
        *plans, **({"Sessions": [SESSIONS_HEAD, *rows]} | changes)
    )
    workbook = openpyxl.load_workbook(made(folder, content))
    write_memory(workbook, entries)
    workbook.save(file)
    return read(file)


WRITTEN = [
    [day, "10:00", "12:00", "Alma R", "2:1", "Ana Silva, Ben Okoro", None]
    for day in dates()[1:3]
]


def test_what_the_program_wrote_is_no_pin(tmp_path: Path) -> None:
    found = remembered(tmp_path, *WRITTEN)
    assert len(found.roster.pairs) == 4
    assert found.problem.pinned == ()


@pytest.mark.parametrize(
    ("column", "value"),
    [
        (1, "09:00"),
        (5, "Ana Silva, Cara Jones"),
        (6, "Yes"),
    ],
)
def test_a_row_that_was_changed_or_kept_is_a_pin(
    tmp_path: Path, column: int, value: object
) -> None:
    rows: Rows = [list(row) for row in WRITTEN]
    first, second = rows
    second[column] = value
    if column == 1:
        second[2] = "11:00"
    found = remembered(tmp_path, first, second)
    pinned = {
        found.problem.session_times[pin.duty_id].date
        for pin in found.problem.pinned
    }
    assert pinned == {WEDNESDAY}
    assert len(found.problem.pinned) == 2


def test_what_the_program_wrote_goes_where_plans_have_changed(
    tmp_path: Path,
) -> None:
    away = [["Alma R", "home", WEDNESDAY, None, None, None]]
    found = remembered(tmp_path, *WRITTEN, Client_diary=[DIARY_HEAD, *away])
    assert len(found.roster.pairs) == 2
    assert any("no longer fit are left out" in note for note in found.notes)
