"""Whole schedules: taken apart, priced, mixed, and put together again."""

from __future__ import annotations

import random
import threading
from collections import Counter
from typing import Any

import pytest

import rota
from rota.domain import Problem
from rota.roster import Roster
from rota.solver.best import Best
from rota.solver.crew import Crew
from rota.solver.improve import Improver
from rota.solver.lower import lower
from rota.solver.oneshot import Budget, search, timer
from rota.solver.plan import Plan
from rota.solver.schedules import landing
from rota.solver.schedules.dive import LEFT, Landing, dive
from rota.solver.schedules.generate import Generation
from rota.solver.schedules.guess import first_guess
from rota.solver.schedules.landing import (
    Landings,
    by_schedules,
    is_worth_a_guess,
)
from rota.solver.schedules.master import Duals, whole_prices
from rota.solver.schedules.own import Own, Schedule
from rota.solver.schedules.split import Joint, Split
from tests.solver.tiny import from_chance, house

# With a diagram of the schedules of whoever can have one, and of nobody.
BOTH = pytest.mark.parametrize("diagrams", [None, False])
EXACT = Budget(60, ticks=10.0, patch=True, probe=True)


def generation(
    problem: Problem,
    raised: list[int] | None = None,
    *,
    diagrams: bool | None = None,
) -> Generation:
    told: list[int] = [] if raised is None else raised
    made = Generation(
        Plan(problem),
        0,
        lambda: 60.0,
        told.append,
        Crew(1),
        diagrams=diagrams,
    )
    assert made.begin()
    return made


def optimum(problem: Problem) -> int:
    found = search(lower(Plan(problem)), Budget(60))
    assert found.optimal
    assert found.bound is not None
    return found.bound


def some_duals(split: Split, chance: random.Random, most: int) -> Duals:
    count = sum(len(joint.sides) for joint in split.joint)
    return Duals(tuple(chance.uniform(0, most) for _ in range(count)))


def joint_cost(joint: Joint, gives: Counter[int]) -> int:
    """Give what a shared slot costs, where so much is given to its rows."""
    slack = max(0, *(s.need - s.sign * gives[s.row] for s in joint.sides))
    cost, left = 0, slack
    for price, most in joint.pieces:
        used = min(left, most)
        cost += price * int(used)
        left -= int(used)
    return cost


@pytest.mark.parametrize("seed", range(8))
def test_what_is_taken_apart_costs_the_same(seed: int) -> None:
    """Schedules, shared slots and what is left out make up the whole."""
    chance = random.Random(seed)
    made = generation(house(seed, days=7, people=5))
    prices, _ = whole_prices(
        made.split.joint, some_duals(made.split, chance, most=100_000)
    )
    gives: Counter[int] = Counter()
    chosen: dict[int, int] = {}
    total = made.constant
    for own in made.own.values():
        schedule = chance.choice(own.cheapest(prices, EXACT).schedules)
        gives.update(schedule.gives)
        chosen |= dict.fromkeys(schedule.chosen, 1)
        total += schedule.cost
    standing = made.split.standing
    standing.change(chosen)
    held = {*made.split.alone, *made.split.joint_numbers}
    total += sum(joint_cost(joint, gives) for joint in made.split.joint)
    total += sum(
        made.split.cost_as_it_is(number)
        for number in range(len(standing.slots))
        if number not in held
    )
    assert standing.worth[1] == total
    assert chosen


@pytest.mark.parametrize("seed", range(6))
def test_a_schedule_is_worth_what_its_search_says(seed: int) -> None:
    """Below nothing too, where more is given than it costs."""
    chance = random.Random(seed)
    split = Split(Plan(house(seed, days=7, people=4)))
    duals = some_duals(split, chance, most=2_000_000)
    prices, _ = whole_prices(split.joint, duals)
    for worker_id in split.choices:
        priced = Own(split, worker_id).cheapest(prices, EXACT)
        worth = [schedule.reduced(prices) for schedule in priced.schedules]
        assert worth[-1] == min(worth) == priced.bound
        assert worth[-1] <= 0


