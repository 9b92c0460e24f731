"""Annealing weighs as the check does, breaks no must, and misses nothing."""

from __future__ import annotations

import importlib
import itertools
import subprocess
import sys
from collections.abc import Callable
from datetime import time, timedelta
from pathlib import Path

import numpy as np
import pytest

import rota
from rota.checker import check
from rota.domain import Demand, Problem, ShiftType, Strength, Worker
from rota.roster import Roster
from rota.rules.cover import CoverMinimum
from rota.rules.fewest_days_in_a_row import FewestDaysInARow
from rota.solver import compiled as compiling
from rota.solver.annealing.anneal import HALVINGS, Annealing
from rota.solver.annealing.dice import below, dice, share
from rota.solver.annealing.moves import (
    exchanged,
    propose,
    run_changed,
)
from rota.solver.annealing.table import (
    DAY,
    DUTY,
    GROUP,
    IS_SESSION,
    KIND,
    MOST,
    TOTAL,
    TRUE_ONES,
    VALUE,
    WORKER,
    Table,
    table_of,
)
from rota.solver.annealing.walk import walk, weigh_all
from rota.solver.best import Best, Scale
from rota.solver.by_annealing import ByAnnealing
from rota.solver.improve import Improver
from rota.solver.oneshot import Budget
from rota.solver.plan import Plan
from rota.solver.standing import Standing
from rota.solver.support import shifts_only
from tests.chance import Chance
from tests.solver.tiny import MONDAY, house

EARLY = ShiftType(code="E", start=time(7), end=time(15))
SEEDS = range(12)
HOT = 600_000.0  # £100
NO_RISES = np.zeros(1, np.int64)
COLUMNS = [WORKER, DAY, DUTY, GROUP]


def problem_of(seed: int) -> Problem:
    return shifts_only(Chance(seed).problem())


def standing_of(problem: Problem) -> Standing:
    return Standing(Plan(problem), Roster.pins(problem))


def alone(days: int) -> Problem:
    """Ask for one of two people each day, who may not work a day alone."""
    dates = [MONDAY + timedelta(days=n) for n in range(days)]
    shifts = tuple(EARLY.on(day) for day in dates)
    return Problem(
        start=dates[0],
        end=dates[-1],
        workers=(
            Worker(id="Ana", name="Ana", weekly_minutes=0),
            Worker(id="Ben", name="Ben", weekly_minutes=0),
        ),
        shifts=shifts,
        demands=tuple(
            Demand(
                id=shift.id,
                date=shift.date,
                begins=shift.begins,
                ends=shift.ends,
                codes=("E",),
                minimum=1,
            )
            for shift in shifts
        ),
        rules=(
            CoverMinimum(),
            FewestDaysInARow(least=2, strength=Strength.MUST),
        ),
        known_from=dates[0] - timedelta(days=14),
    )


def assert_same(table: Table, again: Table) -> None:
    """Tell a table that was walked from one written afresh."""
    for mine, fresh in (
        (table.gauges, again.gauges),
        (table.rows[:, TOTAL], again.rows[:, TOTAL]),
        (
            table.scene.variables[2:, TRUE_ONES],
            again.scene.variables[2:, TRUE_ONES],
        ),
    ):
        assert (mine == fresh).all()


def never() -> bool:
    return False


def in_steps(steps: int) -> Callable[[], float]:
    """Tell which share of so many steps is spent, step by step."""
    shares = itertools.chain(
        (step / steps for step in range(steps)), itertools.repeat(1.0)
    )
    return lambda: next(shares)


def after_looks(many: int) -> Callable[[], bool]:
    """Tell that it is over when that was asked so many times."""
    looks = itertools.count()
    return lambda: next(looks) >= many


# -- what is kept up to date -------------------------------------------------


