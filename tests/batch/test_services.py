"""Many services: a person of one payroll number is one person."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from rota.checker import check
from rota.domain import Assignment, Demand, Problem, ShiftType, Worker
from rota.errors import OptionError
from rota.options import Option
from rota.roster import Roster
from rota.rules import defaults
from rota.services import (
    Service,
    _waves,
    solve_services,
    with_duties_elsewhere,
)
from tests.given import MONDAY, TIMES, shift_type

NIGHT: ShiftType = shift_type("N", TIMES["N"])


def service(*payrolls: str, **changes: Any) -> Problem:
    """Make a service that needs one person on one night."""
    shift = NIGHT.on(MONDAY)
    need = Demand(
        id="night",
        date=MONDAY,
        begins=shift.begins,
        ends=shift.ends,
        minimum=1,
        ideal=1,
    )
    workers = tuple(
        Worker(id=f"w{n}", name=f"W{n}", payroll=payroll, weekly_minutes=600)
        for n, payroll in enumerate(payrolls)
    )
    facts: dict[str, Any] = {
        "start": MONDAY,
        "end": MONDAY,
        "workers": workers,
        "shifts": (shift,),
        "demands": (need,),
        "rules": defaults(),
    }
    return Problem(**facts | changes)


def solved(
    *problems: Problem, folder: Path | None = None
) -> tuple[Service, ...]:
    named = [(f"s{n}", problem) for n, problem in enumerate(problems)]
    with ThreadPoolExecutor(2) as executor:
        return solve_services(
            named, seconds=1, executor=executor, folder=folder
        )


def given(found: Service) -> list[str]:
    return [worker for worker, _ in found.outcome.pairs]


def test_one_person_cannot_fill_two_nights_at_once() -> None:
    one, other = solved(service("7"), service("7 "))
    assert given(one) == ["w0"], "the first named has the first choice"
    assert given(other) == []
    assert other.outcome.counts is not None
    assert other.outcome.counts.hours_to_fill > 0


def test_two_people_of_the_same_name_are_two() -> None:
    one, other = solved(service("7"), service("8"))
    assert given(one) == given(other) == ["w0"]
    one, other = solved(service(""), service(""))
    assert given(one) == given(other) == ["w0"], "no number, nobody shared"


def test_what_is_typed_in_a_later_service_holds_in_an_earlier_one() -> None:
    duty = NIGHT.on(MONDAY).id
    typed = (Assignment(worker_id="w0", duty_id=duty),)
    one, other = solved(service("7"), service("7", pinned=typed))
    assert given(one) == []
    assert given(other) == ["w0"]


def test_a_duty_elsewhere_counts_to_hours_and_not_to_cover_or_pay() -> None:
    problem = service("7")
    away = Roster(service("7"), [("w0", NIGHT.on(MONDAY).id)])
    known = with_duties_elsewhere(problem, [("Ash", away)])
    empty = Roster(known, ())
    (duty,) = empty.timeline("w0")
    assert duty.code == "N at Ash"
    report = check(known, empty)
    before = check(problem, Roster(problem, ()))
    assert report.minutes_to_fill == before.minutes_to_fill > 0
    assert [b.key.what for b in report.of("contract hours")] == ["over"]
    both = Roster(known, [("w0", NIGHT.on(MONDAY).id)])
    assert check(known, both).of("one place")


def test_bank_staff_are_paid_where_they_work() -> None:
    bank = tuple(
        worker.replace(weekly_minutes=0) for worker in service("7").workers
    )
    here, there = service("7", workers=bank), service("7", workers=bank)
    away = Roster(there, [("w0", NIGHT.on(MONDAY).id)])
    known = with_duties_elsewhere(here, [("Ash", away)])
    assert check(there, away).money
    assert not check(known, Roster(known, ())).money


def test_services_that_share_nobody_go_side_by_side() -> None:
    problems = [
        ("a", service("1", "2")),
        ("b", service("3")),
        ("c", service("2", "4")),
        ("d", service("4")),
        ("e", service("")),
    ]
    waves = [[name for name, _ in wave] for wave in _waves(problems)]
    assert waves == [["a", "b", "e"], ["c"], ["d"]]


def test_a_finished_service_is_not_solved_again(tmp_path: Path) -> None:
    first = solved(service("7"), service("7"), folder=tmp_path)
    files = {p.name: p.stat().st_mtime_ns for p in tmp_path.iterdir()}
    again = solved(service("7"), service("7"), folder=tmp_path)
    assert [s.outcome for s in again] == [s.outcome for s in first]
    assert len(files) == 2


def test_services_have_different_names() -> None:
    with pytest.raises(OptionError, match="have the name 'a'"):
        solve_services([("a", service("1")), ("a", service("2"))])


def test_a_service_is_an_option_without_changes() -> None:
    (found,) = solved(service("7"))
    assert found.result is not None
    assert found.outcome.name == Option(name="s0").name
