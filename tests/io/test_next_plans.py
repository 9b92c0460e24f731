"""What the next period's workbook knows of the people supported."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from rota.io.next_book import write_next
from rota.io.read import Loaded, read
from rota.next_period import roll
from tests.io.plan_books import (
    DIARY_HEAD,
    SESSIONS_HEAD,
    plan,
    plan_sheets,
)
from tests.io.workbooks import dates, made

NEXT = date(2026, 12, 14)
PLANS = (
    plan("Alma R", Hours_a_day=2, To_date=dates()[6]),
    plan("Alma R", Hours_a_day=1, From_date=NEXT),
    plan("Bob T", Hours_a_day=2),
)
SESSIONS = [
    SESSIONS_HEAD,
    [dates()[0], "10:00", "12:00", "Alma R", "1:1", "Cara Jones"],
    [dates()[1], "10:00", "12:00", "Alma R", "1:1", "Ben Okoro"],
    [dates()[1], "14:00", "16:00", "Alma R", None, None],
    [dates()[1], "13:00", "15:00", "Bob T", "1:1", "Cara Jones, Ana Silva"],
]
ROTA = [["Name", *dates(7)], ["Cara Jones", "E", "E"]]


def rolled(tmp_path: Path, **changes: Any) -> Loaded:
    content = plan_sheets(
        *PLANS, **({"Sessions": SESSIONS, "Rota": ROTA} | changes)
    )
    loaded = read(made(tmp_path, content))
    after = roll(loaded.problem, loaded.roster)
    to = tmp_path / "next.xlsx"
    return read(write_next(loaded.source, to, loaded.problem, after).path)


def test_whoever_gave_support_knows_the_person_next_time(
    tmp_path: Path,
) -> None:
    alma, bob = rolled(tmp_path).problem.clients
    assert alma.known_by == ("Ben Okoro", "Cara Jones")
    assert alma.key_workers == ("Ana Silva",)
    assert bob.known_by == ("Ana Silva", "Cara Jones")


def test_the_column_is_made_where_there_is_none(tmp_path: Path) -> None:
    clients = [["Name", "Unit"], ["Alma R", None], ["Bob T", None]]
    alma, bob = rolled(tmp_path, Clients=clients).problem.clients
    assert alma.known_by == ("Ben Okoro", "Cara Jones")
    assert bob.known_by == ("Ana Silva", "Cara Jones")


def test_plans_and_what_hangs_on_them_go_on(tmp_path: Path) -> None:
    found = rolled(
        tmp_path,
        Vehicles=[["Vehicle", "Off from", "Off to"],
                  ["Bus", dates()[1], dates()[2]]],
        Client_diary=[
            DIARY_HEAD,
            ["Alma R", "home", dates()[2], None, dates()[3]],
            ["Bob T", "home", dates()[6], None, NEXT],
        ],
    )  # fmt: skip
    problem = found.problem
    assert problem.start == NEXT
    minutes = [line.day_minutes for line in problem.plan_lines]
    assert minutes == [60, 120], "the line that has ended is gone"
    assert [vehicle.off for vehicle in problem.vehicles] == [()]
    assert [away.client_id for away in problem.client_away] == ["Bob T"]


def test_sessions_that_were_typed_are_kept_under_their_date(
    tmp_path: Path,
) -> None:
    found = rolled(tmp_path)
    titles = openpyxl.load_workbook(found.source).sheetnames
    assert "Sessions to 13 Dec 2026" in titles
    assert "Sessions" not in titles
    assert not found.roster.pairs