@pytest.mark.parametrize("seed", SEEDS)
def test_a_walk_leaves_what_the_check_says(seed: int) -> None:
    """Whatever was taken and taken back: cost, musts, totals and values."""
    problem = problem_of(seed)
    standing = standing_of(problem)
    table, chance = table_of(standing), dice(seed)
    assert weigh_all(table)[0] == standing.worth[1]
    done = 0
    for moves in (1, 30, 1000):
        walk(table, chance, moves, done, HOT, HOT, NO_RISES)
        done += moves
        values = [int(value) for value in table.scene.variables[:, VALUE]]
        stands = Standing(standing.plan, standing.plan.roster(values))
        assert stands.values == values
        assert_same(table, table_of(stands))
        beyond, weight = Scale(problem).worth(check(problem, stands.roster()))
        cost, broken = weigh_all(table)
        assert bool(broken) == bool(beyond)
        if not beyond:
            assert cost == weight


@pytest.mark.parametrize("seed", SEEDS)
def test_a_walk_with_sessions_leaves_what_the_plan_says(seed: int) -> None:
    """A check cannot: two people may have a session at two times."""
    problem = Chance(seed).problem()
    assert problem.sessions
    standing = standing_of(problem)
    table = table_of(standing)
    weigh_all(table)
    chosen = set()
    for step in range(20):
        walk(table, dice(seed + step), 50, 50 * step, HOT, HOT, NO_RISES)
        values = [int(value) for value in table.scene.variables[:, VALUE]]
        stands = Standing(standing.plan, standing.plan.roster(values))
        assert stands.values == values
        assert_same(table, table_of(stands))
        cost, broken = weigh_all(table)
        assert bool(broken) == bool(stands.worth[0])
        if not broken:
            assert cost == stands.worth[1]
        chosen |= {v for v in standing.plan.session_of if values[v]}
    assert chosen or not standing.plan.session_of


@pytest.mark.parametrize("seed", SEEDS)
def test_a_walk_says_what_it_changed(seed: int) -> None:
    table = table_of(standing_of(problem_of(seed)))
    was = weigh_all(table)
    dearer, worse = walk(table, dice(seed), 500, 0, HOT, HOT, NO_RISES)
    assert weigh_all(table) == (was[0] + dearer, was[1] + worse)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_cold_walk_takes_nothing_dearer(seed: int) -> None:
    table, chance = table_of(standing_of(problem_of(seed))), dice(seed)
    weigh_all(table)
    for step in range(200):
        cost, broken = walk(table, chance, 5, 5 * step, 1e-6, 1e12, NO_RISES)
        assert (broken, cost) <= (0, 0)


def test_what_moves_would_cost_is_written_down_while_there_is_room() -> None:
    table = table_of(standing_of(problem_of(1)))
    weigh_all(table)
    rises = np.zeros(11, np.int64)
    walk(table, dice(1), 2000, 0, HOT, HOT, rises)
    assert rises[0] == 10
    assert (rises[1:] > 0).all()


# -- moves -------------------------------------------------------------------


def test_every_move_can_be_made_and_takes_a_day_with_it() -> None:
    """Who is given something does nothing else that day, or what they did.

    Of thousands of moves there is one of each size from one choice to a
    fortnight's, and none that turns a choice over twice.
    """
    problem = house(3, days=14, people=6)
    table, chance = table_of(standing_of(problem)), dice(3)
    weigh_all(table)
    found = np.zeros(MOST + 4, np.int32)
    sizes = set()
    for step in range(4000):
        walk(table, chance, 3, 3 * step, HOT, HOT, NO_RISES)
        about = int(
            table.scene.choices[below(chance, len(table.scene.choices))]
        )
        count = propose(table.scene, chance, about, found)
        turned = [int(choice) for choice in found[:count]]
        assert len(set(turned)) == count
        assert {*turned} <= {int(choice) for choice in table.scene.choices}
        sizes.add(count)
    assert {0, 1, 2, 3, 4, 6} <= sizes


