"""The next period's workbook: moved on, and otherwise as it was."""

from __future__ import annotations

import itertools
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner

import rota
from rota.calendar import HOUR, overlap, week_span
from rota.cli import main
from rota.domain import Contract, Duty, Key, Problem, Strength
from rota.errors import OutputError
from rota.examples import EXAMPLES, write_example
from rota.io.next_book import write_next
from rota.io.package import Package
from rota.io.read import Loaded, read
from rota.io.typed_cells import TypedCells
from rota.io.write import write
from rota.next_period import roll
from rota.roster import Roster
from rota.rules.nights_in_a_row import NightsInARow
from tests.io.books import manager_book, saved, typed_rota, with_extras
from tests.io.workbooks import dates, made, sheets

NEXT = date(2026, 12, 21)  # after the two weeks of tests.io.books


def rolled(file: Path, to: Path) -> Loaded:
    loaded = read(file)
    after = roll(loaded.problem, loaded.roster)
    return read(write_next(file, to, loaded.problem, after).path)


def rowan(tmp_path: Path, **changes: Any) -> Loaded:
    """Roll a small workbook in which Ana works an early."""
    week = [["Name", *dates(14)], ["Ana Silva", "E"]]
    file = made(tmp_path, sheets(**({"Rota": week} | changes)))
    return rolled(file, tmp_path / "next.xlsx")


def values(path: Path, title: str) -> list[tuple[object, ...]]:
    sheet = openpyxl.load_workbook(path)[title]
    return [row for row in sheet.iter_rows(values_only=True) if any(row)]


def test_it_starts_the_day_after_and_the_rota_is_empty(
    tmp_path: Path,
) -> None:
    after = rowan(tmp_path)
    assert after.problem.start == NEXT
    assert len(after.problem.dates) == 14
    assert not after.roster.pairs
    assert not after.problem.pinned
    assert after.problem.known_from == date(2026, 12, 7)
    assert len(after.problem.past) == 1


def test_the_managers_own_rota_is_kept_under_its_date(
    tmp_path: Path,
) -> None:
    after = rowan(tmp_path)
    names = openpyxl.load_workbook(after.source).sheetnames
    assert names[:2] == ["Rota", "History"]
    assert names[-1] == "Rota to 20 Dec 2026"


def test_a_last_day_that_was_typed_moves_too(tmp_path: Path) -> None:
    service = [["Starts", dates()[0]], ["Ends", "13/12/2026"]]
    after = rowan(
        tmp_path,
        Service=service,
        Rota=[["Name", *dates(7)], ["Ana Silva", "E"]],
    )
    assert (after.problem.start, after.problem.end) == (
        date(2026, 12, 14),
        date(2026, 12, 20),
    )


def test_hours_are_brought_forward_in_a_column_of_their_own(
    tmp_path: Path,
) -> None:
    after = rowan(tmp_path)
    owed = {w.name: w.brought_forward for w in after.problem.workers}
    assert owed["Ana Silva"] == 75 * 60 - 450
    assert owed["Ben Okoro"] == 60 * 60


def test_leave_toil_and_what_was_worked_are_carried_on(
    tmp_path: Path,
) -> None:
    workers = [
        ["Name", "Role", "Hours", "Leave brought forward", "TOIL"],
        ["Ana Silva", "Senior", 37.5, 100, 8],
        ["Ben Okoro", "Support worker", 30, None, None],
    ]
    first = dates()[0]
    file = made(
        tmp_path,
        sheets(
            Workers=workers,
            Rota=[["Name", *dates(14)], ["Ana Silva", "E", "AL", "TOIL", "E"]],
            Worked=[
                ["Name", "Date", "Shift", "To", "Worked"],
                ["Ana Silva", first, "E", "16:00", None],
                ["Ana Silva", dates()[3], "E", None, "no"],
            ],
        ),
    )
    answer = CliRunner().invoke(
        main, ["next", str(file), "-o", str(tmp_path / "next.xlsx")]
    )
    assert answer.exit_code == 0, answer.output
    after = read(tmp_path / "next.xlsx")
    ana, ben = after.problem.workers
    assert (ana.leave_left, ben.leave_left) == (92 * 60 + 30, None)
    assert ana.toil_left == 30
    assert ana.brought_forward == (75 - 15) * 60 - 8 * 60 - 30
    (entry,) = after.problem.past
    assert after.problem.duty[entry.duty_id].times == "07:00-16:00"
    assert after.pay.worked == ()
    assert len(values(after.source, "Worked")) == 1


