"""Services whose sessions have too many times for one plan."""

from __future__ import annotations

import random
import threading
from functools import cache
from itertools import count

import pytest

from benchmarks.support import community, supported_living
from rota.checker import check
from rota.domain import Problem
from rota.result import Result
from rota.roster import Roster
from rota.solver import by_menus
from rota.solver.best import Best, Scale
from rota.solver.lawful import lawful
from rota.solver.menu import some_times, whole_menu
from rota.solver.oneshot import Budget
from rota.solver.run import ONE_SHOT, open_pairs, solve
from rota.solver.support import relaxed, shifts_only

ROUNDS = 6


@cache
def house() -> Problem:
    """Give one house for a week: ten people, three clients."""
    return supported_living(people=10, clients=3, weeks=1)


@cache
def solved() -> Result:
    return solve(house(), seconds=ROUNDS, reproducible=True, threads=2)


def test_the_house_is_too_large_for_one_plan() -> None:
    assert open_pairs(house()) > ONE_SHOT


def test_support_is_given_and_no_must_is_broken() -> None:
    report = solved().report
    assert not report.broken
    asked = sum(
        minutes
        for periods in house().commissioned.values()
        for minutes in periods.values()
    )
    assert report.minutes_not_given <= 0.05 * asked


def test_rounds_give_the_same_rota_again() -> None:
    again = solve(house(), seconds=ROUNDS, reproducible=True, threads=1)
    assert again.roster == solved().roster


def test_one_thread_finds_the_same_however_fast_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Menus take turns by what was searched, not by the clock."""
    monkeypatch.setattr(by_menus, "PATIENCE", 0.00003)
    monkeypatch.setattr(by_menus, "LEAST", 0.0)
    assert _raced(speed=1) == _raced(speed=10)


def _raced(speed: float) -> Roster:
    """Search one house for so many looks at whether it is over.

    Its clock is so many times as fast as the wall's.
    """
    looks = count()

    def over() -> bool:
        return next(looks) > 25

    best = Best(house(), None)
    seconds = best.seconds
    best.seconds = lambda: speed * seconds()
    search = by_menus.ByMenus(best, Budget(6_000), over)
    search.begin()
    search.race()
    return best.report.roster


def test_a_menu_holds_what_stands_and_no_more_than_asked() -> None:
    problem, roster = house(), solved().roster
    menu = some_times(problem, roster, 2, random.Random(0))
    whole = whole_menu(problem)
    for session_id, times in menu.items():
        stands = set(roster.times_of(session_id))
        assert stands <= set(times) <= set(whole[session_id])
        assert len(times) <= 2 + len(stands)


def test_without_sessions_a_rota_costs_no_more() -> None:
    """The bound of the plain problem is one of the problem with sessions."""
    looser = relaxed(house())
    duties = {pair for pair in solved().roster.pairs if pair[1] in looser.duty}
    there = check(looser, Roster(looser, duties)).cost
    assert there <= solved().cost


@pytest.mark.parametrize("make", [supported_living, community])
def test_shifts_are_asked_for_where_sessions_will_be(make: object) -> None:
    problem = house() if make is supported_living else community(people=5)
    loads = [d for d in shifts_only(problem).demands if d.id[:4] == "load"]
    assert loads
    for load in loads:
        assert any(
            begins < load.ends and load.begins < ends
            for session in problem.sessions
            for begins, ends in session.options
        )


def test_shifts_stand_before_anybody_is_given_a_session() -> None:
    """Stopped at its first rota, the search has shifts to show."""
    problem, halt = house(), threading.Event()
    first = solve(
        problem, seconds=60, stop=halt, watch=lambda _: halt.set(), threads=1
    )
    nobody = check(problem, Roster.pins(problem))
    assert first.report.minutes_to_fill < nobody.minutes_to_fill
    assert {duty_id for _, duty_id in first.roster.pairs} <= set(problem.duty)


def test_of_a_rota_with_clashes_the_rest_is_kept() -> None:
    """Everybody once more in each session: too many are sent home."""
    problem, right = house(), solved().roster
    scale = Scale(problem)
    wrong = right.changed(
        add={
            (worker.id, time.id)
            for session in problem.sessions[:20]
            for time in right.times_of(session.id)
            for worker in problem.workers
        }
    )
    kept = lawful(problem, wrong, scale)
    assert not scale.worth(check(problem, kept))[0]
    assert len(kept) > len(right) // 2
