"""Visits that were not as planned, in the Worked sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rota.io.pay_book import write_hours
from rota.io.read import Loaded, read
from rota.payroll import payroll
from tests.io.plan_books import (
    SESSIONS_HEAD,
    WEDNESDAY,
    plan,
    plan_sheets,
)
from tests.io.workbooks import faults, made
from tests.payroll.paying import in_hours

WORKED = ["Name", "Date", "Shift", "From", "To", "Worked"]
TWO = [
    [WEDNESDAY, "09:00", "10:00", "Alma R", "visit", "Ana Silva", None],
    [WEDNESDAY, "12:00", "12:30", "Bob T", "visit", "Ana Silva", None],
]


def content(*rows: list[Any]) -> dict[str, Any]:
    return plan_sheets(
        plan("Alma R", "visit", From="09:00", To="10:00"),
        plan("Bob T", "visit", From="12:00", To="12:30"),
        Sessions=[SESSIONS_HEAD, *TWO],
        Worked=[WORKED, *rows],
    )


def ana(loaded: Loaded) -> tuple[dict[str, float], dict[str, float]]:
    pay = payroll(loaded.problem, loaded.roster, loaded.pay)
    person = next(p for p in pay.people if p.worker.name == "Ana Silva")
    return in_hours(person.planned), in_hours(person.worked)


def test_a_visit_is_found_by_when_it_began(tmp_path: Path) -> None:
    loaded = read(
        made(
            tmp_path,
            content(
                ["Ana Silva", WEDNESDAY, "visit", "12:10", "12:50", None],
                ["Ana Silva", WEDNESDAY, "Visit", "09:00", None, "no"],
            ),
        )
    )
    planned, worked = ana(loaded)
    assert planned == {"plain": 1.5}
    assert {name: round(h, 4) for name, h in worked.items()} == {
        "plain": round(40 / 60, 4)
    }


def test_which_visit_has_to_be_said(tmp_path: Path) -> None:
    file = made(
        tmp_path, content(["Ana Silva", WEDNESDAY, "visit", None, None, "no"])
    )
    (fault,) = faults(file)
    assert "which visit is it, of 09:00-10:00 and 12:00-12:30?" in str(fault)


def test_whom_a_visit_is_to_is_not_in_the_hours(tmp_path: Path) -> None:
    loaded = read(made(tmp_path, content()))
    pay = payroll(loaded.problem, loaded.roster, loaded.pay)
    assert ana(loaded)[1] == {"plain": 1.5}
    text = write_hours(pay, tmp_path / "h.csv").read_text("utf-8-sig")
    assert "Alma" not in text
