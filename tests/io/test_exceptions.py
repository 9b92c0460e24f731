"""An exception from a must is logged: what, for whom, why, by whom."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import rota
from rota.io.pages import checks
from rota.io.pages.facts import Facts
from tests.io.books import manager_book

MONDAY, TUESDAY = date(2026, 12, 21), date(2026, 12, 22)
LATE_THEN_EARLY = ("Ana Silva", "L", "E")
HEAD = ("Rule", "Strength", "Worker", "From", "To", "Reason", "Approver")


def lines(
    tmp_path: Path, *exceptions: tuple[object, ...]
) -> list[tuple[str, ...]]:
    """Check a late and an early after it, and give the lines of Checks."""
    book = manager_book()
    sheet = book.create_sheet("Rota")
    sheet.append(("Name", MONDAY, TUESDAY))
    sheet.append(LATE_THEN_EARLY)
    sheet = book.create_sheet("Rules")
    for row in (HEAD, *exceptions):
        sheet.append(row)
    path = tmp_path / "book.xlsx"
    book.save(path)
    loaded = rota.load(path)
    facts = Facts(rota.check(loaded.problem, loaded.roster))
    return [line for line in checks.rows(facts) if line[1] == "Rest"]


def test_without_an_exception_the_rule_is_broken(tmp_path: Path) -> None:
    (line,) = lines(tmp_path)
    assert line[0] == "Rule broken"


def test_an_exception_says_who_and_why(tmp_path: Path) -> None:
    made = (
        "rest",
        "Watch",
        "Ana Silva",
        TUESDAY,
        TUESDAY,
        "Ben rang in sick",
        "J. Hall",
    )
    (line,) = lines(tmp_path, made)
    assert line[0] == "Exception made"
    assert line[4] == (
        "Ana Silva has 9 h off before Tue 22 Dec 07:00; needs 11 h"
        " (exception: Ben rang in sick; approved by J. Hall)"
    )
    assert line[5] == "2 h"


def test_what_is_not_recorded_is_said(tmp_path: Path) -> None:
    (line,) = lines(tmp_path, ("rest", "High", "Ana Silva", TUESDAY, None))
    assert line[0] == "Exception made"
    assert "no reason is recorded; nobody is recorded as having" in line[4]


def test_an_exception_is_for_its_days_alone(tmp_path: Path) -> None:
    other = ("rest", "Watch", "Ana Silva", MONDAY, MONDAY, "Sick", "J. Hall")
    (line,) = lines(tmp_path, other)
    assert line[0] == "Rule broken"


def test_why_somebody_may_not_work_stays_off_the_page(tmp_path: Path) -> None:
    book = manager_book()
    book["Workers"].cell(1, 6).value = "Right to work until"
    book["Workers"].cell(2, 6).value = date(2026, 12, 1)
    sheet = book.create_sheet("Rota")
    sheet.append(("Name", MONDAY))
    sheet.append(("Ana Silva", "E"))
    sheet = book.create_sheet("Rules")
    sheet.append(HEAD)
    sheet.append(
        ("right to work", "Watch", "Ana Silva", None, None, "visa", "J. Hall")
    )
    path = tmp_path / "book.xlsx"
    book.save(path)
    loaded = rota.load(path)
    facts = Facts(rota.check(loaded.problem, loaded.roster))
    (line,) = [ln for ln in checks.rows(facts) if ln[0] == "Exception made"]
    assert "visa" not in " ".join(line)
    assert line[4].endswith(
        "(exception: the reason is kept elsewhere; approved by J. Hall)"
    )
