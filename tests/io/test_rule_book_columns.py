"""What the sheets hold for the rule book: dates, shares, the profile."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rota.domain import Problem, Profile, Strength
from rota.errors import WorkbookError
from rota.io.read import read
from tests.io.workbooks import SERVICE, SHIFT_TYPES, WORKERS, made, sheets


def problem(tmp_path: Path, **changes: Any) -> Problem:
    return read(made(tmp_path, sheets(**changes))).problem


def test_when_the_rota_is_published(tmp_path: Path) -> None:
    rows = [*SERVICE, ["Rota published", "01/12/2026"]]
    found = problem(tmp_path, Service=rows)
    assert found.published_on == date(2026, 12, 1)
    assert problem(tmp_path).published_on is None


def test_continuity_of_care_averages_over_26_weeks(tmp_path: Path) -> None:
    rows = [*SERVICE, ["Working time", "continuity"]]
    people = [
        [*WORKERS[0], "Reference weeks"],
        [*WORKERS[1], 17],
        [*WORKERS[2], None],
    ]
    found = problem(tmp_path, Service=rows, Workers=people)
    assert found.profile is Profile.CONTINUITY
    assert [w.reference_weeks for w in found.workers] == [17, 26]
    assert found.rule("night average").strength is Strength.WATCH
    standard = problem(tmp_path, Workers=people)
    assert [w.reference_weeks for w in standard.workers] == [17, 17]
    assert standard.rule("night average").strength is Strength.MUST


def test_agreements_and_dates_of_workers(tmp_path: Path) -> None:
    heads = [
        "Night assessment",
        "Share of nights",
        "Share of weekends %",
        "Sponsored hours",
    ]
    people = [
        [*WORKERS[0], *heads],
        [*WORKERS[1], "1 Oct 2026", 50, 0, 37.5],
        [*WORKERS[2], None, None, None, None],
    ]
    ana, ben = problem(tmp_path, Workers=people).workers
    assert ana.night_assessed_on == date(2026, 10, 1)
    assert (ana.night_share, ana.weekend_share) == (50, 0)
    assert ana.sponsored_minutes == 37.5 * 60
    assert (ben.night_share, ben.weekend_share) == (100, 100)


def test_hazardous_nights_of_a_shift_type(tmp_path: Path) -> None:
    rows = [[*SHIFT_TYPES[0], "Special hazard"]]
    rows += [[*row, row[0] == "N"] for row in SHIFT_TYPES[1:]]
    found = problem(tmp_path, Shift_types=rows)
    hazardous = {s.code for s in found.shifts if s.is_hazardous}
    assert hazardous == {"N"}


def test_too_few_days_of_leave_are_said(tmp_path: Path) -> None:
    rows = [
        *SERVICE,
        ["Leave year starts", "01/04/2027"],
        ["Leave days", "20 + bank holidays"],
    ]
    notes = read(made(tmp_path, sheets(Service=rows))).notes
    assert any("are 26 days of leave; the law asks for 28" in n for n in notes)
    enough = [*rows[:-1], ["Leave days", "28 days"]]
    notes = read(made(tmp_path, sheets(Service=enough))).notes
    assert not any("days of leave" in note for note in notes)


def test_days_of_leave_that_cannot_be_read_are_a_fault(tmp_path: Path) -> None:
    rows = [
        *SERVICE,
        ["Leave year starts", "01/04/2027"],
        ["Leave days", "lots"],
    ]
    with pytest.raises(WorkbookError, match=r"20 \+ bank holidays"):
        read(made(tmp_path, sheets(Service=rows)))


RULES = ["Rule", "Setting", "Value", "From", "To", "Worker"]


@pytest.mark.parametrize(
    ("first", "last", "hours"),
    [
        (None, None, 12),
        ("07/12/2026", None, 12),  # the day on which the rota starts
        ("08/12/2026", None, 11),
        (None, "07/12/2026", 12),
        (None, "06/12/2026", 11),
    ],
)
def test_a_setting_may_have_dates(
    tmp_path: Path, first: str | None, last: str | None, hours: int
) -> None:
    rows = [RULES, ["rest", "hours", 12, first, last, None]]
    rest = problem(tmp_path, Rules=rows).rule("rest")
    assert getattr(rest, "hours", None) == hours


def test_a_setting_is_not_for_one_person(tmp_path: Path) -> None:
    rows = [RULES, ["rest", "hours", 12, None, None, "Ana Silva"]]
    with pytest.raises(WorkbookError, match="a setting is for everybody"):
        problem(tmp_path, Rules=rows)
