"""rota batch over several workbooks: bank staff shared, one page for all."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from rota.cli import main
from rota.domain import Contract, Worker
from rota.io.read import read
from rota.result import Result as Solved
from rota.result import Status
from rota.rollup import Line, roll_up
from tests.io.workbooks import START, Rows, made, sheets

PEOPLE: Rows = [
    ["Name", "Role", "Hours", "Payroll", "Contract"],
    ["Ana Silva", "Senior", 37.5, 1, "permanent"],
    ["Ben Okoro", "Support worker", None, 7, "bank"],
]
FREE: Rows = [["Name", "First", "Last", "Status"]]
OFFER = ["Ben Okoro", START, date(2026, 12, 20), "Yes"]
TYPED: Rows = [["Name", START], ["Ben Okoro", "E"]]


def house(folder: Path, name: str, **more: Rows) -> Path:
    """Write a house in which Ben, of the bank, can work every day."""
    own = [[*row] for row in PEOPLE]
    own[1][3] = sum(map(ord, name))  # Ana is somebody else in each
    file = made(
        folder, sheets(Workers=own, Availability=[*FREE, OFFER], **more)
    )
    return file.rename(folder / f"{name}.xlsx")


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    folder = tmp_path_factory.mktemp("provider")
    files = [house(folder, "Ash"), house(folder, "Rowan", Rota=TYPED)]
    broken = folder / "Broken.xlsx"
    broken.write_text("no workbook", encoding="utf-8")
    out = folder / "all.xlsx"
    return folder, run("batch", *files, broken, "-o", out, "--seconds", 1)


def test_one_workbook_that_cannot_be_read_is_told(
    done: tuple[Path, Result],
) -> None:
    folder, result = done
    assert result.exit_code == 1
    page = openpyxl.load_workbook(folder / "all.xlsx")["All services"]
    rows = {row[0]: row for row in page.iter_rows(min_row=5, values_only=True)}
    assert {"Ash", "Rowan", "Broken", "All services"} <= rows.keys()
    assert "Broken.xlsx" in str(rows["Broken"][-1])
    first, second = rows["Ash"][2], rows["Rowan"][2]
    assert isinstance(first, int)
    assert isinstance(second, int)
    assert rows["All services"][2] == first + second > 0
    assert "people at 30 h" in str(rows["Ash"][-2])


def test_shared_staff_are_never_in_two_services_at_once(
    done: tuple[Path, Result],
) -> None:
    folder, _ = done
    held = []
    for name in ("Ash", "Rowan"):
        loaded = read(folder / "all rotas" / f"{name}.xlsx")
        (ben,) = (w for w in loaded.problem.workers if w.payroll == "7")
        held += [(d.begins, d.ends) for d in loaded.roster.by_worker[ben.id]]
    held.sort()
    assert held, "the early that is typed in Rowan at least"
    for (_, ends), (begins, _) in pairwise(held):
        assert ends <= begins


def test_the_rota_of_a_service_can_be_read_and_checked_again(
    done: tuple[Path, Result],
) -> None:
    folder, _ = done
    for name in ("Ash", "Rowan"):
        result = run("check", folder / "all rotas" / f"{name}.xlsx")
        assert result.exit_code in (0, 1), result.stderr
    book = openpyxl.load_workbook(folder / "all rotas" / "Ash.xlsx")
    said = [str(cell.value) for row in book["Summary"] for cell in row]
    assert any(
        "Ben Okoro also works elsewhere: Mon 7 Dec E at Rowan." in text
        for text in said
    )


def test_options_are_of_one_service(tmp_path: Path) -> None:
    files = [house(tmp_path, "Ash"), house(tmp_path, "Rowan")]
    words = ["-o", tmp_path / "x.xlsx", "--options", tmp_path / "o.toml"]
    assert run("batch", *files, *words).exit_code == 2


# -- the line of one service --------------------------------------------------


def line(people: int = 1, contract: Contract = Contract.AGENCY) -> Line:
    """Roll up a fortnight of one agency night, of which two are needed."""
    from rota.checker import check
    from rota.domain import Demand, Problem
    from rota.roster import Roster
    from rota.rules import defaults
    from tests.given import MONDAY, TIMES, shift_type

    shift = shift_type("N", TIMES["N"]).on(MONDAY)
    need = Demand(
        id="n",
        date=MONDAY,
        begins=shift.begins,
        ends=shift.ends,
        minimum=2,
        ideal=2,
    )
    lead = need.replace(id="lead", skill="lead", minimum=1, ideal=1)
    workers = tuple(
        Worker(id=f"w{n}", name=f"W{n}", contract=contract) for n in range(2)
    )
    problem = Problem(
        start=MONDAY,
        end=MONDAY,
        workers=workers,
        shifts=(shift,),
        demands=(need, lead),
        rules=defaults(),
    )
    pairs = [(f"w{n}", shift.id) for n in range(people)]
    roster = Roster(problem, pairs)
    report = check(problem, roster)
    return roll_up(
        "Ash", Solved(problem, roster, report, Status.FEASIBLE, 1.0, 0)
    )


def test_a_night_alone_and_without_a_lead_is_counted() -> None:
    found = line()
    assert found.nights_alone == found.nights_without_lead == 1
    assert found.within_7_days == found.within_28_days == 1
    assert found.hours_not_delivered == 10
    assert found.agency_hours == 10
    assert found.agency_pounds == 280
    assert "for nights" in found.to_hire
    assert "lead" in found.to_hire


def test_a_night_with_two_is_not_alone() -> None:
    found = line(people=2, contract=Contract.BANK)
    assert found.nights_alone == 0
    assert found.agency_hours == found.agency_pounds == 0
    assert found.to_hire == ""
