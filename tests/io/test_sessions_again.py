"""Sessions written by the program, and read again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl

from rota.checker import check
from rota.io.read import Loaded, read
from rota.io.write import write
from rota.result import Result, Status
from rota.roster import Roster
from tests.io.plan_books import PLAN_WORKERS, plan, plan_sheets
from tests.io.workbooks import Rows, dates, made

GROUP = "Sigma"
WORKERS: Rows = [[*row[:7], GROUP] for row in PLAN_WORKERS]
WORKERS[0] = PLAN_WORKERS[0]


def result_of(roster: Roster) -> Result:
    return Result(
        problem=roster.problem,
        roster=roster,
        report=check(roster.problem, roster),
        status=Status.FEASIBLE,
        seconds=1.0,
        seed=0,
    )


def written(folder: Path) -> tuple[Loaded, Roster, Path]:
    """Give a workbook with a rota of nine sessions, and the rota."""
    rows = (
        plan("Alma R", "2:1", Hours_a_day=2, Personal_care_by=GROUP),
        plan("Alma R", Hours_a_day=1, Earliest="15:00", Latest="17:00"),
        plan("Bob T", Hours_a_day=1, Earliest="15:00", Latest="17:00"),
    )
    loaded = read(made(folder, plan_sheets(*rows, Workers=WORKERS)))
    problem = loaded.problem
    pairs = [
        (name, f"{day.isoformat()}:{code}:")
        for day in dates(3)
        for name, code in (("Ana Silva", "E"), ("Ben Okoro", "LD"))
    ]
    for session in problem.sessions:
        if session.date in dates(3):
            time = problem.times_of[session.id][0]
            givers = ("Ana Silva", "Ben Okoro")[: session.people]
            pairs += [(name, time.id) for name in givers]
    roster = Roster(problem, pairs)
    out = folder / "out.xlsx"
    write(result_of(roster), out, source=loaded.source, notes=loaded.notes)
    return loaded, roster, out


def test_people_of_one_name_are_told_apart(tmp_path: Path) -> None:
    workers = [list(row) for row in PLAN_WORKERS]
    workers[0].append("Payroll")
    for number, row in enumerate(workers[1:], 1):
        row[0] = "Ana Silva"
        row.append(number)
    clients = [["Name", "Number"], ["Alma R", "a1"], ["Alma R", "a2"]]
    rows = [plan(name, Hours_a_day=1) for name in ("a1", "a2")]
    content = plan_sheets(*rows, Workers=workers, Clients=clients)
    loaded = read(made(tmp_path, content))
    pairs = [
        (worker, loaded.problem.times_of[session.id][0].id)
        for worker, session in zip("12", loaded.problem.sessions, strict=False)
    ]
    roster = Roster(loaded.problem, pairs)
    out = tmp_path / "out.xlsx"
    write(result_of(roster), out, source=loaded.source)
    assert read(out).roster.pairs == roster.pairs


def session_rows(book: Any) -> list[list[Any]]:
    return [list(row) for row in book["Sessions"].iter_rows()]


def test_what_is_written_is_read_as_it_was(tmp_path: Path) -> None:
    _, roster, out = written(tmp_path)
    again = read(out)
    assert again.roster.pairs == roster.pairs
    assert again.problem.pinned == ()
    assert len(again.problem.sessions) == len(roster.problem.sessions)


def test_a_changed_row_and_a_kept_one_are_pins(tmp_path: Path) -> None:
    _, roster, out = written(tmp_path)
    book = openpyxl.load_workbook(out)
    by_client = {row[3].value: row for row in session_rows(book)[1:]}
    by_client["Bob T"][5].value = "Cara Jones"
    by_client["Alma R"][6].value = "Yes"
    book.save(out)
    again = read(out)
    problem = again.problem
    pinned = {
        (problem.session_times[pin.duty_id].code, pin.worker_id)
        for pin in problem.pinned
    }
    assert ("Bob T", "Cara Jones") in pinned
    assert {name for name, _ in pinned} == {"Alma R", "Bob T"}
    assert len(again.roster.pairs) == len(roster.pairs)
    asked = again.asked()
    assert asked.start == again.roster
    assert asked.near is not None
    assert not {d for _, d in asked.near.pairs} & set(problem.session_times)


def test_no_page_names_a_personal_care_group(tmp_path: Path) -> None:
    _, _, out = written(tmp_path)
    book = openpyxl.load_workbook(out)
    theirs = {"Workers", "Support plans"}
    shown = [
        (sheet.title, cell.coordinate)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if GROUP.casefold() in str(cell.value).casefold()
    ]
    assert {title for title, _ in shown} == theirs
