"""From a workbook with support plans to its pages, and back again."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from rota.io.read import Loaded, read
from rota.io.write import write
from rota.solver.run import solve
from tests.day_sheets import faults, given_on_days, ways_of
from tests.day_sheets import read as read_days
from tests.io.plan_books import SESSIONS_HEAD, plan, plan_sheets
from tests.io.workbooks import made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Solve a small house, and write it into its own workbook."""
    place = tmp_path_factory.mktemp("plans")
    source = made(
        place,
        plan_sheets(
            plan("Alma R", Hours_a_week=10, Longest=3),
            plan("Bob T", "2:1", Hours_a_day=1),
            plan("Bob T", "community", Hours_a_week=4, Shortest=2),
            Sessions=[SESSIONS_HEAD],
        ),
    )
    _solved(read(source), source, place / "out.xlsx")
    return place


def _solved(loaded: Loaded, source: Path, out: Path) -> None:
    asked = loaded.asked()
    result = solve(
        asked.problem, seconds=6, start=asked.start, near=asked.near
    )
    write(result, out, source, loaded.notes, loaded.person_word)


def test_what_was_solved_stands_on_the_day_sheets(folder: Path) -> None:
    loaded = read(folder / "out.xlsx")
    assert not faults(folder / "out.xlsx", ways_of(loaded.problem))
    given = sum(
        time.length
        for session in loaded.problem.sessions
        for time in loaded.roster.times_of(session.id)
    )
    assert sum(given_on_days(read_days(folder / "out.xlsx")).values()) == given
    assert given > 0


def test_an_empty_sessions_sheet_is_replaced(folder: Path) -> None:
    titles = openpyxl.load_workbook(folder / "out.xlsx").sheetnames
    assert titles.count("Sessions") == 1
    assert "Sessions as typed" not in titles


def test_nothing_that_was_filled_is_a_pin(folder: Path) -> None:
    loaded = read(folder / "out.xlsx")
    assert not loaded.problem.pinned
    assert len(loaded.roster) > 10


def test_a_row_typed_over_is_kept_on_the_next_run(folder: Path) -> None:
    book = openpyxl.load_workbook(folder / "out.xlsx")
    sheet = book["Sessions"]
    row = next(
        row for row in sheet.iter_rows(min_row=2) if row[3].value == "Alma R"
    )
    names = {"Ana Silva", "Ben Okoro", "Cara Jones", "Dev Patel"}
    other = sorted(names - {str(row[5].value)})[0]
    row[5].value = other
    book.save(folder / "typed.xlsx")
    loaded = read(folder / "typed.xlsx")
    [pin] = loaded.problem.pinned
    assert loaded.problem.worker[pin.worker_id].name == other
    _solved(loaded, folder / "typed.xlsx", folder / "again.xlsx")
    kept = [
        values
        for values in openpyxl.load_workbook(folder / "again.xlsx")[
            "Sessions"
        ].iter_rows(values_only=True)
        if values[6] == "yes"
    ]
    assert [str(values[5]) for values in kept] == [other]
    assert len(read(folder / "again.xlsx").problem.pinned) == 1
