"""The workbook that is written: pages, print set-up, safety, round trip."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from rota.checker import check
from rota.domain import Absence, AbsenceKind, Problem, Worker
from rota.errors import OutputError
from rota.io.memory import AWAY_MARK, read_memory
from rota.io.write import TITLES, write
from rota.result import Result, Status
from rota.roster import Roster
from tests.house import START, greedy, house


def result_of(problem: Problem, roster: Roster) -> Result:
    report = check(problem, roster)
    bound = int(report.cost * 0.99)
    return Result(problem, roster, report, Status.FEASIBLE, 12.0, 7, bound)


@cache
def a_result() -> Result:
    problem = house(days=14)
    return result_of(problem, greedy(problem))


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    path = tmp_path_factory.mktemp("out") / "rota.xlsx"
    notes = ["9 of 24 have no opt-out recorded."]
    return openpyxl.load_workbook(write(a_result(), path, notes=notes).path)


def texts(sheet: Worksheet) -> list[str]:
    return [
        str(cell.value)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]


def row_of(sheet: Worksheet, name: str) -> int:
    return next(
        row
        for row in range(1, sheet.max_row + 1)
        if sheet.cell(row, 1).value == name
    )


def column_of(sheet: Worksheet, day: date) -> int:
    return next(
        column
        for column in range(1, sheet.max_column + 1)
        if sheet.cell(row_of(sheet, "Name"), column).value
        == datetime.combine(day, datetime.min.time())
    )


def at(sheet: Worksheet, name: str, day: date) -> object:
    return sheet.cell(row_of(sheet, name), column_of(sheet, day)).value


def test_our_pages_come_first_and_in_order(book: Workbook) -> None:
    assert tuple(book.sheetnames[: len(TITLES)]) == TITLES
    assert book["_rota"].sheet_state == "veryHidden"


def test_every_duty_stands_in_its_cell(book: Workbook) -> None:
    result = a_result()
    sheet = book["Rota"]
    for worker in result.problem.workers:
        for day in result.problem.dates:
            codes_there = [
                duty.code
                for duty in result.roster.by_worker[worker.id]
                if duty.date == day
            ]
            text = at(sheet, worker.name, day)
            bare = [p.partition("@")[0] for p in str(text or "").split("/")]
            if codes_there:
                assert bare == codes_there


def test_a_shift_away_from_the_own_unit_says_where(book: Workbook) -> None:
    result = a_result()
    away = [
        (worker, duty)
        for worker in result.problem.workers
        for duty in result.roster.by_worker[worker.id]
        if duty.unit_id and duty.unit_id != worker.units[0]
    ]
    assert away
    for worker, duty in away:
        text = str(at(book["Rota"], worker.name, duty.date))
        assert f"{duty.code}@{duty.unit_id}" in text.split("/")


def test_typed_cells_are_bold_with_a_border_and_not_remembered(
    book: Workbook,
) -> None:
    sheet = book["Rota"]
    day = date(2026, 12, 12)
    cell = sheet.cell(row_of(sheet, "Ben Okoro"), column_of(sheet, day))
    assert cell.value == "LD"
    assert cell.font.bold
    assert cell.border.left.style == "medium"
    filled = {(who, when) for _, who, when in read_memory(book)}
    assert ("Ben Okoro", day) not in filled
    assert ("Dev Patel", date(2026, 12, 10)) in filled


def test_a_typed_day_off_stays_typed(tmp_path: Path) -> None:
    result = a_result()
    kept = (*result.problem.kept, ("Pat Kelly", date(2026, 12, 20)))
    dropped = [pair for pair in result.roster.pairs if pair[0] != "Pat Kelly"]
    problem = result.problem.replace(kept=kept)
    path = write(
        result_of(problem, Roster(problem, dropped)), tmp_path / "a.xlsx"
    ).path
    sheet = openpyxl.load_workbook(path)["Rota"]
    assert at(sheet, "Pat Kelly", date(2026, 12, 20)) == "OFF"


def test_weekends_and_bank_holidays_are_marked(tmp_path: Path) -> None:
    problem = house(days=21)
    result = result_of(problem, Roster(problem, ()))
    path = write(result, tmp_path / "r.xlsx").path
    sheet = openpyxl.load_workbook(path)["Rota"]
    head = row_of(sheet, "Name")
    christmas = column_of(sheet, date(2026, 12, 25))
    assert sheet.cell(head - 2, christmas).value == "BH"
    assert sheet.cell(head - 2, christmas - 1).value is None
    weekday = sheet.cell(head - 1, column_of(sheet, date(2026, 12, 16)))
    sunday = sheet.cell(head - 1, column_of(sheet, date(2026, 12, 13)))
    assert weekday.fill.fgColor.rgb != sunday.fill.fgColor.rgb


def test_a_shift_to_fill_is_red_under_the_rota(tmp_path: Path) -> None:
    problem = house(days=7)
    path = write(
        result_of(problem, Roster(problem, ())), tmp_path / "r.xlsx"
    ).path
    sheet = openpyxl.load_workbook(path)["Rota"]
    cell = sheet.cell(row_of(sheet, "People E Rowan"), column_of(sheet, START))
    assert cell.value == "0 of 2"
    assert cell.fill.fgColor.rgb.endswith("C62828")


def test_hours_at_the_right_are_those_of_the_check(book: Workbook) -> None:
    sheet = book["Rota"]
    result = a_result()
    column = next(
        c
        for c in range(1, sheet.max_column + 1)
        if sheet.cell(row_of(sheet, "Name"), c).value == "Hours"
    )
    worked = sum(d.contract for d in result.roster.by_worker["Ana Silva"])
    assert sheet.cell(row_of(sheet, "Ana Silva"), column).value == worked / 60


def test_who_leads_is_named(book: Workbook) -> None:
    result = a_result()
    sheet = book["Rota"]
    row = row_of(sheet, "Leads E Rowan")
    duty = f"{START}:E:Rowan"
    leaders = [
        worker.name.split()[0]
        for worker in result.roster.workers_on(duty)
        if worker.holds("lead", START)
    ]
    assert sheet.cell(row, column_of(sheet, START)).value == leaders[0]


def reasons() -> set[str]:
    return {"sick", "leave", "unpaid", "maternity", "away"}


def test_no_reason_for_an_absence_is_on_any_page(tmp_path: Path) -> None:
    problem = house(days=7)
    absences = tuple(
        Absence(
            worker_id=worker.id,
            first=START,
            last=START + timedelta(days=3),
            kind=kind,
        )
        for worker, kind in zip(problem.workers, AbsenceKind, strict=False)
    )
    problem = problem.replace(absences=absences)
    path = write(result_of(problem, greedy(problem)), tmp_path / "r.xlsx").path
    book = openpyxl.load_workbook(path)
    cell = at(book["Rota"], absences[1].worker_id, START)
    assert cell == at(book["Rota"], absences[2].worker_id, START)
    assert cell == AWAY_MARK
    for title in ("Summary", "Rota", "To fill", "Checks"):
        said = " ".join(texts(book[title])).casefold().split()
        assert not {"sick", "unpaid"} & set(said), title


def test_what_is_private_is_on_no_page(tmp_path: Path) -> None:
    problem = house(days=21)
    pairs = {
        ("Nia Rees", "2026-12-09:N:Ash"),
        ("Uma Rao", "2026-12-22:E:Ash"),
    }
    result = result_of(problem, Roster(problem, pairs))
    broken = {breach.rule.id for breach in result.report.broken}
    assert {"no nights", "right to work"} <= broken
    book = openpyxl.load_workbook(write(result, tmp_path / "r.xlsx").path)
    said = " ".join(
        text.casefold()
        for title in TITLES
        if title != "About"
        for text in texts(book[title])
    )
    assert "does no nights" not in said
    assert "may not work after" not in said
    assert "right to work" not in said
    assert "nia rees cannot be given n on wed 9 dec" in said


def test_to_fill_names_nobody(tmp_path: Path) -> None:
    problem = house(days=7)
    result = result_of(problem, Roster(problem, ()))
    path = write(result, tmp_path / "r.xlsx", person_word="tenant").path
    sheet = openpyxl.load_workbook(path)["To fill"]
    said = " ".join(texts(sheet))
    assert "Early" in said
    assert "lead and medication" in said
    for worker in problem.workers:
        assert worker.name not in said


@pytest.mark.parametrize("name", ["=1+1", "+44 20", "-Ana", "@SUM(A1)"])
def test_text_never_becomes_a_formula(tmp_path: Path, name: str) -> None:
    problem = house(days=7)
    first, *rest = problem.workers
    named = Worker(**(first.model_dump() | {"name": name}))
    problem = problem.replace(workers=(named, *rest))
    path = write(
        result_of(problem, Roster.pins(problem)), tmp_path / "r.xlsx"
    ).path
    book = openpyxl.load_workbook(path)
    cells = [
        cell
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str)
    ]
    assert all(cell.data_type == "s" for cell in cells)
    mine = [cell for cell in cells if cell.value == name]
    assert mine
    assert all(cell.quotePrefix for cell in mine)


def test_illegal_characters_are_left_out(tmp_path: Path) -> None:
    problem = house(days=7).replace(name="Rowan\x0b House")
    result = result_of(problem, Roster.pins(problem))
    path = write(result, tmp_path / "r.xlsx").path
    sheet = openpyxl.load_workbook(path)["Summary"]
    assert sheet["A1"].value == "Rowan House: summary"


def test_pages_are_set_up_for_print(book: Workbook) -> None:
    sheet = book["Rota"]
    assert sheet.page_setup.orientation == "landscape"
    assert str(sheet.page_setup.paperSize) == "9"
    assert sheet.page_setup.fitToWidth == 1
    assert sheet.print_title_rows == "$3:$5"
    assert sheet.print_title_cols == "$A:$C"
    footer = str(sheet.oddFooter)
    assert "Rowan House" in footer
    assert "Page &P of &N" in footer
    assert sheet.freeze_panes == "D6"


def test_many_people_are_printed_on_a3(tmp_path: Path) -> None:
    problem = house(days=7, people=40)
    result = result_of(problem, Roster.pins(problem))
    path = write(result, tmp_path / "r.xlsx").path
    sheet = openpyxl.load_workbook(path)["Rota"]
    assert str(sheet.page_setup.paperSize) == "8"


def test_the_summary_says_what_matters(book: Workbook) -> None:
    said = " ".join(texts(book["Summary"]))
    assert "Not ready to publish" in said
    assert "Nearest:" in said
    assert "9 of 24 have no opt-out recorded." in said
    assert "Typed cells kept: 2" in said
    assert "At most 1 % better is possible" in said
    for word in ("roster ", "breach", "infeasible", "gap"):
        assert word not in said.casefold()


def test_a_clean_rota_is_ready_to_publish(tmp_path: Path) -> None:
    problem = house(days=7).replace(demands=(), pinned=(), kept=())
    result = result_of(problem, Roster(problem, ()))
    sheet = openpyxl.load_workbook(write(result, tmp_path / "r.xlsx").path)[
        "Summary"
    ]
    assert "Ready to publish" in " ".join(texts(sheet))


def test_fair_share_has_a_chart(book: Workbook) -> None:
    charts = getattr(book["Fair share"], "_charts")  # noqa: B009
    assert len(charts) == 1


def test_about_says_how_it_was_made(book: Workbook) -> None:
    said = dict(zip(texts(book["About"]), texts(book["About"])[1:]))  # noqa: B905
    assert said["Seed"] == "7"
    assert said["Time"] == "12 seconds"
    assert said["How much better"] == "At most 1 % better is possible"


def test_nothing_half_written_is_left_behind(tmp_path: Path) -> None:
    folder = tmp_path / "nowhere"
    with pytest.raises(OutputError, match="choose another folder"):
        write(a_result(), folder / "rota.xlsx")
    assert not folder.exists()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("lock", ["~$rota.xlsx", ".~lock.rota.xlsx#"])
def test_an_open_workbook_is_not_written_over(
    tmp_path: Path, lock: str
) -> None:
    (tmp_path / lock).write_text("")
    target = tmp_path / "rota.xlsx"
    target.write_bytes(b"old")
    written = write(a_result(), target)
    assert written.path.name == "rota (2).xlsx"
    assert "rota (2).xlsx" in written.notes[0]
    assert target.read_bytes() == b"old"


def test_a_file_that_may_not_be_written_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "rota.xlsx"
    target.write_bytes(b"old")
    real = __import__("os").replace

    def refuse(old: str, new: Path) -> None:
        if Path(new) == target:
            raise PermissionError(new)
        real(old, new)

    monkeypatch.setattr("rota.io.atomic.os.replace", refuse)
    written = write(a_result(), target)
    assert written.path.name == "rota (2).xlsx"
    assert target.read_bytes() == b"old"
    assert {p.name for p in tmp_path.iterdir()} == {
        "rota.xlsx",
        "rota (2).xlsx",
    }


def test_an_ending_is_added(tmp_path: Path) -> None:
    assert write(a_result(), tmp_path / "rota").path.name == "rota.xlsx"
