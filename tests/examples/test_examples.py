"""The workbooks that ship with the package are real, and are solved.

Each solve takes part of a minute on one core: EXAMPLES are solved once each
for this file, with the default strengths.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

import rota
from examples import (
    make_care_home,
    make_childrens_home,
    make_community,
    make_day_service,
    make_personal_assistants,
    make_reablement,
    make_supported_living,
)
from rota.calendar import HOUR, instant
from rota.cli import main
from rota.domain import Contract, DiaryEntry, Kind, Problem
from rota.errors import RotaError
from rota.examples import EXAMPLES, write_example
from rota.io.read import Loaded
from rota.result import Result

MAKERS: dict[str, ModuleType] = {
    "supported-living": make_supported_living,
    "care-home": make_care_home,
    "personal-assistants": make_personal_assistants,
    "childrens-home": make_childrens_home,
    "community": make_community,
    "day-service": make_day_service,
    "reablement": make_reablement,
}
HOUSES = ("supported-living", "care-home", "childrens-home")
WITHOUT_PLANS = ("care-home", "childrens-home")
ROUNDS = 12  # not seconds: the same rota on any machine
PATIENCE = 120  # seconds at most, for what is proved in a few
Cells = dict[tuple[str, str], object]


@cache
def loaded(name: str) -> Loaded:
    return rota.load(MAKERS[name].TARGET)


@cache
def solved(name: str) -> Result:
    return rota.solve(
        loaded(name).problem, seconds=ROUNDS, reproducible=True, threads=2
    )


def only_minimum(problem: Problem) -> Problem:
    """Keep every must; of what has a price, keep only the minimum cover."""
    rules = tuple(
        rule
        if rule.id == "cover minimum" or rule.strength is rota.Strength.MUST
        else rule.replace(strength=rota.Strength.OFF)
        for rule in problem.rules
    )
    return problem.replace(rules=rules)


def cells(path: Path) -> Cells:
    return dict(_cells(path))


def _cells(path: Path) -> Iterator[tuple[tuple[str, str], object]]:
    for sheet in load_workbook(path):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None or cell.has_style:
                    shown = (cell.value, cell.number_format, cell.fill.fgColor)
                    yield (sheet.title, cell.coordinate), shown


# -- shipping ---------------------------------------------------------------


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_what_its_script_makes(
    name: str, tmp_path: Path
) -> None:
    MAKERS[name].make(tmp_path / "made.xlsx")
    shipped = tmp_path / "shipped.xlsx"
    write_example(name, shipped)
    assert cells(shipped) == cells(tmp_path / "made.xlsx")


def test_an_unknown_example_is_answered_with_the_nearest(
    tmp_path: Path,
) -> None:
    with pytest.raises(RotaError, match="Did you mean care-home"):
        write_example("carehome", tmp_path / "new.xlsx")


def test_an_example_replaces_nothing(tmp_path: Path) -> None:
    mine = tmp_path / "mine.xlsx"
    mine.write_text("mine")
    with pytest.raises(RotaError, match=r"mine\.xlsx is there already"):
        write_example("care-home", mine)
    assert mine.read_text() == "mine"


# -- what they show ---------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "people", "units"),
    [("supported-living", 24, 1), ("care-home", 45, 2)],
)
def test_an_example_has_what_a_real_service_has(
    name: str, people: int, units: int
) -> None:
    problem = loaded(name).problem
    assert len(problem.workers) == people
    assert len(problem.units) == units
    assert len(problem.dates) == 28
    contracts = {worker.contract for worker in problem.workers}
    assert {Contract.BANK, Contract.AGENCY} < contracts
    assert any(worker.caps for worker in problem.workers)
    assert any(e.name.casefold().endswith("meeting") for e in problem.diary)
    assert all(isinstance(entry, DiaryEntry) for entry in problem.diary)
    for held in (
        problem.absences,
        problem.requests,
        problem.pairs,
        problem.patterns,
        problem.past,
        problem.ledger,
        problem.pinned,
        problem.kept,
    ):
        assert held


@pytest.mark.parametrize("name", EXAMPLES)
def test_training_runs_out_inside_the_rota(name: str) -> None:
    problem = loaded(name).problem
    assert any(
        held.expires and problem.start <= held.expires <= problem.end
        for worker in problem.workers
        for held in worker.qualifications
    )


def test_what_was_assumed_is_said() -> None:
    notes = " ".join(loaded("supported-living").notes)
    assert "9 of 23 have no opt-out recorded" in notes


@pytest.mark.parametrize("name", HOUSES)
def test_the_rota_of_an_example_can_be_checked(name: str) -> None:
    """Booked agency staff have nobody with them until the rota is made."""
    answer = CliRunner().invoke(main, ["check", str(MAKERS[name].TARGET)])
    assert answer.exit_code == 1, answer.output
    book = loaded(name)
    report = rota.check(book.problem, book.roster)
    assert {b.rule.id for b in report.broken} == {"lone working"}


# -- solving, half a minute each --------------------------------------------


@pytest.mark.parametrize("name", WITHOUT_PLANS)
def test_an_example_has_no_must_broken(name: str) -> None:
    assert not solved(name).report.broken


@pytest.mark.parametrize("name", WITHOUT_PLANS)
def test_no_more_is_left_to_fill_than_must_be(name: str) -> None:
    problem = only_minimum(loaded(name).problem)
    least = rota.solve(problem, seconds=PATIENCE, threads=2)
    assert least.status is rota.Status.OPTIMAL
    left = solved(name).report.minutes_to_fill
    assert left == least.report.minutes_to_fill


# -- what the children's home is there to show --------------------------------


@pytest.mark.parametrize("name", WITHOUT_PLANS)
def test_nobody_is_on_two_shifts_at_any_quarter_hour(name: str) -> None:
    result = solved(name)
    first, last = instant(result.problem.start), instant(result.problem.end)
    for worker in result.problem.workers:
        mine = result.roster.by_worker[worker.id]
        for at in range(first, last + 48 * HOUR, 15):
            there = sum(duty.begins <= at < duty.ends for duty in mine)
            assert there <= 1, (worker.name, at)


def people_at(result: Result, kind: Kind, at: int) -> int:
    """Count who is on duty at an instant."""
    return sum(
        duty.kind is kind and duty.begins <= at < duty.ends
        for worker in result.problem.workers
        for duty in result.roster.by_worker[worker.id]
    )


def test_two_sleep_in_and_there_is_time_to_hand_over() -> None:
    result = solved("childrens-home")
    for day in result.problem.dates:
        for minute in range(22 * HOUR + 30, 31 * HOUR + 30, 15):
            at = instant(day, minute)
            assert people_at(result, Kind.SLEEP_IN, at) >= 2
        for minute in (14 * HOUR + 30, 14 * HOUR + 45):
            assert people_at(result, Kind.WAKING, instant(day, minute)) >= 5