def test_what_a_must_forbids_is_no_schedule() -> None:
    problem = house(1, days=7, people=4)
    split = Split(Plan(problem))
    worker_id, choices = next(iter(split.choices.items()))
    own = Own(split, worker_id)
    assert own.with_chosen(()) is not None
    assert own.with_chosen(choices) is None


@BOTH
@pytest.mark.parametrize("seed", range(6))
def test_any_prices_prove_no_more_than_is_true(
    seed: int, *, diagrams: bool | None
) -> None:
    """The bound of Lagrange holds for whatever duals there are."""
    chance = random.Random(seed)
    problem = house(seed, days=4, people=3)
    made = generation(problem, diagrams=diagrams)
    least = optimum(problem)
    for most in (100, 10_000, 1_000_000, 100_000_000):
        duals = some_duals(made.split, chance, most)
        prices, bound = whole_prices(made.split.joint, duals)
        for own in made.own.values():
            found = own.cheapest(prices, EXACT).bound
            assert found is not None
            bound += found
        assert bound + made.constant <= least


@BOTH
@pytest.mark.parametrize("seed", range(20))
def test_the_bound_is_never_above_the_best(
    seed: int, *, diagrams: bool | None
) -> None:
    """Problems full of everything, sessions and what two decide too."""
    problem = from_chance(seed)
    raised: list[int] = []
    made = Generation(
        Plan(problem),
        0,
        lambda: 60.0,
        raised.append,
        Crew(1),
        diagrams=diagrams,
    )
    if not made.begin():
        pytest.skip("a must forbids that somebody has nothing")
    best = Best(problem, None)
    assert made.settle(best)
    assert raised
    assert raised == sorted(raised)
    assert raised[-1] <= optimum(problem)
    assert made.bound <= made.master.value + made.constant + 1


@BOTH
@pytest.mark.parametrize("seed", range(4))
def test_the_prices_of_the_mix_prove_all_of_it(
    seed: int, *, diagrams: bool | None
) -> None:
    """Whole prices are of people, not of minutes: little is rounded away."""
    made = generation(house(seed, days=7, people=6), diagrams=diagrams)
    made.settle(Best(made.plan.problem, None))
    while made.price(sorted(made.workers)):
        pass
    made.sweep(made.master.solve())
    value = made.master.value + made.constant
    people = sum(abs(s.need) for j in made.split.joint for s in j.sides)
    assert people < 200
    assert value - people <= made.bound <= value + 1


def test_whole_schedules_of_one_worker_prove_the_best() -> None:
    """With nobody else there is nothing to mix but that one's own."""
    problem = house(3, days=7, people=1)
    raised: list[int] = []
    made = generation(problem, raised)
    made.settle(Best(problem, None))
    assert raised[-1] == pytest.approx(optimum(problem), rel=0.01)


def test_what_two_decide_together_is_left_out() -> None:
    """It only asks for less, so what is proved still holds."""
    splits = (Split(Plan(from_chance(seed))) for seed in range(20))
    left_out = {
        slot.rule.id
        for split in splits
        for number, slot in enumerate(split.standing.slots)
        if number not in {*split.alone, *split.joint_numbers}
    }
    assert "lone working" in left_out
    assert "cover minimum" not in left_out


def test_a_guess_has_a_price_for_each_side() -> None:
    problem = house(2, days=7, people=6)
    plan = Plan(problem)
    split = Split(plan)
    guess = first_guess(plan, split, seconds=60)
    assert guess is not None
    assert len(guess.sides) == sum(len(j.sides) for j in split.joint)
    assert min(guess.sides) >= 0
    assert max(guess.sides) > 0


@pytest.mark.parametrize(
    ("days", "seconds", "is_worth_it"),
    [(28, 60, False), (28, 299, False), (28, 300, True), (42, 60, True)],
)
def test_prices_are_guessed_for_long_rotas_and_in_ample_time(
    days: int, seconds: float, is_worth_it: bool
) -> None:
    problem = house(1, days=days, people=3)
    assert is_worth_a_guess(problem, Budget(seconds)) == is_worth_it


