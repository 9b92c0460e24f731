"""The examples in which support plans decide: visits, and trips.

Each is solved once for this file, in rounds that are the same on any
machine; what comes out is counted on the pages that a manager reads.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

import rota
from examples import make_community, make_day_service, make_reablement
from rota.calendar import DAY, HOUR, instant
from rota.cli import main
from rota.commissioned import periods_short
from rota.domain import ClientAway, Kind, Problem, SessionTime, Vehicle
from rota.io.read import Loaded
from rota.not_given import hours_not_given
from rota.result import Result
from rota.roster import Roster
from tests.day_sheets import faults, given_on_days, read, ways_of

MAKERS = {
    "community": make_community,
    "day-service": make_day_service,
    "reablement": make_reablement,
}
ROUNDS = {"community": 12, "day-service": 3, "reablement": 10}
QUARTER = 15
every_one = pytest.mark.parametrize("name", MAKERS)


@cache
def loaded(name: str) -> Loaded:
    return rota.load(MAKERS[name].TARGET)


@cache
def solved(name: str) -> Result:
    return rota.solve(
        loaded(name).problem,
        seconds=ROUNDS[name],
        reproducible=True,
        threads=2,
    )


# -- what they show ---------------------------------------------------------


def test_the_community_has_visits_by_car_and_on_foot() -> None:
    problem = loaded("community").problem
    assert len(problem.workers) == 12
    assert len(problem.clients) == 30
    first = problem.start
    by_car = {
        worker.name: worker.driving is not None
        and worker.driving.own_car_on(first)
        for worker in problem.workers
    }
    assert sum(by_car.values()) == 7
    assert not by_car["Beata Nowak"]
    assert {w.minutes for w in problem.travel} != {
        w.on_foot for w in problem.travel
    }
    two_at_once = [s for s in problem.sessions if s.people == 2]
    assert len(two_at_once) == 4 * 7


def test_the_day_service_has_two_minibuses_and_drivers() -> None:
    problem = loaded("day-service").problem
    assert [one.name for one in problem.vehicles] == ["Minibus 1", "Minibus 2"]
    assert {day.weekday() for day in problem.sessions_on} == set(range(5))
    drivers = [w for w in problem.workers if w.driving is not None]
    assert 5 < len(drivers) < len(problem.workers)


def test_reablement_tapers_over_six_weeks() -> None:
    """Three visits a day, then two, then one on some days."""
    problem = loaded("reablement").problem
    assert len(problem.workers) == 10
    lines = [p for p in problem.plan_lines if p.client_id == "Mrs Ioannou"]
    spans = {(p.first, p.last) for p in lines}
    assert len(spans) == 3
    assert date(2027, 4, 15) in {first for first, _ in spans}
    assert max(last for _, last in spans if last) == date(2027, 5, 26)
    a_week = [
        sum(len(p.weekdays) for p in lines if p.first == first)
        for first, _ in sorted(spans, key=str)
    ]
    assert a_week == [21, 14, 4]


@every_one
def test_a_manager_is_told_before_what_cannot_be(
    name: str, tmp_path: Path
) -> None:
    """Nothing: people, drivers and hours are enough."""
    path = tmp_path / "new.xlsx"
    answer = CliRunner().invoke(
        main, ["template", str(path), "--example", name]
    )
    assert answer.exit_code == 0, answer.output
    notes = " ".join(rota.load(path).notes)
    assert "eligible" not in notes


# -- solved ------------------------------------------------------------------


@every_one
def test_no_must_is_broken_and_nothing_is_to_fill(name: str) -> None:
    assert not solved(name).report.broken
    assert solved(name).report.minutes_to_fill == 0


@every_one
def test_commissioned_hours_are_met_to_the_quarter_hour(name: str) -> None:
    result = solved(name)
    short = periods_short(result.problem, result.roster)
    assert not [one for one in short if one.short >= QUARTER]
    over = [b for b in result.report.breaches if b.key.what.endswith(":over")]
    assert not [b for b in over if b.rule.id == "support hours"]


@every_one
def test_the_day_sheets_say_the_same_to_whoever_counts(
    name: str, tmp_path: Path
) -> None:
    """Nobody in two places, or without the way, at any quarter hour."""
    result = solved(name)
    path = tmp_path / "out.xlsx"
    rota.save(result, path, source=MAKERS[name].TARGET)
    assert not faults(path, ways_of(result.problem))
    on_sheets = sum(given_on_days(read(path)).values())
    assert on_sheets == sum(
        minutes
        for of_line in result.problem.commissioned.values()
        for minutes in of_line.values()
    )


@every_one
def test_nobody_is_in_two_places_at_any_quarter_hour(name: str) -> None:
    """Followed from quarter to quarter hour, with the way to the next."""
    result = solved(name)
    problem, roster = result.problem, result.roster
    for worker in problem.workers:
        mine = roster.sessions_of(worker.id)
        last: SessionTime | None = None
        free = 0
        for at in range(*_horizon(problem), QUARTER):
            here = [t for t in mine if t.begins <= at < t.ends]
            assert len(here) <= 1, (worker.name, at)
            for time in here:
                if time is not last and last is not None:
                    free = last.ends + problem.journey(worker, last, time)
                    assert free <= time.begins, (worker.name, time.id)
                assert _is_on_shift(roster, worker.id, time, at)
                last = time


def _horizon(problem: Problem) -> tuple[int, int]:
    return instant(problem.start), instant(problem.end, 2 * DAY)


def _is_on_shift(
    roster: Roster, worker_id: str, time: SessionTime, at: int
) -> bool:
    kind = Kind.ROUND if time.is_visit else Kind.WAKING
    return any(
        duty.kind is kind and duty.begins <= at < duty.ends
        for duty in roster.timeline(worker_id)
    )


def test_no_more_minibuses_are_out_than_there_are() -> None:
    result = solved("day-service")
    problem, roster = result.problem, result.roster
    fleet: tuple[Vehicle, ...] = problem.vehicles
    most = 0
    for day in problem.dates:
        there = sum(day not in one.off for one in fleet)
        trips = [
            time
            for session in problem.sessions_on.get(day, ())
            for time in roster.times_of(session.id)
            if time.line.driver == "service vehicle"
        ]
        for at in range(instant(day), instant(day, DAY), QUARTER):
            out = [t for t in trips if t.begins <= at < t.ends]
            assert len(out) <= there
            most = max(most, len(out))
            for time in out:
                assert any(
                    worker.driving is not None
                    and worker.driving.may_drive_service_vehicle
                    and worker.holds("driver", day)
                    for worker in roster.workers_on(time.id)
                )
    assert most == 2


def test_hours_are_counted_by_the_visits_and_the_way() -> None:
    """A round by itself fills no contract."""
    result = solved("community")
    roster = result.roster
    worker = next(w for w in result.problem.workers if w.name == "Anwen Pugh")
    rounds = [d for d in roster.timeline(worker.id) if d.kind is Kind.ROUND]
    assert rounds
    assert all(duty.contract == 0 for duty in rounds)
    visits = roster.sessions_of(worker.id)
    assert sum(t.contract for t in visits) == sum(
        t.length + 10 for t in visits
    )


# -- with nobody to give it --------------------------------------------------


def test_where_nobody_is_left_the_gap_has_its_reason() -> None:
    """With every man excluded, a bath that a man is to give is not given."""
    problem = loaded("community").problem
    [line] = [p for p in problem.plan_lines if p.client_id == "Wyn S"]
    assert line.care_by is not None
    alone = problem.replace(
        plan_lines=tuple(
            p.replace(excluded=p.care_by) if p is line else p
            for p in problem.plan_lines
        )
    )
    gaps = hours_not_given(alone, Roster.pins(alone))
    [bath] = [gap for gap in gaps if gap.client.name == "Wyn S"]
    assert bath.minutes == 90
    assert "It needs 1 person; nobody is eligible" in bath.supply


def test_an_hour_away_is_not_asked_for() -> None:
    """Huw is in hospital from Thursday: four of his visits are not due."""
    problem = loaded("community").problem
    [away] = [a for a in problem.client_away if a.client_id == "Huw T"]
    assert isinstance(away, ClientAway)
    [line] = [p for p in problem.plan_lines if p.client_id == "Huw T"]
    asked = problem.commissioned[line.id]
    assert sorted(asked) == [date(2027, 3, 8 + n) for n in range(3)]
    assert sum(asked.values()) == 3 * HOUR // 2
