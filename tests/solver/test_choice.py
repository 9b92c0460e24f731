"""The best choice among all schedules that a better rota could have."""

from __future__ import annotations

import itertools
import math
import random
from collections import Counter

import pytest

from rota.domain import Problem
from rota.solver.best import Best
from rota.solver.crew import Crew
from rota.solver.lower import lower
from rota.solver.oneshot import Budget, search
from rota.solver.plan import Plan
from rota.solver.programme import SLOPPY
from rota.solver.schedules import choice
from rota.solver.schedules.choice import Choice
from rota.solver.schedules.dive import dive
from rota.solver.schedules.generate import Generation
from rota.solver.schedules.master import whole_prices
from rota.solver.schedules.near import near
from tests.solver.tiny import house

ALL = Budget(60, ticks=10.0)


def settled(problem: Problem, *, diagrams: bool | None = None) -> Generation:
    told: list[int] = []
    made = Generation(
        Plan(problem),
        0,
        lambda: 60.0,
        told.append,
        Crew(1),
        diagrams=diagrams,
    )
    assert made.begin()
    made.settle(Best(problem, None))
    return made


def solved(problem: Problem) -> Best:
    """Find the best rota by one search, and say nothing of the proof."""
    plan = Plan(problem)
    found = search(lower(plan), Budget(60))
    assert found.optimal
    assert found.values is not None
    best = Best(problem, None)
    best.offer(plan.roster(found.values))
    return best


def worth(best: Best) -> int:
    return best.scale.worth(best.report)[1]


def is_proved(bound: int, least: int) -> bool:
    """Tell whether a bound is the least cost, but for HiGHS' last digits."""
    return least * (1 - 2 * SLOPPY) <= bound <= least


@pytest.mark.parametrize("diagrams", [True, False])
@pytest.mark.parametrize("seed", range(5))
def test_all_that_is_near_is_found(seed: int, *, diagrams: bool) -> None:
    """Counted by trying every set of duties there is."""
    made = settled(house(seed, days=3, people=2), diagrams=diagrams)
    prices, _ = whole_prices(made.split.joint, made.master.solve())
    for worker_id, own in made.own.items():
        held = made.split.choices[worker_id]
        assert len(held) <= 12
        every = [
            schedule
            for size in range(len(held) + 1)
            for chosen in itertools.combinations(held, size)
            if (schedule := own.with_chosen(chosen)) is not None
        ]
        costs = sorted({schedule.reduced(prices) for schedule in every})
        for limit in (costs[0] - 1, costs[0], costs[len(costs) // 2]):
            found, is_all = own.near(prices, limit, ALL)
            assert is_all
            there = [s.chosen for s in every if s.reduced(prices) <= limit]
            assert Counter(s.chosen for s in found) == Counter(there)


@pytest.mark.parametrize("seed", range(6))
def test_a_choice_among_all_schedules_is_the_best_rota(seed: int) -> None:
    problem = house(seed, days=5, people=3)
    best = solved(problem)
    made = settled(problem)
    assert made.proof is not None
    most = worth(best) - made.bound
    every, is_all = near(made, made.proof, most, each=10_000, ticks=10.0)
    assert is_all
    whole = made.master.whole(set(every), set(), seconds=60)
    chosen = Best(problem, None)
    chosen.offer(made.roster(whole.schedules))
    assert whole.is_proved
    assert chosen.scale.worth(chosen.report) == best.scale.worth(best.report)
    assert is_proved(made.rounded(whole.bound + made.constant), worth(best))


def test_a_choice_proves_what_is_the_best(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(choice, "CLOSE", math.inf)
    proved = 0
    for seed in range(6):
        problem = house(seed, days=4, people=3)
        best, made = solved(problem), settled(problem)
        chooses = Choice(made, best, lambda: 60.0, 1)
        for _ in range(4):
            chooses.try_again()
            assert best.bound is None or best.bound <= worth(best)
        proved += best.bound is not None and is_proved(best.bound, worth(best))
    assert proved == 6


def test_a_part_of_what_is_near_proves_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(choice, "CLOSE", math.inf)
    monkeypatch.setattr(choice, "EACH", 1)
    problem = house(1, days=7, people=4)
    best = Best(problem, None)
    made = settled(problem)
    best.offer(dive(made).roster)
    before = best.scale.worth(best.report)
    assert made.rounded(made.bound) < before[1]
    Choice(made, best, lambda: 60.0, 1).try_again()
    assert best.bound is None
    assert best.scale.worth(best.report) <= before


def test_a_rota_far_from_the_bound_is_left_alone() -> None:
    problem = house(1, days=7, people=4)
    best, made = Best(problem, None), settled(problem)
    known = len(made.master._known)
    Choice(made, best, lambda: 60.0, 1).try_again()
    assert len(made.master._known) == known


def test_nobody_is_held_after_a_dive() -> None:
    """So the next begins from the same mix, or a better one."""
    problem = house(3, days=7, people=6)
    made = settled(problem)
    made.master.solve()
    before = made.master.value
    rotas = set()
    for seed in range(5):
        rotas.add(dive(made, random.Random(seed)).roster.pairs)
        made.master.solve()
        assert made.master.value <= before + 1
        before = made.master.value
    assert len(rotas) > 1
