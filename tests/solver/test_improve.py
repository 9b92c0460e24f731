"""The start and the rounds: nothing that was found is lost."""

import random
from functools import partial
from itertools import count

import pytest

import rota
from rota.solver.best import Best
from rota.solver.improve import Improver
from rota.solver.oneshot import Budget
from rota.solver.places import DEEPEST, FIRST_SIZE, STALE, Places
from rota.solver.plan import Plan
from tests.solver.tiny import house


def test_a_start_that_runs_out_of_time_keeps_what_it_built() -> None:
    problem = house(seed=2, days=7, people=5)
    best = Best(problem, watch=None)
    budget = Budget(seconds=5, seed=0)
    to_fill = best.report.minutes_to_fill
    asked = count()
    two = Improver(Plan(problem), best, budget, lambda: next(asked) >= 2)
    two.begin()
    assert len({pair.worker_id for pair in best.report.roster}) == 2
    assert best.report.minutes_to_fill < to_fill


@pytest.mark.parametrize("seed", range(3))
def test_whoever_solves_all_of_it_has_proved_it(seed: int) -> None:
    """By parts that hold everything, the bound is the one of one search."""
    problem = house(seed, days=3, people=3)
    best = Best(problem, watch=None)
    budget = Budget(seconds=60, seed=0)
    improver = Improver(Plan(problem), best, budget, lambda: False)
    improver.begin()
    improver.run(rounds=500)
    assert improver.is_finished
    whole = rota.solve(problem, seconds=60, threads=1)
    assert whole.status is rota.Status.OPTIMAL
    assert best.proved
    assert best.report.cost == whole.cost
    assert best.cost_bound == whole.bound


def test_where_nothing_is_gained_the_search_goes_deeper() -> None:
    places = Places(house(seed=0, days=3, people=3))
    for _ in range(STALE - 1):
        places.learn(0, 0, optimal=False)
    places.learn(0, 5, optimal=False)
    assert places.depth == 1
    for _ in range(STALE):
        places.learn(0, 0, optimal=False)
    assert places.depth == 2
    for _ in range(STALE * DEEPEST):
        places.learn(0, 0, optimal=False)
    assert places.depth == DEEPEST


def test_what_gained_lately_is_drawn_more_often_and_the_rest_too() -> None:
    places, chance = Places(house(seed=0, days=3)), random.Random(0)
    places.learn(1, 1_000, optimal=True)
    drawn = [places.draw(chance) for _ in range(600)]
    counts = [drawn.count(n) for n in range(3)]
    assert counts[1] > 2 * max(counts[0], counts[2])
    assert min(counts) > 50


def test_against_the_clock_effort_counts() -> None:
    """What gains for its effort comes first; the rest has the same effort."""
    places, chance = Places(house(seed=0, days=3)), random.Random(0)
    known = (1_000, 1.0), (500, 0.1), (0, 0.5), (0, 0.5)
    for which, (gain, effort) in enumerate(known):
        places.learn(which, gain, optimal=True, effort=effort)
    drawn = [places.draw(chance) for _ in range(2_000)]
    counts = [drawn.count(n) for n in range(4)]
    assert counts[1] > 2 * counts[0] > 2 * counts[2] > 0
    places = Places(house(seed=0, days=3))
    for which, effort in enumerate((0.1, 0.4, 0.4, 0.4)):
        places.learn(which, 0, optimal=True, effort=effort)
    drawn = [places.draw(chance) for _ in range(700)]
    assert 350 < drawn.count(0) < 450  # four sevenths


def test_what_is_searched_in_vain_is_smaller_the_next_time() -> None:
    """Smaller still than what gained, from the third patch on.

    Where rounds are counted it makes no difference.
    """
    sizes = {}
    for gain, effort in ((1, 0.4), (0, 0.4), (0, 0.0)):
        places = Places(house(seed=0, days=28, people=8))
        for times in range(1, 7):
            places.learn(0, gain, optimal=False, effort=effort)
            sizes[gain, effort, times] = places._sizes[0]
    assert sizes[0, 0.4, 2] == sizes[1, 0.4, 2] < FIRST_SIZE
    assert sizes[0, 0.0, 6] == sizes[1, 0.4, 6] > 1.5 * sizes[0, 0.4, 6]


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_what_threads_do_first_is_done_once_and_then_all_improve(
    threads: int,
) -> None:
    problem = house(seed=2, days=5, people=4)
    best = Best(problem, watch=None)
    budget = Budget(seconds=5, seed=0, threads=threads)
    done: list[int] = []
    improver = Improver(Plan(problem), best, budget, lambda: False)
    improver.race(*(partial(done.append, n) for n in range(2)))
    assert sorted(done) == [0, 1]
    assert improver.is_finished


def test_a_deep_round_counts_for_as_many_as_it_is_deep() -> None:
    problem = house(seed=1, days=7, people=5)
    best = Best(problem, watch=None)
    places = Places(problem)
    places.depth = 8
    asked = count()

    def over() -> bool:
        next(asked)
        return False

    budget = Budget(seconds=60, seed=0)
    deep = Improver(Plan(problem), best, budget, over, places=places)
    deep.run(rounds=16)
    assert next(asked) <= 2