def test_what_is_over_goes_and_what_is_to_come_stays(tmp_path: Path) -> None:
    old, late, new = date(2026, 12, 8), date(2026, 12, 20), date(2026, 12, 29)
    head = ["Name", "First", "Last"]
    after = rowan(
        tmp_path,
        Leave=[head, ["Ana Silva", old, None], ["Ben Okoro", late, NEXT]],
        Requests=[head, ["Ana Silva", old, None], ["Ana Silva", new, new]],
        Availability=[
            [*head, "Days", "Status"],
            ["Ana Silva", old, None, None, "no"],
            ["Ben Okoro", old, None, "Mon", "no"],
            ["Cara Jones", None, None, "Tue", "no"],
        ],
    )
    problem, path = after.problem, after.source
    assert [row[0] for row in values(path, "Leave")[1:]] == ["Ben Okoro"]
    assert [r.date for r in problem.requests] == [new]
    names = [row[0] for row in values(path, "Availability")[1:]]
    assert names == ["Ben Okoro", "Cara Jones"]
    # the days of leave that are over are in the History, as days
    assert problem.excluded_days("Ana Silva", date(2026, 12, 7)) == 1


def test_a_rolling_pattern_goes_on(tmp_path: Path) -> None:
    """Of a three-week cycle without a start, week three comes next."""
    cycle = [
        ["Name", "Week", "Starts", "Mon", "Tue"],
        ["Ana Silva", 1, None, "E", None],
        ["Ana Silva", 2, None, "L", None],
        ["Ana Silva", 3, None, None, "LD"],
    ]
    after = rowan(tmp_path, Patterns=cycle)
    said = {day.date: day.codes for day in after.problem.patterns}
    assert said[date(2026, 12, 22)] == ("LD",)
    assert said[date(2026, 12, 28)] == ("E",)


def test_a_shift_that_goes_on_past_the_end_is_in_the_new_rota(
    tmp_path: Path,
) -> None:
    week = [["Name", *dates(14)], ["Ana Silva", *[None] * 13, "L/SI/E"]]
    after = rowan(tmp_path, Rota=week)
    (pin,) = after.problem.pinned
    assert after.problem.duty[pin.duty_id].date == NEXT
    assert after.problem.duty[pin.duty_id].code == "E"
    past = {after.problem.duty[e.duty_id].code for e in after.problem.past}
    assert past == {"L", "SI"}


def test_own_times_and_meetings_are_history_by_their_times(
    tmp_path: Path,
) -> None:
    diary = [
        ["Title", "Date", "Start", "End", "Who", "Code"],
        ["Fire drill", dates()[1], "10:00", "12:00", "Ben Okoro", "FD"],
    ]
    week = [
        ["Name", *dates(14)],
        ["Ana Silva", "09:00-13:00"],
        ["Ben Okoro", None, "FD"],
    ]
    after = rowan(tmp_path, Rota=week, Diary=diary)
    past = {after.problem.duty[e.duty_id].times for e in after.problem.past}
    assert past == {"09:00-13:00", "10:00-12:00"}
    assert not after.problem.diary


def test_a_formula_is_left_and_said(tmp_path: Path) -> None:
    file = made(
        tmp_path,
        sheets(Rota=[["Name", *dates(14)], ["Ana Silva", "E"]]),
    )
    loaded = read(file)
    book = openpyxl.load_workbook(file)
    book["Service"]["B2"] = "=DATE(2026,12,7)"
    book.save(file)
    package = Package.open(file)
    cells = TypedCells(package, "xl/worksheets/sheet1.xml")
    assert not cells.set(1, 1, NEXT)
    assert loaded.problem.start == dates()[0]


def test_the_managers_own_sheets_stay(tmp_path: Path) -> None:
    file = saved(typed_rota(with_extras(manager_book())), tmp_path / "a.xlsx")
    loaded = read(file)
    result = rota.solve(loaded.problem, seconds=2, threads=1)
    done = write(result, tmp_path / "done.xlsx", source=file).path
    again = rolled(done, tmp_path / "next.xlsx")
    book = openpyxl.load_workbook(again.source)
    assert book.sheetnames[:2] == ["Rota", "History"]
    assert not {"Summary", "Checks", "_rota"} & set(book.sheetnames)
    assert book["My notes"]["A2"].value == "=A1*21"
    assert book["My notes"]["A2"].number_format == '"£"0.00'
    assert book["Workers"]["A2"].comment.text == "prefers lates"
    assert isinstance(book["Service"]["B3"].value, datetime)
    third = rota.solve(again.problem, seconds=2, threads=1)
    assert not third.report.broken


def test_the_command_says_what_the_next_rota_knows(tmp_path: Path) -> None:
    file = made(
        tmp_path, sheets(Rota=[["Name", *dates(14)], ["Ana Silva", "E"]])
    )
    target = tmp_path / "next.xlsx"
    done = CliRunner().invoke(main, ["next", str(file), "-o", str(target)])
    assert done.exit_code == 0, done.output
    assert "Mon 21 Dec to Sun 3 Jan 2027" in done.output
    assert "not known for every week" in done.output
    assert target.exists()