@BOTH
@pytest.mark.parametrize("seed", range(4))
def test_a_dive_lands_on_a_rota(seed: int, *, diagrams: bool | None) -> None:
    """Each has one schedule, lawful by itself, and few are undecided."""
    problem = house(seed, days=7, people=6)
    made = generation(problem, diagrams=diagrams)
    made.settle(Best(problem, None))
    landed = dive(made)
    assert len(landed.undecided) <= LEFT
    own_rules = {
        breach.rule.id
        for breach in rota.check(problem, landed.roster).broken
        if breach.key.worker_id
    }
    assert not own_rules


def test_a_rota_known_is_in_the_mix() -> None:
    """So the mix is never worth less than the best rota there is."""
    problem = house(2, days=7, people=4)
    best = Best(problem, None)
    never = threading.Event().is_set
    improver = Improver(Plan(problem), best, Budget(60), never)
    improver.begin()
    improver.run(3)
    made = generation(problem)
    made.learn(best.report.roster)
    made.master.solve()
    worth = best.scale.worth(best.report)
    assert worth[0] == 0
    assert made.master.value + made.constant <= worth[1] + 1


def test_threads_that_are_lent_come_back() -> None:
    problem = house(4, days=7, people=6)
    best = Best(problem, None)
    crew = Crew(2)
    assert crew.size == 1
    work = threading.Thread(
        target=by_schedules,
        args=(Plan(problem), best, Budget(10), threading.Event(), crew),
    )
    work.start()
    crew.lend(lambda: False)
    assert crew.size == 1
    assert best.bound is not None
    work.join()
    worth = best.scale.worth(best.report)
    assert worth[0] == 0
    assert best.bound <= worth[1]
    assert len(best.report.roster) > len(problem.pinned)


def test_there_are_as_many_rotas_as_the_time_allows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """And the best of them, bettered, is what comes of it."""
    problem = house(4, days=7, people=6)
    made = generation(problem)
    made.settle(Best(problem, None))
    best = Best(problem, None)
    landed = []

    def counted(*args: Any) -> Landing:
        landed.append(dive(*args))
        return landed[-1]

    monkeypatch.setattr(landing, "dive", counted)
    seconds = timer()
    Landings(
        made, best, Budget(6, threads=1), lambda share: 6 * share - seconds()
    ).keep_on()
    assert len(landed) > 1
    assert best.scale.worth(best.report) <= min(
        best.scale.worth(rota.check(problem, one.roster)) for one in landed
    )


def test_one_search_goes_on_from_what_another_found() -> None:
    problem = house(2, days=7, people=4)
    best = Best(problem, None)
    turns = iter([False, False])
    plan = Plan(problem)
    improver = Improver(
        plan, best, Budget(60, threads=1), lambda: next(turns, True)
    )
    other = Best(problem, None)
    better = Improver(plan, other, Budget(60), lambda: False)
    better.begin()
    best.offer(other.report.roster)
    improver.race()
    worth = best.scale.worth(other.report)
    assert improver.standing.worth <= worth
    assert improver.is_best


def test_a_mix_that_is_far_from_proved_late_is_given_up() -> None:
    problem = house(4, days=7, people=6)
    best = Best(problem, None)
    made = generation(problem, diagrams=False)
    seconds = iter([60.0])
    made.left = lambda: next(seconds, 20.0)
    assert not made.settle(best)
    assert not made.is_settled
    made.left = lambda: 60.0
    assert made.settle(best)
    assert made.is_settled


def test_same_schedules_are_added_once() -> None:
    made = generation(house(2, days=4, people=3))
    own = next(iter(made.own.values()))
    nothing = own.with_chosen(())
    assert isinstance(nothing, Schedule)
    assert not made.master.add(nothing)


def test_pins_stay_in_what_is_put_together() -> None:
    problem = house(5, days=7, people=6)
    pins = frozenset(Roster.pins(problem).pairs)
    made = generation(problem)
    made.settle(Best(problem, None))
    assert pins <= dive(made).roster.pairs
