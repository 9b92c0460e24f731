"""Services that are there day and night: their examples, solved and counted.

Rounds are counted, not seconds, so that the rota is the same on any machine.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import rota
from rota.calendar import instant
from rota.domain import Driver, Kind, Problem, Support
from rota.io.read import Loaded
from rota.io.write import write
from rota.not_given import hours_not_given
from rota.result import Result
from tests.day_sheets import faults, ways_of
from tests.examples.test_examples import (
    PATIENCE,
    loaded,
    only_minimum,
    people_at,
)

ROUNDS = {"supported-living": 12, "personal-assistants": 12}
WITH_PLANS = tuple(ROUNDS)


@cache
def solved(name: str) -> Result:
    return rota.solve(
        loaded(name).problem, seconds=ROUNDS[name], reproducible=True
    )


@pytest.mark.parametrize("name", WITH_PLANS)
def test_no_must_is_broken_and_every_hour_is_filled(name: str) -> None:
    report = solved(name).report
    assert not report.broken
    least = rota.solve(
        only_minimum(loaded(name).problem), seconds=PATIENCE, threads=2
    )
    assert least.status is rota.Status.OPTIMAL
    assert report.minutes_to_fill == least.report.minutes_to_fill


@pytest.mark.parametrize("name", WITH_PLANS)
def test_hours_are_met_to_the_quarter_hour(name: str) -> None:
    result = solved(name)
    for gap in hours_not_given(result.problem, result.roster):
        assert gap.supply or gap.nearest, gap.sentence
    assert result.report.minutes_not_given == 0


@pytest.mark.parametrize("name", WITH_PLANS)
def test_day_sheets_say_the_same_to_whoever_counts(
    name: str, tmp_path: Path
) -> None:
    book: Loaded = loaded(name)
    path = tmp_path / "out.xlsx"
    write(solved(name), path, source=book.source, notes=book.notes)
    assert faults(path, ways_of(book.problem)) == []


# -- what each is there to show ---------------------------------------------


def test_one_person_is_never_without_an_assistant() -> None:
    result = solved("personal-assistants")
    problem: Problem = result.problem
    assert len(problem.workers) == 5
    assert len(problem.clients) == 1
    for day in problem.dates:
        for minute in range(7 * 60, 22 * 60, 15):
            assert people_at(result, Kind.WAKING, instant(day, minute)) == 1
        for minute in range(22 * 60, 31 * 60, 15):
            assert people_at(result, Kind.SLEEP_IN, instant(day, minute)) == 1


def test_a_house_has_every_kind_of_support() -> None:
    problem = loaded("supported-living").problem
    kinds = {line.kind for line in problem.plan_lines}
    assert len(problem.clients) == 6
    assert kinds >= {
        Support.ONE_TO_ONE,
        Support.TWO_TO_ONE,
        Support.SHARED,
        Support.WAKING_NIGHT,
        Support.SLEEP_IN,
    }
    for day in problem.dates:
        trips = [
            session
            for session in problem.sessions_on[day]
            if problem.plan_line[session.line_id].driver is not Driver.NONE
        ]
        at_christmas = 24 <= day.day <= 27  # two of them are at home
        assert len(trips) >= (1 if at_christmas else 2)


def test_two_are_there_for_everybody_while_others_are_out() -> None:
    result = solved("supported-living")
    for day in result.problem.dates:
        for minute in range(7 * 60, 22 * 60, 15):
            at = instant(day, minute)
            with_one = sum(
                held.begins <= at < held.ends
                for worker in result.problem.workers
                for held in result.roster.sessions_of(worker.id)
            )
            assert people_at(result, Kind.WAKING, at) - with_one >= 2
