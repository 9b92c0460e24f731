"""Diagrams against searches, and against every set of choices there is."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from collections.abc import Container
from importlib.resources import files
from pathlib import Path

import pytest

import rota
from benchmarks import care
from rota.domain import Problem
from rota.solver.diagrams import diagram
from rota.solver.diagrams.sums import Reach, Tables, TooMuchError
from rota.solver.oneshot import Budget
from rota.solver.plan import Plan
from rota.solver.schedules.own import Own, Prices
from rota.solver.schedules.split import Split
from tests.solver.tiny import from_chance, house

EXACT = Budget(60, ticks=10.0, patch=True, probe=True)
MOST = 2_000_000  # of a price, £333


def some_prices(split: Split, chance: random.Random) -> Prices:
    """Give prices of any sign: what is asked for, and what is too much."""
    return {row: chance.randint(-MOST, MOST) for row in split.step_of}


def agrees(
    problem: Problem, seed: int, workers: Container[str] | None = None
) -> int:
    """Ask each worker's diagram and a search for the cheapest schedule.

    Gives how many have a diagram.
    """
    count = 0
    split, tables = Split(Plan(problem)), Tables()
    prices = some_prices(split, random.Random(seed))
    for worker_id, choices in split.choices.items():
        if not choices or (workers and worker_id not in workers):
            continue
        by_diagram = Own(split, worker_id, tables)
        if not by_diagram.is_diagram:
            continue
        count += 1
        by_search = Own(split, worker_id)
        priced = by_diagram.cheapest(prices, EXACT)
        searched = by_search.cheapest(prices, EXACT)
        assert priced.bound == searched.bound
        (schedule,) = priced.schedules
        assert schedule.reduced(prices) == priced.bound
        judged = by_search.with_chosen(schedule.chosen)
        assert judged is not None
        assert judged.cost == schedule.cost
        assert judged.gives == schedule.gives
    return count


@pytest.mark.parametrize("seed", range(8))
def test_no_schedule_is_cheaper_than_that_of_the_diagram(seed: int) -> None:
    assert agrees(house(seed, days=9, people=4), seed) == 4


@pytest.mark.parametrize("seed", range(8))
def test_any_rules_make_the_same_diagram_and_search(seed: int) -> None:
    """Whoever has a diagram: nobody has of whom a must allows nothing."""
    agrees(from_chance(seed), seed)


@pytest.mark.parametrize("seed", range(2))
def test_a_month_of_a_care_home_has_diagrams(seed: int) -> None:
    """Averages of hours, rests, weekends and shares over four weeks."""
    assert agrees(care.make(10, 4, None, seed).problem, seed) == 10


@pytest.mark.parametrize("seed", range(8))
def test_a_third_weekend_may_cost_less_than_was_owed(seed: int) -> None:
    """A share of weekends: each is made by two days, and too few cost too."""
    loaded = rota.load(Path(str(files("rota.examples") / "care-home.xlsx")))
    assert agrees(loaded.problem, seed, {"1042"}) == 1


@pytest.mark.parametrize("seed", range(6))
def test_all_schedules_up_to_a_cost_are_read_off(seed: int) -> None:
    split = Split(Plan(house(seed, days=3, people=2)))
    prices = some_prices(split, random.Random(seed))
    for worker_id, held in split.choices.items():
        own = Own(split, worker_id, Tables(), must=True)
        every = [
            schedule
            for size in range(len(held) + 1)
            for chosen in itertools.combinations(held, size)
            if (schedule := own.with_chosen(chosen)) is not None
        ]
        costs = sorted(schedule.reduced(prices) for schedule in every)
        for limit in (costs[0] - 1, costs[0], costs[len(costs) // 2]):
            found, is_all = own.near(prices, limit, EXACT)
            near = [s.chosen for s in every if s.reduced(prices) <= limit]
            assert is_all
            assert Counter(s.chosen for s in found) == Counter(near)
        some, is_all = own.near(prices, costs[-1], EXACT, len(every) - 1)
        assert len(some) == len(every) - 1
        assert not is_all


def test_what_has_too_many_states_is_no_diagram(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(diagram, "ROOM", 2)
    split = Split(Plan(house(1, days=9, people=4)))
    worker_id = next(iter(split.choices))
    with pytest.raises(TooMuchError):
        Own(split, worker_id, Tables(), must=True)
    assert not Own(split, worker_id, Tables()).is_diagram


@pytest.mark.parametrize("seed", range(20))
def test_totals_are_those_that_adding_up_can_have(seed: int) -> None:
    chance = random.Random(seed)
    steps = [
        {chance.randint(-4, 9) for _ in range(chance.randint(1, 3))}
        for _ in range(4)
    ]
    reach = Reach()
    for some in steps:
        reach = reach.plus(some)
    every = {sum(held) for held in itertools.product(*steps)}
    assert reach.totals() == tuple(sorted(every))
