"""A plan as a rota stands in it weighs what the check says."""

from __future__ import annotations

import random

import pytest

from rota.checker import check
from rota.domain import Problem
from rota.roster import Part, Roster
from rota.solver.best import Scale
from rota.solver.linear import Worth
from rota.solver.lower import lower
from rota.solver.oneshot import Budget, search
from rota.solver.plan import Plan
from rota.solver.standing import Standing
from tests.chance import Chance

SEEDS = range(8)


def audited(problem: Problem, roster: Roster) -> Worth:
    return Scale(problem).worth(check(problem, roster))


def drawn(seed: int, problem: Problem, plan: Plan) -> dict[int, int]:
    """Draw new values for a few choices.

    Of a session only its first time, and of pinned ones none: a plan cannot
    say two times at once.
    """
    rng = random.Random(seed)
    first = {
        times[0].id
        for times in problem.times_of.values()
        if not any(e.duty_id in {t.id for t in times} for e in problem.pinned)
    }
    sessions = plan.session_of
    choices = [
        v
        for v in plan.choices(Part())
        if v not in sessions or sessions[v].id in first
    ]
    return {v: rng.randint(0, 1) for v in rng.sample(choices, 12)}


@pytest.mark.parametrize("seed", SEEDS)
def test_what_changes_is_weighed_as_the_check_weighs_it(seed: int) -> None:
    problem = Chance(seed).problem()
    plan = Plan(problem)
    standing = Standing(plan, Roster.pins(problem))
    assert standing.worth == audited(problem, standing.roster())
    for step in range(4):
        before = standing.roster(), standing.worth
        undo = standing.change(drawn(seed + 10 * step, problem, plan))
        assert standing.worth == audited(problem, standing.roster())
        assert standing.values == plan.values(standing.roster())
        if step % 2:
            standing.restore(undo)
            assert (standing.roster(), standing.worth) == before


@pytest.mark.parametrize("seed", SEEDS)
def test_a_part_solved_is_worth_what_the_solver_says(seed: int) -> None:
    """Freed with the rest as it stands, and no must broken on the way."""
    chance = Chance(seed)
    problem = chance.problem()
    standing = Standing(Plan(problem), chance.legal(problem, 0.05))
    for part in (*chance.parts(), Part()):
        before = standing.roster(), standing.worth
        excerpt = standing.excerpt(part)
        lowered = lower(excerpt)
        lowered.hint(excerpt.values)
        found = search(lowered, Budget(60, ticks=1.0))
        assert found.values is not None
        standing.change(excerpt.changes(found.values))
        after = standing.roster()
        assert standing.worth <= before[1]
        assert standing.worth == audited(problem, after)
        changed = after.pairs ^ before[0].pairs
        assert all(part.frees(w, problem.given(d).date) for w, d in changed)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_excerpt_allows_what_breaks_no_must(seed: int) -> None:
    """One choice made otherwise, every other held as it stands."""
    chance = Chance(seed)
    problem = chance.problem()
    standing = Standing(Plan(problem), chance.legal(problem, 0.05))
    excerpt = standing.excerpt(chance.parts()[0])
    choices = [
        here
        for here, variable in enumerate(excerpt.variables)
        if here > 1 and not variable.of
    ]
    for changed in chance.rng.sample(choices, min(8, len(choices))):
        values = list(excerpt.values)
        values[changed] = 1 - values[changed]
        undo = standing.change(excerpt.changes(values))
        kept = not standing.worth[0]
        standing.restore(undo)
        lowered = lower(excerpt)
        for here in choices:
            lowered.model.add(lowered.variables[here] == values[here])
        found = search(lowered, Budget(60))
        assert (found.values is not None) == kept