def turned(table: Table, found: np.ndarray, count: int) -> Table:
    """Give a table in which choices are turned over, and nothing else."""
    variables = table.scene.variables.copy()
    variables[found[:count], VALUE] ^= 1
    return table._replace(scene=table.scene._replace(variables=variables))


def days_of(table: Table, worker: int) -> set[int]:
    """Give the days on which somebody works."""
    held = table.scene.choices[
        table.scene.variables[table.scene.choices, VALUE] == 1
    ]
    mine = held[table.scene.places[held, WORKER] == worker]
    return {int(day) for day in table.scene.places[mine, DAY]}


def test_an_exchange_leaves_two_people_as_many_days_each() -> None:
    table, chance = table_of(standing_of(house(3, days=14, people=6))), dice(3)
    weigh_all(table)
    found = np.zeros(MOST + 4, np.int32)
    exchanges = 0
    for step in range(2000):
        walk(table, chance, 3, 3 * step, HOT, HOT, NO_RISES)
        about = int(
            table.scene.choices[below(chance, len(table.scene.choices))]
        )
        count = exchanged(table.scene, chance, about, found)
        after = turned(table, found, count)
        changed = {int(w) for w in table.scene.places[found[:count], WORKER]}
        assert len(changed) == (2 if count else 0)
        for worker in changed:
            was, now = days_of(table, worker), days_of(after, worker)
            assert len(was) == len(now)
            exchanges += was != now
    assert exchanges > 100


def test_a_changed_run_is_of_one_kind_or_of_nothing() -> None:
    table, chance = table_of(standing_of(house(3, days=14, people=6))), dice(3)
    weigh_all(table)
    found = np.zeros(MOST + 4, np.int32)
    lengths: set[tuple[bool, int]] = set()
    for step in range(2000):
        walk(table, chance, 3, 3 * step, HOT, HOT, NO_RISES)
        about = int(
            table.scene.choices[below(chance, len(table.scene.choices))]
        )
        is_held = bool(table.scene.variables[about, VALUE])
        count = run_changed(table.scene, chance, about, found)
        after = turned(table, found, count)
        given = [c for c in found[:count] if after.scene.variables[c, VALUE]]
        assert not (is_held and given)
        for choice in given:
            assert (
                table.scene.places[choice, KIND]
                == table.scene.places[about, KIND]
            )
        touched = sorted(
            {int(day) for day in table.scene.places[found[:count], DAY]}
        )
        assert {int(w) for w in table.scene.places[found[:count], WORKER]} <= {
            int(table.scene.places[about, WORKER])
        }
        if given:
            worker, kind = table.scene.places[about, (WORKER, KIND)]
            duties = table.scene.of_kind[kind, touched[0] : touched[-1] + 1]
            mine = table.scene.of_worker[worker, duties[duties >= 0]]
            assert after.scene.variables[mine[mine > 0], VALUE].all()
        lengths.add((is_held, len(touched)))
    assert {(True, n) for n in (1, 2, 3)} < lengths
    assert {(False, n) for n in (1, 2, 3, 6)} < lengths


def test_places_are_those_of_the_pairs() -> None:
    problem = house(2, days=7, people=5)
    plan = Plan(problem)
    table = table_of(Standing(plan, Roster.pins(problem)))
    duties: dict[int, str] = {}
    for choice in map(int, table.scene.choices):
        pair = plan.variables[choice].pair
        assert pair is not None
        worker, day, duty, group = table.scene.places[choice, COLUMNS]
        assert not table.scene.places[choice, IS_SESSION]
        assert problem.workers[worker].id == pair[0]
        assert problem.dates[day] == problem.given(pair[1]).date
        assert duties.setdefault(int(duty), pair[1]) == pair[1]
        assert (
            table.scene.of_kind[table.scene.places[choice, KIND], day] == duty
        )
        assert table.scene.of_worker[worker, duty] == choice
        cell = worker * table.scene.days + day
        mine = table.scene.cells[
            table.scene.cells_at[cell] : table.scene.cells_at[cell + 1]
        ]
        assert choice in mine
        first, end = (
            table.scene.takers_at[group],
            table.scene.takers_at[group + 1],
        )
        assert choice in table.scene.takers[first:end]


