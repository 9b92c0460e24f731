"""Moves of sessions: who is at work gives them, and nothing else then."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest

from rota.roster import Roster
from rota.solver.annealing.dice import Dice, below, dice
from rota.solver.annealing.moves import propose
from rota.solver.annealing.sessions import (
    given_at_work,
    given_in_a_shift,
    handed_on,
)
from rota.solver.annealing.table import (
    BEGINS,
    DAY,
    DUTY,
    ENDS,
    GROUP,
    IS_SESSION,
    MOST,
    PEOPLE,
    VALUE,
    WORKER,
    Scene,
    Table,
    table_of,
)
from rota.solver.annealing.walk import walk, weigh_all
from rota.solver.plan import Plan
from rota.solver.standing import Standing
from tests.solver.tiny_plans import supported

SEEDS = range(8)
HOT = 1e6
NO_RISES = np.zeros(1, np.int64)
Move = Callable[[Scene, Dice, int, np.ndarray], int]
Held = set[int]


def table_for(seed: int) -> Table:
    """Give a table of four days, six people and two who have plans."""
    problem = supported(seed, days=4, people=6)
    table = table_of(Standing(Plan(problem), Roster.pins(problem)))
    weigh_all(table)
    return table


def held(table: Table) -> Held:
    """Give the choices that stand."""
    stands = table.scene.choices[
        table.scene.variables[table.scene.choices, VALUE] == 1
    ]
    return {int(choice) for choice in stands}


def made(table: Table, seed: int, move: Move) -> Iterator[tuple[Held, Held]]:
    """Draw moves about sessions while a rota changes; give before and after.

    No move turns a choice over twice.
    """
    chance, found = dice(seed), np.zeros(MOST + 4, np.int32)
    sessions = table.scene.choices[table.scene.shifts :]
    for step in range(300):
        walk(table, chance, 20, 20 * step, HOT, 100 * HOT, NO_RISES)
        about = int(sessions[below(chance, len(sessions))])
        count = move(table.scene, chance, about, found)
        turned = {int(choice) for choice in found[:count]}
        assert len(turned) == count
        if count:
            before = held(table)
            yield before, before ^ turned


def of_session(table: Table, stands: Held, choice: int) -> list[int]:
    """Give who gives the session of a choice, each as a choice."""
    group = table.scene.places[choice, GROUP]
    return [one for one in stands if table.scene.places[one, GROUP] == group]


def day_of(table: Table, stands: Held, choice: int) -> list[int]:
    """Give all that the worker of a choice does that day."""
    whose = (WORKER, DAY)
    mine = table.scene.places[choice, whose]
    return [
        one for one in stands if (table.scene.places[one, whose] == mine).all()
    ]


def is_at_work(table: Table, stands: Held, choice: int) -> bool:
    """Tell whether the worker of a session is on one shift all the while."""
    places = table.scene.places
    return any(
        not places[one, IS_SESSION]
        and places[one, WORKER] == places[choice, WORKER]
        and places[one, BEGINS] <= places[choice, BEGINS]
        and places[choice, ENDS] <= places[one, ENDS]
        for one in stands
    )


def clashing(table: Table, stands: Held, choice: int) -> list[int]:
    """Give the other sessions of the same worker at the same time."""
    places = table.scene.places
    return [
        one
        for one in day_of(table, stands, choice)
        if one != choice
        and places[one, IS_SESSION]
        and places[one, BEGINS] < places[choice, ENDS]
        and places[choice, BEGINS] < places[one, ENDS]
    ]


def assert_given(table: Table, stands: Held, given: Held) -> None:
    """Tell that sessions are given by as many as may, all at one time."""
    for choice in given:
        giving = of_session(table, stands, choice)
        assert len(giving) <= table.scene.places[choice, PEOPLE]
        assert (
            len({int(table.scene.places[one, BEGINS]) for one in giving}) == 1
        )


@pytest.mark.parametrize("seed", SEEDS)
def test_a_session_goes_to_somebody_at_work_and_what_clashes_goes(
    seed: int,
) -> None:
    table = table_for(seed)
    many = 0
    for before, after in made(table, seed, given_at_work):
        given = after - before
        assert_given(table, after, given)
        first = [c for c in given if is_at_work(table, after, c)]
        assert first
        assert any(not clashing(table, after, choice) for choice in first)
        assert all(table.scene.places[c, IS_SESSION] for c in before ^ after)
        many += 1
    assert many


def test_two_who_give_a_session_go_to_another_time_together() -> None:
    together = 0
    for seed in SEEDS:
        table = table_for(seed)
        for before, after in made(table, seed, given_at_work):
            given = after - before
            together += len(given) == 2 and len(before - after) >= 2
    assert together


def test_whoever_is_free_joins_in_until_there_are_enough() -> None:
    """One of two would be as good as nobody, and no move would gain by it."""
    joined = 0
    for seed in SEEDS:
        table = table_for(seed)
        places = table.scene.places
        for before, after in made(table, seed, given_at_work):
            given = after - before
            first = min(given)
            giving = of_session(table, after, first)
            joined += len(giving) > max(
                1, len(of_session(table, before, first))
            )
            if len(giving) == places[first, PEOPLE]:
                continue
            left_out = [
                one
                for one in map(int, table.scene.choices)
                if places[one, DUTY] == places[first, DUTY]
                and one not in giving
                and is_at_work(table, after, one)
                and not clashing(table, after, one)
            ]
            assert not left_out
    assert joined


@pytest.mark.parametrize("seed", SEEDS)
def test_a_session_comes_with_a_shift_that_is_alone_on_its_day(
    seed: int,
) -> None:
    table = table_for(seed)
    with_shift = 0
    for before, after in made(table, seed, given_in_a_shift):
        given = after - before
        assert_given(
            table,
            after,
            {c for c in given if table.scene.places[c, IS_SESSION]},
        )
        for shift in given:
            if not table.scene.places[shift, IS_SESSION]:
                day = day_of(table, after, shift)
                assert len(day) == 2
                assert all(is_at_work(table, after, one) for one in day)
                with_shift += 1
    assert with_shift


def test_what_is_taken_from_somebody_is_handed_on() -> None:
    """To whoever is at work then, after the move, and gives nothing else."""
    handed = 0
    for seed in SEEDS:
        table = table_for(seed)

        def taken(
            scene: Scene, chance: Dice, about: int, found: np.ndarray
        ) -> int:
            if not scene.variables[about, VALUE]:
                return 0
            found[0] = about
            return handed_on(scene, chance, found, 1)

        for before, after in made(table, seed, taken):
            for choice in after - before:
                assert is_at_work(table, after, choice)
                assert not clashing(table, after, choice)
                gone = min(before - after)
                assert choice in of_session(table, after, gone)
                handed += 1
    assert handed


@pytest.mark.parametrize("seed", SEEDS)
def test_any_move_turns_over_choices_alone(seed: int) -> None:
    table = table_for(seed)
    choices = {int(choice) for choice in table.scene.choices}
    sizes = set()
    for before, after in made(table, seed, propose):
        assert before ^ after <= choices
        sizes.add(len(before ^ after))
    assert {1, 2} <= sizes


@pytest.mark.parametrize("seed", SEEDS)
def test_places_say_when_a_session_is_and_for_how_many(seed: int) -> None:
    problem = supported(seed, days=4, people=6)
    plan = Plan(problem)
    table = table_of(Standing(plan, Roster.pins(problem)))
    for n, choice in enumerate(map(int, table.scene.choices)):
        pair = plan.variables[choice].pair
        assert pair is not None
        given = problem.given(pair[1])
        time = plan.session_of.get(choice)
        assert (n >= table.scene.shifts) == (time is not None)
        assert table.scene.places[choice, BEGINS] == given.begins
        assert table.scene.places[choice, ENDS] == given.ends
        people = 1 if time is None else time.session.people
        assert table.scene.places[choice, PEOPLE] == people
