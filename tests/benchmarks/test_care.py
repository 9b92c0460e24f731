"""The rota hidden in a made-up service keeps every must, and is complete."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from benchmarks import care
from benchmarks.care_staff import LONG, SHORT, Size, staff
from benchmarks.lines import Manner, around_leave, draw, week_before
from rota.checker import check
from rota.domain import Contract

SIZES = [(10, 1, None), (12, 8, None), (30, 2, 2), (60, 4, None), (90, 1, 3)]
MANNERS = [LONG.day, LONG.night, SHORT.day, SHORT.night]


@pytest.mark.parametrize(("people", "weeks", "sites"), SIZES)
@pytest.mark.parametrize("seed", [0, 1])
def test_it_breaks_no_must_and_leaves_nothing_to_fill(
    people: int, weeks: int, sites: int | None, seed: int
) -> None:
    service = care.make(people, weeks, sites, seed)
    report = check(service.problem, service.planted)
    assert not [breach.sentence for breach in report.broken]
    assert not report.minutes_to_fill
    for rule in ("skill cover", "nobody there", "cover ideal", "leave"):
        assert not report.of(rule)


def test_hours_are_as_contracted_and_the_agency_is_not_needed() -> None:
    service = care.make(60, 4)
    report = check(service.problem, service.planted)
    assert not report.of("contract hours")
    assert not report.of("agency last")
    agency = [
        worker
        for worker in service.problem.workers
        if worker.contract is Contract.AGENCY
    ]
    assert agency
    assert not any(service.planted.by_worker[w.id] for w in agency)


def test_there_is_something_to_decide() -> None:
    """Somebody else could have most shifts, in more units than one."""
    problem = care.make(60, 4).problem
    could = {
        duty.id: sum(problem.allows(w.id, duty.id) for w in problem.workers)
        for duty in problem.open_duties
    }
    asked = {d.id.rsplit(":", 1)[0]: d for d in problem.demands if not d.skill}
    choice = [could[name] / demand.minimum for name, demand in asked.items()]
    assert sum(n >= 2 for n in choice) > 0.9 * len(choice)
    assert any(len(worker.units) > 1 for worker in problem.workers)
    assert problem.requests
    assert problem.absences
    assert problem.past


def test_hardly_a_shift_of_a_unit_has_nobody() -> None:
    problem = care.make(60, 2).problem
    asked = {(d.unit_id, d.date, d.codes) for d in problem.demands if d.codes}
    kinds = {(unit, codes) for unit, _, codes in asked}
    whole = len(kinds) * len(problem.dates)
    assert len(kinds) == len(problem.units) * len(problem.shift_types)
    assert len(asked) >= 0.97 * whole


def test_the_same_seed_makes_the_same_service() -> None:
    one, again, other = (care.make(20, 2, seed=n) for n in (3, 3, 4))
    assert one.problem == again.problem
    assert one.planted.pairs == again.planted.pairs
    assert one.problem != other.problem


def test_a_thousand_people_are_hired_with_a_line_each() -> None:
    found = staff(Size(1000, 4, 20), random.Random(0))
    assert len(found) == 1000
    assert all(len(person.line) == 28 for person in found)


@pytest.mark.parametrize("manner", MANNERS)
def test_a_line_has_its_days_and_its_gaps(manner: Manner) -> None:
    chance = random.Random(1)
    for days in range(1, 40):
        for worked in range(manner.most_days(days) + 1):
            line = draw(manner, days, worked, chance)
            assert len(line) == days
            assert sum(map(bool, line)) == worked
            runs = "".join("x" if code else "." for code in line)
            assert "x.x" not in runs
            assert "x" * (manner.longest + 1) not in runs
            assert ("L", "E") not in pairwise(line)


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("week", range(4))
def test_leave_is_a_whole_week_with_the_night_before_it(
    manner: Manner, week: int
) -> None:
    chance = random.Random(2)
    for worked in range(3 * manner.longest):
        line = around_leave(manner, 28, week, worked, chance)
        assert len(line) == 28
        assert sum(map(bool, line)) == worked
        assert not any(line[max(0, 7 * week - 1) : 7 * week + 7])


def test_the_week_before_keeps_its_distance() -> None:
    chance = random.Random(3)
    for _ in range(200):
        line = draw(SHORT.day, 14, 9, chance)
        both = week_before(SHORT.day, line, 5, chance) + line
        runs = "".join("x" if code else "." for code in both)
        assert len(both) == 21
        assert "x.x" not in runs
        assert "xxxxxx" not in runs