# -- a rota ------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(6))
def test_a_small_rota_is_annealed_to_the_best_there_is(seed: int) -> None:
    problem = house(seed, days=5, people=4)
    proved = rota.solve(problem, seconds=20, threads=1)
    assert proved.bound == proved.report.cost
    annealing = Annealing(standing_of(problem), seed)
    annealing.settle(never)
    annealing.heat()
    annealing.cool(in_steps(120))
    found = check(problem, annealing.best_roster())
    assert found.cost == proved.report.cost
    assert annealing.best == Scale(problem).worth(found)


def test_the_same_seed_ends_the_same_and_another_elsewhere() -> None:
    ends = []
    for seed in (1, 1, 2):
        annealing = Annealing(standing_of(house(1, days=14, people=7)), seed)
        annealing.settle(never)
        annealing.heat()
        annealing.cool(in_steps(3))
        ends.append((annealing.worth, annealing.roster().pairs))
    assert ends[0] == ends[1]
    assert ends[0] != ends[2]


def test_a_probe_finds_what_is_cold() -> None:
    """Between hot and the coldest; and it never ends with a must broken."""
    annealing = Annealing(standing_of(house(1, days=14, people=7)), 0)
    annealing.settle(never)
    settled = annealing.best
    annealing.heat()
    annealing.probe(in_steps(60))
    assert annealing.hot / 2**HALVINGS <= annealing.cold < annealing.hot
    assert annealing.best < settled
    assert not annealing.worth[0]


def test_twins_go_on_from_the_same_rota_each_by_itself() -> None:
    annealing = Annealing(standing_of(house(1, days=14, people=7)), 0)
    annealing.settle(never)
    annealing.heat()
    was = annealing.worth, annealing.roster().pairs
    twin, same = annealing.twin(1), annealing.twin(0)
    assert (twin.hot, twin.cold) == (annealing.hot, annealing.cold)
    for each in (twin, same):
        assert (each.worth, each.roster().pairs) == was
    twin.cool(in_steps(3))
    assert (annealing.worth, annealing.roster().pairs) == was
    same.cool(in_steps(3))
    assert same.roster().pairs != twin.roster().pairs


def test_what_is_interrupted_goes_on_where_it_was() -> None:
    """Each look at whether it is over may be the last of a while."""
    problem = house(1, days=14, people=7)
    best = Best(problem, watch=None)
    annealing = ByAnnealing(Plan(problem), best, Budget(3, 0))
    annealing.begin(never)
    shares = []
    while best.seconds() < 3 and annealing.cooled < 1:
        annealing.keep_on(after_looks(4))
        shares.append((annealing.probed, annealing.cooled))
    assert shares == sorted(shares)
    assert len({probed for probed, _ in shares}) > 2
    assert len({cooled for _, cooled in shares}) > 2
    assert shares[-1] == (1, 1)


def test_settling_ends_when_told_to() -> None:
    annealing = Annealing(standing_of(problem_of(0)), 0)
    was = annealing.roster().pairs
    annealing.settle(lambda: True)
    assert annealing.roster().pairs == was
    assert annealing.moves == 0


@pytest.mark.parametrize("seed", SEEDS)
def test_what_breaks_a_must_is_mended_before_it_is_offered(seed: int) -> None:
    """The best rota known breaks no more than pins do, at any time."""
    problem = problem_of(seed)
    best = Best(problem, watch=None)
    least = best.scale.worth(best.report)
    annealing = ByAnnealing(Plan(problem), best, Budget(4, seed))
    annealing.begin(never)
    settled = best.scale.worth(best.report)
    assert settled <= least
    annealing.keep_on(never)
    assert best.scale.worth(best.report) <= settled


