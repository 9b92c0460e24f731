"""One mistake in the sheets of support plans, and what a manager is told."""

from datetime import datetime, time
from pathlib import Path
from typing import Any

import pytest

from rota.io.read import read
from tests.io.plan_books import (
    CLIENTS,
    DIARY_HEAD,
    PLAN_WORKERS,
    SESSIONS_HEAD,
    WEDNESDAY,
    plan,
    plan_sheets,
)
from tests.io.workbooks import START, dates, faults, made, with_row

OK = plan("Alma R", Hours_a_day=2)
AWAY = ["Alma R", "home", WEDNESDAY, None, None, None]
IN_ROWAN = [["Name", "Unit"], ["Alma R", "Rowan"]]
AT_HOME = [["Shift", "Days", "Minimum", "At home"]]


def plans(*args: Any, **cells: Any) -> dict[str, Any]:
    """Change nothing but the one row of Support plans."""
    return {"rows": [plan(*args, **cells)]}


def sheet(name: str, *rows: list[Any]) -> dict[str, Any]:
    """Add a sheet beside a plan that is right."""
    return {"rows": [OK], name: list(rows)}


MISTAKES: dict[str, Any] = {
    "a plan for nobody": (
        plans("Alma B", Hours_a_day=2),
        ("Support plans", "A2", "nobody in the Clients sheet", "Alma R"),
    ),
    "a kind of support misspelt": (
        plans("Alma R", "comunity access", Hours_a_day=2),
        ("Support plans", "B2", "expected one of: 1:1", "community access"),
    ),
    "no hours at all": (
        plans("Alma R"),
        ("Support plans", "D2", "one of Hours a week, Hours a day", ""),
    ),
    "hours twice over": (
        plans("Alma R", Hours_a_week=14, Hours_a_day=2),
        ("Support plans", "E2", "only one of Hours a week", ""),
    ),
    "hours beside a fixed time": (
        plans("Alma R", Hours_a_week=14, From="09:00", To="11:00"),
        ("Support plans", "F2", "only one of Hours a week", ""),
    ),
    "half a fixed time": (
        plans("Alma R", From="09:00"),
        ("Support plans", "G2", "needs both From and To", ""),
    ),
    "a time that ends when it begins": (
        plans("Alma R", From="09:00", To="09:00"),
        ("Support plans", "G2", "ends when it starts", ""),
    ),
    "hours of a day that do not fit its window": (
        plans("Alma R", Hours_a_day=6, Days="Mon", Earliest="09:00",
              Latest="13:00"),
        ("Support plans", "E2", "Alma R needs 6 h on Mon between 09:00 and "
         "13:00, which is 4 h.", ""),
    ),
    "hours of a week that do not fit its days": (
        plans("Alma R", Hours_a_week=10, Days="Mon Thu", Earliest="09:00",
              Latest="13:00"),
        ("Support plans", "D2", "Alma R needs 10 h a week on 2 days between "
         "09:00 and 13:00, which is 2 days of 4 h: 8 h.", ""),
    ),
    "a block longer than its window": (
        plans("Alma R", Hours_a_week=10, Earliest="09:00", Latest="11:00",
              Shortest=3, Longest=3),
        ("Support plans", "K2", "a session of 3 h does not "
         "fit between 09:00 and 11:00, which is 2 h.", ""),
    ),
    "a longest block longer than its window": (
        plans("Alma R", Hours_a_week=10, Earliest="09:00", Latest="11:00",
              Longest=3),
        ("Support plans", "L2", "a session of 3 h does not fit", ""),
    ),
    "a shortest block longer than the longest": (
        plans("Alma R", Hours_a_week=10, Shortest=3, Longest=2),
        ("Support plans", "K2", "the shortest session, 3 h, is longer than "
         "the longest, 2 h", ""),
    ),
    "less in a week than one block": (
        plans("Alma R", Hours_a_week=2, Shortest=3),
        ("Support plans", "D2", "2 h is less than one session of 3 h", ""),
    ),
    "less in a day than one block": (
        plans("Alma R", Hours_a_day=1, Shortest=2),
        ("Support plans", "E2", "1 h is less than one session of 2 h", ""),
    ),
    "latest before earliest": (
        plans("Alma R", Hours_a_day=1, Earliest="13:00", Latest="09:00"),
        ("Support plans", "J2", "not after Earliest", ""),
    ),
    "dates the wrong way round": (
        plans("Alma R", Hours_a_day=1, From_date=dates()[3], To_date=START),
        ("Support plans", "T2", "before From date, 10/12/2026", ""),
    ),
    "one person for two to one": (
        plans("Alma R", "2:1", Hours_a_day=1, People=1),
        ("Support plans", "C2", "2:1 is given by 2 people.", ""),
    ),
    "a skill that nobody has": (
        plans("Alma R", Hours_a_day=1, Skills="Hoists"),
        ("Support plans", "M2", "Hoists: nobody in Workers", "hoist"),
    ),
    "a group that nobody is in": (
        plans("Alma R", Hours_a_day=1, Personal_care_by="womn"),
        ("Support plans", "O2", "no Personal care group", "women"),
    ),
    "somebody preferred and excluded": (
        plans("Alma R", Hours_a_day=1, Preferred="Ana Silva",
              Excluded="Ana Silva, Ben Okoro"),
        ("Support plans", "Q2", "Ana Silva is also under Preferred", ""),
    ),
    "a stranger preferred": (
        plans("Alma R", Hours_a_day=1, Preferred="Anna Silva"),
        ("Support plans", "P2", "Anna Silva: nobody in the Workers",
         "Ana Silva"),
    ),
    "more essential hours than hours": (
        plans("Alma R", Hours_a_week=10, Essential="12 h"),
        ("Support plans", "R2", "this line has 10 hours", ""),
    ),
    "a share of more than all": (
        plans("Alma R", Hours_a_week=10, Essential="120 %"),
        ("Support plans", "R2", "from 0 % to 100 %", ""),
    ),
    "days that are none": (
        plans("Alma R", Hours_a_day=1, Days="Mnday"),
        ("Support plans", "H2", "expected every day, weekday", "Monday"),
    ),
    "two clients of one name": (
        {"rows": [OK], "Clients": with_row(CLIENTS, ["alma r"])},
        ("Clients", "A4", "row 2 has the same", ""),
    ),
    "a key worker misspelt": (
        {"rows": [OK], "Clients": with_row(CLIENTS, ["Cy", "Anna Silva"])},
        ("Clients", "B4", "Anna Silva: nobody in the Workers", "Ana Silva"),
    ),
    "somebody who knows them misspelt": (
        {"rows": [OK], "Clients": with_row(CLIENTS, ["Cy", None, "Ben Okro"])},
        ("Clients", "C4", "Ben Okro: nobody in the Workers", "Ben Okoro"),
    ),
    "an end before the start": (
        sheet("Client diary", DIARY_HEAD,
              ["Alma R", "home", WEDNESDAY, None, START, None]),
        ("Client diary", "E2", "before From, 09/12/2026", ""),
    ),
    "hours that end before they begin": (
        sheet("Client diary", DIARY_HEAD,
              ["Alma R", "home", WEDNESDAY, "16:00", None, "10:00"]),
        ("Client diary", "F2", "ends before it begins", ""),
    ),
    "an appointment without a time": (
        sheet("Client diary", DIARY_HEAD,
              ["Alma R", "appointment", WEDNESDAY, "10:00", None, None]),
        ("Client diary", "F2", "an appointment needs", ""),
    ),
    "an appointment while away": (
        sheet("Client diary", DIARY_HEAD, AWAY,
              ["Alma R", "appointment", WEDNESDAY, "10:00", None, "11:00"]),
        ("Client diary", "C3", "Alma R is away then (home)", ""),
    ),
    "an appointment twice": (
        sheet("Client diary", DIARY_HEAD,
              *[["Bob T", "appointment", WEDNESDAY, "10:00", None,
                 "11:00"]] * 2),
        ("Client diary", "C3", "row 2 already says this", ""),
    ),
    "a diary for nobody": (
        sheet("Client diary", DIARY_HEAD, ["Bop T", "home", WEDNESDAY]),
        ("Client diary", "A2", "nobody in the Clients sheet", "Bob T"),
    ),
    "a vehicle off the road backwards": (
        sheet("Vehicles", ["Vehicle", "Off from", "Off to"],
              ["Bus", WEDNESDAY, START]),
        ("Vehicles", "C2", "before Off from", ""),
    ),
    "a way said twice": (
        {"rows": [OK], "Service": [["Name", "Rowan"], ["Starts", START],
         ["Units", "Rowan, Birch"]], "Clients": IN_ROWAN, "Travel": [
            ["From", "To", "Minutes by car"], ["Rowan", "Birch", 5],
            ["Birch", "Rowan", 6]]},
        ("Travel", "A3", "row 2 already says this way", ""),
    ),
    "a place misspelt": (
        {"rows": [OK], "Service": [["Name", "Rowan"], ["Starts", START],
         ["Units", "Rowan, Birch"]], "Clients": IN_ROWAN, "Travel": [
            ["From", "To", "Minutes by car"], ["Rowan", "Brich", 5]]},
        ("Travel", "B2", "no unit and no place", "Birch"),
    ),
    "a trip misspelt": (
        {"rows": [
            plan("Alma R", Hours_a_day=2, Driver="Yes", Trip="Swimming"),
            plan("Bob T", Hours_a_day=2, Driver="Yes", Trip="Swiming")]},
        ("Support plans", "U3", "nobody else goes on a trip of this name",
         "Swimming"),
    ),
    "somebody of no unit, supported within shifts": (
        {"rows": [OK, plan("Bob T", "visit", Hours_a_day=1)],
         "Service": [["Name", "Rowan"], ["Starts", START],
         ["Units", "Rowan, Birch"]], "Clients": [
            ["Name", "Unit"], ["Alma R", None], ["Bob T", None]]},
        ("Clients", "B2", "in which unit is Alma R supported, Rowan or Birch?"
         " Whoever is with them is missing from its cover.", ""),
    ),
    "a session at a time that no plan has": (
        sheet("Sessions", SESSIONS_HEAD,
              [WEDNESDAY, "21:00", "23:00", "Alma R", "1:1", "Ana Silva"]),
        ("Sessions", "B2", "no session of Alma R on Wed 9 Dec can be "
         "21:00-23:00", "20:00-22:00"),
    ),
    "a session of a kind that no plan has": (
        sheet("Sessions", SESSIONS_HEAD,
              [WEDNESDAY, "10:00", "12:00", "Alma R", "2:1", "Ana Silva"]),
        ("Sessions", "E2", "Alma R's plan has no 2:1 session on Wed 9 Dec",
         ""),
    ),
    "a session of somebody without a plan": (
        sheet("Sessions", SESSIONS_HEAD,
              [WEDNESDAY, "10:00", "12:00", "Bob T", None, "Ana Silva"]),
        ("Sessions", "A2", "Bob T's plan has no session on Wed 9 Dec", ""),
    ),
    "a session of somebody who is away": (
        {"rows": [OK], "Client diary": [DIARY_HEAD, AWAY], "Sessions": [
            SESSIONS_HEAD,
            [WEDNESDAY, "10:00", "12:00", "Alma R", None, "Ana Silva"]]},
        ("Sessions", "A2", "no session on Wed 9 Dec: Alma R is away.", ""),
    ),
    "more sessions than the plan has": (
        sheet("Sessions", SESSIONS_HEAD,
              [WEDNESDAY, "10:00", "12:00", "Alma R", None, "Ana Silva"],
              [WEDNESDAY, "14:00", "16:00", "Alma R", None, "Ana Silva"]),
        ("Sessions", "B3", "no further session on Wed 9 Dec", ""),
    ),
    "a session by a stranger": (
        sheet("Sessions", SESSIONS_HEAD,
              [WEDNESDAY, "10:00", "12:00", "Alma R", None, "Anna Silva"]),
        ("Sessions", "F2", "Anna Silva: nobody in the Workers", "Ana Silva"),
    ),
    "so many at home in words": (
        {"rows": [OK], "Cover": [*AT_HOME, ["E", None, 1, "some"]]},
        ("Cover", "D2", "expected so many people, such as 5, 4+", ""),
    ),
    "so many at home as a date": (
        {"rows": [OK],
         "Cover": [*AT_HOME, ["E", None, 1, datetime(2026, 3, 1)]]},
        ("Cover", "D2", "expected so many people", "1 to 3"),
    ),
    "so many at home backwards": (
        {"rows": [OK], "Cover": [*AT_HOME, ["E", None, 1, "3-1"]]},
        ("Cover", "D2", "expected so many people", "1 to 3"),
    ),
    "at home where nobody lives": (
        {"rows": [], "Clients": None, "Support plans": None,
         "Cover": [*AT_HOME, ["E", None, 1, "3+"]]},
        ("Cover", "D2", "the Clients sheet lists nobody", ""),
    ),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_its_cell(tmp_path: Path, mistake: str) -> None:
    changes, (title, cell, said, near) = MISTAKES[mistake]
    others = dict(changes)
    content = plan_sheets(*others.pop("rows"), **others)
    found = faults(made(tmp_path, content))
    assert len(found) == 1, [str(fault) for fault in found]
    assert (found[0].sheet, found[0].cell) == (title, cell)
    assert said in found[0].expected
    assert found[0].nearest == near


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    content = plan_sheets(
        plan("Alma B", Hours_a_day=2),
        plan(
            "Alma R",
            Hours_a_day=6,
            Earliest="09:00",
            Latest="13:00",
            Skills="hoists",
        ),
        plan("Alma R", Hours_a_day=2, Preferred="Anna Silva"),
        Client_diary=[DIARY_HEAD, ["Bop T", "home", WEDNESDAY]],
    )
    found = faults(made(tmp_path, content))
    assert [(fault.sheet, fault.cell) for fault in found] == [
        ("Support plans", "A2"),
        ("Support plans", "M3"),
        ("Support plans", "E3"),
        ("Support plans", "P4"),
        ("Client diary", "A2"),
    ]


NOTED: dict[str, Any] = {
    "blocks that need more than one session a day": (
        plan("Alma R", Hours_a_week=20, Days="Mon Tue", Longest=4),
        "Alma R has 20 h a week on 2 days; sessions of 4 h at most make 8 h, "
        "so 3 sessions a day are planned.",
    ),
    "hours that are no whole quarters": (
        plan("Alma R", Hours_a_week=time(7, 10)),
        "can only be met to the quarter hour, 7 h.",
    ),
    "a key worker who is excluded": (
        plan("Alma R", Hours_a_week=6, Excluded="Ana Silva"),
        "Ana Silva is a key worker of Alma R, and excluded here.",
    ),
    "two people wanted and one eligible": (
        plan("Alma R", "2:1", Hours_a_day=2, Skills="Hoist",
             Excluded="Cara Jones"),
        "Alma R, 2:1: needs 2, 1 is eligible: Ben Okoro.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", NOTED)
def test_what_leaves_a_rota_possible_is_noted(
    tmp_path: Path, what: str
) -> None:
    row, said = NOTED[what]
    content = plan_sheets(row, Workers=PLAN_WORKERS)
    notes = read(made(tmp_path, content)).notes
    assert any(said in note for note in notes), notes
