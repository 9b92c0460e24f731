"""Whatever stands in a cell, a manager gets sentences, never a traceback."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from rota.errors import WorkbookError
from rota.io.book import Book, Grid
from rota.io.reading.workbook import Reader
from rota.io.schema import SHEETS
from rota.io.table import Desk
from tests.io.workbooks import START, Rows, dates, sheets, with_row

NONSENSE: tuple[Any, ...] = (
    None,
    "",
    "  ",
    "\u00a0",
    "?",
    "*",
    "/",
    "@",
    "-",
    "x" * 300,
    "E@",
    "@Rowan",
    "E@Nowhere",
    "8-8",
    "24:00",
    "=1+1",
    "#REF!",
    "Ana Silva",
    "Rowan",
    "every day",
    "31/02/2026",
    "01/12/2026",
    "w/c 07/12/2026",
    "Mon",
    0,
    -1,
    1,
    0.5,
    7.3,
    1e12,
    1e308,
    float("nan"),
    float("inf"),
    True,
    date(2026, 3, 7),
    date(1900, 1, 1),
    date(9999, 12, 31),
    datetime(1900, 1, 1),
    datetime(2026, 12, 9, 7, 30),
    time(7, 30),
    timedelta(hours=30),
    timedelta(days=-1),
)
STEP = 14  # each cell is given one in fourteen of them
WEEK = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
EVERY: dict[str, Rows] = sheets(
    Service=[
        ["Name", "Rowan House"],
        ["Kind", "care home"],
        ["Nation", "Wales"],
        ["Starts", START],
        ["Weeks", 2],
        ["Units", "Rowan, Birch"],
        ["Full-time hours", 37.5],
        ["Bank holiday basis", "both"],
        ["Bank holiday night", "split"],
        ["Bank holiday from", "07:00"],
        ["Night from", "22:00"],
        ["Night to", "07:00"],
        ["History known from", "01/12/2026"],
        ["Minutes credited for travel", 5],
        ["Travel Rowan to Birch", 10],
    ],
    Cover=[
        ["Unit", "Shift", "From", "To", "At", "Days", "Minimum", "Ideal",
         "Maximum", "Skill", "How many", "Kind", "Medication", "At home"],
        ["Rowan", "E", None, None, None, "weekday", 2, 3, 4, "Lead", 1, None,
         1, "2+"],
        ["each", None, "08:00", "20:00", None, "Sat", 1, None, None, None,
         None, "waking", None, "0-3"],
        [None, None, None, None, "09:00", None, None, None, None,
         "Medication", 1, None, None],
    ],
    Workers=[
        ["Name", "Surname", "Role", "Hours", "WTE", "Payroll", "Units",
         "Contract", "Shifts", "Nights", "Driver", "Own car", "Start", "End",
         "No nights until", "Date of birth", "Weekly cap", "Cap from",
         "Opt-out", "Reference weeks", "Brought forward", "Skills", "Lead",
         "Usual shift hours", "Pay per hour", "Personal care group"],
        ["Ana", "Silva", "Senior", 37.5, None, 1, "Rowan", "permanent", "E, L",
         "Y", "Y", "N", "01/01/2020", None, None, "01/01/1980", 40, START,
         "Y", 17, 2, "Medication, First aid", "Y", 7.5, 12.5, "women"],
        ["Ben", "Okoro", "Carer", None, 0.5, 2, "Rowan, Birch"],
    ],
    Training=[
        ["Name", "Skill", "From", "Expires"],
        ["Ana Silva", "First aid", "01/01/2020", "10/12/2026"],
    ],
    Patterns=[
        ["Name", "Week", "Starts", "Firm", "When", *WEEK],
        ["Ana Silva", 1, START, "firm", "always", "E", "9-3", "OFF", "E/L"],
        ["Ana Silva", 2, None, None, None, "E", "9-3", "OFF", "E/L"],
    ],
    Availability=[
        ["Name", "First", "Last", "Days", "From time", "To time", "Status",
         "Booked", "Unit"],
        ["Ben Okoro", START, dates()[3], "Wed", "17:00", "23:00", "Never"],
        ["Ben Okoro", START, None, None, None, None, "Yes", "L", "Birch"],
    ],
    Leave=[
        ["Name", "First", "Last", "Kind", "From time", "To time",
         "Hours credit"],
        ["Ana Silva", START, dates()[2], "leave", None, None, 7.5],
        ["Ben Okoro", START, None, "sick", "09:00", "12:00", None],
    ],
    Requests=[
        ["Name", "First", "Last", "Wants", "Priority"],
        ["Ana Silva", START, dates()[2], "OFF", "high"],
    ],
    Pairs=[["Name", "Other", "Kind"], ["Ana Silva", "Ben Okoro", "apart"]],
    Diary=[
        ["Title", "Date", "Start", "End", "Who", "Share", "Paid hours",
         "Counts in cover", "Unit", "Code"],
        ["Meeting", START, "10:00", "11:00", "Carers", 50, 1, "N", "Rowan",
         "MT"],
    ],
    Clients=[
        ["Name", "Number", "Unit", "Place", "Key workers", "Known by",
         "Most faces"],
        ["Alma R", 7, "Rowan", "Ely", "Ana Silva", "Ben Okoro, Zoe Hill", 4],
        ["Bob T", None, "Birch", "Canton"],
    ],
    Support_plans=[
        ["Client", "Support", "People", "Hours a week", "Hours a day", "From",
         "To", "Days", "From date", "To date", "Earliest", "Latest",
         "Shortest", "Longest", "Skills", "Driver", "Out", "Counts in cover",
         "Personal care by", "Firm or wish", "Preferred", "Excluded",
         "Essential", "Funder", "Reference", "Rate code"],
        ["Alma R", "1:1", 1, 10, None, None, None, "Mon-Fri", START,
         dates()[9], "09:00", "18:00", 1, 3, "Medication", "Yes", "Y", "N",
         "women", "wish", "Ana Silva", "Ben Okoro", "80 %", "Council", "R1",
         "A"],
        ["Bob T", time(2, 1), None, None, 1.5, None, None, "bank holiday"],
        ["Bob T", "shared", None, None, None, "20:00", "23:00"],
        ["Bob T", "sleep-in"],
    ],
    Client_diary=[
        ["Client", "What", "From", "From time", "To", "To time", "Hours",
         "People", "Driver", "Skills", "Note"],
        ["Alma R", "home", START, "10:00", dates()[2], "16:00", "move"],
        ["Bob T", "appointment", START, "10:00", None, "11:00", None, 2,
         "Service vehicle", "First aid", "dentist"],
    ],
    Vehicles=[
        ["Vehicle", "Off from", "Off to"],
        ["Minibus", START, dates()[2]],
        ["Car"],
    ],
    Travel=[
        ["From", "To", "Minutes by car", "Minutes on foot"],
        ["Ely", "Canton", 10, 40],
        ["Rowan", "Birch", 5, None],
    ],
    Sessions=[
        ["Date", "From", "To", "Client", "Support", "Who", "Keep"],
        [START, "10:00", "11:00", "Bob T", "appointment", "Ana Silva", "Y"],
        [dates()[4], "09:30", "12:00", "Alma R", "1:1", "Ana Silva"],
    ],
    Rules=[
        ["Rule", "Strength", "Price £", "Setting", "Value", "Worker", "From",
         "To", "Reason", "Approver"],
        ["rest", "Must", None, "hours", 12],
        ["requests", "High", 20],
        ["rest", "Watch", None, None, None, "Ana Silva", START, dates()[2],
         "agreed", "RM"],
    ],
    Options=[
        ["Option", "Change", "What", "Unit", "Setting", "Value", "Hours",
         "Skills", "Contract", "From", "To"],
        ["As it is"],
        ["Longer", "Shift out", "E"],
        ["Longer", "Shift in", "D", None, None, "08:00-20:00", 11],
        ["Longer", "Seed", None, None, None, 3],
        ["More", "Joins", "New", "Rowan", None, 2, 30, "Lead", "bank", START],
        ["More", "Rule", "rest", None, "hours", 12],
        ["More", "Cover", "E", "Rowan", "Ideal", 3],
        ["Fewer", "Leaves", "Ben Okoro"],
        ["Fewer", "Training", "Ana Silva", None, None, None, None, "Lead",
         None, START],
        ["Fewer", "Leave moved", "Ana Silva", None, None, None, None, None,
         None, START, dates()[7]],
    ],
    Bank_holidays=[
        ["Date", "To", "Name", "What"],
        ["10/12/2026", "11/12/2026", "Founder", "add"],
        ["01/09/2026", "18/12/2026", "Autumn", "term"],
    ],
    History=[
        ["Name", "Date", "Shift", "Unit", "Hours", "Days of leave", "Carried",
         "Count"],
        ["Ana Silva", "05/12/2026", "E", "Rowan"],
        ["Ana Silva", "23/11/2026", None, None, 37.5, 1],
        ["Ana Silva", None, None, None, None, None, "nights", 4],
    ],
    Rota=with_row(
        [["Name", "Unit", *dates()]],
        ["Ana Silva", "Rowan", "E", "L@Birch", "9-3", "OFF", "AL", "TR*"],
        ["Ben Okoro", None, "L/SI/E", "N"],
        ["Total", None, 1, 2],
    ),
    Worked=[
        ["Name", "Date", "Shift", "From", "To", "Worked", "Hours awake",
         "Miles", "Travel minutes", "Unit", "Note"],
        ["Ana Silva", START, "E", "07:10", "15:30", "Y", None, 4.5, 10],
        ["Ben Okoro", START, "SI", None, None, None, 1, None, None, None,
         "fire alarm"],
        ["Ben Okoro", dates()[1], "N", None, None, "N"],
        ["Ben Okoro", dates()[4], "L", None, None, None, None, None, None,
         "Birch"],
    ],
    Pay_rules=[
        ["Setting", "Value", "For", "From", "To"],
        ["Premiums", "bank holiday, night", None, None, None],
        ["Night from", "22:00", "Carer", START, dates()[9]],
        ["Clock change", "nominal", "Ana Silva", None, None],
        ["Awake in fee", 30, "permanent", None, None],
    ],
)  # fmt: skip


def read_grids(content: dict[str, Rows]) -> list[str]:
    """Read sheets as they stand; give the faults as sentences."""
    grids = {
        name: Grid(name, tuple(tuple(row) for row in rows))
        for name, rows in content.items()
    }
    reader = Reader(Book(Path("rowan.xlsx"), grids, (), {}), Desk())
    try:
        reader.problem()
    except WorkbookError as error:
        return [str(fault) for fault in error.faults]
    return []


def test_the_workbook_without_nonsense_has_no_fault() -> None:
    assert {sheet.name for sheet in SHEETS} == EVERY.keys()
    assert read_grids(EVERY) == []


@pytest.mark.parametrize("name", EVERY)
def test_nonsense_in_any_cell_is_answered_with_sentences(name: str) -> None:
    for number, row in enumerate(EVERY[name]):
        for place in range(len(row)):
            for value in NONSENSE[(7 * number + place) % STEP :: STEP]:
                rows = [list(one) for one in EVERY[name]]
                rows[number][place] = value
                said = read_grids(EVERY | {name: rows})
                assert all(len(sentence) > 20 for sentence in said)


@pytest.mark.parametrize("name", EVERY)
def test_a_sheet_of_nonsense_is_answered_with_sentences(name: str) -> None:
    hollow: tuple[Rows, ...] = ([], [[]], [[None]])
    across, down = [list(NONSENSE)], [[value] for value in NONSENSE]
    for rows in (*hollow, across, down):
        said = read_grids(EVERY | {name: rows})
        assert all(len(sentence) > 20 for sentence in said)