def test_a_day_that_may_not_stand_alone_is_mended() -> None:
    """By the best schedule of whose must is broken, and of nobody else."""
    problem = alone(days=7)
    plan = Plan(problem)
    early = {shift.date: shift.id for shift in problem.shifts}
    first, *others = sorted(early)
    lone = {("Ana", early[others[2]]), ("Ben", early[first])}
    lone |= {("Ben", early[day]) for day in others[:2]}
    best = Best(problem, watch=None)
    start = Roster(problem, lone)
    improver = Improver(plan, best, Budget(5), never, start)
    assert improver.standing.broken_of() == ["Ana"]
    improver.mend()
    assert improver.standing.broken_of() == []
    assert not check(problem, best.report.roster).broken
    kept = {pair for pair in best.report.roster.pairs if pair[0] == "Ben"}
    assert kept == {pair for pair in lone if pair[0] == "Ben"}
    assert best.report.minutes_to_fill < check(problem, start).minutes_to_fill


def test_where_nothing_is_to_choose_nothing_is_done() -> None:
    problem = alone(days=3).replace(workers=())
    annealing = Annealing(standing_of(problem), 0)
    annealing.settle(never)
    annealing.heat()
    annealing.cool(in_steps(3))
    assert not annealing.has_gained
    assert len(annealing.best_roster()) == 0


# -- chance ------------------------------------------------------------------


def test_dice_are_fair_enough_and_each_seed_has_its_own() -> None:
    thrown = [share(state) for state in map(dice, range(1000))]
    assert len(set(thrown)) == 1000
    state = dice(7)
    counts = np.zeros(10, np.int64)
    for _ in range(10_000):
        counts[below(state, 10)] += 1
    assert counts.min() > 850
    assert counts.max() < 1150
    assert all(0 <= share(state) < 1 for _ in range(1000))


@pytest.mark.parametrize("seed", [-1, 0, 2**63, 2**64 - 1, 2**70])
def test_any_whole_number_is_a_seed(seed: int) -> None:
    state = dice(seed)
    assert state[0] != 0
    assert share(state) != share(state)


# -- what is compiled --------------------------------------------------------


@pytest.mark.parametrize("name", ["dice", "moves", "sessions", "turning"])
def test_each_function_is_compiled_once(name: str) -> None:
    """And not again for each kind of whole number that it is called with."""
    table = table_of(standing_of(problem_of(1)))
    weigh_all(table)
    walk(table, dice(1), 200, 0, HOT, HOT, NO_RISES)
    module = importlib.import_module(f"rota.solver.annealing.{name}")
    compiled = [
        held
        for held in vars(module).values()
        if getattr(held, "__module__", "") == module.__name__
        and hasattr(held, "signatures")
    ]
    assert compiled
    assert all(len(held.signatures) == 1 for held in compiled)


def test_what_is_kept_on_disk_follows_every_file(tmp_path: Path) -> None:
    """A function whose own file is unchanged does what its callee says now."""
    package = tmp_path / "package"
    package.mkdir()
    source = Path(compiling.__file__).read_text(encoding="utf-8")
    (package / "__init__.py").touch()
    (package / "compiled.py").write_text(source, encoding="utf-8")
    top = "from package.compiled import compiled\n"
    (package / "outer.py").write_text(
        f"{top}from package.inner import inner\n"
        "@compiled\ndef outer():\n    return 1 + inner()\n",
        encoding="utf-8",
    )
    answers = []
    for number in (1, 1, 2):
        (package / "inner.py").write_text(
            f"{top}@compiled\ndef inner():\n    return {number}\n",
            encoding="utf-8",
        )
        asked = "from package.outer import outer; print(outer())"
        answers.append(
            subprocess.run(
                [sys.executable, "-B", "-c", asked],
                cwd=tmp_path,
                check=True,
                capture_output=True,
                text=True,
            ).stdout.strip()
        )
    assert answers == ["2", "2", "3"]
