"""One mistake in each workbook, and the sentence that a manager is given."""

import zipfile
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from rota.errors import WorkbookError
from rota.io.book import MOST_ROWS
from rota.io.read import read
from tests.io.workbooks import (
    COVER,
    SERVICE,
    SHIFT_TYPES,
    START,
    WORKERS,
    dates,
    faults,
    made,
    sheets,
    with_cell,
    with_row,
)

ROTA_HEAD = ["Name", *dates()]
LEAVE_HEAD = ["Name", "First", "Last", "Kind"]
OTHER = date(2027, 12, 9)
NO_WTE = [[*WORKERS[0], "WTE"], *WORKERS[1:]]
LEDGER_HEAD = ["Name", "Carried", "Count"]
MISTAKES: dict[str, Any] = {
    "a festive day that is misspelt": (
        {
            "History": [
                LEDGER_HEAD,
                ["Ben Okoro", "New Year's Eve 2025", 1],
                ["Ben Okoro", "Founder's day 2025", 1],
                ["Ben Okoro", "Christmas Day substitute 2022", 1],
                ["Ben Okoro", "New Years Day 2026", 1],
            ]
        },
        ("History", "B5", "a bank holiday", "New Year's Day 2026"),
    ),
    "a wrong date": (
        {"Service": with_cell(SERVICE, 2, 2, "31/02/2026")},
        ("Service", "B2", "no such day", ""),
    ),
    "a date the American way round": (
        {"Service": with_cell(SERVICE, 2, 2, "12/31/2026")},
        ("Service", "B2", "no such day", "31/12/2026"),
    ),
    "no start": (
        {"Service": [["Name", "Rowan"], ["Weeks", 2]]},
        ("Service", "", "Starts is missing", ""),
    ),
    "text in a number of weeks": (
        {"Service": with_cell(SERVICE, 3, 2, "two")},
        ("Service", "B3", "a number is expected", ""),
    ),
    "an end before the start": (
        {"Service": with_row(SERVICE, ["Ends", "01/12/2026"])},
        ("Service", "B4", "cannot end before", ""),
    ),
    "a night that ends too early to be lawful": (
        {"Service": with_row(SERVICE, ["Night to", "05:59"])},
        ("Service", "B4", "a night of 23:00-05:59 is not lawful", ""),
    ),
    "a night that begins too late to be lawful": (
        {"Service": with_row(SERVICE, ["Night from", "00:30"])},
        ("Service", "B4", "a night of 00:30-06:00 is not lawful", ""),
    ),
    "a nation misspelt": (
        {"Service": with_row(SERVICE, ["Nation", "Scotlnd"])},
        ("Service", "B4", "expected one of: England", "Scotland"),
    ),
    "a night without an end": (
        {"Shift types": with_cell(SHIFT_TYPES, 5, 4, None)},
        ("Shift types", "D5", "End is needed", ""),
    ),
    "a shift that ends when it starts": (
        {"Shift types": with_cell(SHIFT_TYPES, 5, 4, "22:00")},
        ("Shift types", "D5", "ends when it starts", ""),
    ),
    "24:00": (
        {"Shift types": with_cell(SHIFT_TYPES, 3, 4, "24:00")},
        ("Shift types", "D3", "midnight at its end is written 00:00", "00:00"),
    ),
    "24:00 as Excel keeps it": (
        {"Shift types": with_cell(SHIFT_TYPES, 3, 4, datetime(1900, 1, 1))},
        ("Shift types", "D3", "midnight at its end is written 00:00", "00:00"),
    ),
    "a kind misspelt": (
        {"Shift types": with_cell(SHIFT_TYPES, 6, 5, "sleeping")},
        ("Shift types", "E6", "expected one of: waking", "sleep-in"),
    ),
    "one code for two shifts": (
        {"Shift types": with_row(SHIFT_TYPES, ["e", "Eve", "09:00", "17:00"])},
        ("Shift types", "A7", "taken already", ""),
    ),
    "a code that counts as an unknown one": (
        {"Shift types": with_cell(SHIFT_TYPES, 4, 7, "E, LT")},
        ("Shift types", "G4", "expected a code", "L"),
    ),
    "a negative break": (
        {"Shift types": with_cell(SHIFT_TYPES, 2, 6, -30)},
        ("Shift types", "F2", "must be from 0 to 240", ""),
    ),
    "negative cover": (
        {"Cover": with_cell(COVER, 2, 3, -2)},
        ("Cover", "C2", "must be from 0", ""),
    ),
    "half a person": (
        {"Cover": with_cell(COVER, 2, 3, 1.5)},
        ("Cover", "C2", "a whole number", ""),
    ),
    "cover for an unknown code": (
        {"Cover": with_cell(COVER, 2, 1, "EE")},
        ("Cover", "A2", "expected a code of Shift types", "E"),
    ),
    "an ideal under the minimum": (
        {"Cover": with_cell(COVER, 2, 4, 1)},
        ("Cover", "D2", "less than the minimum, 2", ""),
    ),
    "a day misspelt": (
        {"Cover": with_cell(COVER, 2, 2, "Wensday")},
        ("Cover", "B2", "expected every day", "Wednesday"),
    ),
    "the same cover twice": (
        {"Cover": with_row(COVER, ["E", "every day", 1, None, None])},
        ("Cover", "A5", "row 2 already says this", ""),
    ),
    "an unknown skill": (
        {"Cover": [["Shift", "Min", "Skill"], ["E", 2, "Medicaton"]]},
        ("Cover", "C2", "nobody in Workers or Training", "medication"),
    ),
    "an unknown unit": (
        {
            "Service": with_row(SERVICE, ["Units", "Rowan, Birch"]),
            "Cover": [["Unit", "Shift", "Min"], ["Rowen", "E", 2]],
        },
        ("Cover", "A2", "expected a unit of the Service", "Rowan"),
    ),
    "a band with one end": (
        {"Cover": [["From", "To", "Min"], ["08:00", None, 2]]},
        ("Cover", "B2", "needs two times", ""),
    ),
    "a name twice": (
        {"Workers": with_row(WORKERS, ["ana silva", "Carer", 20, None, None])},
        ("Workers", "A5", "row 2 has the same", ""),
    ),
    "a payroll number twice": (
        {
            "Workers": [
                ["Name", "Role", "Hours", "Payroll"],
                ["Ana", "Carer", 20, 7],
                ["Ben", "Carer", 20, 7],
            ],
            "Cover": [["Shift", "Min"], ["E", 2]],
        },
        ("Workers", "D3", "row 2 has the same", ""),
    ),
    "text in hours": (
        {"Workers": with_cell(WORKERS, 3, 3, "lots")},
        ("Workers", "C3", "hours are expected", ""),
    ),
    "no hours": (
        {"Workers": with_cell(WORKERS, 3, 3, None)},
        ("Workers", "C3", "Hours, or WTE, are needed", ""),
    ),
    "hours over the week": (
        {"Workers": with_cell(WORKERS, 3, 3, 375)},
        ("Workers", "C3", "must be from 0 to 84", ""),
    ),
    "no role": (
        {"Workers": with_cell(WORKERS, 3, 2, " ")},
        ("Workers", "B3", "Role is needed", ""),
    ),
    "neither yes nor no": (
        {"Workers": with_cell(WORKERS, 3, 5, "perhaps")},
        ("Workers", "E3", "Yes or No", ""),
    ),
    "an Excel error": (
        {"Workers": with_cell(WORKERS, 3, 2, "#REF!")},
        ("Workers", "B3", "Excel error", ""),
    ),
    "nobody": (
        {"Workers": [WORKERS[0]]},
        ("Workers", "", "there is nobody in it", ""),
    ),
    "a contract misspelt": (
        {
            "Workers": [
                ["Name", "Role", "Hours", "Skills", "Contract"],
                ["Ana", "Carer", 30, "Medication", "permenant"],
            ]
        },
        ("Workers", "E2", "expected one of: permanent", "permanent"),
    ),
    "a column missing": (
        {"Workers": [["Name", "Roll", "Hours"], ["Ana", "Carer", 30]]},
        ("Workers", "", "the column Role is missing", ""),
    ),
    "a required sheet missing": (
        {"Cover": None},
        ("Cover", "", "this sheet is missing", ""),
    ),
    "a sheet misspelt": (
        {"Traning": [["Name", "Skill"], ["Ana Silva", "First aid"]]},
        ("Traning", "", "is it Training?", "Training"),
    ),
    "a stranger on leave": (
        {"Leave": [LEAVE_HEAD, ["Anna Silva", START, None, None]]},
        ("Leave", "A2", "nobody in the Workers sheet", "Ana Silva"),
    ),
    "leave that ends before it begins": (
        {"Leave": [LEAVE_HEAD, ["Ana Silva", START, "01/12/2026", None]]},
        ("Leave", "C2", "before the first day", ""),
    ),
    "a stranger trained": (
        {"Training": [["Name", "Skill"], ["Zed", "First aid"]]},
        ("Training", "A2", "nobody in the Workers sheet", ""),
    ),
    "no date in the matrix": (
        {"Training": [["Name", "First aid"], ["Ana Silva", "soon"]]},
        ("Training", "B2", "the date on which it runs out", ""),
    ),
    "a rule misspelt": (
        {"Rules": [["Rule", "Strength"], ["days in a roe", "High"]]},
        ("Rules", "A2", "no rule of this name", "days in a row"),
    ),
    "a setting misspelt": (
        {"Rules": [["Rule", "Setting", "Value"], ["rest", "hour", 12]]},
        ("Rules", "B2", "rest has the settings", "hours"),
    ),
    "a setting that cannot be": (
        {"Rules": [["Rule", "Setting", "Value"], ["rest", "hours", -2]]},
        ("Rules", "C2", "greater than 0", ""),
    ),
    "a setting that is no pair": (
        {
            "Rules": [
                ["Rule", "Setting", "Value"],
                ["same shift in a row", "most", "E"],
            ]
        },
        ("Rules", "C2", "such as E=2", ""),
    ),
    "a number of one person's that is none": (
        {
            "Rules": [
                ["Rule", "Setting", "Value", "Worker"],
                ["days in a row", "most", "few", "Ana Silva"],
            ]
        },
        ("Rules", "C2", "number", ""),
    ),
    "a number of one person's with a strength": (
        {
            "Rules": [
                ["Rule", "Setting", "Value", "Worker", "Strength"],
                ["days in a row", "most", 4, "Ana Silva", "High"],
            ]
        },
        ("Rules", "E2", "leave it empty", ""),
    ),
    "a setting of one person's that is everybody's": (
        {
            "Rules": [
                ["Rule", "Setting", "Value", "Worker"],
                ["rest", "hours", 12, "Ana Silva"],
            ]
        },
        ("Rules", "D2", "for everybody", ""),
    ),
    "a pair without a number": (
        {
            "Rules": [
                ["Rule", "Setting", "Value"],
                ["same shift in a row", "most", "E=two"],
            ]
        },
        ("Rules", "C2", "integer", ""),
    ),
    "an unknown code in a pattern": (
        {"Patterns": [["Name", "Mon"], ["Ana Silva", "Q"]]},
        ("Patterns", "B2", "no code of Shift types", ""),
    ),
    "leave in a pattern": (
        {"Patterns": [["Name", "Mon"], ["Ana Silva", "AL"]]},
        ("Patterns", "B2", "a pattern holds codes", ""),
    ),
    "a request for two codes": (
        {"Requests": [["Name", "Date", "Wants"], ["Ana Silva", START, "E/L"]]},
        ("Requests", "C2", "OFF, a shift code, or not and a code", ""),
    ),
    "one person as a pair": (
        {"Pairs": [["Name", "Other"], ["Ana Silva", "ana silva"]]},
        ("Pairs", "B2", "the same person", ""),
    ),
    "a meeting without people": (
        {
            "Diary": [
                ["Title", "Date", "Start", "End", "Who"],
                ["Meeting", START, "09:00", "10:00", "Nurses"],
            ]
        },
        ("Diary", "E2", "no name, role or unit", ""),
    ),
    "an unknown code in the rota": (
        {"Rota": [ROTA_HEAD, ["Ana Silva", "LDD"]]},
        ("Rota", "B2", "no code of Shift types", "LD"),
    ),
    "7-3 turned into a date": (
        {"Rota": [ROTA_HEAD, ["Ana Silva", date(2026, 3, 7)]]},
        ("Rota", "B2", "Excel has turned", "07:00-15:00"),
    ),
    "8-8 in the rota": (
        {"Rota": [ROTA_HEAD, ["Ana Silva", "8-8"]]},
        ("Rota", "B2", "08:00-20:00 or 20:00-08:00", ""),
    ),
    "one time in the rota": (
        {"Rota": [ROTA_HEAD, ["Ana Silva", time(9)]]},
        ("Rota", "B2", "one time alone", ""),
    ),
    "leave and a shift in one cell": (
        {"Rota": [ROTA_HEAD, ["Ana Silva", "AL/E"]]},
        ("Rota", "B2", "cannot share a cell", ""),
    ),
    "a stranger in the rota": (
        {"Rota": [ROTA_HEAD, ["Bens Okoro", "E"]]},
        ("Rota", "A2", "nobody in the Workers sheet", "Ben Okoro"),
    ),
    "a date twice in the headings": (
        {"Rota": [["Name", START, START, dates()[2]], ["Ana Silva", "E"]]},
        ("Rota", "C1", "stands twice", ""),
    ),
    "a column of hours by another name": (
        {"Workers": with_cell(WORKERS, 1, 3, "Per week")},
        ("Workers", "A1", "the column Hours (or WTE)", ""),
    ),
    "a column of hours by another name, beside one of WTE": (
        {"Workers": with_cell(NO_WTE, 1, 3, "Per week")},
        ("Workers", "A1", "the column Hours (or WTE)", ""),
    ),
    "a number in a cell for times, which Excel shows as midnight": (
        {"Shift types": with_cell(SHIFT_TYPES, 2, 3, datetime(1900, 1, 7))},
        ("Shift types", "C2", "type a time with a colon", "07:00"),
    ),
    "a heading that lost its date": (
        {"Rota": [["Name", START, "Tue", dates()[2]], ["Ana Silva", "", "E"]]},
        ("Rota", "C1", "a date is expected here", "08/12/2026"),
    ),
    "a date of another year in the headings": (
        {"Rota": [[*ROTA_HEAD[:3], OTHER, *ROTA_HEAD[4:]], ["Ana Silva"]]},
        ("Rota", "D1", "out of order", "09/12/2026"),
    ),
    "a duty of the rota in the history": (
        {"History": [["Name", "Date", "Shift"], ["Ana Silva", START, "E"]]},
        ("History", "B2", "in the rota, not before it", ""),
    ),
    "a rota without dates": (
        {"Rota": [["Name", "one", "two"], ["Ana Silva", "E"]]},
        ("Rota", "", "no row with dates", ""),
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_one_mistake(tmp_path: Path, mistake: Any) -> None:
    changes, (sheet, cell, expected, near) = MISTAKES[mistake]
    found = faults(made(tmp_path, sheets(**changes)))
    assert [(f.sheet, f.cell) for f in found] == [(sheet, cell)]
    assert expected in found[0].expected
    assert found[0].nearest == near


def test_every_fault_is_collected(tmp_path: Path) -> None:
    content = sheets(
        Cover=with_cell(COVER, 2, 3, -1),
        Workers=with_cell(WORKERS, 3, 3, "x"),
        Leave=[LEAVE_HEAD, ["Zed", "soon", None, "away"]],
        Rota=[ROTA_HEAD, ["Ana Silva", "Q", "8-8"], ["Zed", "E", "QQ"]],
    )
    found = faults(made(tmp_path, content))
    assert {f"{fault.sheet}!{fault.cell}" for fault in found} == {
        "Cover!C2",
        "Workers!C3",
        "Leave!B2",
        "Leave!D2",
        "Rota!B2",
        "Rota!C2",
        "Rota!A3",
        "Rota!C3",
    }


def test_a_merged_heading(tmp_path: Path) -> None:
    file = made(tmp_path, sheets())
    workbook = openpyxl.load_workbook(file)
    workbook["Workers"].merge_cells("A1:B1")
    workbook.save(file)
    (fault,) = faults(file)
    assert (fault.sheet, fault.cell) == ("Workers", "B1")
    assert fault.expected == (
        "the column Role is missing. Part of the row of headings is merged."
    )


def test_a_merged_name(tmp_path: Path) -> None:
    leave = [LEAVE_HEAD, ["Ana Silva", START], [None, dates()[3]]]
    file = made(tmp_path, sheets(Leave=leave))
    workbook = openpyxl.load_workbook(file)
    workbook["Leave"].merge_cells("A2:A3")
    workbook.save(file)
    (fault,) = faults(file)
    assert (fault.cell, "merged" in fault.expected) == ("A3", True)


def test_a_formula_that_was_never_worked_out(tmp_path: Path) -> None:
    rows = with_cell(WORKERS, 3, 3, "=15*2")
    (fault,) = faults(made(tmp_path, sheets(Workers=rows)))
    assert (fault.sheet, fault.cell) == ("Workers", "C3")
    assert "open the workbook in Excel" in fault.expected


def test_a_time_that_the_clocks_skip(tmp_path: Path) -> None:
    content = sheets(
        Service=with_cell(SERVICE, 2, 2, date(2027, 3, 22)),
        Shift_types=with_cell(SHIFT_TYPES, 2, 3, "01:30"),
    )
    found = faults(made(tmp_path, content))
    assert [(f.sheet, f.cell) for f in found] == [("Shift types", "C2")]
    assert "on Sun 28 Mar this time does not exist" in found[0].expected


def test_a_skill_that_has_run_out_is_a_note(tmp_path: Path) -> None:
    rows = [["Name", "Medication"], ["Ana Silva", "01/01/2020"]]
    notes = read(made(tmp_path, sheets(Training=rows))).notes
    assert any("ran out on Wed 1 Jan 2020" in note for note in notes)


def not_a_zip(path: Path) -> None:
    path.write_bytes(b"Name,Role\nAna,Carer\n")


def cut_short(path: Path) -> None:
    made(path.parent, sheets())
    path.write_bytes((path.parent / "rowan.xlsx").read_bytes()[:3000])


def old_excel(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def with_a_password(path: Path) -> None:
    name = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + name)


def empty(path: Path) -> None:
    path.touch()


def another_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("letter.txt", "Dear manager")


def broken_inside(path: Path) -> None:
    file = made(path.parent, sheets())
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(path, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename.endswith("sheet4.xml"):
                content = content[: len(content) // 2]
            new.writestr(part.filename, content)


def with_an_entity(path: Path) -> None:
    file = made(path.parent, sheets())
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(path, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "xl/workbook.xml":
                bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>'
                content = bomb + content
            new.writestr(part.filename, content)


def enormous(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("xl/worksheets/sheet1.xml", bytes(70_000_000))


def missing(path: Path) -> None:
    assert not path.exists()


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (not_a_zip, "not an Excel workbook"),
        (cut_short, "the file is damaged"),
        (old_excel, "an old Excel file"),
        (with_a_password, "has a password"),
        (empty, "the file is empty"),
        (another_zip, "not an Excel workbook"),
        (broken_inside, "the file is damaged"),
        (with_an_entity, "declares entities"),
        (enormous, "too large"),
        (missing, "there is no such file"),
    ],
)
def test_files_that_are_no_workbook(
    tmp_path: Path, make: Any, expected: Any
) -> None:
    path = tmp_path / "december.xlsx"
    make(path)
    (fault,) = faults(path)
    assert fault.sheet == "december.xlsx"
    assert expected in fault.expected


def test_a_folder_is_no_workbook(tmp_path: Path) -> None:
    with pytest.raises(WorkbookError, match="cannot be opened"):
        read(tmp_path)


def test_a_sheet_of_far_too_many_rows(tmp_path: Path) -> None:
    rows = [["Name", "First"], *([None, None] for _ in range(MOST_ROWS + 5))]
    rows[-1] = ["Ana Silva", START]
    (fault,) = faults(made(tmp_path, sheets(Leave=rows)))
    assert fault.expected.startswith(f"at most {MOST_ROWS} rows")


def test_two_sheets_that_mean_the_same(tmp_path: Path) -> None:
    (fault,) = faults(made(tmp_path, sheets(Staff=WORKERS)))
    assert fault.expected == (
        "this means the same as the sheet Workers; keep only one."
    )