def test_the_command_refuses_an_empty_rota(tmp_path: Path) -> None:
    file = made(tmp_path, sheets())
    target = tmp_path / "next.xlsx"
    done = CliRunner().invoke(main, ["next", str(file), "-o", str(target)])
    assert done.exit_code == 2
    assert "No rota stands in the workbook" in done.output
    assert not target.exists()
    with pytest.raises(OutputError):
        rolled(file, target)


# -- three periods of each example ------------------------------------------


def only_musts(problem: Problem) -> Problem:
    """Keep every must, and the minimum cover, which needs no search."""
    kept = ("cover minimum",)
    rules = tuple(
        rule
        if rule.id in kept or rule.strength is Strength.MUST
        else rule.replace(strength=Strength.OFF)
        for rule in problem.rules
    )
    return problem.replace(rules=rules)


MUST = Strength.MUST
AT_SEAMS = (  # what reaches over a seam, and is a must on both sides of it
    "forty eight hours",
    "rest",
    "spell length",
    "weekly rest",
    "weekly caps",
    "days in a row",
    "nights in a row",
    "sleep ins in a row",
)


@pytest.mark.parametrize("name", EXAMPLES)
def test_nothing_breaks_at_a_seam(name: str, tmp_path: Path) -> None:
    """Each period is judged by all rules, with the history as written.

    Then the three are laid end to end and counted again, without any of it.
    """
    source = tmp_path / "0.xlsx"
    write_example(name, source)
    worked: Worked = {}
    first = read(source).problem.start
    for number in range(1, 4):
        loaded = read(source)
        done = rota.solve(only_musts(loaded.problem), seconds=6, threads=1)
        whole = Roster(loaded.problem, done.roster.pairs)
        report = rota.check(loaded.problem, whole)
        assert not report.broken
        assert all(loaded.problem.rule(r).strength is MUST for r in AT_SEAMS)
        for worker in loaded.problem.workers:
            held = worked.setdefault(worker.id, {})
            held |= {
                duty.id: duty
                for duty in whole.timeline(worker.id)
                if number == 1 or duty.date >= loaded.problem.start
            }
        after = roll(loaded.problem, whole)
        before, source = source, tmp_path / f"{number}.xlsx"
        write_next(before, source, loaded.problem, after)
    last = read(source).problem
    own = [w for w in last.workers if w.contract is Contract.PERMANENT]
    weeks = {len(last.week_totals_of.get(w.id, {})) for w in own}
    assert max(weeks) >= 2
    assert {c.burden for c in last.ledger if c.count}
    lie_end_to_end(last, worked, first)
    totals_are_what_was_worked(last, worked, first)


Worked = dict[str, dict[str, Duty]]  # duties by worker id, by duty id


def lie_end_to_end(problem: Problem, worked: Worked, first: date) -> None:
    """Count rest, and nights in a row, from begins and ends alone."""
    rule = problem.rule("nights in a row")
    assert isinstance(rule, NightsInARow)
    for worker_id, held in worked.items():
        duties = sorted((d for d in held.values() if d.work), key=_begins)
        for one, other in itertools.pairwise(duties):
            gap = other.begins - one.ends
            touch = gap <= problem.spell_gap
            excused = _is_excused(problem, worker_id, other)
            before = other.date < first  # as it was found
            fine = touch or gap >= 11 * HOUR or excused or before
            assert fine, (one.id, other.id)
        nights = {d.date for d in duties if d.is_night}
        most = rule.limit(problem.worker[worker_id])
        assert most is None or _longest_run(nights) <= most, worker_id


def _begins(duty: Duty) -> tuple[int, int]:
    return duty.begins, duty.ends


def _is_excused(problem: Problem, worker_id: str, duty: Duty) -> bool:
    """Tell whether somebody approved a shorter rest before a duty."""
    key = Key(worker_id, date=duty.date)
    return problem.rule("rest").strength_of(key) is not MUST


def _longest_run(days: set[date]) -> int:
    longest = run = 0
    for day in sorted(days):
        run = run + 1 if day - timedelta(days=1) in days else 1
        longest = max(longest, run)
    return longest


def totals_are_what_was_worked(
    problem: Problem, worked: Worked, first: date
) -> None:
    """Hold the weeks since a day that are totals against their duties.

    The test knows the duties of two rotas ago; the workbook does no more.
    """
    compared = 0
    for worker_id, totals in problem.week_totals_of.items():
        for week, total in totals.items():
            if first <= week:
                begins, ends = week_span(week)
                minutes = sum(
                    d.work
                    * overlap(d.begins, d.ends, begins, ends)
                    // d.length
                    for d in worked.get(worker_id, {}).values()
                )
                assert abs(total.minutes - minutes) <= 1, (worker_id, week)
                compared += minutes > 0
    assert compared
