"""Day sheets: counted cell by cell, and what the count finds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest

from rota.calendar import HOUR
from rota.checker import check
from rota.domain import Problem
from rota.domain.cutting import sessions_of
from rota.io.write import write
from rota.result import Result, Status
from rota.roster import Roster
from tests.day_sheets import Day, faults, given_on_days, read, ways_of
from tests.plans import (
    EARLY,
    LATE,
    MONDAY,
    NIGHT,
    TENANTS,
    given,
    house,
    visits,
)


def written(path: Path, problem: Problem, roster: Roster) -> Path:
    report = check(problem, roster)
    result = Result(problem, roster, report, Status.FEASIBLE, 1.0, 0)
    return write(result, path / "out.xlsx", person_word="tenant").path


@pytest.mark.parametrize("make", [house, visits])
def test_the_count_agrees_with_what_funders_see(
    make: Callable[[], Problem], tmp_path: Path
) -> None:
    problem = make()
    path = written(tmp_path, problem, given(problem))
    assert not faults(path, ways_of(problem))
    minutes = sum(given_on_days(read(path)).values())
    assert minutes == sum(
        time.length
        for session in problem.sessions
        for time in given(problem).times_of(session.id)
    )
    assert minutes >= 19 * HOUR


def day_of(path: Path, title: str) -> Day:
    return next(day for day in read(path) if day.title == title)


def test_a_session_off_the_quarter_makes_finer_columns(
    tmp_path: Path,
) -> None:
    problem = house()
    days = read(written(tmp_path, problem, given(problem)))
    steps = {day.title: day.step for day in days}
    assert steps["Wed 16 Dec"] == 5  # an appointment at 14:20
    assert steps["Thu 17 Dec"] == 15


def test_marks_say_out_driver_and_two_to_one(tmp_path: Path) -> None:
    problem = house()
    day = day_of(written(tmp_path, problem, given(problem)), "Wed 16 Dec")
    said = {b.text for blocks in day.staff.values() for b in blocks}
    assert any(text.startswith("Mr Dunn") and "out" in text for text in said)
    assert any(text.endswith("driver") for text in said)
    assert "Mr Abbot \u00b7 2:1" in said
    assert "sleep-in" in said


def test_a_client_away_is_said_and_not_why(tmp_path: Path) -> None:
    problem = house()
    path = written(tmp_path, problem, given(problem))
    [block] = day_of(path, "Fri 18 Dec").clients["Miss Carr"]
    assert block.text == "away"


def test_two_sessions_at_once_stand_in_two_rows(tmp_path: Path) -> None:
    problem = house()
    roster = given(problem)
    busy = next(
        (worker, time)
        for worker in problem.workers
        for time in roster.sessions_of(worker.id)
        if time.client.id == "Miss Carr"
    )
    clash = next(
        time
        for session in problem.sessions_of_client["Mr Abbot"]
        for time in problem.times_of[session.id]
        if time.overlaps(busy[1].begins, busy[1].ends)
    )
    roster = roster.changed(add=[(busy[0].id, clash.id)])
    found = faults(written(tmp_path, problem, roster))
    assert any("in two places" in fault for fault in found)


def test_no_time_for_the_way_is_found(tmp_path: Path) -> None:
    problem = visits(days=1)
    worker = problem.workers[0]
    one, other = (problem.sessions_of_client[name][0] for name in TENANTS[:2])
    first = problem.times_of[one.id][0]
    second = next(
        t for t in problem.times_of[other.id] if t.begins == first.ends
    )
    shift = problem.shifts[0].id
    pairs = [(worker.id, name) for name in (shift, first.id, second.id)]
    path = written(tmp_path, problem, Roster(problem, pairs))
    [fault] = faults(path, ways_of(problem))
    assert "cannot get from Mr Abbot" in fault
    assert not faults(path)  # ways are looked at only when they are known


def test_support_without_a_shift_is_found(tmp_path: Path) -> None:
    problem = house()
    roster = given(problem)
    shifts = {(e.worker_id, e.duty_id) for e in roster} & {
        (w.id, s.id) for w in problem.workers for s in problem.shifts
    }
    path = written(tmp_path, problem, roster.changed(drop=shifts))
    assert any("not on shift" in fault for fault in faults(path))


def test_a_changed_cell_is_found(tmp_path: Path) -> None:
    problem = house()
    path = written(tmp_path, problem, given(problem))
    book = openpyxl.load_workbook(path)
    sheet = book["Thu 17 Dec"]
    cell = next(
        cell
        for row in sheet.iter_rows(min_col=3)
        for cell in row
        if cell.value == "Miss Carr"
    )
    cell.value = "Mrs Bell"
    book.save(path)
    assert any("only one of two rows" in fault for fault in faults(path))


def test_every_minute_is_on_one_sheet_over_a_clock_change(
    tmp_path: Path,
) -> None:
    start = MONDAY.replace(month=10, day=19)
    plans = tuple(
        one.replace(dates=()) if one.dates else one
        for one in house().plan_lines
    )
    plans = (
        *plans,
        plans[0].replace(
            id="night",
            week_minutes=None,
            starts=30,
            ends=5 * HOUR,
            people=1,
        ),
    )
    dates = [start + timedelta(days=n) for n in range(7)]
    problem = house(
        start=start,
        end=dates[-1],
        demands=(),
        client_away=(),
        shift_types=(EARLY, LATE, NIGHT),
        shifts=tuple(
            kind.on(day, "Elm")
            for day in [start - timedelta(days=1), *dates]
            for kind in (EARLY, LATE, NIGHT)
        ),
        plan_lines=plans,
        sessions=sessions_of(plans, house().clients, (), start, dates[-1]),
    )
    night = [
        time
        for session in problem.sessions_of_line["night"]
        for time in problem.times_of[session.id]
    ]
    who = problem.workers[0].id
    pairs = [(who, time.id) for time in night]
    pairs += [(who, s.id) for s in problem.shifts if s.code == "N"]
    roster = Roster(problem, pairs)
    path = written(tmp_path, problem, roster)
    assert not faults(path)
    counted = given_on_days(read(path))["Mr Abbot", start]
    assert counted == 7 * (4 * HOUR + 30) + HOUR  # the clocks go back
