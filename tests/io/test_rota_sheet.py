"""The Rota sheet as managers draw it, and what counts as typed."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from rota.domain import AbsenceKind
from rota.io.memory import (
    AWAY,
    AWAY_MARK,
    Entry,
    read_memory,
    write_memory,
)
from rota.io.read import read
from tests.io.workbooks import (
    SERVICE,
    START,
    WORKERS,
    Rows,
    dates,
    faults,
    made,
    sheets,
    with_row,
)


def load(tmp_path: Path, rows: Any, **changes: Any) -> Any:
    return read(made(tmp_path, sheets(Rota=rows, **changes)))


def held(loaded: Any) -> Any:
    """Say who has which code on which day of the month."""
    duty = loaded.problem.duty
    return {
        (entry.worker_id.split()[0], duty[entry.duty_id].date.day): duty[
            entry.duty_id
        ].code
        for entry in loaded.roster
    }


def test_cells_of_every_sort(tmp_path: Path) -> None:
    row = ["E", " l ", "7-3", "OFF", "AL", "S", "TR", "E/L", "N*", "-", None]
    loaded = load(tmp_path, [["Name", *dates()], ["Ana Silva", *row]])
    found = loaded.problem
    assert held(loaded) == {
        ("Ana", 7): "E",
        ("Ana", 8): "L",
        ("Ana", 9): "7-3",
        ("Ana", 13): "TR",
        ("Ana", 14): "L",
        ("Ana", 15): "N",
    }
    assert len(loaded.roster) == 7  # both of E/L
    assert [(a.first.day, a.kind) for a in found.absences] == [
        (11, AbsenceKind.LEAVE),
        (12, AbsenceKind.SICK),
    ]
    assert len(found.pinned) == 7
    assert [day.day for _, day in found.kept] == [7, 8, 9, 10, 13, 14, 15]


def test_a_late_sleep_in_and_early_end_on_the_next_morning(
    tmp_path: Path,
) -> None:
    rows = [["Name", *dates()], ["Ana Silva", "L/SI/E"]]
    loaded = load(tmp_path, rows)
    spell = loaded.roster.by_worker["Ana Silva"]
    assert [(d.date.day, d.code) for d in spell] == [
        (7, "L"),
        (7, "SI"),
        (8, "E"),
    ]
    assert spell[0].ends == spell[1].begins
    assert spell[1].ends == spell[2].begins


def test_a_shift_of_the_last_day_may_end_after_it(tmp_path: Path) -> None:
    rows: Rows = [["Name", dates()[-1], START], ["Ana Silva", "SI/E", None]]
    loaded = load(tmp_path, [[r[0], *reversed(r[1:])] for r in rows])
    assert [e.duty_id for e in loaded.problem.past] == ["2026-12-21:E:"]
    assert len(loaded.roster) == 1


def test_own_times_are_only_for_that_person_and_meet_the_cover(
    tmp_path: Path,
) -> None:
    rows = [["Name", *dates()], ["Ana Silva", "0700-1600"]]
    loaded = load(tmp_path, rows)
    own = loaded.roster.by_worker["Ana Silva"][0]
    assert own.invited == ("Ana Silva",)
    assert own.contract == 9 * 60
    early = next(d for d in loaded.problem.demands if d.codes[0] == "E")
    assert early.counts(own)
    late = next(d for d in loaded.problem.demands if d.codes[0] == "L")
    assert not late.counts(own)


def test_a_cell_says_its_unit_in_three_ways(tmp_path: Path) -> None:
    workers = with_row(
        [[*WORKERS[0], "Units"]],
        ["Ana Silva", "Senior", 37.5, None, None, "Birch"],
        ["Ben Okoro", "Carer", 30, None, None, "Rowan, Birch"],
        ["Cara Jones", "Carer", 30, None, None, None],
    )
    rows = [
        ["Name", "Unit", *dates(3)],
        ["Ana Silva", None, "E", "L@Rowan", "L Rowan"],
        ["Ben Okoro", "Birch", "E", "E", "E"],
        ["Cara Jones", "Rowan", "E", None, None],
    ]
    loaded = load(
        tmp_path,
        rows,
        Service=with_row(SERVICE, ["Units", "Rowan, Birch"]),
        Workers=workers,
        Cover=[["Unit", "Shift", "Min"], ["each", "E", 1]],
    )
    given = loaded.roster.by_worker
    assert [d.unit_id for d in given["Ana Silva"]] == [
        "Birch",
        "Rowan",
        "Rowan",
    ]
    assert [d.unit_id for d in given["Ben Okoro"]] == ["Birch"] * 3
    assert [d.unit_id for d in given["Cara Jones"]] == ["Rowan"]


def test_the_unit_of_one_shift_is_not_that_of_the_next(
    tmp_path: Path,
) -> None:
    service = with_row(SERVICE, ["Units", "Rowan, Birch"])
    rows = [["Name", *dates()], ["Ana Silva", "L@Birch/SI@Rowan"]]
    loaded = load(tmp_path, rows, Service=service)
    units = {loaded.problem.duty[e.duty_id].unit_id for e in loaded.roster}
    assert units == {"Birch", "Rowan"}


@pytest.mark.parametrize(
    "head",
    [
        ["Name", *dates()],
        ["Name", *(f"{day:%d/%m/%Y}" for day in dates())],
        ["Name", *(f"{day:%a}\n{day:%d/%m}" for day in dates())],
        ["Name", *(f"{day.day} {day:%b}" for day in dates())],
        ["Name", *(f"{day:%A}" for day in dates())],
        ["Name", *(f"{day:%a}".upper() for day in dates())],
    ],
)
def test_dates_in_the_heading_however_they_stand(
    tmp_path: Path, head: Any
) -> None:
    rows = [["December rota"], [], head, ["Ana Silva", None, "E"]]
    assert held(load(tmp_path, rows)) == {("Ana", 8): "E"}


def test_weeks_side_by_side_under_week_commencing(tmp_path: Path) -> None:
    week = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    rows = [
        [
            None,
            "w/c 14/12/2026",
            *[None] * 6,
            "Hours",
            "w/c",
            date(2026, 12, 7),
        ],
        ["Name", *week, None, *week],
        ["Ana Silva", "E", *[None] * 6, 37.5, "L"],
    ]
    assert held(load(tmp_path, rows)) == {("Ana", 14): "E", ("Ana", 7): "L"}


def test_weeks_that_start_on_sunday(tmp_path: Path) -> None:
    week = ["SUN", "Mon", "TUE", "WED", "THU", "FRI", "Sat"]
    rows = [
        ["Role", "First", "Surname", "Unit", "Week 1", *week, "Week 2", *week],
        ["Senior", "Ana", "Silva", None, "Week 1", "L", "E"],
        ["Carer", "Ben", "Okoro", None, None, *[None] * 8, "E"],
        [None, None, None, None, "totals", 1, 1, 0],
    ]
    loaded = load(tmp_path, rows)
    assert held(loaded) == {("Ana", 7): "E", ("Ben", 13): "E"}
    assert loaded.problem.past[0].duty_id == "2026-12-06:L:"


def test_weeks_one_under_the_other_with_totals_between(tmp_path: Path) -> None:
    rows = [
        ["Name", *dates()[:7]],
        ["Ana Silva", "E"],
        ["Total", 1, 0, 0, 0, 0, 0, 0],
        ["Early", 1],
        ["Name", *dates()[7:]],
        ["Ana Silva", "L"],
        ["Seniors"],
    ]
    assert held(load(tmp_path, rows)) == {("Ana", 7): "E", ("Ana", 14): "L"}


def test_headings_repeated_keep_their_dates(tmp_path: Path) -> None:
    week = [f"{day:%a}" for day in dates(7)]
    rows = [
        ["Name", *dates(7)],
        [None, *week],
        ["Ana Silva", "E"],
        ["Name", *week],
        ["Ben Okoro", None, "E"],
    ]
    assert held(load(tmp_path, rows)) == {("Ana", 7): "E", ("Ben", 8): "E"}


def test_only_what_a_person_typed_is_kept(tmp_path: Path) -> None:
    rows = [
        ["Name", *dates()],
        ["Ana Silva", "E", "L", "E*", None, "LD"],
    ]
    file = made(tmp_path, sheets(Rota=rows))
    workbook = openpyxl.load_workbook(file)
    written = ["E", "E", "E", "N", None]
    write_memory(
        workbook,
        [
            Entry("Rota", "Ana Silva", day, text)
            for day, text in zip(dates(5), written, strict=True)
            if text
        ],
    )
    workbook.save(file)
    loaded = read(file)
    assert [e.duty_id for e in loaded.problem.pinned] == [
        "2026-12-08:L:",
        "2026-12-09:E:",
        "2026-12-11:LD:",
    ]
    assert len(loaded.roster) == 4
    assert [day.day for _, day in loaded.problem.kept] == [8, 9, 11]


def test_absence_typed_earlier_is_known_where_the_page_shows_a_dash(
    tmp_path: Path,
) -> None:
    rows = [["Name", *dates()], ["Ana Silva", AWAY_MARK, AWAY_MARK, "E"]]
    file = made(tmp_path, sheets(Rota=rows))
    workbook = openpyxl.load_workbook(file)
    kinds = ["sick", None, "leave"]
    entries = [
        Entry(AWAY, "Ana Silva", day, kind)
        for day, kind in zip(dates(3), kinds, strict=True)
        if kind
    ]
    write_memory(workbook, entries)
    workbook.save(file)
    (absence,) = read(file).problem.absences
    assert (absence.first, absence.kind) == (START, AbsenceKind.SICK)


def test_memory_is_very_hidden_and_comes_back(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    entries = [
        Entry("Rota", "0417", START, "=E"),
        Entry("Rota", "A", START, "L"),
    ]
    write_memory(workbook, entries)
    write_memory(workbook, entries)
    workbook.save(tmp_path / "book.xlsx")
    again = openpyxl.load_workbook(tmp_path / "book.xlsx")
    assert again["_rota"].sheet_state == "veryHidden"
    assert read_memory(again) == {
        ("rota", "0417", START): "=e",
        ("rota", "A", START): "l",
    }
    assert read_memory(openpyxl.Workbook()) == {}


def test_diary_codes_in_the_rota(tmp_path: Path) -> None:
    diary = [
        ["Title", "Date", "Start", "End"],
        ["Team meeting", "09/12/2026", "13:00", "15:00"],
    ]
    rows = [["Name", *dates()], ["Ana Silva", None, None, "TM"]]
    loaded = load(tmp_path, rows, Diary=diary)
    assert held(loaded) == {("Ana", 9): "TM"}
    rows[1] = ["Ana Silva", "TM"]
    found = faults(made(tmp_path, sheets(Rota=rows, Diary=diary)))
    assert "the Diary has no TM on Mon 7 Dec" in found[0].expected


def test_a_code_of_the_service_goes_before_the_usual_meaning(
    tmp_path: Path,
) -> None:
    types = [
        ["Code", "Start", "End", "Kind"],
        ["S", "22:00", "07:00", "sleep-in"],
        ["OFF", "09:00", "17:00", None],
        ["L/SI", "14:00", "22:00", None],
    ]
    rows = [["Name", *dates()], ["Ana Silva", "S", "off", "l/si"]]
    cover = [["Shift", "Minimum"], ["S", 1]]
    loaded = load(tmp_path, rows, Shift_types=types, Cover=cover)
    assert list(held(loaded).values()) == ["S", "OFF", "L/SI"]


def test_leave_in_two_sheets_is_one_absence(tmp_path: Path) -> None:
    leave = [["Name", "First", "Last"], ["Ana Silva", START, dates()[3]]]
    rows = [["Name", *dates()], ["Ana Silva", "AL", "AL", "AL", "AL", "AL"]]
    absences = load(tmp_path, rows, Leave=leave).problem.absences
    assert [(a.first, a.last) for a in absences] == [
        (START, dates()[3]),
        (START + timedelta(4), START + timedelta(4)),
    ]


def test_an_empty_rota_sheet_with_a_heading_is_no_fault(
    tmp_path: Path,
) -> None:
    assert len(load(tmp_path, [["Rota"], [], ["Name"]]).roster) == 0


def test_a_key_says_so_once(tmp_path: Path) -> None:
    key = ["Key", "E", "Early 07:00-15:00"]
    below = [None, "N", "Night 22:00-07:00"]
    for first in (key, ["Legend:"], ["Key to codes", "E", "Early"]):
        rows = [["Name", *dates()], ["Ana Silva", "E"], first, below, below]
        assert held(load(tmp_path, rows)) == {("Ana", 7): "E"}


def test_a_nameless_row_apart_from_the_key_is_complained_of(
    tmp_path: Path,
) -> None:
    key = ["Key", "E", "Early 07:00-15:00"]
    rows = [["Name", *dates()], key, ["Ana Silva", "E"], [None, "N"]]
    (fault,) = faults(made(tmp_path, sheets(Rota=rows)))
    assert (fault.cell, fault.expected) == (
        "A4",
        "a name is needed in this row.",
    )
